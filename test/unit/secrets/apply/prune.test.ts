import { describe, expect, it } from '@jest/globals';
import { type Deletion, prune } from '../../../../src/secrets/apply/prune.ts';
import type { ItemFailure } from '../../../../src/secrets/item-failure.ts';
import { awsError, rejection } from '../../../support/fakes/aws-error.ts';
import {
  context,
  type FakeSecret,
  fakeSecret,
  type Handlers,
  secretArn,
} from '../../../support/fakes/secrets-manager.ts';
import { OWN, OWNER, policy } from '../../../support/fakes/sync.ts';

const ARN = secretArn('app');

function setUp(
  about: Partial<FakeSecret> = {},
  handlers: Handlers = {},
  deletion: Deletion = { recoveryWindowDays: 7 },
) {
  const app = fakeSecret('app', 'x', { tags: OWN, ...about });
  const all = context(handlers, { app });
  return { ...all, app, run: () => prune(ARN, { policy: policy(), deletion }, all.ask) };
}

describe('a secret that the source has no more', () => {
  it.each<[Deletion, object]>([
    [{ recoveryWindowDays: 7 }, { RecoveryWindowInDays: 7 }],
    [{ force: true }, { ForceDeleteWithoutRecovery: true }],
  ])('is deleted after a last look, as %j says', async (deletion, how) => {
    const { run, calls, app } = setUp({}, {}, deletion);
    expect(await run()).toBe(true);
    expect(calls.map(({ name, input }) => [name, input])).toEqual([
      ['DescribeSecret', { SecretId: ARN }],
      ['DeleteSecret', { SecretId: ARN, ...how }],
    ]);
    expect(app.deleted).toBe(true);
  });

  it.each<[string, Partial<FakeSecret>]>([
    ['scheduled for deletion already', { deleted: true }],
    ['another owner’s by now', { tags: {} }],
    ['a JSON secret by now', { tags: { ...OWN, 'sync:mode': 'json' } }],
    ['of an owner whose mark begins like ours', { tags: { ...OWN, 'sync:owner': `${OWNER}2` } }],
  ])('is not deleted when it is %s', async (_, about) => {
    const { run, names } = setUp(about);
    expect(await run()).toBe(false);
    expect(names()).toEqual(['DescribeSecret']);
  });

  it('that is gone is not deleted', async () => {
    const { run, secrets, names } = setUp();
    secrets.clear();
    expect(await run()).toBe(false);
    expect(names()).toEqual(['DescribeSecret']);
  });

  it.each<[Partial<FakeSecret>, string]>([
    [{ rotating: true }, 'its rotation is enabled: a Lambda function writes it'],
    [{ owningService: 'rds' }, 'the AWS service rds manages it'],
    [{ primaryRegion: 'us-east-1' }, 'it is a replica here; its primary is in us-east-1'],
  ])('is not deleted, which fails, when it has become one that no sync may write: %j', async (about, message) => {
    const { run, names } = setUp(about);
    expect(await rejection(run())).toMatchObject({
      name: 'ItemFailure',
      message,
      reason: { code: 'managed-elsewhere' },
    });
    expect(names()).toEqual(['DescribeSecret']);
  });

  it('loses its copies in other regions first', async () => {
    const { run, names } = setUp({ replicas: [{ Region: 'us-west-2', Status: 'InSync' }] });
    expect(await run()).toBe(true);
    expect(names()).toEqual(['DescribeSecret', 'RemoveRegionsFromReplication', 'DescribeSecret', 'DeleteSecret']);
  });

  it.each<[string, (app: FakeSecret, secrets: Map<string, FakeSecret>) => void, string]>([
    [
      'scheduled',
      (app) => {
        app.deleted = true;
      },
      'InvalidRequestException',
    ],
    [
      'gone',
      (_, secrets) => {
        secrets.clear();
      },
      'ResourceNotFoundException',
    ],
  ])('is deleted although the answer was lost and the second try refused, since it is %s', async (_, apply, name) => {
    const all = setUp(
      {},
      {
        DeleteSecret() {
          apply(all.app, all.secrets);
          throw awsError(name);
        },
      },
    );
    expect(await all.run()).toBe(true);
  });

  it.each([
    ['InvalidRequestException', 'aws-refused'],
    ['ResourceNotFoundException', 'aws-refused'],
    ['AccessDeniedException', 'access-denied'],
  ])('is not deleted when that is refused with %s and it is still there', async (name, code) => {
    const { run, app } = setUp(
      {},
      {
        DeleteSecret() {
          throw awsError(name, { message: 'no' });
        },
      },
    );
    expect(await rejection(run())).toMatchObject({
      name: 'ItemFailure',
      message: `secretsmanager:DeleteSecret failed: ${name.replace('Exception', '')}: no`,
      reason: { code },
    });
    expect(app.deleted).toBe(false);
  });

  it.each<[string, Partial<FakeSecret>, object | undefined]>([
    ['its copies are gone already', { replicas: [{ Region: 'us-west-2', Status: 'InSync' }] }, { versionId: 'v1' }],
    ['nothing was done', {}, undefined],
  ])('that is not deleted in the end says so where %s', async (_, about, written) => {
    const { run } = setUp(about, {
      DeleteSecret() {
        throw awsError('AccessDeniedException');
      },
    });
    expect(((await rejection(run())) as ItemFailure).written).toEqual(written);
  });

  it('whose deletion was refused, and which cannot be looked at then, is a failure that names that look', async () => {
    const { run } = setUp(
      {},
      {
        DeleteSecret() {
          throw awsError('InvalidRequestException');
        },
        DescribeSecret(_, nth) {
          if (nth > 1) throw awsError('AccessDeniedException', { message: 'no' });
          return undefined;
        },
      },
    );
    expect(await rejection(run())).toMatchObject({ message: 'secretsmanager:DescribeSecret failed: AccessDenied: no' });
  });

  it('that cannot be looked at is not deleted', async () => {
    const { run, names } = setUp(
      {},
      {
        DescribeSecret() {
          throw awsError('AccessDeniedException', { message: 'no' });
        },
      },
    );
    expect(await rejection(run())).toMatchObject({ message: 'secretsmanager:DescribeSecret failed: AccessDenied: no' });
    expect(names()).toEqual(['DescribeSecret']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { awaitReplicas, removeReplicas, replicate } from '../../../../src/secrets/apply/replication.ts';
import { awsError, rejection } from '../../../support/fakes/aws-error.ts';
import {
  context,
  type FakeReplica,
  fakeSecret,
  type Handlers,
  secretArn,
} from '../../../support/fakes/secrets-manager.ts';

const ARN = secretArn('app');
const WANTED = ['us-west-2', 'eu-west-1'].map((region) => ({ region, kmsKeyId: undefined }));
const replica = (Region: string, Status: string, StatusMessage?: string): FakeReplica => ({
  Region,
  Status,
  ...(StatusMessage === undefined ? {} : { StatusMessage }),
});

/** A secret whose replicas are each time the next of these. */
function setUp(states: FakeReplica[][], handlers: Handlers = {}) {
  const app = fakeSecret('app', 'x');
  const DescribeSecret = (): undefined => {
    app.replicas = states.shift() ?? app.replicas;
  };
  return { ...context({ DescribeSecret, ...handlers }, { app }), app };
}

describe('copies that are asked for', () => {
  const refusing = (states: FakeReplica[][], code: string) =>
    setUp(states, {
      ReplicateSecretToRegions() {
        throw awsError(code, { message: 'no' });
      },
    });
  const begun = [replica('us-west-2', 'InSync'), replica('eu-west-1', 'InProgress')];

  it('may be there already, for a call whose answer was lost is refused the second time', async () => {
    const { ask, names } = refusing([begun], 'InvalidParameterException');
    await replicate(ARN, WANTED, ask);
    expect(names()).toEqual(['ReplicateSecretToRegions', 'DescribeSecret']);
  });

  it.each<[string, FakeReplica[], string]>([
    ['one is not there', begun.slice(0, 1), 'InvalidParameterException'],
    [
      'one is not there, though another is',
      [replica('us-west-2', 'InSync'), replica('ap-south-1', 'InSync')],
      'InvalidParameterException',
    ],
    ['one failed', [replica('us-west-2', 'InSync'), replica('eu-west-1', 'Failed')], 'InvalidParameterException'],
    ['AWS means something else', begun, 'AccessDeniedException'],
  ])('are a failure with AWS’s words where %s', async (_, state, code) => {
    const { ask } = refusing([state], code);
    expect(await rejection(replicate(ARN, WANTED, ask))).toMatchObject({
      name: 'ItemFailure',
      message: `secretsmanager:ReplicateSecretToRegions failed: ${code.replace('Exception', '')}: no`,
    });
  });
});

describe('copies that were perhaps asked for', () => {
  const refused = (DescribeSecret: () => undefined) =>
    setUp([], {
      ReplicateSecretToRegions() {
        throw awsError('InvalidParameterException', { message: 'no' });
      },
      DescribeSecret,
    });

  it('are a failure where the secret is gone', async () => {
    const { ask, secrets } = refused(() => undefined);
    secrets.clear();
    expect(await rejection(replicate(ARN, WANTED, ask))).toMatchObject({
      message: 'secretsmanager:ReplicateSecretToRegions failed: InvalidParameter: no',
    });
  });

  it('are a failure that names the look at them where that is what is denied', async () => {
    const { ask } = refused(() => {
      throw awsError('AccessDeniedException', { message: 'never' });
    });
    expect(await rejection(replicate(ARN, WANTED, ask))).toMatchObject({
      message: 'secretsmanager:DescribeSecret failed: AccessDenied: never',
    });
  });
});

describe('copies', () => {
  it('that are there are waited for with one call', async () => {
    const { ask, names, clock } = setUp([[replica('us-west-2', 'InSync'), replica('eu-west-1', 'InSync')]]);
    await awaitReplicas(ARN, WANTED, ask);
    expect(names()).toEqual(['DescribeSecret']);
    expect(clock.slept).toEqual([]);
  });

  it('are waited for from being unheard of to being there, with pauses that grow', async () => {
    const { ask, clock } = setUp([
      [],
      [replica('us-west-2', 'InProgress')],
      [replica('us-west-2', 'InSync')],
      [replica('us-west-2', 'InSync'), replica('eu-west-1', 'InSync'), replica('ap-south-1', 'Failed', 'not ours')],
    ]);
    await awaitReplicas(ARN, WANTED, ask);
    expect(clock.slept).toEqual([250, 500, 1_000]);
  });

  it('that fail are a failure at once, in AWS’s words', async () => {
    const { ask, clock } = setUp([
      [
        replica('us-west-2', 'Failed', 'Secret with this name already exists in this region'),
        replica('eu-west-1', 'Failed'),
      ],
    ]);
    expect(await rejection(awaitReplicas(ARN, WANTED, ask))).toMatchObject({
      name: 'ItemFailure',
      message:
        'replication failed in us-west-2: Secret with this name already exists in this region; eu-west-1: AWS gives no reason',
      reason: { code: 'replication' },
    });
    expect(clock.slept).toEqual([]);
  });

  it('that are not there after two minutes are a failure that names them', async () => {
    const { ask, clock } = setUp([[replica('us-west-2', 'InSync'), replica('eu-west-1', 'InProgress')]]);
    expect(await rejection(awaitReplicas(ARN, WANTED, ask))).toMatchObject({
      message: 'replication to eu-west-1 is not done after 120 s',
      reason: { code: 'replication' },
    });
    const waited = clock.slept.reduce((sum, each) => sum + each, 0);
    // The last look is at most one pause, of 5 s, before the end.
    expect(waited).toBeGreaterThan(115_000);
    expect(waited).toBeLessThanOrEqual(120_000);
  });

  it('of a secret that is gone are waited for no longer than others', async () => {
    const { ask, secrets } = setUp([]);
    secrets.clear();
    expect(await rejection(awaitReplicas(ARN, WANTED, ask))).toMatchObject({
      message: 'replication to us-west-2, eu-west-1 is not done after 120 s',
    });
  });

  it('are not waited for once the step has to end', async () => {
    const { ask, stop, names } = setUp([[replica('us-west-2', 'InProgress')]]);
    stop.abort(new Error('stopped'));
    expect(await rejection(awaitReplicas(ARN, WANTED, ask))).toMatchObject({ message: 'stopped' });
    expect(names()).toHaveLength(1);
  });

  it('whose status AWS does not tell are a failure with its words', async () => {
    const { ask } = setUp([], {
      DescribeSecret() {
        throw awsError('AccessDeniedException', { message: 'no' });
      },
    });
    expect(await rejection(awaitReplicas(ARN, WANTED, ask))).toMatchObject({
      message: 'secretsmanager:DescribeSecret failed: AccessDenied: no',
    });
  });
});

describe('copies that are to go', () => {
  it('are removed, and waited for until none is left', async () => {
    const both = [replica('us-west-2', 'InSync'), replica('eu-west-1', 'InSync')];
    const { ask, inputsOf, clock } = setUp([both, [replica('eu-west-1', 'InSync')], []]);
    await removeReplicas(ARN, ['us-west-2', 'eu-west-1'], ask);
    expect(inputsOf('RemoveRegionsFromReplication')).toEqual([
      { SecretId: ARN, RemoveReplicaRegions: ['us-west-2', 'eu-west-1'] },
    ]);
    expect(clock.slept).toEqual([250, 500]);
  });

  it('of a secret that is gone by then are gone too', async () => {
    const { ask, secrets } = setUp([], {
      RemoveRegionsFromReplication() {
        secrets.clear();
        return {};
      },
    });
    await removeReplicas(ARN, ['us-west-2'], ask);
    expect(secrets.size).toBe(0);
  });

  it('and stay are a failure that names them', async () => {
    const both = [replica('us-west-2', 'InSync'), replica('eu-west-1', 'InSync')];
    const { ask } = setUp([both], { RemoveRegionsFromReplication: () => ({}) });
    expect(await rejection(removeReplicas(ARN, ['us-west-2', 'eu-west-1'], ask))).toMatchObject({
      message: 'its replicas in us-west-2, eu-west-1 are not gone after 120 s',
      reason: { code: 'replication' },
    });
  });

  it('and must not be removed are a failure that names the permission', async () => {
    const { ask } = setUp([], {
      RemoveRegionsFromReplication() {
        throw awsError('AccessDeniedException', { message: 'no' });
      },
    });
    expect(await rejection(removeReplicas(ARN, ['us-west-2'], ask))).toMatchObject({
      message: 'secretsmanager:RemoveRegionsFromReplication failed: AccessDenied: no',
    });
  });
});

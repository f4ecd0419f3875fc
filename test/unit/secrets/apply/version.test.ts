import { describe, expect, it } from '@jest/globals';
import { versionToken, writeVersion } from '../../../../src/secrets/apply/version.ts';
import { awsError, rejection } from '../../../support/fakes/aws-error.ts';
import { context, fakeSecret, type Handlers, secretArn } from '../../../support/fakes/secrets-manager.ts';

const ARN = secretArn('app');

function setUp(about: Parameters<typeof fakeSecret>[2] = {}, handlers: Handlers = {}) {
  const app = fakeSecret('app', 'old', about);
  const all = context(handlers, { app });
  const put = (text: string, base: string | undefined = 'v1') => writeVersion({ arn: ARN, base, text }, all.ask);
  return { ...all, app, put };
}

describe('the id of a version', () => {
  it('is one that AWS takes', () => {
    expect(versionToken(ARN, 'v1', 0)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('is the same for the same base and another for every other', () => {
    const tokens = [
      versionToken(ARN, 'v1', 0),
      versionToken(ARN, 'v1', 1),
      versionToken(ARN, 'v2', 0),
      versionToken(ARN, 'v1\n0', 0),
      versionToken(ARN, 'v', 10),
      versionToken(`${ARN}x`, 'v1', 0),
      versionToken(ARN, '', 0),
    ];
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(versionToken(ARN, 'v1', 0)).toBe(tokens[0]);
  });
});

describe('a new version', () => {
  it('is made with one call, under an id that only its base decides', async () => {
    const { put, app, names } = setUp();
    const token = versionToken(ARN, 'v1', 0);
    expect(await put('new')).toBe(token);
    expect([app.current, app.versions.get(token)]).toEqual([token, 'new']);
    expect(names()).toEqual(['PutSecretValue']);
  });

  it('of a secret that had none is made on nothing', async () => {
    const { put, app } = setUp({ versions: new Map(), current: undefined });
    expect(await writeVersion({ arn: ARN, base: undefined, text: 'new' }, setUp().ask)).toBe(versionToken(ARN, '', 0));
    expect(await put('new', '')).toBe(versionToken(ARN, '', 0));
    expect([...app.versions.values()]).toEqual(['new']);
  });

  it('whose answer was lost is not made twice', async () => {
    const { put, app } = setUp();
    await put('new');
    expect(await put('new')).toBe(app.current);
    expect(app.versions.size).toBe(2);
  });

  it('is not made where another writer has written other data on the same base', async () => {
    const { put, app, names } = setUp();
    await put('theirs');
    const theirs = app.current;
    expect(await put('ours')).toBeUndefined();
    expect([app.current, app.versions.size]).toEqual([theirs, 2]);
    expect(names()).toEqual(['PutSecretValue', 'PutSecretValue', 'DescribeSecret']);
  });

  it('is not made where ours was overtaken meanwhile', async () => {
    const { put, app } = setUp();
    await put('ours');
    app.versions.set('v9', 'theirs');
    app.current = 'v9';
    expect(await put('ours')).toBeUndefined();
    expect(app.current).toBe('v9');
  });

  it.each(['new', 'other'])(
    'is made, and becomes current, although AWSCURRENT was rolled back after “%s” was written',
    async (before) => {
      const { put, app } = setUp();
      await put(before);
      app.current = 'v1';
      const token = versionToken(ARN, 'v1', 1);
      expect(await put('new')).toBe(token);
      expect([app.current, app.versions.get(token)]).toEqual([token, 'new']);
    },
  );

  it('is given up after eight roll-backs to one base', async () => {
    const { put, app, inputsOf } = setUp();
    for (let spent = 0; spent < 8; spent++) app.versions.set(versionToken(ARN, 'v1', spent), 'x');
    expect(await put('new')).toBeUndefined();
    expect(app.current).toBe('v1');
    expect(inputsOf('PutSecretValue')).toHaveLength(8);
    app.versions.delete(versionToken(ARN, 'v1', 7));
    expect(await put('new')).toBe(versionToken(ARN, 'v1', 7));
  });

  it('is not made where the secret is gone when it is looked at again', async () => {
    const { put, secrets } = setUp(
      {},
      {
        PutSecretValue() {
          secrets.delete('app');
          throw awsError('ResourceExistsException');
        },
      },
    );
    expect(await put('new')).toBeUndefined();
  });

  it('is a failure that names the look at the secret where that is what is denied', async () => {
    const { put } = setUp(
      {},
      {
        PutSecretValue() {
          throw awsError('ResourceExistsException');
        },
        DescribeSecret() {
          throw awsError('AccessDeniedException', { message: 'no' });
        },
      },
    );
    expect(await rejection(put('new'))).toMatchObject({
      message: 'secretsmanager:DescribeSecret failed: AccessDenied: no',
    });
  });

  it('that is refused for another reason is an error', async () => {
    const { put } = setUp(
      {},
      {
        PutSecretValue() {
          throw awsError('LimitExceededException');
        },
      },
    );
    expect(await rejection(put('new'))).toMatchObject({ name: 'LimitExceededException' });
  });

  it('is no success where AWS does not say that it is current', async () => {
    const { put } = setUp({}, { PutSecretValue: () => ({ VersionId: 'x' }), DescribeSecret: () => ({}) });
    expect(await put('new')).toBeUndefined();
  });
});

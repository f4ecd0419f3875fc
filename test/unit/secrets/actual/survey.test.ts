import { describe, expect, it } from '@jest/globals';
import { surveyEach, surveyMany } from '../../../../src/secrets/actual/survey.ts';
import { retryFirstDenial } from '../../../../src/secrets/api.ts';
import type { DesiredSecret } from '../../../../src/secrets/desired/desired.ts';
import type { SyncPolicy } from '../../../../src/secrets/plan/change.ts';
import { awsError, rejection } from '../../../support/fakes/aws-error.ts';
import { context, type FakeSecret, fakeSecret, type Handlers } from '../../../support/fakes/secrets-manager.ts';
import { json, OWN, OWNER, plain, policy } from '../../../support/fakes/sync.ts';
import { fakeWaiting } from '../../../support/fakes/time.ts';

const own = (name: string, text: string | undefined = 'new', about: Partial<FakeSecret> = {}) =>
  fakeSecret(name, text, { tags: { ...OWN }, ...about });
const deny = (): never => {
  throw awsError('AccessDeniedException', { message: 'not authorized' });
};

function setUp(secrets: Record<string, FakeSecret>, handlers: Handlers = {}) {
  const all = context(handlers, secrets);
  const counts = () =>
    Object.fromEntries([...Map.groupBy(all.names(), (name) => name)].map(([name, calls]) => [name, calls.length]));
  const many = async (
    desired: readonly DesiredSecret[],
    about: Partial<SyncPolicy> = {},
    context: Partial<Parameters<typeof surveyMany>[2]> = {},
  ) => {
    const { changes, own: ours } = await surveyMany(desired, policy(about), {
      ...all.ask,
      mustList: false,
      ...context,
    });
    const actions = Object.fromEntries(changes.map(({ name, action }) => [name, action]));
    return { changes, actions, own: ours?.map(({ name }) => name) };
  };
  return { ...all, counts, many };
}

describe('few secrets', () => {
  it('are looked at with two calls each, the blank ones with none', async () => {
    const { ask, counts } = setUp({ a: own('a', '{"k":"1"}'), c: fakeSecret('c', 'theirs') });
    const desired = [json('a', { k: '1' }), plain('b'), plain('c'), plain('d', '')];
    const { changes, own: ours } = await surveyEach(desired, policy(), ask);
    expect(changes.map(({ name, action }) => [name, action])).toEqual([
      ['a', 'unchanged'],
      ['b', 'create'],
      ['c', 'refuse'],
      ['d', 'skip'],
    ]);
    expect(ours).toBeUndefined();
    expect(counts()).toEqual({ DescribeSecret: 3, GetSecretValue: 3 });
  });

  it('that cannot be looked at are refused one by one, the others are not', async () => {
    const { ask } = setUp(
      { a: own('a'), b: own('b'), c: own('c') },
      {
        DescribeSecret: ({ SecretId }) => (SecretId === 'a' ? deny() : undefined),
        GetSecretValue: ({ SecretId }) => (SecretId === 'b' ? deny() : undefined),
      },
    );
    const { changes } = await surveyEach([plain('a'), plain('b'), plain('c')], policy(), ask);
    expect(changes.map(({ action, because, unseen }) => [action, because?.code, because?.sentence, unseen])).toEqual([
      ['refuse', 'access-denied', 'reading it failed: AccessDenied: not authorized', true],
      ['refuse', 'access-denied', 'reading its value failed: AccessDenied: not authorized', true],
      ['unchanged', undefined, undefined, false],
    ]);
  });
});

const names = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`);

describe('many secrets', () => {
  it('of our own are looked at with one list and a call for each twenty', async () => {
    const all = names(45);
    const { many, counts, inputsOf, notices } = setUp(Object.fromEntries(all.map((name) => [name, own(name)])));
    const { changes, own: ours } = await many(all.map((name) => plain(name)));
    expect(changes.map(({ name, action }) => `${name} ${action}`)).toEqual(all.map((name) => `${name} unchanged`));
    expect(ours).toEqual(all);
    expect(counts()).toEqual({ ListSecrets: 1, BatchGetSecretValue: 3 });
    expect(inputsOf('BatchGetSecretValue').map(({ SecretIdList }) => (SecretIdList as string[]).length)).toEqual([
      20, 20, 5,
    ]);
    expect(notices).toEqual([]);
  });

  it('are listed page by page, those scheduled for deletion too', async () => {
    const all = names(230);
    const { many, counts, inputsOf } = setUp(
      Object.fromEntries(all.map((name, index) => [name, own(name, 'new', { deleted: index === 200 })])),
    );
    expect((await many([])).own).toEqual(all);
    expect(counts()).toEqual({ ListSecrets: 3 });
    expect(inputsOf('ListSecrets')[0]).toEqual({
      Filters: [
        { Key: 'tag-key', Values: ['sync:owner'] },
        { Key: 'tag-value', Values: [OWNER] },
      ],
      IncludePlannedDeletion: true,
      MaxResults: 100,
      NextToken: undefined,
    });
  });

  it('of an owner whose mark begins like ours, or stands in another tag, are not ours', async () => {
    const { many } = setUp({
      a: own('a'),
      b: own('b', 'new', { tags: { 'sync:owner': `${OWNER}2` } }),
      c: own('c', 'new', { tags: { 'sync:owner': 'x', other: OWNER } }),
    });
    expect((await many([])).own).toEqual(['a']);
  });

  it('are each what they are', async () => {
    const { many } = setUp({
      same: own('same'),
      changed: own('changed', 'old'),
      bytes: own('bytes', 'x', { versions: new Map([['v1', undefined]]) }),
      foreign: fakeSecret('foreign', 'new'),
      deleted: own('deleted', 'new', { deleted: true }),
      gone: fakeSecret('gone', 'x', { deleted: true }),
      rotating: own('rotating', 'old', { rotating: true }),
    });
    const desired = ['same', 'changed', 'bytes', 'foreign', 'deleted', 'gone', 'rotating', 'new'].map((name) =>
      plain(name),
    );
    expect((await many([...desired, plain('blank', '')])).actions).toEqual({
      same: 'unchanged',
      changed: 'update',
      bytes: 'update',
      foreign: 'refuse',
      deleted: 'restore',
      gone: 'refuse',
      rotating: 'refuse',
      new: 'create',
      blank: 'skip',
    });
  });

  it('are described where replicas are wanted, of which a list says nothing', async () => {
    const { many, counts } = setUp({ a: own('a'), b: own('b') });
    const { changes } = await many([plain('a'), plain('b')], {
      replicas: [{ region: 'us-west-2', kmsKeyId: undefined }],
    });
    expect(changes.map(({ what }) => what)).toEqual([['replicas'], ['replicas']]);
    expect(counts()).toEqual({ ListSecrets: 1, BatchGetSecretValue: 1, DescribeSecret: 2 });
  });

  it('are masked where they are ours, and those of others are not', async () => {
    const secrets = { a: own('a', 'c4n4ry-1'), b: own('b', '{"k":"c4n4ry-2"}'), c: fakeSecret('c', 'theirs') };
    const desired = [plain('a'), plain('b'), plain('c')];
    const batched = setUp(secrets);
    await batched.many(desired);
    expect(batched.masks).toEqual(['c4n4ry-1', 'c4n4ry-2']);
    const each = setUp(secrets);
    await surveyEach(desired, policy(), each.ask);
    expect(each.masks).toEqual(['c4n4ry-1', 'c4n4ry-2']);
  });

  const DEEP = `{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;

  it('that hold an object nested too deep to be read are refused, not overwritten; the others are not', async () => {
    const { many } = setUp({ a: own('a', DEEP), b: own('b') });
    const { actions, changes } = await many([json('a', { k: '1' }), plain('b')], { adopt: 'always' });
    expect(actions).toEqual({ a: 'refuse', b: 'unchanged' });
    expect(changes[0]).toMatchObject({
      unseen: true,
      because: { code: 'unexpected', sentence: expect.stringContaining('reading it failed: RangeError') },
    });
  });

  it('that hold one value each are compared as texts, however deep that is nested', async () => {
    const { many } = setUp({ same: own('same', DEEP), other: own('other', DEEP) });
    expect((await many([plain('same', DEEP), plain('other', 'x')])).actions).toEqual({
      same: 'unchanged',
      other: 'update',
    });
  });

  it('that a list, minutes behind, does not show yet are asked themselves', async () => {
    const { many, counts } = setUp({ a: own('a'), b: own('b', 'old') }, { ListSecrets: () => ({}) });
    expect((await many([plain('a'), plain('b')])).actions).toEqual({ a: 'unchanged', b: 'update' });
    expect(counts()).toEqual({ ListSecrets: 1, BatchGetSecretValue: 1, DescribeSecret: 2 });
  });

  it('that a list still shows are new where they are gone', async () => {
    const stale = { Name: 'a', ARN: 'arn:old', Tags: [{ Key: 'sync:owner', Value: OWNER }] };
    const { many } = setUp({}, { ListSecrets: () => ({ SecretList: [stale] }) });
    expect((await many([plain('a')])).actions).toEqual({ a: 'create' });
  });

  it('that were deleted for good and made again are not new, though the list knows only their old ARN', async () => {
    const stale = { Name: 'a', ARN: 'arn:old', Tags: [{ Key: 'sync:owner', Value: OWNER }] };
    const { many } = setUp({ a: own('a') }, { ListSecrets: () => ({ SecretList: [stale] }) });
    expect((await many([plain('a')])).actions).toEqual({ a: 'unchanged' });
  });

  it('that a list still shows scheduled for deletion are asked themselves', async () => {
    const { many, secrets } = setUp(
      { a: own('a') },
      {
        ListSecrets(_, __, apply) {
          for (const secret of secrets.values()) secret.deleted = true;
          const page = apply();
          for (const secret of secrets.values()) secret.deleted = false;
          return page;
        },
      },
    );
    expect((await many([plain('a')])).actions).toEqual({ a: 'unchanged' });
  });

  it('that have no version yet are there all the same', async () => {
    const { many } = setUp({ a: own('a', undefined, { versions: new Map(), current: undefined }) });
    expect((await many([plain('a')])).actions).toEqual({ a: 'update' });
  });

  it('come also from a batch that answers in pages', async () => {
    const { many, inputsOf } = setUp(
      { a: own('a'), b: own('b', 'old') },
      {
        BatchGetSecretValue({ SecretIdList, NextToken }, _, apply) {
          const ids = SecretIdList as string[];
          const whole = apply() as { SecretValues: object[] };
          return NextToken === undefined
            ? { SecretValues: whole.SecretValues.slice(0, 1), NextToken: 'more' }
            : { SecretValues: whole.SecretValues.slice(1), ids };
        },
      },
    );
    expect((await many([plain('a'), plain('b')])).actions).toEqual({ a: 'unchanged', b: 'update' });
    expect(inputsOf('BatchGetSecretValue').map(({ NextToken }) => NextToken)).toEqual([undefined, 'more']);
  });

  it('that a batch leaves out are asked themselves', async () => {
    const { many, counts } = setUp({ a: own('a') }, { BatchGetSecretValue: () => ({}) });
    expect((await many([plain('a')])).actions).toEqual({ a: 'unchanged' });
    expect(counts()).toEqual({ ListSecrets: 1, BatchGetSecretValue: 1, DescribeSecret: 1, GetSecretValue: 1 });
  });

  it('are known by name or by ARN, whichever a batch tells', async () => {
    const { many, counts } = setUp(
      { a: own('a'), b: own('b') },
      {
        BatchGetSecretValue: () => ({
          SecretValues: [
            { ARN: own('a').arn, VersionId: 'v1', SecretString: 'new' },
            { Name: 'b', VersionId: 'v1', SecretString: 'new' },
          ],
        }),
        ListSecrets(_, __, apply) {
          const { SecretList } = apply() as { SecretList: { Name: string }[] };
          return { SecretList: SecretList.filter(({ Name }) => Name === 'a') };
        },
      },
    );
    expect((await many([plain('a'), plain('b')])).actions).toEqual({ a: 'unchanged', b: 'unchanged' });
    expect(counts()).toEqual({ ListSecrets: 1, BatchGetSecretValue: 1, DescribeSecret: 1 });
  });

  it('that must not be read are refused one by one, with AWS’s words', async () => {
    const { many } = setUp(
      { a: own('a'), b: own('b') },
      {
        BatchGetSecretValue: (_, __, apply) => ({
          ...apply(),
          Errors: [{ SecretId: own('b').arn, ErrorCode: 'AccessDeniedException', Message: 'not authorized' }, {}],
          SecretValues: [(apply() as { SecretValues: object[] }).SecretValues[0]],
        }),
      },
    );
    const { actions, changes } = await many([plain('a'), plain('b')]);
    expect(actions).toEqual({ a: 'unchanged', b: 'refuse' });
    expect(changes[1]?.because).toMatchObject({
      code: 'access-denied',
      sentence: 'reading its value failed: AccessDenied: not authorized',
    });
  });

  it('that must not be described are refused one by one', async () => {
    const { many } = setUp({ a: own('a'), b: fakeSecret('b', 'new') }, { DescribeSecret: deny });
    expect((await many([plain('a'), plain('b')])).actions).toEqual({ a: 'unchanged', b: 'refuse' });
  });
});

describe('a role that must not', () => {
  const all = names(25);
  const secrets = () => Object.fromEntries(all.map((name) => [name, own(name)]));
  const desired = all.map((name) => plain(name));

  it('list looks at each secret, with one notice, and knows nothing of others', async () => {
    const { many, counts, notices } = setUp(secrets(), { ListSecrets: deny });
    const { changes, own: ours } = await many(desired);
    expect(changes.every(({ action }) => action === 'unchanged')).toBe(true);
    expect(ours).toBeUndefined();
    expect(counts()).toEqual({ ListSecrets: 1, BatchGetSecretValue: 2, DescribeSecret: 25 });
    expect(notices).toEqual([
      'The role may not call secretsmanager:ListSecrets: secrets are read one by one, which takes more calls.',
    ]);
  });

  it('read by the batch reads one by one, with one notice', async () => {
    const { many, counts, notices } = setUp(secrets(), { BatchGetSecretValue: deny });
    const { changes, own: ours } = await many(desired);
    expect(changes.every(({ action }) => action === 'unchanged')).toBe(true);
    expect(ours).toEqual(all);
    expect(counts()).toMatchObject({ ListSecrets: 1, GetSecretValue: 25 });
    expect(notices).toEqual([
      'The role may not call secretsmanager:BatchGetSecretValue: secrets are read one by one, which takes more calls.',
    ]);
  });

  it('do either reads and describes one by one, with one notice', async () => {
    const { many, counts, notices } = setUp(secrets(), { ListSecrets: deny, BatchGetSecretValue: deny });
    const { changes } = await many(desired);
    expect(changes.every(({ action }) => action === 'unchanged')).toBe(true);
    expect(counts()).toMatchObject({ DescribeSecret: 25, GetSecretValue: 25 });
    expect(notices).toEqual([
      'The role may not call secretsmanager:ListSecrets and secretsmanager:BatchGetSecretValue: secrets are read one by one, which takes more calls.',
    ]);
  });

  it('read by the batch asks for no further batch once that is known', async () => {
    const many250 = names(250);
    const { many, counts } = setUp({}, { BatchGetSecretValue: deny });
    await many(many250.map((name) => plain(name)));
    // Ten batches are under way at once; the other three of thirteen begin when the first is refused.
    expect(counts().BatchGetSecretValue).toBeLessThanOrEqual(10);
  });

  it('list is asked again only where nothing can take the list’s place', async () => {
    for (const [mustList, lists] of [
      [true, 3],
      [false, 1],
    ] as const) {
      let refusals = 0;
      const { many, counts } = setUp({ a: own('a') }, { ListSecrets: () => (++refusals <= 2 ? deny() : undefined) });
      const ask = retryFirstDenial(fakeWaiting());
      expect((await many([plain('a')], {}, { mustList, ask })).own).toEqual(mustList ? ['a'] : undefined);
      expect(counts().ListSecrets).toBe(lists);
    }
  });

  it('do more than that stops the sync', async () => {
    for (const action of ['ListSecrets', 'BatchGetSecretValue']) {
      const { many } = setUp(secrets(), {
        [action]() {
          throw awsError('InternalServiceError', { status: 500 });
        },
      });
      expect(await rejection(many(desired))).toMatchObject({ name: 'InternalServiceError' });
    }
  });
});

describe('a survey that has to end', () => {
  it.each(['ListSecrets', 'BatchGetSecretValue'])('asks for no further page of %s', async (action) => {
    const all = setUp(
      { a: own('a') },
      {
        [action]() {
          all.stop.abort(new Error('stopped'));
          return { NextToken: 'more' };
        },
      },
    );
    expect(await rejection(all.many([plain('a')]))).toMatchObject({ message: 'stopped' });
    expect(all.counts()[action]).toBe(1);
  });
});

import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../../src/errors.ts';
import { applySync } from '../../../../src/secrets/apply/apply.ts';
import type { DesiredSecret } from '../../../../src/secrets/desired/desired.ts';
import { planSync, type SyncSpec } from '../../../../src/secrets/plan/plan.ts';
import { awsError, rejection } from '../../../support/fakes/aws-error.ts';
import {
  context,
  type FakeSecret,
  fakeSecret,
  type Handlers,
  secretArn,
} from '../../../support/fakes/secrets-manager.ts';
import { change, json, OWN, plain, policy, spec } from '../../../support/fakes/sync.ts';

const own = (name: string, text: string | undefined = 'old', about: Partial<FakeSecret> = {}) =>
  fakeSecret(name, text, { tags: { ...OWN }, ...about });
const PRUNE = { limit: 5, deletion: { recoveryWindowDays: 30 } };
const denied = () => awsError('AccessDeniedException', { message: 'not authorized' });

function setUp(
  secrets: FakeSecret[],
  desired: DesiredSecret[],
  about: Partial<SyncSpec> = {},
  handlers: Handlers = {},
) {
  const all = context(
    handlers,
    Object.fromEntries(secrets.map((each) => [each.arn.slice(secretArn('').length - 7, -7), each])),
  );
  const wanting = spec(desired, about);
  const plan = () => planSync(wanting, all.ask);
  const apply = async () => applySync(await plan(), wanting, all.ask);
  const ends = async () => (await apply()).map(({ name, action, failure }) => [name, action, failure?.sentence]);
  return { ...all, plan, apply, ends };
}
const actionsOf = ({ changes }: Awaited<ReturnType<typeof planSync>>) =>
  changes.map(({ name, action }) => `${name} ${action}`);

describe('a plan', () => {
  it('that is to prune although a secret is refused says that nothing will be deleted', async () => {
    const { plan } = setUp([fakeSecret('a', 'x'), own('gone')], [plain('a')], { prune: PRUNE });
    const planned = await plan();
    expect(actionsOf(planned)).toEqual(['a refuse', 'gone prune']);
    const held = { code: 'not-after-failure', sentence: 'not deleted, since another secret failed' };
    expect(planned.pruneRefused).toEqual(held);
    expect(planned.changes.at(-1)?.because).toEqual(held);
    const alone = setUp([fakeSecret('a', 'x')], [plain('a')], { prune: PRUNE });
    expect((await alone.plan()).pruneRefused).toBeUndefined();
  });

  it('prunes no JSON secret of another sync with the same id', async () => {
    const other = own('other', '{"a":"b"}', { tags: { ...OWN, 'sync:mode': 'json' } });
    expect(actionsOf(await setUp([other], [plain('a')], { prune: PRUNE }).plan())).toEqual(['a create']);
  });

  it('asks nothing where the source has no value at all', async () => {
    const { plan, names } = setUp([own('gone')], [plain('a', '')], { prune: PRUNE });
    expect(actionsOf(await plan())).toEqual(['a skip']);
    expect(names()).toEqual([]);
  });

  it('says of each secret what it needs, and writes nothing', async () => {
    const { plan, names } = setUp([own('a', 'new'), own('b')], [plain('a'), plain('b'), plain('c')]);
    const planned = await plan();
    expect(actionsOf(planned)).toEqual(['a unchanged', 'b update', 'c create']);
    expect(planned.pruneRefused).toBeUndefined();
    expect(new Set(names())).toEqual(new Set(['ListSecrets', 'BatchGetSecretValue']));
  });

  it('of a JSON secret takes two calls', async () => {
    const { plan, names } = setUp(
      [own('a', '{"k":"1"}', { tags: { ...OWN, 'sync:mode': 'json' } })],
      [json('a', { k: '1' })],
      {
        policy: policy({ mode: 'json' }),
      },
    );
    expect(actionsOf(await plan())).toEqual(['a unchanged']);
    expect(names().sort()).toEqual(['DescribeSecret', 'GetSecretValue']);
  });

  it('prunes what is ours and not wanted, and what is only empty not', async () => {
    const secrets = [
      own('a'),
      own('gone'),
      own('blank'),
      fakeSecret('foreign', 'x'),
      own('late', 'x', { deleted: true }),
    ];
    const desired = [plain('a'), plain('blank', '')];
    expect(actionsOf(await setUp(secrets, desired, { prune: PRUNE }).plan())).toEqual([
      'a update',
      'blank skip',
      'gone prune',
    ]);
    expect(actionsOf(await setUp(secrets, desired).plan())).toEqual(['a update', 'blank skip']);
  });

  it.each([
    ['is empty', []],
    ['has only empty values', [plain('a', ''), json('b', {}, ['x'])]],
  ])('prunes nothing where the source %s', async (_, desired) => {
    const { plan } = setUp([own('gone')], desired, { prune: PRUNE });
    expect((await plan()).changes.filter(({ action }) => action === 'prune')).toEqual([]);
  });

  it('refuses what is ours, not wanted, and not to be written by anybody', async () => {
    const { plan } = setUp([own('a', 'new'), own('r', 'x', { rotating: true })], [plain('a')], { prune: PRUNE });
    expect(actionsOf(await plan())).toEqual(['a unchanged', 'r refuse']);
  });

  it('prunes up to the limit, and beyond it nothing', async () => {
    const gone = ['g1', 'g2', 'g3'].map((name) => own(name));
    const at = (limit: number) => setUp(gone, [plain('a')], { prune: { ...PRUNE, limit } }).plan();
    expect((await at(3)).pruneRefused).toBeUndefined();
    expect((await at(2)).pruneRefused).toEqual({
      code: 'prune-limit',
      sentence: '`prune` would delete 3, and `prune-limit` is 2: none is deleted',
    });
    expect((await at(0)).pruneRefused).toEqual({
      code: 'prune-limit',
      sentence: '`prune` would delete 3, and `prune-limit` is 0: none is deleted',
    });
    const none = setUp([], [plain('a')], { prune: { ...PRUNE, limit: 0 } });
    expect((await none.plan()).pruneRefused).toBeUndefined();
  });

  it('says of each delete why it is held back, and nothing where it is not', async () => {
    const gone = [own('g1'), own('g2'), own('r', 'x', { rotating: true })];
    const reasons = async (limit: number, secrets: FakeSecret[]) => {
      const { changes } = await setUp(secrets, [plain('a')], { prune: { ...PRUNE, limit } }).plan();
      return changes.map(({ name, because }) => [name, because?.sentence]);
    };
    const beyond = '`prune` would delete 2, and `prune-limit` is 1: none is deleted';
    const rotating = 'its rotation is enabled: a Lambda function writes it';
    expect(await reasons(1, gone)).toEqual([
      ['a', undefined],
      ['g1', beyond],
      ['g2', beyond],
      ['r', rotating],
    ]);
    expect(await reasons(2, gone)).toEqual([
      ['a', undefined],
      ['g1', 'not deleted, since another secret failed'],
      ['g2', 'not deleted, since another secret failed'],
      ['r', rotating],
    ]);
    expect(await reasons(2, gone.slice(0, 2))).toEqual([
      ['a', undefined],
      ['g1', undefined],
      ['g2', undefined],
    ]);
  });

  it('counts towards the limit only what is there: a list may show what was deleted minutes ago', async () => {
    const gone = ['g1', 'g2', 'g3', 'g4'].map((name) => own(name));
    const all = setUp(
      gone,
      [plain('a')],
      { prune: { ...PRUNE, limit: 1 } },
      {
        ListSecrets(_, __, apply) {
          const page = apply();
          all.secrets.delete('g1');
          for (const [name, about] of [
            ['g2', { deleted: true }],
            ['g3', { tags: {} }],
          ] as const)
            Object.assign(all.secrets.get(name) ?? {}, about);
          return page;
        },
      },
    );
    const planned = await all.plan();
    expect(actionsOf(planned)).toEqual(['a create', 'g4 prune']);
    expect(planned.pruneRefused).toBeUndefined();
  });

  it('refuses what is surplus and cannot be looked at, with AWS’s words; then nothing is deleted', async () => {
    const { plan, ends, names } = setUp(
      [own('gone'), own('hidden')],
      [plain('a')],
      { prune: PRUNE },
      {
        DescribeSecret({ SecretId }) {
          if (SecretId === secretArn('hidden')) throw denied();
          return undefined;
        },
      },
    );
    const why = 'reading it failed: AccessDenied: not authorized';
    const held = 'not deleted, since another secret failed';
    expect((await plan()).changes.slice(1)).toMatchObject([
      { name: 'gone', action: 'prune', because: { code: 'not-after-failure', sentence: held }, unseen: false },
      {
        name: 'hidden',
        action: 'refuse',
        because: { code: 'access-denied', sentence: why, call: { action: 'DescribeSecret', awsCode: 'AccessDenied' } },
        unseen: true,
        desired: undefined,
      },
    ]);
    expect(await ends()).toEqual([
      ['a', 'create', undefined],
      ['hidden', 'refuse', why],
      ['gone', 'prune', held],
    ]);
    expect(names()).not.toContain('DeleteSecret');
  });

  it('that has to end while it looks at what to prune ends with the end’s reason', async () => {
    const reason = new ActionError('interrupted', 'stopped', { remedy: 'none' });
    const all = setUp(
      [own('gone')],
      [plain('a')],
      { prune: PRUNE },
      {
        DescribeSecret() {
          all.stop.abort(reason);
          throw reason;
        },
      },
    );
    expect(await rejection(all.plan())).toBe(reason);
  });

  it('does not look at what is surplus where nothing is to be pruned', async () => {
    const { plan, names } = setUp([own('gone')], [plain('a')]);
    await plan();
    expect(names()).not.toContain('DescribeSecret');
  });

  it('names what it prunes in one order, whatever that of the list', async () => {
    const gone = ['g2', 'G9', 'g10', 'g1'].map((name) => own(name));
    expect(actionsOf(await setUp(gone, [plain('z')], { prune: PRUNE }).plan())).toEqual([
      'z create',
      'G9 prune',
      'g1 prune',
      'g10 prune',
      'g2 prune',
    ]);
  });

  it.each([
    ['to prune, which needs the list, is not believed to be refused it at once', PRUNE, ['gone prune', 'z create'], 0],
    ['not to prune goes on without the list at the first refusal', undefined, ['z create'], 1],
  ])('that is %s', async (_, prune, expected, notices) => {
    const all = context(
      {
        ListSecrets(__, nth) {
          if (nth === 1) throw denied();
          return undefined;
        },
      },
      { gone: own('gone') },
    );
    const ask: typeof all.ask.ask = (call) => call().catch(call);
    expect(actionsOf(await planSync(spec([plain('z')], { prune }), { ...all.ask, ask })).sort()).toEqual(expected);
    expect(all.notices).toHaveLength(notices);
  });

  it('that cannot be done is reported all at once', async () => {
    const half = 'x'.repeat(40_000);
    const tags = Object.fromEntries(Array.from({ length: 48 }, (_, index) => [`t${index}`, 'x']));
    const { plan } = setUp(
      [own('a', JSON.stringify({ z: half })), own('b', 'new', { tags: { ...OWN, ...tags } })],
      [json('a', { k: half }), plain('b')],
      { policy: policy({ unknownKeys: 'keep', tags: { mine: 'x' } }), prune: PRUNE },
      {
        ListSecrets() {
          throw denied();
        },
      },
    );
    const error = await rejection(plan());
    expect(error).toMatchObject({ code: 'sync-impossible', remedy: expect.stringContaining('Nothing was written') });
    expect((error as Error).message.split('\n')).toEqual([
      'The secrets cannot be synced:',
      expect.stringContaining('- a: with the keys that stay'),
      expect.stringContaining('- b: it would have 51 tags'),
      expect.stringContaining('- `prune` needs the list of secrets'),
    ]);
  });

  it('that AWS does not let us make is an error with AWS’s words', async () => {
    const { plan } = setUp(
      [],
      [plain('a')],
      {},
      {
        ListSecrets() {
          throw awsError('InternalServiceError', { status: 500, message: 'oh' });
        },
      },
    );
    expect(await rejection(plan())).toMatchObject({
      code: 'sync-failed',
      message: 'Reading the secrets failed. AWS said InternalServiceError: oh',
      remedy: expect.stringMatching(/^Nothing was written\. Check `aws-region`/),
    });
  });

  it.each<[string, 'json' | 'per-key']>([
    ['amid the list', 'per-key'],
    ['amid the reading', 'json'],
  ])('that has to end %s ends with the end’s reason', async (_, mode) => {
    const reason = new ActionError('interrupted', 'stopped', { remedy: 'none' });
    const stopping = () => {
      all.stop.abort(reason);
      throw reason;
    };
    const all = setUp(
      [],
      [plain('a')],
      { policy: policy({ mode }) },
      { ListSecrets: stopping, DescribeSecret: stopping },
    );
    expect(await rejection(all.plan())).toBe(reason);
  });
});

describe('a sync', () => {
  it('does what the plan says and returns the result of each, in the plan’s order', async () => {
    const { apply, secrets } = setUp(
      [own('a', 'new'), own('b'), own('gone'), own('back', 'new', { deleted: true })],
      [plain('a'), plain('b'), plain('c'), plain('back'), plain('e', '')],
      { prune: PRUNE },
    );
    const results = await apply();
    const current = (name: string) => secrets.get(name)?.current;
    const done = { failure: undefined, copying: false, wrote: true };
    const left = { ...done, wrote: false };
    expect(results).toEqual([
      { name: 'a', action: 'unchanged', arn: secretArn('a'), versionId: 'v1', ...left },
      { name: 'b', action: 'update', arn: secretArn('b'), versionId: current('b'), ...done },
      { name: 'c', action: 'create', arn: secretArn('c'), versionId: current('c'), ...done },
      { name: 'back', action: 'restore', arn: secretArn('back'), versionId: 'v1', ...done },
      { name: 'e', action: 'skip', arn: '', versionId: '', ...left },
      { name: 'gone', action: 'prune', arn: secretArn('gone'), versionId: 'v1', ...done },
    ]);
    expect(secrets.get('gone')?.deleted).toBe(true);
  });

  it('has empty what AWS does not return for a new secret', async () => {
    const { apply } = setUp([], [plain('a')], {}, { CreateSecret: () => ({}) });
    expect(await apply()).toMatchObject([{ action: 'create', failure: undefined, arn: '', versionId: '' }]);
  });

  it('done twice changes nothing the second time', async () => {
    const desired = [plain('a'), plain('b'), json('c', { k: '1' })];
    const first = setUp([own('a'), own('gone')], desired, { prune: PRUNE });
    await first.apply();
    first.calls.length = 0;
    expect((await first.ends()).map(([, action]) => action)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(new Set(first.names())).toEqual(new Set(['ListSecrets', 'BatchGetSecretValue']));
  });

  it('goes on after one secret failed, but deletes nothing', async () => {
    const { ends, secrets, names } = setUp(
      [own('a'), own('b'), own('gone')],
      [plain('a'), plain('b')],
      { prune: PRUNE },
      {
        PutSecretValue({ SecretId }) {
          if (SecretId === secretArn('a')) throw denied();
          return undefined;
        },
      },
    );
    expect(await ends()).toEqual([
      ['a', 'update', 'secretsmanager:PutSecretValue failed: AccessDenied: not authorized'],
      ['b', 'update', undefined],
      ['gone', 'prune', 'not deleted, since another secret failed'],
    ]);
    expect(secrets.get('gone')?.deleted).toBe(false);
    expect(names()).not.toContain('DeleteSecret');
  });

  it('says of a secret that failed whether anything of it was written, and which version it has', async () => {
    const failing = (action: string) =>
      setUp(
        [own('a')],
        [plain('a')],
        { policy: policy({ tags: { team: 'core' } }) },
        {
          [action]: () => {
            throw denied();
          },
        },
      );
    const tagless = failing('TagResource');
    const [result] = await tagless.apply();
    expect(result).toMatchObject({
      failure: { code: 'access-denied', sentence: expect.stringContaining('TagResource failed') },
      wrote: true,
    });
    expect(result?.versionId).toBe(tagless.secrets.get('a')?.current);
    expect(result?.versionId).not.toBe('v1');
    expect(await failing('PutSecretValue').apply()).toMatchObject([{ wrote: false }]);
  });

  it('says of a secret that was restored and then failed that something was written', async () => {
    const all = setUp(
      [own('a', 'old', { deleted: true })],
      [plain('a')],
      {},
      {
        PutSecretValue() {
          throw denied();
        },
      },
    );
    expect(await all.apply()).toMatchObject([
      {
        action: 'restore',
        failure: { code: 'access-denied', sentence: expect.stringContaining('PutSecretValue failed') },
        wrote: true,
      },
    ]);
    expect(all.secrets.get('a')?.deleted).toBe(false);
  });

  it('deletes nothing where a secret was refused, which is a failure too', async () => {
    const { ends } = setUp([fakeSecret('a', 'x'), own('gone')], [plain('a')], { prune: PRUNE });
    expect(await ends()).toEqual([
      ['a', 'refuse', 'it exists and no sync made it (no tag sync:owner), and `adopt` is `never`'],
      ['gone', 'prune', 'not deleted, since another secret failed'],
    ]);
  });

  it('deletes nothing beyond the limit, and says so of each', async () => {
    const { ends, names } = setUp([own('g1'), own('g2')], [plain('a')], { prune: { ...PRUNE, limit: 1 } });
    const why = '`prune` would delete 2, and `prune-limit` is 1: none is deleted';
    expect(await ends()).toEqual([
      ['a', 'create', undefined],
      ['g1', 'prune', why],
      ['g2', 'prune', why],
    ]);
    expect(names()).not.toContain('DeleteSecret');
  });

  it('whose one delete fails does the others', async () => {
    const { ends, secrets } = setUp(
      [own('g1'), own('g2')],
      [plain('a')],
      { prune: PRUNE },
      {
        DeleteSecret({ SecretId }) {
          if (SecretId === secretArn('g1')) throw denied();
          return undefined;
        },
      },
    );
    expect((await ends()).slice(1)).toEqual([
      ['g1', 'prune', 'secretsmanager:DeleteSecret failed: AccessDenied: not authorized'],
      ['g2', 'prune', undefined],
    ]);
    expect(secrets.get('g2')?.deleted).toBe(true);
  });

  it('deletes nothing that another sync has taken over since it was listed', async () => {
    const all = setUp(
      [own('gone')],
      [plain('a')],
      { prune: PRUNE },
      {
        CreateSecret() {
          const gone = all.secrets.get('gone');
          if (gone !== undefined) gone.tags = {};
          return undefined;
        },
      },
    );
    expect((await all.apply()).at(-1)).toMatchObject({
      name: 'gone',
      action: 'unchanged',
      failure: undefined,
      wrote: false,
    });
    expect(all.secrets.get('gone')?.deleted).toBe(false);
  });

  it('deletes only after everything is written and copied', async () => {
    const replicas = [{ region: 'us-west-2', kmsKeyId: undefined }];
    const { apply, names } = setUp([own('a'), own('gone')], [plain('a'), plain('b')], {
      prune: PRUNE,
      policy: policy({ replicas }),
    });
    await apply();
    const last = names().lastIndexOf('ReplicateSecretToRegions');
    expect(last).toBeGreaterThan(0);
    expect(names().indexOf('DeleteSecret')).toBe(names().length - 1);
  });

  it('waits for copies it has begun, and fails with AWS’s words for that secret alone; nothing is deleted then', async () => {
    const replicas = [{ region: 'us-west-2', kmsKeyId: undefined }];
    const all = setUp(
      [own('a', 'new'), own('gone')],
      [plain('a'), plain('b')],
      { prune: PRUNE, policy: policy({ replicas }) },
      {
        ReplicateSecretToRegions() {
          const a = all.secrets.get('a');
          if (a !== undefined) a.replicas = [{ Region: 'us-west-2', Status: 'Failed', StatusMessage: 'no such key' }];
          return {};
        },
      },
    );
    expect(await all.ends()).toEqual([
      ['a', 'update', 'replication failed in us-west-2: no such key'],
      ['b', 'create', undefined],
      ['gone', 'prune', 'not deleted, since another secret failed'],
    ]);
  });

  it('waits for copies that an earlier run has begun, and for none that are there', async () => {
    const replicas = [{ region: 'us-west-2', kmsKeyId: undefined }];
    const withCopy = (Status: 'InProgress' | 'InSync') =>
      own('a', 'new', { replicas: [{ Region: 'us-west-2', Status }] });
    const done = setUp([withCopy('InSync')], [plain('a')], { policy: policy({ replicas }) });
    expect(await done.apply()).toMatchObject([{ action: 'unchanged', failure: undefined, copying: false }]);
    expect(done.clock.slept).toEqual([]);
    const begun = setUp([withCopy('InProgress')], [plain('a')], { policy: policy({ replicas }) });
    expect(await begun.apply()).toMatchObject([
      { failure: { code: 'replication', sentence: 'replication to us-west-2 is not done after 120 s' } },
    ]);
  });

  it('tells of copies that are under way where one of those asked for is, whatever becomes of others', async () => {
    const [west, east] = ['us-west-2', 'eu-west-1'].map((region) => ({ region, kmsKeyId: undefined }));
    const copying = async (...statuses: [region: string, status: string][]) => {
      const replicas = statuses.map(([Region, Status]) => ({ Region, Status }));
      const desired = statuses.length === 2 ? [west] : [west, east];
      const all = setUp([own('a', 'new', { replicas })], [plain('a')], {
        policy: policy({ replicas: desired as SyncSpec['policy']['replicas'] }),
      });
      return (await all.apply()).map((result) => result.copying);
    };
    expect(await copying(['us-west-2', 'InSync'], ['ap-south-1', 'InProgress'])).toEqual([false]);
    expect(await copying(['eu-west-1', 'InSync'], ['us-west-2', 'InProgress'], ['x', 'InSync'])).toEqual([true]);
  });

  it('writes no more secrets at a time than it is told', async () => {
    let [now, most] = [0, 0];
    const desired = Array.from({ length: 12 }, (_, index) => plain(`s${index}`));
    const { apply } = setUp(
      [],
      desired,
      { writers: 3 },
      {
        async CreateSecret() {
          most = Math.max(most, ++now);
          for (let turns = 0; turns < 10; turns++) await Promise.resolve();
          now--;
          return undefined;
        },
      },
    );
    await apply();
    expect(most).toBe(3);
  });

  it('that has to end says of what it did not begin why, in the end’s own words', async () => {
    const reason = new ActionError('interrupted', 'The runner stopped this step', { remedy: 'none' });
    const { ends } = setUp(
      [],
      [plain('a'), plain('b')],
      { writers: 1 },
      {
        CreateSecret({ Name }) {
          if (Name === 'b') throw reason;
          return undefined;
        },
      },
    );
    expect(await ends()).toEqual([
      ['a', 'create', undefined],
      ['b', 'create', 'The runner stopped this step'],
    ]);
  });

  it('that has to end in a pause says why, too', async () => {
    const reason = new ActionError('interrupted', 'The runner stopped this step', { remedy: 'none' });
    const all = setUp(
      [],
      [plain('a')],
      {},
      {
        CreateSecret() {
          all.stop.abort(reason);
          throw awsError('InvalidRequestException');
        },
      },
    );
    expect(await all.ends()).toEqual([['a', 'create', 'The runner stopped this step']]);
  });

  it('tells an unexpected error by its name, and goes on', async () => {
    const replicas = [{ region: 'us-west-2', kmsKeyId: undefined }];
    const all = setUp(
      [],
      [plain('a')],
      { policy: policy({ replicas }) },
      {
        CreateSecret(_, __, apply) {
          const answer = apply();
          const a = all.secrets.get('a');
          if (a !== undefined) a.replicas = [{ Region: 'us-west-2', Status: 'InProgress' }];
          all.stop.abort(new RangeError('odd'));
          return answer;
        },
      },
    );
    expect(await all.ends()).toEqual([['a', 'create', 'RangeError: odd']]);
  });
});

describe('a plan that is applied with another request', () => {
  it('deletes nothing where that does not prune', async () => {
    const { plan, ask, names } = setUp([own('gone')], [plain('a', 'new'), plain('b')], { prune: PRUNE });
    const planned = await plan();
    const results = await applySync({ ...planned, pruneRefused: undefined }, spec([plain('a')]), ask);
    expect(results.at(-1)).toMatchObject({ name: 'gone', failure: { code: 'unexpected', sentence: '`prune` is off' } });
    expect(names()).not.toContain('DeleteSecret');
  });

  it('addresses by its name what no ARN is known of', async () => {
    const { ask, inputsOf, secrets } = setUp([own('gone')], []);
    const planned = { changes: [change({ name: 'gone', action: 'prune' })], pruneRefused: undefined };
    const results = await applySync(planned, spec([], { prune: PRUNE }), ask);
    expect(results).toMatchObject([{ name: 'gone', action: 'prune', failure: undefined, arn: '' }]);
    expect(inputsOf('DeleteSecret')[0]?.SecretId).toBe('gone');
    expect(secrets.get('gone')?.deleted).toBe(true);
  });

  it('writes nothing that is refused without a reason', async () => {
    const { plan, ask, names } = setUp([], [plain('a')]);
    const { changes } = await plan();
    const before = names().length;
    const refused = changes.map((change) => ({ ...change, action: 'refuse' as const }));
    expect(await applySync({ changes: refused, pruneRefused: undefined }, spec([]), ask)).toMatchObject([
      { failure: { code: 'unexpected', sentence: 'it must not be written' } },
    ]);
    expect(names()).toHaveLength(before);
  });
});

import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../../src/errors.ts';
import { readSecret } from '../../../../src/secrets/actual/read.ts';
import { versionToken } from '../../../../src/secrets/apply/version.ts';
import { write } from '../../../../src/secrets/apply/write.ts';
import type { DesiredSecret } from '../../../../src/secrets/desired/desired.ts';
import { ItemFailure } from '../../../../src/secrets/item-failure.ts';
import type { SyncPolicy } from '../../../../src/secrets/plan/change.ts';
import { changeOf } from '../../../../src/secrets/plan/diff.ts';
import type { Clock } from '../../../../src/waiting/clock.ts';
import { awsError, rejection } from '../../../support/fakes/aws-error.ts';
import {
  context,
  type FakeSecret,
  fakeSecret,
  type Handlers,
  secretArn,
} from '../../../support/fakes/secrets-manager.ts';
import { actual, change, json, OWN, OWNER, plain, policy, reason } from '../../../support/fakes/sync.ts';

const ARN = secretArn('app');
const own = (about: Partial<FakeSecret> = {}, text: string | undefined = 'old') =>
  fakeSecret('app', text, { tags: { ...OWN }, ...about });

/** Plans a secret as it is, forgets the calls that took, and gives what writes it. */
async function setUp(
  app: FakeSecret | undefined,
  about: { desired?: DesiredSecret; policy?: Partial<SyncPolicy>; handlers?: Handlers } = {},
) {
  const handlers: Handlers = {};
  const all = context(handlers, app === undefined ? {} : { app });
  const rules = policy(about.policy);
  const planned = changeOf(about.desired ?? plain('app'), await readSecret('app', all.ask), rules);
  all.calls.length = 0;
  Object.assign(handlers, about.handlers);
  return { ...all, planned, rules, run: () => write(planned, rules, all.ask) };
}

describe('a secret that is not there', () => {
  it('is created in one call with all that it is to have', async () => {
    const { run, inputsOf, names, secrets } = await setUp(undefined, {
      policy: {
        description: 'd',
        kmsKeyId: 'alias/x',
        tags: { team: 'core' },
        replicas: [
          { region: 'us-west-2', kmsKeyId: undefined },
          { region: 'eu-west-1', kmsKeyId: 'alias/y' },
        ],
      },
    });
    const token = versionToken(`${OWNER}\napp`, '', 0);
    expect(await run()).toMatchObject({ change: { action: 'create' }, arn: ARN, versionId: token });
    expect(names()).toEqual(['CreateSecret']);
    expect(inputsOf('CreateSecret')).toEqual([
      {
        Name: 'app',
        SecretString: 'new',
        ClientRequestToken: token,
        Description: 'd',
        KmsKeyId: 'alias/x',
        Tags: [
          { Key: 'team', Value: 'core' },
          { Key: 'sync:owner', Value: OWNER },
          { Key: 'sync:mode', Value: 'per-key' },
        ],
        AddReplicaRegions: [{ Region: 'us-west-2' }, { Region: 'eu-west-1', KmsKeyId: 'alias/y' }],
      },
    ]);
    expect(secrets.get('app')?.versions.size).toBe(1);
  });

  it('is created without settings that were not given', async () => {
    const { run, inputsOf } = await setUp(undefined);
    await run();
    expect(Object.keys(inputsOf('CreateSecret')[0] ?? {}).sort()).toEqual([
      'ClientRequestToken',
      'Name',
      'SecretString',
      'Tags',
    ]);
  });

  it.each<[string, Partial<FakeSecret>, string, object]>([
    ['ours with the same value', { tags: { ...OWN } }, 'new', { change: { action: 'unchanged' }, versionId: 'v1' }],
    ['ours with another value', { tags: { ...OWN } }, 'x', { change: { action: 'update' } }],
  ])('and is there after all, %s, is planned anew', async (_, about, text, expected) => {
    const all = await setUp(undefined);
    all.secrets.set('app', fakeSecret('app', text, about));
    expect(await all.run()).toMatchObject(expected);
    expect(all.secrets.get('app')).toMatchObject({ tags: OWN });
  });

  it('and is there after all, another owner’s, is not touched', async () => {
    const all = await setUp(undefined);
    const theirs = fakeSecret('app', 'theirs');
    all.secrets.set('app', theirs);
    expect(await rejection(all.run())).toMatchObject({
      name: 'ItemFailure',
      message: 'it exists and no sync made it (no tag sync:owner), and `adopt` is `never`',
      reason: { code: 'foreign' },
    });
    expect([...theirs.versions]).toEqual([['v1', 'theirs']]);
  });

  it('is created once its name is free again after a delete for good', async () => {
    let refused = 0;
    const { run, clock, names, secrets } = await setUp(undefined, {
      handlers: {
        CreateSecret() {
          if (++refused <= 4) throw awsError('InvalidRequestException', { message: 'already scheduled for deletion' });
          return undefined;
        },
      },
    });
    expect(await run()).toMatchObject({ change: { action: 'create' } });
    expect(names().filter((name) => name === 'CreateSecret')).toHaveLength(5);
    expect(clock.slept).toEqual([250, 500, 1_000, 2_000]);
    expect(secrets.has('app')).toBe(true);
  });

  it('is a failure where its name does not become free within a minute', async () => {
    const { run, clock } = await setUp(undefined, {
      handlers: {
        CreateSecret() {
          throw awsError('InvalidRequestException', { message: 'already scheduled for deletion' });
        },
      },
    });
    expect(await rejection(run())).toMatchObject({
      message: 'secretsmanager:CreateSecret failed: InvalidRequest: already scheduled for deletion',
      reason: { code: 'scheduled-for-deletion' },
    });
    const waited = clock.slept.reduce((sum, each) => sum + each, 0);
    // The last look is at most one pause, of 4 s, before the end.
    expect(waited).toBeGreaterThan(56_000);
    expect(waited).toBeLessThanOrEqual(60_000);
  });

  it('and has been scheduled for deletion meanwhile is restored where it is ours', async () => {
    const all = await setUp(undefined);
    all.secrets.set('app', own({ deleted: true }));
    expect(await all.run()).toMatchObject({ change: { action: 'restore' } });
    expect(all.secrets.get('app')).toMatchObject({ deleted: false });
    expect([...(all.secrets.get('app')?.versions.values() ?? [])]).toEqual(['old', 'new']);
  });

  it('and cannot be created is a failure with AWS’s words', async () => {
    const { run } = await setUp(undefined, {
      handlers: {
        CreateSecret() {
          throw awsError('AccessDeniedException', { message: 'not authorized' });
        },
      },
    });
    const error = await rejection(run());
    expect(error).toBeInstanceOf(ItemFailure);
    expect(error).toMatchObject({
      message: 'secretsmanager:CreateSecret failed: AccessDenied: not authorized',
      reason: { code: 'access-denied', call: { action: 'CreateSecret', awsCode: 'AccessDenied' } },
    });
  });

  it('has what AWS leaves out of its answer empty', async () => {
    const { run } = await setUp(undefined, { handlers: { CreateSecret: () => ({}) } });
    expect(await run()).toMatchObject({ arn: '', versionId: undefined });
  });
});

describe('a secret that is made ours', () => {
  it('only gets our tags where it has the value already', async () => {
    const { run, names, secrets } = await setUp(fakeSecret('app', 'new'), { policy: { adopt: 'always' } });
    expect(await run()).toMatchObject({ change: { action: 'adopt' }, versionId: 'v1', wrote: true });
    expect(names()).toEqual(['DescribeSecret', 'TagResource']);
    expect(secrets.get('app')?.tags).toEqual(OWN);
  });
});

describe('a look at a secret amid its making', () => {
  const no = () => awsError('AccessDeniedException', { message: 'no' });
  it.each<[string, FakeSecret | undefined, string]>([
    ['at whether its name is free', undefined, 'CreateSecret'],
    ['at whether it is gone', own({ deleted: true }), 'RestoreSecret'],
    ['at what others wrote', own(), 'PutSecretValue'],
  ])('%s is what a failure names where it is denied', async (_, app, action) => {
    let acted = false;
    const { run } = await setUp(app, {
      handlers: {
        [action]() {
          acted = true;
          throw awsError(action === 'PutSecretValue' ? 'ResourceExistsException' : 'InvalidRequestException');
        },
        DescribeSecret() {
          if (acted) throw no();
          return undefined;
        },
      },
    });
    expect(await rejection(run())).toMatchObject({
      name: 'ItemFailure',
      message: 'secretsmanager:DescribeSecret failed: AccessDenied: no',
    });
  });

  it('that is planned anew is what a failure names where it is denied', async () => {
    const app = own();
    const { run } = await setUp(app, {
      handlers: {
        DescribeSecret(_, nth) {
          if (nth > 1) throw no();
          app.current = 'v9';
          app.versions.set('v9', 'theirs');
          return undefined;
        },
      },
    });
    expect(await rejection(run())).toMatchObject({
      name: 'ItemFailure',
      message: 'secretsmanager:DescribeSecret failed: AccessDenied: no',
    });
  });
});

describe('a secret of ours', () => {
  it('is asked once more who owns it, and gets a new version with one call', async () => {
    const { run, names, secrets } = await setUp(own());
    const token = versionToken(ARN, 'v1', 0);
    expect(await run()).toMatchObject({ change: { action: 'update' }, arn: ARN, versionId: token });
    expect(names()).toEqual(['DescribeSecret', 'PutSecretValue']);
    expect(secrets.get('app')?.versions.get(token)).toBe('new');
  });

  it('is not asked again where few are written, right after they were looked at', async () => {
    const tags = { ...OWN, 'sync:mode': 'json' };
    const { run, names } = await setUp(own({ tags }, '{}'), {
      desired: json('app', { a: '1' }),
      policy: { mode: 'json' },
    });
    await run();
    expect(names()).toEqual(['PutSecretValue']);
  });

  it('gets all that differs in its order: description and key, value, tags, replicas', async () => {
    const { run, calls } = await setUp(own(), {
      policy: {
        description: 'd',
        kmsKeyId: 'alias/x',
        tags: { team: 'core' },
        replicas: [{ region: 'us-west-2', kmsKeyId: 'alias/y' }],
      },
    });
    await run();
    expect(calls.map(({ name, input }) => [name, input])).toEqual([
      ['DescribeSecret', { SecretId: ARN }],
      ['UpdateSecret', { SecretId: ARN, Description: 'd', KmsKeyId: 'alias/x' }],
      ['PutSecretValue', { SecretId: ARN, SecretString: 'new', ClientRequestToken: versionToken(ARN, 'v1', 0) }],
      ['TagResource', { SecretId: ARN, Tags: [{ Key: 'team', Value: 'core' }] }],
      [
        'ReplicateSecretToRegions',
        { SecretId: ARN, AddReplicaRegions: [{ Region: 'us-west-2', KmsKeyId: 'alias/y' }] },
      ],
    ]);
  });

  it.each([
    [{ description: 'd' }, { Description: 'd' }],
    [{ kmsKeyId: 'alias/x' }, { KmsKeyId: 'alias/x' }],
  ])('gets of description and key only what differs, and no version: %j', async (about, input) => {
    const { run, calls } = await setUp(own({}, 'new'), { policy: about });
    expect(await run()).toMatchObject({ versionId: 'v1' });
    expect(calls).toEqual([
      { name: 'DescribeSecret', input: { SecretId: ARN } },
      { name: 'UpdateSecret', input: { SecretId: ARN, ...input } },
    ]);
  });

  it('that is scheduled for deletion is restored, read, and then written', async () => {
    const { run, names, secrets } = await setUp(own({ deleted: true }));
    expect(await run()).toMatchObject({ change: { action: 'restore' }, arn: ARN });
    expect(names().slice(0, 2)).toEqual(['DescribeSecret', 'RestoreSecret']);
    expect(names().at(-1)).toBe('PutSecretValue');
    expect(secrets.get('app')?.deleted).toBe(false);
  });

  it('that is scheduled for deletion and has been taken over since is not restored', async () => {
    const app = own({ deleted: true });
    const { run, names } = await setUp(app);
    app.tags = { 'sync:owner': `${OWNER}2` };
    expect(await rejection(run())).toMatchObject({
      message: `it is owned by ${OWNER}2, and is scheduled for deletion`,
    });
    expect(names()).not.toContain('RestoreSecret');
    expect(app.deleted).toBe(true);
  });

  it('that is still scheduled for deletion after it was restored is a failure, and no endless round', async () => {
    const { run, names } = await setUp(own({ deleted: true }), { handlers: { RestoreSecret: () => ({}) } });
    expect(await rejection(run())).toMatchObject({
      message: 'it is still scheduled for deletion after RestoreSecret',
      reason: { code: 'scheduled-for-deletion' },
    });
    expect(names().filter((name) => name === 'RestoreSecret')).toHaveLength(1);
  });

  it.each(['InvalidRequestException', 'ResourceNotFoundException'])(
    'that was deleted for good, so that a restore is refused (%s), is created once it is gone',
    async (code) => {
      const handlers: Handlers = {
        RestoreSecret() {
          throw awsError(code, { message: 'you cannot' });
        },
      };
      const all = await setUp(own({ deleted: true }), { handlers });
      let pauses = 0;
      const clock: Clock = {
        ...all.clock,
        async sleep(milliseconds) {
          if (++pauses === 3) all.secrets.delete('app');
          await all.clock.sleep(milliseconds);
        },
      };
      expect(await write(all.planned, all.rules, { ...all.ask, clock })).toMatchObject({
        change: { action: 'create' },
      });
      expect(all.secrets.get('app')).toMatchObject({ deleted: false, tags: OWN });
      expect(all.clock.slept).toEqual([250, 500, 1_000]);
    },
  );

  it('that can neither be restored nor is gone within a minute is a failure with AWS’s words', async () => {
    const { run, clock, names } = await setUp(own({ deleted: true }), {
      handlers: {
        RestoreSecret() {
          throw awsError('InvalidRequestException', { message: 'you cannot' });
        },
      },
    });
    expect(await rejection(run())).toMatchObject({
      message: 'secretsmanager:RestoreSecret failed: InvalidRequest: you cannot',
      reason: { code: 'scheduled-for-deletion' },
    });
    const waited = clock.slept.reduce((sum, each) => sum + each, 0);
    // The last look is at most one pause, of 4 s, before the end.
    expect(waited).toBeGreaterThan(56_000);
    expect(waited).toBeLessThanOrEqual(60_000);
    expect(names()).not.toContain('CreateSecret');
  });

  it('that has been scheduled for deletion since is restored, and then written', async () => {
    const app = own();
    const { run, names } = await setUp(app);
    app.deleted = true;
    expect(await run()).toMatchObject({ change: { action: 'restore' }, wrote: true });
    expect(names().filter((name) => name === 'RestoreSecret')).toHaveLength(1);
    expect(app.versions.get(app.current ?? '')).toBe('new');
  });

  it('that was scheduled for deletion and is gone by now is created', async () => {
    const { run, secrets, names } = await setUp(own({ deleted: true }));
    secrets.delete('app');
    expect(await run()).toMatchObject({ change: { action: 'create' }, wrote: true });
    expect(names()).not.toContain('RestoreSecret');
  });

  it('that only lacks a copy has been written to once that is asked for', async () => {
    const { run, names } = await setUp(own({}, 'new'), {
      policy: { replicas: [{ region: 'us-west-2', kmsKeyId: undefined }] },
    });
    expect(await run()).toMatchObject({ change: { action: 'update' }, versionId: 'v1', wrote: true });
    expect(names()).toEqual(['DescribeSecret', 'ReplicateSecretToRegions']);
  });

  it('that was scheduled for deletion and has been restored since is only written', async () => {
    const app = own({ deleted: true });
    const { run, names } = await setUp(app);
    app.deleted = false;
    expect(await run()).toMatchObject({ change: { action: 'update' } });
    expect(names()).not.toContain('RestoreSecret');
  });

  it('that is read anew is masked, and a foreign one is not', async () => {
    for (const [tags, masked] of [
      [OWN, ['c4n4ry']],
      [{}, []],
    ] as const) {
      const app = own();
      const { run, masks } = await setUp(app);
      Object.assign(app, { tags, versions: new Map([['v2', 'c4n4ry']]), current: 'v2' });
      await run().catch(() => undefined);
      expect(masks).toEqual(masked);
    }
  });

  it('that is restored and holds the value already gets no version', async () => {
    const { run, names, secrets } = await setUp(own({ deleted: true }, 'new'));
    expect(await run()).toMatchObject({ change: { action: 'restore' }, versionId: 'v1' });
    expect(names()).not.toContain('PutSecretValue');
    expect(secrets.get('app')?.versions.size).toBe(1);
  });

  it('that turns out to be forbidden once it is restored fails', async () => {
    const { run } = await setUp(own({ deleted: true }), {
      handlers: {
        GetSecretValue() {
          throw awsError('AccessDeniedException', { message: 'no' });
        },
      },
    });
    expect(await rejection(run())).toMatchObject({ message: 'reading its value failed: AccessDenied: no' });
  });

  it.each([
    ['UpdateSecret', {}],
    ['PutSecretValue', {}],
    ['TagResource', {}],
    ['ReplicateSecretToRegions', {}],
    ['RestoreSecret', { deleted: true }],
  ])('is a failure that names the permission where %s is denied', async (action, about) => {
    const { run, clock } = await setUp(own(about), {
      policy: { description: 'd', tags: { team: 'core' }, replicas: [{ region: 'us-west-2', kmsKeyId: undefined }] },
      handlers: {
        [action]() {
          throw awsError('AccessDeniedException', { message: 'not authorized' });
        },
      },
    });
    expect(await rejection(run())).toMatchObject({
      name: 'ItemFailure',
      message: `secretsmanager:${action} failed: AccessDenied: not authorized`,
    });
    expect(clock.slept).toEqual([]);
  });

  it.each<[string, object | undefined]>([
    ['UpdateSecret', undefined],
    ['PutSecretValue', { versionId: 'v1' }],
    ['TagResource', { versionId: versionToken(ARN, 'v1', 0) }],
    ['ReplicateSecretToRegions', { versionId: versionToken(ARN, 'v1', 0) }],
  ])('that fails in %s says what was written before that, and its version', async (action, written) => {
    const { run } = await setUp(own(), {
      policy: { description: 'd', tags: { team: 'core' }, replicas: [{ region: 'us-west-2', kmsKeyId: undefined }] },
      handlers: {
        [action]() {
          throw awsError('AccessDeniedException', { message: 'not authorized' });
        },
      },
    });
    expect(((await rejection(run())) as ItemFailure).written).toEqual(written);
  });

  it('that only gets tags says after they are written, when its copies fail, that they are', async () => {
    const { run } = await setUp(own({}, 'new'), {
      policy: { tags: { team: 'core' }, replicas: [{ region: 'us-west-2', kmsKeyId: undefined }] },
      handlers: {
        ReplicateSecretToRegions() {
          throw awsError('AccessDeniedException', { message: 'not authorized' });
        },
      },
    });
    expect(((await rejection(run())) as ItemFailure).written).toEqual({ versionId: 'v1' });
  });

  it('is a failure that names DescribeSecret where that is what is denied, also amid a write', async () => {
    const { run } = await setUp(own(), {
      handlers: {
        PutSecretValue() {
          throw awsError('ResourceExistsException');
        },
        DescribeSecret() {
          throw awsError('AccessDeniedException', { message: 'not authorized' });
        },
      },
    });
    expect(await rejection(run())).toMatchObject({
      message: 'secretsmanager:DescribeSecret failed: AccessDenied: not authorized',
    });
  });

  it('is a failure that says why the step had to end, and blames no call, where that is the reason', async () => {
    const stopped = new ActionError('interrupted', 'The runner stopped this step', { remedy: 'none' });
    const { run } = await setUp(own(), {
      handlers: {
        PutSecretValue() {
          throw stopped;
        },
      },
    });
    expect(await rejection(run())).toMatchObject({ message: 'The runner stopped this step' });
  });
});

describe('a secret that another writer writes meanwhile', () => {
  /** Others who put these texts, one before each of our writes, each on the version that is current then. */
  const others = (app: FakeSecret, texts: string[]): Handlers => ({
    PutSecretValue() {
      const text = texts.shift();
      if (text === undefined) return undefined;
      const token = versionToken(ARN, app.current ?? '', 0);
      app.versions.set(token, text);
      app.current = token;
      return undefined;
    },
  });

  it('is planned anew, on what they wrote', async () => {
    const app = own({}, '{"a":"1"}');
    const { run, inputsOf } = await setUp(app, {
      desired: json('app', { a: '2' }),
      policy: { unknownKeys: 'keep' },
      handlers: others(app, ['{"a":"1","b":"theirs"}']),
    });
    const theirs = versionToken(ARN, 'v1', 0);
    expect(await run()).toMatchObject({ change: { action: 'update' }, versionId: versionToken(ARN, theirs, 0) });
    expect(app.versions.get(app.current ?? '')).toBe('{"a":"2","b":"theirs"}');
    expect(inputsOf('PutSecretValue')).toHaveLength(2);
  });

  it('is left alone where they wrote the very same', async () => {
    const app = own();
    const { run } = await setUp(app, { handlers: others(app, ['new']) });
    await run();
    expect([...app.versions.values()]).toEqual(['old', 'new']);
  });

  it('is left alone where they wrote the same in other words', async () => {
    const app = own({}, '{}');
    const { run } = await setUp(app, {
      desired: json('app', { a: '1', b: '2' }),
      handlers: others(app, ['{"b":"2","a":"1"}']),
    });
    expect(await run()).toMatchObject({ change: { action: 'unchanged' }, versionId: versionToken(ARN, 'v1', 0) });
    expect(app.versions.size).toBe(2);
  });

  it('twice is a failure: a conflict', async () => {
    const app = own();
    const { run } = await setUp(app, { handlers: others(app, ['x', 'y']) });
    expect(await rejection(run())).toMatchObject({
      message: 'others are writing this secret at the same time (conflict)',
      reason: { code: 'conflict' },
    });
    expect([...app.versions.values()]).toEqual(['old', 'x', 'y']);
  });

  it('and takes over is left to them', async () => {
    const app = own();
    const handlers = others(app, ['theirs']);
    const { run } = await setUp(app, {
      handlers: {
        PutSecretValue(...call) {
          app.tags = {};
          return handlers.PutSecretValue?.(...call);
        },
      },
    });
    expect(await rejection(run())).toMatchObject({
      message: 'it exists and no sync made it (no tag sync:owner), and `adopt` is `never`',
      reason: { code: 'foreign' },
    });
    expect(app.tags).toEqual({});
  });

  it('and makes too large for both, is a failure before a second write', async () => {
    const half = 'x'.repeat(40_000);
    const app = own({}, '{}');
    const { run, inputsOf } = await setUp(app, {
      desired: json('app', { a: half }),
      policy: { unknownKeys: 'keep' },
      handlers: others(app, [JSON.stringify({ theirs: half })]),
    });
    expect(await rejection(run())).toMatchObject({
      message: expect.stringContaining('AWS’s limit'),
      reason: { code: 'too-large' },
    });
    expect(inputsOf('PutSecretValue')).toHaveLength(1);
  });

  it('while it is being restored is written in the end, and counts as restored', async () => {
    const app = own({ deleted: true });
    const { run } = await setUp(app, { handlers: others(app, ['theirs']) });
    expect(await run()).toMatchObject({ change: { action: 'restore' } });
    expect(app.versions.get(app.current ?? '')).toBe('new');
  });
});

describe('a secret that was only listed', () => {
  const listed = (about: Parameters<typeof actual>[0] = {}) => actual({ replicas: undefined, ...about });

  async function written(app: FakeSecret | undefined, rules: SyncPolicy, handlers: Handlers = {}, known = listed()) {
    const all = context(handlers, app === undefined ? {} : { app });
    const planned = changeOf(plain('app'), known, rules);
    const outcome = await write(planned, rules, all.ask).catch((error: unknown) => error);
    return { ...all, outcome };
  }

  it('is described before it is written, and what the list had wrong is put right', async () => {
    const { names, outcome } = await written(
      own({ description: 'd', tags: { ...OWN, a: 'b' } }),
      policy({ description: 'd', tags: { a: 'b' } }),
    );
    expect(names()).toEqual(['DescribeSecret', 'PutSecretValue']);
    expect(outcome).toMatchObject({ change: { action: 'update', what: ['value'] } });
  });

  it('gets the replicas that the list said nothing of', async () => {
    const { names } = await written(own(), policy({ replicas: [{ region: 'us-west-2', kmsKeyId: undefined }] }));
    expect(names()).toEqual(['DescribeSecret', 'PutSecretValue', 'ReplicateSecretToRegions']);
  });

  it('is read anew where another version is current', async () => {
    const app = own({ versions: new Map([['v2', 'new']]), current: 'v2' });
    const { names, outcome } = await written(app, policy());
    expect(outcome).toMatchObject({ change: { action: 'unchanged' }, versionId: 'v2', arn: ARN });
    expect(names().sort()).toEqual(['DescribeSecret', 'DescribeSecret', 'GetSecretValue']);
  });

  it('is created where it is gone', async () => {
    const { outcome, secrets } = await written(undefined, policy());
    expect(outcome).toMatchObject({ change: { action: 'create' } });
    expect(secrets.has('app')).toBe(true);
  });

  it.each<[string, Partial<FakeSecret>, string]>([
    ['another owner’s', { tags: {} }, 'it exists and no sync made it (no tag sync:owner), and `adopt` is `never`'],
    ['rotating', { rotating: true }, 'its rotation is enabled: a Lambda function writes it'],
  ])('is not touched where it is %s by now', async (_, about, message) => {
    const { outcome, names } = await written(own(about), policy());
    expect(outcome).toMatchObject({ name: 'ItemFailure', message });
    expect(names()).not.toContain('PutSecretValue');
  });

  it('fails before anything is written where it has more tags than AWS allows by now', async () => {
    const many = Object.fromEntries(Array.from({ length: 48 }, (_, index) => [`t${index}`, 'x']));
    const { outcome, names } = await written(own({ tags: { ...OWN, ...many } }), policy({ tags: { a: 'b' } }));
    expect(outcome).toMatchObject({
      name: 'ItemFailure',
      message: expect.stringContaining('51 tags'),
      reason: { code: 'too-many-tags' },
    });
    expect(names()).not.toContain('PutSecretValue');
  });

  it('fails where it cannot be described', async () => {
    const { outcome } = await written(own(), policy(), {
      DescribeSecret() {
        throw awsError('AccessDeniedException', { message: 'no' });
      },
    });
    expect(outcome).toMatchObject({ message: 'secretsmanager:DescribeSecret failed: AccessDenied: no' });
  });
});

describe('a change that is not to be written', () => {
  it.each([
    [change({ action: 'refuse', because: reason('not ours', 'foreign') }), 'not ours', 'foreign'],
    [change({ action: 'skip' }), 'it cannot be written', 'unexpected'],
    [change({ action: 'prune' }), 'it cannot be written', 'unexpected'],
  ])('is a failure (%#)', async (planned, message, code) => {
    const { ask, names } = context();
    expect(await rejection(write(planned, policy(), ask))).toMatchObject({
      name: 'ItemFailure',
      message,
      reason: { code },
    });
    expect(names()).toEqual([]);
  });

  it('is nothing where nothing differs', async () => {
    const { ask, names } = context({}, { app: own() });
    const same = changeOf(plain('app', 'old'), actual(), policy());
    expect(await write(same, policy(), ask)).toMatchObject({ arn: ARN, versionId: 'v1' });
    expect(names()).toEqual(['DescribeSecret']);
    expect(await write(change(), policy(), ask)).toMatchObject({ arn: '', versionId: undefined });
    expect(await write(change({ actual: actual() }), policy({ mode: 'json' }), ask)).toMatchObject({ arn: ARN });
    expect(names()).toHaveLength(1);
  });

  it('is a failure where a secret must be looked at anew and it is not desired', async () => {
    const { ask } = context({}, { app: own() });
    const surplus = change({ action: 'update', actual: actual({ replicas: undefined }) });
    expect(await rejection(write(surplus, policy(), ask))).toMatchObject({
      message: 'no value is desired for it',
      reason: { code: 'unexpected' },
    });
  });

  it('is addressed by name where no ARN is known', async () => {
    const { ask, inputsOf } = context({}, { app: own({ deleted: true }) });
    await write(change({ action: 'update', what: ['tags'], tags: { a: 'b' } }), policy(), ask).catch(() => undefined);
    await write(change({ action: 'restore', desired: plain('app') }), policy(), ask);
    expect([inputsOf('TagResource')[0]?.SecretId, inputsOf('RestoreSecret')[0]?.SecretId]).toEqual(['app', 'app']);
  });
});

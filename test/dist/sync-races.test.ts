import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteSecretCommand, TagResourceCommand } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from '@jest/globals';
import type { StepResult } from '../lab/runner/runner.ts';
import type { Call } from '../lab/wire/wire.ts';
import { errorCode, messagesOf } from '../support/scenarios/scenario.ts';
import {
  canary,
  countsOf,
  ownTags,
  planOf,
  put,
  secretActions,
  source,
  sync,
  values,
  writes,
} from '../support/scenarios/sync.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();

const OURS = { tags: ownTags('per-key') };
const OUR_JSON = { tags: ownTags('json') };
const STRANGER = 'repo:1/env:-/id:other';

/** One secret for each of these keys, below `app/`. */
const perKey = (secrets: Record<string, string>, inputs: Record<string, string> = {}) => ({
  mode: 'per-key',
  name: 'app/{{key}}',
  secrets: JSON.stringify(secrets),
  ...inputs,
});
/** All keys in the secret `app`. */
const json = (secrets: Record<string, string>, inputs: Record<string, string> = {}) => ({
  name: 'app',
  secrets: JSON.stringify(secrets),
  ...inputs,
});

async function schedule(name: string): Promise<void> {
  await lab.secretsManager.send(new DeleteSecretCommand({ SecretId: name, RecoveryWindowInDays: 7 }));
}

async function retag(name: string): Promise<void> {
  const Tags = [{ Key: 'sync:owner', Value: STRANGER }];
  await lab.secretsManager.send(new TagResourceCommand({ SecretId: name, Tags }));
}

describe('a value that is there and cannot be read for a moment', () => {
  const UNREADABLE = ['InvalidRequestException', 'ResourceNotFoundException'];
  const CASES = UNREADABLE.flatMap((code) => [
    { code, when: 'at the first look', restored: false },
    { code, when: 'right after its restore', restored: true },
  ]);

  it.each(CASES)(
    'since AWS answers $code twice, $when, loses no kept key, and the new version is made on the one that was read',
    async ({ code, restored }) => {
      const KEPT = canary('KEPT');
      await put(lab, 'app', JSON.stringify({ A: canary('old A'), KEPT }), OUR_JSON);
      if (restored) await schedule('app');
      // The look at a secret that is scheduled for deletion is refused of itself.
      lab.wire.inject({ action: 'GetSecretValue', times: 2, skip: restored ? 1 : 0 }, { code, status: 400 });
      const result = await sync(lab, json(source('A'), { 'unknown-keys': 'keep' }));
      expect(messagesOf(result, 'error')).toBe('');
      const { app } = await lab.secrets();
      expect(JSON.parse(app?.value ?? '')).toEqual({ ...source('A'), KEPT });
      expect(app?.versionIds).toHaveLength(2);
      expect(app?.versionId).toBe(app?.versionIds[1]);
      expect(result.outputs['version-id']).toBe(app?.versionId);
      expect(secretActions(lab).filter((action) => action === 'GetSecretValue')).toHaveLength(restored ? 4 : 3);
      expect(countsOf(result)).toEqual(restored ? { restored: 1 } : { updated: 1 });
    },
  );

  it('and equals the source when it can be read makes no version at all', async () => {
    await put(lab, 'app', JSON.stringify(source('A')), OUR_JSON);
    lab.wire.inject({ action: 'GetSecretValue', times: 2 }, { code: 'InvalidRequestException', status: 400 });
    const result = await sync(lab, json(source('A')));
    expect(writes(lab)).toEqual([]);
    expect(countsOf(result)).toEqual({ unchanged: 1 });
    expect(result.outputs.changed).toBe('false');
  });

  it('nor later fails that secret, restored or not, and nothing takes its value’s place; another is synced', async () => {
    await put(lab, 'there', JSON.stringify(source('X')), OUR_JSON);
    await put(lab, 'back', JSON.stringify(source('Y')), OUR_JSON);
    await schedule('back');
    await put(lab, 'other', JSON.stringify({ C: canary('old C') }), OUR_JSON);
    const before = await lab.secrets();
    const match = ({ params }: Call) => !params.SecretId?.includes('other');
    const refusal = { code: 'InvalidRequestException', status: 400 };
    lab.wire.inject({ action: 'GetSecretValue', times: 200, match }, refusal);
    const map = 'A=there#A\nB=back#B\nC=other#C';
    const result = await sync(lab, { map, secrets: JSON.stringify(source('A', 'B', 'C')) });
    expect(errorCode(result)).toBe('sync-incomplete');
    expect(messagesOf(result, 'error')).toMatch(/^- there, back: AWS does not return its value$/m);
    expect(countsOf(result)).toEqual({ updated: 1, failed: 2 });
    const after = await lab.secrets();
    for (const name of ['there', 'back']) {
      expect(after[name]?.versionIds).toEqual(before[name]?.versionIds);
      expect(after[name]?.versionId).toBe(before[name]?.versionId);
    }
    expect(after.there?.value).toBe(JSON.stringify(source('X')));
    expect(after.back?.value).toBe(JSON.stringify(source('Y')));
    expect(after.other?.value).toBe(JSON.stringify(source('C')));
    expect(writes(lab).sort()).toEqual(['PutSecretValue', 'RestoreSecret']);
  });
});

describe('a sync that takes longer than the lease it is beside', () => {
  /** Runs the root action and moves its clock on, as if an hour were a moment, when AWS has made the secret. */
  async function late(
    inputs: Record<string, string>,
    milliseconds: number,
  ): Promise<{ result: StepResult; users: string[] }> {
    const directory = mkdtempSync(join(tmpdir(), 'clock-'));
    const later = join(directory, 'later');
    const clock = `import { existsSync } from 'node:fs';
      const { now } = Date;
      Date.now = () => now() + (existsSync(${JSON.stringify(later)}) ? ${milliseconds} : 0);`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(clock)}` };
    lab.wire.after('CreateSecret', () => writeFileSync(later, ''));
    let users: string[] = [];
    const after = async () => {
      users = await lab.users();
    };
    const given = { sync: 'apply', 'sync-name': 'app', 'sync-secrets': JSON.stringify(source('A')), ...inputs };
    try {
      return { result: await sync(lab, given, { root: true, env, after }), users };
    } finally {
      rmSync(directory, { recursive: true });
    }
  }
  const CREDENTIALS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_EPHEMERAL_LEASE_ID'];

  it('fails the step: the lease is taken back, the job is given nothing of it, and what was synced is told', async () => {
    const { result, users } = await late({ ttl: '60s', 'wait-for-propagation': '0' }, 61_000);
    expect(result.exitCode).toBe(1);
    expect(errorCode(result)).toBe('lease-failed');
    expect(messagesOf(result, 'error')).toContain('The lease expired before the job received it');
    expect(messagesOf(result, 'error')).toContain('Set a longer `ttl`');
    expect(users).toEqual([]);
    expect(lab.wire.actions()).toContain('DeleteUser');
    for (const name of CREDENTIALS) expect(result.exported).not.toHaveProperty(name);
    for (const name of ['authenticated-arn', 'user-name', 'aws-expiration'])
      expect(result.outputs[name] ?? '').toBe('');
    expect(await values(lab)).toEqual({ app: JSON.stringify(source('A')) });
    expect(countsOf(result, 'sync-')).toEqual({ created: 1 });
  });

  it('and leaves the lease a while to live does not: the job has it', async () => {
    const { result, users } = await late({ ttl: '2m', 'wait-for-propagation': '0' }, 61_000);
    expect(messagesOf(result, 'error')).toBe('');
    expect(users).toEqual([result.outputs['user-name']]);
    expect(result.exported).toHaveProperty('AWS_ACCESS_KEY_ID');
  });

  it('fails the step for a session too: one that has ended is not given to the job', async () => {
    const { result } = await late({ 'credential-type': 'session', ttl: '15m' }, 901_000);
    expect(result.exitCode).toBe(1);
    for (const name of CREDENTIALS) expect(result.exported).not.toHaveProperty(name);
    expect(await values(lab)).toEqual({ app: JSON.stringify(source('A')) });
  });
});

describe('a secret that becomes another’s, or begins to rotate, between the plan’s look at it and its turn', () => {
  const OLD = { A: canary('old A'), B: canary('old B'), C: canary('old C') };

  /** Ours, made through the wire, so that a list may lag behind it. */
  async function furnish(): Promise<void> {
    expect((await sync(lab, perKey(OLD))).exitCode).toBe(0);
  }

  const WAYS: { where: string; inputs?: Record<string, string>; prepare?: () => void; listed: boolean }[] = [
    { where: 'in the list', listed: true },
    { where: 'looked at for its replicas', inputs: { 'replica-regions': 'us-east-1' }, listed: true },
    { where: 'looked at without ListSecrets', prepare: () => lab.wire.secrets.deny('ListSecrets', '*'), listed: false },
    {
      where: 'too new for the list',
      prepare: () => {
        lab.wire.secrets.listLagMs = 600_000;
      },
      listed: false,
    },
  ];

  it.each(WAYS)(
    'is not written when it was $where; it fails, named, and the others are synced',
    async ({ inputs = {}, prepare = () => undefined }) => {
      await furnish();
      const before = await lab.secrets();
      prepare();
      let turned = false;
      lab.wire.before('PutSecretValue', async () => {
        if (turned) return;
        turned = true;
        await retag('app/B');
        await lab.wire.secrets.makeRotating('app/C');
      });
      const result = await sync(
        lab,
        perKey(source('A', 'B', 'C'), { concurrency: '1', 'disable-retry': 'true', ...inputs }),
      );
      expect(turned).toBe(true);
      expect(planOf(result).map(({ action }) => action)).toEqual(['update', 'update', 'update']);
      expect(errorCode(result)).toBe('sync-incomplete');
      expect(messagesOf(result, 'error')).toContain(`- app/B: it is owned by ${STRANGER}, and \`adopt\` is \`never\``);
      expect(messagesOf(result, 'error')).toContain('- app/C: its rotation is enabled: a Lambda function writes it');
      expect(countsOf(result)).toEqual({ updated: 1, failed: 2 });
      const after = await lab.secrets();
      expect(after['app/A']?.value).toBe(canary('A'));
      const tags = { ...OURS.tags, 'sync:owner': STRANGER };
      expect(after['app/B']).toEqual({ ...before['app/B'], tags });
      expect(after['app/C']).toEqual({ ...before['app/C'], rotationEnabled: true });
      expect(writes(lab).filter((action) => action !== 'ReplicateSecretToRegions')).toEqual(['PutSecretValue']);
    },
  );

  it('is not taken for ours again when it was unchanged but for its description', async () => {
    await put(lab, 'app/A', canary('old A'), OURS);
    await put(lab, 'app/B', canary('B'), OURS);
    lab.wire.before('PutSecretValue', () => retag('app/B'));
    const inputs = { concurrency: '1', description: 'of the shop' };
    const result = await sync(lab, perKey(source('A', 'B'), inputs));
    expect(countsOf(result)).toEqual({ updated: 1, failed: 1 });
    const { 'app/B': taken } = await lab.secrets();
    expect(taken?.description ?? '').toBe('');
    expect(taken?.tags['sync:owner']).toBe(STRANGER);
  });
});

describe('a prune whose secrets the list still shows', () => {
  const inputs = perKey(source('K'), { prune: 'true', 'prune-limit': '2' });
  const DELETIONS: [how: string, inputs: Record<string, string>][] = [
    ['scheduled for deletion', {}],
    ['deleted for good', { 'force-delete': 'true' }],
  ];

  it.each(DELETIONS)(
    'is over when they are %s: the next run counts none of them, holds no limit against them and finds nothing to do',
    async (_, how) => {
      await Promise.all(['K', 'G1', 'G2'].map((key) => put(lab, `app/${key}`, canary(key), OURS)));
      const first = await sync(lab, { ...inputs, ...how });
      expect(countsOf(first)).toEqual({ unchanged: 1, pruned: 2 });
      expect(first.outputs.names).toBe('app/K');
      lab.wire.secrets.listLagMs = 600_000;
      for (const again of [{}, { 'prune-limit': '1' }, { 'prune-limit': '0' }]) {
        const result = await sync(lab, { ...inputs, ...how, ...again });
        expect(messagesOf(result, 'error')).toBe('');
        expect(result.exitCode).toBe(0);
        expect(countsOf(result)).toEqual({ unchanged: 1 });
        expect(planOf(result)).toEqual([{ name: 'app/K', action: 'unchanged' }]);
        expect(result.outputs).toMatchObject({ names: 'app/K', changed: 'false' });
        expect(writes(lab)).toEqual([]);
      }
      const plan = await sync(lab, { ...inputs, ...how, sync: 'plan', 'fail-on-diff': 'true' });
      expect(plan.exitCode).toBe(0);
      expect(countsOf(plan)).toEqual({ unchanged: 1 });
      expect(plan.outputs.changed).toBe('false');
    },
  );

  it('counts those that are there alone against `prune-limit`', async () => {
    await Promise.all(['K', 'G1', 'G2'].map((key) => put(lab, `app/${key}`, canary(key), OURS)));
    await sync(lab, inputs);
    await put(lab, 'app/G3', canary('G3'), OURS);
    lab.wire.secrets.listLagMs = 600_000;
    const result = await sync(lab, { ...inputs, 'prune-limit': '1' });
    expect(messagesOf(result, 'error')).toBe('');
    expect(countsOf(result)).toEqual({ unchanged: 1, pruned: 1 });
    expect((await lab.secrets())['app/G3']?.deleted).toBe(true);
  });
});

describe('what a secret got before something of it failed', () => {
  const ONCE = { 'disable-retry': 'true' };

  it('a value but not its tags: changed, with the new version’s id, and failed', async () => {
    await put(lab, 'app', JSON.stringify({ A: canary('old A') }), OUR_JSON);
    const before = (await lab.secrets()).app;
    lab.wire.secrets.deny('TagResource', 'app');
    const result = await sync(lab, json(source('A'), { tags: 'team=shop', ...ONCE }));
    expect(messagesOf(result, 'error')).toMatch(/- app: secretsmanager:TagResource failed: AccessDenied/);
    expect(countsOf(result)).toEqual({ failed: 1 });
    const { app } = await lab.secrets();
    expect(app?.value).toBe(JSON.stringify(source('A')));
    expect(app?.versionId).not.toBe(before?.versionId);
    expect(result.outputs).toMatchObject({ changed: 'true', 'version-id': app?.versionId, arn: app?.arn });
  });

  it('a description but not its value: changed, with the id of the version it still has, and failed', async () => {
    await put(lab, 'app', JSON.stringify({ A: canary('old A') }), OUR_JSON);
    lab.wire.secrets.deny('PutSecretValue', 'app');
    const result = await sync(lab, json(source('A'), { description: 'of the shop', ...ONCE }));
    expect(countsOf(result)).toEqual({ failed: 1 });
    const { app } = await lab.secrets();
    expect(app?.description).toBe('of the shop');
    expect(app?.versionIds).toEqual([app?.versionId]);
    expect(result.outputs).toMatchObject({ changed: 'true', 'version-id': app?.versionId });
  });

  it('all but its copy, which AWS could not make: changed, with its version, and failed', async () => {
    lab.wire.secrets.replicaFailures = { 'us-east-1': 'No such key.' };
    const result = await sync(lab, json(source('A'), { 'replica-regions': 'us-east-1' }));
    expect(messagesOf(result, 'error')).toContain('- app: replication failed in us-east-1: No such key.');
    expect(countsOf(result)).toEqual({ failed: 1 });
    const { app } = await lab.secrets();
    expect(app?.value).toBe(JSON.stringify(source('A')));
    expect(result.outputs).toMatchObject({ changed: 'true', 'version-id': app?.versionId, arn: app?.arn });
  });

  it('its restore but not its value: changed and failed', async () => {
    await put(lab, 'app', JSON.stringify({ A: canary('old A') }), OUR_JSON);
    await schedule('app');
    lab.wire.secrets.deny('PutSecretValue', 'app');
    const result = await sync(lab, json(source('A'), ONCE));
    expect(countsOf(result)).toEqual({ failed: 1 });
    const { app } = await lab.secrets();
    expect(app?.deleted).toBe(false);
    expect(result.outputs).toMatchObject({ changed: 'true', 'version-id': app?.versionId });
  });

  it('the removal of its copies but not its own deletion: changed and failed', async () => {
    await put(lab, 'app/K', canary('K'), OURS);
    const copied = perKey(source('K', 'GONE'), { 'replica-regions': 'us-east-1' });
    expect((await sync(lab, copied)).exitCode).toBe(0);
    lab.wire.secrets.deny('DeleteSecret', 'app/GONE');
    const result = await sync(lab, { ...copied, secrets: JSON.stringify(source('K')), prune: 'true', ...ONCE });
    expect(countsOf(result)).toEqual({ unchanged: 1, failed: 1 });
    const { 'app/GONE': gone } = await lab.secrets();
    expect(gone).toMatchObject({ deleted: false, replicas: {} });
    expect(result.outputs.changed).toBe('true');
  });

  it('nothing: not changed', async () => {
    await put(lab, 'app', JSON.stringify({ A: canary('old A') }), OUR_JSON);
    lab.wire.secrets.deny('PutSecretValue', 'app');
    const result = await sync(lab, json(source('A'), ONCE));
    expect(countsOf(result)).toEqual({ failed: 1 });
    const { app } = await lab.secrets();
    expect(result.outputs).toMatchObject({ changed: 'false', 'version-id': app?.versionId });
  });
});

describe('the managing session', () => {
  const asked = () =>
    lab.wire.calls
      .filter(({ action }) => action === 'AssumeRoleWithWebIdentity')
      .map(({ params }) => params.DurationSeconds);
  const besides = { sync: 'apply', 'sync-name': 'app', 'sync-secrets': JSON.stringify(source('A')) };
  const ROWS: { what: string; inputs: Record<string, string>; root: boolean; seconds: string }[] = [
    { what: 'of a sync alone', inputs: json(source('A')), root: false, seconds: '3600' },
    { what: 'of a plan', inputs: json(source('A'), { sync: 'plan' }), root: false, seconds: '3600' },
    { what: 'of a lease with a sync', inputs: besides, root: true, seconds: '3600' },
    { what: 'of a lease alone', inputs: {}, root: true, seconds: '900' },
    { what: 'of a lease whose sync is off', inputs: { ...besides, sync: 'off' }, root: true, seconds: '900' },
  ];

  it.each(ROWS)('$what is asked for $seconds s', async ({ inputs, root, seconds }) => {
    let main: (string | undefined)[] = [];
    const after = () => {
      main = asked();
    };
    const result = await sync(lab, inputs, { root, after });
    expect(messagesOf(result, 'error')).toBe('');
    expect(main).toEqual([seconds]);
  });
});

describe('a lease and a sync that both fail', () => {
  const besides = { sync: 'apply', 'sync-name': 'app', 'sync-secrets': JSON.stringify(source('A')) };
  const reason = '- app: it exists and no sync made it (no tag sync:owner), and `adopt` is `never`';
  const remedy = 'Look at the existing secret. To take it over, set `adopt`';

  it('are both told, with what to do about each: a key that does not work in time', async () => {
    await put(lab, 'app', JSON.stringify(source('X')));
    const refusal = { code: 'InvalidClientTokenId', message: 'The security token is invalid.', status: 403 };
    lab.wire.inject({ action: 'GetCallerIdentity', times: 1_000 }, refusal);
    const result = await sync(lab, { ...besides, 'wait-for-propagation': '2s' }, { root: true });
    expect(errorCode(result)).toBe('propagation-timeout');
    const error = messagesOf(result, 'error');
    expect(error).toContain('The new access key did not work within 2 s');
    expect(error).toContain('raise `wait-for-propagation`');
    expect(error).toContain(`Not synced: 1 of 1 secrets:\n${reason}`);
    expect(error).toContain(remedy);
    expect(countsOf(result, 'sync-')).toEqual({ failed: 1 });
    expect(await lab.users()).toEqual([]);
  });

  it('are both told, with what to do about each: a session that STS refuses', async () => {
    await put(lab, 'app', JSON.stringify(source('X')));
    const match = ({ params }: Call) => params.Policy !== undefined;
    lab.wire.inject({ action: 'AssumeRoleWithWebIdentity', times: 40, match }, { code: 'PackedPolicyTooLarge' });
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    const session = { 'credential-type': 'session', 'inline-session-policy': policy };
    const result = await sync(lab, { ...besides, ...session }, { root: true });
    expect(errorCode(result)).toBe('assume-role-failed');
    const error = messagesOf(result, 'error');
    expect(error).toContain('PackedPolicyTooLarge');
    expect(error).toContain(`Not synced: 1 of 1 secrets:\n${reason}`);
    expect(error).toContain(remedy);
  });
});

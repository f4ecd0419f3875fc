import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Job, Running, StepResult } from '../lab/runner/runner.ts';
import type { Call } from '../lab/wire/wire.ts';
import { callerOf, errorCode, inJob, leaseInputs, messagesOf, roleArn } from '../support/scenarios/scenario.ts';
import {
  canary,
  countsOf,
  ownTags,
  planOf,
  put,
  secretActions,
  secretCalls,
  source,
  sync,
  values,
  writes,
} from '../support/scenarios/sync.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();

const OURS = { tags: ownTags('per-key') };
const MANAGER = 'assumed-role/github-lease-manager/';

/** A lease with everything that can hang on it, and a sync of two keys, one secret each. */
const leaseAndSync = (inputs: Record<string, string> = {}) =>
  leaseInputs(lab, {
    sync: 'apply',
    'sync-mode': 'per-key',
    'sync-name': 'app/{{key}}',
    'sync-secrets': JSON.stringify(source('A', 'B')),
    ...inputs,
  });
const session = { 'credential-type': 'session', 'permissions-boundary-arn': '', 'policy-arns': '', 'iam-groups': '' };

/** What a test looks at besides the step's own result, while its job is there and its post has not run. */
type Seen = { result: StepResult; users: string[]; caller: string };

async function main(inputs: Record<string, string>, facts: Parameters<typeof sync>[2] = {}): Promise<Seen> {
  const seen: Omit<Seen, 'result'> = { users: [], caller: '' };
  const after = async (_job: Job, { exported }: StepResult) => {
    seen.users = await lab.users();
    if (exported.AWS_ACCESS_KEY_ID && !exported.AWS_SESSION_TOKEN) seen.caller = await callerOf(lab, exported);
  };
  const result = await sync(lab, inputs, { root: true, after, ...facts });
  return { result, ...seen };
}

function expectNoLease({ result, users }: Seen): void {
  expect(result.exitCode).toBe(1);
  expect(users).toEqual([]);
  expect(result.exported).not.toHaveProperty('AWS_ACCESS_KEY_ID');
  expect(result.exported).not.toHaveProperty('AWS_SECRET_ACCESS_KEY');
  expect(result.outputs).not.toHaveProperty('authenticated-arn');
}

const callsOf = (action: string): Call[] => lab.wire.calls.filter((call) => call.action === action);
const first = (action: string) => callsOf(action)[0];

describe('a user lease with a sync', () => {
  it('has its secrets synced by the managing identity while the new key does not work yet, and both are given to the job', async () => {
    lab.wire.keyActivationMs = 2_000;
    const seen = await main(leaseAndSync());
    const { result } = seen;
    expect(messagesOf(result, 'error')).toBe('');
    expect(result.exitCode).toBe(0);
    expect(await values(lab)).toEqual({ 'app/A': canary('A'), 'app/B': canary('B') });
    expect(seen.users).toEqual([result.outputs['user-name']]);
    expect(seen.caller).toBe(result.outputs['authenticated-arn']);
    const synced = secretCalls(lab);
    const [manager] = new Set(callsOf('CreateUser').map(({ accessKeyId }) => accessKeyId));
    expect(new Set(synced.map(({ accessKeyId }) => accessKeyId))).toEqual(new Set([manager]));
    const works = callsOf('GetCallerIdentity').find(({ status }) => status === 200);
    expect(synced).toHaveLength(4);
    for (const { startedAt, endedAt } of synced) {
      expect(startedAt).toBeGreaterThanOrEqual(first('CreateAccessKey')?.endedAt ?? Number.POSITIVE_INFINITY);
      expect(endedAt).toBeLessThan(works?.startedAt ?? 0);
    }
  });

  it('has a managing session of an hour, for a sync may take minutes', async () => {
    const { result } = await main(leaseAndSync());
    expect(messagesOf(result, 'error')).toBe('');
    expect(first('AssumeRoleWithWebIdentity')?.params.DurationSeconds).toBe('3600');
    // The lease's own session is as long as it is asked for.
    await main(leaseAndSync({ ...session, 'role-duration-seconds': '1800' }));
    const asked = callsOf('AssumeRoleWithWebIdentity').map(({ params }) => params.DurationSeconds);
    expect(asked.sort()).toEqual(['1800', '3600']);
  });

  it('tells of the sync in outputs with the prefix `sync-`, beside those of the lease', async () => {
    await put(lab, 'app/A', canary('old'), OURS);
    const { result } = await main(leaseAndSync());
    expect(countsOf(result, 'sync-')).toEqual({ created: 1, updated: 1 });
    expect(result.outputs).toMatchObject({ 'sync-changed': 'true', 'sync-names': 'app/A\napp/B', 'sync-arn': '' });
    expect(planOf(result, 'sync-').map(({ name, action }) => [name, action])).toEqual([
      ['app/A', 'update'],
      ['app/B', 'create'],
    ]);
    expect(result.outputs).not.toHaveProperty('plan');
    expect(result.outputs).not.toHaveProperty('changed');
    expect(result.outputs).toHaveProperty('user-name');
  });

  it('is not handed over before the sync has ended, however long the key has been working', async () => {
    await inJob(lab, async (job) => {
      const files = join(job.directories.temp, '_runner_file_commands');
      const givenSoFar = () =>
        readdirSync(files)
          .map((file) => readFileSync(join(files, file), 'utf8'))
          .join('\n');
      let given: string | undefined;
      lab.wire.before('CreateSecret', async () => {
        while (!callsOf('GetCallerIdentity').some(({ status }) => status === 200)) await pause(20);
        await pause(300);
        given ??= givenSoFar();
      });
      const result = await job.use(leaseAndSync()).main();
      expect(result.exitCode).toBe(0);
      expect(given).toBeDefined();
      expect(given).not.toContain(result.exported.AWS_ACCESS_KEY_ID);
      expect(given).not.toContain('authenticated-arn');
      expect(givenSoFar()).toContain(result.exported.AWS_ACCESS_KEY_ID);
      await job.finish();
    });
  });

  it('with `sync: plan` is issued and writes no secret', async () => {
    await put(lab, 'app/A', canary('old'), OURS);
    const { result, users } = await main(leaseAndSync({ sync: 'plan' }));
    expect(result.exitCode).toBe(0);
    expect(users).toHaveLength(1);
    expect(writes(lab)).toEqual([]);
    expect(await values(lab)).toEqual({ 'app/A': canary('old') });
    expect(countsOf(result, 'sync-')).toEqual({ created: 1, updated: 1 });
  });

  it('with `sync` off, which is the default, looks at no secret, and says so where a source is given', async () => {
    const { result } = await main(leaseAndSync({ sync: '' }));
    expect(result.exitCode).toBe(0);
    expect(secretActions(lab)).toEqual([]);
    expect(messagesOf(result, 'notice')).toContain('`sync` is `off`');
    expect(result.outputs['sync-changed']).toBe('false');
    const quiet = await main(leaseAndSync({ sync: '', 'sync-secrets': '' }));
    expect(quiet.result.exitCode).toBe(0);
    expect(messagesOf(quiet.result, 'notice')).toBe('');
  });
});

describe('a sync that fails', () => {
  it('fails the step and rolls the lease back: no user is left and nothing is given to the job', async () => {
    lab.wire.secrets.deny('CreateSecret', 'app/B');
    const seen = await main(leaseAndSync({ 'disable-retry': 'true' }));
    expectNoLease(seen);
    expect(errorCode(seen.result)).toBe('sync-incomplete');
    expect(messagesOf(seen.result, 'error')).toContain('- app/B: ');
    expect(await values(lab)).toEqual({ 'app/A': canary('A') });
    expect(countsOf(seen.result, 'sync-')).toEqual({ created: 1, failed: 1 });
  });

  it('after the key has come to work rolls the lease back just so', async () => {
    lab.wire.secrets.deny('CreateSecret', 'app/B');
    lab.wire.before('CreateSecret', async () => {
      while (!callsOf('GetCallerIdentity').some(({ status }) => status === 200)) await pause(20);
    });
    const seen = await main(leaseAndSync());
    expectNoLease(seen);
    expect(errorCode(seen.result)).toBe('sync-incomplete');
  });

  it('before it has begun, or because a plan must find nothing to do, rolls the lease back too', async () => {
    lab.wire.secrets.deny('ListSecrets', '*');
    const blind = await main(leaseAndSync({ 'sync-prune': 'true', 'disable-retry': 'true' }));
    expectNoLease(blind);
    expect(errorCode(blind.result)).toBe('sync-impossible');
    lab.wire.clear();
    const differs = await main(leaseAndSync({ sync: 'plan', 'sync-fail-on-diff': 'true' }));
    expectNoLease(differs);
    expect(errorCode(differs.result)).toBe('sync-differs');
    expect(await values(lab)).toEqual({});
  });

  it('leaves post nothing to do', async () => {
    lab.wire.secrets.deny('CreateSecret', '*');
    await inJob(lab, async (job) => {
      const use = job.use(leaseAndSync({ 'disable-retry': 'true' }));
      expect((await use.main()).exitCode).toBe(1);
      lab.wire.clear();
      const post = await use.post();
      expect(post.exitCode).toBe(0);
      expect(lab.wire.calls).toEqual([]);
    });
  });

  it('for what is wrong with its inputs does so before anything is asked of AWS, naming them with their prefix', async () => {
    const wrong = {
      'sync-name': 'app',
      'sync-adopt': 'perhaps',
      'sync-prune-limit': '-1',
      'sync-description': 'x'.repeat(2_049),
    };
    const { result } = await main(leaseAndSync(wrong));
    expect(errorCode(result)).toBe('invalid-inputs');
    for (const name of Object.keys(wrong)) expect(messagesOf(result, 'error')).toContain(`\`${name}\``);
    expect(lab.wire.calls).toEqual([]);
  });
});

describe('a lease that fails', () => {
  it.each(['CreateUser', 'CreateAccessKey', 'AttachUserPolicy'])(
    'in %s, before there is a key, leaves the secrets as they were',
    async (action) => {
      await put(lab, 'app/A', canary('old'), OURS);
      lab.wire.inject({ action, times: 40 }, { code: 'AccessDenied' });
      const seen = await main(leaseAndSync({ 'disable-retry': 'true' }));
      expectNoLease(seen);
      expect(secretActions(lab)).toEqual([]);
      expect(await values(lab)).toEqual({ 'app/A': canary('old') });
    },
  );

  it('because its key never comes to work is rolled back once the sync is through, which stays done', async () => {
    lab.wire.keyActivationMs = 60_000;
    const seen = await main(leaseAndSync({ 'wait-for-propagation': '2s' }));
    expectNoLease(seen);
    expect(errorCode(seen.result)).toBe('propagation-timeout');
    expect(await values(lab)).toEqual({ 'app/A': canary('A'), 'app/B': canary('B') });
    const lastWrite = Math.max(...callsOf('CreateSecret').map(({ endedAt }) => endedAt ?? 0));
    expect(first('DeleteUser')?.startedAt).toBeGreaterThan(lastWrite);
  });
});

describe('a session lease with a sync', () => {
  it('is issued, and the secrets are synced', async () => {
    const { result } = await main(leaseAndSync(session));
    expect(messagesOf(result, 'error')).toBe('');
    expect(result.exitCode).toBe(0);
    expect(result.exported.AWS_SESSION_TOKEN).not.toBe('');
    expect(await values(lab)).toEqual({ 'app/A': canary('A'), 'app/B': canary('B') });
    expect(countsOf(result, 'sync-')).toEqual({ created: 2 });
  });

  it('narrowed by `inline-session-policy` leaves the sync the managing identity’s own rights: its session has no policy', async () => {
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
    });
    const { result } = await main(leaseAndSync({ ...session, 'inline-session-policy': policy }));
    expect(messagesOf(result, 'error')).toBe('');
    const assumed = callsOf('AssumeRoleWithWebIdentity');
    expect(assumed.map(({ params }) => params.Policy !== undefined).sort()).toEqual([false, true]);
    expect(secretCalls(lab).length).toBeGreaterThan(0);
    const leased = result.exported.AWS_ACCESS_KEY_ID;
    expect(secretCalls(lab).map(({ accessKeyId }) => accessKeyId)).not.toContain(leased);
  });

  it('through a chain of roles syncs as the last of them, without the lease’s length', async () => {
    const roles = `${roleArn('github-lease-manager')}\n${roleArn('second-hop')}`;
    const { result } = await main(leaseAndSync({ ...session, 'role-to-assume': roles }));
    expect(messagesOf(result, 'error')).toBe('');
    const hops = callsOf('AssumeRole').map(({ params }) => params.RoleArn);
    expect(new Set(hops)).toEqual(new Set([roleArn('second-hop')]));
    expect(await values(lab)).toEqual({ 'app/A': canary('A'), 'app/B': canary('B') });
  });

  it('that STS refuses fails the step, and nothing is given to the job; what the sync did meanwhile is told', async () => {
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    const match = ({ params }: Call) => params.Policy !== undefined;
    lab.wire.inject({ action: 'AssumeRoleWithWebIdentity', times: 40, match }, { code: 'PackedPolicyTooLarge' });
    const { result } = await main(leaseAndSync({ ...session, 'inline-session-policy': policy }));
    expect(result.exitCode).toBe(1);
    expect(errorCode(result)).toBe('assume-role-failed');
    expect(countsOf(result, 'sync-')).toEqual({ created: Object.keys(await values(lab)).length });
    expect(result.exported).not.toHaveProperty('AWS_SESSION_TOKEN');
  });

  it('is not given to the job when the sync fails', async () => {
    lab.wire.secrets.deny('CreateSecret', 'app/B');
    const { result } = await main(leaseAndSync({ ...session, 'disable-retry': 'true' }));
    expect(result.exitCode).toBe(1);
    expect(errorCode(result)).toBe('sync-incomplete');
    expect(result.exported).not.toHaveProperty('AWS_SESSION_TOKEN');
    expect(result.outputs).not.toHaveProperty('authenticated-arn');
  });
});

describe('`use-existing-credentials` with a sync', () => {
  it('issues nothing and syncs by the managing identity, not by what the job has', async () => {
    const env = {
      AWS_ACCESS_KEY_ID: lab.longLived.accessKeyId,
      AWS_SECRET_ACCESS_KEY: lab.longLived.secretAccessKey,
    };
    const { result, users } = await main(leaseAndSync({ 'use-existing-credentials': 'true' }), { env });
    expect(result.exitCode).toBe(0);
    expect(users).toEqual([]);
    expect(result.exported).not.toHaveProperty('AWS_ACCESS_KEY_ID');
    expect(await values(lab)).toEqual({ 'app/A': canary('A'), 'app/B': canary('B') });
    expect(secretCalls(lab).map(({ accessKeyId }) => accessKeyId)).not.toContain(lab.longLived.accessKeyId);
    expect(countsOf(result, 'sync-')).toEqual({ created: 2 });
  });

  it('fails the step when the sync fails, and leaves what the job has', async () => {
    lab.wire.secrets.deny('CreateSecret', 'app/A');
    const env = {
      AWS_ACCESS_KEY_ID: lab.longLived.accessKeyId,
      AWS_SECRET_ACCESS_KEY: lab.longLived.secretAccessKey,
    };
    const inputs = leaseAndSync({ 'use-existing-credentials': 'true', 'disable-retry': 'true' });
    const { result } = await main(inputs, { env });
    expect(errorCode(result)).toBe('sync-incomplete');
    expect(result.exported).toEqual({});
  });
});

describe('main that is stopped while it syncs', () => {
  type Stop = (running: Running) => unknown;
  const stopIn = async (action: string, stop: Stop, inputs: Record<string, string> = {}) =>
    inJob(lab, async (job) => {
      const use = job.use(leaseAndSync(inputs));
      const running = use.start('main');
      let stopped = false;
      lab.wire.before(action, async () => {
        if (!stopped) await stop(running);
        stopped = true;
        await pause(300);
      });
      const result = await running.done;
      const users = await lab.users();
      // What a killed process had asked for may still be under way.
      while (action === 'CreateSecret' && lab.wire.calls.some(({ endedAt }) => endedAt === undefined)) await pause(10);
      lab.wire.clear();
      const post = await use.post();
      expect(post.exitCode).toBe(0);
      expect(await lab.users()).toEqual([]);
      return { result, users, caller: '' };
    });

  it.each(['ListSecrets', 'CreateSecret'])(
    'by SIGINT in %s takes the lease back and ends in good order',
    async (action) => {
      const seen = await stopIn(action, (running) => running.kill('SIGINT'));
      expect(seen.result.signal).toBeNull();
      expect(errorCode(seen.result)).toBe('interrupted');
      expectNoLease(seen);
    },
  );

  it('by a kill leaves the lease to post, and the next sync completes what was begun', async () => {
    const { result } = await stopIn('CreateSecret', async (running) => {
      running.kill('SIGKILL');
      await running.done;
    });
    expect(result.signal).toBe('SIGKILL');
    const next = await main(leaseAndSync());
    expect(next.result.exitCode).toBe(0);
    expect(await values(lab)).toEqual({ 'app/A': canary('A'), 'app/B': canary('B') });
    expect(await lab.wire.secrets.createdVersions('app/A')).toHaveLength(1);
  });

  it('by `action-timeout-s` says so and takes the lease back', async () => {
    lab.wire.inject({ action: 'CreateSecret', times: 40 }, 'hang');
    const seen = await stopIn('ListSecrets', () => undefined, { 'action-timeout-s': '3' });
    expect(errorCode(seen.result)).toBe('action-timeout');
    expectNoLease(seen);
  });
});

it('the managing identity is named once in the log, and it is the role’s session', async () => {
  const { result } = await main(leaseAndSync());
  const named = result.log.split('\n').filter((line) => line.includes(MANAGER));
  expect(named.filter((line) => !line.startsWith('##[debug]'))).toHaveLength(1);
});

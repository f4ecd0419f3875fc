// `/renew` on the bundle: how far a lease's end moves, whose lease it is, and what becomes of it when AWS does not play along.
import { CreateUserCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from '@jest/globals';
import type { UserDescription } from '../lab/lab.ts';
import { findSecret, type Job, type StepResult } from '../lab/runner/runner.ts';
import {
  createLeaseUser,
  fromNow,
  guardEnd,
  REPOSITORY_ID,
  succeeded,
  useOf,
  writes,
} from '../support/scenarios/leases.ts';
import { type AfterMain, afterMain, errorCode, inJob, messagesOf, policyArn } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const MINUTE = 60_000;
const DENIED = { code: 'AccessDenied', message: 'Not authorized' };

const lab = useLab();

const renewing = (job: Job, overrides: Record<string, string> = {}) => useOf(job, 'renew', lab.inputs(overrides));
const renew = (job: Job, overrides: Record<string, string> = {}) => renewing(job, overrides).main();

const LEASE = { 'permissions-boundary-arn': policyArn('lease-boundary'), 'policy-arns': policyArn('app-read') };

type Leased = AfterMain & { userName: string; before: UserDescription };

/** Runs `work` in a job that has a lease; the wire has forgotten main by then. */
function leased<T>(overrides: Record<string, string>, work: (run: Leased) => Promise<T>): Promise<T> {
  return afterMain(lab, { ...LEASE, ttl: '15m', ...overrides }, async (run) => {
    succeeded(run.main);
    const [userName = ''] = await lab.users();
    const before = await lab.describeUser(userName);
    lab.wire.clear();
    return work({ ...run, userName, before });
  });
}

const endOf = (user: UserDescription) => user.tags['lease:expires-at'];

async function expectEnd(userName: string, end: string | undefined): Promise<void> {
  const user = await lab.describeUser(userName);
  expect([endOf(user), guardEnd(user)]).toEqual([end, end]);
}

describe('a renewal', () => {
  it('moves tag and guard to `ttl` from now, reports both times, and changes nothing else', () =>
    leased({}, async ({ job, main, userName, before }) => {
      const from = Date.now() - 1_000;
      const renewed = succeeded(await renew(job, { ttl: '45m' }));
      const after = await lab.describeUser(userName);
      const [was = '', is = ''] = [endOf(before), endOf(after)];
      expect(Date.parse(is)).toBeGreaterThanOrEqual(from + 45 * MINUTE);
      expect(Date.parse(is)).toBeLessThanOrEqual(Date.now() + 45 * MINUTE);
      // Nothing else: with the old end in place of the new one, all is as it was, the guard's other statements too.
      expect(JSON.parse(JSON.stringify(after).replaceAll(is, was))).toEqual(before);
      expect(JSON.stringify(after)).not.toContain(was);
      expect(guardEnd(after)).toBe(is);
      expect(renewed.outputs).toEqual({ 'lease-id': userName, 'previous-expiration': was, 'aws-expiration': is });
      expect(renewed.log).toContain(was);
      expect(renewed.log).toContain(is);
      expect(messagesOf(renewed, 'notice')).toBe('');
      expect(await findSecret(job, [renewed], main.exported.AWS_SECRET_ACCESS_KEY ?? '')).toEqual([]);
    }));

  it('moves the tag, the guard after it, and reads the user before and again after both', () =>
    leased({}, async ({ job }) => {
      succeeded(await renew(job, { ttl: '45m' }));
      const actions = lab.wire.calls.filter(({ service }) => service === 'iam').map(({ action }) => action);
      expect(actions).toEqual(['GetUser', 'TagUser', 'PutUserPolicy', 'GetUser']);
    }));

  it('stops at the `max-ttl` of the lease, with a notice', () =>
    leased({ 'max-ttl': '20m' }, async ({ job, userName, before }) => {
      const renewed = succeeded(await renew(job));
      const max = before.tags['lease:max-expires-at'] ?? '';
      expect(Date.parse(max)).toBeGreaterThan(Date.parse(endOf(before) ?? ''));
      await expectEnd(userName, max);
      expect(renewed.outputs['aws-expiration']).toBe(max);
      expect(messagesOf(renewed, 'notice')).toMatch(new RegExp(`max-ttl.*${max}`));
    }));

  it('to an end that is nearer than the lease’s own moves nothing, with a notice', () =>
    leased({ ttl: '1h' }, async ({ job, userName, before }) => {
      const renewed = succeeded(await renew(job, { ttl: '15m' }));
      expect(renewed.log).toMatch(/: its lease still expires at \S+Z\.$/m);
      expect(writes(lab)).toEqual([]);
      expect(await lab.describeUser(userName)).toEqual(before);
      expect(messagesOf(renewed, 'notice')).toContain('the lease already lasts longer than that');
      const end = endOf(before);
      expect(renewed.outputs).toMatchObject({ 'previous-expiration': end, 'aws-expiration': end });
    }));

  it('of the lease that `lease-id` names leaves the job’s own alone', () =>
    leased({}, async ({ job, userName, before }) => {
      await createLeaseUser(lab, 'gha-other-job');
      const renewed = succeeded(await renew(job, { 'lease-id': 'gha-other-job', ttl: '3h' }));
      await expectEnd('gha-other-job', renewed.outputs['aws-expiration']);
      expect(renewed.outputs['lease-id']).toBe('gha-other-job');
      expect(await lab.describeUser(userName)).toEqual(before);
    }));

  it('can be done again and again, each time from then on', () =>
    leased({}, async ({ job, userName }) => {
      const first = succeeded(await renew(job, { ttl: '30m' }));
      const second = succeeded(await renew(job, { ttl: '50m' }));
      expect(second.outputs['previous-expiration']).toBe(first.outputs['aws-expiration']);
      await expectEnd(userName, second.outputs['aws-expiration']);
    }));
});

/** What is left untouched, and why. */
const REFUSED: { what: string; code: string; says: string; make: () => Promise<unknown> }[] = [
  {
    what: 'has ended',
    code: 'lease-expired',
    says: 'its lease expired at',
    make: () => createLeaseUser(lab, 'suspect', { endsIn: -1 }),
  },
  {
    what: 'is no lease',
    code: 'lease-mismatch',
    says: 'the tag lease:managed-by is not',
    make: () => lab.iam.send(new CreateUserCommand({ UserName: 'suspect', Path: '/github-actions/octo-org/shop/' })),
  },
  {
    what: 'has an end that cannot be read',
    code: 'lease-mismatch',
    says: 'lease:expires-at',
    make: () => createLeaseUser(lab, 'suspect', { tags: { 'lease:expires-at': 'tomorrow' } }),
  },
  {
    what: 'is a lease of another repository, even of the same name',
    code: 'lease-mismatch',
    says: 'another repository',
    make: () => createLeaseUser(lab, 'suspect', { tags: { 'lease:repository-id': '1' } }),
  },
];

describe('a user', () => {
  it.each(REFUSED)('that $what is refused and not touched', async ({ code, says, make }) => {
    await make();
    const before = await lab.describeUser('suspect');
    const result = await inJob(lab, (job) => renew(job, { 'lease-id': 'suspect', ttl: '3h' }));
    expect([result.conclusion, errorCode(result)]).toEqual(['failure', code]);
    expect(messagesOf(result, 'error')).toContain(says);
    expect(writes(lab)).toEqual([]);
    expect(await lab.describeUser('suspect')).toEqual(before);
    expect(result.outputs).toEqual({});
  });

  it('that does not exist is an error that says so', async () => {
    const result = await inJob(lab, (job) => renew(job, { 'lease-id': 'gone' }));
    expect([result.conclusion, errorCode(result)]).toEqual(['failure', 'lease-not-found']);
    expect(writes(lab)).toEqual([]);
  });
});

/** One error, before anything was asked of anybody. */
function expectOneError(result: StepResult, ...names: string[]): void {
  expect([result.conclusion, errorCode(result)]).toEqual(['failure', 'invalid-inputs']);
  expect(result.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
  for (const name of names) expect(messagesOf(result, 'error')).toContain(`\`${name}\``);
  expect([lab.wire.calls, lab.oidc.issued]).toEqual([[], []]);
}

describe('without a lease', () => {
  it('there is one error, with all else that is wrong, before AWS or GitHub are asked', async () => {
    const bad = { ttl: '5s', 'aws-region': 'eu central', 'role-chaining': 'yes' };
    const result = await inJob(lab, (job) => renew(job, bad));
    expectOneError(result, 'lease-id', ...Object.keys(bad));
    expect(messagesOf(result, 'error')).toContain('AWS_EPHEMERAL_LEASE_ID');
  });

  it('since the job has a session, the error says that a session cannot be renewed', () =>
    afterMain(lab, { 'credential-type': 'session' }, async ({ job, main }) => {
      succeeded(main);
      lab.wire.clear();
      lab.oidc.issued.length = 0;
      const result = await renew(job);
      expectOneError(result, 'lease-id');
      expect(messagesOf(result, 'error')).toMatch(/session, which AWS can neither renew/);
    }));

  it('that can be a user’s name, or in a job without a repository id, there is one error', async () => {
    const run = (job: Job) => renew(job, { 'lease-id': 'no/name' });
    const result = await inJob(lab, run, { context: { GITHUB_REPOSITORY_ID: '' } });
    expectOneError(result, 'lease-id', 'GITHUB_REPOSITORY_ID');
  });
});

it('a `ttl` beyond the largest date is an error of the input, and nothing is changed', async () => {
  await createLeaseUser(lab, 'gha-planted');
  const result = await inJob(lab, (job) => renew(job, { 'lease-id': 'gha-planted', ttl: '999999999d' }));
  expectOneError(result, 'ttl');
});

describe('when AWS', () => {
  it('throttles, breaks off and loses answers, tag and guard still arrive at the same end', () =>
    leased({}, async ({ job, userName }) => {
      for (const action of ['GetUser', 'TagUser', 'PutUserPolicy']) {
        lab.wire.inject({ action }, 'throttle');
        lab.wire.inject({ action }, 'answer-lost');
        lab.wire.inject({ action }, 'error-500');
      }
      const renewed = succeeded(await renew(job, { ttl: '45m' }));
      await expectEnd(userName, renewed.outputs['aws-expiration']);
      expect(writes(lab)).toEqual([...Array(4).fill('TagUser'), ...Array(4).fill('PutUserPolicy')]);
    }));

  it('refuses at first, as it does while a new role spreads, the lease is renewed all the same', () =>
    leased({}, async ({ job, userName }) => {
      for (const action of ['GetUser', 'TagUser', 'PutUserPolicy']) lab.wire.inject({ action }, DENIED);
      const renewed = succeeded(await renew(job, { ttl: '45m' }));
      await expectEnd(userName, renewed.outputs['aws-expiration']);
    }));

  it.each(['GetUser', 'TagUser', 'PutUserPolicy'])(
    'refuses %s for good, the error says which permission is missing, and no output promises a new end',
    (action) =>
      leased({}, async ({ job, userName, before }) => {
        lab.wire.inject({ action, times: 100 }, DENIED);
        const result = await renew(job, { ttl: '45m', 'disable-retry': 'true' });
        expect([result.conclusion, errorCode(result)]).toEqual(['failure', 'lease-denied']);
        expect(messagesOf(result, 'error')).toContain(userName);
        expect(result.outputs).toEqual({});
        expect(guardEnd(await lab.describeUser(userName))).toBe(endOf(before));
      }),
  );

  it.each([
    { where: 'before its `max-ttl`', overrides: {}, ttl: '45m' },
    { where: 'at its `max-ttl`', overrides: { 'max-ttl': '20m' }, ttl: '45m' },
  ])(
    'has moved the tag and the step is killed, the lease ends no later than before, and the next renewal brings both to one end, $where',
    ({ overrides, ttl }) =>
      leased(overrides, async ({ job, userName, before }) => {
        const running = renewing(job, { ttl }).start('main');
        lab.wire.before('PutUserPolicy', () => running.kill('SIGKILL'));
        lab.wire.inject({ action: 'PutUserPolicy' }, 'hang');
        expect((await running.done).signal).toBe('SIGKILL');
        const between = await lab.describeUser(userName);
        expect(guardEnd(between)).toBe(endOf(before));
        expect(endOf(between)).not.toBe(endOf(before));
        lab.wire.clear();
        const again = succeeded(await renew(job, { ttl }));
        await expectEnd(userName, again.outputs['aws-expiration']);
      }),
  );

  it('does not answer and the step is stopped, it shuts down cleanly with one error', () =>
    leased({}, async ({ job, userName, before }) => {
      lab.wire.inject({ action: 'PutUserPolicy', times: 100 }, 'hang');
      const result = await renew(job, { ttl: '45m', 'action-timeout-s': '2' });
      expect([result.signal, result.exitCode, errorCode(result)]).toEqual([null, 1, 'action-timeout']);
      expect(guardEnd(await lab.describeUser(userName))).toBe(endOf(before));
      expect(result.outputs).toEqual({});
    }));
});

describe('post after a renewal', () => {
  it('revokes as usual', () =>
    leased({}, async ({ job, use }) => {
      succeeded(await renew(job, { ttl: '45m' }));
      const post = succeeded(await use.post());
      expect(post.log).toContain('Proof');
      expect(await lab.users()).toEqual([]);
    }));

  it('that cannot finish names the new end, not the one that main knew', () =>
    leased({}, async ({ job, use, before }) => {
      const renewed = succeeded(await renew(job, { ttl: '45m' }));
      for (const action of ['DetachUserPolicy', 'PutUserPolicy']) lab.wire.inject({ action, times: 100 }, DENIED);
      const post = await use.post();
      expect(errorCode(post)).toBe('revoke-incomplete');
      expect(post.log).toContain(renewed.outputs['aws-expiration'] ?? 'no end');
      expect(post.log).not.toContain(endOf(before));
    }));
});

it('the laboratory’s leases are of the repository that its jobs run in', async () => {
  await createLeaseUser(lab, 'gha-planted', { endsIn: 60 });
  const { tags } = await lab.describeUser('gha-planted');
  expect(tags['lease:repository-id']).toBe(REPOSITORY_ID);
  expect(Date.parse(tags['lease:expires-at'] ?? '')).toBeLessThanOrEqual(Date.parse(fromNow(60)));
});

describe('a renewal by `role-chaining`', () => {
  it('in the lease’s own job says that the environment may have the lease, which may not renew itself', () =>
    leased({}, async ({ job }) => {
      const base = { 'role-chaining': 'true', 'role-to-assume': '' };
      expect(messagesOf(await renew(job, base), 'notice')).toContain('`output-env-credentials: false`');
    }));
});

// `/sweep` on the bundle when AWS, GitHub or the runner do not play along.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type GitHubApi, startGitHubApi } from '../lab/github-api.ts';
import type { Job } from '../lab/runner/runner.ts';
import {
  counts,
  createLeaseUser,
  createLeaseUsers,
  entries,
  type Lease,
  states,
  succeeded,
  useOf,
  writes,
} from '../support/scenarios/leases.ts';
import { errorCode, inJob, messagesOf } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const DENIED = { code: 'AccessDenied', message: 'Not authorized' };
const EXPIRED = -60;

const lab = useLab();
let api: GitHubApi;
beforeAll(async () => {
  api = await startGitHubApi();
});
beforeEach(() => api.reset());
afterAll(() => api.close());

const inSweeper = <T>(work: (job: Job) => Promise<T>) => inJob(lab, work, { context: { GITHUB_API_URL: api.url } });
const sweeping = (job: Job, overrides: Record<string, string> = {}) => useOf(job, 'sweep', lab.inputs(overrides));
const sweep = (overrides: Record<string, string> = {}) => inSweeper((job) => sweeping(job, overrides).main());

const names = async () => (await lab.users()).sort();

describe('a user that cannot be deleted', () => {
  it('is reported and fails the step; all others go', async () => {
    await createLeaseUsers(lab, { one: { endsIn: EXPIRED }, stuck: { endsIn: EXPIRED }, two: { endsIn: EXPIRED } });
    const match = ({ params }: { params: Record<string, string> }) => params.UserName === 'stuck';
    lab.wire.inject({ action: 'DeleteUser', times: 100, match }, DENIED);
    const result = await sweep();
    expect([result.conclusion, errorCode(result)]).toEqual(['failure', 'sweep-incomplete']);
    expect(messagesOf(result, 'error')).toMatch(/stuck: .*AccessDenied/);
    expect(await names()).toEqual(['stuck']);
    expect(counts(result)).toEqual({ active: '0', expired: '3', orphaned: '0', revoked: '2', failed: '1' });
    expect(entries(result)[0]).toMatchObject({
      leaseId: 'stuck',
      state: 'expired',
      revoked: false,
      failure: expect.stringContaining('AccessDenied'),
    });
    expect(result.summary.indexOf('<td>stuck</td>')).toBeLessThan(result.summary.indexOf('<td>one</td>'));
    lab.wire.clear();
    expect(counts(succeeded(await sweep()))).toMatchObject({ revoked: '1', failed: '0' });
    expect(await names()).toEqual([]);
  });

  it('since it cannot be read is reported and fails the step; all others go', async () => {
    await createLeaseUsers(lab, { hidden: { endsIn: EXPIRED, bare: true }, other: { endsIn: EXPIRED, bare: true } });
    const match = ({ params }: { params: Record<string, string> }) => params.UserName === 'hidden';
    lab.wire.inject({ action: 'GetUser', times: 100, match }, DENIED);
    const result = await sweep();
    expect(errorCode(result)).toBe('sweep-incomplete');
    expect(messagesOf(result, 'error')).toMatch(/hidden: .*AccessDenied/);
    expect(await names()).toEqual(['hidden']);
    expect(counts(result)).toMatchObject({ expired: '1', revoked: '1', failed: '1' });
  });

  it('is not reported as an active lease when it cannot be read', async () => {
    await createLeaseUsers(lab, { hidden: { endsIn: EXPIRED, bare: true } });
    lab.wire.inject({ action: 'GetUser', times: 100 }, DENIED);
    const result = await sweep();
    expect(counts(result)).toMatchObject({ active: '0', failed: '1' });
    expect(states(result).hidden).not.toBe('active');
  });
});

describe('where the role may not', () => {
  it('list users, the error names the permission', async () => {
    await createLeaseUsers(lab, { expired: { endsIn: EXPIRED, bare: true } });
    lab.wire.inject({ action: 'ListUsers', times: 100 }, DENIED);
    const result = await sweep();
    expect([result.conclusion, errorCode(result)]).toEqual(['failure', 'sweep-failed']);
    expect(messagesOf(result, 'error')).toMatch(/\/github-actions\/.*AccessDenied[\s\S]*iam:ListUsers/);
    expect(writes(lab)).toEqual([]);
  });

  it('see the account’s numbers, that is a line in the log and no more', async () => {
    lab.wire.inject({ action: 'GetAccountSummary', times: 100 }, DENIED);
    const result = succeeded(await sweep());
    expect(result.log).toContain('iam:GetAccountSummary');
    expect(result.annotations).toEqual([]);
  });
});

it('a failed GetAccountSummary is not explained by missing permissions when AWS had an error', async () => {
  lab.wire.inject({ action: 'GetAccountSummary', times: 100 }, 'error-500');
  const result = succeeded(await sweep({ 'disable-retry': 'true' }));
  expect(result.log).not.toContain('the role may not call');
});

describe('when the account', () => {
  it('nears its limit of users there is a warning with both numbers, and none before', async () => {
    lab.wire.accountUsers = 4_900;
    expect(messagesOf(succeeded(await sweep()), 'warning')).toMatch(/4900 of at most 5000/);
    lab.wire.accountUsers = 2_500;
    expect(succeeded(await sweep()).annotations).toEqual([]);
  });

  it('has more users than fit into one answer, all are looked at, deletions in between notwithstanding', async () => {
    const all = Array.from({ length: 7 }, (_, n) => `lease-${n}`);
    for (const [n, name] of all.entries())
      await createLeaseUser(lab, name, { endsIn: n % 2 === 0 ? EXPIRED : 600, bare: true });
    lab.wire.userPage = 2;
    const result = succeeded(await sweep());
    expect(lab.wire.calls.filter(({ action }) => action === 'ListUsers')).toHaveLength(4);
    expect(await names()).toEqual(['lease-1', 'lease-3', 'lease-5']);
    expect(Object.keys(states(result)).sort()).toEqual(all);
  });

  it('does not return the next page, the result so far is reported, and the step fails', async () => {
    const leases = ['a', 'b', 'c', 'd'].map((name) => [name, { endsIn: EXPIRED, bare: true }]);
    await createLeaseUsers(lab, Object.fromEntries(leases) as Record<string, Lease>);
    lab.wire.userPage = 2;
    lab.wire.inject({ action: 'ListUsers', skip: 1, times: 100 }, DENIED);
    const result = await sweep();
    expect(errorCode(result)).toBe('sweep-failed');
    expect(await names()).toEqual(['c', 'd']);
    expect(counts(result)).toMatchObject({ expired: '2', revoked: '2' });
  });

  it('throttles every second call throughout, the sweep still ends with all done', async () => {
    await createLeaseUsers(lab, {
      a: { endsIn: EXPIRED },
      c: { endsIn: 600, bare: true },
    });
    let nth = 0;
    const match = () => ++nth % 2 === 1;
    const all = ['ListUsers', 'GetUser', 'ListAccessKeys', 'ListUserPolicies', 'DeleteAccessKey', 'DeleteUser'];
    for (const action of all) lab.wire.inject({ action, times: 1_000, match }, 'throttle');
    const result = succeeded(await sweep());
    expect(await names()).toEqual(['c']);
    expect(counts(result)).toEqual({ active: '1', expired: '1', orphaned: '0', revoked: '1', failed: '0' });
    expect(lab.wire.calls.filter(({ errorCode: code }) => code === 'Throttling').length).toBeGreaterThan(5);
  });

  it('breaks off and loses answers, the sweep ends with all done', async () => {
    await createLeaseUsers(lab, { a: { endsIn: EXPIRED }, b: { endsIn: EXPIRED } });
    for (const action of ['ListUsers', 'GetUser', 'DeleteAccessKey', 'DeleteUserPolicy', 'DeleteUser']) {
      lab.wire.inject({ action }, 'reset');
      lab.wire.inject({ action }, 'answer-lost');
    }
    expect(counts(succeeded(await sweep()))).toMatchObject({ revoked: '2', failed: '0' });
    expect(await names()).toEqual([]);
  });
});

describe('when GitHub', () => {
  it('never answers, living leases stay, with a notice, and the sweep ends', async () => {
    await createLeaseUsers(lab, { a: { runId: '1', bare: true }, b: { runId: '2', endsIn: EXPIRED, bare: true } });
    api.inject('hang', 100);
    // Every request has a time limit of 15 s.
    const result = await sweep({ 'github-token': 'ghs_x', 'action-timeout-s': '25' });
    expect([errorCode(result), result.conclusion]).toEqual([undefined, 'success']);
    expect(await names()).toEqual(['a']);
    expect(messagesOf(result, 'notice')).toContain('GitHub did not report the state of 1 runs');
  });
});

/** Thirty leases that have ended, of which the tenth to be read is held until the step is stopped. */
async function stopped(stop: (running: { kill(signal: 'SIGINT'): void }) => void, overrides: Record<string, string>) {
  const leases = Array.from({ length: 30 }, (_, n) => [
    `lease-${String(n).padStart(2, '0')}`,
    { endsIn: 600, bare: true },
  ]);
  await createLeaseUsers(lab, Object.fromEntries(leases) as Record<string, Lease>);
  lab.wire.inject({ action: 'GetUser', skip: 10, times: 1_000 }, 'hang');
  const result = await inSweeper(async (job) => {
    const running = sweeping(job, { concurrency: '2', ...overrides }).start('main');
    let reads = 0;
    lab.wire.before('GetUser', () => {
      reads += 1;
      if (reads === 11) stop(running);
    });
    return running.done;
  });
  expect([result.signal, result.exitCode]).toEqual([null, 1]);
  return result;
}

describe('stopped in the middle, a sweep', () => {
  it.each([
    { by: 'SIGINT', code: 'interrupted', overrides: {} },
    { by: '`action-timeout-s`', code: 'action-timeout', overrides: { 'action-timeout-s': '2' } },
  ])('shuts down cleanly at $by: one error, and the result so far is reported', async ({ by, code, overrides }) => {
    const result = await stopped((running) => {
      if (by === 'SIGINT') running.kill('SIGINT');
    }, overrides);
    expect(errorCode(result)).toBe(code);
    expect(result.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(Number(result.outputs.active)).toBeGreaterThanOrEqual(9);
    expect(writes(lab)).toEqual([]);
  });

  it('does not report the users it did not reach as failures', async () => {
    const result = await stopped((running) => running.kill('SIGINT'), {});
    expect(result.log.split('The runner stopped this step').length - 1).toBeLessThanOrEqual(5);
    expect(Number(result.outputs.failed)).toBeLessThanOrEqual(2);
  });

  it('leaves a lease half deleted without its key, and the next sweep finishes', async () => {
    await createLeaseUsers(lab, { half: { endsIn: EXPIRED } });
    lab.wire.inject({ action: 'DeleteUserPolicy', times: 100 }, 'hang');
    const result = await inSweeper(async (job) => {
      const running = sweeping(job).start('main');
      lab.wire.before('DeleteUserPolicy', () => running.kill('SIGINT'));
      return running.done;
    });
    expect([result.signal, result.exitCode, errorCode(result)]).toEqual([null, 1, 'interrupted']);
    expect((await lab.describeUser('half')).accessKeys).toEqual([]);
    lab.wire.clear();
    expect(counts(succeeded(await sweep()))).toMatchObject({ revoked: '1' });
  });
});

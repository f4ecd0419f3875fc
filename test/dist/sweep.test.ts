// `/sweep` on the bundle: which users it deletes, what it asks GitHub, what it reports, and what stops it.
import { CreateUserCommand, DeleteUserCommand, UntagUserCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type GitHubApi, type GitHubFault, startGitHubApi } from '../lab/github-api.ts';
import { findSecret, type Job } from '../lab/runner/runner.ts';
import { startTestProxy } from '../support/scenarios/drop-in.ts';
import {
  counts,
  createLeaseUsers,
  entries,
  type Lease,
  moveEnd,
  states,
  succeeded,
  useOf,
  writes,
} from '../support/scenarios/leases.ts';
import { errorCode, inJob, messagesOf } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const TOKEN = 'ghs_sweepersOwnToken0123456789abcdefghij';
const WITH_TOKEN = { 'github-token': TOKEN };
const EXPIRED = -60;

const lab = useLab();
let api: GitHubApi;
beforeAll(async () => {
  api = await startGitHubApi();
});
beforeEach(() => {
  api.reset();
  api.token = TOKEN;
});
afterAll(() => api.close());

const inSweeper = <T>(work: (job: Job) => Promise<T>) => inJob(lab, work, { context: { GITHUB_API_URL: api.url } });
const sweeping = (job: Job, overrides: Record<string, string> = {}) => useOf(job, 'sweep', lab.inputs(overrides));
const sweep = (overrides: Record<string, string> = {}) => inSweeper((job) => sweeping(job, overrides).main());

/** Names of the users that calls of an action were about, in order. */
const about = (action: string) =>
  lab.wire.calls.filter((call) => call.action === action).map(({ params }) => params.UserName ?? '');
const names = async () => (await lab.users()).sort();

describe('a sweep', () => {
  it('deletes expired leases of all repositories, and no other user', async () => {
    await createLeaseUsers(lab, {
      expired: { endsIn: EXPIRED },
      'expired-elsewhere': {
        endsIn: EXPIRED,
        path: '/github-actions/other/repo/prod/',
        tags: { 'lease:repository-id': '2' },
      },
      living: { endsIn: 600 },
      'no-moment': { endsIn: EXPIRED, tags: { 'lease:expires-at': 'yesterday' } },
      'other-tool': { endsIn: EXPIRED, tags: { 'lease:managed-by': 'something-else' } },
      'no-run': { endsIn: EXPIRED, tags: { 'lease:run-id': '' } },
      outside: { endsIn: EXPIRED, path: '/people/' },
      'outside-by-a-hair': { endsIn: EXPIRED, path: '/github-actions-of-others/' },
    });
    await lab.iam.send(new CreateUserCommand({ UserName: 'bystander', Path: '/github-actions/octo-org/shop/' }));
    const result = succeeded(await sweep());
    const left = ['bystander', 'living', 'no-moment', 'no-run', 'other-tool', 'outside', 'outside-by-a-hair'];
    expect(await names()).toEqual(left);
    expect(states(result)).toEqual({
      expired: 'expired, revoked',
      'expired-elsewhere': 'expired, revoked',
      living: 'active',
      bystander: 'foreign-tagged',
      'no-moment': 'foreign-tagged',
      'no-run': 'foreign-tagged',
      'other-tool': 'foreign-tagged',
    });
    expect(counts(result)).toEqual({ active: '1', expired: '2', orphaned: '0', revoked: '2', failed: '0' });
    const seen = lab.wire.calls.map(({ params }) => params.UserName ?? '');
    expect(seen.filter((name) => name.startsWith('outside') || name === 'long-lived')).toEqual([]);
    expect([...new Set(about('DeleteUser'))].sort()).toEqual(['expired', 'expired-elsewhere']);
    expect(result.log).toContain('expired is deleted (expired).');
    expect(result.annotations).toEqual([]);
    expect(result.stderr).toBe('');
    for (const name of Object.keys(states(result))) expect(result.summary).toContain(name);
  });

  it('looks only under `iam-path`, which may be written without its slashes', async () => {
    await createLeaseUsers(lab, { here: { endsIn: EXPIRED, path: '/ci/leases/' }, there: { endsIn: EXPIRED } });
    succeeded(await sweep({ 'iam-path': 'ci' }));
    expect(await names()).toEqual(['there']);
    expect(lab.wire.calls.find(({ action }) => action === 'ListUsers')?.params.PathPrefix).toBe('/ci/');
  });

  it('of an empty path succeeds and says so in numbers', async () => {
    const result = succeeded(await sweep());
    expect(result.outputs).toEqual({
      leases: '[]',
      active: '0',
      expired: '0',
      orphaned: '0',
      revoked: '0',
      failed: '0',
    });
  });

  it.each(['ListUsers', 'GetUser'])('leaves a lease that is renewed after %s', async (action) => {
    await createLeaseUsers(lab, { renewed: { endsIn: EXPIRED }, expired: { endsIn: EXPIRED } });
    let moved = false;
    lab.wire.after(action, async ({ params }) => {
      if (moved || (action === 'GetUser' && params.UserName !== 'renewed')) return;
      moved = true;
      await moveEnd(lab, 'renewed', 1_800);
    });
    const result = succeeded(await sweep());
    expect([moved, await names()]).toEqual([true, ['renewed']]);
    expect(lab.wire.calls.filter(({ params }) => params.UserName === 'renewed').map((call) => call.action)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(Delete|Detach|Remove)/)]),
    );
    expect(counts(result)).toEqual({ active: '1', expired: '1', orphaned: '0', revoked: '1', failed: '0' });
  });

  it('reports the new expiry of a lease that was renewed meanwhile', async () => {
    await createLeaseUsers(lab, { renewed: { endsIn: EXPIRED } });
    let reads = 0;
    lab.wire.after('GetUser', async () => {
      reads += 1;
      if (reads === 1) await moveEnd(lab, 'renewed', 1_800);
    });
    const result = succeeded(await sweep());
    const { tags } = await lab.describeUser('renewed');
    expect(entries(result)).toMatchObject([{ state: 'active', expires: tags['lease:expires-at'] }]);
  });

  it('leaves a user that has lost our tag since it was looked at', async () => {
    await createLeaseUsers(lab, { changed: { endsIn: EXPIRED } });
    let done = false;
    lab.wire.after('GetUser', async () => {
      if (done) return;
      done = true;
      await lab.iam.send(new UntagUserCommand({ UserName: 'changed', TagKeys: ['lease:managed-by'] }));
    });
    await sweep();
    expect([done, await names(), writes(lab)]).toEqual([true, ['changed'], []]);
  });

  it('takes a user that its own job deletes meanwhile for what it is: gone', async () => {
    await createLeaseUsers(lab, { vanishing: { endsIn: EXPIRED, bare: true } });
    lab.wire.after('ListUsers', () => lab.iam.send(new DeleteUserCommand({ UserName: 'vanishing' })));
    const result = succeeded(await sweep());
    expect(states(result)).toEqual({ vanishing: 'gone' });
    expect(counts(result)).toEqual({ active: '0', expired: '0', orphaned: '0', revoked: '0', failed: '0' });
  });
});

describe('with `github-token`, a sweep', () => {
  it('deletes leases whose run is over, asking once for each run and attempt, and no others', async () => {
    await createLeaseUsers(lab, {
      'over-1': { runId: '100' },
      'over-2': { runId: '100' },
      'over-3': { runId: '100' },
      'next-attempt': { runId: '100', runAttempt: '2' },
      running: { runId: '200' },
      queued: { runId: '201' },
      unknown: { runId: '300' },
      'unknown-and-expired': { runId: '300', endsIn: EXPIRED },
      'kept-by-wish': { runId: '400', tags: { 'lease:revoke': 'never' } },
      'kept-and-expired': { runId: '400', endsIn: EXPIRED, tags: { 'lease:revoke': 'never' } },
      'running-but-expired': { runId: '500', endsIn: EXPIRED },
    });
    const shop = (run: string) => `octo-org/shop/${run}`;
    api.runs = {
      [shop('100/1')]: 'completed',
      [shop('100/2')]: 'in_progress',
      [shop('200/1')]: 'in_progress',
      [shop('201/1')]: 'queued',
      [shop('400/1')]: 'completed',
      [shop('500/1')]: 'in_progress',
    };
    const result = succeeded(await sweep(WITH_TOKEN));
    expect(await names()).toEqual(['kept-by-wish', 'next-attempt', 'queued', 'running', 'unknown']);
    expect(api.asked().sort()).toEqual(['100/1', '100/2', '200/1', '201/1', '300/1'].map(shop));
    expect(counts(result)).toEqual({ active: '5', expired: '3', orphaned: '3', revoked: '6', failed: '0' });
    expect(states(result)['over-2']).toBe('orphaned, revoked');
    expect(result.annotations).toEqual([]);
    expect(result.stderr).toBe('');
  });

  it('asks nothing more once the rate limit is nearly used up: a notice, and the leases stay, and 100 requests for others', async () => {
    const runs = ['1', '2', '3', '4', '5'];
    await createLeaseUsers(lab, Object.fromEntries(runs.map((runId) => [`lease-${runId}`, { runId, bare: true }])));
    api.runs = Object.fromEntries(runs.map((run) => [`octo-org/shop/${run}/1`, 'completed' as const]));
    api.remaining = 101;
    const result = succeeded(await sweep({ ...WITH_TOKEN, concurrency: '1' }));
    expect(api.asked()).toHaveLength(2);
    expect(await names()).toHaveLength(3);
    expect(messagesOf(result, 'notice')).toMatch(/rate limit is used up: 3 runs were not checked/);
    expect(counts(result)).toMatchObject({ active: '3', orphaned: '2', revoked: '2', failed: '0' });
  });

  it.each<GitHubFault>(['primary-limit', 'secondary-limit', 'too-many'])(
    'asks nothing more after the answer “%s”, and expired leases go all the same',
    async (fault) => {
      await createLeaseUsers(lab, {
        a: { runId: '1', bare: true },
        b: { runId: '2', bare: true },
        c: { runId: '3', endsIn: EXPIRED, bare: true },
      });
      api.runs = { 'octo-org/shop/1/1': 'completed', 'octo-org/shop/2/1': 'completed' };
      api.inject(fault);
      const result = succeeded(await sweep({ ...WITH_TOKEN, concurrency: '1' }));
      expect([api.requests.length, await names()]).toEqual([1, ['a', 'b']]);
      expect(messagesOf(result, 'notice')).toMatch(/rate limit is used up: 2 runs/);
    },
  );

  it.each<GitHubFault>(['error-500', 'reset', 'forbidden'])(
    'keeps leases whose run GitHub does not report (%s), with a notice, and goes on',
    async (fault) => {
      await createLeaseUsers(lab, { a: { runId: '1', bare: true }, b: { runId: '2', endsIn: EXPIRED, bare: true } });
      api.runs = { 'octo-org/shop/1/1': 'completed' };
      api.inject(fault, 100);
      const result = succeeded(await sweep(WITH_TOKEN));
      expect(await names()).toEqual(['a']);
      const all = `${messagesOf(result, 'notice')}${messagesOf(result, 'warning')}`;
      expect(all).toMatch(
        /GitHub did not report the state of 1 runs|refuses the token \(403\); it needs `actions: read`: 1 runs/,
      );
      expect(counts(result)).toMatchObject({ active: '1', expired: '1', failed: '0' });
    },
  );

  it('that GitHub does not take, leaves living leases, with a warning that does not repeat the token', async () => {
    await createLeaseUsers(lab, { a: { runId: '1', bare: true } });
    api.token = 'another';
    const result = succeeded(await sweep(WITH_TOKEN));
    expect(await names()).toEqual(['a']);
    expect(messagesOf(result, 'warning')).toContain('GitHub refuses the token (401)');
    expect(`${result.stdout}${result.stderr}`.replaceAll(`::add-mask::${TOKEN}`, '')).not.toContain(TOKEN);
  });

  it('reaches GitHub through the proxy, like everything else', async () => {
    await createLeaseUsers(lab, { a: { runId: '1', bare: true } });
    const proxy = await startTestProxy();
    const run = (job: Job) => sweeping(job, { ...WITH_TOKEN, 'http-proxy': proxy.url }).main();
    try {
      // A name that only a proxy could find: a way around it ends nowhere.
      succeeded(await inJob(lab, run, { context: { GITHUB_API_URL: 'http://github.invalid' } }));
      expect(proxy.asked.filter((asked) => asked.includes('github.invalid'))).toHaveLength(1);
    } finally {
      await proxy.close();
    }
  });
});

describe('`dry-run`', () => {
  it('deletes nothing and reports everything, in the outputs and in the summary', async () => {
    await createLeaseUsers(lab, {
      expired: { endsIn: EXPIRED },
      living: { runId: '1' },
      orphan: { runId: '2', runAttempt: '3', tags: { 'lease:actor': 'hubot', 'lease:job': 'release' } },
    });
    await lab.iam.send(new CreateUserCommand({ UserName: 'bystander', Path: '/github-actions/' }));
    api.runs = { 'octo-org/shop/1/1': 'in_progress', 'octo-org/shop/2/3': 'completed' };
    const before = await names();
    const ends = (await lab.describeUser('orphan')).tags['lease:expires-at'];
    const result = succeeded(await sweep({ ...WITH_TOKEN, 'dry-run': 'true' }));
    expect(writes(lab)).toEqual([]);
    expect(await names()).toEqual(before);
    expect(states(result)).toEqual({
      expired: 'expired',
      orphan: 'orphaned',
      bystander: 'foreign-tagged',
      living: 'active',
    });
    expect(counts(result)).toEqual({ active: '1', expired: '1', orphaned: '1', revoked: '0', failed: '0' });
    expect(entries(result).find(({ leaseId }) => leaseId === 'orphan')).toEqual({
      leaseId: 'orphan',
      state: 'orphaned',
      repository: 'octo-org/shop',
      runId: '2',
      runAttempt: '3',
      job: 'release',
      actor: 'hubot',
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      expires: ends,
      revoked: false,
    });
    for (const cell of [
      'expired',
      'orphan',
      'bystander',
      'living',
      'orphaned',
      'hubot',
      'release',
      '2, attempt 3',
      ends,
    ])
      expect(result.summary).toContain(`<td>${cell}</td>`);
    expect(result.summary).not.toContain('<td>deleted</td>');
    expect(result.log).toContain('nothing deleted (`dry-run`)');
  });
});

describe('a sweep that outlasts its sign-in', () => {
  it('signs in again and goes on', async () => {
    const all = Array.from({ length: 3 }, (_, n) => [`lease-${n}`, { endsIn: EXPIRED, bare: true }]);
    await createLeaseUsers(lab, Object.fromEntries(all) as Record<string, Lease>);
    // The managing session lasts 15 minutes; a full account under throttling takes longer.
    lab.wire.sessionSeconds = 2;
    lab.wire.latencyMs = 200;
    const result = await sweep({ concurrency: '1' });
    expect(result.durationMs).toBeGreaterThan(2_000);
    expect([result.conclusion, await names()]).toEqual(['success', []]);
    expect(counts(result)).toMatchObject({ revoked: '3', failed: '0' });
  });
});

describe('no other user', () => {
  it('gets to see the token', async () => {
    await createLeaseUsers(lab, { a: { runId: '1', bare: true }, b: { runId: '2', bare: true } });
    api.inject('error-500');
    const found = await inSweeper(async (job) => {
      const result = succeeded(await sweeping(job, WITH_TOKEN).main());
      expect(job.masks.has(TOKEN)).toBe(true);
      return findSecret(job, [result], TOKEN);
    });
    expect(api.requests.map(({ authorization }) => authorization.endsWith(TOKEN))).toEqual([true, true]);
    expect(found).toEqual([]);
  });
});

describe('inputs that are wrong', () => {
  it('are reported in one error, before any call', async () => {
    const bad = { 'iam-path': '//', 'dry-run': 'maybe', concurrency: '51', 'aws-region': 'eu central' };
    const result = await sweep({ ...bad, ...WITH_TOKEN });
    expect([result.conclusion, errorCode(result)]).toEqual(['failure', 'invalid-inputs']);
    expect(result.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    for (const name of Object.keys(bad)) expect(messagesOf(result, 'error')).toContain(`\`${name}\``);
    expect([lab.wire.calls, lab.oidc.issued, api.requests, result.outputs]).toEqual([[], [], [], {}]);
  });
});

describe('a runner whose clock is wrong', () => {
  /** Environment of a job whose processes live so many milliseconds ahead. */
  const ahead = (milliseconds: number) => {
    const clock = `const { now } = Date; Date.now = () => now() + ${milliseconds};`;
    return { env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(clock)}` } };
  };

  it.each([3, -3])(
    'by %i hours takes no living lease for an ended one, nor an ended one for a living one: AWS’s clock counts',
    async (hours) => {
      await createLeaseUsers(lab, { living: { bare: true }, ended: { endsIn: EXPIRED, bare: true } });
      const result = await inJob(lab, (job) => sweeping(job).main(), ahead(hours * 3_600_000));
      succeeded(result);
      expect(await names()).toEqual(['living']);
      expect(counts(result)).toMatchObject({ active: '1', expired: '1', revoked: '1', failed: '0' });
    },
  );
});

describe('refusals for haste', () => {
  it.each([
    ['are waited out', {}, 'success', 2],
    ['are answers with `disable-retry`', { 'disable-retry': 'true' }, 'failure', 1],
  ] as const)('%s', async (_, inputs, conclusion, reads) => {
    await createLeaseUsers(lab, { living: { bare: true } });
    lab.wire.clear();
    lab.wire.inject({ action: 'GetUser' }, 'throttle');
    expect((await sweep(inputs)).conclusion).toBe(conclusion);
    expect(about('GetUser')).toHaveLength(reads);
    expect(await names()).toEqual(['living']);
  });
});

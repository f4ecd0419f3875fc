import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TaggedLease } from '../../../src/lease/tagged-lease.ts';
import { type GitHubApi, type GitHubFault, type RunStatus, startGitHubApi } from '../../lab/github-api.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { knownLease } from '../../support/fakes/swept.ts';
import { lifetimeOf } from '../../support/fakes/time.ts';

let api: GitHubApi;
let runsFor: typeof import('../../../src/github/workflow-runs.ts').workflowRuns;
let before: string | undefined;
beforeAll(async () => {
  api = await startGitHubApi();
  // @actions/github reads it when it is loaded.
  before = process.env.GITHUB_API_URL;
  process.env.GITHUB_API_URL = api.url;
  ({ workflowRuns: runsFor } = await import('../../../src/github/workflow-runs.ts'));
});
beforeEach(() => api.reset());
afterAll(async () => {
  if (before === undefined) delete process.env.GITHUB_API_URL;
  else process.env.GITHUB_API_URL = before;
  await api.close();
});

let lines: string[];
beforeEach(() => {
  lines = [];
});

function start(signal = new AbortController().signal) {
  const log = { info() {}, notice() {}, warning() {}, debug: (line: string) => lines.push(line) };
  return runsFor('ghs_t0ken', 'octo-org/shop', { lifetime: lifetimeOf(signal), log });
}
const leaseOf = (runId: string, about: Partial<TaggedLease> = {}) =>
  knownLease(`of-${runId}`, { repository: 'octo-org/shop', runId, runAttempt: '1', ...about });
const NOTHING = { spared: 0, failed: 0, refusal: undefined };

describe('a workflow run', () => {
  it.each<[RunStatus, boolean]>([
    ['completed', true],
    ['in_progress', false],
    ['queued', false],
    ['waiting', false],
  ])('that is %s is over: %s', async (status, over) => {
    api.runs = { 'octo-org/shop/1/1': status };
    const runs = start();
    expect(await runs.isOver(leaseOf('1'))).toBe(over);
    expect(runs.unanswered()).toEqual(NOTHING);
    expect(api.requests[0]?.authorization).toBe('token ghs_t0ken');
    expect(lines).toEqual(['GitHub getWorkflowRunAttempt: 200']);
  });

  it('that GitHub does not know is not known to be over, and that is an answer', async () => {
    const runs = start();
    expect(await runs.isOver(leaseOf('1'))).toBe(false);
    expect(runs.unanswered()).toEqual(NOTHING);
    expect(lines).toEqual(['GitHub getWorkflowRunAttempt: 404']);
  });

  it('is asked about once, however many leases it has and whenever they ask', async () => {
    api.runs = { 'octo-org/shop/1/1': 'completed' };
    const runs = start();
    expect(await Promise.all([runs.isOver(leaseOf('1')), runs.isOver(leaseOf('1'))])).toEqual([true, true]);
    expect(await runs.isOver(leaseOf('1'))).toBe(true);
    expect(api.asked()).toEqual(['octo-org/shop/1/1']);
  });

  it('is another one in another attempt or repository', async () => {
    api.runs = { 'octo-org/shop/1/1': 'completed', 'octo-org/shop/1/2': 'in_progress' };
    const runs = start();
    expect(await runs.isOver(leaseOf('1'))).toBe(true);
    expect(await runs.isOver(leaseOf('1', { runAttempt: '2' }))).toBe(false);
    expect(await runs.isOver(leaseOf('1', { repository: 'octo-org/other' }))).toBe(false);
    expect(api.asked()).toEqual(['octo-org/shop/1/1', 'octo-org/shop/1/2', 'octo-org/other/1/1']);
  });

  it.each<[string, Partial<TaggedLease>]>([
    ['no repository', { repository: '' }],
    ['an owner without a repository', { repository: 'octo-org' }],
    ['a run that is no number', { runId: '1; drop' }],
    ['a run beyond all numbers', { runId: '99999999999999999999' }],
    ['no attempt', { runAttempt: '' }],
    ['attempt 0', { runAttempt: '0' }],
  ])('whose lease tells of %s is not asked about', async (_, about) => {
    const runs = start();
    expect(await runs.isOver(leaseOf('1', about))).toBe(false);
    expect(api.requests).toEqual([]);
  });

  it.each(['../../user', 'octo-org/shop/../../other', 'octo-org/sh?op'])(
    'whose lease names the repository “%s” leads nowhere else in GitHub',
    async (repository) => {
      await start().isOver(leaseOf('1', { repository }));
      for (const { path } of api.requests)
        expect(path).toMatch(/^\/repos\/[^/]+\/[^/]+\/actions\/runs\/1\/attempts\/1$/);
    },
  );
});

describe('GitHub’s rate limit', () => {
  it('that the last answer has used up ends the asking', async () => {
    api.runs = { 'octo-org/shop/1/1': 'completed', 'octo-org/shop/2/1': 'completed' };
    api.remaining = 1;
    const runs = start();
    expect(await runs.isOver(leaseOf('1'))).toBe(true);
    expect(await runs.isOver(leaseOf('2'))).toBe(false);
    expect(await runs.isOver(leaseOf('2'))).toBe(false);
    expect(await runs.isOver(leaseOf('1'))).toBe(true);
    expect([api.requests.length, runs.unanswered()]).toEqual([1, { ...NOTHING, spared: 1 }]);
  });

  it('is heeded, too, when the last answer was that there is no such run', async () => {
    api.remaining = 1;
    const runs = start();
    await runs.isOver(leaseOf('1'));
    await runs.isOver(leaseOf('2'));
    expect([api.requests.length, runs.unanswered()]).toEqual([1, { ...NOTHING, spared: 1 }]);
  });

  it.each<GitHubFault>(['primary-limit', 'secondary-limit', 'too-many'])('ends the asking by %s', async (fault) => {
    api.inject(fault);
    const runs = start();
    for (const run of ['1', '2', '3']) expect(await runs.isOver(leaseOf(run))).toBe(false);
    expect([api.requests.length, runs.unanswered()]).toEqual([1, { ...NOTHING, spared: 3 }]);
  });
});

describe('a question that GitHub', () => {
  it.each<GitHubFault>(['error-500', 'reset'])(
    'does not answer (%s) is counted, and the next one asked',
    async (fault) => {
      api.runs = { 'octo-org/shop/2/1': 'completed' };
      api.inject(fault);
      const runs = start();
      expect(await runs.isOver(leaseOf('1'))).toBe(false);
      expect(await runs.isOver(leaseOf('2'))).toBe(true);
      expect(runs.unanswered()).toEqual({ ...NOTHING, failed: 1 });
    },
  );

  it('refuses for the token is the last one: no other would be answered', async () => {
    api.runs = { 'octo-org/shop/2/1': 'completed' };
    api.inject('forbidden');
    const runs = start();
    for (const run of ['1', '2']) expect(await runs.isOver(leaseOf(run))).toBe(false);
    expect(api.requests).toHaveLength(1);
    expect(runs.unanswered()).toEqual({
      spared: 1,
      failed: 1,
      refusal: 'GitHub refuses the token (403); it needs `actions: read`',
    });
  });

  it('leaves unanswered five times running is the last one', async () => {
    api.inject('error-500', 6);
    const runs = start();
    for (const run of ['1', '2', '3', '4', '5', '6']) expect(await runs.isOver(leaseOf(run))).toBe(false);
    expect(api.requests).toHaveLength(5);
    expect(runs.unanswered()).toEqual({ spared: 1, failed: 5, refusal: 'GitHub does not answer' });
  });

  it('does not see in another repository is not asked again there, but in the job’s own', async () => {
    const runs = start();
    for (const run of ['1', '2']) await runs.isOver(leaseOf(run, { repository: 'octo-org/other' }));
    for (const run of ['3', '4']) await runs.isOver(leaseOf(run));
    expect(api.asked()).toEqual(['octo-org/other/1/1', 'octo-org/shop/3/1', 'octo-org/shop/4/1']);
  });

  it('holds back ends when the step does, and says why', async () => {
    api.inject('hang');
    const stop = new AbortController();
    const answer = rejection(start(stop.signal).isOver(leaseOf('1')));
    setTimeout(() => stop.abort(new Error('time is up')), 100);
    expect(await answer).toMatchObject({ message: 'time is up' });
  });
});

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { ActionError } from '../../../../src/errors.ts';
import { readRenewInputs, readRevokeInputs, readSweepInputs } from '../../../../src/github/inputs/lease-actions.ts';
import { ACCESS_INPUTS, contract, contractText, defaults, readerOf } from '../../../support/fakes/inputs.ts';
import { runOf } from '../../../support/fakes/run.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';

const LEAST = { 'aws-region': 'eu-central-1', 'role-to-assume': 'arn:aws:iam::123456789012:role/manager' };
const IN_JOB = { AWS_EPHEMERAL_LEASE_ID: 'gha-1' };
type Environment = Record<string, string | undefined>;

const READERS = { renew: readRenewInputs, revoke: readRevokeInputs, sweep: readSweepInputs };
type Action = keyof typeof READERS;
const ACTIONS = Object.keys(READERS) as Action[];
const OWN: Record<Action, string[]> = {
  renew: ['lease-id', 'ttl'],
  revoke: ['lease-id'],
  sweep: ['iam-path', 'dry-run', 'github-token', 'concurrency'],
};

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

const read = (action: Action, inputs: Record<string, string> = {}, environment: Environment = IN_JOB) =>
  READERS[action](runOf(), environment, readerOf({ ...LEAST, ...inputs }));
const renew = (inputs: Record<string, string> = {}, environment: Environment = IN_JOB) =>
  readRenewInputs(runOf(), environment, readerOf({ ...LEAST, ...inputs }));
const sweep = (inputs: Record<string, string> = {}) => readSweepInputs(runOf(), {}, readerOf({ ...LEAST, ...inputs }));

/** The lines of the one error that reading ends in. */
function problems(attempt: () => unknown): string[] {
  try {
    attempt();
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    expect(error.code).toBe('invalid-inputs');
    return error.message.split('\n').slice(1);
  }
  return [];
}

/** From the comment over the managing identity's inputs to the next one, as it is written, without `action-timeout-s`. */
function accessBlock(text: string): string {
  const [, block = ''] = /\n( {2}# Managing identity[\s\S]*?)\n\n {2}# /.exec(text) ?? [];
  return block.slice(0, block.indexOf('  action-timeout-s:'));
}

describe.each(ACTIONS)('the action.yml of /%s', (action) => {
  it('has the managing identity’s inputs word for word as the root action has them, and then its own', () => {
    const access = accessBlock(contractText());
    expect(access.length).toBeGreaterThan(1_000);
    expect(accessBlock(contractText(action))).toBe(access);
    const shared = Object.keys(parse(access) as object);
    expect(Object.keys(contract(action).inputs)).toEqual([...shared, 'action-timeout-s', ...OWN[action]]);
    expect(contract(action).inputs['action-timeout-s']?.default).toBe('0');
  });

  it('has exactly the inputs that the code reads', () => {
    const reader = readerOf(LEAST);
    READERS[action](runOf(), IN_JOB, reader);
    expect([...reader.names].sort()).toEqual(Object.keys(contract(action).inputs).sort());
  });

  it('has defaults that are the same as leaving out', () => {
    expect(read(action, defaults(action))).toEqual(read(action));
  });

  it('describes everything, and nowhere with an expression, which the runner would try to evaluate', () => {
    const { inputs, outputs = {} } = contract(action);
    const all = [...Object.values(inputs), ...Object.values(outputs as Record<string, { description: string }>)];
    expect(all.filter(({ description }) => (description ?? '').length < 10)).toEqual([]);
    expect(contractText(action)).not.toContain('$' + '{{');
  });

  it('runs a bundle that exists, and has no post', () => {
    const { runs } = parse(contractText(action)) as { runs: Record<string, string> };
    expect(runs).toEqual({ using: 'node24', main: `../dist/${action}/index.js` });
    expect(existsSync(fileURLToPath(new URL(`../../../../dist/${action}/index.js`, import.meta.url)))).toBe(true);
  });
});

it('the root action’s managing identity has exactly these inputs', () => {
  expect(Object.keys(parse(accessBlock(contractText())) as object)).toEqual([...ACCESS_INPUTS]);
});

describe.each(['renew', 'revoke'] as const)('the lease of /%s', (action) => {
  it('is this job’s, or the one that is named', () => {
    expect(read(action)).toMatchObject({ leaseId: 'gha-1' });
    expect(read(action, { 'lease-id': 'gha-2' })).toMatchObject({ leaseId: 'gha-2' });
    expect(read(action, { 'lease-id': 'gha-2' }, {})).toMatchObject({ leaseId: 'gha-2' });
  });

  it.each([{}, { AWS_EPHEMERAL_LEASE_ID: '' }])(
    'is a must: the error says why there may be none (%#)',
    (environment) => {
      const [first = '', ...more] = problems(() => read(action, {}, environment));
      expect(more).toEqual([]);
      expect(first).toMatch(/`lease-id` is missing.*AWS_EPHEMERAL_LEASE_ID.*no lease, or a session/);
    },
  );

  it.each(['a/b', 'a b', 'x'.repeat(65), 'arn:aws:iam::123456789012:user/gha-1', 'ü'])(
    'cannot be “%s”, which names no IAM user',
    (name) => {
      expect(problems(() => read(action, { 'lease-id': name }))).toEqual([
        `- \`lease-id\` must be the name of an IAM user, not "${name}"`,
      ]);
      expect(problems(() => read(action, {}, { AWS_EPHEMERAL_LEASE_ID: name }))).toHaveLength(1);
    },
  );

  it('is of no use where the repository is not known, and tells how another runner gets to know it', () => {
    const run = runOf({ repositoryId: '' });
    expect(problems(() => READERS[action](run, IN_JOB, readerOf(LEAST)))).toEqual([
      expect.stringMatching(/`GITHUB_REPOSITORY_ID` is not set.*`act --env GITHUB_REPOSITORY_ID=…`/),
    ]);
  });

  it('is told of together with all else that is wrong', () => {
    const found = problems(() => read(action, { 'aws-region': 'eu central', 'disable-retry': 'perhaps' }, {}));
    expect(found).toHaveLength(3);
  });
});

describe('the `ttl` of a renewal', () => {
  it.each([
    ['', 3_600],
    ['45m', 2_700],
    ['1h30m', 5_400],
    ['60', 60],
    ['30d', 2_592_000],
  ])('“%s” is %d seconds', (ttl, seconds) => {
    expect(renew({ ttl }).ttlSeconds).toBe(seconds);
  });

  it.each([
    ['59s', 'the minimum is 60 s'],
    ['0', 'the minimum is 60 s'],
    ['soon', 'must be a duration'],
    ['-5m', 'must be a duration'],
  ])('cannot be “%s”: %s', (ttl, sentence) => {
    expect(problems(() => renew({ ttl }))).toEqual([expect.stringContaining(sentence)]);
  });

  it('beyond all dates is a problem, not a crash later', () => {
    expect(problems(() => renew({ ttl: '999999999d' }))).toEqual([expect.stringContaining('`ttl`')]);
  });
});

describe('the inputs of a sweep', () => {
  it('cannot name a path longer than IAM’s', () => {
    expect(problems(() => sweep({ 'iam-path': 'abcdefgh/'.repeat(60) }))).toEqual([
      '- `iam-path` has 541 characters; IAM allows 512',
    ]);
  });

  it('have these defaults', () => {
    expect(sweep()).toMatchObject({ pathPrefix: '/github-actions/', dryRun: false, githubToken: '', concurrency: 10 });
  });

  it('need no lease', () => {
    expect(problems(() => sweep())).toEqual([]);
  });

  it.each([
    ['/ci/', '/ci/'],
    ['ci', '/ci/'],
    ['//ci//team/', '/ci/team/'],
    ['/ci/my team', '/ci/my-team/'],
  ])('take the path “%s” for %s', (path, prefix) => {
    expect(sweep({ 'iam-path': path }).pathPrefix).toBe(prefix);
  });

  it.each(['/', '//', ' / ', '***'])('refuse the path “%s”, under which everybody lives', (path) => {
    expect(problems(() => sweep({ 'iam-path': path }))).toEqual([expect.stringContaining('`iam-path`')]);
  });

  it.each(['1', '50'])('take %s at a time', (concurrency) => {
    expect(sweep({ concurrency }).concurrency).toBe(Number(concurrency));
  });

  it.each(['0', '51', 'many', '1.5'])('refuse %s at a time', (concurrency) => {
    expect(problems(() => sweep({ concurrency }))).toEqual([expect.stringContaining('`concurrency`')]);
  });

  it('have the token masked, even where something else is wrong', () => {
    problems(() => sweep({ 'github-token': 'ghs_t0ken', 'dry-run': 'maybe', 'iam-path': '/' }));
    expect(runner.masks()).toEqual(['ghs_t0ken']);
  });

  it('mask nothing where there is no token', () => {
    sweep();
    expect(runner.masks()).toEqual([]);
  });
});

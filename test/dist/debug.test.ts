// The bundles with step debug logging: what a bug report then holds, and what it never holds.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type GitHubApi, startGitHubApi } from '../lab/github-api.ts';
import { parseCommand } from '../lab/runner/commands.ts';
import { findSecret, type Job, type StepResult } from '../lab/runner/runner.ts';
import { createLeaseUsers, succeeded, useOf } from '../support/scenarios/leases.ts';
import { inJob, leaseInputs, roleArn } from '../support/scenarios/scenario.ts';
import { canary, DEBUG, source, syncUse } from '../support/scenarios/sync.ts';
import { useLab } from '../support/use-lab.ts';

const TOKEN = 'ghs_sweepersOwnToken0123456789abcdefghij';
const EXTERNAL_ID = 'external-id-of-this-test';
const ACTION = 'a-policy-action:OfThisTest';
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ACTION, Resource: '*' }],
});
const IDENTITY = [
  'Base identity: oidc; roles: arn:aws:iam::123456789012:role/github-lease-manager',
  /^Managing identity: arn:/,
];
/** More than this in one stage of one lease is too much to read. */
const MAX_LINES = 60;

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

const inDebuggedJob = <T>(work: (job: Job) => Promise<T>) =>
  inJob(lab, work, { context: { ...DEBUG, GITHUB_API_URL: api.url } });

function commandsOf({ stdout }: StepResult, name: string): string[] {
  const commands = stdout.split('\n').map(parseCommand);
  return commands.flatMap((command) => (command?.name === name ? [command.data] : []));
}

/** One line for each call of a stage: service, action, status, attempts, AWS's request id, time. */
function callLine(service: string, action: string, outcome = '200'): RegExp {
  return new RegExp(
    `^AWS ${service} ${action}: ${outcome.replaceAll(/[()]/g, '\\$&')}, \\d+ attempts?, request [\\w-]+, \\d+ ms$`,
  );
}

function expectLines(result: StepResult, expected: readonly (string | RegExp)[]): void {
  const lines = commandsOf(result, 'debug');
  for (const line of expected) {
    expect(lines).toContainEqual(typeof line === 'string' ? line : expect.stringMatching(line));
  }
  expect(lines.length).toBeLessThan(MAX_LINES);
}

/** As many lines for calls as the wire has seen calls. */
function expectEachCall(result: StepResult): void {
  const told = commandsOf(result, 'debug').flatMap((line) => /^AWS \w+ (\w+): /.exec(line)?.[1] ?? []);
  expect(told.sort()).toEqual(lab.wire.calls.map(({ action }) => action).sort());
}

/** Nothing that the stage has masked, and no parameter of a request. */
async function expectNothingSecret(job: Job, result: StepResult, others: readonly string[] = []): Promise<void> {
  for (const secret of [...commandsOf(result, 'add-mask'), ...others]) {
    expect(await findSecret(job, [result], secret, { allowed: ['state'] })).toEqual([]);
  }
}

describe('the debug lines of a user lease', () => {
  it('name the decisions, the hosts and each call of main and post, and nothing secret', () =>
    inDebuggedJob(async (job) => {
      const inputs = leaseInputs(lab, {
        'use-existing-credentials': 'true',
        'inline-policy': POLICY,
        'role-external-id': EXTERNAL_ID,
      });
      const use = job.use(inputs);
      const main = succeeded(await use.main());
      expectLines(main, [
        'Region: eu-central-1; credential type: iam-user; ttl: 3600 s; use-existing-credentials: true; revoke: always; sync: off',
        ...IDENTITY,
        `Connections to ${lab.wire.url}: direct`,
        `Connections to ${new URL(lab.oidc.requestUrl).origin}: direct`,
        /^GitHub token service: 200, \d+ ms$/,
        callLine('STS', 'AssumeRoleWithWebIdentity'),
        callLine('IAM', 'CreateUser'),
        callLine('IAM', 'CreateAccessKey'),
        callLine('STS', 'GetCallerIdentity'),
        /^Access key: \d+ readiness probes, usable after \d+ ms$/,
      ]);
      expect(main.log).toContain('There are no valid credentials in the environment');
      expectEachCall(main);
      await expectNothingSecret(job, main, [ACTION, EXTERNAL_ID]);
      lab.wire.clear();
      const post = succeeded(await use.post());
      expectLines(post, [
        `State of main: access saved; user lease: ${main.outputs['user-name']}, issued`,
        ...IDENTITY,
        callLine('IAM', 'ListAccessKeys'),
        callLine('IAM', 'DeleteUser'),
        callLine('STS', 'GetCallerIdentity', 'InvalidClientTokenId (403)'),
        // Key, managed policy, inline policy, group and guard.
        'Revocation: deleted; attachments removed: 5; failures: 0; guard: off; proof: dead',
      ]);
      expectEachCall(post);
      await expectNothingSecret(job, post, [ACTION, EXTERNAL_ID, ...commandsOf(main, 'add-mask')]);
    }));

  it('name the errors of AWS and how often a call was tried', () =>
    inDebuggedJob(async (job) => {
      lab.wire.inject({ action: 'CreateUser' }, 'throttle');
      lab.wire.inject({ action: 'PutUserPolicy', times: 9 }, { code: 'MalformedPolicyDocument', status: 400 });
      const main = await job.use(leaseInputs(lab)).main();
      expectLines(main, [
        /^AWS IAM CreateUser: 200, 2 attempts, request /,
        callLine('IAM', 'PutUserPolicy', 'MalformedPolicyDocument (400)'),
        'Caused by MalformedPolicyDocumentException',
      ]);
      // Frames are for errors that nobody foresaw.
      expect(commandsOf(main, 'debug').join('\n')).not.toContain('file://');
    }));

  it('name the proxy without its user info', () =>
    inDebuggedJob(async (job) => {
      const proxy = 'http://robot:secret-of-the-proxy@127.0.0.1:9';
      const main = await job.use(lab.inputs({ 'http-proxy': proxy, 'disable-retry': 'true' })).main();
      expectLines(main, [
        /^Connections to http:\/\/\S+: through the proxy 127\.0\.0\.1:9$/,
        /^GitHub token service: \w+, \d+ ms$/,
      ]);
      await expectNothingSecret(job, main, ['secret-of-the-proxy', 'robot']);
    }));

  it('are not written at all without debug logging', () =>
    inJob(lab, async (job) => {
      const use = job.use(lab.inputs());
      for (const result of [await use.main(), await use.post()])
        expect(commandsOf(succeeded(result), 'debug')).toEqual([]);
    }));
});

describe('the debug lines', () => {
  it('of a session say that post has nothing to revoke', () =>
    inDebuggedJob(async (job) => {
      const use = job.use(lab.inputs({ 'credential-type': 'session', 'role-to-assume': roleArn('deployer') }));
      expectLines(succeeded(await use.main()), [/credential type: session; ttl: 3600 s/]);
      expectLines(succeeded(await use.post()), ['State of main: access saved; user lease: none']);
    }));

  it('of a sync name the calls, and neither values nor keys', () =>
    inDebuggedJob(async (job) => {
      const inputs = { mode: 'per-key', name: 'app/{{key}}', secrets: JSON.stringify(source('A', 'B')) };
      const plan = succeeded(await syncUse(job, lab, { ...inputs, sync: 'plan' }).main());
      expectLines(plan, [
        ...IDENTITY,
        callLine('STS', 'AssumeRoleWithWebIdentity'),
        callLine('SecretsManager', 'ListSecrets'),
      ]);
      expectEachCall(plan);
      lab.wire.clear();
      const applied = succeeded(await syncUse(job, lab, inputs).main());
      expectLines(applied, [...IDENTITY, callLine('SecretsManager', 'CreateSecret')]);
      expectEachCall(applied);
      for (const result of [plan, applied]) await expectNothingSecret(job, result, [canary('A'), canary('B')]);
    }));

  it('of a renewal name the calls', () =>
    inDebuggedJob(async (job) => {
      succeeded(await job.use(leaseInputs(lab, { ttl: '15m' })).main());
      lab.wire.clear();
      const renewed = succeeded(await useOf(job, 'renew', lab.inputs({ ttl: '45m' })).main());
      expectLines(renewed, [...IDENTITY, callLine('IAM', 'GetUser'), callLine('IAM', 'TagUser')]);
      expectEachCall(renewed);
      await expectNothingSecret(job, renewed);
    }));

  it('of a sweep name the calls to AWS and to GitHub', () =>
    inDebuggedJob(async (job) => {
      await createLeaseUsers(lab, { ended: { endsIn: -60 }, living: { endsIn: 600 } });
      const swept = succeeded(await useOf(job, 'sweep', lab.inputs({ 'github-token': TOKEN })).main());
      expectLines(swept, [
        ...IDENTITY,
        callLine('IAM', 'ListUsers'),
        callLine('IAM', 'DeleteUser'),
        /^GitHub getWorkflowRunAttempt: 404/,
      ]);
      expectEachCall(swept);
      await expectNothingSecret(job, swept, [TOKEN]);
    }));
});

describe('an error that nobody foresaw', () => {
  const bundle = fileURLToPath(new URL('../../dist/main/index.js', import.meta.url));
  const noFile = join(fileURLToPath(new URL('.', import.meta.url)), 'no-such-directory', 'state');
  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, [bundle], { env: { GITHUB_STATE: noFile, ...env }, encoding: 'utf8' });

  it('shows with debug logging where in this build it was thrown', () => {
    const { stdout, status } = run(DEBUG);
    expect(status).toBe(1);
    expect(stdout).toContain('docs/troubleshooting.md#unexpected');
    expect(stdout).toContain('::debug::Caused by Error\n');
    expect(stdout).toMatch(/^::debug:: {4}at .*issueForJob \(file:\/\/.*\/dist\/action\/[\w.]+\.js:\d+:\d+\)$/m);
    expect(stdout).not.toContain('node:internal');
  });

  it('shows its message alone otherwise', () => {
    const { stdout, status } = run({});
    expect(status).toBe(1);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });
});

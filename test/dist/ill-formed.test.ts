// Answers of AWS's shape that lack a field, or hold one of another form: nothing is done with them, and nothing of them is printed as it is.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { StepResult } from '../lab/runner/runner.ts';
import { session, sharedPaths } from '../support/scenarios/drop-in.ts';
import { succeeded } from '../support/scenarios/leases.ts';
import { callerOf, errorCode, leaseInputs } from '../support/scenarios/scenario.ts';
import { canary, countsOf, syncUse, values } from '../support/scenarios/sync.ts';
import { useSites } from '../support/use-lab.ts';

const sites = useSites(4);

const ALWAYS = 1_000;
const FEW = { 'retry-max-attempts': '2' };
/** A line break in XML, and a workflow command behind it. */
const COMMAND = '&#10;::stop-commands::x&#10;';

function expectNoCommand(result: StepResult): void {
  const lines = `${result.stdout}\n${result.stderr}`.split(/[\r\n]+/);
  expect(lines.filter((line) => line.startsWith('::stop-commands'))).toEqual([]);
}

function expectRefused(result: StepResult): void {
  expect(result.exitCode).toBe(1);
  expect(errorCode(result)).toBeDefined();
  expect(errorCode(result)).not.toBe('unexpected');
  expect(result.log).toContain('has no usable');
  expect(result.exported).not.toHaveProperty('AWS_ACCESS_KEY_ID');
  expectNoCommand(result);
}

it.concurrent('an account that is not 12 digits ends main before anything is created', () =>
  sites.use(async (site) => {
    site.lab.wire.amend('AssumeRoleWithWebIdentity', (body) => body.replaceAll('123456789012', '12345678901'), ALWAYS);
    const job = await site.job();
    expectRefused(await job.use(leaseInputs(site.lab, FEW)).main());
    expect(site.count('CreateUser')).toBe(0);
  }));

it.concurrent('a new user without an ARN, once: main adopts the user, and the guard names it', () =>
  sites.use(async (site) => {
    site.lab.wire.amend('CreateUser', (body) => body.replace(/<Arn>[^<]*<\/Arn>/, ''));
    const job = await site.job();
    const main = succeeded(await job.use(leaseInputs(site.lab)).main());
    const user = await site.lab.describeUser(main.outputs['user-name'] ?? '');
    expect(main.outputs['user-arn']).toBe(user.arn);
    expect(JSON.stringify(user.inlinePolicies['lease-guard'])).toContain(user.arn);
  }));

describe('a key whose id is', () => {
  it.concurrent.each([
    ['empty', ''],
    ['of two lines, the second a command', `AKIAAAAAAAAAAAAAAAAA${COMMAND}`],
    ['of two lines, the second a setting', 'AKIAAAAAAAAAAAAAAAAA&#10;credential_process = /bin/true'],
  ])('%s is not handed over: once it is replaced, always it fails main', (_, id) =>
    sites.use(async (site) => {
      const change = (body: string) => body.replace(/<AccessKeyId>[^<]*/, `<AccessKeyId>${id}`);
      site.lab.wire.amend('CreateAccessKey', change);
      const job = await site.job();
      const use = job.use(leaseInputs(site.lab));
      const main = succeeded(await use.main());
      expectNoCommand(main);
      expect((await site.lab.describeUser(main.outputs['user-name'] ?? '')).accessKeys).toEqual([
        main.exported.AWS_ACCESS_KEY_ID,
      ]);
      expect(await callerOf(site.lab, main.exported)).toBe(main.outputs['user-arn']);
      succeeded(await use.post());
      site.lab.wire.amend('CreateAccessKey', change, ALWAYS);
      expectRefused(await job.use(leaseInputs(site.lab, FEW)).main());
      expect(await site.lab.users()).toEqual([]);
    }),
  );
});

it.concurrent('a line break in a session’s key or token gets nothing into AWS’s shared files', () =>
  sites.use(async (site) => {
    for (const field of ['AccessKeyId', 'SecretAccessKey', 'SessionToken']) {
      site.lab.wire.clear();
      const extra = `$&&#10;credential_process = /bin/true`;
      const pattern = new RegExp(`<${field}>[^<]*`);
      site.lab.wire.amend('AssumeRoleWithWebIdentity', (body) => body.replace(pattern, extra), ALWAYS);
      const job = await site.job();
      expectRefused(await job.use(site.lab.inputs(session({ ...FEW, 'aws-profile': 'deploy' }))).main());
      const { credentials, config } = sharedPaths(job);
      for (const path of [credentials, config]) {
        expect(existsSync(path) ? readFileSync(path, 'utf8') : '').not.toContain('credential_process');
      }
    }
  }));

it.concurrent.each(['AssumeRoleWithWebIdentity', 'CreateUser'])('an ARN of two lines at %s prints no command', (call) =>
  sites.use(async (site) => {
    const change = (body: string) => body.replaceAll(/(<Arn>[^<]*)/g, `$1${COMMAND}`);
    site.lab.wire.amend(call, change, ALWAYS);
    const job = await site.job({ context: { RUNNER_DEBUG: '1' } });
    const main = await job.use(leaseInputs(site.lab, FEW)).main();
    expectNoCommand(main);
    if (call === 'AssumeRoleWithWebIdentity') expectRefused(main);
  }),
);

it.concurrent.each(['AssumeRoleWithWebIdentity', 'CreateUser', 'CreateAccessKey'])(
  'a code and a message of two lines in an error of %s print no command',
  (call) =>
    sites.use(async (site) => {
      const text = 'Denied\n::stop-commands::x\r::stop-commands::y\n';
      site.inject(call, { code: text, message: text, status: 400 }, ALWAYS);
      const job = await site.job({ context: { RUNNER_DEBUG: '1' } });
      const main = await job.use(leaseInputs(site.lab, FEW)).main();
      expect(main.exitCode).toBe(1);
      expectNoCommand(main);
      expect(await site.lab.users()).toEqual([]);
    }),
);

it.concurrent('a code of two lines in an error of post prints no command', () =>
  sites.use(async (site) => {
    const job = await site.job({ context: { RUNNER_DEBUG: '1' } });
    const use = job.use(leaseInputs(site.lab, { 'wait-for-propagation': '0' }));
    succeeded(await use.main());
    const text = 'Denied\n::stop-commands::x\n';
    site.inject('DeleteAccessKey', { code: text, message: text, status: 400 }, ALWAYS);
    const post = await use.post();
    expect(errorCode(post)).toBe('revoke-incomplete');
    expectNoCommand(post);
  }));

it.concurrent('`{}` as the answer to CreateSecret: it is asked again, and the secret is there once', () =>
  sites.use(async (site) => {
    site.lab.wire.amend('CreateSecret', () => '{}');
    const inputs = { name: 'app', secrets: JSON.stringify({ KEY: canary('key') }) };
    const synced = succeeded(await syncUse(await site.job(), site.lab, inputs).main());
    expect(countsOf(synced)).toEqual({ created: 1 });
    expect(site.count('CreateSecret')).toBe(2);
    expect(await values(site.lab)).toEqual({ app: JSON.stringify({ KEY: canary('key') }) });
  }));

it.concurrent('`{}` as every answer to CreateSecret fails the sync, which counts nothing as created', () =>
  sites.use(async (site) => {
    site.lab.wire.amend('CreateSecret', () => '{}', ALWAYS);
    const inputs = { ...FEW, name: 'app', secrets: JSON.stringify({ KEY: canary('key') }) };
    const synced = await syncUse(await site.job(), site.lab, inputs).main();
    expect(synced.exitCode).toBe(1);
    expect(countsOf(synced)).toEqual({ failed: 1 });
    expect(synced.log).toContain('has no usable');
  }));

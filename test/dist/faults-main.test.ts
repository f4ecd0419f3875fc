import { expect, it } from '@jest/globals';
import type { Job, StepResult, Use } from '../lab/runner/runner.ts';
import { callerOf, errorCode, leaseInputs, policyArn } from '../support/scenarios/scenario.ts';
import type { Site } from '../support/scenarios/sites.ts';
import { TOKEN } from '../support/token-request.ts';
import { useSites } from '../support/use-lab.ts';

const sites = useSites(5);

// Every call with every fault that passes: test/matrix.
const NO_SUCH_USER = { code: 'NoSuchEntity', message: 'The user with that name cannot be found.' };
const CREATES = ['CreateAccessKey', 'PutUserPolicy', 'AttachUserPolicy', 'AddUserToGroup'];
const CALLS = [TOKEN, 'AssumeRoleWithWebIdentity', 'CreateUser', ...CREATES, 'GetCallerIdentity'];

type Outcome = { site: Site; job: Job; use: Use; main: StepResult };

async function mainOn(site: Site, overrides: Record<string, string> = {}): Promise<Outcome> {
  const job = await site.job();
  const use = job.use(leaseInputs(site.lab, overrides));
  return { site, job, use, main: await use.main() };
}

/** One user, with just what was asked for and one key, which is the job's and works; after post nothing. */
async function expectFlawless({ site, use, main }: Outcome): Promise<void> {
  const { lab } = site;
  expect(main.log).not.toContain('Error:');
  expect(main.exitCode).toBe(0);
  const users = await lab.users();
  expect(users).toEqual([main.outputs['user-name']]);
  const user = await lab.describeUser(users[0] ?? '');
  expect(user.accessKeys).toEqual([main.exported.AWS_ACCESS_KEY_ID]);
  expect(user.attachedPolicies).toEqual([policyArn('app-read')]);
  expect(user.groups).toEqual(['readers']);
  expect(Object.keys(user.inlinePolicies)).toEqual(['lease-guard']);
  expect(user.boundary).toBe(policyArn('lease-boundary'));
  expect(await callerOf(lab, main.exported)).toBe(user.arn);
  const post = await use.post();
  expect(post.exitCode).toBe(0);
  expect(await lab.users()).toEqual([]);
}

it.concurrent.each(CALLS)('%s that always answers 500 fails main, and no user is left', (call) =>
  sites.use(async (site) => {
    site.inject(call, 'error-500', 40);
    const { main, use } = await mainOn(site, { 'retry-max-attempts': '2', 'wait-for-propagation': '2s' });
    expect(main.exitCode).toBe(1);
    expect(errorCode(main)).toBeDefined();
    expect(errorCode(main)).not.toBe('unexpected');
    expect(main.exported).not.toHaveProperty('AWS_SECRET_ACCESS_KEY');
    expect(await site.lab.users()).toEqual([]);
    site.clear();
    expect((await use.post()).exitCode).toBe(0);
  }),
);

it.concurrent('an account full of users fails main after one try, and post has nothing to look for', () =>
  sites.use(async (site) => {
    site.inject('CreateUser', { code: 'LimitExceeded', message: 'Cannot exceed quota for UsersPerAccount: 5000' }, 40);
    const { main, use } = await mainOn(site);
    expect(main.exitCode).toBe(1);
    expect(errorCode(main)).toBe('lease-limit-reached');
    expect(site.count('CreateUser')).toBe(1);
    site.clear();
    expect((await use.post()).exitCode).toBe(0);
    expect(site.lab.wire.actions()).toEqual([]);
  }));

it.concurrent('a token service of GitHub that is down is asked as often as `retry-max-attempts` says, and no more', () =>
  sites.use(async (site) => {
    site.inject(TOKEN, 'error-500', 100);
    const { main } = await mainOn(site, { 'retry-max-attempts': '4' });
    expect(main.exitCode).toBe(1);
    expect(errorCode(main)).toBe('oidc-token-failed');
    expect(site.count(TOKEN)).toBe(4);
  }));

it.concurrent('two answers of CreateAccessKey lost in a row fill the quota of two keys; main makes room at once, and one key is left', () =>
  sites.use(async (site) => {
    site.inject('CreateAccessKey', 'answer-lost', 2);
    const outcome = await mainOn(site);
    // A full quota is no throttling: the SDK must not ask again and again before the unknown keys are deleted.
    const refused = site.lab.wire.calls.filter(({ errorCode: code }) => code === 'LimitExceeded');
    expect(refused).toHaveLength(1);
    await expectFlawless(outcome);
  }));

it.concurrent('a lost answer of CreateAccessKey has the key nobody knows deleted, and no other', () =>
  sites.use(async (site) => {
    site.inject('CreateAccessKey', 'answer-lost');
    const { main } = await mainOn(site);
    const deleted = site.lab.wire.calls.filter(({ action }) => action === 'DeleteAccessKey');
    expect(deleted).toHaveLength(1);
    expect(deleted[0]?.params.AccessKeyId).not.toBe(main.exported.AWS_ACCESS_KEY_ID);
  }));

it.concurrent('a lost answer of CreateUser lets main adopt the user it made: one name only is asked for', () =>
  sites.use(async (site) => {
    site.inject('CreateUser', 'answer-lost');
    const outcome = await mainOn(site);
    const asked = site.lab.wire.calls.filter(({ action }) => action === 'CreateUser');
    expect(new Set(asked.map(({ params }) => params.UserName)).size).toBe(1);
    await expectFlawless(outcome);
  }));

it.concurrent('an answer of CreateUser that never comes is waited for until the request times out, and main succeeds', () =>
  sites.use(async (site) => {
    site.inject('CreateUser', 'hang');
    const outcome = await mainOn(site);
    expect(site.count('CreateUser')).toBe(2);
    await expectFlawless(outcome);
  }));

it.concurrent.each(CREATES)(
  '%s that twice does not see the new user yet: main succeeds with one key that works',
  (call) =>
    sites.use(async (site) => {
      site.inject(call, NO_SUCH_USER, 2);
      const outcome = await mainOn(site);
      expect(site.count(call)).toBeGreaterThanOrEqual(3);
      await expectFlawless(outcome);
    }),
);

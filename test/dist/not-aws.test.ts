// Something that is not AWS answers in AWS's name, or an answer of AWS lacks what we go on to use: nothing of it is believed.
import { describe, expect, it } from '@jest/globals';
import type { StepResult } from '../lab/runner/runner.ts';
import type { Fault } from '../lab/wire/wire.ts';
import { session } from '../support/scenarios/drop-in.ts';
import { counts, createLeaseUser, guardEnd, succeeded, useOf } from '../support/scenarios/leases.ts';
import { callerOf, errorCode, leaseInputs, messagesOf, policyArn, roleArn } from '../support/scenarios/scenario.ts';
import type { Site } from '../support/scenarios/sites.ts';
import { canary, countsOf, syncUse, values } from '../support/scenarios/sync.ts';
import { useSites } from '../support/use-lab.ts';

const sites = useSites(6);

/** Answers that are not AWS's, each once, one after the other. */
const FOREIGN: readonly Fault[] = ['portal', 'empty', 'redirect', 'blocked'];
const CREATES = ['CreateUser', 'PutUserPolicy', 'AttachUserPolicy', 'AddUserToGroup', 'CreateAccessKey'];
const MAIN_CALLS = ['AssumeRoleWithWebIdentity', ...CREATES, 'GetCallerIdentity'];
const LISTS = ['ListAccessKeys', 'ListUserPolicies', 'ListAttachedUserPolicies', 'ListGroupsForUser'];
const DELETES = ['DeleteAccessKey', 'DetachUserPolicy', 'RemoveUserFromGroup', 'DeleteUserPolicy', 'DeleteUser'];
const POST_CALLS = ['AssumeRoleWithWebIdentity', 'GetUser', 'PutUserPolicy', ...LISTS, ...DELETES];
const ALWAYS = 1_000;

function injectAll(site: Site, call: string, faults: readonly Fault[] = FOREIGN): void {
  for (const fault of faults) site.inject(call, fault);
}

async function useOn(site: Site, overrides: Record<string, string> = {}) {
  const job = await site.job();
  return { job, use: job.use(leaseInputs(site.lab, overrides)) };
}

/** What AWS holds after main is what was asked for: the guard, the policy, the group, one key, which works. */
async function expectWhole({ lab }: Site, main: StepResult): Promise<void> {
  succeeded(main);
  const users = await lab.users();
  expect(users).toEqual([main.outputs['user-name']]);
  const user = await lab.describeUser(users[0] ?? '');
  expect(guardEnd(user)).toBe(main.outputs['aws-expiration']);
  expect(user).toMatchObject({ attachedPolicies: [policyArn('app-read')], groups: ['readers'] });
  expect(main.exported.AWS_ACCESS_KEY_ID).toMatch(/^AKIA\w+$/);
  expect(user.accessKeys).toEqual([main.exported.AWS_ACCESS_KEY_ID]);
  expect(await callerOf(lab, main.exported)).toBe(user.arn);
}

async function expectGone({ lab }: Site, main: StepResult): Promise<void> {
  expect(await lab.users()).toEqual([]);
  expect(await callerOf(lab, main.exported)).toBe('InvalidClientTokenId');
}

/** The step failed, its words are not put into AWS's mouth, and nothing was handed over. */
function expectToldAsForeign(result: StepResult, status: number): void {
  expect(result.exitCode).toBe(1);
  expect(errorCode(result)).not.toBe('unexpected');
  expect(messagesOf(result, 'error')).toContain('is not AWS’s');
  expect(messagesOf(result, 'error')).toContain(`status ${status}`);
  expect(result.exported.AWS_ACCESS_KEY_ID ?? '').toBe('');
}

describe('one answer each of a portal, an empty one, a redirect and a block page', () => {
  it.concurrent.each(MAIN_CALLS)('at %s of main: the lease is whole, and post deletes it', (call) =>
    sites.use(async (site) => {
      injectAll(site, call);
      const { use } = await useOn(site);
      const main = await use.main();
      await expectWhole(site, main);
      succeeded(await use.post());
      await expectGone(site, main);
    }),
  );

  it.concurrent.each(CREATES)('at %s of main, which was applied all the same: the lease is whole', (call) =>
    sites.use(async (site) => {
      injectAll(site, call, ['portal-after']);
      const { use } = await useOn(site);
      await expectWhole(site, await use.main());
    }),
  );

  it.concurrent.each(POST_CALLS)('at %s of post: the user is really deleted', (call) =>
    sites.use(async (site) => {
      const { use } = await useOn(site, { 'wait-for-propagation': '0' });
      const main = succeeded(await use.main());
      injectAll(site, call);
      const post = succeeded(await use.post());
      expect(post.log).toContain(`IAM user ${main.outputs['user-name']} is deleted`);
      await expectGone(site, main);
    }),
  );

  it.concurrent.each(['AssumeRoleWithWebIdentity', 'AssumeRole'])('at %s of a session: its key works', (call) =>
    sites.use(async (site) => {
      injectAll(site, call);
      const roles = call === 'AssumeRole' ? `${roleArn('deployer')}\n${roleArn('second-hop')}` : roleArn('deployer');
      const { job } = await useOn(site);
      const main = succeeded(await job.use(site.lab.inputs(session({ 'role-to-assume': roles }))).main());
      expect(await callerOf(site.lab, main.exported)).toBe(main.outputs['authenticated-arn']);
    }),
  );

  it.concurrent('at ListUsers of a sweep: it sees every user', () =>
    sites.use(async (site) => {
      await createLeaseUser(site.lab, 'ended', { endsIn: -60 });
      await createLeaseUser(site.lab, 'living', { bare: true });
      injectAll(site, 'ListUsers');
      const swept = succeeded(await useOf(await site.job(), 'sweep', site.lab.inputs()).main());
      expect(counts(swept)).toMatchObject({ active: '1', revoked: '1', failed: '0' });
      expect(await site.lab.users()).toEqual(['living']);
    }));

  it.concurrent('at CreateSecret of a sync: the secret is there', () =>
    sites.use(async (site) => {
      injectAll(site, 'CreateSecret');
      const inputs = { name: 'app', secrets: JSON.stringify({ KEY: canary('key') }) };
      const synced = succeeded(await syncUse(await site.job(), site.lab, inputs).main());
      expect(countsOf(synced)).toEqual({ created: 1 });
      expect(await values(site.lab)).toEqual({ app: JSON.stringify({ KEY: canary('key') }) });
    }));
});

describe('a portal that stays', () => {
  it.concurrent.each(MAIN_CALLS)('at %s fails main, which says that it was not AWS, and leaves nothing', (call) =>
    sites.use(async (site) => {
      site.inject(call, 'portal', ALWAYS);
      const { use } = await useOn(site, { 'retry-max-attempts': '2', 'wait-for-propagation': '1s' });
      expectToldAsForeign(await use.main(), 200);
      expect(await site.lab.users()).toEqual([]);
    }),
  );

  it.concurrent.each(['GetUser', 'DeleteAccessKey', 'DeleteUser'])('at %s fails post, with commands', (call) =>
    sites.use(async (site) => {
      const { use } = await useOn(site, { 'retry-max-attempts': '2', 'wait-for-propagation': '0' });
      const main = succeeded(await use.main());
      site.inject(call, 'portal', ALWAYS);
      const post = await use.post();
      expectToldAsForeign(post, 200);
      expect(errorCode(post)).toBe('revoke-incomplete');
      expect(messagesOf(post, 'error')).toContain(`aws iam delete-user --user-name=${main.outputs['user-name']}`);
      expect(await site.lab.users()).toEqual([main.outputs['user-name']]);
    }),
  );

  it.concurrent.each<[Fault, number]>([
    ['blocked', 403],
    ['redirect', 302],
    ['empty', 200],
  ])('as %s at CreateUser fails main with status %s', (fault, status) =>
    sites.use(async (site) => {
      site.inject('CreateUser', fault, ALWAYS);
      const { use } = await useOn(site, { 'retry-max-attempts': '2' });
      expectToldAsForeign(await use.main(), status);
    }),
  );

  it.concurrent('at ListUsers fails the sweep', () =>
    sites.use(async (site) => {
      site.inject('ListUsers', 'portal', ALWAYS);
      const swept = await useOf(await site.job(), 'sweep', site.lab.inputs({ 'retry-max-attempts': '2' })).main();
      expectToldAsForeign(swept, 200);
      expect(errorCode(swept)).toBe('sweep-failed');
    }));
});

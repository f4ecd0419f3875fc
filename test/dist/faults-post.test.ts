import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import {
  DeleteAccessKeyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachUserPolicyCommand,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam';
import { expect, it } from '@jest/globals';
import type { Lab } from '../lab/lab.ts';
import type { Job, StepResult, Use } from '../lab/runner/runner.ts';
import type { Fault } from '../lab/wire/wire.ts';
import { callerOf, errorCode, leaseInputs, policyArn } from '../support/scenarios/scenario.ts';
import type { Site } from '../support/scenarios/sites.ts';
import { useSites } from '../support/use-lab.ts';

const sites = useSites(5);

// Every call with every fault that passes: test/matrix.
/** All posts of a cancelled job have at least this long (https://github.com/actions/runner/blob/main/src/Runner.Listener/JobDispatcher.cs). */
const POST_LIMIT_MS = 45_000;
const DENIED = { code: 'AccessDenied', message: 'not authorized' };
const NO_SUCH_USER = { code: 'NoSuchEntity', message: 'The user with that name cannot be found.' };

type Issued = { site: Site; job: Job; use: Use; main: StepResult; userName: string };

/** A job whose main is over and went well; what post does is all that is counted from here on. */
async function issuedOn(
  site: Site,
  overrides: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<Issued> {
  const job = await site.job({ env });
  const use = job.use(leaseInputs(site.lab, { 'wait-for-propagation': '0', ...overrides }));
  const main = await use.main();
  expect(main.exitCode).toBe(0);
  return { site, job, use, main, userName: main.outputs['user-name'] ?? '' };
}

function annotated(result: StepResult, level: string): string {
  return result.annotations.flatMap((each) => (each.level === level ? [each.message] : [])).join('\n');
}

/** Deletes a user as an administrator would, behind the wire's back. */
async function deleteByHand({ iam, describeUser }: Lab, UserName: string): Promise<void> {
  const { accessKeys, attachedPolicies, inlinePolicies, groups } = await describeUser(UserName);
  for (const AccessKeyId of accessKeys) await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
  for (const PolicyArn of attachedPolicies) await iam.send(new DetachUserPolicyCommand({ UserName, PolicyArn }));
  for (const PolicyName of Object.keys(inlinePolicies))
    await iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName }));
  for (const GroupName of groups) await iam.send(new RemoveUserFromGroupCommand({ UserName, GroupName }));
  await iam.send(new DeleteUserCommand({ UserName }));
}

async function expectFlawless({ site, main, userName }: Issued, post: StepResult): Promise<void> {
  expect(post.exitCode).toBe(0);
  expect(post.annotations).toEqual([]);
  expect(post.log).toMatch(new RegExp(`IAM user ${userName} is deleted, with .*access key`));
  expect(post.log).toContain('Proof: STS no longer knows');
  expect(await site.lab.users()).toEqual([]);
  expect(await callerOf(site.lab, main.exported)).toBe('InvalidClientTokenId');
}

it.concurrent.each<[call: string, what: string, fault: Fault]>([
  ['DeleteUser', 'throttled', 'throttle'],
  ['DeleteAccessKey', 'left without an answer', 'hang'],
])('%s %s for good: post gives up and says so within the 45 s that a cancelled job has for it', (call, _what, fault) =>
  sites.use(async (site) => {
    const { use, userName } = await issuedOn(site);
    site.inject(call, fault, Number.POSITIVE_INFINITY);
    const post = await use.post();
    expect(post.durationMs).toBeLessThan(POST_LIMIT_MS);
    expect(post.exitCode).toBe(1);
    expect(errorCode(post)).toBe('revoke-incomplete');
    expect(annotated(post, 'error')).toContain(`aws iam delete-user --user-name=${userName}`);
    expect(await site.lab.users()).toEqual([userName]);
  }),
);

it.concurrent('a second post succeeds and says that the user was gone already', () =>
  sites.use(async (site) => {
    const issued = await issuedOn(site);
    await expectFlawless(issued, await issued.use.post());
    const second = await issued.use.post();
    expect(second.exitCode).toBe(0);
    expect(second.annotations).toEqual([]);
    expect(second.log).toContain(`IAM user ${issued.userName} was gone already.`);
    expect(second.durationMs).toBeLessThan(45_000);
  }));

it.concurrent('a user somebody else has deleted is a success that says so', () =>
  sites.use(async (site) => {
    const { use, userName } = await issuedOn(site);
    await deleteByHand(site.lab, userName);
    const post = await use.post();
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toEqual([]);
    expect(post.log).toContain(`IAM user ${userName} was gone already.`);
  }));

it.concurrent.each([
  { which: 'a user in a group', overrides: {}, groups: ['readers'] },
  { which: 'a user in none', overrides: { 'iam-groups': '' }, groups: [] },
])(
  'groups of $which that may not be listed: post does the rest, leaves the guard and fails loudly',
  ({ overrides, groups }) =>
    sites.use(async (site) => {
      const { use, userName } = await issuedOn(site, overrides);
      site.inject('ListGroupsForUser', DENIED, Number.POSITIVE_INFINITY);
      const post = await use.post();
      expect(post.exitCode).toBe(1);
      expect(errorCode(post)).toBe('revoke-incomplete');
      expect(annotated(post, 'error')).toMatch(/group membership: AccessDenied/);
      expect(annotated(post, 'error')).toContain(`aws iam delete-user --user-name=${userName}`);
      expect(post.log).toContain('Proof: STS no longer knows');
      const left = await site.lab.describeUser(userName);
      expect(left).toMatchObject({ accessKeys: [], attachedPolicies: [], groups });
      expect(Object.keys(left.inlinePolicies)).toEqual(['lease-guard']);
    }),
);

it.concurrent('a refused role: post names who is left, the guard’s expiry and the commands, and restores the environment', () =>
  sites.use(async (site) => {
    const before = { AWS_REGION: 'us-west-2', AWS_SESSION_TOKEN: 'of-an-earlier-step' };
    const { job, use, main, userName } = await issuedOn(site, {}, before);
    expect(job.env.AWS_ACCESS_KEY_ID).toBe(main.exported.AWS_ACCESS_KEY_ID);
    site.inject('AssumeRoleWithWebIdentity', DENIED, Number.POSITIVE_INFINITY);
    const post = await use.post();
    expect(post.exitCode).toBe(1);
    expect(errorCode(post)).toBe('revoke-incomplete');
    const error = annotated(post, 'error');
    expect(error).toContain(userName);
    expect(error).toContain(main.outputs['aws-expiration']);
    expect(error).toContain('sts:AssumeRoleWithWebIdentity');
    expect(error).toContain(`aws iam delete-user --user-name=${userName}`);
    expect(job.env).toMatchObject({ ...before, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    expect(await site.lab.users()).toEqual([userName]);
  }));

it.concurrent('with `on-revoke-failure: warning` post only warns', () =>
  sites.use(async (site) => {
    const { use, userName } = await issuedOn(site, { 'on-revoke-failure': 'warning' });
    site.inject('DeleteUser', DENIED, Number.POSITIVE_INFINITY);
    const post = await use.post();
    expect(post.exitCode).toBe(0);
    expect(annotated(post, 'error')).toBe('');
    expect(annotated(post, 'warning')).toMatch(/delet\w+ the user: AccessDenied/);
    expect(annotated(post, 'warning')).toContain(`aws iam delete-user --user-name=${userName}`);
    expect(await site.lab.users()).toEqual([userName]);
  }));

it.concurrent('with `revoke: never` post keeps the user, and says until when', () =>
  sites.use(async (site) => {
    const { use, main, userName } = await issuedOn(site, { revoke: 'never' });
    site.clear();
    const post = await use.post();
    expect(post.exitCode).toBe(0);
    expect(annotated(post, 'notice')).toContain(main.outputs['aws-expiration']);
    expect(site.lab.wire.actions()).toEqual([]);
    expect(await site.lab.users()).toEqual([userName]);
    expect(await callerOf(site.lab, main.exported)).toContain(userName);
  }));

it.concurrent('a refused DeleteAccessKey: post fails, leaves the guard, takes the rest, and prints commands that finish by hand', () =>
  sites.use(async (site) => {
    const { use, main, userName } = await issuedOn(site);
    site.inject('DeleteAccessKey', DENIED, Number.POSITIVE_INFINITY);
    const post = await use.post();
    expect(post.exitCode).toBe(1);
    expect(errorCode(post)).toBe('revoke-incomplete');
    const error = annotated(post, 'error');
    expect(error).toMatch(/access key: AccessDenied: not authorized/);
    expect(error).toContain('It is denied everything from now on.');
    const left = await site.lab.describeUser(userName);
    expect(left.accessKeys).toEqual([main.exported.AWS_ACCESS_KEY_ID]);
    expect(Object.keys(left.inlinePolicies)).toEqual(['lease-guard']);
    expect(left.attachedPolicies).toEqual([]);
    expect(left.groups).toEqual([]);
    await finishByHand(site.lab, error);
    expect(await site.lab.users()).toEqual([]);
    expect(await callerOf(site.lab, main.exported)).toBe('InvalidClientTokenId');
  }));

it.concurrent('a refused GetUser: post leaves everything, and prints commands that also remove policies and groups', () =>
  sites.use(async (site) => {
    const { use } = await issuedOn(site, { 'policy-arns': `${policyArn('app-read')},${policyArn('app-write')}` });
    site.inject('GetUser', DENIED, Number.POSITIVE_INFINITY);
    const post = await use.post();
    expect(post.exitCode).toBe(1);
    await finishByHand(site.lab, annotated(post, 'error'));
    expect(await site.lab.users()).toEqual([]);
  }));

/** The commands of a message, run by a shell as somebody with the right to; without the AWS CLI they are only counted. */
async function finishByHand({ wire, longLived, describeUser }: Lab, message: string): Promise<void> {
  const commands = message.split('\n').filter((line) => /^(for id in |aws iam )/.test(line));
  expect(commands).toHaveLength(5);
  const userName = /--user-name=(\S+)$/.exec(commands[4] ?? '')?.[1] ?? '';
  expect((await describeUser(userName)).path).toBe('/github-actions/octo-org/shop/');
  if (spawnSync('aws', ['--version'], { stdio: 'ignore' }).status !== 0) return;
  wire.clear();
  const { stdout, stderr } = await promisify(execFile)(
    'bash',
    ['--noprofile', '--norc', '-euo', 'pipefail', '-c', commands.join('\n')],
    {
      env: {
        PATH: process.env.PATH,
        HOME: '/nonexistent',
        AWS_ENDPOINT_URL: wire.url,
        AWS_DEFAULT_REGION: 'eu-central-1',
        AWS_ACCESS_KEY_ID: longLived.accessKeyId,
        AWS_SECRET_ACCESS_KEY: longLived.secretAccessKey,
      },
    },
  );
  expect(`${stdout}${stderr}`).toBe('');
}

it.concurrent.each<[code: string, call: string, times: number]>([
  ['DeleteConflict', 'DeleteUser', 3],
  ['ConcurrentModification', 'DeleteUser', 2],
  ['ConcurrentModification', 'DetachUserPolicy', 1],
  ['ConcurrentModification', 'DeleteUserPolicy', 1],
  ['ConcurrentModification', 'RemoveUserFromGroup', 1],
  ['ConcurrentModification', 'DeleteAccessKey', 1],
])('%s of %s, %i times: post deletes the user', (code, call, times) =>
  sites.use(async (site) => {
    const issued = await issuedOn(site);
    site.inject(call, { code, message: 'try again' }, times);
    await expectFlawless(issued, await issued.use.post());
    expect(site.count(call)).toBeGreaterThan(times);
  }),
);

it.concurrent.each(['GetUser', 'ListAccessKeys', 'ListAttachedUserPolicies', 'ListUserPolicies', 'ListGroupsForUser'])(
  '%s that does not know the user at first: post deletes it all the same, keys before the guard',
  (call) =>
    sites.use(async (site) => {
      const issued = await issuedOn(site);
      site.inject(call, NO_SUCH_USER);
      const post = await issued.use.post();
      expect(site.count(call)).toBe(2);
      // The user is known to exist, so what is not found on it yet may be there: the guard outlasts the key.
      const { calls } = site.lab.wire;
      const order = calls.filter(({ action, applied }) => applied && /^Delete(AccessKey|UserPolicy)$/.test(action));
      expect(order.map(({ action }) => action)).toEqual(['DeleteAccessKey', 'DeleteUserPolicy']);
      await expectFlawless(issued, post);
    }),
);

// What the kit's policies refuse. Each attack has a counterpart: a request that differs in one thing and is
// allowed, so that no attack is refused for another reason. Attacks without a counterpart are forbidden in every form.
import { describe, expect, it } from '@jest/globals';
import { guardPolicy } from '../../src/lease/guard.ts';
import type { Decision, Requester } from '../lab/iam/decision.ts';
import { decideAll, trusts } from '../lab/iam/decision.ts';
import type { Account, AwsCall, IamRequest, SecretFacts, UserFacts } from '../lab/iam/iam-request.ts';
import { requestsOf } from '../lab/iam/requests.ts';
import { ACCOUNT_ID, BOUNDARY_ARN, KEY_ID, kitPolicy, REPOSITORY_ID, relaxed, without } from './kit.ts';

const IAM = `arn:aws:iam::${ACCOUNT_ID}`;
const PATH = '/github-actions/octo-org/shop/';
const MARK = { 'lease:managed-by': 'aws-ephemeral-credentials' };
const LEASE_TAGS = {
  ...MARK,
  'lease:expires-at': '2026-06-01T12:00:00Z',
  'lease:max-expires-at': '2026-06-02T11:00:00Z',
  'lease:run-id': '19280374655',
};
const ADMINISTRATOR = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const ADMINISTRATOR_ARN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const READ_ONLY_ARN = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

function user(path: string, name: string, facts: Partial<UserFacts> = {}): [string, UserFacts] {
  return [name, { arn: `${IAM}:user${path}${name}`, tags: {}, boundary: undefined, ...facts }];
}

const LEASE = 'gha-shop-19280374655-abcdefgh';
const USERS = new Map([
  user(PATH, LEASE, { tags: LEASE_TAGS, boundary: BOUNDARY_ARN }),
  user(PATH, 'unbounded', { tags: LEASE_TAGS }),
  user(PATH, 'bounded-by-another', { tags: LEASE_TAGS, boundary: `${IAM}:policy/nothing-is-denied` }),
  user(PATH, 'person-under-the-path', { tags: { team: 'shop' }, boundary: BOUNDARY_ARN }),
  user('/', 'mona'),
  user('/github-actions-old/', 'neighbour', { tags: LEASE_TAGS, boundary: BOUNDARY_ARN }),
  user('/people/', 'with-lease-tags', { tags: LEASE_TAGS, boundary: BOUNDARY_ARN }),
]);
const GROUPS = new Map([
  ['deployers', `${IAM}:group/github-actions/deployers`],
  ['admins', `${IAM}:group/admins`],
]);

function secret(name: string, owner: string, kmsKeyId?: string): [string, SecretFacts] {
  const arn = `arn:aws:secretsmanager:eu-central-1:${ACCOUNT_ID}:secret:${name}-AbCdEf`;
  return [name, { arn, name, tags: { 'sync:owner': owner }, kmsKeyId }];
}

const OWNER = `repo:${REPOSITORY_ID}/env:-/id:default`;
const SECRETS = new Map([
  secret('github/octo-org/shop', OWNER),
  secret('github/octo-org/other', 'repo:1/env:-/id:default'),
  secret('payroll/database', OWNER),
  secret('githubber/octo-org/shop', OWNER),
]);

const ACCOUNT: Account = {
  accountId: ACCOUNT_ID,
  partition: 'aws',
  user: async (name) => USERS.get(name),
  group: async (name) => GROUPS.get(name),
  secret: async (id) => SECRETS.get(id),
};

/** A call, or a request where the action itself has no such call. */
type Attempt = AwsCall | IamRequest;

function iam(action: string, params: Record<string, string> = {}): AwsCall {
  return { service: 'iam', action, params };
}

function tags(given: Record<string, string>): Record<string, string> {
  const entries = Object.entries(given).flatMap(([Key, Value], index) => [
    [`Tags.member.${index + 1}.Key`, Key],
    [`Tags.member.${index + 1}.Value`, Value],
  ]);
  return Object.fromEntries(entries);
}

function secrets(action: string, name: string, params: Record<string, string> = {}): AwsCall {
  return { service: 'secretsmanager', action, params: { SecretId: name, ...params }, region: 'eu-central-1' };
}

function ask(action: string, resource: string, context: IamRequest['context'] = {}): IamRequest {
  return { action, resource, context };
}

async function requestsIn(attempt: Attempt): Promise<IamRequest[]> {
  return 'service' in attempt ? requestsOf(attempt, ACCOUNT) : [attempt];
}

async function decided(attempt: Attempt, requester: Requester): Promise<Decision> {
  return decideAll(await requestsIn(attempt), requester);
}

/** A name, the attack, and its allowed counterpart. */
type Attack = [name: string, attack: Attempt, instead?: Attempt];

/** Each attack is refused, and its counterpart is not. */
function refuses(requester: Requester, attacks: readonly Attack[]): void {
  // As objects: jest passes a callback in place of a missing third item of a row.
  it.each(attacks.map(([name, attack, instead]) => ({ name, attack, instead })))(
    '$name',
    async ({ attack, instead }) => {
      expect(await decided(attack, requester)).toMatch(/Denied$/);
      if (instead !== undefined) expect(await decided(instead, requester)).toBe('Allowed');
    },
  );
}

/** Each condition of these policies is needed: without it, a request of one of the attacks would be allowed. */
function wouldAllow(requester: Requester, names: readonly string[], attacks: readonly Attack[]): void {
  const policies = names.map((name) => kitPolicy(name));
  const all = policies.flatMap((policy) => relaxed(policy).map(([what, lax]) => ({ what, policy, lax })));
  it.each(all)('be relaxed: $what would allow an attack', async ({ policy, lax }) => {
    const asked = (await Promise.all(attacks.map(([, attack]) => requestsIn(attack)))).flat();
    const weakened = { ...requester, policies: policies.map((each) => (each === policy ? lax : each)) };
    const nowAllowed = asked.map(async (each) => {
      const [before, after] = [await decideAll([each], requester), await decideAll([each], weakened)];
      return before !== 'Allowed' && after === 'Allowed';
    });
    expect(await Promise.all(nowAllowed)).toContain(true);
  });
}

const CREATION = {
  UserName: 'gha-new-1-abcdefgh',
  Path: PATH,
  PermissionsBoundary: BOUNDARY_ARN,
  ...tags(LEASE_TAGS),
};
const { PermissionsBoundary: _, ...UNBOUNDED_CREATION } = CREATION;
const CREATE = iam('CreateUser', CREATION);
const manager: Requester = {
  principal: `arn:aws:sts::${ACCOUNT_ID}:assumed-role/github-lease-manager/job`,
  policies: [kitPolicy('manager-iam-user'), kitPolicy('manager-iam-user-optional')],
};

describe('The managing role may not', () => {
  const put = (UserName: string) => iam('PutUserPolicy', { UserName, PolicyName: 'x', PolicyDocument: '{}' });
  const attach = (UserName: string, PolicyArn: string) => iam('AttachUserPolicy', { UserName, PolicyArn });
  const tag = (UserName: string, given: Record<string, string>) => iam('TagUser', { UserName, ...tags(given) });
  const of = (action: string, UserName: string) => iam(action, { UserName });
  const renewal = tag(LEASE, { 'lease:expires-at': '2026-06-01T15:00:00Z' });

  const attacks: Attack[] = [
    ['create a user without a boundary', iam('CreateUser', UNBOUNDED_CREATION), CREATE],
    [
      'create a user with another boundary',
      iam('CreateUser', { ...CREATION, PermissionsBoundary: ADMINISTRATOR_ARN }),
      CREATE,
    ],
    [
      'create a user with a boundary of the right name in another account',
      iam('CreateUser', { ...CREATION, PermissionsBoundary: BOUNDARY_ARN.replace(ACCOUNT_ID, '210987654321') }),
      CREATE,
    ],
    ['create a user at the root', iam('CreateUser', { ...CREATION, Path: '/' }), CREATE],
    ['create a user under another path', iam('CreateUser', { ...CREATION, Path: '/people/' }), CREATE],
    [
      'create a user under a path that only begins alike',
      iam('CreateUser', { ...CREATION, Path: '/github-actions-old/' }),
      CREATE,
    ],
    [
      'create a user whose path has ours further down',
      iam('CreateUser', { ...CREATION, Path: '/people/github-actions/' }),
      CREATE,
    ],
    [
      'create a user under the path in other letters',
      iam('CreateUser', { ...CREATION, Path: '/GitHub-Actions/' }),
      CREATE,
    ],
    [
      'create a user without the mark',
      iam('CreateUser', {
        ...UNBOUNDED_CREATION,
        PermissionsBoundary: BOUNDARY_ARN,
        ...tags({ 'lease:managed-by': 'me' }),
      }),
      CREATE,
    ],
    [
      'create a user without any tag',
      iam('CreateUser', { UserName: 'gha-x', Path: PATH, PermissionsBoundary: BOUNDARY_ARN }),
      CREATE,
    ],
    ['attach AdministratorAccess to a lease', attach(LEASE, ADMINISTRATOR_ARN), attach(LEASE, READ_ONLY_ARN)],
    [
      'attach a policy whose name only begins like a listed one',
      attach(LEASE, `${READ_ONLY_ARN}AndMore`),
      attach(LEASE, READ_ONLY_ARN),
    ],
    [
      'attach a listed policy of another account',
      attach(LEASE, 'arn:aws:iam::210987654321:policy/github-actions/app-read'),
      attach(LEASE, `${IAM}:policy/github-actions/app-read`),
    ],
    [
      'attach a listed policy to a user without the boundary',
      attach('unbounded', READ_ONLY_ARN),
      attach(LEASE, READ_ONLY_ARN),
    ],
    ['attach a listed policy to a person', attach('mona', READ_ONLY_ARN), attach(LEASE, READ_ONLY_ARN)],
    ['put an inline policy on a user without the boundary', put('unbounded'), put(LEASE)],
    ['put an inline policy on a user with another boundary', put('bounded-by-another'), put(LEASE)],
    ['put an inline policy on a person', put('mona'), put(LEASE)],
    ['put an inline policy on a user under the path that is no lease', put('person-under-the-path'), put(LEASE)],
    ['remove the boundary of a lease', of('DeleteUserPermissionsBoundary', LEASE)],
    [
      'replace the boundary of a lease',
      iam('PutUserPermissionsBoundary', { UserName: LEASE, PermissionsBoundary: ADMINISTRATOR_ARN }),
    ],
    [
      'put even the right boundary on a user that has none',
      iam('PutUserPermissionsBoundary', { UserName: 'unbounded', PermissionsBoundary: BOUNDARY_ARN }),
    ],
    ['make a key for a person', of('CreateAccessKey', 'mona'), of('CreateAccessKey', LEASE)],
    [
      'make a key for a user under the path that is no lease',
      of('CreateAccessKey', 'person-under-the-path'),
      of('CreateAccessKey', LEASE),
    ],
    [
      'make a key for a user elsewhere that has our tags',
      of('CreateAccessKey', 'with-lease-tags'),
      of('CreateAccessKey', LEASE),
    ],
    ['make a key for a user of a neighbouring path', of('CreateAccessKey', 'neighbour'), of('CreateAccessKey', LEASE)],
    ['delete a person', of('DeleteUser', 'mona'), of('DeleteUser', LEASE)],
    [
      'delete a user under the path that is no lease',
      of('DeleteUser', 'person-under-the-path'),
      of('DeleteUser', LEASE),
    ],
    ['delete a person’s keys', of('DeleteAccessKey', 'mona'), of('DeleteAccessKey', LEASE)],
    ['list a person’s keys', of('ListAccessKeys', 'mona'), of('ListAccessKeys', LEASE)],
    ['take a person’s MFA device away', of('DeactivateMFADevice', 'mona'), of('DeactivateMFADevice', LEASE)],
    ['delete a person’s login', of('DeleteLoginProfile', 'mona'), of('DeleteLoginProfile', LEASE)],
    ['mark a person as a lease', tag('mona', MARK)],
    ['move a person into our path', iam('UpdateUser', { UserName: 'mona', NewPath: PATH })],
    ['move a lease out of our path', iam('UpdateUser', { UserName: LEASE, NewPath: '/people/' })],
    [
      'take the mark off a lease',
      ask('iam:UntagUser', USERS.get(LEASE)?.arn ?? '', { 'aws:TagKeys': ['lease:managed-by'] }),
    ],
    ['write another mark on a lease', tag(LEASE, { 'lease:managed-by': 'me' }), renewal],
    ['write another mark in other letters', tag(LEASE, { 'Lease:Managed-By': 'me' }), renewal],
    ['raise the last end of a lease', tag(LEASE, { 'lease:max-expires-at': '2036-01-01T00:00:00Z' }), renewal],
    [
      'raise the last end of a lease beside its end',
      tag(LEASE, { 'lease:expires-at': '2026-06-01T15:00:00Z', 'lease:max-expires-at': '2036-01-01T00:00:00Z' }),
      renewal,
    ],
    [
      'raise the last end of a lease as if it were being created',
      tag(LEASE, { ...LEASE_TAGS, 'lease:max-expires-at': '2036-01-01T00:00:00Z' }),
      CREATE,
    ],
    [
      'raise the last end in other letters as if it were being created',
      tag(LEASE, { ...MARK, 'Lease:Max-Expires-At': '2036-01-01T00:00:00Z' }),
      CREATE,
    ],
    [
      'move the end of a user under the path that is no lease',
      tag('person-under-the-path', { 'lease:expires-at': 'x' }),
      renewal,
    ],
    [
      'put a lease into a group elsewhere',
      iam('AddUserToGroup', { UserName: LEASE, GroupName: 'admins' }),
      iam('AddUserToGroup', { UserName: LEASE, GroupName: 'deployers' }),
    ],
    [
      'take a person out of a group elsewhere',
      iam('RemoveUserFromGroup', { UserName: 'mona', GroupName: 'admins' }),
      iam('RemoveUserFromGroup', { UserName: LEASE, GroupName: 'deployers' }),
    ],
    ['give a lease a login', of('CreateLoginProfile', LEASE)],
    ['pass a role', ask('iam:PassRole', `${IAM}:role/admin`)],
    ['create a role', ask('iam:CreateRole', `${IAM}:role/github-actions/mine`)],
    ['change who may assume a role', ask('iam:UpdateAssumeRolePolicy', `${IAM}:role/github-lease-manager`)],
    ['put a policy on itself', ask('iam:PutRolePolicy', `${IAM}:role/github-lease-manager`)],
    ['write a new version of the boundary', ask('iam:CreatePolicyVersion', BOUNDARY_ARN)],
    ['write a new version of a listed policy', ask('iam:CreatePolicyVersion', `${IAM}:policy/github-actions/app-read`)],
    ['create a policy under the path', ask('iam:CreatePolicy', `${IAM}:policy/github-actions/mine`)],
    ['create a group under the path', ask('iam:CreateGroup', `${IAM}:group/github-actions/mine`)],
    ['put a policy on a group under the path', ask('iam:PutGroupPolicy', GROUPS.get('deployers') ?? '')],
    ['list the users of the account', iam('ListUsers')],
    ['assume another role', ask('sts:AssumeRole', `${IAM}:role/admin`)],
    ['read a secret', secrets('GetSecretValue', 'github/octo-org/shop')],
    ['put an inline policy on a bounded user of a neighbouring path', put('neighbour'), put(LEASE)],
    [
      'attach a listed policy to a bounded user of a neighbouring path',
      attach('neighbour', READ_ONLY_ARN),
      attach(LEASE, READ_ONLY_ARN),
    ],
    [
      'attach a listed policy to a bounded user that is no lease',
      attach('person-under-the-path', READ_ONLY_ARN),
      attach(LEASE, READ_ONLY_ARN),
    ],
    ['move the end of a user elsewhere that has our tags', tag('neighbour', { 'lease:expires-at': 'x' }), renewal],
    ['tag a lease with nothing', tag(LEASE, {}), renewal],
    ['look at a person', of('GetUser', 'mona'), of('GetUser', LEASE)],
    ['delete a user elsewhere that has our tags', of('DeleteUser', 'with-lease-tags'), of('DeleteUser', LEASE)],
    [
      'delete the login of a user elsewhere that has our tags',
      of('DeleteLoginProfile', 'with-lease-tags'),
      of('DeleteLoginProfile', LEASE),
    ],
    [
      'delete the login of a user under the path that is no lease',
      of('DeleteLoginProfile', 'person-under-the-path'),
      of('DeleteLoginProfile', LEASE),
    ],
    [
      'delete a person’s MFA device',
      iam('DeleteVirtualMFADevice', { SerialNumber: `${IAM}:mfa/mona` }),
      iam('DeleteVirtualMFADevice', { SerialNumber: `${IAM}:mfa/${LEASE}` }),
    ],
  ];
  refuses(manager, attacks);
  wouldAllow(manager, ['manager-iam-user', 'manager-iam-user-optional'], attacks);

  it('change a boundary, even with AdministratorAccess', async () => {
    const removal = of('DeleteUserPermissionsBoundary', LEASE);
    const weakened = { ...manager, policies: [...manager.policies, ADMINISTRATOR] };
    expect(await decided(removal, weakened)).toBe('ExplicitlyDenied');
    const policies = [without(kitPolicy('manager-iam-user'), 'NeverTouchABoundary'), ADMINISTRATOR];
    expect(await decided(removal, { ...manager, policies })).toBe('Allowed');
  });

  it('raise a last end: exactly one statement denies it', async () => {
    const raise = tag(LEASE, { ...LEASE_TAGS, 'lease:max-expires-at': '2036-01-01T00:00:00Z' });
    expect(await decided(raise, manager)).toBe('ExplicitlyDenied');
    const policies = [without(kitPolicy('manager-iam-user'), 'NeverMoveTheLastEnd')];
    expect(await decided(raise, { ...manager, policies })).toBe('Allowed');
  });

  it('be refused to create users, if AWS evaluates the new tags as the resource’s tags', async () => {
    const { action, resource, context } = (await requestsOf(CREATE, ACCOUNT)).at(-1) as IamRequest;
    const seen = Object.entries(LEASE_TAGS).map(([key, value]) => [`aws:ResourceTag/${key}`, value]);
    const asked = ask(action, resource, { ...context, ...Object.fromEntries(seen) });
    expect([action, await decideAll([asked], manager)]).toEqual(['iam:TagUser', 'Allowed']);
  });
});

describe('The sweeper may not', () => {
  const sweeper: Requester = {
    principal: `arn:aws:sts::${ACCOUNT_ID}:assumed-role/github-lease-sweeper/job`,
    policies: [kitPolicy('manager-sweep')],
  };
  const of = (action: string, UserName: string) => iam(action, { UserName });

  const attacks: Attack[] = [
    ['create a user, not even as the managing role would', CREATE],
    ['make a key for a lease', of('CreateAccessKey', LEASE)],
    ['tag a lease', iam('TagUser', { UserName: LEASE, ...tags({ 'lease:expires-at': '2026-01-01T00:00:00Z' }) })],
    ['attach a policy to a lease', iam('AttachUserPolicy', { UserName: LEASE, PolicyArn: READ_ONLY_ARN })],
    ['put an inline policy on a lease', iam('PutUserPolicy', { UserName: LEASE })],
    ['put a lease into a group', iam('AddUserToGroup', { UserName: LEASE, GroupName: 'deployers' })],
    ['touch a boundary', of('DeleteUserPermissionsBoundary', LEASE)],
    ['delete a person', of('DeleteUser', 'mona'), of('DeleteUser', LEASE)],
    [
      'delete a user under the path that is no lease',
      of('DeleteUser', 'person-under-the-path'),
      of('DeleteUser', LEASE),
    ],
    ['delete a user elsewhere that has our tags', of('DeleteUser', 'with-lease-tags'), of('DeleteUser', LEASE)],
    ['delete a person’s keys', of('DeleteAccessKey', 'mona'), of('DeleteAccessKey', LEASE)],
    ['look at a person', of('GetUser', 'mona'), of('GetUser', LEASE)],
    ['pass a role', ask('iam:PassRole', `${IAM}:role/admin`)],
    [
      'take a person out of a group elsewhere',
      iam('RemoveUserFromGroup', { UserName: 'mona', GroupName: 'admins' }),
      iam('RemoveUserFromGroup', { UserName: LEASE, GroupName: 'deployers' }),
    ],
  ];
  refuses(sweeper, attacks);
  wouldAllow(sweeper, ['manager-sweep'], attacks);
});

describe('A lease may not', () => {
  const arn = USERS.get(LEASE)?.arn ?? '';
  const expiresAt = new Date('2026-06-01T12:00:00Z');
  const guard = JSON.parse(guardPolicy(arn, expiresAt));
  /** A lease with AdministratorAccess: guard and boundary still apply. */
  const lease: Requester = {
    principal: arn,
    policies: [guard, ADMINISTRATOR],
    boundary: kitPolicy('boundary-example'),
  };
  /** Without a boundary: what the guard alone refuses. */
  const guarded: Requester = { principal: arn, policies: [guard, ADMINISTRATOR] };
  const before = { 'aws:CurrentTime': '2026-06-01T11:59:59Z' };
  const after = { 'aws:CurrentTime': '2026-06-01T12:00:00Z' };
  const at = (time: IamRequest['context'], action: string, resource: string) => ask(action, resource, time);
  const own = (action: string) => at(before, action, arn);
  const object = 'arn:aws:s3:::app-bucket/file';

  refuses(lease, [
    ['use what it was given after its end', at(after, 's3:GetObject', object), at(before, 's3:GetObject', object)],
    [
      'use what it was given a year after its end',
      at({ 'aws:CurrentTime': '2027-06-01T12:00:00Z' }, 's3:GetObject', object),
      at(before, 's3:GetObject', object),
    ],
    ['create keys for itself', own('iam:CreateAccessKey')],
    ['use IAM, though AdministratorAccess is attached to it', at(before, 'iam:CreateUser', `${IAM}:user/mine`)],
    ['assume a role, though AdministratorAccess is attached to it', at(before, 'sts:AssumeRole', `${IAM}:role/admin`)],
    ['pass a role, though AdministratorAccess is attached to it', at(before, 'iam:PassRole', `${IAM}:role/admin`)],
    [
      'do what its boundary does not name',
      at(before, 'ec2:RunInstances', `arn:aws:ec2:eu-central-1:${ACCOUNT_ID}:instance/*`),
    ],
    ['leave the organization', at(before, 'organizations:LeaveOrganization', '*')],
  ]);

  describe('even without a boundary,', () => {
    refuses(guarded, [
      ['do anything after its end', at(after, 's3:ListAllMyBuckets', '*'), at(before, 's3:ListAllMyBuckets', '*')],
      ['create keys for itself', own('iam:CreateAccessKey'), own('iam:GetUser')],
      ['remove its guard', own('iam:DeleteUserPolicy'), own('iam:GetUserPolicy')],
      ['replace its guard', own('iam:PutUserPolicy'), own('iam:GetUserPolicy')],
      ['attach a policy to itself', own('iam:AttachUserPolicy'), own('iam:ListAttachedUserPolicies')],
      ['tag itself', own('iam:TagUser'), own('iam:ListUserTags')],
      ['untag itself', own('iam:UntagUser'), own('iam:ListUserTags')],
      ['remove its boundary', own('iam:DeleteUserPermissionsBoundary'), own('iam:GetUser')],
      ['move itself to another path', own('iam:UpdateUser'), own('iam:GetUser')],
      ['give itself a login', own('iam:CreateLoginProfile'), own('iam:GetLoginProfile')],
      ['delete itself', own('iam:DeleteUser'), own('iam:GetUser')],
      [
        'join a group',
        at(before, 'iam:AddUserToGroup', GROUPS.get('admins') ?? ''),
        at(before, 'iam:GetGroup', GROUPS.get('admins') ?? ''),
      ],
    ]);
  });
});

describe('The role that syncs may not', () => {
  const syncer: Requester = {
    ...manager,
    policies: [kitPolicy('manager-secrets-per-key'), kitPolicy('manager-secrets-optional')],
  };
  const OURS = 'github/octo-org/shop';
  const key = `arn:aws:kms:eu-central-1:${ACCOUNT_ID}:key/${KEY_ID}`;
  const through = { 'kms:ViaService': 'secretsmanager.eu-central-1.amazonaws.com' };

  const attacks: Attack[] = [
    ['read a secret of another prefix', secrets('GetSecretValue', 'payroll/database'), secrets('GetSecretValue', OURS)],
    [
      'read a secret of another prefix in a batch with its own',
      { ...secrets('BatchGetSecretValue', ''), params: { SecretIdList: JSON.stringify([OURS, 'payroll/database']) } },
      { ...secrets('BatchGetSecretValue', ''), params: { SecretIdList: JSON.stringify([OURS]) } },
    ],
    [
      'read a secret whose name only begins like the prefix',
      secrets('GetSecretValue', 'githubber/octo-org/shop'),
      secrets('GetSecretValue', OURS),
    ],
    [
      'write a secret of another prefix',
      secrets('PutSecretValue', 'payroll/database'),
      secrets('PutSecretValue', OURS),
    ],
    [
      'create a secret outside the prefix',
      secrets('CreateSecret', 'payroll/new'),
      secrets('CreateSecret', 'github/new'),
    ],
    [
      'delete another repository’s secret',
      secrets('DeleteSecret', 'github/octo-org/other'),
      secrets('DeleteSecret', OURS),
    ],
    ['delete a secret of another prefix', secrets('DeleteSecret', 'payroll/database'), secrets('DeleteSecret', OURS)],
    ['open a secret to other accounts', secrets('PutResourcePolicy', OURS)],
    ['let a function rotate a secret', secrets('RotateSecret', OURS)],
    ['use the key past Secrets Manager', ask('kms:Decrypt', key), ask('kms:Decrypt', key, through)],
    [
      'use the key through another service',
      ask('kms:Decrypt', key, { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' }),
      ask('kms:Decrypt', key, through),
    ],
    ['use another key', ask('kms:Decrypt', key.replace(/.$/, 'c'), through), ask('kms:Decrypt', key, through)],
    [
      'restore a secret of another prefix',
      secrets('RestoreSecret', 'payroll/database'),
      secrets('RestoreSecret', OURS),
    ],
    [
      'copy a secret of another prefix elsewhere',
      secrets('ReplicateSecretToRegions', 'payroll/database'),
      secrets('ReplicateSecretToRegions', OURS),
    ],
  ];
  refuses(syncer, attacks);
  wouldAllow(syncer, ['manager-secrets-per-key', 'manager-secrets-optional'], attacks);
});

const SUBJECT = 'repo:octo-org@6811672/shop@714613905';
const MAIN = { sub: `${SUBJECT}:ref:refs/heads/main`, aud: 'sts.amazonaws.com' };

describe.each([
  ['the managing role', 'trust-github-oidc', 'github-lease-manager'],
  ['the sweeper', 'trust-github-oidc-sweep', 'github-lease-sweeper'],
])('A token cannot assume %s with', (_, file, role) => {
  const roleArn = `${IAM}:role/${role}`;
  it.each([
    ['a token for another audience', { ...MAIN, aud: 'https://github.com/octo-org' }],
    ['a token of another repository', { ...MAIN, sub: 'repo:octo-org@6811672/blog@5:ref:refs/heads/main' }],
    ['a token of another owner', { ...MAIN, sub: 'repo:mallory@9/shop@714613905:ref:refs/heads/main' }],
    [
      'a token of a new repository with the old name',
      { ...MAIN, sub: 'repo:octo-org@6811672/shop@9:ref:refs/heads/main' },
    ],
    ['a token without the ids', { ...MAIN, sub: 'repo:octo-org/shop:ref:refs/heads/main' }],
    ['a token of a pull request', { ...MAIN, sub: `${SUBJECT}:pull_request` }],
    ['a token of another branch', { ...MAIN, sub: `${SUBJECT}:ref:refs/heads/feature` }],
    ['a token of a branch that only begins alike', { ...MAIN, sub: `${SUBJECT}:ref:refs/heads/main-2` }],
    ['a token of a tag', { ...MAIN, sub: `${SUBJECT}:ref:refs/tags/main` }],
    ['a token of another environment', { ...MAIN, sub: `${SUBJECT}:environment:staging` }],
  ])('%s', (_name, claims) => {
    expect(trusts(kitPolicy(file), roleArn, claims)).not.toBe('Allowed');
    expect(trusts(kitPolicy(file), roleArn, MAIN)).toBe('Allowed');
  });
});

it('The sweeper’s role trusts one branch only, not the environment that the managing role trusts', () => {
  const production = { ...MAIN, sub: `${SUBJECT}:environment:production` };
  expect(trusts(kitPolicy('trust-github-oidc'), `${IAM}:role/github-lease-manager`, production)).toBe('Allowed');
  expect(trusts(kitPolicy('trust-github-oidc-sweep'), `${IAM}:role/github-lease-sweeper`, production)).not.toBe(
    'Allowed',
  );
});

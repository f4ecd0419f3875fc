// Runs of the bundles in the laboratory: together they make every request that the action makes in AWS.
import {
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteUserCommand,
  PutUserPolicyCommand,
  TagUserCommand,
} from '@aws-sdk/client-iam';
import { DeleteSecretCommand } from '@aws-sdk/client-secrets-manager';
import { attachForeignItems } from '../lab/account/foreign-attachments.ts';
import type { Lab } from '../lab/lab.ts';
import type { Job, StepResult } from '../lab/runner/runner.ts';
import type { Recorder } from '../support/recorder.ts';
import { startRecorder } from '../support/recorder.ts';
import { succeeded, useOf } from '../support/scenarios/leases.ts';
import { afterMain, inJob } from '../support/scenarios/scenario.ts';
import { put, syncUse } from '../support/scenarios/sync.ts';
import { ACCOUNT_ID, BOUNDARY_ARN, KEY_ID, kitPolicy, REPOSITORY_ID } from './kit.ts';

export type Run = (lab: Lab) => Promise<void>;

const PATH = '/github-actions/';
const LISTED_POLICY = `arn:aws:iam::${ACCOUNT_ID}:policy/github-actions/app-read`;
const AWS_POLICY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const INLINE = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*"}]}';

/** Creates what the kit's policies name: the boundary, and a policy and a group under the path. */
export async function createKitResources({ iam }: Lab): Promise<void> {
  await Promise.all([
    iam.send(
      new CreatePolicyCommand({
        PolicyName: 'github-lease-boundary',
        PolicyDocument: JSON.stringify(kitPolicy('boundary-example')),
      }),
    ),
    iam.send(new CreatePolicyCommand({ PolicyName: 'app-read', Path: PATH, PolicyDocument: INLINE })),
    iam.send(new CreateGroupCommand({ GroupName: 'deployers', Path: PATH })),
  ]);
}

/** `with:` of a lease with one of each kind of attachment. */
export function fullLease(overrides: Record<string, string> = {}): Record<string, string> {
  return {
    'permissions-boundary-arn': BOUNDARY_ARN,
    'policy-arns': `${LISTED_POLICY}, ${AWS_POLICY}`,
    'inline-policy': INLINE,
    'iam-groups': 'deployers',
    tags: 'team=shop',
    ...overrides,
  };
}

function failed(result: StepResult): void {
  if (result.exitCode === 0) throw new Error(`${result.name} did not fail:\n${result.log}`);
}

async function onlyUser(lab: Lab): Promise<string> {
  const [name = '', ...others] = await lab.users();
  if (name === '' || others.length > 0) throw new Error('There is not exactly one user.');
  return name;
}

/** Main with these inputs, `middle` in its job, post. */
async function leased(
  lab: Lab,
  inputs: Record<string, string>,
  middle: (job: Job) => Promise<unknown> = async () => undefined,
): Promise<void> {
  await afterMain(lab, inputs, async ({ job, main, use }) => {
    succeeded(main);
    await middle(job);
    succeeded(await use.post());
  });
}

/** Runs `work` with an `iam-endpoint` that changes answers on their way back. */
async function rewriting(lab: Lab, rewrite: Recorder['rewrite'], work: (endpoint: string) => Promise<void>) {
  const recorder = await startRecorder(lab.wire.url);
  recorder.rewrite = rewrite;
  try {
    await work(recorder.url);
  } finally {
    await recorder.close();
  }
}

/** The first key's secret ends in a slash, the second's is plain. */
function alphanumericSecret(lab: Lab): Promise<void> {
  const secrets = ['/', 'N'].map((end) => `${'PLAIN'.repeat(8).slice(1)}${end}`);
  const rewrite: Recorder['rewrite'] = (answer, { body }) =>
    body.includes('Action=CreateAccessKey')
      ? answer.replace(/<SecretAccessKey>[^<]*/, `<SecretAccessKey>${secrets.shift()}`)
      : answer;
  const inputs = { 'special-characters-workaround': 'true', 'wait-for-propagation': '0' };
  return rewriting(lab, rewrite, (endpoint) => leased(lab, fullLease({ ...inputs, 'iam-endpoint': endpoint })));
}

/** Makes a user look old: for a new user, the action waits for IAM's propagation before it takes the user as deleted. */
const LONG_AGO: Recorder['rewrite'] = (answer) =>
  answer.replace(/<CreateDate>[^<]*/g, '<CreateDate>2026-01-01T00:00:00Z');

/** Deletes the user after the first GetUser. */
function deletedAfterFirstLook(lab: Lab, UserName: string): void {
  lab.wire.after('GetUser', () => lab.iam.send(new DeleteUserCommand({ UserName })).catch(() => undefined));
}

/** Creates an expired lease without attachments, directly in IAM. */
async function bareLease({ iam }: Lab): Promise<string> {
  const UserName = 'gha-shop-1-abcdefgh';
  const facts = {
    'managed-by': 'aws-ephemeral-credentials',
    'repository-id': REPOSITORY_ID,
    'run-id': '1',
    nonce: 'n',
  };
  const tags = Object.entries({ ...facts, 'expires-at': '2026-01-01T00:00:00Z' });
  const Tags = tags.map(([key, Value]) => ({ Key: `lease:${key}`, Value }));
  await iam.send(new CreateUserCommand({ UserName, Path: PATH, Tags }));
  return UserName;
}

/** The managing role's runs. */
export const LEASES: Record<string, Run> = {
  'a lease with boundary, policies, inline policy, group and tags': (lab) => leased(lab, fullLease()),
  'a lease that is renewed': (lab) =>
    leased(lab, fullLease(), async (job) => succeeded(await useOf(job, 'renew', lab.inputs({ ttl: '3h' })).main())),
  'a lease that is revoked in the middle of its job': (lab) =>
    afterMain(lab, fullLease(), async ({ job, main }) => {
      succeeded(main);
      succeeded(await useOf(job, 'revoke', lab.inputs()).main());
    }),
  'a lease that goes while it is being revoked': async (lab) => {
    const name = await bareLease(lab);
    deletedAfterFirstLook(lab, name);
    await rewriting(lab, LONG_AGO, (endpoint) =>
      inJob(lab, async (job) => {
        succeeded(await useOf(job, 'revoke', lab.inputs({ 'lease-id': name, 'iam-endpoint': endpoint })).main());
      }),
    );
  },
  'keys until the secret has no special character': alphanumericSecret,
  'answers lost while a lease is issued': (lab) => {
    for (const action of ['CreateUser', 'CreateAccessKey']) lab.wire.inject({ action }, 'answer-lost');
    return leased(lab, fullLease());
  },
  'answers lost while a lease is revoked': (lab) =>
    leased(lab, fullLease(), async () => {
      for (const action of ['DeleteAccessKey', 'DetachUserPolicy', 'RemoveUserFromGroup', 'DeleteUserPolicy'])
        lab.wire.inject({ action }, 'answer-lost');
    }),
  'main failing, and rolling back': (lab) =>
    afterMain(lab, fullLease({ 'policy-arns': `${LISTED_POLICY}-missing` }), async ({ main, use }) => {
      failed(main);
      succeeded(await use.post());
    }),
};

/** A lease whose DeleteUser is applied and not answered, so that the SDK repeats it. */
export function lastAnswerLost(lab: Lab): Promise<void> {
  lab.wire.inject({ action: 'DeleteUser' }, 'answer-lost');
  return leased(lab, fullLease());
}

/** Runs that need the optional policy as well. */
export const RARE: Record<string, Run> = {
  'a lease with every kind of attachment that IAM knows': (lab) =>
    leased(lab, fullLease(), async () => attachForeignItems(lab, await onlyUser(lab))),
};

/** Leaves a lease behind whose end has passed. */
async function leftBehind(lab: Lab): Promise<void> {
  await afterMain(lab, fullLease(), async ({ main }) => succeeded(main));
  const UserName = await onlyUser(lab);
  const Tags = [{ Key: 'lease:expires-at', Value: '2026-01-01T00:00:00Z' }];
  await lab.iam.send(new TagUserCommand({ UserName, Tags }));
}

async function swept(lab: Lab, inputs: Record<string, string> = {}): Promise<void> {
  await inJob(lab, async (job) => succeeded(await useOf(job, 'sweep', lab.inputs(inputs)).main()));
}

const NEXT_ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/github-actions/deploy`;

/** A role under the path that the managing role assumes. */
async function createNextRole({ iam }: Lab): Promise<void> {
  const trusted = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT_ID}:root` } };
  const Statement = [{ ...trusted, Action: ['sts:AssumeRole', 'sts:TagSession'] }];
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await iam.send(new CreateRoleCommand({ RoleName: 'deploy', Path: PATH, AssumeRolePolicyDocument }));
}

/** Gives the user of the static keys the kit's policy for sessions, and no other. */
async function limitLongLivedUser({ iam }: Lab): Promise<void> {
  const PolicyDocument = JSON.stringify(kitPolicy('manager-session'));
  await iam.send(new PutUserPolicyCommand({ UserName: 'long-lived', PolicyName: 'default', PolicyDocument }));
}

/** Runs that issue sessions. */
export const SESSIONS: Record<string, { prepare: (lab: Lab) => Promise<unknown>; run: Run }> = {
  'a session of the next role of a chain, with tags': {
    prepare: createNextRole,
    run: (lab) => {
      const roles = `arn:aws:iam::${ACCOUNT_ID}:role/github-lease-manager\n${NEXT_ROLE}`;
      return session(lab, { 'role-to-assume': roles, 'custom-tags': '{"team":"shop"}' });
    },
  },
  'a session of static keys, narrowed by a policy': {
    prepare: limitLongLivedUser,
    run: (lab) =>
      session(lab, {
        'role-to-assume': '',
        'aws-access-key-id': lab.longLived.accessKeyId,
        'aws-secret-access-key': lab.longLived.secretAccessKey,
        'inline-policy': INLINE,
      }),
  },
};

async function session(lab: Lab, inputs: Record<string, string>): Promise<void> {
  await afterMain(lab, { 'credential-type': 'session', ...inputs }, async ({ main }) => succeeded(main));
}

/** What a sweep finds is prepared by other principals, before the sweeper's run. */
export const SWEEPS: Record<string, { prepare: (lab: Lab) => Promise<unknown>; run: Run }> = {
  'a lease left behind, beside a user that is not a lease': {
    prepare: async (lab) => {
      await leftBehind(lab);
      await lab.iam.send(new CreateUserCommand({ UserName: 'bystander', Path: PATH }));
    },
    run: swept,
  },
  'a lease that goes while it is being swept': {
    prepare: async (lab) => deletedAfterFirstLook(lab, await bareLease(lab)),
    run: (lab) => rewriting(lab, LONG_AGO, (endpoint) => swept(lab, { 'iam-endpoint': endpoint })),
  },
};

const NAME = 'github/octo-org/shop';
const OWN = { 'sync:owner': `repo:${REPOSITORY_ID}/env:-/id:default`, 'sync:mode': 'per-key' };
const ONE = JSON.stringify({ API_KEY: 'a value that is long enough' });
const OTHER = JSON.stringify({ API_KEY: 'another value, long enough too' });
const KEY_ARN = `arn:aws:kms:eu-central-1:${ACCOUNT_ID}:key/${KEY_ID}`;

async function synced(lab: Lab, inputs: Record<string, string>): Promise<void> {
  await inJob(lab, async (job) => succeeded(await syncUse(job, lab, { name: NAME, secrets: ONE, ...inputs }).main()));
}

async function deleteSoon(lab: Lab, SecretId: string): Promise<void> {
  await lab.secretsManager.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: 7 }));
}

/** Creates, then changes value, description and tags. */
async function createdAndChanged(lab: Lab, inputs: Record<string, string>): Promise<void> {
  await synced(lab, inputs);
  await synced(lab, { ...inputs, secrets: OTHER, description: 'of the shop', tags: 'team=shop' });
}

const PER_KEY = { mode: 'per-key', name: `${NAME}/{{key}}` };

/** Runs of the sync, by the plain policy that is for them. */
export const SYNCS: Record<'json' | 'per-key', Record<string, Run>> = {
  json: { 'one secret, created and changed': (lab) => createdAndChanged(lab, {}) },
  'per-key': {
    'secrets created and changed': (lab) => createdAndChanged(lab, PER_KEY),
    'a secret that the source has no more': async (lab) => {
      await put(lab, `${NAME}/GONE`, 'an old value of some length', { tags: OWN });
      await synced(lab, { ...PER_KEY, prune: 'true' });
    },
  },
};

/** Runs of the sync that need a statement of the optional policy as well. */
export const OPTIONAL_SYNCS: Record<'json' | 'per-key', Record<string, Run>> = {
  json: {
    'a secret that was deleted, restored': async (lab) => {
      await put(lab, NAME, OTHER, { tags: OWN });
      await deleteSoon(lab, NAME);
      await synced(lab, {});
    },
    'a secret copied to another region': async (lab) => {
      await synced(lab, { 'replica-regions': 'us-west-2' });
      await synced(lab, { 'replica-regions': 'us-west-2, us-east-1' });
    },
    'a secret under a key of the account’s own': async (lab) => {
      await put(lab, NAME, OTHER, { tags: OWN });
      await createdAndChanged(lab, { 'kms-key-id': KEY_ARN });
    },
    'a new secret under a key of the account’s own': (lab) => createdAndChanged(lab, { 'kms-key-id': KEY_ARN }),
  },
  'per-key': {
    'a copied secret that the source has no more': async (lab) => {
      const secrets = JSON.stringify({ ...JSON.parse(ONE), GONE: 'an old value of some length' });
      await synced(lab, { ...PER_KEY, secrets, 'replica-regions': 'us-west-2' });
      await synced(lab, { ...PER_KEY, prune: 'true' });
    },
  },
};

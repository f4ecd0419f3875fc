import type { IAMClient } from '@aws-sdk/client-iam';
import {
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import type { Credentials } from '../wire/keys.ts';

/** moto's account. */
export const ACCOUNT_ID = '123456789012';
/** The IAM user whose access key serves as static keys in the tests. */
const LONG_LIVED = 'long-lived';
const ADMINISTRATOR = 'administrator';
/** The IAM users that every test finds in the account. */
export const STANDING_USERS: readonly string[] = [LONG_LIVED, ADMINISTRATOR];

const ISSUER_HOST = 'token.actions.githubusercontent.com';

function document(...Statement: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

/** Audiences that the default roles accept. Those of the provider are in `wire.allowedAudiences`. */
const AUDIENCES = ['sts.amazonaws.com', 'sts.amazonaws.com.cn', 'our-own'];

/** Trusts GitHub's tokens for the laboratory's repository, or another of its owner's; both forms of the subject. */
function trustedTokens(partition: string, name = 'shop'): object {
  return {
    Effect: 'Allow',
    Principal: { Federated: `arn:${partition}:iam::${ACCOUNT_ID}:oidc-provider/${ISSUER_HOST}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { [`${ISSUER_HOST}:aud`]: AUDIENCES },
      StringLike: { [`${ISSUER_HOST}:sub`]: [`repo:octo-org/${name}:*`, `repo:octo-org@6811672/${name}@*:*`] },
    },
  };
}

const TRUSTED_ACCOUNT = {
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${ACCOUNT_ID}:root` },
  Action: ['sts:AssumeRole', 'sts:TagSession'],
};

/** The sixteen that a lease of an IAM user needs (setup/policies/manager-iam-user.json). */
const REQUIRED = `
  AttachUserPolicy CreateAccessKey CreateUser DeleteAccessKey DeleteUser DeleteUserPolicy DetachUserPolicy GetUser
  ListAccessKeys ListAttachedUserPolicies ListGroupsForUser ListUserPolicies PutUserPolicy AddUserToGroup RemoveUserFromGroup TagUser`;
const SWEEP = 'GetAccountSummary ListUsers';
const RARE = `
  DeactivateMFADevice DeleteLoginProfile DeleteServiceSpecificCredential DeleteSigningCertificate DeleteSSHPublicKey
  DeleteVirtualMFADevice GetLoginProfile ListMFADevices ListServiceSpecificCredentials ListSigningCertificates ListSSHPublicKeys`;
/** Those of a sync, with what restoring and replicas need (setup/policies/manager-secrets-*.json). */
const SECRETS = `
  GetSecretValue BatchGetSecretValue DescribeSecret PutSecretValue ListSecrets CreateSecret DeleteSecret TagResource UpdateSecret
  RestoreSecret ReplicateSecretToRegions RemoveRegionsFromReplication`;

function allow(service: string, actions: string): object {
  const Action = actions
    .trim()
    .split(/\s+/)
    .map((action) => `${service}:${action}`);
  return { Effect: 'Allow', Action, Resource: '*' };
}

const MANAGER_POLICY = document(
  allow('iam', `${REQUIRED} ${SWEEP} ${RARE}`),
  allow('secretsmanager', SECRETS),
  allow('kms', 'Decrypt Encrypt GenerateDataKey'),
  allow('sts', 'AssumeRole TagSession GetFederationToken'),
);

const ROLES = [
  {
    RoleName: 'github-lease-manager',
    AssumeRolePolicyDocument: document(trustedTokens('aws')),
    MaxSessionDuration: 3_600,
  },
  {
    RoleName: 'deployer',
    AssumeRolePolicyDocument: document(trustedTokens('aws', '*'), TRUSTED_ACCOUNT),
    MaxSessionDuration: 7_200,
  },
  { RoleName: 'second-hop', AssumeRolePolicyDocument: document(TRUSTED_ACCOUNT), MaxSessionDuration: 43_200 },
];

const POLICIES = [
  {
    PolicyName: 'lease-boundary',
    PolicyDocument: document({ Effect: 'Allow', Action: ['s3:*', 'dynamodb:*'], Resource: '*' }),
  },
  {
    PolicyName: 'app-read',
    PolicyDocument: document({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::app/*' }),
  },
  {
    PolicyName: 'app-write',
    PolicyDocument: document({ Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::app/*' }),
  },
];

/** Changes a role's trust policy so that it requires an external id. */
export async function requireExternalId(iam: IAMClient, roleArn: string, externalId: string): Promise<void> {
  const PolicyDocument = document({
    ...TRUSTED_ACCOUNT,
    Condition: { StringEquals: { 'sts:ExternalId': externalId } },
  });
  await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: roleArn.replace(/^.*\//, ''), PolicyDocument }));
}

/** Allows a role to manage leases, to sync secrets and to assume other roles. */
async function allowManaging(iam: IAMClient, RoleName: string): Promise<void> {
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'manage', PolicyDocument: MANAGER_POLICY }));
}

/** Creates another managing role, with the same trust policy as the default one. */
export async function createManagingRole(iam: IAMClient, RoleName: string, partition = 'aws'): Promise<void> {
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: document(trustedTokens(partition)) }));
  await allowManaging(iam, RoleName);
}

async function createUser(iam: IAMClient, UserName: string, PolicyDocument: string): Promise<Credentials> {
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'default', PolicyDocument }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
}

/** Creates what every test finds in the account. @returns the access keys of the default users */
export async function createDefaultResources(
  iam: IAMClient,
): Promise<{ longLived: Credentials; administrator: Credentials }> {
  const provider = {
    Url: `https://${ISSUER_HOST}`,
    ClientIDList: ['sts.amazonaws.com'],
    ThumbprintList: ['6938fd4d98bab03faadb97b34396831e3780aea1'],
  };
  const [longLived, administrator] = await Promise.all([
    createUser(iam, LONG_LIVED, MANAGER_POLICY),
    createUser(iam, ADMINISTRATOR, document({ Effect: 'Allow', Action: '*', Resource: '*' })),
    iam.send(new CreateOpenIDConnectProviderCommand(provider)),
    ...POLICIES.map((policy) => iam.send(new CreatePolicyCommand(policy))),
    ...['developers', 'readers'].map((GroupName) =>
      iam.send(new CreateGroupCommand({ GroupName, Path: '/github-actions/' })),
    ),
    ...ROLES.map(async (role) => {
      await iam.send(new CreateRoleCommand(role));
      await allowManaging(iam, role.RoleName);
    }),
  ]);
  return { longLived, administrator };
}

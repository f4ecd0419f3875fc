import type { IAMClient } from '@aws-sdk/client-iam';
import {
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
} from '@aws-sdk/client-iam';

/** moto's account. */
export const ACCOUNT_ID = '123456789012';
/** The IAM user whose access key stands for the static keys some repositories still have. */
export const LONG_LIVED = 'long-lived';

const ISSUER_HOST = 'token.actions.githubusercontent.com';

function document(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

/** Trusts GitHub's tokens for the laboratory's repository. */
const TRUSTS_GITHUB = document({
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::${ACCOUNT_ID}:oidc-provider/${ISSUER_HOST}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: {
    StringEquals: { [`${ISSUER_HOST}:aud`]: 'sts.amazonaws.com' },
    StringLike: { [`${ISSUER_HOST}:sub`]: 'repo:octo-org/shop:*' },
  },
});

const TRUSTS_THE_ACCOUNT = document({
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${ACCOUNT_ID}:root` },
  Action: ['sts:AssumeRole', 'sts:TagSession'],
});

const ROLES = [
  { RoleName: 'github-lease-manager', AssumeRolePolicyDocument: TRUSTS_GITHUB, MaxSessionDuration: 3_600 },
  { RoleName: 'deployer', AssumeRolePolicyDocument: TRUSTS_GITHUB, MaxSessionDuration: 7_200 },
  { RoleName: 'second-hop', AssumeRolePolicyDocument: TRUSTS_THE_ACCOUNT, MaxSessionDuration: 43_200 },
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

/** Creates what every test finds in the account; answers with the access key of `long-lived`. */
export async function createStandingThings(iam: IAMClient): Promise<{ accessKeyId: string; secretAccessKey: string }> {
  await Promise.all([
    iam.send(
      new CreateOpenIDConnectProviderCommand({
        Url: `https://${ISSUER_HOST}`,
        ClientIDList: ['sts.amazonaws.com'],
        ThumbprintList: ['6938fd4d98bab03faadb97b34396831e3780aea1'],
      }),
    ),
    ...ROLES.map((role) => iam.send(new CreateRoleCommand(role))),
    ...POLICIES.map((policy) => iam.send(new CreatePolicyCommand(policy))),
    ...['developers', 'readers'].map((GroupName) => iam.send(new CreateGroupCommand({ GroupName }))),
    iam.send(new CreateUserCommand({ UserName: LONG_LIVED })),
  ]);
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: LONG_LIVED }));
  return { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
}

import { IncompleteAnswer } from './faults.ts';

type Output = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const text =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

// The forms also keep line breaks out of what is printed, exported and written into files.
const keyId = text(/^\w{4,128}$/);
const secret = text(/^[\w+/=.-]+$/);
const arn = text(/^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(?:\d{12}|aws)?:[\x21-\x7E]+$/);
const accountId = text(/^\d{12}$/);
const name = text(/^[\w+=,.@-]{1,128}$/);
const path = text(/^\/(?:[\x21-\x7E]*\/)?$/);
const secretName = text(/^[^\p{Cc}]{1,512}$/u);
const secretArn = text(/^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[^\p{Cc}]+$/u);
const versionId = text(/^[^\p{Cc}]{1,64}$/u);
const date: Check = (value) => value instanceof Date && !Number.isNaN(value.getTime());
const list: Check = Array.isArray;

const session = {
  'Credentials.AccessKeyId': keyId,
  'Credentials.SecretAccessKey': secret,
  'Credentials.SessionToken': secret,
  'Credentials.Expiration': date,
};
const assumed = { ...session, 'AssumedRoleUser.Arn': arn };
const user = { 'User.UserName': name, 'User.Arn': arn, 'User.Path': path, 'User.CreateDate': date };
const ownSecret = { ARN: secretArn };

/** The fields that the code uses, by action. A path with `[]` checks every member of the list. */
const REQUIRED: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  AssumeRole: assumed,
  AssumeRoleWithWebIdentity: assumed,
  GetSessionToken: session,
  GetFederationToken: { ...session, 'FederatedUser.Arn': arn },
  GetCallerIdentity: { Arn: arn, Account: accountId },
  CreateUser: { 'User.Arn': arn },
  GetUser: user,
  CreateAccessKey: { 'AccessKey.AccessKeyId': keyId, 'AccessKey.SecretAccessKey': secret },
  ListUsers: { Users: list, 'Users[].UserName': name },
  ListAccessKeys: { AccessKeyMetadata: list, 'AccessKeyMetadata[].AccessKeyId': keyId },
  ListAttachedUserPolicies: { AttachedPolicies: list, 'AttachedPolicies[].PolicyArn': arn },
  ListUserPolicies: { PolicyNames: list, 'PolicyNames[]': name },
  ListGroupsForUser: { Groups: list, 'Groups[].GroupName': name },
  ListMFADevices: { MFADevices: list },
  ListSSHPublicKeys: { SSHPublicKeys: list },
  ListSigningCertificates: { Certificates: list },
  ListServiceSpecificCredentials: { ServiceSpecificCredentials: list },
  CreateSecret: { ...ownSecret, VersionId: versionId },
  PutSecretValue: { ...ownSecret, VersionId: versionId, VersionStages: list },
  DescribeSecret: { ...ownSecret, Name: secretName },
  GetSecretValue: { ...ownSecret, VersionId: versionId },
  ListSecrets: { SecretList: list, 'SecretList[].ARN': secretArn },
  BatchGetSecretValue: { SecretValues: list, 'SecretValues[].ARN': secretArn },
  DeleteSecret: ownSecret,
  RestoreSecret: ownSecret,
  UpdateSecret: ownSecret,
  ReplicateSecretToRegions: ownSecret,
  RemoveRegionsFromReplication: ownSecret,
};

/**
 * Checks that an answer has the fields that the code uses. A missing field is never read as an empty list or as "does not exist".
 * @throws IncompleteAnswer
 */
export function assertComplete(action: string, output: unknown): void {
  for (const [field, check] of Object.entries(REQUIRED[action] ?? {})) {
    for (const value of valuesAt(output, field)) if (!check(value)) throw new IncompleteAnswer(action, field);
  }
}

/** The value at a path such as `User.Arn`; all of them where the path goes through a list (`Users[].UserName`). */
function valuesAt(output: unknown, field: string): unknown[] {
  const [head = '', ...rest] = field.split('[]');
  const value = head
    .split('.')
    .reduce<unknown>((at, key) => (key === '' ? at : (at as Output | undefined)?.[key]), output);
  if (rest.length === 0) return [value];
  return (Array.isArray(value) ? value : []).flatMap((item) => valuesAt(item, rest.join('[]').replace(/^\./, '')));
}

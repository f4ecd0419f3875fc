// Maps a call, as the wire logs it, to the requests that IAM evaluates for it (service authorization reference; API references,
// “Required permissions”).
import type { Account, AwsCall, Context, IamRequest, UserFacts } from './iam-request.ts';
import { requestTags, tagContext } from './iam-request.ts';
import { secretRequests } from './requests-secrets.ts';

/**
 * The requests that IAM evaluates for a call. Empty for a call that needs no permission.
 * @throws Error for a service that this project does not use
 */
export async function requestsOf(call: AwsCall, account: Account): Promise<IamRequest[]> {
  switch (call.service) {
    case 'iam':
      return iamRequests(call, account);
    case 'secretsmanager':
      return secretRequests(call, account);
    case 'sts':
      return stsRequests(call, account);
    default:
      throw new Error(`The laboratory does not know the permissions of ${call.service}:${call.action}.`);
  }
}

/** Tags in the Query protocol: `Tags.member.1.Key`, `Tags.member.1.Value`, … */
function queryTags(params: AwsCall['params']): Record<string, string> {
  const keys = Object.entries(params).flatMap(([name, key]) => {
    const number = /^Tags\.member\.(\d+)\.Key$/.exec(name)?.[1];
    return number === undefined ? [] : [[key, params[`Tags.member.${number}.Value`] ?? '']];
  });
  return Object.fromEntries(keys);
}

/** Calls whose resource is not a user. */
const ACCOUNT_WIDE = ['ListUsers', 'GetAccountSummary'];
const ON_GROUPS = ['AddUserToGroup', 'RemoveUserFromGroup'];
/** Actions with the condition key `iam:PermissionsBoundary` (https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html). */
const WITH_BOUNDARY_KEY = [
  'AttachUserPolicy',
  'DeleteUserPermissionsBoundary',
  'DeleteUserPolicy',
  'DetachUserPolicy',
  'PutUserPolicy',
];
const WITH_POLICY_KEY = ['AttachUserPolicy', 'DetachUserPolicy'];

async function iamRequests(call: AwsCall, account: Account): Promise<IamRequest[]> {
  const { params } = call;
  const action = `iam:${call.action}`;
  const iam = `arn:${account.partition}:iam::${account.accountId}`;
  if (ACCOUNT_WIDE.includes(call.action)) return [{ action, resource: '*', context: {} }];
  if (ON_GROUPS.includes(call.action)) {
    const name = params.GroupName ?? '';
    return [{ action, resource: (await account.group(name)) ?? `${iam}:group/${name}`, context: {} }];
  }
  if (call.action === 'DeleteVirtualMFADevice') return [{ action, resource: params.SerialNumber ?? '', context: {} }];
  if (call.action === 'CreateVirtualMFADevice')
    return [{ action, resource: `${iam}:mfa/${params.VirtualMFADeviceName}`, context: {} }];
  if (call.action === 'CreateUser') return creation(call, iam);
  const user = await account.user(params.UserName ?? '');
  // IAM does not know path and tags of a user that it does not find: the resource is then the bare name.
  const resource = user?.arn ?? `${iam}:user/${params.UserName}`;
  return [{ action, resource, context: userContext(call, user) }];
}

function userContext({ action, params }: AwsCall, user: UserFacts | undefined): Context {
  const boundary = action === 'PutUserPermissionsBoundary' ? params.PermissionsBoundary : user?.boundary;
  const knowsBoundary = WITH_BOUNDARY_KEY.includes(action) || action === 'PutUserPermissionsBoundary';
  const policy = WITH_POLICY_KEY.includes(action) ? params.PolicyArn : undefined;
  return {
    ...tagContext('ResourceTag', user?.tags ?? {}),
    ...requestTags(queryTags(params)),
    ...(knowsBoundary && boundary !== undefined ? { 'iam:PermissionsBoundary': boundary } : {}),
    ...(policy === undefined ? {} : { 'iam:PolicyARN': policy }),
  };
}

/** `CreateUser`; with tags it needs `TagUser` too (user guide, “Tags for IAM users”). */
function creation({ params }: AwsCall, iam: string): IamRequest[] {
  const resource = `${iam}:user${params.Path ?? '/'}${params.UserName}`;
  const tags = requestTags(queryTags(params));
  const { PermissionsBoundary: boundary } = params;
  const context = { ...tags, ...(boundary === undefined ? {} : { 'iam:PermissionsBoundary': boundary }) };
  const create = { action: 'iam:CreateUser', resource, context };
  return Object.keys(tags).length === 0 ? [create] : [create, { action: 'iam:TagUser', resource, context: tags }];
}

/** Only the trust policy decides on `AssumeRoleWithWebIdentity`; `GetCallerIdentity` and `GetSessionToken` need no permission. */
function stsRequests({ action, params }: AwsCall, { partition, accountId }: Account): IamRequest[] {
  const tags = requestTags(queryTags(params));
  const withTags = (asked: IamRequest) =>
    Object.keys(tags).length === 0 ? [asked] : [asked, { ...asked, action: 'sts:TagSession', context: tags }];
  switch (action) {
    case 'AssumeRole': {
      const external: Context = params.ExternalId === undefined ? {} : { 'sts:ExternalId': params.ExternalId };
      return withTags({ action: 'sts:AssumeRole', resource: params.RoleArn ?? '', context: { ...tags, ...external } });
    }
    case 'GetFederationToken': {
      const resource = `arn:${partition}:sts::${accountId}:federated-user/${params.Name}`;
      return withTags({ action: 'sts:GetFederationToken', resource, context: tags });
    }
    case 'AssumeRoleWithWebIdentity':
    case 'GetCallerIdentity':
    case 'GetSessionToken':
      return [];
    default:
      throw new Error(`The laboratory does not know the permissions of sts:${action}.`);
  }
}

// A call, as the wire logs it, becomes the requests that IAM evaluates for it (service authorization reference; API references,
// “Required permissions”).
import type { Account, Asked, AwsCall, Context, UserFacts } from './question.ts';
import { requestTags, tagContext } from './question.ts';
import { secretRequests } from './requests-secrets.ts';

/**
 * The requests a call amounts to: its own, and those AWS makes of it besides. Empty for what needs no permission.
 * @throws Error for a service that is none of this project's
 */
export async function requestsOf(call: AwsCall, account: Account): Promise<Asked[]> {
  switch (call.service) {
    case 'iam':
      return iamRequests(call, account);
    case 'secretsmanager':
      return secretRequests(call, account);
    case 'sts':
      return stsRequests(call, account);
    default:
      throw new Error(`The laboratory does not know what ${call.service}:${call.action} asks of IAM.`);
  }
}

/** `Tags.member.1.Key` and its like, as the Query protocol spells a list. */
function queryTags(params: AwsCall['params']): Record<string, string> {
  const keys = Object.entries(params).flatMap(([name, key]) => {
    const number = /^Tags\.member\.(\d+)\.Key$/.exec(name)?.[1];
    return number === undefined ? [] : [[key, params[`Tags.member.${number}.Value`] ?? '']];
  });
  return Object.fromEntries(keys);
}

/** Calls that know no resource, or not one of the user's. */
const ABOUT_ALL = ['ListUsers', 'GetAccountSummary'];
const ABOUT_GROUPS = ['AddUserToGroup', 'RemoveUserFromGroup'];
/** Where IAM evaluates the boundary that the user has (service authorization reference: `iam:PermissionsBoundary`). */
const KNOW_THE_BOUNDARY = [
  'AttachUserPolicy',
  'DeleteUserPermissionsBoundary',
  'DeleteUserPolicy',
  'DetachUserPolicy',
  'PutUserPolicy',
];
const KNOW_THE_POLICY = ['AttachUserPolicy', 'DetachUserPolicy'];

async function iamRequests(call: AwsCall, account: Account): Promise<Asked[]> {
  const { params } = call;
  const action = `iam:${call.action}`;
  const iam = `arn:${account.partition}:iam::${account.accountId}`;
  if (ABOUT_ALL.includes(call.action)) return [{ action, resource: '*', context: {} }];
  if (ABOUT_GROUPS.includes(call.action)) {
    const name = params.GroupName ?? '';
    return [{ action, resource: (await account.group(name)) ?? `${iam}:group/${name}`, context: {} }];
  }
  if (call.action === 'DeleteVirtualMFADevice') return [{ action, resource: params.SerialNumber ?? '', context: {} }];
  if (call.action === 'CreateVirtualMFADevice')
    return [{ action, resource: `${iam}:mfa/${params.VirtualMFADeviceName}`, context: {} }];
  if (call.action === 'CreateUser') return creation(call, iam);
  const user = await account.user(params.UserName ?? '');
  // Of a user that it does not find IAM knows neither path nor tags: it asks about the bare name.
  const resource = user?.arn ?? `${iam}:user/${params.UserName}`;
  return [{ action, resource, context: userContext(call, user) }];
}

function userContext({ action, params }: AwsCall, user: UserFacts | undefined): Context {
  const boundary = action === 'PutUserPermissionsBoundary' ? params.PermissionsBoundary : user?.boundary;
  const knowsBoundary = KNOW_THE_BOUNDARY.includes(action) || action === 'PutUserPermissionsBoundary';
  const policy = KNOW_THE_POLICY.includes(action) ? params.PolicyArn : undefined;
  return {
    ...tagContext('ResourceTag', user?.tags ?? {}),
    ...requestTags(queryTags(params)),
    ...(knowsBoundary && boundary !== undefined ? { 'iam:PermissionsBoundary': boundary } : {}),
    ...(policy === undefined ? {} : { 'iam:PolicyARN': policy }),
  };
}

/** `CreateUser`; with tags IAM asks about `TagUser` as well (user guide, “Tags for IAM users”). */
function creation({ params }: AwsCall, iam: string): Asked[] {
  const resource = `${iam}:user${params.Path ?? '/'}${params.UserName}`;
  const tags = requestTags(queryTags(params));
  const { PermissionsBoundary: boundary } = params;
  const context = { ...tags, ...(boundary === undefined ? {} : { 'iam:PermissionsBoundary': boundary }) };
  const create = { action: 'iam:CreateUser', resource, context };
  return Object.keys(tags).length === 0 ? [create] : [create, { action: 'iam:TagUser', resource, context: tags }];
}

/** The trust policy alone decides on `AssumeRoleWithWebIdentity`; `GetCallerIdentity` and `GetSessionToken` need no permission. */
function stsRequests({ action, params }: AwsCall, { partition, accountId }: Account): Asked[] {
  const tags = requestTags(queryTags(params));
  const besides = (asked: Asked) =>
    Object.keys(tags).length === 0 ? [asked] : [asked, { ...asked, action: 'sts:TagSession', context: tags }];
  switch (action) {
    case 'AssumeRole': {
      const external: Context = params.ExternalId === undefined ? {} : { 'sts:ExternalId': params.ExternalId };
      return besides({ action: 'sts:AssumeRole', resource: params.RoleArn ?? '', context: { ...tags, ...external } });
    }
    case 'GetFederationToken': {
      const resource = `arn:${partition}:sts::${accountId}:federated-user/${params.Name}`;
      return besides({ action: 'sts:GetFederationToken', resource, context: tags });
    }
    case 'AssumeRoleWithWebIdentity':
    case 'GetCallerIdentity':
    case 'GetSessionToken':
      return [];
    default:
      throw new Error(`The laboratory does not know what sts:${action} asks of IAM.`);
  }
}

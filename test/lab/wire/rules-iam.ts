import {
  GetLoginProfileCommand,
  GetPolicyCommand,
  GetUserPolicyCommand,
  ListAccessKeysCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupsForUserCommand,
  ListMFADevicesCommand,
  ListSigningCertificatesCommand,
  ListSSHPublicKeysCommand,
  ListUserPoliciesCommand,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
import { checkPermission } from '../iam/permissions.ts';
import type { AwsError, Call } from './call.ts';
import type { Rule, RuleLab } from './rules.ts';
import { iamOf, invalid, limit, orMissing, user } from './rules-parts.ts';
import { checkTags, checkTagTotal } from './rules-tags.ts';

/** reference_iam-quotas: “IAM object quotas” and “name and character limits”. */
const MAX_GROUPS = 10;
const MAX_INLINE_CHARS = 2_048;

/** API_GetSessionToken, API_GetFederationToken: no IAM calls with such credentials (without MFA). */
function checkCaller(_call: Call, lab: RuleLab): AwsError | undefined {
  const kind = lab.caller?.kind;
  if (kind !== 'session-token' && kind !== 'federation') return undefined;
  return { code: 'InvalidClientTokenId', message: 'The security token included in the request is invalid' };
}

/** IAM user guide, “Changes that I make are not always immediately visible”. */
function checkUserIsKnown(call: Call, lab: RuleLab): AwsError | undefined {
  if (!lab.userIsUnknownYet) return undefined;
  return { code: 'NoSuchEntity', message: `The user with name ${call.params.UserName} cannot be found.` };
}

/** API_CreateUser: “UserName” (64 of `[\w+=,.@-]`) and “Path” (512, begins and ends with a slash). */
function checkNameAndPath(call: Call): AwsError | undefined {
  const { UserName: name = '', Path: path = '/' } = call.params;
  if (!/^[\w+=,.@-]+$/.test(name)) return invalid(name, 'userName', 'satisfy regular expression pattern: [\\w+=,.@-]+');
  if (name.length > 64) return invalid(name, 'userName', 'have length less than or equal to 64');
  if (path.length > 512) return invalid(path, 'path', 'have length less than or equal to 512');
  if (/^\/([\x21-\x7e]+\/)?$/.test(path)) return undefined;
  return {
    code: 'ValidationError',
    message:
      'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
  };
}

/** API_CreateUser: “User names are not distinguished by case.” moto compares exactly. */
async function checkNameIsFree(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const wanted = user(call).UserName;
  const { Users = [] } = await iamOf(call, lab).send(new ListUsersCommand({}));
  if (!Users.some(({ UserName }) => UserName?.toLowerCase() === wanted.toLowerCase())) return undefined;
  return { code: 'EntityAlreadyExists', message: `User with name ${wanted} already exists.` };
}

/** API_CreateUser, API_PutUserPermissionsBoundary: the boundary must be a managed policy that exists. moto ignores it. */
async function checkBoundary(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const arn = call.params.PermissionsBoundary;
  if (arn === undefined) return undefined;
  const policy = await orMissing(iamOf(call, lab).send(new GetPolicyCommand({ PolicyArn: arn })), undefined);
  return policy
    ? undefined
    : { code: 'NoSuchEntity', message: `Scope ARN: ${arn} does not exist or is not attachable.` };
}

/** reference_iam-quotas: managed policies attached to a user (10, on request up to 20). */
async function checkPolicyQuota(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const lookup = iamOf(call, lab).send(new ListAttachedUserPoliciesCommand(user(call)));
  const { AttachedPolicies: attached = [] } = await orMissing(lookup, { AttachedPolicies: [], $metadata: {} });
  if (attached.length < lab.policyQuota || attached.some(({ PolicyArn }) => PolicyArn === call.params.PolicyArn))
    return undefined;
  return limit(`Cannot exceed quota for PoliciesPerUser: ${lab.policyQuota}`);
}

/** reference_iam-quotas: groups a user can be in. */
async function checkGroupQuota(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const lookup = iamOf(call, lab).send(new ListGroupsForUserCommand(user(call)));
  const { Groups = [] } = await orMissing(lookup, { Groups: [], $metadata: {} });
  if (Groups.length < MAX_GROUPS || Groups.some(({ GroupName }) => GroupName === call.params.GroupName))
    return undefined;
  return limit(`Cannot exceed quota for GroupsPerUser: ${MAX_GROUPS}`);
}

function size(document: string): number {
  return document.replace(/\s/g, '').length;
}

/** reference_iam-quotas: all inline policies of a user together; “IAM doesn't count white space”. */
async function checkInlineTotal(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const iam = iamOf(call, lab);
  const { PolicyNames = [] } = await orMissing(iam.send(new ListUserPoliciesCommand(user(call))), {
    PolicyNames: [],
    $metadata: {},
  });
  const others = PolicyNames.filter((name) => name !== call.params.PolicyName);
  const documents = await Promise.all(
    others.map((PolicyName) => iam.send(new GetUserPolicyCommand({ ...user(call), PolicyName }))),
  );
  const sizes = documents.map(({ PolicyDocument = '' }) => size(decodeURIComponent(PolicyDocument)));
  const total = sizes.reduce((sum, each) => sum + each, size(call.params.PolicyDocument ?? ''));
  return total > MAX_INLINE_CHARS
    ? limit(`Maximum policy size of ${MAX_INLINE_CHARS} bytes exceeded for user ${user(call).UserName}`)
    : undefined;
}

/** API_DeleteUser: what must be removed first. moto checks policies only. */
async function checkNothingIsLeft(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const iam = iamOf(call, lab);
  const of = user(call);
  const counts: [what: string, count: Promise<number>][] = [
    [
      'delete access keys',
      iam.send(new ListAccessKeysCommand(of)).then((answer) => answer.AccessKeyMetadata?.length ?? 0),
    ],
    [
      'remove users from group',
      iam.send(new ListGroupsForUserCommand(of)).then((answer) => answer.Groups?.length ?? 0),
    ],
    ['delete login profile', iam.send(new GetLoginProfileCommand(of)).then(() => 1)],
    ['delete MFA device', iam.send(new ListMFADevicesCommand(of)).then((answer) => answer.MFADevices?.length ?? 0)],
    [
      'delete SSH public keys',
      iam.send(new ListSSHPublicKeysCommand(of)).then((answer) => answer.SSHPublicKeys?.length ?? 0),
    ],
    [
      'delete signing certificates',
      iam.send(new ListSigningCertificatesCommand(of)).then((answer) => answer.Certificates?.length ?? 0),
    ],
  ];
  const found = await Promise.all(counts.map(async ([what, count]) => ({ what, left: await orMissing(count, 0) })));
  const left = found.find((each) => each.left > 0)?.what;
  const services = lab.extras.serviceCredentials.some(({ userName }) => userName === of.UserName);
  const first = left ?? (services ? 'delete service specific credentials' : undefined);
  return first === undefined
    ? undefined
    : { code: 'DeleteConflict', message: `Cannot delete entity, must ${first} first.` };
}

const service = 'iam';

/**
 * What IAM enforces and moto 5.2.1 does not. Left out because moto refuses them by itself, with IAM's code: a third access
 * key (LimitExceeded), a malformed policy (MalformedPolicyDocument), DeleteUser with policies (DeleteConflict), and anything
 * that does not exist (NoSuchEntity).
 */
export const iamRules: Rule[] = [
  { service, action: '*', check: checkCaller },
  { service, action: '*', check: checkPermission },
  { service, action: '*', check: checkUserIsKnown },
  { service, action: 'CreateUser', check: checkNameAndPath },
  { service, action: 'CreateUser', check: checkTags },
  { service, action: 'CreateUser', check: checkNameIsFree },
  { service, action: 'CreateUser', check: checkBoundary },
  { service, action: 'PutUserPermissionsBoundary', check: checkBoundary },
  { service, action: 'TagUser', check: checkTags },
  { service, action: 'TagUser', check: checkTagTotal },
  { service, action: 'AttachUserPolicy', check: checkPolicyQuota },
  { service, action: 'AddUserToGroup', check: checkGroupQuota },
  { service, action: 'PutUserPolicy', check: checkInlineTotal },
  { service, action: 'DeleteUser', check: checkNothingIsLeft },
];

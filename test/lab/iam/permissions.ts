import { GetGroupCommand, GetUserCommand } from '@aws-sdk/client-iam';
import { decodeJwt } from 'jose';
import { partitionOf } from '../moto-clients.ts';
import type { AwsError, Call } from '../wire/call.ts';
import type { KnownKey } from '../wire/keys.ts';
import type { RuleLab } from '../wire/rules.ts';
import { iamOf, orMissing } from '../wire/rules-parts.ts';
import type { Decision, Policy, Requester } from './decision.ts';
import { decide, trusts } from './decision.ts';
import type { Account, IamRequest } from './iam-request.ts';
import { documentOf, trustOf, userPolicies } from './policies.ts';
import { requestsOf } from './requests.ts';

/** The account as IAM sees it at the time of the call: resources with their tags and boundaries. */
function accountOf(call: Call, lab: RuleLab): Account {
  const { accountId = '', arn = '' } = lab.caller?.identity ?? {};
  return {
    accountId,
    partition: arn.split(':')[1] ?? partitionOf(call.region),
    user: async (UserName) => {
      if (lab.userIsUnknownYet) return undefined;
      const found = await orMissing(iamOf(call, lab).send(new GetUserCommand({ UserName })), undefined);
      if (found?.User === undefined) return undefined;
      const tags = Object.fromEntries((found.User.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
      return { arn: found.User.Arn ?? '', tags, boundary: lab.extras.boundaries.get(UserName) };
    },
    group: async (GroupName) => {
      const found = await orMissing(iamOf(call, lab).send(new GetGroupCommand({ GroupName })), undefined);
      return found?.Group?.Arn;
    },
    secret: async (id, region) => {
      const named = id === (call.params.SecretId ?? call.params.Name);
      const found = await (named ? lab.secrets.target(call) : lab.secrets.describe(region, id));
      if (found === undefined) return undefined;
      const tags = Object.fromEntries((found.Tags ?? []).map(({ Key, Value }) => [Key, Value]));
      return { arn: found.ARN, name: found.Name, tags, kmsKeyId: found.KmsKeyId };
    },
  };
}

/** The principal of a call, with its policies. */
async function requesterOf(lab: RuleLab, caller: KnownKey): Promise<Requester> {
  const { arn } = caller.identity;
  const iam = lab.moto.iam(arn.split(':')[1] ?? 'aws');
  const sessionPolicy = await lab.policies.ofSession(caller);
  if (caller.kind === 'role') {
    return { principal: arn, policies: await lab.policies.ofRole(caller), sessionPolicy };
  }
  const userName = caller.userName ?? '';
  const boundaryArn = lab.extras.boundaries.get(userName);
  const boundary = boundaryArn === undefined ? undefined : await documentOf(iam, boundaryArn);
  return { principal: arn, policies: await userPolicies(iam, userName), boundary, sessionPolicy };
}

/** Global condition keys: the principal and the time. */
function globalContext({ kind, identity, userName }: KnownKey, lab: RuleLab): IamRequest['context'] {
  const role = /^(arn:[^:]+):sts::(\d+):assumed-role\/([^/]+)\//.exec(identity.arn);
  const principal = role === null ? identity.arn : `${role[1]}:iam::${role[2]}:role/${role[3]}`;
  return {
    'aws:CurrentTime': lab.now.toISOString(),
    'aws:PrincipalArn': principal,
    'aws:userid': identity.userId,
    ...(kind === 'user' && userName !== undefined ? { 'aws:username': userName } : {}),
  };
}

/** IAM user guide, “Troubleshoot access denied error messages”. */
function refusal({ action, resource }: IamRequest, decision: Decision, caller: KnownKey): AwsError {
  const start = `User: ${caller.identity.arn} is not authorized to perform: ${action} on resource: ${resource}`;
  const because =
    decision === 'ExplicitlyDenied'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  return { code: 'AccessDenied', message: `${start} ${because}` };
}

async function trustPolicyFor(call: Call, lab: RuleLab): Promise<Policy | undefined> {
  const arn = call.params.RoleArn ?? '';
  const iam = lab.moto.iam(arn.split(':')[1] ?? 'aws');
  return orMissing(trustOf(iam, arn.slice(arn.lastIndexOf('/') + 1)), undefined);
}

/** Checks a call: the caller's policies must allow every request that the call consists of. */
export async function checkPermission(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const { caller } = lab;
  if (caller === undefined) return undefined;
  // BatchGetSecretValue is checked secret by secret: those that may not be read are missing in the answer.
  const isBatch = call.action === 'BatchGetSecretValue';
  const asked = await requestsOf(isBatch ? { ...call, params: {} } : call, accountOf(call, lab));
  call.asked = asked;
  if (asked.length === 0) return undefined;
  const requester = await requesterOf(lab, caller);
  const resourcePolicy = call.action === 'AssumeRole' ? await trustPolicyFor(call, lab) : undefined;
  for (const each of asked) {
    const context = { ...globalContext(caller, lab), ...each.context };
    const decision = await decide({ ...each, context }, { ...requester, resourcePolicy });
    if (decision !== 'Allowed') return refusal(each, decision, caller);
  }
  return undefined;
}

/** Checks whether the role's trust policy accepts a token with these claims. Signature, audience and times are checked before. */
export async function checkTrust(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const trust = await trustPolicyFor(call, lab);
  const { iss: _, ...rest } = decodeJwt(call.params.WebIdentityToken ?? '');
  const claims = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  if (trust !== undefined && trusts(trust, call.params.RoleArn ?? '', claims) === 'Allowed') return undefined;
  return { code: 'AccessDenied', message: `Not authorized to perform sts:${call.action}` };
}

// The policies that IAM keeps, as documents.
import type { AttachedPolicy, IAMClient } from '@aws-sdk/client-iam';
import {
  GetGroupPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserPolicyCommand,
  ListAttachedGroupPoliciesCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupPoliciesCommand,
  ListGroupsForUserCommand,
  ListRolePoliciesCommand,
  ListUserPoliciesCommand,
} from '@aws-sdk/client-iam';
import type { Policy } from './decision.ts';

function parsed({ PolicyDocument = '{}' }: { PolicyDocument?: string | undefined }): Policy {
  return JSON.parse(decodeURIComponent(PolicyDocument));
}

/** A managed policy's document. */
export async function documentOf(iam: IAMClient, PolicyArn: string): Promise<Policy> {
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
  const command = new GetPolicyVersionCommand({ PolicyArn, VersionId: Policy?.DefaultVersionId });
  const { PolicyVersion } = await iam.send(command);
  return parsed({ PolicyDocument: PolicyVersion?.Document });
}

function documents(iam: IAMClient, attached: readonly AttachedPolicy[] = []): Promise<Policy[]> {
  return Promise.all(attached.map(({ PolicyArn = '' }) => documentOf(iam, PolicyArn)));
}

/** Every policy that a role has, inline and attached. */
export async function rolePolicies(iam: IAMClient, RoleName: string): Promise<Policy[]> {
  const [{ PolicyNames = [] }, { AttachedPolicies }] = await Promise.all([
    iam.send(new ListRolePoliciesCommand({ RoleName })),
    iam.send(new ListAttachedRolePoliciesCommand({ RoleName })),
  ]);
  const inline = PolicyNames.map((PolicyName) => iam.send(new GetRolePolicyCommand({ RoleName, PolicyName })));
  return [...(await Promise.all(inline)).map(parsed), ...(await documents(iam, AttachedPolicies))];
}

/** A role's trust policy. */
export async function trustOf(iam: IAMClient, RoleName: string): Promise<Policy> {
  const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
  return parsed({ PolicyDocument: Role?.AssumeRolePolicyDocument });
}

/** Every policy that a user has: inline, attached, and by its groups. */
export async function userPolicies(iam: IAMClient, UserName: string): Promise<Policy[]> {
  const [{ PolicyNames = [] }, { AttachedPolicies }, { Groups = [] }] = await Promise.all([
    iam.send(new ListUserPoliciesCommand({ UserName })),
    iam.send(new ListAttachedUserPoliciesCommand({ UserName })),
    iam.send(new ListGroupsForUserCommand({ UserName })),
  ]);
  const inline = PolicyNames.map((PolicyName) => iam.send(new GetUserPolicyCommand({ UserName, PolicyName })));
  const ofGroups = await Promise.all(Groups.map(({ GroupName = '' }) => groupPolicies(iam, GroupName)));
  return [...(await Promise.all(inline)).map(parsed), ...(await documents(iam, AttachedPolicies)), ...ofGroups.flat()];
}

async function groupPolicies(iam: IAMClient, GroupName: string): Promise<Policy[]> {
  const [{ PolicyNames = [] }, { AttachedPolicies }] = await Promise.all([
    iam.send(new ListGroupPoliciesCommand({ GroupName })),
    iam.send(new ListAttachedGroupPoliciesCommand({ GroupName })),
  ]);
  const inline = PolicyNames.map((PolicyName) => iam.send(new GetGroupPolicyCommand({ GroupName, PolicyName })));
  return [...(await Promise.all(inline)).map(parsed), ...(await documents(iam, AttachedPolicies))];
}

// What a way of setting up has left in an account, to be compared with the plain policies.
import type { IAMClient } from '@aws-sdk/client-iam';
import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import type { KitPolicy, Statement } from './kit.ts';
import { kitPolicy } from './kit.ts';

function parsed(document: string | undefined): KitPolicy {
  return JSON.parse(decodeURIComponent(document ?? '{}'));
}

/** A managed policy's document. */
export async function documentOf(iam: IAMClient, PolicyArn: string): Promise<KitPolicy> {
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
  const command = new GetPolicyVersionCommand({ PolicyArn, VersionId: Policy?.DefaultVersionId });
  return parsed((await iam.send(command)).PolicyVersion?.Document);
}

/** Every policy that a role has, inline and attached. */
export async function policiesOf(iam: IAMClient, RoleName: string): Promise<KitPolicy[]> {
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  const inline = PolicyNames.map(async (PolicyName) => {
    const { PolicyDocument } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    return parsed(PolicyDocument);
  });
  const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
  const attached = AttachedPolicies.map(({ PolicyArn = '' }) => documentOf(iam, PolicyArn));
  return Promise.all([...inline, ...attached]);
}

/** A role's trust policy. */
export async function trustOf(iam: IAMClient, RoleName: string): Promise<KitPolicy> {
  return parsed((await iam.send(new GetRoleCommand({ RoleName }))).Role?.AssumeRolePolicyDocument);
}

/** Statements by name, without what is a matter of spelling: a list of one, and the order of lists. */
export function bySid(...policies: readonly KitPolicy[]): Record<string, Omit<Statement, 'Sid'>> {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.length === 1 ? value[0] : [...value].sort();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, sorted(each)]));
  };
  const statements = policies.flatMap(({ Statement }) => Statement);
  return Object.fromEntries(statements.map(({ Sid, ...rest }) => [Sid, sorted(rest)])) as ReturnType<typeof bySid>;
}

/** The named plain policies' statements, for comparison. */
export function plain(...names: readonly string[]): ReturnType<typeof bySid> {
  return bySid(...names.map((name) => kitPolicy(name)));
}

// Puts the kit's policies on roles of the laboratory, so that runs of the action have no other permissions.
import type { IAMClient } from '@aws-sdk/client-iam';
import {
  DeleteRolePolicyCommand,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import type { Lab } from '../lab/lab.ts';
import { kitPolicy } from './kit.ts';

const MANAGER = 'github-lease-manager';
/** GitHub's subject with the immutable ids, as the kit's trust policies require it. */
const SUBJECT = 'repo:octo-org@6811672/shop@714613905:ref:refs/heads/main';

/** All policies of setup/policies for managing roles. */
export const WHOLE_KIT: readonly string[] = [
  'manager-iam-user',
  'manager-iam-user-optional',
  'manager-secrets-json',
  'manager-secrets-optional',
  'manager-secrets-per-key',
  'manager-session',
  'manager-sweep',
];

/** Replaces the inline policies of a role by these policies of the kit. */
export async function setRolePolicies(
  iam: IAMClient,
  RoleName: string,
  { policies, partition = 'aws' }: { policies: readonly string[]; partition?: string | undefined },
): Promise<void> {
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  for (const PolicyName of PolicyNames) await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }));
  for (const PolicyName of policies) {
    const PolicyDocument = JSON.stringify(kitPolicy(PolicyName)).replaceAll('arn:aws:', `arn:${partition}:`);
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
  }
}

/** Replaces the managing role's policies by these of the kit, and its trust policy by the kit's. */
export async function useKitPolicies({ iam, oidc }: Lab, policies: readonly string[]): Promise<void> {
  await setRolePolicies(iam, MANAGER, { policies });
  const PolicyDocument = JSON.stringify(kitPolicy('trust-github-oidc'));
  await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: MANAGER, PolicyDocument }));
  oidc.claims.sub = SUBJECT;
}

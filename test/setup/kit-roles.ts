// The kit's policies on roles of the laboratory, so that runs of the action have no more than the kit gives.
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
/** GitHub's subject with the ids that never change, as the kit's trust policies want it. */
const SUBJECT = 'repo:octo-org@6811672/shop@714613905:ref:refs/heads/main';

/** Everything that setup/ gives, to one role or another. */
export const WHOLE_KIT: readonly string[] = [
  'manager-iam-user',
  'manager-iam-user-optional',
  'manager-secrets-json',
  'manager-secrets-optional',
  'manager-secrets-per-key',
  'manager-session',
  'manager-sweep',
];

/** Gives a role of a partition these of the kit's policies, and takes from it what it had. */
export async function dress(
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

/** Gives the managing role these of the kit's policies, nothing else, and the kit's trust policy. */
export async function useKitPolicies({ iam, oidc }: Lab, policies: readonly string[]): Promise<void> {
  await dress(iam, MANAGER, { policies });
  const PolicyDocument = JSON.stringify(kitPolicy('trust-github-oidc'));
  await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: MANAGER, PolicyDocument }));
  oidc.claims.sub = SUBJECT;
}

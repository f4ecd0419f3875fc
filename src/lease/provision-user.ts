import { AddUserToGroupCommand, AttachUserPolicyCommand, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import type { AwsCredentials, Iam } from '../aws/clients.ts';
import { joinErrors } from '../errors.ts';
import type { Waiting } from '../waiting/clock.ts';
import { failuresOf } from '../waiting/settle-both.ts';
import { createAccessKey } from './access-key.ts';
import type { CreatedUser } from './create-user.ts';
import { GUARD_POLICY_NAME, guardPolicy } from './guard.ts';
import { issueFailure, missingPart } from './issue-failures.ts';
import { untilVisible } from './until-visible.ts';
import type { UserPlan } from './user-spec.ts';

/** What `provisionUser` needs. */
export type ProvisionDependencies = Waiting & {
  readonly iam: Iam;
  /** Masks a secret in the log. Called before the secret is used anywhere else. */
  readonly mask: (secret: string) => void;
};

/**
 * Creates the user's access key and adds its guard, policies and groups, in parallel. When this returns or throws, no call is pending,
 * so a rollback meets none.
 * @throws ActionError all failures as one: `lease-denied`, `lease-part-missing`, `lease-limit-reached`, `lease-failed`,
 * `special-characters-remain`
 */
export async function provisionUser(
  user: CreatedUser,
  plan: UserPlan,
  deps: ProvisionDependencies,
): Promise<AwsCredentials> {
  const { iam } = deps;
  const UserName = user.record.userName;
  const call = untilVisible(deps);
  const put = (PolicyName: string, PolicyDocument: string) =>
    call(() => iam.send(new PutUserPolicyCommand({ UserName, PolicyName, PolicyDocument })), 'user').catch(
      (error: unknown) => Promise.reject(issueFailure(`Putting the inline policy ${PolicyName}`, error)),
    );
  const key = createAccessKey(UserName, { plain: plan.alphanumericSecret }, { ...deps, untilVisible: call });
  const permissions = [
    put(GUARD_POLICY_NAME, guardPolicy(user.arn, user.expiresAt)),
    ...plan.inlinePolicies.map((document, index) => put(`lease-inline-${index + 1}`, document)),
    ...plan.policyArns.map((PolicyArn) =>
      call(() => iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn })), 'other').catch((error: unknown) =>
        Promise.reject(missingPart(`Attaching the policy ${PolicyArn}`, error)),
      ),
    ),
    ...plan.groups.map((GroupName) =>
      call(() => iam.send(new AddUserToGroupCommand({ UserName, GroupName })), 'other').catch((error: unknown) =>
        Promise.reject(missingPart(`Adding the user to the group ${GroupName}`, error)),
      ),
    ),
  ];
  const failures = failuresOf(await Promise.allSettled([key, ...permissions]));
  if (failures.length > 0) throw joinErrors(failures);
  return key;
}

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

/** What `attachAll` is given. */
export type AttachDependencies = Waiting & {
  readonly iam: Iam;
  /** Registers a secret with the log's mask; called before anything else sees it. */
  readonly mask: (secret: string) => void;
};

/**
 * Gives the user its access key, guard, policies and groups, all at once. All calls have settled when this returns or throws.
 * @throws ActionError all that failed, as one
 */
export async function attachAll(user: CreatedUser, plan: UserPlan, deps: AttachDependencies): Promise<AwsCredentials> {
  const { iam } = deps;
  const UserName = user.record.userName;
  const whenVisible = untilVisible(deps);
  const put = (PolicyName: string, PolicyDocument: string) =>
    whenVisible(() => iam.send(new PutUserPolicyCommand({ UserName, PolicyName, PolicyDocument })), 'user').catch(
      (error: unknown) => Promise.reject(issueFailure(`Putting the inline policy ${PolicyName}`, error)),
    );
  const key = createAccessKey(UserName, { plain: plan.alphanumericSecret }, { ...deps, untilVisible: whenVisible });
  const rest = [
    put(GUARD_POLICY_NAME, guardPolicy(user.arn, user.expiresAt)),
    ...plan.inlinePolicies.map((document, index) => put(`lease-inline-${index + 1}`, document)),
    ...plan.policyArns.map((PolicyArn) =>
      whenVisible(() => iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn })), 'other').catch(
        (error: unknown) => Promise.reject(missingPart(`Attaching the policy ${PolicyArn}`, error)),
      ),
    ),
    ...plan.groups.map((GroupName) =>
      whenVisible(() => iam.send(new AddUserToGroupCommand({ UserName, GroupName })), 'other').catch((error: unknown) =>
        Promise.reject(missingPart(`Joining the group ${GroupName}`, error)),
      ),
    ),
  ];
  const failures = failuresOf(await Promise.allSettled([key, ...rest]));
  if (failures.length > 0) throw joinErrors(failures);
  return key;
}

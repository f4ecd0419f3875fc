import type { AwsCredentials } from '../aws/clients.ts';
import { settleBoth } from '../waiting/settle-both.ts';
import { type CreateUserDependencies, createUser } from './create-user.ts';
import { assertAlive, issueFailure } from './issue-failures.ts';
import { waitUntilKeyWorks } from './key-readiness.ts';
import type { UserLease } from './lease.ts';
import { type ProvisionDependencies, provisionUser } from './provision-user.ts';
import type { UserPlan } from './user-spec.ts';

/** What `issueUser` needs. */
export type IssueUserDependencies = CreateUserDependencies &
  ProvisionDependencies & {
    /** Prepares a `GetCallerIdentity` call with the new key; each call uses its own connection. */
    readonly probe: (credentials: AwsCredentials) => Promise<() => Promise<unknown>>;
    /** Other work, done while the new key propagates. If it fails, issuing fails. */
    readonly meanwhile: () => Promise<void>;
  };

/**
 * Creates an IAM user with one access key for one job, in three steps: create the user, add the key and all permissions in parallel,
 * wait until the key works. The journal has the record before `CreateUser` is sent, so `revokeUser` can undo this after any failure.
 * @throws ActionError as `createUser` and `provisionUser`; `propagation-timeout`, `lease-failed`; and what `meanwhile` throws
 */
export async function issueUser(plan: UserPlan, deps: IssueUserDependencies): Promise<UserLease> {
  const user = await createUser(plan, deps);
  const credentials = await provisionUser(user, plan, deps);
  const [propagationMs] = await settleBoth(waitForPropagation(credentials, plan, deps), deps.meanwhile());
  assertAlive(user.expiresAt, deps.clock.now());
  const { record, arn, expiresAt } = user;
  const { userName, path, accountId } = record;
  return { kind: 'iam-user', userName, arn, path, accountId, credentials, expiresAt, propagationMs };
}

/** Waits until the key works. @returns how long that took, in milliseconds; `undefined` with `wait-for-propagation: 0` */
async function waitForPropagation(credentials: AwsCredentials, plan: UserPlan, deps: IssueUserDependencies) {
  const seconds = plan.waitForPropagationSeconds;
  if (seconds === 0) return undefined;
  return waitUntilKeyWorks(await deps.probe(credentials), seconds, deps).catch((error: unknown) => {
    throw issueFailure('Trying the new access key', error);
  });
}

import type { AwsCredentials } from '../aws/clients.ts';
import { settleBoth } from '../waiting/settle-both.ts';
import { type AttachDependencies, attachAll } from './attach-all.ts';
import { type CreateUserDependencies, createUser } from './create-user.ts';
import { assertAlive, issueFailure } from './issue-failures.ts';
import { waitUntilKeyWorks } from './key-readiness.ts';
import type { UserLease } from './lease.ts';
import type { UserPlan } from './user-spec.ts';

/** What `issueUser` is given. */
export type IssueUserDependencies = CreateUserDependencies &
  AttachDependencies & {
    /** A `GetCallerIdentity` with the new key, on a connection of its own. */
    readonly probe: (credentials: AwsCredentials) => Promise<() => Promise<unknown>>;
    /** What else there is to do, done while the new key propagates. When it fails, so does the issue. */
    readonly meanwhile: () => Promise<void>;
  };

/**
 * Creates an IAM user with one access key for one job. The journal holds the record before `CreateUser` is sent, so whatever happens
 * afterwards, an error thrown from here included, `revokeUser` can undo it.
 * Three legs of calls: the user; all that is attached to it, at once; the wait for the key.
 */
export async function issueUser(plan: UserPlan, deps: IssueUserDependencies): Promise<UserLease> {
  const user = await createUser(plan, deps);
  const credentials = await attachAll(user, plan, deps);
  const [propagationMs] = await settleBoth(propagation(credentials, plan, deps), deps.meanwhile());
  assertAlive(user.expiresAt, deps.clock.now());
  const { record, arn, expiresAt } = user;
  const { userName, path, accountId } = record;
  return { kind: 'iam-user', userName, arn, path, accountId, credentials, expiresAt, propagationMs };
}

/** Waits until the key works. @returns how long that took, in milliseconds; `undefined` when nobody is to wait */
async function propagation(credentials: AwsCredentials, plan: UserPlan, deps: IssueUserDependencies) {
  const seconds = plan.waitForPropagationSeconds;
  if (seconds === 0) return undefined;
  return waitUntilKeyWorks(await deps.probe(credentials), seconds, deps).catch((error: unknown) => {
    throw issueFailure('Trying the new access key', error);
  });
}

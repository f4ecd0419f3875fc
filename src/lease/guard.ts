import { rfc3339 } from '../waiting/clock.ts';

/** The name of the guard, an inline policy of every user lease. */
export const GUARD_POLICY_NAME = 'lease-guard';

/**
 * The policy that ends a lease inside AWS, even if the runner is lost. From `expiresAt` on it denies every call. Before that it denies
 * the user to change itself: its keys, policies, boundary and login, and its group memberships, which IAM checks against the group.
 * Reading is allowed. The JSON has no whitespace, because all inline policies of a user share 2,048 characters.
 */
export function guardPolicy(userArn: string, expiresAt: Date): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'LeaseExpired',
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { DateGreaterThanEquals: { 'aws:CurrentTime': rfc3339(expiresAt) } },
      },
      { Sid: 'NoChangeToItself', Effect: 'Deny', NotAction: ['iam:Get*', 'iam:List*'], Resource: userArn },
      {
        Sid: 'NoChangeOfGroups',
        Effect: 'Deny',
        Action: ['iam:AddUserToGroup', 'iam:RemoveUserFromGroup'],
        Resource: '*',
      },
    ],
  });
}

/**
 * The guard of a lease that is being revoked: it denies every call from now on. A session that was made with the key lives on after the
 * key is deleted; with this policy it has no rights.
 */
export function closedGuardPolicy(): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'LeaseRevoked', Effect: 'Deny', Action: '*', Resource: '*' }],
  });
}

/** The guard's size in characters. It does not depend on the account, whose id always has 12 digits. */
export function guardSize(partition: string, path: string, userName: string): number {
  return guardPolicy(`arn:${partition}:iam::000000000000:user${path}${userName}`, new Date(0)).length;
}

import { rfc3339 } from '../waiting/clock.ts';

/** The inline policy's name on every user lease. */
export const GUARD_POLICY_NAME = 'lease-guard';

/**
 * The policy that makes a lease end inside AWS, whatever becomes of the runner: (1) everything is denied once `expiresAt` has
 * passed; (2) the user may read itself but change nothing about itself: its keys, policies, boundary, login, and (groups being
 * resources of their own) its memberships. Without blanks: inline policies share 2,048 characters per user.
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

/** The guard's size in characters, for the budget of 2,048: the ARN's account id has always 12 digits. */
export function guardSize(partition: string, path: string, userName: string): number {
  return guardPolicy(`arn:${partition}:iam::000000000000:user${path}${userName}`, new Date(0)).length;
}

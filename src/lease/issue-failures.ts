import { awsFailure, isDenied, isFailure } from '../aws/failures.ts';
import { ActionError } from '../errors.ts';

/** An error of `CreateUser`: `NoSuchEntity` can only speak of the boundary there. */
export function creationFailure(doing: string, boundaryArn: string | undefined, cause: unknown): unknown {
  if (boundaryArn === undefined || !isFailure(cause, 'NoSuchEntity')) return issueFailure(doing, cause);
  return awsFailure('lease-part-missing', `${doing} with the permissions boundary ${boundaryArn}`, {
    remedy: 'Check `permissions-boundary-arn`: the policy must exist in the managing role’s account.',
    cause,
  });
}

/** An IAM error while a user is being made, as one that says what to do. Errors of our own pass unchanged. */
export function issueFailure(doing: string, cause: unknown): unknown {
  if (cause instanceof ActionError) return cause;
  if (isDenied(cause)) {
    return awsFailure('lease-denied', doing, {
      remedy:
        'Give the managing role the permissions of docs/permissions.md; if it has them, check the conditions on path, boundary and tags, and your organization’s policies. To use the role’s own rights instead of an IAM user, set `credential-type: session`.',
      cause,
    });
  }
  if (isFailure(cause, 'LimitExceeded')) {
    return awsFailure('lease-limit-reached', doing, {
      remedy: 'Ask for fewer policies or groups, or delete what the account no longer needs (5,000 users at most).',
      cause,
    });
  }
  return awsFailure('lease-failed', doing, { remedy: 'Mend what AWS names and run the job again.', cause });
}

/** As `issueFailure`, for a call whose `NoSuchEntity` speaks of the policy or group it names. */
export function missingPart(doing: string, cause: unknown): unknown {
  if (!isFailure(cause, 'NoSuchEntity')) return issueFailure(doing, cause);
  return awsFailure('lease-part-missing', doing, {
    remedy: 'Check `policy-arns` and `iam-groups`: each must exist in the managing role’s account.',
    cause,
  });
}

/** What is done while the lease is made may take longer than it lasts. @throws ActionError `lease-failed` */
export function assertAlive(expiresAt: Date, nowMs: number): void {
  if (nowMs < expiresAt.getTime()) return;
  throw new ActionError('lease-failed', 'The lease ended before the job could have it', {
    remedy: 'Give it a longer `ttl`: waiting for the key, and a secret sync, take their time of it.',
  });
}

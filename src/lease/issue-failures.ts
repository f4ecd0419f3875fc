import { awsFailure, isFailure } from '../aws/failures.ts';
import { ActionError } from '../errors.ts';
import { leaseFailure } from './lease-failure.ts';

/** A failure of `CreateUser`, where `NoSuchEntity` can only mean the permissions boundary. */
export function creationFailure(doing: string, boundaryArn: string | undefined, cause: unknown): unknown {
  if (boundaryArn === undefined || !isFailure(cause, 'NoSuchEntity')) return issueFailure(doing, cause);
  return awsFailure('lease-part-missing', `${doing} with the permissions boundary ${boundaryArn}`, {
    remedy: 'Check `permissions-boundary-arn`: the policy must exist in the managing role’s account.',
    cause,
  });
}

/** An IAM failure while a user is created, as an error that says what to do next. Errors of our own pass unchanged. */
export function issueFailure(doing: string, cause: unknown): unknown {
  return leaseFailure('issue', doing, cause);
}

/** As `issueFailure`, for a call where `NoSuchEntity` means the policy or group that the call names. */
export function missingPart(doing: string, cause: unknown): unknown {
  if (!isFailure(cause, 'NoSuchEntity')) return issueFailure(doing, cause);
  return awsFailure('lease-part-missing', doing, {
    remedy: 'Check `policy-arns` and `iam-groups`: each must exist in the managing role’s account.',
    cause,
  });
}

/**
 * Checks that the lease has not expired while the job waited for the key or for the secret sync.
 * @throws ActionError `lease-failed`
 */
export function assertAlive(expiresAt: Date, nowMs: number): void {
  if (nowMs < expiresAt.getTime()) return;
  throw new ActionError('lease-failed', 'The lease expired before the job received it', {
    remedy: 'Set a longer `ttl`. It includes the time for the key to propagate and for a secret sync.',
  });
}

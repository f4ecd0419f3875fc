import { awsFailure, isDenied, isFailure } from '../aws/failures.ts';
import { ActionError } from '../errors.ts';

/** Which action calls IAM. A remedy may only name inputs of that action. */
export type Purpose = 'issue' | 'renew' | 'revoke';

/** The codes that an IAM failure can get here. */
type FailureKind = 'lease-denied' | 'lease-limit-reached' | 'lease-failed';

const PERMISSIONS =
  'Give the managing role the permissions of docs/permissions.md. If it has them, check their conditions on path, boundary and tags, and your organization’s policies.';
const EXISTING_USER = {
  'lease-denied': PERMISSIONS,
  'lease-limit-reached': 'Remove from the IAM user what it no longer needs. AWS names the quota that is full.',
} as const;

/** What to do next, by the action that failed and by the error's code. */
const REMEDIES: Record<Purpose, Record<FailureKind, string>> = {
  issue: {
    'lease-denied': `${PERMISSIONS} To use the role’s own rights instead of an IAM user, set \`credential-type: session\`.`,
    'lease-limit-reached':
      'Ask for fewer policies or groups, or delete what the account no longer needs (5,000 users at most).',
    'lease-failed': 'Fix what AWS reports and run the job again.',
  },
  renew: {
    ...EXISTING_USER,
    'lease-failed': 'Fix what AWS reports and renew the lease again before it ends.',
  },
  revoke: {
    ...EXISTING_USER,
    'lease-failed': 'Fix what AWS reports and run `/revoke` again. Until then the guard ends the lease at its expiry.',
  },
};

/**
 * An IAM failure as an error that says what to do next. Errors of our own pass unchanged.
 * @param doing the sentence's start, as `Reading IAM user x`
 */
export function leaseFailure(purpose: Purpose, doing: string, cause: unknown): unknown {
  if (cause instanceof ActionError) return cause;
  const code = failureKind(cause);
  return awsFailure(code, doing, { remedy: REMEDIES[purpose][code], cause });
}

function failureKind(cause: unknown): FailureKind {
  if (isDenied(cause)) return 'lease-denied';
  return isFailure(cause, 'LimitExceeded') ? 'lease-limit-reached' : 'lease-failed';
}

/** Every error code. Each has a heading of the same name in docs/troubleshooting.md. */
export const ERROR_CODES = [
  'invalid-inputs',
  'no-oidc-variables',
  'oidc-token-failed',
  'token-file-unreadable',
  'no-base-credentials',
  'profile-file-refused',
  'static-keys-changed',
  'assume-role-denied',
  'assume-role-failed',
  'session-impossible',
  'account-not-allowed',
  'lease-denied',
  'lease-part-missing',
  'lease-limit-reached',
  'lease-failed',
  'user-name-taken',
  'special-characters-remain',
  'propagation-timeout',
  'interrupted',
  'action-timeout',
  'stalled',
  'runner-files-unusable',
  'sync-impossible',
  'sync-failed',
  'sync-incomplete',
  'sync-differs',
  'lease-mismatch',
  'lease-not-found',
  'lease-expired',
  'sweep-failed',
  'sweep-incomplete',
  'revoke-incomplete',
  'state-unreadable',
  'unexpected',
] as const;

/** One of ERROR_CODES. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * The only error a user sees. `message`: what we were doing, and what AWS, GitHub or this machine answered. `remedy`: what to do next.
 * Neither holds a secret or a request's parameters.
 */
export class ActionError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;

  constructor(code: ErrorCode, message: string, options: { remedy: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'ActionError';
    this.code = code;
    this.remedy = options.remedy;
  }
}

/** Any thrown value as an ActionError; one that is not ours gets the code `unexpected`. */
export function asActionError(thrown: unknown): ActionError {
  if (thrown instanceof ActionError) return thrown;
  const what = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new ActionError('unexpected', `Unexpected error: ${what}`, {
    remedy: 'Run the job again with debug logging. If it fails again, open an issue with the log.',
    cause: thrown,
  });
}

/**
 * Several failures as one error, so that the user can fix all of them at once: the code of the first, all messages, each remedy once.
 * A single failure is returned as it is.
 * @param failures at least one
 */
export function joinErrors(failures: readonly unknown[]): unknown {
  const [first, ...others] = [...new Set(failures)];
  if (others.length === 0) return first;
  const errors = [first, ...others].map(asActionError);
  return new ActionError(asActionError(first).code, errors.map(({ message }) => message).join('\n'), {
    remedy: [...new Set(errors.map(({ remedy }) => remedy))].join('\n'),
    cause: first,
  });
}

/** Every code an error of ours can carry. Each has a heading of the same name in docs/troubleshooting.md. */
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
 * The only error a user sees: what we were doing and what AWS said (`message`), and what to do next (`remedy`).
 * Neither ever holds a request's parameters or a secret.
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

/** Any thrown value as an ActionError, so that one printer serves them all. */
export function asActionError(thrown: unknown): ActionError {
  if (thrown instanceof ActionError) return thrown;
  const what = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new ActionError('unexpected', `Something failed that should not have: ${what}`, {
    remedy: 'Run the job again with debug logging; if it persists, open an issue with the log.',
    cause: thrown,
  });
}

/**
 * Several failures as one error, so that the user fixes all in one go: the first one's code, all messages, each remedy once. A failure
 * that is not ours keeps its own type as long as it is alone.
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

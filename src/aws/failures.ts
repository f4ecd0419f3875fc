import type { ErrorCode } from '../errors.ts';
import { ActionError } from '../errors.ts';

/** AWS error names whose message repeats the request's parameters or headers; we show only their code. */
const ECHOING = new Set([
  'Validation',
  'ValidationError',
  'SignatureDoesNotMatch',
  'InvalidSignature',
  'IncompleteSignature',
  'MalformedInput',
  // An answer that is no JSON: the parser quotes from it.
  'SyntaxError',
]);

/** AWS's code of an error, by name and never by message text; `instanceof` fails across bundled copies. */
export function failureCode(error: unknown): string {
  return error instanceof Error ? error.name.replace(/Exception$/, '') : 'Unknown';
}

/** True when `error` is AWS's answer with one of these codes (given without the suffix `Exception`). */
export function isFailure(error: unknown, ...codes: string[]): boolean {
  return codes.includes(failureCode(error));
}

const DENIALS = ['AccessDenied', 'AccessDeniedForDependencyError', 'UnauthorizedAccess', 'UnauthorizedOperation'];

/** True when AWS refused for want of permission. */
export function isDenied(error: unknown): boolean {
  return isFailure(error, ...DENIALS);
}

/** What the SDK notes about the answer behind an error; empty where there was none. */
type AnswerMetadata = { readonly httpStatusCode?: number; readonly attempts?: number; readonly requestId?: string };

/** The SDK's notes about the answer behind an error. */
export function metadataOf(error: unknown): AnswerMetadata {
  return (error as { $metadata?: AnswerMetadata } | undefined)?.$metadata ?? {};
}

const THROTTLING = ['Throttling', 'Throttled', 'RequestLimitExceeded', 'TooManyRequests'];

/** True when AWS throttled the call. */
export function isThrottled(error: unknown): boolean {
  return isFailure(error, ...THROTTLING);
}

/**
 * True when the call is known not to have been applied: AWS refused the first and only try. After a retry an earlier try may
 * have been applied though its answer was lost.
 */
export function isDefinitiveRefusal(error: unknown): boolean {
  const { httpStatusCode = 0, attempts = 1 } = metadataOf(error);
  return attempts === 1 && httpStatusCode >= 400 && httpStatusCode < 500;
}

/** True when a further try may well succeed: throttling, a fault of AWS, or no answer at all. */
export function isTransient(error: unknown): boolean {
  if (error instanceof ActionError || error instanceof TypeError || isFailure(error, 'EndpointError')) return false;
  const { httpStatusCode: status } = metadataOf(error);
  return status === undefined || status >= 500 || isThrottled(error);
}

/** What AWS said, in one line fit for a log: its code, its sentence unless that repeats parameters, its request id. */
export function describeFailure(error: unknown): string {
  const code = failureCode(error);
  if (!(error instanceof Error)) return code;
  const { requestId } = metadataOf(error);
  const sentence = ECHOING.has(code) ? '' : `: ${error.message.replace(/\s+/g, ' ').trim()}`;
  return `${code}${sentence}${requestId === undefined ? '' : ` (request ${requestId})`}`;
}

/** Why something failed, as part of a sentence: our own error's message, or what AWS said. */
export function explain(error: unknown): string {
  return error instanceof ActionError ? error.message : describeFailure(error);
}

/** Wraps an SDK error for the user: `doing` is the sentence's start (“Creating IAM user x”). */
export function awsFailure(code: ErrorCode, doing: string, options: { remedy: string; cause: unknown }): ActionError {
  return new ActionError(code, `${doing} failed. AWS said ${describeFailure(options.cause)}`, options);
}

import type { ErrorCode } from '../errors.ts';
import { ActionError } from '../errors.ts';
import { ForeignAnswer, IncompleteAnswer, isLasting, isOwnFault, ProxyRefusal } from './faults.ts';

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

/** True when AWS refused because a permission is missing. */
export function isDenied(error: unknown): boolean {
  return isFailure(error, ...DENIALS);
}

/** What the SDK notes about the answer behind an error; empty where there was none. */
type AnswerMetadata = { readonly httpStatusCode?: number; readonly attempts?: number; readonly requestId?: string };

/** The SDK's notes about the answer behind an error. */
export function metadataOf(error: unknown): AnswerMetadata {
  return (error as { $metadata?: AnswerMetadata } | undefined)?.$metadata ?? {};
}

/**
 * The throttling codes of AWS's services, without the suffix `Exception` (as the AWS SDK for JavaScript lists them, but for
 * `LimitExceeded`, which is IAM's name for a full quota: no pause empties that).
 */
const THROTTLING = [
  'BandwidthLimitExceeded',
  'EC2Throttled',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'RequestThrottled',
  'SlowDown',
  'Throttled',
  'Throttling',
  'TooManyRequests',
  'TransactionInProgress',
];
const TOO_MANY_REQUESTS = 429;

/** True when AWS throttled the call. */
export function isThrottled(error: unknown): boolean {
  return isFailure(error, ...THROTTLING) || metadataOf(error).httpStatusCode === TOO_MANY_REQUESTS;
}

/**
 * True when the call is known not to have been applied: AWS refused the first and only try. After a retry an earlier try may
 * have been applied though its answer was lost.
 */
export function isDefinitiveRefusal(error: unknown): boolean {
  const { httpStatusCode = 0, attempts = 1 } = metadataOf(error);
  return attempts === 1 && httpStatusCode >= 400 && httpStatusCode < 500;
}

/** Codes that ask for another attempt whatever their status. `SyntaxError`: an answer that the SDK could not read. */
const TEMPORARY = [
  'RequestTimeout',
  'Timeout',
  'TimeoutError',
  'InternalFailure',
  'InternalError',
  'InternalServiceError',
  'ServiceUnavailable',
  'SyntaxError',
];
const TEMPORARY_STATUSES = [408, 425];
/** Mistakes in this program, and what the SDK finds wrong before it sends anything. */
const LOCAL = ['EndpointError', 'TypeError', 'RangeError', 'ReferenceError', 'CredentialsProviderError', 'AbortError'];

/**
 * True for failures that may go away by themselves: throttling, a fault of AWS, no answer, a part of one, and answers that are not AWS's.
 * All retries of this action use this function.
 */
export function isTransient(error: unknown): boolean {
  if (error instanceof ActionError) return false;
  if (isOwnFault(error)) return !isLasting(error);
  const { httpStatusCode: status } = metadataOf(error);
  if (isThrottled(error) || isFailure(error, ...TEMPORARY)) return true;
  if (status !== undefined) return status >= 500 || TEMPORARY_STATUSES.includes(status);
  return error instanceof Error && !LOCAL.includes(error.name);
}

/** Why a call failed, in one line fit for a log: AWS's code, its sentence unless that repeats parameters, its request id. */
export function describeFailure(error: unknown): string {
  if (isOwnFault(error)) return error.message;
  const code = failureCode(error);
  if (!(error instanceof Error)) return code;
  const { requestId } = metadataOf(error);
  const sentence = ECHOING.has(code) ? '' : `: ${error.message.replace(/\s+/g, ' ').trim()}`;
  return `${code}${sentence}${requestId === undefined ? '' : ` (request ${requestId})`}`;
}

/** A failure as a sentence that names who said it: AWS, a proxy, or this machine. */
function whoSaidWhat(error: unknown): string {
  const what = describeFailure(error);
  if (error instanceof ForeignAnswer || error instanceof ProxyRefusal) return `It was not AWS that answered: ${what}`;
  if (error instanceof IncompleteAnswer) return `AWS’s answer cannot be used: ${what}`;
  if (isOwnFault(error)) return `AWS’s answer did not arrive: ${what}`;
  return metadataOf(error).httpStatusCode === undefined ? `The call never got an answer: ${what}` : `AWS said ${what}`;
}

/** Why something failed, as part of a sentence: our own error's message, or what AWS said. */
export function explain(error: unknown): string {
  return error instanceof ActionError ? error.message : describeFailure(error);
}

/** Wraps an SDK error for the user: `doing` is the sentence's start (“Creating IAM user x”). */
export function awsFailure(code: ErrorCode, doing: string, options: { remedy: string; cause: unknown }): ActionError {
  return new ActionError(code, `${doing} failed. ${whoSaidWhat(options.cause)}`, options);
}

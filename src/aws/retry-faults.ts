import { retry } from '../waiting/poll.ts';
import type { ClientContext } from './calls.ts';
import { isFailure, isThrottled, isTransient } from './failures.ts';

const BACKOFF = { firstMs: 100, maxMs: 5_000 };
/**
 * Throttling says nothing of the call, only that others call too: it is waited out by time, not by a number of attempts. IAM's limits
 * are shared by the whole account, and some dozen jobs that begin at once need this long to get through.
 */
const MAX_THROTTLED_MS = 60_000;
/** Credentials that STS has just issued are unknown to some servers for some seconds. */
const MAX_UNKNOWN_SESSION_MS = 10_000;
const UNKNOWN_CREDENTIALS = ['InvalidClientTokenId', 'UnrecognizedClient'];
/** Somebody else is changing the same user, policy or group at this moment; IAM asks to try again. */
const CONCURRENT_CHANGES = ['ConcurrentModification', 'EntityTemporarilyUnmodifiable'];
/** What a machine with a wrong clock is told; after the first answer, requests are signed for AWS's time. */
const CLOCK_SKEW = [
  'SignatureDoesNotMatch',
  'InvalidSignature',
  'RequestExpired',
  'RequestTimeTooSkewed',
  'RequestInTheFuture',
];

/** Which failures of a call are worth another attempt, beside those that always are. */
export type FaultOptions = {
  /** The call is signed with a session's credentials. */
  readonly isSession?: boolean;
  /** Throttling is thrown at once, for a caller that slows down by itself. */
  readonly throttledByCaller?: boolean;
  /** The call is signed, so a wrong clock may be the reason for a refusal. */
  readonly isSigned?: boolean;
  readonly isAlsoTransient?: (error: unknown) => boolean;
};

/**
 * Makes a call again after faults that may pass: throttling, faults of AWS, no answer, answers that are not AWS's. Waits between the
 * attempts with jitter; ends with the lifetime's soft end.
 * @throws the failure of the last attempt
 */
export function retryFaults<T>(call: () => Promise<T>, context: ClientContext, options: FaultOptions = {}): Promise<T> {
  const { clock, connection, retries } = context;
  const began = clock.elapsedMs();
  const isWithin = (milliseconds: number) => clock.elapsedMs() - began < milliseconds;
  let faults = 0;
  let skews = 0;
  const isTemporary = (error: unknown): boolean => {
    if (!retries) return false;
    if (isThrottled(error)) return options.throttledByCaller !== true && isWithin(MAX_THROTTLED_MS);
    if (isFailure(error, ...UNKNOWN_CREDENTIALS)) return options.isSession === true && isWithin(MAX_UNKNOWN_SESSION_MS);
    if (isFailure(error, ...CLOCK_SKEW)) return options.isSigned === true && ++skews === 1 && clock.offsetMs() !== 0;
    faults++;
    const isFault =
      isTransient(error) || isFailure(error, ...CONCURRENT_CHANGES) || options.isAlsoTransient?.(error) === true;
    return isFault && faults < connection.maxAttempts;
  };
  return retry(call, { backoff: BACKOFF, isTemporary }, context);
}

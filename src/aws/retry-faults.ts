import { retry } from '../waiting/poll.ts';
import type { ClientContext } from './calls.ts';
import { isFailure, isThrottled, isTransient } from './failures.ts';

const BACKOFF = { firstMs: 100, maxMs: 5_000 };
/**
 * Throttling does not depend on the call itself: IAM's limits are shared by the whole account. So it is limited by time, not by a number
 * of attempts. Forty jobs that start together need this long.
 */
const MAX_THROTTLED_MS = 60_000;
/** Some servers do not know new credentials of STS for some seconds. */
const MAX_UNKNOWN_SESSION_MS = 10_000;
const UNKNOWN_CREDENTIALS = ['InvalidClientTokenId', 'UnrecognizedClient'];
/** Another principal is changing the same user, policy or group; IAM asks to try again. */
const CONCURRENT_CHANGES = ['ConcurrentModification', 'EntityTemporarilyUnmodifiable'];
/** AWS's errors for a request that was signed with a wrong time. From the second attempt on, AWS's time is known. */
const CLOCK_SKEW = [
  'SignatureDoesNotMatch',
  'InvalidSignature',
  'RequestExpired',
  'RequestTimeTooSkewed',
  'RequestInTheFuture',
];

/** Failures that are retried in addition to those that always are. */
export type FaultOptions = {
  /** The call is signed with a session's credentials. */
  readonly isSession?: boolean;
  /** Throttling is thrown at once: the caller slows down by itself. */
  readonly throttledByCaller?: boolean;
  /** The call is signed, so a wrong clock may be the reason for a refusal. */
  readonly isSigned?: boolean;
  readonly isAlsoTransient?: (error: unknown) => boolean;
};

/**
 * Retries a call after temporary failures: throttling, faults of AWS, no answer, answers that are not AWS's. There are pauses with jitter
 * between the attempts. No attempt starts after the lifetime's soft end.
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

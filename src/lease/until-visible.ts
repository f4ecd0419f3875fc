import { isFailure } from '../aws/failures.ts';
import { retryDenied } from '../aws/retry-denied.ts';
import type { Waiting } from '../waiting/clock.ts';
import { retry } from '../waiting/poll.ts';

/**
 * A user is usually seen within 2 s of its creation, at worst within 15
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency).
 */
const BACKOFF = { firstMs: 250, maxMs: 2_000 };
const MAX_WAIT_MS = 30_000;
/** Once the user itself has been seen, something else is missing: unless it is known here and not yet there, for so long. */
const MAX_WAIT_ONCE_SEEN_MS = 6_000;

/** Runs a call that speaks of the user alone, or of something else too, through IAM's lag. */
export type UntilVisible = <T>(call: () => Promise<T>, about: 'user' | 'other') => Promise<T>;

/**
 * Runs the calls that follow `CreateUser`. IAM is eventually consistent: right after our own create it may answer
 * `NoSuchEntity` for the user, which is retried up to 30 s. The same code also means that a policy or a group is missing, so
 * once any call has shown that the user is visible, it is believed after a few seconds. A policy scoped to a path makes
 * IAM answer `AccessDenied` for a user whose path it cannot see yet, so that is asked again too, unless retries are off.
 */
export function untilVisible(waiting: Waiting): UntilVisible {
  const { clock } = waiting;
  let userSeen = false;
  return async (call, about) => {
    let missingSince: number | undefined;
    const attempt = async () => {
      const answer = await retryDenied(call, waiting);
      if (about === 'user') userSeen = true;
      return answer;
    };
    const isTemporary = (error: unknown) => {
      if (userSeen && about === 'other') missingSince ??= clock.elapsedMs();
      const isBelieved = missingSince !== undefined && clock.elapsedMs() >= missingSince + MAX_WAIT_ONCE_SEEN_MS;
      return isFailure(error, 'NoSuchEntity') && !isBelieved;
    };
    return retry(attempt, { backoff: BACKOFF, withinMs: MAX_WAIT_MS, isTemporary }, waiting);
  };
}

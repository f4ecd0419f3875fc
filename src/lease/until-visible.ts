import { isFailure } from '../aws/failures.ts';
import { retryDenied } from '../aws/retry-denied.ts';
import { type Backoff, pauseMs } from '../waiting/backoff.ts';
import type { Clock, Randomness } from './lease.ts';

/** Our own writes are usually seen within 2 s, at worst within 15 (reference: aws-iam-sts.md §5.1). */
const SETTLE_BACKOFF: Backoff = { firstMs: 250, maxMs: 2_000 };
const SETTLE_MS = 30_000;
/** Once the user itself has been seen, something else is missing: unless it is known here and not yet there, for so long. */
const SETTLE_ONCE_SEEN_MS = 6_000;

/** What waiting takes: time, chance, and the signal that ends it. */
export type Waiting = { clock: Clock; randomness: Randomness; signal: AbortSignal };

/**
 * Runs the calls that follow `CreateUser`. IAM is eventually consistent: right after our own create it may answer
 * `NoSuchEntity` for the user, which is retried up to 30 s. The same code also means that a policy or a group is missing, so
 * once any call has shown that the user is visible, it is believed after a few seconds. A policy scoped to a path makes
 * IAM answer `AccessDenied` for a user whose path it cannot see yet, so that is asked again too where `retryDenied` allows.
 */
export function untilVisible(waiting: Waiting & { retryDenied: boolean }) {
  const { clock, randomness, signal, retryDenied: patient } = waiting;
  const patience = { patient, fraction: randomness.fraction, sleep: (ms: number) => clock.sleep(ms, signal) };
  let userSeen = false;
  return async <T>(call: () => Promise<T>, about: 'user' | 'other'): Promise<T> => {
    const deadline = clock.now() + SETTLE_MS;
    let refusedSince: number | undefined;
    for (let tries = 0; ; tries++) {
      try {
        const answer = await retryDenied(call, patience);
        if (about === 'user') userSeen = true;
        return answer;
      } catch (error) {
        const now = clock.now();
        if (userSeen && about === 'other') refusedSince ??= now;
        const settled = now >= Math.min(deadline, (refusedSince ?? now) + SETTLE_ONCE_SEEN_MS);
        if (!isFailure(error, 'NoSuchEntity') || settled) throw error;
      }
      await clock.sleep(pauseMs(SETTLE_BACKOFF, tries, waiting.randomness.fraction), waiting.signal);
    }
  };
}

import { type Backoff, pauseMs } from './backoff.ts';
import type { Waiting } from './clock.ts';

/** What one attempt has shown: the value, or that it is to be made again. */
export type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** `giveUp` is asked for the value, or throws, where no further attempt may be made. */
  | { readonly kind: 'again'; readonly giveUp: () => T };

/** How often and for how long. Without a limit, until the lifetime ends. */
export type PollLimits = {
  readonly backoff: Backoff;
  /** No attempt begins later than this, counted from the first. */
  readonly withinMs?: number;
  readonly maxAttempts?: number;
};

/** An attempt that has brought the value. */
export function done<T>(value: T): Attempt<T> {
  return { kind: 'done', value };
}

/** An attempt that is to be made again. @param giveUp gives the value, or throws, when there is no time for that */
export function again<T>(giveUp: () => T): Attempt<T> {
  return { kind: 'again', giveUp };
}

/**
 * Makes attempts, with growing pauses between them, until one is done or the limits are reached. What an attempt throws is final.
 * @param attempt is given its number, 1 for the first
 * @throws what `attempt` or `giveUp` throws; the reason of the lifetime's soft end
 */
export async function poll<T>(
  attempt: (number: number) => Promise<Attempt<T>>,
  limits: PollLimits,
  { clock, randomness, lifetime }: Waiting,
): Promise<T> {
  const { backoff, withinMs = Number.POSITIVE_INFINITY, maxAttempts = Number.POSITIVE_INFINITY } = limits;
  const deadline = clock.elapsedMs() + withinMs;
  for (let number = 1; ; number++) {
    const outcome = await attempt(number);
    if (outcome.kind === 'done') return outcome.value;
    const pause = pauseMs(backoff, number - 1, randomness.fraction);
    if (number >= maxAttempts || clock.elapsedMs() + pause > deadline) return outcome.giveUp();
    await clock.sleep(pause, lifetime.soft);
  }
}

/** `PollLimits`, and which failures are worth another attempt. */
export type RetryLimits = PollLimits & { readonly isTemporary: (error: unknown, number: number) => boolean };

/**
 * Makes a call again while it fails with what `isTemporary` names.
 * @throws the first other failure, or the last one within the limits
 */
export function retry<T>(call: () => Promise<T>, limits: RetryLimits, waiting: Waiting): Promise<T> {
  const attempt = async (number: number): Promise<Attempt<T>> => {
    try {
      return done(await call());
    } catch (error) {
      if (!limits.isTemporary(error, number)) throw error;
      return again<T>(() => {
        throw error;
      });
    }
  };
  return poll(attempt, limits, waiting);
}

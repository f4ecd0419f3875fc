import { type Backoff, pauseMs } from './backoff.ts';
import type { Waiting } from './clock.ts';

/** The result of one attempt: the value, or that another attempt is needed. */
export type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** `giveUp` returns the value, or throws, when no further attempt is allowed. */
  | { readonly kind: 'again'; readonly giveUp: () => T };

/** How often and for how long to try. Without a limit, until the lifetime ends. */
export type PollLimits = {
  readonly backoff: Backoff;
  /** No attempt begins later than this after the first. */
  readonly withinMs?: number;
  readonly maxAttempts?: number;
};

/** An attempt that has the value. */
export function done<T>(value: T): Attempt<T> {
  return { kind: 'done', value };
}

/** An attempt that must be repeated. @param giveUp returns the value, or throws, when no further attempt is allowed */
export function again<T>(giveUp: () => T): Attempt<T> {
  return { kind: 'again', giveUp };
}

/**
 * Makes attempts, with growing pauses between them, until one is done or a limit is reached. An attempt that throws is the last one.
 * @param attempt gets its number, 1 for the first
 * @throws what `attempt` or `giveUp` throws; the abort reason when the lifetime's `soft` ends during a pause
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

/** `PollLimits`, and a function that is true for failures to retry. */
export type RetryLimits = PollLimits & { readonly isTemporary: (error: unknown, number: number) => boolean };

/**
 * Repeats a call while `isTemporary` is true for its failure.
 * @throws the first other failure, or the last failure within the limits
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

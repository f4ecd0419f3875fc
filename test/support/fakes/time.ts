import type { Clock, Waiting } from '../../../src/waiting/clock.ts';
import type { Lifetime } from '../../../src/waiting/lifetime.ts';
import { fakeRandomness } from './randomness.ts';

export const NOON = Date.parse('2026-11-21T12:00:00Z');

const UNBOUNDED = new AbortController().signal;
/** A lifetime without end. */
export const ENDLESS: Lifetime = { soft: UNBOUNDED, hard: UNBOUNDED };

/** A lifetime whose soft and hard end are this signal. */
export function lifetimeOf(signal: AbortSignal): Lifetime {
  return { soft: signal, hard: signal };
}

/** A clock that moves only by sleeps, which take no real time. `beforeSleep` gets each pause, in milliseconds. */
export function fakeClock(beforeSleep: (milliseconds: number) => void = () => undefined) {
  let now = NOON;
  let offset: number | undefined;
  const slept: number[] = [];
  const clock: Clock = {
    now: () => now + (offset ?? 0),
    elapsedMs: () => now,
    offsetMs: () => offset ?? 0,
    learn: (awsNowMs) => {
      if (Number.isFinite(awsNowMs)) offset ??= awsNowMs - now;
    },
    async sleep(milliseconds, signal) {
      beforeSleep(milliseconds);
      signal?.throwIfAborted();
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
  const advance = (milliseconds: number) => {
    now += milliseconds;
  };
  return { ...clock, slept, advance };
}

/** A `Waiting` for tests: a clock that stands still, fixed randomness, no end, retries on. */
export function fakeWaiting(about: Partial<Waiting> = {}): Waiting & { clock: ReturnType<typeof fakeClock> } {
  const { clock = fakeClock(), randomness = fakeRandomness(), lifetime = ENDLESS, retries = true } = about;
  return { clock: clock as ReturnType<typeof fakeClock>, randomness, lifetime, retries };
}

import type { Lifetime } from '../../../src/aws/clients.ts';
import type { Clock } from '../../../src/lease/lease.ts';

export const NOON = Date.parse('2026-11-21T12:00:00Z');

const UNBOUNDED = new AbortController().signal;
/** A lifetime without end. */
export const ENDLESS: Lifetime = { soft: UNBOUNDED, hard: UNBOUNDED };

/** A clock that stands still but for sleeps, which take no time of ours. `beforeSleep` sees each pause, in milliseconds. */
export function fakeClock(beforeSleep: (milliseconds: number) => void = () => undefined) {
  let now = NOON;
  const slept: number[] = [];
  const clock: Clock = {
    now: () => now,
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

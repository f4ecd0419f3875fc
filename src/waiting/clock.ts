import { randomInt } from 'node:crypto';
import { setTimeout as timer } from 'node:timers/promises';
import type { Lifetime } from './lifetime.ts';

/** The only source of time in this action. All values are in milliseconds. */
export type Clock = {
  /** AWS's time since 1970, UTC: this machine's time plus `offsetMs`. For the times of leases and tokens. */
  now(): number;
  /** A monotonic time, for deadlines. Its start has no meaning. */
  elapsedMs(): number;
  /** How far AWS's clock is ahead of this machine's; negative when behind; 0 until `learn` finds a difference. */
  offsetMs(): number;
  /** Sets the offset from the `Date` header of AWS's first answer. Later calls change nothing. */
  learn(awsNowMs: number): void;
  /** Resolves after `milliseconds`; rejects with the signal's reason when it is aborted first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
};

/** The only source of randomness in this action. Both functions must be cryptographically secure. */
export type Randomness = {
  /** `length` characters of `alphabet`, each with the same probability. */
  text(alphabet: string, length: number): string;
  /** A number in [0, 1), for jitter. */
  fraction(): number;
};

/** What all code that waits or retries needs. */
export type Waiting = {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly lifetime: Lifetime;
  /** False with `disable-retry`: the first answer is final. */
  readonly retries: boolean;
};

/** A `Date` header has whole seconds and arrives with some latency, so a smaller difference does not mean a wrong clock. */
const MIN_OFFSET_MS = 2_000;

/** This machine's clock, corrected by AWS's time. */
export function systemClock(): Clock {
  let offsetMs: number | undefined;
  return {
    now: () => Date.now() + (offsetMs ?? 0),
    elapsedMs: () => performance.now(),
    offsetMs: () => offsetMs ?? 0,
    learn(awsNowMs) {
      if (offsetMs !== undefined || !Number.isFinite(awsNowMs)) return;
      const difference = awsNowMs - Date.now();
      offsetMs = Math.abs(difference) < MIN_OFFSET_MS ? 0 : difference;
    },
    async sleep(milliseconds, signal) {
      await timer(milliseconds, undefined, signal === undefined ? {} : { signal }).catch((aborted: unknown) => {
        throw (signal?.reason as unknown) ?? aborted;
      });
    },
  };
}

/** The operating system's randomness. */
export const systemRandomness: Randomness = {
  text: (alphabet, length) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''),
  fraction: () => randomInt(2 ** 32) / 2 ** 32,
};

/** `2026-11-21T09:00:00Z`: RFC 3339 in UTC with whole seconds, the format of our tags and policy conditions. */
export function rfc3339(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** Parses the format of `rfc3339`; `undefined` for any other text. */
export function parseRfc3339(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** `seconds` after `nowMs`. */
export function secondsAfter(nowMs: number, seconds: number): Date {
  return new Date(nowMs + seconds * 1000);
}

import type { AwsCredentials } from '../aws/clients.ts';

/** Time as the domain sees it; milliseconds throughout. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Resolves after `milliseconds`; rejects with the signal's reason when it is aborted first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
};

/** Where randomness comes from. Both must be cryptographically secure. */
export type Randomness = {
  /** `length` characters drawn evenly from `alphabet`. */
  text(alphabet: string, length: number): string;
  /** A number in [0, 1), for jitter. */
  fraction(): number;
};

/** An IAM user made for one job, with one access key. */
export type UserLease = {
  readonly kind: 'iam-user';
  readonly userName: string;
  readonly arn: string;
  readonly path: string;
  readonly accountId: string;
  readonly credentials: AwsCredentials;
  readonly expiresAt: Date;
  /** How long the key took to work at STS; `undefined` when nobody waited. Milliseconds. */
  readonly propagationMs: number | undefined;
};

/** Temporary credentials from STS. Cannot be taken back. */
export type SessionLease = {
  readonly kind: 'session';
  readonly arn: string;
  readonly accountId: string;
  readonly credentials: AwsCredentials;
  readonly expiresAt: Date;
};

/** What a job is given. */
export type Lease = UserLease | SessionLease;

/**
 * What must be known to take a user lease back: written down before `CreateUser`, so that a killed job can still be cleaned up.
 * Holds no secret.
 */
export type LeaseRecord = {
  readonly userName: string;
  readonly path: string;
  readonly accountId: string;
  readonly runId: string;
  readonly runAttempt: string;
  /** Tells this very issue apart from any other, also within one run. */
  readonly nonce: string;
  /** RFC 3339, UTC: when `CreateUser` was about to be sent. */
  readonly intendedAt: string;
  /** RFC 3339, UTC: when the guard ends the lease. */
  readonly expiresAt: string;
  /**
   * `intended`: CreateUser may have been applied. `created`: it was. `issued`: the lease is whole, guard included, and about to
   * be the job's. `gone`: the user is known not to exist.
   */
  readonly progress: 'intended' | 'created' | 'issued' | 'gone';
};

/** Keeps the record outside this process. Must have stored it durably when it returns. */
export type Journal = { write(record: LeaseRecord): void };

/** `2026-11-21T09:00:00Z`: RFC 3339 in UTC, whole seconds, as tags and conditions carry it. */
export function rfc3339(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** The moment `seconds` after `nowMs`. */
export function secondsAfter(nowMs: number, seconds: number): Date {
  return new Date(nowMs + seconds * 1000);
}

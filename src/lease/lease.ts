import type { AwsCredentials } from '../aws/clients.ts';

/** An IAM user made for one job, with one access key. */
export type UserLease = {
  readonly kind: 'iam-user';
  readonly userName: string;
  readonly arn: string;
  readonly path: string;
  readonly accountId: string;
  readonly credentials: AwsCredentials;
  readonly expiresAt: Date;
  /** How long the key took to work at STS, in milliseconds; `undefined` with `wait-for-propagation: 0`. */
  readonly propagationMs: number | undefined;
};

/** Temporary credentials from STS. They cannot be revoked. */
export type SessionLease = {
  readonly kind: 'session';
  readonly arn: string;
  readonly accountId: string;
  readonly credentials: AwsCredentials;
  readonly expiresAt: Date;
};

/** The credentials of one job. */
export type Lease = UserLease | SessionLease;

/**
 * What `revokeUser` must know about a user lease. Saved before `CreateUser`, so that post can clean up after a main that was killed.
 * Holds no secret.
 */
export type LeaseRecord = {
  readonly userName: string;
  readonly path: string;
  readonly accountId: string;
  readonly runId: string;
  readonly runAttempt: string;
  /** Random text that identifies this `CreateUser` request, also within one run. */
  readonly nonce: string;
  /** RFC 3339, UTC: when `CreateUser` was about to be sent. */
  readonly intendedAt: string;
  /** RFC 3339, UTC: from then on the guard denies every call. */
  readonly expiresAt: string;
  /**
   * `intended`: CreateUser may have been applied. `created`: it was applied. `issued`: the lease is complete, with its guard, and is
   * about to be handed to the job. `gone`: the user does not exist.
   */
  readonly progress: 'intended' | 'created' | 'issued' | 'gone';
};

/** Keeps the record outside this process. `write` returns after the record is stored. */
export type Journal = { write(record: LeaseRecord): void };

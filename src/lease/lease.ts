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

import type { LeaseRecord } from '../../../src/lease/lease.ts';
import type { SweepResult } from '../../../src/lease/sweep.ts';
import type { TaggedLease } from '../../../src/lease/tagged-lease.ts';
import { NOON } from './time.ts';

/** A lease that ends at noon, an hour after it was issued. */
export function knownLease(userName: string, about: Partial<TaggedLease> = {}): TaggedLease {
  return {
    userName,
    arn: `arn:aws:iam::123456789012:user/ci/${userName}`,
    path: '/ci/',
    createdAt: new Date(NOON - 3_600_000),
    expiresAt: new Date(NOON),
    maxExpiresAt: new Date(NOON + 3_600_000),
    repository: 'octo-org/octo_repo',
    repositoryId: '42',
    runId: '1234567',
    runAttempt: '2',
    job: 'release',
    actor: 'mona',
    nonce: 'n0nce',
    outlivesJob: false,
    ...about,
  };
}

/** Main's record of the lease `gha-1`, created an hour before noon. */
export function userRecord(about: Partial<LeaseRecord> = {}): LeaseRecord {
  return {
    userName: 'gha-1',
    accountId: '123456789012',
    path: '/ci/',
    runId: '1234567',
    runAttempt: '2',
    nonce: 'n0nce',
    intendedAt: '2026-11-21T11:00:00Z',
    expiresAt: '2026-11-21T12:00:00Z',
    progress: 'created',
    ...about,
  };
}

/** A sweep's result for an active lease, or with changes. */
export function sweptOf(userName: string, about: Partial<SweepResult> = {}): SweepResult {
  return {
    userName,
    state: 'active',
    lease: knownLease(userName),
    revoked: false,
    failure: undefined,
    leftovers: [],
    ...about,
  };
}

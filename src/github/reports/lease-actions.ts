import { setOutput } from '@actions/core';
import type { SweepResult } from '../../lease/sweep.ts';
import { rfc3339 } from '../../waiting/clock.ts';

/** The outputs of `/renew`. */
export function setRenewOutputs(renewed: { leaseId: string; before: string; after: string }): void {
  setOutput('lease-id', renewed.leaseId);
  setOutput('previous-expiration', renewed.before);
  setOutput('aws-expiration', renewed.after);
}

/** The users that a sweep has looked at so far, and how many there are of each state. */
export type SweepTally = {
  readonly rows: SweepResult[];
  seen: number;
  /** Whether all users were looked at. */
  whole: boolean;
  readonly counts: Record<'active' | 'expired' | 'orphaned' | 'revoked' | 'failed' | 'foreign', number>;
};

/** An empty tally. */
export function newTally(): SweepTally {
  return {
    rows: [],
    seen: 0,
    whole: false,
    counts: { active: 0, expired: 0, orphaned: 0, revoked: 0, failed: 0, foreign: 0 },
  };
}

/** Adds one user to the tally. */
export function count(tally: SweepTally, swept: SweepResult): void {
  const { counts } = tally;
  tally.seen++;
  tally.rows.push(swept);
  if (swept.state === 'foreign-tagged') counts.foreign++;
  else if (swept.state !== 'gone' && swept.state !== 'unread') counts[swept.state]++;
  if (swept.revoked) counts.revoked++;
  if (swept.failure !== undefined) counts.failed++;
}

/**
 * Characters of the output `leases`. The outputs of a job may have 1 MiB, counted in UTF-16
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs).
 */
const MAX_OUTPUT_CHARS = 450_000;

/** The outputs of `/sweep`. @returns how many leases did not fit into `leases`; active ones are left out first */
export function setSweepOutputs({ rows, counts }: SweepTally): number {
  const { foreign: _, ...counted } = counts;
  for (const [name, value] of Object.entries(counted)) setOutput(name, value);
  const ordered = [...rows].sort((one, other) => rank(one) - rank(other));
  const texts: string[] = [];
  let room = MAX_OUTPUT_CHARS;
  for (const swept of ordered) {
    const text = JSON.stringify(entryOf(swept));
    room -= text.length + 1;
    if (room < 0) break;
    texts.push(text);
  }
  setOutput('leases', `[${texts.join(',')}]`);
  return rows.length - texts.length;
}

const ORDER = ['unread', 'expired', 'orphaned', 'foreign-tagged', 'active', 'gone'];

/** Sort order: failures first, then leases that are not active. */
export function rank({ state, failure }: SweepResult): number {
  return failure === undefined ? 1 + ORDER.indexOf(state) : 0;
}

/** One lease in the output `leases`: names and times only. */
export function entryOf({ userName, state, lease, revoked, failure }: SweepResult) {
  return {
    leaseId: userName,
    state,
    ...(lease === undefined
      ? {}
      : {
          repository: lease.repository,
          runId: lease.runId,
          runAttempt: lease.runAttempt,
          job: lease.job,
          actor: lease.actor,
          created: rfc3339(lease.createdAt),
          expires: rfc3339(lease.expiresAt),
        }),
    revoked,
    ...(failure === undefined ? {} : { failure }),
  };
}

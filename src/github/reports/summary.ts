import { summary } from '@actions/core';
import type { Lease } from '../../lease/lease.ts';
import type { Revocation } from '../../lease/revocation.ts';
import type { SweepResult } from '../../lease/sweep.ts';
import type { RunFacts } from '../../run.ts';
import { rfc3339 } from '../../waiting/clock.ts';
import { debugLine } from '../step.ts';
import { entryOf, rank } from './lease-actions.ts';
import type { ChangeRow } from './sync-report.ts';

type SummaryTableRow = Parameters<typeof summary.addTable>[0][number];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '&#124;');

/** The permissions of a lease: ARNs of policies, groups, inline policies. */
export type Rights = { readonly granted: readonly string[]; readonly boundary: string | undefined };

/** Job summary of main: the identity, its permissions, its end, and the time until the key worked. */
export async function summariseIssue(
  lease: Lease,
  run: RunFacts,
  about: { revokedInPost: boolean; rights: Rights },
): Promise<void> {
  const isUser = lease.kind === 'iam-user';
  await write('AWS credentials issued', [
    ['Identity', lease.arn],
    ['Kind', isUser ? 'IAM user with one access key' : 'STS session'],
    ['For', `${run.repository}, run ${run.runId} attempt ${run.runAttempt}, job ${run.job}`],
    ['Expires', rfc3339(lease.expiresAt)],
    ['Revoked before that', endsBefore(isUser, about.revokedInPost)],
    ['Permissions', about.rights.granted.join(', ') || (isUser ? 'none: no policy, no group' : 'those of its role')],
    ...(isUser ? [['Boundary', about.rights.boundary ?? 'none'] as const] : []),
    ...(isUser
      ? [['Usable after', lease.propagationMs === undefined ? 'not waited for' : `${lease.propagationMs} ms`] as const]
      : []),
  ]);
}

function endsBefore(isUser: boolean, revokedInPost: boolean): string {
  if (!isUser) return 'no: AWS cannot revoke a single session';
  return revokedInPost ? 'at the end of this job' : 'no: `revoke` is `never`';
}

const PROOFS = {
  dead: 'STS no longer knows the key',
  alive: 'STS still knew the key 10 s after its deletion',
  unknown: 'STS gave no clear answer',
  'no-key': 'there was no access key',
} as const;

/** Job summary of post: what was deleted, and the proof. */
export async function summariseRevocation(revocation: Revocation): Promise<void> {
  const outcomes = {
    deleted: 'deleted',
    'already-gone': 'was gone already',
    incomplete: 'NOT deleted',
    kept: 'kept',
  } as const;
  const left = revocation.outcome === 'incomplete';
  const keyDeleted = revocation.removed.includes('access key');
  await write(left ? 'AWS credentials NOT fully revoked' : 'AWS credentials revoked', [
    ['IAM user', `${revocation.userName}: ${outcomes[revocation.outcome]}`],
    ['Removed from it', revocation.removed.join(', ') || 'nothing'],
    ['Proof', left && !keyDeleted ? 'none: its access key was not deleted' : PROOFS[revocation.proof]],
    ...(revocation.failures.length === 0 ? [] : [['Failed', revocation.failures.join('; ')] as const]),
  ]);
}

/** Job summary of a post that could not reach the user, so that main's summary is not the last one. */
export async function summariseFailure(userName: string, failure: string): Promise<void> {
  await write('AWS credentials NOT revoked', [
    ['IAM user', `${userName}: NOT deleted`],
    ['Failed', failure],
  ]);
}

/**
 * Further rows are only counted: a summary may have 1 MiB
 * (https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs), and a name 512 characters.
 */
const MAX_ROWS = 250;

/** Longer cells are cut: keys and messages of AWS have no limit. */
const MAX_CELL_CHARS = 300;

function cut(text: string): string {
  return text.length <= MAX_CELL_CHARS ? text : `${text.slice(0, MAX_CELL_CHARS)} … (see the log)`;
}

/** Job summary of a sync: secret, action, differences and result. Names and actions only. */
export async function summariseSync(heading: string, rows: readonly (ChangeRow & { result: string })[]): Promise<void> {
  const head = ['Secret', 'Action', 'What', 'Result'].map((data) => ({ data, header: true }));
  const shown = rows
    .slice(0, MAX_ROWS)
    .map(({ name, action, what, result }) => [name, action, what, result].map((cell) => escaped(cut(cell)) || ' '));
  const more = rows.length - shown.length;
  const rest = more > 0 ? [[`and ${more} more: see the log`, ' ', ' ', ' ']] : [];
  const nothing = rows.length === 0 ? [['there is nothing to write', ' ', ' ', ' ']] : [];
  await put(heading, [head, ...shown, ...rest, ...nothing]);
}

async function write(heading: string, rows: readonly (readonly [string, string])[]): Promise<void> {
  const table = rows.map(([name, value]) => [{ data: escaped(name), header: true }, { data: escaped(value) }]);
  await put(heading, table);
}

/** Job summary of a sweep: failures first, active leases last. */
export async function summariseSweep(heading: string, rows: readonly SweepResult[]): Promise<void> {
  const columns = ['Lease', 'State', 'Repository', 'Run', 'Job', 'Actor', 'Created', 'Expires', 'Result'];
  const head = columns.map((data) => ({ data, header: true }));
  const ordered = [...rows].sort((one, other) => rank(one) - rank(other));
  const shown = ordered.slice(0, MAX_ROWS).map((swept) => {
    const entry: Record<string, unknown> = entryOf(swept);
    const run = swept.lease === undefined ? '' : `${swept.lease.runId}, attempt ${swept.lease.runAttempt}`;
    const cells = [entry.repository, run, entry.job, entry.actor, entry.created, entry.expires].map((cell) =>
      String(cell ?? ''),
    );
    return [swept.userName, swept.state, ...cells, resultOf(swept)].map(escaped);
  });
  const more = rows.length - shown.length;
  await put(heading, [
    head,
    ...shown,
    ...(more > 0 ? [[`and ${more} more`, ...Array<string>(columns.length - 1).fill('')]] : []),
  ]);
}

function resultOf({ failure, revoked, state }: SweepResult): string {
  if (failure !== undefined) return cut(failure);
  return revoked ? 'deleted' : state === 'gone' ? 'gone already' : 'left';
}

/** The job summary is optional: the step does not fail when the runner does not accept it. */
async function put(heading: string, table: SummaryTableRow[]): Promise<void> {
  try {
    await summary.addHeading(heading, 3).addTable(table).write();
  } catch (error) {
    debugLine(`No job summary: ${error instanceof Error ? error.message : String(error)}`);
  }
}

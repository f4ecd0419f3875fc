import { GetUserCommand, ListUsersCommand, type User } from '@aws-sdk/client-iam';
import pLimit from 'p-limit';
import type { Iam } from '../aws/clients.ts';
import { explain, isFailure } from '../aws/failures.ts';
import { pagesOf } from '../aws/pages.ts';
import type { Waiting } from '../waiting/clock.ts';
import { revokeUser } from './revoke.ts';
import { classifyUser, recordOf, type TaggedLease } from './tagged-lease.ts';

/**
 * `foreign-tagged`: a user under the path without the tags of a lease. `gone`: deleted by another process during the sweep. `unread`:
 * reading it failed. The others: docs/leases.md.
 */
export type LeaseState = 'active' | 'expired' | 'orphaned' | 'foreign-tagged' | 'gone' | 'unread';

/** A user under the path, and what the sweep did with it. */
export type SweepResult = {
  readonly userName: string;
  readonly state: LeaseState;
  /** `undefined` for a user that is not a lease. */
  readonly lease: TaggedLease | undefined;
  readonly revoked: boolean;
  /** Why a user that should be deleted is not, or could not be read. */
  readonly failure: string | undefined;
  /** With `revoked`: what others attached to the user and the sweep could not delete, as parts of sentences. */
  readonly leftovers: readonly string[];
};

/** The inputs of a sweep. */
export type SweepSpec = {
  readonly pathPrefix: string;
  /** Delete nothing. */
  readonly dryRun: boolean;
  /** Users read or deleted in parallel. */
  readonly concurrency: number;
};

/** What `sweep` needs. */
export type SweepDependencies = Waiting & {
  readonly iam: Iam;
  readonly accountId: string;
  /** True when the workflow run of a lease has completed. Called only for leases that have not expired. */
  readonly isRunOver: (lease: TaggedLease) => Promise<boolean>;
  /** Called once for each user, when its result is known. */
  readonly report: (swept: SweepResult) => void;
};

const UNTOUCHED = { revoked: false, failure: undefined, leftovers: [] } as const;
/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html, MaxItems. */
const MAX_PAGE = 1_000;

/**
 * Reads every user under a path and deletes the leases that have expired or whose workflow run has completed. It keeps one page of users
 * in memory at a time. Just before a user is deleted its tags are read again (`revokeUser` reads the user, `confirm` checks it). A
 * failure for one user does not stop the others.
 * @throws what AWS answers to `ListUsers`
 */
export async function sweep(spec: SweepSpec, deps: SweepDependencies): Promise<void> {
  const limit = pLimit(spec.concurrency);
  const users = pagesOf('ListUsers', async (Marker) => {
    deps.lifetime.soft.throwIfAborted();
    const command = new ListUsersCommand({ PathPrefix: spec.pathPrefix, MaxItems: MAX_PAGE, Marker });
    const { Users = [], ...page } = await deps.iam.send(command);
    return { items: Users, next: page.IsTruncated === true ? page.Marker : undefined };
  });
  // `ListUsers` returns no tags, so each user is read by itself.
  for await (const page of users) await Promise.all(page.map((user) => limit(() => sweepAndReport(user, spec, deps))));
  deps.lifetime.soft.throwIfAborted();
}

async function sweepAndReport(user: User, spec: SweepSpec, deps: SweepDependencies): Promise<void> {
  // The step must end: the other users are not reported.
  if (deps.lifetime.soft.aborted) return;
  const swept = await sweepUser(user, spec, deps);
  if (swept.state !== 'unread' || !deps.lifetime.soft.aborted) deps.report(swept);
}

async function sweepUser(
  { UserName: userName = '' }: User,
  spec: SweepSpec,
  deps: SweepDependencies,
): Promise<SweepResult> {
  const blank = { userName, lease: undefined, ...UNTOUCHED };
  try {
    const user = await readUser(userName, deps);
    if (user === undefined) return { ...blank, state: 'gone' };
    const { lease } = classifyUser(user);
    if (lease === undefined) return { ...blank, state: 'foreign-tagged' };
    const state = await stateOf(lease, deps);
    if (spec.dryRun || state === 'active') return { ...blank, lease, state };
    return await revokeEnded(lease, state, deps).catch((error: unknown) => unread(userName, explain(error)));
  } catch (error) {
    return unread(userName, `reading it failed: ${explain(error)}`);
  }
}

function unread(userName: string, failure: string): SweepResult {
  return { userName, lease: undefined, state: 'unread', ...UNTOUCHED, failure };
}

async function readUser(userName: string, { iam }: SweepDependencies): Promise<User | undefined> {
  try {
    return (await iam.send(new GetUserCommand({ UserName: userName }))).User;
  } catch (error) {
    if (isFailure(error, 'NoSuchEntity')) return undefined;
    throw error;
  }
}

async function stateOf(lease: TaggedLease, deps: SweepDependencies): Promise<'active' | 'expired' | 'orphaned'> {
  if (isExpired(lease, deps)) return 'expired';
  return !lease.outlivesJob && (await deps.isRunOver(lease)) ? 'orphaned' : 'active';
}

function isExpired({ expiresAt }: TaggedLease, { clock }: Waiting): boolean {
  return expiresAt.getTime() <= clock.now();
}

async function revokeEnded(
  lease: TaggedLease,
  state: 'expired' | 'orphaned',
  deps: SweepDependencies,
): Promise<SweepResult> {
  const { userName } = lease;
  // Checked again just before the deletion: the lease may have been renewed since it was read.
  let last: TaggedLease | undefined = lease;
  const confirm = (user: User) => {
    last = classifyUser(user).lease;
    return last !== undefined && (state === 'orphaned' || isExpired(last, deps));
  };
  const revocation = await revokeUser(recordOf(lease, deps.accountId), {
    ...deps,
    probe: undefined,
    denyFirst: false,
    confirm,
  });
  const { outcome, failures } = revocation;
  if (outcome === 'kept') {
    return { userName, lease: last, state: last === undefined ? 'foreign-tagged' : 'active', ...UNTOUCHED };
  }
  if (outcome === 'already-gone') return { userName, lease, state: 'gone', ...UNTOUCHED };
  if (outcome === 'incomplete') return { userName, lease, state, ...UNTOUCHED, failure: failures.join('; ') };
  return { userName, lease, state, revoked: true, failure: undefined, leftovers: failures };
}

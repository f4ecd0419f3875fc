import { GetUserCommand, ListUsersCommand, type User } from '@aws-sdk/client-iam';
import pLimit from 'p-limit';
import type { Iam } from '../aws/clients.ts';
import { describeFailure, isFailure } from '../aws/failures.ts';
import { ActionError } from '../errors.ts';
import type { Waiting } from '../waiting/clock.ts';
import { revokeUser } from './revoke.ts';
import { classifyUser, recordOf, type TaggedLease } from './tagged-lease.ts';

/** `foreign-tagged`: lies under the path and is no lease of ours. `gone`: ended while we looked. `unread`: AWS did not let us look. */
export type LeaseState = 'active' | 'expired' | 'orphaned' | 'foreign-tagged' | 'gone' | 'unread';

/** A user under the path, and what became of it. */
export type SweepResult = {
  readonly userName: string;
  readonly state: LeaseState;
  /** `undefined` for a user that is no lease. */
  readonly lease: TaggedLease | undefined;
  readonly revoked: boolean;
  /** Why it is left although it should be gone. */
  readonly failure: string | undefined;
  /** What is left of things that somebody had added to it, though it is gone itself. */
  readonly leftovers: readonly string[];
};

export type SweepSpec = {
  readonly pathPrefix: string;
  /** Only look. */
  readonly dryRun: boolean;
  /** Users looked at, or deleted, at a time. */
  readonly concurrency: number;
};

export type SweepDependencies = Waiting & {
  readonly iam: Iam;
  readonly accountId: string;
  /** Whether the workflow run of a lease that still lasts has completed. */
  readonly isRunOver: (lease: TaggedLease) => Promise<boolean>;
  /** Told of each user as soon as it is known what becomes of it. */
  readonly report: (swept: SweepResult) => void;
};

const UNTOUCHED = { revoked: false, failure: undefined, leftovers: [] } as const;
/** AWS: API_ListUsers, MaxItems. */
const MAX_PAGE = 1_000;

/**
 * Looks at every user under a path and deletes the leases that have ended or whose run has. Pages come one after the other and are
 * forgotten; nothing is held but what `tell` keeps. A user is deleted only after its tags were read again just before (`revokeUser`
 * reads the user itself, and `confirm` sees what it read). One failure stops no other.
 * @throws what AWS answers to `ListUsers`
 */
export async function sweep(wish: SweepSpec, deps: SweepDependencies): Promise<void> {
  const limit = pLimit(wish.concurrency);
  let Marker: string | undefined;
  do {
    deps.lifetime.soft.throwIfAborted();
    const command = new ListUsersCommand({ PathPrefix: wish.pathPrefix, MaxItems: MAX_PAGE, Marker });
    const { Users = [], ...page } = await deps.iam.send(command);
    // A list has no tags: each user is read.
    await Promise.all(Users.map((user) => limit(() => sweepAndTell(user, wish, deps))));
    Marker = page.IsTruncated === true ? page.Marker : undefined;
  } while (Marker !== undefined);
  deps.lifetime.soft.throwIfAborted();
}

async function sweepAndTell(user: User, wish: SweepSpec, deps: SweepDependencies): Promise<void> {
  // Of users that are not reached any more there is nothing to tell.
  if (deps.lifetime.soft.aborted) return;
  const swept = await sweepUser(user, wish, deps);
  if (swept.state !== 'unread' || !deps.lifetime.soft.aborted) deps.report(swept);
}

async function sweepUser(
  { UserName: userName = '' }: User,
  wish: SweepSpec,
  deps: SweepDependencies,
): Promise<SweepResult> {
  const blank = { userName, lease: undefined, ...UNTOUCHED };
  try {
    const user = await readUser(userName, deps);
    if (user === undefined) return { ...blank, state: 'gone' };
    const { lease } = classifyUser(user);
    if (lease === undefined) return { ...blank, state: 'foreign-tagged' };
    const state = await stateOf(lease, deps);
    if (wish.dryRun || state === 'active') return { ...blank, lease, state };
    return await revokeEnded(lease, state, deps);
  } catch (error) {
    return { ...blank, state: 'unread', failure: reason(error) };
  }
}

function reason(error: unknown): string {
  return error instanceof ActionError ? error.message : `looking at it failed: ${describeFailure(error)}`;
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
  // The last look before anything is deleted: the lease may have been renewed since the first.
  let last: TaggedLease | undefined = lease;
  const confirm = (user: User) => {
    last = classifyUser(user).lease;
    return last !== undefined && (state === 'orphaned' || isExpired(last, deps));
  };
  const revocation = await revokeUser(recordOf(lease, deps.accountId), { ...deps, probe: undefined, confirm });
  const { outcome, failures } = revocation;
  if (outcome === 'kept') {
    return { userName, lease: last, state: last === undefined ? 'foreign-tagged' : 'active', ...UNTOUCHED };
  }
  if (outcome === 'already-gone') return { userName, lease, state: 'gone', ...UNTOUCHED };
  if (outcome === 'incomplete') return { userName, lease, state, ...UNTOUCHED, failure: failures.join('; ') };
  return { userName, lease, state, revoked: true, failure: undefined, leftovers: failures };
}

import { DeleteUserCommand, GetUserCommand, type User } from '@aws-sdk/client-iam';
import type { Iam } from '../aws/clients.ts';
import { describeFailure, isDenied, isFailure } from '../aws/failures.ts';
import { tagValue } from '../aws/tags.ts';
import { ActionError } from '../errors.ts';
import { pauseMs } from '../waiting/backoff.ts';
import { GUARD_POLICY_NAME } from './guard.ts';
import { type Proof, proveKeysDead, worstProof } from './key-death.ts';
import type { LeaseRecord } from './lease.ts';
import { MANAGED_BY } from './tags.ts';
import type { Waiting } from './until-visible.ts';
import { ACCESS_KEYS, type AttachmentKind, INLINE_POLICIES, listAttachments, OTHER_KINDS } from './user-attachments.ts';

/** What `revokeUser` is given. */
export type RevokeDependencies = Waiting & {
  iam: Iam;
  /** Asks STS about a key of which only the id is known; `undefined` = do not prove. */
  probe: ((accessKeyId: string) => Promise<() => Promise<unknown>>) | undefined;
  /** Sees the user as it is just before anything is removed; `false` leaves it alone. */
  confirm?: (user: User) => boolean;
};

/** What was done, and what could not be. */
export type Revocation = {
  readonly userName: string;
  /** `deleted`: by us, now. `already-gone`: nothing was there. `incomplete`: the user is left; see `failures`. `kept`: as `confirm` said. */
  readonly outcome: 'deleted' | 'already-gone' | 'incomplete' | 'kept';
  /** What was removed from the user, as `attached policy arn:…`, in the order it went. */
  readonly removed: readonly string[];
  /** With `deleted`: about what is left without its user. */
  readonly failures: readonly string[];
  /** `off`: removed, which happens only when keys, policies and groups are gone. `unknown`: perhaps never put on. */
  readonly guard: 'on' | 'off' | 'unknown';
  /** Whether one of the rare kinds is, or may be, what is left. */
  readonly rareLeft: boolean;
  /** What STS says of the deleted keys. */
  readonly proof: Proof;
  /** RFC 3339: when the guard ends the lease, as the user's own tag says; `undefined` where the user was not seen. */
  readonly endsAt: string | undefined;
};

/** Reads may lag behind the create of a job that was killed at once (reference: aws-iam-sts.md §5.1). */
const ABSENCE_TRUSTED_AFTER_MS = 20_000;
const ABSENCE_BACKOFF = { firstMs: 500, maxMs: 3_000 };
const CONFLICT_BACKOFF = { firstMs: 500, maxMs: 4_000 };
/** `DeleteConflict` and `ConcurrentModification` straight after deletes are lag; so many rounds span some 20 s. */
const MAX_ROUNDS = 8;
/** Lag is over by then, as a rule, and what is left is more likely of a kind we may not look at. */
const ROUNDS_WITH_UNSEEN = 5;

/**
 * Deletes a user lease and everything on it, access keys first (SPEC §3, post). Idempotent: what is gone already is success.
 * Goes on after an error and reports them all; never throws for what AWS answers, but for a user that is not this lease's.
 * @throws ActionError `lease-mismatch` when a user of this name exists whose path or tags are not the record's
 */
export async function revokeUser(record: LeaseRecord, deps: RevokeDependencies): Promise<Revocation> {
  const work = startWork(record, deps);
  const firstLook = Promise.all(commonKinds().map((kind) => listKind(kind, work)));
  firstLook.catch(() => undefined);
  const user = await findUser(record, deps).catch((error: unknown) => {
    work.failures.push(`read the user: ${describeFailure(error)}`);
    return 'unreadable' as const;
  });
  if (user === 'unreadable') return { ...report(work), outcome: 'incomplete', proof: 'no-key' };
  if (user === undefined) return { ...report(work), outcome: 'already-gone', proof: 'no-key' };
  assertOwn(user, record);
  // Renewed since, perhaps.
  work.endsAt = user.Tags?.find(({ Key }) => Key === 'lease:expires-at')?.Value;
  if (deps.confirm?.(user) === false) return { ...report(work), outcome: 'kept', proof: 'no-key' };
  const gone = await deleteInRounds(work, await firstLook);
  if (!gone) work.failures.push(...work.refused.values());
  return { ...report(work), outcome: gone ? 'deleted' : 'incomplete', proof: await work.proof };
}

/** What was found of one kind; not `complete` when AWS did not say, `refused` when it will not. */
type FoundAttachments = {
  readonly kind: AttachmentKind;
  readonly ids: readonly string[];
  readonly complete: boolean;
  readonly refused: boolean;
};

type Work = RevokeDependencies & {
  readonly record: LeaseRecord;
  readonly removed: string[];
  failures: string[];
  /** Those of them that the end of the user does not settle. */
  readonly survivors: Set<string>;
  /** Rare kinds we may not look at, and what AWS said; asked once only. */
  readonly refused: Map<AttachmentKind, string>;
  guard: Revocation['guard'];
  rareLeft: boolean;
  proof: Promise<Proof>;
  endsAt: string | undefined;
};

function startWork(record: LeaseRecord, deps: RevokeDependencies): Work {
  return {
    ...deps,
    record,
    removed: [],
    failures: [],
    survivors: new Set(),
    refused: new Map(),
    guard: record.progress === 'issued' ? 'on' : 'unknown',
    rareLeft: false,
    proof: Promise.resolve('no-key'),
    endsAt: undefined,
  };
}

function report(work: Work) {
  const { removed, failures, guard, rareLeft, endsAt } = work;
  return { userName: work.record.userName, removed, failures, guard, rareLeft, endsAt };
}

function commonKinds(): AttachmentKind[] {
  return [ACCESS_KEYS, ...OTHER_KINDS.filter((kind) => !kind.rare)];
}

/** The user, or `undefined` once its absence can be believed. */
async function findUser(record: LeaseRecord, deps: RevokeDependencies): Promise<User | undefined> {
  const trustedAt = Date.parse(record.intendedAt) + ABSENCE_TRUSTED_AFTER_MS;
  for (let tries = 0; ; tries++) {
    try {
      const found = await deps.iam.send(new GetUserCommand({ UserName: record.userName }));
      return found.User;
    } catch (error) {
      // Refused, too, may mean “not seen yet”: IAM cannot know the path of a user that it does not find.
      if (!isFailure(error, 'NoSuchEntity') && !isDenied(error)) throw error;
      if (record.progress === 'gone' || deps.clock.now() >= trustedAt) {
        if (isDenied(error)) throw error;
        return undefined;
      }
    }
    await deps.clock.sleep(pauseMs(ABSENCE_BACKOFF, tries, deps.randomness.fraction), deps.signal);
  }
}

/** A state can be tampered with by whoever runs in the job; the user's own path and tags cannot. */
function assertOwn(user: User, record: LeaseRecord): void {
  const tags = new Map(user.Tags?.map((tag) => [tag.Key, tag.Value]));
  const differing = [
    user.Path === record.path ? '' : 'its path',
    tags.get('lease:managed-by') === MANAGED_BY ? '' : 'the tag lease:managed-by',
    tags.get('lease:run-id') === tagValue(record.runId) ? '' : 'the tag lease:run-id',
    tags.get('lease:nonce') === record.nonce ? '' : 'the tag lease:nonce',
  ].filter((difference) => difference !== '');
  if (differing.length === 0) return;
  throw new ActionError(
    'lease-mismatch',
    `IAM user ${record.userName} was left alone: ${differing.join(', ')} does not match this job’s lease`,
    {
      remedy: 'Find out who changed the user or this job’s state. If the user is a lease, its guard ends it by itself.',
    },
  );
}

/** Rounds of: look, keys, the rest, the user. @returns whether the user is gone */
async function deleteInRounds(work: Work, firstLook: readonly FoundAttachments[]): Promise<boolean> {
  let found = firstLook;
  for (let round = 1; ; round++) {
    const stuck = await removeAll(work, found);
    const verdict = await deleteUser(work);
    if (verdict !== 'conflict') return verdict === 'gone';
    const rounds = work.refused.size > 0 ? ROUNDS_WITH_UNSEEN : MAX_ROUNDS;
    if (round >= rounds || (stuck && round > 1) || work.signal.aborted) return false;
    await work.clock
      .sleep(pauseMs(CONFLICT_BACKOFF, round - 1, work.randomness.fraction), work.signal)
      .catch(() => undefined);
    // Only now the rare kinds: a lease has none, and asking would leave refused calls in every audit trail.
    const kinds = [ACCESS_KEYS, ...OTHER_KINDS].filter((kind) => !work.refused.has(kind));
    work.failures = [];
    found = await Promise.all(kinds.map((kind) => listKind(kind, work)));
  }
}

async function listKind(kind: AttachmentKind, work: Work): Promise<FoundAttachments> {
  try {
    return { kind, ids: await listAttachments(kind, work.iam, work.record.userName), complete: true, refused: false };
  } catch (error) {
    // The user exists, so a common kind's list that does not know it lags; of a login profile it says that there is none.
    if (isFailure(error, 'NoSuchEntity')) return { kind, ids: [], complete: kind.rare, refused: false };
    work.rareLeft ||= kind.rare;
    const sentence = `look for ${kind.label}: ${describeFailure(error)}`;
    if (kind.rare && isDenied(error)) work.refused.set(kind, sentence);
    else work.failures.push(sentence);
    return { kind, ids: [], complete: false, refused: isDenied(error) };
  }
}

/**
 * Access keys first, and the proof of their death begun; then all the rest at once; the guard last and only when all of that is
 * gone, so that whatever is left, a session made with the key included, still ends.
 * @returns whether something could not be removed, or not even be looked for
 */
async function removeAll(work: Work, found: readonly FoundAttachments[]): Promise<boolean> {
  const keys = found.filter(({ kind }) => kind === ACCESS_KEYS);
  const dead = await Promise.all(keys.flatMap(({ kind, ids }) => ids.map((id) => remove(kind, id, work))));
  const deadIds = keys.flatMap(({ ids }) => ids).filter((_, index) => dead[index]);
  if (work.probe !== undefined) {
    work.proof = worstProof([work.proof, proveKeysDead(deadIds, work.probe, work)]);
  }
  const rest = found
    .filter(({ kind }) => kind !== ACCESS_KEYS)
    .flatMap(({ kind, ids }) => ids.map((id) => ({ kind, id })));
  const isGuard = ({ kind, id }: { kind: AttachmentKind; id: string }) =>
    kind === INLINE_POLICIES && id === GUARD_POLICY_NAME;
  if (rest.some(isGuard)) work.guard = 'on';
  const removed = await Promise.all(
    rest.filter((child) => !isGuard(child)).map(({ kind, id }) => remove(kind, id, work)),
  );
  const common = found.filter(({ kind }) => !kind.rare);
  const stuck = dead.includes(false) || removed.includes(false) || common.some(({ refused }) => refused);
  if (stuck || common.some(({ complete }) => !complete)) return stuck;
  const guards = await Promise.all(rest.filter(isGuard).map(({ kind, id }) => remove(kind, id, work)));
  if (guards.length > 0 && !guards.includes(false)) work.guard = 'off';
  return guards.includes(false);
}

async function remove(kind: AttachmentKind, id: string, work: Work): Promise<boolean> {
  try {
    await kind.remove(work.iam, work.record.userName, id);
  } catch (error) {
    // Gone between look and removal, or removed by us with the answer lost.
    if (!isFailure(error, 'NoSuchEntity')) {
      work.rareLeft ||= kind.rare;
      const sentence = `remove ${kind.label}${kind.survivesUser ? ` ${id}` : ''}: ${describeFailure(error)}`;
      work.failures.push(sentence);
      if (kind.survivesUser) work.survivors.add(sentence);
      return false;
    }
  }
  work.removed.push(kind === ACCESS_KEYS || id === work.record.userName ? kind.label : `${kind.label} ${id}`);
  return true;
}

async function deleteUser(work: Work): Promise<'gone' | 'conflict' | 'failed'> {
  const settled = () => {
    work.failures = work.failures.filter((sentence) => work.survivors.has(sentence));
    return 'gone' as const;
  };
  try {
    await work.iam.send(new DeleteUserCommand({ UserName: work.record.userName }));
    return settled();
  } catch (error) {
    if (isFailure(error, 'NoSuchEntity') || (await isGoneDespiteDenial(error, work))) return settled();
    work.failures.push(`delete the user: ${describeFailure(error)}`);
    return isFailure(error, 'DeleteConflict', 'ConcurrentModification') ? 'conflict' : 'failed';
  }
}

/**
 * A refusal may mean that the user is gone, since IAM then knows neither its path nor its tags: deleted by us, the answer lost, or by
 * somebody else who revokes the same lease.
 */
async function isGoneDespiteDenial(error: unknown, work: Work): Promise<boolean> {
  if (!isDenied(error)) return false;
  const look = work.iam.send(new GetUserCommand({ UserName: work.record.userName }));
  return look.then(
    () => false,
    (answer: unknown) => isFailure(answer, 'NoSuchEntity'),
  );
}

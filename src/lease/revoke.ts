import { DeleteUserCommand, GetUserCommand } from '@aws-sdk/client-iam';
import { describeFailure, isDenied, isFailure } from '../aws/failures.ts';
import { again, done, poll } from '../waiting/poll.ts';
import type { LeaseRecord } from './lease.ts';
import { assertOwn, findUser } from './own-user.ts';
import { listKind, removeAll } from './remove-attachments.ts';
import {
  type FoundAttachments,
  newProgress,
  type Progress,
  type Revocation,
  type RevokeDependencies,
  resultOf,
} from './revocation.ts';
import { ACCESS_KEYS, type AttachmentKind, OTHER_KINDS } from './user-attachments.ts';

const CONFLICT_BACKOFF = { firstMs: 500, maxMs: 4_000 };
/** `DeleteConflict` and `ConcurrentModification` right after deletes are eventual consistency. This many rounds take about 20 s. */
const MAX_ROUNDS = 8;
/** For a role that may not list all kinds: after this many rounds the cause is more likely one of those kinds. */
const MAX_ROUNDS_WITH_UNSEEN = 5;

/**
 * Deletes a user lease and everything attached to it, access keys first (docs/security.md). Idempotent: a missing user is a success.
 * An error of AWS does not stop it; all errors are in the result.
 * @throws ActionError `lease-mismatch` when a user of this name exists whose path or tags are not the record's
 */
export async function revokeUser(record: LeaseRecord, deps: RevokeDependencies): Promise<Revocation> {
  const progress = newProgress(record, deps);
  const firstLists = Promise.all(commonKinds().map((kind) => listKind(kind, progress)));
  firstLists.catch(() => undefined);
  const listsAgree = async () => (await firstLists).every(({ noUser }) => noUser);
  const user = await findUser(record, listsAgree, deps).catch((error: unknown) => {
    progress.failures.push(`read the user: ${describeFailure(error)}`);
    return 'unreadable' as const;
  });
  if (user === 'unreadable') return { ...resultOf(progress), outcome: 'incomplete', proof: 'no-key' };
  if (user === undefined) return { ...resultOf(progress), outcome: 'already-gone', proof: 'no-key' };
  assertOwn(user, record);
  // The lease may have been renewed since main saved its record.
  progress.endsAt = user.Tags?.find(({ Key }) => Key === 'lease:expires-at')?.Value;
  if (deps.confirm?.(user) === false) return { ...resultOf(progress), outcome: 'kept', proof: 'no-key' };
  const isDeleted = await deleteInRounds(progress, await firstLists);
  if (!isDeleted) progress.failures.push(...progress.refused.values());
  return { ...resultOf(progress), outcome: isDeleted ? 'deleted' : 'incomplete', proof: await progress.proof };
}

function commonKinds(): AttachmentKind[] {
  return [ACCESS_KEYS, ...OTHER_KINDS.filter((kind) => !kind.rare)];
}

/** Lists, removes and deletes the user, again after a conflict. @returns true when the user is deleted */
async function deleteInRounds(progress: Progress, firstLists: readonly FoundAttachments[]): Promise<boolean> {
  const attempt = async (round: number) => {
    const failed = await removeAll(progress, round === 1 ? firstLists : await listAgain(progress));
    const outcome = await deleteUser(progress);
    if (outcome !== 'conflict') return done(outcome === 'gone');
    const maxRounds = progress.refused.size > 0 ? MAX_ROUNDS_WITH_UNSEEN : MAX_ROUNDS;
    return round >= maxRounds || (failed && round > 1) ? done(false) : again(() => false);
  };
  // Only the pause of `poll` throws, when the step must end.
  return poll<boolean>(attempt, { backoff: CONFLICT_BACKOFF }, progress).catch(() => false);
}

/**
 * Lists from the second round on, with the rare kinds. A lease normally has none of them, and the role may lack their permissions: with
 * these calls in the first round, CloudTrail would have denied calls for every lease.
 */
async function listAgain(progress: Progress): Promise<FoundAttachments[]> {
  const kinds = [ACCESS_KEYS, ...OTHER_KINDS].filter((kind) => !progress.refused.has(kind));
  progress.failures = [];
  return Promise.all(kinds.map((kind) => listKind(kind, progress)));
}

async function deleteUser(progress: Progress): Promise<'gone' | 'conflict' | 'failed'> {
  const markDeleted = () => {
    progress.failures = progress.failures.filter((sentence) => progress.survivors.has(sentence));
    return 'gone' as const;
  };
  try {
    await progress.iam.send(new DeleteUserCommand({ UserName: progress.record.userName }));
    return markDeleted();
  } catch (error) {
    if (isFailure(error, 'NoSuchEntity') || isDenied(error)) {
      if (await isGone(progress)) return markDeleted();
    }
    progress.failures.push(`delete the user: ${describeFailure(error)}`);
    return isFailure(error, 'DeleteConflict', 'ConcurrentModification', 'NoSuchEntity') ? 'conflict' : 'failed';
  }
}

/**
 * `NoSuchEntity` may come from a server that is behind. A denial may mean that the user is deleted, because IAM then knows neither its
 * path nor its tags: we deleted it and the answer was lost, or another process revoked the same lease. So the user is read once more.
 */
async function isGone({ iam, record }: Progress): Promise<boolean> {
  return iam.send(new GetUserCommand({ UserName: record.userName })).then(
    () => false,
    (answer: unknown) => isFailure(answer, 'NoSuchEntity'),
  );
}

import { DeleteUserCommand, GetUserCommand } from '@aws-sdk/client-iam';
import { describeFailure, isDenied, isFailure } from '../aws/failures.ts';
import { again, done, poll } from '../waiting/poll.ts';
import type { LeaseRecord } from './lease.ts';
import { assertOwn, findUser } from './own-user.ts';
import { listKind, removeAll } from './remove-attachments.ts';
import {
  type FoundAttachments,
  type Revocation,
  type RevokeDependencies,
  report,
  startWork,
  type Work,
} from './revocation.ts';
import { ACCESS_KEYS, type AttachmentKind, OTHER_KINDS } from './user-attachments.ts';

const CONFLICT_BACKOFF = { firstMs: 500, maxMs: 4_000 };
/** `DeleteConflict` and `ConcurrentModification` straight after deletes are lag; so many rounds span some 20 s. */
const MAX_ROUNDS = 8;
/** Lag is over by then, as a rule, and what is left is more likely of a kind we may not look at. */
const MAX_ROUNDS_WITH_UNSEEN = 5;

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

function commonKinds(): AttachmentKind[] {
  return [ACCESS_KEYS, ...OTHER_KINDS.filter((kind) => !kind.rare)];
}

/** Rounds of: look, keys, the rest, the user. @returns whether the user is gone */
async function deleteInRounds(work: Work, firstLook: readonly FoundAttachments[]): Promise<boolean> {
  const attempt = async (round: number) => {
    const stuck = await removeAll(work, round === 1 ? firstLook : await lookAgain(work));
    const outcome = await deleteUser(work);
    if (outcome !== 'conflict') return done(outcome === 'gone');
    const maxRounds = work.refused.size > 0 ? MAX_ROUNDS_WITH_UNSEEN : MAX_ROUNDS;
    return round >= maxRounds || (stuck && round > 1) ? done(false) : again(() => false);
  };
  // Nothing above throws: only the pause does, when the step has to end.
  return poll<boolean>(attempt, { backoff: CONFLICT_BACKOFF }, work).catch(() => false);
}

/** From the second round on the rare kinds too: a lease has none, and asking at once would leave denied calls in every audit trail. */
async function lookAgain(work: Work): Promise<FoundAttachments[]> {
  const kinds = [ACCESS_KEYS, ...OTHER_KINDS].filter((kind) => !work.refused.has(kind));
  work.failures = [];
  return Promise.all(kinds.map((kind) => listKind(kind, work)));
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

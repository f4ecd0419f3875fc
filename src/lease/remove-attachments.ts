import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { describeFailure, isDenied, isFailure } from '../aws/failures.ts';
import { closedGuardPolicy, GUARD_POLICY_NAME } from './guard.ts';
import { proveKeysDead, worstProof } from './key-death.ts';
import type { FoundAttachments, Progress } from './revocation.ts';
import { ACCESS_KEYS, type AttachmentKind, INLINE_POLICIES, listAttachments } from './user-attachments.ts';

/** Lists what is attached to the user, of one kind. A failure is added to `progress`; never rejects. */
export async function listKind(kind: AttachmentKind, progress: Progress): Promise<FoundAttachments> {
  try {
    return {
      kind,
      ids: await listAttachments(kind, progress.iam, progress.record.userName),
      complete: true,
      refused: false,
      noUser: false,
    };
  } catch (error) {
    // The user exists. So for a common kind this is eventual consistency; for a login profile it means that there is none.
    if (isFailure(error, 'NoSuchEntity'))
      return { kind, ids: [], complete: kind.rare, refused: false, noUser: !kind.rare };
    progress.rareLeft ||= kind.rare;
    const sentence = `look for ${kind.label}: ${describeFailure(error)}`;
    if (kind.rare && isDenied(error)) progress.refused.set(kind, sentence);
    else progress.failures.push(sentence);
    return { kind, ids: [], complete: false, refused: isDenied(error), noUser: false };
  }
}

/**
 * Removes what is attached to the user: access keys first; then all the rest in parallel; the guard last, and only after everything
 * else was removed. So if something is still attached, the guard ends it, and sessions created with the key, too.
 * @returns true when something could not be removed, or AWS denied to list it
 */
export async function removeAll(progress: Progress, found: readonly FoundAttachments[]): Promise<boolean> {
  const keys = found.filter(({ kind }) => kind === ACCESS_KEYS);
  const [removedKeys, isClosed] = await Promise.all([
    Promise.all(keys.flatMap(({ kind, ids }) => ids.map((id) => remove(kind, id, progress)))),
    closeGuard(progress),
  ]);
  const removedIds = keys.flatMap(({ ids }) => ids).filter((_, index) => removedKeys[index]);
  if (progress.probe !== undefined) {
    progress.proof = worstProof([progress.proof, proveKeysDead(removedIds, progress.probe, progress)]);
  }
  const rest = found
    .filter(({ kind }) => kind !== ACCESS_KEYS)
    .flatMap(({ kind, ids }) =>
      (kind === INLINE_POLICIES && isClosed ? withGuard(ids) : ids).map((id) => ({ kind, id })),
    );
  const isGuard = ({ kind, id }: { kind: AttachmentKind; id: string }) =>
    kind === INLINE_POLICIES && id === GUARD_POLICY_NAME;
  if (rest.some(isGuard) && !isClosed) progress.guard = 'on';
  const removedRest = await Promise.all(
    rest.filter((attachment) => !isGuard(attachment)).map(({ kind, id }) => remove(kind, id, progress)),
  );
  const common = found.filter(({ kind }) => !kind.rare);
  const failed = removedKeys.includes(false) || removedRest.includes(false) || common.some(({ refused }) => refused);
  if (failed || common.some(({ complete }) => !complete)) return failed;
  const guards = await Promise.all(rest.filter(isGuard).map(({ kind, id }) => remove(kind, id, progress)));
  if (guards.length > 0 && !guards.includes(false)) progress.guard = 'off';
  return guards.includes(false);
}

/**
 * Puts the closed guard, once: a round after its removal does not put it again.
 * @returns true when it is put, so that the user has a guard even if the list does not show it
 */
async function closeGuard(progress: Progress): Promise<boolean> {
  const { iam, record, denyFirst } = progress;
  if (!denyFirst || progress.guard === 'closed' || progress.guard === 'off') return progress.guard === 'closed';
  const PolicyDocument = closedGuardPolicy();
  try {
    await iam.send(
      new PutUserPolicyCommand({ UserName: record.userName, PolicyName: GUARD_POLICY_NAME, PolicyDocument }),
    );
  } catch (error) {
    progress.failures.push(`deny it everything: ${describeFailure(error)}`);
    return false;
  }
  progress.guard = 'closed';
  return true;
}

function withGuard(ids: readonly string[]): readonly string[] {
  return ids.includes(GUARD_POLICY_NAME) ? ids : [...ids, GUARD_POLICY_NAME];
}

async function remove(kind: AttachmentKind, id: string, progress: Progress): Promise<boolean> {
  try {
    await kind.remove(progress.iam, progress.record.userName, id);
  } catch (error) {
    // Another process removed it, or we did and the answer was lost.
    if (!isFailure(error, 'NoSuchEntity')) {
      progress.rareLeft ||= kind.rare;
      const sentence = `remove ${kind.label}${kind.survivesUser ? ` ${id}` : ''}: ${describeFailure(error)}`;
      progress.failures.push(sentence);
      if (kind.survivesUser) progress.survivors.add(sentence);
      return false;
    }
  }
  progress.removed.push(kind === ACCESS_KEYS || id === progress.record.userName ? kind.label : `${kind.label} ${id}`);
  return true;
}

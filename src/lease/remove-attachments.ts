import { describeFailure, isDenied, isFailure } from '../aws/failures.ts';
import { GUARD_POLICY_NAME } from './guard.ts';
import { proveKeysDead, worstProof } from './key-death.ts';
import type { FoundAttachments, Work } from './revocation.ts';
import { ACCESS_KEYS, type AttachmentKind, INLINE_POLICIES, listAttachments } from './user-attachments.ts';

/** What of one kind is on the user; a failure is noted in the work. */
export async function listKind(kind: AttachmentKind, work: Work): Promise<FoundAttachments> {
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
export async function removeAll(work: Work, found: readonly FoundAttachments[]): Promise<boolean> {
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

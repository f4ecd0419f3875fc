import { ActionError, asActionError } from '../errors.ts';

/**
 * Two things at once, both to their end, also when one fails: nothing may go on behind a rollback, or after the process has left.
 * @throws what failed; where both did, the first with what the second says
 */
export async function settleBoth<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled([one, other]);
  if (first.status === 'rejected')
    throw second.status === 'rejected' ? joined(first.reason, second.reason) : first.reason;
  if (second.status === 'rejected') throw second.reason;
  return [first.value, second.value];
}

function joined(first: unknown, second: unknown): unknown {
  if (!(first instanceof ActionError) || first === second) return first;
  const other = asActionError(second);
  return new ActionError(first.code, `${first.message}\n\nAnd: ${other.message}`, {
    remedy: `${first.remedy}\n${other.remedy}`,
    cause: first,
  });
}

import { joinErrors } from '../errors.ts';

/**
 * Two things at once, both to their end, also when one fails: nothing may go on behind a rollback, or after the process has left.
 * @throws what failed; where both did, both as one
 */
export async function settleBoth<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled([one, other]);
  if (first.status === 'fulfilled' && second.status === 'fulfilled') return [first.value, second.value];
  throw joinErrors(failuresOf([first, second]));
}

/** What the rejected ones of settled promises were rejected with. */
export function failuresOf(outcomes: readonly PromiseSettledResult<unknown>[]): unknown[] {
  return outcomes.filter((outcome) => outcome.status === 'rejected').map((outcome) => outcome.reason as unknown);
}

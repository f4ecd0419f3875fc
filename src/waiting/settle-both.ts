import { joinErrors } from '../errors.ts';

/**
 * Waits for two promises until both have settled, also when one rejects. So no call is pending during a rollback or at the end of the
 * process.
 * @throws the failure; if both failed, one error with both
 */
export async function settleBoth<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled([one, other]);
  if (first.status === 'fulfilled' && second.status === 'fulfilled') return [first.value, second.value];
  throw joinErrors(failuresOf([first, second]));
}

/** The reasons of the rejected promises. */
export function failuresOf(outcomes: readonly PromiseSettledResult<unknown>[]): unknown[] {
  return outcomes.filter((outcome) => outcome.status === 'rejected').map((outcome) => outcome.reason as unknown);
}

/**
 * Two things at once, both to their end, also when one fails: nothing may go on behind a rollback, or after the process has left.
 * @throws what the first threw, else what the second did
 */
export async function bothToTheEnd<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled([one, other]);
  if (first.status === 'rejected') throw first.reason;
  if (second.status === 'rejected') throw second.reason;
  return [first.value, second.value];
}

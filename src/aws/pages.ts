import { IncompleteAnswer } from './faults.ts';

/** One page of a list; `next` is the marker or token of the page after it. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | undefined };

/**
 * Reads a list page by page.
 * @param action the AWS action, for the error
 * @throws IncompleteAnswer when a page names a marker that was used already, as it would go on for ever
 */
export async function* pagesOf<T>(
  action: string,
  read: (marker: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<readonly T[]> {
  const used = new Set<string>();
  let marker: string | undefined;
  do {
    const { items, next } = await read(marker);
    yield items;
    if (next !== undefined && used.has(next))
      throw new IncompleteAnswer(action, 'next page: its marker was used before');
    if (next !== undefined) used.add(next);
    marker = next;
  } while (marker !== undefined);
}

/** All items of a list. @throws IncompleteAnswer as `pagesOf` */
export async function allPages<T>(
  action: string,
  read: (marker: string | undefined) => Promise<Page<T>>,
): Promise<T[]> {
  const all: T[] = [];
  for await (const items of pagesOf(action, read)) all.push(...items);
  return all;
}

import { randomUUID } from 'node:crypto';

/** One page; the token names the rest. */
export type Page<T> = { items: T[]; NextToken?: string };

/** Pages of lists. A token belongs to one query, and to the list as it was then. */
export type Pages = {
  first<T>(question: string, items: T[], size: number): Page<T>;
  /** The page of a token; undefined when the token is unknown, or of another query. */
  next<T>(question: string, token: string, size: number): Page<T> | undefined;
};

/** No pages yet. */
export function createPages(): Pages {
  const rests = new Map<string, { question: string; rest: unknown[] }>();
  const cut = <T>(question: string, items: T[], size: number): Page<T> => {
    const page = { items: items.slice(0, size) };
    if (items.length <= size) return page;
    const NextToken = randomUUID();
    rests.set(NextToken, { question, rest: items.slice(size) });
    return { ...page, NextToken };
  };
  return {
    first: cut,
    next: <T>(question: string, token: string, size: number) => {
      const known = rests.get(token);
      return known?.question === question ? cut(question, known.rest as T[], size) : undefined;
    },
  };
}

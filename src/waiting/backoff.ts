/** Pauses that grow from `firstMs` to `maxMs`, each by `factor` (default 2). */
export type Backoff = { readonly firstMs: number; readonly maxMs: number; readonly factor?: number };

/**
 * The pause before the next try, in milliseconds: between 50 % and 100 % of the backoff.
 * @param tries 0 after the first try
 * @param fraction a number in [0, 1), for jitter
 */
export function pauseMs({ firstMs, maxMs, factor = 2 }: Backoff, tries: number, fraction: () => number): number {
  const full = Math.min(maxMs, firstMs * factor ** tries);
  return full * (0.5 + fraction() / 2);
}

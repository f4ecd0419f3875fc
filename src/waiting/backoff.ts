/** A wait that grows: doubled each time from `firstMs` to `maxMs`, drawn between half of it and all of it. */
export type Backoff = { readonly firstMs: number; readonly maxMs: number };

/**
 * The pause after so many tries, in milliseconds.
 * @param fraction a number in [0, 1), for jitter
 */
export function pauseMs(backoff: Backoff, tries: number, fraction: () => number): number {
  const full = Math.min(backoff.maxMs, backoff.firstMs * 2 ** tries);
  return full * (0.5 + fraction() / 2);
}

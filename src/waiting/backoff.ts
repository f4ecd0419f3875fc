/** A pause that grows from `firstMs` to `maxMs`, each `factor` (2 if not given) times the one before. */
export type Backoff = { readonly firstMs: number; readonly maxMs: number; readonly factor?: number };

/**
 * The pause after so many tries, in milliseconds, drawn between half of it and all of it.
 * @param tries 0 after the first try
 * @param fraction a number in [0, 1), for jitter
 */
export function pauseMs({ firstMs, maxMs, factor = 2 }: Backoff, tries: number, fraction: () => number): number {
  const full = Math.min(maxMs, firstMs * factor ** tries);
  return full * (0.5 + fraction() / 2);
}

/** How long calls may go on: after `soft` no new one starts, after `hard` those under way are cut. */
export type Lifetime = { readonly soft: AbortSignal; readonly hard: AbortSignal };

/** A lifetime that stops, all at once, `milliseconds` from now. */
export function lifetimeFor(milliseconds: number): Lifetime {
  const signal = AbortSignal.timeout(milliseconds);
  return { soft: signal, hard: signal };
}

/** The promise's outcome, or the signal's reason when that comes first. */
export function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

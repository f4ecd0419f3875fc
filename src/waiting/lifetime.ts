/** How long calls may continue. After `soft` no new call starts; after `hard` pending calls are aborted. */
export type Lifetime = { readonly soft: AbortSignal; readonly hard: AbortSignal };

/** A lifetime whose `soft` and `hard` both end `milliseconds` from now. */
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

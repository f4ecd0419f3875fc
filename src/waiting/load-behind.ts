import type { Clock } from './clock.ts';

/**
 * Loads a part of this build behind a request that has just begun. `import()` reads and compiles the part before it returns, and so
 * long nothing leaves this process: begun at once, the load would hold back the very request that it is to be hidden behind. So
 * the request gets a head start, unless it is over sooner; whether it succeeds does not matter here.
 */
export async function loadBehind<T>(
  request: Promise<unknown>,
  load: () => Promise<T>,
  headStart: { readonly ms: number; readonly clock: Pick<Clock, 'sleep'> },
): Promise<T> {
  const over = request.then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([over, headStart.clock.sleep(headStart.ms)]);
  return load();
}

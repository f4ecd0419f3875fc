import type { Clock } from './clock.ts';

/**
 * Loads a part of this build while a request that just began is pending. `import()` reads and compiles the part synchronously; during
 * that time this process sends nothing. A load that starts at once would delay the request. So the load starts `headStart.ms` later, or
 * when the request ends, if that is earlier. A failed request does not stop the load.
 */
export async function loadBehind<T>(
  request: Promise<unknown>,
  load: () => Promise<T>,
  headStart: { readonly ms: number; readonly clock: Pick<Clock, 'sleep'> },
): Promise<T> {
  const ended = request.then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([ended, headStart.clock.sleep(headStart.ms)]);
  return load();
}

/** When a load begins, and what tells the time. */
export type Pause = {
  readonly afterMs: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
};

/**
 * Loads a part of this build behind a request that has just begun. `import()` reads and compiles the part before it returns, and so
 * long nothing leaves this process: begun at once, the load would hold back the very request that it is to be hidden behind. So
 * the request gets a head start, unless it is over sooner; what comes of it does not matter here.
 */
export async function loadBehind<T>(request: Promise<unknown>, load: () => Promise<T>, pause: Pause): Promise<T> {
  const over = request.then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([over, pause.sleep(pause.afterMs)]);
  return load();
}

/** Milliseconds for the start, and for the end, of all laboratories of a file: a second on an idle machine, much more on a busy one. */
export const LAB_START_MS = 120_000;

/** Milliseconds for one test that runs bundles, or calls the laboratory. Such a test takes seconds: the limit ends one that hangs. */
export const BUNDLE_TEST_MS = 120_000;

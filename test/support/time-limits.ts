/** How long a laboratory, or the several of one file, may take to start and to end, in milliseconds: a second on an idle machine, and much more where all cores are busy. */
export const LAB_START_MS = 120_000;

/** How long one test that runs bundles, or asks the laboratory itself, may take, in milliseconds. Such a test takes seconds: the limit ends one that hangs. */
export const BUNDLE_TEST_MS = 120_000;

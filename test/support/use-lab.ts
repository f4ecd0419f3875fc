import { afterAll, beforeAll, beforeEach, jest } from '@jest/globals';
import { type Lab, startLab } from '../lab/lab.ts';
import { createSites, type Sites } from './scenarios/sites.ts';
import { BUNDLE_TEST_MS, LAB_START_MS } from './time-limits.ts';

/** A proxy for the laboratory: a test file declares it before it has started. */
function startedBy(current: () => Lab | undefined): Lab {
  return new Proxy({} as Lab, {
    get: (_, property) => {
      const lab = current();
      if (lab === undefined) throw new Error('The laboratory has not started yet: use it inside a test or a hook.');
      return Reflect.get(lab, property);
    },
  });
}

/**
 * One laboratory for all tests of the file, from the first to the last; call it at the top of the file. Each test gets an empty account
 * unless `reset` is false. Every test of the file may take BUNDLE_TEST_MS.
 */
export function useLab({ reset = true }: { reset?: boolean } = {}): Lab {
  jest.setTimeout(BUNDLE_TEST_MS);
  let lab: Lab | undefined;
  beforeAll(async () => {
    lab = await startLab();
  }, LAB_START_MS);
  if (reset) beforeEach(() => lab?.reset());
  afterAll(() => lab?.close(), LAB_START_MS);
  return startedBy(() => lab);
}

/** Several laboratories for the file's concurrent tests, each test alone on one (`sites.use`); call it at the top of the file. Every test may take BUNDLE_TEST_MS. */
export function useSites(size: number): Pick<Sites, 'use'> {
  jest.setTimeout(BUNDLE_TEST_MS);
  const sites = createSites(size);
  beforeAll(sites.open, LAB_START_MS);
  afterAll(sites.close, LAB_START_MS);
  return sites;
}

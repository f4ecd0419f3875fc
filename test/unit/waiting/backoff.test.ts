import { describe, expect, it } from '@jest/globals';
import { pauseMs } from '../../../src/waiting/backoff.ts';

describe('a pause', () => {
  it.each([
    [0, 0, 125],
    [0, 0.999999, 250],
    [1, 0, 250],
    [2, 0.5, 750],
    [3, 0, 1000],
    [10, 0.999999, 2000],
  ])('before try %i at chance %d is %i ms: doubled each time, half of it drawn', (tries, fraction, expected) => {
    expect(Math.round(pauseMs({ firstMs: 250, maxMs: 2_000 }, tries, () => fraction))).toBe(expected);
  });

  it.each([
    [1, [50, 50, 50, 50]],
    [2, [50, 100, 200, 400]],
    [3, [50, 150, 450, 500]],
    [4, [50, 200, 500, 500]],
  ])('grows by the factor %i where that is given, up to the longest', (factor, pauses) => {
    const backoff = { firstMs: 100, maxMs: 1_000, factor };
    expect(pauses.map((_, tries) => pauseMs(backoff, tries, () => 0))).toEqual(pauses);
  });

  it('is never longer than the longest, also the first', () => {
    expect(pauseMs({ firstMs: 500, maxMs: 100 }, 0, () => 0)).toBe(50);
  });
});

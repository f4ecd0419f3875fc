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
});

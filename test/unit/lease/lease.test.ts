import { describe, expect, it } from '@jest/globals';
import { rfc3339, secondsAfter } from '../../../src/lease/lease.ts';
import { NOON } from '../../support/fakes/time.ts';

describe('a lease’s moments', () => {
  it('are written in UTC to the second', () => {
    expect(rfc3339(new Date(NOON + 999))).toBe('2026-11-21T12:00:00Z');
  });

  it('are counted in seconds from milliseconds', () => {
    expect(secondsAfter(NOON, 90)).toEqual(new Date('2026-11-21T12:01:30Z'));
  });
});

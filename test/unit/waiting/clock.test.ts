import { afterEach, describe, expect, it } from '@jest/globals';
import { parseRfc3339, rfc3339, secondsAfter, systemClock, systemRandomness } from '../../../src/waiting/clock.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { NOON } from '../../support/fakes/time.ts';

const HOUR = 3_600_000;
const realNow = Date.now;
afterEach(() => {
  Date.now = realNow;
});

/** A clock on a machine whose own time stands still at noon, until `move` changes it. */
function atNoon() {
  const move = (milliseconds: number) => {
    Date.now = () => milliseconds;
  };
  move(NOON);
  return { clock: systemClock(), move };
}

describe('the system’s clock', () => {
  it('has this machine’s time until it has learned AWS’s', () => {
    const { clock, move } = atNoon();
    expect([clock.now(), clock.offsetMs()]).toEqual([NOON, 0]);
    move(NOON + 5);
    expect([clock.now(), clock.offsetMs()]).toEqual([NOON + 5, 0]);
  });

  it.each([
    [HOUR, HOUR],
    [-HOUR, -HOUR],
    [2_000, 2_000],
    [-2_000, -2_000],
    [1_999, 0],
    [-1_999, 0],
    [0, 0],
  ])('of which AWS is %i ms ahead is corrected by %i ms: less than 2 s is latency', (ahead, offset) => {
    const { clock, move } = atNoon();
    clock.learn(NOON + ahead);
    expect([clock.now(), clock.offsetMs()]).toEqual([NOON + offset, offset]);
    move(NOON + 5_000);
    expect(clock.now()).toBe(NOON + 5_000 + offset);
  });

  it.each([HOUR, 500])('learns from the first answer only (AWS %i ms ahead)', (ahead) => {
    const { clock } = atNoon();
    clock.learn(NOON + ahead);
    const learned = clock.offsetMs();
    clock.learn(NOON - 2 * HOUR);
    expect(clock.offsetMs()).toBe(learned);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'does not learn from an answer without a date (%d), and does from the next one',
    (none) => {
      const { clock } = atNoon();
      clock.learn(none);
      expect([clock.now(), clock.offsetMs()]).toEqual([NOON, 0]);
      clock.learn(NOON + HOUR);
      expect(clock.offsetMs()).toBe(HOUR);
    },
  );

  it('does not share what it has learned with another clock', () => {
    const { clock } = atNoon();
    clock.learn(NOON + HOUR);
    expect(systemClock().offsetMs()).toBe(0);
  });

  it('counts the time that has passed alike, whatever AWS or this machine say that it is', () => {
    const { clock, move } = atNoon();
    const before = clock.elapsedMs();
    clock.learn(NOON + HOUR);
    move(NOON - 5 * HOUR);
    const passed = clock.elapsedMs() - before;
    expect(passed).toBeGreaterThanOrEqual(0);
    expect(passed).toBeLessThan(60_000);
  });

  it('sleeps for the time given, with a signal and without', async () => {
    const clock = systemClock();
    const before = clock.elapsedMs();
    await clock.sleep(20);
    await clock.sleep(20, new AbortController().signal);
    // Timers may fire a millisecond early.
    expect(clock.elapsedMs() - before).toBeGreaterThanOrEqual(38);
  });

  it('wakes with the signal’s reason, before the sleep or in it', async () => {
    const clock = systemClock();
    const stop = new AbortController();
    const reason = new Error('stopped');
    const sleep = rejection(clock.sleep(HOUR, stop.signal));
    stop.abort(reason);
    expect(await sleep).toBe(reason);
    expect(await rejection(clock.sleep(HOUR, stop.signal))).toBe(reason);
  });
});

describe('the system’s randomness', () => {
  it('draws texts of the length given from the whole alphabet alone, a new one each time', () => {
    const text = systemRandomness.text('abc', 1_000);
    expect(text).toMatch(/^[abc]{1000}$/);
    expect(new Set(text).size).toBe(3);
    expect(systemRandomness.text('abc', 1_000)).not.toBe(text);
    expect(systemRandomness.text('abc', 0)).toBe('');
  });

  it('draws fractions from 0 up to, and never, 1, spread over all of it', () => {
    const fractions = Array.from({ length: 1_000 }, systemRandomness.fraction);
    expect(Math.min(...fractions)).toBeGreaterThanOrEqual(0);
    expect(Math.min(...fractions)).toBeLessThan(0.1);
    expect(Math.max(...fractions)).toBeLessThan(1);
    expect(Math.max(...fractions)).toBeGreaterThan(0.9);
  });
});

describe('a time in a tag', () => {
  it.each([
    [NOON, '2026-11-21T12:00:00Z'],
    [NOON + 999, '2026-11-21T12:00:00Z'],
    [NOON + 1_000, '2026-11-21T12:00:01Z'],
    [0, '1970-01-01T00:00:00Z'],
  ])('is written in UTC, cut to the second: %i is %s', (milliseconds, text) => {
    expect(rfc3339(new Date(milliseconds))).toBe(text);
  });

  it.each([
    ['2026-11-21T12:00:00Z', NOON],
    ['1970-01-01T00:00:00Z', 0],
    ['2028-02-29T23:59:59Z', Date.UTC(2028, 1, 29, 23, 59, 59)],
  ])('is read back: %s', (text, milliseconds) => {
    expect(parseRfc3339(text)).toEqual(new Date(milliseconds));
    expect(rfc3339(new Date(milliseconds))).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['a word', 'tomorrow'],
    ['a date alone', '2026-11-21'],
    ['a local time', '2026-11-21T12:00:00'],
    ['another time zone', '2026-11-21T12:00:00+01:00'],
    ['fractions of a second', '2026-11-21T12:00:00.5Z'],
    ['a year of six digits', '+002026-11-21T12:00:00Z'],
    ['words behind it', '2026-11-21T12:00:00Z (UTC)'],
    ['a second line', '2026-11-21T12:00:00Z\n'],
    ['a blank before it', ' 2026-11-21T12:00:00Z'],
    ['a blank for the T', '2026-11-21 12:00:00Z'],
    ['month 13', '2026-13-21T12:00:00Z'],
    ['minute 60', '2026-11-21T12:60:00Z'],
  ])('is undefined when the text is, or has, %s', (_, text) => {
    expect(parseRfc3339(text)).toBeUndefined();
  });

  it.each([
    [0, '2026-11-21T12:00:00.000Z'],
    [90, '2026-11-21T12:01:30.000Z'],
    [86_400, '2026-11-22T12:00:00.000Z'],
    [0.5, '2026-11-21T12:00:00.500Z'],
    [-1, '2026-11-21T11:59:59.000Z'],
  ])('%d seconds after noon is %s', (seconds, expected) => {
    expect(secondsAfter(NOON, seconds).toISOString()).toBe(expected);
  });
});

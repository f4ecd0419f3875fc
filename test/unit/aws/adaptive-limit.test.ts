import { describe, expect, it } from '@jest/globals';
import { adaptiveLimit } from '../../../src/aws/adaptive-limit.ts';
import type { Clock } from '../../../src/waiting/clock.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';
import { fakeRandomness } from '../../support/fakes/randomness.ts';
import { ENDLESS, fakeClock } from '../../support/fakes/time.ts';

const throttled = () => awsError('Throttling', { status: 400 });
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

function setUp(
  most: number,
  about: { sleep?: (milliseconds: number) => Promise<void>; fraction?: number; retries?: boolean } = {},
) {
  const standing = fakeClock();
  const clock: Clock = {
    ...standing,
    async sleep(milliseconds, signal) {
      await standing.sleep(milliseconds, signal);
      await about.sleep?.(milliseconds);
    },
  };
  let running = 0;
  let peak = 0;
  /** The most that have run at a time since the last look. */
  const look = () => {
    const seen = peak;
    peak = running;
    return seen;
  };
  const { retries = true, fraction = 0 } = about;
  const run = adaptiveLimit(most, { clock, randomness: fakeRandomness(fraction), lifetime: ENDLESS, retries });
  /** A call that takes some turns, and fails with these, one after the other, before it is done. */
  const call = (errors: Error[] = [], lasting = 10) => {
    const left = [...errors];
    return run(async () => {
      peak = Math.max(peak, ++running);
      await turns(lasting);
      running--;
      const error = left.shift();
      if (error !== undefined) throw error;
      return 'done';
    });
  };
  const many = (count: number, errors?: () => Error[]) =>
    Promise.all(Array.from({ length: count }, () => call(errors?.())));
  return { call, many, look, slept: standing.slept };
}

describe('calls kept at AWS’s pace', () => {
  it.each([1, 3, 10])('run at most %d at a time, and as many as that', async (most) => {
    const { many, look } = setUp(most);
    expect(await many(25)).toEqual(Array(25).fill('done'));
    expect(look()).toBe(most);
  });

  it('that are refused for haste are made again, after a pause that grows to 8 s', async () => {
    const { call, slept } = setUp(4);
    expect(await call(Array.from({ length: 7 }, throttled))).toBe('done');
    expect(slept).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000, 4_000]);
  });

  it('are drawn apart by chance', async () => {
    const { call, slept } = setUp(4, { fraction: 0.5 });
    await call([throttled()]);
    expect(slept).toEqual([375]);
  });

  it.each(['Throttling', 'ThrottlingException', 'RequestLimitExceeded', 'TooManyRequestsException'])(
    'take %s for haste',
    async (name) => {
      const { call, slept } = setUp(4);
      await call([awsError(name)]);
      expect(slept).toHaveLength(1);
    },
  );

  it('that fail otherwise fail at once, and make room', async () => {
    const { call, slept } = setUp(1);
    const denied = awsError('AccessDenied', { status: 403 });
    expect(await rejection(call([denied]))).toBe(denied);
    expect(slept).toEqual([]);
    expect(await call()).toBe('done');
  });

  it('are given up when AWS refuses for minutes', async () => {
    const { call, slept } = setUp(4);
    expect(await rejection(call(Array.from({ length: 60 }, throttled)))).toMatchObject({ name: 'Throttling' });
    expect(slept).toHaveLength(40);
    const minutes = slept.reduce((sum, pause) => sum + pause, 0) / 60_000;
    expect(minutes).toBeGreaterThan(2);
    expect(minutes).toBeLessThan(10);
  });

  it('wait no longer once the step has to end', async () => {
    const ending = new Error('time is up');
    const { call } = setUp(4, { sleep: () => Promise.reject(ending) });
    expect(await rejection(call([throttled()]))).toBe(ending);
  });
});

describe('the pace', () => {
  it('is halved by each refusal, down to one at a time', async () => {
    const { many, look } = setUp(8);
    let refusals = 8;
    await many(8, () => (refusals-- > 0 ? [throttled()] : []));
    look();
    await many(6);
    expect(look()).toBeLessThanOrEqual(4);
  });

  it('never falls below one: what waits is done', async () => {
    const { many, look } = setUp(2);
    expect(await many(5, () => [throttled(), throttled(), throttled()])).toHaveLength(5);
    look();
    expect(await many(2)).toEqual(['done', 'done']);
    expect(look()).toBeGreaterThanOrEqual(1);
  });

  it('rises again, slowly, to where it was and no further', async () => {
    const { call, many, look } = setUp(4);
    await call([throttled(), throttled()]);
    look();
    await many(4);
    expect(look()).toBeLessThan(4);
    await many(40);
    look();
    await many(40);
    expect(look()).toBe(4);
  });

  it('leaves its turn to others while a call pauses', async () => {
    let wake: () => void = () => undefined;
    const { call } = setUp(1, { sleep: () => new Promise<void>((resolve) => (wake = resolve)) });
    const paused = call([throttled()]);
    expect(await call()).toBe('done');
    wake();
    expect(await paused).toBe('done');
  });

  it('takes the first refusal for an answer where nothing is to be tried again', async () => {
    const { call } = setUp(2, { retries: false });
    await expect(call([throttled()])).rejects.toMatchObject({ name: 'Throttling' });
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  type Attempt,
  again,
  done,
  type PollLimits,
  poll,
  type RetryLimits,
  retry,
} from '../../../src/waiting/poll.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { fakeRandomness } from '../../support/fakes/randomness.ts';
import { fakeClock, fakeWaiting, lifetimeOf } from '../../support/fakes/time.ts';

const BACKOFF = { firstMs: 100, maxMs: 400 };

/** Polls with attempts of which the one numbered `last` is done; the others, if they are the end, give their number. */
function polling(last: number, limits: Partial<PollLimits> = {}, about: { fraction?: number; takesMs?: number } = {}) {
  const waiting = fakeWaiting({ randomness: fakeRandomness(about.fraction) });
  const numbers: number[] = [];
  const attempt = async (number: number): Promise<Attempt<string>> => {
    numbers.push(number);
    waiting.clock.advance(about.takesMs ?? 0);
    return number === last ? done('done') : again(() => `given up at ${number}`);
  };
  const outcome = poll(attempt, { backoff: BACKOFF, ...limits }, waiting);
  return { outcome, numbers, slept: waiting.clock.slept };
}

describe('a poll', () => {
  it('whose first attempt is done makes no other and no pause', async () => {
    const { outcome, numbers, slept } = polling(1);
    expect(await outcome).toBe('done');
    expect([numbers, slept]).toEqual([[1], []]);
  });

  it.each([
    [0, [50, 100, 200, 200]],
    [0.5, [75, 150, 300, 300]],
  ])(
    'makes growing pauses, jittered between half and whole, up to the longest (chance %d)',
    async (fraction, pauses) => {
      const { outcome, numbers, slept } = polling(5, {}, { fraction });
      expect(await outcome).toBe('done');
      expect([numbers, slept]).toEqual([[1, 2, 3, 4, 5], pauses]);
    },
  );

  it('makes its pauses grow by the factor given', async () => {
    const { outcome, slept } = polling(4, { backoff: { firstMs: 100, maxMs: 2_000, factor: 4 } });
    await outcome;
    expect(slept).toEqual([50, 200, 800]);
  });

  it('has no end of its own where none is given', async () => {
    const { outcome, slept } = polling(1_000);
    expect(await outcome).toBe('done');
    expect(slept).toHaveLength(999);
  });

  it.each([
    [1, []],
    [3, [50, 100]],
  ])('makes %i attempts at most, with no pause after the last', async (maxAttempts, pauses) => {
    const { outcome, numbers, slept } = polling(9, { maxAttempts });
    expect(await outcome).toBe(`given up at ${maxAttempts}`);
    expect([numbers.length, slept]).toEqual([maxAttempts, pauses]);
  });

  it('whose last attempt allowed is done has its value', async () => {
    expect(await polling(3, { maxAttempts: 3 }).outcome).toBe('done');
  });

  it.each([
    [350, 4, [50, 100, 200]],
    [349, 3, [50, 100]],
    [49, 1, []],
    [0, 1, []],
  ])('within %i ms begins %i attempts, and none after that', async (withinMs, attempts, pauses) => {
    const { outcome, numbers, slept } = polling(99, { withinMs });
    expect(await outcome).toBe(`given up at ${attempts}`);
    expect([numbers.length, slept]).toEqual([attempts, pauses]);
  });

  it('counts the time that attempts take, from the beginning of the first', async () => {
    const { outcome, numbers, slept } = polling(99, { withinMs: 349 }, { takesMs: 100 });
    expect(await outcome).toBe('given up at 2');
    expect([numbers, slept]).toEqual([[1, 2], [50]]);
    expect(await polling(99, { withinMs: 350 }, { takesMs: 100 }).outcome).toBe('given up at 3');
    expect(await polling(1, { withinMs: 350 }, { takesMs: 1_000 }).outcome).toBe('done');
  });

  it('ends at whichever limit comes first', async () => {
    expect(await polling(99, { withinMs: 350, maxAttempts: 2 }).outcome).toBe('given up at 2');
    expect(await polling(99, { withinMs: 50, maxAttempts: 9 }).outcome).toBe('given up at 2');
  });

  it('uses elapsed time, not AWS’s time', async () => {
    const waiting = fakeWaiting();
    const attempt = async (number: number): Promise<Attempt<number>> => {
      waiting.clock.learn(waiting.clock.now() + 3_600_000);
      return number === 3 ? done(number) : again(() => -number);
    };
    expect(await poll(attempt, { backoff: BACKOFF, withinMs: 1_000 }, waiting)).toBe(3);
  });

  it('that gives up may throw, and asks the last attempt alone', async () => {
    const attempt = async (number: number) =>
      again<never>(() => {
        throw new Error(`too late after ${number}`);
      });
    const error = await rejection(poll(attempt, { backoff: BACKOFF, maxAttempts: 3 }, fakeWaiting()));
    expect(error).toEqual(new Error('too late after 3'));
  });

  it('ends with what an attempt throws, at once', async () => {
    const failure = new Error('refused');
    const waiting = fakeWaiting();
    let attempts = 0;
    const attempt = async (number: number): Promise<Attempt<string>> => {
      attempts++;
      if (number === 2) throw failure;
      return again(() => 'given up');
    };
    expect(await rejection(poll(attempt, { backoff: BACKOFF }, waiting))).toBe(failure);
    expect([attempts, waiting.clock.slept]).toEqual([2, [50]]);
  });
});

describe('the soft end of a lifetime', () => {
  const reason = new Error('stopped');

  /** Polls under a lifetime that ends softly when `when` says so; counts the attempts. */
  async function stopped(when: 'attempt' | 'pause' | 'done' | 'last attempt') {
    const soft = new AbortController();
    const stop = () => soft.abort(reason);
    const waiting = fakeWaiting({
      clock: fakeClock(when === 'pause' ? stop : undefined),
      lifetime: { ...lifetimeOf(soft.signal), hard: new AbortController().signal },
    });
    let attempts = 0;
    const attempt = async (): Promise<Attempt<string>> => {
      attempts++;
      if (when !== 'pause') stop();
      return when === 'done' ? done('done') : again(() => 'given up');
    };
    const limits = { backoff: BACKOFF, maxAttempts: when === 'last attempt' ? 1 : 9 };
    const outcome = await poll(attempt, limits, waiting).catch((error: unknown) => error);
    return { outcome, attempts };
  }

  it.each(['attempt', 'pause'] as const)('in the first %s ends a poll with the signal’s reason', async (when) => {
    expect(await stopped(when)).toEqual({ outcome: reason, attempts: 1 });
  });

  it('in an attempt that is done takes nothing from its value', async () => {
    expect(await stopped('done')).toEqual({ outcome: 'done', attempts: 1 });
  });

  it('in the last attempt leaves it to the poll to give up', async () => {
    expect(await stopped('last attempt')).toEqual({ outcome: 'given up', attempts: 1 });
  });
});

describe('a retry', () => {
  /** Makes a call that fails with `failure 1`, `failure 2`, … up to `failures`, of which `temporary` are temporary. */
  function retrying(failures: number, temporary: (number: number) => boolean, limits: Partial<RetryLimits> = {}) {
    const waiting = fakeWaiting();
    const asked: [string, number][] = [];
    let calls = 0;
    const call = async () => {
      if (++calls <= failures) throw new Error(`failure ${calls}`);
      return `answer ${calls}`;
    };
    const isTemporary = (error: unknown, number: number) => {
      asked.push([(error as Error).message, number]);
      return temporary(number);
    };
    const outcome = retry(call, { backoff: BACKOFF, isTemporary, ...limits }, waiting);
    return { outcome, asked, slept: waiting.clock.slept, count: () => calls };
  }

  it('of a call that succeeds is that call alone', async () => {
    const { outcome, asked, slept } = retrying(0, () => true);
    expect(await outcome).toBe('answer 1');
    expect([asked, slept]).toEqual([[], []]);
  });

  it('continues while the failure is temporary, according to the error and the attempt’s number', async () => {
    const { outcome, asked, slept } = retrying(3, () => true);
    expect(await outcome).toBe('answer 4');
    expect(asked).toEqual([
      ['failure 1', 1],
      ['failure 2', 2],
      ['failure 3', 3],
    ]);
    expect(slept).toEqual([50, 100, 200]);
  });

  it.each([1, 2])('ends with the first failure that is final (attempt %i)', async (final) => {
    const { outcome, count, slept } = retrying(9, (number) => number < final);
    expect(await rejection(outcome)).toEqual(new Error(`failure ${final}`));
    expect([count(), slept]).toEqual([final, [50].slice(0, final - 1)]);
  });

  it.each<[Partial<PollLimits>, number]>([
    [{ maxAttempts: 1 }, 1],
    [{ maxAttempts: 3 }, 3],
    [{ withinMs: 150 }, 3],
    [{ withinMs: 149 }, 2],
  ])('ends with the last failure where the limits %j are reached', async (limits, last) => {
    const { outcome, count } = retrying(9, () => true, limits);
    expect(await rejection(outcome)).toEqual(new Error(`failure ${last}`));
    expect(count()).toBe(last);
  });

  it('throws the very failure, whatever it is', async () => {
    const limits = { backoff: BACKOFF, maxAttempts: 2, isTemporary: () => true };
    const fail = () => Promise.reject(undefined);
    expect(await retry(fail, limits, fakeWaiting()).catch((error: unknown) => ['thrown', error])).toEqual([
      'thrown',
      undefined,
    ]);
  });

  it('ends with the signal’s reason when the step is stopped in a pause', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    const clock = fakeClock(() => stop.abort(reason));
    const waiting = fakeWaiting({ clock, lifetime: lifetimeOf(stop.signal) });
    const call = () => Promise.reject(new Error('failure'));
    expect(await rejection(retry(call, { backoff: BACKOFF, isTemporary: () => true }, waiting))).toBe(reason);
  });
});

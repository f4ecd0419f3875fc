import { describe, expect, it } from '@jest/globals';
import { ForeignAnswer } from '../../../src/aws/faults.ts';
import { waitUntilKeyWorks } from '../../../src/lease/key-readiness.ts';
import { awsError, networkError, rejection } from '../../support/fakes/aws-error.ts';
import { fakeRandomness } from '../../support/fakes/randomness.ts';
import { ENDLESS, fakeClock, fakeWaiting, lifetimeOf } from '../../support/fakes/time.ts';

const unknownKey = () => awsError('InvalidClientTokenId', { status: 403 });

function setUp(about: { fraction?: number; signal?: AbortSignal } = {}) {
  const { fraction = 0, signal } = about;
  const lifetime = signal === undefined ? ENDLESS : lifetimeOf(signal);
  const waiting = fakeWaiting({ randomness: fakeRandomness(fraction), lifetime });
  return { clock: waiting.clock, waiting };
}

/** A probe of which the calls named by `fails` (counted from 1) are refused. */
function probe(fails: (nth: number) => boolean, error: () => unknown = unknownKey) {
  let calls = 0;
  const ask = async () => {
    const nth = ++calls;
    if (fails(nth)) throw error();
  };
  return { ask, count: () => calls };
}

describe('a new access key', () => {
  it('is usable at once when five calls out of five succeed', async () => {
    const { waiting, clock } = setUp();
    const { ask, count } = probe(() => false);
    expect(await waitUntilKeyWorks(ask, 60, waiting)).toBe(0);
    expect(count()).toBe(5);
    expect(clock.slept).toEqual([]);
  });

  it.each([1, 3, 5])('is not usable while call %i of five fails: all five are made again', async (bad) => {
    const { waiting } = setUp();
    const { ask, count } = probe((nth) => nth === bad);
    expect(await waitUntilKeyWorks(ask, 60, waiting)).toBe(125);
    expect(count()).toBe(10);
  });

  it('has its five calls made at the same time', async () => {
    const { waiting } = setUp();
    let open = 0;
    let most = 0;
    await waitUntilKeyWorks(
      async () => {
        most = Math.max(most, ++open);
        await Promise.resolve();
        open--;
      },
      60,
      waiting,
    );
    expect(most).toBe(5);
  });

  it.each([
    [0, [125, 250, 500, 1000, 1000]],
    [0.999_999, [250, 500, 1000, 2000, 2000]],
  ])(
    'is asked about again after growing pauses, jittered between half and whole (chance %d)',
    async (fraction, pauses) => {
      const { waiting, clock } = setUp({ fraction });
      const { ask } = probe((nth) => nth <= 25);
      await waitUntilKeyWorks(ask, 60, waiting);
      expect(clock.slept.map(Math.round)).toEqual(pauses);
    },
  );

  it('that does not work in time ends with propagation-timeout, within the time given', async () => {
    const { waiting, clock } = setUp();
    const { ask } = probe(() => true);
    const error = await rejection(waitUntilKeyWorks(ask, 10, waiting));
    expect(error).toMatchObject({
      code: 'propagation-timeout',
      remedy: expect.stringContaining('wait-for-propagation'),
    });
    expect((error as Error).message).toContain('within 10 s; STS still answers InvalidClientTokenId');
    expect(clock.slept.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(10_000);
  });

  it('that something else than STS answers for until the time is over is told in those words', async () => {
    const { waiting } = setUp();
    const { ask } = probe(
      () => true,
      () => new ForeignAnswer('sts.example.test', { status: 200, type: 'text/html' }),
    );
    const error = await rejection(waitUntilKeyWorks(ask, 10, waiting));
    expect(error).toMatchObject({
      code: 'propagation-timeout',
      message: expect.stringContaining('at last, an answer in the name of sts.example.test is not AWS’s'),
    });
  });

  it('is asked about a last time when the time given is just over', async () => {
    const { waiting, clock } = setUp();
    const { ask, count } = probe(() => true);
    await rejection(waitUntilKeyWorks(ask, 0.875, waiting));
    expect(clock.slept).toEqual([125, 250, 500]);
    expect(count()).toBe(20);
  });

  it.each([
    ['a cut connection', networkError()],
    ['throttling', awsError('Throttling', { status: 400 })],
    ['a fault of AWS', awsError('InternalFailure', { status: 500 })],
  ])('is asked about again after %s, which says nothing of the key', async (_, error) => {
    const { waiting } = setUp();
    const { ask, count } = probe(
      (nth) => nth === 1,
      () => error,
    );
    await waitUntilKeyWorks(ask, 60, waiting);
    expect(count()).toBe(10);
  });

  it('is not asked about again once STS refuses it for good', async () => {
    const { waiting } = setUp();
    const fatal = awsError('AccessDenied', { status: 403 });
    const { ask, count } = probe(
      (nth) => nth === 4,
      () => fatal,
    );
    expect(await rejection(waitUntilKeyWorks(ask, 60, waiting))).toBe(fatal);
    expect(count()).toBe(5);
  });

  it.each(['SignatureDoesNotMatch', 'RequestExpired', 'RequestTimeTooSkewed'])(
    'is checked once more when STS answers the first round that the clock is wrong: %s',
    async (name) => {
      const fatal = awsError(name, { status: 403 });
      const once = probe(
        (nth) => nth <= 5,
        () => fatal,
      );
      await waitUntilKeyWorks(once.ask, 60, setUp().waiting);
      expect(once.count()).toBe(10);
      const always = probe(
        () => true,
        () => fatal,
      );
      expect(await rejection(waitUntilKeyWorks(always.ask, 60, setUp().waiting))).toBe(fatal);
      expect(always.count()).toBe(10);
    },
  );

  it('is not waited for once the step is stopped', async () => {
    const stop = new AbortController();
    const { waiting, clock } = setUp({ signal: stop.signal });
    const reason = new Error('stopped');
    const { ask } = probe(
      () => true,
      () => {
        stop.abort(reason);
        return unknownKey();
      },
    );
    expect(await rejection(waitUntilKeyWorks(ask, 60, waiting))).toBe(reason);
    expect(clock.slept).toEqual([]);
  });

  it('wakes from a pause when the step is stopped in it', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    const clock = fakeClock(() => stop.abort(reason));
    const { ask } = probe(() => true);
    const waiting = fakeWaiting({ clock, lifetime: lifetimeOf(stop.signal) });
    expect(await rejection(waitUntilKeyWorks(ask, 60, waiting))).toBe(reason);
  });
});

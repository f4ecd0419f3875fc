import { describe, expect, it } from '@jest/globals';
import { retryDenied } from '../../../src/aws/retry-denied.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';
import { fakeRandomness } from '../../support/fakes/randomness.ts';
import { fakeWaiting, lifetimeOf } from '../../support/fakes/time.ts';

function setUp(about: { retries?: boolean; fraction?: number } = {}) {
  const { retries = true, fraction = 0 } = about;
  const waiting = fakeWaiting({ retries, randomness: fakeRandomness(fraction) });
  return { waiting, slept: waiting.clock.slept };
}

/** Fails with these, one after the other, then answers. */
function failing(...errors: Error[]) {
  let calls = 0;
  const call = async () => {
    const error = errors[calls++];
    if (error !== undefined) throw error;
    return 'done';
  };
  return { call, count: () => calls };
}

const denied = () => awsError('AccessDenied', { status: 403 });

describe('a refusal', () => {
  it.each(['AccessDenied', 'InvalidIdentityTokenException'])(
    '%s may only mean that a change has not arrived: asked again',
    async (name) => {
      const { waiting } = setUp();
      expect(await retryDenied(failing(awsError(name), awsError(name)).call, waiting)).toBe('done');
    },
  );

  it.each([0, 0.999_999])('is believed after three tries within 15 s (chance %d)', async (fraction) => {
    const { waiting, slept } = setUp({ fraction });
    const { call, count } = failing(denied(), denied(), denied(), denied());
    expect(await rejection(retryDenied(call, waiting))).toMatchObject({ name: 'AccessDenied' });
    expect(count()).toBe(3);
    expect(slept.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(15_000);
  });

  it('is met with pauses of at most 1 s and 4 s', async () => {
    for (const [fraction, pauses] of [
      [0, [500, 2_000]],
      [0.5, [750, 3_000]],
    ] as const) {
      const { waiting, slept } = setUp({ fraction });
      await rejection(retryDenied(failing(denied(), denied(), denied()).call, waiting));
      expect(slept).toEqual(pauses);
    }
  });

  it('is waited out no longer once the step has to end', async () => {
    const ending = new Error('time is up');
    const { waiting } = setUp();
    const { call, count } = failing(denied());
    const ended = { ...waiting, lifetime: lifetimeOf(AbortSignal.abort(ending)) };
    expect(await rejection(retryDenied(call, ended))).toBe(ending);
    expect(count()).toBe(1);
  });

  it('is believed at once where retries are off', async () => {
    const { waiting } = setUp({ retries: false });
    const { call, count } = failing(denied());
    await rejection(retryDenied(call, waiting));
    expect(count()).toBe(1);
  });

  it('of another kind is believed at once', async () => {
    const { waiting } = setUp();
    const { call, count } = failing(awsError('ValidationError'));
    await rejection(retryDenied(call, waiting));
    expect(count()).toBe(1);
  });
});

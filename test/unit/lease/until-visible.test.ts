import { describe, expect, it } from '@jest/globals';
import { untilVisible } from '../../../src/lease/until-visible.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';
import { fakeRandomness } from '../../support/fakes/randomness.ts';
import { fakeClock } from '../../support/fakes/time.ts';

const missing = () => awsError('NoSuchEntityException', { status: 404 });

function setUp(signal = new AbortController().signal, retryDenied = true) {
  const clock = fakeClock();
  return { clock, settled: untilVisible({ clock, randomness: fakeRandomness(), signal, retryDenied }) };
}

/** A call that fails `times` times, then answers; counts itself. */
function failing(times: number, error: () => Error = missing) {
  let calls = 0;
  const call = async () => {
    if (++calls <= times) throw error();
    return 'done';
  };
  return { call, count: () => calls };
}

describe('a call right after CreateUser', () => {
  it('is tried again while the user is not seen yet', async () => {
    const { settled, clock } = setUp();
    const { call, count } = failing(4);
    expect(await settled(call, 'user')).toBe('done');
    expect(count()).toBe(5);
    expect(clock.slept).toEqual([125, 250, 500, 1000]);
  });

  it('is tried again for 30 s, then NoSuchEntity is believed', async () => {
    const { settled, clock } = setUp();
    const { call } = failing(Number.POSITIVE_INFINITY);
    expect(await rejection(settled(call, 'user'))).toMatchObject({ name: 'NoSuchEntityException' });
    const waited = clock.slept.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBeGreaterThanOrEqual(30_000);
    expect(waited).toBeLessThan(32_000);
  });

  it('is not tried again for any other error', async () => {
    const { settled } = setUp();
    const { call, count } = failing(1, () => awsError('InvalidInput', { status: 400 }));
    expect(await rejection(settled(call, 'user'))).toMatchObject({ name: 'InvalidInput' });
    expect(count()).toBe(1);
  });

  it('that is refused may only be too early, for a policy scoped to a path: three tries within 15 s', async () => {
    const { settled, clock } = setUp();
    const denied = () => awsError('AccessDenied', { status: 403 });
    expect(await settled(failing(2, denied).call, 'user')).toBe('done');
    expect(clock.slept).toEqual([500, 2_000]);
    const { call, count } = failing(3, denied);
    expect(await rejection(settled(call, 'other'))).toMatchObject({ name: 'AccessDenied' });
    expect(count()).toBe(3);
  });

  it('that is refused is believed at once where retries are switched off', async () => {
    const { settled } = setUp(undefined, false);
    const { call, count } = failing(1, () => awsError('AccessDenied', { status: 403 }));
    expect(await rejection(settled(call, 'user'))).toMatchObject({ name: 'AccessDenied' });
    expect(count()).toBe(1);
  });

  it('that names a policy or group is believed 6 s after the user was seen, which may be known here and not yet there', async () => {
    const { settled, clock } = setUp();
    await settled(async () => 'seen', 'user');
    expect(await settled(failing(6).call, 'other')).toBe('done');
    clock.slept.length = 0;
    await rejection(settled(failing(Number.POSITIVE_INFINITY).call, 'other'));
    const waited = clock.slept.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBeGreaterThanOrEqual(6_000);
    expect(waited).toBeLessThan(8_000);
  });

  it('that names a policy or group does not show by itself that the user is seen everywhere', async () => {
    const { settled } = setUp();
    await settled(async () => 'attached', 'other');
    const { call, count } = failing(12);
    expect(await settled(call, 'other')).toBe('done');
    expect(count()).toBe(13);
  });

  it('that can miss nothing but the user is tried for 30 s even when another server has seen the user', async () => {
    const { settled } = setUp();
    await settled(async () => 'seen', 'user');
    const { call } = failing(12);
    expect(await settled(call, 'user')).toBe('done');
  });

  it('ends with the signal’s reason when the step is stopped', async () => {
    const stop = new AbortController();
    const { settled } = setUp(stop.signal);
    const reason = new Error('stopped');
    const call = async () => {
      stop.abort(reason);
      throw missing();
    };
    expect(await rejection(settled(call, 'user'))).toBe(reason);
  });
});

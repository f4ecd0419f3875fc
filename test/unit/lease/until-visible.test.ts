import { describe, expect, it } from '@jest/globals';
import { untilVisible } from '../../../src/lease/until-visible.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';
import { ENDLESS, fakeWaiting, lifetimeOf } from '../../support/fakes/time.ts';

const missing = () => awsError('NoSuchEntityException', { status: 404 });

function setUp(lifetime = ENDLESS, retries = true) {
  const waiting = fakeWaiting({ lifetime, retries });
  return { clock: waiting.clock, whenVisible: untilVisible(waiting) };
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
    const { whenVisible, clock } = setUp();
    const { call, count } = failing(4);
    expect(await whenVisible(call, 'user')).toBe('done');
    expect(count()).toBe(5);
    expect(clock.slept).toEqual([125, 250, 500, 1000]);
  });

  it('is tried again for 30 s, then NoSuchEntity is believed', async () => {
    const { whenVisible, clock } = setUp();
    const { call, count } = failing(Number.POSITIVE_INFINITY);
    expect(await rejection(whenVisible(call, 'user'))).toMatchObject({ name: 'NoSuchEntityException' });
    // Another second would be too late: no call begins after the 30 s.
    expect(clock.slept).toEqual([125, 250, 500, ...Array(29).fill(1_000)]);
    expect(count()).toBe(33);
  });

  it('is not tried again for any other error', async () => {
    const { whenVisible } = setUp();
    const { call, count } = failing(1, () => awsError('InvalidInput', { status: 400 }));
    expect(await rejection(whenVisible(call, 'user'))).toMatchObject({ name: 'InvalidInput' });
    expect(count()).toBe(1);
  });

  it('that is refused may only be too early, for a policy scoped to a path: three tries within 15 s', async () => {
    const { whenVisible, clock } = setUp();
    const denied = () => awsError('AccessDenied', { status: 403 });
    expect(await whenVisible(failing(2, denied).call, 'user')).toBe('done');
    expect(clock.slept).toEqual([500, 2_000]);
    const { call, count } = failing(3, denied);
    expect(await rejection(whenVisible(call, 'other'))).toMatchObject({ name: 'AccessDenied' });
    expect(count()).toBe(3);
  });

  it('that is refused is believed at once where retries are switched off', async () => {
    const { whenVisible } = setUp(undefined, false);
    const { call, count } = failing(1, () => awsError('AccessDenied', { status: 403 }));
    expect(await rejection(whenVisible(call, 'user'))).toMatchObject({ name: 'AccessDenied' });
    expect(count()).toBe(1);
  });

  it('that names a policy or group is believed 6 s after the user was seen, which may be known here and not yet there', async () => {
    const { whenVisible, clock } = setUp();
    await whenVisible(async () => 'seen', 'user');
    expect(await whenVisible(failing(6).call, 'other')).toBe('done');
    clock.slept.length = 0;
    await rejection(whenVisible(failing(Number.POSITIVE_INFINITY).call, 'other'));
    const waited = clock.slept.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBeGreaterThanOrEqual(6_000);
    expect(waited).toBeLessThan(8_000);
  });

  it('that names a policy or group does not show by itself that the user is seen everywhere', async () => {
    const { whenVisible } = setUp();
    await whenVisible(async () => 'attached', 'other');
    const { call, count } = failing(12);
    expect(await whenVisible(call, 'other')).toBe('done');
    expect(count()).toBe(13);
  });

  it('that can miss nothing but the user is tried for 30 s even when another server has seen the user', async () => {
    const { whenVisible } = setUp();
    await whenVisible(async () => 'seen', 'user');
    const { call } = failing(12);
    expect(await whenVisible(call, 'user')).toBe('done');
  });

  it('ends with the signal’s reason when the step is stopped', async () => {
    const stop = new AbortController();
    const { whenVisible } = setUp(lifetimeOf(stop.signal));
    const reason = new Error('stopped');
    const call = async () => {
      stop.abort(reason);
      throw missing();
    };
    expect(await rejection(whenVisible(call, 'user'))).toBe(reason);
  });
});

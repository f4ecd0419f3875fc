import { describe, expect, it } from '@jest/globals';
import { retryFirstDenial } from '../../../src/secrets/api.ts';
import { ItemFailure, step } from '../../../src/secrets/item-failure.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';
import { fakeWaiting } from '../../support/fakes/time.ts';

const denied = () => awsError('AccessDeniedException', { message: 'not authorized' });

function setUp(retries = true) {
  const waiting = fakeWaiting({ retries });
  const { slept } = waiting.clock;
  const ask = retryFirstDenial(waiting);
  /** A call that is refused so many times. */
  const refusedTimes = (times: number, error = denied) => {
    let calls = 0;
    const call = async () => {
      if (++calls <= times) throw error();
      return 'done';
    };
    return { call, count: () => calls };
  };
  return { ask, slept, refusedTimes };
}

describe('a call', () => {
  it('that AWS refuses is made three times within 15 s, since a role’s policies take seconds to be seen', async () => {
    const { ask, slept, refusedTimes } = setUp();
    const { call, count } = refusedTimes(2);
    expect(await ask(call)).toBe('done');
    expect(count()).toBe(3);
    expect(slept.reduce((sum, each) => sum + each, 0)).toBeLessThan(15_000);
  });

  it('after one that was refused for good is believed at its first refusal', async () => {
    const { ask, slept, refusedTimes } = setUp();
    expect(await rejection(ask(refusedTimes(3).call))).toMatchObject({ name: 'AccessDeniedException' });
    expect(slept).toHaveLength(2);
    const later = refusedTimes(1);
    await rejection(ask(later.call));
    expect(later.count()).toBe(1);
    expect(slept).toHaveLength(2);
  });

  it('after one that was refused for a while, or failed otherwise, is waited for again', async () => {
    const { ask, refusedTimes } = setUp();
    await ask(refusedTimes(1).call);
    await rejection(ask(refusedTimes(1, () => awsError('ResourceNotFoundException')).call));
    const later = refusedTimes(2);
    expect(await ask(later.call)).toBe('done');
  });

  it('that fails otherwise is made once', async () => {
    const { ask, refusedTimes } = setUp();
    const { call, count } = refusedTimes(1, () => awsError('ResourceNotFoundException'));
    expect(await rejection(ask(call))).toMatchObject({ name: 'ResourceNotFoundException' });
    expect(count()).toBe(1);
  });

  it('is made once where retries are off', async () => {
    const { ask, refusedTimes } = setUp(false);
    const { call, count } = refusedTimes(1);
    await rejection(ask(call));
    expect(count()).toBe(1);
  });
});

describe('a step for one secret', () => {
  it('that fails is reported with AWS’s action and words', async () => {
    const cause = denied();
    const failure = await rejection(
      step('TagResource', async () => {
        throw cause;
      }),
    );
    expect(failure).toBeInstanceOf(ItemFailure);
    expect(failure).toMatchObject({
      name: 'ItemFailure',
      cause,
      message: 'secretsmanager:TagResource failed: AccessDenied: not authorized',
    });
  });

  it('that failed inside is reported once', async () => {
    const inner = new ItemFailure({ code: 'managed-elsewhere', sentence: 'its rotation is enabled' });
    const outer = step('TagResource', async () => {
      throw inner;
    });
    expect(await rejection(outer)).toBe(inner);
    expect(inner.message).toBe('its rotation is enabled');
  });

  it('gives what its call gives', async () => {
    expect(await step('TagResource', async () => 7)).toBe(7);
  });
});

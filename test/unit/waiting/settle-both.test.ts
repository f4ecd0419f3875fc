import { describe, expect, it } from '@jest/globals';
import { ActionError, asActionError } from '../../../src/errors.ts';
import { failuresOf, settleBoth } from '../../../src/waiting/settle-both.ts';
import { rejection } from '../../support/fakes/aws-error.ts';

/** A task that takes some time, and records when it is done. */
function slow<T>(outcome: () => T) {
  const state = { done: false };
  const run = async () => {
    for (let turns = 0; turns < 50; turns++) await Promise.resolve();
    state.done = true;
    return outcome();
  };
  return { state, promise: run() };
}
const failing = (error: Error) => () => {
  throw error;
};

describe('two things at once', () => {
  it('give both outcomes, in their order', async () => {
    expect(await settleBoth(slow(() => 1).promise, Promise.resolve('two'))).toEqual([1, 'two']);
  });

  it('are both done before the failure of either is thrown', async () => {
    const error = new Error('one');
    const first = slow(() => 1);
    expect(await rejection(settleBoth(first.promise, Promise.reject(error)))).toBe(error);
    expect(first.state.done).toBe(true);
    const second = slow(() => 2);
    expect(await rejection(settleBoth(Promise.reject(error), second.promise))).toBe(error);
    expect(second.state.done).toBe(true);
  });

  it('fail first as the first did where both fail, whichever was quicker', async () => {
    const [one, two] = [new Error('one'), new Error('two')];
    const error = (await rejection(settleBoth(slow(failing(one)).promise, Promise.reject(two)))) as ActionError;
    expect(error).toMatchObject({ code: 'unexpected', cause: one });
    expect(error.message).toBe(`${asActionError(one).message}\n${asActionError(two).message}`);
  });

  it('fail with the words and the advice of both where both fail, under the code of the first', async () => {
    const one = new ActionError('propagation-timeout', 'The key does not work', { remedy: 'Wait longer.' });
    const two = new ActionError('sync-incomplete', 'Not as it should be', { remedy: 'Let the role.' });
    const error = await rejection(settleBoth(slow(failing(one)).promise, Promise.reject(two)));
    expect(error).toMatchObject({
      code: 'propagation-timeout',
      message: 'The key does not work\nNot as it should be',
      remedy: 'Wait longer.\nLet the role.',
      cause: one,
    });
    const odd = new Error('odd');
    expect(await rejection(settleBoth(Promise.reject(one), slow(failing(odd)).promise))).toMatchObject({
      code: 'propagation-timeout',
      message: `The key does not work\n${asActionError(odd).message}`,
      remedy: `Wait longer.\n${asActionError(odd).remedy}`,
    });
  });

  it('that the step’s end has aborted fail with its reason, reported once', async () => {
    const reason = new ActionError('interrupted', 'The runner stopped this step', { remedy: 'none' });
    expect(await rejection(settleBoth(Promise.reject(reason), slow(failing(reason)).promise))).toBe(reason);
  });
});

describe('the failures of settled promises', () => {
  it('are what the rejected ones were rejected with, in their order', async () => {
    const outcomes = await Promise.allSettled([
      Promise.resolve('fine'),
      Promise.reject('first'),
      Promise.resolve(undefined),
      Promise.reject(undefined),
    ]);
    expect(failuresOf(outcomes)).toEqual(['first', undefined]);
  });

  it('are none where all were fulfilled', async () => {
    expect(failuresOf(await Promise.allSettled([Promise.resolve(1)]))).toEqual([]);
  });
});

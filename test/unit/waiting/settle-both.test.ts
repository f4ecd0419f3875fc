import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { settleBoth } from '../../../src/waiting/settle-both.ts';
import { rejection } from '../../support/fakes/aws-error.ts';

/** Something that takes a while, and tells when it is done. */
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

  it('are both done before the failure of either is told', async () => {
    const error = new Error('one');
    const first = slow(() => 1);
    expect(await rejection(settleBoth(first.promise, Promise.reject(error)))).toBe(error);
    expect(first.state.done).toBe(true);
    const second = slow(() => 2);
    expect(await rejection(settleBoth(Promise.reject(error), second.promise))).toBe(error);
    expect(second.state.done).toBe(true);
  });

  it('fail as the first did where both fail, whichever was quicker', async () => {
    const [one, two] = [new Error('one'), new Error('two')];
    expect(await rejection(settleBoth(slow(failing(one)).promise, Promise.reject(two)))).toBe(one);
  });

  it('fail with the words and the advice of both where both fail, under the code of the first', async () => {
    const one = new ActionError('propagation-timeout', 'The key does not work', { remedy: 'Wait longer.' });
    const two = new ActionError('sync-incomplete', 'Not as it should be', { remedy: 'Let the role.' });
    const error = await rejection(settleBoth(slow(failing(one)).promise, Promise.reject(two)));
    expect(error).toMatchObject({
      code: 'propagation-timeout',
      message: 'The key does not work\n\nAnd: Not as it should be',
      remedy: 'Wait longer.\nLet the role.',
      cause: one,
    });
    expect(await rejection(settleBoth(Promise.reject(one), slow(failing(new Error('odd'))).promise))).toMatchObject({
      code: 'propagation-timeout',
      message: expect.stringContaining('Error: odd'),
    });
  });

  it('that the step’s end has cut short both fail with its reason, told once', async () => {
    const reason = new ActionError('interrupted', 'The runner stopped this step', { remedy: 'none' });
    expect(await rejection(settleBoth(Promise.reject(reason), slow(failing(reason)).promise))).toBe(reason);
  });
});

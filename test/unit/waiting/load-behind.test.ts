import { expect, it } from '@jest/globals';
import { loadBehind } from '../../../src/waiting/load-behind.ts';

type Outcome = 'answered' | 'refused';

/** A load behind a request, step by step; `log` holds what has happened so far. */
function begin() {
  const log: string[] = [];
  const request = Promise.withResolvers<void>();
  const pause = Promise.withResolvers<void>();
  const sleep = (milliseconds: number) => {
    log.push(`a pause of ${milliseconds} ms`);
    return pause.promise;
  };
  const load = async () => {
    log.push('the load');
    return 'part';
  };
  const loaded = loadBehind(request.promise, load, { ms: 20, clock: { sleep } });
  const end = (how: Outcome) => (how === 'answered' ? request.resolve() : request.reject(new Error('refused')));
  return { log, loaded, end, pass: pause.resolve };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('a load does not begin with the request, which could not leave before it had ended', async () => {
  const { log } = begin();
  await turn();
  expect(log).toEqual(['a pause of 20 ms']);
});

it('a load begins after the head start, while the request is under way', async () => {
  const { log, loaded, pass } = begin();
  pass();
  expect(await loaded).toBe('part');
  expect(log).toEqual(['a pause of 20 ms', 'the load']);
});

it.each<Outcome>(['answered', 'refused'])('a load begins at once when the request is %s', async (how) => {
  const { log, loaded, end } = begin();
  end(how);
  expect(await loaded).toBe('part');
  expect(log).toEqual(['a pause of 20 ms', 'the load']);
});

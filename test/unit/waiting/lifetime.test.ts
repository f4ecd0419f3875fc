import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { lifetimeFor, unlessAborted } from '../../../src/waiting/lifetime.ts';
import { rejection } from '../../support/fakes/aws-error.ts';

const REASON = new Error('stopped');

describe('a lifetime of so many milliseconds', () => {
  it('is not over before its time', () => {
    const { soft, hard } = lifetimeFor(3_600_000);
    expect([soft.aborted, hard.aborted]).toEqual([false, false]);
  });

  it('ends softly and hard at the same time, for the reason that time is up', async () => {
    const { soft, hard } = lifetimeFor(1);
    const never = new Promise<never>(() => undefined);
    const failures = await Promise.all([rejection(unlessAborted(never, soft)), rejection(unlessAborted(never, hard))]);
    expect(failures).toMatchObject([{ name: 'TimeoutError' }, { name: 'TimeoutError' }]);
    expect([soft.aborted, hard.aborted]).toEqual([true, true]);
  });
});

describe('an answer, unless it is cut short,', () => {
  it('is given as it is', async () => {
    const failure = new Error('refused');
    const { signal } = new AbortController();
    expect(await unlessAborted(Promise.resolve('answer'), signal)).toBe('answer');
    expect(await rejection(unlessAborted(Promise.reject(failure), signal))).toBe(failure);
  });

  it('is not waited for once the signal comes, whose reason it ends with', async () => {
    const stop = new AbortController();
    const cut = rejection(unlessAborted(new Promise(() => undefined), stop.signal));
    stop.abort(REASON);
    expect(await cut).toBe(REASON);
  });

  it('ends with the reason of a signal that came before it', async () => {
    const signal = AbortSignal.abort(REASON);
    expect(await rejection(unlessAborted(new Promise(() => undefined), signal))).toBe(REASON);
    expect(await rejection(unlessAborted(Promise.resolve('answer'), signal))).toBe(REASON);
  });

  it('that fails after the abort has no effect', async () => {
    const stop = new AbortController();
    const { promise, reject } = Promise.withResolvers<void>();
    const cut = rejection(unlessAborted(promise, stop.signal));
    stop.abort(REASON);
    reject(new Error('too late'));
    expect(await cut).toBe(REASON);
    await new Promise((resolve) => setImmediate(resolve));
  });

  it.each([
    ['answered', () => Promise.resolve()],
    ['refused', () => Promise.reject(new Error('refused'))],
  ])('leaves nothing on the signal when it is %s', async (_, answer) => {
    const { signal } = new AbortController();
    const outcome = unlessAborted(answer(), signal);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await outcome.catch(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

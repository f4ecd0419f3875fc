import { describe, expect, it } from '@jest/globals';
import { proveKeysDead } from '../../../src/lease/key-death.ts';
import { awsError, networkError } from '../../support/fakes/aws-error.ts';
import { fakeClock, fakeWaiting, lifetimeOf } from '../../support/fakes/time.ts';

const dead = () => awsError('InvalidClientTokenId', { status: 403 });
const alive = () => awsError('SignatureDoesNotMatch', { status: 403 });

/** Asks about keys, of which each answers by `answer`; `nth` counts from 1 for each key. */
async function prove(keys: string[], answer: (key: string, nth: number) => unknown, stop = new AbortController()) {
  const waiting = fakeWaiting({ lifetime: lifetimeOf(stop.signal) });
  const asked: string[] = [];
  const probe = async (key: string) => async () => {
    asked.push(key);
    const error = answer(key, asked.filter((each) => each === key).length);
    if (error !== undefined) throw error;
  };
  const proof = await proveKeysDead(keys, probe, waiting);
  return { proof, asked, slept: waiting.clock.slept };
}

describe('the proof of a deleted key', () => {
  it('is given at once when STS no longer knows the key', async () => {
    expect(await prove(['AKIA1'], dead)).toEqual({ proof: 'dead', asked: ['AKIA1'], slept: [] });
  });

  it('is checked again while STS still checks the key’s signature', async () => {
    const { proof, slept } = await prove(['AKIA1'], (_, nth) => (nth <= 3 ? alive() : dead()));
    expect(proof).toBe('dead');
    expect(slept).toEqual([125, 250, 500]);
  });

  it.each([
    ['alive', 'still checks the signature', alive],
    ['alive', 'takes the key', () => undefined],
    ['unknown', 'does not answer', () => networkError()],
    ['unknown', 'says something else', () => awsError('AccessDenied', { status: 403 })],
  ])('is "%s" when STS after 10 s %s', async (expected, _, answer) => {
    const { proof, slept } = await prove(['AKIA1'], answer);
    expect(proof).toBe(expected);
    const waited = slept.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBeGreaterThan(9_000);
    expect(waited).toBeLessThanOrEqual(10_000);
  });

  it('is unknown when STS cannot be reached', async () => {
    const probe = async () => {
      throw networkError();
    };
    expect(await proveKeysDead(['AKIA1'], probe, fakeWaiting())).toBe('unknown');
  });

  it('has nothing to say of no key', async () => {
    expect((await prove([], alive)).proof).toBe('no-key');
  });

  it('of several keys is the least comforting: that one may be alive, before that one is not known', async () => {
    const answer = (key: string) => ({ AKIA1: dead(), AKIA2: networkError(), AKIA3: alive() })[key];
    expect((await prove(['AKIA1', 'AKIA2'], answer)).proof).toBe('unknown');
    expect((await prove(['AKIA1', 'AKIA2', 'AKIA3'], answer)).proof).toBe('alive');
  });

  it('of several keys is given only when all are dead', async () => {
    expect((await prove(['AKIA1', 'AKIA2'], dead)).proof).toBe('dead');
    expect((await prove(['AKIA1', 'AKIA2'], (key) => (key === 'AKIA2' ? alive() : dead()))).proof).toBe('alive');
  });

  it('is not checked again after the time limit', async () => {
    const stop = new AbortController();
    const answer = () => {
      stop.abort(new Error('time is up'));
      return alive();
    };
    expect(await prove(['AKIA1'], answer, stop)).toMatchObject({ proof: 'alive', asked: ['AKIA1'] });
  });

  it('woken from its pause is the latest answer; nothing is asked again', async () => {
    const stop = new AbortController();
    const clock = fakeClock(() => stop.abort(new Error('time is up')));
    let asked = 0;
    const probe = async () => async () => {
      asked++;
      throw alive();
    };
    const waiting = fakeWaiting({ clock, lifetime: lifetimeOf(stop.signal) });
    expect(await proveKeysDead(['AKIA1'], probe, waiting)).toBe('alive');
    expect(asked).toBe(1);
  });
});

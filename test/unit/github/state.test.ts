import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from '../../../src/github/load-state.ts';
import { claimState, journal, sameKeys, save } from '../../../src/github/state.ts';
import { fingerprint, type StaticKeys } from '../../../src/identity/static-keys.ts';
import type { LeaseRecord } from '../../../src/lease/lease.ts';
import { fakeRunner } from '../../support/fakes/runner.ts';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

const RECORD: LeaseRecord = {
  userName: 'gha-1',
  path: '/ci/',
  accountId: '123456789012',
  runId: '7',
  runAttempt: '1',
  nonce: '0123456789abcdef0123456789abcdef',
  intendedAt: '2026-11-21T12:00:00Z',
  expiresAt: '2026-11-21T13:00:00Z',
  progress: 'intended',
};

/** Hands the state to post as the runner does. */
function handOver(): void {
  for (const [name, value] of runner.state()) process.env[`STATE_${name}`] = value;
}

describe('the state', () => {
  it('has every key claimed, empty, so that no later step can invent one', () => {
    claimState();
    expect(runner.state()).toEqual([
      ['access', ''],
      ['lease', ''],
      ['session', ''],
      ['variables', ''],
      ['profile', ''],
    ]);
    handOver();
    expect([load('access'), load('lease'), load('session'), load('variables'), load('profile')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('claims each key that a note can be written under', () => {
    claimState();
    const claimed = runner.state().map(([name]) => name);
    save('session', { expiresAt: 'x' });
    save('variables', []);
    journal.write(RECORD);
    expect(
      runner
        .state()
        .slice(claimed.length)
        .every(([name]) => claimed.includes(name)),
    ).toBe(true);
  });

  it('gives post what main noted last', () => {
    claimState();
    journal.write(RECORD);
    journal.write({ ...RECORD, progress: 'created' });
    save('session', { expiresAt: '2026-11-21T13:00:00Z' });
    handOver();
    expect(load('lease')).toEqual({ ...RECORD, progress: 'created' });
    expect(load('session')).toEqual({ expiresAt: '2026-11-21T13:00:00Z' });
  });

  it('is on disk as soon as the journal has been written', () => {
    journal.write(RECORD);
    expect(runner.state()).toHaveLength(1);
  });

  it('that cannot be read is an error that says where to look', () => {
    process.env.STATE_lease = '{';
    expect(() => load('lease')).toThrow(
      expect.objectContaining({ code: 'state-unreadable', message: expect.stringContaining('`lease`') }),
    );
  });
});

describe('static keys in post', () => {
  const keys = { accessKeyId: 'AKIA1', secretAccessKey: 's3cret' };
  const given: StaticKeys = { kind: 'given', keys };

  it('are taken when they are the ones main used', () => {
    expect(sameKeys(given, fingerprint(given), fingerprint)).toBe(keys);
  });

  it.each<[string, StaticKeys]>([
    ['others', { kind: 'given', keys: { ...keys, secretAccessKey: 'other' } }],
    ['none', { kind: 'none' }],
  ])('are refused when they are %s', (_, now) => {
    expect(() => sameKeys(now, fingerprint(given), fingerprint)).toThrow(
      expect.objectContaining({ code: 'static-keys-changed' }),
    );
  });

  it('are refused when main used none', () => {
    expect(() => sameKeys(given, '', fingerprint)).toThrow(expect.objectContaining({ code: 'static-keys-changed' }));
  });
});

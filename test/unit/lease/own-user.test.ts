import { describe, expect, it } from '@jest/globals';
import { findUser } from '../../../src/lease/own-user.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';
import { fakeIam, fakeUser } from '../../support/fakes/iam.ts';
import { revoking as setUp, TAGS, tagsOf, USUAL } from '../../support/fakes/revoking.ts';
import { userRecord } from '../../support/fakes/swept.ts';
import { fakeWaiting, NOON } from '../../support/fakes/time.ts';

const denied = () => awsError('AccessDenied', { status: 403 });
const noSuch = () => awsError('NoSuchEntityException', { status: 404 });

describe('a user that is not this lease’s', () => {
  const foreign = (about: { path?: string; tags?: Record<string, string> }) =>
    fakeUser({ path: about.path ?? '/ci/', tags: tagsOf({ ...TAGS, ...about.tags }), has: structuredClone(USUAL) });

  it.each([
    ['its path', foreign({ path: '/other/' })],
    ['the tag lease:managed-by', foreign({ tags: { 'lease:managed-by': 'another' } })],
    ['the tag lease:run-id', foreign({ tags: { 'lease:run-id': '7' } })],
    ['the tag lease:nonce', foreign({ tags: { 'lease:nonce': 'x' } })],
    ['its path, the tag lease:managed-by, the tag lease:run-id, the tag lease:nonce', fakeUser({ path: '/' })],
  ])('by %s is left alone', async (difference, user) => {
    const { revoke, changes } = setUp({}, { user });
    const error = await rejection(revoke());
    expect(error).toMatchObject({
      code: 'lease-mismatch',
      message: `IAM user gha-1 was left alone: ${difference} does not match this job’s lease`,
      remedy: expect.stringContaining('Find out who changed the user'),
    });
    expect(changes()).toEqual([]);
  });

  it('is what a user without any tags is', async () => {
    const { revoke, changes } = setUp({ GetUser: () => ({ User: { UserName: 'gha-1', Path: '/ci/' } }) });
    expect(await rejection(revoke())).toMatchObject({ code: 'lease-mismatch' });
    expect(changes()).toEqual([]);
  });

  it('is not assumed where the run id has characters that tags cannot hold', async () => {
    const user = foreign({ tags: { 'lease:run-id': '1_2' } });
    expect((await setUp({}, { user, record: { runId: '1#2' } }).revoke()).outcome).toBe('deleted');
  });
});

describe('a user that GetUser does not see', () => {
  const young = new Date(NOON - 2_000).toISOString();

  it('is looked for again while the record is young', async () => {
    const { revoke, users } = setUp(
      {
        GetUser(_, nth) {
          if (nth <= 3) throw noSuch();
          return undefined;
        },
      },
      { record: { intendedAt: young, progress: 'intended' } },
    );
    expect((await revoke()).outcome).toBe('deleted');
    expect(users.size).toBe(0);
  });

  it('is believed to be gone in the end', async () => {
    const { revoke, clock } = setUp({}, { user: undefined, record: { intendedAt: young, progress: 'intended' } });
    expect(await revoke()).toEqual({
      userName: 'gha-1',
      guard: 'unknown',
      rareLeft: false,
      outcome: 'already-gone',
      removed: [],
      failures: [],
      proof: 'no-key',
    });
    const waited = clock.slept.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBeGreaterThanOrEqual(18_000);
    expect(waited).toBeLessThanOrEqual(30_000);
  });

  it.each(['2026-11-21T11:00:00Z', '2026-11-21T11:59:40Z'])(
    'is believed to be gone at once when the record is old (%s)',
    async (intendedAt) => {
      const { revoke, clock } = setUp({}, { user: undefined, record: { intendedAt } });
      expect((await revoke()).outcome).toBe('already-gone');
      expect(clock.slept).toEqual([]);
    },
  );

  it('is believed to be gone at once when main knew it', async () => {
    const { revoke, clock } = setUp({}, { user: undefined, record: { intendedAt: young, progress: 'gone' } });
    expect((await revoke()).outcome).toBe('already-gone');
    expect(clock.slept).toEqual([]);
  });

  it('is reported when time is up before it can be believed', async () => {
    const stop = new AbortController();
    const beforeSleep = () => stop.abort(new Error('time is up'));
    const { revoke } = setUp({}, { user: undefined, record: { intendedAt: young }, stop, beforeSleep });
    const { outcome, failures } = await revoke();
    expect(outcome).toBe('incomplete');
    expect(failures[0]).toContain('read the user');
  });
});

describe('a user that cannot be read', () => {
  it('is left alone and reported', async () => {
    const { revoke, changes } = setUp({
      GetUser() {
        throw denied();
      },
    });
    expect(await revoke()).toMatchObject({
      outcome: 'incomplete',
      failures: ['read the user: AccessDenied: AWS says AccessDenied'],
      proof: 'no-key',
    });
    expect(changes()).toEqual([]);
  });
});

const OLD = new Date(NOON - 60_000).toISOString();
const YOUNG = new Date(NOON - 2_000).toISOString();

/** Looks for a user where the first answers to GetUser are these, and later ones show it. */
function finding(answers: readonly (() => Error)[], about: { intendedAt?: string; agree?: boolean } = {}) {
  const { iam, users, names } = fakeIam({
    GetUser(_, nth) {
      const error = answers[nth - 1];
      if (error !== undefined) throw error();
      return undefined;
    },
  });
  users.set('gha-1', fakeUser());
  let asked = 0;
  const listsAgree = async () => {
    asked += 1;
    return about.agree ?? false;
  };
  const waiting = fakeWaiting();
  const deps = { ...waiting, iam, probe: undefined, denyFirst: false };
  const find = () => findUser(userRecord({ intendedAt: about.intendedAt ?? OLD }), listsAgree, deps);
  return { find, names, slept: waiting.clock.slept, asked: () => asked };
}

describe('one answer that there is no such user', () => {
  it('is not believed while a list shows something', async () => {
    const { find, names, asked } = finding([noSuch]);
    expect(await find()).toMatchObject({ UserName: 'gha-1' });
    expect([names(), asked()]).toEqual([['GetUser', 'GetUser'], 1]);
  });

  it('is believed where all lists agree, without a further call', async () => {
    const { find, names, slept } = finding([noSuch], { agree: true });
    expect(await find()).toBeUndefined();
    expect([names(), slept]).toEqual([['GetUser'], []]);
  });

  it('is believed at the second time, whatever the lists show', async () => {
    const { find, names, asked } = finding([noSuch, noSuch]);
    expect(await find()).toBeUndefined();
    expect([names(), asked()]).toEqual([['GetUser', 'GetUser'], 1]);
  });

  it('is believed of a recent lease only when it is certain, whatever the lists say', async () => {
    const { find, names, asked } = finding([noSuch, noSuch, noSuch], { intendedAt: YOUNG, agree: true });
    expect(await find()).toMatchObject({ UserName: 'gha-1' });
    expect([names().length, asked()]).toEqual([4, 0]);
  });
});

describe('a denial', () => {
  it('of a recent lease may mean that it is not visible yet', async () => {
    expect(await finding([denied, denied], { intendedAt: YOUNG }).find()).toMatchObject({ UserName: 'gha-1' });
  });

  it('of an older lease is what it says, also after an answer that there is no such user', async () => {
    expect(await rejection(finding([denied], { agree: true }).find())).toMatchObject({ name: 'AccessDenied' });
    expect(await rejection(finding([noSuch, denied]).find())).toMatchObject({ name: 'AccessDenied' });
  });
});

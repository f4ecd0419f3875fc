import { describe, expect, it } from '@jest/globals';
import { findUser } from '../../../src/lease/own-user.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';
import { fakeIam, fakeUser } from '../../support/fakes/iam.ts';
import { userRecord } from '../../support/fakes/swept.ts';
import { fakeWaiting, NOON } from '../../support/fakes/time.ts';

const noSuch = () => awsError('NoSuchEntityException', { status: 404 });
const denied = () => awsError('AccessDenied', { status: 403 });
const OLD = new Date(NOON - 60_000).toISOString();
const YOUNG = new Date(NOON - 2_000).toISOString();

/** Looks for a user where the first answers to GetUser are these, and later ones show it. */
function setUp(answers: readonly (() => Error)[], about: { intendedAt?: string; agree?: boolean } = {}) {
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
    const { find, names, asked } = setUp([noSuch]);
    expect(await find()).toMatchObject({ UserName: 'gha-1' });
    expect([names(), asked()]).toEqual([['GetUser', 'GetUser'], 1]);
  });

  it('is believed where all lists agree, without a further call', async () => {
    const { find, names, slept } = setUp([noSuch], { agree: true });
    expect(await find()).toBeUndefined();
    expect([names(), slept]).toEqual([['GetUser'], []]);
  });

  it('is believed at the second time, whatever the lists show', async () => {
    const { find, names, asked } = setUp([noSuch, noSuch]);
    expect(await find()).toBeUndefined();
    expect([names(), asked()]).toEqual([['GetUser', 'GetUser'], 1]);
  });

  it('is believed of a recent lease only when it is certain, whatever the lists say', async () => {
    const { find, names, asked } = setUp([noSuch, noSuch, noSuch], { intendedAt: YOUNG, agree: true });
    expect(await find()).toMatchObject({ UserName: 'gha-1' });
    expect([names().length, asked()]).toEqual([4, 0]);
  });
});

describe('a denial', () => {
  it('of a recent lease may mean that it is not visible yet', async () => {
    expect(await setUp([denied, denied], { intendedAt: YOUNG }).find()).toMatchObject({ UserName: 'gha-1' });
  });

  it('of an older lease is what it says, also after an answer that there is no such user', async () => {
    expect(await rejection(setUp([denied], { agree: true }).find())).toMatchObject({ name: 'AccessDenied' });
    expect(await rejection(setUp([noSuch, denied]).find())).toMatchObject({ name: 'AccessDenied' });
  });
});

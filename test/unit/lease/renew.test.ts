import { describe, expect, it } from '@jest/globals';
import { guardPolicy } from '../../../src/lease/guard.ts';
import { renewUser } from '../../../src/lease/renew.ts';
import { classifyUser, type TaggedLease } from '../../../src/lease/tagged-lease.ts';
import { leaseTags } from '../../../src/lease/tags.ts';
import { rfc3339 } from '../../../src/waiting/clock.ts';
import { awsError, networkError, rejection } from '../../support/fakes/aws-error.ts';
import { fakeIam, fakeUser } from '../../support/fakes/iam.ts';
import { jobOf } from '../../support/fakes/run.ts';
import { fakeWaiting, NOON } from '../../support/fakes/time.ts';

const ARN = 'arn:aws:iam::123456789012:user/ci/gha-1';
const at = (seconds: number) => new Date(NOON + seconds * 1_000);
const denied = () => awsError('AccessDenied', { status: 403 });

/** A lease that ends in 10 minutes and can be renewed up to an hour from now, and its user. */
function setUp(handlers: Parameters<typeof fakeIam>[0] = {}, about: { ends?: number; max?: number } = {}) {
  const [expiresAt, maxExpiresAt] = [at(about.ends ?? 600), at(about.max ?? 3_600)];
  const tags = leaseTags(jobOf(), { expiresAt, maxExpiresAt, nonce: 'n0nce', outlivesJob: false });
  const user = fakeUser({
    tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    documents: new Map([['lease-guard', guardPolicy(ARN, expiresAt)]]),
  });
  const fake = fakeIam(handlers);
  fake.users.set('gha-1', user);
  const known = (): TaggedLease => {
    const { lease } = classifyUser({ UserName: 'gha-1', Arn: ARN, Path: '/ci/', Tags: user.tags } as never);
    if (lease === undefined) throw new Error('Not a lease');
    return lease;
  };
  const waiting = fakeWaiting();
  const renew = (seconds: number, now = NOON) => {
    waiting.clock.advance(now - waiting.clock.now());
    return renewUser(known(), seconds, { ...waiting, iam: fake.iam });
  };
  const ends = () => ({
    tag: user.tags.find(({ Key }) => Key === 'lease:expires-at')?.Value,
    guard: user.documents.get('lease-guard'),
  });
  return { ...fake, renew, ends, slept: waiting.clock.slept };
}

const both = (end: Date) => ({ tag: rfc3339(end), guard: guardPolicy(ARN, end) });

describe('a renewal', () => {
  it('between two whole seconds writes the end once', async () => {
    const { renew, ends, names } = setUp();
    expect((await renew(1_800, NOON + 750)).after).toEqual(at(1_800));
    expect(ends()).toEqual(both(at(1_800)));
    expect(names()).toEqual(['TagUser', 'PutUserPolicy', 'GetUser']);
  });

  it('moves first the tag, then the guard, to so many seconds from now, and reads the tag again', async () => {
    const { renew, ends, names, inputsOf } = setUp();
    expect(await renew(1_800)).toEqual({ before: at(600), after: at(1_800), because: undefined });
    expect(ends()).toEqual(both(at(1_800)));
    expect(names()).toEqual(['TagUser', 'PutUserPolicy', 'GetUser']);
    expect(inputsOf('TagUser')).toEqual([
      { UserName: 'gha-1', Tags: [{ Key: 'lease:expires-at', Value: rfc3339(at(1_800)) }] },
    ]);
  });

  it.each([3_601, 86_400])('of %d s stops at the end of all renewals, and says so', async (seconds) => {
    const { renew, ends } = setUp();
    const { after, because } = await renew(seconds);
    expect([after, because]).toEqual([at(3_600), '`max-ttl` of the lease ends at 2026-11-21T13:00:00Z']);
    expect(ends()).toEqual(both(at(3_600)));
  });

  it('to exactly the end of all renewals is what was asked', async () => {
    const { renew, ends } = setUp();
    expect(await renew(3_600)).toEqual({ before: at(600), after: at(3_600), because: undefined });
    expect(ends()).toEqual(both(at(3_600)));
  });

  it.each([60, 599])('of %d s, which would end the lease earlier, changes nothing, and says so', async (seconds) => {
    const { renew, calls } = setUp();
    expect(await renew(seconds)).toEqual({
      before: at(600),
      after: at(600),
      because: 'the lease already lasts longer than that',
    });
    expect(calls).toEqual([]);
  });

  it('to exactly the end that the lease has is what was asked, and writes it again: the guard may be behind', async () => {
    const { renew, ends, names } = setUp();
    expect(await renew(600)).toEqual({ before: at(600), after: at(600), because: undefined });
    expect(ends()).toEqual(both(at(600)));
    expect(names()).toEqual(['TagUser', 'PutUserPolicy', 'GetUser']);
  });

  it('never brings a lease nearer whose end lies, for whatever reason, after the end of all renewals', async () => {
    const { renew, ends, calls } = setUp({}, { ends: 7_200, max: 3_600 });
    expect(await renew(10_000)).toMatchObject({ after: at(7_200), because: expect.stringContaining('`max-ttl`') });
    expect(ends().tag).toBe(rfc3339(at(7_200)));
    expect(calls).toEqual([]);
  });

  it.each([NOON + 600_000, NOON + 600_001])('of a lease that has ended is refused (at %d)', async (now) => {
    const { renew, calls } = setUp();
    const error = await rejection(renew(1_800, now));
    expect(error).toMatchObject({
      code: 'lease-expired',
      message: expect.stringContaining('gha-1 cannot be renewed: its lease expired at 2026-11-21T12:10:00Z'),
      remedy: expect.stringContaining('Issue a new lease'),
    });
    expect(calls).toEqual([]);
  });

  it('of a lease that ends in a moment is done', async () => {
    const { renew, ends } = setUp();
    await renew(1_800, NOON + 599_999);
    expect(ends().tag).toBe('2026-11-21T12:39:59Z');
  });
});

describe('a renewal that AWS', () => {
  it.each(['TagUser', 'PutUserPolicy'])('refuses at first (%s) is tried again', async (name) => {
    const { renew, ends, slept } = setUp({
      [name](_, nth) {
        if (nth === 1) throw denied();
        return undefined;
      },
    });
    await renew(1_800);
    expect(ends()).toEqual(both(at(1_800)));
    expect(slept).toEqual([500]);
  });

  it.each([
    ['TagUser', 'Changing the expiry tag of IAM user gha-1', 600],
    ['PutUserPolicy', 'Changing the guard of IAM user gha-1', 1_800],
  ])('refuses for good (%s) is an error that says at what', async (name, doing, tagged) => {
    const { renew, ends } = setUp({
      [name]() {
        throw denied();
      },
    });
    expect(await rejection(renew(1_800))).toMatchObject({
      code: 'lease-denied',
      message: expect.stringContaining(doing),
    });
    expect(ends()).toEqual({ tag: rfc3339(at(tagged)), guard: guardPolicy(ARN, at(600)) });
  });

  it.each([1_800, 86_400])(
    'left half done is finished by the next one, also at the end of all renewals (%d s)',
    async (ttl) => {
      const { renew, ends } = setUp({
        PutUserPolicy(_, nth) {
          if (nth === 1) throw networkError();
          return undefined;
        },
      });
      expect(await rejection(renew(ttl))).toMatchObject({ code: 'lease-failed' });
      const { after } = await renew(ttl, NOON + 5_000);
      expect(ends()).toEqual(both(after));
    },
  );
});

describe('another renewal at the same time', () => {
  /** The first answer of GetUser comes after the other renewal has written this end, tag and guard. */
  const other = (ends: number, rounds = 1) => ({
    GetUser(_: unknown, nth: number) {
      if (nth <= rounds) written.lease?.(at(ends + nth - 1));
      return undefined;
    },
  });
  const written: { lease?: (end: Date) => void } = {};
  function setUpWithOther(ends: number, rounds?: number) {
    const made = setUp(other(ends, rounds), { max: 7_200 });
    written.lease = (end) => {
      const user = made.users.get('gha-1');
      const tag = user?.tags.find(({ Key }) => Key === 'lease:expires-at');
      if (tag !== undefined) tag.Value = rfc3339(end);
      user?.documents.set('lease-guard', guardPolicy(ARN, end));
    };
    return made;
  }

  it('that wrote a later end wins, in the guard, in the tag and in the result', async () => {
    const { renew, ends, names } = setUpWithOther(5_000);
    expect(await renew(1_800)).toEqual({
      before: at(600),
      after: at(5_000),
      because: 'the lease already lasts longer than that',
    });
    expect(ends()).toEqual(both(at(5_000)));
    expect(names()).toEqual(['TagUser', 'PutUserPolicy', 'GetUser', 'TagUser', 'PutUserPolicy', 'GetUser']);
  });

  it('that wrote an earlier end does not shorten the lease', async () => {
    const { renew, ends, names } = setUpWithOther(1_200);
    expect(await renew(1_800)).toEqual({ before: at(600), after: at(1_800), because: undefined });
    expect(ends()).toEqual(both(at(1_800)));
    expect(names().filter((name) => name === 'TagUser')).toHaveLength(2);
  });

  it('that wrote the same end changes nothing', async () => {
    const { renew, ends, names } = setUpWithOther(1_800);
    expect(await renew(1_800)).toMatchObject({ after: at(1_800) });
    expect(ends()).toEqual(both(at(1_800)));
    expect(names()).toEqual(['TagUser', 'PutUserPolicy', 'GetUser']);
  });

  it.each([1_000, 2_000])('that never ends is followed for five rounds at most (%d)', async (ends) => {
    const { renew, names } = setUpWithOther(ends, Number.POSITIVE_INFINITY);
    const { after } = await renew(1_800);
    expect(after.getTime()).toBeGreaterThanOrEqual(at(1_800).getTime());
    expect(names().filter((name) => name === 'TagUser')).toHaveLength(5);
  });
});

describe('the tag that is read again', () => {
  it('as it was before comes from a server that is behind, and ends the renewal', async () => {
    const { renew, ends, names } = setUp({
      GetUser: () => ({ User: { UserName: 'gha-1', Arn: ARN, Path: '/ci/', Tags: stale } }),
    });
    const stale = Object.entries(
      leaseTags(jobOf(), { expiresAt: at(600), maxExpiresAt: at(3_600), nonce: 'n0nce', outlivesJob: false }),
    ).map(([Key, Value]) => ({ Key, Value }));
    expect(await renew(1_800)).toEqual({ before: at(600), after: at(1_800), because: undefined });
    expect(ends()).toEqual(both(at(1_800)));
    expect(names()).toEqual(['TagUser', 'PutUserPolicy', 'GetUser']);
  });

  it.each<[string, object | undefined]>([
    ['no user', undefined],
    ['a user without tags', { UserName: 'gha-1', Arn: ARN, Path: '/ci/' }],
  ])('with %s in the answer leaves the result as it is written', async (_, User) => {
    const { renew, ends, names } = setUp({ GetUser: () => ({ User }) });
    expect(await renew(1_800)).toMatchObject({ after: at(1_800) });
    expect(ends()).toEqual(both(at(1_800)));
    expect(names()).toEqual(['TagUser', 'PutUserPolicy', 'GetUser']);
  });

  it('of a lease that was deleted meanwhile is an error, for nothing is renewed', async () => {
    const { renew, users } = setUp({
      GetUser() {
        users.delete('gha-1');
        return undefined;
      },
    });
    expect(await rejection(renew(1_800))).toMatchObject({
      code: 'lease-failed',
      message: expect.stringContaining('Reading the expiry of IAM user gha-1 again failed'),
    });
  });

  it('is read once more where AWS answers once that there is no such user', async () => {
    const { renew, slept } = setUp({
      GetUser(_, nth) {
        if (nth === 1) throw awsError('NoSuchEntityException', { status: 404 });
        return undefined;
      },
    });
    expect(await renew(1_800)).toMatchObject({ after: at(1_800) });
    expect(slept).toEqual([500]);
  });

  it('that AWS refuses at first is read once more', async () => {
    const { renew, slept } = setUp({
      GetUser(_, nth) {
        if (nth === 1) throw denied();
        return undefined;
      },
    });
    expect(await renew(1_800)).toMatchObject({ after: at(1_800) });
    expect(slept).toEqual([500]);
  });
});

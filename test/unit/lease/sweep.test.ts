import { describe, expect, it } from '@jest/globals';
import { type SweepResult, sweep } from '../../../src/lease/sweep.ts';
import type { TaggedLease } from '../../../src/lease/tagged-lease.ts';
import { leaseTags } from '../../../src/lease/tags.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';
import { type FakeUser, fakeIam, fakeUser } from '../../support/fakes/iam.ts';
import { jobOf } from '../../support/fakes/run.ts';
import { fakeWaiting, lifetimeOf, NOON } from '../../support/fakes/time.ts';

const at = (seconds: number) => new Date(NOON + seconds * 1_000);
const denied = () => awsError('AccessDenied', { status: 403 });
const pairs = (tags: Record<string, string>) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

/** The user of a lease that ends so many seconds from now. */
function leased(
  ends: number,
  about: { outlivesJob?: boolean; tags?: Record<string, string>; path?: string } = {},
): FakeUser {
  const stamp = {
    expiresAt: at(ends),
    maxExpiresAt: at(86_400),
    nonce: 'n0nce',
    outlivesJob: about.outlivesJob ?? false,
  };
  return fakeUser({
    path: about.path ?? '/ci/',
    tags: pairs({ ...leaseTags(jobOf(), stamp), ...about.tags }),
    createdAt: at(-7_200),
    has: { keys: ['AKIA1'], inline: ['lease-guard'] },
  });
}

type About = {
  users: Record<string, FakeUser>;
  handlers?: Parameters<typeof fakeIam>[0];
  isRunOver?: (lease: TaggedLease) => Promise<boolean>;
  pageSize?: number;
  dryRun?: boolean;
  concurrency?: number;
  stop?: AbortController;
};

function setUp(about: About) {
  const fake = fakeIam(about.handlers, { pageSize: about.pageSize ?? 100 });
  for (const [name, user] of Object.entries(about.users)) fake.users.set(name, user);
  const reported: SweepResult[] = [];
  const asked: string[] = [];
  const wish = { pathPrefix: '/ci/', dryRun: about.dryRun ?? false, concurrency: about.concurrency ?? 10 };
  const deps = {
    ...fakeWaiting({ lifetime: lifetimeOf((about.stop ?? new AbortController()).signal) }),
    iam: fake.iam,
    accountId: '123456789012',
    isRunOver: async (lease: TaggedLease) => {
      asked.push(lease.userName);
      return (await about.isRunOver?.(lease)) ?? false;
    },
    report: (swept: SweepResult) => void reported.push(swept),
  };
  const run = () => sweep(wish, deps);
  const states = () => Object.fromEntries(reported.map(({ userName, state }) => [userName, state]));
  const writes = () => fake.names().filter((name) => !/^(Get|List)/.test(name));
  return { ...fake, run, reported, asked, states, writes, left: () => [...fake.users.keys()].sort() };
}

describe('a sweep', () => {
  it('does not need the permission to put policies: it deletes without a closed guard', async () => {
    const { run, left, writes } = setUp({ users: { ended: leased(-1) } });
    await run();
    expect(left()).toEqual([]);
    expect(writes()).not.toContain('PutUserPolicy');
  });

  it('deletes what has ended, to the second, and leaves the rest', async () => {
    const { run, states, left, reported } = setUp({
      users: { ended: leased(-1), 'just-ended': leased(0), living: leased(1), stranger: fakeUser() },
    });
    await run();
    expect(states()).toEqual({
      ended: 'expired',
      'just-ended': 'expired',
      living: 'active',
      stranger: 'foreign-tagged',
    });
    expect(left()).toEqual(['living', 'stranger']);
    expect(reported.filter(({ revoked }) => revoked).map(({ userName }) => userName)).toEqual(['ended', 'just-ended']);
    expect(reported.every(({ failure }) => failure === undefined)).toBe(true);
  });

  it('reports each user with its lease, and other users without', async () => {
    const { run, reported } = setUp({ users: { living: leased(60), stranger: fakeUser() } });
    await run();
    expect([...reported].sort((one, other) => (one.userName < other.userName ? -1 : 1))).toEqual([
      {
        userName: 'living',
        state: 'active',
        lease: expect.objectContaining({ runId: '1234567', expiresAt: at(60) }),
        revoked: false,
        failure: undefined,
        leftovers: [],
      },
      {
        userName: 'stranger',
        state: 'foreign-tagged',
        lease: undefined,
        revoked: false,
        failure: undefined,
        leftovers: [],
      },
    ]);
  });

  it('lists by path, and reads no other user', async () => {
    const { run, inputsOf } = setUp({ users: { here: leased(60), there: leased(-60, { path: '/people/' }) } });
    await run();
    expect(inputsOf('ListUsers')).toEqual([{ PathPrefix: '/ci/', MaxItems: 1_000, Marker: undefined }]);
    expect(inputsOf('GetUser')).toEqual([{ UserName: 'here' }]);
  });

  it('finds no user when AWS answers without a list', async () => {
    const { run, reported } = setUp({ users: { here: leased(-60) }, handlers: { ListUsers: () => ({}) } });
    await run();
    expect(reported).toEqual([]);
  });

  it('follows all pages, though users vanish from them', async () => {
    const users = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, leased(-60)]));
    const { run, left, names } = setUp({ users, pageSize: 2 });
    await run();
    expect(left()).toEqual([]);
    expect(names().filter((name) => name === 'ListUsers')).toHaveLength(3);
  });

  it('looks only, where that is all it shall do', async () => {
    const { run, states, writes } = setUp({
      users: { ended: leased(-1), over: leased(60) },
      dryRun: true,
      isRunOver: async () => true,
    });
    await run();
    expect(states()).toEqual({ ended: 'expired', over: 'orphaned' });
    expect(writes()).toEqual([]);
  });

  it('looks at no more users at a time than it may', async () => {
    let now = 0;
    let most = 0;
    const users = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`u${n}`, leased(60)]));
    const { run } = setUp({
      users,
      concurrency: 3,
      isRunOver: async () => {
        most = Math.max(most, ++now);
        for (let turns = 0; turns < 20; turns++) await Promise.resolve();
        now--;
        return false;
      },
    });
    await run();
    expect(most).toBe(3);
  });
});

describe('whether a run is over', () => {
  it('decides of living leases alone, and of none that shall outlive its run', async () => {
    const { run, states, asked, left } = setUp({
      users: {
        over: leased(60),
        running: leased(60),
        kept: leased(60, { outlivesJob: true }),
        ended: leased(-60),
        'kept-and-ended': leased(-60, { outlivesJob: true }),
      },
      isRunOver: async ({ userName }) => userName !== 'running',
    });
    await run();
    expect(asked.sort()).toEqual(['over', 'running']);
    expect(states()).toEqual({
      over: 'orphaned',
      running: 'active',
      kept: 'active',
      ended: 'expired',
      'kept-and-ended': 'expired',
    });
    expect(left()).toEqual(['kept', 'running']);
  });
});

describe('a lease with a virtual MFA device of another principal', () => {
  it('is deleted, and a device that could not be deleted is reported: no later run would find it', async () => {
    const device = 'arn:aws:iam::1:mfa/v';
    const adorned = leased(-60);
    adorned.on.mfa.push(device);
    const { run, reported, left } = setUp({
      users: { adorned },
      handlers: {
        DeleteVirtualMFADevice() {
          throw denied();
        },
      },
    });
    await run();
    expect(left()).toEqual([]);
    const leftovers = [expect.stringMatching(`^remove MFA device ${device}: AccessDenied`)];
    expect(reported).toMatchObject([{ state: 'expired', revoked: true, failure: undefined, leftovers }]);
  });
});

describe('between the first look and the last', () => {
  /** Changes the user after it was first read. */
  const between = (change: (user: FakeUser, users: Map<string, FakeUser>) => void) => {
    const users = { moving: leased(-60) };
    const scene = setUp({
      users,
      handlers: {
        GetUser(_, nth, apply) {
          const answer = nth === 2 ? undefined : apply();
          if (nth === 1) change(users.moving, scene.users);
          return answer;
        },
      },
    });
    return scene;
  };

  const renewed = (user: FakeUser) => {
    const others = user.tags.filter(({ Key }) => Key !== 'lease:expires-at');
    user.tags = [...others, { Key: 'lease:expires-at', Value: '2026-11-21T13:00:00Z' }];
  };

  it('a lease may be renewed: it stays', async () => {
    const { run, reported, left, writes } = between(renewed);
    await run();
    expect([left(), writes()]).toEqual([['moving'], []]);
    expect(reported).toMatchObject([{ state: 'active', revoked: false, failure: undefined }]);
  });

  it('a lease may be renewed: its new end is reported, not the one that has passed', async () => {
    const { run, reported } = between(renewed);
    await run();
    expect(reported[0]?.lease?.expiresAt).toEqual(at(3_600));
  });

  it.each(['lease:managed-by', 'lease:expires-at', 'lease:nonce', 'lease:run-id'])(
    'a user may lose its tag %s: it stays',
    async (key) => {
      const { run, left, writes } = between((user) => {
        user.tags = user.tags.filter(({ Key }) => Key !== key);
      });
      await run();
      expect([left(), writes()]).toEqual([['moving'], []]);
    },
  );

  it.each([
    ['has ended', -60],
    ['outlives its run', 60],
  ])('a user may cease to be a lease, though it %s: it is kept, and reported as another user', async (_, ends) => {
    const users = { moving: leased(ends) };
    const { run, reported, left, writes } = setUp({
      users,
      isRunOver: async () => {
        users.moving.tags = users.moving.tags.filter(({ Key }) => Key !== 'lease:expires-at');
        return true;
      },
      handlers: {
        GetUser(_input, nth, apply) {
          const answer = apply();
          if (nth === 1 && ends < 0)
            users.moving.tags = users.moving.tags.filter(({ Key }) => Key !== 'lease:expires-at');
          return answer;
        },
      },
    });
    await run();
    expect([left(), writes()]).toEqual([['moving'], []]);
    expect(reported).toEqual([
      {
        userName: 'moving',
        state: 'foreign-tagged',
        lease: undefined,
        revoked: false,
        failure: undefined,
        leftovers: [],
      },
    ]);
  });

  it('a user may be deleted by its own job, which is not a failure', async () => {
    const { run, reported } = between((_, users) => users.delete('moving'));
    await run();
    expect(reported).toEqual([
      {
        userName: 'moving',
        state: 'gone',
        lease: expect.objectContaining({ runId: '1234567' }),
        revoked: false,
        failure: undefined,
        leftovers: [],
      },
    ]);
  });

  it('of list and first look, too: it is gone', async () => {
    const scene = setUp({
      users: { moving: leased(-60) },
      handlers: {
        ListUsers(_, __, apply) {
          const answer = apply();
          scene.users.clear();
          return answer;
        },
      },
    });
    await scene.run();
    expect(scene.reported).toEqual([
      { userName: 'moving', state: 'gone', lease: undefined, revoked: false, failure: undefined, leftovers: [] },
    ]);
  });
});

describe('a failure', () => {
  it('to delete one stops no other, and says why', async () => {
    const { run, reported, left } = setUp({
      users: { a: leased(-60), stuck: leased(-60), z: leased(-60) },
      handlers: {
        DeleteUser({ UserName }) {
          if (UserName === 'stuck') throw denied();
          return undefined;
        },
      },
    });
    await run();
    expect(left()).toEqual(['stuck']);
    expect(reported.find(({ userName }) => userName === 'stuck')).toMatchObject({
      state: 'expired',
      revoked: false,
      failure: expect.stringContaining('delete the user: AccessDenied'),
    });
    expect(reported.filter(({ revoked }) => revoked)).toHaveLength(2);
  });

  it('that is several is reported in one sentence', async () => {
    const { run, reported } = setUp({
      users: { stuck: leased(-60) },
      handlers: {
        DeleteAccessKey() {
          throw denied();
        },
        DeleteUser() {
          throw denied();
        },
      },
    });
    await run();
    expect(reported[0]?.failure).toBe(
      'remove access key: AccessDenied: AWS says AccessDenied; delete the user: AccessDenied: AWS says AccessDenied',
    );
  });

  it('to read one stops no other, and says why', async () => {
    const { run, reported, left } = setUp({
      users: { a: leased(-60), hidden: leased(-60) },
      handlers: {
        GetUser({ UserName }) {
          if (UserName === 'hidden') throw denied();
          return undefined;
        },
      },
    });
    await run();
    expect(left()).toEqual(['hidden']);
    expect(reported.find(({ userName }) => userName === 'hidden')).toMatchObject({
      state: 'unread',
      lease: undefined,
      revoked: false,
      failure: expect.stringMatching(/^reading it failed: AccessDenied/),
    });
  });

  it('to list is thrown as AWS said it', async () => {
    const { run } = setUp({
      users: {},
      handlers: {
        ListUsers() {
          throw denied();
        },
      },
    });
    expect(await rejection(run())).toMatchObject({ name: 'AccessDenied' });
  });

  it('that is an error of ours is reported with its message', async () => {
    const { run, reported } = setUp({
      users: { changing: leased(-60) },
      handlers: {
        GetUser(_, nth, apply) {
          const { User } = apply() as { User: object };
          return nth === 1 ? { User } : { User: { ...User, Path: '/elsewhere/' } };
        },
      },
    });
    await run();
    expect(reported[0]?.failure).toContain('IAM user changing was left alone: its path does not match');
  });
});

describe('when time is up, a sweep', () => {
  it('does not begin', async () => {
    const stop = new AbortController();
    stop.abort(new Error('time is up'));
    const { run, calls } = setUp({ users: { a: leased(-60) }, stop });
    expect(await rejection(run())).toMatchObject({ message: 'time is up' });
    expect(calls).toEqual([]);
  });

  it('asks for no further page, and says why it ends', async () => {
    const stop = new AbortController();
    const { run, names } = setUp({
      users: Object.fromEntries(['a', 'b', 'c'].map((name) => [name, leased(60)])),
      pageSize: 1,
      stop,
      isRunOver: async () => {
        stop.abort(new Error('time is up'));
        return false;
      },
    });
    expect(await rejection(run())).toMatchObject({ message: 'time is up' });
    expect(names().filter((name) => name === 'ListUsers')).toHaveLength(1);
  });

  it('reads no further user, and reports none that it did not reach', async () => {
    const stop = new AbortController();
    const { run, reported, inputsOf } = setUp({
      users: { a: leased(60), b: leased(60) },
      concurrency: 1,
      stop,
      isRunOver: async () => {
        stop.abort(new Error('time is up'));
        return false;
      },
    });
    await rejection(run());
    expect(inputsOf('GetUser')).toEqual([{ UserName: 'a' }]);
    expect(reported.map(({ userName }) => userName)).toEqual(['a']);
  });

  it('reports none whose reading was aborted by that', async () => {
    const stop = new AbortController();
    const { run, reported } = setUp({
      users: { a: leased(60) },
      stop,
      handlers: {
        GetUser() {
          stop.abort(new Error('time is up'));
          throw new Error('time is up');
        },
      },
    });
    await rejection(run());
    expect(reported).toEqual([]);
  });

  it('does not pass for finished because it stopped on the last page', async () => {
    const stop = new AbortController();
    const { run } = setUp({
      users: { a: leased(60) },
      stop,
      isRunOver: async () => {
        stop.abort(new Error('time is up'));
        return false;
      },
    });
    expect(await rejection(run())).toMatchObject({ message: 'time is up' });
  });
});

import type { User } from '@aws-sdk/client-iam';
import { describe, expect, it } from '@jest/globals';
import { awsError } from '../../support/fakes/aws-error.ts';
import { type FakeUser, fakeUser } from '../../support/fakes/iam.ts';
import { KIND_NAMES, KINDS } from '../../support/fakes/iam-kinds.ts';
import { EVERYTHING, revoking as setUp, TAGS, tagsOf, USUAL } from '../../support/fakes/revoking.ts';

const denied = () => awsError('AccessDenied', { status: 403 });
const noSuch = () => awsError('NoSuchEntityException', { status: 404 });

describe('revoking a user lease', () => {
  it('deletes the user and all that is on it, says so, and proves that the key is dead', async () => {
    const { revoke, users, probed } = setUp();
    expect(await revoke()).toEqual({
      userName: 'gha-1',
      guard: 'off',
      rareLeft: false,
      outcome: 'deleted',
      removed: [
        'access key',
        'attached policy arn:p',
        'inline policy lease-inline-1',
        'group membership readers',
        'inline policy lease-guard',
      ],
      failures: [],
      proof: 'dead',
    });
    expect(users.size).toBe(0);
    expect(probed).toEqual(['AKIA1']);
  });

  it('has every key deleted before anything else is removed', async () => {
    const { revoke, changes } = setUp({}, { has: { keys: ['AKIA1', 'AKIA2'] } });
    await revoke();
    expect(changes().slice(0, 2)).toEqual(['DeleteAccessKey', 'DeleteAccessKey']);
    expect(changes().at(-1)).toBe('DeleteUser');
  });

  it('has the keys’ deletion answered before anything else is removed', async () => {
    let answered = false;
    const early: string[] = [];
    const watch = (name: string) => ({
      [name]() {
        if (!answered) early.push(name);
        return undefined;
      },
    });
    const { revoke } = setUp({
      async DeleteAccessKey(_, __, apply) {
        for (let turns = 0; turns < 50; turns++) await Promise.resolve();
        answered = true;
        return apply();
      },
      ...watch('DetachUserPolicy'),
      ...watch('DeleteUserPolicy'),
      ...watch('RemoveUserFromGroup'),
      ...watch('DeleteUser'),
    });
    expect((await revoke()).outcome).toBe('deleted');
    expect(early).toEqual([]);
  });

  it('asks for no permission beyond the sixteen when nothing rare is on the user', async () => {
    const { revoke, names } = setUp();
    await revoke();
    expect([...new Set(names())].sort()).toEqual([
      'DeleteAccessKey',
      'DeleteUser',
      'DeleteUserPolicy',
      'DetachUserPolicy',
      'GetUser',
      'ListAccessKeys',
      'ListAttachedUserPolicies',
      'ListGroupsForUser',
      'ListUserPolicies',
      'RemoveUserFromGroup',
    ]);
  });

  it('goes through every page of every kind', async () => {
    const many = (prefix: string) => Array.from({ length: 7 }, (_, index) => `${prefix}${index}`);
    const has = Object.fromEntries(KIND_NAMES.filter((kind) => kind !== 'login').map((kind) => [kind, many(kind)]));
    const { revoke, users, inputsOf } = setUp({}, { has, pageSize: 3 });
    expect((await revoke()).outcome).toBe('deleted');
    expect(users.size).toBe(0);
    expect(
      inputsOf('ListAccessKeys')
        .slice(0, 3)
        .map(({ Marker }) => Marker),
    ).toEqual([undefined, '3', '6']);
    for (const kind of KIND_NAMES.filter((each) => each !== 'login')) {
      expect(inputsOf(KINDS[kind].remove)).toHaveLength(7);
    }
  });

  it('removes all nine kinds once AWS says that something is still there', async () => {
    const { revoke, users, inputsOf } = setUp({}, { has: structuredClone(EVERYTHING) });
    const revocation = await revoke();
    expect(revocation).toMatchObject({ outcome: 'deleted', failures: [] });
    expect(users.size).toBe(0);
    for (const label of [
      'login profile',
      'MFA device GAHT12345678',
      'SSH public key APKA1',
      'signing certificate CERT1',
      'service-specific credential ACCA1',
    ]) {
      expect(revocation.removed).toContain(label);
    }
    expect(inputsOf('DeleteVirtualMFADevice')).toEqual([{ SerialNumber: 'arn:aws:iam::1:mfa/v' }]);
  });

  it('reports a virtual MFA device that it may not delete: it outlives the user, and no later run would find it', async () => {
    const device = 'arn:aws:iam::1:mfa/v';
    const { revoke, users } = setUp(
      {
        DeleteVirtualMFADevice() {
          throw denied();
        },
      },
      { has: { mfa: [device] } },
    );
    const { outcome, failures } = await revoke();
    expect(outcome).toBe('deleted');
    expect(failures).toEqual([expect.stringMatching(`^remove MFA device ${device}: AccessDenied`)]);
    expect(users.size).toBe(0);
  });

  it('deletes a virtual MFA device also where it was taken off the user already and the answer lost', async () => {
    const { revoke, inputsOf } = setUp(
      {
        DeactivateMFADevice(_, __, apply) {
          apply();
          throw noSuch();
        },
      },
      { has: { mfa: ['arn:aws:iam::1:mfa/v', 'GAHT12345678'] } },
    );
    expect(await revoke()).toMatchObject({ outcome: 'deleted', failures: [] });
    expect(inputsOf('DeleteVirtualMFADevice')).toEqual([{ SerialNumber: 'arn:aws:iam::1:mfa/v' }]);
  });

  it('keeps a virtual MFA device that it may not deactivate, and reports its serial number', async () => {
    const device = 'arn:aws:iam::1:mfa/v';
    const refusing = {
      DeactivateMFADevice() {
        throw denied();
      },
      DetachUserPolicy() {
        throw denied();
      },
    };
    const { revoke, inputsOf } = setUp(refusing, { has: { mfa: [device], attached: ['arn:aws:iam::1:policy/p'] } });
    const { outcome, failures } = await revoke();
    expect(outcome).toBe('incomplete');
    expect(failures).toContainEqual(expect.stringMatching(`^remove MFA device ${device}: AccessDenied`));
    expect(failures).toContainEqual(expect.stringMatching(/^remove attached policy: AccessDenied/));
    expect(inputsOf('DeleteVirtualMFADevice')).toEqual([]);
  });

  it('does not report a denied removal once the user is deleted', async () => {
    const { revoke, users } = setUp(
      {
        DetachUserPolicy(_, __, apply) {
          apply();
          throw denied();
        },
      },
      { has: { attached: ['arn:aws:iam::1:policy/p'] } },
    );
    expect(await revoke()).toMatchObject({ outcome: 'deleted', failures: [] });
    expect(users.size).toBe(0);
  });

  it('waits and tries again while AWS answers DeleteConflict for what is gone already', async () => {
    const { revoke, clock } = setUp({
      DeleteUser(_, nth) {
        if (nth <= 3)
          throw awsError(nth === 2 ? 'ConcurrentModificationException' : 'DeleteConflictException', { status: 409 });
        return undefined;
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', failures: [] });
    expect(clock.slept).toEqual([250, 500, 1000]);
  });

  it('gives up on a conflict that does not end, within 45 s', async () => {
    const { revoke, clock, names } = setUp({
      DeleteUser() {
        throw awsError('DeleteConflictException', { status: 409 });
      },
    });
    const revocation = await revoke();
    expect(revocation.outcome).toBe('incomplete');
    expect(revocation.failures).toEqual(['delete the user: DeleteConflict: AWS says DeleteConflictException']);
    expect(names().filter((name) => name === 'DeleteUser')).toHaveLength(8);
    expect(clock.slept.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(30_000);
  });

  it.each(KIND_NAMES.filter((kind) => !['keys', 'attached', 'inline', 'groups'].includes(kind)))(
    'asks only once for a rare kind it may not look at (%s)',
    async (kind) => {
      const { revoke, names } = setUp({
        [KINDS[kind].list]() {
          throw denied();
        },
        DeleteUser(_, nth) {
          if (nth <= 3) throw awsError('DeleteConflictException', { status: 409 });
          return undefined;
        },
      });
      expect(await revoke()).toMatchObject({ outcome: 'deleted', failures: [] });
      expect(names().filter((name) => name === KINDS[kind].list)).toHaveLength(1);
    },
  );

  it('says which rare kind it may not look at when the user cannot be deleted for it, and gives up sooner', async () => {
    const { revoke, names } = setUp(
      {
        ListSSHPublicKeys() {
          throw denied();
        },
      },
      { has: { ssh: ['APKA1'] } },
    );
    const { outcome, failures, rareLeft } = await revoke();
    expect([outcome, rareLeft]).toEqual(['incomplete', true]);
    expect(names().filter((name) => name === 'DeleteUser')).toHaveLength(5);
    expect(failures.join('\n')).toContain('DeleteConflict');
    expect(failures.join('\n')).toContain('SSH public key');
  });

  it('says of which rare kind something cannot be removed', async () => {
    const { revoke } = setUp(
      {
        DeleteSSHPublicKey() {
          throw denied();
        },
      },
      { has: { ssh: ['APKA1'] } },
    );
    const { outcome, failures, rareLeft } = await revoke();
    expect([outcome, rareLeft]).toEqual(['incomplete', true]);
    expect(failures).toContain('remove SSH public key: AccessDenied: AWS says AccessDenied');
  });

  it('goes on with the rest when one thing cannot be removed, reports it, and gives up after a second try', async () => {
    const { revoke, user, names } = setUp({
      DetachUserPolicy() {
        throw denied();
      },
    });
    const { outcome, failures, removed, rareLeft } = await revoke();
    expect([outcome, rareLeft]).toEqual(['incomplete', false]);
    expect(names().filter((name) => name === 'DeleteUser')).toHaveLength(2);
    expect(failures).toContain('remove attached policy: AccessDenied: AWS says AccessDenied');
    expect(removed).toContain('access key');
    expect(removed).toContain('group membership readers');
    expect(user?.on).toMatchObject({ keys: [], groups: [], inline: ['lease-guard'], attached: ['arn:p'] });
  });

  it('says what it could not do when AWS refuses DeleteUser itself, without asking again', async () => {
    const { revoke, names } = setUp({
      DeleteUser() {
        throw denied();
      },
    });
    expect(await revoke()).toMatchObject({
      outcome: 'incomplete',
      failures: ['delete the user: AccessDenied: AWS says AccessDenied'],
      proof: 'dead',
    });
    expect(names().filter((name) => name === 'DeleteUser')).toHaveLength(1);
  });

  it('takes it for done when something or the user is gone already', async () => {
    const { revoke, users } = setUp({
      DeleteAccessKey() {
        throw noSuch();
      },
      ListGroupsForUser() {
        throw noSuch();
      },
      DeleteUser({ UserName = '' }) {
        users.delete(UserName);
        throw noSuch();
      },
    });
    expect(await revoke()).toMatchObject({
      outcome: 'deleted',
      removed: ['access key', 'attached policy arn:p', 'inline policy lease-inline-1'],
      failures: [],
      proof: 'dead',
    });
  });

  it('goes on while a list does not know the user yet', async () => {
    const { revoke, users } = setUp({
      ListGroupsForUser(_, nth) {
        if (nth <= 4) throw noSuch();
        return undefined;
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', failures: [] });
    expect(users.size).toBe(0);
  });

  it('does not ask what has become of the user where DeleteUser fails for another reason than a refusal', async () => {
    const { revoke, names } = setUp({
      DeleteUser() {
        throw awsError('ServiceFailure', { status: 500 });
      },
    });
    expect((await revoke()).outcome).toBe('incomplete');
    expect(names().filter((name) => name === 'GetUser')).toHaveLength(1);
  });
});

describe('the proof', () => {
  it('is not requested without a probe', async () => {
    expect((await setUp({}, { probe: 'none' }).revoke()).proof).toBe('no-key');
  });

  it('has nothing to say where there was no key', async () => {
    expect((await setUp({}, { has: { keys: [] } }).revoke()).proof).toBe('no-key');
  });

  it('that fails does not make the revocation fail', async () => {
    const alive = () => awsError('SignatureDoesNotMatch', { status: 403 });
    expect(await setUp({}, { probe: alive }).revoke()).toMatchObject({
      outcome: 'deleted',
      proof: 'alive',
      failures: [],
    });
  });

  it('is begun while the rest is still being removed', async () => {
    let probedBeforeEnd = 0;
    const fake = setUp({
      async DeleteUser(_, __, apply) {
        for (let turns = 0; turns < 50; turns++) await Promise.resolve();
        probedBeforeEnd = fake.probed.length;
        return apply();
      },
    });
    await fake.revoke();
    expect(probedBeforeEnd).toBe(1);
  });
});

describe('a revocation that is stopped', () => {
  it('does not go on with further rounds', async () => {
    const stop = new AbortController();
    const { revoke, names } = setUp(
      {
        DeleteUser() {
          stop.abort(new Error('time is up'));
          throw awsError('DeleteConflictException', { status: 409 });
        },
      },
      { stop },
    );
    expect((await revoke()).outcome).toBe('incomplete');
    expect(names().filter((name) => name === 'DeleteUser')).toHaveLength(1);
  });

  it('in a pause ends there, with what the last round could not do', async () => {
    const stop = new AbortController();
    const beforeSleep = () => stop.abort(new Error('time is up'));
    const { revoke, names, clock } = setUp(
      {
        DeleteUser() {
          throw awsError('DeleteConflictException', { status: 409 });
        },
      },
      { stop, beforeSleep },
    );
    expect(await revoke()).toMatchObject({
      outcome: 'incomplete',
      failures: ['delete the user: DeleteConflict: AWS says DeleteConflictException'],
      proof: 'dead',
    });
    expect(names().filter((name) => name === 'DeleteUser')).toHaveLength(1);
    expect(names().filter((name) => name === 'ListAccessKeys')).toHaveLength(1);
    expect(clock.slept).toEqual([]);
  });
});

describe('a last look before revoking', () => {
  it('sees the user as it is by then, and may leave it alone', async () => {
    const seen: User[] = [];
    const { revoke, changes, users, probed } = setUp(
      {},
      {
        confirm(user) {
          seen.push(user);
          return false;
        },
      },
    );
    expect(await revoke()).toMatchObject({
      outcome: 'kept',
      removed: [],
      failures: [],
      guard: 'unknown',
      proof: 'no-key',
    });
    expect(seen).toMatchObject([{ UserName: 'gha-1', Path: '/ci/', Tags: tagsOf(TAGS) }]);
    expect([changes(), users.has('gha-1'), probed]).toEqual([[], true, []]);
  });

  it('that agrees lets the user go', async () => {
    const { revoke, users } = setUp({}, { confirm: () => true });
    expect((await revoke()).outcome).toBe('deleted');
    expect(users.size).toBe(0);
  });

  it.each<[string, Partial<FakeUser> | undefined]>([
    ['is not there', undefined],
    ['belongs to another program', { tags: [] }],
  ])('is not taken at a user that %s', async (_, about) => {
    let looks = 0;
    const { revoke } = setUp(
      {},
      {
        user: about === undefined ? undefined : fakeUser(about),
        record: { progress: 'gone' },
        confirm: () => ++looks > 0,
      },
    );
    await revoke().catch(() => undefined);
    expect(looks).toBe(0);
  });
});

describe('the end that the guard sets to a user', () => {
  const END = '2026-11-21T13:30:00Z';
  const renewed = () => fakeUser({ tags: tagsOf({ ...TAGS, 'lease:expires-at': END }), has: USUAL });

  it('is that of the user’s own tag, which may be later than main’s record', async () => {
    const { revoke } = setUp(
      {
        DetachUserPolicy() {
          throw denied();
        },
      },
      { user: renewed() },
    );
    expect(await revoke()).toMatchObject({ outcome: 'incomplete', guard: 'on', endsAt: END });
  });

  it('is reported for a deleted or kept user, too', async () => {
    expect(await setUp({}, { user: renewed() }).revoke()).toMatchObject({ outcome: 'deleted', endsAt: END });
    const kept = await setUp({}, { user: renewed(), confirm: () => false }).revoke();
    expect(kept).toMatchObject({ outcome: 'kept', endsAt: END });
  });

  it('is not known where the user has no such tag, or was not seen', async () => {
    expect((await setUp().revoke()).endsAt).toBeUndefined();
    const unreadable = setUp({
      GetUser() {
        throw awsError('ServiceFailure', { status: 500 });
      },
    });
    expect(await unreadable.revoke()).toMatchObject({ outcome: 'incomplete', endsAt: undefined });
  });
});

describe('a deletion that is refused', () => {
  const refusedAgain = () => awsError('AccessDenied', { status: 403, attempts: 2 });

  it.each([
    ['at the second try, was done by the first', 2],
    ['at the first try, was done by another process', 1],
  ])('%s, where IAM no longer knows the user', async (_, attempts) => {
    const { revoke, users } = setUp({
      DeleteUser(__, ___, apply) {
        apply();
        throw awsError('AccessDenied', { status: 403, attempts });
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', failures: [] });
    expect(users.size).toBe(0);
  });

  it('was not done, where IAM still knows the user', async () => {
    const { revoke } = setUp({
      DeleteUser() {
        throw refusedAgain();
      },
    });
    expect(await revoke()).toMatchObject({
      outcome: 'incomplete',
      failures: [expect.stringContaining('delete the user: AccessDenied')],
    });
  });
});

describe('one stale NoSuchEntity', () => {
  it('of GetUser is not believed while a list of the same moment shows something', async () => {
    const { revoke, users, names } = setUp({
      GetUser(_, nth) {
        if (nth === 1) throw noSuch();
        return undefined;
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', proof: 'dead', failures: [] });
    expect(users.size).toBe(0);
    expect(names().filter((name) => name === 'ListAccessKeys')).toHaveLength(1);
  });

  it('of GetUser is believed when all lists agree, with no further call', async () => {
    const { revoke, names, clock } = setUp({}, { user: undefined });
    expect(await revoke()).toMatchObject({ outcome: 'already-gone', removed: [], failures: [] });
    expect(names().sort()).toEqual([
      'GetUser',
      'ListAccessKeys',
      'ListAttachedUserPolicies',
      'ListGroupsForUser',
      'ListUserPolicies',
    ]);
    expect(clock.slept).toEqual([]);
  });

  it.each(['ListAccessKeys', 'ListAttachedUserPolicies', 'ListUserPolicies', 'ListGroupsForUser'])(
    'of GetUser is not believed at once when only %s fails otherwise',
    async (list) => {
      const { revoke, names } = setUp(
        {
          [list]() {
            throw awsError('ServiceFailure', { status: 500 });
          },
        },
        { user: undefined },
      );
      expect((await revoke()).outcome).toBe('already-gone');
      expect(names().filter((name) => name === 'GetUser')).toHaveLength(2);
    },
  );

  it('of DeleteUser is not believed while GetUser shows the user: it is deleted again', async () => {
    const { revoke, users, names } = setUp({
      DeleteUser(_, nth) {
        if (nth === 1) throw noSuch();
        return undefined;
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', failures: [] });
    expect(users.size).toBe(0);
    expect(names().filter((name) => name === 'DeleteUser')).toHaveLength(2);
  });

  it('of DeleteUser that does not end is never “deleted”, and the report says why', async () => {
    const { revoke, users, names } = setUp({
      DeleteUser() {
        throw noSuch();
      },
    });
    expect(await revoke()).toMatchObject({
      outcome: 'incomplete',
      failures: ['delete the user: NoSuchEntity: AWS says NoSuchEntityException'],
    });
    expect(users.has('gha-1')).toBe(true);
    expect(names().filter((name) => name === 'DeleteUser')).toHaveLength(8);
  });

  it('of DeleteUser is believed when GetUser says so too', async () => {
    const { revoke, users } = setUp({
      DeleteUser({ UserName = '' }) {
        users.delete(UserName);
        throw noSuch();
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', failures: [] });
  });
});

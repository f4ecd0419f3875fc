import { describe, expect, it } from '@jest/globals';
import { closedGuardPolicy, guardPolicy } from '../../../src/lease/guard.ts';
import { awsError } from '../../support/fakes/aws-error.ts';
import { fakeUser } from '../../support/fakes/iam.ts';
import { revoking as setUp, TAGS, tagsOf, USUAL } from '../../support/fakes/revoking.ts';
import { NOON } from '../../support/fakes/time.ts';

const GUARD = guardPolicy('arn:aws:iam::123456789012:user/ci/gha-1', new Date(NOON));
const denied = () => awsError('AccessDenied', { status: 403 });
const conflict = () => awsError('DeleteConflictException', { status: 409 });

describe('the guard', () => {
  it.each(['issued', 'created'] as const)('is on, as far as is known, where main had noted "%s"', async (progress) => {
    const { revoke } = setUp(
      {
        GetUser() {
          throw awsError('ServiceFailure', { status: 500 });
        },
      },
      { record: { progress } },
    );
    expect((await revoke()).guard).toBe(progress === 'issued' ? 'on' : 'unknown');
  });

  it.each(['DeleteUser', 'DetachUserPolicy'])('is unknown when it was never added (%s is denied)', async (name) => {
    const { revoke } = setUp(
      {
        [name]() {
          throw denied();
        },
      },
      { has: { inline: [] } },
    );
    expect(await revoke()).toMatchObject({ outcome: 'incomplete', guard: 'unknown' });
  });

  it.each(['ListAccessKeys', 'ListAttachedUserPolicies', 'ListGroupsForUser'])(
    'is kept while %s does not answer, which is tried again',
    async (operation) => {
      const { revoke, user, names } = setUp({
        [operation]() {
          throw awsError('ServiceFailure', { status: 500 });
        },
      });
      expect(await revoke()).toMatchObject({ outcome: 'incomplete', guard: 'on' });
      expect(user?.on.inline).toEqual(['lease-guard']);
      expect(names().filter((name) => name === 'DeleteUser')).toHaveLength(8);
    },
  );

  it('goes though a rare kind may not be looked at', async () => {
    const { revoke, users } = setUp({
      DeleteAccessKey(_, nth) {
        if (nth === 1) throw awsError('ServiceFailure', { status: 500 });
        return undefined;
      },
      ListSSHPublicKeys() {
        throw denied();
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', guard: 'off', failures: [] });
    expect(users.size).toBe(0);
  });

  it('is kept while a key could not be deleted; all else goes', async () => {
    const { revoke, user } = setUp({
      DeleteAccessKey() {
        throw denied();
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'incomplete', proof: 'no-key' });
    expect(user?.on).toMatchObject({ keys: ['AKIA1'], inline: ['lease-guard'], attached: [], groups: [] });
  });

  it('is kept while one of two keys could not be deleted', async () => {
    const { revoke, user, probed } = setUp(
      {
        DeleteAccessKey(input) {
          if (input.AccessKeyId === 'AKIA2') throw denied();
          return undefined;
        },
      },
      { has: { keys: ['AKIA1', 'AKIA2'] } },
    );
    await revoke();
    expect(user?.on.inline).toEqual(['lease-guard']);
    expect(new Set(probed)).toEqual(new Set(['AKIA1']));
  });

  it('is kept while the keys could not be listed', async () => {
    const { revoke, user, changes } = setUp({
      ListAccessKeys() {
        throw denied();
      },
    });
    const { outcome, failures } = await revoke();
    expect(outcome).toBe('incomplete');
    expect(failures).toContain('look for access key: AccessDenied: AWS says AccessDenied');
    expect(changes()).not.toContain('DeleteAccessKey');
    expect(changes().filter((name) => name === 'DeleteUser')).toHaveLength(2);
    expect(user?.on).toMatchObject({ keys: ['AKIA1'], inline: ['lease-guard'] });
  });

  it.each(['ListAttachedUserPolicies', 'ListUserPolicies', 'ListGroupsForUser'])(
    'is kept while %s is refused, since something may be left',
    async (operation) => {
      const { revoke, user } = setUp({
        [operation]() {
          throw denied();
        },
      });
      expect((await revoke()).outcome).toBe('incomplete');
      expect(user?.on).toMatchObject({ keys: [], inline: expect.arrayContaining(['lease-guard']) });
    },
  );

  it('is removed only once everything else is gone, a group of its name too', async () => {
    const left: unknown[] = [];
    const { revoke, inputsOf, changes, user } = setUp(
      {
        DeleteUserPolicy(input) {
          if (input.PolicyName === 'lease-guard') left.push(structuredClone(user?.on));
          return undefined;
        },
      },
      { has: { groups: ['readers', 'lease-guard'] } },
    );
    expect((await revoke()).outcome).toBe('deleted');
    expect(left).toMatchObject([{ keys: [], attached: [], groups: [], inline: ['lease-guard'] }]);
    expect(inputsOf('DeleteUserPolicy').at(-1)).toMatchObject({ PolicyName: 'lease-guard' });
    expect(changes().slice(-2)).toEqual(['DeleteUserPolicy', 'DeleteUser']);
  });

  it('that cannot be removed is reported, after a second try', async () => {
    const { revoke, changes } = setUp({
      DeleteUserPolicy(input) {
        if (input.PolicyName === 'lease-guard') throw denied();
        return undefined;
      },
    });
    const { outcome, failures } = await revoke();
    expect(outcome).toBe('incomplete');
    expect(failures).toContain('remove inline policy: AccessDenied: AWS says AccessDenied');
    expect(changes().filter((name) => name === 'DeleteUser')).toHaveLength(2);
  });

  it('goes with the user once a further try has deleted the keys', async () => {
    const { revoke, users } = setUp({
      DeleteAccessKey(_, nth) {
        if (nth === 1) throw awsError('ServiceFailure', { status: 500 });
        return undefined;
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', failures: [] });
    expect(users.size).toBe(0);
  });
});

/** A revocation that denies the user everything first. */
function closing(handlers: Parameters<typeof setUp>[0] = {}, about: { denyFirst?: boolean } = {}) {
  const user = fakeUser({
    tags: tagsOf(TAGS),
    documents: new Map([['lease-guard', GUARD]]),
    has: structuredClone(USUAL),
  });
  const made = setUp(handlers, { user, denyFirst: true, record: { progress: 'issued' }, probe: 'none', ...about });
  return { ...made, user };
}

describe('the closed guard', () => {
  it('replaces the guard at the same time as the keys are deleted, before all else', async () => {
    const { revoke, changes, inputsOf } = closing();
    expect(await revoke()).toMatchObject({ outcome: 'deleted', guard: 'off', failures: [] });
    expect(inputsOf('PutUserPolicy')).toEqual([
      { UserName: 'gha-1', PolicyName: 'lease-guard', PolicyDocument: closedGuardPolicy() },
    ]);
    expect(changes().slice(0, 2).sort()).toEqual(['DeleteAccessKey', 'PutUserPolicy']);
  });

  it('does not wait for the keys, nor the keys for it', async () => {
    const underWay = new Set<string>();
    let most = 0;
    const slow = (name: string) => ({
      [name]: async (_: unknown, __: number, apply: () => object) => {
        underWay.add(name);
        most = Math.max(most, underWay.size);
        for (let turns = 0; turns < 20; turns++) await Promise.resolve();
        underWay.delete(name);
        return apply();
      },
    });
    await closing({ ...slow('PutUserPolicy'), ...slow('DeleteAccessKey') }).revoke();
    expect(most).toBe(2);
  });

  it.each(['DetachUserPolicy', 'RemoveUserFromGroup', 'DeleteUserPolicy'])(
    'is put before %s, which it outlasts',
    async (name) => {
      const seen: unknown[] = [];
      const { revoke, user } = closing({
        [name]() {
          seen.push(user.documents.get('lease-guard'));
          return undefined;
        },
      });
      expect((await revoke()).outcome).toBe('deleted');
      expect(new Set(seen)).toEqual(new Set([closedGuardPolicy()]));
    },
  );

  it('is removed last', async () => {
    const { revoke, changes, inputsOf } = closing();
    await revoke();
    expect(inputsOf('DeleteUserPolicy').map(({ PolicyName }) => PolicyName)).toEqual(['lease-inline-1', 'lease-guard']);
    expect(changes().slice(-2)).toEqual(['DeleteUserPolicy', 'DeleteUser']);
  });

  it('is removed though the list does not show it', async () => {
    const { revoke, users, inputsOf } = closing({ ListUserPolicies: () => ({ PolicyNames: ['lease-inline-1'] }) });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', guard: 'off', failures: [] });
    expect(inputsOf('DeleteUserPolicy').map(({ PolicyName }) => PolicyName)).toEqual(['lease-inline-1', 'lease-guard']);
    expect(users.size).toBe(0);
  });

  it('stays while something else does, and the result says that it denies everything', async () => {
    const { revoke, user, inputsOf } = closing({
      DetachUserPolicy() {
        throw denied();
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'incomplete', guard: 'closed' });
    expect(user.on).toMatchObject({ keys: [], attached: ['arn:p'], inline: ['lease-guard'] });
    expect(inputsOf('PutUserPolicy')).toHaveLength(1);
  });

  it('that cannot be removed is still closed', async () => {
    const { revoke } = closing({
      DeleteUserPolicy({ PolicyName }) {
        if (PolicyName === 'lease-guard') throw denied();
        return undefined;
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'incomplete', guard: 'closed' });
  });

  it('is put once, however often DeleteUser answers DeleteConflict', async () => {
    const { revoke, inputsOf } = closing({
      DeleteUser(_, nth) {
        if (nth <= 3) throw conflict();
        return undefined;
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', guard: 'off' });
    expect(inputsOf('PutUserPolicy')).toHaveLength(1);
  });

  it('that AWS denies does not stop the rest', async () => {
    const { revoke, users } = closing({
      PutUserPolicy() {
        throw denied();
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', guard: 'off', failures: [] });
    expect(users.size).toBe(0);
  });

  it('that AWS denies is in the report of an incomplete revocation, whose guard is the old one', async () => {
    const { revoke, user } = closing({
      PutUserPolicy() {
        throw denied();
      },
      DetachUserPolicy() {
        throw denied();
      },
    });
    const { outcome, guard, failures } = await revoke();
    expect([outcome, guard]).toEqual(['incomplete', 'on']);
    expect(failures).toContain('deny it everything: AccessDenied: AWS says AccessDenied');
    expect(user.documents.get('lease-guard')).toBe(GUARD);
    expect(user.on).toMatchObject({ keys: [], inline: ['lease-guard'] });
  });

  it('is put by a later round where the first could not', async () => {
    const { revoke, user } = closing({
      PutUserPolicy(_, nth) {
        if (nth === 1) throw awsError('ServiceFailure', { status: 500 });
        return undefined;
      },
      DetachUserPolicy() {
        throw denied();
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'incomplete', guard: 'closed' });
    expect(user.documents.get('lease-guard')).toBe(closedGuardPolicy());
  });

  it('is not put by a revocation that has no permission for it', async () => {
    const { revoke, changes } = closing({}, { denyFirst: false });
    expect((await revoke()).outcome).toBe('deleted');
    expect(changes()).not.toContain('PutUserPolicy');
  });

  it('denies everything, without a condition', () => {
    expect(JSON.parse(closedGuardPolicy())).toEqual({
      Version: '2012-10-17',
      Statement: [{ Sid: 'LeaseRevoked', Effect: 'Deny', Action: '*', Resource: '*' }],
    });
  });
});

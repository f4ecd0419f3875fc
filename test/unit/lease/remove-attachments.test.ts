import { describe, expect, it } from '@jest/globals';
import { closedGuardPolicy, guardPolicy } from '../../../src/lease/guard.ts';
import { revokeUser } from '../../../src/lease/revoke.ts';
import { awsError } from '../../support/fakes/aws-error.ts';
import { fakeIam, fakeUser } from '../../support/fakes/iam.ts';
import { userRecord } from '../../support/fakes/swept.ts';
import { fakeWaiting, NOON } from '../../support/fakes/time.ts';

const TAGS = [
  { Key: 'lease:managed-by', Value: 'aws-ephemeral-credentials' },
  { Key: 'lease:run-id', Value: '1234567' },
  { Key: 'lease:nonce', Value: 'n0nce' },
];
const GUARD = guardPolicy('arn:aws:iam::123456789012:user/ci/gha-1', new Date(NOON));
const denied = () => awsError('AccessDenied', { status: 403 });
const conflict = () => awsError('DeleteConflictException', { status: 409 });

/** A revocation that denies the user everything first. */
function setUp(handlers: Parameters<typeof fakeIam>[0] = {}, about: { denyFirst?: boolean } = {}) {
  const fake = fakeIam(handlers);
  const user = fakeUser({
    tags: TAGS,
    documents: new Map([['lease-guard', GUARD]]),
    has: { keys: ['AKIA1'], inline: ['lease-guard', 'lease-inline-1'], attached: ['arn:p'], groups: ['readers'] },
  });
  fake.users.set('gha-1', user);
  const deps = { ...fakeWaiting(), iam: fake.iam, probe: undefined, denyFirst: about.denyFirst ?? true };
  const revoke = () => revokeUser(userRecord({ progress: 'issued' }), deps);
  const changes = () => fake.names().filter((name) => !/^(Get|List)/.test(name));
  return { ...fake, user, revoke, changes };
}

describe('the closed guard', () => {
  it('replaces the guard at the same time as the keys are deleted, before all else', async () => {
    const { revoke, changes, inputsOf } = setUp();
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
    await setUp({ ...slow('PutUserPolicy'), ...slow('DeleteAccessKey') }).revoke();
    expect(most).toBe(2);
  });

  it.each(['DetachUserPolicy', 'RemoveUserFromGroup', 'DeleteUserPolicy'])(
    'is put before %s, which it outlasts',
    async (name) => {
      const seen: unknown[] = [];
      const { revoke, user } = setUp({
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
    const { revoke, changes, inputsOf } = setUp();
    await revoke();
    expect(inputsOf('DeleteUserPolicy').map(({ PolicyName }) => PolicyName)).toEqual(['lease-inline-1', 'lease-guard']);
    expect(changes().slice(-2)).toEqual(['DeleteUserPolicy', 'DeleteUser']);
  });

  it('is removed though the list does not show it', async () => {
    const { revoke, users, inputsOf } = setUp({ ListUserPolicies: () => ({ PolicyNames: ['lease-inline-1'] }) });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', guard: 'off', failures: [] });
    expect(inputsOf('DeleteUserPolicy').map(({ PolicyName }) => PolicyName)).toEqual(['lease-inline-1', 'lease-guard']);
    expect(users.size).toBe(0);
  });

  it('stays while something else does, and the result says that it denies everything', async () => {
    const { revoke, user, inputsOf } = setUp({
      DetachUserPolicy() {
        throw denied();
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'incomplete', guard: 'closed' });
    expect(user.on).toMatchObject({ keys: [], attached: ['arn:p'], inline: ['lease-guard'] });
    expect(inputsOf('PutUserPolicy')).toHaveLength(1);
  });

  it('that cannot be removed is still closed', async () => {
    const { revoke } = setUp({
      DeleteUserPolicy({ PolicyName }) {
        if (PolicyName === 'lease-guard') throw denied();
        return undefined;
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'incomplete', guard: 'closed' });
  });

  it('is put once, however often DeleteUser answers DeleteConflict', async () => {
    const { revoke, inputsOf } = setUp({
      DeleteUser(_, nth) {
        if (nth <= 3) throw conflict();
        return undefined;
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', guard: 'off' });
    expect(inputsOf('PutUserPolicy')).toHaveLength(1);
  });

  it('that AWS denies does not stop the rest', async () => {
    const { revoke, users } = setUp({
      PutUserPolicy() {
        throw denied();
      },
    });
    expect(await revoke()).toMatchObject({ outcome: 'deleted', guard: 'off', failures: [] });
    expect(users.size).toBe(0);
  });

  it('that AWS denies is in the report of an incomplete revocation, whose guard is the old one', async () => {
    const { revoke, user } = setUp({
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
    const { revoke, user } = setUp({
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
    const { revoke, changes } = setUp({}, { denyFirst: false });
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

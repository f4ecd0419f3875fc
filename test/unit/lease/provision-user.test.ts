import { describe, expect, it } from '@jest/globals';
import type { ActionError } from '../../../src/errors.ts';
import { issueUser } from '../../../src/lease/issue-user.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';
import { issuing, userPlan } from '../../support/fakes/user-plan.ts';

const POLICY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const noSuch = () => awsError('NoSuchEntityException', { status: 404 });

describe('what is attached to the user', () => {
  it.each(['PutUserPolicy', 'AttachUserPolicy', 'AddUserToGroup', 'CreateAccessKey'])(
    'is made although %s does not see the new user at first',
    async (operation) => {
      const { deps, users } = issuing({
        [operation](_, nth) {
          if (nth === 1) throw noSuch();
          return undefined;
        },
      });
      await issueUser(userPlan({ policyArns: [POLICY], groups: ['readers'] }), deps);
      expect(users.get('gha-1')?.on).toMatchObject({
        keys: ['AKIA1'],
        attached: [POLICY],
        inline: ['lease-guard'],
        groups: ['readers'],
      });
    },
  );

  it('is reported all at once, and soon, where a policy and a group are both missing', async () => {
    const { deps, clock } = issuing({
      AttachUserPolicy() {
        throw noSuch();
      },
      AddUserToGroup() {
        throw noSuch();
      },
    });
    const error = await rejection(issueUser(userPlan({ policyArns: [POLICY], groups: ['readers'] }), deps));
    expect(error).toMatchObject({ code: 'lease-part-missing' });
    const { message, remedy, cause } = error as ActionError;
    expect(cause).toMatchObject({ code: 'lease-part-missing', message: expect.stringContaining(POLICY) });
    expect(message).toContain(`Attaching the policy ${POLICY}`);
    expect(message).toContain('Adding the user to the group readers');
    expect(remedy.split('\n')).toHaveLength(1);
    expect(clock.slept.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(8_000);
  });

  it('is reported with each remedy once where different things failed', async () => {
    const { deps } = issuing({
      AttachUserPolicy() {
        throw noSuch();
      },
      AddUserToGroup() {
        throw awsError('AccessDenied', { status: 403 });
      },
    });
    const error = await rejection(
      issueUser(userPlan({ policyArns: [POLICY, `${POLICY}2`], groups: ['readers'] }), deps),
    );
    expect((error as ActionError).message.split('\n')).toHaveLength(3);
    expect((error as ActionError).remedy.split('\n')).toHaveLength(2);
  });

  it('has all settled before an error is thrown, so that a rollback meets no call under way', async () => {
    let attached = false;
    const { deps } = issuing({
      async CreateAccessKey() {
        throw awsError('AccessDenied', { status: 403 });
      },
      async AttachUserPolicy(_, __, apply) {
        for (let turns = 0; turns < 50; turns++) await Promise.resolve();
        attached = true;
        return apply();
      },
    });
    const error = await rejection(issueUser(userPlan({ policyArns: [POLICY] }), deps));
    expect(error).toMatchObject({ code: 'lease-denied', message: expect.stringContaining('access key of gha-1') });
    expect(attached).toBe(true);
  });

  it.each([
    ['PutUserPolicy', 'Putting the inline policy lease-guard'],
    ['AttachUserPolicy', 'Attaching the policy'],
    ['AddUserToGroup', 'Adding the user to the group'],
    ['CreateAccessKey', 'Creating the access key'],
  ])('is an error that says what was being done when %s is denied', async (operation, doing) => {
    const { deps } = issuing({
      [operation]() {
        throw awsError('AccessDenied', { status: 403 });
      },
    });
    const error = await rejection(issueUser(userPlan({ policyArns: [POLICY], groups: ['readers'] }), deps));
    expect(error).toMatchObject({ code: 'lease-denied', message: expect.stringContaining(doing) });
  });

  it('ends with the reason of the stop when the step is stopped, whatever else failed', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    const { deps } = issuing(
      {
        PutUserPolicy() {
          stop.abort(reason);
          throw noSuch();
        },
      },
      { stop },
    );
    const error = (await rejection(issueUser(userPlan(), deps))) as Error;
    expect(error === reason || error.cause === reason).toBe(true);
  });
});

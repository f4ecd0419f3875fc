import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { leaseFailure } from '../../../src/lease/lease-failure.ts';
import { awsError } from '../../support/fakes/aws-error.ts';

describe('the remedy of an IAM failure', () => {
  it.each([
    ['issue', 'AccessDenied', 'lease-denied', '`credential-type: session`'],
    ['issue', 'LimitExceededException', 'lease-limit-reached', '5,000 users'],
    ['issue', 'NoSuchEntityException', 'lease-failed', 'run the job again'],
    ['renew', 'AccessDenied', 'lease-denied', 'docs/permissions.md'],
    ['renew', 'LimitExceededException', 'lease-limit-reached', 'the quota that is full'],
    ['renew', 'NoSuchEntityException', 'lease-failed', 'renew the lease again'],
    ['revoke', 'AccessDenied', 'lease-denied', 'docs/permissions.md'],
    ['revoke', 'LimitExceededException', 'lease-limit-reached', 'the quota that is full'],
    ['revoke', 'NoSuchEntityException', 'lease-failed', 'run `/revoke` again'],
  ] as const)('of %s with AWS’s code %s has the code %s and says what to do', (purpose, name, code, remedy) => {
    const cause = awsError(name);
    const error = leaseFailure(purpose, 'Reading IAM user x', cause);
    expect(error).toMatchObject({ code, cause, remedy: expect.stringContaining(remedy) });
    expect(error).toMatchObject({ message: expect.stringContaining('Reading IAM user x failed') });
  });

  it('of an existing user does not mention a session', () => {
    expect(leaseFailure('renew', 'Reading', awsError('AccessDenied'))).not.toMatchObject({
      remedy: expect.stringContaining('session'),
    });
  });

  it('is that of the error itself when the error is ours already', () => {
    const own = new ActionError('interrupted', 'stopped', { remedy: 'none' });
    expect(leaseFailure('revoke', 'Reading', own)).toBe(own);
  });
});

import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { assertAlive, creationFailure, issueFailure, missingPart } from '../../../src/lease/issue-failures.ts';
import { awsError } from '../../support/fakes/aws-error.ts';
import { NOON } from '../../support/fakes/time.ts';

const BOUNDARY = 'arn:aws:iam::123456789012:policy/b';

describe('a failure while a user is made', () => {
  it.each([
    ['AccessDenied', 'lease-denied', 'docs/permissions.md'],
    ['LimitExceededException', 'lease-limit-reached', '5,000 users'],
    ['NoSuchEntityException', 'lease-failed', 'AWS reports'],
    ['MalformedPolicyDocumentException', 'lease-failed', 'AWS reports'],
  ])('with AWS’s code %s says what to do next', (name, code, remedy) => {
    const cause = awsError(name);
    const error = issueFailure('Creating IAM user x', cause) as ActionError;
    expect(error).toMatchObject({ code, cause, remedy: expect.stringContaining(remedy) });
    expect(error.message).toContain('Creating IAM user x');
    expect(error.message).toContain(name.replace('Exception', ''));
  });

  it('that is ours already passes unchanged', () => {
    const own = new ActionError('interrupted', 'stopped', { remedy: 'none' });
    expect(issueFailure('Creating', own)).toBe(own);
    expect(creationFailure('Creating', BOUNDARY, own)).toBe(own);
    expect(missingPart('Creating', own)).toBe(own);
  });

  it('names the boundary where CreateUser finds something missing', () => {
    expect(creationFailure('Creating IAM user x', BOUNDARY, awsError('NoSuchEntityException'))).toMatchObject({
      code: 'lease-part-missing',
      message: expect.stringContaining(BOUNDARY),
      remedy: expect.stringContaining('`permissions-boundary-arn`'),
    });
  });

  it.each([
    [undefined, 'NoSuchEntityException', 'lease-failed'],
    [BOUNDARY, 'AccessDenied', 'lease-denied'],
  ])('does not blame a boundary (%s) for %s', (boundary, name, code) => {
    expect(creationFailure('Creating', boundary, awsError(name))).toMatchObject({ code });
  });

  it('names the policies and groups where one of them is missing', () => {
    expect(missingPart('Attaching the policy p', awsError('NoSuchEntityException'))).toMatchObject({
      code: 'lease-part-missing',
      remedy: expect.stringContaining('`policy-arns` and `iam-groups`'),
    });
  });

  it('of another kind on a policy or group is reported like any other', () => {
    expect(missingPart('Attaching', awsError('AccessDenied'))).toMatchObject({ code: 'lease-denied' });
  });
});

describe('a new lease', () => {
  it('is accepted when it has at least a millisecond left', () => {
    expect(() => assertAlive(new Date(NOON + 1), NOON)).not.toThrow();
  });

  it.each([0, 1])('is an error that names `ttl` when it expired %d ms ago', (late) => {
    expect(() => assertAlive(new Date(NOON), NOON + late)).toThrow(
      expect.objectContaining({
        code: 'lease-failed',
        message: expect.stringContaining('expired before the job received it'),
        remedy: expect.stringContaining('longer `ttl`'),
      }),
    );
  });
});

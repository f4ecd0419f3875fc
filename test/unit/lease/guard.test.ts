import { describe, expect, it } from '@jest/globals';
import { GUARD_POLICY_NAME, guardPolicy, guardSize } from '../../../src/lease/guard.ts';
import { NOON } from '../../support/fakes/time.ts';

const ARN = 'arn:aws:iam::123456789012:user/ci/gha-x';

describe('the guard', () => {
  it('is exactly this policy, without blanks', () => {
    expect(guardPolicy(ARN, new Date(NOON))).toBe(
      '{"Version":"2012-10-17","Statement":[' +
        '{"Sid":"LeaseExpired","Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateGreaterThanEquals":{"aws:CurrentTime":"2026-11-21T12:00:00Z"}}},' +
        '{"Sid":"NoChangeToItself","Effect":"Deny","NotAction":["iam:Get*","iam:List*"],"Resource":"arn:aws:iam::123456789012:user/ci/gha-x"},' +
        '{"Sid":"NoChangeOfGroups","Effect":"Deny","Action":["iam:AddUserToGroup","iam:RemoveUserFromGroup"],"Resource":"*"}]}',
    );
  });

  it('is known by its name on every user', () => {
    expect(GUARD_POLICY_NAME).toBe('lease-guard');
  });

  it('is as large as was reckoned before the account was known', () => {
    expect(guardSize('aws', '/ci/', 'gha-x')).toBe(guardPolicy(ARN, new Date(NOON)).length);
  });

  it('leaves most of the 2,048 characters to the user’s own policies', () => {
    expect(guardSize('aws-us-gov', '/github-actions/octo-org/octo_repo/', 'n'.repeat(64))).toBeLessThan(600);
  });
});

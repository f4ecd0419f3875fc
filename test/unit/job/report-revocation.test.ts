import { describe, expect, it } from '@jest/globals';
import { revokeIncomplete, untouched, warnLeftovers } from '../../../src/job/report-revocation.ts';
import { fakeStep } from '../../support/fakes/step.ts';
import { userRecord } from '../../support/fakes/swept.ts';

const RECORD = userRecord();
const LATER = '2026-11-21T13:30:00Z';

describe('a revocation that is incomplete', () => {
  it.each([
    [{ guard: 'closed', endsAt: LATER }, 'It is denied everything from now on.'],
    [{ guard: 'on', endsAt: LATER }, `Its guard denies every call from ${LATER} on.`],
    [
      { guard: 'on', endsAt: undefined },
      'Its guard denies every call from 2026-11-21T12:00:00Z (later, if it was renewed) on.',
    ],
    [{ guard: 'off', endsAt: LATER }, 'Its access keys, policies, groups and guard are removed.'],
    [
      { guard: 'unknown', endsAt: undefined },
      'It may have no guard, because main did not finish creating it. Delete it soon.',
    ],
  ] as const)('says what ends the user: %j', (about, sentence) => {
    const { message } = revokeIncomplete(RECORD, { failures: ['one', 'two'], rareLeft: false, ...about });
    expect(message).toBe(
      `IAM user gha-1 could not be deleted and may still exist, at path /ci/:\n- one\n- two\n${sentence}`,
    );
  });

  it.each([true, false])('has the commands that finish by hand (rare kinds: %p)', (rareLeft) => {
    const { remedy, code } = revokeIncomplete(RECORD, { ...untouched(RECORD), failures: [], rareLeft });
    expect(code).toBe('revoke-incomplete');
    expect(remedy).toContain('aws iam delete-user --user-name=gha-1');
    expect(remedy.includes('list-mfa-devices')).toBe(rareLeft);
  });

  it.each([
    ['issued', 'on'],
    ['created', 'unknown'],
    ['intended', 'unknown'],
  ] as const)('where nothing was removed knows of the guard what main noted: %s', (progress, guard) => {
    expect(untouched(userRecord({ progress }))).toEqual({ guard, rareLeft: false, endsAt: undefined });
  });
});

describe('what still exists without its user', () => {
  it('is a warning', () => {
    const { step, lines } = fakeStep();
    warnLeftovers('gha-1', ['remove MFA device x: AccessDenied', 'y'], step.log);
    warnLeftovers('gha-2', [], step.log);
    expect(lines).toEqual([
      'warning IAM user gha-1 is deleted, but something that others attached to it is not: remove MFA device x: AccessDenied; y.',
    ]);
  });
});

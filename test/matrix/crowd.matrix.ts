// Fifty jobs that start and end together, in an account that throttles calls as AWS does: with a token bucket for each action.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { type Job, type StepResult, startJob } from '../lab/runner/runner.ts';
import { callerOf, leaseInputs } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';
import type { CrowdResult } from './report.ts';

const JOBS = 50;
/** Limits for the calls of one action at IAM: the burst, then the rate per second. AWS does not publish its own. */
const BURST = 10;
const PER_SECOND = 5;
const TEST_MS = 600_000;
/** Calls of IAM only: STS allows 600 a second, far more than fifty jobs make (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). */
const THROTTLED = [
  'CreateUser',
  'CreateAccessKey',
  'PutUserPolicy',
  'AttachUserPolicy',
  'AddUserToGroup',
  'GetUser',
  'ListAccessKeys',
  'ListAttachedUserPolicies',
  'ListUserPolicies',
  'ListGroupsForUser',
  'DeleteAccessKey',
  'DetachUserPolicy',
  'DeleteUserPolicy',
  'RemoveUserFromGroup',
  'DeleteUser',
];

const lab = useLab({ reset: false });

/** A token bucket. The function returns whether a call may pass. */
function bucket(): () => boolean {
  let tokens = BURST;
  let at = performance.now();
  return () => {
    const now = performance.now();
    tokens = Math.min(BURST, tokens + ((now - at) / 1_000) * PER_SECOND);
    at = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

function throttle(): void {
  for (const action of THROTTLED) {
    const passes = bucket();
    lab.wire.inject({ action, times: Number.POSITIVE_INFINITY, match: () => !passes() }, 'throttle');
  }
}

function refusals(): number {
  return lab.wire.calls.filter(({ errorCode }) => errorCode === 'Throttling').length;
}

const failuresOf = (results: readonly StepResult[]) =>
  results.filter(({ conclusion }) => conclusion === 'failure').map(({ log }) => log);

function note(result: CrowdResult): void {
  const folder = process.env.MATRIX_RESULTS;
  if (folder !== undefined) writeFileSync(join(folder, 'crowd.json'), JSON.stringify(result));
}

async function crowd(jobs: readonly Job[]): Promise<void> {
  const uses = jobs.map((job) => job.use(leaseInputs(lab)));
  throttle();
  const mains = await Promise.all(uses.map((use) => use.main()));
  const refusedMains = refusals();
  expect(failuresOf(mains)).toEqual([]);
  expect(refusedMains).toBeGreaterThan(JOBS);
  const keys = mains.map(({ exported }) => exported.AWS_ACCESS_KEY_ID);
  const callers = await Promise.all(mains.map(({ exported }) => callerOf(lab, exported)));
  expect(new Set(keys).size).toBe(JOBS);
  expect(callers).toEqual(mains.map(({ outputs }) => outputs['user-arn']));
  expect(new Set(callers).size).toBe(JOBS);
  const posts = await Promise.all(uses.map((use) => use.post()));
  const left = await lab.users();
  note({ jobs: JOBS, refusedMains, refusedPosts: refusals() - refusedMains, left: left.length });
  expect(failuresOf(posts)).toEqual([]);
  expect(left).toEqual([]);
  const after = await Promise.all(mains.map(({ exported }) => callerOf(lab, exported)));
  expect(new Set(after)).toEqual(new Set(['InvalidClientTokenId']));
}

it(
  'fifty jobs at once under throttling each get credentials of their own that work, and none are left after their posts',
  async () => {
    const jobs = await Promise.all(Array.from({ length: JOBS }, (_, index) => startJob({ lab, job: `job-${index}` })));
    try {
      await crowd(jobs);
    } finally {
      await Promise.all(jobs.map((job) => job.remove()));
    }
  },
  TEST_MS,
);

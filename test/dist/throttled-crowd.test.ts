// Jobs that begin together in an account whose limits are shared: throttling is waited out, not counted.
import { expect, it } from '@jest/globals';
import { startJob } from '../lab/runner/runner.ts';
import { callerOf, leaseInputs } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const JOBS = 40;
/** So many calls of all jobs together are throttled, whatever they are. */
const THROTTLED = 60;
const CALLS = [
  'AssumeRoleWithWebIdentity',
  'CreateUser',
  'CreateAccessKey',
  'PutUserPolicy',
  'AttachUserPolicy',
  'AddUserToGroup',
];
const TEST_MS = 400_000;

const lab = useLab();

it(
  'forty jobs at once whose first sixty calls are throttled all get credentials that work',
  async () => {
    let seen = 0;
    const match = () => ++seen <= THROTTLED;
    for (const action of CALLS) lab.wire.inject({ action, times: Number.POSITIVE_INFINITY, match }, 'throttle');
    const jobs = await Promise.all(Array.from({ length: JOBS }, (_, index) => startJob({ lab, job: `job-${index}` })));
    try {
      // Starting forty processes on two processors takes longer than a new key may be waited for.
      const inputs = leaseInputs(lab, { 'wait-for-propagation': '0' });
      const mains = await Promise.all(jobs.map((job) => job.use(inputs).main()));
      expect(mains.filter(({ exitCode }) => exitCode !== 0).map(({ log }) => log)).toEqual([]);
      expect(lab.wire.calls.filter(({ errorCode }) => errorCode === 'Throttling')).toHaveLength(THROTTLED);
      const callers = await Promise.all(mains.map(({ exported }) => callerOf(lab, exported)));
      expect(callers).toEqual(mains.map(({ outputs }) => outputs['user-arn']));
      expect(new Set(callers).size).toBe(JOBS);
    } finally {
      await Promise.all(jobs.map((job) => job.remove()));
    }
  },
  TEST_MS,
);

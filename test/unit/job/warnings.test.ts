import { describe, expect, it } from '@jest/globals';
import { noticeOfEndpoints, warnOfClock } from '../../../src/job/warnings.ts';
import { fakeStep } from '../../support/fakes/step.ts';
import { NOON } from '../../support/fakes/time.ts';

describe('a clock that is', () => {
  it.each([0, 2_000, -2_000, 59_999, -59_999])('%d ms off is not worth a warning', (offset) => {
    const { step, lines } = fakeStep();
    step.clock.learn(NOON + offset);
    warnOfClock(step);
    expect(lines).toEqual([]);
  });

  it.each([
    [60_000, '60 s behind'],
    [5_400_400, '5400 s behind'],
    [-60_000, '60 s ahead of'],
    [-86_400_000, '86400 s ahead of'],
  ])('%d ms off is warned of, and in which direction: %s', (offset, words) => {
    const { step, lines } = fakeStep();
    step.clock.learn(NOON + offset);
    warnOfClock(step);
    expect(lines).toEqual([
      `warning The clock of this runner is ${words} AWS’s. All times of the lease are AWS’s, so it is right; other tools on this runner may fail.`,
    ]);
  });

  it('not compared with AWS’s yet is not warned of', () => {
    const { step, lines } = fakeStep();
    warnOfClock(step);
    expect(lines).toEqual([]);
  });
});

describe('the endpoints that the environment names', () => {
  it('are a notice each, with the host and the variable', () => {
    const { step, lines } = fakeStep();
    noticeOfEndpoints(
      {
        fromEnvironment: [
          { service: 'STS', host: 'sts.example', variable: 'AWS_ENDPOINT_URL_STS' },
          { service: 'IAM', host: 'all.example:4566', variable: 'AWS_ENDPOINT_URL' },
        ],
      },
      step,
    );
    expect(lines).toEqual([
      'notice STS is reached at sts.example, because the variable AWS_ENDPOINT_URL_STS of this job names it.',
      'notice IAM is reached at all.example:4566, because the variable AWS_ENDPOINT_URL of this job names it.',
    ]);
  });

  it('are no notice where there are none', () => {
    const { step, lines } = fakeStep();
    noticeOfEndpoints({ fromEnvironment: [] }, step);
    expect(lines).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { guardSize } from '../../../src/lease/guard.ts';
import { parseNameTemplate } from '../../../src/lease/naming/template.ts';
import { inlineSizeProblem, nameVariables, planUser, type UserSpec } from '../../../src/lease/user-spec.ts';
import { fakeRandomness } from '../../support/fakes/randomness.ts';
import { jobOf } from '../../support/fakes/run.ts';
import { fakeClock, NOON } from '../../support/fakes/time.ts';

function wishOf(about: Partial<UserSpec> = {}): UserSpec {
  return {
    nameTemplate: parseNameTemplate('{{repo}}-{{random 4}}'),
    path: undefined,
    partition: 'aws',
    boundaryArn: undefined,
    policyArns: [],
    inlinePolicies: [],
    groups: [],
    tags: {},
    ttlSeconds: 3600,
    maxTtlSeconds: 7200,
    alphanumericSecret: false,
    waitForPropagationSeconds: 60,
    ...about,
  };
}

const by = () => ({ randomness: fakeRandomness(), clock: fakeClock(), outlivesJob: false });

describe('the plan of a user', () => {
  it('has a path made of the job’s environment, now that it is known', () => {
    const plan = planUser(wishOf(), jobOf({ jobEnvironment: 'prod' }), by());
    expect(plan.path).toBe('/github-actions/octo-org/octo_repo/prod/');
  });

  it('has the path of the inputs', () => {
    expect(planUser(wishOf({ path: '/ci/' }), jobOf({ jobEnvironment: 'prod' }), by()).path).toBe('/ci/');
  });

  it('has a new name at each call', () => {
    const { userName } = planUser(wishOf(), jobOf(), by());
    expect(new Set([userName(), userName(), userName()]).size).toBe(3);
  });

  it('is refused when the inline policies no longer fit beside the guard, now longer by the environment', () => {
    const path = `/github-actions/octo-org/octo_repo/`;
    const room = 2048 - guardSize('aws', path, 'octo_repo-abcd');
    const wish = wishOf({ inlinePolicies: ['x'.repeat(room)] });
    expect(planUser(wish, jobOf(), by()).inlinePolicies).toHaveLength(1);
    expect(() => planUser(wish, jobOf({ jobEnvironment: 'production' }), by())).toThrow(
      expect.objectContaining({
        code: 'invalid-inputs',
        message: expect.stringMatching(/^The inputs are not usable:\n- `inline-policy` holds \d+ characters/),
        remedy: expect.stringContaining('Nothing was created'),
      }),
    );
  });
});

describe('the size of inline policies', () => {
  const guard = guardSize('aws', '/ci/', 'n');

  it('may fill up what the guard leaves, all documents together', () => {
    const inlinePolicies = ['x'.repeat(1000), 'y'.repeat(2048 - guard - 1000)];
    expect(inlineSizeProblem({ inlinePolicies, partition: 'aws' }, '/ci/', 'n')).toBeUndefined();
  });

  it('may not be one character more', () => {
    const inlinePolicies = ['x'.repeat(2048 - guard + 1)];
    const problem = inlineSizeProblem({ inlinePolicies, partition: 'aws' }, '/ci/', 'n');
    expect(problem).toContain(`holds ${2048 - guard + 1} characters`);
    expect(problem).toContain('`policy-arns`');
  });

  it('is counted without blanks, as IAM does', () => {
    const inlinePolicies = [`${'x'.repeat(2048 - guard)}${' \n'.repeat(100)}`];
    expect(inlineSizeProblem({ inlinePolicies, partition: 'aws' }, '/ci/', 'n')).toBeUndefined();
  });
});

describe('the names of a template', () => {
  it('stand for the run, the actor and the second', () => {
    expect(nameVariables(jobOf(), NOON + 999)).toMatchObject({
      owner: 'octo-org',
      repo: 'octo_repo',
      'identity.name': 'mona',
      unixTimestamp: String(NOON / 1000),
    });
  });

  it('are empty when the run does not have them', () => {
    expect(nameVariables(jobOf({ repository: '' }), NOON)).toMatchObject({ owner: '', repo: '', repository: '' });
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runFacts, tokenService, whyNoTokenService } from '../../src/github/run.ts';
import { fakeRunner } from '../fakes/runner.ts';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

const event = (payload: unknown) => runner.file('event.json', JSON.stringify(payload));
const fork = (full_name: string | undefined) => ({
  pull_request: { head: { repo: full_name === undefined ? null : { full_name } } },
});

describe('a run', () => {
  it('is what the runner says', () => {
    const environment = {
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_REPOSITORY_ID: '42',
      GITHUB_RUN_ID: '7',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_WORKFLOW: 'w',
      GITHUB_JOB: 'j',
      GITHUB_ACTOR: 'mona',
      GITHUB_SHA: 'abc',
      GITHUB_REF_NAME: 'main',
    };
    expect(runFacts(environment)).toEqual({
      repository: 'o/r',
      repositoryId: '42',
      runId: '7',
      runAttempt: '2',
      workflow: 'w',
      job: 'j',
      actor: 'mona',
      sha: 'abc',
      refName: 'main',
      environment: '',
    });
  });

  it('that the runner does not describe is empty, not undefined', () => {
    expect(new Set(Object.values(runFacts({})))).toEqual(new Set(['']));
  });
});

describe('GitHub’s token service', () => {
  it('is there with both its variables only', () => {
    const whole = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://u', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' };
    expect(tokenService(whole)).toEqual({ requestUrl: 'https://u', requestToken: 't' });
    expect(tokenService({ ...whole, ACTIONS_ID_TOKEN_REQUEST_URL: undefined })).toBeUndefined();
    expect(tokenService({ ...whole, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' })).toBeUndefined();
  });

  const pullRequest = (payload: unknown, name = 'pull_request') => ({
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: event(payload),
  });

  it('is missing because Dependabot started the run', () => {
    expect(whyNoTokenService({ GITHUB_ACTOR: 'dependabot[bot]' })).toContain('Dependabot');
  });

  it('is missing because the pull request comes from a fork', () => {
    expect(whyNoTokenService(pullRequest(fork('mallory/r')))).toContain('a fork (mallory/r)');
  });

  it('is missing because the pull request comes from a fork that is gone', () => {
    expect(whyNoTokenService(pullRequest(fork(undefined)))).toContain('a fork (deleted since)');
  });

  it.each([
    ['the pull request comes from the repository itself', fork('o/r'), 'pull_request'],
    ['the run acts for the repository itself', fork('mallory/r'), 'pull_request_target'],
    ['there is no pull request', {}, 'push'],
    ['the event is no pull request’s', {}, 'pull_request'],
  ])('is not explained by a fork when %s', (_, payload, name) => {
    expect(whyNoTokenService(pullRequest(payload, name))).toBeUndefined();
  });

  it('is not explained where the event cannot be read', () => {
    expect(whyNoTokenService({ GITHUB_EVENT_NAME: 'pull_request' })).toBeUndefined();
    expect(
      whyNoTokenService({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: runner.file('bad', '{') }),
    ).toBeUndefined();
  });
});

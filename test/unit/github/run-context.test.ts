import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runFacts, tokenService, whyNoTokenService, whyUntrusted } from '../../../src/github/run-context.ts';
import { fakeRunner } from '../../support/fakes/runner.ts';

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

describe('an event', () => {
  const DEPENDABOT = 'dependabot[bot]';
  const at = (name: string, payload: unknown, about: Record<string, string> = {}) => ({
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_ACTOR: 'mona',
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: event(payload),
    ...about,
  });
  const by = (login: string) => ({ pull_request: { ...fork('o/r').pull_request, user: { login } } });

  it.each<[string, string, unknown, Record<string, string>]>([
    ['a push', 'push', {}, {}],
    ['a schedule', 'schedule', {}, {}],
    ['a push whose event cannot be read', 'push', {}, { GITHUB_EVENT_PATH: '/missing' }],
    ['a pull request of the repository itself', 'pull_request', fork('o/r'), {}],
    ['a review in the repository itself', 'pull_request_review', fork('o/r'), {}],
    ['a comment on somebody’s pull request', 'issue_comment', { issue: { pull_request: {} } }, {}],
    ['a person’s pull request', 'pull_request', by('mona'), {}],
    ['a push whose event names no pull request', 'push', { pull_request: null }, {}],
  ])('may write secrets: %s', (_, name, payload, about) => {
    expect(whyUntrusted(at(name, payload, about))).toBeUndefined();
  });

  it('of which nothing is known may write secrets', () => {
    expect(whyUntrusted({})).toBeUndefined();
  });

  it.each<[string, string, unknown, Record<string, string>, string]>([
    ['Dependabot’s push', 'push', {}, { GITHUB_ACTOR: DEPENDABOT }, 'Dependabot'],
    ['Dependabot’s pull request', 'pull_request', by(DEPENDABOT), { GITHUB_ACTOR: DEPENDABOT }, 'Dependabot'],
    ['Dependabot’s pull request, run again by a person', 'pull_request', by(DEPENDABOT), {}, 'Dependabot'],
    ['Dependabot’s target event', 'pull_request_target', by(DEPENDABOT), {}, 'Dependabot'],
    ['a fork’s pull request', 'pull_request', fork('mallory/r'), {}, 'a fork'],
    ['a pull request of a fork that is gone', 'pull_request', fork(undefined), {}, 'a fork'],
    ['a review of a fork’s pull request', 'pull_request_review', fork('mallory/r'), {}, 'a fork'],
    ['a pull request without a head', 'pull_request', { pull_request: {} }, {}, 'a fork'],
    ['a fork’s target event', 'pull_request_target', fork('mallory/r'), {}, 'anyone can trigger'],
    ['the repository’s own target event', 'pull_request_target', fork('o/r'), {}, 'anyone can trigger'],
    ['a pull request that cannot be read', 'pull_request', {}, { GITHUB_EVENT_PATH: '/missing' }, 'cannot be read'],
    ['a review that tells nothing', 'pull_request_review', {}, {}, 'cannot be read'],
  ])('must not write secrets, and why is told: %s', (_, name, payload, about, why) => {
    expect(whyUntrusted(at(name, payload, about))).toContain(why);
  });
});

import { readFileSync } from 'node:fs';
import type { TokenService } from '../identity/oidc.ts';
import type { RunFacts } from '../lease/tags.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** This run as the runner describes it. The job's `environment:` is told by the OIDC token only, so it is empty here. */
export function runFacts(environment: Environment): RunFacts {
  const of = (name: string) => environment[name] ?? '';
  return {
    repository: of('GITHUB_REPOSITORY'),
    repositoryId: of('GITHUB_REPOSITORY_ID'),
    runId: of('GITHUB_RUN_ID'),
    runAttempt: of('GITHUB_RUN_ATTEMPT'),
    workflow: of('GITHUB_WORKFLOW'),
    job: of('GITHUB_JOB'),
    actor: of('GITHUB_ACTOR'),
    sha: of('GITHUB_SHA'),
    refName: of('GITHUB_REF_NAME'),
    jobEnvironment: '',
  };
}

/** How a job gets the number of its repository where the runner does not tell it; GitHub's own always does. */
export const HOW_TO_GIVE_REPOSITORY_ID =
  'GitHub’s runner sets it; give it to another: `act --env GITHUB_REPOSITORY_ID=…`, with the number that `gh api repos/{owner}/{repo} --jq .id` prints';

/** GitHub's token service; `undefined` when the job has no `id-token: write`. */
export function tokenService(environment: Environment): TokenService | undefined {
  const requestUrl = environment.ACTIONS_ID_TOKEN_REQUEST_URL ?? '';
  const requestToken = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '';
  return requestUrl === '' || requestToken === '' ? undefined : { requestUrl, requestToken };
}

/** Why this job may have no token service although the workflow asks for it; `undefined` when nothing explains it. */
export function whyNoTokenService(environment: Environment): string | undefined {
  if (environment.GITHUB_ACTOR === DEPENDABOT) {
    return 'Dependabot started this run: GitHub gives such runs a read-only token and, on pull requests, no `id-token: write`.';
  }
  const pullRequest = environment.GITHUB_EVENT_NAME === 'pull_request' ? pullRequestIn(environment) : undefined;
  const head = pullRequest?.head?.repo?.full_name;
  if (pullRequest !== undefined && head !== environment.GITHUB_REPOSITORY) {
    return `The pull request comes from a fork (${head ?? 'deleted since'}): GitHub never gives such runs \`id-token: write\`.`;
  }
  return undefined;
}

/**
 * Why this event must not write secrets: its `secrets` may be another set than the repository's (Dependabot, forks), or somebody else's
 * code may have had its hands on them (`pull_request_target`). `undefined` for all other events.
 */
export function whyUntrusted(environment: Environment): string | undefined {
  const pullRequest = pullRequestIn(environment);
  if (environment.GITHUB_ACTOR === DEPENDABOT || pullRequest?.user?.login === DEPENDABOT) {
    return 'Dependabot started this run, which gets Dependabot’s secrets and not the repository’s';
  }
  if (environment.GITHUB_EVENT_NAME === 'pull_request_target') {
    return 'the event is `pull_request_target`, which strangers can start';
  }
  if (pullRequest === undefined && environment.GITHUB_EVENT_NAME?.startsWith('pull_request')) {
    return 'the event is a pull request, and where that comes from cannot be read';
  }
  const isForeign = pullRequest !== undefined && pullRequest.head?.repo?.full_name !== environment.GITHUB_REPOSITORY;
  return isForeign ? 'the pull request comes from a fork, whose runs get no secrets' : undefined;
}

const DEPENDABOT = 'dependabot[bot]';

type PullRequest = { user?: { login?: string }; head?: { repo?: { full_name?: string } | null } };

function pullRequestIn(environment: Environment): PullRequest | undefined {
  try {
    const event = JSON.parse(readFileSync(environment.GITHUB_EVENT_PATH ?? '', 'utf8')) as {
      pull_request?: PullRequest | null;
    };
    return event.pull_request ?? undefined;
  } catch {
    return undefined;
  }
}

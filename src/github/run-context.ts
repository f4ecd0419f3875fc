import { readRegular } from '../files/regular-file.ts';
import type { TokenService } from '../identity/oidc.ts';
import type { RunFacts } from '../run.ts';
import type { Env } from './env.ts';

/** The run, from the runner's variables. */
export function runFacts(env: Env): RunFacts {
  const of = (name: string) => env[name] ?? '';
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
  };
}

/** How to set the repository's number on a runner that does not set it; GitHub's runner does. */
export const HOW_TO_GIVE_REPOSITORY_ID =
  'GitHub’s runner sets it. On another runner set it yourself: `act --env GITHUB_REPOSITORY_ID=…`, with the number that `gh api repos/{owner}/{repo} --jq .id` prints';

/** GitHub's token service; `undefined` when the job has no `id-token: write`. */
export function tokenService(env: Env): TokenService | undefined {
  const requestUrl = env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '';
  const requestToken = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '';
  return requestUrl === '' || requestToken === '' ? undefined : { requestUrl, requestToken };
}

/** Why this job may have no token service although the workflow has `id-token: write`; `undefined` when the reason is not known. */
export function whyNoTokenService(env: Env): string | undefined {
  if (env.GITHUB_ACTOR === DEPENDABOT) {
    return 'Dependabot started this run: GitHub gives such runs a read-only token and, on pull requests, no `id-token: write`.';
  }
  const pullRequest = env.GITHUB_EVENT_NAME === 'pull_request' ? pullRequestIn(env) : undefined;
  const head = pullRequest?.head?.repo?.full_name;
  if (pullRequest !== undefined && head !== env.GITHUB_REPOSITORY) {
    return `The pull request comes from a fork (${head ?? 'deleted since'}): GitHub never gives such runs \`id-token: write\`.`;
  }
  return undefined;
}

/**
 * Why this event must not write secrets: its `secrets` may not be those of the repository (Dependabot, forks), or code from a fork may
 * have changed them (`pull_request_target`). `undefined` for all other events.
 */
export function whyUntrusted(env: Env): string | undefined {
  const pullRequest = pullRequestIn(env);
  if (env.GITHUB_ACTOR === DEPENDABOT || pullRequest?.user?.login === DEPENDABOT) {
    return 'Dependabot started this run, which gets Dependabot’s secrets and not the repository’s';
  }
  if (env.GITHUB_EVENT_NAME === 'pull_request_target') {
    return 'the event is `pull_request_target`, which anyone can trigger';
  }
  if (pullRequest === undefined && env.GITHUB_EVENT_NAME?.startsWith('pull_request')) {
    return 'the event is a pull request whose source repository cannot be read';
  }
  const isForeign = pullRequest !== undefined && pullRequest.head?.repo?.full_name !== env.GITHUB_REPOSITORY;
  return isForeign ? 'the pull request comes from a fork, whose runs get no secrets' : undefined;
}

const DEPENDABOT = 'dependabot[bot]';

type PullRequest = { user?: { login?: string }; head?: { repo?: { full_name?: string } | null } };

function pullRequestIn(env: Env): PullRequest | undefined {
  try {
    const event = JSON.parse(
      readRegular(env.GITHUB_EVENT_PATH ?? '', { links: 'follow' })?.bytes.toString('utf8') ?? '',
    ) as {
      pull_request?: PullRequest | null;
    };
    return event.pull_request ?? undefined;
  } catch {
    return undefined;
  }
}

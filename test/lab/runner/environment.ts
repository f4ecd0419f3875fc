import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OidcIssuer } from '../oidc.ts';

/** The facts of a job. All have defaults: a push to main of octo-org/shop, as in the claims of the lab's tokens. */
export type JobFacts = {
  repository?: string;
  repositoryId?: string;
  runId?: string;
  runAttempt?: string;
  workflow?: string;
  job?: string;
  actor?: string;
  sha?: string;
  ref?: string;
  event?: { name: string; payload: object };
  /** Any other `GITHUB_*` or `RUNNER_*` variable, or another value for one of those above. */
  context?: Record<string, string>;
};

export type Directories = { root: string; temp: string; home: string; workspace: string };

const SHA = '6f2c1d3e5b7a9c8d0e1f2a3b4c5d6e7f8a9b0c1d';

/** The directories of a job, in a new temporary one. */
export async function makeDirectories(): Promise<Directories> {
  const root = await mkdtemp(join(tmpdir(), 'runner-'));
  const directories = {
    root,
    temp: join(root, '_temp'),
    home: join(root, 'home'),
    workspace: join(root, 'shop', 'shop'),
  };
  await Promise.all(Object.values(directories).map((directory) => mkdir(directory, { recursive: true })));
  await mkdir(join(directories.temp, '_runner_file_commands'));
  return directories;
}

function gitHubVariables(facts: JobFacts): Record<string, string> {
  const {
    repository = 'octo-org/shop',
    ref = 'refs/heads/main',
    actor = 'mona',
    workflow = 'deploy',
    job = 'deploy',
  } = facts;
  const refName = ref.replace(/^refs\/(heads|tags|pull)\//, '');
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_ID: facts.repositoryId ?? '714613905',
    GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
    GITHUB_REPOSITORY_OWNER_ID: '6811672',
    GITHUB_RUN_ID: facts.runId ?? '19280374655',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_RUN_ATTEMPT: facts.runAttempt ?? '1',
    GITHUB_JOB: job,
    GITHUB_WORKFLOW: workflow,
    GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/${workflow}.yml@${ref}`,
    GITHUB_WORKFLOW_SHA: facts.sha ?? SHA,
    GITHUB_ACTOR: actor,
    GITHUB_ACTOR_ID: '583231',
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_SHA: facts.sha ?? SHA,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: refName,
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REF_PROTECTED: 'true',
    GITHUB_HEAD_REF: '',
    GITHUB_BASE_REF: '',
    GITHUB_EVENT_NAME: facts.event?.name ?? 'push',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_RETENTION_DAYS: '90',
  };
}

function runnerVariables(directories: Directories): Record<string, string> {
  return {
    GITHUB_WORKSPACE: directories.workspace,
    RUNNER_TEMP: directories.temp,
    RUNNER_WORKSPACE: join(directories.root, 'shop'),
    RUNNER_TOOL_CACHE: join(directories.root, '_tool'),
    RUNNER_NAME: 'laboratory',
    RUNNER_OS: process.platform === 'darwin' ? 'macOS' : 'Linux',
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TRACKING_ID: `github_${randomUUID()}`,
  };
}

/** Writes the event and returns the variables that no step can change: `GITHUB_*`, `RUNNER_*`, and with an issuer the token's. */
export async function fixedVariables(
  facts: JobFacts,
  directories: Directories,
  oidc: OidcIssuer | undefined,
): Promise<Record<string, string>> {
  const eventPath = join(directories.temp, '_github_workflow', 'event.json');
  const variables: Record<string, string> = {
    ...gitHubVariables(facts),
    ...runnerVariables(directories),
    GITHUB_EVENT_PATH: eventPath,
    ...facts.context,
  };
  const [owner, name] = (variables.GITHUB_REPOSITORY ?? '').split('/');
  const payload = {
    ref: variables.GITHUB_REF,
    repository: { full_name: variables.GITHUB_REPOSITORY, name, owner: { login: owner } },
  };
  await mkdir(join(directories.temp, '_github_workflow'));
  await writeFile(eventPath, JSON.stringify(facts.event?.payload ?? payload));
  if (!oidc) return variables;
  return {
    ...variables,
    ACTIONS_ID_TOKEN_REQUEST_URL: oidc.requestUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken,
  };
}

/** Sets the claims of the issuer's tokens to the facts that the test has given. Other claims stay. */
export function alignClaims(facts: JobFacts, claims: Record<string, string>): void {
  const named: Record<string, string | undefined> = {
    repository: facts.repository,
    repository_owner: facts.repository?.split('/')[0],
    repository_id: facts.repositoryId,
    run_id: facts.runId,
    run_attempt: facts.runAttempt,
    workflow: facts.workflow,
    actor: facts.actor,
    sha: facts.sha,
    ref: facts.ref,
    event_name: facts.event?.name,
  };
  for (const [claim, value] of Object.entries(named)) if (value !== undefined) claims[claim] = value;
  if (facts.repository !== undefined || facts.ref !== undefined)
    claims.sub = `repo:${claims.repository}:ref:${claims.ref}`;
}

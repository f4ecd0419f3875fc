/** Facts of a workflow run for a lease's tags, names and path. As the runner gives them; empty when unknown. */
export type RunFacts = {
  readonly repository: string;
  readonly repositoryId: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly workflow: string;
  readonly job: string;
  readonly actor: string;
  readonly sha: string;
  readonly refName: string;
};

/** The run, and the job's `environment:`, which only GitHub's OIDC token names. */
export type JobFacts = RunFacts & {
  /** The job's `environment:`; empty when it has none, or when there is no OIDC token. */
  readonly jobEnvironment: string;
};

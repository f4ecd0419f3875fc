/** The facts of a workflow run that a lease's tags, names and paths are made of. All as GitHub gives them; empty when unknown. */
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

/** The run and the job in it, once the managing identity is known: only GitHub's OIDC token tells the job's `environment:`. */
export type JobFacts = RunFacts & {
  /** The job's `environment:`; empty where it has none, and without such a token. */
  readonly jobEnvironment: string;
};

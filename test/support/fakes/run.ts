import type { JobFacts, RunFacts } from '../../../src/run.ts';

/** The facts of one run. */
export function runOf(about: Partial<RunFacts> = {}): RunFacts {
  return {
    repository: 'octo-org/octo_repo',
    repositoryId: '42',
    runId: '1234567',
    runAttempt: '2',
    workflow: 'Deploy',
    job: 'release',
    actor: 'mona',
    sha: '0123456789abcdef0123456789abcdef01234567',
    refName: 'feature/x',
    ...about,
  };
}

/** The facts of one run and its job, which has no `environment:`. */
export function jobOf(about: Partial<JobFacts> = {}): JobFacts {
  return { ...runOf(), jobEnvironment: '', ...about };
}

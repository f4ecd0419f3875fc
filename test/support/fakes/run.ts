import type { RunFacts } from '../../../src/lease/tags.ts';

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
    jobEnvironment: '',
    ...about,
  };
}

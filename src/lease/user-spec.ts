import { ActionError } from '../errors.ts';
import { guardSize } from './guard.ts';
import type { UserPlan } from './issue-user.ts';
import type { Clock, Randomness } from './lease.ts';
import { defaultPath } from './naming/path.ts';
import { renderName } from './naming/render.ts';
import type { Segment } from './naming/template.ts';
import type { RunFacts } from './tags.ts';

/** A user lease as the workflow asks for it; what depends on the job's environment is still open. */
export type UserSpec = Omit<UserPlan, 'userName' | 'path' | 'run' | 'outlivesJob'> & {
  readonly nameTemplate: readonly Segment[];
  /** `undefined`: the default one, made of repository and environment. */
  readonly path: string | undefined;
  readonly partition: string;
};

/** All inline policies of one user together, blanks not counted (AWS: IAM and STS quotas). */
export const MAX_INLINE_CHARS = 2048;

/** What is wrong with the inline policies' size, as a sentence; `undefined` when they fit beside the guard. */
export function inlineSizeProblem(
  wish: Pick<UserSpec, 'inlinePolicies' | 'partition'>,
  path: string,
  userName: string,
): string | undefined {
  const own = wish.inlinePolicies.reduce((sum, document) => sum + document.replace(/\s/g, '').length, 0);
  const guard = guardSize(wish.partition, path, userName);
  if (own + guard <= MAX_INLINE_CHARS) return undefined;
  return `holds ${own} characters; with the guard’s ${guard} that is more than the ${MAX_INLINE_CHARS} IAM allows a user. Make it a managed policy and name it in \`policy-arns\``;
}

/** The wish as a plan, now that the run, its environment included, is known. */
export function planUser(
  wish: UserSpec,
  run: RunFacts,
  by: { randomness: Randomness; clock: Pick<Clock, 'now'>; kept: boolean },
): UserPlan {
  const path = wish.path ?? defaultPath(run.repository, run.jobEnvironment);
  const userName = () => renderName(wish.nameTemplate, nameVariables(run, by.clock.now()), by.randomness);
  const problem = inlineSizeProblem(wish, path, userName());
  if (problem !== undefined) {
    throw new ActionError('invalid-inputs', `The inputs are not usable:\n- \`inline-policy\` ${problem}`, {
      remedy: 'Correct it and run the job again. Nothing was created.',
    });
  }
  return { ...wish, path, run, userName, outlivesJob: by.kept };
}

/** SPEC §4: what the names of a template stand for. */
export function nameVariables(run: RunFacts, nowMs: number): Record<string, string> {
  const [owner = '', repo = ''] = run.repository.split('/');
  return {
    owner,
    repo,
    repository: run.repository,
    run_id: run.runId,
    run_attempt: run.runAttempt,
    job: run.job,
    workflow: run.workflow,
    actor: run.actor,
    sha: run.sha,
    ref_name: run.refName,
    environment: run.jobEnvironment,
    unixTimestamp: String(Math.floor(nowMs / 1000)),
    'identity.name': run.actor,
  };
}

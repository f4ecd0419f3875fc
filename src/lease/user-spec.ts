import { ActionError } from '../errors.ts';
import type { JobFacts } from '../run.ts';
import type { Waiting } from '../waiting/clock.ts';
import { guardSize } from './guard.ts';
import { defaultPath } from './naming/path.ts';
import { renderName } from './naming/render.ts';
import type { Segment } from './naming/template.ts';

/** An IAM user as asked for; checked against IAM's limits before the first call. */
export type UserPlan = {
  /** A new name at each call; the next one is used when the first is taken. */
  readonly userName: () => string;
  readonly path: string;
  readonly boundaryArn: string | undefined;
  readonly policyArns: readonly string[];
  /** Minified JSON documents. */
  readonly inlinePolicies: readonly string[];
  readonly groups: readonly string[];
  /** The user's own tags; ours are added. */
  readonly tags: Readonly<Record<string, string>>;
  readonly run: JobFacts;
  readonly ttlSeconds: number;
  readonly maxTtlSeconds: number;
  /** `revoke: never`: the lease is to outlive its job. */
  readonly outlivesJob: boolean;
  /** Issue keys until the secret is made of letters and digits alone. */
  readonly alphanumericSecret: boolean;
  /** 0 = do not wait. */
  readonly waitForPropagationSeconds: number;
};

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
  spec: Pick<UserSpec, 'inlinePolicies' | 'partition'>,
  path: string,
  userName: string,
): string | undefined {
  const own = spec.inlinePolicies.reduce((sum, document) => sum + document.replace(/\s/g, '').length, 0);
  const guard = guardSize(spec.partition, path, userName);
  if (own + guard <= MAX_INLINE_CHARS) return undefined;
  return `holds ${own} characters; with the guard’s ${guard} that is more than the ${MAX_INLINE_CHARS} IAM allows a user. Make it a managed policy and name it in \`policy-arns\``;
}

/** The spec as a plan, now that the run, its environment included, is known. */
export function planUser(
  spec: UserSpec,
  run: JobFacts,
  by: Pick<Waiting, 'clock' | 'randomness'> & { readonly outlivesJob: boolean },
): UserPlan {
  const path = spec.path ?? defaultPath(run.repository, run.jobEnvironment);
  const userName = () => renderName(spec.nameTemplate, nameVariables(run, by.clock.now()), by.randomness);
  const problem = inlineSizeProblem(spec, path, userName());
  if (problem !== undefined) {
    throw new ActionError('invalid-inputs', `The inputs are not usable:\n- \`inline-policy\` ${problem}`, {
      remedy: 'Correct it and run the job again. Nothing was created.',
    });
  }
  return { ...spec, path, run, userName, outlivesJob: by.outlivesJob };
}

/** SPEC §4: what the names of a template stand for. */
export function nameVariables(run: JobFacts, nowMs: number): Record<string, string> {
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

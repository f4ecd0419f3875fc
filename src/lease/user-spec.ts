import { ActionError } from '../errors.ts';
import type { JobFacts } from '../run.ts';
import type { Waiting } from '../waiting/clock.ts';
import { guardSize } from './guard.ts';
import { defaultPath } from './naming/path.ts';
import { renderName } from './naming/render.ts';
import type { Segment } from './naming/template.ts';

/** The IAM user to create, checked against IAM's limits. */
export type UserPlan = {
  /** Returns a new name at each call; another one is used when the first is taken. */
  readonly userName: () => string;
  readonly path: string;
  readonly boundaryArn: string | undefined;
  readonly policyArns: readonly string[];
  /** Minified JSON documents. */
  readonly inlinePolicies: readonly string[];
  readonly groups: readonly string[];
  /** The tags of the input `tags`; ours are added. */
  readonly tags: Readonly<Record<string, string>>;
  readonly run: JobFacts;
  readonly ttlSeconds: number;
  readonly maxTtlSeconds: number;
  /** `revoke: never`: the lease may outlive its job. */
  readonly outlivesJob: boolean;
  /** Create keys until the secret has only letters and digits. */
  readonly alphanumericSecret: boolean;
  /** 0 = do not wait. */
  readonly waitForPropagationSeconds: number;
};

/** A user lease as the inputs request it. The name and path are not known yet: they depend on the job's environment. */
export type UserSpec = Omit<UserPlan, 'userName' | 'path' | 'run' | 'outlivesJob'> & {
  readonly nameTemplate: readonly Segment[];
  /** `undefined`: the default path, made of the repository and the environment. */
  readonly path: string | undefined;
  readonly partition: string;
};

/**
 * The limit for all inline policies of a user together, without whitespace
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
 */
export const MAX_INLINE_CHARS = 2048;

/** Why the inline policies are too large, as part of a sentence; `undefined` when they fit together with the guard. */
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

/**
 * Makes a plan of the spec, when the job's environment is known.
 * @throws ActionError `invalid-inputs` when the inline policies are too large
 */
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

/** The values of a template's variables (docs/user-names.md). */
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

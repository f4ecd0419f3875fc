import { rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OidcIssuer } from '../oidc.ts';
import type { ActionDefinition } from './action.ts';
import { inputEnvironment, inputWarnings, loadAction } from './action.ts';
import type { Directories, JobFacts } from './environment.ts';
import { alignClaims, fixedVariables, makeDirectories } from './environment.ts';
import type { JobState, Running, StepPlan, StepResult } from './step.ts';
import { setJobVariable, startStep } from './step.ts';

export { findSecret } from './secrets.ts';
export type { Running, StepResult } from './step.ts';

const REPOSITORY_ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** The job's own GitHub token, for inputs whose default is `${{ github.token }}`. */
const GITHUB_TOKEN = 'ghs_laboratory0000000000000000000000000000';

export type Stage = 'main' | 'post';
export type JobOptions = JobFacts & {
  lab: { oidc: OidcIssuer };
  /** `env:` of the workflow. */
  env?: Record<string, string>;
  /** Whether the job has `id-token: write`; default true. */
  oidc?: boolean;
  /** Directory of the action.yml; default the repository's root. */
  actionPath?: string;
};

/** One step that uses the action. */
export type Use = {
  main(): Promise<StepResult>;
  /** `inputs`: as re-evaluated for post, which may differ from main's; default the same. */
  post(options?: { inputs?: Record<string, string> }): Promise<StepResult>;
  /** Starts a stage without waiting for its end. */
  start(stage: Stage, options?: { inputs?: Record<string, string> }): Running;
};

export type Job = {
  /** Variables that later steps will see besides the runner's own. */
  readonly env: Record<string, string>;
  readonly masks: ReadonlySet<string>;
  readonly directories: Directories;
  use(inputs: Record<string, string>, options?: { actionPath?: string }): Use;
  /** Runs a later step. */
  step(command: readonly string[], env?: Record<string, string>): Promise<StepResult>;
  /** As if a later step had written it to GITHUB_ENV; NODE_OPTIONS is refused there and so here. */
  setEnv(name: string, value: string): void;
  /** The posts of all uses whose main was started, last in first out. */
  finish(): Promise<StepResult[]>;
  /** Kills what still runs and deletes the job's directories, file-command files included. */
  remove(): Promise<void>;
};

type UseState = {
  id: string;
  actionPath: string;
  inputs: Record<string, string>;
  saved: Record<string, string>;
  mainStarted: boolean;
};

function contextsOf(job: JobState): Record<string, string> {
  const contexts: Record<string, string> = { 'github.token': GITHUB_TOKEN };
  for (const [name, value] of Object.entries(job.fixed)) {
    const match = /^(GITHUB|RUNNER)_(\w+)$/.exec(name);
    if (match) contexts[`${match[1]}.${match[2]}`.toLowerCase()] = value;
  }
  return contexts;
}

/** The step that runs a stage; nothing when the action has no post. */
function planOf(
  job: JobState,
  use: UseState,
  stage: Stage,
  definition: ActionDefinition,
  inputs: Record<string, string>,
): StepPlan {
  const file = definition[stage];
  if (file === undefined) throw new Error('The action has no post.');
  const state = Object.fromEntries(Object.entries(use.saved).map(([name, value]) => [`STATE_${name}`, value]));
  const environment = { GITHUB_ACTION: use.id, ...inputEnvironment(definition, inputs, contextsOf(job)), ...state };
  return {
    name: `${stage} of ${use.id}`,
    command: [process.execPath, file],
    environment,
    warnings: inputWarnings(definition, inputs),
  };
}

function startStage(job: JobState, use: UseState, stage: Stage, inputs: Record<string, string>): Running {
  const definition = loadAction(use.actionPath);
  if (stage === 'main') use.mainStarted = true;
  const running = startStep(job, planOf(job, use, stage, definition, inputs));
  const done = running.done.then((result) => {
    Object.assign(use.saved, result.state);
    return result;
  });
  return { ...running, done };
}

function createUse(job: JobState, use: UseState): Use {
  const start: Use['start'] = (stage, options) => startStage(job, use, stage, options?.inputs ?? use.inputs);
  return {
    start,
    main: () => start('main').done,
    post: (options) => start('post', options).done,
  };
}

async function finish(job: JobState, uses: readonly UseState[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const use of uses.filter(({ mainStarted }) => mainStarted).reverse()) {
    const { post } = loadAction(use.actionPath);
    if (post !== undefined) results.push(await startStage(job, use, 'post', use.inputs).done);
  }
  return results;
}

async function remove(job: JobState, directories: Directories): Promise<void> {
  const running = [...job.processes];
  for (const child of running) child.killTree();
  await Promise.all(running.map(({ ended }) => ended));
  await rm(directories.root, { recursive: true, force: true });
}

async function newJobState(options: JobOptions, directories: Directories): Promise<JobState> {
  const oidc = options.oidc === false ? undefined : options.lab.oidc;
  if (oidc) alignClaims(options, oidc.claims);
  const masks = new Set([GITHUB_TOKEN, ...(oidc ? [oidc.requestToken] : [])]);
  const fixed = await fixedVariables(options, directories, oidc);
  return { env: { ...options.env }, masks, addedPaths: [], processes: new Set(), fixed, directories };
}

/** Starts a job on a runner that treats JavaScript actions as GitHub's does (https://github.com/actions/runner). */
export async function startJob(options: JobOptions): Promise<Job> {
  const directories = await makeDirectories();
  const job = await newJobState(options, directories);
  const uses: UseState[] = [];
  return {
    env: job.env,
    masks: job.masks,
    directories,
    use: (inputs, { actionPath = options.actionPath ?? REPOSITORY_ROOT } = {}) => {
      const id = uses.length === 0 ? '__self' : `__self_${uses.length + 1}`;
      const use = { id, actionPath, inputs, saved: {}, mainStarted: false };
      uses.push(use);
      return createUse(job, use);
    },
    step: (command, env = {}) =>
      startStep(job, { name: `step ${command[0]}`, command, environment: env, warnings: [] }).done,
    setEnv: (name, value) => {
      setJobVariable(job, name, value);
    },
    finish: () => finish(job, uses),
    remove: () => remove(job, directories),
  };
}

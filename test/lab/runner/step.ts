import { setTimeout as pause } from 'node:timers/promises';
import type { FileContents, Files } from './files.ts';
import { createFiles, readFiles } from './files.ts';
import type { Annotation, StepLog } from './log.ts';
import { createStepLog } from './log.ts';
import type { StepProcess } from './process.ts';
import { startProcess } from './process.ts';

/** The result of a step. */
export type StepResult = {
  /** Such as `main of __self`. */
  name: string;
  exitCode: number | null;
  signal: string | null;
  /** `failure` also when a file command could not be processed, as on GitHub. */
  conclusion: 'success' | 'failure';
  /** Raw: unmasked, commands and all. */
  stdout: string;
  stderr: string;
  /** Both as the runner shows them: in order, commands rendered, masks applied. */
  log: string;
  annotations: Annotation[];
  outputs: Record<string, string>;
  /** What the step wrote to GITHUB_ENV. */
  exported: Record<string, string>;
  state: Record<string, string>;
  /** The GITHUB_STATE file as it was left on disk. */
  rawState: string;
  summary: string;
  /** The command line, which every user of the machine can read. */
  argv: string;
  durationMs: number;
};

/** A step under way. */
export type Running = Pick<StepProcess, 'pid' | 'kill' | 'cancel'> & {
  readonly done: Promise<StepResult>;
  /** Waits until the raw output holds this text. Throws when the step ends without it. */
  seen(text: string): Promise<void>;
};

/** The job as its steps see and change it. */
export type JobState = {
  env: Record<string, string>;
  readonly masks: Set<string>;
  readonly addedPaths: string[];
  readonly processes: Set<StepProcess>;
  readonly fixed: Record<string, string>;
  readonly directories: { temp: string; home: string; workspace: string };
};

export type StepPlan = {
  name: string;
  command: readonly string[];
  /** Variables that come last: INPUT_, STATE_, GITHUB_ACTION. */
  environment: Record<string, string>;
  warnings: readonly string[];
};

/** `FileCommandManager.cs`: variables that GITHUB_ENV may not set, and the size of a summary. */
const BLOCKED = new Set(['NODE_OPTIONS']);
const MAX_SUMMARY_BYTES = 1_048_576;
const POLL_MS = 10;

/** Sets a variable for the steps to come, as a line in GITHUB_ENV does; false when the runner refuses its name. */
export function setJobVariable(job: JobState, name: string, value: string): boolean {
  if (BLOCKED.has(name.toUpperCase())) return false;
  job.env[name] = value;
  return true;
}

/**
 * A step's environment. Later ones win: what the job's steps have set, what the runner fixes, what belongs to
 * this step. So GITHUB_ENV can add a `STATE_x` that main never saved, but not change one that main saved.
 */
function environmentOf(job: JobState, plan: StepPlan, files: Files): Record<string, string> {
  const { home } = job.directories;
  const merged: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    LANG: 'C.UTF-8',
    CI: 'true',
    ...job.env,
  };
  merged.PATH = [...job.addedPaths, merged.PATH].join(':');
  return { ...merged, ...job.fixed, ...files, ...plan.environment };
}

/** Applies the file commands to the job. @returns whether all were valid */
function processFiles(job: JobState, contents: FileContents, log: StepLog): boolean {
  const problems: string[] = [];
  for (const [name, value] of Object.entries(contents.env.pairs)) {
    if (!setJobVariable(job, name, value))
      problems.push(`Can't store ${name} output parameter using '$GITHUB_ENV' command.`);
  }
  job.addedPaths.unshift(
    ...contents.paths
      .split(/\r?\n/)
      .filter((path) => path !== '')
      .reverse(),
  );
  for (const file of ['env', 'output', 'state'] as const) {
    const { problem } = contents[file];
    if (problem !== undefined) problems.push(`Unable to process file command '${file}' successfully.`, problem);
  }
  if (Buffer.byteLength(contents.summary) > MAX_SUMMARY_BYTES) {
    problems.push(`$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k.`);
  }
  for (const each of problems) log.annotate('error', each);
  return problems.length === 0;
}

async function finish(
  job: JobState,
  plan: StepPlan,
  files: Files,
  started: { process: StepProcess; log: StepLog; at: number },
): Promise<StepResult> {
  const { process: child, log, at } = started;
  const end = await child.ended;
  job.processes.delete(child);
  log.flush();
  const contents = await readFiles(files);
  const valid = processFiles(job, contents, log);
  const { legacyOutputs, legacyState, ...output } = log.read();
  return {
    name: plan.name,
    ...end,
    conclusion: end.exitCode === 0 && valid ? 'success' : 'failure',
    ...output,
    outputs: { ...legacyOutputs, ...contents.output.pairs },
    exported: contents.env.pairs,
    state: { ...legacyState, ...contents.state.pairs },
    rawState: contents.rawState,
    summary: contents.summary,
    durationMs: performance.now() - at,
  };
}

async function waitForText(text: string, log: StepLog, done: Promise<StepResult>): Promise<void> {
  let ended = false;
  done.then(
    () => {
      ended = true;
    },
    () => {
      ended = true;
    },
  );
  for (;;) {
    const over = ended;
    const { stdout, stderr } = log.read();
    if (stdout.includes(text) || stderr.includes(text)) return;
    if (over) throw new Error(`The step ended without printing “${text}”:\n${stdout}${stderr}`);
    await pause(POLL_MS);
  }
}

/** Starts a step. Its file commands are read when it has ended, however it ended. */
export function startStep(job: JobState, plan: StepPlan): Running {
  const files = createFiles(job.directories.temp);
  const log = createStepLog(job.masks, job.fixed.RUNNER_DEBUG === '1');
  for (const warning of plan.warnings) log.annotate('warning', warning);
  const at = performance.now();
  const environment = environmentOf(job, plan, files);
  const child = startProcess({ command: plan.command, environment, directory: job.directories.workspace, log });
  job.processes.add(child);
  const done = finish(job, plan, files, { process: child, log, at });
  const seen = (text: string) => waitForText(text, log, done);
  return { pid: child.pid, kill: child.kill, cancel: child.cancel, done, seen };
}

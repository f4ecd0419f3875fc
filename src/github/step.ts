import { debug, info, notice, setFailed, setSecret, warning } from '@actions/core';
import { ActionError, asActionError } from '../errors.ts';
import { type Clock, type Randomness, systemClock, systemRandomness } from '../waiting/clock.ts';
import type { Lifetime } from '../waiting/lifetime.ts';

/** Where a step's lines go; `debug` is shown with step debug logging only. */
export type Log = Readonly<Record<'info' | 'notice' | 'warning' | 'debug', (line: string) => void>>;

/** What a running step has at hand: time, chance, a voice, and the signal to stop. */
export type Step = {
  readonly lifetime: Lifetime;
  /** Aborted once the runner wants this process gone, also where the step was ending already; it kills soon. */
  readonly stopping: AbortSignal;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** Registers a secret with the log's mask. */
  readonly mask: (secret: string) => void;
  readonly log: Log;
  /** Ends the step, as a signal would, `seconds` from now. */
  endAfter(seconds: number): void;
};

/**
 * After SIGINT the runner waits 7.5 s for SIGTERM and 2.5 s more to kill (reference: github-runner.md §4). Calls under way get
 * this long to settle, so that what they did is known; the rest is for the rollback.
 */
const SETTLE_MS = 1_500;
/** On Windows the runner sends CTRL_C and CTRL_BREAK; SIGTERM never arrives there. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'] as const;

/**
 * Runs one stage of the action: signals become an orderly end (or are told and outlived, where the stage is itself the orderly
 * end), whatever is thrown becomes a message and a failed step.
 */
export async function runStep(act: (step: Step) => Promise<void>, options: { heedsSignals: boolean }): Promise<void> {
  const soft = new AbortController();
  const hard = new AbortController();
  const stopping = new AbortController();
  const end = (reason: ActionError) => {
    if (soft.signal.aborted) return;
    info(`${reason.message}; ending in good order.`);
    soft.abort(reason);
    setTimeout(() => hard.abort(reason), SETTLE_MS).unref();
  };
  const stopped = (signal: string) => {
    stopping.abort();
    if (options.heedsSignals) end(interrupted(signal));
    else info(`${signal}: finishing what has to be finished.`);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, () => stopped(signal));
  const endAfter = (seconds: number) => {
    setTimeout(() => end(timedOut(seconds)), seconds * 1000).unref();
  };
  const lifetime = { soft: soft.signal, hard: hard.signal };
  try {
    const log = { info, notice, warning, debug };
    const time = { clock: systemClock(), randomness: systemRandomness };
    await act({ ...time, lifetime, stopping: stopping.signal, mask: setSecret, log, endAfter });
  } catch (thrown) {
    // What was under way when the step had to end fails in many ways; the reason is one.
    fail(soft.signal.aborted ? soft.signal.reason : thrown);
  }
}

/** Ends the process once all is said: a pause of the SDK's that nobody waits for any more would keep it alive. */
export async function leave(): Promise<never> {
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
  process.exit();
}

/** Prints an error with its remedy and fails the step. */
export function fail(thrown: unknown): void {
  const error = asActionError(thrown);
  setFailed(textOf(error));
  if (error.cause instanceof Error) debugCauses(error.cause, { frames: error.code === 'unexpected' });
}

/** Causes of causes, told up to this depth. */
const MAX_CAUSES = 5;

/**
 * For a bug report: what an error was caused by, and where in this build. Types and places only: a library's message may hold what
 * must not be shown.
 */
function debugCauses(first: Error, { frames }: { readonly frames: boolean }): void {
  let cause: unknown = first;
  for (let depth = 0; cause instanceof Error && depth < MAX_CAUSES; depth++) {
    debug(`Caused by ${cause.name}`);
    for (const frame of frames ? framesOf(cause) : []) debug(frame);
    cause = cause.cause;
  }
}

/** The lines of a stack that name a place in this build: neither the message nor Node's own frames. */
function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').filter((line) => /^ {4}at .*file:\/\//.test(line));
}

/** Prints an error with its remedy as a warning; the step goes on. */
export function warn(thrown: unknown): void {
  warning(textOf(asActionError(thrown)));
}

function textOf(error: ActionError): string {
  return `${error.message}\n\nWhat to do: ${error.remedy}\nMore: ${repositoryUrl()}docs/troubleshooting.md#${error.code}`;
}

/** Where this very version of the action can be read, as the runner names it; empty for a local action. */
function repositoryUrl(): string {
  const {
    GITHUB_SERVER_URL: server = '',
    GITHUB_ACTION_REPOSITORY: repository = '',
    GITHUB_ACTION_REF: ref = '',
  } = process.env;
  const known = /^https:\/\/[\w.-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]+$/.test(ref);
  return known ? `${server}/${repository}/blob/${ref}/` : '';
}

function interrupted(signal: string): ActionError {
  return new ActionError('interrupted', `The runner stopped this step (${signal})`, {
    remedy: 'Nothing, if the job was cancelled. Otherwise look at the step’s and job’s `timeout-minutes`.',
  });
}

function timedOut(seconds: number): ActionError {
  return new ActionError('action-timeout', `The step took longer than \`action-timeout-s\`, ${seconds} s`, {
    remedy: 'Raise `action-timeout-s`, or look above for what was slow.',
  });
}

import { debug, info, isDebug, notice, setFailed, setSecret, warning } from '@actions/core';
import { ActionError, asActionError } from '../errors.ts';
import { type Clock, type Randomness, systemClock, systemRandomness } from '../waiting/clock.ts';
import type { Lifetime } from '../waiting/lifetime.ts';
import { oneLine } from './one-line.ts';
import { assertRunnerFiles } from './runner-files.ts';

/** Writes to the step's log. `debug` writes only when step debug logging is on. */
export type Log = Readonly<Record<'info' | 'notice' | 'warning' | 'debug', (line: string) => void>>;

/** What the code of a stage needs from the running step: clock, randomness, masks, log and the signals to stop. */
export type Step = {
  readonly lifetime: Lifetime;
  /** Aborted when the runner asks this process to stop, also if the step was stopping already. The runner kills it soon after. */
  readonly stopping: AbortSignal;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** Asks the runner to replace a secret by `***` in the log. */
  readonly mask: (secret: string) => void;
  readonly log: Log;
  /** Stops the step after this many seconds, in the same way as a signal does. `limit`: what the limit is, as a clause. */
  endAfter(seconds: number, limit: string): void;
};

/**
 * The runner sends SIGTERM 7.5 s after SIGINT and kills the process 2.5 s later
 * (https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs). Calls in flight get this long to finish, so that we
 * know what they did. The rest is for the rollback.
 */
const SETTLE_MS = 1_500;
/** On Windows the runner sends CTRL_C and CTRL_BREAK, which Node reports as SIGINT and SIGBREAK. SIGTERM never arrives there. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'] as const;

/**
 * Runs one stage of an action. An error becomes a message and a failed step.
 * @param options `stopsOnSignal`: a signal aborts the lifetime. Otherwise it is only logged, because the stage is the clean-up itself
 */
export async function runStep(act: (step: Step) => Promise<void>, options: { stopsOnSignal: boolean }): Promise<void> {
  const soft = new AbortController();
  const hard = new AbortController();
  const stopping = new AbortController();
  const end = (reason: ActionError) => {
    if (soft.signal.aborted) return;
    logInfo(`${reason.message}; shutting down cleanly.`);
    soft.abort(reason);
    // Not unref'ed: where nothing else keeps the process alive, this ends the wait for a promise that never settles.
    setTimeout(() => hard.abort(reason), SETTLE_MS);
  };
  const stopped = (signal: string) => {
    stopping.abort();
    if (options.stopsOnSignal) end(interrupted(signal));
    else logInfo(`${signal} received: the clean-up continues.`);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, () => stopped(signal));
  // Node exits without a word when it waits for a promise that nothing will settle. The first time, the stage is stopped and cleans up.
  const onStall = () => (soft.signal.aborted ? fail(soft.signal.reason) : end(stalled()));
  process.on('beforeExit', onStall);
  const endAfter = (seconds: number, limit: string) => {
    setTimeout(() => end(timedOut(seconds, limit)), seconds * 1000).unref();
  };
  const lifetime = { soft: soft.signal, hard: hard.signal };
  try {
    assertRunnerFiles(process.env);
    const log = { info: logInfo, notice, warning, debug: debugLine };
    const time = { clock: systemClock(), randomness: systemRandomness };
    await act({ ...time, lifetime, stopping: stopping.signal, mask: setSecret, log, endAfter });
  } catch (thrown) {
    // When a step is stopped, the calls in flight fail with different errors. The reason to stop is what the user needs.
    fail(soft.signal.aborted ? soft.signal.reason : thrown);
  } finally {
    process.off('beforeExit', onStall);
  }
}

/** Writes one line to the log. */
export function logInfo(line: string): void {
  info(oneLine(line));
}

/** Exits once all output is written. A timer in the SDK that nobody awaits would otherwise keep the process alive. */
export async function exitProcess(): Promise<never> {
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
  process.exit();
}

/** Writes a debug line; nothing when step debug logging is off. */
export function debugLine(line: string): void {
  if (isDebug()) debug(line);
}

/** Prints an error with its remedy and fails the step. */
export function fail(thrown: unknown): void {
  const error = asActionError(thrown);
  setFailed(textOf(error));
  if (error.cause instanceof Error) debugCauses(error.cause, { frames: error.code === 'unexpected' });
}

/** Causes of causes are printed up to this depth. */
const MAX_CAUSES = 5;

/**
 * For a bug report: the type of each cause and, with `frames`, where in this build it was thrown. No messages: the message of a library
 * may hold a secret.
 */
function debugCauses(first: Error, { frames }: { readonly frames: boolean }): void {
  let cause: unknown = first;
  for (let depth = 0; cause instanceof Error && depth < MAX_CAUSES; depth++) {
    debugLine(`Caused by ${cause.name}`);
    for (const frame of frames ? framesOf(cause) : []) debugLine(frame);
    cause = cause.cause;
  }
}

/** The frames of a stack that lie in this build: no message, no frames of Node itself. */
function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').filter((line) => /^ {4}at .*file:\/\//.test(line));
}

/** Prints an error with its remedy as a warning. The step does not fail. */
export function warn(thrown: unknown): void {
  warning(textOf(asActionError(thrown)));
}

function textOf(error: ActionError): string {
  return `${error.message}\n\nWhat to do: ${error.remedy}\nMore: ${repositoryUrl()}docs/troubleshooting.md#${error.code}`;
}

/** URL of this version of the action, from the runner's variables; empty for a local action. */
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
    remedy: 'Nothing, if the job was cancelled. Otherwise check `timeout-minutes` of the step and the job.',
  });
}

function timedOut(seconds: number, limit: string): ActionError {
  return new ActionError('action-timeout', `The step took longer than ${limit}, ${seconds} s`, {
    remedy: 'Raise `action-timeout-s`, or look in the log above for the slow part.',
  });
}

function stalled(): ActionError {
  return new ActionError('stalled', 'The step waited for something that can no longer happen', {
    remedy: 'Run the job again with debug logging. If it fails again, open an issue with the log.',
  });
}

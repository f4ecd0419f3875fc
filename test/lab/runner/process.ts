import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { StepLog } from './log.ts';

/** `ProcessInvoker.cs`: after SIGINT the runner waits so long for the process, then so long after SIGTERM, then kills the tree. */
const SIGINT_WAIT_MS = 7_500;
const SIGTERM_WAIT_MS = 2_500;
/** `ProcessExitedHandler`: how long output of children may go on once the process itself has ended. */
const ORPHAN_OUTPUT_MS = 5_000;

export type Ended = { exitCode: number | null; signal: string | null; argv: string };

export type StepProcess = {
  readonly pid: number;
  /** Sends a signal to the process itself, as the runner does. */
  kill(signal: NodeJS.Signals): void;
  killTree(): void;
  /** The runner's way to cancel a step. Resolves when the process is gone. */
  cancel(): Promise<void>;
  readonly ended: Promise<Ended>;
};

export type ProcessOptions = {
  command: readonly string[];
  environment: Record<string, string>;
  directory: string;
  log: StepLog;
};

/** The command line as every user of the machine can read it (Linux only). */
function commandLineOf(pid: number, fallback: readonly string[]): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || fallback.join(' ');
  } catch {
    return fallback.join(' ');
  }
}

/** Signals a process or, with a negative id, its group; it may be gone already. */
function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function waitForEnd(
  child: ChildProcess,
  killTree: () => void,
): Promise<{ exitCode: number | null; signal: string | null }> {
  const closed = once(child, 'close');
  const [exitCode, signal] = (await once(child, 'exit')) as [number | null, string | null];
  const timer = setTimeout(() => {
    killTree();
    child.stdout?.destroy();
    child.stderr?.destroy();
  }, ORPHAN_OUTPUT_MS);
  await closed;
  clearTimeout(timer);
  return { exitCode, signal };
}

async function cancel(step: Pick<StepProcess, 'kill' | 'killTree'>, ended: Promise<unknown>): Promise<void> {
  const goneWithin = (milliseconds: number) =>
    Promise.race([ended.then(() => true), pause(milliseconds, false, { ref: false })]);
  step.kill('SIGINT');
  if (await goneWithin(SIGINT_WAIT_MS)) return;
  step.kill('SIGTERM');
  if (await goneWithin(SIGTERM_WAIT_MS)) return;
  step.killTree();
  await ended;
}

/** Starts a step's process, leader of a process group of its own so that its whole tree can be killed. */
export function startProcess({ command, environment, directory, log }: ProcessOptions): StepProcess {
  const [program = '', ...parameters] = command;
  const child = spawn(program, parameters, {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`Cannot start ${program}.`);
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => log.take(stream, text));
  }
  const argv = commandLineOf(pid, command);
  const kill = (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) signalIfThere(pid, signal);
  };
  const killTree = () => signalIfThere(-pid, 'SIGKILL');
  const ended = waitForEnd(child, killTree).then((end) => ({ ...end, argv }));
  return { pid, kill, killTree, ended, cancel: () => cancel({ kill, killTree }, ended) };
}

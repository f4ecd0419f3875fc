import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { motoFromVenv } from './moto-venv.ts';

/** A running AWS emulator. `reset` empties it; `stop` ends it, except one at `MOTO_URL`. */
export type Moto = { readonly url: string; stop(): Promise<void>; reset(): Promise<void> };

const START_DEADLINE_MS = 30_000;
const POLL_MS = 50;
/** Some of AWS's managed policies exist; which ones and how: `moto-startup/sitecustomize.py`. */
const STARTUP = join(dirname(fileURLToPath(import.meta.url)), 'moto-startup');
const HOST = '127.0.0.1';

/**
 * Runs a command that ends with the process that started it, however that one ends: our end of the pipe closes when node
 * exits, crashes or is killed (and jest hides `process.on('exit')` from tests), `cat` then returns and the command is killed.
 */
const SUPERVISOR =
  'exec 3<&0; "$@" 3<&- </dev/null >/dev/null & child=$!; (cat <&3 >/dev/null 2>&1; kill "$child" 2>/dev/null) & exec 3<&-; wait "$child"';

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, program), constants.X_OK);
      return directory !== '';
    } catch {
      return false;
    }
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/moto-api/`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** Polls until moto answers. Throws an error with moto's output when it ends first or the deadline passes. */
async function waitUntilItAnswers(url: string, ended: () => string | undefined): Promise<void> {
  const deadline = performance.now() + START_DEADLINE_MS;
  while (!(await answers(url))) {
    const words = ended();
    if (words !== undefined) throw new Error(`moto_server ended before it answered at ${url}:\n${words}`);
    if (performance.now() > deadline)
      throw new Error(`moto_server did not answer at ${url} in ${START_DEADLINE_MS} ms.`);
    await pause(POLL_MS);
  }
}

async function resetMoto(url: string): Promise<void> {
  const response = await fetch(`${url}/moto-api/reset`, { method: 'POST' });
  if (!response.ok) throw new Error(`moto_server refused to reset: ${response.status}`);
}

function supervise(command: readonly string[]): ChildProcess {
  const env = {
    ...process.env,
    MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
    PYTHONPATH: [STARTUP, process.env.PYTHONPATH ?? ''].filter((path) => path !== '').join(delimiter),
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'sh', ...command], { env, stdio: ['pipe', 'ignore', 'pipe'] });
  child.unref();
  for (const stream of [child.stdin, child.stderr]) (stream as unknown as Socket).unref();
  return child;
}

/** The last 2,000 characters of moto's output, once it has ended. Reading also keeps the pipe from filling up with its request log. */
function lastOutput(child: ChildProcess): () => string | undefined {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2_000);
  });
  child.on('error', (error) => {
    words += error.message;
  });
  return () => (child.exitCode === null && child.signalCode === null ? undefined : words);
}

async function launch(command: readonly string[]): Promise<Moto> {
  const port = await freePort();
  const url = `http://${HOST}:${port}`;
  const child = supervise([...command, '-H', HOST, '-p', String(port)]);
  await waitUntilItAnswers(url, lastOutput(child));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url,
    reset: () => resetMoto(url),
    stop: () => {
      child.ref();
      child.stdin?.end();
      return gone;
    },
  };
}

/**
 * Starts moto, looked for in this order: `MOTO_URL` (already running, with `MOTO_IAM_LOAD_MANAGED_POLICIES=true`; not to be
 * shared by parallel test processes, they reset it), `moto_server` on the PATH, a virtual environment of our own.
 */
export async function startMoto(): Promise<Moto> {
  const running = process.env.MOTO_URL?.replace(/\/+$/, '');
  if (running) {
    await waitUntilItAnswers(running, () => undefined);
    return { url: running, reset: () => resetMoto(running), stop: () => Promise.resolve() };
  }
  return launch(isOnPath('moto_server') ? ['moto_server'] : await motoFromVenv());
}

// Python programs that tests and lint need, in virtual environments of their own below node_modules/.cache.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where tools are kept that the project installs for itself. */
export const CACHE = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));

/** Copy of the requirements a finished environment was made from: its presence and equality mean “usable”. */
const STAMP = 'made-from.txt';

/** A virtual environment: its name below the cache, and the file that pins its packages. */
export type Venv = { name: string; requirements: string };

async function isUsable({ name, requirements }: Venv): Promise<boolean> {
  const stamp = join(CACHE, name, STAMP);
  return existsSync(stamp) && (await readFile(stamp, 'utf8')) === (await readFile(requirements, 'utf8'));
}

/** `python` is called by its path and never by the scripts in `bin`, whose first line holds the directory they were made in. */
function pythonIn(directory: string): string {
  return join(directory, 'bin', 'python');
}

async function build(directory: string, requirements: string): Promise<void> {
  await run('python3', ['-m', 'venv', directory]);
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  await run(pythonIn(directory), install);
  await writeFile(join(directory, STAMP), await readFile(requirements, 'utf8'));
}

/**
 * Puts a finished environment in its place. `rename` onto a directory that is not empty fails, so of two processes that build at the
 * same time the first wins and the second removes its own: no process sees an unfinished environment.
 */
async function publish(venv: Venv, directory: string): Promise<void> {
  const place = join(CACHE, venv.name);
  if (existsSync(place) && !(await isUsable(venv))) await rm(place, { recursive: true, force: true });
  try {
    await rename(directory, place);
  } catch (cause) {
    if (!(await isUsable(venv))) throw cause;
  }
}

/** The path of an environment's `python`; it is made on first use. Errors are those of python3 and pip. */
export async function pythonOf(venv: Venv): Promise<string> {
  if (!(await isUsable(venv))) {
    await mkdir(CACHE, { recursive: true });
    const directory = await mkdtemp(join(CACHE, `${venv.name}-`));
    try {
      await build(directory, venv.requirements);
      await publish(venv, directory);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
  return pythonIn(join(CACHE, venv.name));
}

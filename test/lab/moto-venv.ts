import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const HERE = dirname(fileURLToPath(import.meta.url));
const REQUIREMENTS = join(HERE, 'requirements.txt');
const CACHE = join(HERE, '..', '..', 'node_modules', '.cache');
const VENV = join(CACHE, 'moto-venv');
/** Copy of the requirements a finished environment was made from: its presence and equality mean “usable”. */
const STAMP = 'made-from.txt';

const WHAT_TO_INSTALL = [
  'The tests need moto_server (AWS IAM and STS on this machine) and could not make one. One of these is enough:',
  '  - python3 (3.10 or newer) with its venv module (Debian, Ubuntu: apt-get install python3 python3-venv) and access to PyPI',
  '  - pip install "moto[server]==5.2.1", so that moto_server is on the PATH',
  '  - a moto_server running with MOTO_IAM_LOAD_MANAGED_POLICIES=true, and MOTO_URL=http://host:port',
].join('\n');

async function isUsable(): Promise<boolean> {
  if (!existsSync(join(VENV, STAMP))) return false;
  return (await readFile(join(VENV, STAMP), 'utf8')) === (await readFile(REQUIREMENTS, 'utf8'));
}

/** `python` is called by its path and never by the scripts in `bin`, whose first line holds the directory they were made in. */
function pythonIn(directory: string): string {
  return join(directory, 'bin', 'python');
}

async function build(directory: string): Promise<void> {
  await run('python3', ['-m', 'venv', directory]);
  await run(pythonIn(directory), [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '-r',
    REQUIREMENTS,
  ]);
  await writeFile(join(directory, STAMP), await readFile(REQUIREMENTS, 'utf8'));
}

/**
 * Puts a finished environment in its place. `rename` onto a directory that is not empty fails, so of two test processes that
 * build at the same time the first wins and the second throws its own away: nobody ever sees a half-made one.
 */
async function publish(directory: string): Promise<void> {
  if (existsSync(VENV) && !(await isUsable())) await rm(VENV, { recursive: true, force: true });
  try {
    await rename(directory, VENV);
  } catch (cause) {
    if (!(await isUsable())) throw cause;
  }
}

/**
 * A command that runs the pinned moto from a virtual environment under `node_modules/.cache`, made on first use (about 15 s).
 * Throws an error that says what to install when this machine cannot make one.
 */
export async function motoFromVenv(): Promise<string[]> {
  if (!(await isUsable())) {
    await mkdir(CACHE, { recursive: true });
    const directory = await mkdtemp(join(CACHE, 'moto-venv-'));
    try {
      await build(directory);
      await publish(directory);
    } catch (cause) {
      throw new Error(WHAT_TO_INSTALL, { cause });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
  return [pythonIn(VENV), '-c', 'from moto.server import main; main()'];
}

// Programs written in Go that tests and lint need, built once from the Go module proxy into node_modules/.cache.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { CACHE } from './python-venv.ts';

const run = promisify(execFile);

/** A program: the package its `main` is in, whose last part is its name, and the version it is pinned to. */
export type GoTool = { package: string; version: `v${string}` };

function whatToInstall({ package: path, version }: GoTool): string {
  return [
    `This needs ${basename(path)} ${version}, which is built from its source with Go, and go could not be run.`,
    'Get Go 1.21 or newer (https://go.dev/doc/install; Debian, Ubuntu: apt-get install golang-go; macOS: brew install go); a newer one that',
    'the program may ask for, go fetches by itself.',
  ].join('\n');
}

async function expectGo(tool: GoTool): Promise<void> {
  try {
    await run('go', ['version']);
  } catch (cause) {
    throw new Error(whatToInstall(tool), { cause });
  }
}

/** Checks that the program reports the pinned version. */
async function expectVersion(program: string, { version }: GoTool): Promise<void> {
  const { stdout } = await run(program, ['--version']);
  const words = stdout.split(/\s+/);
  if (!words.includes(version) && !words.includes(version.slice(1))) {
    throw new Error(`${program} should be ${version}, and reports:\n${stdout}`);
  }
}

/** Builds the program in a temporary folder, checks its version, and moves it to its place. */
async function build(tool: GoTool, place: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const directory = await mkdtemp(`${place}-`);
  try {
    const env = { ...process.env, GOBIN: directory, CGO_ENABLED: '0' };
    await run('go', ['install', `${tool.package}@${tool.version}`], { env });
    await expectVersion(join(directory, basename(tool.package)), tool);
    await rename(directory, place);
  } catch (cause) {
    // Another process may have been faster; a directory that is not empty is not replaced.
    if (!existsSync(join(place, basename(tool.package)))) throw cause;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * The path of a program, built on first use (some minutes for a large one). Throws an error that says how to get Go where there is
 * none, go's own errors, and one when the program is not of the pinned version.
 */
export async function goTool(tool: GoTool): Promise<string> {
  const name = basename(tool.package);
  const place = join(CACHE, `${name}-${tool.version}`);
  const program = join(place, name);
  if (!existsSync(program)) {
    await expectGo(tool);
    await build(tool, place);
  }
  await expectVersion(program, tool);
  return program;
}

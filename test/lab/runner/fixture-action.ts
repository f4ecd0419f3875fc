import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from './runner.ts';

const ACTION = `
name: fixture
inputs:
  do: { description: code that main runs, default: '' }
  do-in-post: { description: code that post runs, default: '' }
  plain: { default: from the default }
  two words: { default: true }
  token: { default: '\${{ github.token }}' }
  repo: { default: '\${{ github.repository }}' }
  empty: {}
  old: { deprecationMessage: use plain }
runs: { using: node24, main: main.js, post: post.js }
`;

/** Runs the code given as input, which may use `put(file, text)` and `wait()`, to stay alive. */
function script(input: string): string {
  return `
const fs = require('node:fs');
const env = process.env;
const put = (file, text) => fs.appendFileSync(env[file], text);
const wait = () => setInterval(() => {}, 1000);
eval(env['${input}']);
`;
}

/** A small action in a temporary directory, for tests of the runner: it does what its inputs `do` and `do-in-post` say. */
export async function makeFixtureAction(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'action-'));
  await writeFile(join(path, 'action.yml'), ACTION);
  await writeFile(join(path, 'main.js'), script('INPUT_DO'));
  await writeFile(join(path, 'post.js'), script('INPUT_DO-IN-POST'));
  return { path, remove: () => rm(path, { recursive: true }) };
}

/** A variable as a step of the job sees it. */
export async function variableIn(job: Job, name: string): Promise<string | undefined> {
  const print = `JSON.stringify(process.env[${JSON.stringify(name)}] ?? null)`;
  const { stdout } = await job.step([process.execPath, '-p', print]);
  return (JSON.parse(stdout) as string | null) ?? undefined;
}

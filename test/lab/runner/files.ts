import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilePairs } from './commands.ts';
import { parsePairs } from './commands.ts';

/** File commands: the variable that names the file, and the runner's name for it (`FileCommandManager.cs`). */
const FILES = {
  GITHUB_ENV: 'set_env',
  GITHUB_OUTPUT: 'set_output',
  GITHUB_STATE: 'save_state',
  GITHUB_PATH: 'add_path',
  GITHUB_STEP_SUMMARY: 'step_summary',
} as const;

/** The path of each file, by variable. */
export type Files = Record<keyof typeof FILES, string>;

/** Makes the empty files of one step. They stay, as on GitHub, until the job ends. */
export function createFiles(temp: string): Files {
  const id = randomUUID();
  const path = (name: string) => join(temp, '_runner_file_commands', `${name}_${id}`);
  const entries = Object.entries(FILES).map(([variable, name]) => [variable, path(name)] as const);
  for (const [, file] of entries) writeFileSync(file, '');
  return Object.fromEntries(entries) as Files;
}

/** What a step left in its files. */
export type FileContents = {
  env: FilePairs;
  output: FilePairs;
  state: FilePairs;
  paths: string;
  summary: string;
  rawState: string;
};

/** Reads the files of a step that has ended; one that it deleted counts as empty. */
export async function readFiles(files: Files): Promise<FileContents> {
  const read = (file: keyof Files) => readFile(files[file], 'utf8').catch(() => '');
  const rawState = await read('GITHUB_STATE');
  return {
    env: parsePairs(await read('GITHUB_ENV')),
    output: parsePairs(await read('GITHUB_OUTPUT')),
    state: parsePairs(rawState),
    paths: await read('GITHUB_PATH'),
    summary: await read('GITHUB_STEP_SUMMARY'),
    rawState,
  };
}

import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseCommand } from './commands.ts';
import { maskedForms } from './masks.ts';
import type { Job } from './runner.ts';
import type { StepResult } from './step.ts';

/** Where a secret may be found. `files`: any file below RUNNER_TEMP and HOME but those of GITHUB_ENV and GITHUB_OUTPUT. */
export type Place = 'stdout' | 'stderr' | 'log' | 'annotations' | 'summary' | 'state' | 'outputs' | 'argv' | 'files';

export type SearchOptions = {
  /** Places where the secret belongs, such as `outputs` with `output-credentials: true`. */
  allowed?: readonly Place[];
  /** Files where it belongs, such as the profile file of the AWS CLI. */
  allowedFiles?: readonly string[];
};

function holds(text: string, secret: string): boolean {
  return maskedForms(secret).some((form) => text.includes(form));
}

/** Lines of raw output that hold the secret; a command that masks it must. */
function linesWith(text: string, secret: string): number[] {
  return text.split('\n').flatMap((line, index) => {
    if (parseCommand(line)?.name === 'add-mask' || !holds(line, secret)) return [];
    return [index + 1];
  });
}

function findInResult(result: StepResult, secret: string): [place: Place, where: string][] {
  const found: [Place, string][] = [];
  for (const stream of ['stdout', 'stderr'] as const) {
    for (const line of linesWith(result[stream], secret)) found.push([stream, `${stream} line ${line}`]);
  }
  const texts: [Place, string][] = [
    ['log', result.log],
    ['annotations', result.annotations.map(({ title, message }) => `${title ?? ''}\n${message}`).join('\n')],
    ['summary', result.summary],
    ['state', `${Object.values(result.state).join('\n')}\n${result.rawState}`],
    ['outputs', Object.values(result.outputs).join('\n')],
    ['argv', result.argv],
  ];
  for (const [place, text] of texts) if (holds(text, secret)) found.push([place, place]);
  return found.map(([place, where]) => [place, `${where} of ${result.name}`]);
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** The files of the file commands, by name: those of GITHUB_ENV and GITHUB_OUTPUT are how a job receives its secret. */
function isExpected(file: string, allowed: readonly Place[]): boolean {
  if (allowed.includes('state') && basename(file).startsWith('save_state_')) return true;
  if (allowed.includes('summary') && basename(file).startsWith('step_summary_')) return true;
  return /^set_(env|output)_/.test(basename(file));
}

/** Files that hold the secret and should not. */
async function findInFiles(
  job: Job,
  secret: string,
  { allowed = [], allowedFiles = [] }: SearchOptions,
): Promise<string[]> {
  const files = (await Promise.all([job.directories.temp, job.directories.home].map(filesBelow))).flat();
  const suspects = files.filter((file) => !allowedFiles.includes(file) && !isExpected(file, allowed));
  const found = suspects.map(async (file) => (holds(await readFile(file, 'utf8'), secret) ? [`file ${file}`] : []));
  return (await Promise.all(found)).flat();
}

/**
 * Every place where a secret (or its base64, URI, JSON or XML form) shows: in raw output outside the commands that mask it, in
 * the log before it was masked, in annotations, summary, state, outputs, command lines and files. Empty when it shows nowhere.
 */
export async function findSecret(
  job: Job,
  results: readonly StepResult[],
  secret: string,
  options: SearchOptions = {},
): Promise<string[]> {
  if (secret === '') throw new Error('The secret to look for is empty.');
  const { allowed = [] } = options;
  const found = results.flatMap((result) => findInResult(result, secret));
  const places = found.filter(([place]) => !allowed.includes(place)).map(([, where]) => where);
  return allowed.includes('files') ? places : [...places, ...(await findInFiles(job, secret, options))];
}

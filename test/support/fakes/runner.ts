import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FILES = ['GITHUB_ENV', 'GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'] as const;

/**
 * The runner as @actions/core sees it: the files it appends to and the commands it prints, both kept for the test to read.
 * `end` restores the process's environment and output.
 */
export function fakeRunner() {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'));
  const before = { ...process.env };
  for (const name of FILES) {
    writeFileSync(join(folder, name), '');
    process.env[name] = join(folder, name);
  }
  const write = process.stdout.write;
  const printed: string[] = [];
  process.stdout.write = ((text: string) => printed.push(String(text)) > 0) as typeof process.stdout.write;
  const commands = () =>
    printed
      .join('')
      .split(/\r?\n/)
      .filter((line) => line !== '');
  return {
    folder,
    commands,
    masks: () => commands().flatMap((line) => (line.startsWith('::add-mask::') ? [line.slice(12)] : [])),
    environment: () => pairs(join(folder, 'GITHUB_ENV')),
    state: () => pairs(join(folder, 'GITHUB_STATE')),
    outputs: () => Object.fromEntries(pairs(join(folder, 'GITHUB_OUTPUT'))),
    summary: () => readFileSync(join(folder, 'GITHUB_STEP_SUMMARY'), 'utf8'),
    file(name: string, text: string): string {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    end() {
      process.stdout.write = write;
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The pairs of a file of GitHub's, in the order they were written. */
function pairs(path: string): [string, string][] {
  const found = readFileSync(path, 'utf8').matchAll(/^(.+)<<(ghadelimiter_.+)\r?\n([\s\S]*?)\r?\n\2\r?$/gm);
  return [...found].map(([, name = '', , value = '']) => [name, value]);
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { assertRunnerFiles } from '../../../src/github/runner-files.ts';

const FILES = ['GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

function file(): string {
  writeFileSync(at('file'), '');
  return at('file');
}

function pipe(): string {
  execFileSync('mkfifo', [at('pipe')]);
  return at('pipe');
}

function linkToPipe(): string {
  symlinkSync(pipe(), at('link'));
  return at('link');
}

function linkToFile(): string {
  symlinkSync(file(), at('link'));
  return at('link');
}

describe('the runner’s files', () => {
  it.each<[string, () => string | undefined]>([
    ['a regular file', file],
    ['a link to a regular file', linkToFile],
    ['a device that never waits', () => '/dev/null'],
    ['not there', () => at('missing')],
    ['an empty name', () => ''],
    ['not set', () => undefined],
  ])('may be %s', (_, path) => {
    const made = path();
    expect(() => assertRunnerFiles(Object.fromEntries(FILES.map((name) => [name, made])))).not.toThrow();
  });

  describe.each<[string, () => string]>([
    ['a named pipe', pipe],
    ['a link to a named pipe', linkToPipe],
    ['a directory', () => folder],
  ])('that are %s', (_, path) => {
    it.each(FILES)('are refused before anything is created: %s', (name) => {
      const made = path();
      expect(() => assertRunnerFiles({ [name]: made })).toThrow(
        expect.objectContaining({
          code: 'runner-files-unusable',
          message: `${name}: not a regular file, so this step cannot use it`,
          remedy: expect.stringContaining('Nothing was created'),
        }),
      );
    });
  });

  it('are all named in one error', () => {
    const env = { GITHUB_STATE: folder, GITHUB_ENV: file(), GITHUB_PATH: folder };
    expect(() => assertRunnerFiles(env)).toThrow('GITHUB_STATE, GITHUB_PATH: not a regular file');
  });
});

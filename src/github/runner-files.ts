import { statSync } from 'node:fs';
import { ActionError } from '../errors.ts';
import type { Env } from './env.ts';

/** The files by which a step speaks to the runner (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). */
const FILES = ['GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'];

/**
 * Refuses to begin where one of the runner's files is something else, such as a named pipe: writing to one that nobody reads waits for
 * ever, after a lease was made.
 * @throws ActionError `runner-files-unusable`
 */
export function assertRunnerFiles(env: Env): void {
  const unusable = FILES.filter((name) => !isUsable(env[name] ?? ''));
  if (unusable.length === 0) return;
  throw new ActionError(
    'runner-files-unusable',
    `${unusable.join(', ')}: not a regular file, so this step cannot use it`,
    {
      remedy: 'Find out which step of this job, or which setting of this runner, has replaced it. Nothing was created.',
    },
  );
}

/** True for a regular file, for a device such as `/dev/null`, and where there is no file: the toolkit has its own message for that. */
function isUsable(path: string): boolean {
  if (path === '') return true;
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined || found.isFile() || found.isCharacterDevice();
}

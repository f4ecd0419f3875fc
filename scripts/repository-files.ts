// The files of the repository, as the checks of its text read them.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Generated, or written by npm. */
const NOT_OURS = /^(?:dist\/|package-lock\.json$)/;

/** Paths, from the folder, of all files that git tracks there or would add. Throws git's error when the folder is not a repository. */
export function repositoryFiles(folder: string): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const paths = list.split('\0').filter((path) => path !== '' && !NOT_OURS.test(path));
  return [...new Set(paths)].filter((path) => existsSync(join(folder, path)));
}

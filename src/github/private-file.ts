import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ActionError } from '../errors.ts';

/** Not there on Windows, where symbolic links need a privilege of their own. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
/** Opening a named pipe must not wait for a writer. */
const NON_BLOCK = constants.O_NONBLOCK ?? 0;

/**
 * The file's text, `undefined` when there is none.
 * @throws ActionError `profile-file-refused` for a symbolic link, in the file's or its directory's place, and for what is no file
 */
export function readPrivateFile(path: string): string | undefined {
  refuseLink(dirname(path), path);
  refuseLink(path, path);
  const file = opened(path, constants.O_RDONLY);
  if (file === undefined) return undefined;
  try {
    assertRegular(file, path);
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/**
 * Replaces the file's text, in place and not by way of another file, so that no copy of a secret lies anywhere else. The file is for its
 * owner alone (0600), a directory that has to be made likewise (0700).
 */
export function writePrivateFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  refuseLink(dirname(path), path);
  refuseLink(path, path);
  const file = opened(path, constants.O_RDWR | constants.O_CREAT);
  if (file === undefined) throw refused(path, 'it cannot be created');
  try {
    assertRegular(file, path);
    if (process.platform !== 'win32') fchmodSync(file, 0o600);
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at);
    ftruncateSync(file, bytes.length);
  } finally {
    closeSync(file);
  }
}

function opened(path: string, flags: number): number | undefined {
  try {
    return openSync(path, flags | NO_FOLLOW | NON_BLOCK, 0o600);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return undefined;
    throw refused(path, code === 'ELOOP' ? 'it is a symbolic link' : (code ?? 'it cannot be opened'), error);
  }
}

function assertRegular(file: number, path: string): void {
  if (!fstatSync(file).isFile()) throw refused(path, 'it is not a regular file');
}

function refuseLink(at: string, path: string): void {
  const isLink = lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (isLink) throw refused(path, at === path ? 'it is a symbolic link' : 'its directory is a symbolic link');
}

function refused(path: string, why: string, cause?: unknown): ActionError {
  return new ActionError('profile-file-refused', `Using ${path} for the AWS profile failed: ${why}`, {
    remedy:
      'Let `aws-profile` write to a regular file in a directory of the runner’s user; AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE name others.',
    cause,
  });
}

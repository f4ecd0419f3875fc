import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';

/** Not there on Windows, where symbolic links need a privilege of their own. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
/** Opening a named pipe must not wait for a writer. */
const NON_BLOCK = constants.O_NONBLOCK ?? 0;

const LINK = 'it is a symbolic link';

/** Why a file is not touched; the message is the end of a sentence. */
export class FileRefused extends Error {}

/**
 * Opens what is a regular file, and no symbolic link; `undefined` when there is none.
 * @returns a descriptor, to be closed
 * @throws FileRefused
 */
export function openRegular(path: string, flags: number): number | undefined {
  refuseLink(path, LINK);
  let file: number;
  try {
    file = openSync(path, flags | NO_FOLLOW | NON_BLOCK, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw refusal(error);
  }
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  throw new FileRefused('it is not a regular file');
}

/** @throws FileRefused when a symbolic link is there */
export function refuseLink(path: string, why: string): void {
  let isLink: boolean | undefined;
  try {
    isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
  } catch (error) {
    throw refusal(error);
  }
  if (isLink) throw new FileRefused(why);
}

function refusal(error: unknown): FileRefused {
  const { code = 'it cannot be opened' } = error as NodeJS.ErrnoException;
  return new FileRefused(code === 'ELOOP' ? LINK : code, { cause: error });
}

/**
 * A file's bytes, and whether others than its owner may use it; `undefined` when there is none.
 * @throws FileRefused
 */
export function readRegular(path: string): { bytes: Buffer; shared: boolean } | undefined {
  const file = openRegular(path, constants.O_RDONLY);
  if (file === undefined) return undefined;
  try {
    const shared = process.platform !== 'win32' && (fstatSync(file).mode & 0o077) !== 0;
    return { bytes: readFileSync(file), shared };
  } finally {
    closeSync(file);
  }
}

import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';

/** Windows does not have this flag. There, creating a symbolic link needs a privilege. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
/** Opening a named pipe must not wait for a writer. */
const NON_BLOCK = constants.O_NONBLOCK ?? 0;

const LINK = 'it is a symbolic link';

/** Why a file is not used; the message is the end of a sentence, as `it is a symbolic link`. */
export class FileRefused extends Error {}

/** A regular file that is too large to be the right one. */
export class FileTooLarge extends FileRefused {}

/** What to do with a symbolic link in the file's place. `follow` is only for links that nobody else can write. */
export type Links = 'refuse' | 'follow';

/**
 * Opens a regular file.
 * @returns a descriptor, which the caller must close; `undefined` when there is no file
 * @throws FileRefused for a symbolic link, for anything else that is not a regular file, and with the system's error code
 */
export function openRegular(path: string, flags: number, links: Links = 'refuse'): number | undefined {
  if (links === 'refuse') refuseLink(path, LINK);
  let file: number;
  try {
    file = openSync(path, flags | NON_BLOCK | (links === 'refuse' ? NO_FOLLOW : 0), 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw refusal(error);
  }
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  throw new FileRefused('it is not a regular file');
}

/** @throws FileRefused with `why` when the path is a symbolic link, or with the system's error code */
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
 * Reads a regular file.
 * @returns its bytes, and whether users other than its owner may use it; `undefined` when there is no file
 * @throws FileRefused as `openRegular`
 */
export function readRegular(
  path: string,
  {
    links = 'refuse',
    maxBytes = Number.POSITIVE_INFINITY,
  }: { readonly links?: Links; readonly maxBytes?: number } = {},
): { readonly bytes: Buffer; readonly shared: boolean } | undefined {
  const file = openRegular(path, constants.O_RDONLY, links);
  if (file === undefined) return undefined;
  try {
    const { size } = fstatSync(file);
    if (size > maxBytes) throw new FileTooLarge(`it has ${size} bytes; at most ${maxBytes} are read`);
    const shared = process.platform !== 'win32' && (fstatSync(file).mode & 0o077) !== 0;
    return { bytes: readFileSync(file), shared };
  } finally {
    closeSync(file);
  }
}

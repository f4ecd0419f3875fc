import { closeSync, constants, fchmodSync, ftruncateSync, mkdirSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { ActionError } from '../errors.ts';
import { FileRefused, openRegular, readRegular, refuseLink } from './regular-file.ts';

const LINKED_DIRECTORY = 'its directory is a symbolic link';

/**
 * Reads a file's text.
 * @returns `undefined` when there is no file
 * @throws ActionError `profile-file-refused` when the file or its directory is a symbolic link, when it is not a regular file, and when
 * it is not UTF-8
 */
export function readPrivateFile(path: string): string | undefined {
  return unlessRefused(path, () => {
    refuseLink(dirname(path), LINKED_DIRECTORY);
    const file = readRegular(path);
    return file && textOf(file.bytes);
  });
}

/** Decodes all bytes, also a byte order mark, so that the text can be written back unchanged. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new FileRefused('it is not UTF-8 text', { cause });
  }
}

/**
 * Replaces the file's text in place, not by renaming another file, so that there is never a second copy of a secret. Only the owner can
 * read the file (0600), and its directory if this creates it (0700).
 * @throws ActionError `profile-file-refused` as `readPrivateFile`
 */
export function writePrivateFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  unlessRefused(path, () => {
    refuseLink(dirname(path), LINKED_DIRECTORY);
    const file = openRegular(path, constants.O_RDWR | constants.O_CREAT);
    if (file === undefined) throw new FileRefused('it cannot be created');
    try {
      if (process.platform !== 'win32') fchmodSync(file, 0o600);
      const bytes = Buffer.from(text, 'utf8');
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at);
      ftruncateSync(file, bytes.length);
    } finally {
      closeSync(file);
    }
  });
}

function unlessRefused<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw new ActionError('profile-file-refused', `Using ${path} for the AWS profile failed: ${error.message}`, {
      remedy:
        'Let `aws-profile` write to a regular file in a directory of the runner’s user; AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE name others.',
      cause: error.cause,
    });
  }
}

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FileRefused, openRegular, readRegular, refuseLink } from '../../../src/files/regular-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regular-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

function file(name: string, text: string, mode = 0o600): string {
  writeFileSync(at(name), text);
  chmodSync(at(name), mode);
  return at(name);
}
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(FileRefused);
    return (error as Error).message;
  }
  throw new Error('This should have been refused');
}

describe('a regular file', () => {
  it.each([
    [0o600, false],
    [0o400, false],
    [0o700, false],
    [0o640, true],
    [0o604, true],
    [0o610, true],
    [0o602, true],
  ])('of mode %d is read, and said to be shared or not', (mode, shared) => {
    expect(readRegular(file('f', 'ä\r\n', mode))).toEqual({ bytes: Buffer.from('ä\r\n'), shared });
  });

  it('is `undefined` when there is no file', () => {
    expect(readRegular(at('missing'))).toBeUndefined();
    expect(readRegular(at('no-such-folder/missing'))).toBeUndefined();
  });

  it.each([0, 3])('of at most `maxBytes` is read: %d bytes', (bytes) => {
    expect(readRegular(file('f', 'x'.repeat(bytes)), { maxBytes: 3 })?.bytes).toHaveLength(bytes);
  });

  it('of more than `maxBytes` is refused, and not read', () => {
    expect(refusal(() => readRegular(file('f', 'xxxx'), { maxBytes: 3 }))).toBe('it has 4 bytes; at most 3 are read');
    const sparse = file('sparse', '');
    truncateSync(sparse, 2 ** 40);
    expect(refusal(() => readRegular(sparse, { maxBytes: 2 ** 25 }))).toContain('at most 33554432 are read');
  });

  it('that has to be made is its owner’s alone', () => {
    const opened = openRegular(at('new'), constants.O_RDWR | constants.O_CREAT);
    expect(opened).toBeDefined();
    writeSync(opened as number, 'x');
    closeSync(opened as number);
    expect(statSync(at('new')).mode & 0o777).toBe(0o600);
    expect(readFileSync(at('new'), 'utf8')).toBe('x');
  });
});

describe('what is no regular file', () => {
  it('is refused when it is a link, also one that leads nowhere, and is not followed', () => {
    symlinkSync(file('target', 'x'), at('link'));
    symlinkSync(at('missing'), at('dangling'));
    expect(refusal(() => readRegular(at('link')))).toBe('it is a symbolic link');
    expect(refusal(() => openRegular(at('dangling'), constants.O_RDWR | constants.O_CREAT))).toBe(
      'it is a symbolic link',
    );
    expect(existsSync(at('missing'))).toBe(false);
  });

  it('is refused when it is a directory', () => {
    expect(refusal(() => readRegular(folder))).toBe('it is not a regular file');
  });

  it('is refused when it is a named pipe, without waiting for a writer', () => {
    execFileSync('mkfifo', [at('pipe')]);
    expect(refusal(() => readRegular(at('pipe')))).toBe('it is not a regular file');
  });

  it('is refused with the system’s code where it cannot be opened', () => {
    expect(refusal(() => openRegular(folder, constants.O_WRONLY))).toBe('EISDIR');
    expect(refusal(() => openRegular(at('x'.repeat(300)), constants.O_RDONLY))).toBe('ENAMETOOLONG');
  });
});

describe('a link', () => {
  it('is followed on request, but only to a regular file', () => {
    symlinkSync(file('target', 'x'), at('link'));
    symlinkSync(folder, at('folder-link'));
    symlinkSync(at('missing'), at('dangling'));
    expect(readRegular(at('link'), { links: 'follow' })?.bytes.toString()).toBe('x');
    expect(refusal(() => readRegular(at('folder-link'), { links: 'follow' }))).toBe('it is not a regular file');
    expect(readRegular(at('dangling'), { links: 'follow' })).toBeUndefined();
  });

  it('is refused in the words that are given', () => {
    symlinkSync(folder, at('link'));
    expect(refusal(() => refuseLink(at('link'), 'its directory is a symbolic link'))).toBe(
      'its directory is a symbolic link',
    );
  });

  it('is neither a file, nor a directory, nor nothing', () => {
    for (const path of [file('f', ''), folder, at('missing')]) {
      expect(() => refuseLink(path, 'no')).not.toThrow();
    }
  });
});

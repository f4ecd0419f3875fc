import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tokenFileIdentity } from '../../../src/identity/token-file.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { identityDeps } from '../../support/fakes/identity.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'token-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setUp(path: string) {
  const { deps, masks } = identityDeps('http://127.0.0.1:1');
  const base = tokenFileIdentity(path, deps);
  if (base.kind !== 'token') throw new Error('A token file gives tokens');
  return { token: () => base.token(), masks };
}

function file(text: string): string {
  writeFileSync(join(folder, 'token'), text);
  return join(folder, 'token');
}

describe('a token file', () => {
  it('gives its token, trimmed and masked', async () => {
    const { token, masks } = setUp(file(' jwt-1\n'));
    expect(await token()).toBe('jwt-1');
    expect(masks).toEqual(['jwt-1']);
  });

  it('is read again at each use', async () => {
    const { token } = setUp(file('jwt-1'));
    await token();
    file('jwt-2');
    expect(await token()).toBe('jwt-2');
  });

  it('that is empty is an error', async () => {
    const error = await rejection(setUp(file(' \n')).token());
    expect(error).toMatchObject({ code: 'token-file-unreadable', message: expect.stringContaining('it is empty') });
  });

  it('that is empty has nothing masked, for the runner warns of an empty mask', async () => {
    const { token, masks } = setUp(file('\n'));
    await rejection(token());
    expect(masks).toEqual([]);
  });

  it('that does not exist is an error', async () => {
    const error = await rejection(setUp(join(folder, 'none')).token());
    expect(error).toMatchObject({ code: 'token-file-unreadable', message: expect.stringContaining('ENOENT') });
  });

  it('that is a symbolic link is refused', async () => {
    symlinkSync(file('jwt-1'), join(folder, 'link'));
    expect(await rejection(setUp(join(folder, 'link')).token())).toMatchObject({
      code: 'token-file-unreadable',
      message: expect.stringContaining('it is a symbolic link'),
    });
  });

  it('in a directory that is a symbolic link is refused', async () => {
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real', 'token'), 'jwt-1');
    symlinkSync(join(folder, 'real'), join(folder, 'linked'));
    const error = await rejection(setUp(join(folder, 'linked', 'token')).token());
    expect(error).toMatchObject({ message: expect.stringContaining('its directory is a symbolic link') });
  });

  it('has up to 64 KB; what is larger is no token', async () => {
    expect(await setUp(file('t'.repeat(64 * 1024))).token()).toHaveLength(64 * 1024);
    const { token, masks } = setUp(file('t'.repeat(65 * 1024)));
    expect(await rejection(token())).toMatchObject({
      code: 'token-file-unreadable',
      message: expect.stringContaining('it has 66560 bytes; at most 65536 are read'),
    });
    expect(masks).toEqual([]);
  });

  it('that is a directory is refused', async () => {
    const error = await rejection(setUp(folder).token());
    expect(error).toMatchObject({ message: expect.stringContaining('it is not a regular file') });
  });

  it.each([
    '/var/run/secrets/eks.amazonaws.com/../../../../nowhere/serviceaccount/token',
    '/var/run/secrets/a/b/serviceaccount/token',
    '/var/run/secrets/eks.amazonaws.com/serviceaccount/token/x',
    '/tmp/var/run/secrets/eks.amazonaws.com/serviceaccount/token',
  ])('that only looks like the kubelet’s is treated like any other: %s', async (path) => {
    expect(await rejection(setUp(path).token())).toMatchObject({ code: 'token-file-unreadable' });
  });

  it('never shows a token in its errors', async () => {
    symlinkSync(file('jwt-1'), join(folder, 'link'));
    const error = await rejection(setUp(join(folder, 'link')).token());
    expect(String((error as Error).message)).not.toContain('jwt-1');
  });
});

import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { dirname, posix } from 'node:path';
import { ActionError } from '../errors.ts';
import type { BaseIdentity, IdentityDependencies } from './identity.ts';

/** Where the kubelet projects tokens, through links of its own that only it can write. */
const KUBELET_TOKEN = /^\/var\/run\/secrets\/[^/]+\/serviceaccount\/token$/;

/** The token of a file, as EKS projects it (IRSA). Read again at each use, since the kubelet rotates it. */
export function tokenFileIdentity(path: string, deps: IdentityDependencies): BaseIdentity {
  return {
    kind: 'token',
    async token() {
      const token = (await readRegularFile(path)).trim();
      if (token === '') throw unreadable(path, 'it is empty');
      deps.mask(token);
      return token;
    },
  };
}

async function readRegularFile(path: string): Promise<string> {
  const trusted = KUBELET_TOKEN.test(posix.normalize(path));
  try {
    if (!trusted && (await isLink(dirname(path)))) throw unreadable(path, 'its directory is a symbolic link');
    const file = await open(
      path,
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (trusted ? 0 : (constants.O_NOFOLLOW ?? 0)),
    );
    try {
      if (!(await file.stat()).isFile()) throw unreadable(path, 'it is not a regular file');
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof ActionError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw unreadable(path, code === 'ELOOP' ? 'it is a symbolic link' : code, error);
  }
}

async function isLink(path: string): Promise<boolean> {
  return (await lstat(path)).isSymbolicLink();
}

function unreadable(path: string, why: string, cause?: unknown): ActionError {
  return new ActionError('token-file-unreadable', `Reading the web identity token file ${path} failed: ${why}`, {
    remedy: 'Check `web-identity-token-file`: a regular file that the runner’s user may read.',
    cause,
  });
}

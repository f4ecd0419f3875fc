import { dirname, posix } from 'node:path';
import { ActionError } from '../errors.ts';
import { FileRefused, readRegular, refuseLink } from '../files/regular-file.ts';
import type { BaseIdentity, IdentityDependencies } from './identity.ts';

/** Where the kubelet mounts projected tokens, by means of symbolic links that only it can write. */
const KUBELET_TOKEN = /^\/var\/run\/secrets\/[^/]+\/serviceaccount\/token$/;

/** A token has some kilobytes. */
const MAX_TOKEN_BYTES = 64 * 2 ** 10;

/**
 * The token of a file, as EKS mounts it for IRSA
 * (https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html). The file is read again at each use,
 * because the kubelet rotates the token.
 */
export function tokenFileIdentity(path: string, deps: IdentityDependencies): BaseIdentity {
  return {
    kind: 'token',
    async token() {
      const token = readTokenFile(path).trim();
      if (token === '') throw unreadable(path, 'it is empty');
      deps.mask(token);
      return token;
    },
  };
}

function readTokenFile(path: string): string {
  const links = KUBELET_TOKEN.test(posix.normalize(path)) ? 'follow' : 'refuse';
  try {
    if (links === 'refuse') refuseLink(dirname(path), 'its directory is a symbolic link');
    const file = readRegular(path, { links, maxBytes: MAX_TOKEN_BYTES });
    if (file !== undefined) return file.bytes.toString('utf8');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw unreadable(path, error instanceof FileRefused ? error.message : code, error);
  }
  throw unreadable(path, 'ENOENT');
}

function unreadable(path: string, why: string, cause?: unknown): ActionError {
  return new ActionError('token-file-unreadable', `Reading the web identity token file ${path} failed: ${why}`, {
    remedy: 'Check `web-identity-token-file`: it must be a regular file that the runner’s user may read.',
    cause,
  });
}

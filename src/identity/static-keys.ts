import { createHash } from 'node:crypto';
import type { AwsCredentials } from '../aws/clients.ts';
import { ActionError } from '../errors.ts';
import type { BaseIdentity } from './identity.ts';

/** Credentials from the inputs `aws-access-key-id`, `aws-secret-access-key` and `aws-session-token`. */
export type StaticKeys = { readonly kind: 'given'; readonly keys: AwsCredentials } | { readonly kind: 'none' };

/** The keys of the inputs. @throws ActionError `no-base-credentials` without any */
export function givenKeys(staticKeys: StaticKeys): AwsCredentials {
  if (staticKeys.kind === 'given') return staticKeys.keys;
  throw new ActionError('no-base-credentials', 'Reading the static access keys failed: the inputs have none', {
    remedy: 'Give `aws-access-key-id` and `aws-secret-access-key`.',
  });
}

/** The base identity of static keys. */
export function staticKeysIdentity(keys: AwsCredentials): BaseIdentity {
  return { kind: 'credentials', credentials: async () => keys };
}

/** The SHA-256 of credentials, with which post checks that its inputs have the same ones as main's; empty without credentials. */
export function fingerprint(staticKeys: StaticKeys): string {
  if (staticKeys.kind === 'none') return '';
  const { keys } = staticKeys;
  return createHash('sha256')
    .update([keys.accessKeyId, keys.secretAccessKey, keys.sessionToken ?? ''].join('\n'))
    .digest('hex');
}

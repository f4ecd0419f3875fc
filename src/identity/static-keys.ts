import { createHash } from 'node:crypto';
import type { AwsCredentials } from '../aws/clients.ts';
import { ActionError } from '../errors.ts';
import type { BaseIdentity } from './identity.ts';

/** Long-lived keys, or a session's, as inputs give them. */
export type StaticKeys = { readonly kind: 'given'; readonly keys: AwsCredentials } | { readonly kind: 'none' };

/** The keys that were given. @throws ActionError `no-base-credentials` where none were */
export function givenKeys(staticKeys: StaticKeys): AwsCredentials {
  if (staticKeys.kind === 'given') return staticKeys.keys;
  throw new ActionError('no-base-credentials', 'Taking the static access keys failed: the inputs hold none', {
    remedy: 'Give `aws-access-key-id` and `aws-secret-access-key`.',
  });
}

/** Credentials given as inputs. */
export function staticKeysIdentity(keys: AwsCredentials): BaseIdentity {
  return { kind: 'credentials', credentials: async () => keys };
}

/** A one-way mark of credentials, by which post knows that its inputs still name the ones main used; empty for none. */
export function fingerprint(staticKeys: StaticKeys): string {
  if (staticKeys.kind === 'none') return '';
  const { keys } = staticKeys;
  return createHash('sha256')
    .update([keys.accessKeyId, keys.secretAccessKey, keys.sessionToken ?? ''].join('\n'))
    .digest('hex');
}

import { createHash } from 'node:crypto';
import type { AwsCredentials } from '../aws/clients.ts';
import type { BaseIdentity } from './identity.ts';

/** Credentials given as inputs. */
export function staticKeysIdentity(keys: AwsCredentials): BaseIdentity {
  return { kind: 'credentials', credentials: async () => keys };
}

/** A one-way mark of credentials, by which post knows that its inputs still name the ones main used. */
export function fingerprint(keys: AwsCredentials): string {
  return createHash('sha256')
    .update([keys.accessKeyId, keys.secretAccessKey, keys.sessionToken ?? ''].join('\n'))
    .digest('hex');
}

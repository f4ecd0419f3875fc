import { createHash } from 'node:crypto';
import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { isFailure } from '../../aws/failures.ts';
import { describeSecret } from '../actual/read.ts';
import type { SecretsContext } from '../api.ts';
import { step } from '../item-failure.ts';

/** How often AWSCURRENT may have been rolled back to the same version. */
const MAX_USED_TOKENS = 8;

/**
 * The id of the version that follows `base`. It is never derived from a value. Two writers on the same base request the same id, and
 * AWS gives it to one of them only.
 * @param used how many such ids exist already, because AWSCURRENT was rolled back to `base`
 */
export function versionToken(secret: string, base: string, used: number): string {
  const hash = createHash('sha256').update([secret, base, used].join('\n')).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}

/**
 * Makes `text` the current version, unless another sync has already written on `base`. A retry after a lost answer makes no second
 * version.
 * @returns the new version's id; `undefined` if another writer has written since
 */
export async function writeVersion(
  secret: { readonly arn: string; readonly base: string | undefined; readonly text: string },
  context: SecretsContext,
): Promise<string | undefined> {
  const { arn, base = '', text } = secret;
  for (let used = 0; used < MAX_USED_TOKENS; used++) {
    const written = await put({ arn, text, token: versionToken(arn, base, used) }, context);
    if (written !== undefined) return written;
    // The id is taken: by a concurrent writer, or from before AWSCURRENT was rolled back to this base.
    const described = await step('DescribeSecret', () => describeSecret(arn, context));
    if ((described?.versionId ?? '') !== base) return undefined;
  }
  return undefined;
}

/** The version's id if it is current now; `undefined` if that id was used before. */
async function put(
  { arn, text, token }: { readonly arn: string; readonly text: string; readonly token: string },
  { secretsManager, ask }: SecretsContext,
): Promise<string | undefined> {
  const command = new PutSecretValueCommand({ SecretId: arn, SecretString: text, ClientRequestToken: token });
  try {
    const { VersionId, VersionStages = [] } = await ask(() => secretsManager.send(command));
    // For an old version with the same text AWS reports success and changes nothing.
    return VersionStages.includes('AWSCURRENT') ? VersionId : undefined;
  } catch (error) {
    if (isFailure(error, 'ResourceExists')) return undefined;
    throw error;
  }
}

import { createHash } from 'node:crypto';
import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { isFailure } from '../../aws/failures.ts';
import { describeSecret } from '../actual/read.ts';
import type { SecretsContext } from '../api.ts';
import { step } from '../item-failure.ts';

/** So often may AWSCURRENT have been rolled back to one and the same version since that version was made. */
const MAX_SPENT_TOKENS = 8;

/**
 * The id that a version made on top of `base` gets: never derived from a value. Whoever writes on the same base asks for the
 * same id, and AWS gives it to one of them only.
 * @param spent how many such ids were found used up, AWSCURRENT having been rolled back to `base` since
 */
export function versionToken(secret: string, base: string, spent: number): string {
  const hash = createHash('sha256').update([secret, base, spent].join('\n')).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}

/**
 * Makes `text` the current version, unless another writer of this kind has already written on `base`. An answer that is lost and
 * asked for again makes no second version.
 * @returns the new version's id; `undefined` when somebody else has written since
 */
export async function writeVersion(
  secret: { readonly arn: string; readonly base: string | undefined; readonly text: string },
  context: SecretsContext,
): Promise<string | undefined> {
  const { arn, base = '', text } = secret;
  for (let spent = 0; spent < MAX_SPENT_TOKENS; spent++) {
    const written = await put({ arn, text, token: versionToken(arn, base, spent) }, context);
    if (written !== undefined) return written;
    // The id is taken: by a writer on the same base just now, or by one before AWSCURRENT was rolled back to this base.
    const described = await step('DescribeSecret', () => describeSecret(arn, context));
    if ((described?.versionId ?? '') !== base) return undefined;
  }
  return undefined;
}

/** The version's id when it is current now; `undefined` when that id has been used before. */
async function put(
  { arn, text, token }: { readonly arn: string; readonly text: string; readonly token: string },
  { secretsManager, ask }: SecretsContext,
): Promise<string | undefined> {
  const command = new PutSecretValueCommand({ SecretId: arn, SecretString: text, ClientRequestToken: token });
  try {
    const { VersionId, VersionStages = [] } = await ask(() => secretsManager.send(command));
    // An old version with the same text: AWS says yes and changes nothing.
    return VersionStages.includes('AWSCURRENT') ? VersionId : undefined;
  } catch (error) {
    if (isFailure(error, 'ResourceExists')) return undefined;
    throw error;
  }
}

import { DeleteSecretCommand } from '@aws-sdk/client-secrets-manager';
import { isFailure } from '../../aws/failures.ts';
import type { ActualSecret } from '../actual/actual.ts';
import { describeSecret } from '../actual/read.ts';
import type { SecretsContext } from '../api.ts';
import { failureOf, ItemFailure, step } from '../item-failure.ts';
import { isPrunable, pruneOf, type SyncPolicy } from '../plan/change.ts';
import { removeReplicas } from './replication.ts';

/** How a secret is deleted: with a recovery window, or at once and without recovery. */
export type Deletion = { readonly recoveryWindowDays: number } | { readonly force: true };

/**
 * Deletes an own secret that is not in the source, after reading its owner again. Its copies in other regions are removed first: AWS
 * does not delete a secret that has copies.
 * @returns false if there was nothing to delete
 * @throws ItemFailure
 */
export async function prune(
  arn: string,
  by: { policy: SyncPolicy; deletion: Deletion },
  context: SecretsContext,
): Promise<boolean> {
  const { ask, secretsManager } = context;
  const actual = await step('DescribeSecret', () => describeSecret(arn, context));
  if (actual === undefined || !isPrunable(actual, by.policy)) return false;
  const { because } = pruneOf(actual, by.policy);
  if (because !== undefined) throw new ItemFailure(because);
  const regions = (actual.replicas ?? []).map(({ region }) => region);
  if (regions.length > 0) await removeReplicas(arn, regions, context);
  const how =
    'force' in by.deletion
      ? { ForceDeleteWithoutRecovery: true }
      : { RecoveryWindowInDays: by.deletion.recoveryWindowDays };
  try {
    await ask(() => secretsManager.send(new DeleteSecretCommand({ SecretId: arn, ...how })));
  } catch (error) {
    // If the first answer was lost, the SDK's second call is refused.
    const gone = isFailure(error, 'ResourceNotFound', 'InvalidRequest') && (await isDeleted(arn, context));
    if (!gone) throw noteRemovedCopies(failureOf('DeleteSecret', error), actual, regions.length > 0);
  }
  return true;
}

/** Notes in the failure that the copies were removed, although the secret itself still exists. */
function noteRemovedCopies(failure: unknown, { versionId = '' }: ActualSecret, removed: boolean): unknown {
  return removed && failure instanceof ItemFailure ? failure.after({ versionId }) : failure;
}

async function isDeleted(arn: string, context: SecretsContext): Promise<boolean> {
  const actual = await step('DescribeSecret', () => describeSecret(arn, context));
  return actual === undefined || actual.deleted;
}

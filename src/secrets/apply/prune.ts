import { DeleteSecretCommand } from '@aws-sdk/client-secrets-manager';
import { isFailure } from '../../aws/failures.ts';
import type { ActualSecret } from '../actual/actual.ts';
import { describeSecret } from '../actual/read.ts';
import type { SecretsContext } from '../api.ts';
import { failureOf, ItemFailure, step } from '../item-failure.ts';
import { isPrunable, pruneOf, type SyncPolicy } from '../plan/change.ts';
import { removeReplicas } from './replication.ts';

/** How a secret goes: to be restored within so many days, or at once and for good. */
export type Deletion = { readonly recoveryWindowDays: number } | { readonly force: true };

/**
 * Deletes a secret of ours that the source has no more, after a last look at whose it is; copies in other regions first, since AWS
 * refuses to delete a secret that has some.
 * @returns whether it was there to be deleted
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
    // A delete whose answer was lost is refused the second time.
    const gone = isFailure(error, 'ResourceNotFound', 'InvalidRequest') && (await isDeleted(arn, context));
    if (!gone) throw withoutCopies(failureOf('DeleteSecret', error), actual, regions.length > 0);
  }
  return true;
}

/** Its copies are gone already, and that must be told though it is still there itself. */
function withoutCopies(failure: unknown, { versionId = '' }: ActualSecret, removed: boolean): unknown {
  return removed && failure instanceof ItemFailure ? failure.after({ versionId }) : failure;
}

async function isDeleted(arn: string, context: SecretsContext): Promise<boolean> {
  const actual = await step('DescribeSecret', () => describeSecret(arn, context));
  return actual === undefined || actual.deleted;
}

import { RemoveRegionsFromReplicationCommand, ReplicateSecretToRegionsCommand } from '@aws-sdk/client-secrets-manager';
import { isFailure } from '../../aws/failures.ts';
import { again, done, poll } from '../../waiting/poll.ts';
import type { ActualSecret } from '../actual/actual.ts';
import { describeSecret } from '../actual/read.ts';
import type { SecretsContext } from '../api.ts';
import { failureOf, ItemFailure, step } from '../item-failure.ts';
import type { DesiredReplica } from '../plan/change.ts';

const REPLICATION_BACKOFF = { firstMs: 500, maxMs: 5_000 };
/** AWS documents no limit; a copy usually takes seconds. */
const REPLICATION_WAIT_MS = 120_000;

/** Regions in the form of AWS's calls. */
export function awsRegions(replicas: readonly DesiredReplica[]) {
  return replicas.map(({ region, kmsKeyId }) => ({
    Region: region,
    ...(kmsKeyId === undefined ? {} : { KmsKeyId: kmsKeyId }),
  }));
}

/** Requests copies. AWS makes them later. @throws ItemFailure */
export async function replicate(
  arn: string,
  replicas: readonly DesiredReplica[],
  context: SecretsContext,
): Promise<void> {
  const { ask, secretsManager } = context;
  const command = new ReplicateSecretToRegionsCommand({ SecretId: arn, AddReplicaRegions: awsRegions(replicas) });
  try {
    await ask(() => secretsManager.send(command));
  } catch (error) {
    // If the first answer was lost, the SDK's second call is refused because the copies are requested already.
    const isRequested = isFailure(error, 'InvalidParameter') && (await hasBegun(arn, replicas, context));
    if (!isRequested) throw failureOf('ReplicateSecretToRegions', error);
  }
}

async function hasBegun(arn: string, replicas: readonly DesiredReplica[], context: SecretsContext): Promise<boolean> {
  const actual = await step('DescribeSecret', () => describeSecret(arn, context));
  return replicas.every(({ region }) =>
    actual?.replicas?.some((replica) => replica.region === region && replica.status !== 'Failed'),
  );
}

/**
 * Waits up to two minutes until all copies of a secret are in sync.
 * @throws ItemFailure with AWS's message about each region that failed
 */
export async function awaitReplicas(
  arn: string,
  desired: readonly DesiredReplica[],
  context: SecretsContext,
): Promise<void> {
  await pollSecret(arn, context, (actual) => {
    const statuses = desired.map(({ region }) => statusIn(actual, region));
    const failed = statuses.filter(({ status }) => status === 'Failed');
    if (failed.length > 0) {
      const why = failed.map(({ region, message }) => `${region}: ${message || 'AWS gives no reason'}`);
      throw new ItemFailure({ code: 'replication', sentence: `replication failed in ${why.join('; ')}` });
    }
    const open = statuses.filter(({ status }) => status !== 'InSync').map(({ region }) => region);
    return open.length === 0 ? undefined : `replication to ${open.join(', ')} is not done`;
  });
}

/** Removes a secret's copies and waits up to two minutes until they are gone. @throws ItemFailure */
export async function removeReplicas(arn: string, regions: readonly string[], context: SecretsContext): Promise<void> {
  const { ask, secretsManager } = context;
  const command = new RemoveRegionsFromReplicationCommand({ SecretId: arn, RemoveReplicaRegions: [...regions] });
  await step('RemoveRegionsFromReplication', () => ask(() => secretsManager.send(command)));
  await pollSecret(arn, context, (actual) => {
    const left = (actual?.replicas ?? []).map(({ region }) => region);
    return left.length === 0 ? undefined : `its replicas in ${left.join(', ')} are not gone`;
  });
}

/** Describes a secret until nothing is pending. @param pending what still is, as a sentence; it may throw */
async function pollSecret(
  arn: string,
  context: SecretsContext,
  pending: (actual: ActualSecret | undefined) => string | undefined,
): Promise<void> {
  const attempt = async () => {
    const still = pending(await step('DescribeSecret', () => describeSecret(arn, context)));
    if (still === undefined) return done(undefined);
    return again((): undefined => {
      throw new ItemFailure({ code: 'replication', sentence: `${still} after ${REPLICATION_WAIT_MS / 1000} s` });
    });
  };
  await poll<undefined>(attempt, { backoff: REPLICATION_BACKOFF, withinMs: REPLICATION_WAIT_MS }, context);
}

function statusIn(actual: ActualSecret | undefined, region: string) {
  return actual?.replicas?.find((each) => each.region === region) ?? { region, status: 'InProgress', message: '' };
}

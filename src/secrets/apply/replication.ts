import { RemoveRegionsFromReplicationCommand, ReplicateSecretToRegionsCommand } from '@aws-sdk/client-secrets-manager';
import { isFailure } from '../../aws/failures.ts';
import { type Backoff, pauseMs } from '../../waiting/backoff.ts';
import type { Found } from '../actual/actual.ts';
import { describeSecret } from '../actual/read.ts';
import type { Asking } from '../api.ts';
import { failureOf, ItemFailure, step } from '../item-failure.ts';
import type { WantedReplica } from '../plan/change.ts';

const REPLICATION_BACKOFF: Backoff = { firstMs: 500, mostMs: 5_000 };
/** AWS names no limit; a copy usually takes seconds. */
const REPLICATION_WAIT_MS = 120_000;

/** Regions as AWS's calls take them. */
export function awsRegions(replicas: readonly WantedReplica[]) {
  return replicas.map(({ region, kmsKeyId }) => ({
    Region: region,
    ...(kmsKeyId === undefined ? {} : { KmsKeyId: kmsKeyId }),
  }));
}

/** Asks for copies, which AWS makes in its own time. */
export async function replicate(arn: string, replicas: readonly WantedReplica[], asking: Asking): Promise<void> {
  const { ask, secretsManager } = asking;
  const command = new ReplicateSecretToRegionsCommand({ SecretId: arn, AddReplicaRegions: awsRegions(replicas) });
  try {
    await ask(() => secretsManager.send(command));
  } catch (error) {
    // A call whose answer was lost is refused the second time: the copies are asked for already.
    const asked = isFailure(error, 'InvalidParameter') && (await areBegun(arn, replicas, asking));
    if (!asked) throw failureOf('ReplicateSecretToRegions', error);
  }
}

async function areBegun(arn: string, replicas: readonly WantedReplica[], asking: Asking): Promise<boolean> {
  const found = await step('DescribeSecret', () => describeSecret(arn, asking));
  return replicas.every(({ region }) =>
    found?.replicas?.some((replica) => replica.region === region && replica.status !== 'Failed'),
  );
}

/**
 * Waits until a secret has its copies.
 * @throws ItemFailure with what AWS says of a region in which that failed
 */
export async function awaitReplicas(arn: string, wanted: readonly WantedReplica[], asking: Asking): Promise<void> {
  await until(arn, asking, (found) => {
    const statuses = wanted.map(({ region }) => statusIn(found, region));
    const failed = statuses.filter(({ status }) => status === 'Failed');
    if (failed.length > 0) {
      const why = failed.map(({ region, message }) => `${region}: ${message || 'AWS gives no reason'}`);
      throw new ItemFailure(`replication failed in ${why.join('; ')}`);
    }
    const open = statuses.filter(({ status }) => status !== 'InSync').map(({ region }) => region);
    return open.length === 0 ? undefined : `replication to ${open.join(', ')} is not done`;
  });
}

/** Deletes a secret's copies, which AWS does in its own time. */
export async function removeReplicas(arn: string, regions: readonly string[], asking: Asking): Promise<void> {
  const { ask, secretsManager } = asking;
  const command = new RemoveRegionsFromReplicationCommand({ SecretId: arn, RemoveReplicaRegions: [...regions] });
  await step('RemoveRegionsFromReplication', () => ask(() => secretsManager.send(command)));
  await until(arn, asking, (found) => {
    const left = (found?.replicas ?? []).map(({ region }) => region);
    return left.length === 0 ? undefined : `its replicas in ${left.join(', ')} are not gone`;
  });
}

/** Looks at a secret again and again until nothing is open. @param open what still is, as a sentence; it may throw */
async function until(
  arn: string,
  asking: Asking,
  open: (found: Found | undefined) => string | undefined,
): Promise<void> {
  const deadline = asking.now() + REPLICATION_WAIT_MS;
  for (let tries = 0; ; tries++) {
    const still = open(await step('DescribeSecret', () => describeSecret(arn, asking)));
    if (still === undefined) return;
    if (asking.now() > deadline) throw new ItemFailure(`${still} after ${REPLICATION_WAIT_MS / 1000} s`);
    await asking.sleep(pauseMs(REPLICATION_BACKOFF, tries, asking.fraction));
  }
}

function statusIn(found: Found | undefined, region: string) {
  return found?.replicas?.find((each) => each.region === region) ?? { region, status: 'InProgress', message: '' };
}

import {
  CreateSecretCommand,
  RestoreSecretCommand,
  TagResourceCommand,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { type Backoff, pauseMs } from '../aws/backoff.ts';
import { isFailure } from '../aws/failures.ts';
import type { Asking } from './asking.ts';
import { failureOf, ItemFailure, step } from './item-failure.ts';
import { type Change, changeOf, refreshed, type SyncPolicy } from './plan.ts';
import { describeSecret, readSecret } from './read.ts';
import { awsRegions, replicate } from './replication.ts';
import { versionToken, writeVersion } from './version.ts';

/** What became of one secret: the change that was made in the end, and where it is now. */
export type Written = { readonly change: Change; readonly arn: string; readonly versionId: string | undefined };

/** A name is free again some seconds after its secret was deleted for good (reference: secrets.md §0.3). */
const NAME_BACKOFF: Backoff = { firstMs: 500, mostMs: 4_000 };
const NAME_WAIT_MS = 60_000;

/**
 * Does what one change says: restore, then create or update, then tags, then replicas. When somebody else writes the secret meanwhile,
 * it is planned anew, once.
 * @throws ItemFailure
 */
export async function write(change: Change, policy: SyncPolicy, asking: Asking): Promise<Written> {
  const first = await fresh(change, policy, asking);
  const written = await attempt(first, policy, asking);
  if (written !== undefined) return written;
  const second = await attempt(await replanned(change, policy, asking), policy, asking);
  if (second !== undefined) return first.action === 'restore' ? restored(second) : second;
  throw new ItemFailure('others are writing this secret at the same time (conflict)');
}

/** What a list told is checked with the secret itself before anything is written. */
async function fresh(change: Change, policy: SyncPolicy, asking: Asking): Promise<Change> {
  const { found } = change;
  if (found === undefined || found.replicas !== undefined) return change;
  const described = await step('DescribeSecret', () => describeSecret(found.arn, asking));
  const again = described && refreshed(change, described, policy);
  return again === undefined ? replanned(change, policy, asking) : feasible(again);
}

async function replanned({ wanted, name }: Change, policy: SyncPolicy, asking: Asking): Promise<Change> {
  if (wanted === undefined) throw new ItemFailure('nothing is wanted of it');
  const found = await step('DescribeSecret', () => readSecret(name, asking));
  return feasible(changeOf(wanted, found, policy));
}

/** What the plan could not see, since the secret was another then, is seen before it is written. */
function feasible(change: Change): Change {
  if (change.problem !== undefined) throw new ItemFailure(change.problem);
  return change;
}

/** @returns `undefined` when somebody else was faster */
async function attempt(change: Change, policy: SyncPolicy, asking: Asking): Promise<Written | undefined> {
  switch (change.action) {
    case 'create':
      return create(change, policy, asking);
    case 'restore':
      return restore(change, policy, asking);
    case 'update':
    case 'adopt':
      return update(change, policy, asking);
    case 'unchanged':
      return { change, arn: change.found?.arn ?? '', versionId: change.found?.versionId };
    case 'refuse':
    case 'skip':
    case 'prune':
      throw new ItemFailure(change.because ?? 'it cannot be written');
  }
}

async function create(change: Change, policy: SyncPolicy, asking: Asking): Promise<Written | undefined> {
  const command = new CreateSecretCommand({
    Name: change.name,
    SecretString: change.next,
    ClientRequestToken: versionToken(`${policy.owner}\n${change.name}`, '', 0),
    Tags: awsTags(change.tags),
    ...(policy.description === undefined ? {} : { Description: policy.description }),
    ...(policy.kmsKeyId === undefined ? {} : { KmsKeyId: policy.kmsKeyId }),
    ...(change.replicas.length === 0 ? {} : { AddReplicaRegions: awsRegions(change.replicas) }),
  });
  const deadline = asking.now() + NAME_WAIT_MS;
  for (let tries = 0; ; tries++) {
    try {
      const { ARN = '', VersionId } = await asking.ask(() => asking.secretsManager.send(command));
      return { change, arn: ARN, versionId: VersionId };
    } catch (error) {
      if (isFailure(error, 'ResourceExists')) return undefined;
      const taken = isFailure(error, 'InvalidRequest') && asking.now() < deadline;
      if (!taken) throw failureOf('CreateSecret', error);
      // Scheduled for deletion: one that can be restored is planned anew, one deleted for good will soon be gone.
      if ((await step('DescribeSecret', () => describeSecret(change.name, asking))) !== undefined) return undefined;
    }
    await asking.sleep(pauseMs(NAME_BACKOFF, tries, asking.fraction));
  }
}

async function restore(change: Change, policy: SyncPolicy, asking: Asking): Promise<Written | undefined> {
  const { ask, secretsManager } = asking;
  const command = new RestoreSecretCommand({ SecretId: change.found?.arn ?? change.name });
  let vanishing = false;
  try {
    await ask(() => secretsManager.send(command));
  } catch (error) {
    vanishing = isFailure(error, 'InvalidRequest', 'ResourceNotFound');
    if (!vanishing) throw failureOf('RestoreSecret', error);
    await awaitGone(change.name, error, asking);
  }
  const rest = await replanned(change, policy, asking);
  if (rest.action === 'restore') throw new ItemFailure('it is still scheduled for deletion after RestoreSecret');
  const written = await attempt(rest, policy, asking);
  return written && (vanishing ? written : restored(written));
}

/** One that was deleted for good cannot be restored, and can be seen for some seconds still. @throws ItemFailure of `refusal` */
async function awaitGone(name: string, refusal: unknown, asking: Asking): Promise<void> {
  const deadline = asking.now() + NAME_WAIT_MS;
  for (let tries = 0; ; tries++) {
    const found = await step('DescribeSecret', () => describeSecret(name, asking));
    if (found === undefined || !found.deleted) return;
    if (asking.now() > deadline) throw failureOf('RestoreSecret', refusal);
    await asking.sleep(pauseMs(NAME_BACKOFF, tries, asking.fraction));
  }
}

function restored(written: Written): Written {
  return { ...written, change: { ...written.change, action: 'restore' } };
}

async function update(change: Change, policy: SyncPolicy, asking: Asking): Promise<Written | undefined> {
  const { what, next, found } = change;
  const { ask, secretsManager } = asking;
  const arn = found?.arn ?? change.name;
  if (what.includes('description') || what.includes('kms-key')) {
    const command = new UpdateSecretCommand({
      SecretId: arn,
      ...(what.includes('description') ? { Description: policy.description } : {}),
      ...(what.includes('kms-key') ? { KmsKeyId: policy.kmsKeyId } : {}),
    });
    await step('UpdateSecret', () => ask(() => secretsManager.send(command)));
  }
  let versionId = found?.versionId;
  if (next !== undefined) {
    versionId = await step('PutSecretValue', () => writeVersion({ arn, base: found?.versionId, text: next }, asking));
    if (versionId === undefined) return undefined;
  }
  if (what.includes('tags')) {
    const command = new TagResourceCommand({ SecretId: arn, Tags: awsTags(change.tags) });
    await step('TagResource', () => ask(() => secretsManager.send(command)));
  }
  if (what.includes('replicas')) await replicate(arn, change.replicas, asking);
  return { change, arn, versionId };
}

function awsTags(tags: Readonly<Record<string, string>>) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

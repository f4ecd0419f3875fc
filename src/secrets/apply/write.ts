import {
  CreateSecretCommand,
  RestoreSecretCommand,
  TagResourceCommand,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { isFailure } from '../../aws/failures.ts';
import { type Backoff, pauseMs } from '../../waiting/backoff.ts';
import { describeSecret, maskValue, readSecret } from '../actual/read.ts';
import type { Asking } from '../api.ts';
import { failureOf, ItemFailure, step } from '../item-failure.ts';
import { type Change, changeOf, isOwn, refreshed, type SyncPolicy } from '../plan/change.ts';
import { awsRegions, replicate } from './replication.ts';
import { versionToken, writeVersion } from './version.ts';

/** What became of one secret: the change that was made in the end, and where it is now. */
export type Written = {
  readonly change: Change;
  readonly arn: string;
  readonly versionId: string | undefined;
  readonly wrote: boolean;
};

/** One secret's work, and what has been written of it so far: that is told whatever comes of the rest. */
type Work = {
  readonly policy: SyncPolicy;
  readonly asking: Asking;
  readonly done: { wrote: boolean; restored: boolean; versionId: string };
};

type Attempt = Omit<Written, 'wrote'> | undefined;

/** A name is free again some seconds after its secret was deleted for good (reference: secrets.md §0.3). */
const NAME_BACKOFF: Backoff = { firstMs: 500, mostMs: 4_000 };
const NAME_WAIT_MS = 60_000;

/**
 * Does what one change says: restore, then create or update, then tags, then replicas. When somebody else writes the secret meanwhile,
 * it is planned anew, once.
 * @throws ItemFailure
 */
export async function write(change: Change, policy: SyncPolicy, asking: Asking): Promise<Written> {
  const work: Work = {
    policy,
    asking,
    done: { wrote: false, restored: false, versionId: change.found?.versionId ?? '' },
  };
  try {
    const first = await fresh(change, work);
    const written = (await attempt(first, work)) ?? (await attempt(await replanned(change, work), work));
    if (written === undefined) throw new ItemFailure('others are writing this secret at the same time (conflict)');
    return { ...(work.done.restored ? restored(written) : written), wrote: work.done.wrote };
  } catch (error) {
    if (work.done.wrote && error instanceof ItemFailure) error.written = { versionId: work.done.versionId };
    throw error;
  }
}

/**
 * Where many secrets are written, minutes may lie between the look at one and its turn, and a list may have told of it that lags by
 * minutes more: whose it is, and whether it may be written, is asked of the secret itself again.
 */
async function fresh(change: Change, work: Work): Promise<Change> {
  const { policy, asking } = work;
  const { found } = change;
  if (found === undefined || policy.mode === 'json') return change;
  const described = await step('DescribeSecret', () => describeSecret(found.arn, asking));
  if (change.action === 'restore' && described?.deleted && isOwn(described, policy)) return change;
  const again = described && refreshed(change, described, policy);
  return again === undefined ? replanned(change, work) : feasible(again);
}

async function replanned({ wanted, name }: Change, { policy, asking }: Work): Promise<Change> {
  if (wanted === undefined) throw new ItemFailure('nothing is wanted of it');
  const found = await step('DescribeSecret', () => readSecret(name, asking));
  if (found !== undefined && isOwn(found, policy)) maskValue(found.value, asking.mask);
  return feasible(changeOf(wanted, found, policy));
}

/** What the plan could not see, since the secret was another then, is seen before it is written. */
function feasible(change: Change): Change {
  if (change.problem !== undefined) throw new ItemFailure(change.problem);
  return change;
}

/** @returns `undefined` when somebody else was faster */
async function attempt(change: Change, work: Work): Promise<Attempt> {
  switch (change.action) {
    case 'create':
      return create(change, work);
    case 'restore':
      return restore(change, work);
    case 'update':
    case 'adopt':
      return update(change, work);
    case 'unchanged':
      return { change, arn: change.found?.arn ?? '', versionId: change.found?.versionId };
    case 'refuse':
    case 'skip':
    case 'prune':
      throw new ItemFailure(change.because ?? 'it cannot be written');
  }
}

async function create(change: Change, { policy, asking, done }: Work): Promise<Attempt> {
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
      done.wrote = true;
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

async function restore(change: Change, work: Work): Promise<Attempt> {
  const { asking, done } = work;
  const command = new RestoreSecretCommand({ SecretId: change.found?.arn ?? change.name });
  try {
    await asking.ask(() => asking.secretsManager.send(command));
    Object.assign(done, { wrote: true, restored: true });
  } catch (error) {
    if (!isFailure(error, 'InvalidRequest', 'ResourceNotFound')) throw failureOf('RestoreSecret', error);
    await awaitGone(change.name, error, asking);
  }
  const rest = await replanned(change, work);
  if (rest.action === 'restore') throw new ItemFailure('it is still scheduled for deletion after RestoreSecret');
  return attempt(rest, work);
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

/** One that came back counts as restored, whatever else was done to it. */
function restored<T extends Omit<Written, 'wrote'>>(written: T): T {
  return { ...written, change: { ...written.change, action: 'restore' } };
}

async function update(change: Change, { policy, asking, done }: Work): Promise<Attempt> {
  const { what, next, found } = change;
  const { ask, secretsManager } = asking;
  const arn = found?.arn ?? change.name;
  let versionId = found?.versionId;
  if (what.includes('description') || what.includes('kms-key')) {
    await updateMetadata(arn, what, { policy, asking });
    done.wrote = true;
  }
  if (next !== undefined) {
    const secret = { arn, base: versionId, text: next };
    versionId = await step('PutSecretValue', () => writeVersion(secret, asking));
    if (versionId === undefined) return undefined;
    Object.assign(done, { wrote: true, versionId });
  }
  if (what.includes('tags')) {
    const command = new TagResourceCommand({ SecretId: arn, Tags: awsTags(change.tags) });
    await step('TagResource', () => ask(() => secretsManager.send(command)));
    done.wrote = true;
  }
  if (what.includes('replicas')) {
    await replicate(arn, change.replicas, asking);
    done.wrote = true;
  }
  return { change, arn, versionId };
}

async function updateMetadata(
  arn: string,
  what: readonly string[],
  { policy, asking }: { policy: SyncPolicy; asking: Asking },
): Promise<void> {
  const command = new UpdateSecretCommand({
    SecretId: arn,
    ...(what.includes('description') ? { Description: policy.description } : {}),
    ...(what.includes('kms-key') ? { KmsKeyId: policy.kmsKeyId } : {}),
  });
  await step('UpdateSecret', () => asking.ask(() => asking.secretsManager.send(command)));
}

function awsTags(tags: Readonly<Record<string, string>>) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

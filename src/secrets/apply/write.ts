import { RestoreSecretCommand, TagResourceCommand, UpdateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { isFailure } from '../../aws/failures.ts';
import { describeSecret, maskValue, readSecret } from '../actual/read.ts';
import type { SecretsContext } from '../api.ts';
import { failureOf, ItemFailure, type ItemReason, step, unexpected } from '../item-failure.ts';
import { type Change, isOwn, type SyncPolicy } from '../plan/change.ts';
import { changeOf, refreshed } from '../plan/diff.ts';
import { awaitGone, awsTags, create } from './create.ts';
import { replicate } from './replication.ts';
import { writeVersion } from './version.ts';
import type { Attempt, Work, Written } from './work.ts';

const CONFLICT: ItemReason = {
  code: 'conflict',
  sentence: 'others are writing this secret at the same time (conflict)',
};
const STILL_DELETED: ItemReason = {
  code: 'scheduled-for-deletion',
  sentence: 'it is still scheduled for deletion after RestoreSecret',
};

/**
 * Applies one change: restore, then create or update, then tags, then replicas. If another writer changes the secret meanwhile, it is
 * planned again, once.
 * @throws ItemFailure with what was written before
 */
export async function write(change: Change, policy: SyncPolicy, context: SecretsContext): Promise<Written> {
  const work: Work = {
    policy,
    context,
    done: { wrote: false, restored: false, versionId: change.actual?.versionId ?? '' },
  };
  try {
    const first = await recheck(change, work);
    const written = (await attempt(first, work)) ?? (await attempt(await replan(change, work), work));
    if (written === undefined) throw new ItemFailure(CONFLICT);
    return { ...(work.done.restored ? asRestored(written) : written), wrote: work.done.wrote };
  } catch (error) {
    throw work.done.wrote && error instanceof ItemFailure ? error.after({ versionId: work.done.versionId }) : error;
  }
}

/**
 * With many secrets, minutes may pass between reading a secret and writing it, and a list may be minutes old. So the owner and the state
 * are read again from the secret itself.
 */
async function recheck(change: Change, work: Work): Promise<Change> {
  const { policy, context } = work;
  const { actual } = change;
  if (actual === undefined || policy.mode === 'json') return change;
  const described = await step('DescribeSecret', () => describeSecret(actual.arn, context));
  if (change.action === 'restore' && described?.deleted && isOwn(described, policy)) return change;
  const again = described && refreshed(change, described, policy);
  return again === undefined ? replan(change, work) : assertPossible(again);
}

async function replan({ desired, name }: Change, { policy, context }: Work): Promise<Change> {
  if (desired === undefined) throw new ItemFailure(unexpected('no value is desired for it'));
  const actual = await step('DescribeSecret', () => readSecret(name, context));
  if (actual !== undefined && isOwn(actual, policy)) maskValue(actual.value, context.mask);
  return assertPossible(changeOf(desired, actual, policy));
}

/** The secret may have changed since the plan. @throws ItemFailure if AWS would refuse the change */
function assertPossible(change: Change): Change {
  if (change.problem !== undefined) throw new ItemFailure(change.problem);
  return change;
}

/** @returns `undefined` if another writer was faster */
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
      return { change, arn: change.actual?.arn ?? '', versionId: change.actual?.versionId };
    case 'refuse':
    case 'skip':
    case 'prune':
      throw new ItemFailure(change.because ?? unexpected('it cannot be written'));
  }
}

async function restore(change: Change, work: Work): Promise<Attempt> {
  const { context, done } = work;
  const command = new RestoreSecretCommand({ SecretId: change.actual?.arn ?? change.name });
  try {
    await context.ask(() => context.secretsManager.send(command));
    Object.assign(done, { wrote: true, restored: true });
  } catch (error) {
    if (!isFailure(error, 'InvalidRequest', 'ResourceNotFound')) throw failureOf('RestoreSecret', error);
    await awaitGone(change.name, error, context);
  }
  const next = await replan(change, work);
  if (next.action === 'restore') throw new ItemFailure(STILL_DELETED);
  return attempt(next, work);
}

/** A restored secret counts as restored, also if it was updated too. */
function asRestored<T extends Omit<Written, 'wrote'>>(written: T): T {
  return { ...written, change: { ...written.change, action: 'restore' } };
}

async function update(change: Change, { policy, context, done }: Work): Promise<Attempt> {
  const { what, next, actual } = change;
  const { ask, secretsManager } = context;
  const arn = actual?.arn ?? change.name;
  let versionId = actual?.versionId;
  if (what.includes('description') || what.includes('kms-key')) {
    await updateMetadata(arn, what, { policy, context });
    done.wrote = true;
  }
  if (next !== undefined) {
    const secret = { arn, base: versionId, text: next };
    versionId = await step('PutSecretValue', () => writeVersion(secret, context));
    if (versionId === undefined) return undefined;
    Object.assign(done, { wrote: true, versionId });
  }
  if (what.includes('tags')) {
    const command = new TagResourceCommand({ SecretId: arn, Tags: awsTags(change.tags) });
    await step('TagResource', () => ask(() => secretsManager.send(command)));
    done.wrote = true;
  }
  if (what.includes('replicas')) {
    await replicate(arn, change.replicas, context);
    done.wrote = true;
  }
  return { change, arn, versionId };
}

async function updateMetadata(
  arn: string,
  what: readonly string[],
  { policy, context }: { policy: SyncPolicy; context: SecretsContext },
): Promise<void> {
  const command = new UpdateSecretCommand({
    SecretId: arn,
    ...(what.includes('description') ? { Description: policy.description } : {}),
    ...(what.includes('kms-key') ? { KmsKeyId: policy.kmsKeyId } : {}),
  });
  await step('UpdateSecret', () => context.ask(() => context.secretsManager.send(command)));
}

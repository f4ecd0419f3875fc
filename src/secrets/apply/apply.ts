import pLimit from 'p-limit';
import type { SecretsContext } from '../api.ts';
import { ItemFailure, type ItemReason, reasonOf, unexpected } from '../item-failure.ts';
import type { Action, Change, SyncPolicy } from '../plan/change.ts';
import { NOT_AFTER_FAILURE, type SyncPlan, type SyncSpec } from '../plan/plan.ts';
import { prune } from './prune.ts';
import { awaitReplicas } from './replication.ts';
import { write } from './write.ts';

/** The result for one secret. */
export type Result = {
  readonly name: string;
  readonly action: Action;
  readonly failure: ItemReason | undefined;
  readonly arn: string;
  readonly versionId: string;
  /** True if anything was written or deleted, also if something failed afterwards. */
  readonly wrote: boolean;
  /** True if AWS has yet to copy it to other regions. */
  readonly copying: boolean;
};

/**
 * Applies the plan. A secret that fails does not stop the others, but then nothing is deleted.
 * @returns the result for each secret, in the plan's order
 */
export async function applySync(plan: SyncPlan, spec: SyncSpec, context: SecretsContext): Promise<Result[]> {
  const limit = pLimit(spec.writers);
  const writes = plan.changes.filter(({ action }) => action !== 'prune');
  const written = await Promise.all(
    writes.map((change) => limit(() => outcome(change, () => writeOne(change, spec, context)))),
  );
  const replicated = await Promise.all(written.map((result) => limit(() => awaitCopies(result, spec, context))));
  const prunes = plan.changes.filter(({ action }) => action === 'prune');
  const held =
    plan.pruneRefused ?? (replicated.some(({ failure }) => failure !== undefined) ? NOT_AFTER_FAILURE : undefined);
  const pruned = prunes.map((change) => limit(() => outcome(change, () => pruneOne(change, held, { spec, context }))));
  return [...replicated, ...(await Promise.all(pruned))];
}

async function outcome(change: Change, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    const written =
      error instanceof ItemFailure && error.written !== undefined ? { ...error.written, wrote: true } : {};
    return { ...blankResult(change), failure: reasonOf(error), ...written };
  }
}

function blankResult({ name, action, actual }: Change): Result {
  return {
    name,
    action,
    failure: undefined,
    arn: actual?.arn ?? '',
    versionId: actual?.versionId ?? '',
    copying: false,
    wrote: false,
  };
}

async function writeOne(change: Change, { policy }: SyncSpec, context: SecretsContext): Promise<Result> {
  if (change.action === 'refuse') throw new ItemFailure(change.because ?? unexpected('it must not be written'));
  if (change.action === 'skip') return blankResult(change);
  if (change.action === 'unchanged') return { ...blankResult(change), copying: isCopying(change, policy) };
  const written = await write(change, policy, context);
  return {
    name: change.name,
    action: written.change.action,
    failure: undefined,
    arn: written.arn,
    versionId: written.versionId ?? '',
    wrote: written.wrote,
    copying: written.change.replicas.length > 0 || isCopying(written.change, policy),
  };
}

/** True if an earlier run requested copies that are not in sync yet. */
function isCopying({ actual }: Change, { replicas }: SyncPolicy): boolean {
  return replicas.some(({ region }) =>
    actual?.replicas?.some((replica) => replica.region === region && replica.status !== 'InSync'),
  );
}

/** Waits for the copies of a secret. */
async function awaitCopies(result: Result, spec: SyncSpec, context: SecretsContext): Promise<Result> {
  if (!result.copying) return result;
  try {
    await awaitReplicas(result.arn, spec.policy.replicas, context);
    return result;
  } catch (error) {
    return { ...result, failure: reasonOf(error) };
  }
}

type Pruning = { readonly spec: SyncSpec; readonly context: SecretsContext };

async function pruneOne(change: Change, held: ItemReason | undefined, { spec, context }: Pruning): Promise<Result> {
  if (held !== undefined || spec.prune === undefined) throw new ItemFailure(held ?? unexpected('`prune` is off'));
  const { deletion } = spec.prune;
  const wasDeleted = await prune(change.actual?.arn ?? change.name, { policy: spec.policy, deletion }, context);
  return { ...blankResult(change), action: wasDeleted ? 'prune' : 'unchanged', wrote: wasDeleted };
}

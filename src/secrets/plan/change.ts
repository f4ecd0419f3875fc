import type { ActualSecret } from '../actual/actual.ts';
import type { DesiredSecret } from '../desired/desired.ts';
import type { ItemReason } from '../item-failure.ts';
import { MODE_TAG, OWNER_TAG } from '../owner.ts';
import type { NewValue } from './value-diff.ts';

/** A region that gets a copy, and the KMS key for it. */
export type DesiredReplica = { readonly region: string; readonly kmsKeyId: string | undefined };

/** What the inputs allow the sync to do, and the desired state of secrets except their values. */
export type SyncPolicy = {
  readonly owner: string;
  readonly mode: 'json' | 'per-key';
  readonly region: string;
  readonly adopt: 'never' | 'same-value' | 'always';
  readonly onDeleted: 'restore' | 'error';
  readonly unknownKeys: 'remove' | 'keep';
  /** `undefined`: left as it is. */
  readonly description: string | undefined;
  /** `undefined`: left as it is. */
  readonly kmsKeyId: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly replicas: readonly DesiredReplica[];
};

/**
 * `adopt`: take over a foreign secret. `skip`: the source's value is empty. `refuse`: the inputs or the state of the secret do not allow
 * a write. `prune`: delete an own secret that is not in the source.
 */
export type Action = 'create' | 'update' | 'adopt' | 'restore' | 'unchanged' | 'skip' | 'refuse' | 'prune';

/** What a sync does with one secret. `next`, and the values in `desired`, must not be printed. */
export type Change = {
  readonly name: string;
  readonly action: Action;
  /** Why it is refused, skipped, or not deleted. */
  readonly because: ItemReason | undefined;
  readonly desired: DesiredSecret | undefined;
  /** As the plan read it, without its value. */
  readonly actual: ActualSecret | undefined;
  /** The parts that differ: `value`, `format` (the value is not a JSON object), `description`, `kms-key`, `tags`, `replicas`. */
  readonly what: readonly string[];
  /** The names of a JSON secret's keys that differ. */
  readonly keys: NewValue['keys'];
  /** Reading it failed, so what it needs is not known. */
  readonly unseen: boolean;
  /** The secret's new text; `undefined` when it stays. */
  readonly next: string | undefined;
  /** Only tags that are missing or differ: AWS checks the role's permissions for each tag that is sent. */
  readonly tags: Readonly<Record<string, string>>;
  readonly replicas: readonly DesiredReplica[];
  /** Why the whole sync is impossible. Known before anything is written. */
  readonly problem: ItemReason | undefined;
};

/** True if the secret has this owner's tag. */
export function isOwn(actual: ActualSecret, policy: { readonly owner: string }): boolean {
  return actual.tags[OWNER_TAG] === policy.owner;
}

/** True if `prune` may delete the secret when it is not in the source: an own secret of `mode: per-key`. */
export function isPrunable(actual: ActualSecret, policy: SyncPolicy): boolean {
  return isOwn(actual, policy) && actual.tags[MODE_TAG] === 'per-key' && !actual.deleted;
}

/** The change for an own secret that is not in the source. */
export function pruneOf(actual: ActualSecret, policy: SyncPolicy): Change {
  const because = managedElsewhere(actual, policy);
  return { ...blankChange(undefined, actual), action: because === undefined ? 'prune' : 'refuse', because };
}

/** The change for a secret that could not be read. */
export function unreadableChange(desired: DesiredSecret, because: ItemReason): Change {
  return { ...blankChange(desired, undefined), action: 'refuse', because, unseen: true };
}

/** A change that does nothing. */
export function blankChange(desired: DesiredSecret | undefined, actual: ActualSecret | undefined): Change {
  return {
    name: desired?.name ?? actual?.name ?? '',
    action: 'unchanged',
    because: undefined,
    desired,
    actual: actual && { ...actual, value: { kind: 'none' } },
    what: [],
    keys: undefined,
    unseen: false,
    next: undefined,
    tags: {},
    replicas: [],
    problem: undefined,
  };
}

/** Why no sync may write the secret: something else manages it. `undefined`: nothing else does. */
export function managedElsewhere(actual: ActualSecret, policy: SyncPolicy): ItemReason | undefined {
  const code = 'managed-elsewhere';
  if (actual.owningService !== undefined) {
    return { code, sentence: `the AWS service ${actual.owningService} manages it` };
  }
  if (actual.rotating) return { code, sentence: 'its rotation is enabled: a Lambda function writes it' };
  if (actual.primaryRegion !== undefined && actual.primaryRegion !== policy.region) {
    return { code, sentence: `it is a replica here; its primary is in ${actual.primaryRegion}` };
  }
  return undefined;
}

/** Why the inputs do not let the sync write the secret; `undefined` when they do. */
export function notAllowed(actual: ActualSecret, policy: SyncPolicy): ItemReason | undefined {
  if (!isOwn(actual, policy)) {
    const owner = actual.tags[OWNER_TAG];
    const ownership = owner === undefined ? `exists and no sync made it (no tag ${OWNER_TAG})` : `is owned by ${owner}`;
    if (actual.deleted) {
      return { code: 'scheduled-for-deletion', sentence: `it ${ownership}, and is scheduled for deletion` };
    }
    if (policy.adopt !== 'never') return undefined;
    return { code: 'foreign', sentence: `it ${ownership}, and \`adopt\` is \`never\`` };
  }
  return actual.deleted && policy.onDeleted === 'error'
    ? { code: 'scheduled-for-deletion', sentence: 'it is scheduled for deletion, and `on-deleted` is `error`' }
    : undefined;
}

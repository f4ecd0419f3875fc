import type { ActualSecret } from '../actual/actual.ts';
import type { DesiredSecret } from '../desired/desired.ts';
import type { ItemReason } from '../item-failure.ts';
import { MODE_TAG, OWNER_TAG } from '../owner.ts';
import type { NewValue } from './value-diff.ts';

/** A region that is to have a copy, and the key it is encrypted with there. */
export type DesiredReplica = { readonly region: string; readonly kmsKeyId: string | undefined };

/** What the user lets the sync do, and how secrets are to be beside their values. */
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
 * `adopt`: make a secret ours that was not. `skip`: the source's value is empty. `refuse`: the user did not allow it, or AWS would not.
 * `prune`: ours, and the source has it no more.
 */
export type Action = 'create' | 'update' | 'adopt' | 'restore' | 'unchanged' | 'skip' | 'refuse' | 'prune';

/** What one secret needs. Its new text (`next`) and the values in `wanted` must not be printed. */
export type Change = {
  readonly name: string;
  readonly action: Action;
  /** Why it is refused, skipped, or not deleted. */
  readonly because: ItemReason | undefined;
  readonly desired: DesiredSecret | undefined;
  /** As the plan found it, without its value. */
  readonly actual: ActualSecret | undefined;
  /** `value`, `format` (it held no JSON object), `description`, `kms-key`, `tags`, `replicas`: what differs. */
  readonly what: readonly string[];
  /** Of a JSON secret: its keys that differ, by name. */
  readonly keys: NewValue['keys'];
  /** AWS did not let us see it, so nothing is known of what it needs. */
  readonly unseen: boolean;
  /** The secret's new text; `undefined` when it stays. */
  readonly next: string | undefined;
  /** Only those that are missing or differ: AWS checks a role's rights on each tag that is sent. */
  readonly tags: Readonly<Record<string, string>>;
  readonly replicas: readonly DesiredReplica[];
  /** What makes the whole sync impossible, known before anything is written. */
  readonly problem: ItemReason | undefined;
};

/** True when a secret carries this very owner's mark. */
export function isOwn(actual: ActualSecret, policy: { readonly owner: string }): boolean {
  return actual.tags[OWNER_TAG] === policy.owner;
}

/** True when a secret is one of this sync's, made for one key: what the source has no more of these may go. */
export function isPrunable(actual: ActualSecret, policy: SyncPolicy): boolean {
  return isOwn(actual, policy) && actual.tags[MODE_TAG] === 'per-key' && !actual.deleted;
}

/** A secret of ours that the source has no more. */
export function pruneOf(actual: ActualSecret, policy: SyncPolicy): Change {
  const because = managedElsewhere(actual, policy);
  return { ...blankChange(undefined, actual), action: because === undefined ? 'prune' : 'refuse', because };
}

/** What a secret that could not be looked at gets: nothing. */
export function unreadableChange(desired: DesiredSecret, because: ItemReason): Change {
  return { ...blankChange(desired, undefined), action: 'refuse', because, unseen: true };
}

/** A change that is nothing by itself. */
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

/** Why no sync may write the secret: something else does. `undefined`: nothing else writes it. */
export function managedElsewhere(actual: ActualSecret, policy: SyncPolicy): ItemReason | undefined {
  const code = 'managed-elsewhere';
  if (actual.owningService !== undefined) {
    return { code, sentence: `the AWS service ${actual.owningService} manages it` };
  }
  if (actual.rotating) return { code, sentence: 'its rotation is on: a Lambda function writes it' };
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

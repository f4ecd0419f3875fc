import { MAX_TAGS } from '../../aws/tags.ts';
import type { ActualSecret } from '../actual/actual.ts';
import { type DesiredSecret, fitsSecret, isBlank, MAX_SECRET_BYTES } from '../desired/desired.ts';
import { MODE_TAG, OWNER_TAG } from '../owner.ts';
import { isSameKey } from './kms-key.ts';
import { type NewValue, newValue } from './value-diff.ts';

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
  /** Why it is refused or skipped. */
  readonly because: string | undefined;
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
  readonly problem: string | undefined;
};

/** True when a secret carries this very owner's mark. */
export function isOwn(actual: ActualSecret, policy: { readonly owner: string }): boolean {
  return actual.tags[OWNER_TAG] === policy.owner;
}

/** What one wanted secret needs, given what AWS has under its name. Pure: nothing is asked, nothing is written. */
export function changeOf(desired: DesiredSecret, actual: ActualSecret | undefined, policy: SyncPolicy): Change {
  const blank = blankChange(desired, actual);
  if (isBlank(desired)) {
    return { ...blank, action: 'skip', because: 'the source’s value is empty, which AWS cannot hold' };
  }
  if (actual === undefined) {
    const { next, keys } = newValue(desired.content, { kind: 'none' }, 'remove');
    return { ...blank, action: 'create', next, keys, tags: tagsOf(policy), replicas: policy.replicas };
  }
  const refusal = unwritable(actual, policy) ?? notAllowed(actual, policy);
  if (refusal !== undefined) return { ...blank, action: 'refuse', because: refusal };
  if (actual.deleted) return { ...blank, action: 'restore' };
  if (actual.value.kind === 'unread')
    return { ...blank, action: 'refuse', because: actual.value.because, unseen: true };
  return differences(desired, actual, policy);
}

/** True when a secret is one of this sync's, made for one key: what the source has no more of these may go. */
export function isPrunable(actual: ActualSecret, policy: SyncPolicy): boolean {
  return isOwn(actual, policy) && actual.tags[MODE_TAG] === 'per-key' && !actual.deleted;
}

/** A secret of ours that the source has no more. */
export function pruneOf(actual: ActualSecret, policy: SyncPolicy): Change {
  const because = unwritable(actual, policy);
  return { ...blankChange(undefined, actual), action: because === undefined ? 'prune' : 'refuse', because };
}

/** What a secret that could not be looked at gets: nothing. */
export function unreadableChange(desired: DesiredSecret, because: string): Change {
  return { ...blankChange(desired, undefined), action: 'refuse', because, unseen: true };
}

function blankChange(desired: DesiredSecret | undefined, actual: ActualSecret | undefined): Change {
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

/** What no owner may write to. */
function unwritable(actual: ActualSecret, policy: SyncPolicy): string | undefined {
  if (actual.owningService !== undefined) return `the AWS service ${actual.owningService} manages it`;
  if (actual.rotating) return 'its rotation is on: a Lambda function writes it';
  if (actual.primaryRegion !== undefined && actual.primaryRegion !== policy.region) {
    return `it is a replica here; its primary is in ${actual.primaryRegion}`;
  }
  return undefined;
}

function notAllowed(actual: ActualSecret, policy: SyncPolicy): string | undefined {
  if (!isOwn(actual, policy)) {
    const owner = actual.tags[OWNER_TAG];
    const whose = owner === undefined ? `exists and no sync made it (no tag ${OWNER_TAG})` : `is owned by ${owner}`;
    if (actual.deleted) return `it ${whose}, and is scheduled for deletion`;
    return policy.adopt === 'never' ? `it ${whose}, and \`adopt\` is \`never\`` : undefined;
  }
  return actual.deleted && policy.onDeleted === 'error'
    ? 'it is scheduled for deletion, and `on-deleted` is `error`'
    : undefined;
}

function differences(desired: DesiredSecret, actual: ActualSecret, policy: SyncPolicy): Change {
  const own = isOwn(actual, policy);
  const blank = blankChange(desired, actual);
  if (!own && policy.adopt === 'same-value' && newValue(desired.content, actual.value, 'remove').next !== undefined) {
    return { ...blank, action: 'refuse', because: 'it is not ours and its value differs; `adopt` is `same-value`' };
  }
  // A stranger's keys are not thrown away on the very run that makes the secret ours.
  return withValue(desired, actual, policy, newValue(desired.content, actual.value, own ? policy.unknownKeys : 'keep'));
}

/**
 * The same change in the light of a newer description; `undefined` when what the values' comparison rests on has changed since, so
 * that the secret must be read again.
 */
export function refreshed(change: Change, described: ActualSecret, policy: SyncPolicy): Change | undefined {
  const { desired, actual, next, keys, what } = change;
  if (desired === undefined || actual === undefined || unwritable(described, policy) !== undefined) return undefined;
  const same = described.versionId === actual.versionId && isOwn(described, policy) === isOwn(actual, policy);
  // Of one that was scheduled for deletion no value was ever read.
  return same && !described.deleted && !actual.deleted
    ? withValue(desired, described, policy, { next, keys, reformatted: what.includes('format') })
    : undefined;
}

function withValue(
  desired: DesiredSecret,
  actual: ActualSecret,
  policy: SyncPolicy,
  { next, keys, reformatted }: NewValue,
): Change {
  const tags = tagsToSet(actual, policy);
  const replicas = policy.replicas.filter(({ region }) => needsReplica(actual, region));
  const what = [
    ...(next === undefined ? [] : reformatted ? ['value', 'format'] : ['value']),
    ...(differs(policy.description, actual.description) ? ['description'] : []),
    ...(policy.kmsKeyId !== undefined && !isSameKey(policy.kmsKeyId, actual.kmsKeyId, actual.arn) ? ['kms-key'] : []),
    ...(Object.keys(tags).length === 0 ? [] : ['tags']),
    ...(replicas.length === 0 ? [] : ['replicas']),
  ];
  const action = !isOwn(actual, policy) ? 'adopt' : what.length === 0 ? 'unchanged' : 'update';
  const problem = problemOf(actual, next, tags);
  return { ...blankChange(desired, actual), action, what, keys, next, tags, replicas, problem };
}

function differs(desired: string | undefined, actual: string): boolean {
  return desired !== undefined && desired !== actual;
}

function tagsOf({ tags, owner, mode }: SyncPolicy): Record<string, string> {
  return { ...tags, [OWNER_TAG]: owner, [MODE_TAG]: mode };
}

function tagsToSet(actual: ActualSecret, policy: SyncPolicy): Record<string, string> {
  return Object.fromEntries(Object.entries(tagsOf(policy)).filter(([key, value]) => actual.tags[key] !== value));
}

/** A replica that is not there, or whose making failed and is asked for anew. */
function needsReplica(actual: ActualSecret, region: string): boolean {
  const replica = actual.replicas?.find((each) => each.region === region);
  return actual.replicas !== undefined && (replica === undefined || replica.status === 'Failed');
}

/** What AWS would refuse, seen only now that both sides are known. */
function problemOf(
  actual: ActualSecret,
  next: string | undefined,
  tags: Readonly<Record<string, string>>,
): string | undefined {
  if (next !== undefined && !fitsSecret(next)) {
    return `${actual.name}: with the keys that stay in it, the secret would be more than AWS takes, ${MAX_SECRET_BYTES} bytes`;
  }
  // AWS's own tags do not count (AWS: Tag naming limits and requirements).
  const users = Object.keys(actual.tags).filter((key) => !key.startsWith('aws:'));
  const count = new Set([...users, ...Object.keys(tags)]).size;
  return count > MAX_TAGS ? `${actual.name}: it would have ${count} tags; AWS allows ${MAX_TAGS}` : undefined;
}

import { MAX_TAGS } from '../../aws/tags.ts';
import type { ActualSecret } from '../actual/actual.ts';
import { type DesiredSecret, fitsSecret, isBlank, MAX_SECRET_BYTES } from '../desired/desired.ts';
import type { ItemReason } from '../item-failure.ts';
import { MODE_TAG, OWNER_TAG } from '../owner.ts';
import { blankChange, type Change, isOwn, managedElsewhere, notAllowed, type SyncPolicy } from './change.ts';
import { isSameKey } from './kms-key.ts';
import { type NewValue, newValue } from './value-diff.ts';

/** The change that one desired secret needs, given the secret of that name in AWS. Makes no calls. */
export function changeOf(desired: DesiredSecret, actual: ActualSecret | undefined, policy: SyncPolicy): Change {
  const blank = blankChange(desired, actual);
  if (isBlank(desired)) {
    return { ...blank, action: 'skip', because: EMPTY_VALUE };
  }
  if (actual === undefined) {
    const { next, keys } = newValue(desired.content, { kind: 'none' }, 'remove');
    return { ...blank, action: 'create', next, keys, tags: tagsOf(policy), replicas: policy.replicas };
  }
  const refusal = managedElsewhere(actual, policy) ?? notAllowed(actual, policy);
  if (refusal !== undefined) return { ...blank, action: 'refuse', because: refusal };
  if (actual.deleted) return { ...blank, action: 'restore' };
  if (actual.value.kind === 'unread')
    return { ...blank, action: 'refuse', because: actual.value.because, unseen: true };
  return differences(desired, actual, policy);
}

const EMPTY_VALUE: ItemReason = {
  code: 'empty-value',
  sentence: 'the source’s value is empty, which AWS cannot hold',
};

const VALUE_DIFFERS: ItemReason = {
  code: 'foreign',
  sentence: 'it is not this sync’s own and its value differs; `adopt` is `same-value`',
};

function differences(desired: DesiredSecret, actual: ActualSecret, policy: SyncPolicy): Change {
  const own = isOwn(actual, policy);
  const blank = blankChange(desired, actual);
  if (!own && policy.adopt === 'same-value' && newValue(desired.content, actual.value, 'remove').next !== undefined) {
    return { ...blank, action: 'refuse', because: VALUE_DIFFERS };
  }
  // The run that adopts a secret does not remove its other keys.
  const value = newValue(desired.content, actual.value, own ? policy.unknownKeys : 'keep');
  return withValue({ desired, actual }, policy, value);
}

/**
 * The change, updated from a newer description. `undefined` if version or owner have changed since, so that the secret must be read
 * again.
 */
export function refreshed(change: Change, described: ActualSecret, policy: SyncPolicy): Change | undefined {
  const { desired, actual, next, keys, what } = change;
  if (desired === undefined || actual === undefined || managedElsewhere(described, policy) !== undefined)
    return undefined;
  const same = described.versionId === actual.versionId && isOwn(described, policy) === isOwn(actual, policy);
  // The value of a secret that was scheduled for deletion was not read.
  return same && !described.deleted && !actual.deleted
    ? withValue({ desired, actual: described }, policy, { next, keys, reformatted: what.includes('format') })
    : undefined;
}

type BothSides = { readonly desired: DesiredSecret; readonly actual: ActualSecret };

function withValue({ desired, actual }: BothSides, policy: SyncPolicy, value: NewValue): Change {
  const { next, keys, reformatted } = value;
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

/** True if the replica is missing or failed. */
function needsReplica(actual: ActualSecret, region: string): boolean {
  const replica = actual.replicas?.find((each) => each.region === region);
  return actual.replicas !== undefined && (replica === undefined || replica.status === 'Failed');
}

/** What AWS would refuse, and what only both sides together show. */
function problemOf(
  actual: ActualSecret,
  next: string | undefined,
  tags: Readonly<Record<string, string>>,
): ItemReason | undefined {
  if (next !== undefined && !fitsSecret(next)) {
    const sentence = `${actual.name}: with the keys that stay in it, the secret would exceed AWS’s limit of ${MAX_SECRET_BYTES} bytes`;
    return { code: 'too-large', sentence };
  }
  // Tags of AWS do not count (https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html).
  const existing = Object.keys(actual.tags).filter((key) => !key.startsWith('aws:'));
  const count = new Set([...existing, ...Object.keys(tags)]).size;
  if (count <= MAX_TAGS) return undefined;
  return { code: 'too-many-tags', sentence: `${actual.name}: it would have ${count} tags; AWS allows ${MAX_TAGS}` };
}

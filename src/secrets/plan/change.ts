import { MAX_TAGS } from '../../aws/tags.ts';
import type { Found } from '../actual/actual.ts';
import { fitsSecret, isBlank, MAX_SECRET_BYTES, type Wanted } from '../desired/desired.ts';
import { MODE_TAG, OWNER_TAG } from '../owner.ts';
import { isSameKey } from './kms-key.ts';
import { type NewValue, newValue } from './value-diff.ts';

/** A region that is to have a copy, and the key it is encrypted with there. */
export type WantedReplica = { readonly region: string; readonly kmsKeyId: string | undefined };

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
  readonly replicas: readonly WantedReplica[];
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
  readonly wanted: Wanted | undefined;
  /** As the plan found it, without its value. */
  readonly found: Found | undefined;
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
  readonly replicas: readonly WantedReplica[];
  /** What makes the whole sync impossible, known before anything is written. */
  readonly problem: string | undefined;
};

/** True when a secret carries this very owner's mark. */
export function isOwn(found: Found, policy: { readonly owner: string }): boolean {
  return found.tags[OWNER_TAG] === policy.owner;
}

/** What one wanted secret needs, given what AWS has under its name. Pure: nothing is asked, nothing is written. */
export function changeOf(wanted: Wanted, found: Found | undefined, policy: SyncPolicy): Change {
  const blank = blankChange(wanted, found);
  if (isBlank(wanted)) {
    return { ...blank, action: 'skip', because: 'the source’s value is empty, which AWS cannot hold' };
  }
  if (found === undefined) {
    const { next, keys } = newValue(wanted.content, { kind: 'none' }, 'remove');
    return { ...blank, action: 'create', next, keys, tags: tagsOf(policy), replicas: policy.replicas };
  }
  const refusal = unwritable(found, policy) ?? notAllowed(found, policy);
  if (refusal !== undefined) return { ...blank, action: 'refuse', because: refusal };
  if (found.deleted) return { ...blank, action: 'restore' };
  if (found.value.kind === 'unread') return { ...blank, action: 'refuse', because: found.value.because, unseen: true };
  return differences(wanted, found, policy);
}

/** True when a secret is one of this sync's, made for one key: what the source has no more of these may go. */
export function isPrunable(found: Found, policy: SyncPolicy): boolean {
  return isOwn(found, policy) && found.tags[MODE_TAG] === 'per-key' && !found.deleted;
}

/** A secret of ours that the source has no more. */
export function pruneOf(found: Found, policy: SyncPolicy): Change {
  const because = unwritable(found, policy);
  return { ...blankChange(undefined, found), action: because === undefined ? 'prune' : 'refuse', because };
}

/** What a secret that could not be looked at gets: nothing. */
export function refused(wanted: Wanted, because: string): Change {
  return { ...blankChange(wanted, undefined), action: 'refuse', because, unseen: true };
}

function blankChange(wanted: Wanted | undefined, found: Found | undefined): Change {
  return {
    name: wanted?.name ?? found?.name ?? '',
    action: 'unchanged',
    because: undefined,
    wanted,
    found: found && { ...found, value: { kind: 'none' } },
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
function unwritable(found: Found, policy: SyncPolicy): string | undefined {
  if (found.owningService !== undefined) return `the AWS service ${found.owningService} manages it`;
  if (found.rotating) return 'its rotation is on: a Lambda function writes it';
  if (found.primaryRegion !== undefined && found.primaryRegion !== policy.region) {
    return `it is a replica here; its primary is in ${found.primaryRegion}`;
  }
  return undefined;
}

function notAllowed(found: Found, policy: SyncPolicy): string | undefined {
  if (!isOwn(found, policy)) {
    const owner = found.tags[OWNER_TAG];
    const whose = owner === undefined ? `exists and no sync made it (no tag ${OWNER_TAG})` : `is owned by ${owner}`;
    if (found.deleted) return `it ${whose}, and is scheduled for deletion`;
    return policy.adopt === 'never' ? `it ${whose}, and \`adopt\` is \`never\`` : undefined;
  }
  return found.deleted && policy.onDeleted === 'error'
    ? 'it is scheduled for deletion, and `on-deleted` is `error`'
    : undefined;
}

function differences(wanted: Wanted, found: Found, policy: SyncPolicy): Change {
  const own = isOwn(found, policy);
  const blank = blankChange(wanted, found);
  if (!own && policy.adopt === 'same-value' && newValue(wanted.content, found.value, 'remove').next !== undefined) {
    return { ...blank, action: 'refuse', because: 'it is not ours and its value differs; `adopt` is `same-value`' };
  }
  // A stranger's keys are not thrown away on the very run that makes the secret ours.
  return withValue(wanted, found, policy, newValue(wanted.content, found.value, own ? policy.unknownKeys : 'keep'));
}

/**
 * The same change in the light of a newer description; `undefined` when what the values' comparison rests on has changed since, so
 * that the secret must be read again.
 */
export function refreshed(change: Change, described: Found, policy: SyncPolicy): Change | undefined {
  const { wanted, found, next, keys, what } = change;
  if (wanted === undefined || found === undefined || unwritable(described, policy) !== undefined) return undefined;
  const same = described.versionId === found.versionId && isOwn(described, policy) === isOwn(found, policy);
  // Of one that was scheduled for deletion no value was ever read.
  return same && !described.deleted && !found.deleted
    ? withValue(wanted, described, policy, { next, keys, reformatted: what.includes('format') })
    : undefined;
}

function withValue(wanted: Wanted, found: Found, policy: SyncPolicy, { next, keys, reformatted }: NewValue): Change {
  const tags = tagsToSet(found, policy);
  const replicas = policy.replicas.filter(({ region }) => needsReplica(found, region));
  const what = [
    ...(next === undefined ? [] : reformatted ? ['value', 'format'] : ['value']),
    ...(differs(policy.description, found.description) ? ['description'] : []),
    ...(policy.kmsKeyId !== undefined && !isSameKey(policy.kmsKeyId, found.kmsKeyId, found.arn) ? ['kms-key'] : []),
    ...(Object.keys(tags).length === 0 ? [] : ['tags']),
    ...(replicas.length === 0 ? [] : ['replicas']),
  ];
  const action = !isOwn(found, policy) ? 'adopt' : what.length === 0 ? 'unchanged' : 'update';
  const problem = problemOf(found, next, tags);
  return { ...blankChange(wanted, found), action, what, keys, next, tags, replicas, problem };
}

function differs(wanted: string | undefined, found: string): boolean {
  return wanted !== undefined && wanted !== found;
}

function tagsOf({ tags, owner, mode }: SyncPolicy): Record<string, string> {
  return { ...tags, [OWNER_TAG]: owner, [MODE_TAG]: mode };
}

function tagsToSet(found: Found, policy: SyncPolicy): Record<string, string> {
  return Object.fromEntries(Object.entries(tagsOf(policy)).filter(([key, value]) => found.tags[key] !== value));
}

/** A replica that is not there, or whose making failed and is asked for anew. */
function needsReplica(found: Found, region: string): boolean {
  const replica = found.replicas?.find((each) => each.region === region);
  return found.replicas !== undefined && (replica === undefined || replica.status === 'Failed');
}

/** What AWS would refuse, seen only now that both sides are known. */
function problemOf(found: Found, next: string | undefined, tags: Readonly<Record<string, string>>): string | undefined {
  if (next !== undefined && !fitsSecret(next)) {
    return `${found.name}: with the keys that stay in it, the secret would be more than AWS takes, ${MAX_SECRET_BYTES} bytes`;
  }
  // AWS's own tags do not count (AWS: Tag naming limits and requirements).
  const users = Object.keys(found.tags).filter((key) => !key.startsWith('aws:'));
  const count = new Set([...users, ...Object.keys(tags)]).size;
  return count > MAX_TAGS ? `${found.name}: it would have ${count} tags; AWS allows ${MAX_TAGS}` : undefined;
}

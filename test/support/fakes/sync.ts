import type { ActualSecret } from '../../../src/secrets/actual/actual.ts';
import type { Content, DesiredSecret } from '../../../src/secrets/desired/desired.ts';
import type { ItemReason, ReasonCode } from '../../../src/secrets/item-failure.ts';
import type { Change, SyncPolicy } from '../../../src/secrets/plan/change.ts';
import type { SyncSpec } from '../../../src/secrets/plan/plan.ts';
import { secretArn } from './secrets-manager.ts';

export const OWNER = 'repo:42/env:-/id:default';
/** The tags that make a secret our own, made for one key. */
export const OWN = { 'sync:owner': OWNER, 'sync:mode': 'per-key' };

/** A policy that allows the least. */
export function policy(about: Partial<SyncPolicy> = {}): SyncPolicy {
  return {
    owner: OWNER,
    mode: 'per-key',
    region: 'eu-central-1',
    adopt: 'never',
    onDeleted: 'restore',
    unknownKeys: 'remove',
    description: undefined,
    kmsKeyId: undefined,
    tags: {},
    replicas: [],
    ...about,
  };
}

/** A whole sync of these secrets. */
export function spec(desired: readonly DesiredSecret[], about: Partial<SyncSpec> = {}): SyncSpec {
  return { desired, policy: policy(), prune: undefined, writers: 5, ...about };
}

/** A secret that is to hold this text, or nothing where the text is empty. */
export function plain(name: string, value = 'new'): DesiredSecret {
  const content: Content = value === '' ? { kind: 'nothing' } : { kind: 'text', value };
  return { name, content };
}

/** A secret that is to hold these keys. */
export function json(
  name: string,
  values: Readonly<Record<string, string>>,
  empty: readonly string[] = [],
): DesiredSecret {
  return { name, content: { kind: 'json', values: new Map(Object.entries(values)), empty } };
}

/** A secret of our own in AWS. */
export function actual(about: Partial<ActualSecret> = {}): ActualSecret {
  const { name = 'app' } = about;
  return {
    name,
    arn: secretArn(name),
    tags: OWN,
    description: '',
    kmsKeyId: undefined,
    rotating: false,
    owningService: undefined,
    primaryRegion: undefined,
    deleted: false,
    replicas: [],
    versionId: 'v1',
    value: { kind: 'text', text: 'old' },
    ...about,
  };
}

/** A reason of this sentence. */
export function reason(sentence: string, code: ReasonCode = 'unexpected'): ItemReason {
  return { code, sentence };
}

/** A change that does nothing. */
export function change(about: Partial<Change> = {}): Change {
  return {
    name: 'app',
    action: 'unchanged',
    because: undefined,
    desired: undefined,
    actual: undefined,
    what: [],
    keys: undefined,
    unseen: false,
    next: undefined,
    tags: {},
    replicas: [],
    problem: undefined,
    ...about,
  };
}

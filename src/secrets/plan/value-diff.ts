import type { ActualValue } from '../actual/actual.ts';
import type { Content } from '../desired/desired.ts';
import { type JsonObject, jsonSecretText, parseJsonSecret } from '../json-secret.ts';

/** The names of a JSON secret's keys: those that differ, and those that stay. */
export type KeyNames = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Empty in the source: they stay as they are in AWS. */
  readonly empty: readonly string[];
  /** Not in the source, and kept on this run. */
  readonly kept: readonly string[];
};

/** A secret's new text, `undefined` if it does not change; for a JSON secret, what changes for its keys. */
export type NewValue = {
  readonly next: string | undefined;
  readonly keys: KeyNames | undefined;
  /** True if a JSON object replaces a value that is not a JSON object. */
  readonly reformatted: boolean;
};

/** Compares the desired value with the actual one. JSON is compared after parsing: the order of keys does not count. */
export function newValue(content: Content, actual: ActualValue, unknownKeys: 'remove' | 'keep'): NewValue {
  switch (content.kind) {
    case 'nothing':
      return { next: undefined, keys: undefined, reformatted: false };
    case 'text': {
      const same = actual.kind === 'text' && actual.text === content.value;
      return { next: same ? undefined : content.value, keys: undefined, reformatted: false };
    }
    case 'json': {
      const members = actual.kind === 'text' ? parseJsonSecret(actual.text) : undefined;
      return {
        ...newMembers(content, members, unknownKeys),
        reformatted: members === undefined && actual.kind !== 'none',
      };
    }
  }
}

function newMembers(
  content: Extract<Content, { kind: 'json' }>,
  members: JsonObject | undefined,
  unknownKeys: 'remove' | 'keep',
): Omit<NewValue, 'reformatted'> {
  const before: JsonObject = members ?? new Map();
  const isKnown = (key: string) => content.values.has(key) || content.empty.includes(key);
  const unknown = [...before.keys()].filter((key) => !isKnown(key));
  const removed = unknownKeys === 'keep' ? [] : unknown;
  const kept = unknownKeys === 'keep' ? unknown : [];
  const added = [...content.values.keys()].filter((key) => !before.has(key));
  const changed = [...content.values].filter(([key, value]) => before.has(key) && before.get(key) !== value);
  const keys = { added, changed: changed.map(([key]) => key), removed, empty: content.empty, kept };
  if (members !== undefined && added.length + changed.length + removed.length === 0) return { next: undefined, keys };
  const staying = [...before].filter(([key]) => !removed.includes(key));
  return { next: jsonSecretText(new Map([...staying, ...content.values])), keys };
}

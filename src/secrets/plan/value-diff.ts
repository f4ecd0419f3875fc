import type { ActualValue } from '../actual/actual.ts';
import type { Content } from '../desired/desired.ts';
import { type JsonObject, jsonSecretText, parseJsonSecret } from '../json-secret.ts';

/** Names of a JSON secret's keys: those that differ, and those left because the source's value is empty. */
export type KeyNames = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly empty: readonly string[];
  /** Not in the source, and left for now. */
  readonly kept: readonly string[];
};

/** A secret's new text, `undefined` when it may stay; and of a JSON secret what that means for its keys. */
export type NewValue = {
  readonly next: string | undefined;
  readonly keys: KeyNames | undefined;
  /** Whether something that is no JSON object gives way to one. */
  readonly reformatted: boolean;
};

/** Compares what is wanted with what is there: texts as they stand, JSON after parsing, so that the order of keys does not count. */
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
  const spared = unknownKeys === 'keep' ? unknown : [];
  const added = [...content.values.keys()].filter((key) => !before.has(key));
  const changed = [...content.values].filter(([key, value]) => before.has(key) && before.get(key) !== value);
  const keys = { added, changed: changed.map(([key]) => key), removed, empty: content.empty, kept: spared };
  if (members !== undefined && added.length + changed.length + removed.length === 0) return { next: undefined, keys };
  const kept = [...before].filter(([key]) => !removed.includes(key));
  return { next: jsonSecretText(new Map([...kept, ...content.values])), keys };
}

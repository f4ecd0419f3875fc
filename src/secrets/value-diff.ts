import type { FoundValue } from './found.ts';
import { type JsonObject, jsonSecretText, parseJsonSecret } from './json-secret.ts';
import type { Content } from './wanted.ts';

/** Names of a JSON secret's keys: those that differ, and those left because the source's value is empty. */
export type KeyNames = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly empty: readonly string[];
};

/** A secret's new text, `undefined` when it may stay; and of a JSON secret what that means for its keys. */
export type NewValue = { readonly next: string | undefined; readonly keys: KeyNames | undefined };

/** Compares what is wanted with what is there: texts as they stand, JSON after parsing, so that the order of keys does not count. */
export function newValue(content: Content, found: FoundValue, unknownKeys: 'remove' | 'keep'): NewValue {
  switch (content.kind) {
    case 'nothing':
      return { next: undefined, keys: undefined };
    case 'text': {
      const same = found.kind === 'text' && found.text === content.value;
      return { next: same ? undefined : content.value, keys: undefined };
    }
    case 'json': {
      const members = found.kind === 'text' ? parseJsonSecret(found.text) : undefined;
      return newMembers(content, members, unknownKeys);
    }
  }
}

function newMembers(
  content: Extract<Content, { kind: 'json' }>,
  members: JsonObject | undefined,
  unknownKeys: 'remove' | 'keep',
): NewValue {
  const before: JsonObject = members ?? new Map();
  const isKnown = (key: string) => content.values.has(key) || content.empty.includes(key);
  const removed = unknownKeys === 'keep' ? [] : [...before.keys()].filter((key) => !isKnown(key));
  const added = [...content.values.keys()].filter((key) => !before.has(key));
  const changed = [...content.values].filter(([key, value]) => before.has(key) && before.get(key) !== value);
  const keys = { added, changed: changed.map(([key]) => key), removed, empty: content.empty };
  if (members !== undefined && added.length + changed.length + removed.length === 0) return { next: undefined, keys };
  const kept = [...before].filter(([key]) => !removed.includes(key));
  return { next: jsonSecretText(new Map([...kept, ...content.values])), keys };
}

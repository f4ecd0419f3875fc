import { jsonSecretText } from '../json-secret.ts';
import { nameProblem, type SecretNameFacts, secretName, usesVariable } from './secret-name.ts';
import type { SelectedKey } from './selection.ts';

/** The desired value of one secret. */
export type Content =
  | { readonly kind: 'text'; readonly value: string }
  | {
      readonly kind: 'json';
      readonly values: ReadonlyMap<string, string>;
      /** Keys whose value is empty in the source: their values in AWS stay. */
      readonly empty: readonly string[];
    }
  /** The source's value is empty, which AWS does not allow: the value in AWS stays. */
  | { readonly kind: 'nothing' };

/** A secret that the source leads to. */
export type DesiredSecret = { readonly name: string; readonly content: Content };

/** True if the source has no value for the secret. */
export function isBlank({ content }: DesiredSecret): boolean {
  return content.kind === 'nothing' || (content.kind === 'json' && content.values.size === 0);
}

/** Where unmapped keys go: all into one JSON secret, or each into its own secret. */
export type SecretLayout = {
  readonly mode: 'json' | 'per-key';
  readonly name: string;
  readonly empty: 'skip' | 'error';
};

/**
 * Bytes of a value in UTF-8
 * (https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html, “Secret value size”).
 */
export const MAX_SECRET_BYTES = 65_536;

/** True if AWS allows a value of this size. */
export function fitsSecret(text: string): boolean {
  // A UTF-16 unit takes at most three bytes in UTF-8, so short values need not be counted.
  return text.length * 3 <= MAX_SECRET_BYTES || Buffer.byteLength(text) <= MAX_SECRET_BYTES;
}

type Place = {
  readonly key: string;
  readonly value: string;
  readonly name: string;
  readonly jsonKey: string | undefined;
};

/**
 * The desired secrets for the selected keys. Problems are sentences with names of keys and secrets. About a value they say only that it
 * is too large, empty or not valid Unicode. They are complete as far as no call to AWS is needed.
 */
export function desiredSecrets(
  selected: readonly SelectedKey[],
  layout: SecretLayout,
  facts: Omit<SecretNameFacts, 'key'>,
): { desired: DesiredSecret[]; problems: string[] } {
  const problems: string[] = selected.flatMap(({ key, value, renamed, mapping }) => {
    if (renamed === '' && (mapping === undefined || usesVariable(mapping.name, 'key')))
      return [`\`${key}\`: nothing is left of the key after \`strip-prefix\` and \`key-case\``];
    if (value === '' && layout.empty === 'error') return [`\`${key}\` is empty, and \`empty\` is \`error\``];
    return value.isWellFormed() ? [] : [`\`${key}\` is not valid Unicode (unpaired surrogate)`];
  });
  const places = selected.map((each) => placeOf(each, layout, facts));
  const byName = Map.groupBy(places, ({ name }) => name);
  const desired = [...byName].map(([name, placed]) => {
    const badName = nameProblem(name);
    if (badName !== undefined) problems.push(`\`${placed[0]?.key}\` ${badName}`);
    problems.push(...collisions(name, placed));
    const content = contentOf(placed);
    if (!fits(content)) problems.push(tooLarge(name, placed));
    return { name, content };
  });
  return { desired, problems };
}

function placeOf(
  { key, value, renamed, mapping }: SelectedKey,
  layout: SecretLayout,
  facts: Omit<SecretNameFacts, 'key'>,
): Place {
  const name = secretName(mapping?.name ?? layout.name, { ...facts, key: renamed });
  if (mapping !== undefined) return { key, value, name, jsonKey: mapping.jsonKey };
  return { key, value, name, jsonKey: layout.mode === 'json' ? renamed : undefined };
}

/** Two keys in the same place, or a secret that would be both a single value and an object. */
function collisions(name: string, placed: readonly Place[]): string[] {
  const keys = (places: readonly Place[]) => places.map(({ key }) => `\`${key}\``).join(', ');
  const [plain, inJson] = [
    placed.filter((place) => place.jsonKey === undefined),
    placed.filter((place) => place.jsonKey !== undefined),
  ];
  if (plain.length > 0 && inJson.length > 0) {
    return [`${keys(plain)} would be the whole of the secret ${name}, and ${keys(inJson)} a part of it`];
  }
  if (plain.length > 1) return [`${keys(plain)} would all become the secret ${name}`];
  return [...Map.groupBy(inJson, ({ jsonKey }) => jsonKey)]
    .filter(([, places]) => places.length > 1)
    .map(([jsonKey, places]) => `${keys(places)} would all become the key ${jsonKey} of the secret ${name}`);
}

function contentOf(placed: readonly Place[]): Content {
  const [first] = placed;
  if (first?.jsonKey === undefined) {
    return first === undefined || first.value === '' ? { kind: 'nothing' } : { kind: 'text', value: first.value };
  }
  const entries = placed.map(({ jsonKey = '', value }) => [jsonKey, value] as const);
  return {
    kind: 'json',
    values: new Map(entries.filter(([, value]) => value !== '')),
    empty: entries.filter(([, value]) => value === '').map(([key]) => key),
  };
}

function fits(content: Content): boolean {
  if (content.kind === 'nothing') return true;
  return fitsSecret(content.kind === 'text' ? content.value : jsonSecretText(content.values));
}

function tooLarge(name: string, placed: readonly Place[]): string {
  const limit = `above AWS’s limit for one secret, ${MAX_SECRET_BYTES} bytes`;
  return placed[0]?.jsonKey === undefined
    ? `\`${placed[0]?.key}\` is ${limit}; leave it out`
    : `the JSON of the secret ${name} is ${limit}; use \`mode: per-key\`, or spread the keys with \`map\``;
}

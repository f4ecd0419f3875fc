import { jsonSecretText } from '../json-secret.ts';
import { nameProblem, type SecretNameFacts, secretName, uses } from './secret-name.ts';
import type { SelectedKey } from './selection.ts';

/** What one secret is to hold. */
export type Content =
  | { readonly kind: 'text'; readonly value: string }
  | {
      readonly kind: 'json';
      readonly values: ReadonlyMap<string, string>;
      /** Keys whose value is empty in the source: what AWS has there stays. */
      readonly empty: readonly string[];
    }
  /** The source's value is empty, which AWS cannot hold: what is there stays. */
  | { readonly kind: 'nothing' };

/** A secret as the repository wants it. */
export type DesiredSecret = { readonly name: string; readonly content: Content };

/** True when the source has no value for it at all. */
export function isBlank({ content }: DesiredSecret): boolean {
  return content.kind === 'nothing' || (content.kind === 'json' && content.values.size === 0);
}

/** Where unmapped keys go: all into one JSON secret, or each into its own. */
export type SecretLayout = {
  readonly mode: 'json' | 'per-key';
  readonly name: string;
  readonly empty: 'skip' | 'error';
};

/** Bytes of a value in UTF-8 (AWS: Secrets Manager quotas, “Secret value size”). */
export const MAX_SECRET_BYTES = 65_536;

/** Whether a value fits one secret. */
export function fitsSecret(text: string): boolean {
  // No character takes more than three bytes per UTF-16 unit, so most values need no count.
  return text.length * 3 <= MAX_SECRET_BYTES || Buffer.byteLength(text) <= MAX_SECRET_BYTES;
}

type Place = {
  readonly key: string;
  readonly value: string;
  readonly name: string;
  readonly jsonKey: string | undefined;
};

/**
 * Puts every chosen key where it belongs. Problems are sentences that name keys and secrets and never say anything of a value but
 * that it is too large, empty or no text; they are all there are without asking AWS.
 */
export function desiredSecrets(
  selected: readonly SelectedKey[],
  layout: SecretLayout,
  facts: Omit<SecretNameFacts, 'key'>,
): { desired: DesiredSecret[]; problems: string[] } {
  const problems: string[] = selected.flatMap(({ key, value, renamed, mapping }) => {
    if (renamed === '' && (mapping === undefined || uses(mapping.name, 'key')))
      return [`\`${key}\`: nothing is left of the key after \`strip-prefix\` and \`key-case\``];
    if (value === '' && layout.empty === 'error') return [`\`${key}\` is empty, and \`empty\` is \`error\``];
    return value.isWellFormed() ? [] : [`\`${key}\` is no text: it has half of a character`];
  });
  const places = selected.map((each) => placeOf(each, layout, facts));
  const byName = Map.groupBy(places, ({ name }) => name);
  const desired = [...byName].map(([name, at]) => {
    const bad = nameProblem(name);
    if (bad !== undefined) problems.push(`\`${at[0]?.key}\` ${bad}`);
    problems.push(...collisions(name, at));
    const content = contentOf(at);
    if (!fits(content)) problems.push(tooLarge(name, at));
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

/** Two keys in one place, or a secret that would be both a value and an object. */
function collisions(name: string, at: readonly Place[]): string[] {
  const keys = (places: readonly Place[]) => places.map(({ key }) => `\`${key}\``).join(', ');
  const [plain, inJson] = [
    at.filter((place) => place.jsonKey === undefined),
    at.filter((place) => place.jsonKey !== undefined),
  ];
  if (plain.length > 0 && inJson.length > 0) {
    return [`${keys(plain)} would be the whole of the secret ${name}, and ${keys(inJson)} a part of it`];
  }
  if (plain.length > 1) return [`${keys(plain)} would all become the secret ${name}`];
  return [...Map.groupBy(inJson, ({ jsonKey }) => jsonKey)]
    .filter(([, places]) => places.length > 1)
    .map(([jsonKey, places]) => `${keys(places)} would all become the key ${jsonKey} of the secret ${name}`);
}

function contentOf(at: readonly Place[]): Content {
  const [first] = at;
  if (first?.jsonKey === undefined) {
    return first === undefined || first.value === '' ? { kind: 'nothing' } : { kind: 'text', value: first.value };
  }
  const entries = at.map(({ jsonKey = '', value }) => [jsonKey, value] as const);
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

function tooLarge(name: string, at: readonly Place[]): string {
  const limit = `more than AWS takes in one secret, ${MAX_SECRET_BYTES} bytes`;
  return at[0]?.jsonKey === undefined
    ? `\`${at[0]?.key}\` is ${limit}; leave it out`
    : `the JSON of the secret ${name} is ${limit}; use \`mode: per-key\`, or spread the keys with \`map\``;
}

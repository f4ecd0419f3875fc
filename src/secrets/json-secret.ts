/** A JSON object as a secret holds it. Numbers keep the spelling they came in. */
export type JsonObject = ReadonlyMap<string, unknown>;

/** JavaScript's own way to keep a number as it was written (ECMAScript proposal JSON.parse source text access; Node 22 on). */
type Context = { source?: string };
type RawJson = { rawJSON(text: string): unknown; isRawJSON(value: unknown): value is { rawJSON: string } };
const { rawJSON, isRawJSON } = JSON as unknown as RawJson;

/** The members of a JSON object; `undefined` when the text is anything else. */
export function parseJsonSecret(text: string): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(text, ((_key, value: unknown, { source }: Context = {}) =>
      typeof value === 'number' && source !== undefined ? rawJSON(source) : value) as (
      key: string,
      value: unknown,
    ) => unknown);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed) || isRawJSON(parsed)) return undefined;
    return new Map(Object.entries(parsed));
  } catch (error) {
    // Anything else, such as nesting too deep, is no reason to take an object for none.
    if (error instanceof Error && error.name !== 'SyntaxError') throw error;
    return undefined;
  }
}

/** The text of an object, its own keys in one order whatever theirs was, so that the same members are the same text. */
export function jsonSecretText(members: JsonObject): string {
  const sorted = [...members].sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}

/** Every string somewhere in a parsed value. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...value.values()].flatMap(stringsIn);
  if (typeof value !== 'object' || value === null || isRawJSON(value)) return [];
  return Object.values(value).flatMap(stringsIn);
}

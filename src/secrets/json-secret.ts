/** The JSON object in a secret. Numbers keep their spelling. */
export type JsonObject = ReadonlyMap<string, unknown>;

/** JSON.parse with access to the source text keeps a number's spelling (https://github.com/tc39/proposal-json-parse-with-source; Node 22). */
type Context = { source?: string };
type RawJson = { rawJSON(text: string): unknown; isRawJSON(value: unknown): value is { rawJSON: string } };
const { rawJSON, isRawJSON } = JSON as unknown as RawJson;

/**
 * The members of a JSON object; `undefined` for any other text.
 * @throws RangeError for JSON that is nested too deep
 */
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
    // JSON that is nested too deep may still be an object.
    if (error instanceof Error && error.name !== 'SyntaxError') throw error;
    return undefined;
  }
}

/** The text of an object. Its keys are sorted, so that equal objects have equal texts. */
export function jsonSecretText(members: JsonObject): string {
  const sorted = [...members].sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}

/** All strings in a parsed value, at any depth. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...value.values()].flatMap(stringsIn);
  if (typeof value !== 'object' || value === null || isRawJSON(value)) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** The values of the secrets by GitHub's name. */
export type Source = ReadonlyMap<string, string>;

/** The source, and problems as sentences that contain keys and never values. */
export type ParsedSource = { readonly source: Source; readonly problems: readonly string[] };

/**
 * Parses the output of `${{ toJSON(secrets) }}`: one JSON object of strings. Values are kept byte for byte.
 * The parser's message is not used: it quotes the text.
 */
export function parseSource(text: string): ParsedSource {
  const parsed = parseObject(text);
  if (typeof parsed === 'string') return { source: new Map(), problems: [parsed] };
  const problems: string[] = [];
  const source = new Map<string, string>();
  for (const [key, value] of Object.entries(parsed)) {
    if (typeof value === 'string') source.set(key, value);
    else problems.push(`: the value of \`${key}\` is ${kindOf(value)}; every value must be a string`);
  }
  return { source, problems };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'is not JSON; it must be one JSON object of strings, as toJSON(secrets) returns it';
  }
  const kind = kindOf(parsed);
  return kind === 'an object'
    ? (parsed as Record<string, unknown>)
    : `must be a JSON object of strings, and is ${kind}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  return `a ${typeof value}`;
}

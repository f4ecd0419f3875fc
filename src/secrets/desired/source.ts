/** Secrets as the repository has them, by GitHub's name of each. */
export type Source = ReadonlyMap<string, string>;

/** What was read, and what is wrong with it in sentences that never repeat any of it but names. */
export type ParsedSource = { readonly source: Source; readonly problems: readonly string[] };

/**
 * Parses what `${{ toJSON(secrets) }}` yields: one JSON object of strings. Values stay as they are, byte for byte.
 * The parser's own message is not shown: it quotes the text.
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
    return 'is not JSON; it must be what toJSON(secrets) makes, one JSON object of strings';
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

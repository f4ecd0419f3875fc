/** The content of a file command's file: the pairs before the first invalid line, and the runner's error about that line. */
export type FilePairs = { pairs: Record<string, string>; problem: string | undefined };

/** A workflow command in a line of output, `::name property=value::data`. */
export type Command = { name: string; properties: Record<string, string>; data: string };

type Cursor = { text: string; at: number };

/** The next line without its end, or nothing at the end of the text. */
function nextLine(cursor: Cursor): string | undefined {
  if (cursor.at >= cursor.text.length) return undefined;
  const end = cursor.text.indexOf('\n', cursor.at);
  const line = cursor.text.slice(cursor.at, end < 0 ? undefined : end);
  cursor.at = end < 0 ? cursor.text.length : end + 1;
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function heredoc(cursor: Cursor, delimiter: string): string {
  const start = cursor.at;
  let end = start;
  for (;;) {
    const lineStart = cursor.at;
    const line = nextLine(cursor);
    if (line === undefined) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    if (line === delimiter) return cursor.text.slice(start, end);
    const terminator = /\r?\n$/.exec(cursor.text.slice(lineStart, cursor.at))?.[0] ?? '';
    end = cursor.at - terminator.length;
  }
}

function pairOf(line: string, cursor: Cursor): [name: string, value: string] {
  const equals = line.indexOf('=');
  const arrows = line.indexOf('<<');
  if (arrows >= 0 && (equals < 0 || arrows < equals)) {
    const [name, delimiter] = [line.slice(0, arrows), line.slice(arrows + 2)];
    if (name === '' || delimiter === '') {
      throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
    }
    return [name, heredoc(cursor, delimiter)];
  }
  if (equals < 0) throw new Error(`Invalid format '${line}'`);
  if (equals === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`);
  return [line.slice(0, equals), line.slice(equals + 1)];
}

/**
 * Reads a GITHUB_ENV, GITHUB_OUTPUT or GITHUB_STATE file as `EnvFileKeyValuePairs` of the runner does: pair by pair, so that
 * what stands before a half-written heredoc counts; the last value of a name wins.
 */
export function parsePairs(text: string): FilePairs {
  const cursor = { text: text.replace(/^\uFEFF/, ''), at: 0 };
  const pairs: Record<string, string> = {};
  try {
    for (let line = nextLine(cursor); line !== undefined; line = nextLine(cursor)) {
      if (line === '') continue;
      const [name, value] = pairOf(line, cursor);
      pairs[name] = value;
    }
    return { pairs, problem: undefined };
  } catch (error) {
    return { pairs, problem: (error as Error).message };
  }
}

const ESCAPES: [escaped: RegExp, character: string][] = [
  [/%0D/g, '\r'],
  [/%0A/g, '\n'],
];
const PROPERTY_ESCAPES: [escaped: RegExp, character: string][] = [...ESCAPES, [/%3A/g, ':'], [/%2C/g, ',']];

function decode(text: string, escapes: typeof ESCAPES): string {
  const decoded = escapes.reduce((result, [escaped, character]) => result.replace(escaped, character), text);
  return decoded.replace(/%25/g, '%');
}

/** Parses a line of output as a workflow command; nothing when it is an ordinary line (`ActionCommand.TryParseV2`). */
export function parseCommand(line: string): Command | undefined {
  const match = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line);
  if (!match) return undefined;
  const [, name = '', list = '', data = ''] = match;
  const properties = list.split(',').flatMap((property) => {
    const equals = property.indexOf('=');
    if (equals < 1) return [];
    return [[property.slice(0, equals).trim(), decode(property.slice(equals + 1), PROPERTY_ESCAPES)] as const];
  });
  return { name: name.toLowerCase(), properties: Object.fromEntries(properties), data: decode(data, ESCAPES) };
}

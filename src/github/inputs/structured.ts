import type { InputReader } from './reader.ts';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html, PolicyDocument. */
const POLICY_TEXT = /^[\t\n\r\u0020-\u00FF]+$/;

/** JSON policy documents, separated by lines of `---`. @returns them minified */
export function readPolicyDocuments(reader: InputReader, input: { name: string; value: string }): string[] {
  const parts = input.value
    .split(/^---\s*$/m)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.flatMap((part, index) => {
    const which = parts.length === 1 ? 'is' : `: document ${index + 1} is`;
    const document = parseObject(part);
    const text = document && minified(document);
    if (document === undefined) reader.problem(input.name, `${which} not a JSON object`);
    else if (document.Statement === undefined) reader.problem(input.name, `${which} not a policy: it has no Statement`);
    else if (text === undefined) reader.problem(input.name, `${which} not a policy: it is nested too deeply`);
    else if (!POLICY_TEXT.test(text))
      reader.problem(input.name, `${which} not accepted by IAM: it has characters beyond U+00FF`);
    else return [text];
    return [];
  });
}

/** `undefined` when the document is nested so deeply that `JSON.stringify` overflows the stack, which `JSON.parse` does not. */
function minified(document: object): string | undefined {
  try {
    return JSON.stringify(document);
  } catch {
    return undefined;
  }
}

/** Tags as `key=value` lines or as one JSON object of strings. */
export function readTags(reader: InputReader, name: string): Record<string, string> {
  const text = reader.text(name).trim();
  return text.startsWith('{') ? tagsFromJson(reader, name, text) : tagsFromLines(reader, name, text);
}

/** Tags as one JSON object of strings. */
export function readTagObject(reader: InputReader, name: string): Record<string, string> {
  const text = reader.text(name);
  return text === '' ? {} : tagsFromJson(reader, name, text);
}

function tagsFromLines(reader: InputReader, name: string, text: string): Record<string, string> {
  const tags: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const at = line.indexOf('=');
    const key = line.slice(0, at).trim();
    if (at < 1) reader.problem(name, `has the line "${line}"; lines are key=value`);
    else if (Object.hasOwn(tags, key)) reader.problem(name, `: the key "${key}" appears twice`);
    else tags[key] = line.slice(at + 1).trim();
  }
  return tags;
}

function tagsFromJson(reader: InputReader, name: string, text: string): Record<string, string> {
  const parsed = parseObject(text, asWritten);
  if (parsed === undefined) {
    reader.problem(name, 'must be a JSON object of strings');
    return {};
  }
  const tags: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [key, value] of Object.entries(parsed)) {
    if (['string', 'boolean'].includes(typeof value)) tags[key] = String(value);
    else reader.problem(name, `: the value of "${key}" must be a string`);
  }
  return tags;
}

/** Keeps a number as it is written: `1.10` may be a version, and an id may have more digits than a JavaScript number. */
const asWritten = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === 'number' ? (context?.source ?? String(value)) : value;

function parseObject(text: string, reviver?: typeof asWritten): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text, reviver);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

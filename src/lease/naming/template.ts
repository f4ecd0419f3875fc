/** The variables of a template. It can also have random parts and functions. */
export const NAME_VARIABLES = [
  'owner',
  'repo',
  'repository',
  'run_id',
  'run_attempt',
  'job',
  'workflow',
  'actor',
  'sha',
  'ref_name',
  'environment',
  'unixTimestamp',
  'identity.name',
] as const;

const FUNCTIONS = ['truncate', 'replace', 'uppercase', 'lowercase'] as const;
const KNOWN = [...NAME_VARIABLES, 'random', 'random N', 'random-N', 'randomUsername', ...FUNCTIONS];

/** More than any name can use, and small enough to parse quickly at any depth. */
const MAX_TEMPLATE_CHARS = 2048;
const MAX_RANDOM_CHARS = 64;
const DEFAULT_RANDOM_CHARS = 12;
const RANDOM_USERNAME_CHARS = 32;

/** The parsed content of `{{…}}`. */
export type Expression =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'random'; readonly length: number; readonly mixedCase: boolean }
  | { readonly kind: 'call'; readonly name: 'uppercase' | 'lowercase'; readonly value: Expression }
  | { readonly kind: 'call'; readonly name: 'truncate'; readonly value: Expression; readonly length: number }
  | {
      readonly kind: 'call';
      readonly name: 'replace';
      readonly value: Expression;
      readonly search: string;
      readonly replacement: string;
    };

/** Literal text, or the expression of `{{…}}`. */
export type Segment = string | Expression;

/** An error in a template; the message is part of a sentence for the user. */
export class TemplateProblem extends Error {}

/**
 * Parses a user name template (docs/user-names.md). An unknown name, a wrong argument and a template without a random part are errors
 * here, before the first AWS call.
 * @throws TemplateProblem
 */
export function parseNameTemplate(template: string): Segment[] {
  if (template.length > MAX_TEMPLATE_CHARS)
    throw new TemplateProblem(`it has ${template.length} characters; at most ${MAX_TEMPLATE_CHARS} are allowed`);
  const segments = template.split(/(\{\{.*?\}\})/s).filter((part) => part !== '');
  const parsed = segments.map((part) => (part.startsWith('{{') && part.endsWith('}}') ? parseExpression(part) : part));
  const unmatched = parsed.find((segment) => typeof segment === 'string' && /\{\{|\}\}/.test(segment));
  if (unmatched !== undefined) throw new TemplateProblem(`"${String(unmatched)}" has unmatched braces`);
  if (!parsed.some((segment) => typeof segment !== 'string' && isRandom(segment))) {
    throw new TemplateProblem('it has no random part, so two jobs could get the same name; add {{random 8}}');
  }
  return parsed;
}

function isRandom(expression: Expression): boolean {
  if (expression.kind === 'call') return isRandom(expression.value);
  return expression.kind === 'random';
}

type Token = { readonly kind: 'word' | 'string' | '(' | ')'; readonly text: string };

const TOKEN = /\s*(?:"([^"]*)"|'([^']*)'|([()])|([^\s()"']+))/y;

function tokens(part: string): Token[] {
  const source = part.slice(2, -2).trim();
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (!match) throw new TemplateProblem(`"${part}" has an unclosed quote`);
    const [, double, single, bracket, word] = match;
    if (bracket !== undefined) found.push({ kind: bracket as '(' | ')', text: bracket });
    else if (word !== undefined) found.push({ kind: 'word', text: word });
    else found.push({ kind: 'string', text: double ?? single ?? '' });
  }
  return found;
}

function parseExpression(part: string): Expression {
  const rest = tokens(part);
  const expression = parseCall(rest, part);
  if (rest.length > 0) throw new TemplateProblem(`"${part}" has unexpected text at the end: "${rest[0]?.text}"`);
  return expression;
}

/** Parses `name argument…`, up to the end or the closing bracket. Removes its tokens from the start of `rest`. */
function parseCall(rest: Token[], part: string): Expression {
  const head = rest.shift();
  if (head === undefined || head.kind !== 'word') throw new TemplateProblem(`"${part}" does not begin with a name`);
  switch (head.text) {
    case 'random':
      return random(rest[0]?.kind === 'word' ? takeNumber(rest, part) : DEFAULT_RANDOM_CHARS, part);
    case 'truncate':
      return { kind: 'call', name: 'truncate', value: takeValue(rest, part), length: takeNumber(rest, part) };
    case 'replace':
      return replaceCall(rest, part);
    case 'uppercase':
    case 'lowercase':
      return { kind: 'call', name: head.text, value: takeValue(rest, part) };
    default:
      return named(head.text, part);
  }
}

function replaceCall(rest: Token[], part: string): Expression {
  const value = takeValue(rest, part);
  const search = takeSearch(rest, part);
  const replacement = takeString(rest, part);
  if (replacement === '' && isRandom(value))
    throw new TemplateProblem(`"${part}" removes characters from a random part, which could become empty`);
  return { kind: 'call', name: 'replace', value, search, replacement };
}

function named(name: string, part: string): Expression {
  const dashed = /^random-(\d+)$/.exec(name);
  if (dashed) return random(Number(dashed[1]), part);
  if (name === 'random') return random(DEFAULT_RANDOM_CHARS, part);
  if (name === 'randomUsername') return { kind: 'random', length: RANDOM_USERNAME_CHARS, mixedCase: true };
  if ((NAME_VARIABLES as readonly string[]).includes(name)) return { kind: 'variable', name };
  throw new TemplateProblem(`"${part}" uses the unknown name "${name}"; known are ${KNOWN.join(', ')}`);
}

function random(length: number, part: string): Expression {
  if (length < 1 || length > MAX_RANDOM_CHARS) {
    throw new TemplateProblem(`"${part}" must ask for 1 to ${MAX_RANDOM_CHARS} random characters`);
  }
  return { kind: 'random', length, mixedCase: false };
}

function takeValue(rest: Token[], part: string): Expression {
  const token = rest.shift();
  if (token?.kind === 'string') return { kind: 'text', text: token.text };
  if (token?.kind === 'word') return named(token.text, part);
  if (token?.kind !== '(') throw new TemplateProblem(`"${part}" needs a value`);
  const inner = parseCall(rest, part);
  if (rest.shift()?.kind !== ')') throw new TemplateProblem(`"${part}" has an unclosed bracket`);
  return inner;
}

function takeNumber(rest: Token[], part: string): number {
  const text = rest.shift()?.text ?? '';
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new TemplateProblem(`"${part}" needs a whole number of at least 1 instead of "${text}"`);
  return Number(text);
}

function takeString(rest: Token[], part: string): string {
  const token = rest.shift();
  if (token?.kind !== 'string')
    throw new TemplateProblem(`"${part}" needs a text in quotes instead of "${token?.text ?? ''}"`);
  return token.text;
}

function takeSearch(rest: Token[], part: string): string {
  const search = takeString(rest, part);
  if (search === '') throw new TemplateProblem(`"${part}" needs a text to search for`);
  return search;
}

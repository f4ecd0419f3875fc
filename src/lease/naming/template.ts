/** The names a template may use, beside the random ones and the functions. */
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

/** Of a template: far more than a name can use, and little enough to be parsed at once however it is nested. */
const MAX_TEMPLATE_CHARS = 2048;
const MAX_RANDOM_CHARS = 64;
const DEFAULT_RANDOM_CHARS = 12;
const RANDOM_USERNAME_CHARS = 32;

/** What stands between two pairs of braces. */
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

/** Literal text, or an expression from between two pairs of braces. */
export type Segment = string | Expression;

/** What a template says that cannot be understood; the message is a sentence for the user. */
export class TemplateProblem extends Error {}

/**
 * Parses a user name template (SPEC §4). Parsed, not merely checked: an unknown name, a wrong argument or a template without
 * any randomness is refused here, before anything is asked of AWS.
 * @throws TemplateProblem
 */
export function parseNameTemplate(template: string): Segment[] {
  if (template.length > MAX_TEMPLATE_CHARS)
    throw new TemplateProblem(`it has ${template.length} characters; at most ${MAX_TEMPLATE_CHARS} are taken`);
  const segments = template.split(/(\{\{.*?\}\})/s).filter((part) => part !== '');
  const parsed = segments.map((part) => (part.startsWith('{{') && part.endsWith('}}') ? parseExpression(part) : part));
  const stray = parsed.find((segment) => typeof segment === 'string' && /\{\{|\}\}/.test(segment));
  if (stray !== undefined) throw new TemplateProblem(`"${String(stray)}" has braces without their partner`);
  if (!parsed.some((segment) => typeof segment !== 'string' && isRandom(segment))) {
    throw new TemplateProblem('it has no random part, so two jobs could ask for the same name; add {{random 8}}');
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
    if (!match) throw new TemplateProblem(`"${part}" has a quote without its partner`);
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
  if (rest.length > 0) throw new TemplateProblem(`"${part}" goes on where it should end, at "${rest[0]?.text}"`);
  return expression;
}

/** `name argument…`, up to the end or the closing bracket. Takes its tokens from the front of `rest`. */
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
    throw new TemplateProblem(`"${part}" takes characters out of a random part, of which nothing might be left`);
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
  if (token?.kind !== '(') throw new TemplateProblem(`"${part}" lacks the value to work on`);
  const inner = parseCall(rest, part);
  if (rest.shift()?.kind !== ')') throw new TemplateProblem(`"${part}" has a bracket without its partner`);
  return inner;
}

function takeNumber(rest: Token[], part: string): number {
  const text = rest.shift()?.text ?? '';
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new TemplateProblem(`"${part}" needs a whole number from 1 on where "${text}" stands`);
  return Number(text);
}

function takeString(rest: Token[], part: string): string {
  const token = rest.shift();
  if (token?.kind !== 'string')
    throw new TemplateProblem(`"${part}" needs a text in quotes where "${token?.text ?? ''}" stands`);
  return token.text;
}

function takeSearch(rest: Token[], part: string): string {
  const search = takeString(rest, part);
  if (search === '') throw new TemplateProblem(`"${part}" must search for something`);
  return search;
}

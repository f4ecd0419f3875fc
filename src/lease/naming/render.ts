import type { Randomness } from '../../waiting/clock.ts';
import type { Expression, Segment } from './template.ts';

/** IAM's limit for a user name (https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html, UserName). */
export const MAX_NAME_CHARS = 64;

const LOWER_ALPHANUMERIC = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ALPHANUMERIC = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${LOWER_ALPHANUMERIC}`;

/** A part of the name. `random`: it must not be cut. */
type Fragment = { readonly text: string; readonly random: boolean };

/** The values of a template's variables, by name (docs/user-names.md). */
export type NameVariables = Readonly<Record<string, string>>;

/**
 * Makes a name from a template. Characters other than `[\w+=,.@-]` become `-`. A name of more than 64 characters is cut before its last
 * random part first, and then after it; the random part is kept.
 */
export function renderName(template: readonly Segment[], variables: NameVariables, randomness: Randomness): string {
  const fragments = template
    .map((segment) =>
      typeof segment === 'string' ? { text: segment, random: false } : evaluate(segment, variables, randomness),
    )
    .map((fragment) => ({ ...fragment, text: fragment.text.replace(/[^\w+=,.@-]/g, '-') }));
  const last = fragments.findLastIndex((fragment) => fragment.random);
  const core = (fragments[last]?.text ?? '').slice(0, MAX_NAME_CHARS);
  const after = textOf(fragments.slice(last + 1)).slice(0, MAX_NAME_CHARS - core.length);
  const before = textOf(fragments.slice(0, last)).slice(0, MAX_NAME_CHARS - core.length - after.length);
  return `${before}${core}${after}`;
}

function evaluate(expression: Expression, variables: NameVariables, randomness: Randomness): Fragment {
  switch (expression.kind) {
    case 'text':
      return { text: expression.text, random: false };
    case 'variable':
      return { text: variables[expression.name] ?? '', random: false };
    case 'random':
      return {
        text: randomness.text(expression.mixedCase ? ALPHANUMERIC : LOWER_ALPHANUMERIC, expression.length),
        random: true,
      };
    case 'call': {
      const { text, random } = evaluate(expression.value, variables, randomness);
      return { text: applyFunction(text, expression), random };
    }
  }
}

function applyFunction(text: string, call: Extract<Expression, { kind: 'call' }>): string {
  switch (call.name) {
    case 'truncate':
      return text.slice(0, call.length);
    case 'replace':
      return text.replaceAll(call.search, () => call.replacement);
    case 'uppercase':
      return text.toUpperCase();
    case 'lowercase':
      return text.toLowerCase();
  }
}

function textOf(fragments: readonly Fragment[]): string {
  return fragments.map((fragment) => fragment.text).join('');
}

import type { Randomness } from '../../waiting/clock.ts';
import type { Expression, Segment } from './template.ts';

/** IAM's limit on a user's name (AWS: IAM and STS quotas). */
export const MAX_NAME_CHARS = 64;

const LOWER_ALPHANUMERIC = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ALPHANUMERIC = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${LOWER_ALPHANUMERIC}`;

/** A stretch of the name; what is random is never cut, so it is told apart to the end. */
type Fragment = { readonly text: string; readonly random: boolean };

/** What a template may name; see SPEC §4. */
export type NameVariables = Readonly<Record<string, string>>;

/**
 * One name from a template: evaluated, sanitised to `[\w+=,.@-]`, and at most 64 characters. When it would be longer, what
 * stands before the last random part is shortened first and what stands behind it next; the random part stays whole.
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
      return { text: changed(text, expression), random };
    }
  }
}

function changed(text: string, call: Extract<Expression, { kind: 'call' }>): string {
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

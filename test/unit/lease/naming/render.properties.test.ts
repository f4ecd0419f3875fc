import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderName } from '../../../../src/lease/naming/render.ts';
import { NAME_VARIABLES, parseNameTemplate, TemplateProblem } from '../../../../src/lease/naming/template.ts';
import { anyText, examples } from '../../../support/fakes/hostile.ts';
import { fakeRandomness } from '../../../support/fakes/randomness.ts';

/** IAM's charset and length for a user's name. */
const IAM_NAME = /^[\w+=,.@-]{1,64}$/;

const quoted = anyText(2)
  .map((text) => text.replaceAll(/["'{}]/g, ''))
  .chain((text) => fc.constantFrom(`"${text}"`, `'${text}'`));
const search = fc.oneof(
  quoted.filter((text) => text.length > 2),
  fc.constantFrom('"a"', '"b"', "'0'"),
);
const size = fc.integer({ min: 1, max: 70 });

/** What stands between braces: every form of the grammar, nested. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const value = fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    quoted,
    fc.constantFrom(...NAME_VARIABLES, 'random', 'random-1', 'random-64', 'randomUsername'),
    tie('expression').map((inner) => `(${inner})`),
  );
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...NAME_VARIABLES, 'random', 'random 1', 'random-3', 'random 64', 'randomUsername'),
      fc.tuple(value, size).map(([inner, most]) => `truncate ${inner} ${most}`),
      fc.tuple(value, search, quoted).map(([inner, what, by]) => `replace ${inner} ${what} ${by}`),
      fc.tuple(fc.constantFrom('uppercase', 'lowercase'), value).map((both) => both.join(' ')),
    ),
  };
});
const literal = anyText(3).map((text) => text.replaceAll(/[{}]/g, ''));
const template = fc
  .array(
    fc.oneof(
      literal,
      expression.map((inner) => `{{ ${inner} }}`),
    ),
    { maxLength: 6 },
  )
  .map((all) => all.join(''));
const variables = fc.record(Object.fromEntries(NAME_VARIABLES.map((name) => [name, anyText(6)])));
/** Chance that gives one and the same character, the case in which a `replace` hits all of it; or an even mixture. */
const chance = fc.constantFrom(fakeRandomness(), {
  text: (_: string, length: number) => 'a'.repeat(length),
  fraction: () => 0,
});

function parsed(text: string) {
  try {
    return parseNameTemplate(text);
  } catch (error) {
    expect(error).toBeInstanceOf(TemplateProblem);
    return undefined;
  }
}

describe('a user name template', () => {
  it('that is accepted gives a name IAM takes, whatever the run’s facts are', () => {
    const isName = (
      text: string,
      facts: Record<string, string>,
      randomness: typeof chance extends fc.Arbitrary<infer R> ? R : never,
    ) => {
      const segments = parsed(text);
      if (segments !== undefined) expect(renderName(segments, facts, randomness)).toMatch(IAM_NAME);
    };
    fc.assert(fc.property(template, variables, chance, isName), examples(1_000));
  });

  it('that has a random part and follows the grammar is accepted', () => {
    const isTaken = (text: string) => expect(parsed(`${text}{{random 4}}`)).toBeDefined();
    const noEmptyings = template.filter((text) => !/random.*(""|'')/s.test(text));
    fc.assert(fc.property(noEmptyings, isTaken), examples(1_000));
  });

  it('keeps all of its random part, wherever that stands and whatever is too long around it', () => {
    const isKept = (before: string, after: string, length: number) => {
      const asked: string[] = [];
      const text = (_: string, chars: number) => {
        asked.push('z'.repeat(chars));
        return 'z'.repeat(chars);
      };
      const name = renderName(
        parseNameTemplate(`${before}{{random ${length}}}${after}`),
        {},
        { text, fraction: () => 0 },
      );
      expect(name).toContain(asked[0]);
      expect(name).toMatch(IAM_NAME);
    };
    const long = literal.map((text) => text.repeat(9));
    fc.assert(fc.property(long, long, fc.integer({ min: 1, max: 64 }), isKept), examples(1_000));
  });

  it('gives two jobs two names when their random parts differ', () => {
    const differ = (around: string, one: string, other: string) => {
      const segments = parseNameTemplate(`${around}{{random 8}}${around}`);
      const nameOf = (text: string) => renderName(segments, {}, { text: () => text, fraction: () => 0 });
      expect(nameOf(one) === nameOf(other)).toBe(one === other);
    };
    const eight = fc.string({ unit: fc.constantFrom(...'abz019'), minLength: 8, maxLength: 8 });
    fc.assert(fc.property(literal, eight, eight, differ), examples());
  });

  it('of whatever text is a template or a problem with a sentence for the user', () => {
    const near = fc
      .array(fc.oneof(anyText(2), expression, fc.constantFrom('{{', '}}', '(', ')')), { maxLength: 8 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.oneof(anyText(), near), (text) => void parsed(text)),
      examples(1_000),
    );
  });

  it('is a problem too when it is too long or nested too deeply to be meant', () => {
    const isProblem = (depth: number) => {
      const nested = `${'lowercase ('.repeat(depth)}random${')'.repeat(depth)}`;
      expect(() => parseNameTemplate(`{{${nested}}}`)).toThrow(TemplateProblem);
      expect(() => parseNameTemplate('{{'.repeat(depth))).toThrow(TemplateProblem);
    };
    fc.assert(fc.property(fc.integer({ min: 5_000, max: 20_000 }), isProblem), examples(5));
  });
});

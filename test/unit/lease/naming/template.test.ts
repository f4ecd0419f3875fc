import { describe, expect, it } from '@jest/globals';
import { NAME_VARIABLES, parseNameTemplate, TemplateProblem } from '../../../../src/lease/naming/template.ts';

function problemOf(template: string): string {
  try {
    parseNameTemplate(template);
  } catch (error) {
    if (error instanceof TemplateProblem) return error.message;
    throw error;
  }
  throw new Error(`${template} was accepted`);
}

describe('a user name template', () => {
  it('is parsed into its literal texts and its expressions, in order', () => {
    expect(parseNameTemplate('gha-{{repo}}-{{random 8}}')).toEqual([
      'gha-',
      { kind: 'variable', name: 'repo' },
      '-',
      { kind: 'random', length: 8, mixedCase: false },
    ]);
  });

  it.each([
    ['{{random 8}}', 8, false],
    ['{{random-8}}', 8, false],
    ['{{ random 8 }}', 8, false],
    ['{{random}}', 12, false],
    ['{{random 1}}', 1, false],
    ['{{random 64}}', 64, false],
    ['{{random-64}}', 64, false],
    ['{{randomUsername}}', 32, true],
  ])('takes %s as %i random characters', (template, length, mixedCase) => {
    expect(parseNameTemplate(template)).toEqual([{ kind: 'random', length, mixedCase }]);
  });

  it('takes functions within functions, with texts in either quotes', () => {
    const [expression] = parseNameTemplate(`{{truncate (replace repo "_" '-') 20}}{{random}}`);
    expect(expression).toEqual({
      kind: 'call',
      name: 'truncate',
      length: 20,
      value: {
        kind: 'call',
        name: 'replace',
        search: '_',
        replacement: '-',
        value: { kind: 'variable', name: 'repo' },
      },
    });
  });

  it.each([`{{replace (random) "it's" 'say "x"'}}`, `{{replace ( random )  "it's"'say "x"' }}`])(
    'takes texts of any length in either quotes, the other kind within: %s',
    (template) => {
      expect(parseNameTemplate(template)).toMatchObject([{ search: "it's", replacement: 'say "x"' }]);
    },
  );

  it.each(['{{uppercase (random 8)}}', '{{truncate (lowercase randomUsername) 9}}', '{{uppercase random}}'])(
    'counts the random part inside a function as randomness: %s',
    (template) => {
      expect(parseNameTemplate(template)).toHaveLength(1);
    },
  );

  it.each(['{{replace random "a" ""}}', "{{uppercase (replace (random 1) 'a' '')}}"])(
    'must not remove characters from its random part, which could become empty: %s',
    (template) => {
      expect(problemOf(template)).toContain('random');
    },
  );

  it.each([
    ['long', `{{random}}${'x'.repeat(5_000)}`],
    ['long, with a brace at every turn', '{{'.repeat(50_000)],
    ['deep', `{{${'lowercase ('.repeat(12_000)}random${')'.repeat(12_000)}}}`],
  ])('is a problem when it is too %s to be meant', (_, template) => {
    expect(problemOf(template)).toContain('2048');
    expect(problemOf(template).length).toBeLessThan(200);
  });

  it.each(['', 'plain', '{{repo}}', 'random 8', '{{uppercase repo}}'])(
    'is refused without a random part: "%s"',
    (template) => {
      expect(problemOf(template)).toContain('no random part');
    },
  );

  it.each(['{{truncate (random 8) 0}}', '{{truncate (uppercase (random)) 0}}'])(
    'is refused when its random part is cut down to nothing: %s',
    (template) => {
      expect(problemOf(template)).toContain(template);
    },
  );

  it('names every known name when one is unknown', () => {
    const problem = problemOf('{{user}}-{{random}}');
    expect(problem).toContain('unknown name "user"');
    expect(problem).toContain('random, random N, random-N, randomUsername, truncate');
    for (const known of [
      ...NAME_VARIABLES,
      'random N',
      'randomUsername',
      'truncate',
      'replace',
      'uppercase',
      'lowercase',
    ]) {
      expect(problem).toContain(known);
    }
  });

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'Repo',
    'identity',
    'identity.id',
    'random-',
    'random8',
    'xrandom-8',
    'random-8x',
    'username',
  ])('does not know the name %s', (name) => {
    expect(problemOf(`{{${name}}}{{random}}`)).toContain(`unknown name "${name}"`);
  });

  it.each([
    ['{{random 0}}', 'whole number of at least 1'],
    ['{{truncate (random) 0}}', 'whole number of at least 1'],
    ['{{replace (random) "" "-"}}', 'needs a text to search for'],
    ['{{random 65}}', '1 to 64'],
    ['{{random-0}}', '1 to 64'],
    ['{{random-65}}', '1 to 64'],
    ['{{random -8}}', 'whole number'],
    ['{{random 8.5}}', 'whole number'],
    ['{{random 1e1}}', 'whole number'],
    ['{{random 8 9}}', 'at the end: "9"'],
    ['{{random "8"}}', 'at the end: "8"'],
    ['{{truncate (random) }}', 'whole number of at least 1 instead of ""'],
    ['{{truncate (random) many}}', 'instead of "many"'],
    ['{{truncate}}', 'needs a value'],
    ['{{truncate )}}', 'needs a value'],
    ['{{replace (random) "_"}}', 'text in quotes instead of ""'],
    ['{{replace (random) _ -}}', 'text in quotes instead of "_"'],
    ['{{}}{{random}}', 'does not begin with a name'],
    ['{{"repo"}}{{random}}', 'does not begin with a name'],
    ['{{(repo)}}{{random}}', 'does not begin with a name'],
    ['{{repo repo}}{{random}}', 'at the end: "repo"'],
  ])('refuses %s, saying what is wrong with it', (template, sentence) => {
    expect(problemOf(template)).toContain(sentence);
  });

  it.each([
    ['{{random', 'unmatched braces'],
    ['random}}', 'unmatched braces'],
    ['{{random}}-{{repo', 'unmatched braces'],
    ['{{random}}-repo}}', 'unmatched braces'],
    ['{{truncate (random 5}}', 'an unclosed bracket'],
    ['{{truncate (uppercase (random) 5}}', 'an unclosed bracket'],
    ['{{truncate (random)) 5}}', 'instead of ")"'],
    ['{{random)}}', 'at the end: ")"'],
    ['{{replace (random) "a "b"}}', 'an unclosed quote'],
    ["{{replace (random) 'a' 'b}}", 'an unclosed quote'],
    ['{{replace (random) "a" "}}', 'an unclosed quote'],
  ])('refuses %s, which is not balanced', (template, sentence) => {
    expect(problemOf(template)).toContain(sentence);
  });

  it('refuses triple braces, which elsewhere mean “do not escape”: nothing is escaped here', () => {
    expect(problemOf('{{{random 8}}}')).toContain('"{random"');
  });

  it('takes single braces as literal text', () => {
    expect(parseNameTemplate('{x}{{random 4}}')).toEqual(['{x}', { kind: 'random', length: 4, mixedCase: false }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { desiredSecrets, fitsSecret, MAX_SECRET_BYTES } from '../../../../src/secrets/desired/desired.ts';
import { globMatcher, isGlob, splitGlobs } from '../../../../src/secrets/desired/globs.ts';
import { inCase, KEY_CASES } from '../../../../src/secrets/desired/key-case.ts';
import { nameProblem, secretName, templateProblem } from '../../../../src/secrets/desired/secret-name.ts';
import { type Selection, select, sourceFromEnvironment } from '../../../../src/secrets/desired/selection.ts';
import { anyText, examples } from '../../../support/fakes/hostile.ts';

/** Keys as GitHub has them, and what a file or the environment may bring along. */
const key = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ABab01__-. é'), minLength: 1, maxLength: 6 }),
  fc.constantFrom('github_token', 'GITHUB_TOKEN', 'AWS_ACCESS_KEY_ID', 'aws_session_token', '__proto__', 'constructor'),
  anyText(2),
);
const source = fc
  .uniqueArray(fc.tuple(key, anyText(3)), { selector: ([name]) => name, maxLength: 10 })
  .map((all) => new Map(all));
const glob = fc.oneof(
  fc.constantFrom('*', 'A*', '?', '[AB]*', '{A,B}*', '!(A)', '!A', '@(a|b)', '*[', '(', '**'),
  anyText(2).filter((text) => text.trim() !== ''),
);
const template = fc.constantFrom('{{key}}', 'app/{{key}}', '{{owner}}/{{repo}}/{{key}}', 'app', '{{ environment }}/x');
const selection: fc.Arbitrary<Selection> = fc.record({
  include: fc.array(glob, { maxLength: 3 }),
  exclude: fc.array(glob, { maxLength: 2 }),
  stripPrefix: fc.constantFrom('', 'A', 'a_', '__'),
  keyCase: fc.constantFrom(...KEY_CASES),
  map: fc.array(fc.record({ key, name: template, jsonKey: fc.option(anyText(2), { nil: undefined }) }), {
    maxLength: 2,
  }),
});
const FACTS = { owner: 'octo-org', repo: 'octo_repo', environment: 'prod' };

describe('a glob', () => {
  it('of whatever text matches or does not, the same way each time, and never throws', () => {
    const isSound = (text: string, name: string) => {
      const matches = globMatcher(text, { ignoreCase: true });
      expect([true, false]).toContain(matches(name));
      expect(matches(name)).toBe(globMatcher(text, { ignoreCase: true })(name));
      expect(typeof isGlob(text)).toBe('boolean');
    };
    fc.assert(fc.property(glob, key, isSound), examples(1_000));
  });

  it('that is a plain name matches this name alone', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'ABC_019.-'), minLength: 1, maxLength: 5 });
    const isAlone = (one: string, other: string) => {
      expect(globMatcher(one, { ignoreCase: false })(other)).toBe(one === other);
    };
    fc.assert(fc.property(plain, plain, isAlone), examples());
  });

  it('in a list is read as what it was written', () => {
    const item = fc.constantFrom('A*', '{A,B}_*', '!(C|D)', 'E', '[F,G', '{H', 'x y', '{A,B,C}{D,E}');
    const separator = fc.constantFrom('\n', ' \n ', '\r\n');
    const readBack = (globs: string[], between: string) => {
      const whole = globs.filter((each) => each !== '[F,G');
      expect(splitGlobs(whole.join(between))).toEqual(whole);
    };
    fc.assert(fc.property(fc.array(item), separator, readBack), examples());
  });
});

describe('a selection', () => {
  it('takes only keys of the source with their own values, none twice, no excluded one, and credentials only if mapped', () => {
    const isSound = (all: Map<string, string>, spec: Selection) => {
      const { selected } = select(all, spec);
      const mapped = spec.map.map((each) => each.key);
      const excluded = spec.exclude.map((each) => globMatcher(each, { ignoreCase: true }));
      for (const each of selected) {
        expect(each.value).toBe(all.get(each.key));
        expect(excluded.some((matches) => matches(each.key))).toBe(false);
        if (/^(github_token|aws_(access_key_id|secret_access_key|session_token))$/i.test(each.key)) {
          expect(mapped).toContain(each.key);
        }
      }
      const unmapped = selected.filter(({ mapping }) => mapping === undefined).map((each) => each.key);
      expect(new Set(unmapped).size).toBe(unmapped.length);
    };
    fc.assert(fc.property(source, selection, isSound), examples(500));
  });

  it('never says a value in a problem or a notice', () => {
    const isSilent = (keys: string[], spec: Selection) => {
      const all = new Map(keys.map((each, at) => [each, `c4n4ry${at}`]));
      const { selected, problems, notices } = select(all, spec);
      const layout = { mode: 'json', name: 'app', empty: 'error' } as const;
      const told = [...problems, ...notices, ...desiredSecrets(selected, layout, FACTS).problems];
      expect(told.join('\n')).not.toContain('c4n4ry');
    };
    fc.assert(fc.property(fc.array(key, { maxLength: 8 }), selection, isSilent), examples(500));
  });

  it('from the environment never takes what the runner or AWS keep there unless it is named', () => {
    const variable = fc.constantFrom(
      'INPUT_X',
      'GITHUB_TOKEN',
      'ACTIONS_ID_TOKEN',
      'AWS_SECRET_ACCESS_KEY',
      'A',
      'B_C',
      'constructor',
    );
    const isSound = (names: string[], variables: string[]) => {
      const environment = Object.fromEntries(variables.map((each) => [each, 'c4n4ry']));
      const { source: taken, problems, notices } = sourceFromEnvironment(names, environment);
      for (const each of taken.keys()) {
        expect(Object.hasOwn(environment, each)).toBe(true);
        if (/^(INPUT|GITHUB|ACTIONS|AWS)_/.test(each)) expect(names).toContain(each);
      }
      expect([...problems, ...notices].join('\n')).not.toContain('c4n4ry');
    };
    const asked = fc.array(fc.oneof(glob, variable), { maxLength: 3 });
    fc.assert(fc.property(asked, fc.array(variable), isSound), examples(500));
  });
});

describe('a key in another case', () => {
  it('is the same however often it is put there', () => {
    const isStable = (text: string, desired: (typeof KEY_CASES)[number]) => {
      const once = inCase(text, desired);
      if (!['camel', 'pascal'].includes(desired)) expect(inCase(once, desired)).toBe(once);
    };
    const ascii = fc.string({ unit: fc.constantFrom(...'ABCabc019_-. '), maxLength: 12 });
    fc.assert(fc.property(ascii, fc.constantFrom(...KEY_CASES), isStable), examples(1_000));
  });

  it('is some text for any text, and half characters are not made', () => {
    const isText = (text: string, desired: (typeof KEY_CASES)[number]) => {
      if (text.isWellFormed()) expect(inCase(text, desired).isWellFormed()).toBe(true);
    };
    fc.assert(fc.property(anyText(), fc.constantFrom(...KEY_CASES), isText), examples(1_000));
  });
});

describe('wanted secrets', () => {
  const layout = fc.record({
    mode: fc.constantFrom('json' as const, 'per-key' as const),
    name: fc.constantFrom('app', 'app/{{key}}', '{{owner}}/{{repo}}/{{environment}}/{{key}}'),
    empty: fc.constantFrom('skip' as const, 'error' as const),
  });

  it('without a problem keep AWS’s limits and lose nothing: every value stands in one place, and no two in the same', () => {
    const isSound = (
      all: Map<string, string>,
      spec: Selection,
      form: { mode: 'json' | 'per-key'; name: string; empty: 'skip' | 'error' },
    ) => {
      const { selected } = select(all, spec);
      const { desired, problems } = desiredSecrets(selected, form, FACTS);
      if (problems.length > 0) return;
      expect(new Set(desired.map(({ name }) => name)).size).toBe(desired.length);
      const held = desired.flatMap(({ name, content }) => {
        expect(name).toMatch(/^[A-Za-z0-9/_+=.@-]{1,512}$/);
        if (content.kind === 'nothing') return [];
        return content.kind === 'text' ? [content.value] : [...content.values.values()];
      });
      const values = selected.map(({ value }) => value).filter((value) => value !== '');
      expect(held.sort()).toEqual(values.sort());
      expect(held.every((value) => value.isWellFormed())).toBe(true);
    };
    fc.assert(fc.property(source, selection, layout, isSound), examples(1_000));
  });

  it('fit where their bytes do', () => {
    const isExact = (unit: string, over: number) => {
      const bytes = Buffer.byteLength(unit);
      const text = unit.repeat(Math.floor(MAX_SECRET_BYTES / bytes)) + 'x'.repeat((MAX_SECRET_BYTES % bytes) + over);
      expect(fitsSecret(text)).toBe(over === 0);
    };
    fc.assert(fc.property(fc.constantFrom('a', 'é', '€', '😀'), fc.constantFrom(0, 1), isExact), examples(8));
  });
});

describe('a secret’s name', () => {
  it('is made of any template or that has a problem, and then AWS takes it or that is a problem', () => {
    const isSound = (text: string, facts: [string, string, string, string]) => {
      if (templateProblem(text) !== undefined) return;
      const [owner, repo, environment, name] = facts;
      const made = secretName(text, { owner, repo, environment, key: name });
      expect(nameProblem(made) === undefined).toBe(/^[A-Za-z0-9/_+=.@-]{1,512}$/.test(made));
      expect(made).not.toContain('undefined');
    };
    const near = fc.array(fc.oneof(anyText(1), template), { maxLength: 4 }).map((all) => all.join(''));
    const fact = fc.constantFrom('a', 'x/y', '{{key}}', '$&', '');
    fc.assert(fc.property(near, fc.tuple(fact, fact, fact, fact), isSound), examples(1_000));
  });
});

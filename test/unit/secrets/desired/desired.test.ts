import { describe, expect, it } from '@jest/globals';
import {
  desiredSecrets,
  fitsSecret,
  isBlank,
  MAX_SECRET_BYTES,
  type SecretLayout,
} from '../../../../src/secrets/desired/desired.ts';
import type { Mapping, SelectedKey } from '../../../../src/secrets/desired/selection.ts';
import { json, plain } from '../../../support/fakes/sync.ts';

const FACTS = { owner: 'o', repo: 'r', environment: 'prod' };
const CANARY = 'c4n4ry';

function taken(
  key: string,
  value: string,
  about: { renamed?: string; mapping?: Omit<Mapping, 'key'> } = {},
): SelectedKey {
  const { renamed = key, mapping } = about;
  return { key, value, renamed, mapping: mapping && { key, ...mapping } };
}
const asJson = (about: Partial<SecretLayout> = {}): SecretLayout => ({
  mode: 'json',
  name: 'app',
  empty: 'skip',
  ...about,
});
const perKey = (about: Partial<SecretLayout> = {}): SecretLayout => ({
  mode: 'per-key',
  name: 'app/{{key}}',
  empty: 'skip',
  ...about,
});
const desired = (selected: SelectedKey[], layout: SecretLayout) => desiredSecrets(selected, layout, FACTS);

describe('keys', () => {
  it('become one JSON secret', () => {
    expect(
      desired([taken('A', '1', { renamed: 'a' }), taken('B', '')], asJson({ name: '{{owner}}/{{repo}}' })),
    ).toEqual({
      desired: [json('o/r', { a: '1' }, ['B'])],
      problems: [],
    });
  });

  it('become a secret each', () => {
    const selected = [taken('A', '1', { renamed: 'a' }), taken('B', '')];
    expect(desired(selected, perKey({ name: '{{environment}}/{{key}}' }))).toEqual({
      desired: [plain('prod/a', '1'), plain('prod/B', '')],
      problems: [],
    });
  });

  it.each([asJson(), perKey()])('that are none become nothing (%j)', (layout) => {
    expect(desired([], layout)).toEqual({ desired: [], problems: [] });
  });

  it('go where map says: alone, or into a JSON secret, in either mode', () => {
    const selected = [
      taken('A', '1'),
      taken('B', '2', { mapping: { name: 'own/{{key}}', jsonKey: undefined }, renamed: 'b' }),
      taken('C', '3', { mapping: { name: 'both', jsonKey: 'c.d' } }),
      taken('D', '', { mapping: { name: 'both', jsonKey: 'd' } }),
    ];
    const mapped = [plain('own/b', '2'), json('both', { 'c.d': '3' }, ['d'])];
    expect(desired(selected, asJson())).toEqual({ desired: [json('app', { A: '1' }), ...mapped], problems: [] });
    expect(desired(selected, perKey())).toEqual({ desired: [plain('app/A', '1'), ...mapped], problems: [] });
  });

  it('that are mapped may join the others in their JSON secret', () => {
    const selected = [taken('A', '1'), taken('B', '2', { mapping: { name: 'app', jsonKey: 'b' } })];
    expect(desired(selected, asJson())).toEqual({ desired: [json('app', { A: '1', b: '2' })], problems: [] });
  });

  it('keep names that JavaScript has of its own', () => {
    const [secret] = desired([taken('__proto__', '1'), taken('constructor', '2')], asJson()).desired;
    expect(secret?.content).toEqual({
      kind: 'json',
      values: new Map([
        ['__proto__', '1'],
        ['constructor', '2'],
      ]),
      empty: [],
    });
  });
});

describe('a secret', () => {
  it.each([
    [plain('a', ''), true],
    [plain('a', ' '), false],
    [json('a', {}), true],
    [json('a', {}, ['x']), true],
    [json('a', { b: 'c' }, ['x']), false],
  ])('%j is blank: %s', (secret, blank) => {
    expect(isBlank(secret)).toBe(blank);
  });
});

describe('problems', () => {
  const problems = (selected: SelectedKey[], layout: SecretLayout) => {
    const told = desired(selected, layout).problems;
    expect(told.join('\n')).not.toContain(CANARY);
    return told;
  };

  it('are all reported at once', () => {
    const selected = [
      taken('A B', CANARY),
      taken('X', CANARY, { renamed: 'x' }),
      taken('x', CANARY),
      taken('L', CANARY.repeat(20_000)),
      taken('E', ''),
      taken('N', CANARY, { renamed: '' }),
      taken('H', `${CANARY}\ud800`),
    ];
    expect(problems(selected, perKey({ empty: 'error' }))).toEqual([
      '`E` is empty, and `empty` is `error`',
      '`N`: nothing is left of the key after `strip-prefix` and `key-case`',
      '`H` is not valid Unicode (unpaired surrogate)',
      '`A B` would get the name "app/A B"; AWS allows 1 to 512 letters, digits or /_+=.@-',
      '`X`, `x` would all become the secret app/x',
      '`L` is above AWS’s limit for one secret, 65536 bytes; leave it out',
    ]);
  });

  it.each<[string, SelectedKey[], SecretLayout, string]>([
    [
      'two keys of one JSON secret become one',
      [taken('A_B', '1', { renamed: 'ab' }), taken('AB', '2', { renamed: 'ab' }), taken('C', '3')],
      asJson(),
      '`A_B`, `AB` would all become the key ab of the secret app',
    ],
    [
      'a mapped key meets another in a JSON secret',
      [taken('A', '1'), taken('B', '2', { mapping: { name: 'app', jsonKey: 'A' } })],
      asJson(),
      '`A`, `B` would all become the key A of the secret app',
    ],
    [
      'a secret would be both a value and an object',
      [taken('A', '1'), taken('B', '2', { mapping: { name: 'app', jsonKey: undefined } })],
      asJson(),
      '`B` would be the whole of the secret app, and `A` a part of it',
    ],
    [
      'a mapped key meets an unmapped one',
      [taken('A', '1'), taken('B', '2', { mapping: { name: 'app/A', jsonKey: undefined } })],
      perKey(),
      '`A`, `B` would all become the secret app/A',
    ],
    [
      'empty values meet',
      [taken('A', '', { renamed: 'x' }), taken('B', '', { renamed: 'x' })],
      perKey(),
      '`A`, `B` would all become the secret app/x',
    ],
    [
      'a mapped value is empty',
      [taken('A', '', { mapping: { name: 'm', jsonKey: 'j' } })],
      asJson({ empty: 'error' }),
      '`A` is empty, and `empty` is `error`',
    ],
    [
      'the JSON as a whole is too large',
      [taken('A', CANARY.repeat(6_000)), taken('B', CANARY.repeat(6_000))],
      asJson(),
      'the JSON of the secret app is above AWS’s limit for one secret, 65536 bytes; use `mode: per-key`, or spread the keys with `map`',
    ],
  ])('are reported where %s', (_, selected, layout, problem) => {
    expect(problems(selected, layout)).toEqual([problem]);
  });

  it('are none where a mapped key loses its whole name, which nothing is made of', () => {
    const mapping = { name: 'fixed', jsonKey: undefined };
    expect(problems([taken('APP_', '1', { renamed: '', mapping })], perKey())).toEqual([]);
  });

  it('are reported where a mapped key loses its whole name, and its secret’s name is made of that', () => {
    const mapping = { name: 'x/{{key}}', jsonKey: undefined };
    expect(problems([taken('APP_', '1', { renamed: '', mapping })], perKey())).toEqual([
      '`APP_`: nothing is left of the key after `strip-prefix` and `key-case`',
    ]);
  });
});

describe('the size of a secret', () => {
  it.each([
    ['x'.repeat(MAX_SECRET_BYTES), true],
    ['x'.repeat(MAX_SECRET_BYTES + 1), false],
    ['ä'.repeat(MAX_SECRET_BYTES / 2), true],
    [`ä${'x'.repeat(MAX_SECRET_BYTES - 1)}`, false],
    ['🎉'.repeat(MAX_SECRET_BYTES / 4), true],
    [`${'🎉'.repeat(MAX_SECRET_BYTES / 4)}x`, false],
    ['日'.repeat(Math.floor(MAX_SECRET_BYTES / 3)), true],
    ['日'.repeat(Math.floor(MAX_SECRET_BYTES / 3) + 1), false],
    ['', true],
  ])('is counted in bytes of UTF-8 (%#)', (text, fits) => {
    expect(fitsSecret(text)).toBe(fits);
  });

  it('of a JSON secret is that of its text, escapes and all', () => {
    const overhead = '{"A":""}'.length;
    const whole = (value: string) => desired([taken('A', value)], asJson()).problems;
    expect(whole('x'.repeat(MAX_SECRET_BYTES - overhead))).toEqual([]);
    expect(whole('x'.repeat(MAX_SECRET_BYTES - overhead + 1))).toHaveLength(1);
    expect(whole('\n'.repeat((MAX_SECRET_BYTES - overhead) / 2))).toEqual([]);
    expect(whole('\n'.repeat((MAX_SECRET_BYTES - overhead) / 2 + 1))).toHaveLength(1);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type Selection, select, sourceFromEnvironment } from '../../../../src/secrets/desired/selection.ts';

const source = (...keys: string[]) => new Map(keys.map((key) => [key, `value of ${key}`]));
const selection = (about: Partial<Selection> = {}): Selection => ({
  include: [],
  exclude: [],
  stripPrefix: '',
  keyCase: 'none',
  map: [],
  ...about,
});
const selected = (keys: string[], about: Partial<Selection>) =>
  select(source(...keys), selection(about)).selected.map(({ key }) => key);

const ALWAYS_OUT = [
  'github_token',
  'GITHUB_TOKEN',
  'Github_Token',
  'ACTIONS_STEP_DEBUG',
  'ACTIONS_RUNNER_DEBUG',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
];

describe('keys', () => {
  it('are all taken unless something is said, with their values and names as they are', () => {
    expect(select(source('A', 'b'), selection())).toEqual({
      selected: [
        { key: 'A', value: 'value of A', renamed: 'A', mapping: undefined },
        { key: 'b', value: 'value of b', renamed: 'b', mapping: undefined },
      ],
      problems: [],
      notices: [],
    });
  });

  it.each<[string, string[], Partial<Selection>, string[]]>([
    ['by name', ['A', 'B'], { include: ['A'] }, ['A']],
    ['by glob', ['DB_A', 'DB_B', 'X'], { include: ['DB_*'] }, ['DB_A', 'DB_B']],
    ['by any of several globs', ['A1', 'B1', 'C1'], { include: ['A*', 'B*'] }, ['A1', 'B1']],
    ['whatever their case', ['DB_A', 'db_b'], { include: ['Db_*'] }, ['DB_A', 'db_b']],
    ['but for the excluded', ['A1', 'A2'], { exclude: ['a2'] }, ['A1']],
    ['but for the excluded, though they are included', ['A1', 'A2'], { include: ['A*'], exclude: ['*2'] }, ['A1']],
    ['not at all where all are excluded', ['A1', 'A2'], { exclude: ['*'] }, []],
  ])('are taken %s', (_, keys, about, expected) => {
    expect(selected(keys, about)).toEqual(expected);
  });

  it.each(ALWAYS_OUT)('are never taken when one is %s, also when it is included', (key) => {
    expect(selected([key, 'A'], {})).toEqual(['A']);
    expect(selected([key, 'A'], { include: [key, 'A'] })).toEqual(['A']);
  });

  it.each(ALWAYS_OUT)('are taken when one is %s and mapped', (key) => {
    const map = [{ key, name: 'x', jsonKey: undefined }];
    expect(select(source(key), selection({ map })).selected).toEqual([
      { key, value: `value of ${key}`, renamed: key, mapping: map[0] },
    ]);
  });

  it.each(['GITHUB_TOKENS', 'MY_GITHUB_TOKEN', 'AWS_REGION', 'ACTIONS_STEP'])(
    'are taken when one is only like those: %s',
    (key) => {
      expect(selected([key], {})).toEqual([key]);
    },
  );

  it('that are included and not there are reported, each by its glob', () => {
    const { notices } = select(source('A'), selection({ include: ['A', 'B', 'C*'] }));
    expect(notices).toEqual([
      '`B` in `include` matches no key of the source.',
      '`C*` in `include` matches no key of the source.',
    ]);
  });

  it('that are excluded and not there are reported too, each by its glob, after those that are included', () => {
    const { notices, selected: taken } = select(
      source('A'),
      selection({ include: ['GONE'], exclude: ['b', 'C*', 'a*'] }),
    );
    expect(taken).toEqual([]);
    expect(notices).toEqual([
      '`GONE` in `include` matches no key of the source.',
      '`b` in `exclude` matches no key of the source.',
      '`C*` in `exclude` matches no key of the source.',
    ]);
  });

  it('that are excluded and not there are reported however many others there are', () => {
    const { notices } = select(source('A', 'B', 'C'), selection({ exclude: ['GONE', 'X*', 'B'] }));
    expect(notices).toEqual([
      '`GONE` in `exclude` matches no key of the source.',
      '`X*` in `exclude` matches no key of the source.',
    ]);
  });

  it('that are excluded, though they were not included or never are, are there, so nothing is reported', () => {
    const about = { include: ['A'], exclude: ['B', 'github_token'] };
    expect(select(source('A', 'B', 'GITHUB_TOKEN'), selection(about)).notices).toEqual([]);
  });

  it('that are included and mapped or excluded are there, so nothing is reported', () => {
    const about = { include: ['A', 'B'], exclude: ['B'], map: [{ key: 'A', name: 'x', jsonKey: undefined }] };
    expect(select(source('A', 'B'), selection(about)).notices).toEqual([]);
  });
});

describe('a key', () => {
  it.each<[string, Partial<Selection>, string]>([
    ['APP_DB_HOST', { stripPrefix: 'APP_' }, 'DB_HOST'],
    ['APP_DB_HOST', { stripPrefix: 'APP_', keyCase: 'camel' }, 'dbHost'],
    ['APP_APP_X', { stripPrefix: 'APP_' }, 'APP_X'],
    ['DB_HOST', { stripPrefix: 'APP_', keyCase: 'kebab' }, 'db-host'],
    ['APP_', { stripPrefix: 'APP_' }, ''],
  ])('%s is renamed by %j to %s', (key, about, renamed) => {
    expect(select(source(key), selection(about)).selected).toMatchObject([{ key, renamed }]);
  });
});

describe('a line of map', () => {
  it('takes its key out of where it would have gone, although nothing includes it', () => {
    const map = [{ key: 'B', name: 'x', jsonKey: 'b' }];
    const { selected: taken } = select(source('A', 'B', 'C'), selection({ include: ['A'], map, keyCase: 'lower' }));
    expect(taken).toEqual([
      { key: 'A', value: 'value of A', renamed: 'a', mapping: undefined },
      { key: 'B', value: 'value of B', renamed: 'b', mapping: map[0] },
    ]);
  });

  it('may send one key to two places', () => {
    const map = [
      { key: 'A', name: 'x', jsonKey: undefined },
      { key: 'A', name: 'y', jsonKey: undefined },
    ];
    expect(select(source('A'), selection({ map })).selected.map(({ mapping }) => mapping?.name)).toEqual(['x', 'y']);
  });

  it('is a problem where its key is missing or excluded; all are reported, the others taken', () => {
    const map = ['GONE', 'OUT', 'A', 'constructor'].map((key) => ({ key, name: 'x', jsonKey: key }));
    const { selected: taken, problems } = select(source('A', 'OUT'), selection({ map, exclude: ['out'] }));
    expect(problems).toEqual([
      'names `GONE`, which the source does not have',
      'names `OUT`, which is also excluded',
      'names `constructor`, which the source does not have',
    ]);
    expect(taken.map(({ key }) => key)).toEqual(['A']);
  });

  it('takes a key whose value is empty', () => {
    const map = [{ key: 'A', name: 'x', jsonKey: undefined }];
    expect(select(new Map([['A', '']]), selection({ map }))).toMatchObject({ selected: [{ value: '' }], problems: [] });
  });
});

describe('the environment as a source', () => {
  const environment = { DB_A: '1', DB_B: ' \n', EMPTY: '', db_c: '3', gone: undefined };

  it('gives variables by name and by glob, as they stand, each once', () => {
    expect(sourceFromEnvironment(['EMPTY', 'DB_*', 'DB_A'], environment)).toEqual({
      source: new Map([
        ['EMPTY', ''],
        ['DB_A', '1'],
        ['DB_B', ' \n'],
      ]),
      problems: [],
      notices: [],
    });
  });

  it('must have what is named', () => {
    const { source: read, problems, notices } = sourceFromEnvironment(['MISSING', 'gone', 'db_a', 'DB_A'], environment);
    expect(notices).toEqual([]);
    expect(problems).toEqual(
      ['MISSING', 'gone', 'db_a'].map((name) => `names ${name}, which the environment does not have`),
    );
    expect([...read.keys()]).toEqual(['DB_A']);
  });

  it('is not asked for what is no variable’s name but may be a secret, which is not printed', () => {
    const { source: read, problems } = sourceFromEnvironment(
      ['DB_A', '{"A":"c4n4ry"}', 'c4n4ry c4n4ry', '$A'],
      environment,
    );
    expect(problems).toEqual([2, 3, 4].map((item) => `: item ${item} is neither a variable’s name nor a glob`));
    expect([...read.keys()]).toEqual(['DB_A']);
  });

  it('may have nothing that a glob matches, which is reported', () => {
    expect(sourceFromEnvironment(['X_*'], environment)).toEqual({
      source: new Map(),
      problems: [],
      notices: ['`X_*` in `from-env` matches no variable.'],
    });
  });

  it('gives nothing for a variable that is there in name only', () => {
    expect(sourceFromEnvironment(['g*'], environment).source).toEqual(new Map());
  });

  const OWN = ['INPUT_X', 'STATE_X', 'ACTIONS_X', 'GITHUB_X', 'RUNNER_X', 'AWS_X'];
  it.each(OWN)('gives %s by name only, never by a glob', (name) => {
    const all = { [name]: 'x', A: 'a' };
    expect([...sourceFromEnvironment(['*', `${name.slice(0, 5)}*`], all).source.keys()]).toEqual(['A']);
    expect([...sourceFromEnvironment([name], all).source.keys()]).toEqual([name]);
  });

  it('gives variables that only look like the runner’s', () => {
    expect([...sourceFromEnvironment(['*'], { MY_AWS_X: '1', AWSX: '2' }).source.keys()]).toEqual(['MY_AWS_X', 'AWSX']);
  });

  it.each(['constructor', 'toString', '__proto__'])('does not have %s, which only JavaScript has', (name) => {
    expect(sourceFromEnvironment([name], { A: '1' })).toMatchObject({
      source: new Map(),
      problems: [`names ${name}, which the environment does not have`],
    });
  });
});

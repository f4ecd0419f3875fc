import { describe, expect, it } from '@jest/globals';
import { inputReader } from '../../../../src/github/inputs/reader.ts';
import { readSessionTags } from '../../../../src/github/inputs/session-tags.ts';

const RUN = {
  GITHUB_REPOSITORY: 'octo-org/shop',
  GITHUB_WORKFLOW: 'deploy',
  GITHUB_ACTION: '__self',
  GITHUB_ACTOR: 'mona',
  GITHUB_SHA: '6f2c1d3',
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_BASE_REF: 'main',
  GITHUB_HEAD_REF: 'fix',
  GITHUB_RUN_ID: '42',
  GITHUB_JOB: 'build',
  GITHUB_TRIGGERING_ACTOR: 'hubot',
};
const KEPT = ['GitHub', 'Repository', 'Workflow', 'Action', 'Actor', 'Commit', 'Branch'];
const DROPPABLE = ['EventName', 'BaseRef', 'HeadRef', 'RunId', 'Job', 'TriggeringActor'];
const ON = { 'role-skip-session-tagging': 'false' };

function read(inputs: Record<string, string>, environment: Record<string, string> = RUN) {
  const reader = inputReader((name) => inputs[name] ?? '');
  const tags = readSessionTags(reader, environment);
  return { tags, problems: reader.problems };
}

const tagOf = (inputs: Record<string, string>, environment: Record<string, string>, key: string) =>
  read(inputs, environment).tags?.tags.find((tag) => tag.key === key)?.value;

describe('whether there are session tags', () => {
  const table: [inputs: Record<string, string>, on: boolean][] = [
    [{}, false],
    [{ 'role-skip-session-tagging': 'true' }, false],
    [{ 'role-skip-session-tagging': 'TRUE', 'custom-tags': '{"a": "b"}', 'transitive-tag-keys': 'a' }, false],
    [ON, true],
    [{ 'role-skip-session-tagging': 'False' }, true],
    [{ 'custom-tags': '{"a": "b"}' }, true],
    [{ 'custom-tags': '{}' }, false],
    [{ 'transitive-tag-keys': 'Actor' }, true],
    [{ 'transitive-tag-keys': ' , \n' }, false],
  ];
  it.each(table)('%j: %s', (inputs, on) => {
    const { tags, problems } = read(inputs);
    expect([tags !== undefined, problems]).toEqual([on, []]);
  });
});

describe('the run’s own tags', () => {
  it('are these, in this order, and these may be dropped', () => {
    const { tags = [] } = read(ON).tags ?? {};
    expect(tags.map(({ key }) => key)).toEqual([...KEPT, ...DROPPABLE]);
    expect(tags.filter(({ droppable }) => droppable).map(({ key }) => key)).toEqual(DROPPABLE);
  });

  it('have their values from GitHub’s variables', () => {
    const { tags = [] } = read(ON).tags ?? {};
    expect(tags.map(({ value }) => value)).toEqual(['Actions', ...Object.values(RUN)]);
  });

  it('are left out where GitHub says nothing', () => {
    const { tags = [] } = read(ON, { ...RUN, GITHUB_BASE_REF: '', GITHUB_HEAD_REF: '' }).tags ?? {};
    expect(tags.map(({ key }) => key)).toEqual([...KEPT, 'EventName', 'RunId', 'Job', 'TriggeringActor']);
    expect(read(ON, {}).tags?.tags).toEqual([{ key: 'GitHub', value: 'Actions', droppable: false }]);
  });

  const values: [given: string, value: string][] = [
    ['refs/heads/main', 'refs/heads/main'],
    ['dependabot[bot]', 'dependabot_bot_'],
    ['a b\tc\nd', 'a b_c_d'],
    ['Grüße 日本 ١٢٣', 'Grüße 日本 ١٢٣'],
    ['_.:/=+-@', '_.:/=+-@'],
    ['a,b;c*d?e"f\'g<h>&i!j#k%l(m){n}|o~p`q^r$s\\t', 'a_b_c_d_e_f_g_h__i_j_k_l_m__n__o_p_q_r_s_t'],
    ['🚀', '_'],
    ['x'.repeat(256), 'x'.repeat(256)],
    ['x'.repeat(257), 'x'.repeat(256)],
    ['🚀'.repeat(300), '_'.repeat(256)],
  ];
  it.each(values)('of %j is %j', (given, value) => {
    expect(tagOf(ON, { ...RUN, GITHUB_WORKFLOW: given }, 'Workflow')).toBe(value);
  });

  it('are never cut within a character, of which nothing could be sent', () => {
    const value = tagOf(ON, { ...RUN, GITHUB_WORKFLOW: `${'a'.repeat(255)}𝒜𝒜` }, 'Workflow') ?? '';
    expect(value.isWellFormed()).toBe(true);
    expect(value.length).toBeLessThanOrEqual(256);
  });
});

describe('custom-tags', () => {
  const good: [json: string, tags: Record<string, string>][] = [
    ['{"Team": "blue"}', { Team: 'blue' }],
    ['{"a": 1, "b": true, "c": false, "d": ""}', { a: '1', b: 'true', c: 'false', d: '' }],
    [
      '{"cost center": "a b", "a.b:c/d=e+f-g@h_i": "ok", "Größe": "日本"}',
      { 'cost center': 'a b', 'a.b:c/d=e+f-g@h_i': 'ok', Größe: '日本' },
    ],
    [`{"${'k'.repeat(128)}": "${'v'.repeat(256)}"}`, { ['k'.repeat(128)]: 'v'.repeat(256) }],
    [
      '{"__proto__": "x", "constructor": "y"}',
      Object.fromEntries([
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]),
    ],
    ['{"awsome": "x", "Repositories": "y"}', { awsome: 'x', Repositories: 'y' }],
  ];
  it.each(good)('%j are taken as they are', (json, expected) => {
    const { tags, problems } = read({ 'custom-tags': json });
    const own = tags?.tags.slice(KEPT.length + DROPPABLE.length) ?? [];
    expect(problems).toEqual([]);
    expect(own).toEqual(Object.entries(expected).map(([key, value]) => ({ key, value, droppable: false })));
  });

  const bad: [json: string, word: string][] = [
    ['Team=blue', 'JSON object'],
    ['[]', 'JSON object'],
    ['"Team"', 'JSON object'],
    ['7', 'JSON object'],
    ['null', 'JSON object'],
    ['{"a": null}', '"a"'],
    ['{"a": {}}', '"a"'],
    ['{"a": ["b"]}', '"a"'],
    ['{"": "b"}', '""'],
    ['{"a!": "b"}', '"a!"'],
    ['{"aws:a": "b"}', 'aws:'],
    ['{"AWS:a": "b"}', 'aws:'],
    [`{"${'k'.repeat(129)}": "v"}`, '128'],
    [`{"a": "${'v'.repeat(257)}"}`, '256'],
    ['{"a": "b & c"}', '"a"'],
    ['{"a": "b\\nc"}', '"a"'],
    ['{"a": "b", "A": "c"}', 'twice'],
  ];
  it.each(bad)('%j are refused', (json, word) => {
    const { problems } = read({ 'custom-tags': json });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('`custom-tags`');
    expect(problems[0]).toContain(word);
  });

  it.each([...KEPT, ...DROPPABLE])('may not name %s, in any case, whether or not this run has it', (key) => {
    for (const spelling of [key, key.toLowerCase(), key.toUpperCase()]) {
      const { problems } = read({ 'custom-tags': JSON.stringify({ [spelling]: 'x' }) }, {});
      expect(problems).toEqual([expect.stringContaining(`"${spelling}"`)]);
    }
  });

  it('and the run’s own may be fifty together', () => {
    const some = (count: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 'v'])));
    const own = KEPT.length + DROPPABLE.length;
    expect(read({ 'custom-tags': some(50 - own) }).problems).toEqual([]);
    expect(read({ 'custom-tags': some(51 - own) }).problems).toEqual([expect.stringContaining('50')]);
  });
});

describe('transitive-tag-keys', () => {
  it('are those of them that are tags of this session', () => {
    const given = { 'transitive-tag-keys': 'Actor, Team\nNobody,BaseRef', 'custom-tags': '{"Team": "blue"}' };
    expect(read(given).tags?.transitiveKeys).toEqual(['Actor', 'Team', 'BaseRef']);
    expect(read(given, { ...RUN, GITHUB_BASE_REF: '' }).tags?.transitiveKeys).toEqual(['Actor', 'Team']);
  });
});

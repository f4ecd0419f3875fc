import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { counted, logPlan, type Outcome, planJson, setSyncOutputs, toldOf } from '../../src/github/sync-report.ts';
import type { Action, Change } from '../../src/secrets/plan.ts';
import { fakeRunner } from '../fakes/runner.ts';
import { change, found, plain } from '../fakes/sync.ts';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

const plan = (...changes: Partial<Change>[]) => ({ changes: changes.map(change), pruneRefused: undefined });
const keys = (about: Partial<NonNullable<Change['keys']>>) => ({
  added: [],
  changed: [],
  removed: [],
  empty: [],
  ...about,
});
const CANARY = 'c4n4ry';
/** A change with a value wherever one can be. */
const FULL: Partial<Change> = {
  name: 'full',
  action: 'update',
  what: ['value', 'tags'],
  keys: keys({ added: ['a', 'b'], removed: ['z'] }),
  next: CANARY,
  tags: { team: CANARY },
  wanted: plain('full', CANARY),
  found: found({ value: { kind: 'text', text: CANARY } }),
};

describe('the ends of secrets', () => {
  it('are counted, those that failed apart from what was to be done', () => {
    const ends: [Action, string | undefined][] = [
      ['create', undefined],
      ['create', 'why'],
      ['update', undefined],
      ['adopt', undefined],
      ['restore', undefined],
      ['unchanged', undefined],
      ['unchanged', undefined],
      ['skip', undefined],
      ['refuse', undefined],
      ['refuse', 'why'],
      ['prune', undefined],
      ['prune', 'why'],
    ];
    expect(counted(ends.map(([action, failure]) => ({ action, failure })))).toEqual({
      created: 1,
      updated: 2,
      restored: 1,
      unchanged: 2,
      pruned: 1,
      skipped: 1,
      failed: 4,
    });
  });

  it('are none where there is no secret', () => {
    expect(Object.values(counted([]))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('what a plan tells', () => {
  it.each<[Partial<Change>, string]>([
    [{ action: 'create' }, ''],
    [{ action: 'create', keys: keys({ added: ['a', 'b'] }) }, 'added a, b'],
    [{ action: 'update', what: ['description', 'tags'] }, 'description, tags'],
    [FULL, 'value, tags (added a, b; removed z)'],
    [{ action: 'update', what: ['tags'], keys: keys({}) }, 'tags'],
    [{ action: 'skip', because: 'it is empty', keys: keys({ empty: ['a'] }) }, 'it is empty'],
    [{ action: 'refuse', because: 'not ours', what: ['value'] }, 'not ours'],
    [{ action: 'prune' }, ''],
  ])('of %j is its name, its action and %j', (about, what) => {
    expect(toldOf(plan(about))).toEqual([{ name: about.name ?? 'app', action: about.action, what }]);
  });

  it('is nothing of what stays as it is', () => {
    expect(toldOf(plan({ action: 'unchanged' }))).toEqual([]);
  });

  it.each(['\n', '\r', '\u2028', '\u2029', '\u0085', '\t', '\0', '\x1b'])(
    'stays in one line whatever keys are called: with %j',
    (character) => {
      const added = [`a${character}::add-mask::x`];
      const [told] = toldOf(plan({ action: 'update', keys: keys({ added }) }));
      expect(told?.what).toBe('added a?::add-mask::x');
    },
  );
});

describe('the plan in the log', () => {
  it('is a table of names and actions', () => {
    logPlan(
      {
        ...plan(FULL, { name: 'b', action: 'unchanged' }, { name: 'c', action: 'create' }),
        pruneRefused: 'none is deleted',
      },
      'repo:42/env:-/id:default',
    );
    expect(runner.commands()).toEqual([
      'Plan for repo:42/env:-/id:default: 2 to see to, 1 as they should be.',
      '  update  full  value, tags (added a, b; removed z)',
      '  create  c',
      '  none is deleted.',
    ]);
  });

  it('is one line where nothing is to do', () => {
    logPlan(plan(), 'o');
    expect(runner.commands()).toEqual(['Plan for o: 0 to see to, 0 as they should be.']);
  });

  // The runner looks for commands of its older form anywhere in a line (actions/runner: ActionCommand.TryParse).
  it.each(['stop-commands]x', 'save-state name=lease]x', 'set-output name=changed]x', 'add-mask]a', 'debug]x'])(
    'holds no command of the runner’s, whatever a key is called: ##[%s',
    (command) => {
      logPlan(plan({ action: 'update', what: ['value'], keys: keys({ removed: [`##[${command}`] }) }), 'o');
      expect(runner.commands().join('\n')).not.toContain('##[');
    },
  );
});

describe('the outputs', () => {
  const outcome = (about: Partial<Outcome>): Outcome => ({ plan: plan(), results: [], mode: 'per-key', ...about });
  const result = (name: string, action: Action, failure?: string) => ({
    name,
    action,
    failure,
    arn: `arn:${name}`,
    versionId: `v-${name}`,
  });

  it('hold the plan as JSON, with names and actions and nothing empty', () => {
    const changes = [
      FULL,
      { name: 'b', action: 'unchanged', keys: keys({}) },
      { name: 'c', action: 'refuse', because: 'why' },
    ] as const;
    expect(JSON.parse(planJson(plan(...changes)))).toEqual([
      {
        name: 'full',
        action: 'update',
        what: ['value', 'tags'],
        keys: { added: ['a', 'b'], changed: [], removed: ['z'], empty: [] },
      },
      { name: 'b', action: 'unchanged' },
      { name: 'c', action: 'refuse', because: 'why' },
    ]);
  });

  it.each(['', 'sync-'])('are all set, with the prefix "%s"', (prefix) => {
    const results = [result('a', 'create'), result('b', 'update', 'why'), result('c', 'skip'), result('d', 'prune')];
    setSyncOutputs(prefix, outcome({ plan: plan({ name: 'a', action: 'create' }), results }));
    const expected = {
      changed: 'true',
      plan: '[{"name":"a","action":"create"}]',
      created: '1',
      updated: '0',
      restored: '0',
      unchanged: '0',
      pruned: '1',
      skipped: '1',
      failed: '1',
      names: 'a\nb\nc',
      arn: '',
      'version-id': '',
    };
    expect(runner.outputs()).toEqual(
      Object.fromEntries(Object.entries(expected).map(([name, value]) => [`${prefix}${name}`, value])),
    );
  });

  it('name the one secret of `json`', () => {
    setSyncOutputs('', outcome({ results: [result('a', 'unchanged'), result('mapped', 'create')], mode: 'json' }));
    expect(runner.outputs()).toMatchObject({ arn: 'arn:a', 'version-id': 'v-a' });
  });

  it('are empty where nothing was looked at', () => {
    setSyncOutputs('', outcome({ mode: 'json' }));
    expect(runner.outputs()).toMatchObject({
      changed: 'false',
      plan: '[]',
      names: '',
      arn: '',
      'version-id': '',
      failed: '0',
    });
  });

  it.each<[Action, boolean]>([
    ['create', true],
    ['update', true],
    ['adopt', true],
    ['restore', true],
    ['prune', true],
    ['unchanged', false],
    ['skip', false],
    ['refuse', false],
  ])('say of %s alone that something changed: %s', (action, changed) => {
    setSyncOutputs('', outcome({ results: [result('a', action)] }));
    expect(runner.outputs().changed).toBe(String(changed));
  });

  it('say that nothing changed where all failed', () => {
    setSyncOutputs('', outcome({ results: [result('a', 'update', 'why'), result('b', 'prune', 'why')] }));
    expect(runner.outputs().changed).toBe('false');
  });

  it('and the log hold no value', () => {
    const full = plan(FULL);
    logPlan(full, 'o');
    setSyncOutputs('', outcome({ plan: full, results: [result('full', 'update')] }));
    expect([...runner.commands(), ...Object.values(runner.outputs())].join('\n')).not.toContain(CANARY);
  });
});

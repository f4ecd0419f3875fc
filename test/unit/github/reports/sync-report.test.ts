import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  changeRows,
  counted,
  logPlan,
  type Outcome,
  planJson,
  setSyncOutputs,
} from '../../../../src/github/reports/sync-report.ts';
import type { ItemReason } from '../../../../src/secrets/item-failure.ts';
import type { Action, Change } from '../../../../src/secrets/plan/change.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';
import { actual, change, plain, reason } from '../../../support/fakes/sync.ts';

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
  kept: [],
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
  desired: plain('full', CANARY),
  actual: actual({ value: { kind: 'text', text: CANARY } }),
};

describe('the ends of secrets', () => {
  it('are counted, those that failed apart from what was to be done', () => {
    const ends: [Action, ItemReason | undefined][] = [
      ['create', undefined],
      ['create', reason('why')],
      ['update', undefined],
      ['adopt', undefined],
      ['restore', undefined],
      ['unchanged', undefined],
      ['unchanged', undefined],
      ['skip', undefined],
      ['refuse', undefined],
      ['refuse', reason('why')],
      ['prune', undefined],
      ['prune', reason('why')],
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
    [FULL, 'value (added a, b; removed z), tags'],
    [{ action: 'adopt', what: ['tags'], keys: keys({ kept: ['theirs'] }) }, 'tags; kept theirs'],
    [{ action: 'update', what: ['value', 'format'], keys: keys({ added: ['a'] }) }, 'value (added a), format'],
    [{ action: 'update', what: ['tags'], keys: keys({}) }, 'tags'],
    [{ action: 'skip', because: reason('it is empty'), keys: keys({ empty: ['a'] }) }, 'it is empty'],
    [{ action: 'refuse', because: reason('not ours'), what: ['value'] }, 'not ours'],
    [{ action: 'prune' }, ''],
  ])('of %j is its name, its action and %j', (about, what) => {
    expect(changeRows(plan(about))).toEqual([{ name: about.name ?? 'app', action: about.action, what }]);
  });

  it('is nothing of what stays as it is', () => {
    expect(changeRows(plan({ action: 'unchanged' }))).toEqual([]);
  });

  it.each(['\n', '\r', '\u2028', '\u2029', '\u0085', '\t', '\0', '\x1b'])(
    'stays in one line whatever keys are called: with %j',
    (character) => {
      const added = [`a${character}::add-mask::x`];
      const [told] = changeRows(plan({ action: 'update', keys: keys({ added }) }));
      expect(told?.what).toBe('added a?::add-mask::x');
    },
  );
});

describe('the plan in the log', () => {
  it('is a table of names and actions', () => {
    logPlan(
      {
        ...plan(
          FULL,
          { name: 'b', action: 'unchanged' },
          { name: 'c', action: 'create' },
          { name: 'd', action: 'skip', because: reason('it is empty') },
          { name: 'e', action: 'refuse', because: reason('not ours') },
          { name: 'f', action: 'refuse', because: reason('not ours') },
        ),
        pruneRefused: reason('none is deleted'),
      },
      'repo:42/env:-/id:default',
    );
    expect(runner.commands()).toEqual([
      'Plan for repo:42/env:-/id:default: 2 to write, 1 unchanged, 1 skipped, 2 refused.',
      '  update  full  value (added a, b; removed z), tags',
      '  create  c',
      '  skip    d  it is empty',
      '  refuse  e  not ours',
      '  refuse  f  not ours',
    ]);
  });

  it.each<[Action, number]>([
    ['create', 1],
    ['update', 1],
    ['adopt', 1],
    ['restore', 1],
    ['prune', 1],
    ['unchanged', 0],
    ['skip', 0],
    ['refuse', 0],
  ])('counts what is to be written: %s is %i', (action, writes) => {
    logPlan(plan({ action }), 'o');
    expect(runner.commands()[0]).toMatch(`Plan for o: ${writes} to write, `);
  });

  it('says of each secret why it is not deleted, in its own line', () => {
    const because = reason('none is deleted');
    logPlan({ ...plan({ name: 'gone', action: 'prune', because }), pruneRefused: because }, 'o');
    expect(runner.commands()).toEqual([
      'Plan for o: 0 to write, 0 unchanged, 0 skipped, 0 refused.',
      '  prune  gone  none is deleted',
    ]);
  });

  it('is one line where nothing is to do', () => {
    logPlan(plan(), 'o');
    expect(runner.commands()).toEqual(['Plan for o: 0 to write, 0 unchanged, 0 skipped, 0 refused.']);
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
  const result = (
    name: string,
    action: Action,
    { failure, wrote = false }: { failure?: ItemReason; wrote?: boolean } = {},
  ) => ({
    name,
    action,
    failure,
    wrote,
    arn: `arn:${name}`,
    versionId: `v-${name}`,
  });

  it('hold the plan as JSON, with names and actions and nothing empty', () => {
    const changes = [
      FULL,
      { name: 'b', action: 'unchanged', keys: keys({}) },
      { name: 'c', action: 'refuse', because: reason('why') },
    ] as const;
    expect(JSON.parse(planJson(plan(...changes)))).toEqual([
      {
        name: 'full',
        action: 'update',
        what: ['value', 'tags'],
        keys: { added: ['a', 'b'], changed: [], removed: ['z'], empty: [], kept: [] },
      },
      { name: 'b', action: 'unchanged' },
      { name: 'c', action: 'refuse', because: 'why' },
    ]);
  });

  it.each(['', 'sync-'])('are all set, with the prefix "%s"', (prefix) => {
    const results = [
      result('a', 'create', { wrote: true }),
      result('b', 'update', { failure: reason('why') }),
      result('c', 'skip'),
      result('d', 'prune', { wrote: true }),
    ];
    const planned = plan(
      { name: 'a', action: 'create', desired: plain('a') },
      { name: 'b', action: 'update', desired: plain('b') },
      { name: 'c', action: 'skip', desired: plain('c', '') },
      { name: 'd', action: 'prune', actual: actual({ name: 'd' }) },
    );
    setSyncOutputs(prefix, outcome({ plan: planned, results }));
    const expected = {
      changed: 'true',
      plan: '[{"name":"a","action":"create"},{"name":"b","action":"update"},{"name":"c","action":"skip"},{"name":"d","action":"prune"}]',
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

  it('name what the source leads to, refused and skipped too, and not what is surplus and refused', () => {
    const planned = plan(
      { name: 'a', action: 'refuse', desired: plain('a') },
      { name: 'b', action: 'skip', desired: plain('b', '') },
      { name: 'c', action: 'refuse', actual: actual({ name: 'c' }) },
      { name: 'd', action: 'prune', actual: actual({ name: 'd' }) },
    );
    setSyncOutputs(
      '',
      outcome({ plan: planned, results: planned.changes.map(({ name, action }) => result(name, action)) }),
    );
    expect(runner.outputs().names).toBe('a\nb');
  });

  it.each([true, false])('say that something changed where one of several was written: %s', (wrote) => {
    const results = [result('a', 'unchanged'), result('b', 'update', { wrote }), result('c', 'skip')];
    setSyncOutputs('', outcome({ results }));
    expect(runner.outputs().changed).toBe(String(wrote));
  });

  it('say that nothing changed where all failed, unless something was written before that', () => {
    const failure = reason('why');
    const failed = [result('a', 'update', { failure }), result('b', 'prune', { failure })];
    setSyncOutputs('', outcome({ results: failed }));
    expect(runner.outputs().changed).toBe('false');
    setSyncOutputs('', outcome({ results: [...failed, result('c', 'update', { failure, wrote: true })] }));
    expect(runner.outputs()).toMatchObject({ changed: 'true', failed: '3', updated: '0' });
  });

  it('and the log hold no value', () => {
    const full = plan(FULL);
    logPlan(full, 'o');
    setSyncOutputs('', outcome({ plan: full, results: [result('full', 'update')] }));
    expect([...runner.commands(), ...Object.values(runner.outputs())].join('\n')).not.toContain(CANARY);
  });
});

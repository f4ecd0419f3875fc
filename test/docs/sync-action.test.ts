import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readSyncInputs } from '../../src/github/inputs/sync-action.ts';
import { setSyncOutputs } from '../../src/github/reports/sync-report.ts';
import { ACCESS_INPUTS, readerOf } from '../support/fakes/inputs.ts';
import { runOf } from '../support/fakes/run.ts';
import { fakeRunner } from '../support/fakes/runner.ts';

type Entry = { readonly description: string; readonly default?: string; readonly required?: boolean };
type Action = {
  readonly inputs: Readonly<Record<string, Entry>>;
  readonly outputs: Readonly<Record<string, Entry>>;
  readonly runs: Readonly<Record<string, string>>;
};

const action = (path: string) => parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Action;
const root = action('../../action.yml');
const sync = action('../../sync/action.yml');

/** The inputs that all actions share: region, credentials, endpoints, retries. */
const ACCESS = [...ACCESS_INPUTS, 'action-timeout-s'];

const named = (entries: Readonly<Record<string, Entry>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, entries[name]]));
const withPrefix = (entries: Readonly<Record<string, Entry>>) =>
  Object.keys(entries).filter((name) => name.startsWith('sync-'));

/** The root's entries as `/sync` has them: without the prefix, also where a description names another. */
function unprefixed(entries: Readonly<Record<string, Entry>>): Record<string, Entry> {
  const names = withPrefix(entries);
  const plain = (text: string) =>
    names.reduce((all, name) => all.replaceAll(`\`${name}\``, `\`${name.slice(5)}\``), text);
  return Object.fromEntries(
    names.map((name) => {
      const entry = entries[name] as Entry;
      return [name.slice(5), { ...entry, description: plain(entry.description) }];
    }),
  );
}

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

describe('/sync', () => {
  it('has the shared inputs first, in the order of the root action, with the same descriptions and defaults', () => {
    expect(Object.keys(root.inputs).slice(0, ACCESS.length)).toEqual(ACCESS);
    expect(Object.keys(sync.inputs).slice(0, ACCESS.length)).toEqual(ACCESS);
    const alike = ACCESS.filter((name) => name !== 'action-timeout-s');
    expect(named(sync.inputs, alike)).toEqual(named(root.inputs, alike));
  });

  it('has the same default for `action-timeout-s`, and no text about a rollback: there is none', () => {
    expect(sync.inputs['action-timeout-s']?.default).toBe(root.inputs['action-timeout-s']?.default);
    expect(sync.inputs['action-timeout-s']?.description).not.toMatch(/roll/);
  });

  it('has the root’s inputs of the sync without their prefix, in the same order, with the same descriptions and defaults', () => {
    const own = Object.keys(sync.inputs).slice(ACCESS.length);
    expect(own).toEqual(['sync', ...Object.keys(unprefixed(root.inputs))]);
    expect(named(sync.inputs, own.slice(1))).toEqual(unprefixed(root.inputs));
  });

  it('syncs by default; the root action does not', () => {
    expect(sync.inputs.sync).toEqual({ ...root.inputs.sync, default: 'apply' });
    expect(root.inputs.sync?.default).toBe('off');
  });

  it('sets the root’s outputs of the sync without their prefix, in the same order, with the same descriptions', () => {
    expect(sync.outputs).toEqual(unprefixed(root.outputs));
    expect(Object.keys(sync.outputs)).toEqual(Object.keys(unprefixed(root.outputs)));
    expect(Object.keys(sync.outputs)).toHaveLength(12);
  });

  it('needs no input, so that a workflow may leave any out', () => {
    expect(Object.entries(sync.inputs).filter(([, { required }]) => required === true)).toEqual([]);
  });

  it('runs a bundle that is there, and has nothing to do afterwards', () => {
    expect(Object.keys(sync.runs).sort()).toEqual(['main', 'using']);
    expect(sync.runs.using).toBe(root.runs.using);
    expect(readFileSync(new URL(`../../sync/${sync.runs.main}`, import.meta.url), 'utf8')).not.toBe('');
  });

  it('is read by the code input for input, whatever `sync` says', () => {
    const names = Object.keys(sync.inputs).sort();
    for (const when of ['apply', 'plan', 'off']) {
      const reader = readerOf({
        'aws-region': 'eu-central-1',
        'role-to-assume': 'arn:aws:iam::123456789012:role/r',
        name: 'x',
        secrets: '{}',
        sync: when,
      });
      try {
        readSyncInputs(runOf(), {}, reader);
      } catch {
        // An error about the source does not matter here: all inputs have been read by then.
      }
      expect([...reader.names].sort()).toEqual(names);
    }
  });

  it('has outputs set by the code one by one', () => {
    setSyncOutputs('', { plan: { changes: [], pruneRefused: undefined }, results: [], mode: 'json' });
    expect(Object.keys(runner.outputs()).sort()).toEqual(Object.keys(sync.outputs).sort());
  });
});

describe('action.yml', () => {
  // The runner evaluates expressions in every text of the file, and fails the step where one is not allowed.
  it.each([
    ['the root’s', '../../action.yml'],
    ['/sync’s', '../../sync/action.yml'],
  ])('(%s) holds no expression', (_, path) => {
    expect(readFileSync(new URL(path, import.meta.url), 'utf8')).not.toContain(`\${{`);
  });
});

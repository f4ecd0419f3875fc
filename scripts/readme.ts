// Writes the tables of inputs and outputs in README.md, docs/secret-sync.md and docs/leases.md, between their markers, from the
// actions' own definitions. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

type Entry = { description: string; default?: string };
type Entries = Record<string, Entry>;
type Action = { inputs: Entries; outputs?: Entries };

/** The documents that hold tables, and which of an action's inputs and outputs each shows. */
export const TABLED = ['README.md', 'docs/secret-sync.md', 'docs/leases.md'] as const;

/** The actions that do something with a lease after its issue. */
const LEASE_ACTIONS = ['renew', 'revoke', 'sweep'] as const;

/** The root action's inputs of the sync are only on the page about it; the README says so below its tables. */
const SYNC_PREFIX = 'sync-';

/** A document with its tables as the definitions have them. `read` gives a file of the repository. */
export function withTables(document: (typeof TABLED)[number], read: (path: string) => string): string {
  const text = read(document);
  const root = parse(read('action.yml')) as Action;
  if (document === 'README.md') {
    return tabled(text, 'action.yml', { inputs: besidesSync(root.inputs), outputs: besidesSync(root.outputs ?? {}) });
  }
  if (document === 'docs/leases.md') {
    // The inputs that all actions share are only in the README.
    return LEASE_ACTIONS.reduce((written, folder) => {
      const { inputs, outputs } = parse(read(`${folder}/action.yml`)) as Action;
      const own = only(inputs, (name) => !reachesAws(root, name));
      return tabled(
        written,
        `${folder}/action.yml`,
        outputs === undefined ? { inputs: own } : { inputs: own, outputs },
      );
    }, text);
  }
  const sync = parse(read('sync/action.yml')) as Action;
  const inputs = only(sync.inputs, (name) => name === 'sync' || Object.hasOwn(root.inputs, SYNC_PREFIX + name));
  return tabled(text, 'sync/action.yml', { inputs, outputs: sync.outputs ?? {} });
}

/** The root's first inputs, which every action takes, end with this one. */
const LAST_OF_ACCESS = 'action-timeout-s';

function reachesAws(root: Action, name: string): boolean {
  const names = Object.keys(root.inputs);
  return names.slice(0, names.indexOf(LAST_OF_ACCESS) + 1).includes(name);
}

function besidesSync(entries: Entries): Entries {
  return only(entries, (name) => !name.startsWith(SYNC_PREFIX));
}

function only(entries: Entries, wanted: (name: string) => boolean): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => wanted(name)));
}

function tabled(text: string, source: string, { inputs, outputs }: Action): string {
  const cell = (description: string) => description.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const inputRows = Object.entries(inputs).map(
    ([name, { description, default: value }]) =>
      `| \`${name}\` | ${value === undefined ? '' : `\`${value}\``} | ${cell(description)} |`,
  );
  const outputRows = Object.entries(outputs ?? {}).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  const withInputs = between(text, { name: 'inputs', source }, [
    '| input | default | meaning |',
    '|---|---|---|',
    ...inputRows,
  ]);
  if (outputs === undefined) return withInputs;
  return between(withInputs, { name: 'outputs', source }, ['| output | meaning |', '|---|---|', ...outputRows]);
}

function between(text: string, marker: { name: string; source: string }, lines: readonly string[]): string {
  const [begin, end] = [`<!-- ${marker.name}: generated from ${marker.source} -->`, `<!-- /${marker.name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`There are no markers for the ${marker.name} of ${marker.source}.`);
  return `${text.slice(0, from)}${begin}\n${lines.join('\n')}\n${text.slice(to)}`;
}

if (import.meta.main) {
  const read = (path: string) => readFileSync(path, 'utf8');
  for (const document of TABLED) {
    const wanted = withTables(document, read);
    if (!process.argv.includes('--check')) writeFileSync(document, wanted);
    else if (wanted !== read(document)) throw new Error(`${document} is out of date: run \`npm run readme\``);
  }
}

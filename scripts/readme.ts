// Writes the tables of inputs and outputs in README.md from action.yml, between their markers. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

type Entry = { description: string; default?: string };
type Action = { inputs: Record<string, Entry>; outputs: Record<string, Entry> };

/** The README with its tables as action.yml has them. */
export function withTables(readme: string, actionYaml: string): string {
  const action = parse(actionYaml) as Action;
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const inputs = Object.entries(action.inputs).map(
    ([name, { description, default: value }]) =>
      `| \`${name}\` | ${value === undefined ? '' : `\`${value}\``} | ${cell(description)} |`,
  );
  const outputs = Object.entries(action.outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return between(between(readme, 'inputs', ['| input | default | meaning |', '|---|---|---|', ...inputs]), 'outputs', [
    '| output | meaning |',
    '|---|---|',
    ...outputs,
  ]);
}

function between(text: string, name: string, lines: readonly string[]): string {
  const pattern = new RegExp(`(<!-- ${name}: generated from action.yml -->\n)[^]*?(<!-- /${name} -->)`);
  if (!pattern.test(text)) throw new Error(`README.md has no markers for ${name}`);
  return text.replace(pattern, (_, begin: string, end: string) => `${begin}${lines.join('\n')}\n${end}`);
}

if (import.meta.main) {
  const readme = readFileSync('README.md', 'utf8');
  const wanted = withTables(readme, readFileSync('action.yml', 'utf8'));
  if (!process.argv.includes('--check')) writeFileSync('README.md', wanted);
  else if (wanted !== readme) throw new Error('README.md is out of date: run `npm run readme`');
}

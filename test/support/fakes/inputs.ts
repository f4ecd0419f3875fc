import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inputReader } from '../../../src/github/inputs/reader.ts';

/** A reader of these inputs; what is not among them is not given. */
export function readerOf(inputs: Readonly<Record<string, string>> = {}) {
  return inputReader((name) => (Object.hasOwn(inputs, name) ? (inputs[name] ?? '').trim() : ''));
}

type Contract = { inputs: Record<string, { default?: string; description: string }>; outputs: Record<string, unknown> };

/** The text of an action's public contract: of the one at the root, or of the one in this folder. */
export function contractText(folder = ''): string {
  return readFileSync(
    new URL(`../../../${folder}${folder === '' || folder.endsWith('/') ? '' : '/'}action.yml`, import.meta.url),
    'utf8',
  );
}

/** The action's public contract. */
export function contract(folder = ''): Contract {
  return parse(contractText(folder)) as Contract;
}

/** The defaults that the runner gives for inputs that a workflow leaves out. */
export function defaults(folder = '.'): Record<string, string> {
  const given = Object.entries(contract(folder).inputs).filter(([, { default: value }]) => value !== undefined);
  return Object.fromEntries(given.map(([name, { default: value }]) => [name, String(value)]));
}

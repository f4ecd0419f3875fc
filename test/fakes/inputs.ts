import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inputReader } from '../../src/github/input-reader.ts';

/** A reader of these inputs; what is not among them is not given. */
export function readerOf(inputs: Readonly<Record<string, string>> = {}) {
  return inputReader((name) => (Object.hasOwn(inputs, name) ? (inputs[name] ?? '').trim() : ''));
}

type Contract = { inputs: Record<string, { default?: string; description: string }>; outputs: Record<string, unknown> };

/** The public contract of the action in this folder: the root's unless it is named. */
export function contract(folder = ''): Contract {
  return parse(readFileSync(new URL(`../../${folder}action.yml`, import.meta.url), 'utf8')) as Contract;
}

/** What the runner gives the action of inputs that a workflow leaves out. */
export function defaults(): Record<string, string> {
  const given = Object.entries(contract().inputs).filter(([, { default: value }]) => value !== undefined);
  return Object.fromEntries(given.map(([name, { default: value }]) => [name, String(value)]));
}

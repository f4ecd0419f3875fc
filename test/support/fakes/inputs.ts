import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inputReader } from '../../../src/github/inputs/reader.ts';

/** The inputs that every action has for its managing identity and its connections, in their order. */
export const ACCESS_INPUTS = [
  'aws-region',
  'role-to-assume',
  'audience',
  'role-session-name',
  'role-external-id',
  'aws-access-key-id',
  'aws-secret-access-key',
  'aws-session-token',
  'web-identity-token-file',
  'role-chaining',
  'force-skip-oidc',
  'use-ambient-credentials',
  'role-skip-session-tagging',
  'custom-tags',
  'transitive-tag-keys',
  'allowed-account-ids',
  'mask-aws-account-id',
  'http-proxy',
  'no-proxy',
  'sts-endpoint',
  'iam-endpoint',
  'secretsmanager-endpoint',
  'retry-max-attempts',
  'disable-retry',
] as const;

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

import { createHash } from 'node:crypto';
import { devNull } from 'node:os';
import { exportVariable, setSecret } from '@actions/core';
import type { EnvCredentials } from '../identity/env-credentials.ts';
import type { Env } from './env.ts';
import { applyProxy, type JobProxy } from './proxy.ts';

/** The variables of this process, which may be changed. */
type OwnEnv = Record<string, string | undefined>;

/** A variable that main sets for the job: its former value, and a hash of the value main set. */
export type ChangedVariable = {
  readonly name: string;
  readonly before: string;
  /** SHA-256 of the value main set; empty when main has not set it. */
  readonly hash: string;
};

/** The variables of AWS credentials. All are secret. */
export const CREDENTIAL_VARIABLES: readonly string[] = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
];

const hashOf = (value: string): string => createHash('sha256').update(value).digest('hex');

/** Records the values of variables before main sets them. Secret values are masked first. */
export function recordBefore(names: readonly string[], secretNames: readonly string[], env: Env): ChangedVariable[] {
  return names.map((name) => {
    const before = env[name] ?? '';
    if (before !== '' && (secretNames.includes(name) || CREDENTIAL_VARIABLES.includes(name))) setSecret(before);
    return { name, before, hash: '' };
  });
}

/** The same records, with the hashes of the values that are set next. */
export function withHashes(
  changed: readonly ChangedVariable[],
  values: Readonly<Record<string, string>>,
): ChangedVariable[] {
  return changed.map((each) =>
    Object.hasOwn(values, each.name) ? { ...each, hash: hashOf(values[each.name] ?? '') } : each,
  );
}

/** Sets variables for later steps of the job. */
export function exportAll(values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) exportVariable(name, value);
}

/**
 * Restores the former values of variables that still have the value main set. A variable that did not exist becomes empty: the runner
 * cannot unset one.
 * @returns the names of variables that a later step changed; they are not restored
 */
export function restoreAll(changed: readonly ChangedVariable[], env: Env): string[] {
  const ours = changed.filter(({ name, hash }) => hash !== '' && hashOf(env[name] ?? '') === hash);
  for (const { name, before } of ours) exportVariable(name, before);
  return changed.filter((each) => each.hash !== '' && !ours.includes(each)).map(({ name }) => name);
}

/** The credentials in the environment. */
export function envCredentials(env: Env): EnvCredentials {
  return {
    accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
    sessionToken: env.AWS_SESSION_TOKEN ?? '',
  };
}

/**
 * The variables that a base identity uses, with secrets masked. Post sets them again. For `role-chaining` the three credential
 * variables, for ambient credentials every `AWS_` variable.
 */
export function awsVariables(env: Env, which: 'env-credentials' | 'ambient'): Record<string, string> {
  const wanted = (name: string) =>
    which === 'ambient' ? name.startsWith('AWS_') : CREDENTIAL_VARIABLES.includes(name);
  const found = Object.entries(env).filter((entry): entry is [string, string] => wanted(entry[0]) && !!entry[1]);
  for (const [name, value] of found) if (/TOKEN|SECRET|KEY|PASSWORD/.test(name)) setSecret(value);
  return Object.fromEntries(found);
}

/** Variables with which an earlier step could redirect the requests of this process. */
const AWS_SETTINGS = /^AWS_|^(NODE_TLS_REJECT_UNAUTHORIZED|SSL_CERT_FILE|SSL_CERT_DIR)$/i;

/**
 * Removes the AWS settings of the environment and of `~/.aws` from this process, so that only the action's inputs count. Then sets
 * `kept` again. The job's environment does not change.
 */
export function isolate(env: OwnEnv, proxy: JobProxy, kept: Readonly<Record<string, string>> | undefined): void {
  for (const name of Object.keys(env)) if (AWS_SETTINGS.test(name)) delete env[name];
  applyProxy(proxy, env);
  if (kept === undefined) Object.assign(env, { AWS_CONFIG_FILE: devNull, AWS_SHARED_CREDENTIALS_FILE: devNull });
  else Object.assign(env, kept);
}

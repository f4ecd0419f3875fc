import { createHash } from 'node:crypto';
import { devNull } from 'node:os';
import { exportVariable, setSecret } from '@actions/core';
import type { EnvCredentials } from '../identity/env-credentials.ts';
import type { Env } from './env.ts';
import { applyProxy, type JobProxy } from './proxy.ts';

/** The variables of this process, which we may change. */
type OwnEnv = Record<string, string | undefined>;

/** A variable we set for the job: what it held before, and a one-way mark of what we put there. */
export type ChangedVariable = {
  readonly name: string;
  readonly before: string;
  /** SHA-256 of our value; empty while we have not set it. */
  readonly hash: string;
};

/** The variables credentials are in, secrets all of them. */
export const CREDENTIAL_VARIABLES: readonly string[] = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
];

const hashOf = (value: string): string => createHash('sha256').update(value).digest('hex');

/** Notes what variables hold before we set them; what is secret among it is masked first. */
export function recordBefore(names: readonly string[], secretNames: readonly string[], env: Env): ChangedVariable[] {
  return names.map((name) => {
    const before = env[name] ?? '';
    if (before !== '' && (secretNames.includes(name) || CREDENTIAL_VARIABLES.includes(name))) setSecret(before);
    return { name, before, hash: '' };
  });
}

/** The same notes with the marks of what is about to be set. */
export function withHashes(
  changed: readonly ChangedVariable[],
  values: Readonly<Record<string, string>>,
): ChangedVariable[] {
  return changed.map((each) =>
    Object.hasOwn(values, each.name) ? { ...each, hash: hashOf(values[each.name] ?? '') } : each,
  );
}

/** Sets variables for the job's later steps. */
export function exportAll(values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) exportVariable(name, value);
}

/**
 * Gives variables that still hold our value back what they held before; others are somebody else's by now. A variable that did
 * not exist becomes empty, since the runner cannot unset one.
 * @returns the names left alone
 */
export function restoreAll(changed: readonly ChangedVariable[], env: Env): string[] {
  const ours = changed.filter(({ name, hash }) => hash !== '' && hashOf(env[name] ?? '') === hash);
  for (const { name, before } of ours) exportVariable(name, before);
  return changed.filter((each) => each.hash !== '' && !ours.includes(each)).map(({ name }) => name);
}

/** The credentials of an earlier step. */
export function envCredentials(env: Env): EnvCredentials {
  return {
    accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
    sessionToken: env.AWS_SESSION_TOKEN ?? '',
  };
}

/**
 * The variables of the job that a base identity is made of, masked, to be put back in post: the three of credentials for an
 * earlier step's (`role-chaining`), all that AWS's tools may read for what the machine is.
 */
export function awsVariables(env: Env, which: 'env-credentials' | 'ambient'): Record<string, string> {
  const wanted = (name: string) =>
    which === 'ambient' ? name.startsWith('AWS_') : CREDENTIAL_VARIABLES.includes(name);
  const found = Object.entries(env).filter((entry): entry is [string, string] => wanted(entry[0]) && !!entry[1]);
  for (const [name, value] of found) if (/TOKEN|SECRET|KEY|PASSWORD/.test(name)) setSecret(value);
  return Object.fromEntries(found);
}

/** Variables by which any step of the job could turn our own requests elsewhere. */
const AWS_SETTINGS = /^AWS_|^(NODE_TLS_REJECT_UNAUTHORIZED|SSL_CERT_FILE|SSL_CERT_DIR)$/i;

/**
 * Shuts this process off from what the environment and `~/.aws` say about AWS, so that only what we were told explicitly
 * counts; then puts back `kept`. Nothing here reaches the job.
 */
export function isolate(env: OwnEnv, proxy: JobProxy, kept: Readonly<Record<string, string>> | undefined): void {
  for (const name of Object.keys(env)) if (AWS_SETTINGS.test(name)) delete env[name];
  applyProxy(proxy, env);
  if (kept === undefined) Object.assign(env, { AWS_CONFIG_FILE: devNull, AWS_SHARED_CREDENTIALS_FILE: devNull });
  else Object.assign(env, kept);
}

import { getState, saveState } from '@actions/core';
import type { AwsCredentials, Connection } from '../aws/clients.ts';
import { ActionError } from '../errors.ts';
import type { IdentityPlan } from '../identity/identity.ts';
import type { Journal, LeaseRecord } from '../lease/lease.ts';
import type { ProfileChange } from './aws-profile.ts';
import type { RevokeSettings } from './inputs/main.ts';
import type { ChangedVariable } from './job-env.ts';
import type { JobProxy } from './proxy.ts';

/** How main reached AWS, frozen so that nothing a later step does can turn post elsewhere. Holds no secret of ours. */
export type SavedAccess = {
  readonly connection: Connection;
  readonly proxy: JobProxy;
  readonly identity: IdentityPlan;
  /** Of the static keys, if those were the base identity. */
  readonly fingerprint: string;
  /** The AWS variables that were in the job's environment already, where the base identity is made of them. */
  readonly variables: Readonly<Record<string, string>> | undefined;
  readonly maskAccountId: boolean;
  readonly revocation: RevokeSettings;
};

/** Main's notes for post. A key that main never saves could be invented by a later step, so all are saved at once. */
type SavedState = {
  access: SavedAccess;
  lease: LeaseRecord;
  session: { expiresAt: string };
  environment: readonly ChangedVariable[];
  profile: readonly ProfileChange[];
};

const KEYS = ['access', 'lease', 'session', 'environment', 'profile'] as const;

/** Claims every key, empty; main's very first act. */
export function claimState(): void {
  for (const key of KEYS) saveState(key, '');
}

/** Writes one note; it is on disk when this returns, also if we are killed next. */
export function save<K extends keyof SavedState>(key: K, value: SavedState[K]): void {
  saveState(key, JSON.stringify(value));
}

/** One note of main's; `undefined` when main did not get so far. */
export function load<K extends keyof SavedState>(key: K): SavedState[K] | undefined {
  const text = getState(key);
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as SavedState[K];
  } catch (cause) {
    throw new ActionError('state-unreadable', `Reading what main noted about \`${key}\` failed`, {
      remedy: 'Look for IAM users of this run under the lease path; the guard ends their keys by itself.',
      cause,
    });
  }
}

/** The lease's journal: GitHub's state file. */
export const journal: Journal = { write: (record) => save('lease', record) };

/** The static keys as post's inputs name them, if they still are the ones main used. */
export function sameKeys(
  keys: AwsCredentials | undefined,
  mark: string,
  markOf: (keys: AwsCredentials) => string,
): AwsCredentials {
  if (keys !== undefined && markOf(keys) === mark) return keys;
  throw new ActionError('static-keys-changed', 'The static access keys in post’s inputs are not the ones main used', {
    remedy:
      'This happens in nested composite actions (actions/runner#2030): use OIDC there, or delete the user by the commands shown.',
  });
}

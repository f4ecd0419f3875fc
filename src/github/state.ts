import { getState, saveState } from '@actions/core';
import type { Connection } from '../aws/calls.ts';
import type { AwsCredentials } from '../aws/clients.ts';
import { ActionError } from '../errors.ts';
import type { IdentityPlan } from '../identity/identity.ts';
import type { StaticKeys } from '../identity/static-keys.ts';
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
  /** Marks of the certificate authorities that main trusted beside Node's own. */
  readonly authorities: readonly string[];
  readonly maskAccountId: boolean;
  readonly revocation: RevokeSettings;
};

/** Main's notes for post. */
export type SavedState = {
  readonly access: SavedAccess;
  readonly lease: LeaseRecord;
  readonly session: { readonly expiresAt: string };
  readonly variables: readonly ChangedVariable[];
  readonly profile: readonly ProfileChange[];
};

/** One part of the state. */
export type StateKey = keyof SavedState;

/** A key that main never saves could be invented by a later step, so all are saved at once. */
const STATE_KEYS: readonly StateKey[] = ['access', 'lease', 'session', 'variables', 'profile'];

/** Claims every key, empty; main's very first act. */
export function claimState(): void {
  for (const key of STATE_KEYS) saveState(key, '');
}

/** Writes one part; it is on disk when this returns, also if we are killed next. */
export function save<K extends StateKey>(key: K, value: SavedState[K]): void {
  saveState(key, JSON.stringify(value));
}

/** The text of one part as main wrote it; empty when main did not get so far. */
export function savedText(key: StateKey): string {
  return getState(key);
}

/** The lease's journal: GitHub's state file. */
export const journal: Journal = { write: (record) => save('lease', record) };

/** The static keys as post's inputs name them, if they still are the ones main used. */
export function sameKeys(
  staticKeys: StaticKeys,
  mark: string,
  markOf: (staticKeys: StaticKeys) => string,
): AwsCredentials {
  if (staticKeys.kind === 'given' && markOf(staticKeys) === mark) return staticKeys.keys;
  throw new ActionError('static-keys-changed', 'The static access keys in post’s inputs are not the ones main used', {
    remedy:
      'This happens in nested composite actions (actions/runner#2030): use OIDC there, or delete the user by the commands shown.',
  });
}

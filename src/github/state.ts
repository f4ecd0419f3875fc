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

/** How main reached AWS. Post uses the same, so that a later step cannot redirect it. Holds no secret of this action. */
export type SavedAccess = {
  readonly connection: Connection;
  readonly proxy: JobProxy;
  readonly identity: IdentityPlan;
  /** SHA-256 of the static keys, if they are the base identity; otherwise empty. */
  readonly fingerprint: string;
  /** The AWS variables of the job's environment that the base identity uses. */
  readonly variables: Readonly<Record<string, string>> | undefined;
  /** Marks of the certificate authorities that main trusted beside Node's own. */
  readonly authorities: readonly string[];
  readonly maskAccountId: boolean;
  readonly revocation: RevokeSettings;
};

/** What main saves for post. */
export type SavedState = {
  readonly access: SavedAccess;
  readonly lease: LeaseRecord;
  readonly session: { readonly expiresAt: string };
  readonly variables: readonly ChangedVariable[];
  readonly profile: readonly ProfileChange[];
};

/** One part of the state. */
export type StateKey = keyof SavedState;

/** A later step could write a key that main never saved, so main saves all of them at its start. */
const STATE_KEYS: readonly StateKey[] = ['access', 'lease', 'session', 'variables', 'profile'];

/** Saves every key with an empty value. Main does this first. */
export function claimState(): void {
  for (const key of STATE_KEYS) saveState(key, '');
}

/** Saves one part. It is in the state file when this returns, even if the process is killed next. */
export function save<K extends StateKey>(key: K, value: SavedState[K]): void {
  saveState(key, JSON.stringify(value));
}

/** The text of one part as main saved it; empty when main did not save it. */
export function savedText(key: StateKey): string {
  return getState(key);
}

/** The lease's journal: GitHub's state file. */
export const journal: Journal = { write: (record) => save('lease', record) };

/**
 * The static keys of post's inputs, if they are the ones that main used.
 * @throws ActionError `static-keys-changed`
 */
export function sameKeys(
  staticKeys: StaticKeys,
  fingerprint: string,
  fingerprintOf: (staticKeys: StaticKeys) => string,
): AwsCredentials {
  if (staticKeys.kind === 'given' && fingerprintOf(staticKeys) === fingerprint) return staticKeys.keys;
  throw new ActionError(
    'static-keys-changed',
    'The static access keys in post’s inputs are not the ones that main used',
    {
      remedy:
        'This happens in nested composite actions (actions/runner#2030): use OIDC there, or delete the user with the commands shown.',
    },
  );
}

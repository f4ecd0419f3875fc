import type { SecretsContext } from '../api.ts';
import type { Change, SyncPolicy } from '../plan/change.ts';

/** The result of a write: the change that was made, and the secret's ARN and version. */
export type Written = {
  readonly change: Change;
  readonly arn: string;
  readonly versionId: string | undefined;
  readonly wrote: boolean;
};

/** The write of one secret. `done`: what is written so far, which is reported also if the rest fails. */
export type Work = {
  readonly policy: SyncPolicy;
  readonly context: SecretsContext;
  readonly done: { wrote: boolean; restored: boolean; versionId: string };
};

/** What an attempt has written; `undefined` if another writer was faster. */
export type Attempt = Omit<Written, 'wrote'> | undefined;

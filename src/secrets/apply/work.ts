import type { SecretsContext } from '../api.ts';
import type { Change, SyncPolicy } from '../plan/change.ts';

/** What became of one secret: the change that was made in the end, and where it is now. */
export type Written = {
  readonly change: Change;
  readonly arn: string;
  readonly versionId: string | undefined;
  readonly wrote: boolean;
};

/** One secret's work, and what has been written of it so far: that is told whatever comes of the rest. */
export type Work = {
  readonly policy: SyncPolicy;
  readonly context: SecretsContext;
  readonly done: { wrote: boolean; restored: boolean; versionId: string };
};

/** What an attempt has written; `undefined` when somebody else was faster. */
export type Attempt = Omit<Written, 'wrote'> | undefined;

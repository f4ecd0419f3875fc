import type { User } from '@aws-sdk/client-iam';
import type { Iam } from '../aws/clients.ts';
import type { Waiting } from '../waiting/clock.ts';
import type { Proof } from './key-death.ts';
import type { LeaseRecord } from './lease.ts';
import type { AttachmentKind } from './user-attachments.ts';

/** What `revokeUser` needs. */
export type RevokeDependencies = Waiting & {
  iam: Iam;
  /** Prepares a call that asks STS about a key by its id alone; `undefined` = do not prove that keys are deleted. */
  probe: ((accessKeyId: string) => Promise<() => Promise<unknown>>) | undefined;
  /** Denies the user everything, in parallel with the deletion of its keys. Not for a role that may not put policies. */
  denyFirst: boolean;
  /** Called with the user just before anything is removed; with `false` nothing is. */
  confirm?: (user: User) => boolean;
};

/** The result of a revocation. */
export type Revocation = {
  readonly userName: string;
  /**
   * `deleted`: by this call. `already-gone`: there was no user. `incomplete`: the user may still exist; see `failures`. `kept`:
   * `confirm` returned `false`.
   */
  readonly outcome: 'deleted' | 'already-gone' | 'incomplete' | 'kept';
  /** What was removed from the user, as `attached policy arn:…`, in the order of removal. */
  readonly removed: readonly string[];
  /** As parts of sentences. With `deleted`: what still exists without its user, such as a virtual MFA device. */
  readonly failures: readonly string[];
  /**
   * `closed`: denies everything, whatever the time. `off`: removed, after all keys, policies and groups. `unknown`: main may not have
   * added it.
   */
  readonly guard: 'on' | 'closed' | 'off' | 'unknown';
  /** True when something of a rare kind is still attached, or may be. */
  readonly rareLeft: boolean;
  /** What STS says about the deleted keys. */
  readonly proof: Proof;
  /** RFC 3339: when the guard ends the lease, from the user's tag; `undefined` when the user was not read. */
  readonly endsAt: string | undefined;
};

/** What is attached to the user, of one kind. */
export type FoundAttachments = {
  readonly kind: AttachmentKind;
  readonly ids: readonly string[];
  /** False when the list failed, so there may be more. */
  readonly complete: boolean;
  /** True when AWS denied the list. */
  readonly refused: boolean;
  /** True when AWS answered that there is no such user. */
  readonly noUser: boolean;
};

/** A revocation under way: what it did so far. */
export type Progress = RevokeDependencies & {
  readonly record: LeaseRecord;
  readonly removed: string[];
  failures: string[];
  /** Those of `failures` that still matter once the user is deleted. */
  readonly survivors: Set<string>;
  /** Rare kinds that the role may not list, and what AWS said. They are listed once only. */
  readonly refused: Map<AttachmentKind, string>;
  guard: Revocation['guard'];
  rareLeft: boolean;
  proof: Promise<Proof>;
  endsAt: string | undefined;
};

/** A revocation that did nothing yet. */
export function newProgress(record: LeaseRecord, deps: RevokeDependencies): Progress {
  return {
    ...deps,
    record,
    removed: [],
    failures: [],
    survivors: new Set(),
    refused: new Map(),
    guard: record.progress === 'issued' ? 'on' : 'unknown',
    rareLeft: false,
    proof: Promise.resolve('no-key'),
    endsAt: undefined,
  };
}

/** The fields of `Revocation` that do not depend on the outcome. */
export function resultOf(progress: Progress) {
  const { removed, failures, guard, rareLeft, endsAt } = progress;
  return { userName: progress.record.userName, removed, failures, guard, rareLeft, endsAt };
}

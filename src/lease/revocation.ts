import type { User } from '@aws-sdk/client-iam';
import type { Iam } from '../aws/clients.ts';
import type { Waiting } from '../waiting/clock.ts';
import type { Proof } from './key-death.ts';
import type { LeaseRecord } from './lease.ts';
import type { AttachmentKind } from './user-attachments.ts';

/** What `revokeUser` is given. */
export type RevokeDependencies = Waiting & {
  iam: Iam;
  /** Asks STS about a key of which only the id is known; `undefined` = do not prove. */
  probe: ((accessKeyId: string) => Promise<() => Promise<unknown>>) | undefined;
  /** Sees the user as it is just before anything is removed; `false` leaves it alone. */
  confirm?: (user: User) => boolean;
};

/** What was done, and what could not be. */
export type Revocation = {
  readonly userName: string;
  /** `deleted`: by us, now. `already-gone`: nothing was there. `incomplete`: the user is left; see `failures`. `kept`: as `confirm` said. */
  readonly outcome: 'deleted' | 'already-gone' | 'incomplete' | 'kept';
  /** What was removed from the user, as `attached policy arn:…`, in the order it went. */
  readonly removed: readonly string[];
  /** With `deleted`: about what is left without its user. */
  readonly failures: readonly string[];
  /** `off`: removed, which happens only when keys, policies and groups are gone. `unknown`: perhaps never put on. */
  readonly guard: 'on' | 'off' | 'unknown';
  /** Whether one of the rare kinds is, or may be, what is left. */
  readonly rareLeft: boolean;
  /** What STS says of the deleted keys. */
  readonly proof: Proof;
  /** RFC 3339: when the guard ends the lease, as the user's own tag says; `undefined` where the user was not seen. */
  readonly endsAt: string | undefined;
};

/** What was found of one kind; not `complete` when AWS did not say, `refused` when it will not. */
export type FoundAttachments = {
  readonly kind: AttachmentKind;
  readonly ids: readonly string[];
  readonly complete: boolean;
  readonly refused: boolean;
};

/** What a revocation has done so far. */
export type Work = RevokeDependencies & {
  readonly record: LeaseRecord;
  readonly removed: string[];
  failures: string[];
  /** Those of them that the end of the user does not settle. */
  readonly survivors: Set<string>;
  /** Rare kinds we may not look at, and what AWS said; asked once only. */
  readonly refused: Map<AttachmentKind, string>;
  guard: Revocation['guard'];
  rareLeft: boolean;
  proof: Promise<Proof>;
  endsAt: string | undefined;
};

/** A revocation that has done nothing yet. */
export function startWork(record: LeaseRecord, deps: RevokeDependencies): Work {
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

/** The part of `Revocation` that every outcome shares. */
export function report(work: Work) {
  const { removed, failures, guard, rareLeft, endsAt } = work;
  return { userName: work.record.userName, removed, failures, guard, rareLeft, endsAt };
}

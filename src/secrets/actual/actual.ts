import type { ItemReason } from '../item-failure.ts';

/** A copy of a secret in another region. */
export type Replica = {
  readonly region: string;
  readonly kmsKeyId: string | undefined;
  readonly status: string;
  /** Why it failed, in AWS's words. */
  readonly message: string;
};

/** What a secret holds. `none`: it has no current version; `unread`: AWS did not let us look. */
export type ActualValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unread'; readonly because: ItemReason };

/** A secret as AWS has it. */
export type ActualSecret = {
  readonly name: string;
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly description: string;
  /** Key id, key ARN or alias ARN; `undefined` for the account's default key. */
  readonly kmsKeyId: string | undefined;
  readonly rotating: boolean;
  /** The AWS service that manages it, if one does. */
  readonly owningService: string | undefined;
  /** `undefined` where the secret has never been replicated. */
  readonly primaryRegion: string | undefined;
  /** Scheduled for deletion. */
  readonly deleted: boolean;
  /** `undefined` where a list told of the secret, which says nothing of replicas. */
  readonly replicas: readonly Replica[] | undefined;
  /** Id of the version that is AWSCURRENT. */
  readonly versionId: string | undefined;
  readonly value: ActualValue;
};

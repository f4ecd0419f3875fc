import type { ItemReason } from '../item-failure.ts';

/** A copy of a secret in another region. */
export type Replica = {
  readonly region: string;
  readonly kmsKeyId: string | undefined;
  readonly status: string;
  /** AWS's message about a failed replication. */
  readonly message: string;
};

/** The value of a secret. `none`: it has no current version. `unread`: reading its value failed. */
export type ActualValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unread'; readonly because: ItemReason };

/** A secret in AWS. */
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
  /** `undefined` if the secret was listed only: ListSecrets does not return replicas. */
  readonly replicas: readonly Replica[] | undefined;
  /** Id of the version that is AWSCURRENT. */
  readonly versionId: string | undefined;
  readonly value: ActualValue;
};

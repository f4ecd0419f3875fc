import type { ClientContext } from '../aws/calls.ts';
import type { AwsCredentials } from '../aws/clients.ts';

/** The base identity, before any role is assumed. Plain data, because it is saved for post. */
export type IdentitySource =
  | { readonly kind: 'oidc'; readonly audience: string }
  | { readonly kind: 'token-file'; readonly path: string }
  | { readonly kind: 'static-keys' }
  | { readonly kind: 'env-credentials' }
  | { readonly kind: 'ambient' };

/** A session tag (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html). */
export type SessionTag = {
  readonly key: string;
  readonly value: string;
  /** Dropped first when AWS rejects the tags as too large. */
  readonly droppable: boolean;
};

/** The tags of each session of the chain that `AssumeRole` creates. */
export type SessionTags = {
  readonly tags: readonly SessionTag[];
  /** Keys of the tags that AWS passes on through the chain. */
  readonly transitiveKeys: readonly string[];
};

/** How to get the managing identity: a source, then a chain of roles. Holds no secret. */
export type IdentityPlan = {
  readonly source: IdentitySource;
  /** ARNs, or names where the account is known by then. The source assumes the first role, and each role assumes the next. */
  readonly roles: readonly string[];
  readonly sessionName: string;
  readonly externalId: string | undefined;
  readonly sessionTags?: SessionTags | undefined;
  /** Accounts that the managing identity may be in; empty = any. */
  readonly allowedAccountIds: readonly string[];
};

/**
 * The common interface of all base identities. Some have a token, which STS accepts to assume a role; the others have credentials.
 * Each call gets a new token, or new credentials.
 */
export type BaseIdentity =
  | { readonly kind: 'token'; token(): Promise<string> }
  | { readonly kind: 'credentials'; credentials(): Promise<AwsCredentials> };

/** An identity plan and its base identity. `connect` assumes the roles. */
export type OpenedIdentity = { readonly plan: IdentityPlan; readonly base: BaseIdentity };

/** A principal in AWS, with its credentials. */
export type Principal = {
  readonly credentials: AwsCredentials;
  readonly arn: string;
  readonly accountId: string;
  /** The job's `environment:`, from GitHub's OIDC token; empty without one, and without such a token. */
  readonly jobEnvironment: string;
};

/** The parameters of a session. */
export type SessionRequest = {
  readonly durationSeconds: number;
  /** A session policy; minified JSON. */
  readonly policy?: string;
  readonly policyArns?: readonly string[];
};

/** The last call, which creates the session, and its limit. */
export type LastHop = {
  /** The longest session that STS allows here. */
  readonly maximumSeconds: number;
  /** Why not longer, as a clause: `role chaining allows …`. */
  readonly because: string;
  obtain(request: SessionRequest): Promise<Principal>;
};

/** What all base identities and role assumptions need. */
export type IdentityDependencies = ClientContext & {
  /** Masks a secret in the log. Called before the secret is used anywhere else. */
  readonly mask: (secret: string) => void;
  /** Reports a difference from the inputs to the user. */
  readonly notice: (sentence: string) => void;
  /** Called with the account id as soon as it is known. */
  readonly account: (accountId: string) => void;
};

import type { ClientContext } from '../aws/calls.ts';
import type { AwsCredentials } from '../aws/clients.ts';

/** Which way leads into AWS before any role is assumed. Plain data: it is kept for post. */
export type IdentitySource =
  | { readonly kind: 'oidc'; readonly audience: string }
  | { readonly kind: 'token-file'; readonly path: string }
  | { readonly kind: 'static-keys' }
  | { readonly kind: 'env-credentials' }
  | { readonly kind: 'ambient' };

export type SessionTag = {
  readonly key: string;
  readonly value: string;
  /** Given up when AWS finds the tags too large. */
  readonly droppable: boolean;
};

/** Tags of every session that `AssumeRole` yields on the way. */
export type SessionTags = {
  readonly tags: readonly SessionTag[];
  /** Keys of tags that go on with the chain by themselves. */
  readonly transitiveKeys: readonly string[];
};

/** The whole way to the managing identity: a source, then a chain of roles. Holds no secret. */
export type IdentityPlan = {
  readonly source: IdentitySource;
  /** ARNs, or bare names where the account is known by then. The first is assumed by the source, each next by the one before. */
  readonly roles: readonly string[];
  readonly sessionName: string;
  readonly externalId: string | undefined;
  readonly sessionTags?: SessionTags | undefined;
  /** Accounts in which the chain may end; empty = any. */
  readonly allowedAccountIds: readonly string[];
};

/**
 * The one interface of all ways in: some hold a token that STS takes for a role, the others hold credentials.
 * Both are asked anew at every attempt.
 */
export type BaseIdentity =
  | { readonly kind: 'token'; token(): Promise<string> }
  | { readonly kind: 'credentials'; credentials(): Promise<AwsCredentials> };

/** An identity plan and what it begins with: `connect` goes the rest of the way. */
export type OpenedIdentity = { readonly plan: IdentityPlan; readonly base: BaseIdentity };

/** Who we are in AWS, with the credentials that show it. */
export type Principal = {
  readonly credentials: AwsCredentials;
  readonly arn: string;
  readonly accountId: string;
  /** The job's `environment:` as GitHub's token tells it; empty where the job has none, and without such a token. */
  readonly jobEnvironment: string;
};

/** What a session is asked for. */
export type SessionRequest = {
  readonly durationSeconds: number;
  /** A session policy; minified JSON. */
  readonly policy?: string;
  readonly policyArns?: readonly string[];
};

/** The last step of the way in: the call that yields a session, and what STS allows there. */
export type LastHop = {
  readonly maximumSeconds: number;
  /** Why not longer, as a clause: `role chaining allows …`. */
  readonly because: string;
  obtain(request: SessionRequest): Promise<Principal>;
};

/** What every way into AWS is given. */
export type IdentityDependencies = ClientContext & {
  /** Registers a secret with the log's mask; called before anything else sees it. */
  readonly mask: (secret: string) => void;
  /** Tells the user what differs from what was asked. */
  readonly notice: (sentence: string) => void;
  /** Told the account as soon as it is known. */
  readonly account: (accountId: string) => void;
};

// A request as IAM evaluates it, and the facts that it is made of.

/** A call to AWS: service, action and parameters, as in the wire's log. */
export type AwsCall = {
  readonly service: string;
  readonly action: string;
  readonly params: Readonly<Record<string, string>>;
  readonly region?: string | undefined;
};

/** What IAM knows about a user at the time of a call. */
export type UserFacts = {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly boundary: string | undefined;
};

/** What Secrets Manager knows about a secret at the time of a call. `kmsKeyId`: as it was given; undefined for the default key. */
export type SecretFacts = {
  readonly arn: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly kmsKeyId: string | undefined;
};

/** The account of a call, at the time of the call. */
export type Account = {
  readonly accountId: string;
  readonly partition: string;
  user(name: string): Promise<UserFacts | undefined>;
  /** ARN of a group. */
  group(name: string): Promise<string | undefined>;
  /** By name or ARN. */
  secret(id: string, region: string): Promise<SecretFacts | undefined>;
};

/** One request as IAM evaluates it. */
export type IamRequest = {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | string[]>>;
};

/** Condition keys and their values. */
export type Context = Record<string, string | string[]>;

/** The condition keys of tags. */
export function tagContext(kind: 'RequestTag' | 'ResourceTag', tags: Readonly<Record<string, string>>): Context {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:${kind}/${key}`, value]));
}

/** The condition keys of the tags in a request; empty when it has none. */
export function requestTags(tags: Readonly<Record<string, string>>): Context {
  const keys = Object.keys(tags);
  return keys.length === 0 ? {} : { ...tagContext('RequestTag', tags), 'aws:TagKeys': keys };
}

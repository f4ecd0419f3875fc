// What IAM is asked, and what it knows when it is: the terms in which a call is put to policies.

/** A call as it arrives: the part of the wire's log that says what is asked for. */
export type AwsCall = {
  readonly service: string;
  readonly action: string;
  readonly params: Readonly<Record<string, string>>;
  readonly region?: string | undefined;
};

/** What IAM knows of a user at the moment of a call. */
export type UserFacts = {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly boundary: string | undefined;
};

/** What Secrets Manager knows of a secret at the moment of a call; `kmsKeyId` as it was given, if not the default key. */
export type SecretFacts = {
  readonly arn: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly kmsKeyId: string | undefined;
};

/** The account a call is made in, as it is at that moment. */
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
export type Asked = {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | string[]>>;
};

/** Condition keys and their values. */
export type Context = Record<string, string | string[]>;

/** The context of tags that are there. */
export function tagContext(kind: 'RequestTag' | 'ResourceTag', tags: Readonly<Record<string, string>>): Context {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:${kind}/${key}`, value]));
}

/** The context of tags that a request brings along; none when it brings none. */
export function requestTags(tags: Readonly<Record<string, string>>): Context {
  const keys = Object.keys(tags);
  return keys.length === 0 ? {} : { ...tagContext('RequestTag', tags), 'aws:TagKeys': keys };
}

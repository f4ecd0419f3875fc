// A call, as the wire logs it, becomes the requests that IAM evaluates for it (service authorization reference; API references,
// “Required permissions”).

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

/**
 * The requests a call amounts to: its own, and those AWS makes of it besides. Empty for what needs no permission.
 * @throws Error for a service that is none of this project's
 */
export async function requestsOf(call: AwsCall, account: Account): Promise<Asked[]> {
  switch (call.service) {
    case 'iam':
      return iamRequests(call, account);
    case 'secretsmanager':
      return secretRequests(call, account);
    case 'sts':
      return stsRequests(call, account);
    default:
      throw new Error(`The laboratory does not know what ${call.service}:${call.action} asks of IAM.`);
  }
}

type Context = Record<string, string | string[]>;

function tagContext(kind: 'RequestTag' | 'ResourceTag', tags: Readonly<Record<string, string>>): Context {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:${kind}/${key}`, value]));
}

/** The context of tags that a request brings along; none when it brings none. */
function requestTags(tags: Readonly<Record<string, string>>): Context {
  const keys = Object.keys(tags);
  return keys.length === 0 ? {} : { ...tagContext('RequestTag', tags), 'aws:TagKeys': keys };
}

/** `Tags.member.1.Key` and its like, as the Query protocol spells a list. */
function queryTags(params: AwsCall['params']): Record<string, string> {
  const keys = Object.entries(params).flatMap(([name, key]) => {
    const number = /^Tags\.member\.(\d+)\.Key$/.exec(name)?.[1];
    return number === undefined ? [] : [[key, params[`Tags.member.${number}.Value`] ?? '']];
  });
  return Object.fromEntries(keys);
}

/** Calls that know no resource, or not one of the user's. */
const ABOUT_ALL = ['ListUsers', 'GetAccountSummary'];
const ABOUT_GROUPS = ['AddUserToGroup', 'RemoveUserFromGroup'];
/** Where IAM evaluates the boundary that the user has (service authorization reference: `iam:PermissionsBoundary`). */
const KNOW_THE_BOUNDARY = [
  'AttachUserPolicy',
  'DeleteUserPermissionsBoundary',
  'DeleteUserPolicy',
  'DetachUserPolicy',
  'PutUserPolicy',
];
const KNOW_THE_POLICY = ['AttachUserPolicy', 'DetachUserPolicy'];

async function iamRequests(call: AwsCall, account: Account): Promise<Asked[]> {
  const { params } = call;
  const action = `iam:${call.action}`;
  const iam = `arn:${account.partition}:iam::${account.accountId}`;
  if (ABOUT_ALL.includes(call.action)) return [{ action, resource: '*', context: {} }];
  if (ABOUT_GROUPS.includes(call.action)) {
    const name = params.GroupName ?? '';
    return [{ action, resource: (await account.group(name)) ?? `${iam}:group/${name}`, context: {} }];
  }
  if (call.action === 'DeleteVirtualMFADevice') return [{ action, resource: params.SerialNumber ?? '', context: {} }];
  if (call.action === 'CreateVirtualMFADevice')
    return [{ action, resource: `${iam}:mfa/${params.VirtualMFADeviceName}`, context: {} }];
  if (call.action === 'CreateUser') return creation(call, iam);
  const user = await account.user(params.UserName ?? '');
  // Of a user that it does not find IAM knows neither path nor tags: it asks about the bare name.
  const resource = user?.arn ?? `${iam}:user/${params.UserName}`;
  return [{ action, resource, context: userContext(call, user) }];
}

function userContext({ action, params }: AwsCall, user: UserFacts | undefined): Context {
  const boundary = action === 'PutUserPermissionsBoundary' ? params.PermissionsBoundary : user?.boundary;
  const knowsBoundary = KNOW_THE_BOUNDARY.includes(action) || action === 'PutUserPermissionsBoundary';
  const policy = KNOW_THE_POLICY.includes(action) ? params.PolicyArn : undefined;
  return {
    ...tagContext('ResourceTag', user?.tags ?? {}),
    ...requestTags(queryTags(params)),
    ...(knowsBoundary && boundary !== undefined ? { 'iam:PermissionsBoundary': boundary } : {}),
    ...(policy === undefined ? {} : { 'iam:PolicyARN': policy }),
  };
}

/** `CreateUser`; with tags IAM asks about `TagUser` as well (user guide, “Tags for IAM users”). */
function creation({ params }: AwsCall, iam: string): Asked[] {
  const resource = `${iam}:user${params.Path ?? '/'}${params.UserName}`;
  const tags = requestTags(queryTags(params));
  const { PermissionsBoundary: boundary } = params;
  const context = { ...tags, ...(boundary === undefined ? {} : { 'iam:PermissionsBoundary': boundary }) };
  const create = { action: 'iam:CreateUser', resource, context };
  return Object.keys(tags).length === 0 ? [create] : [create, { action: 'iam:TagUser', resource, context: tags }];
}

/** The trust policy alone decides on `AssumeRoleWithWebIdentity`; `GetCallerIdentity` and `GetSessionToken` need no permission. */
function stsRequests({ action, params }: AwsCall, { partition, accountId }: Account): Asked[] {
  const tags = requestTags(queryTags(params));
  const besides = (asked: Asked) =>
    Object.keys(tags).length === 0 ? [asked] : [asked, { ...asked, action: 'sts:TagSession', context: tags }];
  switch (action) {
    case 'AssumeRole': {
      const external: Context = params.ExternalId === undefined ? {} : { 'sts:ExternalId': params.ExternalId };
      return besides({ action: 'sts:AssumeRole', resource: params.RoleArn ?? '', context: { ...tags, ...external } });
    }
    case 'GetFederationToken': {
      const resource = `arn:${partition}:sts::${accountId}:federated-user/${params.Name}`;
      return besides({ action: 'sts:GetFederationToken', resource, context: tags });
    }
    default:
      return [];
  }
}

/** A JSON service's parameter that is no string; the wire's log holds it as JSON. */
function parsed<T>(text: string | undefined, fallback: T): T {
  return text === undefined ? fallback : (JSON.parse(text) as T);
}

function jsonTags(params: AwsCall['params']): Record<string, string> {
  const tags = parsed<{ Key: string; Value: string }[]>(params.Tags, []);
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

async function secretRequests(call: AwsCall, account: Account): Promise<Asked[]> {
  const { params, region = '' } = call;
  const action = `secretsmanager:${call.action}`;
  if (call.action === 'ListSecrets') return [{ action, resource: '*', context: {} }];
  if (call.action === 'BatchGetSecretValue') {
    const ids = parsed<string[]>(params.SecretIdList, []);
    const read = ids.map((SecretId) =>
      secretRequests({ ...call, action: 'GetSecretValue', params: { SecretId } }, account),
    );
    return [{ action, resource: '*', context: {} }, ...(await Promise.all(read)).flat()];
  }
  const id = params.SecretId ?? params.Name ?? '';
  const found = await account.secret(id, region);
  const secrets = `arn:${account.partition}:secretsmanager:${region}:${account.accountId}:secret`;
  // AWS ends an ARN in a hyphen and six characters of its own.
  const resource = found?.arn ?? (id.startsWith('arn:') ? id : `${secrets}:${id}-AbCdEf`);
  const owned = tagContext('ResourceTag', found?.tags ?? {});
  const tags = requestTags(jsonTags(params));
  const own = { action, resource, context: { ...owned, ...tags } };
  const rest = call.action === 'CreateSecret' ? besidesCreation(params, resource, tags) : [];
  return [own, ...rest, ...keyRequests(call, found, account)];
}

/** API_CreateSecret: “Required permissions”, with tags and with replicas. */
function besidesCreation(params: AwsCall['params'], resource: string, tags: Context): Asked[] {
  const copies = params.AddReplicaRegions === undefined ? [] : ['secretsmanager:ReplicateSecretToRegions'];
  return [
    ...(Object.keys(tags).length === 0 ? [] : [{ action: 'secretsmanager:TagResource', resource, context: tags }]),
    ...copies.map((action) => ({ action, resource, context: {} })),
  ];
}

/** What Secrets Manager asks of KMS as the caller, when a secret is under a key of the account's own. */
const KEY_USES: Readonly<Record<string, readonly string[]>> = {
  CreateSecret: ['GenerateDataKey', 'Decrypt'],
  GetSecretValue: ['Decrypt'],
  PutSecretValue: ['GenerateDataKey', 'Decrypt'],
  UpdateSecret: ['GenerateDataKey', 'Encrypt', 'Decrypt'],
};

/** The key that AWS keeps for Secrets Manager; all who may use the service may use it. */
const AWS_KEY = 'alias/aws/secretsmanager';

function keyRequests(call: AwsCall, found: SecretFacts | undefined, { partition, accountId }: Account): Asked[] {
  const { params, region = '' } = call;
  if (call.action === 'UpdateSecret' && params.KmsKeyId === undefined) return [];
  const given = [params.KmsKeyId, found?.kmsKeyId].filter((key) => key !== undefined);
  const keys = given.filter((key) => !key.endsWith(AWS_KEY));
  const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const context = { 'kms:ViaService': `secretsmanager.${region}.${suffix}` };
  return keys.flatMap((key) => {
    // The laboratory has no KMS: a key behind an alias goes by the alias's name.
    const id = key
      .replace(/^.*:(?:key\/)?/, '')
      .replace('alias/', 'alias-')
      .replace('key/', '');
    const resource = `arn:${partition}:kms:${region}:${accountId}:key/${id}`;
    return (KEY_USES[call.action] ?? []).map((use) => ({ action: `kms:${use}`, resource, context }));
  });
}

// What AWS would decide: a call, as the wire logs it, becomes the requests that IAM evaluates, and policies decide on them.
// The evaluation is @cloud-copilot/iam-simulate's, which knows from AWS's service authorization reference which resource and
// which condition keys each action has. It is used in tests alone and never bundled.
import { runSimulation, runUnsafeSimulation } from '@cloud-copilot/iam-simulate';

/** A policy document. */
export type Policy = { readonly Version: string; readonly Statement: readonly object[] };

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

/** Who asks, and what decides. */
export type Asker = {
  readonly principal: string;
  /** Identity-based policies. */
  readonly policies: readonly Policy[];
  /** The permissions boundary, if there is one. */
  readonly boundary?: Policy;
};

export type Decision = 'Allowed' | 'ImplicitlyDenied' | 'ExplicitlyDenied';

/** The requests a call amounts to: its own, and those AWS makes of it besides. Empty for what needs no permission. */
export async function requestsOf(call: AwsCall, account: Account): Promise<Asked[]> {
  switch (call.service) {
    case 'iam':
      return iamRequests(call, account);
    case 'secretsmanager':
      return secretRequests(call, account);
    default:
      return stsRequests(call);
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

/** The trust policy decides on `AssumeRoleWithWebIdentity` (`trusts`), and nothing on the others. */
function stsRequests({ action, params }: AwsCall): Asked[] {
  const resource = params.RoleArn ?? '';
  const tags = requestTags(queryTags(params));
  const assume = { action: 'sts:AssumeRole', resource, context: tags };
  if (action !== 'AssumeRole') return [];
  return Object.keys(tags).length === 0 ? [assume] : [assume, { ...assume, action: 'sts:TagSession' }];
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

function keyRequests(call: AwsCall, found: SecretFacts | undefined, { partition, accountId }: Account): Asked[] {
  const { params, region = '' } = call;
  if (call.action === 'UpdateSecret' && params.KmsKeyId === undefined) return [];
  const keys = [params.KmsKeyId, found?.kmsKeyId].filter((key) => key !== undefined);
  const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const context = { 'kms:ViaService': `secretsmanager.${region}.${suffix}` };
  return keys.flatMap((key) => {
    const resource = key.startsWith('arn:') ? key : `arn:${partition}:kms:${region}:${accountId}:key/${key}`;
    return (KEY_USES[call.action] ?? []).map((use) => ({ action: `kms:${use}`, resource, context }));
  });
}

/** The policy that KMS gives a key unless told otherwise: who may use it is left to IAM. */
function defaultKeyPolicy(accountId: string): Policy {
  const root = { AWS: `arn:aws:iam::${accountId}:root` };
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: root, Action: 'kms:*', Resource: '*' }] };
}

/**
 * What the policies decide on one request, at the moment that its context's `aws:CurrentTime` says, else now.
 * @throws Error when the request or a policy makes no sense to AWS, such as a condition key that the action does not know
 */
export async function decide(asked: Asked, asker: Asker): Promise<Decision> {
  const named = (policy: Policy, index: number) => ({ name: `policy ${index}`, policy });
  const accountId = asker.principal.split(':')[4] ?? '';
  const result = await runSimulation(
    {
      request: {
        principal: asker.principal,
        action: asked.action,
        resource: { resource: asked.resource, accountId },
        contextVariables: { 'aws:CurrentTime': new Date().toISOString(), ...asked.context },
      },
      identityPolicies: asker.policies.map(named),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(asked.action.startsWith('kms:') ? { resourcePolicy: defaultKeyPolicy(accountId) } : {}),
      ...(asker.boundary === undefined ? {} : { permissionBoundaryPolicies: [named(asker.boundary, 0)] }),
    },
    {},
  );
  if (result.resultType === 'error') throw new Error(`${asked.action}: ${JSON.stringify(result.errors)}`);
  if (result.resultType === 'single' && (result.result.ignoredContextKeys ?? []).length > 0) {
    throw new Error(`${asked.action} does not know ${result.result.ignoredContextKeys?.join(', ')}`);
  }
  return result.overallResult as Decision;
}

/** The worst decision on several requests: a call is allowed when all that it amounts to is. */
export async function decideAll(asked: readonly Asked[], asker: Asker): Promise<Decision> {
  const decisions = await Promise.all(asked.map((each) => decide(each, asker)));
  const order: Decision[] = ['ExplicitlyDenied', 'ImplicitlyDenied', 'Allowed'];
  return order.find((decision) => decisions.includes(decision)) ?? 'Allowed';
}

/** Claims of a token that trust policies may ask about. */
export type Claims = Readonly<{ sub: string; aud: string }>;

/**
 * Whether a role's trust policy lets the bearer of a GitHub token with these claims in. The library does not know `sub` and `aud`
 * among STS's condition keys and drops them, unless it checks nothing, and then it takes no trust policies. So the statements that
 * name the provider are evaluated as what the bearer may do.
 */
export function trusts(trustPolicy: Policy, roleArn: string, claims: Claims): Decision {
  const issuer = 'token.actions.githubusercontent.com';
  const [, partition = '', , , accountId = ''] = roleArn.split(':');
  const principal = `arn:${partition}:iam::${accountId}:oidc-provider/${issuer}`;
  const statements = trustPolicy.Statement as readonly { Principal?: { Federated?: string } }[];
  const Statement = statements
    .filter(({ Principal }) => Principal?.Federated === principal)
    .map(({ Principal: _, ...statement }) => ({ ...statement, Resource: roleArn }));
  return runUnsafeSimulation(
    {
      request: {
        principal,
        action: 'sts:AssumeRoleWithWebIdentity',
        resource: { resource: roleArn, accountId },
        contextVariables: { [`${issuer}:sub`]: claims.sub, [`${issuer}:aud`]: claims.aud },
      },
      identityPolicies: [{ name: 'trust policy', policy: { ...trustPolicy, Statement } }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  ) as Decision;
}

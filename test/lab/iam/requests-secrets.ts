import type { Account, Asked, AwsCall, Context, SecretFacts } from './question.ts';
import { requestTags, tagContext } from './question.ts';

/** A JSON service's parameter that is no string; the wire's log holds it as JSON. */
function parsed<T>(text: string | undefined, fallback: T): T {
  return text === undefined ? fallback : (JSON.parse(text) as T);
}

function jsonTags(params: AwsCall['params']): Record<string, string> {
  const tags = parsed<{ Key: string; Value: string }[]>(params.Tags, []);
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

/** What calls of Secrets Manager ask: of IAM for themselves, and of KMS where a key of the account's own is concerned. */
export async function secretRequests(call: AwsCall, account: Account): Promise<Asked[]> {
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
  ReplicateSecretToRegions: ['Decrypt'],
  UpdateSecret: ['GenerateDataKey', 'Encrypt', 'Decrypt'],
};
/** API_ReplicateSecretToRegions, “Required permissions”: of the replica's own key. */
const REPLICA_KEY_USES = ['GenerateDataKey', 'Encrypt'];
/** The key that AWS keeps for Secrets Manager; all who may use the service may use it. */
const AWS_KEY = 'alias/aws/secretsmanager';

type KeyUse = { readonly key: string; readonly region: string; readonly uses: readonly string[] };

function keyRequests(call: AwsCall, found: SecretFacts | undefined, account: Account): Asked[] {
  const { params, region = '', action } = call;
  const changesKey = action !== 'UpdateSecret' || params.KmsKeyId !== undefined;
  const own = changesKey ? [params.KmsKeyId, found?.kmsKeyId].filter((key) => key !== undefined) : [];
  const replicas = parsed<{ Region: string; KmsKeyId?: string }[]>(params.AddReplicaRegions, []);
  const used: KeyUse[] = [
    ...own.map((key) => ({ key, region, uses: KEY_USES[action] ?? [] })),
    ...replicas.flatMap(({ Region, KmsKeyId: key }) =>
      key === undefined ? [] : [{ key, region: Region, uses: REPLICA_KEY_USES }],
    ),
  ];
  return used.filter(({ key }) => !key.endsWith(AWS_KEY)).flatMap((use) => askedOf(use, account));
}

function askedOf({ key, region, uses }: KeyUse, { partition, accountId }: Account): Asked[] {
  // The laboratory has no KMS: a key behind an alias goes by the alias's name.
  const id = key
    .replace(/^.*:(?:key\/)?/, '')
    .replace('alias/', 'alias-')
    .replace('key/', '');
  const resource = `arn:${partition}:kms:${region}:${accountId}:key/${id}`;
  const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const context = { 'kms:ViaService': `secretsmanager.${region}.${suffix}` };
  return uses.map((use) => ({ action: `kms:${use}`, resource, context }));
}

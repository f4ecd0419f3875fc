import type { Account, AwsCall, Context, IamRequest, SecretFacts } from './iam-request.ts';
import { requestTags, tagContext } from './iam-request.ts';

/** A parameter of a JSON service that is not a string; the wire's log holds it as JSON. */
function parsed<T>(text: string | undefined, fallback: T): T {
  return text === undefined ? fallback : (JSON.parse(text) as T);
}

function jsonTags(params: AwsCall['params']): Record<string, string> {
  const tags = parsed<{ Key: string; Value: string }[]>(params.Tags, []);
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

/** The requests of a call to Secrets Manager: its own, and those to KMS when a customer managed key is used. */
export async function secretRequests(call: AwsCall, account: Account): Promise<IamRequest[]> {
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
  const rest = call.action === 'CreateSecret' ? furtherOnCreation(params, resource, tags) : [];
  return [own, ...rest, ...keyRequests(call, found, account)];
}

/** API_CreateSecret: “Required permissions”, with tags and with replicas. */
function furtherOnCreation(params: AwsCall['params'], resource: string, tags: Context): IamRequest[] {
  const copies = params.AddReplicaRegions === undefined ? [] : ['secretsmanager:ReplicateSecretToRegions'];
  return [
    ...(Object.keys(tags).length === 0 ? [] : [{ action: 'secretsmanager:TagResource', resource, context: tags }]),
    ...copies.map((action) => ({ action, resource, context: {} })),
  ];
}

/** What Secrets Manager calls at KMS as the caller, when a customer managed key encrypts the secret. */
const KEY_USES: Readonly<Record<string, readonly string[]>> = {
  CreateSecret: ['GenerateDataKey', 'Decrypt'],
  GetSecretValue: ['Decrypt'],
  PutSecretValue: ['GenerateDataKey', 'Decrypt'],
  ReplicateSecretToRegions: ['Decrypt'],
  UpdateSecret: ['GenerateDataKey', 'Encrypt', 'Decrypt'],
};
/** API_ReplicateSecretToRegions, “Required permissions”: with the replica's key. */
const REPLICA_KEY_USES = ['GenerateDataKey', 'Encrypt'];
/** The AWS managed key of Secrets Manager; it needs no permission of its own. */
const AWS_KEY = 'alias/aws/secretsmanager';

type KeyUse = { readonly key: string; readonly region: string; readonly uses: readonly string[] };

function keyRequests(call: AwsCall, found: SecretFacts | undefined, account: Account): IamRequest[] {
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
  return used.filter(({ key }) => !key.endsWith(AWS_KEY)).flatMap((use) => keyUseRequests(use, account));
}

function keyUseRequests({ key, region, uses }: KeyUse, { partition, accountId }: Account): IamRequest[] {
  // The laboratory has no KMS: the name of an alias stands for the key's id.
  const id = key
    .replace(/^.*:(?:key\/)?/, '')
    .replace('alias/', 'alias-')
    .replace('key/', '');
  const resource = `arn:${partition}:kms:${region}:${accountId}:key/${id}`;
  const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const context = { 'kms:ViaService': `secretsmanager.${region}.${suffix}` };
  return uses.map((use) => ({ action: `kms:${use}`, resource, context }));
}

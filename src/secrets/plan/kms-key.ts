/** The key of Secrets Manager's own, which AWS leaves out when it describes a secret (AWS: API_DescribeSecret, KmsKeyId). */
const DEFAULT_ALIAS = 'alias/aws/secretsmanager';

const KEY_ID = '(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const ALIAS = 'alias/[A-Za-z0-9/_-]{1,250}';
/** What AWS takes for a KMS key: an id, an alias, or the ARN of either (AWS: API_CreateSecret, KmsKeyId). */
const KMS_KEY = new RegExp(`^(?:${KEY_ID}|${ALIAS}|arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:(?:key/${KEY_ID}|${ALIAS}))$`);

/** True for an id, an alias or an ARN of a KMS key. */
export function isKmsKey(text: string): boolean {
  return KMS_KEY.test(text);
}

/** True when two spellings mean the same key for this secret. An alias and the id behind it cannot be told equal without asking KMS. */
export function isSameKey(desired: string, actual: string | undefined, secretArn: string): boolean {
  return wholeArn(desired, secretArn) === wholeArn(actual ?? DEFAULT_ALIAS, secretArn);
}

/** A bare id or alias is of the secret's own account and region. */
function wholeArn(key: string, secretArn: string): string {
  if (key.startsWith('arn:')) return key;
  const [, partition = '', , region = '', accountId = ''] = secretArn.split(':');
  const resource = key.startsWith('alias/') ? key : `key/${key}`;
  return `arn:${partition}:kms:${region}:${accountId}:${resource}`;
}

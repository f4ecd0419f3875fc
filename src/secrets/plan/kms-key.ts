/**
 * The default key, which DescribeSecret does not return
 * (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html, KmsKeyId).
 */
const DEFAULT_ALIAS = 'alias/aws/secretsmanager';

const KEY_ID = '(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const ALIAS = 'alias/[A-Za-z0-9/_-]{1,250}';
/**
 * A KMS key: an id, an alias, or the ARN of either
 * (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html, KmsKeyId).
 */
const KMS_KEY = new RegExp(`^(?:${KEY_ID}|${ALIAS}|arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:(?:key/${KEY_ID}|${ALIAS}))$`);

/** True for an id, an alias or an ARN of a KMS key. */
export function isKmsKey(text: string): boolean {
  return KMS_KEY.test(text);
}

/** True if both name the same key for this secret. An alias never equals the id of its key: only KMS knows that they are the same. */
export function isSameKey(desired: string, actual: string | undefined, secretArn: string): boolean {
  return wholeArn(desired, secretArn) === wholeArn(actual ?? DEFAULT_ALIAS, secretArn);
}

/** The ARN of a key. An id or alias without ARN belongs to the secret's account and region. */
function wholeArn(key: string, secretArn: string): string {
  if (key.startsWith('arn:')) return key;
  const [, partition = '', , region = '', accountId = ''] = secretArn.split(':');
  const resource = key.startsWith('alias/') ? key : `key/${key}`;
  return `arn:${partition}:kms:${region}:${accountId}:${resource}`;
}

/** Tags on one resource (AWS: IAM and STS quotas; Secrets Manager quotas). */
export const MAX_TAGS = 50;
const MAX_KEY_CHARS = 128;
export const MAX_TAG_VALUE_CHARS = 256;
const KEY_CHARS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u;
const VALUE_CHARS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** A value AWS accepts as a tag's: other characters become `_`, cut to 256 (AWS: API_Tag). */
export function tagValue(text: string): string {
  const cut = text.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '_').slice(0, MAX_TAG_VALUE_CHARS);
  return cut.replace(/[\uD800-\uDBFF]$/, '');
}

/** What AWS would refuse in a tag's key, as a sentence. */
export function tagKeyProblem(key: string): string | undefined {
  if (key.length > MAX_KEY_CHARS || !KEY_CHARS.test(key)) {
    return `the key "${key}" must be 1 to ${MAX_KEY_CHARS} letters, digits, spaces or _.:/=+-@`;
  }
  return key.toLowerCase().startsWith('aws:')
    ? `the key "${key}" begins with aws:, which AWS keeps for itself`
    : undefined;
}

/** What AWS would refuse in a tag's value, as a sentence. */
export function tagValueProblem(key: string, value: string): string | undefined {
  if (value.length <= MAX_TAG_VALUE_CHARS && VALUE_CHARS.test(value)) return undefined;
  return `the value of "${key}" must be at most ${MAX_TAG_VALUE_CHARS} letters, digits, spaces or _.:/=+-@`;
}

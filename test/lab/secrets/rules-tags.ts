import type { AwsError, Call } from '../wire/call.ts';
import type { RuleLab } from '../wire/rules.ts';
import { invalidMember, invalidParameter, json } from './rules-parts.ts';

/** API_TagResource, “restrictions on tags”; API_Tag. Characters are not checked: the model has no pattern. */
const MAX_TAGS = 50;
const MAX_KEY_CHARS = 128;
const MAX_VALUE_CHARS = 256;

type Tag = { Key?: string; Value?: string };

function checkTag({ Key = '', Value = '' }: Tag, index: number): AwsError | undefined {
  const member = `tags.${index + 1}.member`;
  if (Key.length < 1) return invalidMember(`${member}.key`, 'have length greater than or equal to 1', Key);
  if (Key.length > MAX_KEY_CHARS)
    return invalidMember(`${member}.key`, `have length less than or equal to ${MAX_KEY_CHARS}`, Key);
  if (Value.length > MAX_VALUE_CHARS)
    return invalidMember(`${member}.value`, `have length less than or equal to ${MAX_VALUE_CHARS}`, Value);
  return /^aws:/i.test(Key)
    ? invalidParameter('aws: prefixed tag key names are not allowed for external use.')
    : undefined;
}

/** Keys are case-sensitive here, unlike IAM's. The codes are those API_TagResource declares; the texts are the laboratory's. */
export function checkTags(call: Call): AwsError | undefined {
  const tags = json<Tag[]>(call, 'Tags') ?? [];
  for (const [index, tag] of tags.entries()) {
    const violation = checkTag(tag, index);
    if (violation) return violation;
  }
  const keys = new Set(tags.map(({ Key }) => Key));
  if (keys.size < tags.length) return invalidParameter('Duplicate tag keys are not allowed in a request.');
  return tags.length > MAX_TAGS ? invalidParameter(`A secret can have at most ${MAX_TAGS} tags.`) : undefined;
}

/** API_TagResource: 50 tags in all; those of AWS do not count. */
export async function checkTagTotal(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const present = (await lab.secrets.target(call))?.Tags ?? [];
  const added = (json<Tag[]>(call, 'Tags') ?? []).map(({ Key = '' }) => Key);
  const keys = new Set([...present.map(({ Key }) => Key).filter((key) => !key.startsWith('aws:')), ...added]);
  return keys.size > MAX_TAGS ? invalidParameter(`A secret can have at most ${MAX_TAGS} tags.`) : undefined;
}

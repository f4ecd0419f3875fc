import { ListUserTagsCommand } from '@aws-sdk/client-iam';
import type { AwsError, Call } from './call.ts';
import type { RuleLab } from './rules.ts';
import { iamOf, invalid, limit, orMissing, user } from './rules-parts.ts';

/** reference_iam-quotas: tags on a user. */
const MAX_TAGS = 50;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

function tagsIn(call: Call): [key: string, value: string][] {
  const tags: [string, string][] = [];
  for (let n = 1; call.params[`Tags.member.${n}.Key`] !== undefined; n += 1) {
    tags.push([call.params[`Tags.member.${n}.Key`] ?? '', call.params[`Tags.member.${n}.Value`] ?? '']);
  }
  return tags;
}

/** API_Tag, and id_tags “Rules for tagging”: key 1–128, value 0–256, characters, case, the prefix `aws:`. */
export function checkTags(call: Call): AwsError | undefined {
  const tags = tagsIn(call);
  if (tags.length > MAX_TAGS)
    return invalid(String(tags.length), 'tags', `have length less than or equal to ${MAX_TAGS}`);
  for (const [key, value] of tags) {
    if (key.length < 1 || key.length > 128) return invalid(key, 'tags.1.member.key', 'have length between 1 and 128');
    if (value.length > 256) return invalid(value, 'tags.1.member.value', 'have length less than or equal to 256');
    if (!TAG_TEXT.test(key))
      return invalid(key, 'tags.1.member.key', 'satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+');
    if (!TAG_TEXT.test(value))
      return invalid(
        value,
        'tags.1.member.value',
        'satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*',
      );
    if (/^aws:/i.test(key))
      return { code: 'InvalidInput', message: 'Invalid tag key: keys with the prefix aws: are reserved.' };
  }
  if (new Set(tags.map(([key]) => key.toLowerCase())).size === tags.length) return undefined;
  return { code: 'InvalidInput', message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.' };
}

/** API_TagUser, error LimitExceeded: 50 tags on a user, those it has already included. */
export async function checkTagTotal(call: Call, lab: RuleLab): Promise<AwsError | undefined> {
  const { Tags = [] } = await orMissing(iamOf(call, lab).send(new ListUserTagsCommand(user(call))), {
    Tags: [],
    $metadata: {},
  });
  const keys = new Set(
    [...Tags.map(({ Key = '' }) => Key), ...tagsIn(call).map(([key]) => key)].map((key) => key.toLowerCase()),
  );
  return keys.size > MAX_TAGS ? limit(`Cannot exceed quota for TagsPerUser: ${MAX_TAGS}`) : undefined;
}

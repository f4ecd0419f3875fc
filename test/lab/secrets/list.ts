import type { Answer, Call } from '../wire/call.ts';
import { errorAnswer, jsonAnswer } from '../wire/call.ts';
import type { Secret } from './entry.ts';
import type { Page } from './pages.ts';
import { json } from './rules-parts.ts';
import { REGION, type SecretsStore } from './secrets.ts';

/** One of a ListSecrets call's filters. */
export type Filter = { Key: string; Values: string[] };

function words(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** API_Filter, “all”: “breaks the filter value string into words and then searches all attributes”, in any case. */
function hasWords(texts: readonly string[], value: string): boolean {
  const found = texts.flatMap(words);
  return words(value).every((word) => found.some((each) => each.startsWith(word)));
}

function tagTexts({ Tags = [] }: Secret): string[] {
  return Tags.flatMap(({ Key, Value }) => [Key, Value]);
}

/** API_Filter: prefixes, and case-sensitive but for `description` and `all`. */
const MATCHERS: Record<string, (secret: Secret, value: string) => boolean> = {
  name: ({ Name }, value) => Name.startsWith(value),
  'tag-key': ({ Tags = [] }, value) => Tags.some(({ Key }) => Key.startsWith(value)),
  'tag-value': ({ Tags = [] }, value) => Tags.some((tag) => tag.Value.startsWith(value)),
  'primary-region': ({ PrimaryRegion = '' }, value) => PrimaryRegion.startsWith(value),
  'owning-service': ({ OwningService = '' }, value) => OwningService.startsWith(value),
  description: ({ Description = '' }, value) => Description.toLowerCase().startsWith(value.toLowerCase()),
  all: (secret, value) => hasWords([secret.Name, secret.Description ?? '', ...tagTexts(secret)], value),
};

/** The keys a filter may have. */
export const FILTER_KEYS = Object.keys(MATCHERS);

/** Filters are ANDed, the values of one are ORed; `!` in front negates a value (API_ListSecrets, “Filters”). */
function matches(secret: Secret, filters: readonly Filter[]): boolean {
  return filters.every(({ Key, Values }) =>
    Values.some((value) =>
      value.startsWith('!') ? !MATCHERS[Key]?.(secret, value.slice(1)) : MATCHERS[Key]?.(secret, value),
    ),
  );
}

/** The secrets of a region as they were `listLagMs` ago: newer changes are undone, one after the other. */
async function secretsAsListed(store: SecretsStore, region: string): Promise<Secret[]> {
  const secrets = await store.settings.all(region);
  const horizon = performance.now() - store.settings.listLagMs;
  const byName = new Map(secrets.map((secret) => [secret.Name, secret]));
  for (const change of store.changes.toReversed()) {
    if (change.region !== region || change.at <= horizon || store.settings.listLagMs <= 0) continue;
    if (change.before) byName.set(change.name, change.before);
    else byName.delete(change.name);
  }
  return [...byName.values()];
}

/** The page of secrets a call with Filters, MaxResults and NextToken asks for; undefined when its token is not valid. */
export async function listedPage(call: Call, store: SecretsStore, size: number): Promise<Page<Secret> | undefined> {
  const { MaxResults, NextToken, Filters = '[]', IncludePlannedDeletion = 'false' } = call.params;
  const region = call.region ?? REGION;
  const question = JSON.stringify([call.action, region, Filters, IncludePlannedDeletion]);
  const length = Math.min(size, Number(MaxResults ?? size));
  if (NextToken !== undefined) return store.pages.next(question, NextToken, length);
  const filters = json<Filter[]>(call, 'Filters') ?? [];
  const listed = await secretsAsListed(store, region);
  const wanted = listed.filter(
    (secret) => (secret.DeletedDate === undefined || IncludePlannedDeletion === 'true') && matches(secret, filters),
  );
  return store.pages.first(question, wanted, length);
}

/** The error for an unknown NextToken (API_ListSecrets, errors). */
export function invalidToken(call: Call): Answer {
  return errorAnswer(call, { code: 'InvalidNextTokenException', message: 'Invalid NextToken' });
}

/** Answers ListSecrets: an entry has no ReplicationStatus, and another name for its versions than in DescribeSecret. */
export async function listSecrets(call: Call, store: SecretsStore): Promise<Answer> {
  const page = await listedPage(call, store, store.settings.listPage);
  if (!page) return invalidToken(call);
  const { items, ...token } = page;
  const SecretList = items.map(({ ReplicationStatus: _status, VersionIdsToStages: versions, ...entry }) => ({
    ...entry,
    SecretVersionsToStages: versions,
  }));
  return jsonAnswer({ SecretList, ...token });
}

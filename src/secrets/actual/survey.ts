import { ListSecretsCommand } from '@aws-sdk/client-secrets-manager';
import pLimit from 'p-limit';
import { allPages } from '../../aws/pages.ts';
import type { SecretsContext } from '../api.ts';
import { type DesiredSecret, isBlank } from '../desired/desired.ts';
import { callReason } from '../item-failure.ts';
import { OWNER_TAG } from '../owner.ts';
import { type Change, isOwn, type SyncPolicy, unreadableChange } from '../plan/change.ts';
import { changeOf } from '../plan/diff.ts';
import type { ActualSecret } from './actual.ts';
import { actualFrom, describeSecret, maskValue, readSecret, withCurrent } from './read.ts';
import { NO_VALUE, READERS, unlessDenied, type ValueRead, valueReader } from './read-values.ts';

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html, SecretIdList. */
const MAX_BATCH = 20;
/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html, MaxResults. */
const MAX_PAGE = 100;

/** The change for each desired secret, and all secrets of this owner: `undefined` if they were not listed, or the role may not list. */
export type Survey = { readonly changes: readonly Change[]; readonly own: readonly ActualSecret[] | undefined };

/** Reads each desired secret by itself: two calls each, made at once. For the few secrets of `mode: json`. */
export async function surveyEach(
  desired: readonly DesiredSecret[],
  policy: SyncPolicy,
  context: SecretsContext,
): Promise<Survey> {
  const limit = pLimit(READERS);
  const survey = (each: DesiredSecret) => changeFor(each, { policy, context }, () => readSecret(each.name, context));
  return { changes: await Promise.all(desired.map((each) => limit(() => survey(each)))), own: undefined };
}

/**
 * Reads many secrets with few calls: a list of all secrets of this owner, then values in batches. The list may be minutes old, so
 * each secret is described again before it is written. Only the differences of a batch are kept in memory. Without permission to list
 * or to read in batches, it reads each secret by itself.
 */
export async function surveyMany(
  desired: readonly DesiredSecret[],
  policy: SyncPolicy,
  context: SecretsContext & { notice: (sentence: string) => void; mustList: boolean },
): Promise<Survey> {
  // Prune cannot work without the list, so there a first denial is retried.
  const list = () => listOwn(policy.owner, context);
  const own = await unlessDenied(context.mustList ? () => context.ask(list) : list);
  const listed = new Map(own?.map((actual) => [actual.name, actual]));
  const reader = valueReader(context);
  const survey = async (batch: readonly DesiredSecret[]) => {
    const ids = batch.map(({ name }) => listed.get(name)?.arn ?? name);
    const values = await reader.read(ids);
    const changeAt = (each: DesiredSecret, index: number) => {
      const found = { listed: listed.get(each.name), value: values.get(ids[index] ?? '') };
      return changeFor(each, { policy, context }, () => resolve(each.name, found, { policy, context }));
    };
    return Promise.all(batch.map(changeAt));
  };
  const toRead = desired.filter((each) => !isBlank(each));
  const skipped = desired.filter(isBlank).map((each) => changeOf(each, undefined, policy));
  const batches = pLimit(READERS);
  const changes = await Promise.all(chunks(toRead, MAX_BATCH).map((batch) => batches(() => survey(batch))));
  const denied = [
    ...(own === undefined ? ['ListSecrets'] : []),
    ...(reader.isBatchDenied() ? ['BatchGetSecretValue'] : []),
  ];
  if (denied.length > 0) context.notice(deniedNotice(denied));
  return { changes: [...changes.flat(), ...skipped], own };
}

type Surroundings = { readonly policy: SyncPolicy; readonly context: SecretsContext };

async function changeFor(
  desired: DesiredSecret,
  { policy, context }: Surroundings,
  read: () => Promise<ActualSecret | undefined>,
): Promise<Change> {
  try {
    if (isBlank(desired)) return changeOf(desired, undefined, policy);
    const actual = await read();
    if (actual !== undefined && isOwn(actual, policy)) maskValue(actual.value, context.mask);
    return changeOf(desired, actual, policy);
  } catch (error) {
    return unreadableChange(desired, callReason('DescribeSecret', error, 'reading it'));
  }
}

/** All secrets with this owner's tag, also those scheduled for deletion. AWS filters by prefix, so the tag is compared again. */
async function listOwn(owner: string, { secretsManager, lifetime }: SecretsContext): Promise<ActualSecret[]> {
  const listed = await allPages('ListSecrets', async (NextToken) => {
    lifetime.soft.throwIfAborted();
    const command = new ListSecretsCommand({
      Filters: [
        { Key: 'tag-key', Values: [OWNER_TAG] },
        { Key: 'tag-value', Values: [owner] },
      ],
      IncludePlannedDeletion: true,
      MaxResults: MAX_PAGE,
      NextToken,
    });
    const { SecretList = [], NextToken: next } = await secretsManager.send(command);
    return { items: SecretList, next };
  });
  return listed.map(actualFrom).filter((each) => isOwn(each, { owner }));
}

/** What list and batch returned for one secret. */
type Found = { readonly listed: ActualSecret | undefined; readonly value: ValueRead | undefined };

/** The whole secret. What list and batch do not say is read from the secret itself, which is always up to date. */
async function resolve(
  name: string,
  { listed, value }: Found,
  { policy, context }: Surroundings,
): Promise<ActualSecret | undefined> {
  // A batch reports a secret without a value as absent too, so a listed secret is described.
  if (value === 'absent' && listed === undefined) return undefined;
  const current = value === undefined || value === 'absent' ? NO_VALUE : value;
  if (listed !== undefined && current.value.kind !== 'none' && !listed.deleted && policy.replicas.length === 0)
    return { ...listed, ...current };
  // By name if the batch does not find it: the list may still show a secret that was deleted for good and created again since.
  const described = await describeSecret(value === 'absent' ? name : (listed?.arn ?? name), context);
  return described && withCurrent(described, current, context);
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function deniedNotice(denied: readonly string[]): string {
  const actions = denied.map((action) => `secretsmanager:${action}`).join(' and ');
  return `The role may not call ${actions}: secrets are read one by one, which takes more calls.`;
}

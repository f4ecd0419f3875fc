import { BatchGetSecretValueCommand, ListSecretsCommand } from '@aws-sdk/client-secrets-manager';
import pLimit from 'p-limit';
import { describeFailure, failureCode, isDenied } from '../../aws/failures.ts';
import type { SecretsContext } from '../api.ts';
import { type DesiredSecret, isBlank } from '../desired/desired.ts';
import { OWNER_TAG } from '../owner.ts';
import { type Change, isOwn, type SyncPolicy, unreadableChange } from '../plan/change.ts';
import { changeOf } from '../plan/diff.ts';
import type { ActualSecret } from './actual.ts';
import {
  actualFrom,
  type Current,
  currentOf,
  describeSecret,
  maskValue,
  readSecret,
  readValue,
  withCurrent,
} from './read.ts';

/** AWS: API_BatchGetSecretValue, SecretIdList. */
const MAX_BATCH = 20;
/** AWS: API_ListSecrets, MaxResults. */
const MAX_PAGE = 100;
/** Secrets or batches read at a time; AWS allows thousands a second (reference: secrets.md §0.3). */
export const READERS = 10;

/** What every wanted secret needs, and all secrets that are this owner's; `undefined` where nobody looked or the role may not list. */
export type Survey = { readonly changes: readonly Change[]; readonly own: readonly ActualSecret[] | undefined };

/** Looks at each wanted secret by itself: two calls each, one round trip. For the few secrets of `mode: json`. */
export async function surveyEach(
  desired: readonly DesiredSecret[],
  policy: SyncPolicy,
  context: SecretsContext,
): Promise<Survey> {
  const limit = pLimit(READERS);
  const one = (each: DesiredSecret) => changeFor(each, { policy, context }, () => readSecret(each.name, context));
  return { changes: await Promise.all(desired.map((each) => limit(() => one(each)))), own: undefined };
}

/**
 * Looks at many secrets with few calls: a list of all that are this owner's (which may be minutes behind: what it says is checked
 * again before anything is written), then values by twenties. Each batch is compared and forgotten, so that no more than the
 * differences are held. Where the role may do neither, it goes secret by secret.
 */
export async function surveyMany(
  desired: readonly DesiredSecret[],
  policy: SyncPolicy,
  context: SecretsContext & { notice: (sentence: string) => void; mustList: boolean },
): Promise<Survey> {
  // Nothing can take the list's place for what is to be deleted, so there even a first refusal is not believed.
  const list = () => listOwn(policy.owner, context);
  const own = await unlessDenied(context.mustList ? () => context.ask(list) : list);
  const listed = new Map(own?.map((actual) => [actual.name, actual]));
  const read = valueReader(context);
  const batches = pLimit(READERS);
  const one = (each: DesiredSecret, value: Read | undefined) => {
    const known = listed.get(each.name);
    return changeFor(each, { policy, context }, () => completed(each.name, { known, value, policy, context }));
  };
  const survey = async (batch: readonly DesiredSecret[]) => {
    const ids = batch.map(({ name }) => listed.get(name)?.arn ?? name);
    const values = await read.all(ids);
    return Promise.all(batch.map((each, index) => one(each, values.get(ids[index] ?? ''))));
  };
  const toRead = desired.filter((each) => !isBlank(each));
  const skipped = desired.filter(isBlank).map((each) => changeOf(each, undefined, policy));
  const changes = await Promise.all(chunks(toRead, MAX_BATCH).map((batch) => batches(() => survey(batch))));
  const denied = [
    ...(own === undefined ? ['ListSecrets'] : []),
    ...(read.batchDenied() ? ['BatchGetSecretValue'] : []),
  ];
  if (denied.length > 0) context.notice(slowly(denied));
  return { changes: [...changes.flat(), ...skipped], own };
}

async function changeFor(
  desired: DesiredSecret,
  { policy, context }: { policy: SyncPolicy; context: SecretsContext },
  look: () => Promise<ActualSecret | undefined>,
): Promise<Change> {
  try {
    if (isBlank(desired)) return changeOf(desired, undefined, policy);
    const actual = await look();
    if (actual !== undefined && isOwn(actual, policy)) maskValue(actual.value, context.mask);
    return changeOf(desired, actual, policy);
  } catch (error) {
    return unreadableChange(desired, `looking at it failed: ${describeFailure(error)}`);
  }
}

/** All secrets with this owner's mark, also those scheduled for deletion. AWS filters by prefix, so the mark is compared again. */
async function listOwn(owner: string, { secretsManager, lifetime }: SecretsContext): Promise<ActualSecret[]> {
  const actual: ActualSecret[] = [];
  let NextToken: string | undefined;
  do {
    lifetime.soft.throwIfAborted();
    const page = await secretsManager.send(
      new ListSecretsCommand({
        Filters: [
          { Key: 'tag-key', Values: [OWNER_TAG] },
          { Key: 'tag-value', Values: [owner] },
        ],
        IncludePlannedDeletion: true,
        MaxResults: MAX_PAGE,
        NextToken,
      }),
    );
    actual.push(...(page.SecretList ?? []).map(actualFrom).filter((each) => isOwn(each, { owner })));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return actual;
}

/** What reading a value brought: the value, or that there is no such secret. */
type Read = Current | 'absent';

/** Reads values by the batch for as long as the role may, else one by one. */
function valueReader(context: SecretsContext) {
  let denied = false;
  const single = pLimit(READERS);
  const singly = async (ids: readonly string[]) =>
    new Map<string, Read>(
      await Promise.all(ids.map((id) => single(async () => [id, await readValue(id, context)] as const))),
    );
  const all = async (ids: readonly string[]): Promise<Map<string, Read>> => {
    const batch = denied ? undefined : await unlessDenied(() => readBatch(ids, context));
    if (batch !== undefined) return batch;
    denied = true;
    return singly(ids);
  };
  return { all, batchDenied: () => denied };
}

async function readBatch(ids: readonly string[], context: SecretsContext): Promise<Map<string, Read>> {
  const read = new Map<string, Read>();
  let NextToken: string | undefined;
  do {
    context.lifetime.soft.throwIfAborted();
    const command = new BatchGetSecretValueCommand({ SecretIdList: [...ids], NextToken });
    const { SecretValues = [], Errors = [], NextToken: next } = await context.secretsManager.send(command);
    for (const entry of SecretValues) {
      const current = currentOf(entry);
      for (const id of [entry.ARN, entry.Name]) if (id !== undefined) read.set(id, current);
    }
    for (const { SecretId = '', ErrorCode = '', Message = '' } of Errors)
      read.set(SecretId, fromError(ErrorCode, Message));
    NextToken = next;
  } while (NextToken !== undefined);
  return read;
}

/** One item's error in a batch that as a whole succeeded. */
function fromError(name: string, message: string): Read {
  const error = Object.assign(new Error(message), { name });
  const code = failureCode(error);
  if (code === 'ResourceNotFound') return 'absent';
  if (code === 'InvalidRequest') return NO_VALUE;
  return { versionId: undefined, value: { kind: 'unread', because: `reading it failed: ${describeFailure(error)}` } };
}

type Partly = {
  readonly known: ActualSecret | undefined;
  readonly value: Read | undefined;
  readonly policy: SyncPolicy;
  readonly context: SecretsContext;
};

/** What list and batch left open is asked of the secret itself, which never lags. */
async function completed(name: string, { known, value, policy, context }: Partly): Promise<ActualSecret | undefined> {
  // A secret without a value is as absent from a batch as one that is not there; what is listed is asked itself.
  if (value === 'absent' && known === undefined) return undefined;
  const current = value === undefined || value === 'absent' ? NO_VALUE : value;
  if (known !== undefined && current.value.kind !== 'none' && !known.deleted && policy.replicas.length === 0)
    return { ...known, ...current };
  // By its name where the batch knows none: the list may still show one that was deleted for good, and made again since.
  const described = await describeSecret(value === 'absent' ? name : (known?.arn ?? name), context);
  return described && withCurrent(described, current, context);
}

const NO_VALUE: Current = { versionId: undefined, value: { kind: 'none' } };

async function unlessDenied<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (isDenied(error)) return undefined;
    throw error;
  }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function slowly(denied: readonly string[]): string {
  const actions = denied.map((action) => `secretsmanager:${action}`).join(' and ');
  return `The role may not call ${actions}: secrets are looked at one by one, which takes more calls.`;
}

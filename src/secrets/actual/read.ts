import {
  DescribeSecretCommand,
  type DescribeSecretCommandOutput,
  GetSecretValueCommand,
  type SecretListEntry,
  type SecretValueEntry,
} from '@aws-sdk/client-secrets-manager';
import { isFailure } from '../../aws/failures.ts';
import { again, done, poll } from '../../waiting/poll.ts';
import type { SecretsContext } from '../api.ts';
import { callReason } from '../item-failure.ts';
import { type JsonObject, parseJsonSecret, stringsIn } from '../json-secret.ts';
import type { ActualSecret, ActualValue, Replica } from './actual.ts';

const CURRENT = 'AWSCURRENT';

/** The current version and its value. */
export type Current = { readonly versionId: string | undefined; readonly value: ActualValue };

/** A secret with its value; `undefined` if it does not exist. Makes two calls at once. */
export async function readSecret(id: string, context: SecretsContext): Promise<ActualSecret | undefined> {
  const [actual, current] = await Promise.all([describeSecret(id, context), readValue(id, context)]);
  return actual && withCurrent(actual, current, context);
}

/** After a restore or a create, GetSecretValue may fail for some seconds although a value exists. */
const VALUE_BACKOFF = { firstMs: 500, maxMs: 2_000 };
const MAX_VALUE_ATTEMPTS = 8;

/**
 * A description and a value together. If the secret has a current version and its value was not returned, the value is read again for
 * some seconds: an existing value must never count as missing.
 */
export async function withCurrent(
  actual: ActualSecret,
  current: Current,
  context: SecretsContext,
): Promise<ActualSecret> {
  const together = (read: Current) => ({ ...actual, value: read.value, versionId: read.versionId ?? actual.versionId });
  if (!isMissing(actual, current)) return together(current);
  const attempt = async () => {
    const read = await readValue(actual.arn, context);
    return isMissing(actual, read) ? again(() => ({ ...actual, value: VALUE_MISSING })) : done(together(read));
  };
  return poll<ActualSecret>(attempt, { backoff: VALUE_BACKOFF, maxAttempts: MAX_VALUE_ATTEMPTS }, context);
}

const VALUE_MISSING: ActualValue = {
  kind: 'unread',
  because: { code: 'value-missing', sentence: 'AWS does not return its value' },
};

function isMissing(actual: ActualSecret, { value }: Current): boolean {
  return value.kind === 'none' && actual.versionId !== undefined && !actual.deleted;
}

/** A secret without its value; `undefined` if it does not exist. Unlike a list, this is always up to date. */
export async function describeSecret(
  id: string,
  { secretsManager, ask }: SecretsContext,
): Promise<ActualSecret | undefined> {
  try {
    const answer = await ask(() => secretsManager.send(new DescribeSecretCommand({ SecretId: id })));
    return {
      ...actualFrom(answer),
      replicas: (answer.ReplicationStatus ?? []).map(replicaOf),
      versionId: currentIn(answer),
    };
  } catch (error) {
    if (isFailure(error, 'ResourceNotFound')) return undefined;
    throw error;
  }
}

/** The current value: `none` if there is none or the secret is scheduled for deletion, `unread` if reading its value failed. */
export async function readValue(id: string, context: SecretsContext): Promise<Current> {
  const { secretsManager, ask } = context;
  try {
    return currentOf(await ask(() => secretsManager.send(new GetSecretValueCommand({ SecretId: id }))));
  } catch (error) {
    if (isFailure(error, 'ResourceNotFound', 'InvalidRequest'))
      return { versionId: undefined, value: { kind: 'none' } };
    context.lifetime.soft.throwIfAborted();
    return unreadable(error);
  }
}

/** The value that could not be read because of this error. */
export function unreadable(error: unknown): Current {
  return {
    versionId: undefined,
    value: { kind: 'unread', because: callReason('GetSecretValue', error, 'reading its value') },
  };
}

/** The value that a call returned. */
export function currentOf(entry: SecretValueEntry): Current {
  const { SecretString: text, VersionId: versionId } = entry;
  return { versionId, value: text === undefined ? { kind: 'binary' } : { kind: 'text', text } };
}

/** Shorter masks would hide unrelated characters all over the log. */
const MIN_MASKED_CHARS = 4;

/** Masks the value of an own secret before it is compared. Values of foreign secrets are not masked: they are never printed. */
export function maskValue(value: ActualValue, mask: (secret: string) => void): void {
  if (value.kind !== 'text') return;
  const members = membersOf(value.text);
  // The runner masks each line of a secret, so the whole text of an object would mask every line with a single brace.
  const secrets = members === undefined ? [value.text] : stringsIn(members);
  for (const secret of secrets) if (secret.trim().length >= MIN_MASKED_CHARS) mask(secret);
}

/** The members of an object; `undefined` for any other text, also for JSON that is nested too deep. */
function membersOf(text: string): JsonObject | undefined {
  try {
    return parseJsonSecret(text);
  } catch {
    return undefined;
  }
}

/** A secret from ListSecrets or DescribeSecret. */
export function actualFrom(entry: SecretListEntry | DescribeSecretCommandOutput): ActualSecret {
  return {
    name: entry.Name ?? '',
    arn: entry.ARN ?? '',
    tags: Object.fromEntries((entry.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
    description: entry.Description ?? '',
    kmsKeyId: entry.KmsKeyId,
    rotating: entry.RotationEnabled ?? false,
    owningService: entry.OwningService,
    primaryRegion: entry.PrimaryRegion,
    deleted: entry.DeletedDate !== undefined,
    replicas: undefined,
    versionId: undefined,
    value: { kind: 'none' },
  };
}

function currentIn({ VersionIdsToStages = {} }: DescribeSecretCommandOutput): string | undefined {
  return Object.entries(VersionIdsToStages).find(([, stages]) => stages.includes(CURRENT))?.[0];
}

function replicaOf(status: NonNullable<DescribeSecretCommandOutput['ReplicationStatus']>[number]): Replica {
  const { Region: region = '', KmsKeyId: kmsKeyId, Status = '', StatusMessage: message = '' } = status;
  return { region, kmsKeyId, status: Status, message };
}

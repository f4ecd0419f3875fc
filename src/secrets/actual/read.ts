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

/** The version that is current, and what it holds. */
export type Current = { readonly versionId: string | undefined; readonly value: ActualValue };

/** A secret as it is now, its value included; `undefined` when there is none. Two calls, at once. */
export async function readSecret(id: string, context: SecretsContext): Promise<ActualSecret | undefined> {
  const [actual, current] = await Promise.all([describeSecret(id, context), readValue(id, context)]);
  return actual && withCurrent(actual, current, context);
}

/** A value that cannot be read though there is one appears again within seconds: after a restore, or a create. */
const VALUE_BACKOFF = { firstMs: 500, maxMs: 2_000 };
const MAX_VALUE_ATTEMPTS = 8;

/**
 * A description and a value, put together. Where the secret has a current version and its value does not come, it is asked for again
 * for some seconds: what is there must never be taken for nothing.
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
  because: { code: 'value-missing', sentence: 'AWS does not give its value' },
};

function isMissing(actual: ActualSecret, { value }: Current): boolean {
  return value.kind === 'none' && actual.versionId !== undefined && !actual.deleted;
}

/** A secret as it is now, but for its value; `undefined` when there is none. Never lags, as lists do. */
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

/** The current value. That there is none, that the secret is on its way out and that it must not be read are answers too. */
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

/** What is known of a value that could not be read: why. */
export function unreadable(error: unknown): Current {
  return {
    versionId: undefined,
    value: { kind: 'unread', because: callReason('GetSecretValue', error, 'reading it') },
  };
}

/** What a call that returns a value says. */
export function currentOf(entry: SecretValueEntry): Current {
  const { SecretString: text, VersionId: versionId } = entry;
  return { versionId, value: text === undefined ? { kind: 'binary' } : { kind: 'text', text } };
}

/** What AWS has is never printed; a mask shorter than this would only blacken the log wherever its characters stand. */
const MIN_MASKED_CHARS = 4;

/** Masks a value of ours before it is compared with anything. What strangers keep in theirs is no reason to blacken this job's log. */
export function maskValue(value: ActualValue, mask: (secret: string) => void): void {
  if (value.kind !== 'text') return;
  const members = membersOf(value.text);
  // Of an object only what it holds: its braces alone on a line would be masked in the whole log.
  const secrets = members === undefined ? [value.text] : stringsIn(members);
  for (const secret of secrets) if (secret.trim().length >= MIN_MASKED_CHARS) mask(secret);
}

/** The members of an object; `undefined` for all else, also for what is nested too deep to be looked through. */
function membersOf(text: string): JsonObject | undefined {
  try {
    return parseJsonSecret(text);
  } catch {
    return undefined;
  }
}

/** What a list or a description says of a secret. */
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

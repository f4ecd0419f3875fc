import {
  DescribeSecretCommand,
  type DescribeSecretCommandOutput,
  GetSecretValueCommand,
  type SecretListEntry,
  type SecretValueEntry,
} from '@aws-sdk/client-secrets-manager';
import { isFailure, whatAwsSaid } from '../aws/failures.ts';
import type { Asking } from './asking.ts';
import type { Found, FoundValue, Replica } from './found.ts';
import { parseJsonSecret, stringsIn } from './json-secret.ts';

const CURRENT = 'AWSCURRENT';

/** The version that is current, and what it holds. */
export type Current = { readonly versionId: string | undefined; readonly value: FoundValue };

/** A secret as it is now, its value included; `undefined` when there is none. Two calls, at once. */
export async function readSecret(id: string, asking: Asking): Promise<Found | undefined> {
  const [found, current] = await Promise.all([describeSecret(id, asking), readValue(id, asking)]);
  return found && withCurrent(found, current, asking);
}

/**
 * A description and a value, put together. Two answers, two moments: where the value was not there yet but by now should be, it is
 * asked for again.
 */
export async function withCurrent(found: Found, current: Current, asking: Asking): Promise<Found> {
  const missed = current.value.kind === 'none' && found.versionId !== undefined && !found.deleted;
  return { ...found, ...(missed ? await readValue(found.arn, asking) : current) };
}

/** A secret as it is now, but for its value; `undefined` when there is none. Never lags, as lists do. */
export async function describeSecret(id: string, { secretsManager, ask }: Asking): Promise<Found | undefined> {
  try {
    const answer = await ask(() => secretsManager.send(new DescribeSecretCommand({ SecretId: id })));
    return {
      ...foundOf(answer),
      replicas: (answer.ReplicationStatus ?? []).map(replicaOf),
      versionId: currentIn(answer),
    };
  } catch (error) {
    if (isFailure(error, 'ResourceNotFound')) return undefined;
    throw error;
  }
}

/** The current value. That there is none, that the secret is on its way out and that it must not be read are answers too. */
export async function readValue(id: string, asking: Asking): Promise<Current> {
  const { secretsManager, ask } = asking;
  try {
    return currentOf(await ask(() => secretsManager.send(new GetSecretValueCommand({ SecretId: id }))), asking);
  } catch (error) {
    if (isFailure(error, 'ResourceNotFound', 'InvalidRequest'))
      return { versionId: undefined, value: { kind: 'none' } };
    asking.signal.throwIfAborted();
    return { versionId: undefined, value: { kind: 'unread', because: `reading it failed: ${whatAwsSaid(error)}` } };
  }
}

/** What a call that returns a value says, masked before anything else sees it. */
export function currentOf(entry: SecretValueEntry, { mask }: Pick<Asking, 'mask'>): Current {
  const { SecretString: text, VersionId: versionId } = entry;
  if (text === undefined) return { versionId, value: { kind: 'binary' } };
  const members = parseJsonSecret(text);
  // Of an object only what it holds: its braces alone on a line would be masked in the whole log.
  for (const secret of members === undefined ? [text] : stringsIn(members)) if (isWorthMasking(secret)) mask(secret);
  return { versionId, value: { kind: 'text', text } };
}

/** What AWS has is never printed; a mask shorter than this would only blacken the log wherever its characters stand. */
const LEAST_MASKED_CHARS = 4;

function isWorthMasking(secret: string): boolean {
  return secret.trim().length >= LEAST_MASKED_CHARS;
}

/** What a list or a description says of a secret. */
export function foundOf(entry: SecretListEntry | DescribeSecretCommandOutput): Found {
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

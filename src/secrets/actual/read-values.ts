import { BatchGetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import pLimit from 'p-limit';
import { failureCode, isDenied } from '../../aws/failures.ts';
import { allPages } from '../../aws/pages.ts';
import type { SecretsContext } from '../api.ts';
import { type Current, currentOf, readValue, unreadable } from './read.ts';

/**
 * Secrets or batches read at a time. AWS allows thousands of such calls a second
 * (https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html).
 */
export const READERS = 10;

/** No current value. */
export const NO_VALUE: Current = { versionId: undefined, value: { kind: 'none' } };

/** The result of reading a value: the value, or that no such secret exists. */
export type ValueRead = Current | 'absent';

/** Reads values in batches while the role may do so, and otherwise one by one. Results are keyed by the ids that were given. */
export function valueReader(context: SecretsContext) {
  let isBatchDenied = false;
  const single = pLimit(READERS);
  const readEach = async (ids: readonly string[]) =>
    new Map<string, ValueRead>(
      await Promise.all(ids.map((id) => single(async () => [id, await readValue(id, context)] as const))),
    );
  const read = async (ids: readonly string[]): Promise<Map<string, ValueRead>> => {
    const batch = isBatchDenied ? undefined : await unlessDenied(() => readBatch(ids, context));
    if (batch !== undefined) return batch;
    isBatchDenied = true;
    return readEach(ids);
  };
  return { read, isBatchDenied: () => isBatchDenied };
}

/** The result of a call; `undefined` if the role may not make it. */
export async function unlessDenied<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (isDenied(error)) return undefined;
    throw error;
  }
}

async function readBatch(ids: readonly string[], context: SecretsContext): Promise<Map<string, ValueRead>> {
  const read = new Map<string, ValueRead>();
  await allPages('BatchGetSecretValue', async (NextToken) => {
    context.lifetime.soft.throwIfAborted();
    const command = new BatchGetSecretValueCommand({ SecretIdList: [...ids], NextToken });
    const { SecretValues = [], Errors = [], NextToken: next } = await context.secretsManager.send(command);
    for (const entry of SecretValues) {
      const current = currentOf(entry);
      for (const id of [entry.ARN, entry.Name]) if (id !== undefined) read.set(id, current);
    }
    for (const { SecretId = '', ErrorCode = '', Message = '' } of Errors)
      read.set(SecretId, fromError(ErrorCode, Message));
    return { items: [], next };
  });
  return read;
}

/** The error of one secret in a batch that succeeded as a whole. */
function fromError(name: string, message: string): ValueRead {
  const httpStatusCode = name.startsWith('InternalServiceError') ? 500 : 400;
  const error = Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
  const code = failureCode(error);
  if (code === 'ResourceNotFound') return 'absent';
  if (code === 'InvalidRequest') return NO_VALUE;
  return unreadable(error);
}

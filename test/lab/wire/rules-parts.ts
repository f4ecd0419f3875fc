import type { IAMClient } from '@aws-sdk/client-iam';
import { partitionOf } from '../moto-clients.ts';
import type { AwsError, Call } from './call.ts';
import type { RuleLab } from './rules.ts';

/** moto's IAM in the partition that a call is about. */
export function iamOf(call: Call, lab: RuleLab): IAMClient {
  return lab.moto.iam(partitionOf(call.region));
}

/** The user a call is about, as the look-ups want it. */
export function user(call: Call): { UserName: string } {
  return { UserName: call.params.UserName ?? '' };
}

/** The error about a quota. */
export function limit(message: string): AwsError {
  return { code: 'LimitExceeded', message };
}

/** The error about a parameter, with the text that all Query services use. */
export function invalid(value: string, member: string, constraint: string): AwsError {
  const start = `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint`;
  return { code: 'ValidationError', message: `${start}: Member must ${constraint}` };
}

/** The result of a look-up, or `missing` when IAM does not find it: moto's own answer then says so. */
export async function orMissing<T>(lookup: Promise<T>, missing: T): Promise<T> {
  try {
    return await lookup;
  } catch (error) {
    if ((error as Error).name === 'NoSuchEntityException') return missing;
    throw error;
  }
}

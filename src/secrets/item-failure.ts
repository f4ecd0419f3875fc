import {
  describeFailure,
  explain,
  failureCode,
  isDenied,
  isFailure,
  isTransient,
  metadataOf,
} from '../aws/failures.ts';
import { ActionError } from '../errors.ts';

/** Every kind of reason why one secret is not written, or not deleted. */
export const REASON_CODES = [
  /** AWS refused a call because the role lacks a permission. */
  'access-denied',
  /** AWS could not encrypt or decrypt with the secret's KMS key. */
  'kms-key',
  /** A quota of AWS is used up. */
  'limit-exceeded',
  /** Throttling, an internal error of AWS, or no answer, after all retries. */
  'aws-unavailable',
  /** AWS refused a call for any other reason. */
  'aws-refused',
  /** AWS reports a current version, and returns no value. */
  'value-missing',
  /** The secret has another owner or none, and `adopt` does not allow to take it over. */
  'foreign',
  /** Rotation, an AWS service, or the primary region writes the secret. */
  'managed-elsewhere',
  'scheduled-for-deletion',
  /** Other writers changed the secret at the same time. */
  'conflict',
  /** A copy in another region was not made, or not removed. */
  'replication',
  /** With the keys that stay in it, the value exceeds AWS's limit. */
  'too-large',
  'too-many-tags',
  'prune-limit',
  /** Not deleted because another secret failed. */
  'not-after-failure',
  /** The source's value is empty. */
  'empty-value',
  /** An error of the whole step: it ran out of time, was stopped, or lost its credentials. */
  'step-failed',
  /** An error that is not AWS's, or a state that this program must not reach. */
  'unexpected',
] as const;

/** One of REASON_CODES. */
export type ReasonCode = (typeof REASON_CODES)[number];

/** A call to AWS that failed. Two secrets with equal ones failed for the same reason. */
export type FailedCall = {
  /** Without `secretsmanager:`. */
  readonly action: string;
  /** AWS's error code without `Exception`. */
  readonly awsCode: string;
  /** The reason's sentence without the resource and the request id, which differ from secret to secret. */
  readonly general: string;
};

/** Why one secret is not written, or not deleted. */
export type ItemReason = {
  readonly code: ReasonCode;
  /** For the user. Never contains a value. */
  readonly sentence: string;
  /** Absent where no call failed. */
  readonly call?: FailedCall;
};

/** What was written before a failure. */
type WrittenBefore = { readonly versionId: string };

/** One secret failed; the others go on. Its message is for the user and never contains a value. */
export class ItemFailure extends Error {
  readonly reason: ItemReason;
  /** `undefined`: nothing was written. */
  readonly written: WrittenBefore | undefined;

  constructor(reason: ItemReason, about: { readonly cause?: unknown; readonly written?: WrittenBefore } = {}) {
    super(reason.sentence, { cause: about.cause });
    this.name = 'ItemFailure';
    this.reason = reason;
    this.written = about.written;
  }

  /** The same failure, after something was written. */
  after(written: WrittenBefore): ItemFailure {
    return new ItemFailure(this.reason, { cause: this.cause, written });
  }
}

/**
 * The reason for a failed call. @param doing the start of the sentence, by default the action, which is also the permission's name
 */
export function callReason(action: string, error: unknown, doing = `secretsmanager:${action}`): ItemReason {
  const sentence = `${doing} failed: ${explain(error)}`;
  if (error instanceof ActionError) return { code: 'step-failed', sentence };
  const general = `${doing} failed: ${generalWords(error)}`;
  return { code: codeOf(error), sentence, call: { action, awsCode: failureCode(error), general } };
}

/** The reason where this program reaches a state that it must not reach. */
export function unexpected(sentence: string): ItemReason {
  return { code: 'unexpected', sentence };
}

/** The reason of any error: an ItemFailure's own, or one made from the error's message. */
export function reasonOf(error: unknown): ItemReason {
  if (error instanceof ItemFailure) return error.reason;
  return { code: error instanceof ActionError ? 'step-failed' : codeOf(error), sentence: explain(error) };
}

/** An error of the step as it is; any other error of a call as an ItemFailure. */
export function failureOf(action: string, error: unknown): unknown {
  if (error instanceof ItemFailure || error instanceof ActionError) return error;
  return new ItemFailure(callReason(action, error), { cause: error });
}

/** Runs one call for a secret. @throws ItemFailure that names the AWS action, which is also the permission's name */
export async function step<T>(action: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw failureOf(action, error);
  }
}

function codeOf(error: unknown): ReasonCode {
  if (isDenied(error)) return 'access-denied';
  if (isFailure(error, 'DecryptionFailure', 'EncryptionFailure')) return 'kms-key';
  if (isFailure(error, 'LimitExceeded')) return 'limit-exceeded';
  // The SDK adds this to every error of a call, also when no answer came.
  if (!(error instanceof Error && '$metadata' in error)) return 'unexpected';
  return isTransient(error) ? 'aws-unavailable' : 'aws-refused';
}

/** AWS's words without the request id and without the resource of a denial. */
function generalWords(error: unknown): string {
  const { requestId = '' } = metadataOf(error);
  return describeFailure(error)
    .replace(` (request ${requestId})`, '')
    .replace(/on resource: \S+/, 'on resource: …');
}

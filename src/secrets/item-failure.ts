import { describeFailure } from '../aws/failures.ts';
import { ActionError } from '../errors.ts';

/** Why one secret is not as it should be; the others go on. Its message is for the user and holds nothing of a value. */
export class ItemFailure extends Error {
  /** What had been written before it failed; `undefined`: nothing. */
  written: { readonly versionId: string } | undefined;

  /** @param what the sentence, or the AWS action that failed with `cause` */
  constructor(what: string, cause?: unknown) {
    super(cause === undefined ? what : `secretsmanager:${what} failed: ${describeFailure(cause)}`, { cause });
    this.name = 'ItemFailure';
  }
}

/** What a failed AWS action is for its item; that the whole step ends is no failure of the action. */
export function failureOf(action: string, error: unknown): unknown {
  return error instanceof ItemFailure || error instanceof ActionError ? error : new ItemFailure(action, error);
}

/** Why something of an item's failed, as a sentence; a call that was never made because the step ends throws the end's own reason. */
export function reasonOf(error: unknown): string {
  if (error instanceof ItemFailure || error instanceof ActionError) return error.message;
  return describeFailure(error);
}

/** Runs one step of an item's; what goes wrong is told with the AWS action, which is also the permission's name. */
export async function step<T>(action: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw failureOf(action, error);
  }
}

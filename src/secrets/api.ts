import type { SecretsManager } from '../aws/clients.ts';
import { isDenied } from '../aws/failures.ts';
import { retryDenied } from '../aws/retry-denied.ts';
import type { Waiting } from '../waiting/clock.ts';

/** A client of Secrets Manager, and what every use of it needs. */
export type SecretsContext = Waiting & {
  readonly secretsManager: SecretsManager;
  /** Makes one call. Denials are retried for some seconds, because a new role’s policies propagate slowly. */
  readonly ask: <T>(call: () => Promise<T>) => Promise<T>;
  /** Registers a secret with the log's mask. */
  readonly mask: (secret: string) => void;
};

/**
 * Retries denied calls, because a new role's policies take seconds to propagate. After the first call that stays denied, denials are
 * final at once.
 */
export function retryFirstDenial(waiting: Waiting): SecretsContext['ask'] {
  let { retries } = waiting;
  return async (call) => {
    try {
      return await retryDenied(call, { ...waiting, retries });
    } catch (error) {
      if (isDenied(error)) retries = false;
      throw error;
    }
  };
}

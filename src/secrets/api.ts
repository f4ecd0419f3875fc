import type { SecretsManager } from '../aws/clients.ts';
import { isDenied } from '../aws/failures.ts';
import { retryDenied } from '../aws/retry-denied.ts';
import type { Waiting } from '../waiting/clock.ts';

/** What everything here that talks to Secrets Manager is given. */
export type SecretsContext = Waiting & {
  readonly secretsManager: SecretsManager;
  /** Runs one call, through the denials that a new role meets. */
  readonly ask: <T>(call: () => Promise<T>) => Promise<T>;
  /** Registers a secret with the log's mask. */
  readonly mask: (secret: string) => void;
};

/**
 * Waits through denials, since a role's policies take seconds to be seen, until one denial has lasted: then AWS means it, and each
 * further one is believed at once.
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

import type { SecretsManager } from '../aws/clients.ts';
import { isDenied } from '../aws/failures.ts';
import { type Patience, retryDenied } from '../aws/retry-denied.ts';

/** What everything here that talks to Secrets Manager is given. */
export type SecretsContext = {
  readonly secretsManager: SecretsManager;
  /** Runs one call, through the refusals that a new role meets. */
  readonly ask: <T>(call: () => Promise<T>) => Promise<T>;
  /** Registers a secret with the log's mask. */
  readonly mask: (secret: string) => void;
  /** Aborted when the step has to end. */
  readonly signal: AbortSignal;
  readonly sleep: Patience['sleep'];
  readonly fraction: Patience['fraction'];
  readonly now: () => number;
};

/**
 * Waits through refusals, since a role's policies take seconds to be seen, until one refusal has lasted: then AWS means it, and each
 * further one is believed at once.
 */
export function retryFirstDenial(patience: Patience): SecretsContext['ask'] {
  let patient = patience.patient;
  return async (call) => {
    try {
      return await retryDenied(call, { ...patience, patient });
    } catch (error) {
      if (isDenied(error)) patient = false;
      throw error;
    }
  };
}

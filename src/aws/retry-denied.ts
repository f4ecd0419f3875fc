import type { Waiting } from '../waiting/clock.ts';
import { retry } from '../waiting/poll.ts';
import { isDenied, isFailure } from './failures.ts';

/** A new role, or a change to its policies, takes seconds to be seen: three attempts, within some 5 s. */
const BACKOFF = { firstMs: 1_000, maxMs: 4_000, factor: 4 };
const MAX_ATTEMPTS = 3;

/** Calls again while AWS denies, for as long as the denial may only mean that a change has not arrived yet. */
export function retryDenied<T>(call: () => Promise<T>, waiting: Waiting): Promise<T> {
  const maxAttempts = waiting.retries ? MAX_ATTEMPTS : 1;
  const isTemporary = (error: unknown) => isDenied(error) || isFailure(error, 'InvalidIdentityToken');
  return retry(call, { backoff: BACKOFF, maxAttempts, isTemporary }, waiting);
}

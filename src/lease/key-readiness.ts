import { failureCode, isFailure, isTransient } from '../aws/failures.ts';
import { isOwnFault } from '../aws/faults.ts';
import { ActionError } from '../errors.ts';
import type { Waiting } from '../waiting/clock.ts';
import { again, done, poll } from '../waiting/poll.ts';
import { failuresOf } from '../waiting/settle-both.ts';

/** Parallel calls that must all succeed: at first, some of STS's servers know a new key and others do not. */
const PROBES = 5;
const BACKOFF = { firstMs: 250, maxMs: 2_000 };

/**
 * Waits until a new access key works. Five parallel `GetCallerIdentity` calls, each on its own connection, must all succeed; otherwise
 * there is a pause with jitter and five more calls.
 * @param probe makes one such call
 * @returns how long it took, in milliseconds
 * @throws ActionError `propagation-timeout` when the key does not work within `waitSeconds`
 */
export async function waitUntilKeyWorks(
  probe: () => Promise<unknown>,
  waitSeconds: number,
  waiting: Waiting,
): Promise<number> {
  const { clock, lifetime } = waiting;
  const began = clock.elapsedMs();
  const attempt = async (number: number) => {
    const failures = failuresOf(await Promise.allSettled(Array.from({ length: PROBES }, probe)));
    if (failures.length === 0) return done(clock.elapsedMs() - began);
    lifetime.soft.throwIfAborted();
    const fatal = failures.find((error) => !isNotYet(error, number));
    if (fatal !== undefined) throw fatal;
    return again<number>(() => {
      throw timeout(waitSeconds, failures[0]);
    });
  };
  return Math.round(await poll(attempt, { backoff: BACKOFF, withinMs: waitSeconds * 1000 }, waiting));
}

/** AWS's answers to a runner whose clock is wrong. The SDK then corrects its time, so the second attempt is meaningful. */
const CLOCK_SKEW = ['SignatureDoesNotMatch', 'RequestExpired', 'RequestTimeTooSkewed'];

/** True when the key is not known there yet, and when the failure does not depend on the key. */
function isNotYet(error: unknown, attempt: number): boolean {
  if (attempt === 1 && isFailure(error, ...CLOCK_SKEW)) return true;
  return isFailure(error, 'InvalidClientTokenId') || isTransient(error);
}

function timeout(waitSeconds: number, cause: unknown): ActionError {
  const last = isOwnFault(cause) ? `at last, ${cause.message}` : `STS still answers ${failureCode(cause)}`;
  return new ActionError('propagation-timeout', `The new access key did not work within ${waitSeconds} s; ${last}`, {
    remedy: 'Run the job again. If IAM is slow, raise `wait-for-propagation` (at most 5m).',
    cause,
  });
}

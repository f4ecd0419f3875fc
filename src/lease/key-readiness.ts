import { failureCode, isFailure, isTransient } from '../aws/failures.ts';
import { ActionError } from '../errors.ts';
import { type Backoff, pauseMs } from '../waiting/backoff.ts';
import type { Waiting } from './until-visible.ts';

/** So many calls at once must succeed: a new key's first successes come and go between STS's servers. */
const PROBES = 5;
const BACKOFF: Backoff = { firstMs: 250, maxMs: 2_000 };

/**
 * Waits until a new access key works: five `GetCallerIdentity` at once, each on a connection of its own; all must succeed,
 * else a jittered pause and all five again.
 * @param probe one such call
 * @returns how long it took, in milliseconds
 * @throws ActionError `propagation-timeout` when the key does not work within `waitSeconds`
 */
export async function waitUntilKeyWorks(
  probe: () => Promise<unknown>,
  waitSeconds: number,
  waiting: Waiting,
): Promise<number> {
  const start = waiting.clock.now();
  const deadline = start + waitSeconds * 1000;
  for (let tries = 0; ; tries++) {
    const outcomes = await Promise.allSettled(Array.from({ length: PROBES }, probe));
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected').map((outcome) => outcome.reason);
    if (failed.length === 0) return waiting.clock.now() - start;
    waiting.signal.throwIfAborted();
    const fatal = failed.find((error) => !isNotYet(error, tries));
    if (fatal !== undefined) throw fatal;
    const pause = pauseMs(BACKOFF, tries, waiting.randomness.fraction);
    if (waiting.clock.now() + pause > deadline) throw timeout(waitSeconds, failed[0]);
    await waiting.clock.sleep(pause, waiting.signal);
  }
}

/** What a runner whose clock is wrong is told; the SDK then corrects for it, so the second round can speak. */
const CLOCK_SKEW = ['SignatureDoesNotMatch', 'RequestExpired', 'RequestTimeTooSkewed'];

/** The key is unknown there yet, or the answer does not speak of the key at all. */
function isNotYet(error: unknown, tries: number): boolean {
  if (tries === 0 && isFailure(error, ...CLOCK_SKEW)) return true;
  return isFailure(error, 'InvalidClientTokenId') || isTransient(error);
}

function timeout(waitSeconds: number, cause: unknown): ActionError {
  return new ActionError(
    'propagation-timeout',
    `The new access key did not work within ${waitSeconds} s; STS still answers ${failureCode(cause)}`,
    { remedy: 'Run the job again. If IAM is slow today, raise `wait-for-propagation` (at most 5m).', cause },
  );
}

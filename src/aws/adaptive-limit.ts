import type { Waiting } from '../waiting/clock.ts';
import { retry } from '../waiting/poll.ts';
import { isThrottled } from './failures.ts';

const THROTTLED_BACKOFF = { firstMs: 500, maxMs: 8_000 };
/** With pauses of up to 8 s, some minutes of throttling. */
const MAX_ATTEMPTS = 41;

/**
 * Runs many calls as fast as AWS takes them, whose limits for IAM are unpublished and shared by the whole account
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html): at most `max` at a time, half as many after each
 * throttled call, and slowly more while none is throttled. A throttled call is made again here and not by the SDK, which would not slow the
 * others down.
 */
export function adaptiveLimit(max: number, waiting: Waiting) {
  let allowed = max;
  let running = 0;
  const queue: (() => void)[] = [];
  const next = () => {
    while (running < Math.max(1, Math.floor(allowed)) && queue.length > 0) {
      running++;
      queue.shift()?.();
    }
  };
  const turn = () =>
    new Promise<void>((resolve) => {
      queue.push(resolve);
      next();
    });
  const once = async <T>(call: () => Promise<T>): Promise<T> => {
    await turn();
    try {
      const answer = await call();
      allowed = Math.min(max, allowed + 1 / allowed);
      return answer;
    } catch (error) {
      if (isThrottled(error)) allowed = Math.max(1, allowed / 2);
      throw error;
    } finally {
      running--;
      next();
    }
  };
  const limits = {
    backoff: THROTTLED_BACKOFF,
    maxAttempts: waiting.retries ? MAX_ATTEMPTS : 1,
    isTemporary: isThrottled,
  };
  return <T>(call: () => Promise<T>): Promise<T> => retry(() => once(call), limits, waiting);
}

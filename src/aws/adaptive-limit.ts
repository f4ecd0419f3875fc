import { type Backoff, pauseMs } from '../waiting/backoff.ts';
import { isThrottled } from './failures.ts';

/** What keeping pace takes. */
export type PaceDependencies = {
  /** Resolves after `milliseconds`; rejects when the step has to end. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** A number in [0, 1), for jitter. */
  readonly fraction: () => number;
  /** False: a refusal for haste is an answer (`disable-retry`). */
  readonly patient: boolean;
};

const THROTTLED_BACKOFF: Backoff = { firstMs: 500, maxMs: 8_000 };
/** With pauses of up to 8 s, some minutes of refusals. */
const MAX_TRIES = 40;

/**
 * Runs many calls as fast as AWS takes them, whose limits for IAM are unpublished and shared by the whole account (reference:
 * aws-iam-sts.md §5.2): at most `most` at a time, half as many after each refusal for haste, slowly more while there is none. A call
 * refused for haste is made again here and not by the SDK, which would not slow the others down.
 */
export function adaptiveLimit(most: number, { sleep, fraction, patient }: PaceDependencies) {
  let allowed = most;
  let running = 0;
  const waiting: (() => void)[] = [];
  const next = () => {
    while (running < Math.max(1, Math.floor(allowed)) && waiting.length > 0) {
      running++;
      waiting.shift()?.();
    }
  };
  const turn = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      next();
    });
  const once = async <T>(call: () => Promise<T>): Promise<T> => {
    await turn();
    try {
      const answer = await call();
      allowed = Math.min(most, allowed + 1 / allowed);
      return answer;
    } catch (error) {
      if (isThrottled(error)) allowed = Math.max(1, allowed / 2);
      throw error;
    } finally {
      running--;
      next();
    }
  };
  return async <T>(call: () => Promise<T>): Promise<T> => {
    for (let tries = 0; ; tries++) {
      try {
        return await once(call);
      } catch (error) {
        if (!isThrottled(error) || !patient || tries === MAX_TRIES) throw error;
      }
      await sleep(pauseMs(THROTTLED_BACKOFF, tries, fraction));
    }
  };
}

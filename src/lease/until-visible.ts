import { isFailure } from '../aws/failures.ts';
import { retryDenied } from '../aws/retry-denied.ts';
import type { Waiting } from '../waiting/clock.ts';
import { retry } from '../waiting/poll.ts';

/**
 * A new user is usually visible within 2 s, at worst within 15 s
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency).
 */
const BACKOFF = { firstMs: 250, maxMs: 2_000 };
const MAX_WAIT_MS = 30_000;
/** After the user itself is visible, `NoSuchEntity` means something else, unless IAM's servers still differ for this long. */
const MAX_WAIT_ONCE_SEEN_MS = 6_000;

/** Makes a call until IAM sees the new user. `about`: whether the call names only the user, or a policy or group, too. */
export type UntilVisible = <T>(call: () => Promise<T>, about: 'user' | 'other') => Promise<T>;

/**
 * Makes the calls that follow `CreateUser`. IAM is eventually consistent: right after the create it may answer `NoSuchEntity` for the
 * user, which is retried for up to 30 s. The same code also means that a policy or a group is missing. So after any call has shown
 * that the user is visible, it is an error after a few seconds. When a policy is limited to a path, IAM answers `AccessDenied` for a
 * user whose path it cannot see yet. That is retried, too, unless retries are off.
 */
export function untilVisible(waiting: Waiting): UntilVisible {
  const { clock } = waiting;
  let userSeen = false;
  return async (call, about) => {
    let missingSince: number | undefined;
    const attempt = async () => {
      const answer = await retryDenied(call, waiting);
      if (about === 'user') userSeen = true;
      return answer;
    };
    const isTemporary = (error: unknown) => {
      if (userSeen && about === 'other') missingSince ??= clock.elapsedMs();
      const isCertain = missingSince !== undefined && clock.elapsedMs() >= missingSince + MAX_WAIT_ONCE_SEEN_MS;
      return isFailure(error, 'NoSuchEntity') && !isCertain;
    };
    return retry(attempt, { backoff: BACKOFF, withinMs: MAX_WAIT_MS, isTemporary }, waiting);
  };
}

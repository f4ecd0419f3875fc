import { StandardRetryStrategy } from '@smithy/core/retry';
import type { RetryStrategyV2, StandardRetryToken } from '@smithy/types';
import { isFailure, isThrottled } from './failures.ts';

/** Somebody else is changing the same user, policy or group at this moment; IAM asks to try again. */
const CONCURRENT_CHANGES = ['ConcurrentModification', 'EntityTemporarilyUnmodifiable'];

/**
 * The SDK's standard retry: throttling, 5xx and network faults, with full jitter. Two things differ. `LimitExceeded`, which the SDK
 * takes for throttling, is IAM's name for a full quota, which no pause empties. Concurrent changes, which the SDK takes for our
 * mistake, are tried again.
 * @param throttledByCaller throttling is thrown at once, for a caller that slows down by itself
 */
export function retryStrategy(maxAttempts: number, throttledByCaller: boolean): RetryStrategyV2 {
  const standard = new StandardRetryStrategy(maxAttempts);
  return {
    acquireInitialRetryToken: (scope) => standard.acquireInitialRetryToken(scope),
    refreshRetryTokenForRetry: async (token, info) => {
      if (isFailure(info.error, 'LimitExceeded') || (throttledByCaller && isThrottled(info.error))) throw info.error;
      const errorType = isFailure(info.error, ...CONCURRENT_CHANGES) ? 'THROTTLING' : info.errorType;
      return standard.refreshRetryTokenForRetry(token as StandardRetryToken, { ...info, errorType });
    },
    recordSuccess: (token) => standard.recordSuccess(token as StandardRetryToken),
  };
}

import { describe, expect, it } from '@jest/globals';
import type { RetryErrorType, SdkError } from '@smithy/types';
import { retryStrategy } from '../../../src/aws/retry-strategy.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';

/** A call that has failed so often with this error, which the SDK takes for `errorType`. Rejected where no further try may follow. */
async function failed(
  strategy: ReturnType<typeof retryStrategy>,
  error: Error,
  about: { errorType?: RetryErrorType; times?: number } = {},
) {
  const { errorType = 'CLIENT_ERROR', times = 1 } = about;
  let token = await strategy.acquireInitialRetryToken('');
  for (let time = 0; time < times; time++)
    token = await strategy.refreshRetryTokenForRetry(token, { error: error as SdkError, errorType });
  return token;
}

describe('a further try', () => {
  it.each<[string, RetryErrorType]>([
    ['InternalFailure', 'TRANSIENT'],
    ['Throttling', 'THROTTLING'],
    ['TimeoutError', 'TRANSIENT'],
  ])('follows what the SDK takes for temporary: %s', async (name, errorType) => {
    const token = await failed(retryStrategy(3, false), awsError(name), { errorType });
    expect(token.getRetryCount()).toBe(1);
  });

  it.each(['ConcurrentModification', 'ConcurrentModificationException', 'EntityTemporarilyUnmodifiable'])(
    'follows a change that somebody else is making, which the SDK takes for our mistake: %s',
    async (name) => {
      const token = await failed(retryStrategy(3, false), awsError(name, { status: 409 }));
      expect(token.getRetryCount()).toBe(1);
    },
  );

  it.each(['AccessDenied', 'EntityAlreadyExists', 'NoSuchEntity'])('does not follow %s', async (name) => {
    await rejection(failed(retryStrategy(3, false), awsError(name)));
  });

  it.each(['LimitExceeded', 'LimitExceededException'])(
    'does not follow a full quota, which the SDK takes for throttling: %s',
    async (name) => {
      const error = awsError(name, { status: 409 });
      expect(await rejection(failed(retryStrategy(3, false), error, { errorType: 'THROTTLING' }))).toBe(error);
    },
  );

  it.each(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'RequestLimitExceeded'])(
    'is left to a caller that slows down by itself: %s',
    async (name) => {
      const error = awsError(name);
      const about = { errorType: 'THROTTLING' } as const;
      expect(await rejection(failed(retryStrategy(3, true), error, about))).toBe(error);
      expect((await failed(retryStrategy(3, false), error, about)).getRetryCount()).toBe(1);
    },
  );

  it('follows a fault of AWS also for such a caller', async () => {
    const token = await failed(retryStrategy(3, true), awsError('InternalFailure'), { errorType: 'TRANSIENT' });
    expect(token.getRetryCount()).toBe(1);
  });

  it.each<[string, RetryErrorType]>([
    ['InternalFailure', 'TRANSIENT'],
    ['ConcurrentModification', 'CLIENT_ERROR'],
  ])('follows as often as was said and no more: %s', async (name, errorType) => {
    const token = await failed(retryStrategy(2, false), awsError(name), { errorType });
    expect(token.getRetryCount()).toBe(1);
    await rejection(failed(retryStrategy(2, false), awsError(name), { errorType, times: 2 }));
  });

  it('never follows where one is all', async () => {
    await rejection(failed(retryStrategy(1, false), awsError('InternalFailure'), { errorType: 'TRANSIENT' }));
  });
});

describe('the SDK’s quota of further tries', () => {
  /** So many calls at a time, each of which fails once. */
  const many = (strategy: ReturnType<typeof retryStrategy>, count: number) =>
    Promise.all(
      Array.from({ length: count }, () => failed(strategy, awsError('InternalFailure'), { errorType: 'TRANSIENT' })),
    );

  it('is given back by calls that then succeed, so that a long sweep does not run out of it', async () => {
    const strategy = retryStrategy(3, false);
    for (let round = 0; round < 20; round++) {
      for (const token of await many(strategy, 15)) strategy.recordSuccess(token);
    }
  });

  it('is used up by as many calls that do not', async () => {
    await rejection(many(retryStrategy(3, false), 300));
  });
});

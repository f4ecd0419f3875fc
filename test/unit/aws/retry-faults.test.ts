import { describe, expect, it } from '@jest/globals';
import type { ClientContext } from '../../../src/aws/calls.ts';
import { ForeignAnswer, IncompleteAnswer, NetworkFault, ProxyRefusal } from '../../../src/aws/faults.ts';
import { type FaultOptions, retryFaults } from '../../../src/aws/retry-faults.ts';
import { awsError, networkError, rejection } from '../../support/fakes/aws-error.ts';
import { fakeRandomness } from '../../support/fakes/randomness.ts';
import { fakeWaiting, lifetimeOf } from '../../support/fakes/time.ts';

const MAX_ATTEMPTS = 4;

function setUp(about: Partial<ClientContext> & { fraction?: number } = {}) {
  const { fraction = 0, ...rest } = about;
  const waiting = fakeWaiting({ randomness: fakeRandomness(fraction), ...rest });
  const { clock } = waiting;
  const connection = {
    region: 'eu-central-1',
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    maxAttempts: MAX_ATTEMPTS,
  };
  const context: ClientContext = { ...waiting, connection, debug: () => undefined };
  /** Makes a call that fails with what `failure` gives for its number, if it gives anything. */
  const run = async (failure: (nth: number) => unknown, options?: FaultOptions) => {
    let calls = 0;
    const call = async () => {
      const error = failure(++calls);
      if (error !== undefined) throw error;
      return 'done';
    };
    const began = clock.elapsedMs();
    const outcome = await retryFaults(call, context, options).catch((error: unknown) => error);
    return { outcome, calls, took: clock.elapsedMs() - began };
  };
  return { run, clock, context };
}

const throttled = () => awsError('Throttling', { status: 400 });
const fault = () => awsError('ServiceFailure', { status: 500 });
const failingFor = (count: number, error: () => unknown) => (nth: number) => (nth <= count ? error() : undefined);

describe('throttling', () => {
  it.each([0, 0.999_999])('is waited out for 60 s, whatever number of attempts that takes (%d)', async (fraction) => {
    const { run } = setUp({ fraction });
    const { outcome, calls, took } = await run(throttled);
    expect(outcome).toMatchObject({ name: 'Throttling' });
    expect(calls).toBeGreaterThan(MAX_ATTEMPTS);
    expect(took).toBeGreaterThanOrEqual(60_000);
    expect(took).toBeLessThanOrEqual(65_000);
  });

  it.each([
    'Throttling',
    'ThrottlingException',
    'RequestLimitExceeded',
    'TooManyRequestsException',
    'SlowDown',
    'RequestThrottled',
    'PriorRequestNotComplete',
  ])('is known by its code: %s', async (name) => {
    const { run } = setUp();
    const { outcome, calls } = await run(failingFor(10, () => awsError(name, { status: 400 })));
    expect([outcome, calls]).toEqual(['done', 11]);
  });

  it('is known by status 429', async () => {
    const { run } = setUp();
    const { calls } = await run(failingFor(10, () => awsError('Unknown', { status: 429 })));
    expect(calls).toBe(11);
  });

  it('is met with pauses that grow to 5 s at most', async () => {
    const { run, clock } = setUp({ fraction: 0.999_999 });
    await run(throttled);
    expect(clock.slept.slice(0, 3).map(Math.round)).toEqual([100, 200, 400]);
    expect(Math.max(...clock.slept)).toBeLessThanOrEqual(5_000);
  });

  it('is thrown at once to a caller that slows down by itself', async () => {
    const { run } = setUp();
    const { outcome, calls } = await run(throttled, { throttledByCaller: true });
    expect([(outcome as Error).name, calls]).toEqual(['Throttling', 1]);
  });

  it('counts by time also where the calls themselves take long', async () => {
    const { run, clock } = setUp();
    const { calls } = await run(() => {
      clock.advance(21_000);
      return throttled();
    });
    expect(calls).toBe(3);
  });

  it('uses up no attempt of those for faults, nor the other way round', async () => {
    const { run } = setUp();
    const mixed = (nth: number) => (nth > 12 ? undefined : nth % 4 === 0 ? fault() : throttled());
    expect(await run(mixed)).toMatchObject({ outcome: 'done', calls: 13 });
    const { outcome, calls } = await run((nth) => (nth % 2 === 0 ? fault() : throttled()));
    expect(outcome).toMatchObject({ name: 'ServiceFailure' });
    expect(calls).toBe(2 * MAX_ATTEMPTS);
  });
});

describe('a fault', () => {
  it.each([
    ['of AWS', fault],
    ['that is no answer', networkError],
    ['of the network', () => new NetworkFault('x')],
    ['that is an answer of another', () => new ForeignAnswer('h', { status: 200, type: 'text/html' })],
    ['that is half an answer', () => new IncompleteAnswer('CreateUser', 'User.Arn')],
    ['of a proxy', () => new ProxyRefusal(502, { proxy: 'p', host: 'h' })],
    ['of reading', () => Object.assign(new SyntaxError('x'), { $metadata: { httpStatusCode: 200 } })],
    ['of another’s change', () => awsError('ConcurrentModificationException', { status: 409 })],
    ['of a user just changed', () => awsError('EntityTemporarilyUnmodifiable', { status: 409 })],
  ])('%s is met again, as often as the inputs say and no more', async (_, error) => {
    const { run } = setUp();
    expect(await run(failingFor(MAX_ATTEMPTS - 1, error))).toMatchObject({ outcome: 'done', calls: MAX_ATTEMPTS });
    const { outcome, calls } = await run(error);
    expect(outcome).toBeInstanceOf(Error);
    expect(calls).toBe(MAX_ATTEMPTS);
  });

  it.each([
    ['a denial', () => awsError('AccessDenied', { status: 403 })],
    ['a full quota', () => awsError('LimitExceeded', { status: 409 })],
    ['a name taken', () => awsError('EntityAlreadyExists', { status: 409 })],
    ['a mistake of ours', () => new TypeError('x')],
    ['a proxy that wants other credentials', () => new ProxyRefusal(407, { proxy: 'p', host: 'h' })],
  ])('is not what %s is: the first counts', async (_, error) => {
    const { run } = setUp();
    expect(await run(error)).toMatchObject({ calls: 1, took: 0 });
  });

  it('may be what the caller says', async () => {
    const { run } = setUp();
    const isAlsoTransient = (error: unknown) => (error as Error).name === 'IDPCommunicationError';
    const error = () => awsError('IDPCommunicationError', { status: 400 });
    expect(await run(error, { isAlsoTransient })).toMatchObject({ calls: MAX_ATTEMPTS });
    expect(await run(error)).toMatchObject({ calls: 1 });
  });

  it('is thrown as it was, the last one', async () => {
    const { run } = setUp();
    const errors = [fault(), networkError(), fault(), fault(), fault()];
    expect((await run((nth) => errors[nth - 1])).outcome).toBe(errors[MAX_ATTEMPTS - 1]);
  });

  it('is not met again once the lifetime has softly ended', async () => {
    const ended = new Error('ended');
    const { context } = setUp({ lifetime: lifetimeOf(AbortSignal.abort(ended)) });
    expect(await rejection(retryFaults(() => Promise.reject(fault()), context))).toBe(ended);
  });
});

describe('unknown credentials', () => {
  it.each(['InvalidClientTokenId', 'UnrecognizedClientException'])(
    'of a session are tried again for 10 s: %s',
    async (name) => {
      const { run } = setUp();
      const error = () => awsError(name, { status: 403 });
      expect(await run(failingFor(6, error), { isSession: true })).toMatchObject({ outcome: 'done', calls: 7 });
      const { outcome, took } = await run(error, { isSession: true });
      expect(outcome).toMatchObject({ name });
      expect(took).toBeGreaterThanOrEqual(10_000);
      expect(took).toBeLessThanOrEqual(15_000);
    },
  );

  it('of a user are not', async () => {
    const { run } = setUp();
    const error = () => awsError('InvalidClientTokenId', { status: 403 });
    expect(await run(error, { isSigned: true, isSession: false })).toMatchObject({ calls: 1 });
    expect(await run(error)).toMatchObject({ calls: 1 });
  });
});

describe('a wrong clock', () => {
  const SKEW = [
    'SignatureDoesNotMatch',
    'InvalidSignatureException',
    'RequestExpired',
    'RequestTimeTooSkewed',
    'RequestInTheFuture',
  ];
  const learning = (about: { by: number }) => {
    const { run, clock } = setUp();
    const skewed = (name: string) => () => {
      clock.learn(clock.now() + about.by);
      return awsError(name, { status: 403 });
    };
    return { run, skewed };
  };

  it.each(SKEW)('is put right after the first answer: %s', async (name) => {
    const { run, skewed } = learning({ by: 3_600_000 });
    expect(await run(failingFor(1, skewed(name)), { isSigned: true })).toMatchObject({ outcome: 'done', calls: 2 });
  });

  it.each(SKEW)('is put right once and no more: %s', async (name) => {
    const { run, skewed } = learning({ by: -3_600_000 });
    expect(await run(skewed(name), { isSigned: true })).toMatchObject({ calls: 2, outcome: { name } });
  });

  it('is put right also where the first attempt had no answer, or was throttled', async () => {
    for (const first of [networkError, throttled]) {
      const { run, skewed } = learning({ by: 3_600_000 });
      const failure = (nth: number) => [first, skewed('RequestExpired')][nth - 1]?.();
      expect(await run(failure, { isSigned: true })).toMatchObject({ outcome: 'done', calls: 3 });
    }
  });

  it.each([
    ['where the clock is right', 0, { isSigned: true }],
    ['where nothing is signed', 3_600_000, {}],
  ])('is not the reason %s', async (_, by, options) => {
    const { run, skewed } = learning({ by });
    expect(await run(skewed('SignatureDoesNotMatch'), options)).toMatchObject({ calls: 1 });
  });
});

describe('without retries', () => {
  it.each([
    ['throttling', throttled],
    ['a fault', fault],
    ['no answer', networkError],
    ['unknown credentials', () => awsError('InvalidClientTokenId')],
    ['another’s change', () => awsError('ConcurrentModification')],
    ['a wrong clock', () => awsError('RequestExpired')],
  ])('the first answer counts: %s', async (_, error) => {
    const { run, clock } = setUp({ retries: false });
    clock.learn(clock.now() + 3_600_000);
    const options = { isSigned: true, isSession: true, isAlsoTransient: () => true };
    expect(await run(error, options)).toMatchObject({ calls: 1, took: 0 });
  });
});

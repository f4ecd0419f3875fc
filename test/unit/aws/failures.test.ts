import { describe, expect, it } from '@jest/globals';
import {
  awsFailure,
  describeFailure,
  explain,
  failureCode,
  isDefinitiveRefusal,
  isDenied,
  isFailure,
  isThrottled,
  isTransient,
  metadataOf,
} from '../../../src/aws/failures.ts';
import { ForeignAnswer, IncompleteAnswer, NetworkFault, ProxyRefusal } from '../../../src/aws/faults.ts';
import { ActionError } from '../../../src/errors.ts';
import { awsError, networkError } from '../../support/fakes/aws-error.ts';

describe('AWS’s code', () => {
  it.each([
    [awsError('NoSuchEntityException'), 'NoSuchEntity'],
    [awsError('NoSuchEntity'), 'NoSuchEntity'],
    [awsError('AccessDenied'), 'AccessDenied'],
    ['a text', 'Unknown'],
    [undefined, 'Unknown'],
    [null, 'Unknown'],
  ])('is the error’s name without its suffix', (error, code) => {
    expect(failureCode(error)).toBe(code);
  });

  it('is compared by name, never by message text', () => {
    expect(isFailure(awsError('NoSuchEntityException'), 'LimitExceeded', 'NoSuchEntity')).toBe(true);
    expect(isFailure(awsError('Other', { message: 'NoSuchEntity' }), 'NoSuchEntity')).toBe(false);
  });

  it.each([
    'AccessDenied',
    'AccessDeniedException',
    'UnauthorizedOperation',
    'UnauthorizedAccess',
    'AccessDeniedForDependencyError',
  ])('%s is a denial', (name) => {
    expect(isDenied(awsError(name))).toBe(true);
  });

  it('is no denial when it says that the key is unknown', () => {
    expect(isDenied(awsError('InvalidClientTokenId', { status: 403 }))).toBe(false);
  });
});

const THROTTLING = [
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'SlowDown',
  'RequestThrottled',
  'RequestThrottledException',
  'PriorRequestNotComplete',
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'ProvisionedThroughputExceededException',
  'TransactionInProgressException',
];
const foreign = (status: number) => new ForeignAnswer('sts.example.test', { status, type: 'text/html' });
const refusedBy = (status: number) => new ProxyRefusal(status, { proxy: 'proxy.test:3128', host: 'sts.example.test' });
const named = (name: string) => Object.assign(new Error('x'), { name });

describe('a refusal', () => {
  it('is definitive when AWS refused the first and only try', () => {
    expect(isDefinitiveRefusal(awsError('AccessDenied', { status: 403, attempts: 1 }))).toBe(true);
    expect(isDefinitiveRefusal(awsError('InvalidInput', { status: 400 }))).toBe(true);
  });

  it('is not definitive after a retry: an earlier try may have been applied', () => {
    expect(isDefinitiveRefusal(awsError('AccessDenied', { status: 403, attempts: 2 }))).toBe(false);
  });

  it.each(THROTTLING)('is definitive also when it is throttling, but not after a retry: %s', (name) => {
    expect(isDefinitiveRefusal(awsError(name, { status: 400, attempts: 1 }))).toBe(true);
    expect(isDefinitiveRefusal(awsError(name, { status: 400, attempts: 8 }))).toBe(false);
  });

  it.each([
    ['a fault of AWS', awsError('ServiceFailure', { status: 500 })],
    ['a cut connection', networkError()],
    ['an error without metadata', new Error('x')],
    ['nothing', undefined],
  ])('is not definitive when it is %s', (_, error) => {
    expect(isDefinitiveRefusal(error)).toBe(false);
  });
});

describe('a further try', () => {
  it.each([
    ['a fault of AWS', awsError('ServiceFailure', { status: 503 })],
    ['a cut connection', networkError()],
    ...THROTTLING.map((name) => [name, awsError(name, { status: 400 })] as const),
  ])('may help after %s', (_, error) => {
    expect(isTransient(error)).toBe(true);
  });

  it.each(['AccessDenied', 'ValidationError', 'InvalidClientTokenId', 'LimitExceeded', 'LimitExceededException'])(
    'does not help after %s',
    (name) => {
      expect(isTransient(awsError(name))).toBe(false);
    },
  );

  it.each([408, 425, 429, 500, 502, 503, 504, 599])('may help after status %i, whatever the code', (status) => {
    expect(isTransient(awsError('Unknown', { status }))).toBe(true);
  });

  it.each([400, 401, 403, 404, 407, 409, 413, 422])('does not help after status %i without a code', (status) => {
    expect(isTransient(awsError('Unknown', { status }))).toBe(false);
  });

  it.each([
    'RequestTimeout',
    'RequestTimeoutException',
    'TimeoutError',
    'InternalFailure',
    'InternalServiceError',
    'ServiceUnavailableException',
    'SyntaxError',
  ])('may help after %s, whatever the status', (name) => {
    for (const status of [200, 400, 403]) expect(isTransient(awsError(name, { status }))).toBe(true);
  });

  it.each([
    ['an answer that is not AWS’s', foreign(200)],
    ['a refusal that is not AWS’s', foreign(403)],
    ['a proxy’s refusal', refusedBy(403)],
    ['a proxy’s fault', refusedBy(502)],
    ['a fault of the network', new NetworkFault('x')],
    ['half an answer', new IncompleteAnswer('CreateUser', 'User.Arn')],
    ['an answer that cannot be read', new SyntaxError('x')],
  ])('may help after %s', (_, error) => {
    expect(isTransient(error)).toBe(true);
  });

  it.each([
    ['a proxy that wants other credentials', refusedBy(407)],
    ['the same without a tunnel', foreign(407)],
    ['a mistake of ours', new TypeError('x')],
    ['another', new RangeError('x')],
    ['what was given up', named('AbortError')],
    ['an endpoint that cannot be', named('EndpointError')],
    ['credentials that are not there', named('CredentialsProviderError')],
    ['an error of this action', new ActionError('interrupted', 'x', { remedy: 'y', cause: networkError() })],
    ['what is no error', 'a text'],
    ['nothing', undefined],
  ])('does not help after %s', (_, error) => {
    expect(isTransient(error)).toBe(false);
  });
});

describe('throttling', () => {
  it.each([...THROTTLING, 'Unknown'])('is known by code or status: %s', (name) => {
    expect(isThrottled(awsError(name, { status: name === 'Unknown' ? 429 : 400 }))).toBe(true);
  });

  it.each([
    ['a full quota', awsError('LimitExceededException', { status: 409 })],
    ['a fault of AWS', awsError('ServiceUnavailable', { status: 503 })],
    ['a 429 that is not AWS’s', foreign(429)],
    ['nothing', undefined],
  ])('is not %s', (_, error) => {
    expect(isThrottled(error)).toBe(false);
  });
});

describe('what AWS said', () => {
  it('is its code, its sentence in one line, and the request’s id', () => {
    const error = awsError('AccessDeniedException', { message: ' not\n authorized ', requestId: 'r-1' });
    expect(describeFailure(error)).toBe('AccessDenied: not authorized (request r-1)');
  });

  it('has no id when AWS gave none', () => {
    expect(describeFailure(awsError('AccessDenied', { message: 'no' }))).toBe('AccessDenied: no');
  });

  it.each([
    'ValidationError',
    'ValidationException',
    'SignatureDoesNotMatch',
    'IncompleteSignature',
    'MalformedInput',
    'MalformedInputException',
  ])('is the code alone where the sentence repeats parameters: %s', (name) => {
    expect(describeFailure(awsError(name, { message: 'Value s3cret at roleArn', requestId: 'r-1' }))).toBe(
      `${name.replace('Exception', '')} (request r-1)`,
    );
  });

  it('is unknown when no error was thrown', () => {
    expect(describeFailure('s3cret')).toBe('Unknown');
  });

  it('becomes an error that says what was being done and what to do next', () => {
    const cause = awsError('LimitExceeded', { message: 'too many' });
    const error = awsFailure('lease-failed', 'Creating IAM user x', { remedy: 'Mend', cause });
    expect(error).toBeInstanceOf(ActionError);
    expect(error).toMatchObject({ code: 'lease-failed', remedy: 'Mend', cause });
    expect(error.message).toBe('Creating IAM user x failed. AWS said LimitExceeded: too many');
  });
});

describe('whose words a failure is told in', () => {
  const messageOf = (cause: unknown) => awsFailure('lease-failed', 'Doing it', { remedy: 'x', cause }).message;

  it.each<[string, unknown, string]>([
    [
      'AWS’s',
      awsError('AccessDenied', { status: 403, message: 'no', requestId: 'r-1' }),
      'AWS said AccessDenied: no (request r-1)',
    ],
    ['AWS’s, of a fault', awsError('ServiceFailure', { status: 500, message: 'oh' }), 'AWS said ServiceFailure: oh'],
    [
      'a captive portal’s',
      foreign(200),
      'It was not AWS that answered: an answer in the name of sts.example.test is not AWS’s (status 200, text/html): a proxy, a filter or a captive portal gave it',
    ],
    [
      'a proxy’s',
      refusedBy(403),
      'It was not AWS that answered: the proxy proxy.test:3128 refused the connection to sts.example.test with status 403',
    ],
    [
      'the network’s',
      new NetworkFault('sts.example.test gave no answer: ECONNREFUSED'),
      'AWS’s answer did not arrive: sts.example.test gave no answer: ECONNREFUSED',
    ],
    [
      'ours, of half an answer',
      new IncompleteAnswer('CreateUser', 'User.Arn'),
      'AWS’s answer cannot be used: the answer to CreateUser has no usable User.Arn',
    ],
    ['this machine’s', named('EndpointError'), 'The call never got an answer: EndpointError: x'],
    ['the system’s', networkError(), 'The call never got an answer: Error: read ECONNRESET'],
    ['nobody’s', 's3cret', 'The call never got an answer: Unknown'],
  ])('are %s', (_, cause, words) => {
    expect(messageOf(cause)).toBe(`Doing it failed. ${words}`);
  });
});

describe('why something failed', () => {
  it('is our own error’s message, or what AWS said', () => {
    expect(explain(new ActionError('lease-failed', 'No user', { remedy: 'Mend' }))).toBe('No user');
    expect(explain(awsError('AccessDenied', { message: 'no' }))).toBe('AccessDenied: no');
    expect(explain('s3cret')).toBe('Unknown');
  });
});

describe('the SDK’s notes about an answer', () => {
  it('are those of the error, and none where there are none', () => {
    const error = awsError('AccessDenied', { status: 403, attempts: 2, requestId: 'r-1' });
    expect(metadataOf(error)).toEqual({ httpStatusCode: 403, attempts: 2, requestId: 'r-1' });
    for (const other of [new Error('x'), 'a text', undefined, null]) expect(metadataOf(other)).toEqual({});
  });
});

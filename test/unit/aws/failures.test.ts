import { describe, expect, it } from '@jest/globals';
import {
  awsFailure,
  describeFailure,
  explain,
  failureCode,
  isDefinitiveRefusal,
  isDenied,
  isFailure,
  isTransient,
  metadataOf,
} from '../../../src/aws/failures.ts';
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
];

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

  it.each(['AccessDenied', 'ValidationError', 'InvalidClientTokenId'])('does not help after %s', (name) => {
    expect(isTransient(awsError(name))).toBe(false);
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

import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { callReason, failureOf, ItemFailure, type ReasonCode, reasonOf } from '../../../src/secrets/item-failure.ts';
import { awsError, networkError } from '../../support/fakes/aws-error.ts';
import { reason } from '../../support/fakes/sync.ts';

const STOPPED = new ActionError('interrupted', 'The runner stopped this step', { remedy: 'none' });
const CODES: [string, Error, ReasonCode][] = [
  ['AccessDenied', awsError('AccessDeniedException'), 'access-denied'],
  ['UnauthorizedOperation', awsError('UnauthorizedOperation'), 'access-denied'],
  ['DecryptionFailure', awsError('DecryptionFailure'), 'kms-key'],
  ['EncryptionFailure', awsError('EncryptionFailure'), 'kms-key'],
  ['LimitExceeded', awsError('LimitExceededException'), 'limit-exceeded'],
  ['Throttling', awsError('ThrottlingException'), 'aws-unavailable'],
  ['an internal error', awsError('InternalServiceError', { status: 500 }), 'aws-unavailable'],
  ['no answer', networkError(), 'aws-unavailable'],
  ['InvalidRequest', awsError('InvalidRequestException'), 'aws-refused'],
  ['an error that is not AWS’s', new RangeError('odd'), 'unexpected'],
  ['the end of the step', STOPPED, 'step-failed'],
];

describe('the code of a reason', () => {
  it.each(CODES)('of %s fits the error', (_, error, code) => {
    expect(callReason('PutSecretValue', error).code).toBe(code);
    expect(reasonOf(error).code).toBe(code);
  });

  it('stays the one of the failure', () => {
    const conflict = reason('others write it', 'conflict');
    expect(reasonOf(new ItemFailure(conflict))).toBe(conflict);
  });
});

describe('the reason of a failed call', () => {
  const denied = (resource: string, requestId: string) =>
    awsError('AccessDeniedException', {
      message: `User u is not authorized to perform: secretsmanager:PutSecretValue on resource: ${resource} because no policy allows it`,
      requestId,
    });

  it('names the action, AWS’s code and AWS’s words', () => {
    expect(callReason('PutSecretValue', denied('arn:a', '4-1')).sentence).toBe(
      'secretsmanager:PutSecretValue failed: AccessDenied: User u is not authorized to perform: secretsmanager:PutSecretValue on resource: arn:a because no policy allows it (request 4-1)',
    );
  });

  it('has the same call for two secrets: neither resource nor request is part of it', () => {
    const first = callReason('PutSecretValue', denied('arn:a', '4-1'));
    expect(first.call).toEqual({
      action: 'PutSecretValue',
      awsCode: 'AccessDenied',
      general:
        'secretsmanager:PutSecretValue failed: AccessDenied: User u is not authorized to perform: secretsmanager:PutSecretValue on resource: … because no policy allows it',
    });
    expect(callReason('PutSecretValue', denied('arn:b', '4-2')).call).toEqual(first.call);
    expect(callReason('TagResource', denied('arn:a', '4-1')).call).not.toEqual(first.call);
  });

  it('begins with other words where these are given', () => {
    expect(
      callReason('GetSecretValue', awsError('InvalidRequestException', { message: 'no' }), 'reading its value'),
    ).toEqual({
      code: 'aws-refused',
      sentence: 'reading its value failed: InvalidRequest: no',
      call: {
        action: 'GetSecretValue',
        awsCode: 'InvalidRequest',
        general: 'reading its value failed: InvalidRequest: no',
      },
    });
  });

  it('has no call where the step ended', () => {
    expect(callReason('GetSecretValue', STOPPED, 'reading its value')).toEqual({
      code: 'step-failed',
      sentence: 'reading its value failed: The runner stopped this step',
    });
  });
});

describe('a failure', () => {
  it.each([new ItemFailure(reason('why')), STOPPED])('stays as it is: %s', (error) => {
    expect(failureOf('TagResource', error)).toBe(error);
  });

  it('after something was written is a new one with the same reason', () => {
    const cause = awsError('AccessDeniedException');
    const first = failureOf('TagResource', cause) as ItemFailure;
    const second = first.after({ versionId: 'v2' });
    expect(first.written).toBeUndefined();
    expect(second).toMatchObject({ name: 'ItemFailure', message: first.message, written: { versionId: 'v2' }, cause });
    expect(second.reason).toBe(first.reason);
  });
});

import { describe, expect, it } from '@jest/globals';
import { ActionError, asActionError, ERROR_CODES, joinErrors } from '../../src/errors.ts';

describe('an error of ours', () => {
  it('has a code, a sentence, a remedy and a cause', () => {
    const cause = new Error('cause');
    const error = new ActionError('lease-failed', 'It failed', { remedy: 'Mend it', cause });
    expect(error).toMatchObject({
      name: 'ActionError',
      code: 'lease-failed',
      message: 'It failed',
      remedy: 'Mend it',
      cause,
    });
    expect(error).toBeInstanceOf(Error);
  });

  it('is passed on as it is', () => {
    const error = new ActionError('lease-failed', 'It failed', { remedy: 'Mend it' });
    expect(asActionError(error)).toBe(error);
  });

  it.each([
    [new TypeError('x is no function'), 'TypeError: x is no function'],
    ['a text', 'a text'],
    [undefined, 'undefined'],
  ])('is made of anything else that is thrown', (thrown, told) => {
    const error = asActionError(thrown);
    expect(error).toMatchObject({ code: 'unexpected', cause: thrown });
    expect(error.message).toBe(`Unexpected error: ${told}`);
  });

  it.each(ERROR_CODES)('has a code fit for a heading: %s', (code) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(ERROR_CODES.filter((each) => each === code)).toHaveLength(1);
  });
});

describe('several failures', () => {
  const denied = new ActionError('lease-denied', 'Denied', { remedy: 'Allow it' });
  const missing = new ActionError('lease-part-missing', 'Missing', { remedy: 'Make it' });

  it.each([denied, new TypeError('odd'), 'a text', undefined])('that are one are that one, as it is', (failure) => {
    expect(joinErrors([failure])).toBe(failure);
  });

  it.each([denied, new TypeError('odd')])('that are the same one are told once, as it is', (failure) => {
    expect(joinErrors([failure, failure, failure])).toBe(failure);
  });

  it.each([
    [denied, missing, 'lease-denied', 'Denied\nMissing', 'Allow it\nMake it'],
    [missing, denied, 'lease-part-missing', 'Missing\nDenied', 'Make it\nAllow it'],
  ])(
    'have the code of the first, and all messages and remedies in their order',
    (one, other, code, message, remedy) => {
      const error = joinErrors([one, other]);
      expect(error).toBeInstanceOf(ActionError);
      expect(error).toMatchObject({ code, message, remedy, cause: one });
    },
  );

  it('have each remedy once, and each message', () => {
    const other = new ActionError('lease-failed', 'Denied', { remedy: 'Allow it' });
    const error = joinErrors([denied, other, missing, denied]);
    expect(error).toMatchObject({
      code: 'lease-denied',
      message: 'Denied\nDenied\nMissing',
      remedy: 'Allow it\nMake it',
    });
  });

  it('that are not all ours are all told, in words that anybody can read', () => {
    const odd = new TypeError('x is no function');
    const told = asActionError(odd);
    expect(joinErrors([denied, odd])).toMatchObject({
      code: 'lease-denied',
      message: `Denied\n${told.message}`,
      remedy: `Allow it\n${told.remedy}`,
      cause: denied,
    });
    expect(joinErrors([odd, denied])).toMatchObject({
      code: 'unexpected',
      message: `${told.message}\nDenied`,
      cause: odd,
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { ActionError, asActionError, ERROR_CODES } from '../../src/errors.ts';

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
    expect(error.message).toBe(`Something failed that should not have: ${told}`);
  });

  it.each(ERROR_CODES)('has a code fit for a heading: %s', (code) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(ERROR_CODES.filter((each) => each === code)).toHaveLength(1);
  });
});

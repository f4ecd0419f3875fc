import { describe, expect, it } from '@jest/globals';
import { isAlphanumeric, specialCharactersRemain } from '../../../src/lease/alphanumeric-secret.ts';

describe('a secret', () => {
  it.each(['abcXYZ019'])('of letters and digits is plain: %s', (secret) => {
    expect(isAlphanumeric(secret)).toBe(true);
  });

  it.each(['', 'a+b', 'a/b', 'a=', 'a b', 'a\n', 'é'])('with anything else is not: "%s"', (secret) => {
    expect(isAlphanumeric(secret)).toBe(false);
  });

  it('that always has special characters is an error that does not show it', () => {
    expect(specialCharactersRemain()).toMatchObject({ code: 'special-characters-remain' });
    expect(specialCharactersRemain().remedy).toContain('`special-characters-workaround`');
    expect(specialCharactersRemain().message).toContain('10 secrets in a row');
  });
});

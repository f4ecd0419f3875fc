import { describe, expect, it } from '@jest/globals';
import { inCase, KEY_CASES } from '../../../../src/secrets/desired/key-case.ts';

describe('a key', () => {
  it.each([
    [
      'DB_PASSWORD',
      ['DB_PASSWORD', 'db_password', 'DB_PASSWORD', 'db-password', 'db_password', 'dbPassword', 'DbPassword'],
    ],
    [
      'dbPassword',
      ['dbPassword', 'dbpassword', 'DBPASSWORD', 'db-password', 'db_password', 'dbPassword', 'DbPassword'],
    ],
    ['_A__B_', ['_A__B_', '_a__b_', '_A__B_', 'a-b', 'a_b', 'aB', 'AB']],
    ['S3_KEY2Go', ['S3_KEY2Go', 's3_key2go', 'S3_KEY2GO', 's3-key2-go', 's3_key2_go', 's3Key2Go', 'S3Key2Go']],
    ['a.b/c d', ['a.b/c d', 'a.b/c d', 'A.B/C D', 'a-b-c-d', 'a_b_c_d', 'aBCD', 'ABCD']],
    ['___', ['___', '___', '___', '', '', '', '']],
    ['', ['', '', '', '', '', '', '']],
  ])('%j is rewritten as none, lower, upper, kebab, snake, camel and pascal say', (key, expected) => {
    expect(KEY_CASES.map((desired) => inCase(key, desired))).toEqual(expected);
  });

  it('has each case that action.yml offers', () => {
    expect(KEY_CASES).toEqual(['none', 'lower', 'upper', 'kebab', 'snake', 'camel', 'pascal']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { MAX_TAG_VALUE_CHARS, MAX_TAGS, tagKeyProblem, tagValue, tagValueProblem } from '../../../src/aws/tags.ts';

describe('a tag’s key', () => {
  it.each(['team', 'Kosten Stelle', 'a_.:/=+-@', 'ä日本', 'k'.repeat(128), 'lease:run-id', 'aws', 'xaws:y'])(
    'may be %s',
    (key) => {
      expect(tagKeyProblem(key)).toBeUndefined();
    },
  );

  it.each(['', 'k'.repeat(129), 'a#b', 'a,b', 'a\tb', 'a\n', '🎉'])('may not be %j', (key) => {
    expect(tagKeyProblem(key)).toBe(`the key "${key}" must be 1 to 128 letters, digits, spaces or _.:/=+-@`);
  });

  it.each(['aws:x', 'AWS:x', 'Aws:'])('may not be AWS’s own: %s', (key) => {
    expect(tagKeyProblem(key)).toBe(`the key "${key}" begins with aws:, which AWS keeps for itself`);
  });
});

describe('a tag’s value', () => {
  it.each(['', 'a b', 'ä ö 日本 _.:/=+-@', 'v'.repeat(256), 'aws:x'])('may be %j', (value) => {
    expect(tagValueProblem('k', value)).toBeUndefined();
  });

  it.each(['v'.repeat(257), 'a,b', 'a\n', '🎉'])('may not be %j', (value) => {
    expect(tagValueProblem('k', value)).toBe(
      'the value of "k" must be at most 256 letters, digits, spaces or _.:/=+-@',
    );
  });

  it.each([
    ['CI <b> "x" #1, (é) 日本 \n🎉', 'CI _b_ _x_ _1_ _é_ 日本 __'],
    ['x'.repeat(300), 'x'.repeat(256)],
    ['', ''],
  ])('is made of %j as one that AWS takes', (text, value) => {
    expect(tagValue(text)).toBe(value);
    expect(tagValueProblem('k', tagValue(text))).toBeUndefined();
  });

  it('is not cut through the middle of a character', () => {
    expect(tagValue(`a${'𠮷'.repeat(200)}`)).toBe(`a${'𠮷'.repeat(127)}`);
  });
});

it('AWS allows 50 tags on one resource, their values of 256 characters', () => {
  expect([MAX_TAGS, MAX_TAG_VALUE_CHARS]).toEqual([50, 256]);
});

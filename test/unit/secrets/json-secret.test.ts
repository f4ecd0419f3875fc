import { describe, expect, it } from '@jest/globals';
import { jsonSecretText, parseJsonSecret, stringsIn } from '../../../src/secrets/json-secret.ts';

const roundTrip = (text: string) => jsonSecretText(parseJsonSecret(text) ?? new Map());

describe('a JSON secret', () => {
  it.each([
    ['numbers beyond what JavaScript counts', '{"n":12345678901234567890}'],
    ['the spelling of numbers', '{"a":1.0,"b":-0,"c":1e400,"d":1E+2,"e":0.10}'],
    ['numbers deep inside', '{"a":[1.0,{"b":2.50,"c":[3.0]}]}'],
    ['null, true and false', '{"a":null,"b":true,"c":false}'],
    ['names that JavaScript has of its own', '{"__proto__":{"__proto__":1.0},"constructor":"x","toJSON":"y"}'],
    ['what looks like its own way to hold a number', '{"a":{"rawJSON":"1"}}'],
    ['nothing', '{}'],
  ])('keeps %s', (_, text) => {
    expect(roundTrip(text)).toBe(text);
  });

  it('is the same text for the same keys, whatever their order and blanks', () => {
    expect(roundTrip('{ "b" : "2",\n"a":"1" }')).toBe('{"a":"1","b":"2"}');
    expect(roundTrip('{"a":"1","b":"2"}')).toBe('{"a":"1","b":"2"}');
    expect(roundTrip('{"10":"x","9":"y","a":"z"}')).toBe('{"10":"x","9":"y","a":"z"}');
  });

  it('holds of a key that is there twice the last, as every parser does', () => {
    expect(roundTrip('{"a":1.0,"a":2.0}')).toBe('{"a":2.0}');
    expect(roundTrip('{"a":1.0,"a":"x"}')).toBe('{"a":"x"}');
  });

  it.each(['', 'x', '[]', '[{"a":1}]', '"text"', '5', '1.0', 'null', 'true', '{', '{"a":1,}'])(
    'is not what %j is',
    (text) => {
      expect(parseJsonSecret(text)).toBeUndefined();
    },
  );

  it('nested too deep to be read is not taken for something else, which would be overwritten', () => {
    const deep = `{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
    expect(() => parseJsonSecret(deep)).toThrow(RangeError);
  });

  it('gives all its strings, to be masked, and neither names nor numbers', () => {
    const members = parseJsonSecret('{"a":"one","b":{"c":["two",{"d":"three"}]},"e":5,"f":null,"g":true,"h":""}');
    expect(stringsIn(members)).toEqual(['one', 'two', 'three', '']);
    expect(stringsIn('alone')).toEqual(['alone']);
    expect(stringsIn(undefined)).toEqual([]);
  });
});

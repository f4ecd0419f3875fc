import { describe, expect, it } from '@jest/globals';
import type { ActualValue } from '../../../../src/secrets/actual/actual.ts';
import { newValue } from '../../../../src/secrets/plan/value-diff.ts';
import { json, plain } from '../../../support/fakes/sync.ts';

const text = (value: string): ActualValue => ({ kind: 'text', text: value });
const NONE = { added: [], changed: [], removed: [], empty: [], kept: [] };

describe('a text', () => {
  const { content } = plain('app', 'new');

  it('that is there stays', () => {
    expect(newValue(content, text('new'), 'remove')).toEqual({ next: undefined, keys: undefined, reformatted: false });
  });

  it.each<[string, ActualValue]>([
    ['is another', text('old')],
    ['differs in a blank', text('new ')],
    ['differs in case', text('New')],
    ['is none', { kind: 'none' }],
    ['is bytes', { kind: 'binary' }],
  ])('is written where what is there %s', (_, actual) => {
    expect(newValue(content, actual, 'remove')).toEqual({ next: 'new', keys: undefined, reformatted: false });
  });

  it('is compared as it stands, also when it is JSON', () => {
    const { next } = newValue(plain('app', '{"a":1}').content, text('{ "a": 1 }'), 'remove');
    expect(next).toBe('{"a":1}');
  });

  it('that is empty in the source changes nothing', () => {
    expect(newValue(plain('app', '').content, text('old'), 'remove')).toEqual({
      next: undefined,
      keys: undefined,
      reformatted: false,
    });
  });
});

describe('a JSON object', () => {
  const { content } = json('app', { a: '1', b: '2' });

  it.each(['{"a":"1","b":"2"}', '{ "b": "2",\r\n "a": "1" }', '{"a":"0","a":"1","b":"2"}'])(
    'that is there stays, however it is written: %s',
    (there) => {
      expect(newValue(content, text(there), 'remove')).toEqual({ next: undefined, keys: NONE, reformatted: false });
    },
  );

  it.each<[string, string, object]>([
    ['{"a":"1"}', '{"a":"1","b":"2"}', { added: ['b'] }],
    ['{"a":"1","b":"x"}', '{"a":"1","b":"2"}', { changed: ['b'] }],
    ['{"a":1,"b":"2"}', '{"a":"1","b":"2"}', { changed: ['a'] }],
    ['{"a":null,"b":"2"}', '{"a":"1","b":"2"}', { changed: ['a'] }],
    ['{"a":["1"],"b":"2"}', '{"a":"1","b":"2"}', { changed: ['a'] }],
    ['{"a":"1","b":"2","z":3.0}', '{"a":"1","b":"2"}', { removed: ['z'] }],
    ['{}', '{"a":"1","b":"2"}', { added: ['a', 'b'] }],
    ['{"b":"3"}', '{"a":"1","b":"2"}', { added: ['a'], changed: ['b'] }],
    ['{"b":"2","x":"y"}', '{"a":"1","b":"2"}', { added: ['a'], removed: ['x'] }],
    ['{"x":"y","b":"3"}', '{"a":"1","b":"2"}', { added: ['a'], changed: ['b'], removed: ['x'] }],
  ])('that is %s becomes %s', (there, next, keys) => {
    expect(newValue(content, text(there), 'remove')).toEqual({ next, keys: { ...NONE, ...keys }, reformatted: false });
  });

  it('keeps unknown keys as they are spelled, where they are to be kept, and names them', () => {
    const there = '{"z":12345678901234567890,"b":"old","nested":{"y":1.0,"x":[2.50]},"a":"1"}';
    expect(newValue(content, text(there), 'keep')).toEqual({
      next: '{"a":"1","b":"2","nested":{"y":1.0,"x":[2.50]},"z":12345678901234567890}',
      keys: { ...NONE, changed: ['b'], kept: ['z', 'nested'] },
      reformatted: false,
    });
  });

  it('with unknown keys that are to be kept stays, and they are named', () => {
    expect(newValue(content, text('{"a":"1","b":"2","z":1}'), 'keep')).toEqual({
      next: undefined,
      keys: { ...NONE, kept: ['z'] },
      reformatted: false,
    });
  });

  it.each(['remove', 'keep'] as const)(
    'keeps what is there for a key that is empty in the source (%s)',
    (unknownKeys) => {
      const withEmpty = json('app', { a: '1' }, ['e', 'gone']).content;
      expect(newValue(withEmpty, text('{"a":"0","e":"kept"}'), unknownKeys)).toEqual({
        next: '{"a":"1","e":"kept"}',
        keys: { ...NONE, changed: ['a'], empty: ['e', 'gone'] },
        reformatted: false,
      });
      expect(newValue(withEmpty, text('{"a":"1","e":"kept"}'), unknownKeys).next).toBeUndefined();
    },
  );

  it.each<[string, ActualValue, boolean]>([
    ['no object', text('plain'), true],
    ['an array', text('["a"]'), true],
    ['a string', text('"a"'), true],
    ['an empty text', text(''), true],
    ['bytes', { kind: 'binary' }, true],
    ['none', { kind: 'none' }, false],
    ['an empty object', text('{}'), false],
  ])('is written whole where what is there is %s, which is another format or not: %s', (_, actual, reformatted) => {
    for (const unknownKeys of ['keep', 'remove'] as const) {
      expect(newValue(content, actual, unknownKeys)).toEqual({
        next: '{"a":"1","b":"2"}',
        keys: { ...NONE, added: ['a', 'b'] },
        reformatted,
      });
    }
  });

  it('is compared by keys that JavaScript has of its own as by any other', () => {
    const own = json('app', JSON.parse('{"__proto__":"x","constructor":"y"}') as Record<string, string>).content;
    expect(newValue(own, text('{}'), 'remove').keys).toEqual({ ...NONE, added: ['__proto__', 'constructor'] });
    expect(newValue(own, text('{"constructor":"y","__proto__":"x"}'), 'remove').next).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { parseSource } from '../../../../src/secrets/desired/source.ts';

const CANARY = 'c4n4ry-value';

describe('a source', () => {
  it.each([
    ['newlines of both kinds', 'a\r\nb\nc'],
    ['quotes and backslashes', String.raw`"'\\n\u0041`],
    ['what a shell would expand', '$(id) `id` $HOME %0A'],
    ['characters of four bytes', '🎉𠮷'],
    ['blanks around it', ' \t x \n'],
    ['JSON', '{"a":1}'],
    ['nothing', ''],
    ['an unpaired surrogate', '\ud800'],
  ])('keeps a value with %s as it stands', (_, value) => {
    const { source, problems } = parseSource(JSON.stringify({ KEY: value }));
    expect([...source]).toEqual([['KEY', value]]);
    expect(problems).toEqual([]);
  });

  it('keeps its keys in order, also those that JavaScript has of its own', () => {
    const { source } = parseSource('{"b":"1","__proto__":"2","constructor":"3","a":"4"}');
    expect([...source]).toEqual([
      ['b', '1'],
      ['__proto__', '2'],
      ['constructor', '3'],
      ['a', '4'],
    ]);
  });

  it('may have no key', () => {
    expect(parseSource(' {} ')).toEqual({ source: new Map(), problems: [] });
  });

  it.each([
    ['', 'is not JSON; it must be one JSON object of strings, as toJSON(secrets) returns it'],
    [`{"K":"${CANARY}`, 'is not JSON; it must be one JSON object of strings, as toJSON(secrets) returns it'],
    [CANARY, 'is not JSON; it must be one JSON object of strings, as toJSON(secrets) returns it'],
    [`["${CANARY}"]`, 'must be a JSON object of strings, and is an array'],
    [`"${CANARY}"`, 'must be a JSON object of strings, and is a string'],
    ['4711', 'must be a JSON object of strings, and is a number'],
    ['true', 'must be a JSON object of strings, and is a boolean'],
    ['null', 'must be a JSON object of strings, and is null'],
  ])('that is %s is a problem that repeats nothing of it', (text, problem) => {
    expect(parseSource(text)).toEqual({ source: new Map(), problems: [problem] });
    expect(problem).not.toContain(CANARY);
  });

  it('with values that are no strings names every such key, and takes the others', () => {
    const text = `{"a":4711,"b":{"x":"${CANARY}"},"c":["${CANARY}"],"d":null,"e":true,"f":"fine"}`;
    const { source, problems } = parseSource(text);
    expect([...source]).toEqual([['f', 'fine']]);
    expect(problems).toEqual(
      [
        ['a', 'a number'],
        ['b', 'an object'],
        ['c', 'an array'],
        ['d', 'null'],
        ['e', 'a boolean'],
      ].map(([key, kind]) => `: the value of \`${key}\` is ${kind}; every value must be a string`),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPolicyDocuments, readTagObject, readTags } from '../../../../src/github/inputs/structured.ts';
import { anyJson, anyKey, anyText, examples } from '../../../support/fakes/hostile.ts';
import { readerOf } from '../../../support/fakes/inputs.ts';

const key = anyText(3)
  .map((text) => text.replaceAll(/[=\r\n\u2028\u2029]/g, '').trim())
  .filter((text) => text !== '' && !text.startsWith('{'));
const value = anyText(4).map((text) => text.replaceAll('\n', '').trim());
const tagSet = fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 8 });

describe('tags', () => {
  it('written as lines are read as what they were', () => {
    const readBack = (tags: [string, string][], line: string) => {
      const reader = readerOf({ tags: tags.map(([name, text]) => `${name}=${text}`).join(line) });
      expect(Object.entries(readTags(reader, 'tags')).sort()).toEqual([...tags].sort());
      expect(reader.problems).toEqual([]);
    };
    fc.assert(fc.property(tagSet, fc.constantFrom('\n', '\r\n', '\n\n  '), readBack), examples(1_000));
  });

  it('written as JSON are read as what they were, whatever their keys and values', () => {
    const any = fc.uniqueArray(fc.tuple(anyKey(3), anyText(3)), { selector: ([name]) => name, maxLength: 8 });
    const readBack = (tags: [string, string][]) => {
      const reader = readerOf({ tags: JSON.stringify(Object.fromEntries(tags)) });
      expect(Object.entries(readTagObject(reader, 'tags')).sort()).toEqual([...tags].sort());
      expect(reader.problems).toEqual([]);
    };
    fc.assert(fc.property(any, readBack), examples(1_000));
  });

  it('that are numbers keep the spelling they came in', () => {
    const number = fc.tuple(
      fc.constantFrom('', '-'),
      fc.integer({ min: 1 }),
      fc.constantFrom('', '.0', '.10', 'e2', '0'.repeat(20), 'E+400'),
    );
    const readBack = (digits: readonly [string, number, string]) => {
      const reader = readerOf({ tags: `{"n":${digits.join('')}}` });
      expect(readTags(reader, 'tags').n).toBe(digits.join(''));
    };
    fc.assert(fc.property(number, readBack), examples());
  });

  it('of whatever text are tags or problems, and never an exception', () => {
    const isSound = (tags: string) => {
      const reader = readerOf({ tags });
      for (const text of Object.values(readTags(reader, 'tags'))) expect(typeof text).toBe('string');
    };
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          anyText().map((text) => `{"a":${text}}`),
        ),
        isSound,
      ),
      examples(1_000),
    );
  });
});

describe('a policy document', () => {
  const blanks = fc.constantFrom(undefined, 2, '\t', '\n ');
  const document = fc.dictionary(anyKey(), anyJson(4), { maxKeys: 4, noNullPrototype: true });

  it('says after minification what it said before, and has no blank left but those in its texts', () => {
    const staysEqual = (parts: [Record<string, unknown>, string | number | undefined][]) => {
      const documents = parts.map(([members]) => ({ ...members, Statement: [] }));
      const texts = documents.map((each, at) => JSON.stringify(each, undefined, parts[at]?.[1]));
      const reader = readerOf();
      const read = readPolicyDocuments(reader, { name: 'inline-policy', value: texts.join('\n---\n') });
      const taken = documents.filter((each) => /^[\t\n\r\u0020-\u00FF]+$/.test(JSON.stringify(each)));
      expect(read.map((text) => JSON.parse(text) as unknown)).toEqual(
        taken.map((each) => JSON.parse(JSON.stringify(each)) as unknown),
      );
      expect(read).toEqual(taken.map((each) => JSON.stringify(each)));
      expect(reader.problems).toHaveLength(documents.length - taken.length);
    };
    const several = fc.array(fc.tuple(document, blanks), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(several, staysEqual), examples());
  });

  it('of whatever text is a policy in characters IAM takes or a problem, and never an exception', () => {
    const isSound = (text: string) => {
      const reader = readerOf();
      const read = readPolicyDocuments(reader, { name: 'inline-policy', value: text });
      for (const each of read) {
        expect(each).toMatch(/^[\t\n\r\u0020-\u00FF]+$/);
        expect(JSON.parse(each)).toHaveProperty('Statement');
      }
    };
    const near = anyText(6).map((text) => `{"Statement":[],${text}}`);
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          near,
          anyText(6).map((text) => JSON.stringify({ Statement: text })),
        ),
        isSound,
      ),
      examples(1_000),
    );
  });
});

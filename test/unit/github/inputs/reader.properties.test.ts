import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isHttpUrl, parseDuration, parseList } from '../../../../src/github/inputs/reader.ts';
import { anyText, examples } from '../../../support/fakes/hostile.ts';
import { readerOf } from '../../../support/fakes/inputs.ts';

const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
] as const;

/** A duration as its parts and as it is written; some part is there. */
const parts = fc
  .tuple(...UNITS.map(() => fc.option(fc.nat(99_999), { nil: undefined })))
  .filter((amounts) => amounts.some((amount) => amount !== undefined));

describe('a duration', () => {
  it('that is written is read as what it was, in whatever units', () => {
    const readBack = (amounts: readonly (number | undefined)[]) => {
      const text = amounts.map((amount, at) => (amount === undefined ? '' : `${amount}${UNITS[at]?.[0]}`)).join('');
      const seconds = amounts.reduce<number>((sum, amount = 0, at) => sum + amount * (UNITS[at]?.[1] ?? 0), 0);
      expect(parseDuration(text)).toBe(seconds);
      if (seconds < 1e9) expect(parseDuration(String(seconds))).toBe(seconds);
    };
    fc.assert(fc.property(parts, readBack), examples(1_000));
  });

  it('is a number of seconds and never less than none, or it is no duration', () => {
    const isSound = (text: string) => {
      const seconds = parseDuration(text);
      expect(seconds === undefined || seconds >= 0).toBe(true);
      if (seconds !== undefined) expect(text).toMatch(/^\d+$|^(?:\d+[dhms])+$/);
    };
    const alike = fc.string({ unit: fc.constantFrom(...'0199dhms. -'), maxLength: 12 });
    fc.assert(fc.property(fc.oneof(anyText(), alike), isSound), examples(1_000));
  });
});

describe('a list', () => {
  it('has no empty item, none with blanks around it, and none that could be two', () => {
    const isSound = (text: string) => {
      for (const item of parseList(text)) {
        expect([item.trim(), item]).not.toEqual(['', '']);
        expect(item).toBe(item.trim());
        expect(item).not.toMatch(/[,\n]/);
      }
    };
    fc.assert(fc.property(anyText(), isSound), examples(1_000));
  });

  it('that is written out is read as what it was, by commas and by lines', () => {
    const item = anyText(4)
      .map((text) => text.replaceAll(/[,\n]/g, '').trim())
      .filter((text) => text !== '');
    const readBack = (items: string[], separator: string) => expect(parseList(items.join(separator))).toEqual(items);
    fc.assert(fc.property(fc.array(item), fc.constantFrom(',', '\n', ' ,\r\n', ',,'), readBack), examples(1_000));
  });
});

describe('a scalar input', () => {
  it('of whatever text is a value within its bounds or one problem, and never an exception', () => {
    const isSound = (x: string) => {
      const reader = readerOf({ x });
      const bounds = { min: 1, max: 50, fallback: 5 };
      expect(typeof reader.flag('x', true)).toBe('boolean');
      const whole = reader.integer('x', bounds);
      expect(whole >= 1 && whole <= 50 && Number.isInteger(whole)).toBe(true);
      expect(['a', 'b']).toContain(reader.oneOf('x', ['a', 'b']));
      const url = reader.url('x');
      expect(url === undefined || isHttpUrl(url)).toBe(true);
      expect(reader.problems.length).toBeLessThanOrEqual(4);
      if (x.trim() === '') expect(reader.problems).toEqual([]);
    };
    fc.assert(fc.property(anyText(), isSound), examples(1_000));
  });
});

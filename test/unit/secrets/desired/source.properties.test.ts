import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSource } from '../../../../src/secrets/desired/source.ts';
import { anyKey, anyText, examples } from '../../../support/fakes/hostile.ts';

describe('a source', () => {
  const pairs = fc.uniqueArray(fc.tuple(anyKey(3), anyText()), { selector: ([key]) => key, maxLength: 8 });

  it('has every key and every value as the repository has them, whatever their characters', () => {
    const readBack = (all: [string, string][], indent: number) => {
      const { source, problems } = parseSource(JSON.stringify(Object.fromEntries(all), undefined, indent));
      expect([...source].sort()).toEqual([...all].sort());
      expect(problems).toEqual([]);
    };
    fc.assert(fc.property(pairs, fc.constantFrom(0, 2), readBack), examples());
  });

  it('that is broken anywhere is a source or problems, which hold nothing of any value', () => {
    const tellsNothing = (canary: string, before: string, after: string, cut: number) => {
      const whole = `${before}{"KEY":${JSON.stringify(`${canary}${before}`)},"N":[${JSON.stringify(canary)}]}${after}`;
      const { problems } = parseSource(whole.slice(0, Math.floor(whole.length * cut)));
      expect(problems.join('\n')).not.toContain(canary);
    };
    const canary = fc.string({ unit: fc.constantFrom(...'abcdef0123456789'), minLength: 16, maxLength: 24 });
    const cut = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(fc.property(canary, anyText(3), anyText(3), cut, tellsNothing), examples(1_000));
  });
});

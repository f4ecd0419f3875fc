import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { versionToken } from '../../../../src/secrets/apply/version.ts';
import type { Content } from '../../../../src/secrets/desired/desired.ts';
import { jsonSecretText, parseJsonSecret, stringsIn } from '../../../../src/secrets/json-secret.ts';
import { fitsTag, ownerOf } from '../../../../src/secrets/owner.ts';
import { changeOf } from '../../../../src/secrets/plan/diff.ts';
import { newValue } from '../../../../src/secrets/plan/value-diff.ts';
import { anyJson, anyKey, anyText, examples } from '../../../support/fakes/hostile.ts';
import { actual, OWNER, policy } from '../../../support/fakes/sync.ts';

const members = fc.dictionary(anyKey(), anyJson(3), { maxKeys: 6, noNullPrototype: true });
const text = anyText().filter((value) => value !== '' && value.isWellFormed());
const values = fc
  .uniqueArray(fc.tuple(anyKey(), text), { selector: ([key]) => key, minLength: 1, maxLength: 6 })
  .map((all) => new Map(all));
const content: fc.Arbitrary<Content> = fc.oneof(
  text.map((value) => ({ kind: 'text' as const, value })),
  values.map((all) => ({ kind: 'json' as const, values: all, empty: [] })),
);
const there = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.constant({ kind: 'binary' as const }),
  fc
    .oneof(
      anyText(),
      members.map((all) => JSON.stringify(all)),
    )
    .map((each) => ({ kind: 'text' as const, text: each })),
);

describe('a JSON secret', () => {
  it('is after reading and writing the object it was, in one order whatever its order was', () => {
    const isSame = (object: Record<string, unknown>) => {
      const read = parseJsonSecret(JSON.stringify(object));
      const backwards = parseJsonSecret(JSON.stringify(Object.fromEntries(Object.entries(object).reverse())));
      const written = jsonSecretText(read ?? new Map());
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(object)));
      expect(jsonSecretText(backwards ?? new Map())).toBe(written);
      expect(jsonSecretText(parseJsonSecret(written) ?? new Map())).toBe(written);
    };
    fc.assert(fc.property(members, isSame), examples(500));
  });

  it('keeps every number as it is spelled, at any depth', () => {
    const digits = fc.stringMatching(/^-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,4})?$/);
    const isKept = (number: string) => {
      const spelled = `{"a":${number},"b":[{"c":${number}}]}`;
      expect(jsonSecretText(parseJsonSecret(spelled) ?? new Map())).toBe(spelled);
    };
    fc.assert(fc.property(digits, isKept), examples());
  });

  it('of whatever text is an object or none, and shows all its strings to be masked', () => {
    const isSound = (each: string, inside: string) => {
      parseJsonSecret(each);
      const nested = parseJsonSecret(JSON.stringify({ a: [{ b: inside }], c: { d: [[inside]] } }));
      expect(stringsIn(nested)).toEqual([inside, inside]);
    };
    fc.assert(fc.property(anyText(), anyText(), isSound), examples());
  });
});

describe('a new value', () => {
  it('that is written is unchanged the next time: a sync comes to rest', () => {
    const rests = (desired: Content, value: Parameters<typeof newValue>[1], unknown: 'remove' | 'keep') => {
      const { next } = newValue(desired, value, unknown);
      const now = next === undefined ? value : { kind: 'text' as const, text: next };
      expect(newValue(desired, now, unknown).next).toBeUndefined();
    };
    fc.assert(fc.property(content, there, fc.constantFrom('remove', 'keep'), rests), examples(1_000));
  });

  it('holds what is wanted and, where unknown keys are kept, all that nobody wanted changed', () => {
    const isWhole = (desired: Map<string, string>, before: Record<string, unknown>, unknown: 'remove' | 'keep') => {
      const start = JSON.stringify(before);
      const { next = start, keys } = newValue(
        { kind: 'json', values: desired, empty: [] },
        { kind: 'text', text: start },
        unknown,
      );
      const after = new Map(Object.entries(JSON.parse(next) as Record<string, unknown>));
      for (const [key, value] of desired) expect(after.get(key)).toBe(value);
      const others = Object.entries(JSON.parse(start) as Record<string, unknown>).filter(([key]) => !desired.has(key));
      for (const [key, value] of others)
        expect(after.has(key) ? [after.get(key)] : []).toEqual(unknown === 'keep' ? [value] : []);
      const told = [...(keys?.added ?? []), ...(keys?.changed ?? []), ...(keys?.removed ?? [])];
      expect(told.length > 0).toBe(next !== start);
    };
    const stable = members.map(
      (all) => JSON.parse(jsonSecretText(new Map(Object.entries(all)))) as Record<string, unknown>,
    );
    fc.assert(fc.property(values, stable, fc.constantFrom('remove', 'keep'), isWhole), examples(500));
  });
});

describe('a planned change', () => {
  it('holds its values in nothing but what is to be written, and a foreign secret stays untouched', () => {
    const isSound = (
      desired: Content,
      value: Parameters<typeof newValue>[1],
      owner: string,
      adopt: 'never' | 'always',
    ) => {
      const secret = actual({ value, tags: { 'sync:owner': owner } });
      const {
        next,
        desired: _values,
        ...told
      } = changeOf({ name: 'app', content: desired }, secret, policy({ adopt }));
      if (owner !== OWNER && adopt === 'never') expect([told.action, next]).toEqual(['refuse', undefined]);
      if (owner === OWNER && value.kind === 'text') expect(['update', 'unchanged']).toContain(told.action);
      if (value.kind === 'text') expect(told.actual?.value).toEqual({ kind: 'none' });
    };
    const owner = fc.constantFrom(OWNER, `${OWNER}4`, '', 'repo:4/env:-/id:default');
    fc.assert(fc.property(content, there, owner, fc.constantFrom('never', 'always'), isSound), examples(500));
  });
});

describe('an owner’s mark', () => {
  const id = fc.string({ unit: fc.constantFrom(...'ab.-_1'), minLength: 1, maxLength: 4 });
  const facts = fc.record({
    repositoryId: fc.nat(99).map(String),
    jobEnvironment: anyText(3).map((all) => all.toWellFormed()),
    id,
  });

  it('is one owner’s only, in characters that a tag and a filter take', () => {
    const isOwn = (one: Parameters<typeof ownerOf>[0], other: Parameters<typeof ownerOf>[0]) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(ownerOf(one) === ownerOf(other)).toBe(same);
      expect(ownerOf(one)).toMatch(/^[A-Za-z0-9_.:/=+\-@]+$/);
      expect(fitsTag(ownerOf(one))).toBe(ownerOf(one).length <= 256);
    };
    const near = facts.chain((one) =>
      fc.tuple(
        fc.constant(one),
        facts.map((other) => ({
          ...other,
          repositoryId: one.repositoryId,
          jobEnvironment: `${one.jobEnvironment}/id:${other.id}`,
        })),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(fc.tuple(facts, facts), near), ([one, other]) => isOwn(one, other)),
      examples(1_000),
    );
  });
});

describe('a version’s id', () => {
  it('is another for another secret, base or turn, and AWS takes it', () => {
    const differs = (one: [string, string, number], other: [string, string, number]) => {
      expect(versionToken(...one) === versionToken(...other)).toBe(one.join('\n') === other.join('\n'));
      expect(versionToken(...one)).toMatch(/^[0-9a-f-]{32,64}$/);
    };
    const triple = fc.tuple(fc.constantFrom('arn:a', 'arn:ab'), fc.constantFrom('', 'v', 'v1'), fc.nat(12));
    fc.assert(fc.property(triple, triple, differs), examples());
  });
});

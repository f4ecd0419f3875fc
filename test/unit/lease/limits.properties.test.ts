import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tagKeyProblem, tagValue, tagValueProblem } from '../../../src/aws/tags.ts';
import { guardPolicy, guardSize } from '../../../src/lease/guard.ts';
import { defaultPath, iamPath, slug } from '../../../src/lease/naming/path.ts';
import { leaseTags, tagProblems } from '../../../src/lease/tags.ts';
import { inlineSizeProblem } from '../../../src/lease/user-spec.ts';
import { anyText, examples } from '../../support/fakes/hostile.ts';
import { jobOf } from '../../support/fakes/run.ts';

/** AWS: API_Tag, Key and Value. */
const TAG_KEY = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
const TAG_VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;
/** AWS: API_CreateUser, Path, as far as this action uses it. */
const IAM_PATH = /^\/$|^\/(?:[A-Za-z0-9._-]+\/)+$/;

const long = anyText().map((text) => text.repeat(20));

describe('a path', () => {
  it('of whatever text is one IAM takes but for its length, and stays the same when it is made again', () => {
    const isPath = (text: string) => {
      expect(iamPath(text)).toMatch(IAM_PATH);
      expect(iamPath(iamPath(text))).toBe(iamPath(text));
      expect(slug(text)).not.toContain('/');
    };
    fc.assert(fc.property(fc.oneof(anyText(), long), isPath), examples(1_000));
  });

  it('of one environment never lies below that of another', () => {
    const isBeside = (one: string, other: string) => {
      const [first, second] = [defaultPath('octo-org/shop', one), defaultPath('octo-org/shop', other)];
      if (slug(one) !== '' && first !== second) expect(second.startsWith(first)).toBe(false);
    };
    fc.assert(fc.property(anyText(3), anyText(3), isBeside), examples(1_000));
  });
});

describe('the tags of a lease', () => {
  it('are all taken by IAM, whatever the run is called, and cut by no half character', () => {
    const facts = ['repository', 'workflow', 'job', 'actor', 'sha', 'jobEnvironment', 'runId'] as const;
    const areTaken = (texts: string[], outlivesJob: boolean) => {
      const run = jobOf(Object.fromEntries(facts.map((name, at) => [name, texts[at] ?? ''])));
      const at = new Date('2026-11-21T09:00:00Z');
      const tags = Object.entries(leaseTags(run, { expiresAt: at, maxExpiresAt: at, nonce: 'n', outlivesJob }));
      expect(tags.length).toBeLessThanOrEqual(14);
      for (const [key, value] of tags) {
        expect(key).toMatch(TAG_KEY);
        expect(value).toMatch(TAG_VALUE);
        expect([value.length <= 256, value.isWellFormed()]).toEqual([true, true]);
      }
    };
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText(), long), { minLength: 7, maxLength: 7 }), fc.boolean(), areTaken),
      examples(),
    );
  });

  it('that are cut to fit are not cut again, and what fits is not touched', () => {
    const isStable = (text: string) => {
      expect(tagValue(tagValue(text))).toBe(tagValue(text));
      if (tagValueProblem('k', text) === undefined) expect(tagValue(text)).toBe(text);
      expect(tagValueProblem('k', tagValue(text))).toBeUndefined();
    };
    fc.assert(fc.property(fc.oneof(anyText(), long), isStable), examples(1_000));
  });
});

describe('a user’s own tags', () => {
  it('without a problem are accepted by IAM: charset, length, case, number, and no reserved names', () => {
    const key = fc.oneof(
      anyText(2),
      fc.constantFrom(
        'Team',
        'team',
        'TEAM',
        'aws:x',
        'AWS:x',
        'lease:x',
        'Lease:run-id',
        'k'.repeat(128),
        'k'.repeat(129),
      ),
    );
    const value = fc.oneof(anyText(2), fc.constantFrom('', 'v'.repeat(256), 'v'.repeat(257), 'é'.repeat(256)));
    const areTaken = (pairs: [string, string][]) => {
      const tags = Object.fromEntries(pairs);
      if (tagProblems(tags).length > 0) return;
      const entries = Object.entries(tags);
      expect(entries.length).toBeLessThanOrEqual(36);
      expect(new Set(entries.map(([name]) => name.toLowerCase())).size).toBe(entries.length);
      for (const [name, text] of entries) {
        expect(name).toMatch(TAG_KEY);
        expect(name).not.toMatch(/^(aws|lease):/i);
        expect(text).toMatch(TAG_VALUE);
        expect([tagKeyProblem(name), tagValueProblem(name, text)]).toEqual([undefined, undefined]);
      }
    };
    const few = fc.array(fc.tuple(key, value), { maxLength: 3 });
    const many = fc
      .integer({ min: 30, max: 40 })
      .map((count) => Array.from({ length: count }, (_, n): [string, string] => [`k${n}`, '']));
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: many }), areTaken),
      examples(1_000),
    );
  });
});

describe('inline policies', () => {
  it('without a problem share 2,048 characters with the guard, which is as long as was counted', () => {
    const name = fc.string({ unit: fc.constantFrom(...'ab-_@'), minLength: 1, maxLength: 64 });
    const documents = fc.array(
      fc.integer({ min: 2, max: 1_600 }).map((length) => JSON.stringify('x'.repeat(length))),
      { maxLength: 3 },
    );
    const share = (userName: string, folder: string, inlinePolicies: string[], partition: string) => {
      const path = iamPath(folder.repeat(40));
      const guard = guardPolicy(
        `arn:${partition}:iam::123456789012:user${path}${userName}`,
        new Date('2026-11-21T09:00:00Z'),
      );
      expect(guardSize(partition, path, userName)).toBe(guard.length);
      const sum = [guard, ...inlinePolicies].join('').replace(/\s/g, '').length;
      const fits = inlineSizeProblem({ inlinePolicies, partition }, path, userName) === undefined;
      expect(fits).toBe(sum <= 2048);
    };
    fc.assert(
      fc.property(
        name,
        fc.constantFrom('', 'a', 'team/shop'),
        documents,
        fc.constantFrom('aws', 'aws-cn', 'aws-us-gov'),
        share,
      ),
      examples(),
    );
  });
});

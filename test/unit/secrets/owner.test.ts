import { describe, expect, it } from '@jest/globals';
import { tagValueProblem } from '../../../src/aws/tags.ts';
import { fitsTag, OWNER_TAG, ownerOf, RESERVED_TAG_PREFIX } from '../../../src/secrets/owner.ts';

const owner = (jobEnvironment: string, id = 'default', repositoryId = '42') =>
  ownerOf({ repositoryId, jobEnvironment, id });

/** Environments that a mark could mistake for each other, or for none. */
const NASTY = [
  '',
  '-',
  '=2D',
  '=3D2D',
  '=',
  '==',
  'a',
  'A',
  'a/id:b',
  'a/id:b/id:default',
  'a/id=3Ab',
  'id:default',
  '/',
  '//',
  'a b',
  'a=20b',
  ' a',
  'a ',
  'a\tb',
  'a\nb',
  'ä',
  'a\u0308',
  '=C3=A4',
  '🎉',
  '日本',
  '*',
  '?',
  '!a',
  'a,b',
  '%2D',
  '__proto__',
];

describe('the mark of an owner', () => {
  it('names the repository, the environment and the id', () => {
    expect(owner('')).toBe('repo:42/env:-/id:default');
    expect(owner('prod', 'two')).toBe('repo:42/env:prod/id:two');
    expect(RESERVED_TAG_PREFIX).toBe('sync:');
    expect(OWNER_TAG).toBe('sync:owner');
  });

  it('is another one for each environment, id and repository, whatever the environment is called', () => {
    const repositories = ['4', '42', '420'];
    const ids = ['default', 'default2', 'b', '-', '.', '2D'];
    const marks = repositories.flatMap((repository) =>
      ids.flatMap((id) => NASTY.map((jobEnvironment) => owner(jobEnvironment, id, repository))),
    );
    expect(new Set(marks).size).toBe(marks.length);
    expect(marks).toHaveLength(repositories.length * ids.length * NASTY.length);
  });

  it.each(NASTY)('is a tag that AWS takes, for the environment %j', (jobEnvironment) => {
    expect(tagValueProblem(OWNER_TAG, owner(jobEnvironment))).toBeUndefined();
    expect(owner(jobEnvironment)).toMatch(/^[\x21-\x7e]+$/);
  });

  it.each([
    ['-', 'repo:42/env:=2D/id:default'],
    ['a b', 'repo:42/env:a=20b/id:default'],
    ['=', 'repo:42/env:=3D/id:default'],
    ['ä', 'repo:42/env:=C3=A4/id:default'],
    ['🎉\t', 'repo:42/env:=F0=9F=8E=89=09/id:default'],
    ['a/id:b', 'repo:42/env:a/id:b/id:default'],
  ])('spells the environment %j as %s', (jobEnvironment, mark) => {
    expect(owner(jobEnvironment)).toBe(mark);
  });

  it('fits a tag up to 256 characters', () => {
    const bare = owner('').length - 1;
    expect(fitsTag(owner('e'.repeat(256 - bare)))).toBe(true);
    expect(fitsTag(owner('e'.repeat(257 - bare)))).toBe(false);
  });
});

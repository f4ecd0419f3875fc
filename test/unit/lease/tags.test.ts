import { describe, expect, it } from '@jest/globals';
import { MAX_TAGS, tagValue } from '../../../src/aws/tags.ts';
import { leaseTags, tagProblems } from '../../../src/lease/tags.ts';
import { jobOf } from '../../support/fakes/run.ts';
import { NOON } from '../../support/fakes/time.ts';

const STAMP = {
  expiresAt: new Date(NOON),
  maxExpiresAt: new Date(NOON + 3_600_999),
  nonce: 'n0nce',
  outlivesJob: false,
};

describe('the tags of a lease', () => {
  it('say who made it, for which run, and until when', () => {
    expect(leaseTags(jobOf({ jobEnvironment: 'prod' }), STAMP)).toEqual({
      'lease:managed-by': 'aws-ephemeral-credentials',
      'lease:expires-at': '2026-11-21T12:00:00Z',
      'lease:max-expires-at': '2026-11-21T13:00:00Z',
      'lease:nonce': 'n0nce',
      'lease:repository': 'octo-org/octo_repo',
      'lease:repository-id': '42',
      'lease:run-id': '1234567',
      'lease:run-attempt': '2',
      'lease:workflow': 'Deploy',
      'lease:job': 'release',
      'lease:actor': 'mona',
      'lease:sha': '0123456789abcdef0123456789abcdef01234567',
      'lease:environment': 'prod',
    });
  });

  it('pass IAM’s own rules whatever the workflow is called', () => {
    const tags = leaseTags(jobOf({ workflow: 'CI <b> "x" #1, (é) 日本 \n🎉', actor: 'dependabot[bot]' }), STAMP);
    expect(tags['lease:workflow']).toBe('CI _b_ _x_ _1_ _é_ 日本 __');
    expect(tags['lease:actor']).toBe('dependabot_bot_');
  });

  it('are cut to 256 characters', () => {
    expect(tagValue('x'.repeat(300))).toHaveLength(256);
  });

  it('are not cut through the middle of a character', () => {
    expect(tagValue(`a${'𠮷'.repeat(200)}`).isWellFormed()).toBe(true);
  });

  it('say so when it is meant to outlive its job', () => {
    expect(leaseTags(jobOf(), { ...STAMP, outlivesJob: true })).toHaveProperty(['lease:revoke'], 'never');
    expect(leaseTags(jobOf(), STAMP)).not.toHaveProperty(['lease:revoke']);
  });

  it('leave room for 36 of the user’s own', () => {
    const own = Object.keys(leaseTags(jobOf(), { ...STAMP, outlivesJob: true })).length;
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']));
    expect(tagProblems(many(MAX_TAGS - own))).toEqual([]);
    expect(tagProblems(many(MAX_TAGS - own + 1))).toEqual(['37 tags are too many: IAM allows 50, 14 are ours']);
  });
});

describe('tags of the user’s own', () => {
  it.each([
    ['team', 'core'],
    ['Kosten Stelle', ''],
    ['a_.:/=+-@', 'ä ö 日本 _.:/=+-@'],
    ['k'.repeat(128), 'v'.repeat(256)],
  ])('are fine when IAM takes them: %s', (key, value) => {
    expect(tagProblems({ [key]: value })).toEqual([]);
  });

  it.each([
    ['', 'v', 'must be 1 to 128'],
    ['k'.repeat(129), 'v', 'must be 1 to 128'],
    ['a#b', 'v', 'must be 1 to 128'],
    ['k', 'v'.repeat(257), 'at most 256'],
    ['k', 'a,b', 'at most 256'],
    ['aws:x', 'v', 'begins with aws:'],
    ['AWS:x', 'v', 'begins with aws:'],
    ['lease:run-id', 'v', 'begins with lease:'],
    ['Lease:Run-Id', 'v', 'begins with lease:'],
  ])('are reported when IAM or this action rejects them: "%s"', (key, value, sentence) => {
    const problems = tagProblems({ [key]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
  });

  it('have keys that differ in more than case', () => {
    expect(tagProblems({ Team: 'a', team: 'b' })).toEqual(['the key "team" appears twice (IAM ignores case in keys)']);
  });
});

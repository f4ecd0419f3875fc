import { describe, expect, it } from '@jest/globals';
import { defaultPath, iamPath, slug } from '../../../../src/lease/naming/path.ts';

describe('a path', () => {
  it.each([
    ['/ci/', '/ci/'],
    ['ci', '/ci/'],
    ['//ci///deploy', '/ci/deploy/'],
    ['/', '/'],
    ['', '/'],
    ['///', '/'],
    ['/a b/c:d/', '/a-b/c-d/'],
    ['/-a-/', '/a/'],
    ['/ä/x', '/x/'],
    ['/A.b_c-1/', '/A.b_c-1/'],
    ['\n/x\t/', '/x/'],
    ['/a  & b/', '/a-b/'],
    ['/--a--/', '/a/'],
  ])('of "%s" is %s', (text, expected) => {
    expect(iamPath(text)).toBe(expected);
  });

  it.each(['a b', 'ünïcode', '..', 'x/y', '{}'])('segment has only characters that need no escaping: %s', (text) => {
    expect(slug(text)).toMatch(/^[A-Za-z0-9._-]*$/);
  });

  it('is by default made of owner and repository', () => {
    expect(defaultPath('octo-org/octo_repo', '')).toBe('/github-actions/octo-org/octo_repo/');
  });

  it('has the environment as a last segment when the job has one', () => {
    expect(defaultPath('octo-org/octo_repo', 'prod')).toBe('/github-actions/octo-org/octo_repo/prod/');
  });

  it('has the environment as one segment, so that "prod/x" does not lie inside what is "prod"’s', () => {
    expect(defaultPath('octo-org/octo_repo', 'prod/x')).toBe('/github-actions/octo-org/octo_repo/prod-x/');
  });
});

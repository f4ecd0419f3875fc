import { describe, expect, it } from '@jest/globals';
import { globMatcher, isGlob, splitGlobs } from '../../../../src/secrets/desired/globs.ts';

describe('a glob', () => {
  it.each([
    ['DB_*', 'DB_HOST'],
    ['*', 'A'],
    ['*', '.hidden'],
    ['DB_?', 'DB_1'],
    ['[AB]_X', 'B_X'],
    ['{A,B}_X', 'B_X'],
    ['!(A|B)', 'C'],
    ['PLAIN', 'PLAIN'],
  ])('%s matches %s', (glob, name) => {
    expect(globMatcher(glob, { ignoreCase: false })(name)).toBe(true);
  });

  it.each([
    ['DB_*', 'XDB_HOST'],
    ['DB_?', 'DB_12'],
    ['[AB]_X', 'C_X'],
    ['!(A|B)', 'A'],
    ['PLAIN', 'PLAINER'],
    ['A.C', 'ABC'],
  ])('%s does not match %s', (glob, name) => {
    expect(globMatcher(glob, { ignoreCase: false })(name)).toBe(false);
  });

  it('heeds case, or does not', () => {
    expect(globMatcher('db_*', { ignoreCase: true })('DB_HOST')).toBe(true);
    expect(globMatcher('db_*', { ignoreCase: false })('DB_HOST')).toBe(false);
    expect(globMatcher('plain', { ignoreCase: true })('PLAIN')).toBe(true);
  });

  it.each(['*', '*SECRET*'])('%s matches a key with slashes as any other: keys are no paths', (glob) => {
    expect(globMatcher(glob, { ignoreCase: true })('db/SECRET/x')).toBe(true);
  });

  it.each(['A*', '?', '[AB]', '{A,B}', '!(A)'])('is what %s is', (text) => {
    expect(isGlob(text)).toBe(true);
  });

  it.each(['PLAIN', 'A_B1', 'a-b.c'])('is not what %s is', (text) => {
    expect(isGlob(text)).toBe(false);
  });
});

describe('a list of globs', () => {
  it.each([
    ['', []],
    ['A*, B ,\n,C', ['A*', 'B', 'C']],
    ['A', ['A']],
    [' , ,A ', ['A']],
    [' A ,\n\n B?\r\n,', ['A', 'B?']],
    ['{A,BC}_X,{D,EF}', ['{A,BC}_X', '{D,EF}']],
    ['A,{B,CD}', ['A', '{B,CD}']],
    ['{A,B}_*,C', ['{A,B}_*', 'C']],
    ['{A,{B,C}},D', ['{A', '{B,C}}', 'D']],
    ['{A,B', ['{A', 'B']],
    ['!(A,B)', ['!(A', 'B)']],
  ])('%j has the globs %j', (text, globs) => {
    expect(splitGlobs(text)).toEqual(globs);
  });

  it('may be as long as a variable can be, and takes no time for it', () => {
    const startedAt = performance.now();
    expect(splitGlobs('a,'.repeat(60_000))).toHaveLength(60_000);
    expect(splitGlobs('{a,'.repeat(40_000))).toHaveLength(40_000);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

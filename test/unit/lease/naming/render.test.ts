import { describe, expect, it } from '@jest/globals';
import { MAX_NAME_CHARS, renderName } from '../../../../src/lease/naming/render.ts';
import { parseNameTemplate } from '../../../../src/lease/naming/template.ts';
import { nameVariables } from '../../../../src/lease/user-spec.ts';
import { fakeRandomness } from '../../../support/fakes/randomness.ts';
import { jobOf } from '../../../support/fakes/run.ts';
import { NOON } from '../../../support/fakes/time.ts';

const VARIABLES = nameVariables(jobOf({ jobEnvironment: 'prod' }), NOON);

function render(template: string, variables: Record<string, string> = {}): string {
  return renderName(parseNameTemplate(template), { ...VARIABLES, ...variables }, fakeRandomness());
}

/** What stands before the random part. */
const front = (expression: string, variables?: Record<string, string>) =>
  render(`${expression}.{{random 4}}`, variables).replace(/\.abcd$/, '');

describe('a user name', () => {
  it.each([
    ['{{owner}}', 'octo-org'],
    ['{{repo}}', 'octo_repo'],
    ['{{repository}}', 'octo-org-octo_repo'],
    ['{{run_id}}', '1234567'],
    ['{{run_attempt}}', '2'],
    ['{{job}}', 'release'],
    ['{{workflow}}', 'Deploy'],
    ['{{actor}}', 'mona'],
    ['{{identity.name}}', 'mona'],
    ['{{sha}}', '0123456789abcdef0123456789abcdef01234567'],
    ['{{ref_name}}', 'feature-x'],
    ['{{environment}}', 'prod'],
    ['{{unixTimestamp}}', '1795262400'],
    ['{{truncate sha 7}}', '0123456'],
    ['{{truncate repo 100}}', 'octo_repo'],
    ['{{uppercase repo}}', 'OCTO_REPO'],
    ['{{lowercase workflow}}', 'deploy'],
    ['{{replace repo "_" "-"}}', 'octo-repo'],
    ['{{replace repo "o" "00"}}', '00ct00_rep00'],
    ['{{truncate (replace repo "_" "-") 6}}', 'octo-r'],
    ['{{uppercase (truncate (replace repo "_" "-") 6)}}', 'OCTO-R'],
    ['{{uppercase "abc"}}', 'ABC'],
  ])('has %s as %s', (expression, expected) => {
    expect(front(expression)).toBe(expected);
  });

  it.each([
    ['.', 'a.b+c', 'a-b+c'],
    ['+', 'a.b+c', 'a.b-c'],
    ['[a-z]', 'abc', 'abc'],
    ['^a', 'abc', 'abc'],
    ['|', 'a.b', 'a.b'],
  ])('is replaced in by literal text, so that "%s" has no meaning as a pattern', (search, repo, expected) => {
    expect(front(`{{replace repo "${search}" "-"}}`, { repo })).toBe(expected);
  });

  it.each([
    ['$&', '--'],
    ['$$', '--'],
    ['$`', '--'],
    ["$'", '--'],
  ])('is replaced with literal text, so that "%s" does not stand for what was found', (replacement, expected) => {
    expect(front(`{{replace repo "_" "${replacement}"}}`, { repo: 'a_b' })).toBe(`a${expected}b`);
  });

  it.each(['<b>&"\'', 'ä ö/ü', 'a:b*c?', 'new\nline', '日本'])(
    'never escapes: what IAM refuses in "%s" becomes a dash',
    (repo) => {
      expect(front('{{repo}}', { repo })).toBe(repo.replace(/[^\w+=,.@-]/g, '-'));
    },
  );

  it('keeps every special character that IAM allows', () => {
    expect(front('{{repo}}', { repo: 'a_+=,.@-Z9' })).toBe('a_+=,.@-Z9');
  });

  it('has random characters of lower case and digits only', () => {
    const randomness = fakeRandomness();
    renderName(parseNameTemplate('{{random 10}}{{random}}'), VARIABLES, randomness);
    expect(randomness.asked).toEqual([
      { alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789', length: 10 },
      { alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789', length: 12 },
    ]);
  });

  it('has letters of both cases and digits in randomUsername', () => {
    const randomness = fakeRandomness();
    const name = renderName(parseNameTemplate('{{randomUsername}}'), VARIABLES, randomness);
    expect(name).toHaveLength(32);
    expect(randomness.asked[0]?.alphabet).toMatch(/^[A-Za-z0-9]{62}$/);
    expect(new Set(randomness.asked[0]?.alphabet).size).toBe(62);
  });

  it('has its random part changed by functions too', () => {
    expect(render('{{uppercase (random 4)}}')).toBe('ABCD');
    expect(render('{{truncate (random 8) 3}}')).toBe('abc');
    expect(render('{{replace (random 4) "b" "-"}}')).toBe('a-cd');
    expect(render('{{truncate (lowercase randomUsername) 4}}')).toBe('abcd');
  });

  it('draws each random part anew', () => {
    expect(render('{{random 3}}-{{random 3}}')).toBe('abc-bcd');
  });

  it.each([
    ['{{repo}}-{{random 8}}', { repo: 'r'.repeat(100) }, `${'r'.repeat(56)}abcdefgh`],
    ['{{repo}}-{{random 8}}-z', { repo: 'r'.repeat(100) }, `${'r'.repeat(54)}abcdefgh-z`],
    ['{{random 4}}-{{repo}}', { repo: 'r'.repeat(100) }, `abcd-${'r'.repeat(59)}`],
    ['{{random 4}}-{{lowercase "Z"}}-{{repo}}', { repo: 'r'.repeat(100) }, `abcd-z-${'r'.repeat(57)}`],
    ['{{repo}}-{{random 4}}{{uppercase "z"}}', { repo: 'r'.repeat(100) }, `${'r'.repeat(59)}abcdZ`],
    ['x-{{random 64}}-y', {}, 'abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz01'],
  ])('of %s is shortened around its random part', (template, variables, expected) => {
    expect(render(template, variables)).toBe(expected);
    expect(expected).toHaveLength(MAX_NAME_CHARS);
  });

  it('has its earlier random parts shortened before its last one', () => {
    const name = render('{{random 60}}{{random 8}}');
    expect(name).toHaveLength(64);
    expect(name.endsWith('bcdefghi')).toBe(true);
  });

  it.each([
    '{{replace (random 60) "a" "aaaa"}}-z',
    '{{replace (random 64) "b" "--"}}',
    'x{{uppercase (replace (random 36) "b" "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")}}',
  ])('never has more than 64 characters, also when its random part has grown: %s', (template) => {
    expect(render(template).length).toBeLessThanOrEqual(MAX_NAME_CHARS);
  });

  it('is always 1 to 64 of the characters IAM takes, whatever the run is called', () => {
    const texts = ['', 'a', 'x/y', '€'.repeat(80), '-'.repeat(70), 'A_b'.repeat(40), '😀'.repeat(40)];
    const templates = [
      'gha-{{repo}}-{{run_id}}-{{random 8}}',
      '{{repository}}{{random}}{{ref_name}}',
      '{{random 64}}{{job}}',
    ];
    for (const template of templates) {
      for (const text of texts) {
        const name = render(template, { repo: text, repository: text, ref_name: text, job: text });
        expect(name).toMatch(/^[\w+=,.@-]{1,64}$/);
      }
    }
  });
});

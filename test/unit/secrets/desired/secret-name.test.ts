import { describe, expect, it } from '@jest/globals';
import {
  looksLikeArn,
  nameProblem,
  secretName,
  templateProblem,
  usesVariable,
} from '../../../../src/secrets/desired/secret-name.ts';

const FACTS = { owner: 'octo-org', repo: 'octo_repo', environment: 'prod', key: 'DB' };

describe('the name of a secret', () => {
  it.each([
    ['plain', 'plain'],
    ['github/{{owner}}/{{repo}}', 'github/octo-org/octo_repo'],
    ['{{ environment }}/{{key}}', 'prod/DB'],
    ['{{key}}{{key}}', 'DBDB'],
    ['{single}', '{single}'],
    ['', ''],
  ])('is made from %j', (template, name) => {
    expect(templateProblem(template)).toBeUndefined();
    expect(secretName(template, FACTS)).toBe(name);
  });

  it.each(['$&', '$1', '{{owner}}'])('has a key %s as it stands, with no meaning of its own', (key) => {
    expect(secretName('a/{{key}}', { ...FACTS, key })).toBe(`a/${key}`);
  });

  it.each(['{{who}}', '{{}}', '{{owner repo}}', '{{KEY}}', '{{{owner}}}', '{{constructor}}', '{{ow\nner}}'])(
    'cannot be made from %j, whose variable does not exist; the known are listed',
    (template) => {
      expect(templateProblem(template)).toBe(
        `has "${template}", which uses an unknown variable; the variables are {{owner}}, {{repo}}, {{environment}}, {{key}}`,
      );
    },
  );

  it.each(['{{owner', 'owner}}', '{{owner}}/{{', '}}{{owner}}'])(
    'cannot be made from %j, whose braces are open',
    (template) => {
      expect(templateProblem(template)).toBe(`has "${template}", which has unbalanced braces`);
    },
  );

  it('cannot be made from a template longer than any name, which is not printed', () => {
    expect(templateProblem(`{{key}}${'{{'.repeat(2_000)}`)).toBe('has 4007 characters; at most 2048 are allowed');
  });

  it('knows which variables it uses', () => {
    expect(usesVariable('a/{{ key }}', 'key')).toBe(true);
    expect(usesVariable('a/{{owner}}', 'key')).toBe(false);
    expect(usesVariable('a/key', 'key')).toBe(false);
  });

  it.each(['a', 'Az09/_+=.@-', 'n'.repeat(512)])('may be %s', (name) => {
    expect(nameProblem(name)).toBeUndefined();
  });

  it.each(['', 'n'.repeat(513), 'a b', 'a:b', 'é', 'a\n', 'a!b', 'a#b'])('may not be %j', (name) => {
    expect(nameProblem(name)).toBe(`would get the name "${name}"; AWS allows 1 to 512 letters, digits or /_+=.@-`);
  });

  it.each([
    ['client-secret', true],
    ['a/x-AbC123', true],
    ['client_secret', false],
    ['client-secrets', false],
    ['client-key', false],
    ['client-secret/x', false],
  ])('%s looks like the end of an ARN: %s', (name, expected) => {
    expect(looksLikeArn(name)).toBe(expected);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readAccess } from '../../../../src/github/inputs/access.ts';
import { LEAST, problems, ROLE, read } from '../../../support/fakes/access-inputs.ts';
import { readerOf } from '../../../support/fakes/inputs.ts';
import { runOf } from '../../../support/fakes/run.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

describe('the base identity', () => {
  it.each([
    [{ 'role-to-assume': ROLE }, { kind: 'oidc', audience: 'sts.amazonaws.com' }],
    [{ 'role-to-assume': 'arn:aws-cn:iam::123456789012:role/r' }, { kind: 'oidc', audience: 'sts.amazonaws.com.cn' }],
    [
      { 'aws-region': 'cn-north-1', 'role-to-assume': 'r', 'allowed-account-ids': '123456789012' },
      { kind: 'oidc', audience: 'sts.amazonaws.com.cn' },
    ],
    [{ audience: 'mine' }, { kind: 'oidc', audience: 'mine' }],
    [{ 'web-identity-token-file': '/token' }, { kind: 'token-file', path: '/token' }],
    [{ 'aws-access-key-id': 'AKIA1', 'aws-secret-access-key': 's' }, { kind: 'static-keys' }],
    [{ 'role-chaining': 'true' }, { kind: 'env-credentials' }],
    [{ 'use-ambient-credentials': 'true', 'role-to-assume': '' }, { kind: 'ambient' }],
    [{ 'use-ambient-credentials': 'true', 'force-skip-oidc': 'true' }, { kind: 'ambient' }],
  ])('of %j is %j', (inputs, source) => {
    expect(read(inputs as Record<string, string>).identity.source).toEqual(source);
  });

  it.each([
    [
      { 'aws-access-key-id': 'AKIA1', 'aws-secret-access-key': 's', 'role-chaining': 'true' },
      'aws-access-key-id',
      'role-chaining',
    ],
    [
      { 'aws-access-key-id': 'AKIA1', 'aws-secret-access-key': 's', 'web-identity-token-file': '/t' },
      'aws-access-key-id',
      'web-identity-token-file',
    ],
    [{ 'role-chaining': 'true', 'use-ambient-credentials': 'true' }, 'role-chaining', 'use-ambient-credentials'],
  ])('may be one only: %j', (inputs, first, second) => {
    expect(problems(inputs as Record<string, string>)).toEqual([
      `\`${first}\` and \`${second}\` are two base identities; give one of them`,
    ]);
  });

  it('cannot be nothing', () => {
    expect(problems({ 'force-skip-oidc': 'true' })).toEqual([expect.stringContaining('leaves no base identity')]);
  });

  it.each([{}, { 'web-identity-token-file': '/t' }])('by a token needs a role: %j', (inputs) => {
    expect(problems({ ...inputs, 'role-to-assume': '' })).toEqual([
      expect.stringContaining('there must be a role to assume'),
    ]);
  });

  it.each([
    [{ 'aws-access-key-id': 'AKIA1' }, 'aws-secret-access-key'],
    [{ 'aws-secret-access-key': 's' }, 'aws-access-key-id'],
    [{ 'aws-session-token': 't' }, 'aws-access-key-id'],
  ])('by static keys needs both of them: %j', (inputs, missing) => {
    expect(problems(inputs as Record<string, string>)).toContainEqual(
      expect.stringContaining(`\`${missing}\` is missing`),
    );
  });

  it('by static keys has all of them masked and kept apart from the plan', () => {
    const inputs = read({
      'aws-access-key-id': 'AKIA1',
      'aws-secret-access-key': 's3cret',
      'aws-session-token': 't0ken',
    });
    expect(inputs.staticKeys).toEqual({
      kind: 'given',
      keys: { accessKeyId: 'AKIA1', secretAccessKey: 's3cret', sessionToken: 't0ken' },
    });
    expect(JSON.stringify(inputs.identity)).not.toMatch(/AKIA1|s3cret|t0ken/);
    expect(runner.masks()).toEqual(expect.arrayContaining(['AKIA1', 's3cret', 't0ken']));
  });
});

describe('the roles', () => {
  it('are a chain of lines, by ARN or name', () => {
    expect(read({ 'role-to-assume': `${ROLE}\nsecond` }).identity.roles).toEqual([ROLE, 'second']);
  });

  it.each([
    { 'allowed-account-ids': '123456789012' },
    { 'role-chaining': 'true' },
    { 'aws-access-key-id': 'AKIA1', 'aws-secret-access-key': 's' },
  ])('may begin with a bare name where the account is known: %j', (inputs) => {
    expect(problems({ ...inputs, 'role-to-assume': 'manager' })).toEqual([]);
  });

  it.each([{}, { 'allowed-account-ids': '123456789012,999999999999' }, { 'web-identity-token-file': '/t' }])(
    'may not begin with a bare name where it is not: %j',
    (inputs) => {
      expect(problems({ ...inputs, 'role-to-assume': 'manager' })).toEqual([
        expect.stringContaining('names "manager" without its account'),
      ]);
    },
  );

  it.each([
    'arn:aws:iam::123456789012:user/u',
    'arn:aws:iam:::role/r',
    'arn:aws:sts::123456789012:assumed-role/r/s',
    'a/b',
    'a b',
    'n'.repeat(65),
  ])('are told apart from other things: %s', (role) => {
    expect(problems({ 'role-to-assume': role, 'allowed-account-ids': '123456789012' })).toEqual([
      `\`role-to-assume\` has "${role}", which is neither the ARN nor the name of a role`,
    ]);
  });

  it('are assumed under a name made of the run, within 64 characters, its end whole', () => {
    const run = runOf({ repository: `o/${'r'.repeat(90)}é` });
    const { sessionName } = readAccess(readerOf(LEAST), run, {}).identity;
    expect(sessionName).toHaveLength(64);
    expect(sessionName).toMatch(/^gha-r+-1234567-2$/);
  });

  it('are assumed under the name that was given', () => {
    expect(read({ 'role-session-name': 'me@x' }).identity.sessionName).toBe('me@x');
  });

  it('have their external id masked', () => {
    expect(read({ 'role-external-id': 'ext-1' }).identity.externalId).toBe('ext-1');
    expect(runner.masks()).toContain('ext-1');
  });

  it('have their accounts masked from the start where that is wished', () => {
    read({ 'mask-aws-account-id': 'true', 'allowed-account-ids': '999999999999' });
    expect(runner.masks()).toEqual(['999999999999', '123456789012']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { isTransient } from '../../../src/aws/failures.ts';
import { assertComplete } from '../../../src/aws/required.ts';

const USER_ARN = 'arn:aws:iam::111122223333:user/gha/robot';
const POLICY_ARN = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const SECRET_ARN = 'arn:aws-us-gov:secretsmanager:us-gov-west-1:111122223333:secret:app/name-AbCdEf';
const DATE = new Date('2026-11-21T12:00:00Z');
const Credentials = {
  AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  SecretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  SessionToken: 'IQoJb3JpZ2luX2VjE+/=',
  Expiration: DATE,
};
const assumed = {
  Credentials,
  AssumedRoleUser: { Arn: 'arn:aws-cn:sts::111122223333:assumed-role/r/gha-repo=1', AssumedRoleId: 'A:s' },
};
const version = { ARN: SECRET_ARN, Name: 'app/name', VersionId: 'EXAMPLE1-90ab-cdef-fedc-ba987SECRET1' };

/** A whole answer of each action, and what of it is required, with `[]` behind lists. */
const ACTIONS: [string, object, string[]][] = [
  ...['AssumeRole', 'AssumeRoleWithWebIdentity'].map((action): [string, object, string[]] => [
    action,
    assumed,
    [...Object.keys(Credentials).map((key) => `Credentials.${key}`), 'AssumedRoleUser.Arn'],
  ]),
  ['GetSessionToken', { Credentials }, Object.keys(Credentials).map((key) => `Credentials.${key}`)],
  [
    'GetFederationToken',
    { Credentials, FederatedUser: { Arn: 'arn:aws:sts::111122223333:federated-user/a.b@c' } },
    [...Object.keys(Credentials).map((key) => `Credentials.${key}`), 'FederatedUser.Arn'],
  ],
  ['GetCallerIdentity', { Arn: 'arn:aws:iam::111122223333:root', Account: '111122223333' }, ['Arn', 'Account']],
  ['CreateUser', { User: { Arn: USER_ARN } }, ['User.Arn']],
  [
    'GetUser',
    { User: { UserName: 'robot', Arn: USER_ARN, Path: '/gha/', CreateDate: DATE } },
    ['User.UserName', 'User.Arn', 'User.Path', 'User.CreateDate'],
  ],
  [
    'CreateAccessKey',
    { AccessKey: { AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', SecretAccessKey: 'wJalr/K7+x' } },
    ['AccessKey.AccessKeyId', 'AccessKey.SecretAccessKey'],
  ],
  ['ListUsers', { Users: [{ UserName: 'robot' }] }, ['Users', 'Users[].UserName']],
  [
    'ListAccessKeys',
    { AccessKeyMetadata: [{ AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' }] },
    ['AccessKeyMetadata', 'AccessKeyMetadata[].AccessKeyId'],
  ],
  [
    'ListAttachedUserPolicies',
    { AttachedPolicies: [{ PolicyArn: POLICY_ARN }] },
    ['AttachedPolicies', 'AttachedPolicies[].PolicyArn'],
  ],
  ['ListUserPolicies', { PolicyNames: ['gha,a=b.c@d-e+f_g'] }, ['PolicyNames', 'PolicyNames[]']],
  ['ListGroupsForUser', { Groups: [{ GroupName: 'team' }] }, ['Groups', 'Groups[].GroupName']],
  ['ListMFADevices', { MFADevices: [{}] }, ['MFADevices']],
  ['ListSSHPublicKeys', { SSHPublicKeys: [{}] }, ['SSHPublicKeys']],
  ['ListSigningCertificates', { Certificates: [{}] }, ['Certificates']],
  ['ListServiceSpecificCredentials', { ServiceSpecificCredentials: [{}] }, ['ServiceSpecificCredentials']],
  ['CreateSecret', version, ['ARN', 'VersionId']],
  ['PutSecretValue', { ...version, VersionStages: ['AWSCURRENT'] }, ['ARN', 'VersionId', 'VersionStages']],
  ['DescribeSecret', { ARN: SECRET_ARN, Name: 'app/name with spaces' }, ['ARN', 'Name']],
  ['GetSecretValue', version, ['ARN', 'VersionId']],
  ['ListSecrets', { SecretList: [{ ARN: SECRET_ARN }] }, ['SecretList', 'SecretList[].ARN']],
  ['BatchGetSecretValue', { SecretValues: [{ ARN: SECRET_ARN }] }, ['SecretValues', 'SecretValues[].ARN']],
  ...['DeleteSecret', 'RestoreSecret', 'UpdateSecret', 'ReplicateSecretToRegions', 'RemoveRegionsFromReplication'].map(
    (action): [string, object, string[]] => [action, { ARN: SECRET_ARN }, ['ARN']],
  ),
];

/** A copy with another value at a path such as `User.Arn` or `Users[].UserName`, in the first member of a list. */
function changed(whole: unknown, [head = '', ...rest]: string[], value: unknown): unknown {
  if (head === '') return value;
  if (Array.isArray(whole)) return [changed(whole[0], rest, value), ...whole.slice(1)];
  const object = whole as Record<string, unknown>;
  return { ...object, [head]: rest.length === 0 ? value : changed(object[head], rest, value) };
}
const stepsOf = (field: string) => field.replace('[]', '.[]').replace('[].', '[].').split('.');
const withValue = (whole: object, field: string, value: unknown) => changed(whole, stepsOf(field), value);

const FIELDS = ACTIONS.flatMap(([action, whole, fields]) => fields.map((field) => [action, field, whole] as const));
const LISTS = ACTIONS.filter(([, whole]) => Object.values(whole).some(Array.isArray));

function thrown(action: string, output: unknown): unknown {
  try {
    assertComplete(action, output);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('an answer', () => {
  it.each(ACTIONS)('is complete with what %s has', (action, whole) => {
    expect(thrown(action, whole)).toBeUndefined();
  });

  it.each(FIELDS)('of %s is not complete without %s', (action, field, whole) => {
    const error = thrown(action, withValue(whole, field, undefined));
    expect(error).toMatchObject({
      name: 'IncompleteAnswer',
      message: `the answer to ${action} has no usable ${field}`,
    });
    expect(isTransient(error)).toBe(true);
  });

  it.each(FIELDS)('of %s is not complete with something else for %s', (action, field, whole) => {
    for (const value of [null, '', 7, {}, true, '\n', new Date(Number.NaN)]) {
      expect(thrown(action, withValue(whole, field, value))).toMatchObject({ name: 'IncompleteAnswer' });
    }
  });

  it.each(FIELDS)('of %s brings no line break, command or escape sequence in %s', (action, field, whole) => {
    for (const value of [
      `${USER_ARN}\n::stop-commands::x`,
      `${SECRET_ARN}\r\n::add-mask::x`,
      `${SECRET_ARN}\u001b[31m`,
      'name\nAWS_ACCESS_KEY_ID=x',
      'AKIAIOSFODNN7EXAMPLE\n',
      '111122223333\n',
      '\u001b[2Jname',
      'name\u0000',
      'name\u0085',
    ]) {
      expect(thrown(action, withValue(whole, field, value))).toMatchObject({ name: 'IncompleteAnswer' });
    }
  });

  it.each(LISTS)('of %s may have an empty list, but not none', (action, whole) => {
    for (const [key, value] of Object.entries(whole)) {
      if (!Array.isArray(value)) continue;
      expect(thrown(action, { ...whole, [key]: [] })).toBeUndefined();
      expect(thrown(action, { ...whole, [key]: undefined })).toMatchObject({ name: 'IncompleteAnswer' });
    }
  });

  it('is not complete where one member of many is not', () => {
    const Users = [{ UserName: 'a' }, { UserName: 'b' }, {}];
    expect(thrown('ListUsers', { Users })).toMatchObject({ name: 'IncompleteAnswer' });
  });

  it.each([undefined, null, {}, 'text'])('that is %j is not complete', (output) => {
    expect(thrown('CreateUser', output)).toMatchObject({ name: 'IncompleteAnswer' });
  });

  it.each(['DeleteUser', 'TagResource', 'PutUserPolicy'])('of %s may have nothing', (action) => {
    expect(thrown(action, {})).toBeUndefined();
    expect(thrown(action, undefined)).toBeUndefined();
  });
});

describe('a form', () => {
  it.each([
    [
      'GetCallerIdentity',
      'Arn',
      ['robot', 'arn:aws:iam::1:user/robot', `${USER_ARN} x`, `x${USER_ARN}`, 'arn:evil:iam::111122223333:user/x'],
    ],
    ['GetCallerIdentity', 'Account', ['11112222333', '1111222233334', '11112222333x', '１１１１２２２２３３３３']],
    ['CreateAccessKey', 'AccessKey.AccessKeyId', ['AKI', 'AKIA EXAMPLE', 'AKIA:EXAMPLE', 'A'.repeat(129)]],
    ['CreateAccessKey', 'AccessKey.SecretAccessKey', ['a b', 'a"b', 'a`b', 'a$b']],
    ['GetUser', 'User.UserName', ['a/b', 'a b', 'é', 'a'.repeat(129)]],
    ['GetUser', 'User.Path', ['gha/', '/gha', '/a b/', '//\n/']],
    ['CreateSecret', 'ARN', [USER_ARN, 'app', SECRET_ARN.replace('secret:', 'x:')]],
    ['DescribeSecret', 'Name', ['', 'x'.repeat(513)]],
    ['CreateSecret', 'VersionId', ['x'.repeat(65)]],
  ] as const)('of %s, %s, is AWS’s own', (action, field, wrong) => {
    const [, whole = {}] = ACTIONS.find(([name]) => name === action) ?? [];
    for (const value of wrong) {
      expect([value, thrown(action, withValue(whole, field, value))]).toMatchObject([
        value,
        { name: 'IncompleteAnswer' },
      ]);
    }
  });

  it('that is wrong is never repeated in the message', () => {
    const error = thrown('CreateUser', { User: { Arn: '::stop-commands::s3cret' } }) as Error;
    expect(error.message).not.toContain('s3cret');
  });
});

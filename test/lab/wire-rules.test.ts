import type { Tag } from '@aws-sdk/client-iam';
import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreateServiceSpecificCredentialCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  DeleteAccessKeyCommand,
  DeleteLoginProfileCommand,
  DeleteServiceSpecificCredentialCommand,
  DeleteSSHPublicKeyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachUserPolicyCommand,
  DeactivateMFADeviceCommand,
  EnableMFADeviceCommand,
  GetUserCommand,
  IAMClient,
  ListServiceSpecificCredentialsCommand,
  ListUsersCommand,
  PutUserPolicyCommand,
  RemoveUserFromGroupCommand,
  TagUserCommand,
  UploadSSHPublicKeyCommand,
} from '@aws-sdk/client-iam';
import type { AssumeRoleWithWebIdentityCommandInput, Credentials } from '@aws-sdk/client-sts';
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, GetFederationTokenCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Lab } from './lab.ts';
import { startLab } from './lab.ts';

type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };

let lab: Lab;
let iam: IAMClient;
let sts: STSClient;
beforeAll(async () => {
  lab = await startLab();
}, 60_000);
beforeEach(async () => {
  await lab.reset();
  iam = iamAs(lab.longLived);
  sts = stsAs(lab.longLived);
});
afterAll(() => lab.close());

function iamAs(credentials: Keys): IAMClient {
  return new IAMClient({ endpoint: lab.wire.url, region: 'us-east-1', credentials, maxAttempts: 1 });
}

function stsAs(credentials: Keys): STSClient {
  return new STSClient({ endpoint: lab.wire.url, region: 'eu-central-1', credentials, maxAttempts: 1 });
}

function keysOf(credentials: Credentials | undefined): Keys {
  return {
    accessKeyId: credentials?.AccessKeyId ?? '',
    secretAccessKey: credentials?.SecretAccessKey ?? '',
    sessionToken: credentials?.SessionToken ?? '',
  };
}

/** The name of the error a promise ends with, or `none`. */
async function failure(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: Error) => error.name,
  );
}

async function token(audience = 'sts.amazonaws.com'): Promise<string> {
  const headers = { authorization: `bearer ${lab.oidc.requestToken}` };
  const response = await fetch(`${lab.oidc.requestUrl}&audience=${audience}`, { headers });
  return ((await response.json()) as { value: string }).value;
}

function roleArn(name: string): string {
  return `arn:aws:iam::${lab.accountId}:role/${name}`;
}

async function assumeWithToken(overrides: Partial<AssumeRoleWithWebIdentityCommandInput> = {}): Promise<Keys> {
  const input = { RoleArn: roleArn('deployer'), RoleSessionName: 'run-1', WebIdentityToken: await token(), ...overrides };
  const { Credentials } = await stsAs({ accessKeyId: '', secretAccessKey: '' }).send(new AssumeRoleWithWebIdentityCommand(input));
  return keysOf(Credentials);
}

describe('AssumeRoleWithWebIdentity', () => {
  test.each<[name: string, overrides: () => Promise<Partial<AssumeRoleWithWebIdentityCommandInput>>, error: string]>([
    ['the longest time the role allows', async () => ({ DurationSeconds: 7_200 }), 'none'],
    ['longer than the role allows', async () => ({ DurationSeconds: 7_201 }), 'ValidationError'],
    ['too short a time', async () => ({ DurationSeconds: 899 }), 'ValidationError'],
    ['a role that is not there', async () => ({ RoleArn: roleArn('nobody') }), 'AccessDenied'],
    ['China’s audience', async () => ({ WebIdentityToken: await token('sts.amazonaws.com.cn') }), 'none'],
    ['another audience', async () => ({ WebIdentityToken: await token('https://example.com') }), 'InvalidIdentityTokenException'],
    ['a token that is none', async () => ({ WebIdentityToken: 'a.b.c.d' }), 'InvalidIdentityTokenException'],
    ['a token with another signature', async () => ({ WebIdentityToken: `${(await token()).slice(0, -8)}AAAAAAAA` }), 'InvalidIdentityTokenException'],
    ['a session name with a slash', async () => ({ RoleSessionName: 'a/b' }), 'ValidationError'],
    ['a session policy that is no JSON', async () => ({ Policy: '{' }), 'MalformedPolicyDocumentException'],
  ])('%s', async (_name, overrides, error) => {
    expect(await failure(assumeWithToken(await overrides()))).toBe(error);
  });

  test('an expired token, and an audience the account has added', async () => {
    lab.oidc.lifetimeSeconds = -10;
    expect(await failure(assumeWithToken())).toBe('ExpiredTokenException');
    lab.oidc.lifetimeSeconds = 300;
    lab.wire.allowedAudiences.push('mine');
    expect(await failure(assumeWithToken({ WebIdentityToken: await token('mine') }))).toBe('none');
  });
});

describe('AssumeRole', () => {
  const role = () => ({ RoleArn: roleArn('second-hop'), RoleSessionName: 'hop' });

  test('by a user as long as the role allows, by a role for an hour', async () => {
    expect(await failure(sts.send(new AssumeRoleCommand({ ...role(), DurationSeconds: 43_200 })))).toBe('none');
    const chained = stsAs(await assumeWithToken());
    expect(await failure(chained.send(new AssumeRoleCommand({ ...role(), DurationSeconds: 3_601 })))).toBe('ValidationError');
    const { Credentials } = await chained.send(new AssumeRoleCommand({ ...role(), DurationSeconds: 3_600 }));
    const me = await stsAs(keysOf(Credentials)).send(new GetCallerIdentityCommand({}));
    expect(me.Arn).toBe(`arn:aws:sts::${lab.accountId}:assumed-role/second-hop/hop`);
  });

  test('asks for the external id that the role trusts', async () => {
    lab.wire.externalIds[roleArn('second-hop')] = 'ours';
    expect(await failure(sts.send(new AssumeRoleCommand(role())))).toBe('AccessDenied');
    expect(await failure(sts.send(new AssumeRoleCommand({ ...role(), ExternalId: 'ours' })))).toBe('none');
  });
});

describe('sessions of a user', () => {
  test('have credentials of their own, and neither IAM nor further sessions', async () => {
    const session = keysOf((await sts.send(new GetSessionTokenCommand({}))).Credentials);
    const federation = keysOf((await sts.send(new GetFederationTokenCommand({ Name: 'run-1' }))).Credentials);
    expect(session.accessKeyId).toMatch(/^ASIA\w{16}$/);
    expect(federation.accessKeyId).not.toBe(session.accessKeyId);
    expect((await stsAs(session).send(new GetCallerIdentityCommand({}))).Arn).toMatch(/:user\/long-lived$/);
    expect((await stsAs(federation).send(new GetCallerIdentityCommand({}))).Arn).toMatch(/:federated-user\/run-1$/);
    for (const keys of [session, federation]) {
      expect(await failure(iamAs(keys).send(new ListUsersCommand({})))).toBe('InvalidClientTokenId');
      expect(await failure(stsAs(keys).send(new GetSessionTokenCommand({})))).toBe('AccessDenied');
    }
    expect(await failure(stsAs(await assumeWithToken()).send(new GetFederationTokenCommand({ Name: 'xy' })))).toBe('AccessDenied');
  });

  test('end with the user and not with its key', async () => {
    await iam.send(new CreateUserCommand({ UserName: 'a' }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'a' }));
    const keys = { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
    const session = stsAs(keysOf((await stsAs(keys).send(new GetSessionTokenCommand({}))).Credentials));
    await iam.send(new DeleteAccessKeyCommand({ UserName: 'a', AccessKeyId: keys.accessKeyId }));
    expect(await failure(session.send(new GetCallerIdentityCommand({})))).toBe('none');
    await iam.send(new DeleteUserCommand({ UserName: 'a' }));
    expect(await failure(session.send(new GetCallerIdentityCommand({})))).toBe('InvalidClientTokenId');
  });
});

describe('CreateUser', () => {
  const tags = (count: number): Tag[] => Array.from({ length: count }, (_, n) => ({ Key: `k${n}`, Value: '' }));

  test.each<[name: string, input: { UserName?: string; Path?: string; Tags?: Tag[]; PermissionsBoundary?: string }, error: string]>([
    ['a boundary of ours', { PermissionsBoundary: 'arn:aws:iam::123456789012:policy/lease-boundary' }, 'none'],
    ['a boundary of AWS’s', { PermissionsBoundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }, 'none'],
    ['a boundary that is not there', { PermissionsBoundary: 'arn:aws:iam::123456789012:policy/none' }, 'NoSuchEntityException'],
    ['a name taken in another case', { UserName: 'LONG-lived' }, 'EntityAlreadyExistsException'],
    ['a name with a slash', { UserName: 'a/b' }, 'ValidationError'],
    ['a path without its last slash', { Path: '/ci' }, 'ValidationError'],
    ['50 tags', { Tags: tags(50) }, 'none'],
    ['51 tags', { Tags: tags(51) }, 'ValidationError'],
    ['a tag with a semicolon', { Tags: [{ Key: 'a', Value: 'x;y' }] }, 'ValidationError'],
    ['keys that differ in case', { Tags: [{ Key: 'a', Value: '' }, { Key: 'A', Value: '' }] }, 'InvalidInputException'],
    ['a key of AWS’s', { Tags: [{ Key: 'aws:a', Value: '' }] }, 'InvalidInputException'],
  ])('%s', async (_name, input, error) => {
    expect(await failure(iam.send(new CreateUserCommand({ UserName: 'a', ...input })))).toBe(error);
    expect(await lab.users()).toEqual(error === 'none' ? ['a'] : []);
  });

  test('is described as it was created, boundary included', async () => {
    const boundary = 'arn:aws:iam::123456789012:policy/lease-boundary';
    await iam.send(new CreateUserCommand({ UserName: 'a', Path: '/ci/', Tags: [{ Key: 'k', Value: 'é' }], PermissionsBoundary: boundary }));
    await iam.send(new AddUserToGroupCommand({ UserName: 'a', GroupName: 'readers' }));
    await iam.send(new AttachUserPolicyCommand({ UserName: 'a', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }));
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] };
    await iam.send(new PutUserPolicyCommand({ UserName: 'a', PolicyName: 'p', PolicyDocument: JSON.stringify(policy) }));
    expect((await iam.send(new GetUserCommand({ UserName: 'a' }))).User?.PermissionsBoundary?.PermissionsBoundaryArn).toBe(boundary);
    expect(await lab.describeUser('a')).toEqual({
      arn: 'arn:aws:iam::123456789012:user/ci/a',
      path: '/ci/',
      tags: { k: 'é' },
      boundary,
      attachedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      inlinePolicies: { p: policy },
      groups: ['readers'],
      accessKeys: [],
    });
  });
});

describe('quotas of a user', () => {
  beforeEach(async () => {
    await iam.send(new CreateUserCommand({ UserName: 'a' }));
  });

  test('two access keys, 50 tags', async () => {
    const key = () => failure(iam.send(new CreateAccessKeyCommand({ UserName: 'a' })));
    expect([await key(), await key(), await key()]).toEqual(['none', 'none', 'LimitExceededException']);
    const tag = (from: number, count: number) =>
      iam.send(new TagUserCommand({ UserName: 'a', Tags: Array.from({ length: count }, (_, n) => ({ Key: `k${from + n}`, Value: '' })) }));
    await tag(0, 50);
    expect(await failure(tag(49, 1))).toBe('none');
    expect(await failure(tag(50, 1))).toBe('LimitExceededException');
  });

  test('managed policies, also when all come at once', async () => {
    lab.wire.policyQuota = 1;
    const attach = (name: string) => failure(iam.send(new AttachUserPolicyCommand({ UserName: 'a', PolicyArn: `arn:aws:iam::123456789012:policy/${name}` })));
    const both = await Promise.all([attach('app-read'), attach('app-write')]);
    expect(both.sort()).toEqual(['LimitExceededException', 'none']);
  });

  test('ten groups', async () => {
    const join = async (n: number) => {
      await lab.iam.send(new CreateGroupCommand({ GroupName: `g${n}` }));
      return failure(iam.send(new AddUserToGroupCommand({ UserName: 'a', GroupName: `g${n}` })));
    };
    const results = await Promise.all(Array.from({ length: 11 }, (_, n) => join(n)));
    expect(results.filter((result) => result === 'LimitExceededException')).toHaveLength(1);
  });

  test('2,048 characters of inline policies, white space apart', async () => {
    const put = (PolicyName: string, length: number) => {
      const empty = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: 'arn:aws:s3:::' }] };
      const fill = 'x'.repeat(length - JSON.stringify(empty).length);
      const full = { ...empty, Statement: [{ Effect: 'Deny', Action: '*', Resource: `arn:aws:s3:::${fill}` }] };
      return failure(iam.send(new PutUserPolicyCommand({ UserName: 'a', PolicyName, PolicyDocument: JSON.stringify(full, null, 2) })));
    };
    expect([await put('p', 1_048), await put('q', 1_000), await put('q', 1_001), await put('p', 1_040)]).toEqual(['none', 'none', 'LimitExceededException', 'none']);
    const broken = new PutUserPolicyCommand({ UserName: 'a', PolicyName: 'r', PolicyDocument: '{"Version":' });
    expect(await failure(iam.send(broken))).toBe('MalformedPolicyDocumentException');
  });
});

describe('DeleteUser', () => {
  const UserName = 'a';
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] });
  const sshKey = `ssh-rsa ${Buffer.from('not looked at').toString('base64')} laboratory`;
  const PolicyArn = 'arn:aws:iam::123456789012:policy/app-read';

  /** Gives the user one thing; answers with what takes it away. */
  const things: [name: string, give: () => Promise<() => Promise<unknown>>][] = [
    ['an access key', async () => {
      const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
      return () => iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: AccessKey?.AccessKeyId }));
    }],
    ['a group', async () => {
      await iam.send(new AddUserToGroupCommand({ UserName, GroupName: 'readers' }));
      return () => iam.send(new RemoveUserFromGroupCommand({ UserName, GroupName: 'readers' }));
    }],
    ['a managed policy', async () => {
      await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
      return () => iam.send(new DetachUserPolicyCommand({ UserName, PolicyArn }));
    }],
    ['an inline policy', async () => {
      await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'p', PolicyDocument: policy }));
      return () => iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName: 'p' }));
    }],
    ['a login profile', async () => {
      await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'correct-horse-9' }));
      return () => iam.send(new DeleteLoginProfileCommand({ UserName }));
    }],
    ['an MFA device', async () => {
      const { VirtualMFADevice } = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'm' }));
      const SerialNumber = VirtualMFADevice?.SerialNumber;
      await iam.send(new EnableMFADeviceCommand({ UserName, SerialNumber, AuthenticationCode1: '123456', AuthenticationCode2: '654321' }));
      return () => iam.send(new DeactivateMFADeviceCommand({ UserName, SerialNumber }));
    }],
    ['an SSH key', async () => {
      const { SSHPublicKey } = await iam.send(new UploadSSHPublicKeyCommand({ UserName, SSHPublicKeyBody: sshKey }));
      return () => iam.send(new DeleteSSHPublicKeyCommand({ UserName, SSHPublicKeyId: SSHPublicKey?.SSHPublicKeyId }));
    }],
    ['a service-specific credential', async () => {
      await iam.send(new CreateServiceSpecificCredentialCommand({ UserName, ServiceName: 'codecommit.amazonaws.com' }));
      const { ServiceSpecificCredentials = [] } = await iam.send(new ListServiceSpecificCredentialsCommand({ UserName }));
      const ServiceSpecificCredentialId = ServiceSpecificCredentials[0]?.ServiceSpecificCredentialId;
      return () => iam.send(new DeleteServiceSpecificCredentialCommand({ UserName, ServiceSpecificCredentialId }));
    }],
  ];

  test.each(things)('is refused as long as there is %s', async (_name, give) => {
    await iam.send(new CreateUserCommand({ UserName }));
    const take = await give();
    expect(await failure(iam.send(new DeleteUserCommand({ UserName })))).toBe('DeleteConflictException');
    await take();
    expect(await failure(iam.send(new DeleteUserCommand({ UserName })))).toBe('none');
    expect(await failure(iam.send(new DeleteUserCommand({ UserName })))).toBe('NoSuchEntityException');
  });
});

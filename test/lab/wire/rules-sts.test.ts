import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserCommand,
  type IAMClient,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
import type { AssumeRoleWithWebIdentityCommandInput, Credentials } from '@aws-sdk/client-sts';
import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  GetFederationTokenCommand,
  GetSessionTokenCommand,
  type STSClient,
} from '@aws-sdk/client-sts';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { fetchToken } from '../../support/oidc-token.ts';
import { useLab } from '../../support/use-lab.ts';
import { requireExternalId } from '../account/account.ts';
import { failure, iamThrough, stsThrough } from './clients.ts';
import type { Credentials as Keys } from './keys.ts';

const lab = useLab();
let iam: IAMClient;
let sts: STSClient;
beforeEach(() => {
  iam = iamThrough(lab.wire, lab.administrator);
  sts = stsThrough(lab.wire, lab.administrator);
});

function keysOf(credentials: Credentials | undefined): Keys {
  return {
    accessKeyId: credentials?.AccessKeyId ?? '',
    secretAccessKey: credentials?.SecretAccessKey ?? '',
    sessionToken: credentials?.SessionToken ?? '',
  };
}

function token(audience?: string): Promise<string> {
  return fetchToken(lab.oidc, audience);
}

function roleArn(name: string): string {
  return `arn:aws:iam::${lab.accountId}:role/${name}`;
}

async function assumeWithToken(overrides: Partial<AssumeRoleWithWebIdentityCommandInput> = {}): Promise<Keys> {
  const input = {
    RoleArn: roleArn('deployer'),
    RoleSessionName: 'run-1',
    WebIdentityToken: await token(),
    ...overrides,
  };
  const { Credentials } = await stsThrough(lab.wire, { accessKeyId: '', secretAccessKey: '' }).send(
    new AssumeRoleWithWebIdentityCommand(input),
  );
  return keysOf(Credentials);
}

describe('AssumeRoleWithWebIdentity', () => {
  test.each<[name: string, overrides: () => Promise<Partial<AssumeRoleWithWebIdentityCommandInput>>, error: string]>([
    ['the longest time the role allows', async () => ({ DurationSeconds: 7_200 }), 'none'],
    ['longer than the role allows', async () => ({ DurationSeconds: 7_201 }), 'ValidationError'],
    ['too short a time', async () => ({ DurationSeconds: 899 }), 'ValidationError'],
    ['a role that is not there', async () => ({ RoleArn: roleArn('missing') }), 'AccessDenied'],
    ['China’s audience', async () => ({ WebIdentityToken: await token('sts.amazonaws.com.cn') }), 'none'],
    [
      'another audience',
      async () => ({ WebIdentityToken: await token('https://example.com') }),
      'InvalidIdentityTokenException',
    ],
    ['a malformed token', async () => ({ WebIdentityToken: 'a.b.c.d' }), 'InvalidIdentityTokenException'],
    [
      'a token with another signature',
      async () => ({ WebIdentityToken: `${(await token()).slice(0, -8)}AAAAAAAA` }),
      'InvalidIdentityTokenException',
    ],
    ['a session name with a slash', async () => ({ RoleSessionName: 'a/b' }), 'ValidationError'],
    ['a session policy that is no JSON', async () => ({ Policy: '{' }), 'MalformedPolicyDocumentException'],
  ])('%s', async (_name, overrides, error) => {
    expect(await failure(assumeWithToken(await overrides()))).toBe(error);
  });

  test('an expired token, and an audience the account has added', async () => {
    lab.oidc.lifetimeSeconds = -10;
    expect(await failure(assumeWithToken())).toBe('ExpiredTokenException');
    lab.oidc.lifetimeSeconds = 300;
    lab.wire.allowedAudiences.push('our-own');
    expect(await failure(assumeWithToken({ WebIdentityToken: await token('our-own') }))).toBe('none');
  });
});

describe('AssumeRole', () => {
  const role = () => ({ RoleArn: roleArn('second-hop'), RoleSessionName: 'hop' });

  test('by a user as long as the role allows, by a role for an hour', async () => {
    expect(await failure(sts.send(new AssumeRoleCommand({ ...role(), DurationSeconds: 43_200 })))).toBe('none');
    const chained = stsThrough(lab.wire, await assumeWithToken());
    expect(await failure(chained.send(new AssumeRoleCommand({ ...role(), DurationSeconds: 3_601 })))).toBe(
      'ValidationError',
    );
    const { Credentials } = await chained.send(new AssumeRoleCommand({ ...role(), DurationSeconds: 3_600 }));
    const me = await stsThrough(lab.wire, keysOf(Credentials)).send(new GetCallerIdentityCommand({}));
    expect(me.Arn).toBe(`arn:aws:sts::${lab.accountId}:assumed-role/second-hop/hop`);
  });

  test('asks for the external id that the role trusts', async () => {
    await requireExternalId(lab.iam, 'second-hop', 'ours');
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
    expect((await stsThrough(lab.wire, session).send(new GetCallerIdentityCommand({}))).Arn).toMatch(
      /:user\/administrator$/,
    );
    expect((await stsThrough(lab.wire, federation).send(new GetCallerIdentityCommand({}))).Arn).toMatch(
      /:federated-user\/run-1$/,
    );
    for (const keys of [session, federation]) {
      expect(await failure(iamThrough(lab.wire, keys).send(new ListUsersCommand({})))).toBe('InvalidClientTokenId');
      expect(await failure(stsThrough(lab.wire, keys).send(new GetSessionTokenCommand({})))).toBe('AccessDenied');
    }
    expect(
      await failure(stsThrough(lab.wire, await assumeWithToken()).send(new GetFederationTokenCommand({ Name: 'xy' }))),
    ).toBe('AccessDenied');
  });

  test('end with the user and not with its key', async () => {
    await iam.send(new CreateUserCommand({ UserName: 'a' }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'a' }));
    const keys = { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
    const session = stsThrough(
      lab.wire,
      keysOf((await stsThrough(lab.wire, keys).send(new GetSessionTokenCommand({}))).Credentials),
    );
    await iam.send(new DeleteAccessKeyCommand({ UserName: 'a', AccessKeyId: keys.accessKeyId }));
    expect(await failure(session.send(new GetCallerIdentityCommand({})))).toBe('none');
    await iam.send(new DeleteUserCommand({ UserName: 'a' }));
    expect(await failure(session.send(new GetCallerIdentityCommand({})))).toBe('InvalidClientTokenId');
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  type IAMClient,
  ListUsersCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, test } from '@jest/globals';
import { fetchToken } from '../../support/oidc-token.ts';
import { useLab } from '../../support/use-lab.ts';
import { failure, iamThrough, stsThrough } from './clients.ts';
import type { Credentials as Keys } from './keys.ts';

const lab = useLab();

function iam(maxAttempts = 1): IAMClient {
  return iamThrough(lab.wire, lab.administrator, maxAttempts);
}

async function userWithKey(name = 'fresh'): Promise<Keys> {
  await iam().send(new CreateUserCommand({ UserName: name, Path: '/ci/' }));
  const { AccessKey } = await iam().send(new CreateAccessKeyCommand({ UserName: name }));
  return { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
}

function whoAmI(keys: Keys): Promise<string> {
  return failure(stsThrough(lab.wire, keys).send(new GetCallerIdentityCommand({})));
}

describe('keys', () => {
  test('identify their user; an unknown key and a wrong signature are refused', async () => {
    const keys = await userWithKey();
    const me = await stsThrough(lab.wire, keys).send(new GetCallerIdentityCommand({}));
    expect(me).toMatchObject({ Account: lab.accountId, Arn: `arn:aws:iam::${lab.accountId}:user/ci/fresh` });
    expect(await whoAmI({ ...keys, accessKeyId: 'AKIAUNKNOWN' })).toBe('InvalidClientTokenId');
    expect(await whoAmI({ ...keys, secretAccessKey: 'wrong' })).toBe('SignatureDoesNotMatch');
    expect(await whoAmI({ ...keys, sessionToken: 'too-many' })).toBe('InvalidClientTokenId');
  });

  test('a body that was changed after signing is refused', async () => {
    const client = iam();
    client.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { body: string };
        request.body = request.body.replace('MaxItems=1', 'MaxItems=9');
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    expect(await failure(client.send(new ListUsersCommand({ MaxItems: 1 })))).toBe('SignatureDoesNotMatch');
  });

  test('start to work after a delay, with every second call failing before', async () => {
    Object.assign(lab.wire, { keyActivationMs: 1_000, flapping: true });
    const keys = await userWithKey();
    const early = [await whoAmI(keys), await whoAmI(keys), await whoAmI(keys), await whoAmI(keys)];
    expect(early).toEqual(['InvalidClientTokenId', 'none', 'InvalidClientTokenId', 'none']);
    await pause(1_020);
    expect(await Promise.all([whoAmI(keys), whoAmI(keys), whoAmI(keys)])).toEqual(['none', 'none', 'none']);
  });

  test('work for a while after they were deleted, and still identify their user', async () => {
    lab.wire.keyDeactivationMs = 1_000;
    const keys = await userWithKey();
    await iam().send(new DeleteAccessKeyCommand({ UserName: 'fresh', AccessKeyId: keys.accessKeyId }));
    const me = await stsThrough(lab.wire, keys).send(new GetCallerIdentityCommand({}));
    expect(me.Arn).toBe(`arn:aws:iam::${lab.accountId}:user/ci/fresh`);
    await pause(1_020);
    expect(await whoAmI(keys)).toBe('InvalidClientTokenId');
  });

  test('stop working when switched off, or when deleted at moto directly', async () => {
    const keys = await userWithKey();
    const named = { UserName: 'fresh', AccessKeyId: keys.accessKeyId };
    await iam().send(new UpdateAccessKeyCommand({ ...named, Status: 'Inactive' }));
    expect(await whoAmI(keys)).toBe('InvalidClientTokenId');
    await iam().send(new UpdateAccessKeyCommand({ ...named, Status: 'Active' }));
    expect(await whoAmI(keys)).toBe('none');
    await lab.iam.send(new DeleteAccessKeyCommand(named));
    expect(await whoAmI(keys)).toBe('InvalidClientTokenId');
  });

  test('sessions work at once, need their token, and expire', async () => {
    lab.wire.keyActivationMs = 60_000;
    const role = {
      RoleArn: `arn:aws:iam::${lab.accountId}:role/deployer`,
      RoleSessionName: 'run-1',
      WebIdentityToken: await fetchToken(lab.oidc),
    };
    const { Credentials } = await stsThrough(lab.wire, { accessKeyId: '', secretAccessKey: '' }).send(
      new AssumeRoleWithWebIdentityCommand(role),
    );
    const keys = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    const me = await stsThrough(lab.wire, keys).send(new GetCallerIdentityCommand({}));
    expect(me.Arn).toBe(`arn:aws:sts::${lab.accountId}:assumed-role/deployer/run-1`);
    expect(me.UserId).toMatch(/^\w+:run-1$/);
    const { sessionToken: _token, ...bare } = keys;
    expect(await whoAmI(bare)).toBe('InvalidClientTokenId');
    lab.wire.expireSession(keys.accessKeyId);
    expect(await whoAmI(keys)).toBe('ExpiredToken');
  });

  test('a request without any signature is refused', async () => {
    const body = new URLSearchParams({ Action: 'ListUsers', Version: '2010-05-08' });
    const response = await fetch(lab.wire.url, { method: 'POST', body });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('<Code>MissingAuthenticationToken</Code>');
  });
});

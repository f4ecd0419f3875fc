import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { CreateAccessKeyCommand, CreateUserCommand, DeleteAccessKeyCommand, GetUserCommand, IAMClient, ListUsersCommand, UpdateAccessKeyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Lab } from './lab.ts';
import { startLab } from './lab.ts';
import type { Fault } from './wire.ts';

type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
}, 60_000);
beforeEach(() => lab.reset());
afterAll(() => lab.close());

const clients: { destroy(): void }[] = [];
afterAll(() => {
  for (const client of clients) client.destroy();
});

function iamAs(credentials: Keys, maxAttempts = 1): IAMClient {
  const client = new IAMClient({ endpoint: lab.wire.url, region: 'us-east-1', credentials, maxAttempts });
  clients.push(client);
  return client;
}

function stsAs(credentials: Keys): STSClient {
  const client = new STSClient({ endpoint: lab.wire.url, region: 'eu-central-1', credentials, maxAttempts: 1 });
  clients.push(client);
  return client;
}

function iam(maxAttempts = 1): IAMClient {
  return iamAs(lab.longLived, maxAttempts);
}

/** The name of the error a promise ends with, or `none`. */
async function failure(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: Error) => error.name,
  );
}

async function userWithKey(name = 'fresh'): Promise<Keys> {
  await iam().send(new CreateUserCommand({ UserName: name, Path: '/ci/' }));
  const { AccessKey } = await iam().send(new CreateAccessKeyCommand({ UserName: name }));
  return { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
}

function whoAmI(keys: Keys): Promise<string> {
  return failure(stsAs(keys).send(new GetCallerIdentityCommand({})));
}

describe('the log', () => {
  test('says what was called, by whom, with what and how it ended', async () => {
    await iam().send(new CreateUserCommand({ UserName: 'a', Path: '/ci/' }));
    await failure(iam().send(new GetUserCommand({ UserName: 'nobody' })));
    expect(lab.wire.actions()).toEqual(['CreateUser', 'GetUser']);
    expect(lab.wire.calls).toMatchObject([
      { id: 1, service: 'iam', params: { UserName: 'a', Path: '/ci/' }, accessKeyId: lab.longLived.accessKeyId, region: 'us-east-1', status: 200, applied: true, errorCode: undefined },
      { id: 2, service: 'iam', status: 404, errorCode: 'NoSuchEntity', applied: false },
    ]);
    expect(lab.wire.calls[0]?.endedAt).toBeGreaterThan(lab.wire.calls[0]?.startedAt ?? Number.POSITIVE_INFINITY);
    lab.wire.clear();
    expect(lab.wire.actions()).toEqual([]);
    await iam().send(new GetUserCommand({ UserName: 'a' }));
  });

  test('numbers connections: one client keeps its own, clients do not share', async () => {
    const one = iam();
    await one.send(new ListUsersCommand({}));
    await one.send(new ListUsersCommand({}));
    await iam().send(new ListUsersCommand({}));
    const [first, second, third] = lab.wire.calls.map(({ connection }) => connection);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('takes 50 requests at once, each later by the latency', async () => {
    lab.wire.latencyMs = 100;
    const names = Array.from({ length: 50 }, (_, n) => `user-${n}`);
    const admin = iam();
    await Promise.all(names.map((UserName) => admin.send(new CreateUserCommand({ UserName }))));
    expect((await lab.users()).sort()).toEqual(names.sort());
    for (const call of lab.wire.calls) expect((call.endedAt ?? 0) - call.startedAt).toBeGreaterThanOrEqual(99);
  });
});

describe('faults', () => {
  test.each<[fault: Fault, error: string, applied: boolean]>([
    ['throttle', 'Throttling', false],
    ['error-500', 'InternalFailure', false],
    ['error-503', 'ServiceUnavailable', false],
    ['reset', 'Error', false],
    ['answer-lost', 'Error', true],
    [{ code: 'AccessDenied', message: 'no' }, 'AccessDenied', false],
    [{ code: 'ConcurrentModification' }, 'ConcurrentModificationException', false],
  ])('%j ends in %s, applied: %s; the next call succeeds', async (fault, error, applied) => {
    lab.wire.inject({ action: 'CreateUser' }, fault);
    expect(await failure(iam().send(new CreateUserCommand({ UserName: 'a' })))).toBe(error);
    expect(await lab.users()).toEqual(applied ? ['a'] : []);
    expect(lab.wire.calls[0]?.applied).toBe(applied);
    await iam().send(new CreateUserCommand({ UserName: 'b' }));
  });

  test.each<[fault: Fault, applied: boolean]>([
    ['hang', false],
    ['hang-after', true],
  ])('%s never answers, applied: %s', async (fault, applied) => {
    lab.wire.inject({ action: 'CreateUser' }, fault);
    const sent = iam().send(new CreateUserCommand({ UserName: 'a' }), { abortSignal: AbortSignal.timeout(300) });
    expect(await failure(sent)).toBe('AbortError');
    expect(await lab.users()).toEqual(applied ? ['a'] : []);
    expect(lab.wire.calls[0]?.endedAt).toBeUndefined();
  });

  test('strike the calls they are meant for, as often as told, and the SDK retries', async () => {
    lab.wire.inject({ action: 'GetUser', skip: 1, times: 2, match: ({ params }) => params['UserName'] === 'a' }, 'throttle');
    await iam().send(new CreateUserCommand({ UserName: 'a' }));
    await iam(5).send(new GetUserCommand({ UserName: 'a' }));
    await failure(iam().send(new GetUserCommand({ UserName: 'b' })));
    await iam(5).send(new GetUserCommand({ UserName: 'a' }));
    expect(lab.wire.calls.map(({ status }) => status)).toEqual([200, 200, 404, 400, 400, 200]);
  });
});

describe('hooks', () => {
  test('run before and after a call is applied, and the caller waits for them', async () => {
    const seen: unknown[] = [];
    lab.wire.before('CreateUser', async () => seen.push('before', await lab.users()));
    lab.wire.after('CreateUser', async () => {
      await pause(50);
      seen.push('after', await lab.users());
    });
    lab.wire.afterEvery(({ action, applied }) => seen.push(`${action} ${applied}`));
    await iam().send(new CreateUserCommand({ UserName: 'a' }));
    seen.push('answered');
    await failure(iam().send(new GetUserCommand({ UserName: 'b' })));
    expect(seen).toEqual(['before', [], 'after', ['a'], 'CreateUser true', 'answered', 'GetUser false']);
  });
});

describe('keys', () => {
  test('tell who they are, and unknown or badly signing ones are refused', async () => {
    const keys = await userWithKey();
    const me = await stsAs(keys).send(new GetCallerIdentityCommand({}));
    expect(me).toMatchObject({ Account: lab.accountId, Arn: `arn:aws:iam::${lab.accountId}:user/ci/fresh` });
    expect(await whoAmI({ ...keys, accessKeyId: 'AKIAUNKNOWN' })).toBe('InvalidClientTokenId');
    expect(await whoAmI({ ...keys, secretAccessKey: 'wrong' })).toBe('SignatureDoesNotMatch');
    expect(await whoAmI({ ...keys, sessionToken: 'too-many' })).toBe('InvalidClientTokenId');
  });

  test('a body changed on its way is refused', async () => {
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

  test('begin to work late, flapping in between', async () => {
    Object.assign(lab.wire, { keyActivationMs: 400, flapping: true });
    const keys = await userWithKey();
    const early = [await whoAmI(keys), await whoAmI(keys), await whoAmI(keys), await whoAmI(keys)];
    expect(early).toEqual(['InvalidClientTokenId', 'none', 'InvalidClientTokenId', 'none']);
    await pause(420);
    expect(await Promise.all([whoAmI(keys), whoAmI(keys), whoAmI(keys)])).toEqual(['none', 'none', 'none']);
  });

  test('work on for a while once deleted, and still say who they were', async () => {
    lab.wire.keyDeactivationMs = 300;
    const keys = await userWithKey();
    await iam().send(new DeleteAccessKeyCommand({ UserName: 'fresh', AccessKeyId: keys.accessKeyId }));
    const me = await stsAs(keys).send(new GetCallerIdentityCommand({}));
    expect(me.Arn).toBe(`arn:aws:iam::${lab.accountId}:user/ci/fresh`);
    await pause(320);
    expect(await whoAmI(keys)).toBe('InvalidClientTokenId');
  });

  test('switched off, or deleted behind the wire, they stop', async () => {
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
    const response = await fetch(`${lab.oidc.requestUrl}&audience=sts.amazonaws.com`, { headers: { authorization: `bearer ${lab.oidc.requestToken}` } });
    const { value } = (await response.json()) as { value: string };
    const role = { RoleArn: `arn:aws:iam::${lab.accountId}:role/deployer`, RoleSessionName: 'run-1', WebIdentityToken: value };
    const { Credentials } = await stsAs({ accessKeyId: '', secretAccessKey: '' }).send(new AssumeRoleWithWebIdentityCommand(role));
    const keys = { accessKeyId: Credentials?.AccessKeyId ?? '', secretAccessKey: Credentials?.SecretAccessKey ?? '', sessionToken: Credentials?.SessionToken ?? '' };
    const me = await stsAs(keys).send(new GetCallerIdentityCommand({}));
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

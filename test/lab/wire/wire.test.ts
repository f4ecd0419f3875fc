import { setTimeout as pause } from 'node:timers/promises';
import { CreateUserCommand, GetUserCommand, type IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { describe, expect, test } from '@jest/globals';
import { useLab } from '../../support/use-lab.ts';
import { failure, iamThrough } from './clients.ts';
import type { Fault } from './wire.ts';

const lab = useLab();

function iam(maxAttempts = 1): IAMClient {
  return iamThrough(lab.wire, lab.administrator, maxAttempts);
}

describe('the log', () => {
  test('has action, caller, parameters and result of each call', async () => {
    await iam().send(new CreateUserCommand({ UserName: 'a', Path: '/ci/' }));
    await failure(iam().send(new GetUserCommand({ UserName: 'missing' })));
    expect(lab.wire.actions()).toEqual(['CreateUser', 'GetUser']);
    expect(lab.wire.calls).toMatchObject([
      {
        id: 1,
        service: 'iam',
        params: { UserName: 'a', Path: '/ci/' },
        accessKeyId: lab.administrator.accessKeyId,
        region: 'us-east-1',
        status: 200,
        applied: true,
        errorCode: undefined,
      },
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

  test('handles 50 requests at once, each delayed by the latency', async () => {
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
    const sent = iam().send(new CreateUserCommand({ UserName: 'a' }), { abortSignal: AbortSignal.timeout(1_000) });
    expect(await failure(sent)).toBe('AbortError');
    expect(await lab.users()).toEqual(applied ? ['a'] : []);
    expect(lab.wire.calls[0]?.endedAt).toBeUndefined();
  });

  test('apply to the calls of their target, as often as given, and the SDK retries', async () => {
    lab.wire.inject(
      { action: 'GetUser', skip: 1, times: 2, match: ({ params }) => params.UserName === 'a' },
      'throttle',
    );
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

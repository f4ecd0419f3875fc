// What stands between a job and AWS: other answers, broken answers, and a wrong clock.
import { CreateUserCommand, GetUserCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, test } from '@jest/globals';
import type { MetadataBearer, MiddlewareStack } from '@smithy/types';
import { moveEnd } from '../../support/scenarios/leases.ts';
import { callerOf } from '../../support/scenarios/scenario.ts';
import { useLab } from '../../support/use-lab.ts';
import { failure, iamThrough, secretsThrough, stsThrough } from './clients.ts';
import type { Fault } from './wire.ts';

const lab = useLab();

const BODY = 'Action=CreateUser&UserName=a&Version=2010-05-08';

/** Sends CreateUser without a client that would interpret the answer. The fault comes before any check of the signature. */
function createUser(): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return fetch(lab.wire.url, { method: 'POST', headers, body: BODY, redirect: 'manual' });
}

type Noted = { readonly middlewareStack: Pick<MiddlewareStack<object, MetadataBearer>, 'add'> };

describe('an answer of AWS’s', () => {
  /** Notes content type and request id of each answer, as the client gets them. */
  function noteHeaders({ middlewareStack }: Noted) {
    const seen: (string | undefined)[][] = [];
    middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        const { headers } = result.response as { headers: Record<string, string> };
        seen.push([headers['content-type'], headers['x-amzn-requestid']]);
        return result;
      },
      { step: 'deserialize', priority: 'low' },
    );
    return seen;
  }
  const id = expect.stringMatching(/^[\w-]{30,}$/);

  test('is XML with a request id from IAM', async () => {
    const client = iamThrough(lab.wire, lab.administrator);
    const seen = noteHeaders(client as Noted);
    await client.send(new ListUsersCommand({}));
    expect(seen).toEqual([[expect.stringMatching(/xml/), id]]);
  });

  test('is JSON with a request id from Secrets Manager', async () => {
    const client = secretsThrough(lab.wire, lab.administrator);
    const input = { Name: 'a', SecretString: 'of some length' };
    const seen = noteHeaders(client as Noted);
    await client.send(new CreateSecretCommand(input));
    expect(seen).toEqual([['application/x-amz-json-1.1', id]]);
  });
});

describe('an answer that is not AWS’s', () => {
  test.each<[fault: Fault, status: number, type: string | null, body: RegExp]>([
    ['portal', 200, 'text/html; charset=utf-8', /^<!doctype html>/],
    ['empty', 200, null, /^$/],
    ['redirect', 302, 'text/html; charset=utf-8', /^<!doctype html>/],
    ['blocked', 403, 'text/html; charset=utf-8', /^<!doctype html>/],
    ['bad-gateway', 502, 'text/html; charset=utf-8', /^<!doctype html>/],
    ['429', 429, null, /^$/],
    ['408', 408, null, /^$/],
  ])('%s has status %i, and the call is not applied; the next one is', async (fault, status, type, body) => {
    lab.wire.inject({ action: 'CreateUser' }, fault);
    const answer = await createUser();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
    expect(answer.headers.get('x-amzn-requestid')).toBeNull();
    expect(await answer.text()).toMatch(body);
    expect(lab.wire.calls).toMatchObject([{ status, applied: false }]);
    await iamThrough(lab.wire, lab.administrator).send(new CreateUserCommand({ UserName: 'a' }));
    expect(await lab.users()).toEqual(['a']);
  });

  test('portal-after is that of portal, but the call is applied', async () => {
    lab.wire.inject({ action: 'CreateUser' }, 'portal-after');
    await failure(iamThrough(lab.wire, lab.administrator).send(new CreateUserCommand({ UserName: 'a' })));
    expect(lab.wire.calls).toMatchObject([{ status: 200, applied: true }]);
    expect(await lab.users()).toEqual(['a']);
  });
});

describe('an answer that is AWS’s, but not whole', () => {
  const one = () => iamThrough(lab.wire, lab.administrator);

  test('cut: the call is applied, and the connection ends in the middle of the body', async () => {
    lab.wire.inject({ action: 'CreateUser' }, 'cut');
    expect(await failure(one().send(new CreateUserCommand({ UserName: 'a' })))).toBe('Error');
    expect(await lab.users()).toEqual(['a']);
    expect(lab.wire.calls).toMatchObject([{ applied: true, status: undefined }]);
  });

  test('drip: the call is applied, and the body does not come for seconds', async () => {
    lab.wire.inject({ action: 'CreateUser' }, 'drip');
    const sent = one().send(new CreateUserCommand({ UserName: 'a' }), { abortSignal: AbortSignal.timeout(1_000) });
    expect(await Promise.race([failure(sent), new Promise((resolve) => setTimeout(resolve, 2_000, 'waits'))])).toMatch(
      /^(waits|AbortError|Error|TimeoutError)$/,
    );
    expect(await lab.users()).toEqual(['a']);
    expect(lab.wire.calls).toMatchObject([{ applied: true, status: undefined }]);
  });
});

describe('a clock of AWS’s that is 3 h ahead', () => {
  const SKEW_MS = 3 * 3_600_000;
  const near = (time: Date | undefined, expected: number) =>
    expect(Math.abs((time?.getTime() ?? 0) - expected)).toBeLessThan(60_000);
  const listUsers = () => failure(iamThrough(lab.wire, lab.administrator).send(new ListUsersCommand({})));

  test('dates its answers, and refuses signatures of another time', async () => {
    lab.wire.skewMs = SKEW_MS;
    const answer = await createUser();
    near(new Date(answer.headers.get('date') ?? ''), Date.now() + SKEW_MS);
    expect(await listUsers()).toBe('SignatureDoesNotMatch');
    lab.wire.skewMs = 60_000;
    expect(await listUsers()).toBe('none');
  });

  test('is met by a client that signs for it, and by one that learns it and tries again', async () => {
    lab.wire.skewMs = SKEW_MS;
    const { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY } = lab.administrator;
    expect(await callerOf(lab, { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY })).toMatch(/:user\/administrator$/);
    expect(await failure(iamThrough(lab.wire, lab.administrator, 3).send(new ListUsersCommand({})))).toBe('none');
  });

  test('ends sessions by that time', async () => {
    lab.wire.skewMs = SKEW_MS;
    const sts = stsThrough(lab.wire, lab.administrator);
    sts.config.systemClockOffset = SKEW_MS;
    const RoleArn = `arn:aws:iam::${lab.accountId}:role/deployer`;
    const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'run-1' }));
    near(Credentials?.Expiration, Date.now() + SKEW_MS + 3_600_000);
    const session = {
      AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? '',
      AWS_SESSION_TOKEN: Credentials?.SessionToken ?? '',
    };
    expect(await callerOf(lab, session)).toMatch(/:assumed-role\/deployer\//);
    lab.wire.skewMs += 3_600_000;
    expect(await callerOf(lab, session)).toBe('ExpiredToken');
  });

  test('is forgotten with the faults', async () => {
    lab.wire.skewMs = SKEW_MS;
    lab.wire.clear();
    await expect(stsThrough(lab.wire, lab.administrator).send(new GetCallerIdentityCommand({}))).resolves.toMatchObject(
      { Account: lab.accountId },
    );
  });

  test('is that of the scenarios’ leases', async () => {
    lab.wire.skewMs = SKEW_MS;
    await lab.iam.send(new CreateUserCommand({ UserName: 'a' }));
    await moveEnd(lab, 'a', 60);
    const { User } = await lab.iam.send(new GetUserCommand({ UserName: 'a' }));
    near(new Date(User?.Tags?.[0]?.Value ?? ''), Date.now() + SKEW_MS + 60_000);
  });
});

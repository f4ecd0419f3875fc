import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateUserCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import { CreateSecretCommand, ListSecretsCommand } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ClientContext } from '../../../src/aws/calls.ts';
import { iamClient, secretsManagerClient, stsClient } from '../../../src/aws/clients.ts';
import { systemClock } from '../../../src/waiting/clock.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { AWS_HEADERS, jsonAnswer, refusal, xmlAnswer } from '../../support/fakes/sts.ts';
import { fakeClock, fakeWaiting, lifetimeOf } from '../../support/fakes/time.ts';

const KEYS = { accessKeyId: 'AKIABASE', secretAccessKey: 'base-secret', sessionToken: 'base-token' };
const HOUR = 3_600_000;
const NOW = Date.now;
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  Date.now = NOW;
  for (const server of open.splice(0)) await server.close();
});

/** `undefined`: the connection is cut. Without a body: the action’s success. Answers carry no `Date` but where one is named here. */
type Said = { status: number; body?: string | Buffer; headers?: Record<string, string> };
type Answer = Said | undefined;

const ok = (headers: Record<string, string> = {}): Answer => ({ status: 200, headers });

const ARN = 'arn:aws:iam::111122223333:user/gha-user';
const CREDENTIALS =
  '<Credentials><AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>own</SecretAccessKey><SessionToken>own</SessionToken><Expiration>2026-11-21T13:00:00Z</Expiration></Credentials>';
const ASSUMED = `${CREDENTIALS}<AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/r/s</Arn></AssumedRoleUser>`;
/** The successes of the actions that are called here. */
const SUCCESSES: Record<string, Said> = {
  GetCallerIdentity: xmlAnswer('GetCallerIdentity', `<Arn>${ARN}</Arn><Account>111122223333</Account>`),
  AssumeRole: xmlAnswer('AssumeRole', ASSUMED),
  AssumeRoleWithWebIdentity: xmlAnswer('AssumeRoleWithWebIdentity', ASSUMED),
  ListUsers: xmlAnswer('ListUsers', '<Users/><IsTruncated>false</IsTruncated>'),
  CreateUser: xmlAnswer('CreateUser', `<User><Arn>${ARN}</Arn></User>`),
  ListSecrets: jsonAnswer({ SecretList: [] }),
  CreateSecret: jsonAnswer({ ARN: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:x', VersionId: 'v' }),
};
/** Says `Date` as AWS would whose clock is so far ahead of this machine's. */
const dated = (answer: Answer, aheadMs: number): Answer =>
  answer && { ...answer, headers: { ...answer.headers, date: new Date(NOW() + aheadMs).toUTCString() } };

async function setUp(answer: (nth: number) => Answer, about: Partial<ClientContext> = {}) {
  let nth = 0;
  const server = createServer((request, response) => {
    const said = answer(++nth);
    const sent: Buffer[] = [];
    response.sendDate = false;
    if (said === undefined) request.socket.destroy();
    else {
      request.on('data', (chunk: Buffer) => sent.push(chunk));
      request.on('end', () => {
        const target = String(request.headers['x-amz-target'] ?? '').split('.')[1];
        const action = target ?? new URLSearchParams(String(Buffer.concat(sent))).get('Action') ?? '';
        const { headers, body } = SUCCESSES[action] ?? { headers: AWS_HEADERS };
        response.writeHead(said.status, { ...headers, ...said.headers }).end(said.body ?? body);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const all: string[] = [];
  const context: ClientContext = {
    ...fakeWaiting(),
    connection: {
      region: 'eu-central-1',
      stsEndpoint: url,
      iamEndpoint: url,
      secretsManagerEndpoint: url,
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
      maxAttempts: 3,
    },
    debug: (line) => all.push(line),
    ...about,
  };
  /** Of calls: the lines that do not tell of connections. */
  const lines = () => all.filter((line) => line.startsWith('AWS '));
  return { context, lines, all, count: () => nth };
}

describe('the debug line of a call', () => {
  it('tells service, action, status, attempts, AWS’s request id and milliseconds', async () => {
    const clock = fakeClock();
    const answer = () => {
      clock.advance(120.4);
      return ok({ 'x-amzn-requestid': 'r-2' });
    };
    const { context, lines } = await setUp(answer, { clock });
    const sts = await stsClient(context, KEYS);
    await sts.send(new GetCallerIdentityCommand({}));
    expect(lines()).toEqual(['AWS STS GetCallerIdentity: 200, 1 attempt, request r-2, 120 ms']);
  });

  it('is one for each call of every client, in their order', async () => {
    const { context, lines } = await setUp(() => ok());
    const [iam, secretsManager] = [await iamClient(context, KEYS), await secretsManagerClient(context, KEYS)];
    await iam.send(new ListUsersCommand({}));
    await secretsManager.send(new ListSecretsCommand({}));
    await iam.send(new ListUsersCommand({}));
    expect(lines()).toEqual([
      'AWS IAM ListUsers: 200, 1 attempt, request r-1, 0 ms',
      'AWS SecretsManager ListSecrets: 200, 1 attempt, request r-1, 0 ms',
      'AWS IAM ListUsers: 200, 1 attempt, request r-1, 0 ms',
    ]);
  });

  it('of one that fails has AWS’s code, without its sentence', async () => {
    const { context, lines } = await setUp(() => refusal('AccessDeniedException', { message: 'User x may not' }));
    const sts = await stsClient(context, KEYS);
    expect(await rejection(sts.send(new GetCallerIdentityCommand({})))).toMatchObject({
      name: 'AccessDeniedException',
      message: 'User x may not',
    });
    expect(lines()).toEqual(['AWS STS GetCallerIdentity: AccessDenied (403), 1 attempt, request r-1, 0 ms']);
  });

  it('of one that was tried again is still one, and tells how often', async () => {
    const { context, lines, count } = await setUp((nth) =>
      nth < 3 ? refusal('InternalFailure', { status: 500 }) : ok(),
    );
    const sts = await stsClient(context, KEYS);
    await sts.send(new GetCallerIdentityCommand({}));
    expect(count()).toBe(3);
    expect(lines()).toEqual(['AWS STS GetCallerIdentity: 200, 3 attempts, request r-1, 150 ms']);
  });

  it('of one that failed at every try tells how often', async () => {
    const { context, lines } = await setUp(() => refusal('InternalFailure', { status: 500 }));
    const sts = await stsClient(context, KEYS);
    await rejection(sts.send(new GetCallerIdentityCommand({})));
    expect(lines()).toEqual(['AWS STS GetCallerIdentity: InternalFailure (500), 3 attempts, request r-1, 150 ms']);
  });

  it('of one that had no answer has no status', async () => {
    const { context, lines } = await setUp(() => undefined);
    const sts = await stsClient(context, KEYS);
    await rejection(sts.send(new GetCallerIdentityCommand({})));
    expect(lines()).toEqual(['AWS STS GetCallerIdentity: NetworkFault, 3 attempts, 150 ms']);
  });

  it('is not written for a call that the lifetime’s end does not let begin', async () => {
    const { context, all } = await setUp(() => ok());
    const lifetime = lifetimeOf(AbortSignal.abort(new Error('ended')));
    const sts = await stsClient({ ...context, lifetime }, KEYS);
    await rejection(sts.send(new GetCallerIdentityCommand({})));
    expect(all).toEqual([]);
  });
});

describe('no debug line', () => {
  const ROLE = 'arn:aws:iam::123456789012:role/manager';
  const SESSION = { RoleArn: ROLE, RoleSessionName: 'gha-repo-1-1' };
  const parameters = [
    ...['123456789012', 'manager', 'gha-repo-1-1', 'e-1', 's3cret', 'e30.e30', 'gha-user', 'app/name'],
    ...Object.values(KEYS),
  ];

  it.each<[string, Answer]>([
    ['is answered', ok()],
    ['is refused, with words that repeat it', refusal('ValidationError', { message: parameters.join(' ') })],
    ['has no answer', undefined],
  ])('has a parameter or a credential of a call that %s', async (_, answer) => {
    const { context, all, lines } = await setUp(() => answer);
    const once = { ...context, connection: { ...context.connection, maxAttempts: 1 } };
    const sts = await stsClient(once, KEYS);
    const iam = await iamClient(once, KEYS);
    const secretsManager = await secretsManagerClient(once, KEYS);
    await Promise.allSettled([
      sts.send(new AssumeRoleCommand({ ...SESSION, ExternalId: 'e-1', Policy: '{"s3cret":1}' })),
      sts.send(new AssumeRoleWithWebIdentityCommand({ ...SESSION, WebIdentityToken: 'e30.e30.s3cret' })),
      iam.send(new CreateUserCommand({ UserName: 'gha-user', Path: '/gha/' })),
      secretsManager.send(new CreateSecretCommand({ Name: 'app/name', SecretString: 's3cret' })),
    ]);
    expect(lines()).toHaveLength(4);
    for (const parameter of parameters) expect(all.join('\n')).not.toContain(parameter);
  });
});

describe('the clock', () => {
  const near = (expected: number, actual: number) => expect(Math.abs(actual - expected)).toBeLessThan(2_000);

  it.each([
    ['STS', async (context: ClientContext) => (await stsClient(context, KEYS)).send(new GetCallerIdentityCommand({}))],
    ['IAM', async (context: ClientContext) => (await iamClient(context, KEYS)).send(new ListUsersCommand({}))],
    [
      'Secrets Manager',
      async (context: ClientContext) => (await secretsManagerClient(context, KEYS)).send(new ListSecretsCommand({})),
    ],
  ])('learns AWS’s time from the first answer of %s, on a machine ahead and on one behind', async (_, call) => {
    for (const ahead of [3 * HOUR, 30_000, -3 * HOUR]) {
      const clock = systemClock();
      const { context } = await setUp(() => dated(ok(), ahead), { clock });
      expect(clock.offsetMs()).toBe(0);
      await call(context);
      near(ahead, clock.offsetMs());
      near(NOW() + ahead, clock.now());
    }
  });

  it('learns it from an answer that is a refusal', async () => {
    const clock = systemClock();
    const { context } = await setUp(() => dated(refusal('AccessDenied'), HOUR), { clock });
    await rejection((await stsClient(context, KEYS)).send(new GetCallerIdentityCommand({})));
    near(HOUR, clock.offsetMs());
  });

  it('learns it from no later answer, whichever client’s', async () => {
    const clock = systemClock();
    const { context } = await setUp((nth) => dated(ok(), nth * HOUR), { clock });
    const sts = await stsClient(context, KEYS);
    await sts.send(new GetCallerIdentityCommand({}));
    const offset = clock.offsetMs();
    near(HOUR, offset);
    await sts.send(new GetCallerIdentityCommand({}));
    await (await iamClient(context, KEYS)).send(new ListUsersCommand({}));
    expect(clock.offsetMs()).toBe(offset);
  });

  it('learns it from the first try of a call that is tried again', async () => {
    const clock = systemClock();
    const { context, count } = await setUp(
      (nth) => (nth === 1 ? dated(refusal('InternalFailure', { status: 500 }), HOUR) : dated(ok(), 2 * HOUR)),
      { clock },
    );
    await (await stsClient(context, KEYS)).send(new GetCallerIdentityCommand({}));
    expect(count()).toBe(2);
    near(HOUR, clock.offsetMs());
  });

  it.each([
    ['no Date', undefined],
    ['a Date that is none', 'yesterday'],
  ])('learns nothing from an answer with %s, and may still learn from the next', async (_, date) => {
    const clock = systemClock();
    const first = ok(date === undefined ? {} : { date });
    const { context } = await setUp((nth) => (nth === 1 ? first : dated(ok(), HOUR)), { clock });
    const sts = await stsClient(context, KEYS);
    await sts.send(new GetCallerIdentityCommand({}));
    expect(clock.offsetMs()).toBe(0);
    await sts.send(new GetCallerIdentityCommand({}));
    near(HOUR, clock.offsetMs());
  });

  it('learns nothing where no answer came', async () => {
    const clock = systemClock();
    const { context } = await setUp(() => undefined, { clock });
    await rejection((await stsClient(context, KEYS, { retries: false })).send(new GetCallerIdentityCommand({})));
    expect(clock.offsetMs()).toBe(0);
  });

  it('is right as it is where Date differs by no more than its whole seconds and an answer’s way', async () => {
    // This machine stands still, so that the differences are exact.
    const now = Date.parse('2026-11-21T12:00:00Z');
    Date.now = () => now;
    for (const [ahead, offset] of [
      [0, 0],
      [1_000, 0],
      [-1_000, 0],
      [2_000, 2_000],
      [-2_000, -2_000],
      [3 * HOUR, 3 * HOUR],
    ] as const) {
      const clock = systemClock();
      const date = new Date(now + ahead).toUTCString();
      const { context } = await setUp(() => ok({ date }), { clock });
      await (await stsClient(context, KEYS)).send(new GetCallerIdentityCommand({}));
      expect(clock.offsetMs()).toBe(offset);
      expect(clock.now()).toBe(now + offset);
    }
  });
});

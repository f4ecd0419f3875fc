import { ListUsersCommand } from '@aws-sdk/client-iam';
import { ListSecretsCommand } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ClientContext, Connection } from '../../../src/aws/calls.ts';
import { callerIdentityProbe, iamClient, secretsManagerClient, stsClient } from '../../../src/aws/clients.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { jsonAnswer, refusal, type StsAnswer, type StsCall, stsServer } from '../../support/fakes/sts.ts';
import { ENDLESS, fakeWaiting, lifetimeOf } from '../../support/fakes/time.ts';

const KEYS = { accessKeyId: 'AKIABASE', secretAccessKey: 'base-secret' };
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function setUp(answer?: (call: StsCall, nth: number) => StsAnswer) {
  const server = await stsServer(answer);
  open.push(server);
  const connection: Connection = {
    region: 'us-gov-east-1',
    stsEndpoint: server.url,
    iamEndpoint: server.url,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    maxAttempts: 2,
  };
  const context: ClientContext = { ...fakeWaiting(), connection, debug: () => undefined };
  return { ...server, context };
}

describe('an STS client', () => {
  it('signs with the credentials it was given, for the job’s region', async () => {
    const { context, calls } = await setUp();
    const sts = await stsClient(context, KEYS);
    expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe('111122223333');
    expect(calls).toMatchObject([{ action: 'GetCallerIdentity', signer: 'AKIABASE', region: 'us-gov-east-1' }]);
  });

  it('tries as often as it was told', async () => {
    const { context, calls } = await setUp(() => refusal('InternalFailure', { status: 500 }));
    const sts = await stsClient(context, KEYS);
    const error = await rejection(sts.send(new GetCallerIdentityCommand({})));
    expect(error).toMatchObject({ $metadata: { attempts: 2 } });
    expect(calls).toHaveLength(2);
  });

  it('tries once where the caller makes its own attempts', async () => {
    const { context, calls } = await setUp(() => refusal('InternalFailure', { status: 500 }));
    const sts = await stsClient(context, KEYS, { retries: false });
    await rejection(sts.send(new GetCallerIdentityCommand({})));
    expect(calls).toHaveLength(1);
  });

  it('has no credentials where it was given none, and can still make a call that needs none', async () => {
    const { context, calls } = await setUp();
    const sts = await stsClient(context, undefined);
    const assume = { RoleArn: 'arn:aws:iam::123456789012:role/a', RoleSessionName: 's', WebIdentityToken: 'jwt' };
    await sts.send(new AssumeRoleWithWebIdentityCommand(assume));
    expect(calls).toMatchObject([{ action: 'AssumeRoleWithWebIdentity', signer: '' }]);
  });

  it('is not led elsewhere by endpoints, profiles or keys in the environment', async () => {
    const { context, calls } = await setUp();
    const before = { ...process.env };
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:1',
      AWS_ACCESS_KEY_ID: 'AKIAOTHER',
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_REGION: 'eu-west-1',
    });
    try {
      await (await stsClient(context, KEYS)).send(new GetCallerIdentityCommand({}));
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
    }
    expect(calls).toMatchObject([{ signer: 'AKIABASE', region: 'us-gov-east-1' }]);
  });

  it('starts no call once its lifetime has softly ended', async () => {
    const { context, calls } = await setUp();
    const soft = new AbortController();
    const reason = new Error('stopped');
    const sts = await stsClient({ ...context, lifetime: { soft: soft.signal, hard: ENDLESS.hard } }, KEYS);
    soft.abort(reason);
    expect(await rejection(sts.send(new GetCallerIdentityCommand({})))).toBe(reason);
    expect(calls).toEqual([]);
  });

  it('lets a call under way end when its lifetime softly ends, and cuts it when it ends hard', async () => {
    const soft = new AbortController();
    const hard = new AbortController();
    const { context } = await setUp((_, nth) => {
      if (nth === 1) soft.abort(new Error('soft'));
      return 'default';
    });
    const sts = await stsClient({ ...context, lifetime: { soft: soft.signal, hard: hard.signal } }, KEYS);
    expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe('111122223333');
    const other = await stsClient({ ...context, lifetime: { soft: ENDLESS.soft, hard: hard.signal } }, KEYS);
    hard.abort(new Error('hard'));
    expect(await rejection(other.send(new GetCallerIdentityCommand({})))).toMatchObject({ message: 'hard' });
  });
});

describe('an IAM client', () => {
  it('with an endpoint of its own signs for the partition’s IAM region', async () => {
    const { context, calls } = await setUp();
    const iam = await iamClient(context, KEYS);
    await rejection(iam.send(new ListUsersCommand({})));
    expect(calls).toMatchObject([{ action: 'ListUsers', signer: 'AKIABASE', region: 'us-gov-west-1' }]);
  });

  it('leaves throttling to a caller that slows down by itself', async () => {
    const { context, calls } = await setUp(() => refusal('Throttling', { status: 400 }));
    const iam = await iamClient(context, KEYS, { throttledByCaller: true });
    expect(await rejection(iam.send(new ListUsersCommand({})))).toMatchObject({ name: 'Throttling' });
    expect(calls).toHaveLength(1);
  });

  it('waits throttling out otherwise, with more attempts than faults are given', async () => {
    const { context, calls } = await setUp(() => refusal('Throttling', { status: 400 }));
    const iam = await iamClient(context, KEYS);
    const error = await rejection(iam.send(new ListUsersCommand({})));
    expect(error).toMatchObject({ name: 'Throttling', $metadata: { attempts: calls.length } });
    expect(calls.length).toBeGreaterThan(context.connection.maxAttempts);
  });

  it('gets credentials anew where it was given the way to them', async () => {
    const { context, calls } = await setUp();
    let asked = 0;
    // Of a moment ago: the SDK asks again for credentials that have ended.
    const credentials = async () => ({ ...KEYS, accessKeyId: `AKIA${++asked}`, expiration: new Date(Date.now() - 1) });
    const iam = await iamClient(context, credentials);
    await rejection(iam.send(new ListUsersCommand({})));
    await rejection(iam.send(new ListUsersCommand({})));
    const [first, second] = calls.map(({ signer }) => signer);
    expect(first).not.toBe(second);
  });

  it('without an endpoint of its own leaves it to the SDK', async () => {
    const { context } = await setUp();
    const { stsEndpoint: _, iamEndpoint: __, ...connection } = context.connection;
    const bare = { ...context, connection, lifetime: lifetimeOf(AbortSignal.abort(new Error('not to be sent'))) };
    const iam = await iamClient(bare, KEYS);
    expect(await rejection(iam.send(new ListUsersCommand({})))).toMatchObject({ message: 'not to be sent' });
    const sts = await stsClient(bare, undefined);
    expect(await rejection(sts.send(new GetCallerIdentityCommand({})))).toMatchObject({ message: 'not to be sent' });
    const probe = await callerIdentityProbe(bare, KEYS);
    expect(await rejection(probe())).toMatchObject({ message: 'not to be sent' });
  });
});

describe('a Secrets Manager client', () => {
  it('signs with the credentials it was given, for the job’s region, at the endpoint it was given', async () => {
    const { context, calls, url } = await setUp(() => jsonAnswer({ SecretList: [] }));
    const connection = { ...context.connection, secretsManagerEndpoint: url };
    const secretsManager = await secretsManagerClient({ ...context, connection }, KEYS);
    expect((await secretsManager.send(new ListSecretsCommand({}))).SecretList).toEqual([]);
    expect(calls).toMatchObject([{ signer: 'AKIABASE', region: 'us-gov-east-1' }]);
  });

  it('without an endpoint of its own leaves it to the SDK, and starts no call once its lifetime has ended', async () => {
    const { context, calls } = await setUp();
    const lifetime = lifetimeOf(AbortSignal.abort(new Error('not to be sent')));
    const secretsManager = await secretsManagerClient({ ...context, lifetime }, KEYS);
    expect(await rejection(secretsManager.send(new ListSecretsCommand({})))).toMatchObject({
      message: 'not to be sent',
    });
    expect(calls).toEqual([]);
  });
});

describe('the probe of a key', () => {
  it('asks who the key is, each time on a connection of its own', async () => {
    const { context, calls } = await setUp();
    const probe = await callerIdentityProbe(context, KEYS);
    expect(await Promise.all([probe(), probe(), probe(), probe(), probe()])).toEqual(
      Array.from({ length: 5 }, () => 'arn:aws:iam::111122223333:user/robot'),
    );
    await probe();
    expect(new Set(calls.map((call) => call.connection)).size).toBe(6);
  });

  it('tries only once', async () => {
    const { context, calls } = await setUp(() => refusal('InternalFailure', { status: 500 }));
    const probe = await callerIdentityProbe(context, KEYS);
    await rejection(probe());
    expect(calls).toHaveLength(1);
  });

  it('answers with AWS’s code for an unknown key', async () => {
    const { context } = await setUp(() => refusal('InvalidClientTokenId'));
    const probe = await callerIdentityProbe(context, KEYS);
    expect(await rejection(probe())).toMatchObject({ name: 'InvalidClientTokenId' });
  });
});

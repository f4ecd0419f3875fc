import { ListUsersCommand } from '@aws-sdk/client-iam';
import { ListSecretsCommand } from '@aws-sdk/client-secrets-manager';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  type Connection,
  callerIdentityProbe,
  iamClient,
  lifetimeFor,
  secretsManagerClient,
  stsClient,
} from '../../../src/aws/clients.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { refusal, type StsAnswer, type StsCall, stsServer } from '../../support/fakes/sts.ts';
import { ENDLESS } from '../../support/fakes/time.ts';

const HOUR = 3_600_000;
const KEYS = { accessKeyId: 'AKIABASE', secretAccessKey: 'base-secret' };
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function setUp(answer?: (call: StsCall, nth: number) => StsAnswer, about: Partial<Connection> = {}) {
  const server = await stsServer(answer);
  open.push(server);
  const connection: Connection = {
    region: 'us-gov-east-1',
    stsEndpoint: server.url,
    iamEndpoint: server.url,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    maxAttempts: 2,
    ...about,
  };
  return { ...server, connection };
}

describe('an STS client', () => {
  it('signs with the credentials it was given, for the job’s region', async () => {
    const { connection, calls } = await setUp();
    const sts = await stsClient(connection, KEYS, ENDLESS);
    expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe('111122223333');
    expect(calls).toMatchObject([{ action: 'GetCallerIdentity', signer: 'AKIABASE', region: 'us-gov-east-1' }]);
  });

  it('tries as often as it was told', async () => {
    const { connection, calls } = await setUp(() => refusal('InternalFailure', { status: 500 }));
    const sts = await stsClient(connection, KEYS, ENDLESS);
    const error = await rejection(sts.send(new GetCallerIdentityCommand({})));
    expect(error).toMatchObject({ $metadata: { attempts: 2 } });
    expect(calls).toHaveLength(2);
  });

  it('is not led elsewhere by endpoints, profiles or keys in the environment', async () => {
    const { connection, calls } = await setUp();
    const before = { ...process.env };
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:1',
      AWS_ACCESS_KEY_ID: 'AKIAOTHER',
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_REGION: 'eu-west-1',
    });
    try {
      await (await stsClient(connection, KEYS, ENDLESS)).send(new GetCallerIdentityCommand({}));
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
    }
    expect(calls).toMatchObject([{ signer: 'AKIABASE', region: 'us-gov-east-1' }]);
  });

  it('starts no call once its lifetime has softly ended', async () => {
    const { connection, calls } = await setUp();
    const soft = new AbortController();
    const reason = new Error('stopped');
    const sts = await stsClient(connection, KEYS, { soft: soft.signal, hard: ENDLESS.hard });
    soft.abort(reason);
    expect(await rejection(sts.send(new GetCallerIdentityCommand({})))).toBe(reason);
    expect(calls).toEqual([]);
  });

  it('lets a call under way end when its lifetime softly ends, and cuts it when it ends hard', async () => {
    const soft = new AbortController();
    const hard = new AbortController();
    const { connection } = await setUp((_, nth) => {
      if (nth === 1) soft.abort(new Error('soft'));
      return 'default';
    });
    const sts = await stsClient(connection, KEYS, { soft: soft.signal, hard: hard.signal });
    expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe('111122223333');
    const other = await stsClient(connection, KEYS, { soft: ENDLESS.soft, hard: hard.signal });
    hard.abort(new Error('hard'));
    expect(await rejection(other.send(new GetCallerIdentityCommand({})))).toMatchObject({ message: 'hard' });
  });
});

describe('an IAM client', () => {
  it('with an endpoint of its own signs for the partition’s IAM region', async () => {
    const { connection, calls } = await setUp();
    const iam = await iamClient(connection, KEYS, ENDLESS);
    await rejection(iam.send(new ListUsersCommand({})));
    expect(calls).toMatchObject([{ action: 'ListUsers', signer: 'AKIABASE', region: 'us-gov-west-1' }]);
  });

  it('without an endpoint of its own leaves it to the SDK', async () => {
    const { stsEndpoint: _, iamEndpoint: __, ...bare } = (await setUp()).connection;
    const soft = AbortSignal.abort(new Error('not to be sent'));
    const iam = await iamClient(bare, KEYS, { soft, hard: soft });
    expect(await rejection(iam.send(new ListUsersCommand({})))).toMatchObject({ message: 'not to be sent' });
    const sts = await stsClient(bare, undefined, { soft, hard: soft });
    expect(await rejection(sts.send(new GetCallerIdentityCommand({})))).toMatchObject({ message: 'not to be sent' });
    const probe = await callerIdentityProbe(bare, KEYS, { soft, hard: soft });
    expect(await rejection(probe())).toMatchObject({ message: 'not to be sent' });
  });
});

describe('the clock of AWS', () => {
  afterEach(() => {
    Date.now = NOW;
  });
  const NOW = Date.now;

  it.each([
    [0, 0],
    [50_000, 0],
    [-50_000, 0],
    [3 * HOUR, -3 * HOUR],
    [-3 * HOUR, 3 * HOUR],
  ])('is heeded by an IAM client on a machine that is %i ms ahead: it is off by some %i ms', async (ahead, offset) => {
    const { connection } = await setUp();
    const iam = await iamClient(connection, KEYS, ENDLESS);
    expect(iam.clockOffsetMs()).toBe(0);
    Date.now = () => NOW() + ahead;
    await rejection(iam.send(new ListUsersCommand({})));
    const off = iam.clockOffsetMs();
    // A second more or less where it counts at all; exactly nothing where it does not.
    expect(offset === 0 ? off : Math.round(off / 5_000) * 5_000).toBe(offset);
  });
});

describe('a Secrets Manager client', () => {
  it('signs with the credentials it was given, for the job’s region, at the endpoint it was given', async () => {
    const { connection, calls, url } = await setUp();
    const secretsManager = await secretsManagerClient({ ...connection, secretsManagerEndpoint: url }, KEYS, ENDLESS);
    await rejection(secretsManager.send(new ListSecretsCommand({})));
    expect(calls).toMatchObject([{ signer: 'AKIABASE', region: 'us-gov-east-1' }]);
  });

  it('without an endpoint of its own leaves it to the SDK, and starts no call once its lifetime has ended', async () => {
    const { connection, calls } = await setUp();
    const soft = AbortSignal.abort(new Error('not to be sent'));
    const secretsManager = await secretsManagerClient(connection, KEYS, { soft, hard: soft });
    expect(await rejection(secretsManager.send(new ListSecretsCommand({})))).toMatchObject({
      message: 'not to be sent',
    });
    expect(calls).toEqual([]);
  });
});

describe('the probe of a key', () => {
  it('asks who the key is, each time on a connection of its own', async () => {
    const { connection, calls } = await setUp();
    const probe = await callerIdentityProbe(connection, KEYS, ENDLESS);
    expect(await Promise.all([probe(), probe(), probe(), probe(), probe()])).toEqual(
      Array.from({ length: 5 }, () => 'arn:aws:iam::111122223333:user/robot'),
    );
    await probe();
    expect(new Set(calls.map((call) => call.connection)).size).toBe(6);
  });

  it('tries only once', async () => {
    const { connection, calls } = await setUp(() => refusal('InternalFailure', { status: 500 }));
    const probe = await callerIdentityProbe(connection, KEYS, ENDLESS);
    await rejection(probe());
    expect(calls).toHaveLength(1);
  });

  it('answers with AWS’s code for an unknown key', async () => {
    const { connection } = await setUp(() => refusal('InvalidClientTokenId'));
    const probe = await callerIdentityProbe(connection, KEYS, ENDLESS);
    expect(await rejection(probe())).toMatchObject({ name: 'InvalidClientTokenId' });
  });
});

describe('a lifetime', () => {
  it('of some milliseconds ends softly and hard at once', async () => {
    const { soft, hard } = lifetimeFor(5);
    await new Promise((resolve) => soft.addEventListener('abort', resolve));
    expect(hard.aborted).toBe(true);
  });

  it('without end does not end', () => {
    expect([ENDLESS.soft.aborted, ENDLESS.hard.aborted]).toEqual([false, false]);
  });
});

import type { Filter, ListSecretsCommandInput } from '@aws-sdk/client-secrets-manager';
import {
  BatchGetSecretValueCommand,
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { useLab } from '../../support/use-lab.ts';
import { failure, refusal, secretsThrough } from '../wire/clients.ts';

const lab = useLab();
let client: SecretsManagerClient;
beforeEach(() => {
  client = secretsThrough(lab.wire, lab.administrator);
});

const create = (Name: string, tags: Record<string, string> = {}, Description?: string) => {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return client.send(new CreateSecretCommand({ Name, SecretString: `value of ${Name}`, Tags, Description }));
};
const list = async (input: ListSecretsCommandInput = {}) =>
  (await client.send(new ListSecretsCommand(input))).SecretList ?? [];
const names = async (...Filters: Filter[]) => (await list({ Filters })).map(({ Name }) => Name);

describe('BatchGetSecretValue', () => {
  const batch = (...SecretIdList: string[]) => client.send(new BatchGetSecretValueCommand({ SecretIdList }));

  test('answers for each secret: a value or an error, and succeeds', async () => {
    const one = await create('one');
    const two = await create('two');
    await create('deleted');
    await create('denied');
    await client.send(new DeleteSecretCommand({ SecretId: 'deleted' }));
    lab.wire.secrets.deny('GetSecretValue', 'denied');
    const { SecretValues = [], Errors = [] } = await batch('one', two.ARN ?? '', 'missing', 'deleted', 'denied');
    const value = { VersionStages: ['AWSCURRENT'], CreatedDate: expect.any(Date) };
    expect(SecretValues).toEqual([
      { ...value, ARN: one.ARN, Name: 'one', VersionId: one.VersionId, SecretString: 'value of one' },
      { ...value, ARN: two.ARN, Name: 'two', VersionId: two.VersionId, SecretString: 'value of two' },
    ]);
    expect(Errors.map(({ SecretId, ErrorCode }) => [SecretId, ErrorCode])).toEqual([
      ['missing', 'ResourceNotFoundException'],
      ['deleted', 'InvalidRequestException'],
      ['denied', 'AccessDeniedException'],
    ]);
    expect(Errors[1]?.Message).toBe(
      "You can't perform this operation on the secret because it was marked for deletion.",
    );
    expect(Errors[2]?.Message).toContain('secretsmanager:GetSecretValue');
    expect(lab.wire.calls.at(-1)).toMatchObject({ action: 'BatchGetSecretValue', status: 200 });
  });

  test('takes 20 ids, or filters, and not both', async () => {
    await create('one');
    await create('two');
    const many = (length: number) => failure(batch(...Array.from({ length }, (_, n) => `n${n}`)));
    expect([await many(20), await many(21), await many(0)]).toEqual([
      'none',
      'ValidationException',
      'ValidationException',
    ]);
    const Filters: Filter[] = [{ Key: 'name', Values: ['t'] }];
    const both = new BatchGetSecretValueCommand({ Filters, SecretIdList: ['one'] });
    expect(await failure(client.send(both))).toBe('InvalidParameterException');
    const nome = [{ Key: 'nome' as 'name', Values: ['a'] }];
    const unknown = new BatchGetSecretValueCommand({ Filters: nome });
    expect(await failure(client.send(unknown))).toBe('ValidationException');
    const byFilter = await client.send(new BatchGetSecretValueCommand({ Filters }));
    expect(byFilter.SecretValues?.map(({ SecretString }) => SecretString)).toEqual(['value of two']);
  });
});

describe('a denial', () => {
  const get = (SecretId: string) => refusal(client.send(new GetSecretValueCommand({ SecretId })));

  test('concerns one action on one secret, by name and by ARN, in IAM’s words', async () => {
    const arn = (await create('a')).ARN ?? '';
    await create('b');
    lab.wire.secrets.deny('GetSecretValue', 'a');
    const user = 'User: arn:aws:iam::123456789012:user/administrator is not authorized to perform';
    const reason = 'because no identity-based policy allows the secretsmanager:GetSecretValue action';
    const refused = `AccessDeniedException: ${user}: secretsmanager:GetSecretValue on resource: ${arn} ${reason}`;
    expect([await get('a'), await get(arn)]).toEqual([refused, refused]);
    expect(lab.wire.calls.at(-1)?.status).toBe(400);
    expect(await get('b')).toBe('none');
    expect(await failure(client.send(new DescribeSecretCommand({ SecretId: 'a' })))).toBe('none');
    lab.wire.clear();
    expect(await get('a')).toBe('none');
  });

  test('of everything concerns also calls without a secret, and secrets that are not there', async () => {
    lab.wire.secrets.deny('ListSecrets', '*');
    lab.wire.secrets.deny('BatchGetSecretValue', '*');
    lab.wire.secrets.deny('GetSecretValue', '*');
    expect(await refusal(list())).toBe(
      'AccessDeniedException: User: arn:aws:iam::123456789012:user/administrator is not authorized to perform: secretsmanager:ListSecrets because no identity-based policy allows the secretsmanager:ListSecrets action',
    );
    const batch = new BatchGetSecretValueCommand({ SecretIdList: ['a'] });
    expect(await failure(client.send(batch))).toBe('AccessDeniedException');
    expect(await get('missing')).toContain('on resource: missing because');
  });

  test('of tagging concerns a creation with tags', async () => {
    lab.wire.secrets.deny('TagResource', 'a');
    expect(await refusal(create('a', { k: 'v' }))).toContain('secretsmanager:TagResource on resource: a');
    expect(await lab.secrets()).toEqual({});
    expect(await failure(create('a'))).toBe('none');
  });
});

describe('secrets of others', () => {
  test('a rotating one says so, until it is deleted', async () => {
    await create('a');
    const rotates = async () =>
      (await client.send(new DescribeSecretCommand({ SecretId: 'a' }))).RotationEnabled ?? false;
    expect(await rotates()).toBe(false);
    await lab.wire.secrets.makeRotating('a');
    expect(await rotates()).toBe(true);
    expect((await lab.secrets()).a?.rotationEnabled).toBe(true);
    await client.send(new DeleteSecretCommand({ SecretId: 'a', ForceDeleteWithoutRecovery: true }));
    await create('a');
    expect(await rotates()).toBe(false);
  });

  test('a managed one names its service, and can be read, not written', async () => {
    await create('a');
    await lab.wire.secrets.makeManaged('a', 'rds');
    expect((await client.send(new DescribeSecretCommand({ SecretId: 'a' }))).OwningService).toBe('rds');
    expect((await list())[0]?.OwningService).toBe('rds');
    expect(await names({ Key: 'owning-service', Values: ['rds'] })).toEqual(['a']);
    const before = await lab.secrets();
    expect(before.a?.owningService).toBe('rds');
    for (const write of [
      client.send(new PutSecretValueCommand({ SecretId: 'a', SecretString: 'x' })),
      client.send(new UpdateSecretCommand({ SecretId: 'a', Description: 'x' })),
      client.send(new DeleteSecretCommand({ SecretId: 'a' })),
    ])
      expect(await failure(write)).toBe('InvalidRequestException');
    expect(await lab.secrets()).toEqual(before);
    expect(await failure(client.send(new GetSecretValueCommand({ SecretId: 'a' })))).toBe('none');
  });

  test('preparing a missing secret throws', async () => {
    await expect(lab.wire.secrets.makeRotating('none')).rejects.toThrow('no secret none');
    await expect(lab.wire.secrets.makeManaged('none', 'rds')).rejects.toThrow('no secret none');
    expect(await lab.wire.secrets.createdVersions('none')).toEqual([]);
  });
});

test('the administrator’s client does not go through the wire, and the laboratory sees both', async () => {
  await lab.secretsManager.send(new CreateSecretCommand({ Name: 'a', SecretString: 'x', Description: 'd' }));
  lab.wire.secrets.deny('GetSecretValue', '*');
  expect(lab.wire.actions()).toEqual([]);
  expect(await lab.secrets()).toEqual({
    a: {
      arn: expect.stringMatching(/^arn:aws:secretsmanager:eu-central-1:123456789012:secret:a-\w{6}$/),
      value: 'x',
      tags: {},
      description: 'd',
      kmsKeyId: undefined,
      versionId: expect.any(String),
      versionIds: [expect.any(String)],
      deleted: false,
      deletedDate: undefined,
      rotationEnabled: false,
      owningService: undefined,
      primaryRegion: undefined,
      replicas: {},
    },
  });
  expect((await list()).map(({ Name }) => Name)).toEqual(['a']);
  expect(await lab.secrets('us-east-1')).toEqual({});
});

test('an unknown key is refused with the error of the JSON services', async () => {
  const stranger = secretsThrough(lab.wire, { accessKeyId: 'AKIAAAAAAAAAAAAAAAAA', secretAccessKey: 'x' });
  expect(await failure(stranger.send(new ListSecretsCommand({})))).toBe('UnrecognizedClientException');
});

import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { useLab } from '../../support/use-lab.ts';
import { failure, refusal, secretsThrough } from '../wire/clients.ts';

const lab = useLab();
let client: SecretsManagerClient;
let arn: string;
beforeEach(async () => {
  client = secretsThrough(lab.wire, lab.administrator);
  arn = (await create('one', A)).ARN ?? '';
});

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(32)) as [string, string, string, string];
const create = (SecretString: string, ClientRequestToken: string) =>
  client.send(new CreateSecretCommand({ Name: 's', SecretString, ClientRequestToken }));
const put = (SecretString: string, ClientRequestToken?: string) =>
  client.send(new PutSecretValueCommand({ SecretId: 's', SecretString, ClientRequestToken }));
const update = (SecretString: string, ClientRequestToken: string) =>
  client.send(new UpdateSecretCommand({ SecretId: 's', SecretString, ClientRequestToken }));
const current = () => client.send(new GetSecretValueCommand({ SecretId: 's' }));
const inUse = (token: string) =>
  `ResourceExistsException: You can't use ClientRequestToken ${token} because that value is already in use for a version of secret ${arn}.`;

describe('the ClientRequestToken', () => {
  test('is the id of the version it makes', async () => {
    expect((await current()).VersionId).toBe(A);
    expect(await put('two', B)).toMatchObject({ VersionId: B, VersionStages: ['AWSCURRENT'] });
    expect(await update('three', C)).toMatchObject({ VersionId: C });
    expect(await lab.wire.secrets.createdVersions('s')).toEqual([A, B, C]);
    expect(await current()).toMatchObject({ VersionId: C, SecretString: 'three' });
  });

  test('CreateSecret again: same token and value succeed, another token does not, another value neither', async () => {
    expect(await create('one', A)).toMatchObject({ ARN: arn, VersionId: A });
    expect(await refusal(create('one', B))).toBe(
      'ResourceExistsException: The operation failed because the secret s already exists.',
    );
    expect(await refusal(create('two', A))).toBe(inUse(A));
    expect(await lab.wire.secrets.createdVersions('s')).toEqual([A]);
  });

  test('CreateSecret again after a change is answered with the version it made', async () => {
    await put('two', B);
    expect((await create('one', A)).VersionId).toBe(A);
    expect(await current()).toMatchObject({ VersionId: B, SecretString: 'two' });
  });

  test.each([
    ['PutSecretValue', put],
    ['UpdateSecret', update],
  ])('%s again: same token and value make no second version, another value is refused', async (_name, write) => {
    await write('two', B);
    expect((await write('two', B)).VersionId).toBe(B);
    expect(await refusal(write('three', B))).toBe(inUse(B));
    expect(await refusal(write('two', A))).toBe(inUse(A));
    expect(await lab.wire.secrets.createdVersions('s')).toEqual([A, B]);
    expect((await write('two', C)).VersionId).toBe(C);
    expect(await lab.wire.secrets.createdVersions('s')).toEqual([A, B, C]);
  });

  test('PutSecretValue with an old version’s token and value succeeds and does nothing', async () => {
    await put('two', B);
    expect(await put('one', A)).toMatchObject({ VersionId: A, VersionStages: ['AWSPREVIOUS'] });
    expect(await current()).toMatchObject({ VersionId: B, SecretString: 'two' });
    expect((await lab.secrets()).s).toMatchObject({ value: 'two', versionId: B, versionIds: [A, B] });
  });

  test('UpdateSecret with an old version’s token and value does nothing either, and answers with the old version', async () => {
    await put('two', B);
    expect((await update('one', A)).VersionId).toBe(A);
    expect(await current()).toMatchObject({ VersionId: B, SecretString: 'two' });
  });

  test('counts for versions that have lost their last label too', async () => {
    await put('two', B);
    await put('three', C);
    const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId: 's' }));
    expect(VersionIdsToStages).toEqual({ [B]: ['AWSPREVIOUS'], [C]: ['AWSCURRENT'] });
    expect(await put('one', A)).toMatchObject({ VersionId: A, VersionStages: [] });
    expect(await refusal(put('other', A))).toBe(inUse(A));
    expect(await refusal(update('other', A))).toBe(inUse(A));
    expect((await lab.secrets()).s).toMatchObject({ value: 'three', versionIds: [A, B, C] });
  });

  test('is ignored by an UpdateSecret without a value, which makes no version', async () => {
    const command = { SecretId: 's', Description: 'd', KmsKeyId: 'alias/x', ClientRequestToken: A };
    expect((await client.send(new UpdateSecretCommand(command))).VersionId).toBeUndefined();
    expect((await lab.secrets()).s).toMatchObject({ description: 'd', kmsKeyId: 'alias/x', versionIds: [A] });
  });

  test('survives a lost answer: the SDK’s second try makes no second version', async () => {
    lab.wire.inject({ action: 'PutSecretValue' }, 'answer-lost');
    const persistent = secretsThrough(lab.wire, lab.administrator, { maxAttempts: 3 });
    await persistent.send(new PutSecretValueCommand({ SecretId: 's', SecretString: 'two' }));
    expect(lab.wire.actions().filter((action) => action === 'PutSecretValue')).toHaveLength(2);
    expect(await lab.wire.secrets.createdVersions('s')).toHaveLength(2);
  });
});

test('of two writers with one token and two values, by name and by ARN at once, one wins', async () => {
  const write = (SecretId: string, SecretString: string) =>
    failure(client.send(new PutSecretValueCommand({ SecretId, SecretString, ClientRequestToken: D })));
  const writers = Array.from({ length: 10 }, (_, n) => write(n % 2 === 0 ? 's' : arn, `value ${n}`));
  const results = await Promise.all(writers);
  expect(results.filter((result) => result === 'none')).toHaveLength(1);
  expect(results.filter((result) => result === 'ResourceExistsException')).toHaveLength(9);
  expect(await lab.wire.secrets.createdVersions('s')).toEqual([A, D]);
});

test('versions without a label are listed on demand only', async () => {
  await put('two', B);
  await put('three', C);
  const ids = async (IncludeDeprecated: boolean) => {
    const answer = await client.send(new ListSecretVersionIdsCommand({ SecretId: 's', IncludeDeprecated }));
    expect(answer.ARN).toBe(arn);
    return answer.Versions?.map(({ VersionId }) => VersionId);
  };
  expect(await ids(false)).toEqual([B, C]);
  expect(await ids(true)).toEqual([A, B, C]);
});

test('a missing version is answered with AWS’s text', async () => {
  const get = (input: { VersionId?: string; VersionStage?: string }) =>
    refusal(client.send(new GetSecretValueCommand({ SecretId: 's', ...input })));
  const missing = "ResourceNotFoundException: Secrets Manager can't find the specified secret value for";
  expect(await get({ VersionStage: 'AWSPREVIOUS' })).toBe(`${missing} staging label: AWSPREVIOUS`);
  expect(await get({ VersionId: B })).toBe(`${missing} VersionId: ${B}`);
  expect(await get({ VersionId: A, VersionStage: 'AWSPREVIOUS' })).toBe(
    'InvalidRequestException: You provided a VersionStage that is not associated to the provided VersionId.',
  );
  expect(lab.wire.calls.at(-1)?.status).toBe(400);
  await client.send(new CreateSecretCommand({ Name: 'empty' }));
  expect(await refusal(client.send(new GetSecretValueCommand({ SecretId: 'empty' })))).toBe(
    `${missing} staging label: AWSCURRENT`,
  );
  expect((await lab.secrets()).empty).toMatchObject({ value: undefined, versionId: undefined, versionIds: [] });
});

test('the default key is not shown, another one is, and changing it makes no version', async () => {
  const key = async () => (await client.send(new DescribeSecretCommand({ SecretId: 's' }))).KmsKeyId;
  const change = (KmsKeyId: string) => client.send(new UpdateSecretCommand({ SecretId: 's', KmsKeyId }));
  expect(await key()).toBeUndefined();
  await change('arn:aws:kms:eu-central-1:123456789012:key/one');
  expect(await key()).toBe('arn:aws:kms:eu-central-1:123456789012:key/one');
  await change('alias/aws/secretsmanager');
  expect(await key()).toBeUndefined();
  expect(await lab.wire.secrets.createdVersions('s')).toEqual([A]);
});

test('a description can be emptied and filled again', async () => {
  const describeAs = async (Description: string) => {
    await client.send(new UpdateSecretCommand({ SecretId: 's', Description }));
    const seen = (await client.send(new DescribeSecretCommand({ SecretId: 's' }))).Description;
    return [seen, (await lab.secrets()).s?.description];
  };
  expect(await describeAs('old')).toEqual(['old', 'old']);
  expect(await describeAs('')).toEqual([undefined, undefined]);
  expect(await describeAs('new')).toEqual(['new', 'new']);
});

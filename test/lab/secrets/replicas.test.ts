import type { CreateSecretCommandInput, ReplicaRegionType } from '@aws-sdk/client-secrets-manager';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
  RemoveRegionsFromReplicationCommand,
  ReplicateSecretToRegionsCommand,
  type SecretsManagerClient,
  TagResourceCommand,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { beforeEach, expect, test } from '@jest/globals';
import { useLab } from '../../support/use-lab.ts';
import { failure, refusal, secretsThrough } from '../wire/clients.ts';

const READ_ONLY =
  "InvalidParameterException: Operation not permitted on a replica secret. Call must be made in primary secret's region.";

const lab = useLab();
let client: SecretsManagerClient;
let abroad: SecretsManagerClient;
beforeEach(() => {
  client = secretsThrough(lab.wire, lab.administrator);
  abroad = secretsThrough(lab.wire, lab.administrator, { region: 'us-east-1' });
});

const create = (input: Partial<CreateSecretCommandInput> = {}) =>
  client.send(new CreateSecretCommand({ Name: 'a', SecretString: 'x', ...input }));
const replicate = (...AddReplicaRegions: ReplicaRegionType[]) =>
  client.send(new ReplicateSecretToRegionsCommand({ SecretId: 'a', AddReplicaRegions }));
const status = async () =>
  (await client.send(new DescribeSecretCommand({ SecretId: 'a' }))).ReplicationStatus?.map(
    ({ Region, Status, StatusMessage, KmsKeyId }) => [Region, Status, StatusMessage, KmsKeyId],
  );
const DEFAULT_KEY = 'alias/aws/secretsmanager';
const DONE = 'Replication succeeded';

test.each([
  ['CreateSecret', (AddReplicaRegions: ReplicaRegionType[]) => create({ AddReplicaRegions })],
  ['ReplicateSecretToRegions', (regions: ReplicaRegionType[]) => create().then(() => replicate(...regions))],
])('%s: replicas are on their way for a while, and then in sync or failed', async (_name, ask) => {
  lab.wire.secrets.replicationMs = 60_000;
  lab.wire.secrets.replicaFailures = { 'eu-west-1': 'Access to the KMS key is denied' };
  const answer = await ask([{ Region: 'us-east-1' }, { Region: 'eu-west-1', KmsKeyId: 'alias/x' }]);
  expect(answer.ReplicationStatus?.map(({ Status }) => Status)).toEqual(['InProgress', 'InProgress']);
  expect(await status()).toEqual([
    ['us-east-1', 'InProgress', undefined, DEFAULT_KEY],
    ['eu-west-1', 'InProgress', undefined, 'alias/x'],
  ]);
  expect(await failure(abroad.send(new GetSecretValueCommand({ SecretId: 'a' })))).toBe('ResourceNotFoundException');
  expect((await abroad.send(new ListSecretsCommand({}))).SecretList).toEqual([]);
  lab.wire.secrets.replicationMs = 0;
  expect(await status()).toEqual([
    ['us-east-1', 'InSync', DONE, DEFAULT_KEY],
    ['eu-west-1', 'Failed', 'Access to the KMS key is denied', 'alias/x'],
  ]);
  expect((await lab.secrets()).a).toMatchObject({
    primaryRegion: 'eu-central-1',
    replicas: { 'us-east-1': 'InSync', 'eu-west-1': 'Failed' },
  });
  expect((await abroad.send(new GetSecretValueCommand({ SecretId: 'a' }))).SecretString).toBe('x');
  expect(await lab.secrets('eu-west-1')).toEqual({});
});

test('a region that has a secret of this name fails, and keeps it', async () => {
  await abroad.send(new CreateSecretCommand({ Name: 'a', SecretString: 'theirs' }));
  await create({ AddReplicaRegions: [{ Region: 'us-east-1' }] });
  expect(await status()).toEqual([
    ['us-east-1', 'Failed', 'Secret with this name already exists in this region', DEFAULT_KEY],
  ]);
  expect((await lab.secrets('us-east-1')).a).toMatchObject({ value: 'theirs', primaryRegion: undefined });
  await abroad.send(new DeleteSecretCommand({ SecretId: 'a', ForceDeleteWithoutRecovery: true }));
  await replicate({ Region: 'us-east-1' });
  expect(await status()).toEqual([['us-east-1', 'InSync', DONE, DEFAULT_KEY]]);
  expect((await lab.secrets('us-east-1')).a).toMatchObject({ value: 'x', primaryRegion: 'eu-central-1' });
  await client.send(new RemoveRegionsFromReplicationCommand({ SecretId: 'a', RemoveReplicaRegions: ['us-east-1'] }));
  expect(await status()).toBeUndefined();
});

test('a replica that failed can be asked for again, one that did not cannot, nor the secret’s own region', async () => {
  lab.wire.secrets.replicaFailures = { 'us-east-1': 'no' };
  await create({ AddReplicaRegions: [{ Region: 'us-east-1' }] });
  lab.wire.secrets.replicaFailures = {};
  await replicate({ Region: 'us-east-1' });
  expect(await status()).toEqual([['us-east-1', 'InSync', DONE, DEFAULT_KEY]]);
  expect(await failure(replicate({ Region: 'us-east-1' }))).toBe('InvalidParameterException');
  expect(await failure(replicate({ Region: 'eu-central-1' }))).toBe('InvalidParameterException');
  expect(await status()).toHaveLength(1);
});

test('a repeated CreateSecret does not start the replication again', async () => {
  const same = { ClientRequestToken: 't'.repeat(32), AddReplicaRegions: [{ Region: 'us-east-1' }] };
  await create(same);
  lab.wire.secrets.replicaFailures = { 'us-east-1': 'no' };
  expect((await create(same)).ReplicationStatus?.map(({ Status }) => Status)).toEqual(['InSync']);
  expect(await lab.wire.secrets.createdVersions('a')).toHaveLength(1);
});

test('a replica can be read, not written, and its name not be created', async () => {
  const arn = (await create({ AddReplicaRegions: [{ Region: 'us-east-1' }] })).ARN ?? '';
  const SecretId = arn.replace('eu-central-1', 'us-east-1');
  expect(await abroad.send(new DescribeSecretCommand({ SecretId }))).toMatchObject({
    ARN: SecretId,
    PrimaryRegion: 'eu-central-1',
  });
  for (const write of [
    abroad.send(new PutSecretValueCommand({ SecretId, SecretString: 'y' })),
    abroad.send(new UpdateSecretCommand({ SecretId: 'a', SecretString: 'y' })),
    abroad.send(new UpdateSecretCommand({ SecretId, Description: 'y' })),
    abroad.send(new TagResourceCommand({ SecretId, Tags: [{ Key: 'k', Value: 'v' }] })),
    abroad.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true })),
  ])
    expect(await refusal(write)).toBe(READ_ONLY);
  const again = abroad.send(new CreateSecretCommand({ Name: 'a', SecretString: 'y' }));
  expect(await failure(again)).toBe('ResourceExistsException');
  await client.send(new PutSecretValueCommand({ SecretId: 'a', SecretString: 'z' }));
  expect((await abroad.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('z');
});

test('a primary is not deleted as long as it has replicas, failed ones too', async () => {
  lab.wire.secrets.replicaFailures = { 'eu-west-1': 'no' };
  const arn = (await create({ AddReplicaRegions: [{ Region: 'us-east-1' }, { Region: 'eu-west-1' }] })).ARN ?? '';
  const remove = (ForceDeleteWithoutRecovery: boolean) =>
    refusal(client.send(new DeleteSecretCommand({ SecretId: arn, ForceDeleteWithoutRecovery })));
  const take = (region: string) =>
    client.send(new RemoveRegionsFromReplicationCommand({ SecretId: 'a', RemoveReplicaRegions: [region] }));
  const refused = (regions: string) =>
    `InvalidParameterException: You can't delete secret ${arn} that still has replica regions [${regions}].`;
  expect([await remove(false), await remove(true)]).toEqual([
    refused('us-east-1, eu-west-1'),
    refused('us-east-1, eu-west-1'),
  ]);
  expect((await take('us-east-1')).ReplicationStatus?.map(({ Region }) => Region)).toEqual(['eu-west-1']);
  expect(await lab.secrets('us-east-1')).toEqual({});
  expect(await remove(false)).toBe(refused('eu-west-1'));
  await take('eu-west-1');
  expect((await lab.secrets()).a).toMatchObject({ replicas: {}, primaryRegion: undefined });
  expect(await remove(false)).toBe('none');
});

test('a denial of replication concerns a creation with replicas', async () => {
  lab.wire.secrets.deny('ReplicateSecretToRegions', 'a');
  const refused = 'secretsmanager:ReplicateSecretToRegions on resource: a';
  expect(await refusal(create({ AddReplicaRegions: [{ Region: 'us-east-1' }] }))).toContain(refused);
  expect(await failure(create())).toBe('none');
});

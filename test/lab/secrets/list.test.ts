import type { Filter, ListSecretsCommandInput } from '@aws-sdk/client-secrets-manager';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  ListSecretsCommand,
  RestoreSecretCommand,
  type SecretsManagerClient,
  TagResourceCommand,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { useLab } from '../../support/use-lab.ts';
import { failure, secretsThrough } from '../wire/clients.ts';

const lab = useLab();
let client: SecretsManagerClient;
beforeEach(() => {
  client = secretsThrough(lab.wire, lab.administrator);
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const create = (Name: string, tags: Record<string, string> = {}, Description?: string) => {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return client.send(new CreateSecretCommand({ Name, SecretString: `value of ${Name}`, Tags, Description }));
};
const list = async (input: ListSecretsCommandInput = {}) =>
  (await client.send(new ListSecretsCommand(input))).SecretList ?? [];
const names = async (...Filters: Filter[]) => (await list({ Filters })).map(({ Name }) => Name);

describe('ListSecrets', () => {
  test('filters by prefix and case, ORs values, ANDs filters, and does not pair tag keys with values', async () => {
    await create('app/one', { owner: 'repo:123' });
    await create('app/two', { owner: 'repo:1234', team: 'blue' });
    await create('App/three', { ownership: 'x', team: 'repo:123' });
    await create('other', { Owner: 'repo:123' });
    const owner: Filter = { Key: 'tag-key', Values: ['owner'] };
    const repo: Filter = { Key: 'tag-value', Values: ['repo:123'] };
    expect(await names({ Key: 'name', Values: ['app/'] })).toEqual(['app/one', 'app/two']);
    expect(await names({ Key: 'name', Values: ['two'] })).toEqual([]);
    expect(await names({ Key: 'name', Values: ['app/o', 'other'] })).toEqual(['app/one', 'other']);
    expect(await names({ Key: 'name', Values: ['!app/'] })).toEqual(['App/three', 'other']);
    expect(await names(owner)).toEqual(['app/one', 'app/two', 'App/three']);
    expect(await names(owner, repo)).toEqual(['app/one', 'app/two', 'App/three']);
    expect(await names(owner, repo, { Key: 'name', Values: ['app'] })).toEqual(['app/one', 'app/two']);
    expect(await names({ Key: 'all', Values: ['BLUE'] })).toEqual(['app/two']);
  });

  test('gives pages of MaxResults, with and without filters', async () => {
    for (let n = 0; n < 7; n += 1) await create(`${n % 2 === 0 ? 'even' : 'odd'}-${n}`);
    const pages = async (input: ListSecretsCommandInput) => {
      const sizes: number[] = [];
      const found: (string | undefined)[] = [];
      let NextToken: string | undefined;
      do {
        const page = await client.send(new ListSecretsCommand({ ...input, NextToken }));
        sizes.push(page.SecretList?.length ?? 0);
        found.push(...(page.SecretList ?? []).map(({ Name }) => Name));
        NextToken = page.NextToken;
      } while (NextToken !== undefined);
      return { sizes, found: found.sort() };
    };
    const Filters: Filter[] = [{ Key: 'name', Values: ['even'] }];
    const even = ['even-0', 'even-2', 'even-4', 'even-6'];
    expect((await pages({})).sizes).toEqual([7]);
    expect(await pages({ MaxResults: 2, Filters })).toEqual({ sizes: [2, 2], found: even });
    expect(await pages({ MaxResults: 3, Filters })).toEqual({ sizes: [3, 1], found: even });
    lab.wire.secrets.listPage = 3;
    expect((await pages({ MaxResults: 100 })).sizes).toEqual([3, 3, 1]);
    const { NextToken } = await client.send(new ListSecretsCommand({}));
    expect(await failure(list({ NextToken, Filters }))).toBe('InvalidNextTokenException');
    expect(await failure(list({ NextToken: 'x' }))).toBe('InvalidNextTokenException');
  });

  test.each<[what: string, input: ListSecretsCommandInput]>([
    ['a page of 0', { MaxResults: 0 }],
    ['a page of 101', { MaxResults: 101 }],
    ['eleven filters', { Filters: Array.from({ length: 11 }, () => ({ Key: 'name', Values: ['a'] })) }],
    ['eleven values', { Filters: [{ Key: 'name', Values: Array.from({ length: 11 }, () => 'a') }] }],
    ['an unknown filter', { Filters: [{ Key: 'nome' as 'name', Values: ['a'] }] }],
  ])('refuses %s', async (_what, input) => {
    expect(await failure(list(input))).toBe('ValidationException');
  });

  test('shows an entry in full, and scheduled secrets on demand', async () => {
    const { ARN, VersionId = '' } = await create('a', { k: 'v' }, 'text');
    await client.send(new UpdateSecretCommand({ SecretId: 'a', KmsKeyId: 'alias/x' }));
    await lab.wire.secrets.makeRotating('a');
    expect(await list()).toEqual([
      {
        ARN,
        Name: 'a',
        Description: 'text',
        KmsKeyId: 'alias/x',
        RotationEnabled: true,
        Tags: [{ Key: 'k', Value: 'v' }],
        SecretVersionsToStages: { [VersionId]: ['AWSCURRENT'] },
        CreatedDate: expect.any(Date),
        LastChangedDate: expect.any(Date),
      },
    ]);
    await client.send(new DeleteSecretCommand({ SecretId: 'a' }));
    expect(await list()).toEqual([]);
    expect((await list({ IncludePlannedDeletion: true }))[0]?.DeletedDate).toBeInstanceOf(Date);
  });

  test('lags: it shows what was there then, DescribeSecret what is there now', async () => {
    const admin = lab.secretsManager;
    const listed = async () =>
      Object.fromEntries((await list({ IncludePlannedDeletion: true })).map((s) => [s.Name, s]));
    const Tags = [{ Key: 'k', Value: 'old' }];
    await admin.send(new CreateSecretCommand({ Name: 'changed', SecretString: 'x', Tags, Description: 'old' }));
    for (const Name of ['gone', 'restored']) await admin.send(new CreateSecretCommand({ Name, SecretString: 'x' }));
    await admin.send(new DeleteSecretCommand({ SecretId: 'restored' }));
    const settled = await listed();
    expect(Object.keys(settled).sort()).toEqual(['changed', 'gone', 'restored']);
    lab.wire.secrets.listLagMs = 60_000;
    await create('new');
    await client.send(new TagResourceCommand({ SecretId: 'new', Tags }));
    await client.send(new TagResourceCommand({ SecretId: 'changed', Tags: [{ Key: 'k', Value: 'new' }] }));
    await client.send(new UpdateSecretCommand({ SecretId: 'changed', Description: 'new' }));
    await client.send(new DeleteSecretCommand({ SecretId: 'gone', ForceDeleteWithoutRecovery: true }));
    await client.send(new RestoreSecretCommand({ SecretId: 'restored' }));
    expect(await listed()).toEqual(settled);
    expect(await names({ Key: 'tag-value', Values: ['old'] })).toEqual(['changed']);
    const now = await client.send(new DescribeSecretCommand({ SecretId: 'changed' }));
    expect(now).toMatchObject({ Description: 'new', Tags: [{ Key: 'k', Value: 'new' }] });
    lab.wire.secrets.listLagMs = 1;
    await pause(50);
    expect((await list()).map(({ Name }) => Name).sort()).toEqual(['changed', 'new', 'restored']);
    expect(await names({ Key: 'tag-value', Values: ['old'] })).toEqual(['new']);
  });
});

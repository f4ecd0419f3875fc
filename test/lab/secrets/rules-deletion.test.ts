import type { CreateSecretCommandInput, Tag } from '@aws-sdk/client-secrets-manager';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  type SecretsManagerClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { useLab } from '../../support/use-lab.ts';
import { failure, refusal, secretsThrough } from '../wire/clients.ts';

const MARKED =
  "InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion.";
const TAKEN =
  "InvalidRequestException: You can't create this secret because a secret with this name is already scheduled for deletion.";
const NOT_FOUND = "ResourceNotFoundException: Secrets Manager can't find the specified secret.";

const lab = useLab();
let client: SecretsManagerClient;
beforeEach(() => {
  client = secretsThrough(lab.wire, lab.administrator);
});

const create = (input: Partial<CreateSecretCommandInput> = {}) =>
  client.send(new CreateSecretCommand({ Name: 'a', SecretString: 'one', ...input }));
const put = (SecretString: string, ClientRequestToken: string) =>
  client.send(new PutSecretValueCommand({ SecretId: 'a', SecretString, ClientRequestToken }));
const token = (letter: string) => letter.repeat(32);
const tags = (count: number): Tag[] => Array.from({ length: count }, (_, n) => ({ Key: `k${n}`, Value: 'v' }));

const remove = (input: { RecoveryWindowInDays?: number; ForceDeleteWithoutRecovery?: boolean } = {}) =>
  client.send(new DeleteSecretCommand({ SecretId: 'a', ...input }));
const describeIt = () => client.send(new DescribeSecretCommand({ SecretId: 'a' }));

describe('a secret scheduled for deletion', () => {
  beforeEach(async () => {
    await create({ ClientRequestToken: token('a') });
    await remove({ RecoveryWindowInDays: 7 });
  });

  test.each<[what: string, call: () => Promise<unknown>, answer: string]>([
    ['is not created again', () => create({ ClientRequestToken: token('a') }), TAKEN],
    ['is not read', () => client.send(new GetSecretValueCommand({ SecretId: 'a' })), MARKED],
    ['gets no value', () => put('two', token('b')), MARKED],
    ['is not updated', () => client.send(new UpdateSecretCommand({ SecretId: 'a', Description: 'd' })), MARKED],
    ['is not tagged', () => client.send(new TagResourceCommand({ SecretId: 'a', Tags: tags(1) })), MARKED],
    ['is not untagged', () => client.send(new UntagResourceCommand({ SecretId: 'a', TagKeys: ['k'] })), MARKED],
    [
      'is not scheduled twice',
      () => remove(),
      "InvalidRequestException: You can't perform this operation on the secret because it was already scheduled for deletion.",
    ],
  ])('%s', async (_what, call, answer) => {
    const before = await lab.secrets();
    expect(await refusal(call())).toBe(answer);
    expect(await lab.secrets()).toEqual(before);
  });

  test('is described with the date of its end, is in the laboratory’s list, and can be restored as it was', async () => {
    const days = ((await describeIt()).DeletedDate?.getTime() ?? 0) - Date.now();
    expect(Math.round(days / 86_400_000)).toBe(7);
    expect((await lab.secrets()).a).toMatchObject({ deleted: true, value: undefined });
    await client.send(new RestoreSecretCommand({ SecretId: 'a' }));
    expect((await describeIt()).DeletedDate).toBeUndefined();
    expect((await lab.secrets()).a).toMatchObject({ deleted: false, value: 'one', versionIds: [token('a')] });
  });

  test('can still be deleted by force', async () => {
    await remove({ ForceDeleteWithoutRecovery: true });
    expect(await refusal(describeIt())).toBe(NOT_FOUND);
  });
});

describe('a deletion by force', () => {
  test('succeeds for a secret that is not there; one without force does not', async () => {
    expect((await remove({ ForceDeleteWithoutRecovery: true })).Name).toBe('a');
    expect(await refusal(remove())).toBe(NOT_FOUND);
  });

  test('takes its time: until then the name is taken and the secret is marked for deletion, for good', async () => {
    lab.wire.secrets.forceDeleteMs = 60_000;
    const { ARN } = await create();
    await remove({ ForceDeleteWithoutRecovery: true });
    expect(await refusal(create())).toBe(TAKEN);
    expect(await failure(client.send(new RestoreSecretCommand({ SecretId: 'a' })))).toBe('InvalidRequestException');
    expect((await describeIt()).DeletedDate).toBeInstanceOf(Date);
    expect((await lab.secrets()).a?.deleted).toBe(true);
    await remove({ ForceDeleteWithoutRecovery: true });
    lab.wire.secrets.forceDeleteMs = 0;
    expect(await lab.secrets()).toEqual({});
    expect(await refusal(describeIt())).toBe(NOT_FOUND);
    expect((await create()).ARN).not.toBe(ARN);
    expect(await refusal(describeIt())).toBe('none');
  });
});

describe('an id', () => {
  test('may be a name, an ARN, or an ARN without its ending unless that looks like an ending itself', async () => {
    const plain = (await create({ Name: 'plain' })).ARN ?? '';
    const tricky = (await create({ Name: 'client-secret' })).ARN ?? '';
    const get = (SecretId: string) => refusal(client.send(new DescribeSecretCommand({ SecretId })));
    expect([await get('plain'), await get(plain), await get(plain.slice(0, -7))]).toEqual(['none', 'none', 'none']);
    expect([await get('client-secret'), await get(tricky)]).toEqual(['none', 'none']);
    expect(await get(tricky.slice(0, -7))).toBe(NOT_FOUND);
    expect(await get(`${plain.slice(0, -6)}Abc123`)).toBe(NOT_FOUND);
  });
});

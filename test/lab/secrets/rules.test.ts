import type { CreateSecretCommandInput, DeleteSecretCommandInput, Tag } from '@aws-sdk/client-secrets-manager';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
  TagResourceCommand,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { useLab } from '../../support/use-lab.ts';
import { failure, refusal, secretsThrough } from '../wire/clients.ts';

const WINDOW = 'The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).';

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

describe('CreateSecret', () => {
  const valid = 'ValidationException';
  const parameter = 'InvalidParameterException';
  test.each<[what: string, error: string, input: Partial<CreateSecretCommandInput>]>([
    ['65,536 bytes', 'none', { SecretString: 'x'.repeat(65_536) }],
    ['65,537 bytes', valid, { SecretString: 'x'.repeat(65_537) }],
    ['32,769 characters of two bytes', valid, { SecretString: 'é'.repeat(32_769) }],
    ['32,768 characters of two bytes', 'none', { SecretString: 'é'.repeat(32_768) }],
    ['an empty value', valid, { SecretString: '' }],
    ['65,536 binary bytes', 'none', { SecretString: undefined, SecretBinary: new Uint8Array(65_536) }],
    ['65,537 binary bytes', valid, { SecretString: undefined, SecretBinary: new Uint8Array(65_537) }],
    ['an empty binary value', valid, { SecretString: undefined, SecretBinary: new Uint8Array() }],
    ['a value of either kind', parameter, { SecretBinary: new Uint8Array(1) }],
    ['every character a name may have', 'none', { Name: 'aZ09/_+=.@-' }],
    ['a name with a blank', valid, { Name: 'a b' }],
    ['a name with an exclamation mark', valid, { Name: 'a!b' }],
    ['a name with an umlaut', valid, { Name: 'ä' }],
    ['an empty name', valid, { Name: '' }],
    ['a name of 512 characters', 'none', { Name: 'n'.repeat(512) }],
    ['a name of 513 characters', valid, { Name: 'n'.repeat(513) }],
    ['a description of 2,048 characters', 'none', { Description: 'd'.repeat(2_048) }],
    ['a description of 2,049 characters', valid, { Description: 'd'.repeat(2_049) }],
    ['a token of 31 characters', parameter, { ClientRequestToken: 't'.repeat(31) }],
    ['a token of 32 characters', 'none', { ClientRequestToken: 't'.repeat(32) }],
    ['a token of 64 characters', 'none', { ClientRequestToken: 't'.repeat(64) }],
    ['a token of 65 characters', parameter, { ClientRequestToken: 't'.repeat(65) }],
    ['50 tags', 'none', { Tags: tags(50) }],
    ['51 tags', parameter, { Tags: tags(51) }],
    ['a tag of 128 and 256 characters', 'none', { Tags: [{ Key: 'k'.repeat(128), Value: 'v'.repeat(256) }] }],
    ['a tag key of 129 characters', valid, { Tags: [{ Key: 'k'.repeat(129), Value: '' }] }],
    ['an empty tag key', valid, { Tags: [{ Key: '', Value: '' }] }],
    ['an empty tag value', 'none', { Tags: [{ Key: 'k', Value: '' }] }],
    ['a tag value of 257 characters', valid, { Tags: [{ Key: 'k', Value: 'v'.repeat(257) }] }],
    ['a tag of AWS’s', parameter, { Tags: [{ Key: 'aws:k', Value: '' }] }],
    ['a tag key twice', parameter, { Tags: [...tags(1), ...tags(1)] }],
    [
      'keys that differ in case',
      'none',
      {
        Tags: [
          { Key: 'k', Value: '' },
          { Key: 'K', Value: '' },
        ],
      },
    ],
  ])('%s: %s', async (_what, error, input) => {
    expect(await failure(create(input))).toBe(error);
    expect(Object.keys(await lab.secrets())).toEqual(error === 'none' ? [input.Name ?? 'a'] : []);
  });

  test('says what is wrong with a name as AWS does, and never repeats a value', async () => {
    const text = 'Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!';
    expect(await refusal(create({ Name: 'a b' }))).toBe(`ValidationException: Invalid name. ${text}`);
    const value = await refusal(create({ SecretString: 'hunter2'.repeat(10_000) }));
    expect(value).toBe(
      "ValidationException: 1 validation error detected: Value at 'secretString' failed to satisfy constraint: Member must have length less than or equal to 65536",
    );
  });
});

/** Removes the token that the SDK adds to each request. */
function withoutTokens(): SecretsManagerClient {
  const bare = secretsThrough(lab.wire, lab.administrator);
  bare.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { body: Uint8Array | string; headers: Record<string, string> };
      const given = JSON.parse(new TextDecoder().decode(request.body as Uint8Array));
      delete given.ClientRequestToken;
      request.body = JSON.stringify(given);
      request.headers['content-length'] = String(Buffer.byteLength(request.body));
      return next(args);
    },
    { step: 'build', priority: 'low' },
  );
  return bare;
}

test.each([
  ['CreateSecret', new CreateSecretCommand({ Name: 'b', SecretString: 'x' })],
  ['PutSecretValue', new PutSecretValueCommand({ SecretId: 'a', SecretString: 'x' })],
  ['UpdateSecret', new UpdateSecretCommand({ SecretId: 'a', SecretString: 'x' })],
])('%s wants a token from callers without an SDK, and answers 400', async (_action, command) => {
  await create();
  const before = await lab.secrets();
  const text = 'You must provide a ClientRequestToken value. We recommend a UUID-type value.';
  expect(await refusal(withoutTokens().send(command as CreateSecretCommand))).toBe(`InvalidRequestException: ${text}`);
  expect(lab.wire.calls.at(-1)).toMatchObject({ status: 400, errorCode: 'InvalidRequestException', applied: false });
  expect(await lab.secrets()).toEqual(before);
});

describe('the limits of other calls', () => {
  beforeEach(() => create());

  test.each<[what: string, call: () => Promise<unknown>, error: string]>([
    ['PutSecretValue, empty', () => put('', token('b')), 'ValidationException'],
    ['PutSecretValue, 65,537 bytes', () => put('x'.repeat(65_537), token('b')), 'ValidationException'],
    ['PutSecretValue, short token', () => put('x', 'short'), 'InvalidParameterException'],
    [
      'UpdateSecret, empty',
      () => client.send(new UpdateSecretCommand({ SecretId: 'a', SecretString: '' })),
      'ValidationException',
    ],
    [
      'UpdateSecret, short token without a value',
      () => client.send(new UpdateSecretCommand({ SecretId: 'a', Description: 'd', ClientRequestToken: 'short' })),
      'InvalidParameterException',
    ],
    [
      'UpdateSecret, long description',
      () => client.send(new UpdateSecretCommand({ SecretId: 'a', Description: 'd'.repeat(2_049) })),
      'ValidationException',
    ],
    [
      'TagResource, a tag of AWS’s',
      () => client.send(new TagResourceCommand({ SecretId: 'a', Tags: [{ Key: 'aws:a', Value: '' }] })),
      'InvalidParameterException',
    ],
    [
      'GetSecretValue, a blank',
      () => client.send(new GetSecretValueCommand({ SecretId: 'a b' })),
      'ValidationException',
    ],
  ])('%s', async (_what, call, error) => {
    const before = await lab.secrets();
    expect(await failure(call())).toBe(error);
    expect(await lab.secrets()).toEqual(before);
  });

  test.each<[what: string, input: DeleteSecretCommandInput, text: string]>([
    ['6 days', { SecretId: 'a', RecoveryWindowInDays: 6 }, WINDOW],
    ['31 days', { SecretId: 'a', RecoveryWindowInDays: 31 }, WINDOW],
    [
      'days and force',
      { SecretId: 'a', RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true },
      "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
    ],
  ])('DeleteSecret, a window of %s', async (_what, input, text) => {
    expect(await refusal(client.send(new DeleteSecretCommand(input)))).toBe(`InvalidParameterException: ${text}`);
    expect((await lab.secrets()).a?.deleted).toBe(false);
  });

  test('tags are counted also when they come at once, by name and by ARN', async () => {
    await client.send(new TagResourceCommand({ SecretId: 'a', Tags: tags(45) }));
    const arn = (await lab.secrets()).a?.arn;
    const tag = (n: number) =>
      failure(
        client.send(new TagResourceCommand({ SecretId: n % 2 ? 'a' : arn, Tags: [{ Key: `x${n}`, Value: '' }] })),
      );
    const results = await Promise.all(Array.from({ length: 12 }, (_, n) => tag(n)));
    expect(results.filter((result) => result === 'none')).toHaveLength(5);
    expect(Object.keys((await lab.secrets()).a?.tags ?? {})).toHaveLength(50);
  });

  test('50 tags are counted with those that are there; a key again is no new tag', async () => {
    const tag = (Tags: Tag[]) => failure(client.send(new TagResourceCommand({ SecretId: 'a', Tags })));
    expect([
      await tag(tags(50)),
      await tag([{ Key: 'k0', Value: 'new' }]),
      await tag([{ Key: 'x', Value: '' }]),
    ]).toEqual(['none', 'none', 'InvalidParameterException']);
    expect((await lab.secrets()).a?.tags).toMatchObject({ k0: 'new', k49: 'v' });
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateUserCommand,
  DeleteUserCommand,
  GetAccountSummaryCommand,
  IAMClient,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { beforeEach, expect, test } from '@jest/globals';
import { useLab } from '../../support/use-lab.ts';

const lab = useLab();
let iam: IAMClient;
beforeEach(async () => {
  iam = new IAMClient({ endpoint: lab.wire.url, region: 'us-east-1', credentials: lab.administrator });
  for (const name of ['c', 'a', 'b'])
    await lab.iam.send(
      new CreateUserCommand({ UserName: name, Path: '/ci/', Tags: [{ Key: 'lease:managed-by', Value: 'x' }] }),
    );
});

async function list(input: { MaxItems?: number; Marker?: string | undefined } = {}) {
  const { Users = [], IsTruncated, Marker } = await iam.send(new ListUsersCommand({ PathPrefix: '/ci/', ...input }));
  return { users: Users, names: Users.map(({ UserName }) => UserName), more: IsTruncated, marker: Marker };
}

test('lists users without their tags, as AWS does', async () => {
  const { users, more, marker } = await list();
  expect(users.map(({ UserName, Path, Tags }) => [UserName, Path, Tags])).toEqual([
    ['a', '/ci/', undefined],
    ['b', '/ci/', undefined],
    ['c', '/ci/', undefined],
  ]);
  expect([more, marker]).toEqual([false, undefined]);
});

test.each(['MaxItems', 'the wire'])('lists users in pages, whose size %s limits', async (by) => {
  if (by === 'the wire') lab.wire.userPage = 2;
  const input = by === 'the wire' ? {} : { MaxItems: 2 };
  const first = await list(input);
  expect([first.names, first.more]).toEqual([['a', 'b'], true]);
  await lab.iam.send(new DeleteUserCommand({ UserName: 'b' }));
  const second = await list({ ...input, Marker: first.marker });
  expect([second.names, second.more]).toEqual([['c'], false]);
});

test('GetAccountSummary gives the number of users, or the number that a test sets', async () => {
  const users = async () => (await iam.send(new GetAccountSummaryCommand({}))).SummaryMap;
  expect(await users()).toMatchObject({ Users: 5, UsersQuota: 5_000 });
  lab.wire.accountUsers = 4_711;
  expect(await users()).toMatchObject({ Users: 4_711, UsersQuota: 5_000 });
});

test('a session lasts as long as a test sets', async () => {
  lab.wire.sessionSeconds = 1;
  const sts = new STSClient({ endpoint: lab.wire.url, region: 'eu-central-1', credentials: lab.administrator });
  const RoleArn = 'arn:aws:iam::123456789012:role/second-hop';
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' }));
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  expect(Credentials?.Expiration?.getTime()).toBeLessThanOrEqual(Date.now() + 1_000);
  const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  const session = new IAMClient({ endpoint: lab.wire.url, region: 'us-east-1', credentials });
  await pause(1_100);
  await expect(session.send(new ListUsersCommand({}))).rejects.toMatchObject({ name: 'ExpiredToken' });
});

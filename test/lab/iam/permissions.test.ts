import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  DeleteRolePolicyCommand,
  GetUserCommand,
  ListUsersCommand,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { BatchGetSecretValueCommand, CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { describe, expect, test } from '@jest/globals';
import { useLab } from '../../support/use-lab.ts';
import { failure, iamThrough, refusal, secretsThrough, stsThrough } from '../wire/clients.ts';
import type { Credentials } from '../wire/keys.ts';

const lab = useLab();

const UserName = 'test-user';
const PolicyArn = 'arn:aws:iam::123456789012:policy/lists-users';

function document(Action: string, Resource = '*'): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });
}

const LISTS_USERS = document('iam:ListUsers');

/** Creates a user in a group, both without permissions, and a policy that is attached to nothing. */
async function userInGroup(): Promise<Credentials> {
  const { iam } = lab;
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new CreatePolicyCommand({ PolicyName: 'lists-users', PolicyDocument: LISTS_USERS }));
  await iam.send(new AddUserToGroupCommand({ UserName, GroupName: 'readers' }));
  return keyOf(UserName);
}

async function keyOf(name: string): Promise<Credentials> {
  const { AccessKey } = await lab.iam.send(new CreateAccessKeyCommand({ UserName: name }));
  const key = { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
  await lab.wire.registerKey(key);
  return key;
}

/** A user with an inline policy. */
async function userWithPolicy(PolicyDocument: string): Promise<Credentials> {
  await lab.iam.send(new CreateUserCommand({ UserName }));
  await lab.iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'own', PolicyDocument }));
  return keyOf(UserName);
}

describe('a user', () => {
  test.each<[by: string, give: () => Promise<unknown>]>([
    [
      'an inline policy',
      () => lab.iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'own', PolicyDocument: LISTS_USERS })),
    ],
    ['an attached policy', () => lab.iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }))],
    [
      'an inline policy of a group',
      () =>
        lab.iam.send(
          new PutGroupPolicyCommand({ GroupName: 'readers', PolicyName: 'its', PolicyDocument: LISTS_USERS }),
        ),
    ],
    [
      'an attached policy of a group',
      () => lab.iam.send(new AttachGroupPolicyCommand({ GroupName: 'readers', PolicyArn })),
    ],
  ])('may do what %s allows, and not before', async (_, give) => {
    const iam = iamThrough(lab.wire, await userInGroup());
    expect(await refusal(iam.send(new ListUsersCommand({})))).toBe(
      'AccessDenied: User: arn:aws:iam::123456789012:user/test-user is not authorized to perform: iam:ListUsers on resource: * because no identity-based policy allows the iam:ListUsers action',
    );
    await give();
    expect(await failure(iam.send(new ListUsersCommand({})))).toBe('none');
    iam.destroy();
  });

  test('that IAM does not find yet has no path: policies for a path do not apply to it', async () => {
    const key = await userWithPolicy(document('iam:GetUser', 'arn:aws:iam::123456789012:user/ci/*'));
    const iam = iamThrough(lab.wire, key);
    const look = () => failure(iam.send(new GetUserCommand({ UserName: 'new' })));
    lab.wire.userActivationMs = 60_000;
    const admin = iamThrough(lab.wire, lab.administrator);
    await admin.send(new CreateUserCommand({ UserName: 'new', Path: '/ci/' }));
    expect(await look()).toBe('AccessDenied');
    expect(await failure(admin.send(new GetUserCommand({ UserName: 'new' })))).toBe('NoSuchEntityException');
    lab.wire.userActivationMs = 0;
    expect(await look()).toBe('none');
    for (const client of [iam, admin]) client.destroy();
  });
});

describe('a role', () => {
  const RoleName = 'second-hop';

  test('loses a permission at once, in running sessions too', async () => {
    const sts = stsThrough(lab.wire, lab.administrator);
    const RoleArn = `arn:aws:iam::123456789012:role/${RoleName}`;
    const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'run-1' }));
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
    const keys = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    const iam = iamThrough(lab.wire, keys);
    const listing = () => failure(iam.send(new ListUsersCommand({})));
    expect(await listing()).toBe('none');
    await lab.iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'manage' }));
    expect(await listing()).toBe('AccessDenied');
    await lab.iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'own', PolicyDocument: LISTS_USERS }));
    expect(await listing()).toBe('none');
    for (const client of [iam, sts]) client.destroy();
  });
});

describe('BatchGetSecretValue', () => {
  test('leaves out what may not be read, and says so', async () => {
    for (const Name of ['mine/a', 'theirs/b'])
      await lab.secretsManager.send(new CreateSecretCommand({ Name, SecretString: 'a value' }));
    const mine = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:mine/*';
    const Statement = [
      { Effect: 'Allow', Action: 'secretsmanager:BatchGetSecretValue', Resource: '*' },
      { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: mine },
    ];
    const keys = await userWithPolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
    const client = secretsThrough(lab.wire, keys);
    const { SecretValues = [], Errors = [] } = await client.send(
      new BatchGetSecretValueCommand({ SecretIdList: ['mine/a', 'theirs/b'] }),
    );
    expect(SecretValues.map(({ Name }) => Name)).toEqual(['mine/a']);
    expect(Errors).toMatchObject([{ SecretId: 'theirs/b', ErrorCode: 'AccessDeniedException' }]);
    client.destroy();
  });
});

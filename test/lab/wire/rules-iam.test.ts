import type { Tag } from '@aws-sdk/client-iam';
import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  GetUserCommand,
  type IAMClient,
  PutUserPolicyCommand,
  TagUserCommand,
} from '@aws-sdk/client-iam';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { useLab } from '../../support/use-lab.ts';
import { failure, iamThrough } from './clients.ts';

const lab = useLab();
let iam: IAMClient;
beforeEach(() => {
  iam = iamThrough(lab.wire, lab.administrator);
});

describe('CreateUser', () => {
  const tags = (count: number): Tag[] => Array.from({ length: count }, (_, n) => ({ Key: `k${n}`, Value: '' }));

  test.each<
    [
      name: string,
      input: { UserName?: string; Path?: string; Tags?: Tag[]; PermissionsBoundary?: string },
      error: string,
    ]
  >([
    ['a boundary of ours', { PermissionsBoundary: 'arn:aws:iam::123456789012:policy/lease-boundary' }, 'none'],
    ['a boundary of AWS’s', { PermissionsBoundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }, 'none'],
    [
      'a boundary that is not there',
      { PermissionsBoundary: 'arn:aws:iam::123456789012:policy/none' },
      'NoSuchEntityException',
    ],
    ['a name taken in another case', { UserName: 'LONG-lived' }, 'EntityAlreadyExistsException'],
    ['a name with a slash', { UserName: 'a/b' }, 'ValidationError'],
    ['a path without its last slash', { Path: '/ci' }, 'ValidationError'],
    ['50 tags', { Tags: tags(50) }, 'none'],
    ['51 tags', { Tags: tags(51) }, 'ValidationError'],
    ['a tag with a semicolon', { Tags: [{ Key: 'a', Value: 'x;y' }] }, 'ValidationError'],
    [
      'keys that differ in case',
      {
        Tags: [
          { Key: 'a', Value: '' },
          { Key: 'A', Value: '' },
        ],
      },
      'InvalidInputException',
    ],
    ['a key of AWS’s', { Tags: [{ Key: 'aws:a', Value: '' }] }, 'InvalidInputException'],
  ])('%s', async (_name, input, error) => {
    expect(await failure(iam.send(new CreateUserCommand({ UserName: 'a', ...input })))).toBe(error);
    expect(await lab.users()).toEqual(error === 'none' ? ['a'] : []);
  });

  test('is described as it was created, boundary included', async () => {
    const boundary = 'arn:aws:iam::123456789012:policy/lease-boundary';
    await iam.send(
      new CreateUserCommand({
        UserName: 'a',
        Path: '/ci/',
        Tags: [{ Key: 'k', Value: 'é' }],
        PermissionsBoundary: boundary,
      }),
    );
    await iam.send(new AddUserToGroupCommand({ UserName: 'a', GroupName: 'readers' }));
    await iam.send(new AttachUserPolicyCommand({ UserName: 'a', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }));
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] };
    await iam.send(
      new PutUserPolicyCommand({ UserName: 'a', PolicyName: 'p', PolicyDocument: JSON.stringify(policy) }),
    );
    expect(
      (await iam.send(new GetUserCommand({ UserName: 'a' }))).User?.PermissionsBoundary?.PermissionsBoundaryArn,
    ).toBe(boundary);
    expect(await lab.describeUser('a')).toEqual({
      arn: 'arn:aws:iam::123456789012:user/ci/a',
      path: '/ci/',
      tags: { k: 'é' },
      boundary,
      attachedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      inlinePolicies: { p: policy },
      groups: ['readers'],
      accessKeys: [],
    });
  });
});

describe('quotas of a user', () => {
  beforeEach(async () => {
    await iam.send(new CreateUserCommand({ UserName: 'a' }));
  });

  test('two access keys, 50 tags', async () => {
    const key = () => failure(iam.send(new CreateAccessKeyCommand({ UserName: 'a' })));
    expect([await key(), await key(), await key()]).toEqual(['none', 'none', 'LimitExceededException']);
    const tag = (from: number, count: number) =>
      iam.send(
        new TagUserCommand({
          UserName: 'a',
          Tags: Array.from({ length: count }, (_, n) => ({ Key: `k${from + n}`, Value: '' })),
        }),
      );
    await tag(0, 50);
    expect(await failure(tag(49, 1))).toBe('none');
    expect(await failure(tag(50, 1))).toBe('LimitExceededException');
  });

  test('managed policies, also when all come at once', async () => {
    lab.wire.policyQuota = 1;
    const attach = (name: string) =>
      failure(
        iam.send(new AttachUserPolicyCommand({ UserName: 'a', PolicyArn: `arn:aws:iam::123456789012:policy/${name}` })),
      );
    const both = await Promise.all([attach('app-read'), attach('app-write')]);
    expect(both.sort()).toEqual(['LimitExceededException', 'none']);
  });

  test('ten groups', async () => {
    const join = async (n: number) => {
      await lab.iam.send(new CreateGroupCommand({ GroupName: `g${n}` }));
      return failure(iam.send(new AddUserToGroupCommand({ UserName: 'a', GroupName: `g${n}` })));
    };
    const results = await Promise.all(Array.from({ length: 11 }, (_, n) => join(n)));
    expect(results.filter((result) => result === 'LimitExceededException')).toHaveLength(1);
  });

  test('2,048 characters of inline policies, white space apart', async () => {
    const put = (PolicyName: string, length: number) => {
      const empty = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: 'arn:aws:s3:::' }] };
      const fill = 'x'.repeat(length - JSON.stringify(empty).length);
      const full = { ...empty, Statement: [{ Effect: 'Deny', Action: '*', Resource: `arn:aws:s3:::${fill}` }] };
      return failure(
        iam.send(
          new PutUserPolicyCommand({ UserName: 'a', PolicyName, PolicyDocument: JSON.stringify(full, null, 2) }),
        ),
      );
    };
    const broken = new PutUserPolicyCommand({ UserName: 'a', PolicyName: 'r', PolicyDocument: '{"Version":' });
    expect(await failure(iam.send(broken))).toBe('MalformedPolicyDocumentException');
    expect([await put('p', 1_048), await put('q', 1_000), await put('q', 1_001), await put('p', 1_040)]).toEqual([
      'none',
      'none',
      'LimitExceededException',
      'none',
    ]);
  });
});

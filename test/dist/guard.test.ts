// What a lease may do, as IAM decides it on the wire: the guard, the boundary, the session policy, the trust policy.
import type { IAMClient } from '@aws-sdk/client-iam';
import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  DeleteUserCommand,
  DeleteUserPermissionsBoundaryCommand,
  DeleteUserPolicyCommand,
  GetUserCommand,
  PutUserPermissionsBoundaryCommand,
  PutUserPolicyCommand,
  TagUserCommand,
  UntagUserCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import { ListSecretsCommand } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from '@jest/globals';
import type { StepResult } from '../lab/runner/runner.ts';
import { failure, iamThrough, refusal, secretsThrough } from '../lab/wire/clients.ts';
import type { Credentials } from '../lab/wire/keys.ts';
import { succeeded, useOf } from '../support/scenarios/leases.ts';
import { afterMain, callerOf, errorCode, messagesOf, policyArn } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const HOUR_MS = 3_600_000;
const EVERYTHING = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';

const lab = useLab();

function credentialsOf({ exported }: StepResult): Credentials {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN = '' } = exported;
  const keys = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  return AWS_SESSION_TOKEN === '' ? keys : { ...keys, sessionToken: AWS_SESSION_TOKEN };
}

/** The error code that a later step gets when it lists secrets; `none` when it is allowed. */
async function listing(main: StepResult): Promise<string> {
  const client = secretsThrough(lab.wire, credentialsOf(main));
  try {
    return await failure(client.send(new ListSecretsCommand({})));
  } finally {
    client.destroy();
  }
}

describe('a lease that may do anything', () => {
  it('may do it until its expiry, and nothing from then on, although it was not revoked', async () => {
    await afterMain(lab, { 'inline-policy': EVERYTHING, ttl: '1h' }, async ({ main }) => {
      const end = Date.parse(succeeded(main).outputs['aws-expiration'] ?? '') - Date.now();
      expect(await listing(main)).toBe('none');
      lab.wire.clockOffsetMs = end - 5_000;
      expect(await listing(main)).toBe('none');
      lab.wire.clockOffsetMs = end;
      expect(await listing(main)).toBe('AccessDeniedException');
      // The key is known as ever: it is the guard that speaks.
      expect(await callerOf(lab, main.exported)).toBe(main.outputs['user-arn']);
    });
  });

  it('may do it until its new end once it is renewed', async () => {
    await afterMain(lab, { 'inline-policy': EVERYTHING, ttl: '1h' }, async ({ job, main }) => {
      succeeded(main);
      succeeded(await useOf(job, 'renew', lab.inputs({ ttl: '3h' })).main());
      lab.wire.clockOffsetMs = 3 * HOUR_MS - 60_000;
      expect(await listing(main)).toBe('none');
      lab.wire.clockOffsetMs = 3 * HOUR_MS + 1_000;
      expect(await listing(main)).toBe('AccessDeniedException');
    });
  });
});

/** Every call with which a lease could outlive its expiry. */
function attempts(iam: IAMClient, UserName: string, AccessKeyId: string): Record<string, () => Promise<unknown>> {
  const Tags = [{ Key: 'lease:expires-at', Value: '2099-01-01T00:00:00Z' }];
  const document = { PolicyName: 'lease-guard', PolicyDocument: EVERYTHING };
  return {
    'a second key': () => iam.send(new CreateAccessKeyCommand({ UserName })),
    'its key switched': () => iam.send(new UpdateAccessKeyCommand({ UserName, AccessKeyId, Status: 'Active' })),
    'a password': () => iam.send(new CreateLoginProfileCommand({ UserName, Password: 'Tr0ub4dor&3' })),
    'no guard': () => iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName: 'lease-guard' })),
    'another guard': () => iam.send(new PutUserPolicyCommand({ UserName, ...document })),
    'one more policy': () => iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn: policyArn('app-write') })),
    'a later end': () => iam.send(new TagUserCommand({ UserName, Tags })),
    'no mark': () => iam.send(new UntagUserCommand({ UserName, TagKeys: ['lease:managed-by'] })),
    'a group': () => iam.send(new AddUserToGroupCommand({ UserName, GroupName: 'readers' })),
    'no boundary': () => iam.send(new DeleteUserPermissionsBoundaryCommand({ UserName })),
    'another boundary': () =>
      iam.send(
        new PutUserPermissionsBoundaryCommand({
          UserName,
          PermissionsBoundary: 'arn:aws:iam::123456789012:policy/wide',
        }),
      ),
    'no user': () => iam.send(new DeleteUserCommand({ UserName })),
  };
}

describe('a lease that may do anything to IAM', () => {
  it('cannot change itself in any way, and could in all of them but for the guard', async () => {
    await afterMain(lab, { 'inline-policy': EVERYTHING }, async ({ main }) => {
      const name = succeeded(main).outputs['user-name'] ?? '';
      const iam = iamThrough(lab.wire, credentialsOf(main));
      const tried = attempts(iam, name, credentialsOf(main).accessKeyId);
      for (const [wish, attempt] of Object.entries(tried))
        expect([wish, await refusal(attempt())]).toEqual([wish, expect.stringMatching(/AccessDenied.*explicit deny/)]);
      expect(await failure(iam.send(new GetUserCommand({ UserName: name })))).toBe('none');
      await lab.iam.send(new DeleteUserPolicyCommand({ UserName: name, PolicyName: 'lease-guard' }));
      for (const [wish, attempt] of Object.entries(tried))
        expect([wish, await failure(attempt())]).not.toEqual([wish, 'AccessDenied']);
      iam.destroy();
    });
  });
});

describe('a lease with a boundary', () => {
  it('may do what both its policy and the boundary allow, and nothing else', async () => {
    const bounded = { 'inline-policy': EVERYTHING, 'permissions-boundary-arn': policyArn('lease-boundary') };
    await afterMain(lab, bounded, async ({ main }) => {
      succeeded(main);
      expect(await listing(main)).toBe('AccessDeniedException');
    });
  });
});

describe('a session', () => {
  const session = { 'credential-type': 'session' };
  const narrow = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}';

  it.each([
    ['may do what its role may', {}, 'none'],
    ['may do no more than its session policy allows', { 'inline-policy': narrow }, 'AccessDeniedException'],
    [
      'may do no more than the policies it was narrowed to allow',
      { 'policy-arns': policyArn('app-read') },
      'AccessDeniedException',
    ],
  ])('%s', async (_, inputs, answer) => {
    await afterMain(lab, { ...session, ...inputs }, async ({ main }) => {
      succeeded(main);
      expect(await listing(main)).toBe(answer);
    });
  });
});

describe('the trust policy', () => {
  it.each([
    ['another repository', { sub: 'repo:octo-org/other:ref:refs/heads/main', repository: 'octo-org/other' }],
    ['a repository whose name begins alike', { sub: 'repo:octo-org/shopping:ref:refs/heads/main' }],
  ])('does not let %s in: the error shows its claims, and nothing is created', async (_, claims) => {
    Object.assign(lab.oidc.claims, claims);
    await afterMain(lab, { 'disable-retry': 'true' }, async ({ main }) => {
      expect(errorCode(main)).toBe('assume-role-denied');
      expect(messagesOf(main, 'error')).toContain(claims.sub);
      expect(lab.wire.calls.filter(({ service }) => service === 'iam')).toEqual([]);
    });
  });
});

describe('an AWS that is slow to know of anything', () => {
  it('knows a new user and its key here and not there, and a deleted key for 3 s: the job notices nothing, and all is gone', async () => {
    Object.assign(lab.wire, {
      keyActivationMs: 3_000,
      keyDeactivationMs: 3_000,
      userActivationMs: 2_000,
      flapping: true,
    });
    const furnished = { 'inline-policy': EVERYTHING, 'policy-arns': policyArn('app-read'), 'iam-groups': 'readers' };
    await afterMain(lab, furnished, async ({ main, use }) => {
      expect(succeeded(main).conclusion).toBe('success');
      expect(await listing(main)).toBe('none');
      const post = succeeded(await use.post());
      expect(messagesOf(post, 'notice')).toBe('');
      expect(await lab.users()).toEqual([]);
      expect(await callerOf(lab, main.exported)).toBe('InvalidClientTokenId');
    });
  });
});

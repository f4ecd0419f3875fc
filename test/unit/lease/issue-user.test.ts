import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { guardPolicy } from '../../../src/lease/guard.ts';
import { issueUser } from '../../../src/lease/issue-user.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';
import { jobOf } from '../../support/fakes/run.ts';
import { NOON } from '../../support/fakes/time.ts';
import { issuing, userPlan } from '../../support/fakes/user-plan.ts';

const POLICY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const BOUNDARY = 'arn:aws:iam::123456789012:policy/boundary';
const tagsIn = (inputs: Record<string, unknown>[]) =>
  inputs.flatMap(({ Tags }) => Tags as { Key: string; Value: string }[]);

describe('a user lease', () => {
  it('is a user with guard, policies, groups and one key', async () => {
    const { deps, users } = issuing();
    const plan = userPlan({
      policyArns: [POLICY],
      inlinePolicies: ['{"a":1}', '{"b":2}'],
      groups: ['readers'],
      boundaryArn: BOUNDARY,
    });
    const lease = await issueUser(plan, deps);
    expect(lease).toEqual({
      kind: 'iam-user',
      userName: 'gha-1',
      arn: 'arn:aws:iam::123456789012:user/ci/gha-1',
      path: '/ci/',
      accountId: '123456789012',
      credentials: { accessKeyId: 'AKIA1', secretAccessKey: 'Secret1' },
      expiresAt: new Date(NOON + 3_600_000),
      propagationMs: undefined,
    });
    const user = users.get('gha-1');
    expect(user).toMatchObject({ path: '/ci/', boundary: BOUNDARY });
    expect(user?.on).toMatchObject({ keys: ['AKIA1'], attached: [POLICY], groups: ['readers'] });
    expect([...(user?.documents ?? [])]).toEqual([
      ['lease-guard', guardPolicy(lease.arn, lease.expiresAt)],
      ['lease-inline-1', '{"a":1}'],
      ['lease-inline-2', '{"b":2}'],
    ]);
  });

  it('has all its tags, ours above the user’s own, from CreateUser itself', async () => {
    const { deps, inputsOf, names } = issuing();
    await issueUser(userPlan({ tags: { team: 'core' }, run: jobOf({ jobEnvironment: 'prod' }) }), deps);
    const tags = new Map(tagsIn(inputsOf('CreateUser')).map((tag) => [tag.Key, tag.Value]));
    expect(tags.get('team')).toBe('core');
    expect(tags.get('lease:managed-by')).toBe('aws-ephemeral-credentials');
    expect(tags.get('lease:expires-at')).toBe('2026-11-21T13:00:00Z');
    expect(tags.get('lease:max-expires-at')).toBe('2026-11-22T12:00:00Z');
    expect(tags.get('lease:environment')).toBe('prod');
    expect(tags.get('lease:nonce')).toMatch(/^[0-9a-f]{32}$/);
    expect(names()).not.toContain('TagUser');
  });

  it('has no boundary in CreateUser when none is wished', async () => {
    const { deps, inputsOf } = issuing();
    await issueUser(userPlan(), deps);
    expect(inputsOf('CreateUser')[0]).not.toHaveProperty('PermissionsBoundary');
  });

  it('is in the journal before CreateUser is sent', async () => {
    const { deps, events, records } = issuing();
    await issueUser(userPlan(), deps);
    expect(events.slice(0, 3)).toEqual(['journal intended', 'CreateUser', 'journal created']);
    const nonce = records[0]?.nonce;
    expect(records[0]).toEqual({
      userName: 'gha-1',
      path: '/ci/',
      accountId: '123456789012',
      runId: '1234567',
      runAttempt: '2',
      nonce,
      intendedAt: '2026-11-21T12:00:00Z',
      expiresAt: '2026-11-21T13:00:00Z',
      progress: 'intended',
    });
    expect(records[1]).toEqual({ ...records[0], progress: 'created' });
  });

  it('has everything on it made at the same time, after CreateUser alone', async () => {
    const { deps, names } = issuing();
    const plan = userPlan({ policyArns: [POLICY], inlinePolicies: ['{}'], groups: ['readers'] });
    await issueUser(plan, deps);
    expect(names()[0]).toBe('CreateUser');
    expect(names().slice(1).sort()).toEqual([
      'AddUserToGroup',
      'AttachUserPolicy',
      'CreateAccessKey',
      'PutUserPolicy',
      'PutUserPolicy',
    ]);
  });

  it('never has its secret or its key id seen by the journal', async () => {
    const { deps, records } = issuing();
    await issueUser(userPlan(), deps);
    expect(JSON.stringify(records)).not.toMatch(/Secret1|AKIA1/);
  });

  it('has a key whose secret is plain, where that is wished', async () => {
    const { deps, users } = issuing({}, { secrets: ['a+b', 'plain'] });
    const { credentials } = await issueUser(userPlan({ alphanumericSecret: true }), deps);
    expect(credentials).toEqual({ accessKeyId: 'AKIA2', secretAccessKey: 'plain' });
    expect(users.get('gha-1')?.on.keys).toEqual(['AKIA2']);
  });

  it('is waited for with the new key, once it is masked', async () => {
    const seen: unknown[] = [];
    const { deps, masks } = issuing(
      {},
      {
        probe: async (credentials) => {
          seen.push({ credentials, masked: [...masks] });
          return async () => undefined;
        },
      },
    );
    const lease = await issueUser(userPlan({ waitForPropagationSeconds: 60 }), deps);
    expect(lease.propagationMs).toBe(0);
    expect(seen).toEqual([
      { credentials: { accessKeyId: 'AKIA1', secretAccessKey: 'Secret1' }, masked: ['Secret1', 'AKIA1'] },
    ]);
  });

  it('that ended while the rest was made is an error, and never the job’s', async () => {
    const scene = issuing({}, { meanwhile: async () => scene.clock.advance(3_600_000) });
    expect(await rejection(issueUser(userPlan({ ttlSeconds: 3600 }), scene.deps))).toMatchObject({
      code: 'lease-failed',
      remedy: expect.stringContaining('`ttl`'),
    });
  });

  it('that does not become usable in time is an error', async () => {
    const { deps } = issuing(
      {},
      {
        probe: async () => async () => {
          throw awsError('InvalidClientTokenId', { status: 403 });
        },
      },
    );
    const error = await rejection(issueUser(userPlan({ waitForPropagationSeconds: 5 }), deps));
    expect(error).toMatchObject({ code: 'propagation-timeout' });
  });

  it('whose key STS refuses for good is an error of ours, without the request that AWS repeats', async () => {
    const { deps } = issuing(
      {},
      {
        probe: async () => async () => {
          throw awsError('SignatureDoesNotMatch', { status: 403, message: 'host:sts\nx-amz-date:20261121' });
        },
      },
    );
    const error = await rejection(issueUser(userPlan({ waitForPropagationSeconds: 5 }), deps));
    expect(error).toMatchObject({
      code: 'lease-failed',
      message: 'Trying the new access key failed. AWS said SignatureDoesNotMatch',
    });
    expect((error as Error).message).not.toContain('x-amz-date');
  });
});

describe('what else is done', () => {
  const turns = async (count: number) => {
    for (let turn = 0; turn < count; turn++) await Promise.resolve();
  };

  it('begins once the key exists, and does not wait until it works', async () => {
    const events: string[] = [];
    const { deps, users } = issuing(
      {},
      {
        probe: async () => async () => {
          await turns(50);
          events.push('key works');
        },
        meanwhile: async () => {
          events.push(`keys: ${users.get('gha-1')?.on.keys.join()}`);
        },
      },
    );
    await issueUser(userPlan({ waitForPropagationSeconds: 60 }), deps);
    expect(events.slice(0, 2)).toEqual(['keys: AKIA1', 'key works']);
  });

  it('is waited for, though the key works', async () => {
    let done = false;
    const meanwhile = async () => {
      await turns(100);
      done = true;
    };
    const { deps } = issuing({}, { meanwhile });
    expect((await issueUser(userPlan(), deps)).userName).toBe('gha-1');
    expect(done).toBe(true);
  });

  it('fails the issue when it fails, but only when nothing is under way any more', async () => {
    const error = new ActionError('sync-failed', 'It failed', { remedy: 'none' });
    let probes = 0;
    const { deps } = issuing(
      {},
      {
        probe: async () => async () => {
          await turns(50);
          probes++;
        },
        meanwhile: async () => {
          throw error;
        },
      },
    );
    expect(await rejection(issueUser(userPlan({ waitForPropagationSeconds: 60 }), deps))).toBe(error);
    expect(probes).toBe(5);
  });

  it('comes to its end when the key does not work, which is then the error', async () => {
    let done = false;
    const { deps } = issuing(
      {},
      {
        probe: async () => async () => {
          throw awsError('InvalidClientTokenId', { status: 403 });
        },
        meanwhile: async () => {
          await turns(500);
          done = true;
          throw new Error('and this too');
        },
      },
    );
    const error = await rejection(issueUser(userPlan({ waitForPropagationSeconds: 5 }), deps));
    expect(error).toMatchObject({ code: 'propagation-timeout', message: expect.stringContaining('and this too') });
    expect(done).toBe(true);
  });

  it('does not begin when there is no key', async () => {
    let begun = false;
    const { deps } = issuing(
      {
        CreateAccessKey() {
          throw awsError('AccessDenied', { status: 403 });
        },
      },
      {
        meanwhile: async () => {
          begun = true;
        },
      },
    );
    await rejection(issueUser(userPlan(), deps));
    expect(begun).toBe(false);
  });
});

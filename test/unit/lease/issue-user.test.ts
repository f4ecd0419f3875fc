import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { guardPolicy } from '../../../src/lease/guard.ts';
import { issueUser } from '../../../src/lease/issue-user.ts';
import { awsError, networkError, rejection } from '../../support/fakes/aws-error.ts';
import { fakeUser } from '../../support/fakes/iam.ts';
import { jobOf } from '../../support/fakes/run.ts';
import { NOON } from '../../support/fakes/time.ts';
import { issuing, userPlan } from '../../support/fakes/user-plan.ts';

const POLICY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const BOUNDARY = 'arn:aws:iam::123456789012:policy/boundary';
const tagsIn = (inputs: Record<string, unknown>[]) =>
  inputs.flatMap(({ Tags }) => Tags as { Key: string; Value: string }[]);
const noSuch = () => awsError('NoSuchEntityException', { status: 404 });
const exists = (attempts = 1) => awsError('EntityAlreadyExistsException', { status: 409, attempts });

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

describe('CreateUser', () => {
  it('whose answer was lost is believed when the user carries this issue’s nonce', async () => {
    const { deps, names, progress, users } = issuing({
      CreateUser(_, __, apply) {
        apply();
        throw exists(2);
      },
    });
    const lease = await issueUser(userPlan(), deps);
    expect(lease).toMatchObject({ userName: 'gha-1', arn: 'arn:aws:iam::123456789012:user/ci/gha-1' });
    expect(names().filter((name) => name === 'CreateUser')).toHaveLength(1);
    expect(progress()).toEqual(['intended', 'created']);
    expect(users.size).toBe(1);
  });

  it('whose answer was lost is believed also when the user is not seen at once', async () => {
    const { deps, clock } = issuing({
      CreateUser(_, __, apply) {
        apply();
        throw exists(2);
      },
      GetUser(_, nth) {
        if (nth <= 3) throw noSuch();
        return undefined;
      },
    });
    expect((await issueUser(userPlan(), deps)).userName).toBe('gha-1');
    expect(clock.slept).toEqual([125, 250, 500]);
  });

  it('for a name that another user has is tried with a new one, and the other user is left alone', async () => {
    const { deps, users, records } = issuing();
    const foreign = fakeUser({ tags: [{ Key: 'lease:nonce', Value: 'other' }] });
    users.set('gha-1', foreign);
    expect((await issueUser(userPlan(), deps)).userName).toBe('gha-2');
    expect(foreign.on.keys).toEqual([]);
    expect(records.map(({ userName, progress }) => `${userName} ${progress}`)).toEqual([
      'gha-1 intended',
      'gha-1 gone',
      'gha-2 intended',
      'gha-2 created',
    ]);
    expect(new Set(records.map(({ nonce }) => nonce)).size).toBe(2);
  });

  it.each([
    ['no tags', undefined],
    ['another nonce', [{ Key: 'lease:nonce', Value: 'other' }]],
    ['its nonce in another tag', 'moved'],
  ])('whose answer was lost is not believed when the user has %s', async (_, tags) => {
    const { deps, records } = issuing({
      CreateUser(_input, nth, apply) {
        if (nth > 1) return undefined;
        apply();
        throw exists(2);
      },
      GetUser() {
        const moved = [{ Key: 'lease:run-id', Value: records[0]?.nonce ?? '' }];
        return { User: { Arn: 'arn:of-another', Tags: tags === 'moved' ? moved : tags } };
      },
    });
    expect((await issueUser(userPlan(), deps)).userName).toBe('gha-2');
    expect(records.map(({ userName, progress }) => `${userName} ${progress}`)).toContain('gha-1 gone');
  });

  it('gives up after three names that are taken', async () => {
    const { deps, users, names, progress } = issuing();
    for (const name of ['gha-1', 'gha-2', 'gha-3', 'gha-4']) users.set(name, fakeUser());
    expect(await rejection(issueUser(userPlan(), deps))).toMatchObject({
      code: 'user-name-taken',
      message: 'An IAM user named gha-3 already exists and was not created by this job',
      remedy: expect.stringContaining('`user-name-template`'),
    });
    expect(names().filter((name) => name === 'CreateUser')).toHaveLength(3);
    expect(progress().at(-1)).toBe('gone');
  });

  it.each([
    ['AccessDenied', 403, undefined, 'lease-denied'],
    ['NoSuchEntityException', 404, BOUNDARY, 'lease-part-missing'],
    ['LimitExceededException', 409, undefined, 'lease-limit-reached'],
    ['InvalidInputException', 400, undefined, 'lease-failed'],
  ])('refused with %s says so and leaves nothing to look for', async (name, status, boundaryArn, code) => {
    const { deps, progress, names } = issuing({
      CreateUser() {
        throw awsError(name, { status });
      },
    });
    expect(await rejection(issueUser(userPlan({ boundaryArn }), deps))).toMatchObject({
      code,
      message: expect.stringContaining('Creating IAM user gha-1'),
    });
    expect(progress()).toEqual(['intended', 'gone']);
    expect(names()).toEqual(['CreateUser']);
  });

  it.each([
    ['the network was cut', networkError(8)],
    ['AWS had a fault', awsError('ServiceFailure', { status: 500, attempts: 8 })],
    ['a retry was refused', awsError('AccessDenied', { status: 403, attempts: 2 })],
    ['it was throttled, after a retry too', awsError('Throttling', { status: 400, attempts: 8 })],
  ])('may have been applied when %s, so post still has to look', async (_, error) => {
    const { deps, progress } = issuing({
      CreateUser() {
        throw error;
      },
    });
    await rejection(issueUser(userPlan(), deps));
    expect(progress()).toEqual(['intended']);
  });

  it.each([
    ['GetUser is denied', awsError('AccessDenied', { status: 403 })],
    ['GetUser does not see it for long', noSuch()],
  ])('may have been applied when its answer was lost and %s, so post still has to look', async (_, error) => {
    const { deps, progress, users } = issuing({
      CreateUser(_input, __, apply) {
        apply();
        throw exists(2);
      },
      GetUser() {
        throw error;
      },
    });
    expect(await rejection(issueUser(userPlan(), deps))).toMatchObject({
      message: expect.stringContaining('Reading IAM user gha-1'),
    });
    expect(users.has('gha-1')).toBe(true);
    expect(progress()).not.toContain('gone');
  });

  it('may have been applied when its answer was lost and the step is stopped then, so post still has to look', async () => {
    const stop = new AbortController();
    const { deps, progress, users } = issuing(
      {
        CreateUser(_, __, apply) {
          apply();
          throw exists(2);
        },
        GetUser() {
          stop.abort(new ActionError('interrupted', 'The runner stopped this step', { remedy: 'none' }));
          throw noSuch();
        },
      },
      { stop },
    );
    expect(await rejection(issueUser(userPlan(), deps))).toMatchObject({ code: 'interrupted' });
    expect(users.has('gha-1')).toBe(true);
    expect(progress()).not.toContain('gone');
  });

  it('does not blame the boundary when the user itself is not seen after a lost answer', async () => {
    const { deps } = issuing({
      CreateUser(_, __, apply) {
        apply();
        throw exists(2);
      },
      GetUser() {
        throw noSuch();
      },
    });
    const error = await rejection(issueUser(userPlan({ boundaryArn: BOUNDARY }), deps));
    expect((error as Error).message).not.toContain(BOUNDARY);
  });

  it('that was stopped ends with the reason of the stop', async () => {
    const stopped = new ActionError('interrupted', 'stopped', { remedy: 'none' });
    const { deps } = issuing({
      CreateUser() {
        throw stopped;
      },
    });
    expect(await rejection(issueUser(userPlan(), deps))).toBe(stopped);
  });

  it('denied is tried again, for the managing role may be too new to be seen: three tries within 15 s', async () => {
    const handlers = (times: number) => ({
      CreateUser(_: unknown, nth: number) {
        if (nth <= times) throw awsError('AccessDenied', { status: 403 });
        return undefined;
      },
    });
    const patient = issuing(handlers(2), { retries: true });
    expect((await issueUser(userPlan(), patient.deps)).userName).toBe('gha-1');
    expect(patient.clock.slept.length).toBe(2);
    expect(patient.clock.slept.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(15_000);
    const denied = issuing(handlers(3), { retries: true });
    expect(await rejection(issueUser(userPlan(), denied.deps))).toMatchObject({ code: 'lease-denied' });
    expect(denied.names()).toEqual(['CreateUser', 'CreateUser', 'CreateUser']);
    expect(denied.progress()).toEqual(['intended', 'gone']);
  });

  it('denied is not tried again where retries are off', async () => {
    const { deps, names } = issuing({
      CreateUser() {
        throw awsError('AccessDenied', { status: 403 });
      },
    });
    await rejection(issueUser(userPlan(), deps));
    expect(names()).toEqual(['CreateUser']);
  });

  it('may have been applied by a try before the one that was plainly denied, so post still has to look', async () => {
    const { deps, progress, users } = issuing(
      {
        CreateUser(_, nth, apply) {
          if (nth === 1) apply();
          throw awsError('AccessDenied', { status: 403, attempts: nth === 1 ? 2 : 1 });
        },
      },
      { retries: true },
    );
    await rejection(issueUser(userPlan(), deps));
    expect(users.has('gha-1')).toBe(true);
    expect(progress()).not.toContain('gone');
  });
});

describe('what is attached to the user', () => {
  it.each(['PutUserPolicy', 'AttachUserPolicy', 'AddUserToGroup', 'CreateAccessKey'])(
    'is made although %s does not see the new user at first',
    async (operation) => {
      const { deps, users } = issuing({
        [operation](_, nth) {
          if (nth === 1) throw noSuch();
          return undefined;
        },
      });
      await issueUser(userPlan({ policyArns: [POLICY], groups: ['readers'] }), deps);
      expect(users.get('gha-1')?.on).toMatchObject({
        keys: ['AKIA1'],
        attached: [POLICY],
        inline: ['lease-guard'],
        groups: ['readers'],
      });
    },
  );

  it('is reported all at once, and soon, where a policy and a group are both missing', async () => {
    const { deps, clock } = issuing({
      AttachUserPolicy() {
        throw noSuch();
      },
      AddUserToGroup() {
        throw noSuch();
      },
    });
    const error = await rejection(issueUser(userPlan({ policyArns: [POLICY], groups: ['readers'] }), deps));
    expect(error).toMatchObject({ code: 'lease-part-missing' });
    const { message, remedy, cause } = error as ActionError;
    expect(cause).toMatchObject({ code: 'lease-part-missing', message: expect.stringContaining(POLICY) });
    expect(message).toContain(`Attaching the policy ${POLICY}`);
    expect(message).toContain('Adding the user to the group readers');
    expect(remedy.split('\n')).toHaveLength(1);
    expect(clock.slept.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(8_000);
  });

  it('is reported with each remedy once where different things failed', async () => {
    const { deps } = issuing({
      AttachUserPolicy() {
        throw noSuch();
      },
      AddUserToGroup() {
        throw awsError('AccessDenied', { status: 403 });
      },
    });
    const error = await rejection(
      issueUser(userPlan({ policyArns: [POLICY, `${POLICY}2`], groups: ['readers'] }), deps),
    );
    expect((error as ActionError).message.split('\n')).toHaveLength(3);
    expect((error as ActionError).remedy.split('\n')).toHaveLength(2);
  });

  it('has all settled before an error is thrown, so that a rollback meets no call under way', async () => {
    let attached = false;
    const { deps } = issuing({
      async CreateAccessKey() {
        throw awsError('AccessDenied', { status: 403 });
      },
      async AttachUserPolicy(_, __, apply) {
        for (let turns = 0; turns < 50; turns++) await Promise.resolve();
        attached = true;
        return apply();
      },
    });
    const error = await rejection(issueUser(userPlan({ policyArns: [POLICY] }), deps));
    expect(error).toMatchObject({ code: 'lease-denied', message: expect.stringContaining('access key of gha-1') });
    expect(attached).toBe(true);
  });

  it.each([
    ['PutUserPolicy', 'Putting the inline policy lease-guard'],
    ['AttachUserPolicy', 'Attaching the policy'],
    ['AddUserToGroup', 'Adding the user to the group'],
    ['CreateAccessKey', 'Creating the access key'],
  ])('is an error that says what was being done when %s is denied', async (operation, doing) => {
    const { deps } = issuing({
      [operation]() {
        throw awsError('AccessDenied', { status: 403 });
      },
    });
    const error = await rejection(issueUser(userPlan({ policyArns: [POLICY], groups: ['readers'] }), deps));
    expect(error).toMatchObject({ code: 'lease-denied', message: expect.stringContaining(doing) });
  });

  it('ends with the reason of the stop when the step is stopped, whatever else failed', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    const { deps } = issuing(
      {
        PutUserPolicy() {
          stop.abort(reason);
          throw noSuch();
        },
      },
      { stop },
    );
    const error = (await rejection(issueUser(userPlan(), deps))) as Error;
    expect(error === reason || error.cause === reason).toBe(true);
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

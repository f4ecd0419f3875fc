import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { issueUser } from '../../../src/lease/issue-user.ts';
import { awsError, networkError, rejection } from '../../support/fakes/aws-error.ts';
import { fakeUser } from '../../support/fakes/iam.ts';
import { issuing, userPlan } from '../../support/fakes/user-plan.ts';

const BOUNDARY = 'arn:aws:iam::123456789012:policy/boundary';
const noSuch = () => awsError('NoSuchEntityException', { status: 404 });
const exists = (attempts = 1) => awsError('EntityAlreadyExistsException', { status: 409, attempts });

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

import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { issueSession, type SessionPlan } from '../../../src/lease/issue-session.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';
import { NOON } from '../../support/fakes/time.ts';

type Request = { durationSeconds: number; policy?: string; policyArns?: readonly string[] };

const PLAN: SessionPlan = { ttlSeconds: 3600, policy: undefined, policyArns: [], alphanumericSecret: false };
const EXPIRATION = new Date('2026-11-21T12:59:58Z');

function setUp(
  about: {
    maximumSeconds?: number;
    refuse?: (request: Request, nth: number) => unknown;
    secrets?: string[];
    expiration?: Date | undefined;
  } = {},
) {
  const { maximumSeconds = 43_200, refuse = () => undefined, secrets = [] } = about;
  const expiration = 'expiration' in about ? about.expiration : EXPIRATION;
  const requests: Request[] = [];
  const notices: string[] = [];
  const deps = {
    maximumSeconds,
    because: 'AWS allows no more here',
    notice: (sentence: string) => notices.push(sentence),
    now: () => NOON,
    obtain: async (request: Request) => {
      const error = refuse(request, requests.push(request));
      if (error !== undefined) throw error;
      const keys = { accessKeyId: 'ASIA1', secretAccessKey: secrets.shift() ?? 'plain', sessionToken: 'token' };
      const credentials = expiration === undefined ? keys : { ...keys, expiration };
      return { credentials, arn: 'arn:aws:sts::123456789012:assumed-role/r/s', accountId: '123456789012' };
    },
  };
  return { deps, requests, notices };
}

const tooLong = ({ durationSeconds }: Request) =>
  durationSeconds > 3600
    ? awsError('ValidationError', { message: 'The requested DurationSeconds exceeds …' })
    : undefined;

describe('a session', () => {
  it('is what STS gave, until the moment STS said', async () => {
    const { deps, requests, notices } = setUp();
    expect(await issueSession(PLAN, deps)).toEqual({
      kind: 'session',
      arn: 'arn:aws:sts::123456789012:assumed-role/r/s',
      accountId: '123456789012',
      credentials: { accessKeyId: 'ASIA1', secretAccessKey: 'plain', sessionToken: 'token', expiration: EXPIRATION },
      expiresAt: EXPIRATION,
    });
    expect(requests).toStrictEqual([{ durationSeconds: 3600 }]);
    expect(notices).toEqual([]);
  });

  it('ends after its duration where STS does not say', async () => {
    const { deps } = setUp({ expiration: undefined });
    expect((await issueSession(PLAN, deps)).expiresAt).toEqual(new Date(NOON + 3_600_000));
  });

  it('is requested with its session policies', async () => {
    const { deps, requests } = setUp();
    await issueSession({ ...PLAN, policy: '{}', policyArns: ['arn:a'] }, deps);
    expect(requests).toEqual([{ durationSeconds: 3600, policy: '{}', policyArns: ['arn:a'] }]);
  });

  it('longer than AWS allows is shortened, with a notice that says why', async () => {
    const { deps, requests, notices } = setUp({ maximumSeconds: 3600 });
    await issueSession({ ...PLAN, ttlSeconds: 7200 }, deps);
    expect(requests.map(({ durationSeconds }) => durationSeconds)).toEqual([3600]);
    expect(notices).toEqual(['The session lasts 3600 s instead of the requested 7200 s: AWS allows no more here.']);
  });

  it('longer than the role allows is requested again with an hour, with a notice', async () => {
    const { deps, requests, notices } = setUp({ refuse: tooLong, expiration: undefined });
    const lease = await issueSession({ ...PLAN, ttlSeconds: 7200 }, deps);
    expect(requests.map(({ durationSeconds }) => durationSeconds)).toEqual([7200, 3600]);
    expect(notices).toEqual([expect.stringContaining('3600 s instead of 7200 s')]);
    expect(notices[0]).toContain('MaxSessionDuration is shorter. Raise it on the role');
    expect(lease.expiresAt).toEqual(new Date(NOON + 3_600_000));
  });

  it('of an hour or less is not requested again after a ValidationError', async () => {
    const { deps, requests } = setUp({ refuse: () => awsError('ValidationError', { message: 'Value x at roleArn' }) });
    const error = await rejection(issueSession(PLAN, deps));
    expect(error).toMatchObject({
      code: 'assume-role-failed',
      message: expect.stringContaining('Getting a session from STS'),
      remedy: expect.stringContaining('`role-to-assume`'),
    });
    expect((error as Error).message).not.toContain('roleArn');
    expect(requests).toHaveLength(1);
  });

  it('that is refused again with an hour is an error, without a notice that it was shortened', async () => {
    const { deps, requests, notices } = setUp({ refuse: () => awsError('ValidationError') });
    expect(await rejection(issueSession({ ...PLAN, ttlSeconds: 7200 }, deps))).toMatchObject({
      code: 'assume-role-failed',
    });
    expect(requests).toHaveLength(2);
    expect(notices).toEqual([]);
  });

  it('passes an error of ours on unchanged', async () => {
    const own = new ActionError('assume-role-denied', 'denied', { remedy: 'fix it' });
    const { deps } = setUp({ refuse: () => own });
    expect(await rejection(issueSession(PLAN, deps))).toBe(own);
  });

  it('is issued again until its secret is plain, if so wished', async () => {
    const { deps, requests } = setUp({ secrets: ['a+b', 'c/d', 'plain'] });
    const lease = await issueSession({ ...PLAN, alphanumericSecret: true }, deps);
    expect(lease.credentials.secretAccessKey).toBe('plain');
    expect(requests).toHaveLength(3);
  });

  it('shortened by the role is not requested at full length at each try for a plain secret', async () => {
    const { deps, requests, notices } = setUp({ refuse: tooLong, secrets: ['a+b', 'plain'] });
    await issueSession({ ...PLAN, ttlSeconds: 7200, alphanumericSecret: true }, deps);
    expect(requests.map(({ durationSeconds }) => durationSeconds)).toEqual([7200, 3600, 3600]);
    expect(notices).toHaveLength(1);
  });

  it('whose secret is special ten times in a row is an error', async () => {
    const { deps, requests } = setUp({ secrets: Array.from({ length: 20 }, () => 'a+b') });
    expect(await rejection(issueSession({ ...PLAN, alphanumericSecret: true }, deps))).toMatchObject({
      code: 'special-characters-remain',
    });
    expect(requests).toHaveLength(10);
  });
});

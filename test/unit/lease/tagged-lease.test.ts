import { describe, expect, it } from '@jest/globals';
import type { ActionError } from '../../../src/errors.ts';
import { classifyUser, findLease, recordOf } from '../../../src/lease/tagged-lease.ts';
import { leaseTags } from '../../../src/lease/tags.ts';
import { awsError, networkError, rejection } from '../../support/fakes/aws-error.ts';
import { fakeIam, fakeUser } from '../../support/fakes/iam.ts';
import { jobOf } from '../../support/fakes/run.ts';
import { fakeWaiting, NOON } from '../../support/fakes/time.ts';

const CREATED = new Date(NOON - 3_600_000);
const END = new Date(NOON);
const MAX = new Date(NOON + 3_600_000);
const STAMP = { expiresAt: END, maxExpiresAt: MAX, nonce: 'n0nce', outlivesJob: false };
const TAGS = leaseTags(jobOf(), STAMP);

const tagsOf = (tags: Record<string, string>) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
const userWith = (tags: Record<string, string>) => ({
  UserName: 'gha-1',
  UserId: 'AIDA1',
  Arn: 'arn:aws:iam::123456789012:user/ci/gha-1',
  Path: '/ci/',
  CreateDate: CREATED,
  Tags: tagsOf({ ...TAGS, ...tags }),
});
const LEASE = {
  userName: 'gha-1',
  arn: 'arn:aws:iam::123456789012:user/ci/gha-1',
  path: '/ci/',
  createdAt: CREATED,
  expiresAt: END,
  maxExpiresAt: MAX,
  repository: 'octo-org/octo_repo',
  repositoryId: '42',
  runId: '1234567',
  runAttempt: '2',
  job: 'release',
  actor: 'mona',
  nonce: 'n0nce',
  outlivesJob: false,
};

describe('the tags that issue sets', () => {
  it('are read back as the lease they describe', () => {
    expect(classifyUser(userWith({}))).toEqual({ lease: LEASE });
  });

  it('describe a lease that may outlive its job', () => {
    expect(classifyUser(userWith(leaseTags(jobOf(), { ...STAMP, outlivesJob: true }))).lease?.outlivesJob).toBe(true);
    expect(classifyUser(userWith({ 'lease:revoke': 'always' })).lease?.outlivesJob).toBe(false);
  });

  it('of a repository, job or actor that are missing leave those empty', () => {
    const { Tags, ...user } = userWith({});
    const few = Tags.filter(({ Key }) => !/repository|job|actor|attempt/.test(Key));
    expect(classifyUser({ ...user, Tags: few }).lease).toEqual({
      ...LEASE,
      repository: '',
      repositoryId: '',
      runAttempt: '',
      job: '',
      actor: '',
    });
  });
});

describe('a user is no lease', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'is managed by something else',
      { 'lease:managed-by': 'terraform' },
      'the tag lease:managed-by is not aws-ephemeral-credentials',
    ],
    ['has no end', { 'lease:expires-at': '' }, 'the tag lease:expires-at is not an RFC 3339 time'],
    [
      'has an end that is a word',
      { 'lease:expires-at': 'tomorrow' },
      'the tag lease:expires-at is not an RFC 3339 time',
    ],
    [
      'ends at a local time',
      { 'lease:expires-at': '2026-11-21T12:00:00' },
      'the tag lease:expires-at is not an RFC 3339 time',
    ],
    ['has no run', { 'lease:run-id': '' }, 'the tag lease:run-id or lease:nonce is missing'],
    ['has no nonce', { 'lease:nonce': '' }, 'the tag lease:run-id or lease:nonce is missing'],
  ])('when it %s', (_, tags, because) => {
    expect(classifyUser(userWith(tags))).toEqual({ lease: undefined, because });
  });

  it.each(['run-id', 'nonce'])('when its tag lease:%s has no value', (name) => {
    const { Tags, ...user } = userWith({});
    const tags = Tags.map(({ Key, Value }) => (Key === `lease:${name}` ? { Key } : { Key, Value }));
    expect(classifyUser({ ...user, Tags: tags as typeof Tags })).toEqual({
      lease: undefined,
      because: 'the tag lease:run-id or lease:nonce is missing',
    });
  });

  it('when it has no tags at all', () => {
    const { Tags: _, ...user } = userWith({});
    expect(classifyUser(user).lease).toBeUndefined();
    expect(classifyUser({ ...user, Tags: [] }).lease).toBeUndefined();
  });
});

describe('a lease', () => {
  it.each(['', 'never', '2026-11-21 13:00'])('whose end of all renewals is “%s” cannot be renewed', (text) => {
    expect(classifyUser(userWith({ 'lease:max-expires-at': text })).lease?.maxExpiresAt).toEqual(END);
  });

  it('without a date of creation counts as created at its expiry', () => {
    const { UserName: _, Arn: __, Path: ___, CreateDate: ____, ...user } = userWith({});
    const partial = user as Parameters<typeof classifyUser>[0];
    expect(classifyUser(partial).lease).toMatchObject({ userName: '', arn: '', path: '', createdAt: END });
  });

  it('is to revoking what main would have noted, whole', () => {
    expect(recordOf(LEASE, '123456789012')).toEqual({
      userName: 'gha-1',
      path: '/ci/',
      accountId: '123456789012',
      runId: '1234567',
      runAttempt: '2',
      nonce: 'n0nce',
      intendedAt: '2026-11-21T11:00:00Z',
      expiresAt: '2026-11-21T12:00:00Z',
      progress: 'issued',
    });
  });
});

function finding(handlers: Parameters<typeof fakeIam>[0] = {}, tags: Record<string, string> = {}) {
  const fake = fakeIam(handlers);
  fake.users.set('gha-1', fakeUser({ tags: tagsOf({ ...TAGS, ...tags }), createdAt: CREATED }));
  const waiting = fakeWaiting();
  const find = (name = 'gha-1', repositoryId = '42') =>
    findLease(name, repositoryId, { ...waiting, iam: fake.iam, purpose: 'renew' });
  return { ...fake, find, slept: waiting.clock.slept };
}

const denied = () => awsError('AccessDenied', { status: 403 });

describe('looking for a lease by its name', () => {
  it('finds that of this repository, with one look', async () => {
    const { find, names } = finding();
    expect(await find()).toEqual(LEASE);
    expect(names()).toEqual(['GetUser']);
  });

  it('finds nothing where there is no such user', async () => {
    expect(await finding().find('gha-2')).toBeUndefined();
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['another repository’s', '43', {}, 'it is a lease of another repository'],
    ['one whose repository is not known', '42', { 'lease:repository-id': '' }, 'it is a lease of another repository'],
    [
      'a user without our tag',
      '42',
      { 'lease:managed-by': 'x' },
      'the tag lease:managed-by is not aws-ephemeral-credentials',
    ],
  ])('refuses %s', async (_, repositoryId, tags, because) => {
    const error = (await rejection(finding({}, tags).find('gha-1', repositoryId))) as ActionError;
    expect(error).toMatchObject({ code: 'lease-mismatch', message: `IAM user gha-1 was left alone: ${because}` });
    expect(error.remedy).toContain('`lease-id`');
  });

  it('refuses an answer that holds no user', async () => {
    const error = await rejection(finding({ GetUser: () => ({}) }).find());
    expect(error).toMatchObject({ code: 'lease-mismatch', message: expect.stringContaining('AWS returned no user') });
  });

  it('waits out a refusal, which may only mean that the role has not arrived yet', async () => {
    const { find, slept } = finding({
      GetUser(_, nth) {
        if (nth === 1) throw denied();
        return undefined;
      },
    });
    expect(await find()).toEqual(LEASE);
    expect(slept).toEqual([500]);
  });

  it.each<[string, () => Error, string]>([
    ['refused', denied, 'lease-denied'],
    ['not answered', () => networkError(8), 'lease-failed'],
  ])('that is %s for good ends with an error that names the user', async (_, error, code) => {
    const { find } = finding({
      GetUser() {
        throw error();
      },
    });
    expect(await rejection(find())).toMatchObject({ code, message: expect.stringContaining('Reading IAM user gha-1') });
  });
});

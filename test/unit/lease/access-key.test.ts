import { describe, expect, it } from '@jest/globals';
import { createAccessKey } from '../../../src/lease/access-key.ts';
import { untilVisible } from '../../../src/lease/until-visible.ts';
import { awsError, rejection } from '../../support/fakes/aws-error.ts';
import { fakeIam, fakeUser } from '../../support/fakes/iam.ts';
import { fakeWaiting } from '../../support/fakes/time.ts';

function setUp(handlers: Parameters<typeof fakeIam>[0] = {}, about: { secrets?: string[]; keys?: string[] } = {}) {
  const user = fakeUser({ has: { keys: about.keys ?? [] } });
  const fake = fakeIam(handlers, { secrets: about.secrets ?? [], users: new Map([['u', user]]) });
  const masks: string[] = [];
  const waiting = fakeWaiting();
  const deps = {
    ...waiting,
    iam: fake.iam,
    mask: (secret: string) => void masks.push(secret),
    untilVisible: untilVisible(waiting),
  };
  const create = (plain = false) => createAccessKey('u', { plain }, deps);
  return {
    ...fake,
    create,
    whenVisible: deps.untilVisible,
    masks,
    keys: () => user.on.keys,
    slept: waiting.clock.slept,
  };
}

/** The first `lost` answers are lost: the call was applied, and the SDK sent it again. */
const losing = (lost: number) => ({
  CreateAccessKey(_: unknown, nth: number, apply: () => object) {
    if (nth > 1) return undefined;
    for (let times = 0; times < lost; times++) apply();
    return { ...apply(), $metadata: { attempts: lost + 1 } };
  },
});

/** Two answers were lost, and the third says that the user can have no more keys. */
const quotaFull = {
  CreateAccessKey(_: unknown, nth: number, apply: () => object) {
    if (nth > 1) return undefined;
    apply();
    apply();
    throw awsError('LimitExceededException', { status: 409, attempts: 3 });
  },
};

describe('the access key', () => {
  it('is one, and nothing else is asked when its answer came at once', async () => {
    const { create, names, masks } = setUp();
    expect(await create()).toEqual({ accessKeyId: 'AKIA1', secretAccessKey: 'Secret1' });
    expect(names()).toEqual(['CreateAccessKey']);
    expect(masks).toEqual(['Secret1', 'AKIA1']);
  });

  it('is the only one left when an earlier answer was lost', async () => {
    const { create, keys } = setUp(losing(1));
    expect(await create()).toMatchObject({ accessKeyId: 'AKIA2' });
    expect(keys()).toEqual(['AKIA2']);
  });

  it('is the only one left when lost answers have filled the quota of two', async () => {
    const { create, keys, slept } = setUp(quotaFull);
    expect(await create()).toMatchObject({ accessKeyId: 'AKIA3' });
    expect(keys()).toEqual(['AKIA3']);
    expect(slept).toEqual([]);
  });

  it('is not created again before the list, which is eventually consistent, shows the keys that fill the quota', async () => {
    const { create, names, slept } = setUp({
      ...quotaFull,
      ListAccessKeys: (_, nth) => (nth <= 2 ? { AccessKeyMetadata: [], $metadata: {} } : undefined),
    });
    expect(await create()).toMatchObject({ accessKeyId: 'AKIA3' });
    expect(names().filter((name) => name === 'CreateAccessKey')).toHaveLength(2);
    expect(slept).toEqual([125, 250]);
  });

  it('is looked for again until the list, which may lag, shows it', async () => {
    const { create, keys, slept } = setUp({
      ...losing(1),
      ListAccessKeys: (_, nth) => (nth <= 2 ? { AccessKeyMetadata: [], $metadata: {} } : undefined),
    });
    await create();
    expect(keys()).toEqual(['AKIA2']);
    expect(slept).toEqual([125, 250]);
  });

  it('is looked for again where the list shows the unknown key and not yet this one', async () => {
    const { create, keys, slept } = setUp({
      ...losing(1),
      ListAccessKeys: (_, nth) =>
        nth === 1 ? { AccessKeyMetadata: [{ AccessKeyId: 'AKIA1' }], $metadata: {} } : undefined,
    });
    await create();
    expect(keys()).toEqual(['AKIA2']);
    expect(slept).toEqual([125]);
  });

  it('is not lost when the list never shows it, and is looked for twelve times', async () => {
    const { create, names, slept } = setUp({ ...losing(1), ListAccessKeys: () => ({ $metadata: {} }) });
    expect(await create()).toMatchObject({ accessKeyId: 'AKIA2' });
    expect(names().filter((name) => name === 'ListAccessKeys')).toHaveLength(12);
    expect(slept).toEqual([125, 250, ...Array(9).fill(500)]);
  });

  it('shows that the user can be seen, so that what else is missing then is believed soon', async () => {
    const { create, whenVisible, slept } = setUp();
    await create();
    const missing = async () => {
      throw awsError('NoSuchEntityException', { status: 404 });
    };
    await rejection(whenVisible(missing, 'other'));
    const waited = slept.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBeGreaterThanOrEqual(6_000);
    expect(waited).toBeLessThan(8_000);
  });

  it('is made although the list does not see the new user at first', async () => {
    const { create, keys } = setUp({
      ...losing(1),
      ListAccessKeys(_, nth) {
        if (nth === 1) throw awsError('NoSuchEntityException', { status: 404 });
        return undefined;
      },
    });
    expect(await create()).toMatchObject({ accessKeyId: 'AKIA2' });
    expect(keys()).toEqual(['AKIA2']);
  });

  it('is made although the unknown key is gone by the time it is deleted', async () => {
    const { create } = setUp({
      ...losing(1),
      DeleteAccessKey() {
        throw awsError('NoSuchEntityException', { status: 404 });
      },
    });
    expect(await create()).toMatchObject({ accessKeyId: 'AKIA2' });
  });

  it('is an error when the unknown key cannot be deleted', async () => {
    const { create } = setUp({
      ...losing(1),
      DeleteAccessKey() {
        throw awsError('AccessDenied', { status: 403 });
      },
    });
    expect(await rejection(create())).toMatchObject({ code: 'lease-denied' });
  });

  it('is an error when the quota stays full', async () => {
    const { create, names } = setUp(
      {
        CreateAccessKey() {
          throw awsError('LimitExceededException', { status: 409 });
        },
      },
      { keys: ['AKIAX'] },
    );
    expect(await rejection(create())).toMatchObject({ code: 'lease-limit-reached' });
    expect(names().filter((name) => name === 'CreateAccessKey')).toHaveLength(4);
  });

  it('is issued again until its secret is plain, the earlier ones deleted, never more than two at a time', async () => {
    let most = 0;
    const fake = setUp(
      {
        CreateAccessKey(_, __, apply) {
          const answer = apply();
          most = Math.max(most, fake.keys().length);
          return answer;
        },
      },
      { secrets: ['a+b', 'c/d', 'plain'] },
    );
    expect(await fake.create(true)).toEqual({ accessKeyId: 'AKIA3', secretAccessKey: 'plain' });
    expect(fake.keys()).toEqual(['AKIA3']);
    expect(most).toBeLessThanOrEqual(2);
    expect(fake.masks).toEqual(['a+b', 'AKIA1', 'c/d', 'AKIA2', 'plain', 'AKIA3']);
  });

  it('that is not plain and cannot be deleted is an error that says so', async () => {
    const { create } = setUp(
      {
        DeleteAccessKey() {
          throw awsError('AccessDenied', { status: 403 });
        },
      },
      { secrets: ['a+b'] },
    );
    expect(await rejection(create(true))).toMatchObject({
      code: 'lease-denied',
      message: expect.stringContaining('Deleting an access key of u'),
    });
  });

  it('whose secret is special ten times is an error', async () => {
    const { create, names } = setUp({}, { secrets: Array.from({ length: 20 }, () => 'a+b') });
    expect(await rejection(create(true))).toMatchObject({ code: 'special-characters-remain' });
    expect(names().filter((name) => name === 'CreateAccessKey')).toHaveLength(10);
  });

  it('may have a secret with special characters by default', async () => {
    const { create } = setUp({}, { secrets: ['a+b'] });
    expect((await create()).secretAccessKey).toBe('a+b');
  });
});

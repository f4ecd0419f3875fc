import { describe, expect, it } from '@jest/globals';
import type { ActualSecret, ActualValue } from '../../../../src/secrets/actual/actual.ts';
import type { DesiredSecret } from '../../../../src/secrets/desired/desired.ts';
import { isOwn, isPrunable, pruneOf, type SyncPolicy, unreadableChange } from '../../../../src/secrets/plan/change.ts';
import { changeOf, refreshed } from '../../../../src/secrets/plan/diff.ts';
import { actual, json, OWN, OWNER, plain, policy, reason } from '../../../support/fakes/sync.ts';

const text = (value: string): ActualValue => ({ kind: 'text', text: value });
const FOREIGN = { tags: {} };
const KEY = '1234abcd-12ab-34cd-56ef-1234567890ab';
const change = (desired: DesiredSecret, there: Partial<ActualSecret> | undefined, about: Partial<SyncPolicy> = {}) =>
  changeOf(desired, there && actual(there), policy(about));

describe('a secret that is not there', () => {
  it('is created with all that it is to have', () => {
    const replicas = [{ region: 'us-west-2', kmsKeyId: undefined }];
    expect(changeOf(plain('app'), undefined, policy({ tags: { team: 'core' }, replicas }))).toEqual({
      name: 'app',
      action: 'create',
      because: undefined,
      desired: plain('app'),
      actual: undefined,
      what: [],
      keys: undefined,
      unseen: false,
      next: 'new',
      tags: { team: 'core', ...OWN },
      replicas,
      problem: undefined,
    });
  });

  it('is created with its keys in one order', () => {
    expect(changeOf(json('app', { b: '2', a: '1' }), undefined, policy())).toMatchObject({
      next: '{"a":"1","b":"2"}',
      keys: { added: ['b', 'a'], changed: [], removed: [], empty: [], kept: [] },
    });
  });

  it.each([plain('app', ''), json('app', {}, ['A'])])('is skipped where the source has no value for it', (desired) => {
    expect(changeOf(desired, undefined, policy())).toMatchObject({
      action: 'skip',
      because: { code: 'empty-value', sentence: 'the source’s value is empty, which AWS cannot hold' },
      next: undefined,
      replicas: [],
    });
  });
});

describe('a secret of ours', () => {
  it.each<[string, DesiredSecret, Partial<ActualSecret>, Partial<SyncPolicy>]>([
    ['as it is to be', plain('app', 'old'), {}, {}],
    ['with other tags beside', plain('app', 'old'), { tags: { ...OWN, other: 'x' } }, {}],
    ['with a description nobody asked about', plain('app', 'old'), { description: 'theirs' }, {}],
    ['with a key nobody asked about', plain('app', 'old'), { kmsKeyId: KEY }, {}],
    [
      'with replicas nobody asked for',
      plain('app', 'old'),
      { replicas: [{ region: 'x', kmsKeyId: undefined, status: 'InSync', message: '' }] },
      {},
    ],
    ['with a primary here', plain('app', 'old'), { primaryRegion: 'eu-central-1' }, {}],
    [
      'with everything asked for',
      plain('app', 'old'),
      { description: 'd', kmsKeyId: KEY, tags: { ...OWN, team: 'core' } },
      { description: 'd', kmsKeyId: `arn:aws:kms:eu-central-1:123456789012:key/${KEY}`, tags: { team: 'core' } },
    ],
    ['with the default key, asked for by name', plain('app', 'old'), {}, { kmsKeyId: 'alias/aws/secretsmanager' }],
    ['in other words', json('app', { a: '1', b: '2' }), { value: text('{ "b":"2", "a":"1" }') }, {}],
    ['with keys to be kept', json('app', { a: '1' }), { value: text('{"a":"1","z":1}') }, { unknownKeys: 'keep' }],
  ])('%s is unchanged', (_, desired, there, about) => {
    expect(change(desired, there, about)).toMatchObject({
      action: 'unchanged',
      what: [],
      next: undefined,
      tags: {},
      replicas: [],
    });
  });

  it.each<[string, DesiredSecret, Partial<ActualSecret>, Partial<SyncPolicy>, object]>([
    ['its value', plain('app'), {}, {}, { what: ['value'], next: 'new' }],
    ['bytes', plain('app'), { value: { kind: 'binary' } }, {}, { what: ['value'], next: 'new' }],
    [
      'a value where there is none',
      plain('app'),
      { value: { kind: 'none' }, versionId: undefined },
      {},
      { what: ['value'], next: 'new' },
    ],
    [
      'keys the source lacks',
      json('app', { a: '1' }),
      { value: text('{"a":"1","z":1}') },
      {},
      { what: ['value'], next: '{"a":"1"}', keys: { added: [], changed: [], removed: ['z'], empty: [], kept: [] } },
    ],
    [
      'its description',
      plain('app', 'old'),
      { description: 'x' },
      { description: 'd' },
      { what: ['description'], next: undefined },
    ],
    ['its key', plain('app', 'old'), {}, { kmsKeyId: KEY }, { what: ['kms-key'], next: undefined }],
    [
      'only the tags that differ',
      plain('app', 'old'),
      { tags: { ...OWN, a: '1', b: 'x' } },
      { tags: { a: '1', b: '2', c: '' } },
      { what: ['tags'], tags: { b: '2', c: '' } },
    ],
    [
      'a tag called as JavaScript’s own',
      plain('app', 'old'),
      {},
      { tags: { constructor: 'x' } as never },
      { what: ['tags'], tags: { constructor: 'x' } },
    ],
    [
      'all at once',
      plain('app'),
      { description: 'x' },
      { description: 'd', kmsKeyId: KEY, tags: { a: '1' }, replicas: [{ region: 'us-west-2', kmsKeyId: 'alias/x' }] },
      {
        what: ['value', 'description', 'kms-key', 'tags', 'replicas'],
        replicas: [{ region: 'us-west-2', kmsKeyId: 'alias/x' }],
      },
    ],
  ])('is updated: %s', (_, desired, there, about, expected) => {
    expect(change(desired, there, about)).toMatchObject({
      action: 'update',
      because: undefined,
      problem: undefined,
      ...expected,
    });
  });

  it.each<[string, Partial<ActualSecret>, object]>([
    ['a text that is no JSON', { value: text('plain') }, { action: 'update', what: ['value', 'format'] }],
    ['bytes', { value: { kind: 'binary' } }, { action: 'update', what: ['value', 'format'] }],
    ['nothing yet', { value: { kind: 'none' } }, { action: 'update', what: ['value'] }],
    ['an object', { value: text('{}') }, { action: 'update', what: ['value'] }],
    [
      'another owner’s text',
      { tags: {}, value: text('plain') },
      { action: 'adopt', what: ['value', 'format', 'tags'], keys: { added: ['a'] } },
    ],
  ])('that becomes JSON is told to change its format where it holds something else: %s', (_, there, expected) => {
    const about = { adopt: 'always', tags: {} } as const;
    expect(change(json('app', { a: '1' }), there, about)).toMatchObject({ ...expected, next: '{"a":"1"}' });
  });

  it.each([
    ['is not there', [], true],
    [
      'is not there, though another is',
      [{ region: 'eu-west-1', kmsKeyId: undefined, status: 'InSync', message: '' }],
      true,
    ],
    ['failed', [{ region: 'us-west-2', kmsKeyId: undefined, status: 'Failed', message: 'm' }], true],
    ['is under way', [{ region: 'us-west-2', kmsKeyId: undefined, status: 'InProgress', message: '' }], false],
    ['is there', [{ region: 'us-west-2', kmsKeyId: undefined, status: 'InSync', message: '' }], false],
    ['may be there, for all that a list says', undefined, false],
  ])('gets a replica that %s', (_, replicas, gets) => {
    const desired = [{ region: 'us-west-2', kmsKeyId: undefined }];
    expect(change(plain('app', 'old'), { replicas }, { replicas: desired }).replicas).toEqual(gets ? desired : []);
  });

  it('stays where the source has no value for it, whatever else differs', () => {
    expect(change(plain('app', ''), { description: 'x', deleted: true }, { description: 'd' })).toMatchObject({
      action: 'skip',
      what: [],
    });
  });

  it('that cannot be read is refused, with the reason, and is reported as unseen', () => {
    expect(
      change(plain('app'), {
        value: { kind: 'unread', because: reason('reading its value failed: X', 'access-denied') },
      }),
    ).toMatchObject({
      action: 'refuse',
      because: { code: 'access-denied', sentence: 'reading its value failed: X' },
      unseen: true,
    });
  });

  it('that is scheduled for deletion is restored, or refused', () => {
    const deleted = { deleted: true, value: { kind: 'none' } as const };
    expect(change(plain('app'), deleted)).toMatchObject({ action: 'restore', because: undefined, next: undefined });
    expect(change(plain('app'), deleted, { onDeleted: 'error' })).toMatchObject({
      action: 'refuse',
      because: {
        code: 'scheduled-for-deletion',
        sentence: 'it is scheduled for deletion, and `on-deleted` is `error`',
      },
      unseen: false,
    });
  });
});

describe('a secret that no sync may write', () => {
  it.each<[Partial<ActualSecret>, string]>([
    [{ rotating: true }, 'its rotation is enabled: a Lambda function writes it'],
    [{ owningService: 'rds' }, 'the AWS service rds manages it'],
    [{ primaryRegion: 'us-east-1' }, 'it is a replica here; its primary is in us-east-1'],
  ])('is refused whoever owns it, whatever is allowed, and not pruned: %j', (about, sentence) => {
    const because = { code: 'managed-elsewhere', sentence };
    for (const tags of [OWN, {}]) {
      for (const adopt of ['never', 'same-value', 'always'] as const) {
        expect(change(plain('app', 'old'), { ...about, tags }, { adopt })).toMatchObject({
          action: 'refuse',
          because,
          unseen: false,
          next: undefined,
        });
      }
      expect(pruneOf(actual({ ...about, tags }), policy())).toMatchObject({ action: 'refuse', because });
    }
  });
});

describe('the shape that made a secret', () => {
  it('is stored in a tag, which is corrected where a sync of the other shape takes it over', () => {
    expect(change(plain('app'), undefined, { mode: 'json' }).tags).toEqual({ ...OWN, 'sync:mode': 'json' });
    expect(change(plain('app', 'old'), {}, { mode: 'json' })).toMatchObject({
      action: 'update',
      what: ['tags'],
      tags: { 'sync:mode': 'json' },
    });
    expect(change(plain('app', 'old'), { tags: { 'sync:owner': OWNER } })).toMatchObject({
      tags: { 'sync:mode': 'per-key' },
    });
  });
});

describe('a foreign secret', () => {
  it.each([
    [{}, 'it exists and no sync made it (no tag sync:owner), and `adopt` is `never`'],
    [{ 'sync:owner': `${OWNER}2` }, `it is owned by ${OWNER}2, and \`adopt\` is \`never\``],
    [{ 'sync:owner': OWNER.slice(0, -1) }, `it is owned by ${OWNER.slice(0, -1)}, and \`adopt\` is \`never\``],
    [{ 'Sync:Owner': OWNER }, 'it exists and no sync made it (no tag sync:owner), and `adopt` is `never`'],
  ])('is left alone (%j)', (tags, sentence) => {
    expect(change(plain('app', 'old'), { tags: tags as Record<string, string> })).toMatchObject({
      action: 'refuse',
      because: { code: 'foreign', sentence },
    });
  });

  it.each(['same-value', 'always'] as const)('with the same value is adopted: `adopt` is `%s`', (adopt) => {
    expect(change(plain('app', 'old'), FOREIGN, { adopt, tags: { team: 'core' } })).toMatchObject({
      action: 'adopt',
      what: ['tags'],
      next: undefined,
      tags: { ...OWN, team: 'core' },
    });
  });

  it('with another value is adopted only where it is always', () => {
    expect(change(plain('app'), FOREIGN, { adopt: 'always' })).toMatchObject({ action: 'adopt', next: 'new' });
    expect(change(plain('app'), FOREIGN, { adopt: 'same-value' })).toMatchObject({
      action: 'refuse',
      because: {
        code: 'foreign',
        sentence: 'it is not this sync’s own and its value differs; `adopt` is `same-value`',
      },
      next: undefined,
      keys: undefined,
    });
  });

  it('has another value when it has keys that the source lacks', () => {
    const there = { ...FOREIGN, value: text('{"a":"1","z":"1"}') };
    for (const unknownKeys of ['keep', 'remove'] as const) {
      expect(change(json('app', { a: '1' }), there, { adopt: 'same-value', unknownKeys }).action).toBe('refuse');
    }
  });

  it('keeps its unknown keys on the run that adopts it, and loses them on the next', () => {
    const there = { ...FOREIGN, value: text('{"a":"0","z":1.0}') };
    const adopted = change(json('app', { a: '1' }), there, { adopt: 'always', unknownKeys: 'remove' });
    expect(adopted).toMatchObject({
      action: 'adopt',
      next: '{"a":"1","z":1.0}',
      keys: { changed: ['a'], removed: [], kept: ['z'] },
    });
    const next = change(json('app', { a: '1' }), { value: text(adopted.next ?? '') }, { adopt: 'always' });
    expect(next).toMatchObject({ action: 'update', next: '{"a":"1"}', keys: { removed: ['z'], kept: [] } });
  });

  it.each(['never', 'same-value', 'always'] as const)(
    'that is scheduled for deletion is never restored: `adopt` is `%s`',
    (adopt) => {
      expect(change(plain('app'), { ...FOREIGN, deleted: true }, { adopt })).toMatchObject({
        action: 'refuse',
        because: {
          code: 'scheduled-for-deletion',
          sentence: 'it exists and no sync made it (no tag sync:owner), and is scheduled for deletion',
        },
        unseen: false,
      });
    },
  );

  it('that is scheduled for deletion is refused by its owner’s name where it has one', () => {
    expect(change(plain('app'), { tags: { 'sync:owner': `${OWNER}2` }, deleted: true })).toMatchObject({
      because: {
        code: 'scheduled-for-deletion',
        sentence: `it is owned by ${OWNER}2, and is scheduled for deletion`,
      },
    });
  });

  it('that cannot be read is not adopted', () => {
    const there = { ...FOREIGN, value: { kind: 'unread', because: reason('no') } as const };
    for (const adopt of ['same-value', 'always'] as const) {
      expect(change(plain('app'), there, { adopt })).toMatchObject({
        action: 'refuse',
        because: reason('no'),
        unseen: true,
      });
    }
  });

  it('that must not be adopted is refused for that, whether it can be read or not', () => {
    const there = { ...FOREIGN, value: { kind: 'unread', because: reason('no') } as const };
    expect(change(plain('app'), there)).toMatchObject({
      because: { code: 'foreign', sentence: expect.stringContaining('`adopt` is `never`') },
      unseen: false,
    });
  });
});

describe('what AWS would refuse', () => {
  const half = 'x'.repeat(40_000);
  it('is reported where only the keys that stay make a secret too large', () => {
    const there = { value: text(JSON.stringify({ kept: half })) };
    const about = { unknownKeys: 'keep' } as const;
    const { problem } = change(json('app', { a: half }), there, about);
    expect(problem).toEqual({
      code: 'too-large',
      sentence: 'app: with the keys that stay in it, the secret would exceed AWS’s limit of 65536 bytes',
    });
    expect(change(json('app', { a: half }), there).problem).toBeUndefined();
    expect(change(json('app', { a: 'small' }), there, about).problem).toBeUndefined();
  });

  const tags = (count: number, prefix = 't') =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, 'x']));

  it('is reported where the tags that stay and ours are more than 50', () => {
    const own = { tags: { ...OWN, ...tags(40) } };
    expect(change(plain('app', 'old'), own, { tags: tags(9, 'u') }).problem).toEqual({
      code: 'too-many-tags',
      sentence: 'app: it would have 51 tags; AWS allows 50',
    });
    expect(change(plain('app', 'old'), own, { tags: tags(8, 'u') }).problem).toBeUndefined();
    expect(change(plain('app', 'old'), own, { tags: tags(40) }).problem).toBeUndefined();
  });

  it('is not reported where AWS’s own tags, which do not count, stand beside 50 others', () => {
    const own = { tags: { ...OWN, ...tags(40), ...tags(3, 'aws:cloudformation:') } };
    expect(change(plain('app', 'old'), own, { tags: tags(8, 'u') }).problem).toBeUndefined();
  });
});

describe('a plan', () => {
  it('holds no value that was read from AWS', () => {
    const planned = changeOf(plain('app'), actual({ value: text('c4n4ry') }), policy());
    expect(JSON.stringify(planned)).not.toContain('c4n4ry');
    expect(planned.actual).toMatchObject({ versionId: 'v1', value: { kind: 'none' } });
  });

  it('prunes what is ours and not wanted', () => {
    expect(pruneOf(actual(), policy())).toMatchObject({
      name: 'app',
      action: 'prune',
      because: undefined,
      desired: undefined,
    });
  });

  it.each<[string, Partial<ActualSecret>, boolean]>([
    ['is ours, made for one key', {}, true],
    ['is ours, a JSON secret', { tags: { ...OWN, 'sync:mode': 'json' } }, false],
    ['is ours, made by an unknown mode', { tags: { 'sync:owner': OWNER } }, false],
    ['is another owner’s, made for one key', { tags: { ...OWN, 'sync:owner': `${OWNER}2` } }, false],
    ['goes already', { deleted: true }, false],
  ])('may prune only what is ours and made for one key: one that %s', (_, about, may) => {
    expect(isPrunable(actual(about), policy())).toBe(may);
  });

  it('refuses what could not be looked at, and says that it is unseen', () => {
    expect(unreadableChange(plain('app'), reason('why'))).toMatchObject({
      name: 'app',
      action: 'refuse',
      because: reason('why'),
      unseen: true,
      next: undefined,
    });
  });

  it('knows what is ours by the whole mark', () => {
    expect(isOwn(actual(), policy())).toBe(true);
    expect(isOwn(actual({ tags: { 'sync:owner': `${OWNER}2` } }), policy())).toBe(false);
    expect(isOwn(actual({ tags: {} }), policy())).toBe(false);
  });
});

describe('a change in the light of a newer description', () => {
  const listed = actual({ replicas: undefined });
  const about = policy({ description: 'd', tags: { team: 'core' } });
  const before = changeOf(plain('app'), listed, about);
  const described = (more: Partial<ActualSecret> = {}) => actual({ value: { kind: 'none' }, ...more });

  it('keeps its value and takes the rest anew', () => {
    const after = refreshed(before, described({ description: 'd', tags: { ...OWN, team: 'core' } }), about);
    expect(before.what).toEqual(['value', 'description', 'tags']);
    expect(after).toMatchObject({ action: 'update', what: ['value'], next: 'new', tags: {}, actual: { replicas: [] } });
  });

  it('keeps that it changes the secret’s format', () => {
    const text_ = actual({ replicas: undefined, value: text('plain') });
    const reformatting = changeOf(json('app', { a: '1' }), text_, about);
    const after = refreshed(reformatting, described({ description: 'd' }), about);
    expect(after).toMatchObject({ what: ['value', 'format', 'tags'], keys: { added: ['a'] }, next: '{"a":"1"}' });
  });

  it.each<[string, Partial<ActualSecret>]>([
    ['another version is current', { versionId: 'v2' }],
    ['it is another owner’s', { tags: {} }],
    ['it is scheduled for deletion', { deleted: true }],
    ['its rotation is enabled', { rotating: true }],
    ['it is a service’s', { owningService: 'rds' }],
    ['it is a replica', { primaryRegion: 'us-east-1' }],
  ])('is none where %s', (_, more) => {
    expect(refreshed(before, described(more), about)).toBeUndefined();
  });

  it('is none where nothing was wanted or found', () => {
    expect(refreshed(pruneOf(listed, about), described(), about)).toBeUndefined();
    expect(refreshed(changeOf(plain('app'), undefined, about), described(), about)).toBeUndefined();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  summariseFailure,
  summariseIssue,
  summariseRevocation,
  summariseSweep,
  summariseSync,
} from '../../../../src/github/reports/summary.ts';
import type { Lease } from '../../../../src/lease/lease.ts';
import type { Revocation } from '../../../../src/lease/revocation.ts';
import { runOf } from '../../../support/fakes/run.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';
import { sweptOf } from '../../../support/fakes/swept.ts';

// @actions/core keeps the path of the first summary it writes, so all tests of this file share one runner.
let runner: ReturnType<typeof fakeRunner>;
let read = 0;
beforeAll(() => {
  runner = fakeRunner();
});
beforeEach(() => {
  read = runner.summary().length;
});
afterAll(() => runner.end());
const written = () => runner.summary().slice(read);

const CREDENTIALS = { accessKeyId: 'AKIA1', secretAccessKey: 's3cret', sessionToken: 't0ken' };
const COMMON = { accountId: '123456789012', credentials: CREDENTIALS, expiresAt: new Date('2026-11-21T13:00:00Z') };
const USER: Lease = {
  kind: 'iam-user',
  userName: 'gha-1',
  arn: 'arn:user',
  path: '/ci/',
  propagationMs: 1234,
  ...COMMON,
};
const SESSION: Lease = { kind: 'session', arn: 'arn:session', ...COMMON };
const REVOCATION: Revocation = {
  userName: 'gha-1',
  outcome: 'deleted',
  removed: ['access key'],
  failures: [],
  guard: 'off',
  rareLeft: false,
  proof: 'dead',
  endsAt: undefined,
};

const RIGHTS = { granted: ['arn:policy', 'group readers'], boundary: 'arn:boundary' };

describe('the summary of a lease', () => {
  it.each<[Lease, boolean, string[]]>([
    [
      USER,
      true,
      [
        'arn:user',
        'IAM user with one access key',
        '1234 ms',
        'arn:policy, group readers',
        'arn:boundary',
        'at the end of this job',
        '2026-11-21T13:00:00Z',
      ],
    ],
    [USER, false, ['no: `revoke` is `never`']],
    [{ ...USER, propagationMs: undefined }, true, ['not waited for']],
    [SESSION, true, ['arn:session', 'STS session', 'AWS cannot revoke a single session']],
  ])('says who, until when, and what ends it (%#)', async (lease, revoked, told) => {
    await summariseIssue(lease, runOf(), { revokedInPost: revoked, rights: RIGHTS });
    for (const text of told) expect(written()).toContain(text);
    expect(written()).not.toMatch(/s3cret|t0ken|AKIA1/);
  });

  it('shows what others have named as text, never as markup', async () => {
    await summariseIssue(USER, runOf({ job: '<img src=x>|&' }), { revokedInPost: true, rights: RIGHTS });
    expect(written()).toContain('&lt;img src=x&gt;&#124;&amp;');
    expect(written()).not.toContain('<img');
  });
});

it('a revocation that could not begin is told of, so that main’s summary is not the last word', async () => {
  await summariseFailure('gha-1', 'AccessDenied');
  expect(written()).toContain('NOT revoked');
  expect(written()).toContain('gha-1: NOT deleted');
});

describe('the summary of a revocation', () => {
  it.each<[Partial<Revocation>, string[]]>([
    [{}, ['gha-1: deleted', 'access key', 'STS no longer knows the key']],
    [
      { outcome: 'already-gone', removed: [], proof: 'no-key' },
      ['gha-1: was gone already', 'nothing', 'there was no access key'],
    ],
    [
      { outcome: 'incomplete', failures: ['delete the user: AccessDenied', 'x'], proof: 'alive' },
      ['NOT fully revoked', 'NOT deleted', 'delete the user: AccessDenied; x', 'still knew the key'],
    ],
    [{ proof: 'unknown' }, ['STS gave no clear answer']],
    [{ outcome: 'incomplete', removed: [], proof: 'no-key' }, ['none: its access key was not deleted']],
  ])('says what was deleted and what the proof is (%#)', async (about, told) => {
    await summariseRevocation({ ...REVOCATION, ...about });
    for (const text of told) expect(written()).toContain(text);
  });
});

describe('the summary of a sync', () => {
  const row = (name: string) => ({ name, action: 'update' as const, what: 'value', result: 'done' });

  it('has a row for each secret, and its heading', async () => {
    await summariseSync('Secrets synced', [row('a'), { ...row('b'), action: 'refuse', what: '', result: 'not ours' }]);
    const rows = [...written().matchAll(/<tr>(.*?)<\/tr>/g)].map(([, cells = '']) =>
      cells
        .split(/<t[hd]>/)
        .slice(1)
        .map((cell) => cell.replace(/<\/t[hd]>$/, '')),
    );
    expect(written()).toContain('<h3>Secrets synced</h3>');
    expect(rows).toEqual([
      ['Secret', 'Action', 'What', 'Result'],
      ['a', 'update', 'value', 'done'],
      ['b', 'refuse', ' ', 'not ours'],
    ]);
  });

  it('says so where there is nothing to tell of', async () => {
    await summariseSync('Secrets synced', []);
    expect(written()).toContain('there is nothing to write');
  });

  it('counts what would make it too long for the runner', async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => row(`secret-${index}.`));
    await summariseSync('Secrets synced', rows(250));
    expect(written()).toContain('secret-249.');
    expect(written()).not.toContain('more');
    read = runner.summary().length;
    await summariseSync('Secrets synced', rows(1_000));
    expect(written()).toContain('secret-249.');
    expect(written()).not.toContain('secret-250.');
    expect(written()).toContain('and 750 more: see the log');
  });

  it('stays within the runner’s 1 MiB however many keys have however long names', async () => {
    const what = `value (added ${Array.from({ length: 1_000 }, (_, index) => `KEY_${'X'.repeat(40)}_${index}`).join(', ')})`;
    await summariseSync(
      'Secrets synced',
      Array.from({ length: 300 }, () => ({ ...row('n'.repeat(512)), what })),
    );
    expect(Buffer.byteLength(written())).toBeLessThan(1_048_576);
  });

  it.each(['|', '&', '<', '日', '🎉'])(
    'stays within it also where all that keys and reasons hold is %s',
    async (character) => {
      const cell = character.repeat(10_000);
      await summariseSync(
        'Secrets NOT fully synced',
        Array.from({ length: 1_000 }, () => ({ ...row('n'.repeat(512)), what: cell, result: cell })),
      );
      expect(Buffer.byteLength(written())).toBeLessThan(1_048_576);
    },
  );

  it('shows what others have named as text, never as markup', async () => {
    await summariseSync('Secrets synced', [{ ...row('a'), what: 'added <img src=x>|&', result: '<b>' }]);
    expect(written()).toContain('added &lt;img src=x&gt;&#124;&amp;');
    expect(written()).not.toMatch(/<img|<b>/);
  });
});

describe('the summary of a sweep', () => {
  const cells = () => [...written().matchAll(/<td>([^<]*)/g)].map(([, cell]) => cell);
  const head = () => [...written().matchAll(/<th>([^<]*)/g)].map(([, cell]) => cell);

  it('has a row for each user, what needs eyes first, and says what came of it', async () => {
    await summariseSweep('Leases swept', [
      sweptOf('living'),
      sweptOf('stranger', { state: 'foreign-tagged', lease: undefined }),
      sweptOf('ended', { state: 'expired', revoked: true }),
      sweptOf('stuck', { state: 'expired', failure: 'delete the user: AccessDenied' }),
    ]);
    expect(written()).toContain('<h3>Leases swept</h3>');
    expect(head()).toEqual(['Lease', 'State', 'Repository', 'Run', 'Job', 'Actor', 'Created', 'Expires', 'Result']);
    const rest = ['octo-org/octo_repo', '1234567, attempt 2', 'release', 'mona'];
    const times = ['2026-11-21T11:00:00Z', '2026-11-21T12:00:00Z'];
    expect(cells()).toEqual([
      ...['stuck', 'expired', ...rest, ...times, 'delete the user: AccessDenied'],
      ...['ended', 'expired', ...rest, ...times, 'deleted'],
      ...['stranger', 'foreign-tagged', '', '', '', '', '', '', 'left'],
      ...['living', 'active', ...rest, ...times, 'left'],
    ]);
  });

  it('shows 250 users, counts the rest, and stays far below what GitHub takes', async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => sweptOf(`gha-${String(n).padStart(60, '0')}`));
    await summariseSweep('Leases', [...rows, sweptOf('ended', { state: 'expired' })]);
    expect(cells()).toHaveLength(251 * 9);
    expect(cells()[0]).toBe('ended');
    expect(cells().at(-9)).toBe('and 4751 more');
    expect(written().length).toBeLessThan(500_000);
  });

  it('shows what others have named as text, never as markup', async () => {
    await summariseSweep('Leases', [sweptOf('x', { failure: '<img src=x>|&' })]);
    expect(written()).toContain('&lt;img src=x&gt;&#124;&amp;');
    expect(written()).not.toContain('<img');
  });

  it('of nobody is a table without rows', async () => {
    await summariseSweep('Leases', []);
    expect([head().length, cells()]).toEqual([9, []]);
  });
});

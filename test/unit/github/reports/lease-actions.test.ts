import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  count,
  entryOf,
  newTally,
  rank,
  setRenewOutputs,
  setSweepOutputs,
} from '../../../../src/github/reports/lease-actions.ts';
import type { SweepResult } from '../../../../src/lease/sweep.ts';
import { contract } from '../../../support/fakes/inputs.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';
import { sweptOf } from '../../../support/fakes/swept.ts';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

function tallyOf(rows: readonly SweepResult[]) {
  const tally = newTally();
  for (const swept of rows) count(tally, swept);
  return tally;
}

const ROWS: SweepResult[] = [
  sweptOf('living', { state: 'active' }),
  sweptOf('left', { state: 'gone', lease: undefined }),
  sweptOf('stranger', { state: 'foreign-tagged', lease: undefined }),
  sweptOf('orphan', { state: 'orphaned', revoked: true }),
  sweptOf('ended', { state: 'expired', revoked: true }),
  sweptOf('stuck', { state: 'expired', failure: 'delete the user: AccessDenied' }),
];

it('a renewal’s outputs are those of its action.yml', () => {
  setRenewOutputs({ leaseId: 'gha-1', before: '2026-11-21T12:00:00Z', after: '2026-11-21T13:00:00Z' });
  expect(runner.outputs()).toEqual({
    'lease-id': 'gha-1',
    'previous-expiration': '2026-11-21T12:00:00Z',
    'aws-expiration': '2026-11-21T13:00:00Z',
  });
  expect(Object.keys(runner.outputs()).sort()).toEqual(Object.keys(contract('renew').outputs).sort());
});

describe('the tally of a sweep', () => {
  it('counts each user once in its state, and what came of it besides', () => {
    expect(tallyOf(ROWS)).toEqual({
      rows: ROWS,
      seen: 6,
      whole: false,
      counts: { active: 1, expired: 2, orphaned: 1, revoked: 2, failed: 1, foreign: 1 },
    });
  });

  it('does not count a user that nobody could look at as a living lease, but as a failure', () => {
    const unread = sweptOf('hidden', { state: 'unread', lease: undefined, failure: 'AccessDenied' });
    expect(tallyOf([unread]).counts).toEqual({ active: 0, expired: 0, orphaned: 0, revoked: 0, failed: 1, foreign: 0 });
  });

  it('of nothing is nothing', () => {
    expect(Object.values(newTally().counts)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('the outputs of a sweep', () => {
  it('are those of its action.yml', () => {
    setSweepOutputs(tallyOf(ROWS));
    expect(Object.keys(runner.outputs()).sort()).toEqual(Object.keys(contract('sweep').outputs).sort());
    expect(runner.outputs()).toMatchObject({ active: '1', expired: '2', orphaned: '1', revoked: '2', failed: '1' });
  });

  it('tell of everybody as JSON, what needs eyes first', () => {
    expect(setSweepOutputs(tallyOf(ROWS))).toBe(0);
    const told = JSON.parse(String(runner.outputs().leases)) as { leaseId: string }[];
    expect(told.map(({ leaseId }) => leaseId)).toEqual(['stuck', 'ended', 'orphan', 'stranger', 'living', 'left']);
    expect(told[0]).toEqual(entryOf(ROWS[5] as SweepResult));
  });

  it('are valid JSON when nobody was there', () => {
    setSweepOutputs(newTally());
    expect(runner.outputs().leases).toBe('[]');
  });

  it('leave out living leases first where there is no room for all, and tell how many', () => {
    const living = Array.from({ length: 5_000 }, (_, n) => sweptOf(`gha-a-repository-${String(n).padStart(40, '0')}`));
    const rows = [...living, ...ROWS];
    const missing = setSweepOutputs(tallyOf(rows));
    const text = String(runner.outputs().leases);
    const told = JSON.parse(text) as { leaseId: string; state: string }[];
    expect(missing).toBeGreaterThan(0);
    expect(told.length + missing).toBe(rows.length);
    expect(text.length).toBeLessThanOrEqual(450_002);
    expect(text.length).toBeGreaterThan(440_000);
    expect(told.slice(0, 4).map(({ leaseId }) => leaseId)).toEqual(['stuck', 'ended', 'orphan', 'stranger']);
    expect(new Set(told.slice(4).map(({ state }) => state))).toEqual(new Set(['active']));
  });
});

describe('one entry', () => {
  it('holds names and times, and no more than those', () => {
    expect(entryOf(sweptOf('gha-1', { state: 'expired', revoked: true }))).toEqual({
      leaseId: 'gha-1',
      state: 'expired',
      repository: 'octo-org/octo_repo',
      runId: '1234567',
      runAttempt: '2',
      job: 'release',
      actor: 'mona',
      created: '2026-11-21T11:00:00Z',
      expires: '2026-11-21T12:00:00Z',
      revoked: true,
    });
  });

  it('of a stranger holds only its name', () => {
    const stranger = sweptOf('x', { state: 'foreign-tagged', lease: undefined, failure: 'y' });
    expect(entryOf(stranger)).toEqual({ leaseId: 'x', state: 'foreign-tagged', revoked: false, failure: 'y' });
  });

  it('with a failure ranks before all others', () => {
    expect(rank(sweptOf('a', { failure: 'x' }))).toBeLessThan(rank(sweptOf('b', { state: 'expired' })));
  });
});

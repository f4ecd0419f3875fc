// `/sweep` on the bundle in a full account: one ended lease among a thousand living ones is found, in the memory of a small process.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createLeaseUser, entries, states, succeeded, useOf, writes } from '../support/scenarios/leases.ts';
import { inJob } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const USERS = 1_000;
const PLANTED_AT_A_TIME = 20;
/** Pages as small as this make 10 of them. */
const PAGE = 100;
/** Measured: 5,000 users do in 32. */
const HEAP_MB = 48;
const ENDED = 'lease-0617';

const lab = useLab({ reset: false });
beforeAll(async () => {
  const names = Array.from({ length: USERS }, (_, n) => `lease-${String(n).padStart(4, '0')}`);
  const more = names.values();
  const planter = async () => {
    for (const name of more)
      await createLeaseUser(lab, name, { endsIn: name === ENDED ? -60 : 3_600, bare: name !== ENDED });
  };
  await Promise.all(Array.from({ length: PLANTED_AT_A_TIME }, planter));
});

describe(`among ${USERS} users`, () => {
  it('deletes the one expired lease, reads each other user once, in little memory, and logs its progress', async () => {
    lab.wire.userPage = PAGE;
    // 10 at a time at 60 ms each: more than one line of progress.
    lab.wire.latencyMs = 60;
    const options = { env: { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` } };
    const result = succeeded(await inJob(lab, (job) => useOf(job, 'sweep', lab.inputs()).main(), options));

    expect(result.outputs).toMatchObject({ active: '999', expired: '1', revoked: '1', failed: '0' });
    expect(await lab.users()).toHaveLength(USERS - 1);
    expect(await lab.users()).not.toContain(ENDED);
    expect(states(result)[ENDED]).toBe('expired, revoked');
    expect(entries(result)).toHaveLength(USERS);
    expect(entries(result)[0]?.leaseId).toBe(ENDED);

    const count = (action: string) => lab.wire.calls.filter((call) => call.action === action).length;
    expect({ lists: count('ListUsers'), reads: count('GetUser') }).toEqual({ lists: USERS / PAGE, reads: USERS + 1 });
    expect(new Set(writes(lab))).toEqual(new Set(['DeleteAccessKey', 'DeleteUserPolicy', 'DeleteUser']));
    const progress = [...result.log.matchAll(/… (\d+) users checked, (\d+) deleted\./g)].map(([, seen]) => seen);
    expect(progress.length).toBeGreaterThanOrEqual(1);
    expect(Number(progress.at(-1))).toBeLessThanOrEqual(USERS);
    expect(progress.length).toBeLessThanOrEqual(Math.ceil(result.durationMs / 5_000));
    // Of all these the summary shows those that matter, and counts the rest.
    expect(result.summary).toContain(`<td>${ENDED}</td>`);
    expect(result.summary).toContain('and 750 more');
  });

  it('no more are looked at, at a time, than `concurrency` says', async () => {
    lab.wire.clear();
    lab.wire.latencyMs = 5;
    succeeded(await inJob(lab, (job) => useOf(job, 'sweep', lab.inputs({ concurrency: '4' })).main()));
    const moments = lab.wire.calls
      .filter(({ action }) => action === 'GetUser')
      .flatMap(({ startedAt, endedAt = startedAt }) => [
        { at: startedAt, step: 1 },
        { at: endedAt, step: -1 },
      ])
      .sort((one, other) => one.at - other.at || one.step - other.step);
    let now = 0;
    const most = Math.max(...moments.map(({ step }) => (now += step)));
    expect(most).toBeLessThanOrEqual(4);
    expect(most).toBeGreaterThan(1);
  });
});

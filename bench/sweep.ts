import type { Lab } from '../test/lab/lab.ts';
import { createLeaseUser, useOf } from '../test/support/scenarios/leases.ts';
import { inJob } from '../test/support/scenarios/scenario.ts';
import type { Findings } from './goals.ts';
import { type Bench, sampled, setLatency } from './laboratory.ts';
import { createProbe, table } from './measuring.ts';

const CREATED_AT_A_TIME = 20;
/** A small heap, so that the measured memory has little garbage that is not yet collected. */
const HEAP_MB = 32;

/** Users in the account, latency of AWS, users that are read at the same time. */
const RUNS = [
  { users: 1_000, latencyMs: 0, concurrency: 10 },
  { users: 1_000, latencyMs: 50, concurrency: 10 },
  { users: 1_000, latencyMs: 100, concurrency: 10 },
  { users: 5_000, latencyMs: 50, concurrency: 10 },
  { users: 5_000, latencyMs: 50, concurrency: 50 },
];

const nameOf = (n: number) => `lease-${String(n).padStart(5, '0')}`;

/** Creates active leases until there are this many users. */
async function fill(lab: Lab, users: number): Promise<void> {
  const there = (await lab.users()).length;
  const missing = Array.from({ length: Math.max(0, users - there) }, (_, n) => nameOf(there + n)).values();
  const create = async () => {
    for (const name of missing) await createLeaseUser(lab, name, { endsIn: 86_400, bare: true });
  };
  await Promise.all(Array.from({ length: CREATED_AT_A_TIME }, create));
}

/** The calls, time and memory of a sweep of a full account in which all leases are active. */
export async function sweeps({ lab, directory }: Bench): Promise<Findings> {
  await lab.reset();
  const rows: number[][] = [];
  const probe = createProbe(directory, `--max-old-space-size=${HEAP_MB}`);
  for (const { users, latencyMs, concurrency } of RUNS) {
    await fill(lab, users);
    setLatency(lab, latencyMs);
    const { calls, wallMs, used } = await inJob(
      lab,
      (job) => sampled(lab, useOf(job, 'sweep', lab.inputs({ concurrency: String(concurrency) })).main, probe),
      { env: { ...probe.env } },
    );
    rows.push([users, latencyMs, concurrency, calls, wallMs, (wallMs / users) * 1_000, used?.peakMb ?? 0]);
  }
  const head = ['users', 'latency, ms', 'at a time', 'calls', 'wall, ms', 'ms for 1,000 users', 'peak memory, MB'];
  return { text: table(head, rows) };
}

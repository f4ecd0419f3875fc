import type { Lab } from '../test/lab/lab.ts';
import { plant, useOf } from '../test/support/scenarios/leases.ts';
import { inJob } from '../test/support/scenarios/scenario.ts';
import type { Findings } from './goals.ts';
import { type Bench, sampled, setLatency } from './laboratory.ts';
import { createProbe, table } from './measuring.ts';

const PLANTED_AT_A_TIME = 20;
/** So that the memory measured is what is needed, not what lies about uncollected. */
const HEAP_MB = 32;

/** How full the account is, how far away AWS, how many users are looked at at a time. */
const RUNS = [
  { users: 1_000, latencyMs: 0, concurrency: 10 },
  { users: 1_000, latencyMs: 50, concurrency: 10 },
  { users: 1_000, latencyMs: 100, concurrency: 10 },
  { users: 5_000, latencyMs: 50, concurrency: 10 },
  { users: 5_000, latencyMs: 50, concurrency: 50 },
];

const nameOf = (n: number) => `lease-${String(n).padStart(5, '0')}`;

/** Living leases, until there are so many. */
async function fill(lab: Lab, users: number): Promise<void> {
  const there = (await lab.users()).length;
  const missing = Array.from({ length: Math.max(0, users - there) }, (_, n) => nameOf(there + n)).values();
  const planter = async () => {
    for (const name of missing) await plant(lab, name, { endsIn: 86_400, bare: true });
  };
  await Promise.all(Array.from({ length: PLANTED_AT_A_TIME }, planter));
}

/** What a sweep of a full account, in which all leases live, asks of IAM, and how long and how much memory it takes. */
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

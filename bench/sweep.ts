import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { plant, useOf } from '../test/dist/lease-scenario.ts';
import { inJob } from '../test/dist/scenario.ts';
import type { Lab } from '../test/lab/lab.ts';
import type { Job, Running } from '../test/lab/runner.ts';
import { table } from './measuring.ts';

const PLANTED_AT_A_TIME = 20;
const LOOK_EVERY_MS = 100;
/** So that the memory measured is what is needed, not what lies about uncollected. */
const HEAP_MB = 32;

/** How full the account is, how far away AWS, how many users are looked at at a time. */
const RUNS = [
  { users: 1_000, latencyMs: 0, concurrency: 10 },
  { users: 5_000, latencyMs: 0, concurrency: 10 },
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

/** The most memory a process has had so far, in MB, where the system tells (Linux). */
function peakMegabytes(pid: number): number {
  try {
    const [, kilobytes = ''] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1_000);
  } catch {
    return 0;
  }
}

/** Looks at a process until it has ended. */
async function peakOf(running: Running): Promise<number> {
  let ended = false;
  let peak = 0;
  const end = () => {
    ended = true;
  };
  running.done.then(end, end);
  while (!ended) {
    peak = Math.max(peak, peakMegabytes(running.pid));
    await pause(LOOK_EVERY_MS);
  }
  return peak;
}

async function measure(lab: Lab, { users, latencyMs, concurrency }: (typeof RUNS)[number]): Promise<number[]> {
  await fill(lab, users);
  lab.wire.clear();
  lab.wire.latencyMs = latencyMs;
  const options = { env: { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` } };
  const run = async (job: Job) => {
    const running = useOf(job, 'sweep', lab.inputs({ concurrency: String(concurrency) })).start('main');
    const [{ conclusion, log, durationMs }, peak] = await Promise.all([running.done, peakOf(running)]);
    if (conclusion === 'failure') throw new Error(`The sweep of ${users} users failed:\n${log}`);
    const calls = lab.wire.calls.filter(({ service }) => service === 'iam').length;
    return [
      users,
      latencyMs,
      concurrency,
      calls,
      Math.round(durationMs),
      Math.round((durationMs / users) * 1_000),
      peak,
    ];
  };
  return inJob(lab, run, options);
}

/** What a sweep of a full account, in which all leases live, asks of IAM, and how long and how much memory it takes. */
export async function sweeps(lab: Lab): Promise<string> {
  await lab.reset();
  const rows: number[][] = [];
  for (const run of RUNS) rows.push(await measure(lab, run));
  const head = ['users', 'latency ms', 'at a time', 'calls', 'ms', 'ms for 1,000 users', 'peak memory, MB'];
  return table(head, rows);
}

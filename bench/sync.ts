import { fileURLToPath } from 'node:url';
import type { Job } from '../test/lab/runner/runner.ts';
import { inJob } from '../test/support/scenarios/scenario.ts';
import type { Findings } from './goals.ts';
import { type Bench, LATENCIES, sampled, setLatency } from './laboratory.ts';
import { type Probe, rounds, type Sample, table } from './measuring.ts';

const SYNC_ACTION = fileURLToPath(new URL('../sync', import.meta.url));
const KEYS = 100;
/** A round takes seconds, and calls count more than times. */
const MOST_RUNS = 3;

/** So many keys of 40 characters; `changed` of them differ from the usual. */
function secrets(changed = 0): string {
  const entries = Array.from({ length: KEYS }, (_, n) => [
    `KEY_${n}`,
    `${n < changed ? 'new' : 'old'}-${'x'.repeat(36)}`,
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}

/** Runs that follow each other on the same secrets. */
const RUNS = { first: secrets(), 'no change': secrets(), 'one changed': secrets(1) };

const SHAPES = {
  'one JSON secret': { mode: 'json', name: 'bench/all' },
  'one secret per key': { mode: 'per-key', name: 'bench/{{key}}' },
};

/** The calls, the longest chain of calls, and the time of a sync of 100 keys. */
export async function syncs({ lab, directory, runs }: Bench): Promise<Findings> {
  const rows: (string | number)[][] = [];
  const round = (latencyMs: number, inputs: Record<string, string>) => async (probe: Probe | undefined) => {
    await lab.reset();
    setLatency(lab, latencyMs);
    const samples: Record<string, Sample> = {};
    for (const [name, source] of Object.entries(RUNS)) {
      const given = lab.inputs({ ...inputs, secrets: source });
      const run = (job: Job) => sampled(lab, job.use(given, { actionPath: SYNC_ACTION }).main, probe);
      samples[name] = await inJob(lab, run, { env: { ...probe?.env } });
    }
    return samples;
  };
  for (const latencyMs of LATENCIES) {
    for (const [shape, inputs] of Object.entries(SHAPES)) {
      const measured = await rounds(round(latencyMs, inputs), { runs: Math.min(runs, MOST_RUNS), directory });
      for (const [name, { legs, calls, wallMs, peakMb }] of Object.entries(measured)) {
        rows.push([latencyMs, shape, name, legs, calls, wallMs, peakMb]);
      }
    }
  }
  return { text: table(['latency, ms', 'shape', 'run', 'legs', 'calls', 'wall, ms', 'peak memory, MB'], rows) };
}

import { fileURLToPath } from 'node:url';
import { inJob, legs } from '../test/dist/scenario.ts';
import type { Lab } from '../test/lab/lab.ts';
import { table } from './measuring.ts';

const SYNC_ACTION = fileURLToPath(new URL('../sync', import.meta.url));
const KEYS = 100;

type Secrets = Readonly<Record<string, string>>;

/** So many keys of 40 characters; `changed` of them differ from the usual. */
function secrets(changed = 0): Secrets {
  const entries = Array.from({ length: KEYS }, (_, n) => [
    `KEY_${n}`,
    `${n < changed ? 'new' : 'old'}-${'x'.repeat(36)}`,
  ]);
  return Object.fromEntries(entries);
}

/** Runs that follow each other on the same secrets. */
const RUNS: readonly (readonly [name: string, secrets: Secrets])[] = [
  ['first', secrets()],
  ['nothing changed', secrets()],
  ['one changed', secrets(1)],
  ['all changed', secrets(KEYS)],
];

const SHAPES = {
  'one JSON secret': { mode: 'json', name: 'bench/all' },
  'one secret per key': { mode: 'per-key', name: 'bench/{{key}}' },
};

/** What a sync of 100 keys asks of Secrets Manager, how many of the requests wait for one another, and how long the step takes. */
export async function syncs(lab: Lab, latencyMs: number): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const [shape, inputs] of Object.entries(SHAPES)) {
    await lab.reset();
    lab.wire.latencyMs = latencyMs;
    lab.oidc.latencyMs = latencyMs;
    await inJob(lab, async (job) => {
      for (const [name, source] of RUNS) {
        lab.wire.calls.length = 0;
        lab.oidc.issued.length = 0;
        const use = job.use({ ...lab.inputs(inputs), secrets: JSON.stringify(source) }, { actionPath: SYNC_ACTION });
        const { conclusion, log, durationMs } = await use.main();
        if (conclusion === 'failure') throw new Error(`${shape}, ${name}:\n${log}`);
        const calls = lab.wire.calls.filter(({ service }) => service === 'secretsmanager').length;
        rows.push([shape, name, calls, legs(lab), Math.round(durationMs)]);
      }
    });
  }
  return table(['shape', 'run', 'calls', 'one after another, sign-in included', 'ms'], rows);
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { Job, StepResult } from '../lab/runner/runner.ts';
import { inJob, messagesOf } from '../support/scenarios/scenario.ts';
import { canary, countsOf, OWNER, secretActions, syncUse } from '../support/scenarios/sync.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab({ reset: false });

const SECRETS = 1_000;
const VALUE_CHARS = 1_024;
const HEAP_MIB = 256;
const WAIT_MS = 180_000;
const NODE_OPTIONS = `--max-old-space-size=${HEAP_MIB}`;

/** About a kilobyte each, none like another; those in `changed` have other values. */
function source(changed: readonly number[] = []): string {
  const entries = Array.from({ length: SECRETS }, (_, index) => {
    const label = changed.includes(index) ? `changed ${index}` : `${index}`;
    return [`KEY_${index}`, canary(label).repeat(26).slice(0, VALUE_CHARS)] as const;
  });
  return JSON.stringify(Object.fromEntries(entries));
}

/**
 * Nothing is searched for secrets here, and a thousand masks on each of a thousand lines would hold up the wire, which is served by this
 * very process, until the action's requests time out.
 */
function forgetMasks({ masks }: Job): void {
  lab.wire.after('BatchGetSecretValue', () => (masks as Set<string>).clear());
}

/** One sync in a process with a small heap; answers with how often each action was called. */
async function run(secrets: string): Promise<{ result: StepResult; calls: Record<string, number> }> {
  const work = async (job: Job) => {
    const file = join(job.directories.temp, 'secrets.json');
    writeFileSync(file, secrets, { mode: 0o600 });
    lab.wire.clear();
    const inputs = { mode: 'per-key', name: 'app/{{key}}', 'secrets-file': file };
    forgetMasks(job);
    const result = await syncUse(job, lab, inputs).main();
    const calls = Object.entries(Object.groupBy(secretActions(lab), (action) => action));
    return { result, calls: Object.fromEntries(calls.map(([action, each]) => [action, each?.length ?? 0])) };
  };
  return inJob(lab, work, { env: { NODE_OPTIONS } });
}

it(
  'the runner gives a step the small heap these tests speak of',
  async () => {
    await inJob(
      lab,
      async (job) => {
        const script = "console.log(require('node:v8').getHeapStatistics().heap_size_limit / 2 ** 20)";
        const { stdout } = await job.step([process.execPath, '-e', script]);
        expect(Number(stdout)).toBeGreaterThan(0);
        // The young generation comes on top of the old space that the option limits.
        expect(Number(stdout)).toBeLessThan(HEAP_MIB * 2);
      },
      { env: { NODE_OPTIONS } },
    );
  },
  WAIT_MS,
);

it(
  'a thousand secrets of a kilobyte, one per key, are made in 256 MiB with one call each beside the looks',
  async () => {
    const { result, calls } = await run(source());
    expect(messagesOf(result, 'error')).toBe('');
    expect(result.exitCode).toBe(0);
    expect(countsOf(result)).toEqual({ created: SECRETS });
    expect(calls).toEqual({ ListSecrets: 1, BatchGetSecretValue: SECRETS / 20, CreateSecret: SECRETS });
    const all = await lab.wire.secrets.all();
    expect(all).toHaveLength(SECRETS);
    expect(all.every(({ Tags = [] }) => Tags.some(({ Value }) => Value === OWNER))).toBe(true);
  },
  WAIT_MS,
);

it(
  'a thousand secrets that are as they should be are looked at in 256 MiB with 60 calls, and nothing is written',
  async () => {
    const { result, calls } = await run(source());
    expect(messagesOf(result, 'error')).toBe('');
    expect(countsOf(result)).toEqual({ unchanged: SECRETS });
    expect(calls).toEqual({ ListSecrets: SECRETS / 100, BatchGetSecretValue: SECRETS / 20 });
  },
  WAIT_MS,
);

it(
  'three changes among a thousand secrets take two calls each on top',
  async () => {
    const { result, calls } = await run(source([0, 499, 999]));
    expect(messagesOf(result, 'error')).toBe('');
    expect(countsOf(result)).toEqual({ updated: 3, unchanged: SECRETS - 3 });
    expect(calls).toEqual({
      ListSecrets: SECRETS / 100,
      BatchGetSecretValue: SECRETS / 20,
      DescribeSecret: 3,
      PutSecretValue: 3,
    });
    const versions = await Promise.all(
      [0, 1, 499, 999].map((index) => lab.wire.secrets.createdVersions(`app/KEY_${index}`)),
    );
    expect(versions.map(({ length }) => length)).toEqual([2, 1, 2, 2]);
  },
  WAIT_MS,
);

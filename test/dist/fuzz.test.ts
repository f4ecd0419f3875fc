// The bundles with inputs that nobody would write, or somebody with ill intent: one clear error or success, and nothing else.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ERROR_CODES } from '../../src/errors.ts';
import { parseCommand } from '../lab/runner/commands.ts';
import type { Job, StepResult, Use } from '../lab/runner/runner.ts';
import { findSecret } from '../lab/runner/runner.ts';
import { examples, SEED, TIMES } from '../support/fakes/hostile.ts';
import { hostileInputs } from '../support/fakes/hostile-inputs.ts';
import { contract } from '../support/fakes/inputs.ts';
import { inJob } from '../support/scenarios/scenario.ts';
import { SYNC_ACTION } from '../support/scenarios/sync.ts';
import { useLab } from '../support/use-lab.ts';

const CANARY = 'c4n4ryOfTheSecretSync0123456789';
const RUNS = 30;
const TEST_MS = 120_000 + 180_000 * TIMES;

const lab = useLab({ reset: false });

/** The runner's own commands that a step of ours gives; anything else that looks like one would be somebody else's. */
const COMMANDS = ['add-mask', 'debug', 'error', 'warning', 'notice'];

/** That it ended in one error with a code of ours, or well; that it did not crash, and gave no command but its own. */
function expectOrderlyEnd(result: StepResult): void {
  const errors = result.annotations.filter(({ level }) => level === 'error');
  expect([result.exitCode, result.signal, errors.length]).toEqual(
    result.conclusion === 'success' ? [0, null, 0] : [1, null, 1],
  );
  expect(`${result.stdout}${result.stderr}`).not.toMatch(/(Type|Range|Reference)Error|(\n|%0A) {4}at /);
  expect(result.stderr).toBe('');
  for (const line of result.stdout.split('\n')) {
    const command = parseCommand(line);
    if (command !== undefined) expect(COMMANDS).toContain(command.name);
    else expect(line).not.toMatch(/##\[|^\s*::/);
  }
  if (result.conclusion === 'success') return;
  // From the raw output: an external id of two characters blackens half of the log.
  const code = /docs\/troubleshooting\.md#([a-z-]+)/.exec(result.stdout)?.[1];
  expect(ERROR_CODES.filter((each) => each !== 'unexpected')).toContain(code);
  if (code === 'invalid-inputs') expect([lab.wire.actions(), lab.oidc.issued]).toEqual([[], []]);
}

/** That nothing was written for later steps, or for post, but what the inputs and the contract name. */
function expectNothingForged(result: StepResult, inputs: Record<string, string>, folder: '' | 'sync'): void {
  const chosen = (inputs['env-names'] ?? '').split(/[,\n]/).map((line) => line.split('=')[1]?.trim() ?? '');
  const ours = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_REGION',
    'AWS_DEFAULT_REGION',
    'AWS_PROFILE',
  ];
  const known = [...ours, 'AWS_EPHEMERAL_LEASE_ID', ...chosen];
  expect(Object.keys(result.exported).filter((name) => !known.includes(name))).toEqual([]);
  const outputs = Object.keys(contract(folder).outputs);
  expect(Object.keys(result.outputs).filter((name) => !outputs.includes(name))).toEqual([]);
  expect(
    Object.keys(result.state).filter((name) => !['access', 'lease', 'session', 'variables', 'profile'].includes(name)),
  ).toEqual([]);
}

/** Whether the sync's source has the canary: that which every example has, or its own. */
function holdsCanary({ secrets = 'c4n4ry' }: Record<string, string>): boolean {
  return secrets.includes('c4n4ry');
}

/** One job with these inputs; what it leaves is looked at by `work`. */
async function run(
  given: Record<string, string>,
  folder: '' | 'sync',
  work: (job: Job, use: Use, main: StepResult) => Promise<void>,
): Promise<void> {
  lab.wire.reset();
  lab.oidc.reset();
  await inJob(
    lab,
    async (job) => {
      const inputs = Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name, value.replaceAll('c4n4ry', CANARY)]),
      );
      const base =
        folder === '' ? { 'wait-for-propagation': '0' } : { name: 'app', secrets: JSON.stringify({ A: CANARY }) };
      const use = job.use(lab.inputs({ ...base, ...inputs }), folder === '' ? {} : { actionPath: SYNC_ACTION });
      const main = await use.main();
      expectOrderlyEnd(main);
      expectNothingForged(main, inputs, folder);
      await work(job, use, main);
    },
    { env: { A: CANARY }, context: { RUNNER_DEBUG: '1', GITHUB_WORKFLOW: 'de\u0301ploy {{repo}} 😀' } },
  );
}

describe(`the bundles with hostile inputs (seed ${SEED})`, () => {
  it(
    'main: ends in order, and what it issued post takes back',
    async () => {
      await lab.reset();
      const endsWell = (given: Record<string, string>) =>
        run(given, '', async (_job, use, main) => {
          if (main.conclusion === 'failure') expect(Object.keys(main.exported)).toEqual([]);
          // Where main came to no identity there is nothing to take back.
          if ((main.state.access ?? '') === '') return;
          const post = await use.post();
          expectOrderlyEnd(post);
          expect(post.conclusion).toBe('success');
          if (given.revoke !== 'never') expect(await lab.users()).toEqual([]);
          else await lab.reset();
        });
      await fc.assert(fc.asyncProperty(hostileInputs(''), endsWell), examples(RUNS));
    },
    TEST_MS,
  );

  it(
    'sync: ends in order, and nothing of a secret shows',
    async () => {
      await lab.reset();
      let searched = 0;
      const endsWell = (given: Record<string, string>) =>
        run(given, 'sync', async (job, _use, main) => {
          const isMasked = main.stdout.includes(`::add-mask::${CANARY}`);
          if (main.conclusion === 'success' && holdsCanary(given)) expect(isMasked).toBe(true);
          // A secret in the wrong input is still the user's own doing; the log masks what was known as one.
          if (!isMasked) return;
          searched += 1;
          expect(await findSecret(job, [main], CANARY)).toEqual([]);
        });
      await fc.assert(fc.asyncProperty(hostileInputs('sync'), endsWell), examples(RUNS));
      expect(searched).toBeGreaterThan(0);
    },
    TEST_MS,
  );
});

import { readSyncInputs } from '../github/inputs/sync-action.ts';
import { runFacts } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import { runAsManager } from './manager.ts';
import { reportOff, reportUntrusted } from './root-sync.ts';

const LIMIT_SECONDS = 1_800;

/** Runs `/sync`. There is no lease, so there is no post step. */
export async function syncForJob(step: Step): Promise<void> {
  const env = { ...process.env };
  const run = runFacts(env);
  const inputs = readSyncInputs(run, env);
  const { sync } = inputs;
  if (sync.kind === 'untrusted') return reportUntrusted('', { step, env });
  if (sync.kind !== 'sync') return reportOff('', step);
  const loaded = import('./sync-secrets.ts');
  await runAsManager(inputs, { step, env, limitSeconds: LIMIT_SECONDS }, async ({ principal, context }) => {
    const { syncSecrets } = await loaded;
    await syncSecrets(sync, { step, context, principal, run, prefix: '' });
  });
}

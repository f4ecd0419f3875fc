import { readSyncInputs } from '../github/inputs/sync-action.ts';
import { runFacts } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import { runAsManager } from './manager.ts';
import { tellOff, tellUntrusted } from './root-sync.ts';

const LIMIT_SECONDS = 1_800;

/** `/sync`: read, connect, sync. There is no lease, and nothing for a post to do. */
export async function syncForJob(step: Step): Promise<void> {
  const env = { ...process.env };
  const run = runFacts(env);
  const inputs = readSyncInputs(run, env);
  const { sync } = inputs;
  if (sync.kind === 'untrusted') return tellUntrusted('', { step, env });
  if (sync.kind !== 'sync') return tellOff('', step);
  const loaded = import('./sync-secrets.ts');
  await runAsManager(inputs, { step, env, limitSeconds: LIMIT_SECONDS }, async ({ principal, context }) => {
    const { syncSecrets } = await loaded;
    await syncSecrets(sync, { step, context, principal, run, prefix: '' });
  });
}

import { readSyncInputs } from '../github/inputs/sync-action.ts';
import { runFacts } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import { runAsManager } from './manager.ts';
import { tellOff, tellUntrusted } from './root-sync.ts';

/** `/sync`: read, connect, sync. There is no lease, and nothing for a post to do. */
export async function syncForJob(step: Step): Promise<void> {
  const environment = { ...process.env };
  const run = runFacts(environment);
  const inputs = readSyncInputs(run, environment);
  const { sync, connection } = inputs;
  if (sync === 'untrusted') return tellUntrusted('', { step, environment });
  if (typeof sync === 'string') return tellOff('', step);
  const loaded = import('./sync-secrets.ts');
  await runAsManager(inputs, { step, environment, run }, async (manager, facts) => {
    const { syncSecrets } = await loaded;
    await syncSecrets(sync, { step, connection, manager, run: facts, prefix: '' });
  });
}

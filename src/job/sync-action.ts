import { awsVariables, isolate } from '../github/environment.ts';
import { runFacts } from '../github/run.ts';
import type { Step } from '../github/step.ts';
import { readSyncInputs } from '../github/sync-action-inputs.ts';
import { identityDependencies } from './access.ts';
import { asManager, tellOff, tellUntrusted } from './besides.ts';

/** `/sync`: read, connect, sync. There is no lease, and nothing for a post to do. */
export async function syncForJob(step: Step): Promise<void> {
  const environment = { ...process.env };
  const run = runFacts(environment);
  const inputs = readSyncInputs(run, environment);
  const { sync } = inputs;
  if (sync === 'untrusted') return tellUntrusted('', { step, environment });
  if (typeof sync === 'string') return tellOff('', step);
  const { connection, proxy, maskAccountId, staticKeys, timeoutSeconds } = inputs;
  if (timeoutSeconds > 0) step.endAfter(timeoutSeconds);
  const { kind } = inputs.identity.source;
  isolate(
    process.env,
    proxy,
    kind === 'environment' || kind === 'ambient' ? awsVariables(environment, kind) : undefined,
  );
  const means = { environment, staticKeys: () => staticKeys ?? { accessKeyId: '', secretAccessKey: '' } };
  const deps = identityDependencies(step, connection, { lifetime: step.lifetime, maskAccountId });
  const loaded = import('./sync.ts');
  await asManager(inputs, { means, deps, run }, async (manager, facts) => {
    step.log.info(`Managing identity: ${manager.arn}`);
    const { syncSecrets } = await loaded;
    await syncSecrets(sync, { step, connection, manager, run: facts, prefix: '' });
  });
}

import type { Inputs } from '../github/inputs/main.ts';
import { setSyncOutputs } from '../github/reports/sync-report.ts';
import { whyUntrusted } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import type { ExtraWork } from './manager.ts';

export type Surroundings = { readonly step: Step; readonly environment: NodeJS.ProcessEnv };

/** What main does besides issuing; `undefined` when it is nothing, which is told where it may surprise. */
export function rootSync({ sync, connection }: Inputs, { step, environment }: Surroundings): ExtraWork | undefined {
  if (sync === 'untrusted') tellUntrusted('sync-', { step, environment });
  if (sync === 'unused') tellOff('sync-', step);
  if (typeof sync === 'string') return undefined;
  return async (manager, run) => {
    const { syncSecrets } = await import('./sync-secrets.ts');
    await syncSecrets(sync, { step, connection, manager, run, prefix: 'sync-' });
  };
}

/** An event that must not write gets a notice, and outputs that say so. */
export function tellUntrusted(prefix: string, { step, environment }: Surroundings): void {
  step.log.notice(`No secret is synced: ${whyUntrusted(environment)}.`);
  setNothing(prefix);
}

/** The inputs ask for nothing to be synced. */
export function tellOff(prefix: string, step: Step): void {
  step.log.notice('`sync` is `off`: no secret is looked at.');
  setNothing(prefix);
}

function setNothing(prefix: string): void {
  setSyncOutputs(prefix, { plan: { changes: [], pruneRefused: undefined }, results: [], mode: 'per-key' });
}

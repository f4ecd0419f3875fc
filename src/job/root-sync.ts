import type { Env } from '../github/env.ts';
import type { Inputs } from '../github/inputs/main.ts';
import { setSyncOutputs } from '../github/reports/sync-report.ts';
import { whyUntrusted } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import type { RunFacts } from '../run.ts';
import type { ExtraWork } from './manager.ts';
import { clientContext } from './open-identity.ts';

type Surroundings = { readonly step: Step; readonly env: Env };

/** The sync that main does besides issuing; `undefined` when there is none, which is told where it may surprise. */
export function rootSync(
  { sync, connection }: Inputs,
  { step, env, run }: Surroundings & { readonly run: RunFacts },
): ExtraWork | undefined {
  if (sync.kind === 'untrusted') tellUntrusted('sync-', { step, env });
  if (sync.kind === 'unused') tellOff('sync-', step);
  if (sync.kind !== 'sync') return undefined;
  return async (principal) => {
    const { syncSecrets } = await import('./sync-secrets.ts');
    await syncSecrets(sync, { step, context: clientContext(step, connection), principal, run, prefix: 'sync-' });
  };
}

/** An event that must not write gets a notice, and outputs that say so. */
export function tellUntrusted(prefix: string, { step, env }: Surroundings): void {
  step.log.notice(`No secret is synced: ${whyUntrusted(env)}.`);
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

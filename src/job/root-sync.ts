import type { Env } from '../github/env.ts';
import type { Inputs } from '../github/inputs/main.ts';
import { setSyncOutputs } from '../github/reports/sync-report.ts';
import { whyUntrusted } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import type { RunFacts } from '../run.ts';
import type { ExtraWork } from './manager.ts';
import { clientContext } from './open-identity.ts';

type Surroundings = { readonly step: Step; readonly env: Env };

/** The sync of the root action; `undefined` if there is none. Reports why there is none, unless it was never configured. */
export function rootSync(
  { sync, connection }: Inputs,
  { step, env, run }: Surroundings & { readonly run: RunFacts },
): ExtraWork | undefined {
  if (sync.kind === 'untrusted') reportUntrusted('sync-', { step, env });
  if (sync.kind === 'unused') reportOff('sync-', step);
  if (sync.kind !== 'sync') return undefined;
  return async (principal) => {
    const { syncSecrets } = await import('./sync-secrets.ts');
    await syncSecrets(sync, { step, context: clientContext(step, connection), principal, run, prefix: 'sync-' });
  };
}

/** A notice and the outputs of a sync that this event must not make. */
export function reportUntrusted(prefix: string, { step, env }: Surroundings): void {
  step.log.notice(`No secret is synced: ${whyUntrusted(env)}.`);
  setEmptyOutputs(prefix);
}

/** A notice and the outputs of a sync that is off. */
export function reportOff(prefix: string, step: Step): void {
  step.log.notice('`sync` is `off`: no secret is read or written.');
  setEmptyOutputs(prefix);
}

function setEmptyOutputs(prefix: string): void {
  setSyncOutputs(prefix, { plan: { changes: [], pruneRefused: undefined }, results: [], mode: 'per-key' });
}

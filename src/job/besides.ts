import type { AccessInputs, Inputs } from '../github/inputs.ts';
import { whyUntrusted } from '../github/run.ts';
import type { Step } from '../github/step.ts';
import { setSyncOutputs } from '../github/sync-report.ts';
import { connect } from '../identity/connect.ts';
import type { IdentityDependencies } from '../identity/identity.ts';
import type { RunFacts } from '../lease/tags.ts';
import { type Means, openAccess } from './access.ts';
import type { Besides } from './issue.ts';

export type Surroundings = { readonly step: Step; readonly environment: NodeJS.ProcessEnv };

/** What main does besides issuing; `undefined` when it is nothing, which is told where it may surprise. */
export function rootSync({ sync, connection }: Inputs, { step, environment }: Surroundings): Besides | undefined {
  if (sync === 'untrusted') tellUntrusted('sync-', { step, environment });
  if (sync === 'unused') tellOff('sync-', step);
  if (typeof sync === 'string') return undefined;
  return async (manager, run) => {
    const { syncSecrets } = await import('./sync.ts');
    await syncSecrets(sync, { step, connection, manager, run, prefix: 'sync-' });
  };
}

/** Becomes the managing identity and does what it is wanted for. */
export async function asManager(
  { identity }: AccessInputs,
  by: { readonly means: Means; readonly deps: IdentityDependencies; readonly run: RunFacts },
  act: Besides,
): Promise<void> {
  const access = await openAccess(identity, by.means, by.deps);
  const manager = await connect(identity, access.base, access.deps);
  await act(manager, { ...by.run, environment: access.environmentName() });
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

import { iamClient } from '../aws/clients.ts';
import { explain } from '../aws/failures.ts';
import { journal } from '../github/state.ts';
import type { Step } from '../github/step.ts';
import type { IdentityDependencies, Principal } from '../identity/identity.ts';
import type { LeaseRecord } from '../lease/lease.ts';
import { type Lifetime, lifetimeFor } from '../waiting/lifetime.ts';
import { warnLeftovers } from './tell-revocation.ts';

/** Within the 6 s that a cancelled step has for a rollback, after the calls under way had their 1.5 s. */
const INTERRUPTED_ROLLBACK_MS = 4_000;
const ROLLBACK_MS = 35_000;

/** Takes back what was created; what cannot be taken back now is left to post, which knows it from the state. */
export async function rollBack(
  record: LeaseRecord,
  manager: Principal,
  { step, deps }: { readonly step: Step; readonly deps: IdentityDependencies },
): Promise<void> {
  const { userName } = record;
  const context = { ...deps, lifetime: rollbackLifetime(step) };
  step.log.info(`Rolling back: deleting IAM user ${userName}.`);
  const { revokeUser } = await import('../lease/revoke.ts');
  // No longer a lease to be kept, whatever `revoke` says, should this fail.
  journal.write(record);
  try {
    const iam = await iamClient(context, manager.credentials);
    const { outcome, failures } = await revokeUser(record, { ...context, iam, probe: undefined });
    if (outcome !== 'incomplete') {
      journal.write({ ...record, progress: 'gone' });
      step.log.info(`IAM user ${userName} is gone.`);
      warnLeftovers(userName, failures, step.log);
    } else {
      step.log.warning(`IAM user ${userName} may be left (${failures.join('; ')}); post tries again.`);
    }
  } catch (error) {
    step.log.warning(`Rolling back failed for IAM user ${userName} (${explain(error)}); post tries again.`);
  }
}

/** The runner, which kills a cancelled step soon, may cancel before the rollback, then short from the start, or in the middle of it. */
function rollbackLifetime({ stopping }: Step): Lifetime {
  if (stopping.aborted) return lifetimeFor(INTERRUPTED_ROLLBACK_MS);
  const cut = new AbortController();
  const shorten = () => {
    setTimeout(() => cut.abort(stopping.reason), INTERRUPTED_ROLLBACK_MS).unref();
  };
  stopping.addEventListener('abort', shorten, { once: true });
  const signal = AbortSignal.any([lifetimeFor(ROLLBACK_MS).hard, cut.signal]);
  return { soft: signal, hard: signal };
}

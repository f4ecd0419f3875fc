import { iamClient } from '../aws/clients.ts';
import { explain } from '../aws/failures.ts';
import { journal } from '../github/state.ts';
import type { Step } from '../github/step.ts';
import type { IdentityDependencies, Principal } from '../identity/identity.ts';
import type { LeaseRecord } from '../lease/lease.ts';
import { type Lifetime, lifetimeFor } from '../waiting/lifetime.ts';
import { warnLeftovers } from './report-revocation.ts';

/** A cancelled step has about 6 s for a rollback, after the pending calls had 1.5 s to end. */
const INTERRUPTED_ROLLBACK_MS = 4_000;
const ROLLBACK_MS = 35_000;

/** Deletes what main created. If that fails, it logs a warning, and post tries again with the saved record. Never rejects for AWS. */
export async function rollBack(
  record: LeaseRecord,
  manager: Principal,
  { step, deps }: { readonly step: Step; readonly deps: IdentityDependencies },
): Promise<void> {
  const { userName } = record;
  const context = { ...deps, lifetime: rollbackLifetime(step) };
  step.log.info(`Rolling back: deleting IAM user ${userName}.`);
  const { revokeUser } = await import('../lease/revoke.ts');
  // Saved again, because with `revoke: never` post keeps a user whose record says `issued`.
  journal.write(record);
  try {
    const iam = await iamClient(context, manager.credentials);
    const { outcome, failures } = await revokeUser(record, { ...context, iam, probe: undefined, denyFirst: true });
    if (outcome !== 'incomplete') {
      journal.write({ ...record, progress: 'gone' });
      step.log.info(`IAM user ${userName} is gone.`);
      warnLeftovers(userName, failures, step.log);
    } else {
      step.log.warning(`IAM user ${userName} may still exist (${failures.join('; ')}); post tries again.`);
    }
  } catch (error) {
    step.log.warning(`Rolling back failed for IAM user ${userName} (${explain(error)}); post tries again.`);
  }
}

/** The rollback's time limit. It is short when the runner has cancelled the step, or cancels it during the rollback. */
function rollbackLifetime({ stopping }: Step): Lifetime {
  if (stopping.aborted) return lifetimeFor(INTERRUPTED_ROLLBACK_MS);
  const cancelled = new AbortController();
  const shorten = () => {
    setTimeout(() => cancelled.abort(stopping.reason), INTERRUPTED_ROLLBACK_MS).unref();
  };
  stopping.addEventListener('abort', shorten, { once: true });
  const signal = AbortSignal.any([lifetimeFor(ROLLBACK_MS).hard, cancelled.signal]);
  return { soft: signal, hard: signal };
}

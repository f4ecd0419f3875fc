import { readRevokeInputs } from '../github/inputs/lease-actions.ts';
import { runFacts } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import { revokeUser } from '../lease/revoke.ts';
import { findLease, recordOf } from '../lease/tagged-lease.ts';
import { runAsManager } from './manager.ts';
import { reportRevocation, revokeDependencies, revokeIncomplete } from './report-revocation.ts';

const LIMIT_SECONDS = 300;

/** `/revoke`: ends this job's lease, or the lease in `lease-id`, now. Post then has nothing to revoke. */
export async function revokeForJob(step: Step): Promise<void> {
  const env = { ...process.env };
  const run = runFacts(env);
  const inputs = readRevokeInputs(run, env);
  const { leaseId } = inputs;
  await runAsManager(inputs, { step, env, limitSeconds: LIMIT_SECONDS }, async ({ principal, context }) => {
    const deps = await revokeDependencies(principal, context);
    const lease = await findLease(leaseId, run.repositoryId, { ...deps, purpose: 'revoke' });
    if (lease === undefined) {
      step.log.notice(`IAM user ${leaseId} does not exist: it was already deleted.`);
      return;
    }
    const record = recordOf(lease, principal.accountId);
    const revocation = await revokeUser(record, deps);
    await reportRevocation(revocation, record, step);
    if (revocation.outcome === 'incomplete') throw revokeIncomplete(record, revocation);
  });
}

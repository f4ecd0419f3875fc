import { readRevokeInputs } from '../github/inputs/lease-actions.ts';
import { runFacts } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import { revokeUser } from '../lease/revoke.ts';
import { findLease, recordOf } from '../lease/tagged-lease.ts';
import { runAsManager } from './manager.ts';
import { revokeDependencies, revokeIncomplete, tellRevocation } from './tell-revocation.ts';

/** `/revoke`: ends this job's lease, or the one named, now. Post then finds nothing left. */
export async function revokeForJob(step: Step): Promise<void> {
  const environment = { ...process.env };
  const run = runFacts(environment);
  const inputs = readRevokeInputs(run, environment);
  const { connection, leaseId } = inputs;
  await runAsManager(inputs, { step, environment, run }, async (manager) => {
    const deps = await revokeDependencies(manager, { connection, lifetime: step.lifetime, step });
    const { iam, signal } = deps;
    const sleep = (milliseconds: number) => step.clock.sleep(milliseconds, signal);
    const patience = { sleep, fraction: step.randomness.fraction, patient: connection.maxAttempts > 1 };
    const lease = await findLease(leaseId, run.repositoryId, { iam, patience });
    if (lease === undefined) {
      step.log.notice(`IAM user ${leaseId} does not exist: its lease has ended already.`);
      return;
    }
    const record = recordOf(lease, manager.accountId);
    const revocation = await revokeUser(record, deps);
    await tellRevocation(revocation, record, step);
    if (revocation.outcome === 'incomplete') throw revokeIncomplete(record, revocation);
  });
}

import { iamClient } from '../aws/clients.ts';
import { ActionError } from '../errors.ts';
import { readRenewInputs } from '../github/inputs/lease-actions.ts';
import { setRenewOutputs } from '../github/reports/lease-actions.ts';
import { runFacts } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import { rfc3339 } from '../lease/lease.ts';
import { renewUser } from '../lease/renew.ts';
import { findLease } from '../lease/tagged-lease.ts';
import { runAsManager } from './manager.ts';

/** `/renew`: moves the end of this job's lease, or of the one named. */
export async function renewForJob(step: Step): Promise<void> {
  const environment = { ...process.env };
  const run = runFacts(environment);
  const inputs = readRenewInputs(run, environment);
  const { connection, leaseId, ttlSeconds } = inputs;
  await runAsManager(inputs, { step, environment, run }, async (manager) => {
    const iam = await iamClient(connection, manager.credentials, step.lifetime);
    const { soft } = step.lifetime;
    const sleep = (milliseconds: number) => step.clock.sleep(milliseconds, soft);
    const patience = { sleep, fraction: step.randomness.fraction, patient: connection.maxAttempts > 1 };
    const lease = await findLease(leaseId, run.repositoryId, { iam, patience });
    if (lease === undefined) throw notFound(leaseId);
    const renewal = await renewUser(lease, ttlSeconds, {
      iam,
      patience,
      now: () => step.clock.now() + iam.clockOffsetMs(),
    });
    const [before, after] = [rfc3339(renewal.before), rfc3339(renewal.after)];
    const told =
      before === after ? `ends at ${after}, as before` : `would have ended at ${before}; now it ends at ${after}`;
    step.log.info(`IAM user ${leaseId}: its lease ${told}.`);
    if (renewal.because !== undefined) step.log.notice(`The lease was not moved as far as asked: ${renewal.because}.`);
    setRenewOutputs({ leaseId, before, after });
  });
}

function notFound(leaseId: string): ActionError {
  return new ActionError('lease-not-found', `IAM user ${leaseId} does not exist: there is no lease to renew`, {
    remedy: 'It was revoked or swept. Issue a new lease.',
  });
}

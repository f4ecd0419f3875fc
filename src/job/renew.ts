import { iamClient } from '../aws/clients.ts';
import { ActionError } from '../errors.ts';
import { readRenewInputs } from '../github/inputs/lease-actions.ts';
import { setRenewOutputs } from '../github/reports/lease-actions.ts';
import { runFacts } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import { renewUser } from '../lease/renew.ts';
import { findLease } from '../lease/tagged-lease.ts';
import { rfc3339 } from '../waiting/clock.ts';
import { runAsManager } from './manager.ts';

const LIMIT_SECONDS = 300;

/** `/renew`: moves the expiry of this job's lease, or of the lease in `lease-id`. */
export async function renewForJob(step: Step): Promise<void> {
  const env = { ...process.env };
  const run = runFacts(env);
  const inputs = readRenewInputs(run, env);
  const { leaseId, ttlSeconds } = inputs;
  await runAsManager(inputs, { step, env, limitSeconds: LIMIT_SECONDS }, async ({ principal, context }) => {
    const deps = { ...context, iam: await iamClient(context, principal.credentials) };
    const lease = await findLease(leaseId, run.repositoryId, { ...deps, purpose: 'renew' });
    if (lease === undefined) throw notFound(leaseId);
    const renewal = await renewUser(lease, ttlSeconds, deps);
    const [before, after] = [rfc3339(renewal.before), rfc3339(renewal.after)];
    const end = before === after ? `still expires at ${after}` : `now expires at ${after} instead of ${before}`;
    step.log.info(`IAM user ${leaseId}: its lease ${end}.`);
    if (renewal.because !== undefined)
      step.log.notice(`The lease does not expire at the requested time: ${renewal.because}.`);
    setRenewOutputs({ leaseId, before, after });
  });
}

function notFound(leaseId: string): ActionError {
  return new ActionError('lease-not-found', `IAM user ${leaseId} does not exist: there is no lease to renew`, {
    remedy: 'It was revoked, or a sweep deleted it. Issue a new lease.',
  });
}

import { callerIdentityProbe, iamClient, type Lifetime, lifetimeFor } from '../aws/clients.ts';
import type { Inputs } from '../github/inputs/main.ts';
import { journal } from '../github/state.ts';
import type { Step } from '../github/step.ts';
import { connect, LONG_MANAGING_SECONDS, sessionHop } from '../identity/connect.ts';
import type { Caller } from '../identity/identity.ts';
import { assertAlive } from '../lease/issue-failures.ts';
import { issueSession } from '../lease/issue-session.ts';
import type { Lease, LeaseRecord } from '../lease/lease.ts';
import type { RunFacts } from '../lease/tags.ts';
import { planUser } from '../lease/user-spec.ts';
import { loadBehind } from '../waiting/load-behind.ts';
import { settleBoth } from '../waiting/settle-both.ts';
import type { ExtraWork } from './manager.ts';
import { type OpenIdentity, whileConnecting } from './open-identity.ts';
import { warnLeftovers } from './tell-revocation.ts';

/** Within the 6 s that a cancelled step has for a rollback, after the calls under way had their 1.5 s. */
const INTERRUPTED_ROLLBACK_MS = 4_000;
const ROLLBACK_MS = 35_000;

type IssueContext = {
  readonly step: Step;
  readonly run: RunFacts;
  /** What the managing identity does besides issuing. */
  readonly extraWork: ExtraWork | undefined;
  readonly handOver: (lease: Lease) => Promise<void>;
};

/** Issues the lease the inputs ask for and hands it over. When either fails or is stopped, nothing of it is left. */
export async function issueLease(inputs: Inputs, access: OpenIdentity, around: IssueContext): Promise<Lease> {
  const { lease: wish } = inputs;
  if (wish.kind === 'iam-user') return issueUserLease(inputs, wish, access, around);
  return issueSessionLease(inputs, wish, access, around);
}

async function issueSessionLease(
  inputs: Inputs,
  wish: Extract<Inputs['lease'], { kind: 'session' }>,
  access: OpenIdentity,
  around: IssueContext,
): Promise<Lease> {
  const { log, clock, lifetime } = around.step;
  const hop = await sessionHop(inputs.identity, access.base, access.deps);
  const [lease] = await settleBoth(issueSession(wish, { ...hop, notice: log.notice, now: clock.now }), sync());
  lifetime.soft.throwIfAborted();
  assertAlive(lease.expiresAt, clock.now());
  await around.handOver(lease);
  return lease;

  /** By the managing identity, whose rights are not narrowed as the lease's may be. */
  async function sync(): Promise<void> {
    if (around.extraWork === undefined) return;
    const manager = await connect(inputs.identity, access.base, access.deps, LONG_MANAGING_SECONDS);
    await around.extraWork(manager, { ...around.run, jobEnvironment: access.environmentName() });
  }
}

async function issueUserLease(
  inputs: Inputs,
  wish: Extract<Inputs['lease'], { kind: 'iam-user' }>,
  access: OpenIdentity,
  around: IssueContext,
): Promise<Lease> {
  const { step } = around;
  const { connection } = inputs;
  const connecting = connect(inputs.identity, access.base, access.deps, around.extraWork && LONG_MANAGING_SECONDS);
  const [manager, { issueUser }] = await Promise.all([
    connecting,
    loadBehind(connecting, () => import('../lease/issue-user.ts'), whileConnecting(step)),
  ]);
  step.log.info(`Managing identity: ${manager.arn}`);
  const run = { ...around.run, environment: access.environmentName() };
  const { clock, randomness } = step;
  const plan = planUser(wish, run, { clock, randomness, kept: inputs.revocation.when === 'never' });
  const iam = await iamClient(connection, manager.credentials, step.lifetime);
  let record: LeaseRecord | undefined;
  try {
    const lease = await issueUser(plan, {
      iam,
      accountId: manager.accountId,
      retryDenied: connection.maxAttempts > 1,
      clock: step.clock,
      randomness: step.randomness,
      signal: step.lifetime.soft,
      mask: step.mask,
      probe: (credentials) => callerIdentityProbe(connection, credentials, step.lifetime),
      meanwhile: async () => around.extraWork?.(manager, run),
      journal: {
        write(written) {
          record = written;
          journal.write(written);
        },
      },
    });
    step.lifetime.soft.throwIfAborted();
    // Before the job has it: a killed main must not leave post in doubt about the guard of a key that is in use.
    if (record !== undefined) journal.write({ ...record, progress: 'issued' });
    await around.handOver(lease);
    step.lifetime.soft.throwIfAborted();
    return lease;
  } catch (error) {
    if (record !== undefined && record.progress !== 'gone') await rollBack(record, { inputs, manager, step });
    throw step.lifetime.soft.aborted ? step.lifetime.soft.reason : error;
  }
}

/** Takes back what was created; what cannot be taken back now is left to post, which knows it from the state. */
async function rollBack(record: LeaseRecord, by: { inputs: Inputs; manager: Caller; step: Step }): Promise<void> {
  const { step, inputs, manager } = by;
  const lifetime = rollbackLifetime(step);
  step.log.info(`Rolling back: deleting IAM user ${record.userName}.`);
  const { revokeUser } = await import('../lease/revoke.ts');
  // No longer a lease to be kept, whatever `revoke` says, should this fail.
  journal.write(record);
  try {
    const iam = await iamClient(inputs.connection, manager.credentials, lifetime);
    const { clock, randomness } = step;
    const revocation = await revokeUser(record, { iam, clock, randomness, signal: lifetime.soft, probe: undefined });
    if (revocation.outcome !== 'incomplete') {
      journal.write({ ...record, progress: 'gone' });
      step.log.info(`IAM user ${record.userName} is gone.`);
      warnLeftovers(record.userName, revocation.failures, step.log);
    } else {
      step.log.warning(
        `IAM user ${record.userName} may be left (${revocation.failures.join('; ')}); post tries again.`,
      );
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    step.log.warning(`Rolling back failed for IAM user ${record.userName} (${why}); post tries again.`);
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

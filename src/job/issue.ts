import { type AwsCredentials, callerIdentityProbe, iamClient } from '../aws/clients.ts';
import type { Inputs } from '../github/inputs/main.ts';
import { journal } from '../github/state.ts';
import type { Step } from '../github/step.ts';
import { connect, LONG_MANAGING_SECONDS, sessionHop } from '../identity/connect.ts';
import type { IdentityDependencies, OpenedIdentity, Principal } from '../identity/identity.ts';
import { assertAlive } from '../lease/issue-failures.ts';
import { issueSession } from '../lease/issue-session.ts';
import type { Lease, LeaseRecord } from '../lease/lease.ts';
import { planUser } from '../lease/user-spec.ts';
import type { RunFacts } from '../run.ts';
import { loadBehind } from '../waiting/load-behind.ts';
import { settleBoth } from '../waiting/settle-both.ts';
import type { ExtraWork } from './manager.ts';
import { whileConnecting } from './open-identity.ts';
import { rollBack } from './roll-back.ts';

/** What issuing needs besides the inputs. */
export type IssueContext = {
  readonly step: Step;
  readonly run: RunFacts;
  readonly identity: OpenedIdentity;
  readonly deps: IdentityDependencies;
  /** Work that the managing identity does at the same time. */
  readonly extraWork: ExtraWork | undefined;
  readonly handOver: (lease: Lease) => Promise<void>;
};

/** Issues the lease and gives it to the job. If that fails or is stopped, it is rolled back. */
export async function issueLease(inputs: Inputs, context: IssueContext): Promise<Lease> {
  const { lease: spec } = inputs;
  return spec.kind === 'iam-user' ? issueUserLease(inputs, spec, context) : issueSessionLease(spec, context);
}

async function issueSessionLease(
  spec: Extract<Inputs['lease'], { kind: 'session' }>,
  { step, identity, deps, extraWork, handOver }: IssueContext,
): Promise<Lease> {
  const { log, clock, lifetime } = step;
  const hop = await sessionHop(identity, deps);
  const [lease] = await settleBoth(issueSession(spec, { ...hop, notice: log.notice, now: clock.now }), sync());
  lifetime.soft.throwIfAborted();
  assertAlive(lease.expiresAt, clock.now());
  await handOver(lease);
  return lease;

  /** With a session of its own: the policies that narrow the lease must not narrow the sync. */
  async function sync(): Promise<void> {
    await extraWork?.(await connect(identity, deps, LONG_MANAGING_SECONDS));
  }
}

async function issueUserLease(
  inputs: Inputs,
  spec: Extract<Inputs['lease'], { kind: 'iam-user' }>,
  context: IssueContext,
): Promise<Lease> {
  const { step, identity, deps, extraWork } = context;
  const { soft } = step.lifetime;
  const connecting = connect(identity, deps, extraWork && LONG_MANAGING_SECONDS);
  const [manager, { issueUser }] = await Promise.all([
    connecting,
    loadBehind(connecting, () => import('../lease/issue-user.ts'), whileConnecting(step)),
  ]);
  step.log.info(`Managing identity: ${manager.arn}`);
  const job = { ...context.run, jobEnvironment: manager.jobEnvironment };
  const plan = planUser(spec, job, { ...step, outlivesJob: inputs.revocation.when === 'never' });
  const [written, probes] = [recorder(), countedProbes(deps)];
  try {
    const lease = await issueUser(plan, {
      ...deps,
      iam: await iamClient(deps, manager.credentials),
      accountId: manager.accountId,
      probe: probes.probe,
      meanwhile: async () => extraWork?.(manager),
      journal: written.journal,
    });
    deps.debug(`Access key: ${probes.count()} readiness probes, usable after ${lease.propagationMs ?? 'unknown'} ms`);
    soft.throwIfAborted();
    await handOverIssued(lease, written, context);
    return lease;
  } catch (error) {
    await rollBackWritten(written, manager, context);
    throw soft.aborted ? soft.reason : error;
  }
}

/** Probes of a new access key, and how many there were. */
function countedProbes(deps: IdentityDependencies) {
  let count = 0;
  const probe = async (credentials: AwsCredentials) => {
    const ask = await callerIdentityProbe(deps, credentials);
    return () => {
      count++;
      return ask();
    };
  };
  return { probe, count: () => count };
}

/** A journal that also remembers the last record. */
function recorder() {
  let latest: LeaseRecord | undefined;
  const write = (record: LeaseRecord) => {
    latest = record;
    journal.write(record);
  };
  return { journal: { write }, latest: () => latest };
}

type Recorder = ReturnType<typeof recorder>;

/** The record says `issued` before the job gets the key, so that post knows the guard exists even if main is killed now. */
async function handOverIssued(lease: Lease, written: Recorder, { step, handOver }: IssueContext): Promise<void> {
  const record = written.latest();
  if (record !== undefined) journal.write({ ...record, progress: 'issued' });
  await handOver(lease);
  step.lifetime.soft.throwIfAborted();
}

async function rollBackWritten(written: Recorder, manager: Principal, { step, deps }: IssueContext): Promise<void> {
  const record = written.latest();
  if (record !== undefined && record.progress !== 'gone') await rollBack(record, manager, { step, deps });
}

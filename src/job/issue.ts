import { callerIdentityProbe, iamClient } from '../aws/clients.ts';
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

/** What issuing is given beside the inputs. */
export type IssueContext = {
  readonly step: Step;
  readonly run: RunFacts;
  readonly identity: OpenedIdentity;
  readonly deps: IdentityDependencies;
  /** What the managing identity does besides issuing. */
  readonly extraWork: ExtraWork | undefined;
  readonly handOver: (lease: Lease) => Promise<void>;
};

/** Issues the lease the inputs ask for and hands it over. When either fails or is stopped, nothing of it is left. */
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

  /** By the managing identity, whose rights are not narrowed as the lease's may be. */
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
  const written = recorder();
  try {
    const lease = await issueUser(plan, {
      ...deps,
      iam: await iamClient(deps, manager.credentials),
      accountId: manager.accountId,
      probe: (credentials) => callerIdentityProbe(deps, credentials),
      meanwhile: async () => extraWork?.(manager),
      journal: written.journal,
    });
    soft.throwIfAborted();
    await handOverIssued(lease, written, context);
    return lease;
  } catch (error) {
    await rollBackWritten(written, manager, context);
    throw soft.aborted ? soft.reason : error;
  }
}

/** The journal, and the record it was given last. */
function recorder() {
  let latest: LeaseRecord | undefined;
  const write = (record: LeaseRecord) => {
    latest = record;
    journal.write(record);
  };
  return { journal: { write }, latest: () => latest };
}

type Recorder = ReturnType<typeof recorder>;

/** Noted before the job has it: a killed main must not leave post in doubt about the guard of a key that is in use. */
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

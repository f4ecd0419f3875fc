import { authorityMarks } from '../aws/authorities.ts';
import type { Env } from '../github/env.ts';
import { exportedVariables, handOver } from '../github/hand-over.ts';
import { type Inputs, readInputs, syncReader } from '../github/inputs/main.ts';
import { inputReader } from '../github/inputs/reader.ts';
import {
  awsVariables,
  type ChangedVariable,
  CREDENTIAL_VARIABLES,
  exportAll,
  isolate,
  recordBefore,
  withHashes,
} from '../github/job-env.ts';
import type { Rights } from '../github/reports/summary.ts';
import { summariseIssue } from '../github/reports/summary.ts';
import { runFacts } from '../github/run-context.ts';
import { claimState, save } from '../github/state.ts';
import type { Step } from '../github/step.ts';
import { fingerprint, givenKeys } from '../identity/static-keys.ts';
import type { Lease } from '../lease/lease.ts';
import type { RunFacts } from '../run.ts';
import { rfc3339 } from '../waiting/clock.ts';
import { existingCredentialsWork } from './existing-credentials.ts';
import { withManager } from './manager.ts';
import { clientContext, identityDependencies, openIdentity } from './open-identity.ts';
import { rootSync } from './root-sync.ts';
import { noticeOfEndpoints, rightsOf, warnOf, warnOfClock } from './warnings.ts';

/** Main: reads the inputs, issues the lease and gives it to the job. */
export async function issueForJob(step: Step): Promise<void> {
  claimState();
  const env = { ...process.env };
  const run = runFacts(env);
  const inputs = readInputs({ run, env, reader: inputReader(), readSync: await syncReader() });
  limitTime(step, inputs);
  step.log.debug(describeInputs(inputs));
  const { before, emptied, kept } = surveyVariables(inputs, env);
  const { connection, proxy, identity: plan, maskAccountId, revocation, staticKeys } = inputs;
  isolate(process.env, proxy, kept);
  const deps = identityDependencies(step, clientContext(step, connection), inputs);
  const extraWork = rootSync(inputs, { step, env, run });
  const sources = { env, staticKeys: () => givenKeys(staticKeys) };
  if (await existingCredentialsWork(inputs, deps, { step, env })) {
    if (extraWork === undefined) return;
    return withManager(inputs, { sources, deps }, ({ principal }) => extraWork(principal));
  }
  save('variables', before);
  exportAll(emptied);
  const identity = await openIdentity(plan, sources, deps);
  save('access', {
    ...{ connection, proxy, identity: plan, maskAccountId, revocation },
    fingerprint: fingerprint(staticKeys),
    variables: kept,
    authorities: authorityMarks(env),
  });
  warnOf(inputs, env, step);
  noticeOfEndpoints(inputs, step);
  const publish = (lease: Lease) => publishLease(lease, inputs, { step, run, before, rights: rightsOf(inputs.lease) });
  const { issueLease } = await import('./issue.ts');
  const lease = await issueLease(inputs, { step, run, identity, deps, extraWork, handOver: publish });
  warnOfClock(step);
  step.log.info(describeLease(lease));
}

/** The inputs that decide what main does. */
function describeInputs({ connection, lease, sync, useExistingCredentials, revocation }: Inputs): string {
  const flags = `use-existing-credentials: ${useExistingCredentials}; revoke: ${revocation.when}; sync: ${sync.kind}`;
  return `Region: ${connection.region}; credential type: ${lease.kind}; ttl: ${lease.ttlSeconds} s; ${flags}`;
}

/** Without `action-timeout-s`: more than main ever needs. Nothing that hangs may use up the job's hours. */
const MAIN_LIMIT_SECONDS = 300;
const SYNC_LIMIT_SECONDS = 1_800;

function limitTime(step: Step, { timeoutSeconds, lease, sync }: Inputs): void {
  const wait = lease.kind === 'iam-user' ? lease.waitForPropagationSeconds : 0;
  const limit = MAIN_LIMIT_SECONDS + wait + (sync.kind === 'sync' ? SYNC_LIMIT_SECONDS : 0);
  if (timeoutSeconds > 0) step.endAfter(timeoutSeconds, '`action-timeout-s`');
  else step.endAfter(limit, 'the limit that holds without `action-timeout-s`');
}

type Publishing = {
  readonly step: Step;
  readonly run: RunFacts;
  readonly before: readonly ChangedVariable[];
  readonly rights: Rights;
};

/** Gives the lease to the job, and saves what post needs. */
async function publishLease(lease: Lease, inputs: Inputs, { step, run, before, rights }: Publishing): Promise<void> {
  handOver(lease, inputs, { before, nonce: step.randomness.text('0123456789abcdef', 8) });
  if (lease.kind === 'session') save('session', { expiresAt: rfc3339(lease.expiresAt) });
  await summariseIssue(lease, run, { revokedInPost: inputs.revocation.when === 'always', rights });
}

/**
 * The variables that we may set.
 * @returns `before`: their present values. `emptied`: those that `unset-current-credentials` clears. `kept`: the AWS variables that
 *   post needs to take the same base identity
 */
function surveyVariables(inputs: Inputs, env: Env) {
  const { all, secret } = exportedVariables(inputs.handOver);
  const unset = inputs.handOver.unsetCurrentCredentials;
  const before = recordBefore([...new Set([...all, ...(unset ? CREDENTIAL_VARIABLES : [])])], secret, env);
  const emptied = unset ? emptyOf(before) : {};
  const { kind } = inputs.identity.source;
  const fromVariables = kind === 'env-credentials' || kind === 'ambient';
  const kept = fromVariables ? awsVariables({ ...env, ...emptied }, kind) : undefined;
  return { before: withHashes(before, emptied), emptied, kept };
}

/** What `unset-current-credentials` sets: the standard credential variables that have a value, whatever `env-names` says. */
function emptyOf(before: readonly ChangedVariable[]): Record<string, string> {
  const held = before.filter((each) => CREDENTIAL_VARIABLES.includes(each.name) && each.before !== '');
  return Object.fromEntries(held.map(({ name }) => [name, '']));
}

function describeLease(lease: Lease): string {
  const until = rfc3339(lease.expiresAt);
  if (lease.kind === 'session') return `Session of ${lease.arn}, until ${until}.`;
  const ready = lease.propagationMs === undefined ? 'not waited for' : `usable after ${lease.propagationMs} ms`;
  return `IAM user ${lease.userName} is ready: ${lease.arn}, ${ready}, until ${until}.`;
}

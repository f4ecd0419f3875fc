import { LEASE_ID_VARIABLE } from '../github/inputs/hand-over.ts';
import type { AccessInputs } from '../github/inputs/main.ts';
import { awsVariables, CREDENTIAL_VARIABLES, isolate } from '../github/job-env.ts';
import type { Step } from '../github/step.ts';
import { connect, LONG_MANAGING_SECONDS } from '../identity/connect.ts';
import type { Caller, IdentityDependencies } from '../identity/identity.ts';
import type { RunFacts } from '../lease/tags.ts';
import { type CredentialSources, identityDependencies, openIdentity } from './open-identity.ts';

/** What is done as the managing identity beside something else. */
export type ExtraWork = (manager: Caller, run: RunFacts) => Promise<void>;

/**
 * What is done as the managing identity; `run` is told the job's environment by then. `again` becomes it anew, for work that outlasts
 * a session.
 */
export type ManagerWork = (manager: Caller, run: RunFacts, again: () => Promise<Caller>) => Promise<void>;

/** Where a step runs. */
export type ActionContext = { readonly step: Step; readonly environment: NodeJS.ProcessEnv; readonly run: RunFacts };

/** Becomes the managing identity and does what it is wanted for. */
export async function withManager(
  { identity }: AccessInputs,
  by: { readonly sources: CredentialSources; readonly deps: IdentityDependencies; readonly run: RunFacts },
  act: ManagerWork,
): Promise<void> {
  const access = await openIdentity(identity, by.sources, by.deps);
  const again = () => connect(identity, access.base, access.deps, LONG_MANAGING_SECONDS);
  const manager = await again();
  await act(manager, { ...by.run, jobEnvironment: access.environmentName() }, again);
}

const LEASE_IN_ENVIRONMENT =
  'This job has a lease, and `role-chaining` takes what is in the environment: if that is the lease itself, AWS refuses it here. Then use another identity, or `output-env-credentials: false` in the action that issued it.';

/** The lease that main has exported is not what the machine is. */
function withoutLease(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (!environment[LEASE_ID_VARIABLE]) return environment;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !CREDENTIAL_VARIABLES.includes(name)));
}

/** All of an action that has no lease of its own: the time limit, this process shut off, the managing identity, its work. */
export async function runAsManager(
  inputs: AccessInputs,
  { step, environment, run }: ActionContext,
  act: ManagerWork,
): Promise<void> {
  const { connection, proxy, maskAccountId, staticKeys, timeoutSeconds } = inputs;
  if (timeoutSeconds > 0) step.endAfter(timeoutSeconds);
  const { kind } = inputs.identity.source;
  const before = kind === 'ambient' ? withoutLease(environment) : environment;
  if (kind === 'environment' && environment[LEASE_ID_VARIABLE]) step.log.notice(LEASE_IN_ENVIRONMENT);
  const kept = kind === 'environment' || kind === 'ambient' ? awsVariables(before, kind) : undefined;
  isolate(process.env, proxy, kept);
  const sources = { env: before, staticKeys: () => staticKeys ?? { accessKeyId: '', secretAccessKey: '' } };
  const deps = identityDependencies(step, connection, { lifetime: step.lifetime, maskAccountId });
  await withManager(inputs, { sources, deps, run }, async (manager, facts, again) => {
    step.log.info(`Managing identity: ${manager.arn}`);
    await act(manager, facts, again);
  });
}

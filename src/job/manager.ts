import type { ClientContext } from '../aws/calls.ts';
import type { Env } from '../github/env.ts';
import type { AccessInputs } from '../github/inputs/access.ts';
import { LEASE_ID_VARIABLE } from '../github/inputs/hand-over.ts';
import { awsVariables, CREDENTIAL_VARIABLES, isolate } from '../github/job-env.ts';
import type { Step } from '../github/step.ts';
import { connect, LONG_MANAGING_SECONDS } from '../identity/connect.ts';
import type { IdentityDependencies, Principal } from '../identity/identity.ts';
import { givenKeys } from '../identity/static-keys.ts';
import { type CredentialSources, clientContext, identityDependencies, openIdentity } from './open-identity.ts';

/** What is done as the managing identity beside something else. */
export type ExtraWork = (manager: Principal) => Promise<void>;

/** Who does the work of an action, and how they are reached. */
export type Manager = {
  readonly principal: Principal;
  /** Becomes the same principal anew, for work that outlasts a session. */
  readonly again: () => Promise<Principal>;
  readonly context: ClientContext;
};

/** Becomes the managing identity, with a session of an hour, and does its work. */
export async function withManager(
  { identity }: Pick<AccessInputs, 'identity'>,
  by: { readonly sources: CredentialSources; readonly deps: IdentityDependencies },
  act: (manager: Manager) => Promise<void>,
): Promise<void> {
  const opened = await openIdentity(identity, by.sources, by.deps);
  const again = () => connect(opened, by.deps, LONG_MANAGING_SECONDS);
  await act({ principal: await again(), again, context: by.deps });
}

const LEASE_IN_ENVIRONMENT =
  'This job has a lease, and `role-chaining` takes what is in the environment: if that is the lease itself, AWS refuses it here. Then use another identity, or `output-env-credentials: false` in the action that issued it.';

/** The lease that main has exported is not what the machine is. */
function withoutLease(env: Env): Env {
  if (!env[LEASE_ID_VARIABLE]) return env;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !CREDENTIAL_VARIABLES.includes(name)));
}

/** All of an action that has no lease of its own: the time limit, this process shut off, the managing identity, its work. */
export async function runAsManager(
  inputs: AccessInputs,
  { step, env }: { readonly step: Step; readonly env: Env },
  act: (manager: Manager) => Promise<void>,
): Promise<void> {
  const { connection, proxy, staticKeys, timeoutSeconds } = inputs;
  if (timeoutSeconds > 0) step.endAfter(timeoutSeconds);
  const { kind } = inputs.identity.source;
  const before = kind === 'ambient' ? withoutLease(env) : env;
  if (kind === 'env-credentials' && env[LEASE_ID_VARIABLE]) step.log.notice(LEASE_IN_ENVIRONMENT);
  const kept = kind === 'env-credentials' || kind === 'ambient' ? awsVariables(before, kind) : undefined;
  isolate(process.env, proxy, kept);
  const sources = { env: before, staticKeys: () => givenKeys(staticKeys) };
  const deps = identityDependencies(step, clientContext(step, connection), inputs);
  await withManager(inputs, { sources, deps }, async (manager) => {
    step.log.info(`Managing identity: ${manager.principal.arn}`);
    await act(manager);
  });
}

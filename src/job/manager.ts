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
import { noticeOfEndpoints, warnOfClock } from './warnings.ts';

/** Work that the managing identity does besides issuing. */
export type ExtraWork = (manager: Principal) => Promise<void>;

/** The managing identity of an action, and the context of its clients. */
export type Manager = {
  readonly principal: Principal;
  /** Obtains a new session of the same principal, for work that takes longer than one session. */
  readonly again: () => Promise<Principal>;
  readonly context: ClientContext;
};

/** Obtains the managing identity, with a session of one hour, and runs `act` with it. */
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
  'This job has a lease, and `role-chaining` uses the credentials in the environment. If they are the lease itself, AWS denies the calls of this step. In that case use another identity, or `output-env-credentials: false` in the step that issued the lease.';

/** Ambient credentials are those of the machine, not the lease that main exported. */
function withoutLease(env: Env): Env {
  if (!env[LEASE_ID_VARIABLE]) return env;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !CREDENTIAL_VARIABLES.includes(name)));
}

/** Where an action runs. `limitSeconds`: its time without `action-timeout-s`; more than it ever needs. */
export type ActionContext = { readonly step: Step; readonly env: Env; readonly limitSeconds: number };

/** Runs an action that has no lease of its own: sets the time limit, isolates this process, obtains the managing identity, runs `act`. */
export async function runAsManager(
  inputs: AccessInputs,
  { step, env, limitSeconds }: ActionContext,
  act: (manager: Manager) => Promise<void>,
): Promise<void> {
  const { connection, proxy, staticKeys, timeoutSeconds } = inputs;
  if (timeoutSeconds > 0) step.endAfter(timeoutSeconds, '`action-timeout-s`');
  else step.endAfter(limitSeconds, 'the limit that holds without `action-timeout-s`');
  const { kind } = inputs.identity.source;
  const before = kind === 'ambient' ? withoutLease(env) : env;
  if (before !== env) step.log.debug('Not used as ambient credentials: the lease that is in the environment.');
  if (kind === 'env-credentials' && env[LEASE_ID_VARIABLE]) step.log.notice(LEASE_IN_ENVIRONMENT);
  const kept = kind === 'env-credentials' || kind === 'ambient' ? awsVariables(before, kind) : undefined;
  isolate(process.env, proxy, kept);
  noticeOfEndpoints(inputs, step);
  const sources = { env: before, staticKeys: () => givenKeys(staticKeys) };
  const deps = identityDependencies(step, clientContext(step, connection), inputs);
  await withManager(inputs, { sources, deps }, async (manager) => {
    warnOfClock(step);
    step.log.info(`Managing identity: ${manager.principal.arn}`);
    await act(manager);
  });
}

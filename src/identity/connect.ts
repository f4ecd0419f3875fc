import { awsFailure } from '../aws/failures.ts';
import { ActionError } from '../errors.ts';
import type { IdentityDependencies, IdentityPlan, LastHop, OpenedIdentity, Principal } from './identity.ts';
import { credentialsOf, MIN_SESSION_SECONDS, ownSessionHop, principalOf, roleHop } from './role-chain.ts';

/** For work that may take minutes; every role allows this much, chained ones too (AWS: CreateRole, MaxSessionDuration). */
export const LONG_MANAGING_SECONDS = 3_600;

/**
 * The managing identity: the source, then every role of the chain. The account is checked before it is handed out.
 * @param durationSeconds how long its session is needed
 * @throws ActionError with the step that failed
 */
export async function connect(
  identity: OpenedIdentity,
  deps: IdentityDependencies,
  durationSeconds: number = MIN_SESSION_SECONDS,
): Promise<Principal> {
  const { plan, base } = identity;
  const principal =
    plan.roles.length === 0
      ? await principalOf(await credentialsOf(base), deps)
      : await withRemedy(plan, deps, async () => (await roleHop(identity, deps)).obtain({ durationSeconds }));
  admit(principal, plan, deps);
  deps.debug(`Managing identity: ${principal.arn}`);
  return principal;
}

/** The step that yields a session lease; all roles but the last have been assumed when this returns. */
export async function sessionHop(identity: OpenedIdentity, deps: IdentityDependencies): Promise<LastHop> {
  const { plan } = identity;
  const hop = await withRemedy(plan, deps, () =>
    plan.roles.length === 0 ? ownSessionHop(identity, deps) : roleHop(identity, deps),
  );
  return {
    ...hop,
    obtain: async (request) => {
      const principal = await hop.obtain(request);
      admit(principal, plan, deps);
      return principal;
    },
  };
}

/** Whatever AWS answers on the way in, as an error that names the way. */
async function withRemedy<T>(plan: IdentityPlan, deps: IdentityDependencies, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof ActionError || deps.lifetime.soft.aborted) throw cause;
    throw awsFailure('assume-role-failed', `Assuming ${plan.roles.join(', then ')}`, {
      remedy: 'Check `role-to-assume` and `aws-region`, and that the runner reaches STS.',
      cause,
    });
  }
}

/** The account guard: nothing is created in, and nothing exported from, an account the workflow did not name. */
function admit({ accountId }: Principal, { allowedAccountIds }: IdentityPlan, deps: IdentityDependencies): void {
  deps.account(accountId);
  if (allowedAccountIds.length === 0 || allowedAccountIds.includes(accountId)) return;
  throw new ActionError(
    'account-not-allowed',
    `The credentials lead into account ${accountId}, which \`allowed-account-ids\` does not name`,
    { remedy: 'Correct `role-to-assume` or `allowed-account-ids`.' },
  );
}

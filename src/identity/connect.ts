import { awsFailure } from '../aws/failures.ts';
import { ActionError } from '../errors.ts';
import type { IdentityDependencies, IdentityPlan, LastHop, OpenedIdentity, Principal } from './identity.ts';
import { credentialsOf, MIN_SESSION_SECONDS, ownSessionHop, principalOf, roleHop } from './role-chain.ts';

/**
 * For work that may take minutes. Every role allows one hour, also with role chaining
 * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html, MaxSessionDuration).
 */
export const LONG_MANAGING_SECONDS = 3_600;

/**
 * Gets the managing identity: the base identity, and then each role of the chain. Checks its account.
 * @param durationSeconds the duration of its session
 * @throws ActionError that names the step that failed; `account-not-allowed`
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
  checkAccount(principal, plan, deps);
  deps.debug(`Managing identity: ${principal.arn}`);
  return principal;
}

/** The call that creates a session lease. When this returns, all roles except the last are assumed. */
export async function sessionHop(identity: OpenedIdentity, deps: IdentityDependencies): Promise<LastHop> {
  const { plan } = identity;
  const hop = await withRemedy(plan, deps, () =>
    plan.roles.length === 0 ? ownSessionHop(identity, deps) : roleHop(identity, deps),
  );
  return {
    ...hop,
    obtain: async (request) => {
      const principal = await hop.obtain(request);
      checkAccount(principal, plan, deps);
      return principal;
    },
  };
}

/** Converts a failure of AWS to an error that names the roles. */
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

/** Checks `allowed-account-ids`, before anything is created in the account or exported to the job. */
function checkAccount({ accountId }: Principal, { allowedAccountIds }: IdentityPlan, deps: IdentityDependencies): void {
  deps.account(accountId);
  if (allowedAccountIds.length === 0 || allowedAccountIds.includes(accountId)) return;
  throw new ActionError(
    'account-not-allowed',
    `The credentials belong to account ${accountId}, which is not in \`allowed-account-ids\``,
    { remedy: 'Correct `role-to-assume` or `allowed-account-ids`.' },
  );
}

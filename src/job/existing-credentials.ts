import { explain } from '../aws/failures.ts';
import type { Env } from '../github/env.ts';
import type { Inputs } from '../github/inputs/main.ts';
import { envCredentials } from '../github/job-env.ts';
import type { Step } from '../github/step.ts';
import { envCredentialsIdentity } from '../identity/env-credentials.ts';
import type { IdentityDependencies } from '../identity/identity.ts';

/**
 * `use-existing-credentials`: whether what an earlier step left in the environment is used, because AWS takes it and its account is
 * allowed.
 */
export async function existingCredentialsWork(
  inputs: Inputs,
  deps: IdentityDependencies,
  { step, env }: { readonly step: Step; readonly env: Env },
): Promise<boolean> {
  // What is about to be cleared cannot be what is used.
  if (!inputs.useExistingCredentials || inputs.handOver.unsetCurrentCredentials) return false;
  const { log, lifetime } = step;
  try {
    const found = envCredentialsIdentity(envCredentials(env), deps);
    if (found.kind !== 'credentials') return false;
    const { callerIdentity } = await import('../identity/caller-identity.ts');
    const { accountId, arn } = await callerIdentity(await found.credentials(), deps);
    const allowed = inputs.identity.allowedAccountIds;
    if (allowed.length > 0 && !allowed.includes(accountId)) {
      log.info('The credentials in the environment are of an account that is not allowed; new ones are issued.');
      return false;
    }
    log.notice(`The credentials in the environment are valid (${arn}); nothing new is issued.`);
    return true;
  } catch (error) {
    lifetime.soft.throwIfAborted();
    log.info(`There are no valid credentials in the environment (${explain(error)}); new ones are issued.`);
    return false;
  }
}

import { explain } from '../aws/failures.ts';
import type { Env } from '../github/env.ts';
import type { Inputs } from '../github/inputs/main.ts';
import { envCredentials } from '../github/job-env.ts';
import type { Step } from '../github/step.ts';
import { envCredentialsIdentity } from '../identity/env-credentials.ts';
import type { IdentityDependencies } from '../identity/identity.ts';

/**
 * Whether the credentials of an earlier step are used and nothing is issued: `use-existing-credentials` is set, AWS accepts them, and
 * their account is allowed.
 */
export async function existingCredentialsWork(
  inputs: Inputs,
  deps: IdentityDependencies,
  { step, env }: { readonly step: Step; readonly env: Env },
): Promise<boolean> {
  const { log, lifetime } = step;
  if (!inputs.useExistingCredentials) return false;
  if (inputs.handOver.unsetCurrentCredentials) {
    log.debug('Existing credentials are not used: `unset-current-credentials` clears them.');
    return false;
  }
  try {
    const found = envCredentialsIdentity(envCredentials(env), deps);
    if (found.kind !== 'credentials') return false;
    const { callerIdentity } = await import('../identity/caller-identity.ts');
    const { accountId, arn } = await callerIdentity(await found.credentials(), deps);
    const allowed = inputs.identity.allowedAccountIds;
    if (allowed.length > 0 && !allowed.includes(accountId)) {
      log.info('The credentials in the environment belong to an account that is not allowed. New ones are issued.');
      return false;
    }
    log.notice(`The credentials in the environment are valid (${arn}). Nothing new is issued.`);
    return true;
  } catch (error) {
    lifetime.soft.throwIfAborted();
    log.info(`There are no valid credentials in the environment (${explain(error)}). New ones are issued.`);
    return false;
  }
}

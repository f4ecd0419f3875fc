import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { type AwsCredentials, stsClient } from '../aws/clients.ts';
import { awsFailure } from '../aws/failures.ts';
import type { IdentityDependencies, Principal } from './identity.ts';

/**
 * The principal of credentials, from `GetCallerIdentity`, which needs no permission.
 * @throws ActionError `no-base-credentials` when AWS does not accept them
 */
export async function callerIdentity(credentials: AwsCredentials, deps: IdentityDependencies): Promise<Principal> {
  const sts = await stsClient(deps, credentials);
  try {
    const { Arn = '', Account = '' } = await sts.send(new GetCallerIdentityCommand({}));
    deps.account(Account);
    return { credentials, arn: Arn, accountId: Account, jobEnvironment: '' };
  } catch (cause) {
    throw awsFailure('no-base-credentials', 'Asking AWS to whom the given credentials belong', {
      remedy: 'The credentials must be valid, not expired, and of the partition of `aws-region`.',
      cause,
    });
  }
}

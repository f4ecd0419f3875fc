import { GetFederationTokenCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { stsClient } from '../aws/clients.ts';
import { parseArn } from '../aws/partition.ts';
import { maskedCredentials, policyParameters } from './assume-role.ts';
import type { IdentityDependencies, LastHop, Principal, SessionRequest } from './identity.ts';

const MAX_SESSION_SECONDS = 12 * 3600;
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html, Name. */
const MAX_FEDERATED_NAME_CHARS = 32;

/**
 * The session of an IAM user, created with its long-lived keys: `GetSessionToken`, or `GetFederationToken` with session policies, which
 * `GetSessionToken` does not accept.
 */
export async function iamUserSession(owner: Principal, name: string, deps: IdentityDependencies): Promise<LastHop> {
  const sts = await stsClient(deps, owner.credentials);
  const unrestricted = async ({ durationSeconds }: SessionRequest) => {
    const answer = await sts.send(new GetSessionTokenCommand({ DurationSeconds: durationSeconds }));
    return { ...owner, credentials: maskedCredentials(answer.Credentials, deps) };
  };
  const restricted = async (request: SessionRequest) => {
    const answer = await sts.send(
      new GetFederationTokenCommand({
        Name: name.slice(0, MAX_FEDERATED_NAME_CHARS),
        DurationSeconds: request.durationSeconds,
        ...policyParameters(request),
      }),
    );
    const arn = answer.FederatedUser?.Arn ?? '';
    const accountId = parseArn(arn)?.accountId ?? '';
    return { ...owner, credentials: maskedCredentials(answer.Credentials, deps), arn, accountId };
  };
  return {
    maximumSeconds: MAX_SESSION_SECONDS,
    because: 'this action limits the session of an IAM user to 12 hours',
    obtain: (request) =>
      Object.keys(policyParameters(request)).length > 0 ? restricted(request) : unrestricted(request),
  };
}

import { GetFederationTokenCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { stsClient } from '../aws/clients.ts';
import { parseArn } from '../aws/partition.ts';
import { maskedCredentials, policyParameters } from './assume-role.ts';
import type { IdentityDependencies, LastHop, Principal, SessionRequest } from './identity.ts';

const MAX_SESSION_SECONDS = 12 * 3600;
/** Of GetFederationToken's Name (AWS: API_GetFederationToken). */
const MAX_FEDERATED_NAME_CHARS = 32;

/**
 * The session of an IAM user whose long-lived keys we hold: `GetSessionToken`, or, when policies are to narrow it,
 * `GetFederationToken`, the only one of the two that takes them.
 */
export async function iamUserSession(owner: Principal, name: string, deps: IdentityDependencies): Promise<LastHop> {
  const sts = await stsClient(deps, owner.credentials);
  const whole = async ({ durationSeconds }: SessionRequest) => {
    const answer = await sts.send(new GetSessionTokenCommand({ DurationSeconds: durationSeconds }));
    return { ...owner, credentials: maskedCredentials(answer.Credentials, deps) };
  };
  const narrowed = async (request: SessionRequest) => {
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
    because: 'a session of an IAM user lasts at most 12 hours here',
    obtain: (request) => (Object.keys(policyParameters(request)).length > 0 ? narrowed(request) : whole(request)),
  };
}

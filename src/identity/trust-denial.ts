import { describeFailure } from '../aws/failures.ts';
import { parseArn } from '../aws/partition.ts';
import { ActionError } from '../errors.ts';
import { claimsOf } from './oidc.ts';

/** The claims that trust policies use. The token itself is never shown. */
const SHOWN_CLAIMS = ['sub', 'aud', 'repository', 'ref', 'environment', 'job_workflow_ref'];

/** The error when STS denied a token for a role: the token's claims, and a trust policy statement that would allow it. */
export function trustDenial(token: string, roleArn: string, cause: unknown): ActionError {
  const claims = claimsOf(token);
  const shown = SHOWN_CLAIMS.filter((name) => claims[name] !== undefined).map((name) => `  ${name}: ${claims[name]}`);
  const message = [
    `Assuming ${roleArn} with a web identity token was denied. AWS said ${describeFailure(cause)}`,
    'The token has these claims:',
    ...shown,
  ].join('\n');
  return new ActionError('assume-role-denied', message, {
    remedy: `Check that the role exists in that account. This statement in its trust policy would allow it:\n${JSON.stringify(trustStatement(claims, roleArn), null, 2)}`,
    cause,
  });
}

function trustStatement(claims: Readonly<Record<string, string>>, roleArn: string): object {
  const { partition = 'aws', accountId = 'ACCOUNT_ID' } = parseArn(roleArn) ?? {};
  const provider = (claims.iss ?? 'https://token.actions.githubusercontent.com').replace(/^https:\/\//, '');
  return {
    Effect: 'Allow',
    Principal: { Federated: `arn:${partition}:iam::${accountId}:oidc-provider/${provider}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${provider}:aud`]: claims.aud ?? '', [`${provider}:sub`]: claims.sub ?? '' } },
  };
}

import { awsRequestHandler } from '../aws/answers.ts';
import { ActionError } from '../errors.ts';
import type { BaseIdentity, IdentityDependencies } from './identity.ts';

/**
 * What the machine itself is in AWS: instance profile, ECS or EKS Pod Identity, a profile, the environment. The SDK's own chain,
 * and only when asked for by `use-ambient-credentials`.
 */
export function ambientIdentity(deps: IdentityDependencies): BaseIdentity {
  return {
    kind: 'credentials',
    async credentials() {
      // Loaded here, for no other way needs it.
      const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
      try {
        const found = await fromNodeProviderChain({
          clientConfig: {
            region: deps.connection.region,
            requestHandler: awsRequestHandler({ keepAlive: false, debug: deps.debug }),
          },
        })();
        deps.mask(found.secretAccessKey);
        deps.mask(found.accessKeyId);
        if (found.sessionToken !== undefined) deps.mask(found.sessionToken);
        return found;
      } catch (cause) {
        throw new ActionError(
          'no-base-credentials',
          'Taking the machine’s own AWS credentials failed: there are none',
          {
            remedy:
              '`use-ambient-credentials` needs an instance profile, ECS or EKS Pod Identity, or a profile on this runner. On a GitHub-hosted runner use `role-to-assume` with OIDC.',
            cause,
          },
        );
      }
    },
  };
}

import { ActionError } from '../errors.ts';
import type { BaseIdentity, IdentityDependencies } from './identity.ts';

/** The credentials in a job's environment variables; an unset variable is empty. */
export type EnvCredentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
};

/** The credentials that were in the job's environment when main began (`role-chaining`). */
export function envCredentialsIdentity(found: EnvCredentials, deps: IdentityDependencies): BaseIdentity {
  return {
    kind: 'credentials',
    async credentials() {
      const { accessKeyId, secretAccessKey, sessionToken } = found;
      if (accessKeyId === '' || secretAccessKey === '') {
        throw new ActionError(
          'no-base-credentials',
          'Reading the credentials from the job’s environment failed: there are none',
          {
            remedy:
              '`role-chaining` uses AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of an earlier step: put that step before this one, or remove `role-chaining`.',
          },
        );
      }
      for (const secret of [secretAccessKey, sessionToken, accessKeyId]) if (secret !== '') deps.mask(secret);
      return { accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) };
    },
  };
}

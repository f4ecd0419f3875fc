import type { BaseIdentity, IdentityDependencies, IdentityPlan } from '../../../src/identity/identity.ts';
import { fakeWaiting } from './time.ts';

/** The dependencies of an identity: an STS at `stsEndpoint`, sleeps that take no time, recorded masks. */
export function identityDeps(
  stsEndpoint: string,
  about: Partial<IdentityDependencies> & { maxAttempts?: number } = {},
) {
  const { maxAttempts = 3, ...rest } = about;
  const masks: string[] = [];
  const accounts: string[] = [];
  const notices: string[] = [];
  const lines: string[] = [];
  const waiting = fakeWaiting({ retries: maxAttempts > 1, ...rest });
  const deps: IdentityDependencies = {
    ...waiting,
    connection: {
      region: 'eu-central-1',
      stsEndpoint,
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
      maxAttempts,
    },
    mask: (secret) => masks.push(secret),
    notice: (sentence) => notices.push(sentence),
    account: (accountId) => accounts.push(accountId),
    debug: (line) => lines.push(line),
    ...rest,
  };
  return { deps, masks, slept: waiting.clock.slept, accounts, notices, lines };
}

export function identityPlan(about: Partial<IdentityPlan> = {}): IdentityPlan {
  return {
    source: { kind: 'oidc', audience: 'sts.amazonaws.com' },
    roles: [],
    sessionName: 'gha-repo-1-1',
    externalId: undefined,
    allowedAccountIds: [],
    ...about,
  };
}

/** A base identity that issues `jwt-1`, `jwt-2`, … */
export function tokenBase(): BaseIdentity & { asked: () => number } {
  let asked = 0;
  return { kind: 'token', token: async () => jwt({ sub: `subject-${++asked}` }), asked: () => asked };
}

export function credentialsBase(sessionToken?: string): BaseIdentity {
  const keys = { accessKeyId: 'AKIABASE', secretAccessKey: 'base-secret' };
  return {
    kind: 'credentials',
    credentials: async () => (sessionToken === undefined ? keys : { ...keys, sessionToken }),
  };
}

/** A token with these claims. Its signature is not valid. */
export function jwt(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
}

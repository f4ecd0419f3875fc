import { type AwsCredentials, type Connection, type Lifetime, unlessAborted } from '../aws/clients.ts';
import { ActionError } from '../errors.ts';
import { envCredentials } from '../github/job-env.ts';
import { tokenService, whyNoTokenService } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import { envCredentialsIdentity } from '../identity/env-credentials.ts';
import type { BaseIdentity, IdentityDependencies, IdentityPlan } from '../identity/identity.ts';
import { claimsOf, oidcIdentity } from '../identity/oidc.ts';
import { staticKeysIdentity } from '../identity/static-keys.ts';
import type { Pause } from '../waiting/load-behind.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the chosen way may need beside the plan. */
export type CredentialSources = {
  /** The environment as it was when main began. */
  readonly env: Environment;
  readonly staticKeys: () => AwsCredentials;
};

/** An open way into AWS. */
export type OpenIdentity = {
  readonly base: BaseIdentity;
  readonly deps: IdentityDependencies;
  /** The job's `environment:`, once a token has told; empty before that and where there is none. */
  readonly environmentName: () => string;
};

/** For the request for a token, and for the load of the STS client, which is needed sooner (`identity/connect.ts`). */
const HEAD_START_MS = 60;

/** What every way into AWS needs of this step. */
export function identityDependencies(
  step: Step,
  connection: Connection,
  by: { lifetime: Lifetime; maskAccountId: boolean },
): IdentityDependencies {
  return {
    connection,
    lifetime: by.lifetime,
    mask: step.mask,
    notice: step.log.notice,
    account: (accountId) => {
      if (by.maskAccountId && accountId !== '') step.mask(accountId);
    },
    sleep: step.clock.sleep,
    fraction: step.randomness.fraction,
  };
}

/** When to load what the managing identity is wanted for: while GitHub and STS answer. */
export function whileConnecting({ clock }: Step): Pause {
  return { afterMs: HEAD_START_MS, sleep: clock.sleep };
}

/**
 * Opens the way into AWS that a plan names.
 * @throws ActionError `no-oidc-variables` where GitHub gives this job no token
 */
export async function openIdentity(
  plan: IdentityPlan,
  sources: CredentialSources,
  deps: IdentityDependencies,
): Promise<OpenIdentity> {
  const base = untilLifetimeEnds(deps, await baseIdentity(plan, sources, deps));
  if (base.kind === 'credentials' || plan.source.kind !== 'oidc') return { base, deps, environmentName: () => '' };
  let environmentName = '';
  const token = async () => {
    const fresh = await base.token();
    environmentName = claimsOf(fresh).environment ?? '';
    return fresh;
  };
  return { base: { kind: 'token', token }, deps, environmentName: () => environmentName };
}

/** No way in outlives the step: a credential process or a file system may hang as well as a server. */
function untilLifetimeEnds(deps: IdentityDependencies, base: BaseIdentity): BaseIdentity {
  const { hard } = deps.lifetime;
  return base.kind === 'token'
    ? { kind: 'token', token: () => unlessAborted(base.token(), hard) }
    : { kind: 'credentials', credentials: () => unlessAborted(base.credentials(), hard) };
}

async function baseIdentity(
  plan: IdentityPlan,
  sources: CredentialSources,
  deps: IdentityDependencies,
): Promise<BaseIdentity> {
  const { source } = plan;
  switch (source.kind) {
    case 'oidc': {
      const service = tokenService(sources.env);
      if (service === undefined) throw noTokenService(sources.env);
      return oidcIdentity(service, source.audience, deps);
    }
    case 'token-file': {
      const { tokenFileIdentity } = await import('../identity/token-file.ts');
      return tokenFileIdentity(source.path, deps);
    }
    case 'static-keys':
      return staticKeysIdentity(sources.staticKeys());
    case 'environment':
      return envCredentialsIdentity(envCredentials(sources.env), deps);
    case 'ambient': {
      const { ambientIdentity } = await import('../identity/ambient.ts');
      return ambientIdentity(deps);
    }
  }
}

function noTokenService(environment: Environment): ActionError {
  const why = whyNoTokenService(environment);
  const message =
    'GitHub gives this job no OIDC token: ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set';
  return new ActionError('no-oidc-variables', why === undefined ? message : `${message}. ${why}`, {
    remedy: [
      ...(why === undefined
        ? []
        : [
            'Skip the step there: `if: github.event.pull_request.head.repo.full_name == github.repository`. Elsewhere:',
          ]),
      'Give the job this block:',
      'permissions:',
      '  id-token: write',
      '  contents: read',
      'In a reusable workflow the calling job needs it too. Without OIDC, use `aws-access-key-id`, `web-identity-token-file`, `role-chaining` or `use-ambient-credentials`.',
    ].join('\n'),
  });
}

import type { ClientContext, Connection } from '../aws/calls.ts';
import type { AwsCredentials } from '../aws/clients.ts';
import { ActionError } from '../errors.ts';
import type { Env } from '../github/env.ts';
import { envCredentials } from '../github/job-env.ts';
import { tokenService, whyNoTokenService } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import { envCredentialsIdentity } from '../identity/env-credentials.ts';
import type { BaseIdentity, IdentityDependencies, IdentityPlan, OpenedIdentity } from '../identity/identity.ts';
import { oidcIdentity } from '../identity/oidc.ts';
import { staticKeysIdentity } from '../identity/static-keys.ts';
import { unlessAborted } from '../waiting/lifetime.ts';

/** What a base identity may need besides the plan. */
export type CredentialSources = {
  /** The process's variables as they were when main began. */
  readonly env: Env;
  readonly staticKeys: () => AwsCredentials | Promise<AwsCredentials>;
};

/** Time for the request for a token and for loading the STS client, which is needed first (`identity/role-chain.ts`). */
const HEAD_START_MS = 60;

/**
 * What AWS's clients are built from in this step.
 * @param lifetime in place of the step's own: a rollback's, or post's
 */
export function clientContext(
  { clock, randomness, log, ...step }: Step,
  connection: Connection,
  lifetime = step.lifetime,
): ClientContext {
  return { connection, clock, randomness, lifetime, retries: connection.maxAttempts > 1, debug: log.debug };
}

/** What a base identity and a role chain need from this step. */
export function identityDependencies(
  step: Step,
  context: ClientContext,
  { maskAccountId }: { readonly maskAccountId: boolean },
): IdentityDependencies {
  const account = (accountId: string) => {
    if (maskAccountId && accountId !== '') step.mask(accountId);
  };
  return { ...context, mask: step.mask, notice: step.log.notice, account };
}

/** When to load further code: while GitHub and STS answer. */
export function whileConnecting({ clock }: Step) {
  return { ms: HEAD_START_MS, clock };
}

/**
 * Opens the base identity of a plan.
 * @throws ActionError `no-oidc-variables` when the runner gives this job no token service
 */
export async function openIdentity(
  plan: IdentityPlan,
  sources: CredentialSources,
  deps: IdentityDependencies,
): Promise<OpenedIdentity> {
  deps.debug(`Base identity: ${plan.source.kind}; roles: ${plan.roles.join(', then ') || 'none'}`);
  return { plan, base: untilLifetimeEnds(deps, await baseIdentity(plan, sources, deps)) };
}

/** Waits no longer than the step's lifetime: a credential process or a file system may hang as well as a server. */
function untilLifetimeEnds(deps: IdentityDependencies, base: BaseIdentity): BaseIdentity {
  const { hard } = deps.lifetime;
  return base.kind === 'token'
    ? { kind: 'token', token: () => unlessAborted(base.token(), hard) }
    : { kind: 'credentials', credentials: () => unlessAborted(base.credentials(), hard) };
}

async function baseIdentity(
  { source }: IdentityPlan,
  { env, staticKeys }: CredentialSources,
  deps: IdentityDependencies,
): Promise<BaseIdentity> {
  switch (source.kind) {
    case 'oidc': {
      const service = tokenService(env);
      if (service === undefined) throw noTokenService(env);
      return oidcIdentity(service, source.audience, deps);
    }
    case 'token-file': {
      const { tokenFileIdentity } = await import('../identity/token-file.ts');
      return tokenFileIdentity(source.path, deps);
    }
    case 'static-keys':
      return staticKeysIdentity(await staticKeys());
    case 'env-credentials':
      return envCredentialsIdentity(envCredentials(env), deps);
    case 'ambient': {
      const { ambientIdentity } = await import('../identity/ambient.ts');
      return ambientIdentity(deps);
    }
  }
}

function noTokenService(env: Env): ActionError {
  const why = whyNoTokenService(env);
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

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { JWTPayload } from 'jose';
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { listen, stop } from '../support/loopback.ts';

/** A token that was issued; times are `performance.now()` milliseconds of the request's arrival and answer. */
export type Issued = { audience: string; jti: string; at: number; endedAt: number };
export type OidcFault = 'error-500' | 'reset' | 'hang';

/** GitHub's token service: what `ACTIONS_ID_TOKEN_REQUEST_URL` and `_TOKEN` lead to, with real RS256 signatures. */
export type OidcIssuer = {
  /** Has a query already, as GitHub's has; the caller appends `&audience=`. */
  readonly requestUrl: string;
  readonly requestToken: string;
  /** Base address, for `/.well-known/openid-configuration` and `/.well-known/jwks`. */
  readonly url: string;
  /** Claims of the tokens to come, but for iss, aud, jti and the times. */
  claims: Record<string, string>;
  readonly issued: Issued[];
  latencyMs: number;
  /** How long tokens live; negative for tokens that are expired when they arrive. */
  lifetimeSeconds: number;
  inject(fault: OidcFault, times?: number): void;
  /** Checks signature, issuer and times as STS does; rejects with jose's errors. */
  verify(token: string): Promise<JWTPayload>;
  /** Default claims, nothing issued, no faults, no latency. */
  reset(): void;
  close(): Promise<void>;
};

export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
/** Measured by others: GitHub's tokens live 5 minutes (actions/toolkit#2048). */
const LIFETIME_SECONDS = 300;

/** The claims of a push to main in the laboratory's repository (GitHub docs: OpenID Connect reference, “OIDC token claims”). */
function defaultClaims(): Record<string, string> {
  const workflow = 'octo-org/shop/.github/workflows/deploy.yml@refs/heads/main';
  const sha = '6f2c1d3e5b7a9c8d0e1f2a3b4c5d6e7f8a9b0c1d';
  return {
    sub: 'repo:octo-org/shop:ref:refs/heads/main',
    repository: 'octo-org/shop',
    repository_id: '714613905',
    repository_owner: 'octo-org',
    repository_owner_id: '6811672',
    repository_visibility: 'private',
    actor: 'mona',
    actor_id: '583231',
    ref: 'refs/heads/main',
    ref_type: 'branch',
    ref_protected: 'true',
    head_ref: '',
    base_ref: '',
    sha,
    event_name: 'push',
    run_id: '19280374655',
    run_number: '42',
    run_attempt: '1',
    runner_environment: 'github-hosted',
    workflow: 'deploy',
    workflow_ref: workflow,
    workflow_sha: sha,
    job_workflow_ref: workflow,
    job_workflow_sha: sha,
  };
}

type Signer = {
  sign(
    claims: Record<string, string>,
    audience: string,
    lifetimeSeconds: number,
  ): Promise<{ token: string; jti: string }>;
};

async function createSigner(): Promise<Signer & { jwks: { keys: object[] }; verify: OidcIssuer['verify'] }> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const kid = randomUUID();
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }] };
  const keySet = createLocalJWKSet(jwks);
  return {
    jwks,
    verify: async (token) => (await jwtVerify(token, keySet, { issuer: GITHUB_ISSUER, algorithms: ['RS256'] })).payload,
    sign: async (claims, audience, lifetimeSeconds) => {
      const now = Math.floor(Date.now() / 1000);
      const jti = randomUUID();
      const token = await new SignJWT({ ...claims, jti, nbf: now - 600 })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer(GITHUB_ISSUER)
        .setAudience(audience)
        .setIssuedAt(Math.min(now, now + lifetimeSeconds - 1))
        .setExpirationTime(now + lifetimeSeconds)
        .sign(privateKey);
      return { token, jti };
    },
  };
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** Applies a fault; true when the request is handled by it. */
function applyFault(fault: OidcFault | undefined, response: ServerResponse): boolean {
  if (fault === undefined) return false;
  if (fault === 'error-500') reply(response, 500, { message: 'Internal server error' });
  if (fault === 'reset') response.socket?.resetAndDestroy();
  return true;
}

async function issue(
  issuer: OidcIssuer,
  signer: Signer,
  query: URLSearchParams,
): Promise<{ value: string; count: number }> {
  const at = performance.now();
  if (issuer.latencyMs > 0) await pause(issuer.latencyMs);
  const audience = query.get('audience') ?? `https://github.com/${issuer.claims.repository_owner}`;
  const { token, jti } = await signer.sign(issuer.claims, audience, issuer.lifetimeSeconds);
  issuer.issued.push({ audience, jti, at, endedAt: performance.now() });
  return { count: token.length, value: token };
}

/** Starts the issuer on a free port of 127.0.0.1. */
export async function startOidcIssuer(): Promise<OidcIssuer> {
  const signer = await createSigner();
  const tokenPath = `/idtoken/${randomUUID()}/${randomUUID()}`;
  let faults: { fault: OidcFault; left: number }[] = [];
  const takeFault = (): OidcFault | undefined => {
    const next = faults.find(({ left }) => left > 0);
    if (next) next.left -= 1;
    return next?.fault;
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer.url);
    if (url.pathname === '/.well-known/jwks') return reply(response, 200, signer.jwks);
    if (url.pathname === '/.well-known/openid-configuration') return reply(response, 200, configuration(issuer.url));
    if (url.pathname !== tokenPath) return reply(response, 404, { message: 'Not found' });
    if (applyFault(takeFault(), response)) return;
    if (!hasToken(request, issuer.requestToken)) return reply(response, 401, { message: 'Not authorized' });
    issue(issuer, signer, url.searchParams).then(
      (body) => reply(response, 200, body),
      (error: Error) => reply(response, 500, { message: error.message }),
    );
  });
  const url = await listen(server);
  const fresh = () => ({ claims: defaultClaims(), latencyMs: 0, lifetimeSeconds: LIFETIME_SECONDS });
  const issuer: OidcIssuer = {
    url,
    requestUrl: `${url}${tokenPath}?api-version=2.0`,
    requestToken: `laboratory-${randomUUID()}`,
    issued: [],
    ...fresh(),
    inject: (fault, times = 1) => {
      faults.push({ fault, left: times });
    },
    verify: signer.verify,
    reset: () => {
      faults = [];
      issuer.issued.length = 0;
      Object.assign(issuer, fresh());
    },
    close: () => stop(server),
  };
  return issuer;
}

function hasToken(request: IncomingMessage, token: string): boolean {
  return new RegExp(`^bearer ${token}$`, 'i').test(request.headers.authorization ?? '');
}

function configuration(url: string): object {
  return {
    issuer: GITHUB_ISSUER,
    jwks_uri: `${url}/.well-known/jwks`,
    response_types_supported: ['id_token'],
    subject_types_supported: ['public', 'pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

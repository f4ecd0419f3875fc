import { HttpRequest } from '@smithy/core/protocols';
import { describeFailure, failureCode, isTransient } from '../aws/failures.ts';
import { httpClient } from '../aws/http.ts';
import { ActionError } from '../errors.ts';
import { again, done, poll } from '../waiting/poll.ts';
import type { BaseIdentity, IdentityDependencies } from './identity.ts';

/** GitHub's token service, as the runner names it to a job with `id-token: write`. */
export type TokenService = { readonly requestUrl: string; readonly requestToken: string };

const BACKOFF = { firstMs: 250, maxMs: 5_000 };

/** GitHub's OIDC token of this job; a new one at every call, for it lives five minutes only (actions/toolkit#2048). */
export function oidcIdentity(service: TokenService, audience: string, deps: IdentityDependencies): BaseIdentity {
  return {
    kind: 'token',
    async token() {
      const attempt = async () => {
        const outcome = await requestToken(service, audience, deps);
        if (outcome.ok) return done(outcome.token);
        const giveUp = (): never => {
          throw outcome.error;
        };
        return outcome.again ? again(giveUp) : giveUp();
      };
      return poll<string>(attempt, { backoff: BACKOFF, maxAttempts: deps.connection.maxAttempts }, deps);
    },
  };
}

type Outcome = { ok: true; token: string } | { ok: false; again: boolean; error: ActionError };

/** A token has some kilobytes. */
const MAX_BODY_BYTES = 2 ** 20;
const TOO_MANY_REQUESTS = 429;

async function requestToken(service: TokenService, audience: string, deps: IdentityDependencies): Promise<Outcome> {
  const { clock, debug, lifetime } = deps;
  const began = clock.elapsedMs();
  const tell = (outcome: string) =>
    debug(`GitHub token service: ${outcome}, ${Math.round(clock.elapsedMs() - began)} ms`);
  try {
    const limits = { abortSignal: lifetime.hard, maxBytes: MAX_BODY_BYTES };
    const { exchange } = httpClient({ keepAlive: false, debug });
    const { status, body } = await exchange(tokenRequest(service, audience), limits);
    tell(String(status));
    if (status !== 200) return refused(`answered ${status}`, status >= 500 || status === TOO_MANY_REQUESTS);
    const token = tokenIn(body.toString('utf8'));
    if (token === undefined) return refused('answered without a token', true);
    deps.mask(token);
    return { ok: true, token };
  } catch (cause) {
    tell(failureCode(cause));
    lifetime.hard.throwIfAborted();
    return refused(`did not answer: ${describeFailure(cause)}`, isTransient(cause), cause);
  }
}

function tokenRequest({ requestUrl, requestToken: token }: TokenService, audience: string): HttpRequest {
  const url = new URL(requestUrl);
  url.searchParams.set('audience', audience);
  return new HttpRequest({
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, authorization: `Bearer ${token}`, accept: 'application/json' },
  });
}

function refused(what: string, again: boolean, cause?: unknown): Outcome {
  const error = new ActionError(
    'oidc-token-failed',
    `Asking GitHub for an OIDC token failed: the token service ${what}`,
    {
      remedy: 'Run the job again; if it persists, look at githubstatus.com and at the proxy between runner and GitHub.',
      cause,
    },
  );
  return { ok: false, again, error };
}

/** A token goes into a request and into the mask: nothing but printable characters. */
const TOKEN = /^[\x21-\x7E]+$/;

function tokenIn(body: string): string | undefined {
  try {
    const { value } = JSON.parse(body) as { value?: unknown };
    return typeof value === 'string' && TOKEN.test(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The claims of a token, unverified: for messages and for the job's environment, never for a decision on trust. */
export function claimsOf(token: string): Readonly<Record<string, string>> {
  try {
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as object;
    const entries = Object.entries(payload).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

import { HttpRequest } from '@smithy/core/protocols';
import { explain } from '../aws/failures.ts';
import { httpHandler } from '../aws/http.ts';
import { ActionError } from '../errors.ts';
import { again, done, poll } from '../waiting/poll.ts';
import type { BaseIdentity, IdentityDependencies } from './identity.ts';

/** GitHub's token service. The runner gives its address only to a job with `id-token: write`. */
export type TokenService = { readonly requestUrl: string; readonly requestToken: string };

const BACKOFF = { firstMs: 250, maxMs: 5_000 };

/** GitHub's OIDC token of this job. Each call gets a new one, because it is valid for five minutes only (actions/toolkit#2048). */
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

async function requestToken(service: TokenService, audience: string, deps: IdentityDependencies): Promise<Outcome> {
  const url = new URL(service.requestUrl);
  url.searchParams.set('audience', audience);
  const request = new HttpRequest({
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, authorization: `Bearer ${service.requestToken}`, accept: 'application/json' },
  });
  const began = deps.clock.elapsedMs();
  const log = (outcome: string) =>
    deps.debug(`GitHub token service: ${outcome}, ${Math.round(deps.clock.elapsedMs() - began)} ms`);
  try {
    const { response } = await httpHandler({ keepAlive: false, debug: deps.debug }).handle(request, {
      abortSignal: deps.lifetime.hard,
    });
    const body = await text(response.body as AsyncIterable<Uint8Array>);
    log(String(response.statusCode));
    if (response.statusCode !== 200) {
      return refused(`answered ${response.statusCode}`, response.statusCode >= 500 || response.statusCode === 429);
    }
    const token = tokenIn(body);
    if (token === undefined) return refused('answered without a token', true);
    deps.mask(token);
    return { ok: true, token };
  } catch (cause) {
    log(cause instanceof Error ? cause.name : 'no answer');
    return refused(`did not answer (${explain(cause)})`, !deps.lifetime.hard.aborted, cause);
  }
}

function refused(what: string, again: boolean, cause?: unknown): Outcome {
  const error = new ActionError(
    'oidc-token-failed',
    `Asking GitHub for an OIDC token failed: the token service ${what}`,
    {
      remedy: 'Run the job again. If it fails again, check githubstatus.com and the proxy between runner and GitHub.',
      cause,
    },
  );
  return { ok: false, again, error };
}

function tokenIn(body: string): string | undefined {
  try {
    const { value } = JSON.parse(body) as { value?: unknown };
    return typeof value === 'string' && value !== '' ? value : undefined;
  } catch {
    return undefined;
  }
}

async function text(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The claims of a token, not verified. For messages and for the job's environment; never use them for a security decision. */
export function claimsOf(token: string): Readonly<Record<string, string>> {
  try {
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as object;
    const entries = Object.entries(payload).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

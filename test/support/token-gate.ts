import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { OidcIssuer } from '../lab/oidc.ts';
import { cutOff, drip } from '../lab/wire/broken-answers.ts';
import { foreignAnswer } from '../lab/wire/faults.ts';
import type { Fault } from '../lab/wire/wire.ts';
import { listen, stop } from './loopback.ts';

/** A function that a test runs during a request for a token; the request waits for it. */
type Hook = () => unknown;

/** A gate before the token service: requests for a token can fail, be held, and be counted, like calls on the wire. */
export type TokenGate = {
  /** The issuer as a job should see it. */
  readonly oidc: OidcIssuer;
  /** The number of requests. */
  requests(): number;
  /** Every token that was issued, also those whose answer was lost. */
  tokens(): readonly string[];
  inject(fault: Fault, times: number): void;
  /** Runs before a request is passed on, and before its answer is. */
  before(hook: Hook): void;
  after(hook: Hook): void;
  reset(): void;
  close(): Promise<void>;
};

/** GitHub's status for each of the wire's faults. */
const STATUS: Record<string, number> = { throttle: 429, 'error-500': 500, 'error-503': 503 };

type Inside = {
  issuer: OidcIssuer;
  requests: number;
  tokens: string[];
  faults: Fault[];
  before: Hook[];
  after: Hook[];
};

/** GitHub's status for a fault that is an answer; 403 for any AWS error. */
function statusOf(fault: Fault | undefined): number | undefined {
  return typeof fault === 'object' ? (fault.status ?? 403) : STATUS[String(fault)];
}

async function serve(inside: Inside, request: IncomingMessage, response: ServerResponse): Promise<void> {
  inside.requests += 1;
  const fault = inside.faults.shift();
  for (const hook of inside.before) await hook();
  if (fault === 'hang') return;
  if (fault === 'reset') return void response.socket?.resetAndDestroy();
  const foreign = foreignAnswer(fault);
  if (foreign !== undefined) return void response.writeHead(foreign.status, foreign.headers).end(foreign.body);
  const status = statusOf(fault);
  if (status !== undefined) return void response.writeHead(status).end('{"message":"not now"}');
  const target = new URL(inside.issuer.requestUrl);
  for (const [name, value] of new URL(request.url ?? '/', target).searchParams) target.searchParams.set(name, value);
  const answer = await fetch(target, { headers: { authorization: request.headers.authorization ?? '' } });
  const body = await answer.text();
  if (answer.ok) inside.tokens.push((JSON.parse(body) as { value: string }).value);
  for (const hook of inside.after) await hook();
  if (fault === 'hang-after') return;
  if (fault === 'answer-lost') return void response.socket?.resetAndDestroy();
  const whole = { status: answer.status, headers: { 'content-type': 'application/json' }, body };
  if (fault === 'cut') return cutOff(response, whole);
  if (fault === 'drip') return drip(response, whole);
  response.writeHead(whole.status, whole.headers).end(body);
}

/** Opens the gate on a free port of 127.0.0.1. */
export async function startTokenGate(issuer: OidcIssuer): Promise<TokenGate> {
  const fresh = () => ({ requests: 0, tokens: [], faults: [], before: [], after: [] });
  const inside: Inside = { issuer, ...fresh() };
  const server = createServer((request, response) => {
    serve(inside, request, response).catch(() => response.socket?.destroy());
  });
  const requestUrl = `${await listen(server)}/idtoken?api-version=2.0`;
  return {
    oidc: { ...issuer, requestUrl },
    requests: () => inside.requests,
    tokens: () => inside.tokens,
    inject: (fault, times) => {
      inside.faults.push(...Array.from({ length: times }, () => fault));
    },
    before: (hook) => {
      inside.before.push(hook);
    },
    after: (hook) => {
      inside.after.push(hook);
    },
    reset: () => {
      Object.assign(inside, fresh());
    },
    close: () => stop(server),
  };
}

import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Readable } from 'node:stream';
import { HttpRequest } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { HttpProxyAgent } from 'http-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import { readBody } from './body.ts';
import { isOwnFault, NetworkFault } from './faults.ts';
import { TunnelAgent } from './tunnel-agent.ts';

const CONNECT_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 15_000;
/** One call in all, connection and body included: a body that drips in byte by byte meets no other limit. */
const CALL_TIMEOUT_MS = 20_000;
const MAX_SOCKETS = 50;

/** How connections are made. */
export type HttpSettings = {
  /** False: each request has a connection of its own. */
  readonly keepAlive: boolean;
  /** Prints a line where step debug logging is on. */
  readonly debug: (line: string) => void;
};

/** A request as the SDK and we make them. */
export type HttpRequestLike = Pick<
  HttpRequest,
  'protocol' | 'hostname' | 'port' | 'path' | 'method' | 'query' | 'headers' | 'body'
>;

/** A whole answer. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** Sends a request and reads the whole answer. */
export type HttpExchange = (
  request: HttpRequestLike,
  options: { readonly abortSignal?: AbortSignal; readonly maxBytes: number },
) => Promise<HttpAnswer>;

/**
 * The HTTP client behind every request of ours, to AWS and to GitHub's token service alike: one set of limits, and one way
 * to find the proxy, namely the process's own proxy variables, which `github/job-env.ts` has set to what the job meant.
 * @returns `exchange` throws NetworkFault, ProxyRefusal, or the reason of `abortSignal`; it always settles
 */
export function httpClient(settings: HttpSettings): { exchange: HttpExchange; destroy(): void } {
  const byOrigin = new Map<string, Route>();
  const routeOf = (request: HttpRequestLike): Route => {
    const origin = originOf(request);
    const known = byOrigin.get(origin) ?? routeTo(origin, settings);
    byOrigin.set(origin, known);
    return known;
  };
  return {
    exchange: (request, options) => exchange(routeOf(request), request, options),
    destroy: () => {
      for (const { handler } of byOrigin.values()) handler.destroy();
    },
  };
}

function originOf({ protocol, hostname, port }: HttpRequestLike): string {
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
}

/** How an origin is reached, and in which words. */
type Route = { readonly handler: NodeHttpHandler; readonly name: string };

function routeTo(origin: string, { keepAlive, debug }: HttpSettings): Route {
  const agentOptions = { keepAlive, maxSockets: MAX_SOCKETS };
  const proxy = getProxyForUrl(origin);
  const through = proxy === '' ? '' : ` through the proxy ${new URL(proxy).host}`;
  debug(`Connections to ${origin}: ${through === '' ? 'direct' : through.trim()}`);
  const handler = new NodeHttpHandler({
    connectionTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    throwOnRequestTimeout: true,
    socketTimeout: REQUEST_TIMEOUT_MS,
    httpAgent: proxy === '' ? new HttpAgent(agentOptions) : new HttpProxyAgent(proxy, agentOptions),
    httpsAgent: proxy === '' ? new HttpsAgent(agentOptions) : new TunnelAgent(proxy, agentOptions),
  });
  return { handler, name: `${new URL(origin).host}${through}` };
}

async function exchange(
  { handler, name }: Route,
  request: HttpRequestLike,
  { abortSignal, maxBytes }: { readonly abortSignal?: AbortSignal; readonly maxBytes: number },
): Promise<HttpAnswer> {
  const limit = new AbortController();
  const end = () => limit.abort(abortSignal?.reason);
  abortSignal?.addEventListener('abort', end, { once: true });
  const late = new NetworkFault(`${name} gave no whole answer within ${CALL_TIMEOUT_MS / 1000} s`);
  // Not unref'ed: it also keeps the process alive for a promise that nothing else would settle.
  const timer = setTimeout(() => limit.abort(late), CALL_TIMEOUT_MS);
  const aborted = new Promise<never>((_, reject) => {
    limit.signal.addEventListener('abort', () => reject(limit.signal.reason), { once: true });
  });
  try {
    if (abortSignal?.aborted) end();
    limit.signal.throwIfAborted();
    const handled = handler.handle(new HttpRequest(request), { abortSignal: limit.signal });
    handled.catch(() => undefined);
    const { response } = await Promise.race([handled, aborted]);
    const body = await readBody(response.body as Readable, { maxBytes, signal: limit.signal, from: name });
    return { status: response.statusCode, headers: response.headers, body };
  } catch (error) {
    if (limit.signal.aborted) throw limit.signal.reason;
    throw isOwnFault(error) ? error : new NetworkFault(`${name} gave no answer: ${codeOf(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
    abortSignal?.removeEventListener('abort', end);
    aborted.catch(() => undefined);
  }
}

/** A system's code such as ECONNREFUSED, else the message: both name hosts and ports at most. */
function codeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : (message ?? 'no reason given').replaceAll(/[\s\p{Cc}]+/gu, ' ');
}

import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';

const CONNECT_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 15_000;
const MAX_SOCKETS = 50;

/** How connections are made. */
export type HttpSettings = {
  /** False: each request has a connection of its own. */
  readonly keepAlive: boolean;
  /** Prints a line where step debug logging is on. */
  readonly debug: (line: string) => void;
};

type Request = Parameters<NodeHttpHandler['handle']>[0];
type Options = Parameters<NodeHttpHandler['handle']>[1];

/**
 * The HTTP handler behind every request of ours, to AWS and to GitHub's token service alike: one set of time-outs and one way
 * to find the proxy, namely the process's own proxy variables, which `github/job-env.ts` has set to what the job meant.
 */
export function httpHandler(settings: HttpSettings) {
  const byOrigin = new Map<string, NodeHttpHandler>();
  const handlerOf = (request: Request): NodeHttpHandler => {
    const origin = `${request.protocol}//${request.hostname}${request.port === undefined ? '' : `:${request.port}`}`;
    const known = byOrigin.get(origin) ?? handlerFor(origin, settings);
    byOrigin.set(origin, known);
    return known;
  };
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: (request: Request, options?: Options) => handlerOf(request).handle(request, options),
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => {
      for (const handler of byOrigin.values()) handler.destroy();
    },
  };
}

function handlerFor(origin: string, { keepAlive, debug }: HttpSettings): NodeHttpHandler {
  const agentOptions = { keepAlive, maxSockets: MAX_SOCKETS };
  const proxy = getProxyForUrl(origin);
  debug(`Connections to ${origin}: ${proxy === '' ? 'direct' : `through the proxy ${new URL(proxy).host}`}`);
  return new NodeHttpHandler({
    connectionTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    throwOnRequestTimeout: true,
    // Once headers are there, only this watches over the body.
    socketTimeout: REQUEST_TIMEOUT_MS,
    httpAgent: proxy === '' ? new HttpAgent(agentOptions) : new HttpProxyAgent(proxy, agentOptions),
    httpsAgent: proxy === '' ? new HttpsAgent(agentOptions) : new HttpsProxyAgent(proxy, agentOptions),
  });
}

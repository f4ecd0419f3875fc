import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { NetworkFault, ProxyRefusal } from './faults.ts';

type Connect = HttpsProxyAgent<string>['connect'];

/** A little less than the limit for a whole connection in `http.ts`, whose end would leave the connection to the proxy open. */
const TUNNEL_TIMEOUT_MS = 4_500;

/**
 * Tunnels through a proxy with CONNECT. `HttpsProxyAgent` treats the refusal of a proxy as the host's answer. It never settles when the
 * body of the refusal arrives in a later packet, or when the proxy does not answer. Here both are errors.
 */
export class TunnelAgent extends HttpsProxyAgent<string> {
  override async connect(...[request, options]: Parameters<Connect>): Promise<Socket> {
    const host = String(options.host);
    let refusedWith: number | undefined;
    let raw: Socket | undefined;
    const noteStatus = ({ statusCode }: { statusCode: number }) => {
      refusedWith = statusCode === 200 ? undefined : statusCode;
    };
    const noteSocket = ({ socket }: { socket: Socket }) => {
      raw = socket;
    };
    const events = request as ClientRequest;
    events.once('proxyConnect', noteStatus).once('proxy', noteSocket);
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), TUNNEL_TIMEOUT_MS);
    // Read at once by the call below, which gives no other way to end the connection that it makes.
    this.connectOpts = { ...this.connectOpts, signal: limit.signal };
    try {
      const socket = await super.connect(request, options);
      if (refusedWith === undefined) return socket;
      socket.destroy();
      throw new ProxyRefusal(refusedWith, { proxy: this.proxy.host, host });
    } catch (error) {
      if (!limit.signal.aborted) throw error;
      throw new NetworkFault(`the proxy ${this.proxy.host} did not answer for ${host} within ${TUNNEL_TIMEOUT_MS} ms`);
    } finally {
      clearTimeout(timer);
      events.off('proxyConnect', noteStatus).off('proxy', noteSocket);
      if (refusedWith !== undefined) raw?.destroy();
    }
  }
}

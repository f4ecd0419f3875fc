import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { ProxyRefusal } from './faults.ts';

type Connect = HttpsProxyAgent<string>['connect'];

/**
 * Tunnels through a proxy by CONNECT. The agent it extends plays a proxy's refusal back as if the host had answered, and waits for ever
 * where the refusal's body comes in a later packet; here a refusal is an error at once.
 */
export class TunnelAgent extends HttpsProxyAgent<string> {
  override async connect(...[request, options]: Parameters<Connect>): Promise<Socket> {
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
    try {
      const socket = await super.connect(request, options);
      if (refusedWith === undefined) return socket;
      socket.destroy();
      throw new ProxyRefusal(refusedWith, { proxy: this.proxy.host, host: String(options.host) });
    } finally {
      events.off('proxyConnect', noteStatus).off('proxy', noteSocket);
      if (refusedWith !== undefined) raw?.destroy();
    }
  }
}

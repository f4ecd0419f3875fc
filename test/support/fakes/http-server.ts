import { createServer, type IncomingMessage } from 'node:http';
import { listen, stop } from '../loopback.ts';

export type HttpCall = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The number of the connection. */
  readonly connection: number;
};
/** `undefined`: the connection is cut without an answer. */
export type HttpAnswer = { status: number; body: string } | undefined;

/** An HTTP server on 127.0.0.1 that records its requests. */
export async function httpServer(answer: (call: HttpCall, nth: number) => HttpAnswer | Promise<HttpAnswer>) {
  const calls: HttpCall[] = [];
  const connections: unknown[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (!connections.includes(request.socket)) connections.push(request.socket);
      const { method = '', url = '', headers } = request;
      const body = Buffer.concat(chunks).toString('utf8');
      const call = { method, url, headers, body, connection: connections.indexOf(request.socket) };
      calls.push(call);
      Promise.resolve(answer(call, calls.length)).then(
        (said) => (said === undefined ? request.socket.destroy() : response.writeHead(said.status).end(said.body)),
        () => response.writeHead(500).end(),
      );
    });
  });
  const url = await listen(server);
  return {
    url,
    calls,
    close: () => stop(server),
  };
}

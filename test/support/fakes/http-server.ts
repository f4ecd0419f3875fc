import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
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
export type HttpAnswer = { status: number; body: string | Buffer; headers?: Record<string, string> } | undefined;

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
        (said) =>
          said === undefined ? request.socket.destroy() : response.writeHead(said.status, said.headers).end(said.body),
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

/** A TCP server on this machine that answers as `serve` says, for what no HTTP server would do. */
export async function tcpServer(serve: (socket: Socket, head: string) => void) {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.once('data', (chunk: Buffer) => serve(socket, String(chunk)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How many connections are open. */
    connections: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

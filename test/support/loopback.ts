import type { Server as HttpServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';

/** Starts a server on a free port of 127.0.0.1. @returns its URL, without a path. `backlog`: connections that may wait to be accepted. */
export async function listen(server: Server, backlog?: number): Promise<string> {
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog }, resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Stops an HTTP server and cuts its open connections. */
export async function stop(server: HttpServer): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

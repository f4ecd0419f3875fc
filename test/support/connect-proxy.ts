import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { listen } from './loopback.ts';

/** A proxy's refusal: its status, and when the body of the refusal comes. `never`: no answer at all. */
export type Refusal = { readonly status: number; readonly body: 'at once' | 'later' } | 'never';

/** A proxy for CONNECT that a test can let refuse. */
export type ConnectProxy = {
  readonly url: string;
  /** The hosts that were asked for, with their ports. */
  readonly asked: string[];
  /** Refuses the next `times` requests; by default all from now on. `undefined` lets all pass. */
  refuse(refusal: Refusal | undefined, times?: number): void;
  close(): Promise<void>;
};

const BODY = '<html><body>The administrator does not allow this host.</body></html>';
const LATER_MS = 50;

function answer(socket: Socket, refusal: Refusal): void {
  if (refusal === 'never') return;
  const head = `HTTP/1.1 ${refusal.status} No\r\nContent-Type: text/html\r\nContent-Length: ${BODY.length}\r\n\r\n`;
  if (refusal.body === 'at once') return void socket.write(head + BODY);
  socket.write(head);
  setTimeout(() => socket.write(BODY), LATER_MS);
}

function tunnel(socket: Socket, host: string): void {
  const onward = connect(Number(host.split(':').at(-1)), '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.destroy());
  socket.on('close', () => onward.destroy());
}

/** Starts the proxy on a free port of 127.0.0.1; it passes everything until told otherwise. */
export async function startConnectProxy(): Promise<ConnectProxy> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  let refusal: Refusal | undefined;
  let left = 0;
  const server = createServer();
  server.on('connect', ({ url = '' }: IncomingMessage, stream) => {
    const socket = stream as Socket;
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    asked.push(url);
    if (refusal === undefined || left <= 0) return tunnel(socket, url);
    left -= 1;
    answer(socket, refusal);
  });
  return {
    url: await listen(server),
    asked,
    refuse: (next, times = Number.POSITIVE_INFINITY) => {
      refusal = next;
      left = times;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      server.closeAllConnections();
      await closed;
    },
  };
}

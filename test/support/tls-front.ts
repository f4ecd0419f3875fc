import { connect } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { createServer } from 'node:tls';
import { listen } from './loopback.ts';

/** A key and a certificate, as PEM. */
export type Certificate = { readonly key: string | Buffer; readonly cert: string };

/** A TLS endpoint in front of an HTTP server. */
export type TlsFront = {
  /** For `localhost`. */
  readonly url: string;
  /** The number of connections whose client has accepted the certificate. */
  accepted(): number;
  /** Shows another certificate from now on, as somebody in between would. */
  show(certificate: Certificate): void;
  close(): Promise<void>;
};

/** Starts a TLS endpoint that passes everything on to an HTTP server, given by its URL. */
export async function startTlsFront(target: string, certificate: Certificate): Promise<TlsFront> {
  const open = new Set<TLSSocket>();
  let accepted = 0;
  const server = createServer(certificate, (socket) => {
    open.add(socket);
    const onward = connect(Number(new URL(target).port), '127.0.0.1');
    // TLS 1.3 lets a server finish before the client has looked at the certificate: what counts is that the client speaks.
    socket.once('data', () => {
      accepted += 1;
    });
    socket.on('error', () => onward.destroy()).on('close', () => open.delete(socket));
    onward.on('error', () => socket.destroy());
    socket.pipe(onward).pipe(socket);
  });
  const { port } = new URL(await listen(server));
  return {
    url: `https://localhost:${port}`,
    accepted: () => accepted,
    show: (next) => server.setSecureContext(next),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

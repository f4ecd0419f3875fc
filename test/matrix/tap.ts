import { createServer, type Server, type Socket, connect as tcpConnect } from 'node:net';
import { listen } from '../support/loopback.ts';

/** A tap between the step and the wire: forwards every byte, and how a connection ends, and collects the credentials in AWS's answers. */
export type Tap = {
  readonly url: string;
  /** Secret access keys and session tokens in AWS's answers so far, also in those that never arrived. */
  secrets(): string[];
  close(): Promise<void>;
};

const SECRETS = /<(?:SecretAccessKey|SessionToken)>([^<]+)</g;

/** Joins two connections; one that breaks breaks the other in the same way. */
function join(client: Socket, upstream: Socket): void {
  for (const [from, to] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    from.on('error', () => to.resetAndDestroy());
    from.on('close', () => to.destroy());
    from.pipe(to);
  }
}

async function close(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  for (const socket of open) socket.destroy();
  await closed;
}

/** Opens a tap before the server at `url`, on a free port of 127.0.0.1. */
export async function startTap(url: string): Promise<Tap> {
  const { hostname, port } = new URL(url);
  const answers: { text: string }[] = [];
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = tcpConnect({ host: hostname, port: Number(port), noDelay: true });
    const answer = { text: '' };
    answers.push(answer);
    upstream.on('data', (chunk: Buffer) => {
      answer.text += chunk.toString('latin1');
    });
    open.add(client).add(upstream);
    join(client, upstream);
  });
  const tapUrl = await listen(server);
  return {
    url: tapUrl,
    secrets: () => [
      ...new Set(answers.flatMap(({ text }) => [...text.matchAll(SECRETS)].map(([, secret = '']) => secret))),
    ],
    close: () => close(server, open),
  };
}

import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpRequest } from '@smithy/core/protocols';
import { createProxy } from 'proxy';
import { isTransient } from '../../../src/aws/failures.ts';
import { httpClient } from '../../../src/aws/http.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { tcpServer } from '../../support/fakes/http-server.ts';
import { selfSigned } from './certificate.ts';

const { key, cert } = selfSigned('localhost');
const trusted = getCACertificates('default');
const before = { ...process.env };
const timer = globalThis.setTimeout;
const open: { close(): Promise<void> }[] = [];
beforeAll(() => setDefaultCACertificates([...trusted, cert]));
afterAll(() => setDefaultCACertificates(trusted));
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/_proxy$/i.test(name)) delete process.env[name];
});
afterEach(async () => {
  globalThis.setTimeout = timer;
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  for (const server of open.splice(0)) await server.close();
});

/** Listens on a free port, and keeps the connections to end them. */
async function listen(server: ReturnType<typeof createServer> | ReturnType<typeof createTlsServer>): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  return (server.address() as AddressInfo).port;
}

/** AWS behind TLS. */
async function target(certificate = { key, cert }) {
  const seen: (string | undefined)[] = [];
  const server = createTlsServer(certificate, ({ headers }, response) => {
    seen.push(headers['proxy-authorization']);
    response.end('hello');
  });
  return { url: `https://localhost:${await listen(server)}/`, seen };
}

async function misbehaving(serve: (socket: Socket, head: string) => void) {
  const proxy = await tcpServer(serve);
  open.push(proxy);
  process.env.https_proxy = proxy.url.replace('//', '//user:s3cret@');
  return { ...proxy, host: new URL(proxy.url).host };
}

function get(url: string, about: { keepAlive?: boolean; abortSignal?: AbortSignal } = {}) {
  const { protocol, hostname, port, host } = new URL(url);
  const { keepAlive = false, ...options } = about;
  const { exchange, destroy } = httpClient({ keepAlive, debug: () => undefined });
  const request = new HttpRequest({
    protocol,
    hostname,
    ...(port === '' ? {} : { port: Number(port) }),
    path: '/',
    headers: { host },
  });
  return exchange(request, { maxBytes: 1_000, ...options }).finally(destroy);
}

function hurry(times: number): void {
  const hurried = (run: () => void, milliseconds = 0) => timer(run, milliseconds / times);
  globalThis.setTimeout = hurried as typeof setTimeout;
}

/** Waits until something holds; the test’s own time limit ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => timer(resolve, 5));
}

const AWS = 'https://sts.example.test/';
const PAGE = '<html>no</html>';
const refusalHead = (status: number) => `HTTP/1.1 ${status} No\r\nContent-Length: ${PAGE.length}\r\n\r\n`;

describe('a proxy that tunnels', () => {
  it('lets a call over TLS through, and keeps its user info from the host', async () => {
    const { url, seen } = await target();
    const asked: string[] = [];
    const server = createProxy(createServer());
    server.authenticate = ({ url: host = '', headers }) => {
      asked.push(`${host} ${headers['proxy-authorization']}`);
      return true;
    };
    process.env.https_proxy = `http://user:s3cret@127.0.0.1:${await listen(server)}`;
    for (const keepAlive of [true, false]) {
      const { status, body } = await get(url, { keepAlive });
      expect([status, String(body)]).toEqual([200, 'hello']);
    }
    const { host } = new URL(url);
    expect(asked).toEqual(Array(2).fill(`${host} Basic ${btoa('user:s3cret')}`));
    expect(seen).toEqual([undefined, undefined]);
  });

  it('and wants other credentials refuses for good', async () => {
    const { url } = await target();
    const server = createProxy(createServer());
    server.authenticate = () => false;
    const port = await listen(server);
    process.env.https_proxy = `http://user:s3cret@127.0.0.1:${port}`;
    const error = await rejection(get(url));
    expect(error).toMatchObject({
      name: 'ProxyRefusal',
      status: 407,
      message: `the proxy 127.0.0.1:${port} refused the connection to localhost with status 407`,
    });
    expect(isTransient(error)).toBe(false);
  });

  it('to a host with somebody else’s certificate does not help that host', async () => {
    const other = selfSigned('localhost');
    for (const proxied of [false, true]) {
      const { url } = await target(other);
      if (proxied) process.env.https_proxy = `http://127.0.0.1:${await listen(createProxy(createServer()))}`;
      expect(await rejection(get(url))).toMatchObject({
        name: 'NetworkFault',
        message: expect.stringMatching(/gave no answer: (DEPTH_ZERO_SELF_SIGNED_CERT|CERT_SIGNATURE_FAILURE)$/),
      });
    }
  });
});

describe('a proxy that refuses', () => {
  const inOne = (status: number) => (socket: Socket) => socket.write(`${refusalHead(status)}${PAGE}`);
  const later = (status: number) => (socket: Socket) => {
    socket.write(refusalHead(status));
    timer(() => socket.write(PAGE), 20);
  };
  const never = (status: number) => (socket: Socket) => socket.write(refusalHead(status));
  const ending = (status: number) => (socket: Socket) => socket.end(`${refusalHead(status)}${PAGE}`);

  it.each(
    [403, 407, 502, 204].flatMap((status) =>
      Object.entries({ inOne, later, never, ending }).map(([how, serve]) => [status, how, serve] as const),
    ),
  )('is told with its status, at once, and its connection ends (%i, page %s)', async (status, _, serve) => {
    const { host, connections } = await misbehaving(serve(status));
    const began = performance.now();
    const error = (await rejection(get(AWS))) as Error;
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(error).toMatchObject({
      name: 'ProxyRefusal',
      status,
      message: `the proxy ${host} refused the connection to sts.example.test with status ${status}`,
    });
    expect(isTransient(error)).toBe(status !== 407);
    expect(error.stack).not.toMatch(/s3cret|user/);
    await until(() => connections() === 0);
  });
});

describe('a proxy that gives no answer', () => {
  it.each([
    ['closes', (socket: Socket) => void socket.end()],
    ['cuts the connection', (socket: Socket) => void socket.resetAndDestroy()],
    ['closes within its answer', (socket: Socket) => void socket.end('HTTP/1.1 200 Connection est')],
    ['closes after its answer', (socket: Socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\n')],
    ['answers what is no HTTP', (socket: Socket) => void socket.write('SSH-2.0 \u001b[31m\r\n\u001b[2J\r\n\r\n')],
    [
      'answers with a line that is no header',
      (socket: Socket) => void socket.write('HTTP/1.1 200 OK\r\n\u001b[2J\r\n\r\n'),
    ],
  ])('and %s is a fault of the network', async (_, serve) => {
    const { host, connections } = await misbehaving(serve);
    const error = (await rejection(get(AWS))) as Error;
    expect(['NetworkFault', 'ProxyRefusal']).toContain(error.name);
    expect(error.message).toContain(host);
    expect(error.message).toContain('sts.example.test');
    expect(error.message).not.toMatch(/s3cret|user|\p{Cc}/u);
    expect(isTransient(error)).toBe(true);
    await until(() => connections() === 0);
  });

  it('is given up after 4.5 s, and its connection ends, so that the process can end', async () => {
    hurry(20);
    const { host, connections } = await misbehaving(() => undefined);
    const error = (await rejection(get(AWS))) as Error;
    expect(error).toMatchObject({
      name: 'NetworkFault',
      message: `the proxy ${host} did not answer for sts.example.test within 4500 ms`,
    });
    await until(() => connections() === 0);
  });

  it('is given up as well where it hangs after its answer', async () => {
    hurry(20);
    const { connections } = await misbehaving((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    expect(await rejection(get(AWS))).toMatchObject({ name: 'NetworkFault' });
    await until(() => connections() === 0);
  });

  it('is no longer waited for once the call is given up', async () => {
    hurry(20);
    const stop = new AbortController();
    const reason = new Error('given up');
    const { connections } = await misbehaving(() => void timer(() => stop.abort(reason), 20));
    expect(await rejection(get(AWS, { abortSignal: stop.signal }))).toBe(reason);
    await until(() => connections() === 0);
  });
});

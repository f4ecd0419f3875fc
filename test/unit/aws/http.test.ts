import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpRequest } from '@smithy/core/protocols';
import { httpClient } from '../../../src/aws/http.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { httpServer, tcpServer } from '../../support/fakes/http-server.ts';

const before = { ...process.env };
const timer = globalThis.setTimeout;
const open: { close(): Promise<void> }[] = [];
const lines: string[] = [];
const debug = (line: string) => lines.push(line);
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/_proxy$/i.test(name)) delete process.env[name];
});
afterEach(async () => {
  globalThis.setTimeout = timer;
  lines.length = 0;
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  for (const server of open.splice(0)) await server.close();
});

async function server(body = 'ok') {
  const opened = await httpServer(() => ({ status: 200, body }));
  open.push(opened);
  return opened;
}

async function tcp(...parameters: Parameters<typeof tcpServer>) {
  const opened = await tcpServer(...parameters);
  open.push(opened);
  return opened;
}

function request(url: string): HttpRequest {
  const { protocol, hostname, port, host } = new URL(url);
  return new HttpRequest({
    protocol,
    hostname,
    ...(port === '' ? {} : { port: Number(port) }),
    path: '/',
    headers: { host },
  });
}

type Client = ReturnType<typeof httpClient>;
const client = (keepAlive = false) => httpClient({ keepAlive, debug });
const LIMITS = { maxBytes: 1_000 };

async function get({ exchange }: Client, url: string): Promise<number> {
  return (await exchange(request(url), LIMITS)).status;
}

/** Lets the timers of our own code and of the SDK run so many times faster; Node’s own and `setInterval` stay as they are. */
function hurry(times: number): void {
  const hurried = (run: () => void, milliseconds = 0) => timer(run, milliseconds / times);
  globalThis.setTimeout = hurried as typeof setTimeout;
}

describe('the HTTP client', () => {
  it('keeps a connection for further requests when told so', async () => {
    const { url, calls } = await server();
    const handler = client(true);
    for (let times = 0; times < 3; times++) await get(handler, url);
    expect(new Set(calls.map(({ connection }) => connection)).size).toBe(1);
    handler.destroy();
  });

  it('opens a connection for each request otherwise', async () => {
    const { url, calls } = await server();
    const handler = client();
    for (let times = 0; times < 3; times++) await get(handler, url);
    expect(new Set(calls.map(({ connection }) => connection)).size).toBe(3);
  });

  it('goes through the proxy of the process', async () => {
    const proxy = await server();
    process.env.http_proxy = proxy.url;
    expect(await get(client(), 'http://sts.example.test')).toBe(200);
    expect(proxy.calls).toMatchObject([{ url: 'http://sts.example.test/' }]);
  });

  it('sends the proxy’s user info to the proxy', async () => {
    const proxy = await server();
    process.env.http_proxy = proxy.url.replace('http://', 'http://user:pass@');
    await get(client(), 'http://sts.example.test');
    expect(proxy.calls[0]?.headers['proxy-authorization']).toBe(`Basic ${btoa('user:pass')}`);
  });

  it('reaches hosts of no_proxy directly', async () => {
    const [proxy, direct] = [await server(), await server()];
    process.env.http_proxy = proxy.url;
    process.env.no_proxy = '127.0.0.1';
    await get(client(), direct.url);
    expect([proxy.calls.length, direct.calls.length]).toEqual([0, 1]);
  });

  it('gives status, headers and the whole body', async () => {
    const { url } = await tcp((socket) => {
      socket.end('HTTP/1.1 201 Created\r\nX-A: b\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n');
    });
    const { status, headers, body } = await client().exchange(request(url), LIMITS);
    expect([status, headers['x-a'], String(body)]).toEqual([201, 'b', 'abc']);
  });

  it('says once for each origin how it is reached, without the proxy’s password', async () => {
    const [direct, proxy] = [await server(), await server()];
    process.env.no_proxy = '127.0.0.1';
    process.env.http_proxy = proxy.url.replace('//', '//user:s3cret@');
    const handler = client(true);
    for (const url of [direct.url, direct.url, 'http://sts.example.test', 'http://sts.example.test']) {
      await get(handler, url);
    }
    handler.destroy();
    expect(lines).toEqual([
      `Connections to ${direct.url}: direct`,
      `Connections to http://sts.example.test: through the proxy ${new URL(proxy.url).host}`,
    ]);
  });
});

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n';
const fault = (message: string) => ({ name: 'NetworkFault', message });

describe('an answer that does not arrive', () => {
  it('is one with more bytes than asked for, whether it says so or not', async () => {
    const { url } = await server('x'.repeat(1_001));
    const { host } = new URL(url);
    expect(await rejection(get(client(), url))).toMatchObject(fault(`the answer of ${host} has more than 1000 bytes`));
    expect(await get(client(), (await server('x'.repeat(1_000))).url)).toBe(200);
    const endless = await tcp((socket) => {
      socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
      const drip = setInterval(() => socket.write(`400\r\n${'x'.repeat(1_024)}\r\n`), 5);
      socket.on('close', () => clearInterval(drip));
    });
    expect(await rejection(get(client(), endless.url))).toMatchObject({
      message: expect.stringContaining('has more than 1000 bytes'),
    });
  });

  it.each([
    ['shorter than it says', `${HEAD}Content-Length: 100\r\n\r\n<half`],
    ['without its last chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n<half\r\n`],
    ['ended within a chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\nff\r\n<half`],
  ])('is one %s', async (_, said) => {
    const { url } = await tcp((socket) => socket.end(said));
    const error = await rejection(get(client(), url));
    expect(error).toMatchObject(fault(`the answer of ${new URL(url).host} was cut off`));
  });

  it.each([
    ['nothing', ''],
    ['half a head', 'HTTP/1.1 200 OK\r\nContent-'],
    ['what is no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ])('is %s', async (_, said) => {
    const { url } = await tcp((socket) => socket.end(said));
    const { host } = new URL(url);
    expect(await rejection(get(client(), url))).toMatchObject({
      name: 'NetworkFault',
      message: expect.stringMatching(`^${host} gave no answer: [A-Z_]+$`),
    });
  });

  it('is that of a host that nobody listens at', async () => {
    expect(await rejection(get(client(), 'http://127.0.0.1:1'))).toMatchObject(
      fault('127.0.0.1:1 gave no answer: ECONNREFUSED'),
    );
  });

  it('is one that drips in for ever: 20 s are all it has', async () => {
    hurry(20);
    const { url, connections } = await tcp((socket) => {
      socket.write(`${HEAD}Content-Length: 900\r\n\r\n`);
      const drip = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(drip));
    });
    const began = performance.now();
    expect(await rejection(get(client(), url))).toMatchObject(
      fault(`${new URL(url).host} gave no whole answer within 20 s`),
    );
    expect(performance.now() - began).toBeGreaterThan(900);
    await until(() => connections() === 0);
  });

  it('is one that does not begin within 15 s', async () => {
    hurry(20);
    const { url, connections } = await tcp(() => undefined);
    expect(await rejection(get(client(), url))).toMatchObject(fault(`${new URL(url).host} gave no answer: ETIMEDOUT`));
    await until(() => connections() === 0);
  });
});

/** Waits until something holds; the test’s own time limit ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => timer(resolve, 5));
}

describe('a call that is given up', () => {
  const reason = new Error('given up');

  it('is not begun where it was given up before', async () => {
    const { url, calls } = await server();
    const abortSignal = AbortSignal.abort(reason);
    expect(await rejection(client().exchange(request(url), { ...LIMITS, abortSignal }))).toBe(reason);
    expect(calls).toEqual([]);
  });

  it.each([
    ['while nothing has been answered', ''],
    ['while the head is read', 'HTTP/1.1 200 OK\r\n'],
    ['while the body is read', `${HEAD}Content-Length: 100\r\n\r\n<half`],
  ])('rejects with the reason and ends its connection %s', async (_, said) => {
    const stop = new AbortController();
    const { url, connections } = await tcp((socket) => {
      if (said !== '') socket.write(said);
      timer(() => stop.abort(reason), 30);
    });
    const exchanged = client().exchange(request(url), { ...LIMITS, abortSignal: stop.signal });
    expect(await rejection(exchanged)).toBe(reason);
    await until(() => connections() === 0);
  });

  it('leaves no listener behind at a signal that many calls share', async () => {
    const { url } = await server();
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listeners++;
      add(...given);
    };
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listeners--;
      remove(...given);
    };
    for (let times = 0; times < 3; times++) await client().exchange(request(url), { ...LIMITS, abortSignal: signal });
    expect(listeners).toBe(0);
  });
});

describe('an error', () => {
  it('names host and proxy, never the user info', async () => {
    process.env.http_proxy = 'http://user:s3cret@127.0.0.1:1';
    const error = (await rejection(get(client(), 'http://sts.example.test'))) as Error;
    expect(error.message).toBe('sts.example.test through the proxy 127.0.0.1:1 gave no answer: ECONNREFUSED');
    expect(`${error.stack} ${lines.join()}`).not.toMatch(/s3cret|user/);
  });
});

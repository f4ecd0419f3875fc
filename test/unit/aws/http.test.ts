import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpRequest } from '@smithy/core/protocols';
import { httpHandler } from '../../../src/aws/http.ts';
import { httpServer } from '../../support/fakes/http-server.ts';

const before = { ...process.env };
const open: { close(): Promise<void> }[] = [];
const lines: string[] = [];
const debug = (line: string) => lines.push(line);
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/_proxy$/i.test(name)) delete process.env[name];
});
afterEach(async () => {
  lines.length = 0;
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  for (const server of open.splice(0)) await server.close();
});

async function server() {
  const opened = await httpServer(() => ({ status: 200, body: 'ok' }));
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

async function get(handler: ReturnType<typeof httpHandler>, url: string): Promise<number> {
  const { response } = await handler.handle(request(url));
  response.body.resume();
  await new Promise((resolve) => response.body.on('end', resolve));
  return response.statusCode;
}

describe('the HTTP handler', () => {
  it('keeps a connection for further requests when told so', async () => {
    const { url, calls } = await server();
    const handler = httpHandler({ keepAlive: true, debug });
    for (let times = 0; times < 3; times++) await get(handler, url);
    expect(new Set(calls.map(({ connection }) => connection)).size).toBe(1);
    handler.destroy();
  });

  it('opens a connection for each request otherwise', async () => {
    const { url, calls } = await server();
    const handler = httpHandler({ keepAlive: false, debug });
    for (let times = 0; times < 3; times++) await get(handler, url);
    expect(new Set(calls.map(({ connection }) => connection)).size).toBe(3);
  });

  it('goes through the proxy of the process', async () => {
    const proxy = await server();
    process.env.http_proxy = proxy.url;
    expect(await get(httpHandler({ keepAlive: false, debug }), 'http://sts.example.test')).toBe(200);
    expect(proxy.calls).toMatchObject([{ url: 'http://sts.example.test/' }]);
  });

  it('sends the proxy’s user info to the proxy', async () => {
    const proxy = await server();
    process.env.http_proxy = proxy.url.replace('http://', 'http://user:pass@');
    await get(httpHandler({ keepAlive: false, debug }), 'http://sts.example.test');
    expect(proxy.calls[0]?.headers['proxy-authorization']).toBe(`Basic ${btoa('user:pass')}`);
  });

  it('reaches hosts of no_proxy directly', async () => {
    const [proxy, direct] = [await server(), await server()];
    process.env.http_proxy = proxy.url;
    process.env.no_proxy = '127.0.0.1';
    await get(httpHandler({ keepAlive: false, debug }), direct.url);
    expect([proxy.calls.length, direct.calls.length]).toEqual([0, 1]);
  });

  it('is what the SDK expects of a request handler', () => {
    const handler = httpHandler({ keepAlive: true, debug });
    expect(handler.metadata).toEqual({ handlerProtocol: 'http/1.1' });
    expect(handler.httpHandlerConfigs()).toEqual({});
    expect(handler.updateHttpClientConfig()).toBeUndefined();
  });

  it('says once for each origin how it is reached, without the proxy’s password', async () => {
    const [direct, proxy] = [await server(), await server()];
    process.env.no_proxy = '127.0.0.1';
    process.env.http_proxy = proxy.url.replace('//', '//user:s3cret@');
    const handler = httpHandler({ keepAlive: true, debug });
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

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpRequest } from '@smithy/core/protocols';
import { httpHandler } from '../../../src/aws/http.ts';
import { httpServer } from '../../support/fakes/http-server.ts';

const before = { ...process.env };
const open: { close(): Promise<void> }[] = [];
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/_proxy$/i.test(name)) delete process.env[name];
});
afterEach(async () => {
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
    const handler = httpHandler({ keepAlive: true });
    for (let times = 0; times < 3; times++) await get(handler, url);
    expect(new Set(calls.map(({ connection }) => connection)).size).toBe(1);
    handler.destroy();
  });

  it('opens a connection for each request otherwise', async () => {
    const { url, calls } = await server();
    const handler = httpHandler({ keepAlive: false });
    for (let times = 0; times < 3; times++) await get(handler, url);
    expect(new Set(calls.map(({ connection }) => connection)).size).toBe(3);
  });

  it('goes through the proxy of the process', async () => {
    const proxy = await server();
    process.env.http_proxy = proxy.url;
    expect(await get(httpHandler({ keepAlive: false }), 'http://sts.example.test')).toBe(200);
    expect(proxy.calls).toMatchObject([{ url: 'http://sts.example.test/' }]);
  });

  it('sends the proxy’s user info to the proxy', async () => {
    const proxy = await server();
    process.env.http_proxy = proxy.url.replace('http://', 'http://user:pass@');
    await get(httpHandler({ keepAlive: false }), 'http://sts.example.test');
    expect(proxy.calls[0]?.headers['proxy-authorization']).toBe(`Basic ${btoa('user:pass')}`);
  });

  it('reaches hosts of no_proxy directly', async () => {
    const [proxy, direct] = [await server(), await server()];
    process.env.http_proxy = proxy.url;
    process.env.no_proxy = '127.0.0.1';
    await get(httpHandler({ keepAlive: false }), direct.url);
    expect([proxy.calls.length, direct.calls.length]).toEqual([0, 1]);
  });

  it('is what the SDK expects of a request handler', () => {
    const handler = httpHandler({ keepAlive: true });
    expect(handler.metadata).toEqual({ handlerProtocol: 'http/1.1' });
    expect(handler.httpHandlerConfigs()).toEqual({});
    expect(handler.updateHttpClientConfig()).toBeUndefined();
  });
});

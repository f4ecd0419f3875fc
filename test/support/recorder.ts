import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen, stop } from './loopback.ts';

/** A request to the recorder, and its answer. `url` is absolute when the client uses the recorder as its proxy. */
export type Exchange = {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
  answer: string;
};

/** A server on 127.0.0.1 that records all requests. */
export type Recorder = {
  readonly url: string;
  readonly exchanges: Exchange[];
  /** Changes an answer on its way back; by default it stays as it is. */
  rewrite: (answer: string, exchange: Exchange) => string;
  close(): Promise<void>;
};

type Answer = { status: number; headers: Record<string, string>; body: string };

/** By which an answer is known as AWS's, and AWS's time. */
const PASSED_ON = ['content-type', 'x-amzn-requestid', 'date'];

async function passOn(target: string, exchange: Exchange): Promise<Answer> {
  const to = new URL(exchange.url, target);
  const { connection: _, 'proxy-authorization': __, ...headers } = exchange.headers;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = httpRequest(to, { method: exchange.method, headers, agent: false });
    outgoing.on('response', resolve).on('error', reject).end(exchange.body);
  });
  const passed = PASSED_ON.flatMap((name) => {
    const value = response.headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { status: response.statusCode ?? 500, headers: Object.fromEntries(passed), body: await text(response) };
}

async function serve(
  recorder: Recorder,
  target: string | undefined,
  incoming: IncomingMessage,
  response: ServerResponse,
) {
  const { method = 'GET', url = '/', headers } = incoming;
  const exchange = { method, url, headers, body: await text(incoming), answer: '' };
  recorder.exchanges.push(exchange);
  const refusal = { status: 400, headers: { 'content-type': 'text/plain' }, body: 'This server only records.' };
  const answer = target === undefined ? refusal : await passOn(target, exchange);
  exchange.answer = recorder.rewrite(answer.body, exchange);
  response.writeHead(answer.status, answer.headers).end(exchange.answer);
}

/** Starts a recorder. With a `target` it passes everything on, as an endpoint and as a proxy; without, it refuses. */
export async function startRecorder(target?: string): Promise<Recorder> {
  const server = createServer();
  const url = await listen(server);
  const recorder: Recorder = {
    url,
    exchanges: [],
    rewrite: (answer) => answer,
    close: () => stop(server),
  };
  server.on('request', (incoming: IncomingMessage, response: ServerResponse) => {
    serve(recorder, target, incoming, response).catch(() => response.socket?.destroy());
  });
  server.on('connect', ({ method = 'CONNECT', url = '', headers }: IncomingMessage, socket) => {
    recorder.exchanges.push({ method, url, headers, body: '', answer: '' });
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  return recorder;
}

import type { ServerResponse } from 'node:http';
import type { Answer } from './call.ts';

/** Between two bytes: less than the limit of any client for a silent connection. */
const DRIP_MS = 5_000;

/** Sends the headers of an answer and the first half of its body, and then cuts the connection. */
export function cutOff(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
}

/** Sends the body of an answer byte by byte, slower than any client waits for. */
export function drip(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  let at = 0;
  const timer = setInterval(() => response.write(body[at++] ?? ' '), DRIP_MS);
  response.on('close', () => clearInterval(timer));
}

import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Agent, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Answer, Call, Request } from './call.ts';
import { errorAnswer, JSON_TYPE } from './call.ts';

/** moto closes each connection after its answer. */
const TO_MOTO = new Agent({ keepAlive: false });

/** Forwards a request to moto unchanged. Its answer gets the content type and the request id that AWS's have. */
export async function forward(motoUrl: string, request: Request): Promise<Answer> {
  const { host: _host, connection: _connection, ...headers } = request.headers;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = httpRequest(motoUrl + request.url, { method: request.method, headers, agent: TO_MOTO });
    outgoing.on('response', resolve).on('error', reject).end(request.body);
  });
  const body = await text(response);
  const { 'content-type': given = 'text/xml', 'x-amzn-requestid': id } = response.headers;
  // moto sends JSON as text/html, and its own failures, which are pages, too.
  const type = body.startsWith('{') ? JSON_TYPE : given;
  return {
    status: response.statusCode ?? 500,
    headers: { 'content-type': type, 'x-amzn-requestid': String(id ?? randomUUID()) },
    body,
  };
}

/** moto answers an action that it lacks, or that fails in it, with an HTML page; a client would retry that for a long time. */
export function asAwsError(call: Call, answer: Answer): Answer {
  if (answer.status < 500 || !answer.headers['content-type']?.includes('html')) return answer;
  return errorAnswer(call, {
    code: 'InvalidAction',
    message: `The laboratory's AWS (moto) cannot do ${call.service}:${call.action}.`,
  });
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Agent, request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { MotoClients } from './moto-clients.ts';
import type { OidcIssuer } from './oidc.ts';
import type { Wire } from './wire.ts';
import type { Extras } from './wire-answers.ts';
import { amended, ownAnswer } from './wire-answers.ts';
import type { Answer, AwsError, Call, Request } from './wire-call.ts';
import { codeIn, errorAnswer, newCall, readRequest } from './wire-call.ts';
import type { Faults } from './wire-faults.ts';
import { errorOf } from './wire-faults.ts';
import type { createTurns, Hooks } from './wire-hooks.ts';
import type { Keyring, KnownKey } from './wire-keys.ts';
import { learn } from './wire-learning.ts';
import { objectionTo } from './wire-rules.ts';

/** Everything behind a wire; `wire` is the part that tests see and set. */
export type Inner = Parts & { wire: Wire };

/** The machinery of a wire. */
export type Parts = {
  motoUrl: string;
  moto: MotoClients;
  oidc: OidcIssuer | undefined;
  keyring: Keyring;
  faults: Faults;
  hooks: Hooks;
  extras: Extras;
  turns: ReturnType<typeof createTurns>;
  connections: WeakMap<Socket, number>;
};

/** moto closes each connection after its answer. */
const TO_MOTO = new Agent({ keepAlive: false });
const UNSIGNED = new Set(['AssumeRoleWithWebIdentity', 'AssumeRoleWithSAML']);
/** AWS keeps idle connections about this long; Node's default of 5 s would make tests depend on their own speed. */
const KEEP_ALIVE_MS = 65_000;

/** Passes a request on to moto as it came. */
async function forward(motoUrl: string, request: Request): Promise<Answer> {
  const { host: _host, connection: _connection, ...headers } = request.headers;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = httpRequest(motoUrl + request.url, { method: request.method, headers, agent: TO_MOTO });
    outgoing.on('response', resolve).on('error', reject).end(request.body);
  });
  const body = await text(response);
  const { 'content-type': type = 'text/xml', 'x-amzn-requestid': id = '' } = response.headers;
  return {
    status: response.statusCode ?? 500,
    headers: { 'content-type': type, 'x-amzn-requestid': String(id) },
    body,
  };
}

async function authenticate(inner: Inner, call: Call, request: Request): Promise<KnownKey | AwsError | undefined> {
  if (call.accessKeyId !== undefined) return inner.keyring.authenticate(request, call.accessKeyId, inner.wire);
  if (UNSIGNED.has(call.action)) return undefined;
  return { code: 'MissingAuthenticationToken', message: 'Request is missing Authentication Token' };
}

/** moto answers an action it lacks, or stumbles over, with an HTML page; a client would retry that for a long time. */
function inAwsShape(call: Call, answer: Answer): Answer {
  if (answer.status < 500 || !answer.headers['content-type']?.includes('html')) return answer;
  return errorAnswer(call, {
    code: 'InvalidAction',
    message: `The laboratory's AWS (moto) cannot do ${call.service}:${call.action}.`,
  });
}

/** Does what the call asks, if AWS would: authentication, rules, then moto or the wire itself. */
async function apply(inner: Inner, call: Call, request: Request): Promise<Answer> {
  const who = await authenticate(inner, call, request);
  if (who && 'code' in who) return errorAnswer(call, who);
  const { wire, moto, oidc, extras } = inner;
  const { allowedAudiences, externalIds, policyQuota } = wire;
  const objection = await objectionTo(call, {
    moto,
    oidc,
    caller: who,
    extras,
    allowedAudiences,
    externalIds,
    policyQuota,
  });
  if (objection) return errorAnswer(call, objection);
  const answer = ownAnswer(call, who, extras) ?? inAwsShape(call, await forward(inner.motoUrl, request));
  if (answer.status >= 400) return answer;
  const final = amended(call, answer, extras);
  await learn(moto, inner.keyring, { call, body: final.body, caller: who });
  call.applied = true;
  return final;
}

function send(response: ServerResponse, call: Call, answer: Answer): void {
  call.endedAt = performance.now();
  call.status = answer.status;
  call.errorCode = codeIn(answer);
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

function breakOff(response: ServerResponse, call: Call): void {
  call.endedAt = performance.now();
  response.socket?.resetAndDestroy();
}

/** One call from its arrival to its end. Calls about one user take turns, so that two cannot slip under a quota together. */
async function serve(inner: Inner, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { wire, hooks } = inner;
  const request = await readRequest(incoming);
  const call = newCall(request, wire.calls.length + 1, inner.connections.get(incoming.socket) ?? 0);
  wire.calls.push(call);
  if (wire.latencyMs > 0) await pause(wire.latencyMs);
  await hooks.runBefore(call);
  const fault = inner.faults.take(call);
  if (fault === 'hang') return;
  if (fault === 'reset') return breakOff(response, call);
  const error = errorOf(fault);
  const answer = error
    ? errorAnswer(call, error)
    : await inner.turns(call.params.UserName, () => apply(inner, call, request));
  await hooks.runAfter(call);
  if (fault === 'hang-after') return;
  if (fault === 'answer-lost') return breakOff(response, call);
  send(response, call, answer);
}

/** Lets a server answer for this wire. */
export function attach(server: Server, inner: Inner): void {
  let connection = 0;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('connection', (socket) => {
    connection += 1;
    inner.connections.set(socket, connection);
  });
  server.on('request', (incoming: IncomingMessage, response: ServerResponse) => {
    serve(inner, incoming, response).catch((error: unknown) => {
      // A test's hook or the laboratory itself is broken: say so where the test will look.
      response.writeHead(400, { 'content-type': 'text/plain' }).end(`The laboratory failed: ${(error as Error).stack}`);
    });
  });
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { correctedAccount } from '../account/answers.ts';
import type { PolicyCache } from '../iam/policy-cache.ts';
import type { MotoClients } from '../moto-clients.ts';
import type { OidcIssuer } from '../oidc.ts';
import { answerSecrets, secretTurn } from '../secrets/answers.ts';
import { finishDeletions, type SecretsStore } from '../secrets/secrets.ts';
import type { Extras } from './answers.ts';
import { corrected, ownAnswer } from './answers.ts';
import { cutOff, drip } from './broken-answers.ts';
import type { Answer, AwsError, Call, Request } from './call.ts';
import { codeIn, errorAnswer, newCall, readRequest } from './call.ts';
import type { Faults } from './faults.ts';
import { errorOf, foreignAnswer } from './faults.ts';
import { asAwsError, forward } from './forward.ts';
import type { createTurns, Hooks } from './hooks.ts';
import { trackKeys } from './key-tracking.ts';
import type { Keyring, KnownKey } from './keys.ts';
import type { RuleLab } from './rules.ts';
import { violationOf } from './rules.ts';
import type { Wire } from './wire.ts';

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
  secrets: SecretsStore;
  policies: PolicyCache;
  turns: ReturnType<typeof createTurns>;
  connections: WeakMap<Socket, number>;
};

const UNSIGNED = new Set(['AssumeRoleWithWebIdentity', 'AssumeRoleWithSAML']);
/** AWS keeps idle connections about this long; Node's default of 5 s would make tests depend on their own speed. */
const KEEP_ALIVE_MS = 65_000;

async function authenticate(inner: Inner, call: Call, request: Request): Promise<KnownKey | AwsError | undefined> {
  if (call.accessKeyId !== undefined) return inner.keyring.authenticate(request, call.accessKeyId, inner.wire);
  if (UNSIGNED.has(call.action)) return undefined;
  return { code: 'MissingAuthenticationToken', message: 'Request is missing Authentication Token' };
}

/** The answer to a call: from the wire itself, from its Secrets Manager, or from moto. */
async function answerOf(inner: Inner, call: Call, request: Request, lab: RuleLab): Promise<Answer> {
  if (call.service === 'secretsmanager') return answerSecrets(call, request, lab);
  const own = ownAnswer(call, lab.caller, inner.extras);
  return own ?? asAwsError(call, await forward(inner.motoUrl, request));
}

/** Whether the user of a call is still propagating in IAM; counts the call as an early one. */
function isUnknownYet({ extras, wire }: Inner, { action, params }: Call): boolean {
  const user = action === 'CreateUser' ? undefined : extras.newUsers.get(params.UserName ?? '');
  if (user === undefined || performance.now() >= user.since + wire.userActivationMs) return false;
  user.earlyCalls += 1;
  return !(wire.flapping && user.earlyCalls % 2 === 0);
}

/** moto knows this machine's time only: the end of a session is moved to AWS's. */
function inAwsTime(answer: Answer, { skewMs }: Wire): Answer {
  const move = (_: string, text: string) =>
    `<Expiration>${new Date(Date.parse(text) + skewMs).toISOString()}</Expiration>`;
  return { ...answer, body: answer.body.replace(/<Expiration>([^<]*)<\/Expiration>/, move) };
}

/** Executes a call as AWS would: authentication, rules, then moto or the wire itself. */
async function apply(inner: Inner, call: Call, request: Request): Promise<Answer> {
  const who = await authenticate(inner, call, request);
  if (who && 'code' in who) return errorAnswer(call, who);
  const { wire, moto, oidc, extras, secrets, policies } = inner;
  const { allowedAudiences, policyQuota } = wire;
  const lab: RuleLab = {
    ...{ moto, oidc, caller: who, extras, secrets, policies, allowedAudiences, policyQuota },
    now: new Date(Date.now() + wire.skewMs + wire.clockOffsetMs),
    userIsUnknownYet: isUnknownYet(inner, call),
  };
  await finishDeletions(secrets);
  const violation = await violationOf(call, lab);
  if (violation) return errorAnswer(call, violation);
  const answer = await answerOf(inner, call, request, lab);
  if (answer.status >= 400) return answer;
  const final = inAwsTime(correctedAccount(call, corrected(call, answer, extras), wire), wire);
  await trackKeys(moto, inner.keyring, { call, body: final.body, caller: who });
  call.applied = true;
  return final;
}

/** AWS's time, unless something else has answered. */
function withDate(answer: Answer, { skewMs }: Wire): Answer {
  return { ...answer, headers: { date: new Date(Date.now() + skewMs).toUTCString(), ...answer.headers } };
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

/** Handles one call. Calls about one user or secret run one after the other, so that two cannot both pass a check. */
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
  const foreign = foreignAnswer(fault);
  const answer = error
    ? errorAnswer(call, error)
    : foreign !== undefined && fault !== 'portal-after'
      ? foreign
      : await inner.turns(call.params.UserName ?? secretTurn(call), () => apply(inner, call, request));
  await hooks.runAfter(call);
  if (fault === 'hang-after') return;
  if (fault === 'answer-lost') return breakOff(response, call);
  if (fault === 'cut' || fault === 'drip') {
    call.endedAt = performance.now();
    return (fault === 'cut' ? cutOff : drip)(response, withDate(answer, inner.wire));
  }
  send(response, call, withDate(foreign ?? hooks.amended(call, answer), inner.wire));
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
      // A test's hook or the laboratory itself failed: report it where the test will look.
      response.writeHead(400, { 'content-type': 'text/plain' }).end(`The laboratory failed: ${(error as Error).stack}`);
    });
  });
}

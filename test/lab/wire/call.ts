import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { IamRequest } from '../iam/iam-request.ts';

/** One request as it arrived; header names in lower case. */
export type Request = { method: string; url: string; headers: Record<string, string>; body: string };

/** One API call that passed the wire. Times are `performance.now()` milliseconds; `connection` numbers the TCP connections. */
export type Call = {
  readonly id: number;
  readonly service: string;
  readonly action: string;
  readonly params: Record<string, string>;
  readonly accessKeyId: string | undefined;
  readonly region: string | undefined;
  readonly startedAt: number;
  endedAt: number | undefined;
  status: number | undefined;
  errorCode: string | undefined;
  /** True once the call has taken effect at moto (or in the wire), whether or not the caller got the answer. */
  applied: boolean;
  /** The requests that IAM evaluated for it; empty when it needs no permission, or was refused before. */
  asked: readonly IamRequest[];
  readonly host: string;
  readonly connection: number;
};

export type AwsError = { code: string; message?: string; status?: number };
export type Answer = { status: number; headers: Record<string, string>; body: string };

/** HTTP status per error code, as the service models of IAM and STS declare them; 400 for all others. */
const STATUS: Record<string, number> = {
  AccessDenied: 403,
  ConcurrentModification: 409,
  DeleteConflict: 409,
  EntityAlreadyExists: 409,
  EntityTemporarilyUnmodifiable: 409,
  ExpiredToken: 403,
  InternalFailure: 500,
  InvalidClientTokenId: 403,
  LimitExceeded: 409,
  MissingAuthenticationToken: 403,
  NoSuchEntity: 404,
  RegionDisabledException: 403,
  ServiceFailure: 500,
  ServiceUnavailable: 503,
  SignatureDoesNotMatch: 403,
};

/** The names in JSON services of the errors that all Query services share (Secrets Manager API reference, “Common errors”). */
const JSON_NAMES: Record<string, string> = {
  AccessDenied: 'AccessDeniedException',
  ExpiredToken: 'ExpiredTokenException',
  InternalFailure: 'InternalServiceError',
  InvalidClientTokenId: 'UnrecognizedClientException',
  MissingAuthenticationToken: 'MissingAuthenticationTokenException',
  SignatureDoesNotMatch: 'InvalidSignatureException',
  Throttling: 'ThrottlingException',
};
/** The content type of the JSON services. */
export const JSON_TYPE = 'application/x-amz-json-1.1';

const NAMESPACES: Record<string, string> = {
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
};

/** Reads a request to its end. */
export async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value);
  return { method: incoming.method ?? 'GET', url: incoming.url ?? '/', headers, body: await text(incoming) };
}

/** Key id, region and service that a request was signed for (SigV4's credential scope); nothing for an unsigned one. */
export function credentialScope(
  request: Request,
): { accessKeyId: string; region: string; service: string } | undefined {
  const match = /Credential=([^/,\s]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/.exec(
    request.headers.authorization ?? '',
  );
  const [, accessKeyId, region, service] = match ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) return undefined;
  return { accessKeyId, region, service };
}

/** Action and parameters, in whichever protocol: JSON with `X-Amz-Target` (Secrets Manager), else AWS Query (IAM, STS). */
function actionAndParams(request: Request): { action: string; params: Record<string, string> } {
  const target = request.headers['x-amz-target'];
  if (target !== undefined) {
    const fields = Object.entries(JSON.parse(request.body || '{}') as Record<string, unknown>);
    const params = fields.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
    return { action: target.slice(target.lastIndexOf('.') + 1), params: Object.fromEntries(params) };
  }
  const [path = '/', query = ''] = request.url.split('?');
  const { Action, Version: _version, ...params } = Object.fromEntries(new URLSearchParams(request.body || query));
  return { action: Action ?? `${request.method} ${path}`, params };
}

/** The log entry of a request that has just arrived. Unsigned calls are STS's (AssumeRoleWithWebIdentity). */
export function newCall(request: Request, id: number, connection: number): Call {
  const scope = credentialScope(request);
  return {
    id,
    service: scope?.service ?? 'sts',
    ...actionAndParams(request),
    accessKeyId: scope?.accessKeyId,
    region: scope?.region,
    startedAt: performance.now(),
    endedAt: undefined,
    status: undefined,
    errorCode: undefined,
    applied: false,
    asked: [],
    host: request.headers.host ?? '',
    connection,
  };
}

function escapeXml(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** An error as the service called would write it: Query services in XML, the others in JSON and never with 401–499. */
export function errorAnswer(call: Call, error: AwsError): Answer {
  const requestId = randomUUID();
  const declared = error.status ?? STATUS[error.code] ?? 400;
  const message = error.message ?? error.code;
  const namespace = NAMESPACES[call.service];
  if (namespace === undefined) {
    const headers = { 'content-type': JSON_TYPE, 'x-amzn-requestid': requestId };
    const body = JSON.stringify({ __type: JSON_NAMES[error.code] ?? error.code, message });
    return { status: declared < 500 ? 400 : declared, headers, body };
  }
  const status = declared;
  const type = status >= 500 ? 'Receiver' : 'Sender';
  const inner = `<Type>${type}</Type><Code>${escapeXml(error.code)}</Code><Message>${escapeXml(message)}</Message>`;
  const body = `<ErrorResponse xmlns="${namespace}">\n  <Error>${inner}</Error>\n  <RequestId>${requestId}</RequestId>\n</ErrorResponse>\n`;
  return { status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body };
}

/** A successful answer of a Query service; `result` is the XML inside `<ActionResult>`. */
export function resultAnswer(call: Call, result: string): Answer {
  const requestId = randomUUID();
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  const inner = `<${call.action}Result>${result}</${call.action}Result>${metadata}`;
  const body = `<${call.action}Response xmlns="${NAMESPACES[call.service] ?? ''}">${inner}</${call.action}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body };
}

/** A successful answer of a JSON service. */
export function jsonAnswer(result: object): Answer {
  const headers = { 'content-type': JSON_TYPE, 'x-amzn-requestid': randomUUID() };
  return { status: 200, headers, body: JSON.stringify(result) };
}

/** The text of the first element of this name. */
export function element(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}

/** The error code in an answer of moto's, whichever protocol. */
export function codeIn(answer: Answer): string | undefined {
  if (answer.status < 400) return undefined;
  return element(answer.body, 'Code') ?? /"__type":\s*"(?:[^"#]*#)?([^"]+)"/.exec(answer.body)?.[1];
}

import { type HttpAnswer, httpServer } from './http-server.ts';

export type StsCall = {
  readonly action: string;
  readonly parameters: Record<string, string>;
  /** The access key id that signed it; empty for an unsigned call. */
  readonly signer: string;
  /** The region of the signature. */
  readonly region: string;
  readonly connection: number;
};

export type StsAnswer = HttpAnswer | 'default';

/** By which an answer is known as AWS's. */
export const AWS_HEADERS = { 'content-type': 'text/xml', 'x-amzn-requestid': 'r-1' };

/** The same of the services that speak JSON, such as Secrets Manager. */
export const AWS_JSON_HEADERS = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'r-1' };

/** A success of a service that speaks XML: what is inside of `<…Result>`. */
export function xmlAnswer(action: string, result = ''): NonNullable<HttpAnswer> {
  const body = `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`;
  return { status: 200, body, headers: AWS_HEADERS };
}

/** A success of a service that speaks JSON. */
export function jsonAnswer(output: object): NonNullable<HttpAnswer> {
  return { status: 200, body: JSON.stringify(output), headers: AWS_JSON_HEADERS };
}

/** STS on this machine. `answer` may stand in for what it says by itself; `nth` counts calls from 1. */
export async function stsServer(answer: (call: StsCall, nth: number) => StsAnswer = () => 'default') {
  const calls: StsCall[] = [];
  const server = await httpServer(({ body, headers, connection }) => {
    const parameters = Object.fromEntries(new URLSearchParams(body));
    const scope = /Credential=([^/]+)\/\d+\/([^/]+)/.exec(headers.authorization ?? '');
    const call = {
      action: parameters.Action ?? '',
      parameters,
      signer: scope?.[1] ?? '',
      region: scope?.[2] ?? '',
      connection,
    };
    const said = answer(call, calls.push(call));
    const whole = said === 'default' ? usual(call, calls.length) : said;
    return whole && { headers: AWS_HEADERS, ...whole };
  });
  return { url: server.url, calls, actions: () => calls.map(({ action }) => action), close: server.close };
}

/** An answer of STS's that is an error. */
export function refusal(code: string, about: { status?: number; message?: string } = {}): NonNullable<HttpAnswer> {
  const { status = 403, message = `STS says ${code}` } = about;
  const body = `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`;
  return { status, body, headers: AWS_HEADERS };
}

export const EXPIRATION = '2026-11-21T13:00:00Z';

function usual(call: StsCall, nth: number): HttpAnswer {
  const result = {
    GetCallerIdentity: '<Arn>arn:aws:iam::111122223333:user/robot</Arn><Account>111122223333</Account>',
    AssumeRole: assumed(call, nth),
    AssumeRoleWithWebIdentity: assumed(call, nth),
    GetSessionToken: credentials(nth),
    GetFederationToken: `${credentials(nth)}<FederatedUser><Arn>arn:aws:sts::111122223333:federated-user/${call.parameters.Name}</Arn></FederatedUser>`,
  }[call.action];
  if (result === undefined) return refusal('InvalidAction', { status: 400 });
  return xmlAnswer(call.action, result);
}

function assumed({ parameters }: StsCall, nth: number): string {
  const arn = (parameters.RoleArn ?? '').replace(':iam:', ':sts:').replace(':role/', ':assumed-role/');
  return `${credentials(nth)}<AssumedRoleUser><Arn>${arn}/${parameters.RoleSessionName}</Arn></AssumedRoleUser>`;
}

function credentials(nth: number): string {
  return `<Credentials><AccessKeyId>ASIA${nth}</AccessKeyId><SecretAccessKey>secret${nth}</SecretAccessKey><SessionToken>token${nth}</SessionToken><Expiration>${EXPIRATION}</Expiration></Credentials>`;
}

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

/** A fake STS on 127.0.0.1. `answer` can replace the default answer; `nth` counts calls from 1. */
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
    return said === 'default' ? usual(call, calls.length) : said;
  });
  return { url: server.url, calls, actions: () => calls.map(({ action }) => action), close: server.close };
}

/** An error answer of STS. */
export function refusal(code: string, about: { status?: number; message?: string } = {}): HttpAnswer {
  const { status = 403, message = `STS says ${code}` } = about;
  const body = `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`;
  return { status, body };
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
  return {
    status: 200,
    body: `<${call.action}Response><${call.action}Result>${result}</${call.action}Result></${call.action}Response>`,
  };
}

function assumed({ parameters }: StsCall, nth: number): string {
  const arn = (parameters.RoleArn ?? '').replace(':iam:', ':sts:').replace(':role/', ':assumed-role/');
  return `${credentials(nth)}<AssumedRoleUser><Arn>${arn}/${parameters.RoleSessionName}</Arn></AssumedRoleUser>`;
}

function credentials(nth: number): string {
  return `<Credentials><AccessKeyId>ASIA${nth}</AccessKeyId><SecretAccessKey>secret${nth}</SecretAccessKey><SessionToken>token${nth}</SessionToken><Expiration>${EXPIRATION}</Expiration></Credentials>`;
}

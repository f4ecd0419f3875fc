import { randomBytes, randomInt } from 'node:crypto';
import type { Answer, AwsError, Call } from './call.ts';
import { errorAnswer, resultAnswer } from './call.ts';
import type { KnownKey } from './keys.ts';

export type ServiceCredential = { id: string; userName: string; serviceName: string };

/** When a user was made (`performance.now()`), and the calls about it while it was still propagating, for `flapping`. */
export type NewUser = { since: number; earlyCalls: number };

/** State that AWS keeps and moto does not: permissions boundaries of users (by name), service-specific credentials, new users. */
export type Extras = {
  boundaries: Map<string, string>;
  serviceCredentials: ServiceCredential[];
  newUsers: Map<string, NewUser>;
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An id in AWS's alphabet, such as `ASIA` and 16 characters (AWS: IAM identifiers, “Unique IDs”). */
export function awsId(prefix: string, length = 16): string {
  return prefix + Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

function callerIdentity(call: Call, { identity }: KnownKey): Answer {
  const { arn, userId, accountId } = identity;
  return resultAnswer(call, `<UserId>${userId}</UserId><Account>${accountId}</Account><Arn>${arn}</Arn>`);
}

function metadata({ id, userName, serviceName }: ServiceCredential): string {
  const created = new Date(0).toISOString();
  const names = `<UserName>${userName}</UserName><ServiceName>${serviceName}</ServiceName>`;
  return `${names}<ServiceSpecificCredentialId>${id}</ServiceSpecificCredentialId><Status>Active</Status><CreateDate>${created}</CreateDate>`;
}

function createServiceCredential(call: Call, extras: Extras): Answer {
  const { UserName: userName = '', ServiceName: serviceName = '' } = call.params;
  const credential = { id: awsId('ACCA', 17), userName, serviceName };
  extras.serviceCredentials.push(credential);
  const secret = `<ServiceUserName>${userName}-at-laboratory</ServiceUserName><ServicePassword>${randomBytes(33).toString('base64')}</ServicePassword>`;
  return resultAnswer(call, `<ServiceSpecificCredential>${metadata(credential)}${secret}</ServiceSpecificCredential>`);
}

function listServiceCredentials(call: Call, extras: Extras): Answer {
  const own = extras.serviceCredentials.filter(({ userName }) => userName === call.params.UserName);
  const members = own.map((credential) => `<member>${metadata(credential)}</member>`).join('');
  return resultAnswer(call, `<ServiceSpecificCredentials>${members}</ServiceSpecificCredentials>`);
}

function deleteServiceCredential(call: Call, extras: Extras): Answer {
  const id = call.params.ServiceSpecificCredentialId;
  const missing: AwsError = { code: 'NoSuchEntity', message: `Service specific credential ${id} does not exist.` };
  if (!extras.serviceCredentials.some((credential) => credential.id === id)) return errorAnswer(call, missing);
  extras.serviceCredentials = extras.serviceCredentials.filter((credential) => credential.id !== id);
  return resultAnswer(call, '');
}

/** Answers the calls that moto answers wrongly or not at all; undefined for those that go to moto. */
export function ownAnswer(call: Call, caller: KnownKey | undefined, extras: Extras): Answer | undefined {
  switch (`${call.service}:${call.action}`) {
    case 'sts:GetCallerIdentity':
      return caller && callerIdentity(call, caller);
    case 'iam:CreateServiceSpecificCredential':
      return createServiceCredential(call, extras);
    case 'iam:ListServiceSpecificCredentials':
      return listServiceCredentials(call, extras);
    case 'iam:DeleteServiceSpecificCredential':
      return deleteServiceCredential(call, extras);
    case 'iam:PutUserPermissionsBoundary':
      extras.boundaries.set(call.params.UserName ?? '', call.params.PermissionsBoundary ?? '');
      return resultAnswer(call, '');
    case 'iam:DeleteUserPermissionsBoundary':
      extras.boundaries.delete(call.params.UserName ?? '');
      return resultAnswer(call, '');
    default:
      return undefined;
  }
}

/** moto answers every GetSessionToken and GetFederationToken with the same sample credentials. */
function withFreshCredentials(body: string): string {
  return body
    .replace(/<AccessKeyId>[^<]*/, `<AccessKeyId>${awsId('ASIA')}`)
    .replace(/<SecretAccessKey>[^<]*/, `<SecretAccessKey>${randomBytes(30).toString('base64')}`)
    .replace(/<SessionToken>[^<]*/, `<SessionToken>${randomBytes(201).toString('base64')}`);
}

function withBoundary(body: string, arn: string | undefined): string {
  if (arn === undefined) return body;
  const type = '<PermissionsBoundaryType>Policy</PermissionsBoundaryType>';
  const boundary = `<PermissionsBoundary>${type}<PermissionsBoundaryArn>${arn}</PermissionsBoundaryArn></PermissionsBoundary>`;
  return body.replace('</User>', `${boundary}</User>`);
}

/** Corrects a successful answer of moto's where AWS's differs. */
export function corrected(call: Call, answer: Answer, extras: Extras): Answer {
  const userName = call.params.UserName ?? '';
  switch (`${call.service}:${call.action}`) {
    case 'sts:GetSessionToken':
    case 'sts:GetFederationToken':
      return { ...answer, body: withFreshCredentials(answer.body) };
    case 'iam:CreateUser':
      extras.newUsers.set(userName, { since: performance.now(), earlyCalls: 0 });
      if (call.params.PermissionsBoundary) extras.boundaries.set(userName, call.params.PermissionsBoundary);
      return { ...answer, body: withBoundary(answer.body, extras.boundaries.get(userName)) };
    case 'iam:GetUser':
      return { ...answer, body: withBoundary(answer.body, extras.boundaries.get(userName)) };
    case 'iam:DeleteUser':
      extras.boundaries.delete(userName);
      return answer;
    default:
      return answer;
  }
}

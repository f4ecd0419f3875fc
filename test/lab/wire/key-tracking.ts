import { GetRoleCommand, GetUserCommand, ListAccessKeysCommand } from '@aws-sdk/client-iam';
import type { MotoClients } from '../moto-clients.ts';
import { partitionOf } from '../moto-clients.ts';
import type { Call } from './call.ts';
import { element } from './call.ts';
import type { Credentials, Identity, Keyring, KnownKey } from './keys.ts';
import { newKey } from './keys.ts';

/** A call that succeeded, the XML of its answer, and its caller. */
export type ObservedCall = { call: Call; body: string; caller: KnownKey | undefined };

/** The identity of an IAM user, as GetCallerIdentity returns it. */
export async function identityOfUser(clients: MotoClients, partition: string, userName: string): Promise<Identity> {
  const { User } = await clients.iam(partition).send(new GetUserCommand({ UserName: userName }));
  const arn = User?.Arn ?? '';
  return { arn, accountId: arn.split(':')[4] ?? '', userId: User?.UserId ?? '' };
}

/** Whether moto still lists an IAM user's key, and as active. */
export async function keyIsActiveAtMoto(clients: MotoClients, key: KnownKey): Promise<boolean> {
  const partition = key.identity.arn.split(':')[1] ?? 'aws';
  try {
    const answer = await clients.iam(partition).send(new ListAccessKeysCommand({ UserName: key.userName }));
    return (answer.AccessKeyMetadata ?? []).some((k) => k.AccessKeyId === key.accessKeyId && k.Status === 'Active');
  } catch (error) {
    if ((error as Error).name === 'NoSuchEntityException') return false;
    throw error;
  }
}

function credentialsIn(body: string): Credentials {
  const sessionToken = element(body, 'SessionToken');
  return {
    accessKeyId: element(body, 'AccessKeyId') ?? '',
    secretAccessKey: element(body, 'SecretAccessKey') ?? '',
    ...(sessionToken === undefined ? {} : { sessionToken }),
  };
}

/** The identity of a role's session: the role's unique id and the session name (AWS: IAM identifiers, “Unique IDs”); moto makes up the former. */
async function identityOfRole(clients: MotoClients, { call, body }: ObservedCall): Promise<Identity> {
  const [, partition = 'aws', , , accountId = '', resource = ''] = (call.params.RoleArn ?? '').split(':');
  const RoleName = resource.slice(resource.lastIndexOf('/') + 1);
  const { Role } = await clients.iam(partition).send(new GetRoleCommand({ RoleName }));
  const arn = (element(body.slice(body.indexOf('<AssumedRoleUser>')), 'Arn') ?? '').replace(
    /^arn:[^:]+/,
    `arn:${partition}`,
  );
  return { arn, accountId, userId: `${Role?.RoleId}:${call.params.RoleSessionName}` };
}

function policyArnsIn({ params }: Call): string[] {
  return Object.entries(params).flatMap(([name, arn]) => (/^PolicyArns\.member\.\d+\.arn$/.test(name) ? [arn] : []));
}

async function trackSession(clients: MotoClients, keyring: Keyring, observed: ObservedCall): Promise<void> {
  const { call, body, caller } = observed;
  const about = async (): Promise<Pick<KnownKey, 'kind' | 'identity' | 'userName'>> => {
    if (call.action.startsWith('AssumeRole')) {
      return { kind: 'role', identity: await identityOfRole(clients, observed), userName: undefined };
    }
    const identity = caller?.identity ?? { arn: '', accountId: '', userId: '' };
    if (call.action === 'GetSessionToken') return { kind: 'session-token', identity, userName: caller?.userName };
    const arn = element(body.slice(body.indexOf('<FederatedUser>')), 'Arn') ?? '';
    const userId = `${identity.accountId}:${call.params.Name}`;
    return { kind: 'federation', identity: { ...identity, arn, userId }, userName: caller?.userName };
  };
  const key = newKey(credentialsIn(body), await about());
  const narrowedBy = { document: call.params.Policy, arns: policyArnsIn(call) };
  keyring.add({ ...key, narrowedBy, expiresAt: Date.parse(element(body, 'Expiration') ?? '') });
}

async function trackUserKey(clients: MotoClients, keyring: Keyring, { call, body }: ObservedCall): Promise<void> {
  const startedAt = performance.now();
  const userName = element(body, 'UserName') ?? '';
  const identity = await identityOfUser(clients, partitionOf(call.region), userName);
  keyring.add({ ...newKey(credentialsIn(body), { kind: 'user', identity, userName }), startedAt });
}

function end(keys: readonly (KnownKey | undefined)[]): void {
  for (const key of keys) if (key) key.endedAt ??= performance.now();
}

function switchKey(key: KnownKey | undefined, status: string | undefined): void {
  if (status === 'Inactive') end([key]);
  else if (key?.endedAt !== undefined)
    Object.assign(key, { startedAt: performance.now(), endedAt: undefined, earlyCalls: 0 });
}

/**
 * Updates the keyring from the calls on the wire. Sessions of a user (GetSessionToken, GetFederationToken)
 * outlive the key that made them, and end when the user is deleted.
 */
export async function trackKeys(clients: MotoClients, keyring: Keyring, observed: ObservedCall): Promise<void> {
  const { params, action } = observed.call;
  switch (action) {
    case 'CreateAccessKey':
      return trackUserKey(clients, keyring, observed);
    case 'AssumeRole':
    case 'AssumeRoleWithWebIdentity':
    case 'GetSessionToken':
    case 'GetFederationToken':
      return trackSession(clients, keyring, observed);
    case 'DeleteAccessKey':
      return end([keyring.get(params.AccessKeyId)]);
    case 'UpdateAccessKey':
      return switchKey(keyring.get(params.AccessKeyId), params.Status);
    case 'DeleteUser':
      return end(keyring.all().filter((key) => key.userName === params.UserName));
    default:
      return;
  }
}

import type { IAMClient, User } from '@aws-sdk/client-iam';
import {
  GetUserCommand,
  GetUserPolicyCommand,
  ListAccessKeysCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupsForUserCommand,
  ListUserPoliciesCommand,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { STSClient } from '@aws-sdk/client-sts';
import { ACCOUNT_ID, createDefaultResources, STANDING_USERS } from './account/account.ts';
import { describeSecrets, type SecretDescription } from './account/secrets.ts';
import { loadServices } from './iam/decision.ts';
import type { Moto } from './moto.ts';
import { startMoto } from './moto.ts';
import { motoClients } from './moto-clients.ts';
import type { OidcIssuer } from './oidc.ts';
import { startOidcIssuer } from './oidc.ts';
import { REGION } from './secrets/secrets.ts';
import type { Credentials } from './wire/keys.ts';
import type { Wire } from './wire/wire.ts';
import { startWire } from './wire/wire.ts';

/** Everything about one IAM user; inline policies are parsed, by name. */
export type UserDescription = {
  arn: string;
  path: string;
  tags: Record<string, string>;
  boundary: string | undefined;
  attachedPolicies: string[];
  inlinePolicies: Record<string, unknown>;
  groups: string[];
  accessKeys: string[];
};

/** The laboratory: an AWS account on this machine, the wire to it, and GitHub's token service. */
export type Lab = {
  readonly moto: Moto;
  readonly wire: Wire;
  readonly oidc: OidcIssuer;
  readonly accountId: '123456789012';
  /** Administrators' clients: they call moto directly, so the wire does not log their calls. */
  readonly iam: IAMClient;
  readonly sts: STSClient;
  /** In the region of `inputs`. */
  readonly secretsManager: SecretsManagerClient;
  /** The access key of the IAM user `long-lived`; a new one after each reset. */
  longLived: Credentials;
  /** The access key of the IAM user `administrator`, for calls through the wire that may do anything. */
  administrator: Credentials;
  /** Empties the account, creates the default resources, and resets wire and issuer. */
  reset(): Promise<void>;
  close(): Promise<void>;
  /** `with:` of a lease that works, merged with `overrides`. */
  inputs(overrides?: Record<string, string>): Record<string, string>;
  /** Names of all IAM users except the default ones. */
  users(): Promise<string[]>;
  describeUser(name: string): Promise<UserDescription>;
  /** All secrets of a region (that of `inputs` unless given) by name, those scheduled for deletion too. */
  secrets(region?: string): Promise<Record<string, SecretDescription>>;
};

function standardInputs(wire: Wire): Record<string, string> {
  return {
    'aws-region': REGION,
    'role-to-assume': `arn:aws:iam::${ACCOUNT_ID}:role/github-lease-manager`,
    'sts-endpoint': wire.url,
    'iam-endpoint': wire.url,
    'secretsmanager-endpoint': wire.url,
  };
}

async function userNames(iam: IAMClient): Promise<string[]> {
  const { Users = [] } = await iam.send(new ListUsersCommand({}));
  return Users.map(({ UserName = '' }) => UserName).filter((name) => !STANDING_USERS.includes(name));
}

async function inlinePolicies(iam: IAMClient, UserName: string): Promise<Record<string, unknown>> {
  const { PolicyNames = [] } = await iam.send(new ListUserPoliciesCommand({ UserName }));
  const entries = PolicyNames.map(async (PolicyName) => {
    const { PolicyDocument = '' } = await iam.send(new GetUserPolicyCommand({ UserName, PolicyName }));
    return [PolicyName, JSON.parse(decodeURIComponent(PolicyDocument))] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function tagsOf(user: User | undefined): Record<string, string> {
  return Object.fromEntries((user?.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

async function describeUser(iam: IAMClient, wire: Wire, UserName: string): Promise<UserDescription> {
  const { User } = await iam.send(new GetUserCommand({ UserName }));
  const { AttachedPolicies = [] } = await iam.send(new ListAttachedUserPoliciesCommand({ UserName }));
  const { Groups = [] } = await iam.send(new ListGroupsForUserCommand({ UserName }));
  const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName }));
  return {
    arn: User?.Arn ?? '',
    path: User?.Path ?? '',
    tags: tagsOf(User),
    boundary: wire.boundaries.get(UserName),
    attachedPolicies: AttachedPolicies.map(({ PolicyArn = '' }) => PolicyArn).sort(),
    inlinePolicies: await inlinePolicies(iam, UserName),
    groups: Groups.map(({ GroupName = '' }) => GroupName).sort(),
    accessKeys: AccessKeyMetadata.map(({ AccessKeyId = '' }) => AccessKeyId),
  };
}

/** An administrator's client that reports changes of roles and policies to the wire. */
function watched(iam: IAMClient, wire: Wire): IAMClient {
  iam.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const result = await next(args);
        if (/Role|Policy/.test(commandName) && !/^(Get|List)/.test(commandName)) wire.rolesChanged();
        return result;
      },
    { step: 'initialize' },
  );
  return iam;
}

/** Starts moto, the wire and the issuer, and creates the default resources (`account/account.ts`). */
export async function startLab(): Promise<Lab> {
  const [moto, oidc] = await Promise.all([startMoto(), startOidcIssuer(), loadServices()]);
  const wire = await startWire({ motoUrl: moto.url, oidc });
  const clients = motoClients(moto.url);
  const iam = watched(clients.iam('aws'), wire);
  const secretsManager = clients.secretsManager(REGION);
  const lab: Lab = {
    moto,
    wire,
    oidc,
    accountId: ACCOUNT_ID,
    iam,
    sts: clients.sts(),
    secretsManager,
    longLived: { accessKeyId: '', secretAccessKey: '' },
    administrator: { accessKeyId: '', secretAccessKey: '' },
    reset: async () => {
      await moto.reset();
      wire.reset();
      oidc.reset();
      Object.assign(lab, await createDefaultResources(iam));
      await Promise.all([wire.registerKey(lab.longLived), wire.registerKey(lab.administrator)]);
    },
    close: async () => {
      clients.destroy();
      await Promise.all([wire.close(), oidc.close()]);
      await moto.stop();
    },
    inputs: (overrides = {}) => ({ ...standardInputs(wire), ...overrides }),
    users: () => userNames(iam),
    describeUser: (name) => describeUser(iam, wire, name),
    secrets: (region = REGION) =>
      describeSecrets(region === REGION ? secretsManager : clients.secretsManager(region), wire, region),
  };
  await lab.reset();
  return lab;
}

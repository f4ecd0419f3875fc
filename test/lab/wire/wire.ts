import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { listen, stop } from '../../support/loopback.ts';
import { type AccountAnswers, defaultAccountAnswers } from '../account/answers.ts';
import { createPolicyCache } from '../iam/policy-cache.ts';
import { motoClients } from '../moto-clients.ts';
import type { OidcIssuer } from '../oidc.ts';
import { createSecrets, type WireSecrets } from '../secrets/secrets.ts';
import type { Call } from './call.ts';
import type { Fault, FaultTarget } from './faults.ts';
import { createFaults } from './faults.ts';
import type { Amendment, Hook } from './hooks.ts';
import { createHooks, createTurns } from './hooks.ts';
import { keyIsActiveAtMoto } from './key-tracking.ts';
import type { Credentials, Propagation } from './keys.ts';
import { createKeyring, newKey } from './keys.ts';
import type { Parts } from './serving.ts';
import { attach } from './serving.ts';

export type { Call } from './call.ts';
export type { Fault, FaultTarget } from './faults.ts';

/** Connections that may wait to be accepted; tests open 50 and more at once. */
const BACKLOG = 511;

/** What tests may set about keys, users and sessions. */
type Account = Propagation & AccountAnswers;

/** The wire to AWS: an HTTP server in front of moto that logs, delays, breaks, and enforces what moto does not. */
export type Wire = Account & {
  readonly url: string;
  readonly calls: Call[];
  /** Added to every call before it is applied. */
  latencyMs: number;
  /** Audiences of the account's OIDC provider (its ClientIDList). */
  allowedAudiences: string[];
  /** How far AWS's clock is ahead of this machine's, for `aws:CurrentTime` in policies. */
  clockOffsetMs: number;
  /** How far AWS's clock as a whole is ahead of this machine's: dates of answers, of signatures and sessions, and in policies. */
  skewMs: number;
  /** How long a new user is unknown to all calls about it; with `flapping`, to every second one. */
  userActivationMs: number;
  /** Managed policies a user may have; AWS gives more on request, up to 20. */
  policyQuota: number;
  /** Permissions boundaries by user name, which moto does not keep. */
  readonly boundaries: ReadonlyMap<string, string>;
  /** How Secrets Manager behaves. */
  readonly secrets: WireSecrets;
  actions(): string[];
  inject(target: FaultTarget, fault: Fault): void;
  /** Runs before a call of this action is checked or applied. */
  before(action: string, hook: Hook): void;
  /** Runs when a call of this action is applied and not yet answered. */
  after(action: string, hook: Hook): void;
  /** Runs after each call, also after a refused one (see `call.applied`), before it is answered. */
  afterEvery(hook: Hook): void;
  /** Changes the body of the next `times` answers to this action (default one); the call is applied as ever. */
  amend(action: string, change: Amendment, times?: number): void;
  /** Registers a key that was created at moto directly; it works at once. */
  registerKey(credentials: Credentials): Promise<void>;
  /** Lets an STS session expire now. */
  expireSession(accessKeyId: string): void;
  /** Reports that a role or a policy was changed at moto directly. */
  rolesChanged(): void;
  /** Forgets calls, faults, hooks, delays and denials. */
  clear(): void;
  /** `clear`, and forgets keys and whatever else belonged to an account that moto has forgotten. */
  reset(): void;
  close(): Promise<void>;
};

function delays() {
  const propagation = { keyActivationMs: 0, keyDeactivationMs: 0, userActivationMs: 0, flapping: false };
  return { latencyMs: 0, clockOffsetMs: 0, skewMs: 0, ...propagation };
}

/** The account's settings, as AWS has them for a new account. */
function account() {
  return {
    allowedAudiences: ['sts.amazonaws.com', 'sts.amazonaws.com.cn'],
    policyQuota: 10,
    ...defaultAccountAnswers(),
  };
}

function clear(wire: Wire, { faults, hooks, secrets }: Parts): void {
  wire.calls.length = 0;
  faults.clear();
  hooks.clear();
  secrets.clear();
  Object.assign(wire, delays());
}

function reset(wire: Wire, parts: Parts): void {
  clear(wire, parts);
  Object.assign(wire, account());
  parts.keyring.clear();
  parts.policies.forget();
  parts.extras.newUsers.clear();
  parts.extras.boundaries.clear();
  parts.extras.serviceCredentials = [];
  parts.secrets.reset();
}

async function registerKey({ moto, keyring }: Parts, credentials: Credentials): Promise<void> {
  const { Arn = '', Account = '', UserId = '' } = await moto.sts(credentials).send(new GetCallerIdentityCommand({}));
  const isUser = Arn.includes(':user/');
  const userName = isUser ? Arn.slice(Arn.lastIndexOf('/') + 1) : undefined;
  const identity = { arn: Arn, accountId: Account, userId: UserId };
  const key = newKey(credentials, { kind: isUser ? 'user' : 'role', identity, userName });
  keyring.add({ ...key, startedAt: Number.NEGATIVE_INFINITY });
}

function expireSession({ keyring }: Parts, accessKeyId: string): void {
  const key = keyring.get(accessKeyId);
  if (key?.expiresAt === undefined) throw new Error(`${accessKeyId} is not a session the wire has seen being made.`);
  key.expiresAt = 0;
}

async function close(server: Server, { moto }: Parts): Promise<void> {
  await stop(server);
  moto.destroy();
}

function newParts(options: { motoUrl: string; oidc?: OidcIssuer }): Parts {
  const moto = motoClients(options.motoUrl);
  return {
    motoUrl: options.motoUrl,
    moto,
    oidc: options.oidc,
    keyring: createKeyring((key) => keyIsActiveAtMoto(moto, key)),
    faults: createFaults(),
    hooks: createHooks(),
    policies: createPolicyCache(moto),
    extras: { boundaries: new Map(), serviceCredentials: [], newUsers: new Map() },
    secrets: createSecrets(options.motoUrl),
    turns: createTurns(),
    connections: new WeakMap(),
  };
}

/** Starts the wire on a free port of 127.0.0.1. Without an issuer every AssumeRoleWithWebIdentity is refused. */
export async function startWire(options: { motoUrl: string; oidc?: OidcIssuer }): Promise<Wire> {
  const parts = newParts(options);
  const server = createServer();
  const url = await listen(server, BACKLOG);
  const calls: Call[] = [];
  const wire: Wire = {
    ...delays(),
    ...account(),
    url,
    calls,
    boundaries: parts.extras.boundaries,
    secrets: parts.secrets.settings,
    actions: () => calls.map(({ action }) => action),
    inject: parts.faults.inject,
    before: parts.hooks.before,
    after: parts.hooks.after,
    afterEvery: parts.hooks.afterEvery,
    amend: parts.hooks.amend,
    registerKey: (credentials) => registerKey(parts, credentials),
    rolesChanged: parts.policies.forget,
    expireSession: (accessKeyId) => expireSession(parts, accessKeyId),
    clear: () => clear(wire, parts),
    reset: () => reset(wire, parts),
    close: () => close(server, parts),
  };
  attach(server, { ...parts, wire });
  return wire;
}

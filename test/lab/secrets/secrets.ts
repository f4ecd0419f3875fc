import type { Answer, Call } from '../wire/call.ts';
import { forward } from '../wire/forward.ts';
import type { Secret, SecretExtras } from './entry.ts';
import { asAwsDescription } from './entry.ts';
import { createPages, type Pages } from './pages.ts';

/** The region of `lab.inputs`. */
export const REGION = 'eu-central-1';

/** How AWS Secrets Manager behaves; `wire.clear()` sets all of it back. */
export type SecretsSettings = {
  /** ListSecrets shows what had passed the wire this long ago (AWS: up to five minutes). DescribeSecret never lags. */
  listLagMs: number;
  /** How long a force-deleted secret is still there, marked for deletion (AWS: seconds). Set to 0 again, it is gone. */
  forceDeleteMs: number;
  /** How long a new replica is InProgress. Set to 0 again, all are InSync or Failed. */
  replicationMs: number;
  /** StatusMessage of replicas that end as Failed, by region. Read when the replica is asked for. */
  replicaFailures: Record<string, string>;
  /** No page of ListSecrets is longer. */
  listPage: number;
};

/** What tests set and read of Secrets Manager. The region is that of `lab.inputs` unless given. */
export type WireSecrets = SecretsSettings & {
  /** Refuses an action on one secret (name or ARN); `*`: on every secret, and ListSecrets and BatchGetSecretValue as a whole. */
  deny(action: string, name: string): void;
  makeRotating(name: string, region?: string): Promise<void>;
  /** Makes a service such as `rds` the owner of a secret. */
  makeManaged(name: string, service: string, region?: string): Promise<void>;
  /** Every version id ever made of a secret, unlabelled ones too, oldest first; none when there is no such secret. */
  createdVersions(name: string, region?: string): Promise<string[]>;
  /** Every secret as it is now, without lag, those scheduled for deletion too. */
  all(region?: string): Promise<Secret[]>;
};

/** A secret that was force-deleted at `since` and still exists. */
export type PendingDeletion = { region: string; arn: string; since: number; done: Promise<unknown> | undefined };
/** A secret before a call changed it at `at`; undefined when it did not exist. */
export type Change = { region: string; name: string; at: number; before: Secret | undefined };

/** The state of Secrets Manager: moto, and what moto does not keep. */
export type SecretsStore = SecretExtras & {
  settings: WireSecrets;
  denials: { action: string; name: string }[];
  pendingDeletions: PendingDeletion[];
  changes: Change[];
  pages: Pages;
  /** Calls moto directly. */
  ask(region: string, action: string, payload: object): Promise<Answer>;
  describe(region: string, id: string): Promise<Secret | undefined>;
  /** The secret a call is about, looked up once per call. */
  target(call: Call): Promise<Secret | undefined>;
  clear(): void;
  reset(): void;
};

function defaults(): SecretsSettings {
  return { listLagMs: 0, forceDeleteMs: 0, replicationMs: 0, replicaFailures: {}, listPage: 100 };
}

function callerOfMoto(motoUrl: string): SecretsStore['ask'] {
  return (region, action, payload) => {
    const scope = `laboratory/20260101/${region}/secretsmanager/aws4_request`;
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `secretsmanager.${action}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
    };
    return forward(motoUrl, { method: 'POST', url: '/', headers, body: JSON.stringify(payload) });
  };
}

/** A secret's full ARN ends in a hyphen and six characters, and AWS takes any ARN that does for a full one. */
function isFullArn(id: string): boolean {
  return /^arn:.*-[A-Za-z0-9]{6}$/.test(id);
}

async function describe(store: SecretsStore, region: string, id: string): Promise<Secret | undefined> {
  const answer = await store.ask(region, 'DescribeSecret', { SecretId: id });
  if (answer.status >= 500) throw new Error(`moto cannot describe ${id}: ${answer.body}`);
  const secret = answer.status === 200 ? asAwsDescription(JSON.parse(answer.body), store) : undefined;
  return isFullArn(id) && secret?.ARN !== id ? undefined : secret;
}

async function all(store: SecretsStore, region: string): Promise<Secret[]> {
  const answer = await store.ask(region, 'ListSecrets', { IncludePlannedDeletion: true, MaxResults: 1_000_000 });
  const { SecretList } = JSON.parse(answer.body) as { SecretList: Record<string, unknown>[] };
  return SecretList.map((raw) => asAwsDescription(raw, store)).filter((secret) => secret !== undefined);
}

/** The secret that a test prepares. Throws when it does not exist. */
async function existing(store: SecretsStore, region: string, name: string): Promise<Secret> {
  const secret = await store.describe(region, name);
  if (!secret) throw new Error(`There is no secret ${name} in ${region}.`);
  return secret;
}

/** moto, like AWS, recognises a managed secret by this tag. Only a call to moto itself may set it. */
async function makeManaged(store: SecretsStore, region: string, name: string, service: string): Promise<void> {
  const { ARN } = await existing(store, region, name);
  const Tags = [{ Key: 'aws:secretsmanager:owningService', Value: service }];
  await store.ask(region, 'TagResource', { SecretId: ARN, Tags });
}

async function createdVersions(store: SecretsStore, region: string, name: string): Promise<string[]> {
  if (!(await store.describe(region, name))) return [];
  const answer = await store.ask(region, 'ListSecretVersionIds', { SecretId: name });
  const { Versions } = JSON.parse(answer.body) as { Versions: { VersionId: string }[] };
  return Versions.map(({ VersionId }) => VersionId);
}

/** Force-deletes at moto the secrets whose deletion is due. */
export async function finishDeletions(store: SecretsStore): Promise<void> {
  const due = store.pendingDeletions.filter(({ since }) => since + store.settings.forceDeleteMs <= performance.now());
  const finish = async ({ region, arn }: PendingDeletion) => {
    const before = await store.describe(region, arn);
    if (!before) return;
    await store.ask(region, 'DeleteSecret', { SecretId: arn, ForceDeleteWithoutRecovery: true });
    store.changes.push({ region, name: before.Name, at: performance.now(), before });
  };
  for (const each of due) each.done ??= finish(each);
  await Promise.all(due.map(({ done }) => done));
  store.pendingDeletions = store.pendingDeletions.filter((each) => !due.includes(each));
}

function newSettings(store: () => SecretsStore): WireSecrets {
  return {
    ...defaults(),
    deny: (action, name) => {
      store().denials.push({ action, name });
    },
    makeRotating: async (name, region = REGION) => {
      store().rotating.add((await existing(store(), region, name)).ARN);
    },
    makeManaged: (name, service, region = REGION) => makeManaged(store(), region, name, service),
    createdVersions: (name, region = REGION) => createdVersions(store(), region, name),
    all: async (region = REGION) => {
      await finishDeletions(store());
      return all(store(), region);
    },
  };
}

/** The state of an account without secrets. */
function nothing() {
  return {
    rotating: new Set<string>(),
    withoutDescription: new Set<string>(),
    replicas: new Map(),
    pendingDeletions: [],
    changes: [],
    pages: createPages(),
  };
}

/** Secrets Manager as AWS has it for a new account. */
export function createSecrets(motoUrl: string): SecretsStore {
  const targets = new WeakMap<Call, Promise<Secret | undefined>>();
  const store: SecretsStore = {
    ...nothing(),
    settings: newSettings(() => store),
    denials: [],
    ask: callerOfMoto(motoUrl),
    describe: (region, id) => describe(store, region, id),
    target: (call) => {
      const id = call.params.SecretId ?? call.params.Name;
      if (id === undefined) return Promise.resolve(undefined);
      const target = targets.get(call) ?? store.describe(call.region ?? REGION, id);
      targets.set(call, target);
      return target;
    },
    clear: () => {
      Object.assign(store.settings, defaults());
      store.denials = [];
    },
    reset: () => {
      store.clear();
      Object.assign(store, nothing());
    },
  };
  return store;
}

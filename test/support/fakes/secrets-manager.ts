import type { SecretsManager } from '../../../src/aws/clients.ts';
import type { SecretsContext } from '../../../src/secrets/api.ts';
import { awsError } from './aws-error.ts';
import { fakeClock, fakeWaiting, lifetimeOf } from './time.ts';

type Tag = { Key: string; Value: string };
export type FakeReplica = { Region: string; Status: string; StatusMessage?: string; KmsKeyId?: string };
export type FakeSecret = {
  arn: string;
  tags: Record<string, string>;
  description: string | undefined;
  kmsKeyId: string | undefined;
  deleted: boolean;
  rotating: boolean;
  owningService: string | undefined;
  primaryRegion: string | undefined;
  replicas: FakeReplica[];
  /** By version id; `undefined`: bytes and no text. */
  versions: Map<string, string | undefined>;
  current: string | undefined;
};
export type Input = Record<string, unknown> & { Name?: string; SecretId?: string };
/** Replaces one operation: `nth` counts its calls from 1, `apply` does what AWS would. */
export type Handlers = Record<string, (input: Input, nth: number, apply: () => object) => unknown>;
type Store = Map<string, FakeSecret>;

export const secretArn = (name: string) => `arn:aws:secretsmanager:eu-central-1:123456789012:secret:${name}-AbCdEf`;

/** A secret whose one version `v1` holds `text`; without a text it has no version yet. */
export function fakeSecret(name: string, text: string | undefined, about: Partial<FakeSecret> = {}): FakeSecret {
  return {
    arn: secretArn(name),
    tags: {},
    description: undefined,
    kmsKeyId: undefined,
    deleted: false,
    rotating: false,
    owningService: undefined,
    primaryRegion: undefined,
    replicas: [],
    versions: new Map(text === undefined ? [] : [['v1', text]]),
    current: text === undefined ? undefined : 'v1',
    ...about,
  };
}

/** A small Secrets Manager in memory. `handlers` change single operations; `calls` holds all that was asked, in order. */
export function fakeSecretsManager(handlers: Handlers = {}, has: Record<string, FakeSecret> = {}) {
  const secrets: Store = new Map(Object.entries(has));
  const calls: { name: string; input: Input }[] = [];
  const send = async (command: { input: Input }): Promise<object> => {
    const name = command.constructor.name.replace(/Command$/, '');
    calls.push({ name, input: command.input });
    const nth = calls.filter((call) => call.name === name).length;
    await Promise.resolve();
    const apply = () => operate(name, command.input, secrets);
    return ((await handlers[name]?.(command.input, nth, apply)) ?? apply()) as object;
  };
  const names = () => calls.map((call) => call.name);
  const inputsOf = (name: string) => calls.filter((call) => call.name === name).map(({ input }) => input);
  return { secretsManager: { send } as unknown as SecretsManager, secrets, calls, names, inputsOf };
}

/** The dependencies of the code that calls Secrets Manager, with a fake client. */
export function context(handlers: Handlers = {}, has: Record<string, FakeSecret> = {}) {
  const fake = fakeSecretsManager(handlers, has);
  const stop = new AbortController();
  const clock = fakeClock();
  const masks: string[] = [];
  const notices: string[] = [];
  const ask: SecretsContext & { notice: (sentence: string) => void } = {
    secretsManager: fake.secretsManager,
    ask: (call) => call(),
    mask: (secret) => masks.push(secret),
    ...fakeWaiting({ clock, lifetime: lifetimeOf(stop.signal) }),
    notice: (sentence) => notices.push(sentence),
  };
  return { ...fake, ask, stop, clock, masks, notices };
}

function operate(name: string, input: Input, secrets: Store): object {
  if (name === 'ListSecrets') return list(input, secrets);
  if (name === 'BatchGetSecretValue') return batch(input, secrets);
  if (name === 'CreateSecret') return create(input, secrets);
  const [secretName, secret] = named(input.SecretId ?? '', secrets);
  const change = CHANGES[name];
  if (change === undefined) throw new Error(`The fake Secrets Manager does not know ${name}`);
  const untouchable = ['GetSecretValue', 'PutSecretValue', 'UpdateSecret', 'TagResource', 'DeleteSecret'];
  if (secret.deleted && untouchable.includes(name)) throw awsError('InvalidRequestException');
  return change(secret, input, secretName) ?? { ARN: secret.arn };
}

function named(id: string, secrets: Store): [string, FakeSecret] {
  const found = [...secrets].find(([name, { arn }]) => name === id || arn === id);
  if (found === undefined) throw awsError('ResourceNotFoundException');
  return found;
}

const tagList = (tags: Record<string, string>): Tag[] => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
const tagsOf = (input: Input) =>
  Object.fromEntries(((input.Tags ?? []) as Tag[]).map(({ Key, Value }) => [Key, Value]));
const regionsOf = (input: Input) =>
  ((input.AddReplicaRegions ?? []) as { Region: string }[]).map((each) => ({ ...each, Status: 'InSync' }));

function entry(name: string, secret: FakeSecret): object {
  return {
    ARN: secret.arn,
    Name: name,
    Tags: tagList(secret.tags),
    Description: secret.description,
    KmsKeyId: secret.kmsKeyId,
    RotationEnabled: secret.rotating || undefined,
    OwningService: secret.owningService,
    PrimaryRegion: secret.primaryRegion,
    DeletedDate: secret.deleted ? new Date(0) : undefined,
  };
}

function value(name: string, { arn, versions, current }: FakeSecret): object {
  if (current === undefined) throw awsError('ResourceNotFoundException');
  const text = versions.get(current);
  const held = text === undefined ? { SecretBinary: new Uint8Array([1]) } : { SecretString: text };
  return { ARN: arn, Name: name, VersionId: current, VersionStages: ['AWSCURRENT'], ...held };
}

/** AWS's filters are prefixes, and those of key and value are not paired. */
function list(input: Input, secrets: Store): object {
  const [keys, values] = (input.Filters as { Values: string[] }[]).map(({ Values }) => Values[0] ?? '');
  const matching = [...secrets].filter(([, { tags }]) => {
    const begins = (texts: string[], prefix = '') => texts.some((text) => text.startsWith(prefix));
    return begins(Object.keys(tags), keys) && begins(Object.values(tags), values);
  });
  const from = Number(input.NextToken ?? 0);
  const to = from + Number(input.MaxResults);
  const SecretList = matching.slice(from, to).map(([name, secret]) => entry(name, secret));
  return { SecretList, ...(to < matching.length ? { NextToken: String(to) } : {}) };
}

function batch(input: Input, secrets: Store): object {
  const SecretValues: object[] = [];
  const Errors: object[] = [];
  for (const id of input.SecretIdList as string[]) {
    try {
      SecretValues.push(operate('GetSecretValue', { SecretId: id }, secrets));
    } catch (error) {
      const { name: ErrorCode, message: Message } = error as Error;
      Errors.push({ SecretId: id, ErrorCode, Message });
    }
  }
  return { SecretValues, Errors };
}

function create(input: Input, secrets: Store): object {
  const { Name = '', ClientRequestToken } = input;
  const there = secrets.get(Name);
  if (there !== undefined) throw awsError(there.deleted ? 'InvalidRequestException' : 'ResourceExistsException');
  const token = ClientRequestToken as string;
  const made = fakeSecret(Name, undefined, {
    tags: tagsOf(input),
    description: input.Description as string | undefined,
    kmsKeyId: input.KmsKeyId as string | undefined,
    replicas: regionsOf(input),
    versions: new Map([[token, input.SecretString as string]]),
    current: token,
  });
  secrets.set(Name, made);
  return { ARN: made.arn, Name, VersionId: token };
}

const CHANGES: Record<string, (secret: FakeSecret, input: Input, name: string) => object | undefined> = {
  DescribeSecret(secret, _, name) {
    const stages = [...secret.versions.keys()].map((id) => [id, id === secret.current ? ['AWSCURRENT'] : ['OLD']]);
    const ReplicationStatus = secret.replicas.length === 0 ? undefined : secret.replicas;
    return { ...entry(name, secret), VersionIdsToStages: Object.fromEntries(stages), ReplicationStatus };
  },
  GetSecretValue: (secret, _, name) => value(name, secret),
  PutSecretValue(secret, input) {
    const token = input.ClientRequestToken as string;
    if (!secret.versions.has(token)) {
      secret.versions.set(token, input.SecretString as string);
      secret.current = token;
    } else if (secret.versions.get(token) !== input.SecretString) throw awsError('ResourceExistsException');
    return { ARN: secret.arn, VersionId: token, VersionStages: secret.current === token ? ['AWSCURRENT'] : [] };
  },
  UpdateSecret(secret, input) {
    if ('Description' in input) secret.description = input.Description as string;
    if ('KmsKeyId' in input) secret.kmsKeyId = input.KmsKeyId as string;
    return undefined;
  },
  TagResource(secret, input) {
    Object.assign(secret.tags, tagsOf(input));
    return undefined;
  },
  RestoreSecret(secret) {
    secret.deleted = false;
    return undefined;
  },
  DeleteSecret(secret) {
    secret.deleted = true;
    return undefined;
  },
  ReplicateSecretToRegions(secret, input) {
    const added = regionsOf(input);
    secret.replicas = [
      ...secret.replicas.filter(({ Region }) => !added.some((each) => each.Region === Region)),
      ...added,
    ];
    return undefined;
  },
  RemoveRegionsFromReplication(secret, input) {
    secret.replicas = secret.replicas.filter(
      ({ Region }) => !(input.RemoveReplicaRegions as string[]).includes(Region),
    );
    return undefined;
  },
};

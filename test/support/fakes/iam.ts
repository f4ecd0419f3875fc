import type { Iam } from '../../../src/aws/clients.ts';
import { awsError } from './aws-error.ts';
import { KIND_NAMES, KINDS, type KindName } from './iam-kinds.ts';

type Tag = { Key: string; Value: string };
export type FakeUser = {
  path: string;
  tags: Tag[];
  boundary: string | undefined;
  on: Record<KindName, string[]>;
  documents: Map<string, string>;
  createdAt?: Date;
};
type Input = Record<string, unknown> & { UserName?: string };
export type Call = { readonly name: string; readonly input: Input };
/** Replaces one operation: `nth` counts its calls from 1, `apply` does what IAM would. */
type Handler = (input: Input, nth: number, apply: () => object) => unknown;
type Account = { users: Map<string, FakeUser>; secrets: string[]; pageSize: number; keysMade: number };

const ACCOUNT_ID = '123456789012';

export function fakeUser(about: Partial<FakeUser> & { has?: Partial<Record<KindName, string[]>> } = {}): FakeUser {
  const { has, ...rest } = about;
  const on = Object.fromEntries(KIND_NAMES.map((kind) => [kind, has?.[kind] ?? []])) as Record<KindName, string[]>;
  return { path: '/ci/', tags: [], boundary: undefined, documents: new Map(), on, ...rest };
}

/** A small IAM in memory. `handlers` change single operations; `calls` holds all that was asked, in order. */
export function fakeIam(handlers: Record<string, Handler> = {}, about: Partial<Account> = {}) {
  const account: Account = { users: new Map(), secrets: [], pageSize: 100, keysMade: 0, ...about };
  const calls: Call[] = [];
  const counts = new Map<string, number>();
  const send = async (command: { input: Input }): Promise<object> => {
    const name = command.constructor.name.replace(/Command$/, '');
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    calls.push({ name, input: command.input });
    await Promise.resolve();
    const apply = () => ({ $metadata: { attempts: 1 }, ...operate(name, command.input, account) });
    return ((await handlers[name]?.(command.input, nth, apply)) ?? apply()) as object;
  };
  const names = () => calls.map((call) => call.name);
  const inputsOf = (name: string) => calls.filter((call) => call.name === name).map((call) => call.input);
  return { iam: { send } as unknown as Iam, users: account.users, calls, names, inputsOf };
}

function operate(name: string, input: Input, account: Account): object {
  const kind = KIND_NAMES.find((each) => KINDS[each].list === name || KINDS[each].remove === name);
  if (name === 'CreateUser') return createUser(input, account);
  if (name === 'DeleteVirtualMFADevice') return {};
  if (name === 'ListUsers') return listUsers(input, account);
  const user = account.users.get(input.UserName ?? '');
  if (user === undefined) throw awsError('NoSuchEntityException', { status: 404 });
  if (kind !== undefined)
    return KINDS[kind].list === name ? list(kind, user, input, account) : remove(kind, user, input);
  const change = CHANGES[name];
  if (change === undefined) throw new Error(`The fake IAM does not know ${name}`);
  return change(input, user, account);
}

function createUser(input: Input, { users }: Account): object {
  const { UserName = '', Path, Tags, PermissionsBoundary } = input;
  if (users.has(UserName)) throw awsError('EntityAlreadyExistsException', { status: 409 });
  users.set(
    UserName,
    fakeUser({ path: Path as string, tags: Tags as Tag[], boundary: PermissionsBoundary as string | undefined }),
  );
  return { User: userAnswer(UserName, users.get(UserName) ?? fakeUser()) };
}

function userAnswer(UserName: string, user: FakeUser): object {
  const Arn = `arn:aws:iam::${ACCOUNT_ID}:user${user.path}${UserName}`;
  return { UserName, Path: user.path, Arn, Tags: user.tags, CreateDate: user.createdAt };
}

/** Users without their tags, as IAM lists them; the marker is the last name of the page. */
function listUsers({ PathPrefix = '/', MaxItems, Marker = '' }: Input, { users, pageSize }: Account): object {
  const all = [...users].filter(([name, { path }]) => path.startsWith(String(PathPrefix)) && name > String(Marker));
  const sorted = all.map(([name]) => name).sort();
  const page = sorted.slice(0, Math.min(pageSize, Number(MaxItems ?? pageSize)));
  const more = page.length < sorted.length;
  return {
    Users: page.map((UserName) => ({ UserName })),
    IsTruncated: more,
    ...(more ? { Marker: page.at(-1) } : {}),
  };
}

const CHANGES: Record<string, (input: Input, user: FakeUser, account: Account) => object> = {
  GetUser: (input, user) => ({ User: userAnswer(input.UserName ?? '', user) }),
  CreateAccessKey(_, user, account) {
    if (user.on.keys.length >= 2) throw awsError('LimitExceededException', { status: 409 });
    const AccessKeyId = `AKIA${++account.keysMade}`;
    user.on.keys.push(AccessKeyId);
    return { AccessKey: { AccessKeyId, SecretAccessKey: account.secrets.shift() ?? `Secret${account.keysMade}` } };
  },
  PutUserPolicy(input, user) {
    const name = input.PolicyName as string;
    // It replaces a policy of the same name.
    if (!user.on.inline.includes(name)) user.on.inline.push(name);
    user.documents.set(name, input.PolicyDocument as string);
    return {};
  },
  AttachUserPolicy(input, user) {
    user.on.attached.push(input.PolicyArn as string);
    return {};
  },
  AddUserToGroup(input, user) {
    user.on.groups.push(input.GroupName as string);
    return {};
  },
  TagUser(input, user) {
    const changed = input.Tags as Tag[];
    const kept = user.tags.filter(({ Key }) => !changed.some((tag) => tag.Key === Key));
    user.tags = [...kept, ...changed];
    return {};
  },
  DeleteUser(input, user, { users }) {
    if (KIND_NAMES.some((kind) => user.on[kind].length > 0)) throw awsError('DeleteConflictException', { status: 409 });
    users.delete(input.UserName ?? '');
    return {};
  },
};

function list(kind: KindName, user: FakeUser, input: Input, { pageSize }: Account): object {
  const { field, item }: { field: string; item: (id: string) => unknown } = KINDS[kind];
  if (kind === 'login' && user.on.login.length === 0) throw awsError('NoSuchEntityException', { status: 404 });
  const from = Number(input.Marker ?? 0);
  const more = from + pageSize < user.on[kind].length;
  const page = user.on[kind].slice(from, from + pageSize).map((id) => item(id));
  return { [field]: page, IsTruncated: more, ...(more ? { Marker: String(from + pageSize) } : {}) };
}

function remove(kind: KindName, user: FakeUser, input: Input): object {
  const at = user.on[kind].indexOf(String(input[KINDS[kind].param]));
  if (at < 0) throw awsError('NoSuchEntityException', { status: 404 });
  // A copy, as a listing under way must not see it.
  user.on[kind] = user.on[kind].filter((_, index) => index !== at);
  return {};
}

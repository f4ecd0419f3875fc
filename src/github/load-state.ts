import * as v from '@badrap/valita';
import { parseArn } from '../aws/partition.ts';
import { ActionError } from '../errors.ts';
import { parseRfc3339, rfc3339 } from '../waiting/clock.ts';
import { isHttpUrl } from './inputs/reader.ts';
import { type SavedState, type StateKey, savedText } from './state.ts';

// Any step of the job can write to the file that post's state comes from, and post acts on it with the permissions of the managing
// identity. So it is parsed like any other input: names and ARNs must be valid, and nothing may be missing. No pattern here is narrower
// than what main accepts, or post could not revoke what main issued.

const matching = (pattern: RegExp) => v.string().assert((text) => pattern.test(text));
const checked = (check: (text: string) => boolean) => v.string().assert(check);
const oneOf = <T extends string>(...choices: T[]) => v.union(...choices.map((choice) => v.literal(choice)));

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const userName = () => matching(/^[\w+=,.@-]{1,64}$/);
/** The characters of the paths that main makes. IAM allows more. */
const iamPath = () => matching(/^\/(?:[A-Za-z0-9._-]+\/)*$/);
const accountId = () => matching(/^\d{12}$/);
const role = () => checked(isRole);
const sha256 = () => matching(/^[0-9a-f]{64}$/);
const sha256OrEmpty = () => matching(/^(?:[0-9a-f]{64})?$/);
const time = () => checked(isTime);
const url = () => checked(isHttpUrl);
/** A proxy variable may also hold `socks5://…`. */
const proxyUrlOrEmpty = () => checked((text) => text === '' || isBareUrl(text));
/** Any value that an input or a variable can have. */
const anyText = () => checked((text) => !text.includes('\0'));

/** A role's ARN or name (https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html). */
function isRole(text: string): boolean {
  const arn = parseArn(text);
  if (arn === undefined) return /^[\w+=,.@-]{1,64}$/.test(text);
  return arn.service === 'iam' && arn.resource.startsWith('role/') && /^\d{12}$/.test(arn.accountId);
}

/** Main saves proxies without user info. */
function isBareUrl(text: string): boolean {
  const { href, username, password } = URL.parse(text) ?? {};
  return href === text && username === '' && password === '';
}

/** RFC 3339. Not 30 February, which `Date` reads as a day in March. */
function isTime(text: string): boolean {
  const date = parseRfc3339(text);
  return date !== undefined && rfc3339(date) === text;
}

/** Not a property of every object, such as `constructor`. */
function isVariableName(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text) && !Object.hasOwn(Object.prototype, text);
}

const connection = v.object({
  region: matching(/^[a-z0-9-]+$/),
  stsEndpoint: url().optional(),
  iamEndpoint: url().optional(),
  secretsManagerEndpoint: url().optional(),
  useFipsEndpoint: v.boolean(),
  useDualstackEndpoint: v.boolean(),
  maxAttempts: v.number().assert((tries) => Number.isInteger(tries) && tries >= 1 && tries <= 100),
});

const source = v.union(
  v.object({ kind: v.literal('oidc'), audience: anyText() }),
  v.object({ kind: v.literal('token-file'), path: anyText() }),
  v.object({ kind: v.literal('static-keys') }),
  v.object({ kind: v.literal('env-credentials') }),
  v.object({ kind: v.literal('ambient') }),
);

const sessionTags = v.object({
  tags: v.array(v.object({ key: anyText(), value: anyText(), droppable: v.boolean() })),
  transitiveKeys: v.array(anyText()),
});

const identity = v.object({
  source,
  roles: v.array(role()),
  /** No upper limit: the default name may be longer than AWS's 64 characters when there is no role and it is never sent. */
  sessionName: matching(/^[\w+=,.@-]{2,}$/),
  externalId: matching(/^[\w+=,.@:/-]{2,1224}$/).optional(),
  sessionTags: sessionTags.optional(),
  allowedAccountIds: v.array(accountId()),
});

const access = v.object({
  connection,
  proxy: v.object({ http: proxyUrlOrEmpty(), https: proxyUrlOrEmpty(), noProxy: anyText() }),
  identity,
  fingerprint: sha256OrEmpty(),
  variables: v
    .record(anyText())
    .assert((found) => Object.keys(found).every((name) => name.startsWith('AWS_')))
    .optional(),
  authorities: v.array(matching(/^[\w-]{43}$/)),
  maskAccountId: v.boolean(),
  revocation: v.object({ when: oneOf('always', 'never'), onFailure: oneOf('error', 'warning') }),
});

const lease = v.object({
  userName: userName(),
  path: iamPath(),
  accountId: accountId(),
  /** Numbers on GitHub; another runner may set anything or nothing. Post only compares them. */
  runId: anyText(),
  runAttempt: anyText(),
  nonce: matching(/^[0-9a-f]{32}$/),
  intendedAt: time(),
  expiresAt: time(),
  progress: oneOf('intended', 'created', 'issued', 'gone'),
});

const session = v.object({ expiresAt: time() });

const variable = v.object({
  name: checked(isVariableName),
  before: anyText(),
  hash: sha256OrEmpty(),
});

const profileChange = v.object({
  file: checked((text) => text !== '' && !text.includes('\0')),
  section: matching(/^(?:profile )?[^\s[\]/\\#;\p{Cc}]+$/u),
  suffix: matching(/^(?:-before-[0-9a-f]{8})?$/),
  own: v.array(sha256()),
  taken: v.array(sha256()),
  gap: oneOf('', '\n', '\n\n'),
  createdFile: v.boolean(),
  createdDirectory: anyText(),
});

/** The schema of each part. */
const SCHEMAS = {
  access,
  lease,
  session,
  variables: v.array(variable),
  profile: v.array(profileChange),
} satisfies { [K in StateKey]: v.Type };

/**
 * One part of the state that main saved. Unknown members are dropped.
 * @returns `undefined` when main did not save this part
 * @throws ActionError `state-unreadable` when main cannot have written it
 */
export function load<K extends StateKey>(key: K): SavedState[K] | undefined {
  const text = savedText(key);
  if (text === '') return undefined;
  const parsed = parse(text);
  const result = SCHEMAS[key].try(parsed, { mode: 'strip' });
  // The schemas leave out what is `undefined`, as JSON does.
  if (result.ok) return result.value as SavedState[K];
  throw stateUnreadable(key, 'its content is not what main writes');
}

/** The error for a part of the state that post cannot act on. `why` is the end of a sentence. */
export function stateUnreadable(key: StateKey, why: string): ActionError {
  return new ActionError('state-unreadable', `Reading the state \`${key}\` that main saved failed: ${why}`, {
    remedy:
      'Find out which step of this job writes STATE_ variables or the runner’s state file. Then look for IAM users of this run under the lease path. The guard denies their keys everything after the end of the lease.',
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

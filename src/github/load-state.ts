import * as v from '@badrap/valita';
import { parseArn } from '../aws/partition.ts';
import { ActionError } from '../errors.ts';
import { parseRfc3339, rfc3339 } from '../waiting/clock.ts';
import { isHttpUrl } from './inputs/reader.ts';
import { type SavedState, type StateKey, savedText } from './state.ts';

// The state that post reads lies in a file that any step of the job can write to, and post acts on it with the rights of the managing
// identity. So it is parsed like any other input: names and ARNs must have the form of names and ARNs, nothing may be missing. No form is
// narrower than what main's own readers take, or post could not revoke what main has issued.

const matching = (pattern: RegExp) => v.string().assert((text) => pattern.test(text));
const checked = (check: (text: string) => boolean) => v.string().assert(check);
const oneOf = <T extends string>(...choices: T[]) => v.union(...choices.map((choice) => v.literal(choice)));

/** AWS: reference_iam-quotas, “User names”. */
const userName = () => matching(/^[\w+=,.@-]{1,64}$/);
/** What our own paths are made of: IAM takes more. */
const iamPath = () => matching(/^\/(?:[A-Za-z0-9._-]+\/)*$/);
const accountId = () => matching(/^\d{12}$/);
const role = () => checked(isRole);
const sha256 = () => matching(/^[0-9a-f]{64}$/);
const sha256OrEmpty = () => matching(/^(?:[0-9a-f]{64})?$/);
const time = () => checked(isTime);
const url = () => checked(isHttpUrl);
/** Also `socks5://…` and the like, which a variable may hold. */
const proxyUrlOrEmpty = () => checked((text) => text === '' || isBareUrl(text));
/** Whatever an input or a variable can hold. */
const anyText = () => checked((text) => !text.includes('\0'));

/** A role's ARN, or its bare name (AWS: API_AssumeRole, RoleArn; API_Role, RoleName). */
function isRole(text: string): boolean {
  const arn = parseArn(text);
  if (arn === undefined) return /^[\w+=,.@-]{1,64}$/.test(text);
  return arn.service === 'iam' && arn.resource.startsWith('role/') && /^\d{12}$/.test(arn.accountId);
}

/** As main writes a proxy: without user info. */
function isBareUrl(text: string): boolean {
  const { href, username, password } = URL.parse(text) ?? {};
  return href === text && username === '' && password === '';
}

/** Not 30 February, which `Date` takes for a day in March. */
function isTime(text: string): boolean {
  const date = parseRfc3339(text);
  return date !== undefined && rfc3339(date) === text;
}

/** None that JavaScript has a meaning of its own for, such as `constructor`. */
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
  /** AWS takes 64 characters; a longer one, made of an odd run's id, may be there without a role that it is used for. */
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
  /** Numbers on GitHub; another runner may give anything, or nothing. Post compares them and tells them to nobody. */
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
  ending: matching(/^(?:-before-[0-9a-f]{8})?$/),
  own: v.array(sha256()),
  taken: v.array(sha256()),
  gap: oneOf('', '\n', '\n\n'),
  madeFile: v.boolean(),
  madeDirectory: anyText(),
});

/** What each part is made of. */
const SCHEMAS = {
  access,
  lease,
  session,
  variables: v.array(variable),
  profile: v.array(profileChange),
} satisfies { [K in StateKey]: v.Type };

/**
 * Main's notes on one part. Members that main does not write are dropped.
 * @returns `undefined` when main did not get so far
 * @throws ActionError `state-unreadable` for what main cannot have written
 */
export function load<K extends StateKey>(key: K): SavedState[K] | undefined {
  const text = savedText(key);
  if (text === '') return undefined;
  const parsed = parse(text);
  const result = SCHEMAS[key].try(parsed, { mode: 'strip' });
  // What JSON left out because it was `undefined` is so again.
  if (result.ok) return result.value as SavedState[K];
  throw new ActionError(
    'state-unreadable',
    `Reading what main saved about \`${key}\` failed: main did not write it so`,
    {
      remedy:
        'Find out which step of this job writes STATE_ variables or to the runner’s state file. Then look for IAM users of this run under the lease path; the guard ends their keys by itself.',
    },
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

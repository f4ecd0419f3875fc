import { defaultAudience, parseArn, partitionOfRegion } from '../../aws/partition.ts';
import type { IdentityPlan, IdentitySource } from '../../identity/identity.ts';
import type { StaticKeys } from '../../identity/static-keys.ts';
import type { RunFacts } from '../../run.ts';
import type { InputReader } from './reader.ts';
import { readSessionTags } from './session-tags.ts';

type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly run: RunFacts;
  readonly region: string;
  readonly mask: (secret: string) => void;
};

/** Names of roles, without path (AWS: API_Role). */
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
const MAX_SESSION_NAME_CHARS = 64;

/** SPEC §2.1: who we are in AWS. */
export function readIdentity(
  reader: InputReader,
  around: Surroundings,
): { identity: IdentityPlan; staticKeys: StaticKeys; maskAccountId: boolean } {
  const staticKeys = readStaticKeys(reader, around.mask);
  const allowedAccountIds = reader.list('allowed-account-ids');
  for (const id of allowedAccountIds) {
    if (!/^\d{12}$/.test(id)) reader.problem('allowed-account-ids', `has "${id}"; an account id has 12 digits`);
  }
  const roles = readRoles(reader);
  const maskAccountId = reader.flag('mask-aws-account-id', false);
  const accountIds = [...allowedAccountIds, ...roles.map((role) => parseArn(role)?.accountId ?? '')];
  if (maskAccountId) for (const id of accountIds) if (id !== '') around.mask(id);
  const externalId = reader.matching(
    'role-external-id',
    /^[\w+=,.@:/-]{2,1224}$/,
    'must have 2 to 1224 letters, digits or _+=,.@:/-',
  );
  if (externalId !== '') around.mask(externalId);
  const source = readSource(reader, { roles, staticKeys, region: around.region });
  checkBareNames(reader, { roles, allowedAccountIds, source });
  const sessionName = readSessionName(reader, around.run);
  return {
    staticKeys,
    maskAccountId,
    identity: {
      source,
      roles,
      sessionName,
      externalId: externalId || undefined,
      sessionTags: readSessionTags(reader, around.env),
      allowedAccountIds,
    },
  };
}

/** The static access key, masked part by part as it is read. */
export function readStaticKeys(reader: InputReader, mask: (secret: string) => void): StaticKeys {
  const secretAccessKey = reader.text('aws-secret-access-key');
  if (secretAccessKey !== '') mask(secretAccessKey);
  const sessionToken = reader.text('aws-session-token');
  if (sessionToken !== '') mask(sessionToken);
  const accessKeyId = reader.text('aws-access-key-id');
  if (accessKeyId !== '') mask(accessKeyId);
  if (accessKeyId === '' && secretAccessKey === '' && sessionToken === '') return { kind: 'none' };
  if (accessKeyId === '') reader.problem('aws-access-key-id', 'is missing beside the other credentials');
  if (secretAccessKey === '') reader.problem('aws-secret-access-key', 'is missing beside `aws-access-key-id`');
  return { kind: 'given', keys: { accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) } };
}

function readRoles(reader: InputReader): string[] {
  const roles = reader.list('role-to-assume');
  for (const role of roles) {
    const arn = parseArn(role);
    const isRole = arn?.service === 'iam' && arn.resource.startsWith('role/') && /^\d{12}$/.test(arn.accountId);
    if (!isRole && (role.startsWith('arn:') || !ROLE_NAME.test(role))) {
      reader.problem('role-to-assume', `has "${role}", which is neither a role’s ARN nor a role’s name`);
    }
  }
  return roles;
}

type SourceFacts = {
  readonly roles: readonly string[];
  readonly staticKeys: StaticKeys;
  readonly region: string;
};

function readSource(reader: InputReader, facts: SourceFacts): IdentitySource {
  const path = reader.text('web-identity-token-file');
  const audience = reader.text('audience') || defaultAudience(partitionOf(facts));
  const skipOidc = reader.flag('force-skip-oidc', false);
  const chosen: { input: string; source: IdentitySource }[] = [
    ...(facts.staticKeys.kind === 'none'
      ? []
      : [{ input: 'aws-access-key-id', source: { kind: 'static-keys' } as const }]),
    ...(path === '' ? [] : [{ input: 'web-identity-token-file', source: { kind: 'token-file', path } as const }]),
    ...(reader.flag('role-chaining', false)
      ? [{ input: 'role-chaining', source: { kind: 'env-credentials' } as const }]
      : []),
    ...(reader.flag('use-ambient-credentials', false)
      ? [{ input: 'use-ambient-credentials', source: { kind: 'ambient' } as const }]
      : []),
  ];
  const [first, second] = chosen;
  if (first !== undefined && second !== undefined) {
    reader.problem(first.input, `and \`${second.input}\` name two base identities; give one of them`);
  }
  const source: IdentitySource = first?.source ?? { kind: 'oidc', audience };
  if (source.kind === 'oidc' && skipOidc) {
    reader.problem(
      'force-skip-oidc',
      'leaves nothing to authenticate with: give `aws-access-key-id`, `web-identity-token-file`, `role-chaining` or `use-ambient-credentials`',
    );
  } else if ((source.kind === 'oidc' || source.kind === 'token-file') && facts.roles.length === 0) {
    reader.problem('role-to-assume', 'is missing: a token from OIDC or from a file needs a role to assume');
  }
  return source;
}

function partitionOf(facts: SourceFacts): string {
  return parseArn(facts.roles[0] ?? '')?.partition ?? partitionOfRegion(facts.region);
}

type BareNameFacts = {
  readonly roles: readonly string[];
  readonly allowedAccountIds: readonly string[];
  readonly source: IdentitySource;
};

/** A bare name needs an account: the one of the role before it, of the base credentials, or the only allowed one. */
function checkBareNames(reader: InputReader, { roles, allowedAccountIds, source }: BareNameFacts): void {
  const [first] = roles;
  const isBare = first !== undefined && !first.startsWith('arn:');
  const byToken = source.kind === 'oidc' || source.kind === 'token-file';
  if (isBare && byToken && allowedAccountIds.length !== 1) {
    reader.problem(
      'role-to-assume',
      `names "${first}" without its account; give its ARN, or exactly one \`allowed-account-ids\``,
    );
  }
}

function readSessionName(reader: InputReader, run: RunFacts): string {
  const given = reader.matching(
    'role-session-name',
    /^[\w+=,.@-]{2,64}$/,
    'must have 2 to 64 letters, digits or _+=,.@-',
  );
  if (given !== '') return given;
  const repo = run.repository.split('/')[1] ?? '';
  const behind = `-${run.runId}-${run.runAttempt}`.replace(/[^\w+=,.@-]/g, '-');
  return `gha-${repo.replace(/[^\w+=,.@-]/g, '-')}`.slice(0, MAX_SESSION_NAME_CHARS - behind.length) + behind;
}

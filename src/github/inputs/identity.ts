import { defaultAudience, parseArn, partitionOfRegion } from '../../aws/partition.ts';
import type { IdentityPlan, IdentitySource } from '../../identity/identity.ts';
import type { StaticKeys } from '../../identity/static-keys.ts';
import type { RunFacts } from '../../run.ts';
import type { InputReader } from './reader.ts';
import { readSessionTags } from './session-tags.ts';

type IdentityContext = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly run: RunFacts;
  readonly region: string;
  readonly mask: (secret: string) => void;
};

/** A role's name, without path (https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html). */
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
const MAX_SESSION_NAME_CHARS = 64;

/** Reads the managing identity: base identity, roles, session tags. Problems are added to the reader. */
export function readIdentity(
  reader: InputReader,
  context: IdentityContext,
): { identity: IdentityPlan; staticKeys: StaticKeys; maskAccountId: boolean } {
  const staticKeys = readStaticKeys(reader, context.mask);
  const allowedAccountIds = reader.list('allowed-account-ids');
  for (const id of allowedAccountIds) {
    if (!/^\d{12}$/.test(id)) reader.problem('allowed-account-ids', `has "${id}"; an account id has 12 digits`);
  }
  const roles = readRoles(reader);
  const maskAccountId = reader.flag('mask-aws-account-id', false);
  const accountIds = [...allowedAccountIds, ...roles.map((role) => parseArn(role)?.accountId ?? '')];
  if (maskAccountId) for (const id of accountIds) if (id !== '') context.mask(id);
  const externalId = reader.matching(
    'role-external-id',
    /^[\w+=,.@:/-]{2,1224}$/,
    'must have 2 to 1224 letters, digits or _+=,.@:/-',
  );
  if (externalId !== '') context.mask(externalId);
  const source = readSource(reader, { roles, staticKeys, region: context.region });
  checkBareNames(reader, { roles, allowedAccountIds, source });
  const sessionName = readSessionName(reader, context.run);
  return {
    staticKeys,
    maskAccountId,
    identity: {
      source,
      roles,
      sessionName,
      externalId: externalId || undefined,
      sessionTags: readSessionTags(reader, context.env),
      allowedAccountIds,
    },
  };
}

/** Reads the static access key. Each part is masked before anything else. */
export function readStaticKeys(reader: InputReader, mask: (secret: string) => void): StaticKeys {
  const secretAccessKey = reader.text('aws-secret-access-key');
  if (secretAccessKey !== '') mask(secretAccessKey);
  const sessionToken = reader.text('aws-session-token');
  if (sessionToken !== '') mask(sessionToken);
  const accessKeyId = reader.text('aws-access-key-id');
  if (accessKeyId !== '') mask(accessKeyId);
  if (accessKeyId === '' && secretAccessKey === '' && sessionToken === '') return { kind: 'none' };
  if (accessKeyId === '')
    reader.problem('aws-access-key-id', 'is missing; the other parts of the access key are given');
  if (secretAccessKey === '') reader.problem('aws-secret-access-key', 'is missing; `aws-access-key-id` is given');
  return { kind: 'given', keys: { accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) } };
}

function readRoles(reader: InputReader): string[] {
  const roles = reader.list('role-to-assume');
  for (const role of roles) {
    const arn = parseArn(role);
    const isRole = arn?.service === 'iam' && arn.resource.startsWith('role/') && /^\d{12}$/.test(arn.accountId);
    if (!isRole && (role.startsWith('arn:') || !ROLE_NAME.test(role))) {
      reader.problem('role-to-assume', `has "${role}", which is neither the ARN nor the name of a role`);
    }
  }
  return roles;
}

type SourceInputs = {
  readonly roles: readonly string[];
  readonly staticKeys: StaticKeys;
  readonly region: string;
};

function readSource(reader: InputReader, inputs: SourceInputs): IdentitySource {
  const path = reader.text('web-identity-token-file');
  const audience = reader.text('audience') || defaultAudience(partitionOf(inputs));
  const skipOidc = reader.flag('force-skip-oidc', false);
  const chosen: { input: string; source: IdentitySource }[] = [
    ...(inputs.staticKeys.kind === 'none'
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
    reader.problem(first.input, `and \`${second.input}\` are two base identities; give one of them`);
  }
  const source: IdentitySource = first?.source ?? { kind: 'oidc', audience };
  if (source.kind === 'oidc' && skipOidc) {
    reader.problem(
      'force-skip-oidc',
      'leaves no base identity: give `aws-access-key-id`, `web-identity-token-file`, `role-chaining` or `use-ambient-credentials`',
    );
  } else if ((source.kind === 'oidc' || source.kind === 'token-file') && inputs.roles.length === 0) {
    reader.problem('role-to-assume', 'is missing: with an OIDC token or a token file there must be a role to assume');
  }
  return source;
}

function partitionOf(inputs: SourceInputs): string {
  return parseArn(inputs.roles[0] ?? '')?.partition ?? partitionOfRegion(inputs.region);
}

type BareNameInputs = {
  readonly roles: readonly string[];
  readonly allowedAccountIds: readonly string[];
  readonly source: IdentitySource;
};

/** The account of a role without ARN is that of the role before it, of the base credentials, or the only allowed one. */
function checkBareNames(reader: InputReader, { roles, allowedAccountIds, source }: BareNameInputs): void {
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
  const suffix = `-${run.runId}-${run.runAttempt}`.replace(/[^\w+=,.@-]/g, '-');
  return `gha-${repo.replace(/[^\w+=,.@-]/g, '-')}`.slice(0, MAX_SESSION_NAME_CHARS - suffix.length) + suffix;
}

import type { AwsCredentials } from '../aws/clients.ts';
import { parseArn, partitionOfRegion } from '../aws/partition.ts';
import { ActionError } from '../errors.ts';
import { loadBehind } from '../waiting/load-behind.ts';
import type {
  BaseIdentity,
  IdentityDependencies,
  IdentityPlan,
  LastHop,
  OpenedIdentity,
  Principal,
  SessionTags,
} from './identity.ts';

/**
 * STS's shortest session, for the roles of a chain, which are needed for seconds only
 * (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, DurationSeconds).
 */
export const MIN_SESSION_SECONDS = 900;
const HOUR_SECONDS = 3600;
/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html, MaxSessionDuration. */
const MAX_ROLE_SESSION = { maximumSeconds: 12 * HOUR_SECONDS, because: 'a role session lasts at most 12 hours' };
const MAX_CHAINED_SESSION = {
  maximumSeconds: HOUR_SECONDS,
  because: 'AWS allows one hour when a role session assumes the next role (role chaining)',
};
/** Time to connect to GitHub's token service, with TLS, and to send the request. */
const HEAD_START_MS = 20;

/** Assumes all roles of the plan except the last. @returns the call that assumes the last role */
export async function roleHop({ plan, base }: OpenedIdentity, deps: IdentityDependencies): Promise<LastHop> {
  const [first = '', ...others] = plan.roles;
  if (base.kind === 'credentials') return chainHop(plan, await credentialsStart(base, plan, deps), deps);
  const begun = base.token();
  const load = () => import('./assume-role.ts');
  // The SDK loads while GitHub answers.
  const { assumeWithToken } = await loadBehind(begun, load, { ms: HEAD_START_MS, clock: deps.clock });
  let next: Promise<string> | undefined = begun;
  const token = () => {
    const answer = next ?? base.token();
    next = undefined;
    return answer;
  };
  const isGitHubs = plan.source.kind === 'oidc';
  const step = { ...stepOf(plan, roleArn(first, onlyAccount(plan), deps)), token, isGitHubs };
  const hop: LastHop = { ...MAX_ROLE_SESSION, obtain: (request) => assumeWithToken(step, request, deps) };
  if (others.length === 0) return hop;
  const by = await hop.obtain({ durationSeconds: MIN_SESSION_SECONDS });
  return chainHop(plan, { by, accountId: by.accountId, roles: others }, deps);
}

/** The rest of a chain: who assumes its first role, and the account of role names without an ARN, where it is known. */
type ChainStart = {
  readonly by: Pick<Principal, 'credentials' | 'jobEnvironment'>;
  readonly accountId: string | undefined;
  readonly roles: readonly string[];
};

async function credentialsStart(
  base: Extract<BaseIdentity, { kind: 'credentials' }>,
  plan: IdentityPlan,
  deps: IdentityDependencies,
): Promise<ChainStart> {
  const credentials = await base.credentials();
  const start = { by: { credentials, jobEnvironment: '' }, roles: plan.roles };
  const [first = ''] = plan.roles;
  if (parseArn(first) !== undefined) return { ...start, accountId: undefined };
  const { accountId } = await principalOf(credentials, deps);
  return { ...start, accountId };
}

/** Assumes all roles of `start` except the last. @returns the call that assumes the last role */
async function chainHop(plan: IdentityPlan, start: ChainStart, deps: IdentityDependencies): Promise<LastHop> {
  const { assumeWithCredentials } = await import('./assume-role.ts');
  let { by, accountId } = start;
  let tags = plan.sessionTags;
  for (const role of start.roles.slice(0, -1)) {
    const step = { ...stepOf(plan, roleArn(role, accountId, deps)), by, tags };
    const assumed = await assumeWithCredentials(step, { durationSeconds: MIN_SESSION_SECONDS }, deps);
    by = assumed;
    accountId = assumed.accountId;
    tags = withoutTransitive(tags);
  }
  const last = { ...stepOf(plan, roleArn(start.roles.at(-1) ?? '', accountId, deps)), by, tags };
  const isChained = by.credentials.sessionToken !== undefined;
  return {
    ...(isChained ? MAX_CHAINED_SESSION : MAX_ROLE_SESSION),
    obtain: (request) => assumeWithCredentials(last, request, deps),
  };
}

/** The call that creates a session of an IAM user. @throws ActionError `session-impossible` without long-lived keys */
export async function ownSessionHop({ plan, base }: OpenedIdentity, deps: IdentityDependencies): Promise<LastHop> {
  const credentials = await credentialsOf(base);
  if (credentials.sessionToken !== undefined) {
    throw new ActionError(
      'session-impossible',
      'A session cannot be created with the credentials of a session: STS allows it only with long-lived keys or a role',
      {
        remedy: 'Name a role in `role-to-assume`, or use `credential-type: iam-user`.',
      },
    );
  }
  const { iamUserSession } = await import('./iam-user-session.ts');
  return iamUserSession(await principalOf(credentials, deps), plan.sessionName, deps);
}

/** The credentials of a base identity. @throws ActionError `session-impossible` when it has a token instead */
export async function credentialsOf(base: BaseIdentity): Promise<AwsCredentials> {
  if (base.kind === 'credentials') return base.credentials();
  throw new ActionError('session-impossible', 'A token alone is not an identity in AWS: it needs a role', {
    remedy: 'Name the role in `role-to-assume`.',
  });
}

/** The principal of credentials, from AWS. */
export async function principalOf(credentials: AwsCredentials, deps: IdentityDependencies): Promise<Principal> {
  const { callerIdentity } = await import('./caller-identity.ts');
  return callerIdentity(credentials, deps);
}

/** AWS passes transitive tags on through the chain, and rejects a call that sets them again. */
function withoutTransitive(tags: SessionTags | undefined): SessionTags | undefined {
  if (tags === undefined) return undefined;
  return { tags: tags.tags.filter(({ key }) => !tags.transitiveKeys.includes(key)), transitiveKeys: [] };
}

function stepOf(plan: IdentityPlan, arn: string) {
  return { roleArn: arn, sessionName: plan.sessionName, externalId: plan.externalId };
}

function onlyAccount({ allowedAccountIds }: IdentityPlan): string | undefined {
  return allowedAccountIds.length === 1 ? allowedAccountIds[0] : undefined;
}

/** A role's ARN. A name without an ARN is a role of the known account, in the region's partition. */
function roleArn(role: string, accountId: string | undefined, deps: IdentityDependencies): string {
  if (parseArn(role) !== undefined) return role;
  return `arn:${partitionOfRegion(deps.connection.region)}:iam::${accountId ?? ''}:role/${role}`;
}

import type { AwsCredentials } from '../aws/clients.ts';
import { awsFailure } from '../aws/failures.ts';
import { parseArn, partitionOfRegion } from '../aws/partition.ts';
import { ActionError } from '../errors.ts';
import { loadBehind } from '../waiting/load-behind.ts';
import type { SessionRequest } from './assume-role.ts';
import type { BaseIdentity, Caller, IdentityDependencies, IdentityPlan, SessionTags } from './identity.ts';

/** The last step of the way in: the call that yields a session, and what STS allows there. */
export type LastHop = {
  readonly maximumSeconds: number;
  /** Why not longer, as a clause: `role chaining allows …`. */
  readonly because: string;
  obtain(request: SessionRequest): Promise<Caller>;
};

/** A managing session is needed for seconds; 900 s is the least STS gives (AWS: AssumeRole, DurationSeconds). */
const MANAGING_SECONDS = 900;
/** For work that may take minutes; every role allows this much, chained ones too (AWS: CreateRole, MaxSessionDuration). */
export const LONG_MANAGING_SECONDS = 3_600;
const HOUR_SECONDS = 3600;
/** For the connection to GitHub's token service, TLS and all, and the request. */
const HEAD_START_MS = 20;

/**
 * The managing identity: the source, then every role of the chain. The account is checked before it is handed out.
 * @throws ActionError with the step that failed
 */
export async function connect(
  plan: IdentityPlan,
  base: BaseIdentity,
  deps: IdentityDependencies,
  durationSeconds: number = MANAGING_SECONDS,
): Promise<Caller> {
  const caller =
    plan.roles.length === 0
      ? await callerOf(await credentialsOf(base), deps)
      : await managingSession(plan, base, { ...deps, durationSeconds });
  deps.account(caller.accountId);
  assertAccount(caller.accountId, plan);
  return caller;
}

async function managingSession(
  plan: IdentityPlan,
  base: BaseIdentity,
  deps: IdentityDependencies & { durationSeconds: number },
): Promise<Caller> {
  return withRemedy(plan, deps, async () =>
    (await roleHop(plan, base, deps)).obtain({ durationSeconds: deps.durationSeconds }),
  );
}

/** Whatever AWS answers on the way in, as an error that names the way. */
async function withRemedy<T>(plan: IdentityPlan, deps: IdentityDependencies, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof ActionError || deps.lifetime.soft.aborted) throw cause;
    throw awsFailure('assume-role-failed', `Assuming ${plan.roles.join(', then ')}`, {
      remedy: 'Check `role-to-assume` and `aws-region`, and that the runner reaches STS.',
      cause,
    });
  }
}

/** The step that yields a session lease; all roles but the last have been assumed when this returns. */
export async function sessionHop(plan: IdentityPlan, base: BaseIdentity, deps: IdentityDependencies): Promise<LastHop> {
  const hop = await withRemedy(plan, deps, () =>
    plan.roles.length === 0 ? ownSessionHop(plan, base, deps) : roleHop(plan, base, deps),
  );
  return {
    ...hop,
    obtain: async (request) => {
      const caller = await hop.obtain(request);
      deps.account(caller.accountId);
      assertAccount(caller.accountId, plan);
      return caller;
    },
  };
}

/** The account guard: nothing is created in, and nothing exported from, an account the workflow did not name. */
function assertAccount(accountId: string, plan: IdentityPlan): void {
  if (plan.allowedAccountIds.length === 0 || plan.allowedAccountIds.includes(accountId)) return;
  throw new ActionError(
    'account-not-allowed',
    `The credentials lead into account ${accountId}, which \`allowed-account-ids\` does not name`,
    { remedy: 'Correct `role-to-assume` or `allowed-account-ids`.' },
  );
}

async function roleHop(plan: IdentityPlan, base: BaseIdentity, deps: IdentityDependencies): Promise<LastHop> {
  const known = plan.allowedAccountIds.length === 1 ? plan.allowedAccountIds[0] : undefined;
  const [first = '', ...others] = plan.roles;
  if (base.kind === 'credentials') return chainHop(plan, plan.roles, await credentialsStart(base, plan, deps), deps);
  const begun = base.token();
  const load = () => import('./assume-role.ts');
  // The SDK loads while GitHub answers.
  const { assumeWithToken } = await loadBehind(begun, load, { afterMs: HEAD_START_MS, sleep: deps.sleep });
  let next: Promise<string> | undefined = begun;
  const token = () => {
    const answer = next ?? base.token();
    next = undefined;
    return answer;
  };
  const step = stepOf(plan, roleArn(first, known, deps));
  const hop: LastHop = {
    maximumSeconds: 12 * HOUR_SECONDS,
    because: 'a role session lasts at most 12 hours',
    obtain: (request) => assumeWithToken(token, step, request, deps),
  };
  if (others.length === 0) return hop;
  const caller = await hop.obtain({ durationSeconds: MANAGING_SECONDS });
  return chainHop(plan, others, { credentials: caller.credentials, accountId: caller.accountId }, deps);
}

type Start = { readonly credentials: AwsCredentials; readonly accountId: string | undefined };

async function credentialsStart(base: BaseIdentity, plan: IdentityPlan, deps: IdentityDependencies): Promise<Start> {
  const credentials = await credentialsOf(base);
  const [first = ''] = plan.roles;
  if (parseArn(first) !== undefined) return { credentials, accountId: undefined };
  const { accountId } = await callerOf(credentials, deps);
  return { credentials, accountId };
}

/** Assumes all of `roles` but the last with the credentials before it; the last is the hop. */
async function chainHop(
  plan: IdentityPlan,
  roles: readonly string[],
  start: Start,
  deps: IdentityDependencies,
): Promise<LastHop> {
  const { assumeWithCredentials } = await import('./assume-role.ts');
  let { credentials, accountId } = start;
  let tags = plan.sessionTags;
  for (const role of roles.slice(0, -1)) {
    const step = { ...stepOf(plan, roleArn(role, accountId, deps)), tags };
    ({ credentials, accountId } = await assumeWithCredentials(
      credentials,
      step,
      { durationSeconds: MANAGING_SECONDS },
      deps,
    ));
    tags = withoutTransitive(tags);
  }
  const last = { ...stepOf(plan, roleArn(roles.at(-1) ?? '', accountId, deps)), tags };
  const chained = credentials.sessionToken !== undefined;
  return {
    maximumSeconds: chained ? HOUR_SECONDS : 12 * HOUR_SECONDS,
    because: chained
      ? 'AWS allows one hour when a role session assumes the next role (role chaining)'
      : 'a role session lasts at most 12 hours',
    obtain: (request) => assumeWithCredentials(credentials, last, request, deps),
  };
}

/** A session of an IAM user's own, from its long-lived keys. */
async function ownSessionHop(plan: IdentityPlan, base: BaseIdentity, deps: IdentityDependencies): Promise<LastHop> {
  const credentials = await credentialsOf(base);
  if (credentials.sessionToken !== undefined) {
    throw new ActionError(
      'session-impossible',
      'A session cannot be made from a session: AWS gives one only to long-lived keys or to a role',
      {
        remedy: 'Name a role in `role-to-assume`, or use `credential-type: iam-user`.',
      },
    );
  }
  const { iamUserSession } = await import('./iam-user-session.ts');
  return iamUserSession(await callerOf(credentials, deps), plan.sessionName, deps);
}

async function credentialsOf(base: BaseIdentity): Promise<AwsCredentials> {
  if (base.kind === 'credentials') return base.credentials();
  throw new ActionError('session-impossible', 'A token alone is no identity in AWS: it needs a role', {
    remedy: 'Name the role in `role-to-assume`.',
  });
}

async function callerOf(credentials: AwsCredentials, deps: IdentityDependencies): Promise<Caller> {
  const { callerIdentity } = await import('./caller-identity.ts');
  return callerIdentity(credentials, deps);
}

/** Transitive tags come along by themselves, and AWS refuses to see them set again. */
function withoutTransitive(tags: SessionTags | undefined): SessionTags | undefined {
  if (tags === undefined) return undefined;
  return { tags: tags.tags.filter(({ key }) => !tags.transitiveKeys.includes(key)), transitiveKeys: [] };
}

function stepOf(plan: IdentityPlan, arn: string) {
  return { roleArn: arn, sessionName: plan.sessionName, externalId: plan.externalId };
}

/** A role's ARN; a bare name lies in the account known by then, in the region's partition. */
function roleArn(role: string, accountId: string | undefined, deps: IdentityDependencies): string {
  if (parseArn(role) !== undefined) return role;
  return `arn:${partitionOfRegion(deps.connection.region)}:iam::${accountId ?? ''}:role/${role}`;
}

import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateUserCommand,
  GetUserCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import type { AwsCredentials, Iam } from '../aws/clients.ts';
import { isDefinitiveRefusal, isFailure } from '../aws/failures.ts';
import { retryDenied } from '../aws/retry-denied.ts';
import { ActionError } from '../errors.ts';
import { settleBoth } from '../waiting/settle-both.ts';
import { createAccessKey } from './access-key.ts';
import { GUARD_POLICY_NAME, guardPolicy } from './guard.ts';
import { assertAlive, creationFailure, issueFailure, missingPart } from './issue-failures.ts';
import { waitUntilKeyWorks } from './key-readiness.ts';
import type { Journal, LeaseRecord, UserLease } from './lease.ts';
import { rfc3339, secondsAfter } from './lease.ts';
import type { RunFacts } from './tags.ts';
import { leaseTags } from './tags.ts';
import { untilVisible, type Waiting } from './until-visible.ts';

/** An IAM user as asked for; checked against IAM's limits before the first call. */
export type UserPlan = {
  /** A new name at each call; the next one is used when the first is taken. */
  readonly userName: () => string;
  readonly path: string;
  readonly boundaryArn: string | undefined;
  readonly policyArns: readonly string[];
  /** Minified JSON documents. */
  readonly inlinePolicies: readonly string[];
  readonly groups: readonly string[];
  /** The user's own tags; ours are added. */
  readonly tags: Readonly<Record<string, string>>;
  readonly run: RunFacts;
  readonly ttlSeconds: number;
  readonly maxTtlSeconds: number;
  /** `revoke: never`: the lease is to outlive its job. */
  readonly outlivesJob: boolean;
  /** Issue keys until the secret is made of letters and digits alone. */
  readonly alphanumericSecret: boolean;
  /** 0 = do not wait. */
  readonly waitForPropagationSeconds: number;
};

/** What `issueUser` is given. */
export type IssueUserDependencies = Waiting & {
  iam: Iam;
  /** The account the user is made in. */
  accountId: string;
  /** Whether a refusal may only mean that the managing role's policies are too new to be seen. */
  retryDenied: boolean;
  journal: Journal;
  /** Registers a secret with the log's mask; called before anything else sees it. */
  mask: (secret: string) => void;
  /** A `GetCallerIdentity` with the new key, on a connection of its own. */
  probe: (credentials: AwsCredentials) => Promise<() => Promise<unknown>>;
  /** What else there is to do, done while the new key spreads. When it fails, so does the issue. */
  meanwhile: () => Promise<void>;
};

/** A name of ours is random, so one that is taken twice is no accident of chance. */
const MAX_NAMES = 3;

/**
 * Creates an IAM user with one access key for one job (SPEC §3, steps 4–7). The journal holds the record before `CreateUser` is
 * sent, so whatever happens afterwards — an error thrown from here included — `revokeUser` can undo it.
 * Three legs of calls: the user; everything that hangs on it, at once; the wait for the key.
 */
export async function issueUser(plan: UserPlan, deps: IssueUserDependencies): Promise<UserLease> {
  const user = await createUser(plan, deps);
  const credentials = await attachAll(user, plan, deps);
  const [propagationMs] = await settleBoth(readiness(credentials, plan, deps), deps.meanwhile());
  assertAlive(user.expiresAt, deps.clock.now());
  const { record, arn, expiresAt } = user;
  const { userName, path, accountId } = record;
  return { kind: 'iam-user', userName, arn, path, accountId, credentials, expiresAt, propagationMs };
}

async function readiness(credentials: AwsCredentials, plan: UserPlan, deps: IssueUserDependencies) {
  const seconds = plan.waitForPropagationSeconds;
  if (seconds === 0) return undefined;
  return waitUntilKeyWorks(await deps.probe(credentials), seconds, deps).catch((error: unknown) => {
    throw issueFailure('Trying the new access key', error);
  });
}

type CreatedUser = { readonly record: LeaseRecord; readonly arn: string; readonly expiresAt: Date };

async function createUser(plan: UserPlan, deps: IssueUserDependencies): Promise<CreatedUser> {
  for (let names = 1; ; names++) {
    try {
      return await createNamedUser(plan.userName(), plan, deps);
    } catch (error) {
      if (!(error instanceof ActionError) || error.code !== 'user-name-taken' || names === MAX_NAMES) throw error;
    }
  }
}

async function createNamedUser(userName: string, plan: UserPlan, deps: IssueUserDependencies): Promise<CreatedUser> {
  const now = deps.clock.now();
  const expiresAt = secondsAfter(now, plan.ttlSeconds);
  const nonce = deps.randomness.text('0123456789abcdef', 32);
  const tags = {
    ...plan.tags,
    ...leaseTags(plan.run, {
      expiresAt,
      maxExpiresAt: secondsAfter(now, plan.maxTtlSeconds),
      nonce,
      kept: plan.outlivesJob,
    }),
  };
  const { runId, runAttempt } = plan.run;
  const intendedAt = rfc3339(new Date(now));
  const { accountId } = deps;
  const intent = {
    userName,
    path: plan.path,
    accountId,
    runId,
    runAttempt,
    nonce,
    intendedAt,
    expiresAt: rfc3339(expiresAt),
  };
  // Not one word in the journal about a user that will never be asked for.
  deps.signal.throwIfAborted();
  deps.journal.write({ ...intent, progress: 'intended' });
  const none = () => deps.journal.write({ ...intent, progress: 'gone' });
  const arn = await sendCreateUser(userName, tags, plan, { ...deps, none });
  const record: LeaseRecord = { ...intent, progress: 'created' };
  deps.journal.write(record);
  return { record, arn, expiresAt };
}

/** @param deps `none` notes that there is no user of ours, so that post need not look for one that merely lags */
async function sendCreateUser(
  userName: string,
  tags: Record<string, string>,
  plan: UserPlan,
  deps: IssueUserDependencies & { none: () => void },
): Promise<string> {
  const command = new CreateUserCommand({
    UserName: userName,
    Path: plan.path,
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    ...(plan.boundaryArn === undefined ? {} : { PermissionsBoundary: plan.boundaryArn }),
  });
  const { clock, randomness, retryDenied: patient } = deps;
  const sleep = (milliseconds: number) => clock.sleep(milliseconds, deps.signal);
  const patience = { sleep, fraction: randomness.fraction, patient };
  let perhapsApplied = false;
  const send = () =>
    deps.iam.send(command).catch((error: unknown) => {
      perhapsApplied ||= !isDefinitiveRefusal(error);
      throw error;
    });
  try {
    const created = await retryDenied(send, patience);
    return created.User?.Arn ?? '';
  } catch (error) {
    const taken = isFailure(error, 'EntityAlreadyExists');
    if (taken && perhapsApplied) return recognizeOwn(userName, tags['lease:nonce'] ?? '', deps);
    if (!perhapsApplied) deps.none();
    if (taken) throw nameTaken(userName);
    throw creationFailure(`Creating IAM user ${userName}`, plan.boundaryArn, error);
  }
}

/** `CreateUser` was perhaps applied and its answer lost: the user is ours if it carries the nonce of this very issue. */
async function recognizeOwn(
  userName: string,
  nonce: string,
  deps: IssueUserDependencies & { none: () => void },
): Promise<string> {
  const look = () => deps.iam.send(new GetUserCommand({ UserName: userName }));
  const found = await untilVisible(deps)(look, 'user').catch((error: unknown) => {
    throw issueFailure(`Looking at IAM user ${userName}`, error);
  });
  const own = found.User?.Tags?.some((tag) => tag.Key === 'lease:nonce' && tag.Value === nonce) ?? false;
  if (own) return found.User?.Arn ?? '';
  deps.none();
  throw nameTaken(userName);
}

function nameTaken(userName: string): ActionError {
  return new ActionError('user-name-taken', `An IAM user named ${userName} exists already and is not ours`, {
    remedy: 'Give `user-name-template` a longer random part, for example {{random 12}}.',
  });
}

/** Everything that hangs on the user, at once; all of it has settled when this returns or throws. */
async function attachAll(user: CreatedUser, plan: UserPlan, deps: IssueUserDependencies): Promise<AwsCredentials> {
  const { iam } = deps;
  const UserName = user.record.userName;
  const settled = untilVisible(deps);
  const put = (PolicyName: string, PolicyDocument: string) =>
    settled(() => iam.send(new PutUserPolicyCommand({ UserName, PolicyName, PolicyDocument })), 'user').catch(
      (error: unknown) => Promise.reject(issueFailure(`Putting the inline policy ${PolicyName}`, error)),
    );
  const key = createAccessKey(UserName, { plain: plan.alphanumericSecret }, { ...deps, settled });
  const rest = [
    put(GUARD_POLICY_NAME, guardPolicy(user.arn, user.expiresAt)),
    ...plan.inlinePolicies.map((document, index) => put(`lease-inline-${index + 1}`, document)),
    ...plan.policyArns.map((PolicyArn) =>
      settled(() => iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn })), 'other').catch((error: unknown) =>
        Promise.reject(missingPart(`Attaching the policy ${PolicyArn}`, error)),
      ),
    ),
    ...plan.groups.map((GroupName) =>
      settled(() => iam.send(new AddUserToGroupCommand({ UserName, GroupName })), 'other').catch((error: unknown) =>
        Promise.reject(missingPart(`Joining the group ${GroupName}`, error)),
      ),
    ),
  ];
  const outcomes = await Promise.allSettled([key, ...rest]);
  throwFailures(outcomes);
  return key;
}

/** Throws the one failure, or several as one, so that the user mends all in one go. */
function throwFailures(outcomes: readonly PromiseSettledResult<unknown>[]): void {
  const failures = outcomes
    .filter((outcome) => outcome.status === 'rejected')
    .map((outcome) => outcome.reason as unknown);
  const [first] = failures;
  if (first === undefined) return;
  const errors = failures.filter((failure) => failure instanceof ActionError);
  if (failures.length === 1 || errors.length < failures.length || !(first instanceof ActionError)) throw first;
  throw new ActionError(first.code, errors.map((error) => error.message).join('\n'), {
    remedy: [...new Set(errors.map((error) => error.remedy))].join('\n'),
    cause: first,
  });
}

import { CreateUserCommand, GetUserCommand } from '@aws-sdk/client-iam';
import type { Iam } from '../aws/clients.ts';
import { isDefinitiveRefusal, isFailure } from '../aws/failures.ts';
import { retryDenied } from '../aws/retry-denied.ts';
import { ActionError } from '../errors.ts';
import { rfc3339, secondsAfter, type Waiting } from '../waiting/clock.ts';
import { creationFailure, issueFailure } from './issue-failures.ts';
import type { Journal, LeaseRecord } from './lease.ts';
import { leaseTags } from './tags.ts';
import { untilVisible } from './until-visible.ts';
import type { UserPlan } from './user-spec.ts';

/** A user that was just created, and the record with which it can be deleted. */
export type CreatedUser = { readonly record: LeaseRecord; readonly arn: string; readonly expiresAt: Date };

/** What `createUser` needs. */
export type CreateUserDependencies = Waiting & {
  readonly iam: Iam;
  /** The account in which the user is created. */
  readonly accountId: string;
  readonly journal: Journal;
};

/** Names have a random part. Three taken names in a row mean that this part is too short. */
const MAX_NAMES = 3;

/**
 * Creates the user of a plan, tagged in the same call. The journal holds the record before `CreateUser` is sent.
 * @throws ActionError `user-name-taken`, `lease-denied`, `lease-part-missing`, `lease-limit-reached`, `lease-failed`
 */
export async function createUser(plan: UserPlan, deps: CreateUserDependencies): Promise<CreatedUser> {
  for (let names = 1; ; names++) {
    try {
      return await createNamedUser(plan.userName(), plan, deps);
    } catch (error) {
      if (!(error instanceof ActionError) || error.code !== 'user-name-taken' || names === MAX_NAMES) throw error;
    }
  }
}

async function createNamedUser(userName: string, plan: UserPlan, deps: CreateUserDependencies): Promise<CreatedUser> {
  const { accountId, clock, journal, lifetime, randomness } = deps;
  const now = clock.now();
  const expiresAt = secondsAfter(now, plan.ttlSeconds);
  const nonce = randomness.text('0123456789abcdef', 32);
  const { path, outlivesJob } = plan;
  const { runId, runAttempt } = plan.run;
  const stamp = { expiresAt, maxExpiresAt: secondsAfter(now, plan.maxTtlSeconds), nonce, outlivesJob };
  const times = { intendedAt: rfc3339(new Date(now)), expiresAt: rfc3339(expiresAt) };
  const intent = { userName, path, accountId, runId, runAttempt, nonce, ...times };
  // Checked before the journal is written: it must not name a user that is never requested.
  lifetime.soft.throwIfAborted();
  journal.write({ ...intent, progress: 'intended' });
  const request = { userName, nonce, tags: { ...plan.tags, ...leaseTags(plan.run, stamp) } };
  const noteAbsent = () => journal.write({ ...intent, progress: 'gone' });
  const arn = await sendCreateUser(request, plan, { ...deps, noteAbsent });
  const record: LeaseRecord = { ...intent, progress: 'created' };
  journal.write(record);
  return { record, arn, expiresAt };
}

type CreateRequest = {
  readonly userName: string;
  readonly nonce: string;
  readonly tags: Readonly<Record<string, string>>;
};

type SendDependencies = CreateUserDependencies & {
  /** Notes in the journal that the user does not exist, so that post does not wait for it to become visible. */
  readonly noteAbsent: () => void;
};

async function sendCreateUser(request: CreateRequest, plan: UserPlan, deps: SendDependencies): Promise<string> {
  const { userName, tags } = request;
  const command = new CreateUserCommand({
    UserName: userName,
    Path: plan.path,
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    ...(plan.boundaryArn === undefined ? {} : { PermissionsBoundary: plan.boundaryArn }),
  });
  let mayBeApplied = false;
  const send = () =>
    deps.iam.send(command).catch((error: unknown) => {
      mayBeApplied ||= !isDefinitiveRefusal(error);
      throw error;
    });
  try {
    const created = await retryDenied(send, deps);
    return created.User?.Arn ?? '';
  } catch (error) {
    const isTaken = isFailure(error, 'EntityAlreadyExists');
    if (isTaken && mayBeApplied) return findOwnUser(request, deps);
    if (!mayBeApplied) deps.noteAbsent();
    if (isTaken) throw nameTaken(userName);
    throw creationFailure(`Creating IAM user ${userName}`, plan.boundaryArn, error);
  }
}

/** `CreateUser` may have been applied although its answer was lost. The user is ours if it has the nonce of this request. */
async function findOwnUser({ userName, nonce }: CreateRequest, deps: SendDependencies): Promise<string> {
  const getUser = () => deps.iam.send(new GetUserCommand({ UserName: userName }));
  const found = await untilVisible(deps)(getUser, 'user').catch((error: unknown) => {
    throw issueFailure(`Reading IAM user ${userName}`, error);
  });
  const isOwn = found.User?.Tags?.some((tag) => tag.Key === 'lease:nonce' && tag.Value === nonce) ?? false;
  if (isOwn) return found.User?.Arn ?? '';
  deps.noteAbsent();
  throw nameTaken(userName);
}

function nameTaken(userName: string): ActionError {
  return new ActionError(
    'user-name-taken',
    `An IAM user named ${userName} already exists and was not created by this job`,
    {
      remedy: 'Give `user-name-template` a longer random part, for example {{random 12}}.',
    },
  );
}

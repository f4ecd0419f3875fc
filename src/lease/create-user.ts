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

/** A user that was just created, and the record by which it can be taken back. */
export type CreatedUser = { readonly record: LeaseRecord; readonly arn: string; readonly expiresAt: Date };

/** What `createUser` is given. */
export type CreateUserDependencies = Waiting & {
  readonly iam: Iam;
  /** The account the user is made in. */
  readonly accountId: string;
  readonly journal: Journal;
};

/** A name of ours is random, so one that is taken three times is no accident of chance. */
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
  // The journal says nothing about a user that will never be asked for.
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

/** `noteAbsent` notes that there is no user of ours, so that post need not look for one that is merely not seen yet. */
type SendDependencies = CreateUserDependencies & { readonly noteAbsent: () => void };

async function sendCreateUser(request: CreateRequest, plan: UserPlan, deps: SendDependencies): Promise<string> {
  const { userName, tags } = request;
  const command = new CreateUserCommand({
    UserName: userName,
    Path: plan.path,
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    ...(plan.boundaryArn === undefined ? {} : { PermissionsBoundary: plan.boundaryArn }),
  });
  let perhapsApplied = false;
  const send = () =>
    deps.iam.send(command).catch((error: unknown) => {
      perhapsApplied ||= !isDefinitiveRefusal(error);
      throw error;
    });
  try {
    const created = await retryDenied(send, deps);
    return created.User?.Arn ?? '';
  } catch (error) {
    const isTaken = isFailure(error, 'EntityAlreadyExists');
    if (isTaken && perhapsApplied) return recognizeOwn(request, deps);
    if (!perhapsApplied) deps.noteAbsent();
    if (isTaken) throw nameTaken(userName);
    throw creationFailure(`Creating IAM user ${userName}`, plan.boundaryArn, error);
  }
}

/** `CreateUser` was perhaps applied and its answer lost: the user is ours if it carries the nonce of this very issue. */
async function recognizeOwn({ userName, nonce }: CreateRequest, deps: SendDependencies): Promise<string> {
  const look = () => deps.iam.send(new GetUserCommand({ UserName: userName }));
  const found = await untilVisible(deps)(look, 'user').catch((error: unknown) => {
    throw issueFailure(`Looking at IAM user ${userName}`, error);
  });
  const own = found.User?.Tags?.some((tag) => tag.Key === 'lease:nonce' && tag.Value === nonce) ?? false;
  if (own) return found.User?.Arn ?? '';
  deps.noteAbsent();
  throw nameTaken(userName);
}

function nameTaken(userName: string): ActionError {
  return new ActionError('user-name-taken', `An IAM user named ${userName} exists already and is not ours`, {
    remedy: 'Give `user-name-template` a longer random part, for example {{random 12}}.',
  });
}

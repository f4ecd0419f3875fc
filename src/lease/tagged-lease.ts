import { GetUserCommand, type User } from '@aws-sdk/client-iam';
import type { Iam } from '../aws/clients.ts';
import { isFailure } from '../aws/failures.ts';
import { retryDenied } from '../aws/retry-denied.ts';
import { ActionError } from '../errors.ts';
import { parseRfc3339, rfc3339, type Waiting } from '../waiting/clock.ts';
import type { LeaseRecord } from './lease.ts';
import { leaseFailure, type Purpose } from './lease-failure.ts';
import { MANAGED_BY } from './tags.ts';

/** A user lease, read from the user's tags. */
export type TaggedLease = {
  readonly userName: string;
  readonly arn: string;
  readonly path: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly maxExpiresAt: Date;
  readonly repository: string;
  readonly repositoryId: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly job: string;
  readonly actor: string;
  readonly nonce: string;
  /** Issued to outlive its job (`revoke: never`). */
  readonly outlivesJob: boolean;
};

/** A user's lease, or why the user is not a lease, as a clause. */
export type Classification = { readonly lease: TaggedLease } | { readonly lease: undefined; readonly because: string };

/** Reads a user's tags. A user without the tags of a lease, or with tags that cannot be parsed, is not a lease. */
export function classifyUser(user: User): Classification {
  const tags = new Map(user.Tags?.map(({ Key, Value = '' }) => [Key, Value]));
  const of = (name: string) => tags.get(`lease:${name}`) ?? '';
  if (of('managed-by') !== MANAGED_BY)
    return { lease: undefined, because: `the tag lease:managed-by is not ${MANAGED_BY}` };
  const expiresAt = parseRfc3339(of('expires-at'));
  if (expiresAt === undefined) return { lease: undefined, because: 'the tag lease:expires-at is not an RFC 3339 time' };
  if (of('run-id') === '' || of('nonce') === '')
    return { lease: undefined, because: 'the tag lease:run-id or lease:nonce is missing' };
  return {
    lease: {
      userName: user.UserName ?? '',
      arn: user.Arn ?? '',
      path: user.Path ?? '',
      createdAt: user.CreateDate ?? expiresAt,
      expiresAt,
      // Without a valid limit the lease cannot be renewed.
      maxExpiresAt: parseRfc3339(of('max-expires-at')) ?? expiresAt,
      repository: of('repository'),
      repositoryId: of('repository-id'),
      runId: of('run-id'),
      runAttempt: of('run-attempt'),
      job: of('job'),
      actor: of('actor'),
      nonce: of('nonce'),
      outlivesJob: of('revoke') === 'never',
    },
  };
}

/** The record that `revokeUser` needs, for a lease of another process. `issued`, because its job received it. */
export function recordOf(lease: TaggedLease, accountId: string): LeaseRecord {
  const { userName, path, runId, runAttempt, nonce, createdAt, expiresAt } = lease;
  return {
    userName,
    path,
    accountId,
    runId,
    runAttempt,
    nonce,
    intendedAt: rfc3339(createdAt),
    expiresAt: rfc3339(expiresAt),
    progress: 'issued',
  };
}

/** What `findLease` needs. */
export type FindDependencies = Waiting & {
  readonly iam: Iam;
  /** Decides what a failure advises. */
  readonly purpose: Exclude<Purpose, 'issue'>;
};

/**
 * Finds this repository's lease with this user name.
 * @returns `undefined` when there is no such user
 * @throws ActionError `lease-mismatch` for a user that is not a lease or belongs to another repository; `lease-denied`, `lease-failed`
 */
export async function findLease(
  userName: string,
  repositoryId: string,
  deps: FindDependencies,
): Promise<TaggedLease | undefined> {
  let user: User | undefined;
  try {
    user = (await retryDenied(() => deps.iam.send(new GetUserCommand({ UserName: userName })), deps)).User;
  } catch (error) {
    if (isFailure(error, 'NoSuchEntity')) return undefined;
    throw leaseFailure(deps.purpose, `Reading IAM user ${userName}`, error);
  }
  const classification: Classification =
    user === undefined ? { lease: undefined, because: 'AWS returned no user' } : classifyUser(user);
  if (classification.lease === undefined) throw mismatch(userName, classification.because);
  if (classification.lease.repositoryId !== repositoryId)
    throw mismatch(userName, 'it is a lease of another repository');
  return classification.lease;
}

function mismatch(userName: string, because: string): ActionError {
  return new ActionError('lease-mismatch', `IAM user ${userName} was left alone: ${because}`, {
    remedy: 'Check `lease-id`, and which step of this job set AWS_EPHEMERAL_LEASE_ID.',
  });
}

import { GetUserCommand, type User } from '@aws-sdk/client-iam';
import type { Iam } from '../aws/clients.ts';
import { isFailure } from '../aws/failures.ts';
import { retryDenied } from '../aws/retry-denied.ts';
import { ActionError } from '../errors.ts';
import { parseRfc3339, rfc3339, type Waiting } from '../waiting/clock.ts';
import type { LeaseRecord } from './lease.ts';
import { leaseFailure, type Purpose } from './lease-failure.ts';
import { MANAGED_BY } from './tags.ts';

/** A user lease as its tags tell of it. */
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

/** What a user is to us: a lease, or somebody who is none of our business (`because` says why). */
export type Classification = { readonly lease: TaggedLease } | { readonly lease: undefined; readonly because: string };

/** Reads a user's tags. A user without our mark, or whose marks cannot be read, is no lease and is left alone. */
export function classifyUser(user: User): Classification {
  const tags = new Map(user.Tags?.map(({ Key, Value = '' }) => [Key, Value]));
  const of = (name: string) => tags.get(`lease:${name}`) ?? '';
  if (of('managed-by') !== MANAGED_BY) return { lease: undefined, because: `no tag lease:managed-by of ours` };
  const expiresAt = parseRfc3339(of('expires-at'));
  if (expiresAt === undefined) return { lease: undefined, because: 'the tag lease:expires-at is no moment' };
  if (of('run-id') === '' || of('nonce') === '') return { lease: undefined, because: 'tags of a lease are missing' };
  return {
    lease: {
      userName: user.UserName ?? '',
      arn: user.Arn ?? '',
      path: user.Path ?? '',
      createdAt: user.CreateDate ?? expiresAt,
      expiresAt,
      // A lease without a readable end of all renewals is not renewed at all.
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

/** What `revokeUser` takes, for a lease that another process issued: it was whole, since its job has or had it. */
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
 * The lease of this name, if it is one, and this repository's.
 * @returns `undefined` when there is no such user
 * @throws ActionError `lease-mismatch` for a user that is no lease or another repository's; `lease-denied`, `lease-failed`
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
  const standing: Classification =
    user === undefined ? { lease: undefined, because: 'AWS told nothing of it' } : classifyUser(user);
  if (standing.lease === undefined) throw mismatch(userName, standing.because);
  if (standing.lease.repositoryId !== repositoryId) throw mismatch(userName, 'it is a lease of another repository');
  return standing.lease;
}

function mismatch(userName: string, because: string): ActionError {
  return new ActionError('lease-mismatch', `IAM user ${userName} was left alone: ${because}`, {
    remedy: 'Check `lease-id`, and which step of this job has set AWS_EPHEMERAL_LEASE_ID.',
  });
}

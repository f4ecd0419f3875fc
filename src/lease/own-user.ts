import { GetUserCommand, type User } from '@aws-sdk/client-iam';
import { isDenied, isFailure } from '../aws/failures.ts';
import { tagValue } from '../aws/tags.ts';
import { ActionError } from '../errors.ts';
import { again, done, poll } from '../waiting/poll.ts';
import type { LeaseRecord } from './lease.ts';
import type { RevokeDependencies } from './revocation.ts';
import { MANAGED_BY } from './tags.ts';

/** Reads may lag behind the create of a job that was killed at once (reference: aws-iam-sts.md §5.1). */
const ABSENCE_TRUSTED_AFTER_MS = 20_000;
const ABSENCE_BACKOFF = { firstMs: 500, maxMs: 3_000 };

/** The user, or `undefined` once its absence can be believed. */
export async function findUser(record: LeaseRecord, deps: RevokeDependencies): Promise<User | undefined> {
  const trustedAtMs = Date.parse(record.intendedAt) + ABSENCE_TRUSTED_AFTER_MS;
  const attempt = async () => {
    try {
      return done((await deps.iam.send(new GetUserCommand({ UserName: record.userName }))).User);
    } catch (error) {
      // A denial, too, may mean “not seen yet”: IAM cannot know the path of a user that it does not find.
      if (!isFailure(error, 'NoSuchEntity') && !isDenied(error)) throw error;
      const isTrusted = record.progress === 'gone' || deps.clock.now() >= trustedAtMs;
      if (!isTrusted) return again(() => undefined);
      if (isDenied(error)) throw error;
      return done(undefined);
    }
  };
  return poll<User | undefined>(attempt, { backoff: ABSENCE_BACKOFF }, deps);
}

/** A state can be tampered with by whoever runs in the job; the user's own path and tags cannot. */
export function assertOwn(user: User, record: LeaseRecord): void {
  const tags = new Map(user.Tags?.map((tag) => [tag.Key, tag.Value]));
  const differing = [
    user.Path === record.path ? '' : 'its path',
    tags.get('lease:managed-by') === MANAGED_BY ? '' : 'the tag lease:managed-by',
    tags.get('lease:run-id') === tagValue(record.runId) ? '' : 'the tag lease:run-id',
    tags.get('lease:nonce') === record.nonce ? '' : 'the tag lease:nonce',
  ].filter((difference) => difference !== '');
  if (differing.length === 0) return;
  throw new ActionError(
    'lease-mismatch',
    `IAM user ${record.userName} was left alone: ${differing.join(', ')} does not match this job’s lease`,
    {
      remedy: 'Find out who changed the user or this job’s state. If the user is a lease, its guard ends it by itself.',
    },
  );
}

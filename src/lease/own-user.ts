import { GetUserCommand, type User } from '@aws-sdk/client-iam';
import { isDenied, isFailure } from '../aws/failures.ts';
import { tagValue } from '../aws/tags.ts';
import { ActionError } from '../errors.ts';
import { again, done, poll } from '../waiting/poll.ts';
import type { LeaseRecord } from './lease.ts';
import type { RevokeDependencies } from './revocation.ts';
import { MANAGED_BY } from './tags.ts';

/**
 * IAM is eventually consistent: a read may not see a user that was created just before
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency).
 */
const ABSENCE_CERTAIN_AFTER_MS = 20_000;
const ABSENCE_BACKOFF = { firstMs: 500, maxMs: 3_000 };

/**
 * Reads the user of a lease. One answer that there is none may come from a server that is behind: it is believed when the lists of the
 * same moment say so too, else at the second answer.
 * @param listsAgree whether every list that was asked for at the same time has answered that there is no such user
 * @returns `undefined` when the user does not exist; a recent lease is looked for until that is certain
 * @throws what AWS answers to `GetUser`
 */
export async function findUser(
  record: LeaseRecord,
  listsAgree: () => Promise<boolean>,
  deps: RevokeDependencies,
): Promise<User | undefined> {
  const certainAtMs = Date.parse(record.intendedAt) + ABSENCE_CERTAIN_AFTER_MS;
  const attempt = async (number: number) => {
    try {
      return done((await deps.iam.send(new GetUserCommand({ UserName: record.userName }))).User);
    } catch (error) {
      // A denial may also mean that the user is not visible yet: IAM does not know the path of a user that it cannot find.
      if (!isFailure(error, 'NoSuchEntity') && !isDenied(error)) throw error;
      const isCertain = record.progress === 'gone' || deps.clock.now() >= certainAtMs;
      if (!isCertain) return again(() => undefined);
      if (isDenied(error)) throw error;
      return number > 1 || (await listsAgree()) ? done(undefined) : again(() => undefined);
    }
  };
  return poll<User | undefined>(attempt, { backoff: ABSENCE_BACKOFF }, deps);
}

/**
 * Checks that a user is the one of this lease. Any step of the job can change the saved record, but not the user's path and tags.
 * @throws ActionError `lease-mismatch`
 */
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
      remedy:
        'Find out who changed the user or this job’s state. If the user is a lease, its guard ends it at its expiry.',
    },
  );
}

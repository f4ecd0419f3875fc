import { GetUserCommand, PutUserPolicyCommand, TagUserCommand } from '@aws-sdk/client-iam';
import type { Iam } from '../aws/clients.ts';
import { isFailure } from '../aws/failures.ts';
import { retryDenied } from '../aws/retry-denied.ts';
import { ActionError } from '../errors.ts';
import { rfc3339, secondsAfter, type Waiting } from '../waiting/clock.ts';
import { retry } from '../waiting/poll.ts';
import { GUARD_POLICY_NAME, guardPolicy } from './guard.ts';
import { leaseFailure } from './lease-failure.ts';
import { classifyUser, type TaggedLease } from './tagged-lease.ts';

/** What `renewUser` needs. */
export type RenewDependencies = Waiting & { readonly iam: Iam };

/** A lease's expiry before and after a renewal. */
export type Renewal = {
  readonly before: Date;
  readonly after: Date;
  /** Why `after` is not the requested time, as a clause; `undefined` when it is. */
  readonly because: string | undefined;
};

/**
 * Moves a lease's expiry to `ttlSeconds` from now, but not past its `max-ttl`, and never to an earlier time. It changes the tag first,
 * which a sweep reads, and then the guard, which AWS enforces. If it is killed in between, the lease still ends at the old time and no
 * sweep deletes it early.
 * @throws ActionError `lease-expired`, `lease-denied`, `lease-failed`
 */
export async function renewUser(lease: TaggedLease, ttlSeconds: number, deps: RenewDependencies): Promise<Renewal> {
  const { expiresAt: before, maxExpiresAt, userName } = lease;
  const now = deps.clock.now();
  if (before.getTime() <= now) {
    throw new ActionError(
      'lease-expired',
      `IAM user ${userName} cannot be renewed: its lease expired at ${rfc3339(before)}`,
      {
        remedy: 'Issue a new lease, and renew it before it expires.',
      },
    );
  }
  // Whole seconds, as in the tag: it is compared with what AWS answers.
  const wanted = secondsAfter(Math.floor(now / 1000) * 1000, ttlSeconds);
  const target = wanted < maxExpiresAt ? wanted : maxExpiresAt;
  const after = target < before ? before : target;
  // Also when `target` equals `before`: an earlier renewal may have changed the tag and not the guard.
  const end = target >= before ? await moveExpiry(lease, after, deps) : after;
  return { before, after: end, because: whyDifferent(wanted, end, maxExpiresAt) };
}

function whyDifferent(wanted: Date, after: Date, maxExpiresAt: Date): string | undefined {
  if (wanted > after) return `\`max-ttl\` of the lease ends at ${rfc3339(maxExpiresAt)}`;
  return wanted < after ? 'the lease already lasts longer than that' : undefined;
}

/** Two renewals at the same time each write and read again; more rounds than this mean that something else changes the tag. */
const MAX_ROUNDS = 5;

/**
 * Writes the expiry, and reads it again: another renewal of the same lease may have written in between. The later end wins. A
 * renewal that had ended before this one wrote does not show: IAM has no conditional write.
 * @returns the end that the lease has now
 */
async function moveExpiry(lease: TaggedLease, after: Date, deps: RenewDependencies): Promise<Date> {
  let end = after;
  for (let round = 1; ; round++) {
    await writeExpiry(lease, end, deps);
    const now = await readExpiry(lease, deps);
    // The old expiry is an answer of a server that is behind: nobody writes that again.
    const isBehind = now?.getTime() === lease.expiresAt.getTime();
    if (now === undefined || isBehind || now.getTime() === end.getTime() || round === MAX_ROUNDS) return end;
    end = now > end ? now : end;
  }
}

/** One answer that there is no such user may come from a server that is behind. */
const ABSENCE = { backoff: { firstMs: 1_000, maxMs: 1_000 }, maxAttempts: 2 };

/** The expiry tag as it is now; `undefined` when the user's tags are not those of a lease. */
async function readExpiry({ userName }: TaggedLease, deps: RenewDependencies): Promise<Date | undefined> {
  const read = () => retryDenied(() => deps.iam.send(new GetUserCommand({ UserName: userName })), deps);
  const isTemporary = (error: unknown) => deps.retries && isFailure(error, 'NoSuchEntity');
  try {
    const { User: user } = await retry(read, { ...ABSENCE, isTemporary }, deps);
    return user && classifyUser(user).lease?.expiresAt;
  } catch (error) {
    throw leaseFailure('renew', `Reading the expiry of IAM user ${userName} again`, error);
  }
}

async function writeExpiry({ userName, arn }: TaggedLease, after: Date, deps: RenewDependencies): Promise<void> {
  const { iam } = deps;
  const Tags = [{ Key: 'lease:expires-at', Value: rfc3339(after) }];
  const PolicyDocument = guardPolicy(arn, after);
  const calls: [doing: string, call: () => Promise<unknown>][] = [
    [
      `Changing the expiry tag of IAM user ${userName}`,
      () => iam.send(new TagUserCommand({ UserName: userName, Tags })),
    ],
    [
      `Changing the guard of IAM user ${userName}`,
      () => iam.send(new PutUserPolicyCommand({ UserName: userName, PolicyName: GUARD_POLICY_NAME, PolicyDocument })),
    ],
  ];
  for (const [doing, call] of calls) {
    try {
      await retryDenied(call, deps);
    } catch (error) {
      throw leaseFailure('renew', doing, error);
    }
  }
}

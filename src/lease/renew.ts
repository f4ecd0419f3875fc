import { PutUserPolicyCommand, TagUserCommand } from '@aws-sdk/client-iam';
import type { Iam } from '../aws/clients.ts';
import { retryDenied } from '../aws/retry-denied.ts';
import { ActionError } from '../errors.ts';
import { rfc3339, secondsAfter, type Waiting } from '../waiting/clock.ts';
import { GUARD_POLICY_NAME, guardPolicy } from './guard.ts';
import { leaseFailure } from './lease-failure.ts';
import type { TaggedLease } from './tagged-lease.ts';

/** What renewing takes. */
export type RenewDependencies = Waiting & { readonly iam: Iam };

/** How far a lease's end was moved. */
export type Renewal = {
  readonly before: Date;
  readonly after: Date;
  /** Why not as far as asked; `undefined` when it was. */
  readonly because: string | undefined;
};

/**
 * Moves a lease's end to `ttlSeconds` from now, never past its `max-ttl` and never nearer. First the tag, by which a sweep decides,
 * then the guard, by which AWS does: killed between them, the lease ends as before and nobody deletes it early.
 * @throws ActionError `lease-expired`, `lease-denied`, `lease-failed`
 */
export async function renewUser(lease: TaggedLease, ttlSeconds: number, deps: RenewDependencies): Promise<Renewal> {
  const { expiresAt: before, maxExpiresAt, userName } = lease;
  const now = deps.clock.now();
  if (before.getTime() <= now) {
    throw new ActionError(
      'lease-expired',
      `IAM user ${userName} cannot be renewed: its lease ended at ${rfc3339(before)}`,
      {
        remedy: 'Issue a new lease; renew the next one before its end.',
      },
    );
  }
  const wanted = secondsAfter(now, ttlSeconds);
  const target = wanted < maxExpiresAt ? wanted : maxExpiresAt;
  const after = target < before ? before : target;
  // Also where only the tag got so far: a renewal that was killed half-way is done again whole.
  if (wanted > before && target >= before) await move(lease, after, deps);
  return { before, after, because: shortfall(wanted, after, maxExpiresAt) };
}

function shortfall(wanted: Date, after: Date, maxExpiresAt: Date): string | undefined {
  if (wanted > after) return `\`max-ttl\` of the lease ends at ${rfc3339(maxExpiresAt)}`;
  return wanted < after ? 'it lasts longer than that already' : undefined;
}

async function move({ userName, arn }: TaggedLease, after: Date, deps: RenewDependencies): Promise<void> {
  const { iam } = deps;
  const Tags = [{ Key: 'lease:expires-at', Value: rfc3339(after) }];
  const PolicyDocument = guardPolicy(arn, after);
  const calls: [doing: string, call: () => Promise<unknown>][] = [
    [`Moving the end of IAM user ${userName}`, () => iam.send(new TagUserCommand({ UserName: userName, Tags }))],
    [
      `Moving the guard of IAM user ${userName}`,
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

import { MAX_TAGS, tagKeyProblem, tagValue, tagValueProblem } from '../aws/tags.ts';
import type { JobFacts } from '../run.ts';
import { rfc3339 } from '../waiting/clock.ts';

/** The value of the tag `lease:managed-by`, which marks a user as a lease. */
export const MANAGED_BY = 'aws-ephemeral-credentials';
/** The tags that differ between two leases of one job. */
export type LeaseStamp = {
  readonly expiresAt: Date;
  readonly maxExpiresAt: Date;
  readonly nonce: string;
  /** `revoke: never`: the lease may outlive its job, so a sweep must not treat it as orphaned. */
  readonly outlivesJob: boolean;
};

/** The tags of every user lease. They are set in `CreateUser`, so there is no lease without them. */
export function leaseTags(run: JobFacts, stamp: LeaseStamp): Record<string, string> {
  return {
    'lease:managed-by': MANAGED_BY,
    'lease:expires-at': rfc3339(stamp.expiresAt),
    'lease:max-expires-at': rfc3339(stamp.maxExpiresAt),
    'lease:nonce': stamp.nonce,
    'lease:repository': tagValue(run.repository),
    'lease:repository-id': tagValue(run.repositoryId),
    'lease:run-id': tagValue(run.runId),
    'lease:run-attempt': tagValue(run.runAttempt),
    'lease:workflow': tagValue(run.workflow),
    'lease:job': tagValue(run.job),
    'lease:actor': tagValue(run.actor),
    'lease:sha': tagValue(run.sha),
    'lease:environment': tagValue(run.jobEnvironment),
    ...(stamp.outlivesJob ? { 'lease:revoke': 'never' } : {}),
  };
}

const OWN_TAG_COUNT = 14;

/**
 * What IAM would reject in the tags of the input `tags`, as parts of sentences; empty when IAM accepts them together with ours
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html).
 */
export function tagProblems(tags: Readonly<Record<string, string>>): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const [key, value] of Object.entries(tags)) {
    const folded = key.toLowerCase();
    if (seen.has(folded)) problems.push(`the key "${key}" appears twice (IAM ignores case in keys)`);
    seen.add(folded);
    for (const problem of [tagKeyProblem(key), tagValueProblem(key, value)]) if (problem) problems.push(problem);
    if (folded.startsWith('lease:'))
      problems.push(`the key "${key}" begins with lease:, which only this action may set`);
  }
  const room = MAX_TAGS - OWN_TAG_COUNT;
  if (seen.size > room)
    problems.push(`${seen.size} tags are too many: IAM allows ${MAX_TAGS}, ${OWN_TAG_COUNT} are ours`);
  return problems;
}

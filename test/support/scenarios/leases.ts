// Leases that other jobs have left in the account, and the actions renew, revoke and sweep.
import { fileURLToPath } from 'node:url';
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  PutUserPolicyCommand,
  type Tag,
  TagUserCommand,
} from '@aws-sdk/client-iam';
import type { Lab } from '../../lab/lab.ts';
import type { Job, StepResult, Use } from '../../lab/runner/runner.ts';

/** GITHUB_REPOSITORY_ID of the laboratory's jobs. */
export const REPOSITORY = 'octo-org/shop';
export const REPOSITORY_ID = '714613905';

const pathOf = (action: string) => fileURLToPath(new URL(`../../../${action}`, import.meta.url));

/** A step that renews, revokes or sweeps. */
export function useOf(job: Job, action: 'renew' | 'revoke' | 'sweep', inputs: Record<string, string>): Use {
  return job.use(inputs, { actionPath: pathOf(action) });
}

/** RFC 3339, whole seconds, so many seconds from now. `skewMs`: how far AWS's clock is ahead of this machine's. */
export function fromNow(seconds: number, skewMs = 0): string {
  return new Date(Date.now() + skewMs + seconds * 1_000).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** How a lease differs from the default: one of the laboratory's repository that ends in an hour. */
export type Lease = {
  path?: string;
  /** Seconds from now. */
  endsIn?: number;
  maxEndsIn?: number;
  runId?: string;
  runAttempt?: string;
  /** More tags, or other values. */
  tags?: Record<string, string>;
  /** True: no key and no guard, so that many are created faster. */
  bare?: boolean;
};

function tagsOf(name: string, lease: Lease, skewMs: number): Tag[] {
  const { endsIn = 3_600, maxEndsIn = 86_400, runId = '777', runAttempt = '1' } = lease;
  const tags: Record<string, string> = {
    'lease:managed-by': 'aws-ephemeral-credentials',
    'lease:expires-at': fromNow(endsIn, skewMs),
    'lease:max-expires-at': fromNow(maxEndsIn, skewMs),
    'lease:nonce': `nonce-of-${name}`,
    'lease:repository': REPOSITORY,
    'lease:repository-id': REPOSITORY_ID,
    'lease:run-id': runId,
    'lease:run-attempt': runAttempt,
    'lease:workflow': 'deploy',
    'lease:job': 'deploy',
    'lease:actor': 'mona',
    'lease:sha': '6f2c1d3e5b7a9c8d0e1f2a3b4c5d6e7f8a9b0c1d',
    'lease:environment': '',
    ...lease.tags,
  };
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** Creates a user as a main leaves it whose post never ran. @returns the id of its key; empty when it is bare */
export async function createLeaseUser(lab: Lab, UserName: string, lease: Lease = {}): Promise<string> {
  const { path = '/github-actions/octo-org/shop/' } = lease;
  const { skewMs } = lab.wire;
  const Tags = tagsOf(UserName, lease, skewMs);
  await lab.iam.send(new CreateUserCommand({ UserName, Path: path, Tags }));
  if (lease.bare === true) return '';
  const end = fromNow(lease.endsIn ?? 3_600, skewMs);
  const PolicyDocument = guard(`arn:aws:iam::${lab.accountId}:user${path}${UserName}`, end);
  await lab.iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'lease-guard', PolicyDocument }));
  const { AccessKey } = await lab.iam.send(new CreateAccessKeyCommand({ UserName }));
  return AccessKey?.AccessKeyId ?? '';
}

function guard(arn: string, end: string): string {
  const ends = { DateGreaterThanEquals: { 'aws:CurrentTime': end } };
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Sid: 'LeaseExpired', Effect: 'Deny', Action: '*', Resource: '*', Condition: ends },
      { Sid: 'NoChangeToItself', Effect: 'Deny', NotAction: ['iam:Get*', 'iam:List*'], Resource: arn },
    ],
  });
}

/** Moves the end of a lease, as another job's `/renew` does. */
export async function moveEnd(lab: Lab, UserName: string, seconds: number): Promise<void> {
  const Tags = [{ Key: 'lease:expires-at', Value: fromNow(seconds, lab.wire.skewMs) }];
  await lab.iam.send(new TagUserCommand({ UserName, Tags }));
}

/** The calls that change something in IAM, tried or done. */
export function writes(lab: Lab): string[] {
  return lab.wire.calls
    .filter(({ service, action }) => service === 'iam' && !/^(Get|List)/.test(action))
    .map(({ action }) => action);
}

/** The end in a user's guard. */
export function guardEnd(user: { inlinePolicies: Record<string, unknown> }): string | undefined {
  const text = JSON.stringify(user.inlinePolicies['lease-guard'] ?? '');
  return /"aws:CurrentTime":"([^"]+)"/.exec(text)?.[1];
}

/** Returns the result. Throws when the step failed. */
export function succeeded(result: StepResult): StepResult {
  if (result.conclusion === 'failure') throw new Error(`${result.name} failed:\n${result.log}`);
  return result;
}

/** One object of the output `leases`. */
export type Entry = { leaseId: string; state: string; expires?: string; revoked: boolean; failure?: string };

/** The output `leases` of a sweep. */
export function entries(result: StepResult): Entry[] {
  return JSON.parse(result.outputs.leases ?? '[]') as Entry[];
}

/** The state of each user in the output of a sweep, by name. */
export function states(result: StepResult): Record<string, string> {
  const states = entries(result).map(({ leaseId, state, revoked }) => [leaseId, revoked ? `${state}, revoked` : state]);
  return Object.fromEntries(states) as Record<string, string>;
}

/** The outputs of a sweep, except `leases`. */
export function counts({ outputs }: StepResult): Record<string, string> {
  const { leases: _, ...rest } = outputs;
  return rest;
}

/** Creates leases one after the other, by name. */
export async function createLeaseUsers(lab: Lab, leases: Record<string, Lease>): Promise<void> {
  for (const [name, lease] of Object.entries(leases)) await createLeaseUser(lab, name, lease);
}

// What holds of a lease in all scenes that have one.
import { expect } from '@jest/globals';
import type { Job, StepResult, Use } from '../lab/runner/runner.ts';
import { fullLease } from '../setup/runs.ts';
import { guardEnd, moveEnd, succeeded, useOf } from '../support/scenarios/leases.ts';
import { callerOf, policyArn } from '../support/scenarios/scenario.ts';
import { DEBUG } from '../support/scenarios/sync.ts';
import type { LaterResults, Setting } from './scene.ts';

/** Inputs of a lease with one of each kind of attachment. */
export const FULL_LEASE = fullLease({ 'policy-arns': policyArn('github-actions/app-read') });

/** The lease is complete: all that the inputs ask for, one key, which is the job's and works, and a guard that ends as the tag says. */
export async function expectWhole({ site: { lab } }: Setting, { exported }: StepResult): Promise<void> {
  const users = await lab.users();
  expect(users).toEqual([exported.AWS_EPHEMERAL_LEASE_ID]);
  const user = await lab.describeUser(users[0] ?? '');
  expect(user).toMatchObject({
    accessKeys: [exported.AWS_ACCESS_KEY_ID],
    attachedPolicies: [policyArn('github-actions/app-read')],
    groups: ['deployers'],
    boundary: policyArn('github-lease-boundary'),
    tags: { team: 'shop', 'lease:expires-at': guardEnd(user) },
  });
  expect(Object.keys(user.inlinePolicies).sort()).toEqual(['lease-guard', 'lease-inline-1']);
  expect(await callerOf(lab, exported)).toBe(user.arn);
}

/** The environment of later steps has no credential. */
export function expectCleanEnvironment({ env }: Job): void {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_EPHEMERAL_LEASE_ID'])
    expect([name, env[name] ?? '']).toEqual([name, '']);
}

/** Runs post, which must succeed and restore the environment. */
export async function postAfter(job: Job, use: Use): Promise<LaterResults> {
  const result = succeeded(await use.post());
  expectCleanEnvironment(job);
  return [{ job, result }];
}

/** Lets the leases that are left expire, and runs a sweep. Runs nothing where nothing is left. */
export async function sweepLater(
  { site, inputs }: Setting,
  expectedUsers: readonly string[] = [],
): Promise<LaterResults> {
  const left = (await site.lab.users()).filter((name) => !expectedUsers.includes(name));
  if (left.length === 0) return [];
  for (const name of left) await moveEnd(site.lab, name, -60);
  const job = await site.job({ context: DEBUG });
  return [{ job, result: succeeded(await useOf(job, 'sweep', inputs()).main()) }];
}

/** A job that has a lease. */
export type Leased = Setting & {
  readonly job: Job;
  readonly use: Use;
  readonly main: StepResult;
  readonly userName: string;
};

/** Runs main in a new job, which must go well. */
export async function leased(setting: Setting, overrides: Record<string, string> = {}): Promise<Leased> {
  const job = await setting.site.job({ context: DEBUG });
  const use = job.use(setting.inputs({ ...FULL_LEASE, 'wait-for-propagation': '0', ttl: '15m', ...overrides }));
  const main = succeeded(await use.main());
  return { ...setting, job, use, main, userName: main.outputs['user-name'] ?? '' };
}

/** The user is deleted, and its key does not work. */
export async function expectGone({ site: { lab } }: Leased, { exported }: StepResult): Promise<void> {
  expect(await lab.users()).toEqual([]);
  expect(await callerOf(lab, exported)).toBe('InvalidClientTokenId');
}

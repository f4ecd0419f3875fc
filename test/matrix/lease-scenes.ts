import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateUserCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { expect } from '@jest/globals';
import type { Lab, UserDescription } from '../lab/lab.ts';
import { createLeaseUser, guardEnd, succeeded, useOf } from '../support/scenarios/leases.ts';
import { policyArn } from '../support/scenarios/scenario.ts';
import { DEBUG } from '../support/scenarios/sync.ts';
import { expectGone, FULL_LEASE, leased, postAfter, sweepLater } from './lease-checks.ts';
import type { Ended, Scene, SetScene, Setting } from './scene.ts';

const MINUTE_MS = 60_000;

/** The tag and the guard of the lease have the same end. */
function expectOneEnd(user: UserDescription, end: string | undefined): void {
  expect([user.tags['lease:expires-at'], guardEnd(user)]).toEqual([end, end]);
}

/** No end is later than the last allowed one, and the guard's is not later than the tag's. */
function expectBounded(user: UserDescription): void {
  const [max, tag, guard] = [user.tags['lease:max-expires-at'], user.tags['lease:expires-at'], guardEnd(user)];
  const [maxMs, tagMs, guardMs] = [max, tag, guard].map((end) => Date.parse(end ?? ''));
  expect(tagMs).toBeLessThanOrEqual(maxMs ?? Number.NaN);
  expect(guardMs).toBeLessThanOrEqual(tagMs ?? Number.NaN);
}

/** `/renew`; it runs again where it did not finish; then post. */
async function renewScene(setting: Setting): Promise<Scene> {
  const lease = await leased(setting);
  const { job, use, main, userName, inputs, site } = lease;
  const renew = useOf(job, 'renew', inputs({ ttl: '45m' }));
  const look = () => site.lab.describeUser(userName);
  return {
    job,
    start: () => renew.start('main'),
    check: async ({ result, ending }) => {
      const user = await look();
      expectBounded(user);
      if (ending === 'survived') expectOneEnd(user, result.outputs['aws-expiration']);
      else expect(result.outputs).toEqual({});
    },
    afterwards: async ({ ending }) => {
      const again = ending === 'survived' ? [] : [{ job, result: succeeded(await renew.main()) }];
      const end = Date.parse((await look()).tags['lease:expires-at'] ?? '');
      expect(end).toBeGreaterThan(Date.now() + site.lab.wire.skewMs + 44 * MINUTE_MS);
      for (const { result } of again) expectOneEnd(await look(), result.outputs['aws-expiration']);
      return [...again, ...(await postAfter(job, use))];
    },
    earlier: [main],
  };
}

/** `/revoke`, then post. */
async function revokeScene(setting: Setting): Promise<Scene> {
  const lease = await leased(setting);
  const { job, use, main, inputs } = lease;
  const key = { ...main, exported: { ...main.exported } };
  const revoke = useOf(job, 'revoke', inputs());
  return {
    job,
    start: () => revoke.start('main'),
    check: async ({ ending }: Ended) => {
      if (ending === 'survived') await expectGone(lease, key);
    },
    afterwards: () => postAfter(job, use),
    earlier: [main],
  };
}

const LIVING = 'gha-living';
const STRANGER = 'stranger';

async function plantForSweep({ iam, ...lab }: Lab): Promise<void> {
  await createLeaseUser({ iam, ...lab }, 'gha-ended', { endsIn: -60 });
  const on = { UserName: 'gha-ended' };
  await iam.send(new AttachUserPolicyCommand({ ...on, PolicyArn: policyArn('github-actions/app-read') }));
  await iam.send(new AddUserToGroupCommand({ ...on, GroupName: 'deployers' }));
  const PolicyDocument = FULL_LEASE['inline-policy'];
  await iam.send(new PutUserPolicyCommand({ ...on, PolicyName: 'lease-inline-1', PolicyDocument }));
  await createLeaseUser({ iam, ...lab }, LIVING, { endsIn: 3_600 });
  await iam.send(new CreateUserCommand({ UserName: STRANGER, Path: '/github-actions/octo-org/shop/' }));
}

/** `/sweep`; the next sweep finishes where this one did not. */
async function sweepScene(setting: Setting): Promise<Scene> {
  const { site, inputs } = setting;
  await plantForSweep(site.lab);
  const living = await site.lab.describeUser(LIVING);
  const job = await site.job({ context: DEBUG });
  const use = useOf(job, 'sweep', inputs());
  const expectedUsers = [LIVING, STRANGER];
  return {
    job,
    start: () => use.start('main'),
    check: async ({ ending }) => {
      expect(await site.lab.describeUser(LIVING)).toEqual(living);
      if (ending === 'survived') expect((await site.lab.users()).sort()).toEqual(expectedUsers);
    },
    afterwards: () => sweepLater(setting, expectedUsers),
    expectedUsers,
  };
}

/** The scenes of `/renew`, `/revoke` and `/sweep`, by stage. */
export const LEASE_SCENES: Record<string, SetScene> = { renew: renewScene, revoke: revokeScene, sweep: sweepScene };

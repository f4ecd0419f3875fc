// IAM is eventually consistent: one answer that a user does not exist is not believed while other answers show it.
import { expect, it } from '@jest/globals';
import { aged, environmentOf, stage } from '../support/scenarios/by-hand.ts';
import { succeeded } from '../support/scenarios/leases.ts';
import { callerOf, leaseInputs } from '../support/scenarios/scenario.ts';
import type { Site } from '../support/scenarios/sites.ts';
import { useSites } from '../support/use-lab.ts';

const sites = useSites(5);

const NO_SUCH_USER = { code: 'NoSuchEntity', message: 'The user with that name cannot be found.' };
const LISTS = ['ListAccessKeys', 'ListUserPolicies', 'ListAttachedUserPolicies', 'ListGroupsForUser'];

/** Main, and later post, of a lease that was made long ago. */
async function postOfOld(site: Site, before: () => unknown) {
  const job = await site.job();
  const inputs = leaseInputs(site.lab, { 'wait-for-propagation': '0' });
  const main = succeeded(await job.use(inputs).main());
  await before();
  return { main, post: await stage(job, 'post', environmentOf(inputs, aged(main.state))) };
}

it.concurrent.each([
  [['GetUser']],
  [['DeleteUser']],
  [['GetUser', 'DeleteUser']],
  [LISTS],
  [['GetUser', 'ListUserPolicies', 'ListGroupsForUser']],
  [['DeleteUser', 'ListAccessKeys']],
  [['DeleteAccessKey', 'DeleteUserPolicy']],
])('one answer that the user of an old lease does not exist, at %p each: post deletes it all the same', (calls) =>
  sites.use(async (site) => {
    const { main, post } = await postOfOld(site, () => {
      for (const call of calls) site.inject(call, NO_SUCH_USER);
    });
    succeeded(post);
    expect(post.log).toContain(`IAM user ${main.outputs['user-name']} is deleted`);
    expect(await site.lab.users()).toEqual([]);
    expect(await callerOf(site.lab, main.exported)).toBe('InvalidClientTokenId');
  }),
);

it.concurrent('every answer that the user of an old lease does not exist is believed at once', () =>
  sites.use(async (site) => {
    const { main, post } = await postOfOld(site, () => {
      site.clear();
      for (const call of ['GetUser', ...LISTS]) site.inject(call, NO_SUCH_USER);
    });
    succeeded(post);
    expect(post.log).toContain(`IAM user ${main.outputs['user-name']} was gone already`);
    expect(site.count('GetUser')).toBe(1);
  }));

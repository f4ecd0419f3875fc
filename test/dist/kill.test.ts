import { expect, it } from '@jest/globals';
import type { Running, StepResult, Use } from '../lab/runner/runner.ts';
import { callerOf, leaseInputs } from '../support/scenarios/scenario.ts';
import type { Site } from '../support/scenarios/sites.ts';
import { useSites } from '../support/use-lab.ts';

const sites = useSites(5);

// Every call of main and post with a kill before and after it: test/matrix.
/** The time that all posts of a cancelled job have together (docs/troubleshooting.md, revoke-incomplete). */
const POST_LIMIT_MS = 45_000;

/** Kills a stage without warning; its call goes on only when the process is gone. */
function killing(use: Use, stage: 'main' | 'post'): { kill: () => Promise<unknown>; start: () => Promise<StepResult> } {
  let running: Running | undefined;
  return {
    kill: async () => {
      running?.kill('SIGKILL');
      await running?.done;
    },
    start: () => {
      running = use.start(stage);
      return running.done;
    },
  };
}

async function expectCleanPost(site: Site, use: Use): Promise<StepResult> {
  const post = await use.post();
  expect(post.log).not.toContain('Error:');
  expect(post.exitCode).toBe(0);
  expect(post.durationMs).toBeLessThan(POST_LIMIT_MS);
  expect(await site.lab.users()).toEqual([]);
  return post;
}

it.concurrent.each(['DeleteUser', 'DeleteAccessKey'])(
  'main killed while it rolls back, right after %s: post leaves nothing',
  (call) =>
    sites.use(async (site) => {
      const job = await site.job();
      const use = job.use(leaseInputs(site.lab));
      site.inject('AttachUserPolicy', { code: 'AccessDenied' }, 40);
      const { kill, start } = killing(use, 'main');
      site.after(call, kill);
      expect((await start()).signal).toBe('SIGKILL');
      await expectCleanPost(site, use);
    }),
);

it.concurrent.each(['DeleteAccessKey', 'DeleteUser'])(
  'post killed right after %s: a second post leaves nothing',
  (call) =>
    sites.use(async (site) => {
      const job = await site.job();
      const use = job.use(leaseInputs(site.lab, { 'wait-for-propagation': '0' }));
      const main = await use.main();
      expect(main.exitCode).toBe(0);
      const { kill, start } = killing(use, 'post');
      site.after(call, kill);
      expect((await start()).signal).toBe('SIGKILL');
      await expectCleanPost(site, use);
      expect(await callerOf(site.lab, main.exported)).toBe('InvalidClientTokenId');
    }),
);

it.concurrent.each(['CreateUser', 'CreateAccessKey', 'PutUserPolicy', 'AttachUserPolicy', 'AddUserToGroup'])(
  'main killed with %s on its way, applied only after post has looked: post leaves nothing',
  (call) =>
    sites.use(async (site) => {
      const job = await site.job();
      const use = job.use(leaseInputs(site.lab));
      const { kill, start } = killing(use, 'main');
      const looked = Promise.withResolvers<void>();
      site.before(call, async () => {
        await kill();
        await looked.promise;
      });
      // The last list of what is attached to the user, or the first read of the user when there is none.
      const looks = [
        'GetUser',
        ...(call === 'CreateUser' ? [] : ['ListAccessKeys', 'ListUserPolicies', 'ListGroupsForUser']),
      ];
      expect((await start()).signal).toBe('SIGKILL');
      await Promise.all([
        expectCleanPost(site, use),
        Promise.all(looks.map((look) => new Promise((resolve) => site.after(look, () => resolve(look))))).then(() =>
          looked.resolve(),
        ),
      ]);
      // Post's own call denies the user everything.
      expect(site.count(call)).toBe(call === 'PutUserPolicy' ? 2 : 1);
    }),
);

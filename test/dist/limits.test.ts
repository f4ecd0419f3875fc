// Whatever hangs has an end: answers that drip in, files of the runner that are none, lists that never end.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { environmentOf, stage } from '../support/scenarios/by-hand.ts';
import { createLeaseUsers, succeeded, useOf } from '../support/scenarios/leases.ts';
import { callerOf, errorCode, leaseInputs, messagesOf } from '../support/scenarios/scenario.ts';
import { useSites } from '../support/use-lab.ts';

const sites = useSites(6);

const CALL_LIMIT_MS = 20_000;
/** A cancelled job's posts share 45 s. */
const POST_LIMIT_MS = 45_000;

describe('an answer that comes a byte in five seconds', () => {
  it.concurrent.each(['AssumeRoleWithWebIdentity', 'CreateUser', 'CreateAccessKey', 'PutUserPolicy'])(
    'at %s of main is given up after 20 s, and asked for again',
    (call) =>
      sites.use(async (site) => {
        site.inject(call, 'drip');
        const job = await site.job();
        const main = succeeded(await job.use(leaseInputs(site.lab)).main());
        expect(main.durationMs).toBeGreaterThan(CALL_LIMIT_MS - 1_000);
        expect(await site.lab.users()).toEqual([main.outputs['user-name']]);
        expect((await site.lab.describeUser(main.outputs['user-name'] ?? '')).accessKeys).toEqual([
          main.exported.AWS_ACCESS_KEY_ID,
        ]);
      }),
  );

  it.concurrent.each(['AssumeRoleWithWebIdentity', 'GetUser', 'DeleteAccessKey', 'DeleteUser'])(
    'at %s of post leaves time to delete the user',
    (call) =>
      sites.use(async (site) => {
        const job = await site.job();
        const use = job.use(leaseInputs(site.lab, { 'wait-for-propagation': '0' }));
        const main = succeeded(await use.main());
        site.inject(call, 'drip');
        const post = succeeded(await use.post());
        expect(post.durationMs).toBeLessThan(POST_LIMIT_MS);
        expect(await site.lab.users()).toEqual([]);
        expect(await callerOf(site.lab, main.exported)).toBe('InvalidClientTokenId');
      }),
  );
});

describe('a named pipe in place of', () => {
  it.concurrent.each(['GITHUB_ENV', 'GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])(
    '%s ends main at once, before any call',
    (name) =>
      sites.use(async (site) => {
        const job = await site.job();
        const pipe = join(job.directories.temp, 'pipe');
        expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
        const main = await stage(job, 'main', { ...environmentOf(leaseInputs(site.lab), {}), [name]: pipe });
        expect(main.exitCode).toBe(1);
        expect(errorCode(main)).toBe('runner-files-unusable');
        expect(messagesOf(main, 'error')).toContain(name);
        expect(site.lab.wire.actions()).toEqual([]);
        expect(site.tokens()).toEqual([]);
        expect(main.durationMs).toBeLessThan(CALL_LIMIT_MS);
      }),
  );
});

it.concurrent('a list of users whose pages all name the same next page ends with an error', () =>
  sites.use(async (site) => {
    const { wire } = site.lab;
    const leases = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, { endsIn: 600, bare: true }] as const);
    await createLeaseUsers(site.lab, Object.fromEntries(leases));
    wire.userPage = 2;
    wire.amend('ListUsers', (body) => body.replace(/<Marker>[^<]*/, '<Marker>a'), 1_000);
    const swept = await useOf(await site.job(), 'sweep', site.lab.inputs({ 'retry-max-attempts': '2' })).main();
    expect(swept.exitCode).toBe(1);
    expect(errorCode(swept)).toBe('sweep-failed');
    expect(messagesOf(swept, 'error')).toContain('its marker was used before');
    expect(site.count('ListUsers')).toBeLessThanOrEqual(4);
    expect(await site.lab.users()).toHaveLength(6);
  }));

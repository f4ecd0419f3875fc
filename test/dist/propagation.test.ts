import { expect, it } from '@jest/globals';
import type { Call } from '../lab/wire/wire.ts';
import { callerOf, errorCode, leaseInputs } from '../support/scenarios/scenario.ts';
import type { Site } from '../support/scenarios/sites.ts';
import { useSites } from '../support/use-lab.ts';

const sites = useSites(5);

const PROBES = 5;

function calls(site: Site, action: string): Call[] {
  return site.lab.wire.calls.filter((call) => call.action === action).sort((a, b) => a.startedAt - b.startedAt);
}

function groupsOf(probes: readonly Call[]): Call[][] {
  return Array.from({ length: probes.length / PROBES }, (_, n) => probes.slice(n * PROBES, (n + 1) * PROBES));
}

it.concurrent('a key that STS knows ten seconds after its deletion, and longer, is a notice that names the guard’s expiry', () =>
  sites.use(async (site) => {
    const job = await site.job();
    const use = job.use(leaseInputs(site.lab));
    const main = await use.main();
    site.lab.wire.keyDeactivationMs = 60_000;
    const post = await use.post();
    expect(post.exitCode).toBe(0);
    expect(await site.lab.users()).toEqual([]);
    expect(post.log).not.toContain('Proof:');
    const notices = post.annotations.map(({ level, message }) => [level, message]);
    expect(notices).toEqual([['notice', expect.stringContaining(main.outputs['aws-expiration'] ?? '?')]]);
    const probes = calls(site, 'GetCallerIdentity').slice(PROBES);
    expect((probes.at(-1)?.startedAt ?? 0) - (probes[0]?.startedAt ?? 0)).toBeGreaterThan(5_000);
  }));

it.concurrent('a deleted key that STS knows for four more seconds is checked until STS no longer knows it', () =>
  sites.use(async (site) => {
    const job = await site.job();
    const use = job.use(leaseInputs(site.lab));
    const main = await use.main();
    site.lab.wire.keyDeactivationMs = 4_000;
    const post = await use.post();
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toEqual([]);
    expect(post.log).toContain('Proof: STS no longer knows its access key');
    const answers = calls(site, 'GetCallerIdentity').slice(PROBES);
    expect(answers.at(-1)?.errorCode).toBe('InvalidClientTokenId');
    expect(answers.slice(0, -1).every((call) => call.errorCode === 'SignatureDoesNotMatch')).toBe(true);
    expect(answers.length).toBeGreaterThan(2);
    const deleted = calls(site, 'DeleteAccessKey')[0]?.startedAt ?? Number.NaN;
    expect((answers.at(-1)?.startedAt ?? 0) - deleted).toBeGreaterThan(3_900);
    expect(await callerOf(site.lab, main.exported)).toBe('InvalidClientTokenId');
  }));

it.concurrent.each([
  { how: 'does not work', flapping: false },
  { how: 'works now and then only', flapping: true },
])('a key that $how for three seconds is waited for as long, and not much longer', ({ flapping }) =>
  sites.use(async (site) => {
    Object.assign(site.lab.wire, { keyActivationMs: 3_000, flapping });
    const job = await site.job();
    const use = job.use(leaseInputs(site.lab));
    const main = await use.main();
    expect(main.exitCode).toBe(0);
    const probes = calls(site, 'GetCallerIdentity');
    const created = calls(site, 'CreateAccessKey')[0]?.startedAt ?? Number.NaN;
    const groups = groupsOf(probes);
    expect(groups.length).toBeGreaterThan(2);
    expect(groups.at(-1)?.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    for (const group of groups.slice(0, -1)) expect(group.some(({ status }) => status !== 200)).toBe(true);
    const last = groups.at(-1)?.[0]?.startedAt ?? Number.NaN;
    expect(last - created).toBeGreaterThanOrEqual(3_000);
    expect(last - created).toBeLessThan(7_000);
    const reported = Number(main.outputs['propagation-ms']);
    expect(reported).toBeGreaterThan(2_000);
    expect(reported).toBeLessThan(7_000);
    site.lab.wire.keyActivationMs = 0;
    expect(await callerOf(site.lab, main.exported)).toBe(main.outputs['user-arn']);
    expect((await use.post()).exitCode).toBe(0);
  }),
);

it.concurrent('the key is tried five times at once, on connections of their own, at STS of the job’s region, by the key itself', () =>
  sites.use(async (site) => {
    Object.assign(site.lab.wire, { latencyMs: 300, keyActivationMs: 1_500 });
    const job = await site.job();
    const use = job.use(leaseInputs(site.lab));
    const main = await use.main();
    expect(main.exitCode).toBe(0);
    const probes = calls(site, 'GetCallerIdentity');
    expect(probes.length % PROBES).toBe(0);
    const groups = groupsOf(probes);
    expect(groups.length).toBeGreaterThan(1);
    for (const group of groups) {
      const firstEnd = Math.min(...group.map(({ endedAt }) => endedAt ?? 0));
      expect(Math.max(...group.map(({ startedAt }) => startedAt))).toBeLessThan(firstEnd);
      expect(new Set(group.map(({ connection }) => connection)).size).toBe(PROBES);
    }
    for (const { service, region, accessKeyId } of probes) {
      expect({ service, region, accessKeyId }).toEqual({
        service: 'sts',
        region: 'eu-central-1',
        accessKeyId: main.exported.AWS_ACCESS_KEY_ID,
      });
    }
  }));

it.concurrent('with `wait-for-propagation: 0` the key is not checked', () =>
  sites.use(async (site) => {
    site.lab.wire.keyActivationMs = 20_000;
    const job = await site.job();
    const use = job.use(leaseInputs(site.lab, { 'wait-for-propagation': '0' }));
    const main = await use.main();
    expect(main.exitCode).toBe(0);
    expect(site.count('GetCallerIdentity')).toBe(0);
    expect(main.outputs['propagation-ms']).toBe('');
    expect(main.exported.AWS_ACCESS_KEY_ID).toMatch(/^AKIA/);
  }));

it.concurrent('a key that does not work within `wait-for-propagation` fails main, which takes the user back and exports nothing', () =>
  sites.use(async (site) => {
    site.lab.wire.keyActivationMs = 20_000;
    const job = await site.job();
    const use = job.use(leaseInputs(site.lab, { 'wait-for-propagation': '2s', 'output-credentials': 'true' }));
    const main = await use.main();
    expect(main.exitCode).toBe(1);
    expect(errorCode(main)).toBe('propagation-timeout');
    expect(main.exported).toEqual({});
    expect(main.outputs).toEqual({});
    expect(await site.lab.users()).toEqual([]);
    site.clear();
    const post = await use.post();
    expect(post.exitCode).toBe(0);
    expect(site.lab.wire.actions()).toEqual([]);
  }));

// A runner whose clock is wrong: all times of a lease are AWS's.
import { ListSecretsCommand } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from '@jest/globals';
import type { Lab } from '../lab/lab.ts';
import type { StepResult } from '../lab/runner/runner.ts';
import { failure, secretsThrough } from '../lab/wire/clients.ts';
import { session } from '../support/scenarios/drop-in.ts';
import { counts, createLeaseUser, guardEnd, succeeded, useOf } from '../support/scenarios/leases.ts';
import { callerOf, leaseInputs, messagesOf } from '../support/scenarios/scenario.ts';
import type { Site } from '../support/scenarios/sites.ts';
import { useSites } from '../support/use-lab.ts';

const sites = useSites(4);

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const EVERYTHING = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';
const WARNING = 'The clock of this runner is';

/** So far AWS's clock is ahead of the runner's, in seconds. */
const SKEWS: [name: string, skew: number, ttl: number][] = [
  ['an hour and a half behind AWS’s', 1.5 * HOUR, HOUR],
  ['an hour and a half ahead of AWS’s', -1.5 * HOUR, HOUR],
  ['a day behind AWS’s', 24 * HOUR, HOUR],
  ['a day ahead of AWS’s', -24 * HOUR, HOUR],
  ['ten minutes ahead of AWS’s, with a short ttl,', -10 * MINUTE, 5 * MINUTE],
  ['ten minutes behind AWS’s, with a short ttl,', 10 * MINUTE, 5 * MINUTE],
];

const awsNow = ({ wire }: Lab) => Date.now() + wire.skewMs;

/** The error code that the job's credentials get when they list secrets; `none` when they may. */
async function listing(lab: Lab, { exported }: StepResult): Promise<string> {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = exported;
  // More than one attempt: a client of AWS's own learns AWS's time from its first refusal.
  const client = secretsThrough(lab.wire, { accessKeyId, secretAccessKey }, { maxAttempts: 3 });
  try {
    return await failure(client.send(new ListSecretsCommand({})));
  } finally {
    client.destroy();
  }
}

function expectAbout(time: string | undefined, expected: number): void {
  expect(Math.abs(Date.parse(time ?? '') - expected)).toBeLessThan(MINUTE * 1_000);
}

async function skewed(site: Site, seconds: number) {
  site.lab.wire.skewMs = seconds * 1_000;
  return site.job();
}

it.concurrent.each(SKEWS)('a clock %s: the lease works, ends in AWS’s time, and post ends it', (_, skew, ttl) =>
  sites.use(async (site) => {
    const { lab } = site;
    const job = await skewed(site, skew);
    const use = job.use(lab.inputs({ 'inline-policy': EVERYTHING, ttl: String(ttl) }));
    const main = succeeded(await use.main());
    const user = await lab.describeUser(main.outputs['user-name'] ?? '');
    const end = main.outputs['aws-expiration'];
    expectAbout(end, awsNow(lab) + ttl * 1_000);
    expect([user.tags['lease:expires-at'], guardEnd(user)]).toEqual([end, end]);
    expectAbout(user.tags['lease:max-expires-at'], awsNow(lab) + 24 * HOUR * 1_000);
    expect(await listing(lab, main)).toBe('none');
    const side = skew > 0 ? 'behind' : 'ahead of';
    const [, seconds] = new RegExp(`${WARNING} (\\d+) s ${side} AWS`).exec(messagesOf(main, 'warning')) ?? [];
    expect(Math.abs(Number(seconds) - Math.abs(skew))).toBeLessThan(5);
    const post = succeeded(await use.post());
    expect(post.log).toContain('Proof: STS no longer knows');
    expect(await lab.users()).toEqual([]);
    expect(await callerOf(lab, main.exported)).toBe('InvalidClientTokenId');
  }),
);

it.concurrent('a clock that is wrong by less than a minute is not mentioned', () =>
  sites.use(async (site) => {
    const job = await skewed(site, 30);
    const main = succeeded(await job.use(leaseInputs(site.lab)).main());
    expect(main.log).not.toContain(WARNING);
    expectAbout(main.outputs['aws-expiration'], awsNow(site.lab) + HOUR * 1_000);
  }));

it.concurrent.each([
  ['two hours ahead of', -2 * HOUR],
  ['a day behind', 24 * HOUR],
])('a clock %s AWS’s: a session is not called over, and ends when STS says', (_, skew) =>
  sites.use(async (site) => {
    const job = await skewed(site, skew);
    const main = succeeded(await job.use(site.lab.inputs(session({ ttl: '1h' }))).main());
    expectAbout(main.outputs['aws-expiration'], awsNow(site.lab) + HOUR * 1_000);
    expect(await callerOf(site.lab, main.exported)).toBe(main.outputs['authenticated-arn']);
  }),
);

describe('a sweep by a machine whose clock is', () => {
  it.concurrent('three hours ahead deletes no lease that lives', () =>
    sites.use(async (site) => {
      const { lab } = site;
      const job = await skewed(site, -3 * HOUR);
      // Both have ended by the machine's clock, one of them by AWS's.
      await createLeaseUser(lab, 'living', { endsIn: HOUR });
      await createLeaseUser(lab, 'ended', { endsIn: -HOUR });
      const swept = succeeded(await useOf(job, 'sweep', lab.inputs()).main());
      expect(await lab.users()).toEqual(['living']);
      expect(counts(swept)).toMatchObject({ active: '1', expired: '1', revoked: '1' });
    }));

  it.concurrent('three hours behind deletes the leases that have ended', () =>
    sites.use(async (site) => {
      const { lab } = site;
      const job = await skewed(site, 3 * HOUR);
      // Both live by the machine's clock, one of them by AWS's.
      await createLeaseUser(lab, 'living', { endsIn: HOUR });
      await createLeaseUser(lab, 'ended', { endsIn: -HOUR });
      succeeded(await useOf(job, 'sweep', lab.inputs()).main());
      expect(await lab.users()).toEqual(['living']);
    }));
});

it.concurrent.each([
  ['two hours ahead of', -2 * HOUR],
  ['two hours behind', 2 * HOUR],
])('a clock %s AWS’s: a renewal moves the end in AWS’s time', (_, skew) =>
  sites.use(async (site) => {
    const { lab } = site;
    const job = await skewed(site, skew);
    const main = succeeded(await job.use(leaseInputs(lab, { ttl: '15m' })).main());
    const renewed = succeeded(await useOf(job, 'renew', lab.inputs({ ttl: '45m' })).main());
    const user = await lab.describeUser(main.outputs['user-name'] ?? '');
    const end = renewed.outputs['aws-expiration'];
    expectAbout(end, awsNow(lab) + 45 * MINUTE * 1_000);
    expect([user.tags['lease:expires-at'], guardEnd(user)]).toEqual([end, end]);
  }),
);

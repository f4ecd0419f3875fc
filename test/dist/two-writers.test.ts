// Two processes that change one lease at the same time, and one that is killed in the middle of it.

import { ListSecretsCommand } from '@aws-sdk/client-secrets-manager';
import { GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import type { Job } from '../lab/runner/runner.ts';
import { failure, secretsThrough, stsThrough } from '../lab/wire/clients.ts';
import type { Credentials } from '../lab/wire/keys.ts';
import { guardEnd, succeeded, useOf } from '../support/scenarios/leases.ts';
import { leaseInputs } from '../support/scenarios/scenario.ts';
import { type Site, settled } from '../support/scenarios/sites.ts';
import { useSites } from '../support/use-lab.ts';

const sites = useSites(5);

const HOUR_MS = 3_600_000;
const EVERYTHING = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';

async function leasedOn(site: Site, overrides: Record<string, string> = {}) {
  const job = await site.job();
  const use = job.use(leaseInputs(site.lab, { 'wait-for-propagation': '0', ttl: '15m', ...overrides }));
  return { job, use, main: succeeded(await use.main()) };
}

async function renew(site: Site, job: Job, ttl: string): Promise<void> {
  succeeded(await useOf(job, 'renew', site.lab.inputs({ ttl })).main());
}

async function expectEndIn3Hours(site: Site, userName = ''): Promise<void> {
  const user = await site.lab.describeUser(userName);
  const end = Date.parse(user.tags['lease:expires-at'] ?? '');
  expect(Math.abs(end - Date.now() - 3 * HOUR_MS)).toBeLessThan(60_000);
  expect(guardEnd(user)).toBe(user.tags['lease:expires-at']);
}

/** The renewal that begins first asks for one end, and another renewal runs before one of its calls. */
const CROSSINGS: [call: 'TagUser' | 'PutUserPolicy', first: string, other: string][] = [
  ['PutUserPolicy', '45m', '3h'],
  ['PutUserPolicy', '3h', '45m'],
  ['TagUser', '3h', '45m'],
];

describe('two renewals of one lease', () => {
  it.concurrent.each(CROSSINGS)(
    'crossing at %s, to %s and to %s, leave the later end in tag and guard',
    (call, first, other) =>
      sites.use(async (site) => {
        const { job, main } = await leasedOn(site);
        site.before(call, () => renew(site, job, other));
        await renew(site, job, first);
        await expectEndIn3Hours(site, main.outputs['user-name']);
      }),
  );

  it.concurrent('begun at the same moment leave the later end in tag and guard', () =>
    sites.use(async (site) => {
      const { job, main } = await leasedOn(site);
      site.lab.wire.latencyMs = 300;
      await Promise.all([renew(site, job, '45m'), renew(site, job, '3h')]);
      await expectEndIn3Hours(site, main.outputs['user-name']);
    }));
});

/** The error code that these credentials get when they list secrets; `none` when they may. */
async function listing(site: Site, credentials: Credentials): Promise<string> {
  const client = secretsThrough(site.lab.wire, credentials);
  try {
    return await failure(client.send(new ListSecretsCommand({})));
  } finally {
    client.destroy();
  }
}

/** A session that the job has made with its key: it lives on when the key is deleted. */
async function sessionOf(site: Site, exported: Record<string, string>): Promise<Credentials> {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = exported;
  const sts = stsThrough(site.lab.wire, { accessKeyId, secretAccessKey });
  try {
    const { Credentials: made } = await sts.send(new GetSessionTokenCommand({}));
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = made ?? {};
    return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  } finally {
    sts.destroy();
  }
}

it.concurrent('a post that is killed right after it has deleted the key has denied the user everything', () =>
  sites.use(async (site) => {
    const { use, main } = await leasedOn(site, { 'inline-policy': EVERYTHING, 'permissions-boundary-arn': '' });
    const session = await sessionOf(site, main.exported);
    expect(await listing(site, session)).toBe('none');
    const running = use.start('post');
    site.after('DeleteAccessKey', async () => {
      running.kill('SIGKILL');
      await running.done;
    });
    await running.done;
    await settled(site.lab);
    const user = await site.lab.describeUser(main.outputs['user-name'] ?? '');
    expect(user.accessKeys).toEqual([]);
    expect(await listing(site, session)).toBe('AccessDeniedException');
    site.clear();
    succeeded(await use.post());
    expect(await site.lab.users()).toEqual([]);
  }));

// Which certificate authorities post trusts: main's, whatever a later step has put into the environment.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { Job, StepResult, Use } from '../lab/runner/runner.ts';
import { succeeded } from '../support/scenarios/leases.ts';
import { errorCode, leaseInputs, messagesOf } from '../support/scenarios/scenario.ts';
import type { Site } from '../support/scenarios/sites.ts';
import { startTlsFront, type TlsFront } from '../support/tls-front.ts';
import { useSites } from '../support/use-lab.ts';
import { selfSigned } from '../unit/aws/certificate.ts';

const sites = useSites(4);

const OURS = selfSigned('localhost');
const FOREIGN = selfSigned('localhost');

type Setting = { site: Site; job: Job; use: Use; main: StepResult; front: TlsFront };

function fileOf(job: Job, name: string, ...certificates: string[]): string {
  const path = join(job.directories.workspace, `${name}.pem`);
  writeFileSync(path, certificates.join(''));
  return path;
}

/** A job whose main has reached AWS at an endpoint with a certificate that NODE_EXTRA_CA_CERTS names. */
async function issued(test: (setting: Setting) => Promise<void>): Promise<void> {
  await sites.use(async (site) => {
    const front = await startTlsFront(site.lab.wire.url, OURS);
    try {
      const job = await site.job();
      job.setEnv('NODE_EXTRA_CA_CERTS', fileOf(job, 'ours', OURS.cert));
      const endpoints = { 'sts-endpoint': front.url, 'iam-endpoint': front.url };
      const limits = { 'retry-max-attempts': '2', 'wait-for-propagation': '0' };
      const use = job.use(leaseInputs(site.lab, { ...endpoints, ...limits }));
      const main = succeeded(await use.main());
      expect(front.accepted()).toBeGreaterThan(0);
      await test({ site, job, use, main, front });
    } finally {
      await front.close();
    }
  });
}

/** How a later step can make Node trust a foreign authority. */
const WAYS: [name: string, trust: (job: Job) => void][] = [
  [
    'NODE_USE_SYSTEM_CA with SSL_CERT_FILE',
    (job) => {
      job.setEnv('NODE_USE_SYSTEM_CA', '1');
      job.setEnv('SSL_CERT_FILE', fileOf(job, 'foreign', FOREIGN.cert));
    },
  ],
  ['NODE_EXTRA_CA_CERTS', (job) => job.setEnv('NODE_EXTRA_CA_CERTS', fileOf(job, 'foreign', FOREIGN.cert))],
  [
    'NODE_EXTRA_CA_CERTS that names main’s authority, too',
    (job) => job.setEnv('NODE_EXTRA_CA_CERTS', fileOf(job, 'both', OURS.cert, FOREIGN.cert)),
  ],
];

it.concurrent.each(WAYS)('post does not speak to a foreign authority’s server, with %s', (_, trust) =>
  issued(async ({ site, job, use, main, front }) => {
    trust(job);
    front.show(FOREIGN);
    site.lab.wire.clear();
    const spoken = front.accepted();
    const post = await use.post();
    expect(post.exitCode).toBe(1);
    expect(errorCode(post)).toBe('revoke-incomplete');
    expect(messagesOf(post, 'error')).toMatch(/CERT/);
    expect(messagesOf(post, 'notice')).toContain('certificate authorities are not trusted');
    expect(site.lab.wire.actions()).toEqual([]);
    expect(front.accepted()).toBe(spoken);
    expect(await site.lab.users()).toEqual([main.outputs['user-name']]);
  }),
);

it.concurrent.each(WAYS.filter(([name]) => name !== 'NODE_EXTRA_CA_CERTS'))(
  'post still trusts main’s authority, with %s',
  (_, trust) =>
    issued(async ({ site, job, use }) => {
      trust(job);
      succeeded(await use.post());
      expect(await site.lab.users()).toEqual([]);
    }),
);

it.concurrent('post trusts main’s authority when nothing has changed, without a word', () =>
  issued(async ({ site, use }) => {
    const post = succeeded(await use.post());
    expect(messagesOf(post, 'notice')).toBe('');
    expect(await site.lab.users()).toEqual([]);
  }));

// A proxy that does not let connections to AWS through: the step fails in the proxy's words, or waits until it lets them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Job, StepResult, Use } from '../lab/runner/runner.ts';
import { type ConnectProxy, type Refusal, startConnectProxy } from '../support/connect-proxy.ts';
import { succeeded } from '../support/scenarios/leases.ts';
import { callerOf, errorCode, leaseInputs, messagesOf } from '../support/scenarios/scenario.ts';
import type { Site } from '../support/scenarios/sites.ts';
import { startTlsFront, type TlsFront } from '../support/tls-front.ts';
import { useSites } from '../support/use-lab.ts';
import { selfSigned } from '../unit/aws/certificate.ts';

const sites = useSites(5);

const CERTIFICATE = selfSigned('localhost');

type Setting = { site: Site; job: Job; use: Use; proxy: ConnectProxy; front: TlsFront };

/** A job whose way to AWS is TLS through a proxy. */
async function behindProxy<T>(overrides: Record<string, string>, test: (setting: Setting) => Promise<T>): Promise<T> {
  return sites.use(async (site) => {
    const [proxy, front] = await Promise.all([startConnectProxy(), startTlsFront(site.lab.wire.url, CERTIFICATE)]);
    try {
      const job = await site.job({ env: { HTTPS_PROXY: proxy.url } });
      const authority = join(job.directories.workspace, 'authority.pem');
      writeFileSync(authority, CERTIFICATE.cert);
      job.setEnv('NODE_EXTRA_CA_CERTS', authority);
      const endpoints = { 'sts-endpoint': front.url, 'iam-endpoint': front.url };
      const use = job.use(leaseInputs(site.lab, { ...endpoints, 'retry-max-attempts': '2', ...overrides }));
      return await test({ site, job, use, proxy, front });
    } finally {
      await Promise.all([proxy.close(), front.close()]);
    }
  });
}

const REFUSALS: [name: string, refusal: Refusal, says: string][] = [
  ['403, the body at once', { status: 403, body: 'at once' }, 'with status 403'],
  ['403, the body later', { status: 403, body: 'later' }, 'with status 403'],
  ['407, the body at once', { status: 407, body: 'at once' }, 'with status 407'],
  ['407, the body later', { status: 407, body: 'later' }, 'with status 407'],
  ['502, the body at once', { status: 502, body: 'at once' }, 'with status 502'],
  ['502, the body later', { status: 502, body: 'later' }, 'with status 502'],
  ['nothing', 'never', 'did not answer'],
];

function expectTold(result: StepResult, proxy: ConnectProxy, says: string): void {
  expect([result.exitCode, result.signal]).toEqual([1, null]);
  expect(errorCode(result)).not.toBe('unexpected');
  const error = messagesOf(result, 'error');
  expect(error).toContain(`the proxy ${new URL(proxy.url).host}`);
  expect(error).toContain(says);
  expect(error).not.toContain('Unknown');
}

describe('a proxy that answers CONNECT with', () => {
  it.concurrent.each(REFUSALS)('%s fails main, which names it, and no user is made', (_, refusal, says) =>
    behindProxy({}, async ({ site, use, proxy }) => {
      proxy.refuse(refusal);
      expectTold(await use.main(), proxy, says);
      expect(await site.lab.users()).toEqual([]);
      expect(proxy.asked.length).toBeGreaterThan(0);
    }),
  );

  it.concurrent.each(REFUSALS)('%s fails post, which names it and prints commands', (_, refusal, says) =>
    behindProxy({ 'wait-for-propagation': '0' }, async ({ site, use, proxy }) => {
      const main = succeeded(await use.main());
      proxy.refuse(refusal);
      const post = await use.post();
      expectTold(post, proxy, says);
      expect(errorCode(post)).toBe('revoke-incomplete');
      const userName = main.outputs['user-name'];
      expect(messagesOf(post, 'error')).toContain(`aws iam delete-user --user-name=${userName}`);
      expect(await site.lab.users()).toEqual([userName]);
    }),
  );

  it.concurrent('502 once, is asked again, in main and in post', () =>
    behindProxy({}, async ({ site, use, proxy }) => {
      proxy.refuse({ status: 502, body: 'later' }, 1);
      const main = succeeded(await use.main());
      expect(await callerOf(site.lab, main.exported)).toBe(main.outputs['user-arn']);
      proxy.refuse({ status: 502, body: 'at once' }, 1);
      succeeded(await use.post());
      expect(await site.lab.users()).toEqual([]);
    }));

  it.concurrent('407 once the user is made, fails main with a message, and post deletes the user', () =>
    behindProxy({}, async ({ site, use, proxy }) => {
      site.after('CreateUser', () => proxy.refuse({ status: 407, body: 'later' }));
      expectTold(await use.main(), proxy, 'with status 407');
      proxy.refuse(undefined);
      succeeded(await use.post());
      expect(await site.lab.users()).toEqual([]);
    }));
});

// One way to the proxy for GitHub's token service, STS and IAM, in main and in post.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findSecret, type Job, type JobOptions, type StepResult } from '../lab/runner/runner.ts';
import {
  inDebuggedJob,
  only,
  session,
  sessionByKeys,
  startTestProxy,
  type TestProxy,
} from '../support/scenarios/drop-in.ts';
import { errorCode, policyArn } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

/** Whatever is not named here a proxy would have to find by itself. */
const NOWHERE = 'http://127.0.0.1:9';

const lab = useLab();
let proxy: TestProxy;
beforeEach(async () => {
  proxy = await startTestProxy();
});
afterEach(() => proxy.close());

type Options = Omit<Partial<JobOptions>, 'lab'>;
const user = (overrides: Record<string, string> = {}) =>
  lab.inputs({ 'permissions-boundary-arn': policyArn('lease-boundary'), ...overrides });

/** Main and post of one use. */
async function both(inputs: Record<string, string>, options: Options = {}): Promise<[StepResult, StepResult]> {
  return inDebuggedJob(
    lab,
    async (job: Job) => {
      const use = job.use(inputs);
      return [await use.main(), await use.post()] as [StepResult, StepResult];
    },
    options,
  );
}

function expectSuccess(results: readonly StepResult[]): void {
  for (const result of results) if (result.conclusion === 'failure') throw new Error(result.log);
}

/** How many requests there were, and how many of them the proxy saw. */
function share(): { calls: number; tokens: number; proxied: number; proxiedTokens: number } {
  const tokens = proxy.asked.filter((url) => url.startsWith(lab.oidc.url)).length;
  const calls = proxy.asked.filter((url) => url.startsWith(lab.wire.url)).length;
  return { calls: lab.wire.calls.length, tokens: lab.oidc.issued.length, proxied: calls, proxiedTokens: tokens };
}

function expectAllProxied(): void {
  const { calls, tokens, proxied, proxiedTokens } = share();
  expect({ proxied, proxiedTokens }).toEqual({ proxied: calls, proxiedTokens: tokens });
  expect(calls).toBeGreaterThan(0);
}

function expectNoneProxied(): void {
  expect(proxy.asked).toEqual([]);
  expect(lab.wire.calls.length).toBeGreaterThan(0);
}

describe('a proxy', () => {
  it('given as http-proxy takes every request of main and post: to the token service, STS and IAM', async () => {
    expectSuccess(await both(user({ 'http-proxy': proxy.url })));
    expectAllProxied();
    expect(new Set(lab.wire.calls.map(({ service }) => service))).toEqual(new Set(['iam', 'sts']));
    expect(lab.oidc.issued).toHaveLength(2);
    expect(await lab.users()).toEqual([]);
  });

  it.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])(
    'given as %s takes every request of main and post',
    async (name) => {
      expectSuccess(await both(user(), { env: { [name]: proxy.url } }));
      expectAllProxied();
      expect(lab.oidc.issued).toHaveLength(2);
    },
  );

  it('without a scheme, as proxy variables often are, is taken as http', async () => {
    expectSuccess(await both(lab.inputs(session()), { env: { HTTP_PROXY: proxy.url.replace('http://', '') } }));
    expectAllProxied();
  });

  it('given as an input wins over the variables', async () => {
    const env = { HTTP_PROXY: NOWHERE, http_proxy: NOWHERE, HTTPS_PROXY: NOWHERE, ALL_PROXY: NOWHERE };
    expectSuccess(await both(lab.inputs(session({ 'http-proxy': proxy.url })), { env }));
    expectAllProxied();
  });

  it('that cannot be reached is not passed by', async () => {
    const [main] = await both(lab.inputs(session({ 'http-proxy': NOWHERE, 'disable-retry': 'true' })));
    expect(errorCode(main)).toBe('oidc-token-failed');
    expect(lab.oidc.issued).toEqual([]);
    expect(lab.wire.calls).toEqual([]);
  });

  it('that is no URL is an error before any call', async () => {
    for (const value of ['127.0.0.1:3128', 'socks5://127.0.0.1:1080', 'http://']) {
      const [main] = await both(lab.inputs(session({ 'http-proxy': value })));
      expect(errorCode(main)).toBe('invalid-inputs');
    }
    expect(lab.wire.calls).toEqual([]);
  });
});

describe('no-proxy', () => {
  it.each([
    ['the host', '127.0.0.1'],
    ['a list, between commas', 'example.com,127.0.0.1'],
    ['a list, between commas and blanks', 'example.com, 127.0.0.1 , .example.org'],
    ['a list, between blanks', 'example.com 127.0.0.1'],
    ['a suffix', '.0.0.1'],
    ['a suffix with an asterisk', '*.0.0.1'],
    ['an asterisk', '*'],
  ])('lets requests pass the proxy by: %s', async (_, list) => {
    expectSuccess(await both(lab.inputs(session({ 'http-proxy': proxy.url, 'no-proxy': list }))));
    expectNoneProxied();
  });

  it('may name a host with its port, and then leaves the others to the proxy', async () => {
    const list = new URL(lab.wire.url).host;
    expectSuccess(await both(lab.inputs(session({ 'http-proxy': proxy.url, 'no-proxy': list }))));
    const { proxied, proxiedTokens } = share();
    expect({ proxied, proxiedTokens }).toEqual({ proxied: 0, proxiedTokens: 1 });
  });

  it('that names other hosts changes nothing', async () => {
    const list = 'example.com,127.0.0.2,.0.0.10,localhost';
    expectSuccess(await both(lab.inputs(session({ 'http-proxy': proxy.url, 'no-proxy': list }))));
    expectAllProxied();
  });

  it.each(['NO_PROXY', 'no_proxy'])(
    'may be given as %s, beside a proxy from the environment or from the input',
    async (name) => {
      expectSuccess(await both(user(), { env: { HTTP_PROXY: proxy.url, [name]: 'example.com,127.0.0.1' } }));
      expectSuccess(await both(lab.inputs(session({ 'http-proxy': proxy.url })), { env: { [name]: '127.0.0.1' } }));
      expectNoneProxied();
    },
  );

  it('given as an input wins over the variable', async () => {
    const inputs = lab.inputs(session({ 'http-proxy': proxy.url, 'no-proxy': 'example.com' }));
    expectSuccess(await both(inputs, { env: { NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' } }));
    expectAllProxied();
  });
});

describe('a proxy that wants a password', () => {
  const PASSWORD = 'p@ss/word+of:mona';
  const ENCODED = encodeURIComponent(PASSWORD);
  const USER_INFO = `mona:${ENCODED}`;

  async function expectUnseen(job: Job, results: readonly StepResult[]): Promise<void> {
    const whole = Buffer.from(`mona:${PASSWORD}`).toString('base64');
    for (const secret of [PASSWORD, ENCODED, whole]) expect(await findSecret(job, results, secret)).toEqual([]);
  }

  it('gets it from http-proxy in main and in post, and nobody else sees it', async () => {
    proxy.admit = only('mona', PASSWORD);
    await inDebuggedJob(lab, async (job) => {
      const use = job.use(user({ 'http-proxy': proxy.urlFor(USER_INFO) }));
      const results = [await use.main(), await use.post()];
      expectSuccess(results);
      await expectUnseen(job, results);
      const echoed = await job.step(['echo', proxy.urlFor(USER_INFO), PASSWORD]);
      expect(echoed.log).not.toContain(PASSWORD);
      expect(echoed.log).not.toContain(ENCODED);
    });
    expectAllProxied();
    expect(await lab.users()).toEqual([]);
  });

  it.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])(
    'gets it from %s in main and in post',
    async (name) => {
      proxy.admit = only('mona', PASSWORD);
      await inDebuggedJob(
        lab,
        async (job) => {
          const use = job.use(user({ 'disable-retry': 'true' }));
          const results = [await use.main(), await use.post()];
          expectSuccess(results);
          await expectUnseen(job, results);
        },
        { env: { [name]: proxy.urlFor(USER_INFO) } },
      );
      expectAllProxied();
    },
  );

  it('and gets the wrong one is an error that does not repeat it', async () => {
    proxy.admit = only('mona', 'another');
    await inDebuggedJob(lab, async (job) => {
      const use = job.use(lab.inputs(session({ 'http-proxy': proxy.urlFor(USER_INFO), 'disable-retry': 'true' })));
      const main = await use.main();
      expect(errorCode(main)).toBe('oidc-token-failed');
      expect(main.log).toContain('407');
      await expectUnseen(job, [main]);
    });
    expect(lab.wire.calls).toEqual([]);
  });

  it('with a user name and nothing else has that masked', async () => {
    await inDebuggedJob(lab, async (job) => {
      const use = job.use(lab.inputs(session({ 'http-proxy': proxy.urlFor('tokenOfTheProxy') })));
      const results = [await use.main(), await use.post()];
      expectSuccess(results);
      expect(await findSecret(job, results, 'tokenOfTheProxy')).toEqual([]);
    });
  });
});

describe('post', () => {
  it('goes through main’s proxy whatever a later step has put into the environment', async () => {
    await inDebuggedJob(
      lab,
      async (job) => {
        const use = job.use(user());
        const main = await use.main();
        for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY']) job.setEnv(name, NOWHERE);
        job.setEnv('NO_PROXY', '*');
        proxy.asked.length = 0;
        lab.wire.clear();
        lab.oidc.issued.length = 0;
        expectSuccess([main, await use.post()]);
      },
      { env: { http_proxy: proxy.url } },
    );
    expectAllProxied();
    expect(await lab.users()).toEqual([]);
  });

  it('goes through none where main had none', async () => {
    await inDebuggedJob(lab, async (job) => {
      const use = job.use(user());
      const main = await use.main();
      for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY']) job.setEnv(name, proxy.url);
      expectSuccess([main, await use.post()]);
    });
    expectNoneProxied();
    expect(await lab.users()).toEqual([]);
  });
});

describe('an https endpoint', () => {
  const ONCE = { 'disable-retry': 'true', 'sts-endpoint': '', 'iam-endpoint': '' };
  beforeEach(() => {
    // The proxy says no to all, so that no test leaves this machine.
    proxy.admit = () => false;
  });

  it.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])('of STS is reached by CONNECT through %s', async (name) => {
    const [main] = await both(lab.inputs(sessionByKeys(lab, ONCE)), { env: { [name]: proxy.url } });
    expect(main.conclusion).toBe('failure');
    expect(new Set(proxy.asked)).toEqual(new Set(['CONNECT sts.eu-central-1.amazonaws.com:443']));
  });

  it('of STS is reached by CONNECT through http-proxy, with the password', async () => {
    let authorization: string | undefined;
    proxy.admit = (given) => {
      authorization = given;
      return false;
    };
    const inputs = lab.inputs(sessionByKeys(lab, { ...ONCE, 'http-proxy': proxy.urlFor('mona:secret-of-mona') }));
    const [main] = await both(inputs);
    expect(main.conclusion).toBe('failure');
    expect(proxy.asked).toContain('CONNECT sts.eu-central-1.amazonaws.com:443');
    expect(authorization).toBe(`Basic ${Buffer.from('mona:secret-of-mona').toString('base64')}`);
    expect(main.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('secret-of-mona');
  });

  // The other action takes HTTP_PROXY for all of its requests, which are https ones, when there is no HTTPS_PROXY.
  it('of STS is reached by CONNECT through HTTP_PROXY where that is the only one', async () => {
    const env = { HTTP_PROXY: proxy.url, NO_PROXY: 'example.com' };
    const inputs = { ...ONCE, 'sts-endpoint': 'https://sts.invalid' };
    await both(lab.inputs(sessionByKeys(lab, inputs)), { env });
    expect(proxy.asked).toContain('CONNECT sts.invalid:443');
  });

  it('of IAM is reached by CONNECT through http-proxy, and what could not be created is not missed', async () => {
    const inputs = user({
      ...ONCE,
      'sts-endpoint': lab.wire.url,
      'http-proxy': proxy.url,
      'no-proxy': '127.0.0.1',
      'action-timeout-s': '5',
    });
    const [main] = await both(inputs);
    expect(main.conclusion).toBe('failure');
    expect(new Set(proxy.asked)).toEqual(new Set(['CONNECT iam.amazonaws.com:443']));
    expect(lab.wire.actions()).not.toContain('CreateUser');
  });

  it('of the token service is reached by CONNECT through HTTPS_PROXY', async () => {
    const context = {
      ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token-service.invalid/token?api-version=2.0',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'nothing',
    };
    const inputs = lab.inputs(session({ 'disable-retry': 'true' }));
    const [main] = await both(inputs, { oidc: false, context, env: { HTTPS_PROXY: proxy.url } });
    expect(errorCode(main)).toBe('oidc-token-failed');
    expect(proxy.asked).toEqual(['CONNECT token-service.invalid:443']);
  });
});

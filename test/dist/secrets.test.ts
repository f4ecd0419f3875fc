import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { requireExternalId } from '../lab/account/account.ts';
import { parseCommand } from '../lab/runner/commands.ts';
import type { Job, JobOptions, StepResult } from '../lab/runner/runner.ts';
import { findSecret } from '../lab/runner/runner.ts';
import { fetchToken } from '../support/oidc-token.ts';
import type { Recorder } from '../support/recorder.ts';
import { startRecorder } from '../support/recorder.ts';
import { errorCode, inJob, policyArn } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();
/** Between the action and the wire: reads along, to learn every secret that AWS hands out. */
let tap: Recorder;
beforeAll(async () => {
  tap = await startRecorder(lab.wire.url);
});
beforeEach(() => {
  tap.exchanges.length = 0;
  tap.rewrite = (answer) => answer;
});
afterAll(() => tap.close());

const DEBUG = { RUNNER_DEBUG: '1' };

function inputs(overrides: Record<string, string> = {}): Record<string, string> {
  return lab.inputs({ 'sts-endpoint': tap.url, 'iam-endpoint': tap.url, ...overrides });
}

/** Every secret in what went to and came from AWS: keys, their secrets, session tokens, OIDC tokens. */
function secretsOnTheWire(): string[] {
  const elements = /<(?:AccessKeyId|SecretAccessKey|SessionToken)>([^<]+)</g;
  const answered = tap.exchanges
    // Lists name keys that were masked when they were made.
    .filter(({ body }) => /Action=(CreateAccessKey|AssumeRole|GetSessionToken|GetFederationToken)/.test(body))
    .flatMap(({ answer }) => [...answer.matchAll(elements)].map(([, secret = '']) => secret));
  const asked = tap.exchanges.map(({ body }) => new URLSearchParams(body).get('WebIdentityToken') ?? '');
  return [...new Set([...answered, ...asked])].filter((secret) => secret !== '');
}

/** The values that a step has masked. */
function masked(results: readonly StepResult[]): Set<string> {
  const lines = results.flatMap(({ stdout }) => stdout.split('\n'));
  const commands = lines.map(parseCommand).filter((command) => command?.name === 'add-mask');
  return new Set(commands.map((command) => command?.data ?? ''));
}

/**
 * That each secret was masked, and shows nowhere else: a line of raw output that holds one and is not its mask would be found,
 * so the mask is also the first of all.
 */
async function expectHidden(
  job: Job,
  results: readonly StepResult[],
  secrets: readonly string[],
  options: Parameters<typeof findSecret>[3] = {},
): Promise<void> {
  const masks = masked(results);
  for (const secret of secrets) {
    expect(await findSecret(job, results, secret, options)).toEqual([]);
    expect(masks).toContain(secret);
  }
}

/** Main and post of one use; `secrets` are those on the wire, at least so many, which the caller knows must be there. */
async function run(given: Record<string, string>, options: Omit<Partial<JobOptions>, 'lab'> = {}, least = 1) {
  await inJob(
    lab,
    async (job) => {
      const use = job.use(given);
      const results = [await use.main(), await use.post()];
      const secrets = secretsOnTheWire();
      expect(secrets.length).toBeGreaterThanOrEqual(least);
      await expectHidden(job, results, secrets);
    },
    options,
  );
}

describe.each([
  ['debug logging', { context: DEBUG }],
  ['plain logging', {}],
])('with %s, nothing shows of the user’s key, the managing session and the OIDC tokens', (_, options) => {
  // A user's key id and secret; a session's key id, secret and token, twice; an OIDC token, twice.
  it('when all goes well', () => run(inputs({ 'policy-arns': policyArn('app-read') }), options, 10));

  it('when a policy is missing and the user is deleted again', () =>
    run(inputs({ 'policy-arns': policyArn('missing') }), options, 6));

  it('when STS refuses the token', () => {
    lab.wire.inject({ action: 'AssumeRoleWithWebIdentity', times: 9 }, { code: 'AccessDenied' });
    return run(inputs({ 'disable-retry': 'true' }), options);
  });
});

describe('with debug logging, nothing shows of them', () => {
  const options = { context: DEBUG };

  it('when AWS throttles', () => {
    for (const action of ['AssumeRoleWithWebIdentity', 'CreateUser', 'CreateAccessKey', 'DeleteAccessKey']) {
      lab.wire.inject({ action }, 'throttle');
    }
    return run(inputs(), options, 10);
  });

  it('when the answer with the key is lost and the key is made again', () => {
    lab.wire.inject({ action: 'CreateAccessKey' }, 'answer-lost');
    return run(inputs(), options, 10);
  });

  it('when the key does not work in time', () => {
    lab.wire.keyActivationMs = 120_000;
    return run(inputs({ 'wait-for-propagation': '1s' }), options, 6);
  });

  it('when AWS repeats the OIDC token in its error', () => {
    const action = 'AssumeRoleWithWebIdentity';
    lab.wire.before(action, ({ params }) => {
      const message = `Value '${params.WebIdentityToken}' at 'webIdentityToken' failed to satisfy constraint`;
      lab.wire.inject({ action }, { code: 'ValidationError', message });
    });
    return run(inputs(), options);
  });

  it('when AWS repeats the managing session’s token in its error', () => {
    lab.wire.before('CreateUser', () => {
      const token = tap.exchanges.at(-1)?.headers['x-amz-security-token'];
      expect(token).toBeDefined();
      const message = `The Canonical String for this request should have been 'POST / x-amz-security-token:${token}'`;
      lab.wire.inject({ action: 'CreateUser' }, { code: 'SignatureDoesNotMatch', message });
    });
    return run(inputs(), options, 4);
  });

  it('when the job is cancelled while the key spreads', () =>
    inJob(
      lab,
      async (job) => {
        lab.wire.keyActivationMs = 120_000;
        const use = job.use(inputs());
        const running = use.start('main');
        lab.wire.before('GetCallerIdentity', () => void running.cancel());
        const main = await running.done;
        expect(errorCode(main)).toBe('interrupted');
        const results = [main, await use.post()];
        expect(await lab.users()).toEqual([]);
        await expectHidden(job, results, secretsOnTheWire());
      },
      options,
    ));

  it('when main is killed while the key spreads', () =>
    inJob(
      lab,
      async (job) => {
        lab.wire.keyActivationMs = 120_000;
        const use = job.use(inputs());
        const running = use.start('main');
        lab.wire.before('GetCallerIdentity', () => running.kill('SIGKILL'));
        const results = [await running.done];
        lab.wire.clear();
        results.push(await use.post());
        await expectHidden(job, results, secretsOnTheWire());
      },
      options,
    ));

  it('when post cannot delete the user and names the commands that finish by hand', () =>
    inJob(
      lab,
      async (job) => {
        const use = job.use(inputs());
        const main = await use.main();
        lab.wire.inject({ action: 'DeleteAccessKey', times: 90 }, { code: 'AccessDenied' });
        const results = [main, await use.post()];
        expect(results[1]?.log).toContain('delete-access-key');
        await expectHidden(job, results, secretsOnTheWire());
      },
      options,
    ));

  it('but in the outputs, with output-credentials', () =>
    inJob(
      lab,
      async (job) => {
        const main = await job.use(inputs({ 'output-credentials': 'true' })).main();
        await expectHidden(job, [main], secretsOnTheWire(), { allowed: ['outputs'] });
        expect(Object.values(main.outputs)).toContain(main.exported.AWS_SECRET_ACCESS_KEY);
      },
      options,
    ));

  it('of the keys that special-characters-workaround discards', () =>
    inJob(
      lab,
      async (job) => {
        let made = 0;
        tap.rewrite = (answer, { body }) => {
          if (!body.includes('Action=CreateAccessKey')) return answer;
          made += 1;
          const end = made <= 2 ? `+/discard${made}` : 'plainplain';
          return answer.replace(
            /<SecretAccessKey>(.{30}).{10}/,
            (_, start: string) => `<SecretAccessKey>${start.replaceAll(/\W/g, 'x')}${end}`,
          );
        };
        // The wire knows the true secret of the last key, so nobody may try the one that was put in its place.
        const use = job.use(inputs({ 'special-characters-workaround': 'true', 'wait-for-propagation': '0' }));
        const results = [await use.main(), await use.post()];
        expect(results.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
        const secrets = secretsOnTheWire();
        expect(secrets.filter((secret) => secret.includes('+/discard'))).toHaveLength(2);
        await expectHidden(job, results, secrets);
      },
      options,
    ));

  it('of a session', () => run(inputs({ 'credential-type': 'session' }), options, 4));

  it('of a chain of roles with an external id, which is masked too, also when the role refuses it', async () => {
    const secret = 'external-id-that-is-shared';
    const given = inputs({
      'role-to-assume': `${lab.inputs()['role-to-assume']}\narn:aws:iam::123456789012:role/second-hop`,
      'role-external-id': secret,
    });
    await inJob(
      lab,
      async (job) => {
        const good = job.use(given);
        const results = [await good.main(), await good.post()];
        await requireExternalId(lab.iam, 'second-hop', 'another');
        const bad = job.use({ ...given, 'disable-retry': 'true' });
        results.push(await bad.main());
        expect(results.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'failure']);
        // The file of the step's inputs is nothing of ours; `state` must keep it for post, which assumes the same chain.
        const found = await findSecret(job, results, secret, { allowed: ['state'] });
        expect(found).toEqual([]);
        expect(masked(results)).toContain(secret);
        await expectHidden(job, results, secretsOnTheWire());
      },
      options,
    );
  });

  it('of static keys, whether they are right or wrong', () =>
    inJob(
      lab,
      async (job) => {
        const { accessKeyId, secretAccessKey } = lab.longLived;
        const keys = { 'aws-access-key-id': accessKeyId, 'role-to-assume': '' };
        const good = job.use(inputs({ ...keys, 'aws-secret-access-key': secretAccessKey }));
        const wrong = 'wrong-secret-access-key/of+forty=letters';
        const bad = job.use(inputs({ ...keys, 'aws-secret-access-key': wrong, 'aws-session-token': 'wrong-token' }));
        const results = [await good.main(), await good.post(), await bad.main(), await bad.post()];
        expect(results.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'failure', 'success']);
        const given = [accessKeyId, secretAccessKey, wrong, 'wrong-token'];
        await expectHidden(job, results, [...given, ...secretsOnTheWire()]);
      },
      options,
    ));

  it('of a token file, whether STS takes the token or not', () =>
    inJob(
      lab,
      async (job) => {
        const file = join(job.directories.workspace, 'token');
        const good = await fetchToken(lab.oidc);
        writeFileSync(file, `${good}\n`);
        const use = job.use(inputs({ 'web-identity-token-file': file }));
        const results = [await use.main(), await use.post()];
        const bad = `${good.split('.').slice(0, 2).join('.')}.signature-of-somebody-else`;
        writeFileSync(file, bad);
        results.push(await job.use(inputs({ 'web-identity-token-file': file, 'disable-retry': 'true' })).main());
        expect(results.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'failure']);
        await expectHidden(job, results, [good, bad, ...secretsOnTheWire()]);
      },
      options,
    ));

  it('of the password in a proxy’s URL, whether the proxy works or not', () =>
    inJob(
      lab,
      async (job) => {
        const password = 'proxy/pass+word';
        const proxy = tap.url.replace('http://', `http://robot:${encodeURIComponent(password)}@`);
        const given = lab.inputs({ 'http-proxy': proxy });
        const use = job.use(given);
        const results = [await use.main(), await use.post()];
        const authorization = `Basic ${Buffer.from(`robot:${password}`).toString('base64')}`;
        expect(tap.exchanges.length).toBeGreaterThan(10);
        for (const { headers } of tap.exchanges) expect(headers['proxy-authorization']).toBe(authorization);
        const nowhere = `http://robot:${encodeURIComponent(password)}@127.0.0.1:9`;
        results.push(await job.use({ ...given, 'http-proxy': nowhere, 'disable-retry': 'true' }).main());
        expect(results.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'failure']);
        await expectHidden(job, results, [encodeURIComponent(password), password, ...secretsOnTheWire()]);
      },
      options,
    ));
});

describe('the state', () => {
  const earlier = {
    AWS_ACCESS_KEY_ID: 'AKIAEARLIEREARLIER00',
    AWS_SECRET_ACCESS_KEY: 'earlier-secret-access-key',
    AWS_SESSION_TOKEN: 'earlier-session-token',
  };

  it('holds no credentials of the job’s environment that main does not overwrite', () =>
    inJob(
      lab,
      async (job) => {
        const names = ['access-key-id=A', 'secret-access-key=B', 'session-token=C'].join('\n');
        const main = await job.use(inputs({ 'env-names': names })).main();
        for (const secret of Object.values(earlier)) expect(await findSecret(job, [main], secret)).toEqual([]);
      },
      { env: earlier, context: DEBUG },
    ));

  it('holds the former values of the variables main overwrites, masked before, and they show nowhere else', () =>
    inJob(
      lab,
      async (job) => {
        const use = job.use(inputs());
        const results = [await use.main(), await use.post()];
        for (const secret of Object.values(earlier)) expect(results[0]?.rawState).toContain(secret);
        await expectHidden(job, results, Object.values(earlier), { allowed: ['state'] });
      },
      { env: earlier, context: DEBUG },
    ));

  it.each([
    ['role-chaining', { 'role-chaining': 'true', 'role-to-assume': '' }],
    ['use-ambient-credentials', { 'use-ambient-credentials': 'true', 'role-to-assume': '' }],
  ])('with %s holds the AWS variables that post needs, and every secret among them is masked before', (_, given) => {
    const variables = {
      AWS_ACCESS_KEY_ID: lab.longLived.accessKeyId,
      AWS_SECRET_ACCESS_KEY: lab.longLived.secretAccessKey,
      AWS_CONTAINER_AUTHORIZATION_TOKEN: 'token-of-the-container-endpoint',
      AWS_BEARER_TOKEN_BEDROCK: 'bearer-token-of-another-service',
    };
    return inJob(
      lab,
      async (job) => {
        const use = job.use(inputs(given));
        const results = [await use.main(), await use.post()];
        expect(results.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
        const kept = Object.values(variables).filter((secret) => results[0]?.rawState.includes(secret));
        expect(kept).toContain(lab.longLived.secretAccessKey);
        await expectHidden(job, results, kept, { allowed: ['state'] });
        await expectHidden(job, results, secretsOnTheWire());
      },
      { env: variables, context: DEBUG },
    );
  });
});

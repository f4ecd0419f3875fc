import { symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { IAMClient } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import { createManagingRole, requireExternalId } from '../lab/account/account.ts';
import type { Job, StepResult } from '../lab/runner/runner.ts';
import { findSecret } from '../lab/runner/runner.ts';
import type { Call, Fault } from '../lab/wire/wire.ts';
import { afterMain, errorCode, inJob, messagesOf, roleArn, whoAmI } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();

const ALWAYS = Number.POSITIVE_INFINITY;
const BY_TOKEN = 'AssumeRoleWithWebIdentity';

function callsOf(action: string): Call[] {
  return lab.wire.calls.filter((call) => call.action === action);
}

function iamCalls(): Call[] {
  return lab.wire.calls.filter(({ service }) => service === 'iam');
}

function forgetCalls(): void {
  lab.wire.calls.length = 0;
  lab.oidc.issued.length = 0;
}

/** The unique ids of the tokens that were shown to STS. */
function shownTokens(): string[] {
  return callsOf(BY_TOKEN).map(({ params }) => {
    const payload = Buffer.from(params.WebIdentityToken?.split('.')[1] ?? '', 'base64url').toString();
    return (JSON.parse(payload) as { jti: string }).jti;
  });
}

async function expectLeaseAndItsEnd(main: StepResult, post: () => Promise<StepResult>): Promise<void> {
  expect(messagesOf(main, 'error')).toBe('');
  expect(await lab.users()).toEqual([main.outputs['user-name']]);
  const ended = await post();
  expect(messagesOf(ended, 'error')).toBe('');
  expect(ended.exitCode).toBe(0);
  expect(await lab.users()).toEqual([]);
}

const staticKeys = () => ({
  'aws-access-key-id': lab.longLived.accessKeyId,
  'aws-secret-access-key': lab.longLived.secretAccessKey,
});
const environmentKeys = () => ({
  AWS_ACCESS_KEY_ID: lab.longLived.accessKeyId,
  AWS_SECRET_ACCESS_KEY: lab.longLived.secretAccessKey,
});

describe('OIDC', () => {
  it('shows one token, for STS, and asks for the shortest session, named after repository and run', async () => {
    await afterMain(lab, {}, async ({ main, use }) => {
      const [call, ...more] = callsOf(BY_TOKEN);
      expect(more).toEqual([]);
      expect(call?.params).toMatchObject({
        RoleArn: roleArn('github-lease-manager'),
        RoleSessionName: 'gha-shop-19280374655-1',
        DurationSeconds: '900',
      });
      expect(lab.oidc.issued.map(({ audience, jti }) => [audience, jti])).toEqual([
        ['sts.amazonaws.com', ...shownTokens()],
      ]);
      const before = shownTokens();
      forgetCalls();
      // Post shows a token of its own, and looks at no input.
      await expectLeaseAndItsEnd(main, () => use.post({ inputs: { 'role-to-assume': roleArn('deployer') } }));
      expect(callsOf(BY_TOKEN).map(({ params }) => params.RoleArn)).toEqual([roleArn('github-lease-manager')]);
      expect(shownTokens()).not.toEqual(before);
    });
  });

  it('shows a refused token’s claims and the trust statement that would allow it, never the token', async () => {
    lab.oidc.claims.environment = 'production';
    lab.oidc.claims.sub = 'repo:octo-org/shop:environment:production';
    lab.wire.inject(
      { action: BY_TOKEN, times: ALWAYS },
      { code: 'AccessDenied', message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity' },
    );
    await afterMain(lab, {}, async ({ job, main, use }) => {
      expect(errorCode(main)).toBe('assume-role-denied');
      expect(main.durationMs).toBeLessThan(20_000);
      const text = messagesOf(main, 'error');
      for (const line of [
        'sub: repo:octo-org/shop:environment:production',
        'aud: sts.amazonaws.com',
        'repository: octo-org/shop',
        'ref: refs/heads/main',
        'environment: production',
        'AccessDenied',
        roleArn('github-lease-manager'),
        '"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"',
        '"token.actions.githubusercontent.com:sub": "repo:octo-org/shop:environment:production"',
        '"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"',
      ]) {
        expect(text).toContain(line);
      }
      const shown = callsOf(BY_TOKEN);
      expect(shown.length).toBeGreaterThan(1);
      expect(shown.length).toBeLessThanOrEqual(3);
      expect(new Set(shownTokens()).size).toBe(shown.length);
      expect(lab.oidc.issued).toHaveLength(shown.length);
      for (const { params } of shown) {
        expect(await findSecret(job, [main], params.WebIdentityToken ?? '')).toEqual([]);
      }
      expect(iamCalls()).toEqual([]);
      expect(main.exported).toEqual({});
      forgetCalls();
      expect((await use.post()).exitCode).toBe(0);
      expect(lab.wire.calls).toEqual([]);
    });
  });

  it('shows the claims too when STS does not take the audience', async () => {
    await afterMain(lab, { audience: 'somebody-else' }, async ({ main }) => {
      expect(errorCode(main)).toBe('assume-role-denied');
      expect(messagesOf(main, 'error')).toContain('aud: somebody-else');
      expect(lab.oidc.issued.every(({ audience }) => audience === 'somebody-else')).toBe(true);
      expect(callsOf(BY_TOKEN).length).toBeLessThanOrEqual(3);
    });
  });

  it('believes that a new role becomes visible: the second try succeeds', async () => {
    lab.wire.inject({ action: BY_TOKEN }, { code: 'AccessDenied' });
    await afterMain(lab, {}, async ({ main, use }) => {
      expect(callsOf(BY_TOKEN)).toHaveLength(2);
      await expectLeaseAndItsEnd(main, () => use.post());
    });
  });

  const passing: [what: string, fault: Fault][] = [
    ['throttling', 'throttle'],
    ['a fault of STS', 'error-500'],
    ['a broken connection', 'reset'],
    ['a lost answer', 'answer-lost'],
    ['STS not reaching GitHub', { code: 'IDPCommunicationError' }],
    ['an expired token', { code: 'ExpiredTokenException' }],
  ];
  it.each(passing)('shows a new token at every try after %s', async (_what, fault) => {
    lab.wire.inject({ action: BY_TOKEN, times: 2 }, fault);
    await afterMain(lab, {}, async ({ main, use }) => {
      expect(callsOf(BY_TOKEN)).toHaveLength(3);
      expect(new Set(shownTokens()).size).toBe(3);
      expect(lab.oidc.issued).toHaveLength(3);
      await expectLeaseAndItsEnd(main, () => use.post());
    });
  });

  it('survives a token that was expired when it arrived', async () => {
    lab.oidc.lifetimeSeconds = -1;
    lab.wire.afterEvery(() => {
      lab.oidc.lifetimeSeconds = 300;
    });
    await afterMain(lab, {}, async ({ main, use }) => {
      expect(callsOf(BY_TOKEN).map(({ errorCode: code }) => code)).toEqual(['ExpiredTokenException', undefined]);
      await expectLeaseAndItsEnd(main, () => use.post());
    });
  });

  it('asks a failing token service again, in main and in post', async () => {
    lab.oidc.inject('error-500');
    lab.oidc.inject('reset');
    await afterMain(lab, {}, async ({ main, use }) => {
      expect(callsOf(BY_TOKEN)).toHaveLength(1);
      lab.oidc.inject('error-500', 2);
      await expectLeaseAndItsEnd(main, () => use.post());
    });
  });
});

describe('the number of tries', () => {
  it('is one with `disable-retry`, whoever is asked', async () => {
    lab.wire.inject({ action: BY_TOKEN }, 'throttle');
    await afterMain(lab, { 'disable-retry': 'true' }, async ({ main }) => {
      expect(main.exitCode).toBe(1);
      expect(messagesOf(main, 'error')).toContain('Throttling');
      expect(callsOf(BY_TOKEN)).toHaveLength(1);
    });
    lab.wire.clear();
    lab.wire.inject({ action: 'PutUserPolicy' }, 'throttle');
    await afterMain(lab, { 'disable-retry': 'true' }, async ({ main, use }) => {
      expect(main.exitCode).toBe(1);
      expect(messagesOf(main, 'error')).toContain('Throttling');
      // The second one denies the user everything while main takes it back.
      const documents = callsOf('PutUserPolicy').map(({ params }) => params.PolicyDocument ?? '');
      expect(documents.map((text) => /"Sid":"(\w+)"/.exec(text)?.[1])).toEqual(['LeaseExpired', 'LeaseRevoked']);
      expect((await use.post()).exitCode).toBe(0);
      expect(await lab.users()).toEqual([]);
    });
  });

  it('is what `retry-max-attempts` says', async () => {
    lab.wire.inject({ action: BY_TOKEN, times: ALWAYS }, 'error-503');
    await afterMain(lab, { 'retry-max-attempts': '3' }, async ({ main }) => {
      expect(errorCode(main)).toBe('assume-role-failed');
      expect(callsOf(BY_TOKEN)).toHaveLength(3);
    });
  });
});

describe('a chain of roles', () => {
  const chain = () => ({ 'role-to-assume': `${roleArn('github-lease-manager')}\n${roleArn('second-hop')}` });

  it('is walked with the external id at every AssumeRole, in main and in post, and the id is masked', async () => {
    await requireExternalId(lab.iam, 'second-hop', 'partner-4711-secret');
    const inputs = { ...chain(), 'role-external-id': 'partner-4711-secret' };
    await afterMain(lab, inputs, async ({ job, main, use }) => {
      expect(callsOf(BY_TOKEN)[0]?.params).not.toHaveProperty('ExternalId');
      expect(callsOf('AssumeRole')[0]?.params).toMatchObject({
        RoleArn: roleArn('second-hop'),
        ExternalId: 'partner-4711-secret',
        DurationSeconds: '900',
        RoleSessionName: 'gha-shop-19280374655-1',
      });
      expect(main.log).toContain('assumed-role/second-hop/gha-shop-19280374655-1');
      forgetCalls();
      await expectLeaseAndItsEnd(main, () => use.post({ inputs: {} }));
      expect(callsOf('AssumeRole').map(({ params }) => params.ExternalId)).toEqual(['partner-4711-secret']);
      expect(await findSecret(job, [main], 'partner-4711-secret', { allowed: ['state', 'files'] })).toEqual([]);
    });
  });

  it('is refused without the external id, in few tries, and nothing is created', async () => {
    await requireExternalId(lab.iam, 'second-hop', 'partner-4711-secret');
    await afterMain(lab, chain(), async ({ main }) => {
      expect(errorCode(main)).toBe('assume-role-denied');
      expect(messagesOf(main, 'error')).toContain(roleArn('second-hop'));
      expect(messagesOf(main, 'error')).toContain('external id');
      expect(callsOf('AssumeRole').length).toBeLessThanOrEqual(3);
      expect(main.durationMs).toBeLessThan(20_000);
      expect(iamCalls()).toEqual([]);
    });
  });

  it('takes bare names: the first from the one allowed account, the next from the account of the one before', async () => {
    const inputs = { 'role-to-assume': 'github-lease-manager, second-hop', 'allowed-account-ids': lab.accountId };
    await afterMain(lab, inputs, async ({ main, use }) => {
      expect(callsOf(BY_TOKEN)[0]?.params.RoleArn).toBe(roleArn('github-lease-manager'));
      expect(callsOf('AssumeRole')[0]?.params.RoleArn).toBe(roleArn('second-hop'));
      await expectLeaseAndItsEnd(main, () => use.post());
    });
  });
});

describe('static keys', () => {
  it('issue and revoke by themselves; a warning recommends OIDC, and nothing keeps the secret', async () => {
    const inputs = { ...staticKeys(), 'role-to-assume': '' };
    await afterMain(lab, inputs, async ({ job, main, use }) => {
      expect(messagesOf(main, 'warning')).toContain('OIDC');
      expect(lab.oidc.issued).toEqual([]);
      expect(new Set(iamCalls().map(({ accessKeyId }) => accessKeyId))).toEqual(new Set([lab.longLived.accessKeyId]));
      await expectLeaseAndItsEnd(main, () => use.post());
      expect(await findSecret(job, [main], lab.longLived.secretAccessKey)).toEqual([]);
    });
  });

  it('assume a role, given as a bare name of their own account', async () => {
    const inputs = { ...staticKeys(), 'role-to-assume': 'second-hop' };
    await afterMain(lab, inputs, async ({ main, use }) => {
      expect(messagesOf(main, 'warning')).toContain('OIDC');
      const [assume] = callsOf('AssumeRole');
      expect(assume).toMatchObject({
        accessKeyId: lab.longLived.accessKeyId,
        params: { RoleArn: roleArn('second-hop') },
      });
      expect(iamCalls().some(({ accessKeyId }) => accessKeyId === lab.longLived.accessKeyId)).toBe(false);
      await expectLeaseAndItsEnd(main, () => use.post());
    });
  });

  it('that are others in post are not used: the error names the reason and the commands that finish by hand', async () => {
    await afterMain(lab, { ...staticKeys(), 'role-to-assume': '' }, async ({ main, use }) => {
      forgetCalls();
      const inputs = { ...lab.inputs(), 'aws-access-key-id': 'AKIAOTHER', 'aws-secret-access-key': 'other' };
      const post = await use.post({ inputs });
      expect(post.exitCode).toBe(1);
      const text = messagesOf(post, 'error');
      expect(text).toContain('static access keys');
      expect(text).toContain(`aws iam delete-user --user-name=${main.outputs['user-name']}`);
      expect(lab.wire.calls).toEqual([]);
      expect(post.exported.AWS_ACCESS_KEY_ID).toBe('');
    });
  });

  it('that AWS does not know are refused, by AWS’s own code', async () => {
    const inputs = {
      'role-to-assume': '',
      'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE',
      'aws-secret-access-key': 'no-such-secret',
    };
    await afterMain(lab, inputs, async ({ main }) => {
      expect(errorCode(main)).toBe('no-base-credentials');
      expect(messagesOf(main, 'error')).toContain('InvalidClientTokenId');
      expect(iamCalls()).toEqual([]);
    });
  });
});

/** A token such as the kubelet projects, here from the laboratory's issuer. */
async function projectedToken(): Promise<string> {
  const response = await fetch(`${lab.oidc.requestUrl}&audience=sts.amazonaws.com`, {
    headers: { authorization: `Bearer ${lab.oidc.requestToken}` },
  });
  return ((await response.json()) as { value: string }).value;
}

describe('a web identity token file', () => {
  const withFile = (work: (job: Job, file: string) => Promise<void>) =>
    inJob(lab, (job) => work(job, join(job.directories.workspace, 'token')), { oidc: false });
  const inputs = (file: string) => lab.inputs({ 'web-identity-token-file': file });

  it('is read anew in post, so that a rotated token is the one shown', async () => {
    await withFile(async (job, file) => {
      const [first, second] = [await projectedToken(), await projectedToken()];
      await writeFile(file, `${first}\n`);
      const use = job.use(inputs(file));
      const main = await use.main();
      expect(callsOf(BY_TOKEN).map(({ params }) => params.WebIdentityToken)).toEqual([first]);
      forgetCalls();
      await writeFile(file, second);
      await expectLeaseAndItsEnd(main, () => use.post());
      expect(callsOf(BY_TOKEN).map(({ params }) => params.WebIdentityToken)).toEqual([second]);
      await writeFile(file, '');
      expect(await findSecret(job, [main], first)).toEqual([]);
    });
  });

  it('that has expired is read again, for it may be rotated by then', async () => {
    await withFile(async (job, file) => {
      lab.oidc.lifetimeSeconds = -1;
      await writeFile(file, await projectedToken());
      lab.oidc.lifetimeSeconds = 300;
      const fresh = await projectedToken();
      lab.wire.afterEvery(({ errorCode: code }) => code ?? writeFile(file, fresh));
      const use = job.use(inputs(file));
      await expectLeaseAndItsEnd(await use.main(), () => use.post());
    });
  });

  /** Makes a file that will not do, and answers with its path. */
  type Spoiled = (file: string, token: string) => Promise<string>;
  const linked: Spoiled = async (file, token) => {
    await writeFile(`${file}.real`, token);
    await symlink(`${file}.real`, file);
    return file;
  };
  const blank: Spoiled = async (file) => {
    await writeFile(file, ' \n');
    return file;
  };
  it.each([
    ['a symbolic link', 'it is a symbolic link', linked],
    ['empty', 'it is empty', blank],
    ['missing', 'ENOENT', (file: string) => Promise.resolve(file)],
    ['a directory', 'it is not a regular file', (file: string) => Promise.resolve(dirname(file))],
  ])('is refused when it is %s', async (_what, reason, spoil) => {
    await withFile(async (job, file) => {
      const path = await spoil(file, await projectedToken());
      const main = await job.use(inputs(path)).main();
      expect(errorCode(main)).toBe('token-file-unreadable');
      expect(messagesOf(main, 'error')).toContain(`${path} failed: ${reason}`);
      expect(lab.wire.calls).toEqual([]);
    });
  });

  it('is refused in a directory that is a symbolic link', async () => {
    await withFile(async (job, file) => {
      await writeFile(file, await projectedToken());
      const link = join(job.directories.root, 'link');
      await symlink(job.directories.workspace, link);
      const main = await job.use(inputs(join(link, 'token'))).main();
      expect(errorCode(main)).toBe('token-file-unreadable');
      expect(lab.wire.calls).toEqual([]);
    });
  });
});

describe('role chaining', () => {
  const inputs = (role = '') => ({ 'role-chaining': 'true', 'role-to-assume': role });

  it('issues and revokes with the job’s own keys, though our export has replaced them by then, and gives them back', async () => {
    const env = environmentKeys();
    await afterMain(
      lab,
      inputs(),
      async ({ job, main, use }) => {
        expect(job.env.AWS_ACCESS_KEY_ID).toBe(main.exported.AWS_ACCESS_KEY_ID);
        expect(job.env.AWS_ACCESS_KEY_ID).not.toBe(env.AWS_ACCESS_KEY_ID);
        forgetCalls();
        await expectLeaseAndItsEnd(main, () => use.post({ inputs: {} }));
        expect(new Set(iamCalls().map(({ accessKeyId }) => accessKeyId))).toEqual(new Set([env.AWS_ACCESS_KEY_ID]));
        expect(job.env).toMatchObject(env);
        expect(lab.oidc.issued).toEqual([]);
      },
      { env, oidc: false },
    );
  });

  it('works from a session, whose token is put aside for the user’s keys and given back', async () => {
    const sts = new STSClient({ endpoint: lab.wire.url, region: 'eu-central-1', credentials: lab.longLived });
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({ RoleArn: roleArn('deployer'), RoleSessionName: 'earlier' }),
    );
    sts.destroy();
    const env = {
      AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? '',
      AWS_SESSION_TOKEN: Credentials?.SessionToken ?? '',
    };
    await afterMain(
      lab,
      inputs(),
      async ({ job, main, use }) => {
        expect(main.exported.AWS_SESSION_TOKEN).toBe('');
        const step = await job.step(whoAmI(lab.wire.url));
        expect(step.log).toContain(main.outputs['user-arn']);
        await expectLeaseAndItsEnd(main, () => use.post());
        expect(job.env).toMatchObject(env);
      },
      { env },
    );
  });

  it('assumes the given role with them', async () => {
    const env = environmentKeys();
    await afterMain(
      lab,
      inputs(roleArn('second-hop')),
      async ({ main, use }) => {
        expect(callsOf('AssumeRole')[0]?.accessKeyId).toBe(env.AWS_ACCESS_KEY_ID);
        forgetCalls();
        await expectLeaseAndItsEnd(main, () => use.post());
        expect(callsOf('AssumeRole')[0]?.accessKeyId).toBe(env.AWS_ACCESS_KEY_ID);
      },
      { env },
    );
  });

  it('leaves alone what a later step has put in their place, and still revokes with the first ones', async () => {
    await afterMain(
      lab,
      inputs(),
      async ({ job, main, use }) => {
        job.setEnv('AWS_ACCESS_KEY_ID', 'AKIALATER');
        job.setEnv('AWS_SECRET_ACCESS_KEY', 'later');
        await expectLeaseAndItsEnd(main, () => use.post());
        expect(job.env).toMatchObject({ AWS_ACCESS_KEY_ID: 'AKIALATER', AWS_SECRET_ACCESS_KEY: 'later' });
      },
      { env: environmentKeys() },
    );
  });

  it('says so when there are none, and makes no other call', async () => {
    await afterMain(lab, inputs(), async ({ main }) => {
      expect(errorCode(main)).toBe('no-base-credentials');
      expect(lab.wire.calls).toEqual([]);
      expect(lab.oidc.issued).toEqual([]);
    });
  });
});

describe('the machine’s own credentials', () => {
  it('are never used unasked: not from the environment, not from a profile', async () => {
    await inJob(
      lab,
      async (job) => {
        const { accessKeyId, secretAccessKey } = lab.longLived;
        const file = join(job.directories.home, 'credentials');
        await writeFile(
          file,
          `[default]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
        );
        job.setEnv('AWS_SHARED_CREDENTIALS_FILE', file);
        const main = await job.use(lab.inputs()).main();
        expect(errorCode(main)).toBe('no-oidc-variables');
        expect(lab.wire.calls).toEqual([]);
      },
      { env: environmentKeys(), oidc: false },
    );
  });

  it('do not meddle with OIDC where the job has both', async () => {
    await afterMain(
      lab,
      {},
      async ({ main, use }) => {
        await expectLeaseAndItsEnd(main, () => use.post());
        const used = lab.wire.calls.map(({ accessKeyId }) => accessKeyId);
        expect(used).not.toContain(lab.longLived.accessKeyId);
        expect(callsOf(BY_TOKEN)).toHaveLength(2);
      },
      { env: environmentKeys() },
    );
  });

  it('serve from the environment with `use-ambient-credentials`, in post too, where the environment holds the lease’s key', async () => {
    const inputs = { 'use-ambient-credentials': 'true', 'role-to-assume': '' };
    await afterMain(
      lab,
      inputs,
      async ({ main, use }) => {
        forgetCalls();
        await expectLeaseAndItsEnd(main, () => use.post({ inputs: {} }));
        expect(new Set(iamCalls().map(({ accessKeyId }) => accessKeyId))).toEqual(new Set([lab.longLived.accessKeyId]));
      },
      { env: environmentKeys(), oidc: false },
    );
  });

  it('serve from a profile with `use-ambient-credentials`, in post too, where the environment holds the lease’s key', async () => {
    await inJob(
      lab,
      async (job) => {
        const { accessKeyId, secretAccessKey } = lab.longLived;
        const file = join(job.directories.home, 'credentials');
        await writeFile(file, `[ci]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`);
        job.setEnv('AWS_SHARED_CREDENTIALS_FILE', file);
        job.setEnv('AWS_PROFILE', 'ci');
        const use = job.use(lab.inputs({ 'use-ambient-credentials': 'true', 'role-to-assume': '' }));
        const main = await use.main();
        forgetCalls();
        await expectLeaseAndItsEnd(main, () => use.post());
        expect(new Set(iamCalls().map(({ accessKeyId: id }) => id))).toEqual(new Set([accessKeyId]));
        expect(await findSecret(job, [main], secretAccessKey, { allowedFiles: [file] })).toEqual([]);
      },
      { oidc: false },
    );
  });
});

describe('`allowed-account-ids`', () => {
  const elsewhere = { 'allowed-account-ids': '999999999999\n111111111111' };
  it.each([
    ['a user', () => elsewhere],
    ['a session', () => ({ ...elsewhere, 'credential-type': 'session' })],
    ['a user by static keys', () => ({ ...elsewhere, ...staticKeys(), 'role-to-assume': '' })],
    [
      'a session by static keys',
      () => ({ ...elsewhere, ...staticKeys(), 'role-to-assume': '', 'credential-type': 'session' }),
    ],
  ])('refuse another account for %s before anything is created or exported', async (_what, inputs) => {
    await afterMain(lab, inputs(), async ({ main, use }) => {
      expect(errorCode(main)).toBe('account-not-allowed');
      expect(messagesOf(main, 'error')).toContain(lab.accountId);
      expect(iamCalls()).toEqual([]);
      expect(main.exported).toEqual({});
      expect(main.outputs).toEqual({});
      expect((await use.post()).exitCode).toBe(0);
      expect(iamCalls()).toEqual([]);
    });
  });

  it('let the named account pass', async () => {
    await afterMain(lab, { 'allowed-account-ids': `999999999999,${lab.accountId}` }, async ({ main, use }) => {
      await expectLeaseAndItsEnd(main, () => use.post());
    });
  });
});

describe('in China', () => {
  it.each([
    ['a role’s ARN', `arn:aws-cn:iam::123456789012:role/manager`],
    ['a bare name and the region', 'manager'],
  ])('the token is for STS there, and IAM is that of the partition, by %s', async (_what, role) => {
    const iam = new IAMClient({ endpoint: lab.moto.url, region: 'cn-north-1', credentials: lab.longLived });
    await createManagingRole(iam, 'manager', 'aws-cn');
    iam.destroy();
    const inputs = { 'aws-region': 'cn-northwest-1', 'role-to-assume': role, 'allowed-account-ids': lab.accountId };
    await afterMain(lab, inputs, async ({ main, use }) => {
      expect(messagesOf(main, 'error')).toBe('');
      expect(lab.oidc.issued.map(({ audience }) => audience)).toEqual(['sts.amazonaws.com.cn']);
      expect(callsOf(BY_TOKEN)[0]?.params.RoleArn).toBe('arn:aws-cn:iam::123456789012:role/manager');
      expect(main.outputs['user-arn']).toMatch(/^arn:aws-cn:iam::123456789012:user\/github-actions\//);
      expect(new Set(iamCalls().map(({ region }) => region))).toEqual(new Set(['cn-north-1']));
      const guard = callsOf('PutUserPolicy')[0]?.params.PolicyDocument ?? '';
      expect(guard).toContain(main.outputs['user-arn']);
      forgetCalls();
      expect(messagesOf(await use.post(), 'error')).toBe('');
      expect(callsOf('DeleteUser')[0]).toMatchObject({ status: 200, region: 'cn-north-1' });
    });
  });
});

describe('`mask-aws-account-id`', () => {
  const mask = { 'mask-aws-account-id': 'true' };
  const shown = (result: StepResult) => `${result.log}\n${JSON.stringify(result.annotations)}`;

  it.each([
    ['by OIDC', () => mask],
    ['by static keys', () => ({ ...mask, ...staticKeys(), 'role-to-assume': '' })],
    ['by static keys and a bare role', () => ({ ...mask, ...staticKeys(), 'role-to-assume': 'second-hop' })],
    ['for a session', () => ({ ...mask, 'credential-type': 'session' })],
    [
      'for a session of static keys',
      () => ({ ...mask, ...staticKeys(), 'role-to-assume': '', 'credential-type': 'session' }),
    ],
  ])('keeps the account out of the log %s, in main and in post', async (_what, inputs) => {
    await afterMain(lab, inputs(), async ({ main, use }) => {
      expect(messagesOf(main, 'error')).toBe('');
      expect(main.outputs['aws-account-id']).toBe(lab.accountId);
      expect(shown(main)).not.toContain(lab.accountId);
      expect(shown(main)).toContain('arn:aws:');
      expect(shown(await use.post())).not.toContain(lab.accountId);
    });
  });

  it.each([
    ['the account is refused', () => ({ 'allowed-account-ids': '999999999999', 'role-to-assume': '' })],
    [
      'a session in that account is refused',
      () => ({ 'allowed-account-ids': '999999999999', 'role-to-assume': '', 'credential-type': 'session' }),
    ],
    [
      'a role named without its account is refused',
      () => ({ 'role-to-assume': 'no-such-role', 'disable-retry': 'true' }),
    ],
  ])('keeps it out of the error when %s', async (_what, inputs) => {
    await afterMain(lab, { ...mask, ...staticKeys(), ...inputs() }, async ({ main }) => {
      expect(main.exitCode).toBe(1);
      expect(shown(main)).not.toContain(lab.accountId);
    });
  });
});

import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import type { Job } from '../lab/runner/runner.ts';
import { errorCode, inJob, policyArn, whoAmI } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();

const EARLIER = {
  AWS_ACCESS_KEY_ID: 'AKIAEARLIEREARLIER00',
  AWS_SECRET_ACCESS_KEY: 'earlier-secret-access-key-of-forty-chars',
  AWS_SESSION_TOKEN: 'earlier-session-token',
  AWS_REGION: 'us-west-2',
  AWS_DEFAULT_REGION: 'us-west-1',
};
const OF_A_USER = [
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EPHEMERAL_LEASE_ID',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
];

/** The job's variables that hold something: the runner cannot unset one, so an empty one stands for none. */
function held(job: Job): Record<string, string> {
  return Object.fromEntries(Object.entries(job.env).filter(([, value]) => value !== ''));
}

/** The credentials of `long-lived`, as an earlier step would have left them. */
function longLived(): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: lab.longLived.accessKeyId,
    AWS_SECRET_ACCESS_KEY: lab.longLived.secretAccessKey,
  };
}

describe('the exported variables', () => {
  it('are the key, its secret, the region twice and the lease id, and a later step of the job works with them', () =>
    inJob(lab, async (job) => {
      const main = await job.use(lab.inputs()).main();
      const [userName = ''] = await lab.users();
      const { arn, accessKeys } = await lab.describeUser(userName);
      expect(Object.keys(main.exported).sort()).toEqual(OF_A_USER);
      expect(main.exported).toMatchObject({
        AWS_ACCESS_KEY_ID: accessKeys[0],
        AWS_REGION: 'eu-central-1',
        AWS_DEFAULT_REGION: 'eu-central-1',
        AWS_EPHEMERAL_LEASE_ID: userName,
      });
      const step = await job.step(whoAmI(lab.wire.url));
      expect(JSON.parse(step.stdout)).toMatchObject({ Arn: arn, Account: lab.accountId });
      await job.finish();
      expect(held(job)).toEqual({});
      expect(await lab.users()).toEqual([]);
    }));

  it('of a session have its token, and no lease id since there is no user to name', () =>
    inJob(lab, async (job) => {
      const main = await job.use(lab.inputs({ 'credential-type': 'session' })).main();
      expect(Object.keys(main.exported).sort()).toEqual([
        'AWS_ACCESS_KEY_ID',
        'AWS_DEFAULT_REGION',
        'AWS_REGION',
        'AWS_SECRET_ACCESS_KEY',
        'AWS_SESSION_TOKEN',
      ]);
      const step = await job.step(whoAmI(lab.wire.url));
      expect(JSON.parse(step.stdout)).toHaveProperty('Arn', main.outputs['authenticated-arn']);
      await job.finish();
      expect(held(job)).toEqual({});
    }));

  it('empty the session token that an earlier step left, and post gives it back', () =>
    inJob(
      lab,
      async (job) => {
        const main = await job.use(lab.inputs()).main();
        expect(main.exported).toHaveProperty('AWS_SESSION_TOKEN', '');
        expect((await job.step(whoAmI(lab.wire.url))).conclusion).toBe('success');
        await job.finish();
        expect(held(job)).toEqual(EARLIER);
      },
      { env: EARLIER },
    ));

  it('have the names of env-names, and nothing else is touched', () =>
    inJob(
      lab,
      async (job) => {
        const names = [
          'access-key-id=MY_KEY',
          'secret-access-key = MY_SECRET',
          'session-token=MY_TOKEN',
          'region=MY_REGION',
        ];
        const main = await job.use(lab.inputs({ 'env-names': names.join('\n') })).main();
        expect(Object.keys(main.exported).sort()).toEqual([
          'AWS_DEFAULT_REGION',
          'AWS_EPHEMERAL_LEASE_ID',
          'MY_KEY',
          'MY_REGION',
          'MY_SECRET',
        ]);
        expect(main.exported.MY_KEY).toMatch(/^AKIA/);
        expect(job.env).toMatchObject({ ...EARLIER, AWS_DEFAULT_REGION: 'eu-central-1' });
        await job.finish();
        expect(held(job)).toEqual(EARLIER);
      },
      { env: EARLIER },
    ));

  it('are the lease id alone with output-env-credentials: false', () =>
    inJob(lab, async (job) => {
      const main = await job.use(lab.inputs({ 'output-env-credentials': 'false' })).main();
      expect(main.exported).toEqual({ AWS_EPHEMERAL_LEASE_ID: (await lab.users())[0] });
      await job.finish();
      expect(held(job)).toEqual({});
    }));
});

describe('the outputs', () => {
  it('hold no credentials unless asked for', () =>
    inJob(lab, async (job) => {
      const main = await job.use(lab.inputs()).main();
      const [userName = ''] = await lab.users();
      const { arn } = await lab.describeUser(userName);
      expect(main.outputs).toEqual({
        'aws-account-id': lab.accountId,
        'authenticated-arn': arn,
        'aws-expiration': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        'credential-type': 'iam-user',
        'lease-id': userName,
        'user-name': userName,
        'user-arn': arn,
        'propagation-ms': expect.stringMatching(/^\d+$/),
      });
    }));

  it('hold the credentials with output-credentials, which work for a step that takes them from there', () =>
    inJob(lab, async (job) => {
      const inputs = lab.inputs({ 'output-credentials': 'true', 'output-env-credentials': 'false' });
      const { outputs } = await job.use(inputs).main();
      expect(outputs['aws-session-token']).toBe('');
      const step = await job.step(whoAmI(lab.wire.url), {
        AWS_ACCESS_KEY_ID: outputs['aws-access-key-id'] ?? '',
        AWS_SECRET_ACCESS_KEY: outputs['aws-secret-access-key'] ?? '',
        AWS_DEFAULT_REGION: 'eu-central-1',
      });
      expect(JSON.parse(step.stdout)).toHaveProperty('Arn', outputs['user-arn']);
    }));
});

describe('unset-current-credentials', () => {
  const inputs = (overrides: Record<string, string> = {}) =>
    lab.inputs({ 'unset-current-credentials': 'true', ...overrides });
  const credentials = ({ env }: Job) => [env.AWS_ACCESS_KEY_ID, env.AWS_SECRET_ACCESS_KEY, env.AWS_SESSION_TOKEN];

  it('leaves no credentials of an earlier step in the job when main fails, and post gives them back', () =>
    inJob(
      lab,
      async (job) => {
        const use = job.use(inputs({ 'policy-arns': policyArn('missing') }));
        expect((await use.main()).conclusion).toBe('failure');
        expect(credentials(job)).toEqual(['', '', '']);
        await use.post();
        expect(held(job)).toEqual(EARLIER);
      },
      { env: EARLIER },
    ));

  it('does so before anything else: also when GitHub gives the job no token', () =>
    inJob(
      lab,
      async (job) => {
        const use = job.use(inputs());
        expect(errorCode(await use.main())).toBe('no-oidc-variables');
        expect(credentials(job)).toEqual(['', '', '']);
        await use.post();
        expect(held(job)).toEqual(EARLIER);
      },
      { env: EARLIER, oidc: false },
    ));

  it('gives them back when main was killed half-way', () =>
    inJob(
      lab,
      async (job) => {
        lab.wire.inject({ action: 'CreateAccessKey' }, 'hang');
        const use = job.use(inputs());
        const running = use.start('main');
        lab.wire.before('CreateAccessKey', () => running.kill('SIGKILL'));
        await running.done;
        expect(credentials(job)).toEqual(['', '', '']);
        await use.post();
        expect(held(job)).toEqual(EARLIER);
      },
      { env: EARLIER },
    ));

  it.each([
    ['the lease goes to variables of other names', { 'env-names': 'access-key-id=A\nsecret-access-key=B' }],
    ['the lease goes to no variables at all', { 'output-env-credentials': 'false' }],
  ])('clears the standard variables also when %s', (_, overrides) =>
    inJob(
      lab,
      async (job) => {
        const use = job.use(inputs(overrides));
        expect((await use.main()).conclusion).toBe('success');
        expect(credentials(job)).toEqual(['', '', '']);
        await use.post();
        expect(held(job)).toEqual(EARLIER);
      },
      { env: EARLIER },
    ),
  );
});

describe('use-existing-credentials', () => {
  const inputs = (overrides: Record<string, string> = {}) =>
    lab.inputs({ 'use-existing-credentials': 'true', ...overrides });

  it('issues and exports nothing when the credentials in the environment are valid, and post has nothing to do', () =>
    inJob(
      lab,
      async (job) => {
        const use = job.use(inputs());
        const main = await use.main();
        expect(main).toMatchObject({ conclusion: 'success', exported: {} });
        expect(main.annotations).toEqual([{ level: 'notice', message: expect.stringContaining('user/long-lived') }]);
        expect(lab.wire.actions()).toEqual(['GetCallerIdentity']);
        expect((await use.post()).conclusion).toBe('success');
        expect(lab.wire.actions()).toEqual(['GetCallerIdentity']);
        expect(held(job)).toEqual(longLived());
      },
      { env: longLived() },
    ));

  it('issues new ones when those are not valid', () =>
    inJob(
      lab,
      async (job) => {
        const main = await job.use(inputs()).main();
        expect(main.conclusion).toBe('success');
        expect(job.env.AWS_EPHEMERAL_LEASE_ID).toBe((await lab.users())[0]);
        await job.finish();
        expect(held(job)).toEqual(EARLIER);
      },
      { env: EARLIER },
    ));

  it('issues new ones when there are none', () =>
    inJob(lab, async (job) => {
      expect((await job.use(inputs()).main()).conclusion).toBe('success');
      expect(await lab.users()).toHaveLength(1);
    }));

  it('issues new ones when those belong to an account that is not allowed', async () => {
    const role = { RoleArn: 'arn:aws:iam::210987654321:role/elsewhere', RoleSessionName: 'elsewhere' };
    const { Credentials } = await lab.sts.send(new AssumeRoleCommand(role));
    const foreign = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    await lab.wire.registerKey(foreign);
    const env = {
      AWS_ACCESS_KEY_ID: foreign.accessKeyId,
      AWS_SECRET_ACCESS_KEY: foreign.secretAccessKey,
      AWS_SESSION_TOKEN: foreign.sessionToken,
    };
    await inJob(
      lab,
      async (job) => {
        // They are valid: without the limit to an account they serve.
        const own = await job.use(inputs()).main();
        expect(own.log).toContain('210987654321');
        expect(own.exported).toEqual({});
        const main = await job.use(inputs({ 'allowed-account-ids': lab.accountId })).main();
        expect(main.conclusion).toBe('success');
        expect(job.env.AWS_EPHEMERAL_LEASE_ID).toBe((await lab.users())[0]);
        await job.finish();
        expect(held(job)).toEqual(env);
      },
      { env },
    );
  });

  it('is off by default: valid credentials are replaced, and come back in post', () =>
    inJob(
      lab,
      async (job) => {
        await job.use(lab.inputs()).main();
        expect(job.env.AWS_ACCESS_KEY_ID).not.toBe(lab.longLived.accessKeyId);
        await job.finish();
        expect(held(job)).toEqual(longLived());
      },
      { env: longLived() },
    ));
});

describe('post', () => {
  it('restores exactly what its own main found, last in first out, when the action is used twice', () =>
    inJob(
      lab,
      async (job) => {
        const first = job.use(lab.inputs({ 'user-name-template': 'first-{{random}}' }));
        await first.main();
        const between = { ...job.env };
        job.setEnv('AWS_REGION', 'ap-southeast-2');
        const second = job.use(lab.inputs({ 'user-name-template': 'second-{{random}}', 'aws-region': 'sa-east-1' }));
        await second.main();
        expect(job.env).toMatchObject({
          AWS_EPHEMERAL_LEASE_ID: expect.stringMatching(/^second-/),
          AWS_REGION: 'sa-east-1',
        });
        await second.post();
        expect(job.env).toEqual({ ...between, AWS_REGION: 'ap-southeast-2' });
        expect(await lab.users()).toEqual([between.AWS_EPHEMERAL_LEASE_ID]);
        await first.post();
        // A later step changed AWS_REGION while the first lease held it, so it is that step's.
        expect(held(job)).toEqual({ ...EARLIER, AWS_REGION: 'ap-southeast-2', OTHER: 'untouched' });
      },
      { env: { ...EARLIER, OTHER: 'untouched' } },
    ));

  it('leaves a variable alone that a later step has changed, says so, and restores the others', () =>
    inJob(
      lab,
      async (job) => {
        const use = job.use(lab.inputs());
        await use.main();
        job.setEnv('AWS_ACCESS_KEY_ID', 'AKIALATERLATERLATER0');
        const post = await use.post();
        expect(post.log).toMatch(/not restored.*: AWS_ACCESS_KEY_ID\.$/im);
        expect(post.exported).not.toHaveProperty('AWS_ACCESS_KEY_ID');
        expect(held(job)).toEqual({ ...EARLIER, AWS_ACCESS_KEY_ID: 'AKIALATERLATERLATER0' });
      },
      { env: EARLIER },
    ));

  it('restores the environment also when the user could not be deleted', () =>
    inJob(
      lab,
      async (job) => {
        const use = job.use(lab.inputs());
        await use.main();
        lab.wire.inject({ action: 'DeleteUser', times: 50 }, { code: 'AccessDenied' });
        const post = await use.post();
        expect([post.conclusion, errorCode(post)]).toEqual(['failure', 'revoke-incomplete']);
        expect(held(job)).toEqual(EARLIER);
      },
      { env: EARLIER },
    ));

  it('restores the environment also when it cannot even reach the managing role', () =>
    inJob(
      lab,
      async (job) => {
        const use = job.use(lab.inputs());
        await use.main();
        lab.wire.inject({ action: 'AssumeRoleWithWebIdentity', times: 50 }, { code: 'AccessDenied' });
        expect((await use.post()).conclusion).toBe('failure');
        expect(held(job)).toEqual(EARLIER);
      },
      { env: EARLIER },
    ));

  it('changes no variable when main failed half-way and had exported none', () =>
    inJob(
      lab,
      async (job) => {
        const use = job.use(lab.inputs({ 'iam-groups': 'missing' }));
        const main = await use.main();
        expect([errorCode(main), main.exported]).toEqual(['lease-part-missing', {}]);
        const post = await use.post();
        expect(post).toMatchObject({ conclusion: 'success', exported: {} });
        expect(job.env).toEqual(EARLIER);
      },
      { env: EARLIER },
    ));
});

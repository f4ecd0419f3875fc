import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import { findSecret } from '../lab/runner/runner.ts';
import type { Call } from '../lab/wire/wire.ts';
import { startRecorder } from '../support/recorder.ts';
import { afterMain, errorCode, inJob, messagesOf, policyArn, roleArn, whoAmI } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const POLICY = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] };

/** A session, by OIDC and the role `deployer` (at most two hours) unless said otherwise. */
const session = (inputs: Record<string, string> = {}) => ({
  'credential-type': 'session',
  'role-to-assume': roleArn('deployer'),
  ...inputs,
});
const byStaticKeys = (inputs: Record<string, string> = {}) =>
  session({
    'role-to-assume': '',
    'aws-access-key-id': lab.longLived.accessKeyId,
    'aws-secret-access-key': lab.longLived.secretAccessKey,
    ...inputs,
  });

/** What STS was asked, and for how long; in order. */
function asked(): [action: string, seconds: string | undefined][] {
  return lab.wire.calls.map(({ action, params }) => [action, params.DurationSeconds]);
}

function callOf(action: string): Call | undefined {
  return lab.wire.calls.findLast((call) => call.action === action);
}

/** Seconds from now, as a time a test may take lies between the answer and this question. */
function expectSecondsLeft(expiration: string | undefined, seconds: number): void {
  expect(expiration).toMatch(RFC_3339);
  const left = (Date.parse(expiration ?? '') - Date.now()) / 1000;
  expect(left).toBeLessThanOrEqual(seconds);
  expect(left).toBeGreaterThan(seconds - 45);
}

/** A session of `deployer`, as an earlier step could have left it in the job. */
async function earlierSession(): Promise<Record<string, string>> {
  const sts = new STSClient({ endpoint: lab.wire.url, region: 'eu-central-1', credentials: lab.longLived });
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({ RoleArn: roleArn('deployer'), RoleSessionName: 'earlier' }),
  );
  sts.destroy();
  lab.wire.calls.length = 0;
  return {
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? '',
    AWS_SESSION_TOKEN: Credentials?.SessionToken ?? '',
  };
}

describe('a session by OIDC', () => {
  it('is one call to STS and no other, for the requested ttl, and works in later steps', async () => {
    await afterMain(lab, session({ ttl: '2h' }), async ({ job, main }) => {
      expect(messagesOf(main, 'error')).toBe('');
      expect(asked()).toEqual([['AssumeRoleWithWebIdentity', '7200']]);
      expect(lab.oidc.issued).toHaveLength(1);
      expect(main.annotations).toEqual([]);
      expectSecondsLeft(main.outputs['aws-expiration'], 7_200);
      const arn = 'arn:aws:sts::123456789012:assumed-role/deployer/gha-shop-19280374655-1';
      expect(main.outputs).toMatchObject({
        'aws-account-id': lab.accountId,
        'authenticated-arn': arn,
        'credential-type': 'session',
        'lease-id': '',
        'user-name': '',
        'user-arn': '',
        'propagation-ms': '',
      });
      expect(Object.keys(main.exported).sort()).toEqual([
        'AWS_ACCESS_KEY_ID',
        'AWS_DEFAULT_REGION',
        'AWS_REGION',
        'AWS_SECRET_ACCESS_KEY',
        'AWS_SESSION_TOKEN',
      ]);
      const step = await job.step(whoAmI(lab.wire.url));
      expect(step.exitCode).toBe(0);
      expect(step.log).toContain(arn);
      for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) {
        expect(await findSecret(job, [main], main.exported[name] ?? '')).toEqual([]);
      }
    });
  });

  it('above the role’s maximum is requested once more, for an hour, with a notice', async () => {
    await afterMain(lab, session({ ttl: '3h' }), async ({ job, main }) => {
      expect(messagesOf(main, 'error')).toBe('');
      expect(asked()).toEqual([
        ['AssumeRoleWithWebIdentity', '10800'],
        ['AssumeRoleWithWebIdentity', '3600'],
      ]);
      expect(messagesOf(main, 'notice')).toMatch(/3600 s instead of 10800 s.*MaxSessionDuration/);
      expectSecondsLeft(main.outputs['aws-expiration'], 3_600);
      expect((await job.step(whoAmI(lab.wire.url))).exitCode).toBe(0);
    });
  });

  it('above 12 hours is shortened before it is requested', async () => {
    await afterMain(lab, session({ ttl: '20h' }), async ({ main }) => {
      expect(asked()).toEqual([
        ['AssumeRoleWithWebIdentity', '43200'],
        ['AssumeRoleWithWebIdentity', '3600'],
      ]);
      expect(messagesOf(main, 'notice')).toMatch(/43200 s instead of the requested 72000 s/);
    });
  });

  it('is not requested again when STS rejects it for another reason within an hour’s length', async () => {
    lab.wire.inject({ action: 'AssumeRoleWithWebIdentity' }, { code: 'ValidationError' });
    await afterMain(lab, session({ ttl: '1h' }), async ({ main }) => {
      expect(errorCode(main)).toBe('assume-role-failed');
      expect(asked()).toHaveLength(1);
      expect(main.exported).toEqual({});
    });
  });

  it('ends when STS says, whatever was requested', async () => {
    const between = await startRecorder(lab.wire.url);
    between.rewrite = (answer) => answer.replace(/<Expiration>[^<]*/, '<Expiration>2031-02-03T04:05:06.789Z');
    await afterMain(lab, session({ 'sts-endpoint': between.url }), async ({ main, use }) => {
      expect(messagesOf(main, 'error')).toBe('');
      expect(main.outputs['aws-expiration']).toBe('2031-02-03T04:05:06Z');
      expect((await use.post()).log).toContain('2031-02-03T04:05:06Z');
    });
    await between.close();
  });

  it('is narrowed by the given policies, under either name of the inputs', async () => {
    const documents = JSON.stringify(POLICY, null, 2);
    const arns = [policyArn('app-read'), policyArn('app-write')];
    for (const inputs of [
      { 'inline-policy': documents, 'policy-arns': arns.join('\n') },
      { 'inline-session-policy': documents, 'managed-session-policies': arns.join(',') },
    ]) {
      lab.wire.calls.length = 0;
      await afterMain(lab, session(inputs), async ({ main }) => {
        expect(messagesOf(main, 'error')).toBe('');
        expect(lab.wire.calls).toHaveLength(1);
        expect(callOf('AssumeRoleWithWebIdentity')?.params).toMatchObject({
          Policy: JSON.stringify(POLICY),
          'PolicyArns.member.1.arn': arns[0],
          'PolicyArns.member.2.arn': arns[1],
        });
      });
    }
  });

  it('takes its length from `role-duration-seconds` too, and its name from `role-session-name`', async () => {
    const inputs = session({ 'role-duration-seconds': '900', 'role-session-name': 'deploy@shop' });
    await afterMain(lab, inputs, async ({ main }) => {
      expect(asked()).toEqual([['AssumeRoleWithWebIdentity', '900']]);
      expect(main.outputs['authenticated-arn']).toMatch(/:assumed-role\/deployer\/deploy@shop$/);
    });
  });
});

describe('a session with `special-characters-workaround`', () => {
  it('is requested again until its secret has no special character', async () => {
    const sts = await startRecorder(lab.wire.url);
    const secrets = ['with+plus', 'with/slash', 'plain'];
    sts.rewrite = (answer) => answer.replace(/<SecretAccessKey>[^<]*/, `<SecretAccessKey>${secrets.shift()}`);
    const inputs = session({ 'special-characters-workaround': 'true', 'sts-endpoint': sts.url });
    await afterMain(lab, inputs, async ({ job, main }) => {
      expect(messagesOf(main, 'error')).toBe('');
      expect(asked()).toHaveLength(3);
      expect(main.exported.AWS_SECRET_ACCESS_KEY).toBe('plain');
      for (const secret of ['with+plus', 'with/slash']) expect(await findSecret(job, [main], secret)).toEqual([]);
    });
    await sts.close();
  });
});

describe('a session through a chain of roles', () => {
  it('lasts an hour at most, with a notice, and only the last role’s credentials are handed over', async () => {
    const inputs = session({ 'role-to-assume': `${roleArn('deployer')}\n${roleArn('second-hop')}`, ttl: '4h' });
    await afterMain(lab, inputs, async ({ main }) => {
      expect(messagesOf(main, 'error')).toBe('');
      expect(asked()).toEqual([
        ['AssumeRoleWithWebIdentity', '900'],
        ['AssumeRole', '3600'],
      ]);
      expect(messagesOf(main, 'notice')).toMatch(/3600 s instead of the requested 14400 s.*role chaining/);
      expect(main.outputs['authenticated-arn']).toContain(':assumed-role/second-hop/');
      expectSecondsLeft(main.outputs['aws-expiration'], 3_600);
    });
  });

  it('narrows the last role only', async () => {
    const roles = `${roleArn('deployer')}\n${roleArn('second-hop')}`;
    const inputs = session({ 'role-to-assume': roles, 'inline-policy': JSON.stringify(POLICY) });
    await afterMain(lab, inputs, async () => {
      expect(callOf('AssumeRoleWithWebIdentity')?.params).not.toHaveProperty('Policy');
      expect(callOf('AssumeRole')?.params.Policy).toBe(JSON.stringify(POLICY));
    });
  });

  it('lasts an hour from the session of an earlier step as well', async () => {
    const env = await earlierSession();
    const inputs = session({ 'role-chaining': 'true', 'role-to-assume': roleArn('second-hop'), ttl: '2h' });
    await afterMain(
      lab,
      inputs,
      async ({ main }) => {
        expect(asked()).toEqual([['AssumeRole', '3600']]);
        expect(messagesOf(main, 'notice')).toContain('role chaining');
      },
      { env },
    );
  });
});

describe('a session of static keys', () => {
  it('lasts 12 hours at most, by GetSessionToken, with a notice', async () => {
    await afterMain(lab, byStaticKeys({ ttl: '24h' }), async ({ job, main }) => {
      expect(messagesOf(main, 'error')).toBe('');
      expect(asked()).toEqual([
        ['GetCallerIdentity', undefined],
        ['GetSessionToken', '43200'],
      ]);
      expect(messagesOf(main, 'notice')).toMatch(/43200 s instead of the requested 86400 s/);
      expectSecondsLeft(main.outputs['aws-expiration'], 43_200);
      expect(main.outputs['authenticated-arn']).toBe('arn:aws:iam::123456789012:user/long-lived');
      expect(main.exported.AWS_ACCESS_KEY_ID).not.toBe(lab.longLived.accessKeyId);
      expect((await job.step(whoAmI(lab.wire.url))).exitCode).toBe(0);
    });
  });

  it('is a federated one when a policy is given', async () => {
    const inputs = byStaticKeys({ 'inline-policy': JSON.stringify(POLICY), 'policy-arns': policyArn('app-read') });
    await afterMain(lab, inputs, async ({ job, main }) => {
      expect(messagesOf(main, 'error')).toBe('');
      expect(callOf('GetFederationToken')?.params).toMatchObject({
        Name: 'gha-shop-19280374655-1',
        DurationSeconds: '3600',
        Policy: JSON.stringify(POLICY),
        'PolicyArns.member.1.arn': policyArn('app-read'),
      });
      expect(callOf('GetSessionToken')).toBeUndefined();
      expect(main.outputs['authenticated-arn']).toContain(':federated-user/gha-shop-19280374655-1');
      expect(main.outputs['aws-account-id']).toBe(lab.accountId);
      expect((await job.step(whoAmI(lab.wire.url))).exitCode).toBe(0);
    });
  });

  it('is the role’s when a role is given, for as long as the role allows', async () => {
    const inputs = byStaticKeys({ 'role-to-assume': roleArn('second-hop'), ttl: '12h' });
    await afterMain(lab, inputs, async ({ main }) => {
      expect(asked()).toEqual([['AssumeRole', '43200']]);
      expect(messagesOf(main, 'notice')).toBe('');
      expectSecondsLeft(main.outputs['aws-expiration'], 43_200);
    });
    lab.wire.calls.length = 0;
    await afterMain(lab, byStaticKeys({ 'role-to-assume': roleArn('deployer'), ttl: '3h' }), async ({ main }) => {
      expect(asked()).toEqual([
        ['AssumeRole', '10800'],
        ['AssumeRole', '3600'],
      ]);
      expect(messagesOf(main, 'notice')).toContain('MaxSessionDuration');
    });
  });
});

describe('a session of a session', () => {
  it('cannot be had without a role, and the error says why', async () => {
    const env = await earlierSession();
    for (const way of ['role-chaining', 'use-ambient-credentials']) {
      const inputs = session({ 'role-to-assume': '', [way]: 'true' });
      await afterMain(
        lab,
        inputs,
        async ({ main }) => {
          expect(errorCode(main)).toBe('session-impossible');
          expect(messagesOf(main, 'error')).toContain('`role-to-assume`');
          expect(main.exported).toEqual({});
          expect(lab.wire.actions().filter((action) => action !== 'GetCallerIdentity')).toEqual([]);
        },
        { env },
      );
    }
  });
});

describe('inputs that a session cannot have', () => {
  it('are refused together, with the least ttl named, before anything is asked', async () => {
    const inputs = session({
      ttl: '899s',
      'permissions-boundary-arn': policyArn('lease-boundary'),
      'iam-groups': 'readers',
      tags: 'a=b',
    });
    await afterMain(lab, inputs, async ({ main }) => {
      expect(errorCode(main)).toBe('invalid-inputs');
      const text = messagesOf(main, 'error');
      for (const name of ['ttl', 'permissions-boundary-arn', 'iam-groups', 'tags'])
        expect(text).toContain(`- \`${name}\``);
      expect(text).toMatch(/`ttl`.*900/);
      expect(lab.wire.calls).toEqual([]);
      expect(lab.oidc.issued).toEqual([]);
    });
  });
});

describe('post of a session', () => {
  it('says that a session cannot be revoked, makes no call, and restores the environment', async () => {
    const env = {
      AWS_ACCESS_KEY_ID: 'AKIAEARLIER',
      AWS_SECRET_ACCESS_KEY: 'earlier-secret',
      AWS_REGION: 'us-east-2',
    };
    await afterMain(
      lab,
      session(),
      async ({ job, main, use }) => {
        expect(job.env.AWS_REGION).toBe('eu-central-1');
        lab.wire.calls.length = 0;
        lab.oidc.issued.length = 0;
        const post = await use.post();
        expect(post.exitCode).toBe(0);
        expect(post.annotations).toEqual([]);
        expect(post.log).toContain('cannot revoke a single session');
        expect(post.log).toContain(main.outputs['aws-expiration']);
        expect(lab.wire.calls).toEqual([]);
        expect(lab.oidc.issued).toEqual([]);
        expect(job.env).toMatchObject({ ...env, AWS_SESSION_TOKEN: '', AWS_DEFAULT_REGION: '' });
      },
      { env },
    );
  });

  it('gives a user lease around it its own credentials back', async () => {
    await inJob(lab, async (job) => {
      const user = await job.use(lab.inputs()).main();
      const mine = { ...job.env };
      const inner = await job.use(lab.inputs(session())).main();
      expect(messagesOf(inner, 'error')).toBe('');
      expect(job.env.AWS_ACCESS_KEY_ID).not.toBe(mine.AWS_ACCESS_KEY_ID);
      // A session is no lease to renew or revoke, and the user must not be taken for it.
      expect(job.env.AWS_EPHEMERAL_LEASE_ID).toBe('');
      const [ofSession, ofUser] = await job.finish();
      expect(ofSession?.exported).toMatchObject({
        AWS_ACCESS_KEY_ID: mine.AWS_ACCESS_KEY_ID,
        AWS_SESSION_TOKEN: '',
        AWS_EPHEMERAL_LEASE_ID: user.outputs['lease-id'],
      });
      expect(ofUser?.exitCode).toBe(0);
      expect(await lab.users()).toEqual([]);
      expect(job.env.AWS_ACCESS_KEY_ID).toBe('');
    });
  });
});

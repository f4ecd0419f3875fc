// Moving over from aws-actions/configure-aws-credentials, version 6: its inputs, outputs and variables, on the bundles.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { requireExternalId } from '../lab/account/account.ts';
import { findSecret, type JobOptions } from '../lab/runner/runner.ts';
import { stsThrough } from '../lab/wire/clients.ts';
import { fetchToken } from '../support/oidc-token.ts';
import { startRecorder } from '../support/recorder.ts';
import {
  callsOf,
  inEnvironment,
  OTHER_INPUTS,
  readShared,
  sectionLines,
  session,
  sessionByKeys,
  sessionTags,
  startTestProxy,
  writeShared,
} from '../support/scenarios/drop-in.ts';
import {
  type AfterMain,
  afterMain,
  errorCode,
  inJob,
  messagesOf,
  policyArn,
  roleArn,
  whoAmI,
} from '../support/scenarios/scenario.ts';
import { DEBUG } from '../support/scenarios/sync.ts';
import { useLab } from '../support/use-lab.ts';

const POLICY = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] };
const DEPLOYER = 'assumed-role/deployer/';

const lab = useLab();

type Inputs = Record<string, string>;
type Options = Omit<Partial<JobOptions>, 'lab'>;
const ran = (inputs: Inputs, work: (run: AfterMain) => unknown = () => undefined, options: Options = {}) =>
  afterMain(
    lab,
    inputs,
    async (run) => {
      await work(run);
      return run.main;
    },
    { ...options, context: { ...DEBUG, ...options.context } },
  );

/** Runs main, which must succeed. */
async function fine(inputs: Inputs, work?: (run: AfterMain) => unknown, options?: Options) {
  const main = await ran(inputs, work, options);
  if (main.conclusion === 'failure') throw new Error(main.log);
  return main;
}

const byKeys = (overrides: Inputs = {}) => sessionByKeys(lab, overrides);
const hop = (overrides: Inputs = {}) => byKeys({ 'role-to-assume': roleArn('second-hop'), ...overrides });
const byToken = () => callsOf(lab, 'AssumeRoleWithWebIdentity');
const byCredentials = () => callsOf(lab, 'AssumeRole');

/** A session of the long-lived user, as an earlier step might have left it. */
async function earlierSession(): Promise<{ accessKeyId: string; secretAccessKey: string; sessionToken: string }> {
  const sts = stsThrough(lab.wire, lab.longLived);
  const { Credentials } = await sts.send(new GetSessionTokenCommand({ DurationSeconds: 900 }));
  sts.destroy();
  lab.wire.clear();
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  };
}

/** A user lease whose policy takes for ever to attach. */
async function slowUser(overrides: Inputs) {
  lab.wire.inject({ action: 'AttachUserPolicy', times: 9 }, 'hang');
  const boundary = { 'permissions-boundary-arn': policyArn('lease-boundary') };
  return ran({ ...boundary, 'policy-arns': policyArn('app-read'), ...overrides });
}

/** A server before STS whose answers have these secrets, one after the other. */
async function withSecrets(secrets: readonly string[], work: (url: string) => Promise<void>): Promise<void> {
  const recorder = await startRecorder(lab.wire.url);
  const left = [...secrets];
  recorder.rewrite = (answer) => answer.replace(/<SecretAccessKey>[^<]*/, `<SecretAccessKey>${left.shift()}`);
  try {
    await work(recorder.url);
  } finally {
    await recorder.close();
  }
}

type Behaviour = { says: string; holds: () => Promise<void> };

const behaviours: Record<(typeof OTHER_INPUTS)[number], Behaviour[]> = {
  'aws-region': [
    {
      says: 'is what requests are signed for and what later steps get, whatever the environment says',
      holds: async () => {
        const env = { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-east-2' };
        const main = await fine(byKeys({ 'aws-region': 'eu-west-1' }), undefined, { env });
        expect(callsOf(lab, 'GetSessionToken')[0]?.region).toBe('eu-west-1');
        expect(main.exported).toMatchObject({ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' });
      },
    },
    {
      says: 'may be left out where AWS_REGION or AWS_DEFAULT_REGION is set, and only there',
      holds: async () => {
        for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
          const main = await fine(session({ 'aws-region': '' }), undefined, { env: { [name]: 'us-west-2' } });
          expect(main.exported).toMatchObject({ AWS_REGION: 'us-west-2', AWS_DEFAULT_REGION: 'us-west-2' });
        }
        expect(errorCode(await ran(session({ 'aws-region': '' })))).toBe('invalid-inputs');
        expect(errorCode(await ran(session({ 'aws-region': 'Frankfurt!' })))).toBe('invalid-inputs');
      },
    },
  ],
  'aws-profile': [
    {
      says: 'writes the session as a profile, and no variables; post takes it back',
      holds: async () => {
        const main = await fine(session({ 'aws-profile': 'ci' }), async ({ job, use }) => {
          const { credentials, config } = readShared(job);
          expect(sectionLines(credentials, 'ci').join()).toMatch(
            /^aws_access_key_id = ASIA\w+,aws_secret_access_key = .+,aws_session_token = .+$/,
          );
          expect(sectionLines(config, 'profile ci')).toEqual(['region = eu-central-1']);
          await use.post();
          expect(readShared(job)).toEqual({ credentials: undefined, config: undefined });
        });
        expect(main.exported).toEqual({});
      },
    },
  ],
  'overwrite-aws-profile': [
    {
      says: 'lets a profile of that name be replaced, which is an error without it',
      holds: async () => {
        const text = '[ci]\naws_access_key_id = AKIAOLDOLDOLDOLDOLD1\n';
        for (const [overwrite, conclusion] of [
          ['false', 'failure'],
          ['true', 'success'],
        ] as const) {
          await inJob(lab, async (job) => {
            writeShared(job, { credentials: text });
            const inputs = session({ 'aws-profile': 'ci', 'overwrite-aws-profile': overwrite });
            const use = job.use(lab.inputs(inputs));
            expect((await use.main()).conclusion).toBe(conclusion);
            expect(sectionLines(readShared(job).credentials, 'ci').length).toBe(overwrite === 'true' ? 3 : 1);
            await use.post();
            expect(readShared(job).credentials).toBe(text);
          });
        }
      },
    },
  ],
  'role-to-assume': [
    {
      says: 'is assumed by GitHub’s token, and later steps are that role',
      holds: async () => {
        const main = await fine(session(), async ({ job }) => {
          expect((await job.step(whoAmI(lab.wire.url))).log).toContain(DEPLOYER);
        });
        expect(byToken().map(({ params }) => params.RoleArn)).toEqual([roleArn('deployer')]);
        expect(main.outputs['authenticated-arn']).toContain(DEPLOYER);
      },
    },
    {
      says: 'may be a bare name where the account is known, also in China',
      holds: async () => {
        await fine(hop({ 'role-to-assume': 'second-hop' }));
        expect(byCredentials()[0]?.params.RoleArn).toBe(roleArn('second-hop'));
        lab.wire.clear();
        const china = {
          'aws-region': 'cn-north-1',
          'role-to-assume': 'deployer',
          'allowed-account-ids': lab.accountId,
        };
        await ran(session({ ...china, 'disable-retry': 'true' }));
        expect(byToken()[0]?.params.RoleArn).toBe(`arn:aws-cn:iam::${lab.accountId}:role/deployer`);
      },
    },
  ],
  'aws-access-key-id': [
    {
      says: 'signs the AssumeRole, and never reaches the job',
      holds: async () => {
        const main = await fine(hop());
        expect(byCredentials()[0]?.accessKeyId).toBe(lab.longLived.accessKeyId);
        expect(main.exported.AWS_ACCESS_KEY_ID).toMatch(/^ASIA/);
      },
    },
    {
      // The other action exports the long-lived keys themselves; a session of theirs ends by itself.
      says: 'without a role gives a real session of its user, not the long-lived key',
      holds: async () => {
        const main = await fine(byKeys(), async ({ job, main, use }) => {
          expect((await job.step(whoAmI(lab.wire.url))).log).toContain('user/long-lived');
          const post = await use.post();
          const { secretAccessKey } = lab.longLived;
          expect(await findSecret(job, [main, post], secretAccessKey)).toEqual([]);
          expect(Object.values({ ...main.exported, ...main.outputs })).not.toContain(secretAccessKey);
        });
        expect(lab.wire.actions()).toContain('GetSessionToken');
        expect(main.exported.AWS_ACCESS_KEY_ID).toMatch(/^ASIA/);
        expect(main.exported.AWS_ACCESS_KEY_ID).not.toBe(lab.longLived.accessKeyId);
        expect(main.exported.AWS_SESSION_TOKEN).not.toBe('');
      },
    },
  ],
  'aws-secret-access-key': [
    {
      says: 'belongs to the key id: neither goes without the other',
      holds: async () => {
        for (const missing of ['aws-access-key-id', 'aws-secret-access-key']) {
          const main = await ran(hop({ [missing]: '' }));
          expect(errorCode(main)).toBe('invalid-inputs');
          expect(messagesOf(main, 'error')).toContain(`\`${missing}\` is missing`);
        }
        expect(lab.wire.calls).toEqual([]);
      },
    },
    {
      says: 'that is wrong is AWS’s error, and not repeated',
      holds: async () => {
        const wrong = 'wrongSecretWrongSecretWrongSecret1234567';
        await ran(hop({ 'aws-secret-access-key': wrong }), async ({ job, main }) => {
          expect(main.conclusion).toBe('failure');
          expect(messagesOf(main, 'error')).toContain('SignatureDoesNotMatch');
          expect(await findSecret(job, [main], wrong)).toEqual([]);
        });
      },
    },
  ],
  'aws-session-token': [
    {
      says: 'comes with keys that are a session already',
      holds: async () => {
        const key = await earlierSession();
        await fine(
          session({
            'role-to-assume': roleArn('second-hop'),
            'aws-access-key-id': key.accessKeyId,
            'aws-secret-access-key': key.secretAccessKey,
            'aws-session-token': key.sessionToken,
          }),
          async ({ job, main }) => expect(await findSecret(job, [main], key.sessionToken)).toEqual([]),
        );
        expect(byCredentials()[0]?.accessKeyId).toBe(key.accessKeyId);
      },
    },
  ],
  'web-identity-token-file': [
    {
      says: 'brings the token, by a path from the workspace, and GitHub is not asked for one',
      holds: async () => {
        const token = await fetchToken(lab.oidc);
        lab.oidc.issued.length = 0;
        await inJob(lab, async (job) => {
          writeFileSync(join(job.directories.workspace, 'token'), `${token}\n`);
          const main = await job.use(lab.inputs(session({ 'web-identity-token-file': 'token' }))).main();
          expect(main.outputs['authenticated-arn']).toContain(DEPLOYER);
          expect(main.log).not.toContain(token);
        });
        expect(byToken()[0]?.params.WebIdentityToken).toBe(token);
        expect(lab.oidc.issued).toEqual([]);
      },
    },
  ],
  'role-chaining': [
    {
      says: 'assumes the role with what an earlier step left, for one hour at most, and post gives that back',
      holds: async () => {
        const inputs = session({ 'role-to-assume': roleArn('second-hop'), 'role-chaining': 'true' });
        await inJob(lab, async (job) => {
          const first = await job.use(lab.inputs(session())).main();
          const second = job.use(lab.inputs({ ...inputs, 'role-duration-seconds': '7200' }));
          const main = await second.main();
          expect(main.outputs['authenticated-arn']).toContain('assumed-role/second-hop/');
          expect(byCredentials().map(({ accessKeyId }) => accessKeyId)).toEqual([first.exported.AWS_ACCESS_KEY_ID]);
          expect(byCredentials()[0]?.params.DurationSeconds).toBe('3600');
          expect(messagesOf(main, 'notice')).toContain('role chaining');
          await second.post();
          expect(job.env).toMatchObject(first.exported);
        });
      },
    },
    {
      says: 'without such credentials is an error before any call',
      holds: async () => {
        const main = await ran(session({ 'role-to-assume': roleArn('second-hop'), 'role-chaining': 'true' }));
        expect(errorCode(main)).toBe('no-base-credentials');
        expect(lab.wire.calls).toEqual([]);
      },
    },
  ],
  audience: [
    {
      says: 'is what GitHub’s token is asked for; sts.amazonaws.com by itself',
      holds: async () => {
        lab.wire.allowedAudiences = ['our-own', 'sts.amazonaws.com'];
        await fine(session({ audience: 'our-own' }));
        await fine(session());
        expect(lab.oidc.issued.map(({ audience }) => audience)).toEqual(['our-own', 'sts.amazonaws.com']);
      },
    },
    {
      says: 'in China is sts.amazonaws.com.cn by itself',
      holds: async () => {
        await ran(
          session({
            'aws-region': 'cn-north-1',
            'role-to-assume': 'arn:aws-cn:iam::123456789012:role/x',
            'disable-retry': 'true',
          }),
        );
        expect(lab.oidc.issued[0]?.audience).toBe('sts.amazonaws.com.cn');
      },
    },
  ],
  'http-proxy': [
    {
      says: 'takes the requests to STS and to the token service',
      holds: async () => {
        const proxy = await startTestProxy();
        try {
          await fine(session({ 'http-proxy': proxy.url }));
          expect(proxy.asked.map((url) => new URL(url).origin)).toEqual([lab.oidc.url, lab.wire.url]);
        } finally {
          await proxy.close();
        }
      },
    },
  ],
  'no-proxy': [
    {
      says: 'names the hosts that the proxy is not for',
      holds: async () => {
        await fine(session({ 'http-proxy': 'http://127.0.0.1:9', 'no-proxy': 'example.com,127.0.0.1' }));
      },
    },
  ],
  'mask-aws-account-id': [
    {
      says: 'keeps the account out of the log and the summary; without it both name the account',
      holds: async () => {
        await fine(session({ 'mask-aws-account-id': 'true' }), async ({ main, use }) => {
          expect(`${main.log}${(await use.post()).log}`).not.toContain(lab.accountId);
        });
        expect((await fine(session())).log).toContain(lab.accountId);
      },
    },
    {
      says: 'holds for errors too, where the account is known from the keys alone',
      holds: async () => {
        const inputs = hop({
          'role-to-assume': 'no-such-role',
          'disable-retry': 'true',
          'mask-aws-account-id': 'true',
        });
        const main = await ran(inputs);
        expect(errorCode(main)).toBe('assume-role-denied');
        expect(main.log).not.toContain(lab.accountId);
      },
    },
  ],
  'role-duration-seconds': [
    {
      says: 'is how long the session lasts, 3600 s by itself',
      holds: async () => {
        const main = await fine(session({ 'role-duration-seconds': '1800' }));
        await fine(session());
        expect(byToken().map(({ params }) => params.DurationSeconds)).toEqual(['1800', '3600']);
        const left = Date.parse(main.outputs['aws-expiration'] ?? '') - Date.now();
        expect(left).toBeGreaterThan(1_600_000);
        expect(left).toBeLessThan(1_810_000);
      },
    },
    {
      // A number that is none is one hour, or one second, with the other action.
      says: 'takes 1h as an hour, and nonsense, less than 900 s, or more than max-ttl as an error',
      holds: async () => {
        await fine(session({ 'role-duration-seconds': '1h' }));
        expect(byToken()[0]?.params.DurationSeconds).toBe('3600');
        for (const value of ['soon', '-5', '1.5h', '899', '25h', '1e4']) {
          const main = await ran(session({ 'role-duration-seconds': value }));
          expect(errorCode(main)).toBe('invalid-inputs');
          expect(messagesOf(main, 'error')).toContain('`role-duration-seconds`');
        }
      },
    },
    {
      says: 'longer than the role allows is asked for first and then shortened with a notice',
      holds: async () => {
        const main = await fine(session({ 'role-duration-seconds': '8000' }));
        expect(byToken().map(({ params }) => params.DurationSeconds)).toEqual(['8000', '3600']);
        expect(messagesOf(main, 'notice')).toContain('MaxSessionDuration');
      },
    },
  ],
  'role-external-id': [
    {
      says: 'goes with AssumeRole, is what the trust policy wants, and is masked',
      holds: async () => {
        await requireExternalId(lab.iam, 'second-hop', 'our-external-id');
        await fine(hop({ 'role-external-id': 'our-external-id' }), async ({ job }) => {
          expect((await job.step(['echo', 'our-external-id'])).log).toBe('***\n');
        });
        expect(byCredentials()[0]?.params.ExternalId).toBe('our-external-id');
        expect(errorCode(await ran(hop({ 'disable-retry': 'true' })))).toBe('assume-role-denied');
        expect(errorCode(await ran(hop({ 'role-external-id': 'not allowed!' })))).toBe('invalid-inputs');
      },
    },
  ],
  'role-session-name': [
    {
      says: 'is the session’s name',
      holds: async () => {
        const main = await fine(session({ 'role-session-name': 'GitHubActions' }));
        expect(main.outputs['authenticated-arn']).toBe(`arn:aws:sts::${lab.accountId}:${DEPLOYER}GitHubActions`);
        for (const value of ['x', 'with blank', 'n'.repeat(65)]) {
          expect(errorCode(await ran(session({ 'role-session-name': value })))).toBe('invalid-inputs');
        }
      },
    },
    {
      // GitHubActions, the other action's default, tells no job from another in CloudTrail.
      says: 'by itself names repository, run and attempt',
      holds: async () => {
        const main = await fine(session(), undefined, { repository: 'octo-org/a.b_c d', runAttempt: '3' });
        expect(main.outputs['authenticated-arn']).toContain(`${DEPLOYER}gha-a.b_c-d-19280374655-3`);
      },
    },
  ],
  'role-skip-session-tagging': [
    {
      // The other action sets tags unless told not to; then roles without sts:TagSession refuse it.
      says: 'is true by itself; false tags the session with the run',
      holds: async () => {
        await fine(hop());
        await fine(hop({ 'role-skip-session-tagging': 'false' }));
        const [without, tagged] = byCredentials().map(sessionTags);
        expect(without).toEqual({});
        expect(tagged).toMatchObject({ GitHub: 'Actions', Repository: 'octo-org/shop', Actor: 'mona' });
      },
    },
  ],
  'transitive-tag-keys': [
    {
      says: 'name the tags that go on through a chain; those without a tag are left out',
      holds: async () => {
        await fine(hop({ 'transitive-tag-keys': 'Repository\nNobody' }));
        const params = byCredentials()[0]?.params ?? {};
        const keys = Object.entries(params).filter(([name]) => name.startsWith('TransitiveTagKeys'));
        expect(keys.map(([, value]) => value)).toEqual(['Repository']);
      },
    },
  ],
  'inline-session-policy': [
    {
      says: 'narrows the session, minified',
      holds: async () => {
        await fine(session({ 'inline-session-policy': JSON.stringify(POLICY, null, 4) }));
        expect(byToken()[0]?.params.Policy).toBe(JSON.stringify(POLICY));
        expect(errorCode(await ran(session({ 'inline-session-policy': '{' })))).toBe('invalid-inputs');
      },
    },
    {
      says: 'also narrows a session of static keys without a role, for which STS has a call of its own',
      holds: async () => {
        const main = await fine(byKeys({ 'inline-session-policy': JSON.stringify(POLICY) }));
        expect(callsOf(lab, 'GetFederationToken')[0]?.params.Policy).toBe(JSON.stringify(POLICY));
        expect(main.outputs['authenticated-arn']).toContain(':federated-user/');
      },
    },
  ],
  'managed-session-policies': [
    {
      says: 'narrow the session; one a line, or between commas',
      holds: async () => {
        const arns = [policyArn('app-read'), policyArn('app-write')];
        for (const between of ['\n', ', ']) {
          await fine(session({ 'managed-session-policies': arns.join(between) }));
          const params = byToken()[0]?.params ?? {};
          expect([params['PolicyArns.member.1.arn'], params['PolicyArns.member.2.arn']]).toEqual(arns);
          lab.wire.clear();
        }
      },
    },
  ],
  'output-credentials': [
    {
      says: 'sets the credentials as outputs too, masked; false and nothing set none',
      holds: async () => {
        const main = await fine(session({ 'output-credentials': 'true' }), async ({ job, main }) => {
          const secret = main.outputs['aws-secret-access-key'] ?? '';
          expect(await findSecret(job, [main], secret, { allowed: ['outputs'] })).toEqual([]);
          expect((await job.step(['echo', secret])).log).toBe('***\n');
        });
        expect(main.outputs).toMatchObject({
          'aws-access-key-id': main.exported.AWS_ACCESS_KEY_ID,
          'aws-secret-access-key': main.exported.AWS_SECRET_ACCESS_KEY,
          'aws-session-token': main.exported.AWS_SESSION_TOKEN,
        });
        for (const given of [{}, { 'output-credentials': 'false' }] as Inputs[]) {
          expect(Object.keys((await fine(session(given))).outputs)).not.toContain('aws-secret-access-key');
        }
      },
    },
  ],
  'output-env-credentials': [
    {
      says: 'exports by itself; false exports neither credentials nor region; beside a profile it must be asked for',
      holds: async () => {
        const names = async (given: Inputs) => Object.keys((await fine(session(given))).exported).sort();
        const all = [
          'AWS_ACCESS_KEY_ID',
          'AWS_DEFAULT_REGION',
          'AWS_REGION',
          'AWS_SECRET_ACCESS_KEY',
          'AWS_SESSION_TOKEN',
        ];
        expect(await names({})).toEqual(all);
        expect(await names({ 'output-env-credentials': 'true' })).toEqual(all);
        expect(await names({ 'output-env-credentials': 'false' })).toEqual([]);
        const profile = { 'aws-profile': 'ci' };
        expect(await names(profile)).toEqual([]);
        expect(await names({ ...profile, 'output-env-credentials': 'true' })).toEqual([...all, 'AWS_PROFILE'].sort());
      },
    },
  ],
  'unset-current-credentials': [
    {
      says: 'clears what an earlier step left, even if nothing else is exported, and post gives it back',
      holds: async () => {
        const env = inEnvironment(await earlierSession());
        const given = { 'unset-current-credentials': 'true', 'output-env-credentials': 'false' };
        const options = { env };
        await fine(
          session(given),
          async ({ job, use }) => {
            for (const name of Object.keys(env)) expect(job.env[name]).toBe('');
            await use.post();
            expect(job.env).toMatchObject(env);
          },
          options,
        );
      },
    },
    {
      // The other action clears first and looks at its inputs afterwards.
      says: 'clears nothing when the inputs are wrong',
      holds: async () => {
        const env = inEnvironment(await earlierSession());
        const main = await ran(session({ 'unset-current-credentials': 'true', 'role-session-name': '!' }), undefined, {
          env,
        });
        expect(errorCode(main)).toBe('invalid-inputs');
        expect(main.exported).toEqual({});
      },
    },
    {
      says: 'together with role-chaining is an error, for it would clear what that needs',
      holds: async () => {
        const given = { 'unset-current-credentials': 'true', 'role-chaining': 'true' };
        const main = await ran(session(given), undefined, { env: inEnvironment(lab.longLived) });
        expect(messagesOf(main, 'error')).toContain('`unset-current-credentials` would clear');
      },
    },
  ],
  'disable-retry': [
    {
      says: 'leaves it at one try, of STS and of the token service',
      holds: async () => {
        lab.wire.inject({ action: 'AssumeRoleWithWebIdentity', times: 9 }, 'throttle');
        expect(messagesOf(await ran(session({ 'disable-retry': 'true' })), 'error')).toContain('Throttling');
        expect(byToken()).toHaveLength(1);
        lab.wire.reset();
        lab.wire.inject({ action: 'AssumeRoleWithWebIdentity', times: 9 }, { code: 'AccessDenied' });
        expect(errorCode(await ran(session({ 'disable-retry': 'true', 'retry-max-attempts': '5' })))).toBe(
          'assume-role-denied',
        );
        expect(byToken()).toHaveLength(1);
        lab.oidc.inject('error-500', 9);
        expect(errorCode(await ran(session({ 'disable-retry': 'true' })))).toBe('oidc-token-failed');
      },
    },
    {
      says: 'is off by itself',
      holds: async () => {
        lab.wire.inject({ action: 'AssumeRoleWithWebIdentity', times: 2 }, 'throttle');
        lab.oidc.inject('error-500');
        await fine(session());
        expect(byToken()).toHaveLength(3);
      },
    },
  ],
  'retry-max-attempts': [
    {
      says: 'is how often one call is tried, the first try included',
      holds: async () => {
        lab.wire.inject({ action: 'AssumeRoleWithWebIdentity', times: 3 }, 'error-500');
        lab.wire.inject({ action: 'AssumeRole', times: 99 }, 'error-500');
        expect((await ran(session({ 'retry-max-attempts': '3' }))).conclusion).toBe('failure');
        expect((await ran(hop({ 'retry-max-attempts': '2' }))).conclusion).toBe('failure');
        expect([byToken().length, byCredentials().length]).toEqual([3, 2]);
        for (const value of ['0', '21', 'many']) {
          expect(errorCode(await ran(session({ 'retry-max-attempts': value })))).toBe('invalid-inputs');
        }
      },
    },
  ],
  'special-characters-workaround': [
    {
      says: 'asks again until the secret is letters and digits alone, even with disable-retry',
      holds: async () => {
        await withSecrets(['with/slash', 'with+plus', 'plainSecret1'], async (url) => {
          const given = { 'special-characters-workaround': 'true', 'disable-retry': 'true', 'sts-endpoint': url };
          expect((await fine(session(given))).exported.AWS_SECRET_ACCESS_KEY).toBe('plainSecret1');
        });
        expect(byToken()).toHaveLength(3);
      },
    },
    {
      // The other action never stops.
      says: 'gives up after ten tries',
      holds: async () => {
        await withSecrets(Array(20).fill('with/slash'), async (url) => {
          const main = await ran(session({ 'special-characters-workaround': 'true', 'sts-endpoint': url }));
          expect(errorCode(main)).toBe('special-characters-remain');
        });
        expect(byToken()).toHaveLength(10);
      },
    },
  ],
  'use-existing-credentials': [
    {
      says: 'issues and exports nothing when the environment holds valid credentials',
      holds: async () => {
        const env = inEnvironment(await earlierSession());
        const main = await fine(session({ 'use-existing-credentials': 'true' }), undefined, { env });
        expect(main.exported).toEqual({});
        expect(lab.wire.actions()).toEqual(['GetCallerIdentity']);
        expect(messagesOf(main, 'notice')).toContain('user/long-lived');
      },
    },
    {
      // It is text that is not empty, and so true, with the other action.
      says: 'set to false is false',
      holds: async () => {
        const env = inEnvironment(await earlierSession());
        const main = await fine(session({ 'use-existing-credentials': 'false' }), undefined, { env });
        expect(main.outputs['authenticated-arn']).toContain(DEPLOYER);
      },
    },
    {
      says: 'goes on as usual where those have expired, are of another account, or are not there',
      holds: async () => {
        const given = session({ 'use-existing-credentials': 'true' });
        const key = await earlierSession();
        lab.wire.expireSession(key.accessKeyId);
        const again = await fine(given, undefined, { env: inEnvironment(key) });
        expect(again.exported.AWS_ACCESS_KEY_ID).not.toBe(key.accessKeyId);
        await fine(given);
        const other = { ...given, 'allowed-account-ids': '999999999999' };
        const main = await ran(other, undefined, { env: inEnvironment(lab.longLived) });
        expect(errorCode(main)).toBe('account-not-allowed');
      },
    },
  ],
  'allowed-account-ids': [
    {
      says: 'lets the accounts it names pass, and no other gets anything',
      holds: async () => {
        await fine(session({ 'allowed-account-ids': `999999999999, ${lab.accountId}` }));
        const main = await ran(session({ 'allowed-account-ids': '999999999999' }));
        expect(errorCode(main)).toBe('account-not-allowed');
        expect(main.exported).toEqual({});
        expect(main.outputs).toEqual({});
      },
    },
    {
      says: 'is looked at before an IAM user is created',
      holds: async () => {
        const main = await ran({ 'allowed-account-ids': '999999999999' });
        expect(errorCode(main)).toBe('account-not-allowed');
        expect(lab.wire.actions()).not.toContain('CreateUser');
      },
    },
  ],
  'force-skip-oidc': [
    {
      says: 'leaves GitHub unasked, and needs another way in',
      holds: async () => {
        const main = await ran(session({ 'force-skip-oidc': 'true' }));
        expect(errorCode(main)).toBe('invalid-inputs');
        expect(messagesOf(main, 'error')).toContain('`force-skip-oidc`');
        await fine(hop({ 'force-skip-oidc': 'true' }));
        expect(lab.oidc.issued).toEqual([]);
      },
    },
  ],
  'action-timeout-s': [
    {
      says: 'deletes what was created before the step fails',
      holds: async () => {
        const main = await slowUser({ 'action-timeout-s': '2' });
        expect(errorCode(main)).toBe('action-timeout');
        expect(main.conclusion).toBe('failure');
        expect(await lab.users()).toEqual([]);
        expect(main.exported).toEqual({});
        expect(callsOf(lab, 'DeleteUser').some(({ applied }) => applied)).toBe(true);
      },
    },
    {
      says: 'of 0 is none, and does not hold up a step that is done',
      holds: async () => {
        await fine(session({ 'action-timeout-s': '0' }));
        expect((await fine(session({ 'action-timeout-s': '600' }))).durationMs).toBeLessThan(30_000);
        expect(errorCode(await ran(session({ 'action-timeout-s': 'soon' })))).toBe('invalid-inputs');
      },
    },
  ],
  'custom-tags': [
    {
      says: 'are set beside the run’s own, which they may not replace',
      holds: async () => {
        await fine(hop({ 'custom-tags': '{"Team": "blue", "Cost": 42}' }));
        expect(byCredentials().map(sessionTags)[0]).toMatchObject({ Team: 'blue', Cost: '42', GitHub: 'Actions' });
        expect(errorCode(await ran(hop({ 'custom-tags': '{"Repository": "x"}' })))).toBe('invalid-inputs');
      },
    },
  ],
  'sts-endpoint': [
    {
      says: 'is where STS is asked, whatever AWS_ENDPOINT_URL_STS says',
      holds: async () => {
        await fine(session(), undefined, { env: { AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9' } });
        expect(byToken()).toHaveLength(1);
        expect(errorCode(await ran(session({ 'sts-endpoint': 'sts.example.com' })))).toBe('invalid-inputs');
      },
    },
  ],
};

describe.each(OTHER_INPUTS)('%s', (name) => {
  it.each(behaviours[name].map(({ says, holds }) => [says, holds] as const))('%s', (_, holds) => holds());
});

const actionInputs = (parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, unknown> }).inputs;

describe('the other action’s inputs', () => {
  it('are thirty-two, each has a behaviour here, and ours has them all', () => {
    expect(OTHER_INPUTS).toHaveLength(32);
    expect(Object.keys(behaviours).sort()).toEqual([...OTHER_INPUTS].sort());
    for (const checks of Object.values(behaviours)) expect(checks.length).toBeGreaterThan(0);
    expect(Object.keys(actionInputs)).toEqual(expect.arrayContaining([...OTHER_INPUTS]));
  });

  it('are taken without a word from the runner about unknown ones', async () => {
    const all = Object.fromEntries(OTHER_INPUTS.map((name) => [name, '']));
    const main = await fine(session({ ...all, ...lab.inputs(session()) }));
    expect(messagesOf(main, 'warning')).toBe('');
  });

  it('are all read: nonsense in each of those that can be nonsense is an error of that name', async () => {
    const nonsense: Inputs = {
      'aws-region': '!',
      'aws-profile': '[]',
      'overwrite-aws-profile': 'maybe',
      'role-to-assume': 'arn:nothing',
      'aws-secret-access-key': 'alone',
      'role-chaining': 'maybe',
      'http-proxy': 'maybe',
      'mask-aws-account-id': 'maybe',
      'role-duration-seconds': 'maybe',
      'role-external-id': '!',
      'role-session-name': '!',
      'role-skip-session-tagging': 'maybe',
      'inline-session-policy': 'maybe',
      'managed-session-policies': 'maybe',
      'output-credentials': 'maybe',
      'output-env-credentials': 'maybe',
      'unset-current-credentials': 'maybe',
      'disable-retry': 'maybe',
      'retry-max-attempts': 'maybe',
      'special-characters-workaround': 'maybe',
      'use-existing-credentials': 'yes',
      'allowed-account-ids': 'maybe',
      'force-skip-oidc': 'maybe',
      'action-timeout-s': 'maybe',
      'custom-tags': 'maybe',
      'sts-endpoint': 'maybe',
    };
    const main = await ran(session(nonsense));
    expect(errorCode(main)).toBe('invalid-inputs');
    const named = [...messagesOf(main, 'error').matchAll(/^- `([a-z-]+)`/gm)].map(([, name]) => name);
    const missing = Object.keys(nonsense).filter((name) => !named.includes(name));
    // A secret without its key is told of as the key that is missing.
    expect(missing).toEqual(['aws-secret-access-key']);
    expect(named).toContain('aws-access-key-id');
    expect(lab.wire.calls).toEqual([]);
    expect(lab.oidc.issued).toEqual([]);
  });
});

describe('two names of one thing', () => {
  it.each([
    ['ttl', 'role-duration-seconds', '1800', '2700'],
    ['policy-arns', 'managed-session-policies', policyArn('app-read'), policyArn('app-write')],
    ['inline-policy', 'inline-session-policy', JSON.stringify(POLICY), JSON.stringify({ ...POLICY, Id: 'other' })],
  ])('%s and %s: both given and different is an error, the same is not', async (ours, theirs, one, other) => {
    const main = await ran(session({ [ours]: one, [theirs]: other }));
    expect(errorCode(main)).toBe('invalid-inputs');
    expect(messagesOf(main, 'error')).toContain(`\`${ours}\` and \`${theirs}\` are two names of one input`);
    expect(lab.wire.calls).toEqual([]);
    await fine(session({ [ours]: one, [theirs]: one }));
    await fine(session({ [theirs]: one }));
    const [both, alone] = byToken().map(({ params: { WebIdentityToken: _token, ...rest } }) => rest);
    expect(both).toEqual(alone);
  });
});

describe('outputs and variables', () => {
  const EXPORTED = [
    'AWS_ACCESS_KEY_ID',
    'AWS_DEFAULT_REGION',
    'AWS_REGION',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
  ];

  it('of a session are those of the other action, and post leaves none of them behind', async () => {
    const main = await fine(session({ 'output-credentials': 'true' }), async ({ job, use }) => {
      expect(Object.keys(job.env).sort()).toEqual(EXPORTED);
      await use.post();
      expect(Object.values(job.env)).toEqual(['', '', '', '', '']);
    });
    expect(main.outputs).toMatchObject({
      'aws-account-id': lab.accountId,
      'authenticated-arn': `arn:aws:sts::${lab.accountId}:${DEPLOYER}gha-shop-19280374655-1`,
      'aws-access-key-id': expect.stringMatching(/^ASIA[A-Z2-7]{16}$/),
      'aws-secret-access-key': expect.stringMatching(/^.{40}$/),
      'aws-session-token': expect.stringMatching(/^.{100,}$/),
    });
  });

  // With the other action it is JSON text with quotes inside, and only there with output-credentials.
  it('have aws-expiration as a plain time, always, for a session and for a user', async () => {
    const boundary = { 'permissions-boundary-arn': policyArn('lease-boundary') };
    for (const inputs of [session(), session({ 'output-credentials': 'true' }), boundary]) {
      const { outputs } = await fine(inputs);
      expect(outputs['aws-expiration']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      const left = Date.parse(outputs['aws-expiration'] ?? '') - Date.now();
      expect(left).toBeGreaterThan(3_300_000);
      expect(left).toBeLessThan(3_601_000);
    }
  });

  it('of a user empty a session token that an earlier step left, and post gives it back', async () => {
    const env = inEnvironment(await earlierSession());
    const boundary = { 'permissions-boundary-arn': policyArn('lease-boundary') };
    await fine(
      boundary,
      async ({ job, main, use }) => {
        expect(main.exported.AWS_SESSION_TOKEN).toBe('');
        expect((await job.step(whoAmI(lab.wire.url))).log).toContain(`user/`);
        await use.post();
        expect(job.env).toMatchObject(env);
      },
      { env },
    );
  });

  // The other action empties what it had set even if an earlier step had set it before.
  it('go back to what they held before, but for those that a later step has set since', async () => {
    const env = { ...inEnvironment(await earlierSession()), AWS_REGION: 'us-east-1' };
    await fine(
      session(),
      async ({ job, use }) => {
        job.setEnv('AWS_REGION', 'ap-south-1');
        const post = await use.post();
        expect(job.env).toMatchObject({ ...env, AWS_REGION: 'ap-south-1', AWS_DEFAULT_REGION: '' });
        expect(post.log).toContain('AWS_REGION');
      },
      { env },
    );
  });
});

describe('what differs on purpose', () => {
  // Any earlier step can set a variable, so that they may not stand in for inputs.
  it('variables do not stand in for inputs', async () => {
    const env = {
      ROLE_TO_ASSUME: roleArn('second-hop'),
      ROLE_SESSION_NAME: 'somebody',
      AUDIENCE: 'elsewhere',
      ROLE_DURATION_SECONDS: '900',
      OUTPUT_CREDENTIALS: 'true',
      USE_EXISTING_CREDENTIALS: 'true',
      ...inEnvironment(lab.longLived),
    };
    const main = await fine(session(), undefined, { env });
    expect(main.outputs['authenticated-arn']).toContain(`${DEPLOYER}gha-shop-`);
    expect(lab.oidc.issued[0]?.audience).toBe('sts.amazonaws.com');
    expect(byToken()[0]?.params.DurationSeconds).toBe('3600');
    expect(main.outputs).not.toHaveProperty('aws-secret-access-key');
  });

  // So that no step can keep a key alive.
  it('AWS_SKIP_CLEANUP_STEP does not switch post off', async () => {
    const boundary = { 'permissions-boundary-arn': policyArn('lease-boundary') };
    await fine(boundary, async ({ job, use }) => {
      job.setEnv('AWS_SKIP_CLEANUP_STEP', 'true');
      await use.post();
    });
    expect(await lab.users()).toEqual([]);
  });

  // A job that lost its OIDC permission should not go on as whatever the runner is.
  it('credentials of the machine are not taken unless asked for', async () => {
    const options = { oidc: false, env: inEnvironment(lab.longLived) };
    for (const role of ['', roleArn('second-hop')]) {
      const main = await ran(session({ 'role-to-assume': role }), undefined, options);
      expect(['invalid-inputs', 'no-oidc-variables']).toContain(errorCode(main));
    }
    expect(lab.wire.calls).toEqual([]);
    const given = { 'role-to-assume': roleArn('second-hop'), 'use-ambient-credentials': 'true' };
    const main = await fine(session(given), undefined, options);
    expect(main.outputs['authenticated-arn']).toContain('assumed-role/second-hop/');
  });

  it('without credential-type the job gets a user of its own, with a guard, until its end', async () => {
    const boundary = { 'permissions-boundary-arn': policyArn('lease-boundary') };
    await fine(boundary, async ({ main, use }) => {
      expect(main.outputs['credential-type']).toBe('iam-user');
      expect(await lab.users()).toEqual([main.outputs['user-name']]);
      await use.post();
      expect(await lab.users()).toEqual([]);
    });
  });
});

describe('retries', () => {
  it('a refused role is asked three times, and its error comes within 20 s with AWS’s reason and the token’s claims', async () => {
    const main = await ran(session({ 'role-to-assume': roleArn('no-such-role') }));
    expect(errorCode(main)).toBe('assume-role-denied');
    expect(byToken()).toHaveLength(3);
    expect(main.durationMs).toBeLessThan(20_000);
    const error = messagesOf(main, 'error');
    expect(error).toContain('AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity');
    expect(error).toContain('sub: repo:octo-org/shop:ref:refs/heads/main');
    expect(error).toContain('aud: sts.amazonaws.com');
  });

  it('a refused AssumeRole likewise', async () => {
    const main = await ran(hop({ 'role-to-assume': roleArn('no-such-role') }));
    expect(errorCode(main)).toBe('assume-role-denied');
    expect(byCredentials()).toHaveLength(3);
    expect(main.durationMs).toBeLessThan(20_000);
    expect(messagesOf(main, 'error')).toContain('not authorized to perform sts:AssumeRole');
  });

  it.each(['IDPCommunicationError', 'ExpiredTokenException'])('%s is answered with a new token', async (code) => {
    lab.wire.inject({ action: 'AssumeRoleWithWebIdentity' }, { code });
    await fine(session());
    const tokens = byToken().map(({ params }) => params.WebIdentityToken);
    expect(tokens).toHaveLength(2);
    expect(new Set(tokens).size).toBe(2);
  });

  it('what AWS finds invalid is not tried again', async () => {
    lab.wire.inject({ action: 'AssumeRole', times: 9 }, { code: 'MalformedPolicyDocument', message: 'bad grammar' });
    const main = await ran(hop({ 'inline-session-policy': JSON.stringify(POLICY) }));
    expect(messagesOf(main, 'error')).toContain('MalformedPolicyDocument: bad grammar');
    expect(byCredentials()).toHaveLength(1);
  });

  it.each(['reset', 'error-503', 'answer-lost'] as const)('a call that met %s is tried again', async (fault) => {
    lab.wire.inject({ action: 'AssumeRole' }, fault);
    await fine(hop());
    expect(byCredentials()).toHaveLength(2);
  });

  it('an STS that never answers is given up within its time-out', async () => {
    lab.wire.inject({ action: 'AssumeRoleWithWebIdentity' }, 'hang');
    const main = await ran(session({ 'disable-retry': 'true' }));
    expect(errorCode(main)).toBe('assume-role-failed');
    expect(main.durationMs).toBeGreaterThan(5_000);
    expect(main.durationMs).toBeLessThan(40_000);
  });
});

describe('docs/migrating.md', () => {
  const text = readFileSync('docs/migrating.md', 'utf8');

  it('has a row for each of the thirty-two inputs, and for no other', () => {
    const rows = text.split('\n').filter((line) => /^\| `/.test(line));
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name]) => name),
    );
    expect(named.sort()).toEqual([...OTHER_INPUTS].sort());
    for (const row of rows) expect(row.split('|')[2]?.trim()).toMatch(/^(same|better|differs)$/);
  });

  it('gives YAML that parses, with inputs that exist', () => {
    const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = '']) => block);
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) {
      const steps = parse(block) as { uses?: string; with?: Record<string, unknown> }[];
      for (const step of steps) {
        expect(step.uses).toMatch(/^OWNER\/aws-ephemeral-credentials@v1$/);
        expect(Object.keys(actionInputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
      }
    }
  });

  it('gives an example that works', async () => {
    const [, block = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
    const [step] = parse(block) as { with: Inputs }[];
    const main = await fine(lab.inputs(step?.with));
    expect(main.outputs['authenticated-arn']).toContain(DEPLOYER);
  });

  it('names only inputs, outputs and files that exist', () => {
    for (const [, file = ''] of text.matchAll(/\]\(([\w./-]+\.md)/g)) expect(existsSync(join('docs', file))).toBe(true);
    const known = new Set([...Object.keys(actionInputs), 'aws-expiration']);
    const words = [...text.matchAll(/`([a-z]+(?:-[a-z]+)+)(?:: [\w-]+)?`/g)].map(([, name = '']) => name);
    expect(words.filter((name) => !known.has(name))).toEqual(['iam-user'].filter((name) => words.includes(name)));
  });
});

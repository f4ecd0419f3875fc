import { expect } from '@jest/globals';
import { callerOf, roleArn } from '../support/scenarios/scenario.ts';
import { canary, DEBUG, values } from '../support/scenarios/sync.ts';
import { expectWhole, FULL_LEASE, postAfter } from './lease-checks.ts';
import type { Ended, Scene, SetScene, Setting } from './scene.ts';
import { isSurvivable } from './verdict.ts';

type Main = Pick<Scene, 'beforeStart' | 'fails' | 'secrets'> & {
  readonly inputs: Record<string, string>;
  /** What must hold where main succeeded. */
  readonly good?: (ended: Ended) => Promise<void>;
};

/** Main, then post. */
async function mainThenPost({ site, inputs }: Setting, main: Main): Promise<Scene> {
  const job = await site.job({ context: DEBUG });
  const use = job.use(inputs(main.inputs));
  return {
    ...main,
    job,
    start: () => use.start('main'),
    check: async (ended) => {
      if (ended.ending === 'survived') await main.good?.(ended);
      else expect(ended.result.exported).not.toHaveProperty('AWS_SECRET_ACCESS_KEY');
      // After a transient fault main rolls back by itself: post is not needed.
      if (ended.ending === 'failed clearly' && isSurvivable(ended.fault)) expect(await site.lab.users()).toEqual([]);
    },
    afterwards: () => postAfter(job, use),
  };
}

const user =
  (more: (setting: Setting) => Partial<Main>): SetScene =>
  (setting) => {
    const { inputs = {}, ...main } = more(setting);
    const good = ({ result }: Ended) => expectWhole(setting, result);
    return mainThenPost(setting, { good, ...main, inputs: { ...FULL_LEASE, ...inputs } });
  };

const CHAIN = { 'role-to-assume': `${roleArn('deployer')}\n${roleArn('second-hop')}` };
const SECRETS = { A: canary('A'), B: canary('B') };
const MISSING = 'arn:aws:iam::123456789012:policy/missing';

function answersLost({ site }: Setting): Partial<Main> {
  return {
    beforeStart: () => {
      site.inject('CreateUser', 'answer-lost');
      site.inject('CreateAccessKey', 'answer-lost');
    },
  };
}

function secretsBeside(setting: Setting): Partial<Main> {
  return {
    inputs: { sync: 'apply', 'sync-name': 'github/app', 'sync-secrets': JSON.stringify(SECRETS) },
    secrets: Object.values(SECRETS),
    good: async ({ result }) => {
      await expectWhole(setting, result);
      expect(JSON.parse((await values(setting.site.lab))['github/app'] ?? '')).toEqual(SECRETS);
    },
  };
}

/** A session hands over three values; the check calls STS with them. @param whose the ARN that STS answers */
const session =
  (whose: RegExp, inputs: (setting: Setting) => Record<string, string>): SetScene =>
  (setting) => {
    const good = async ({ result }: Ended) => {
      expect(result.exported.AWS_SESSION_TOKEN?.length ?? 0).toBeGreaterThan(100);
      expect(await callerOf(setting.site.lab, result.exported)).toMatch(whose);
      const awsNow = Date.now() + setting.site.lab.wire.skewMs;
      expect(Date.parse(result.outputs['aws-expiration'] ?? '')).toBeGreaterThan(awsNow);
    };
    const { secretAccessKey } = setting.site.lab.longLived;
    const given = { 'credential-type': 'session', ...inputs(setting) };
    return mainThenPost(setting, { inputs: given, good, secrets: [secretAccessKey] });
  };

/** ARNs of the principals of sessions: `what` and a name. */
const sessionOf = (what: string) => new RegExp(`^arn:aws:(?:sts|iam)::123456789012:${what}[^/]+$`);

const keysOf = ({ site }: Setting) => ({
  'role-to-assume': '',
  'aws-access-key-id': site.lab.longLived.accessKeyId,
  'aws-secret-access-key': site.lab.longLived.secretAccessKey,
});
const NARROW = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
});

/** The scenes of main, by stage. */
export const MAIN_SCENES: Record<string, SetScene> = {
  'main: user': user(() => ({})),
  'main: user, chained': user(() => ({ inputs: CHAIN })),
  'main: user, answers lost': user(answersLost),
  'main: rolled back': user(() => ({
    inputs: { 'policy-arns': `${FULL_LEASE['policy-arns']}\n${MISSING}` },
    fails: /policy\/missing/,
  })),
  'main: user and secrets': user(secretsBeside),
  'main: session': session(sessionOf('assumed-role/deployer/'), () => ({ 'role-to-assume': roleArn('deployer') })),
  'main: session, chained': session(sessionOf('assumed-role/second-hop/'), () => CHAIN),
  'main: session of a user': session(sessionOf('user/'), keysOf),
  'main: narrowed session of a user': session(sessionOf('federated-user/'), (setting) => ({
    ...keysOf(setting),
    'inline-policy': NARROW,
  })),
};

import { beforeEach, describe, expect, it } from '@jest/globals';
import type { StepResult } from '../lab/runner/runner.ts';
import { findSecret } from '../lab/runner/runner.ts';
import {
  type AfterMain,
  afterMain,
  errorCode,
  inJob,
  messagesOf,
  policyArn,
  roleArn,
} from '../support/scenarios/scenario.ts';
import { DEBUG } from '../support/scenarios/sync.ts';
import { useLab } from '../support/use-lab.ts';

/** What main claims of the state before it reads its inputs. */
const CLAIMED = { access: '', lease: '', session: '', variables: '', profile: '' };
const KEYS = {
  'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE',
  'aws-secret-access-key': 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

// Nothing here reaches AWS, so there is nothing to reset there.
const lab = useLab({ reset: false });
beforeEach(() => {
  lab.wire.reset();
  lab.oidc.reset();
});

/** The lines of the one error that lists what is wrong with the inputs. */
function problems(main: StepResult): string[] {
  return messagesOf(main, 'error')
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => line.slice(2));
}

function expectNothingDone(main: StepResult): void {
  expect(main.exitCode).toBe(1);
  expect(lab.wire.calls).toEqual([]);
  expect(lab.oidc.issued).toEqual([]);
  expect(main.exported).toEqual({});
  expect(main.outputs).toEqual({});
  expect(main.state).toEqual(CLAIMED);
}

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const policy = (extra: object = {}) => JSON.stringify({ Version: '2012-10-17', Statement: [statement], ...extra });
const many = (count: number, name: (n: number) => string) => Array.from({ length: count }, (_, n) => name(n)).join(',');
const session = (inputs: Record<string, string>) => ({ 'credential-type': 'session', ...inputs });

/** Inputs with one thing wrong, and what the one line about it must say. */
const WRONG: [what: string, inputs: Record<string, string>, says: RegExp][] = [
  ['no region', { 'aws-region': '' }, /^`aws-region` is missing.*AWS_REGION.*AWS_DEFAULT_REGION/],
  ['a region that is none', { 'aws-region': 'eu_central.1' }, /^`aws-region`.*not "eu_central\.1"/],
  ['no role', { 'role-to-assume': '' }, /^`role-to-assume` is missing/],
  [
    'a user’s ARN as role',
    { 'role-to-assume': 'arn:aws:iam::123456789012:user/x' },
    /^`role-to-assume` has "arn:.*neither/,
  ],
  [
    'a role’s name with blanks',
    { 'role-to-assume': `${roleArn('a')}\nsecond hop` },
    /^`role-to-assume` has "second hop"/,
  ],
  [
    'a bare role name in an unknown account',
    { 'role-to-assume': 'manager' },
    /^`role-to-assume` names "manager" without/,
  ],
  ['a session name of one character', { 'role-session-name': 'x' }, /^`role-session-name` must have 2 to 64/],
  ['an external id with blanks', { 'role-external-id': 'has blanks' }, /^`role-external-id` must have 2 to 1224/],
  [
    'an access key without secret',
    { 'aws-access-key-id': KEYS['aws-access-key-id'] },
    /^`aws-secret-access-key` is missing/,
  ],
  [
    'a secret without access key',
    { 'aws-secret-access-key': KEYS['aws-secret-access-key'] },
    /^`aws-access-key-id` is missing/,
  ],
  [
    'two base identities',
    { ...KEYS, 'web-identity-token-file': '/token' },
    /^`aws-access-key-id` and `web-identity-token-file`/,
  ],
  ['nothing left to authenticate with', { 'force-skip-oidc': 'true' }, /^`force-skip-oidc` leaves no base identity/],
  ['an account id of three digits', { 'allowed-account-ids': '123456789012,123' }, /^`allowed-account-ids` has "123"/],
  ['a proxy that is no URL', { 'http-proxy': 'ftp://proxy.example' }, /^`http-proxy` must be a URL/],
  ['an STS endpoint that is no URL', { 'sts-endpoint': 'localhost:4566' }, /^`sts-endpoint` must be a URL/],
  ['an IAM endpoint that is no URL', { 'iam-endpoint': 'here' }, /^`iam-endpoint` must be a URL/],
  ['no tries', { 'retry-max-attempts': '0' }, /^`retry-max-attempts` must be a whole number from 1/],
  ['a negative time-out', { 'action-timeout-s': '-1' }, /^`action-timeout-s` must be a whole number/],
  [
    'an unknown kind of credentials',
    { 'credential-type': 'user' },
    /^`credential-type` must be one of iam-user, session/,
  ],
  ['a ttl in words', { ttl: '1 hour' }, /^`ttl` must be a duration.*not "1 hour"/],
  ['a ttl below a minute', { ttl: '59s' }, /^`ttl`.*60/],
  ['a ttl above max-ttl', { ttl: '25h' }, /^`ttl` is 90000 s, which is above `max-ttl`, 86400 s/],
  [
    'two ttls that differ',
    { ttl: '1h', 'role-duration-seconds': '1800' },
    /^`ttl` and `role-duration-seconds` are two names/,
  ],
  ['a max-ttl in words', { 'max-ttl': 'never' }, /^`max-ttl` must be a duration/],
  ['a max-ttl beyond the calendar', { 'max-ttl': '99999999999d' }, /^`max-ttl`/],
  ['a name without randomness', { 'user-name-template': 'gha-{{repo}}' }, /^`user-name-template`.*no random part/],
  [
    'an unknown name in a template',
    { 'user-name-template': '{{random}}{{nope}}' },
    /^`user-name-template`.*"nope"; known are owner, repo/,
  ],
  ['half a brace', { 'user-name-template': '{{random}}{{repo' }, /^`user-name-template`.*unmatched braces/],
  [
    'a path beyond 512 characters',
    { 'iam-path': 'abcdefgh/'.repeat(60) },
    /^`iam-path` has 541 characters; IAM allows 512/,
  ],
  ['a policy’s name for its ARN', { 'policy-arns': 'ReadOnlyAccess' }, /^`policy-arns` has "ReadOnlyAccess"/],
  ['a policy twice', { 'policy-arns': `${policyArn('a')},${policyArn('a')}` }, /^`policy-arns` names a policy twice/],
  [
    '21 policies',
    { 'policy-arns': many(21, (n) => policyArn(`p${n}`)) },
    /^`policy-arns` names 21 policies; the maximum is 20/,
  ],
  [
    'two lists of policies that differ',
    { 'policy-arns': policyArn('a'), 'managed-session-policies': policyArn('b') },
    /^`policy-arns` and `managed-session-policies`/,
  ],
  ['an inline policy that is no JSON', { 'inline-policy': '{ Statement }' }, /^`inline-policy` is not a JSON object/],
  [
    'a second document that is no policy',
    { 'inline-policy': `${policy()}\n---\n{"Version":"2012-10-17"}` },
    /^`inline-policy`: document 2 is.*no Statement/,
  ],
  ['an inline policy in Greek', { 'inline-policy': policy({ Id: 'αβγ' }) }, /^`inline-policy`.*U\+00FF/],
  [
    'inline policies without room for the guard',
    { 'inline-policy': policy({ Id: 'x'.repeat(1_700) }) },
    /^`inline-policy`.*2048/,
  ],
  [
    'two inline policies that differ',
    { 'inline-policy': policy(), 'inline-session-policy': policy({ Id: 'x' }) },
    /^`inline-policy` and `inline-session-policy`/,
  ],
  ['a group’s name with a slash', { 'iam-groups': 'a/b' }, /^`iam-groups` has "a\/b"/],
  ['11 groups', { 'iam-groups': many(11, (n) => `g${n}`) }, /^`iam-groups` names 11 groups; a user can be in 10/],
  [
    'a boundary’s name for its ARN',
    { 'permissions-boundary-arn': 'boundary' },
    /^`permissions-boundary-arn` has "boundary"/,
  ],
  ['a tag without value', { tags: 'team' }, /^`tags` has the line "team"/],
  ['two tags that differ in case only', { tags: 'Team=a\nteam=b' }, /^`tags`: the key "team" appears twice/],
  ['a tag with a character IAM refuses', { tags: 'team=a&b' }, /^`tags`: the value of "team"/],
  ['a tag in AWS’s own name space', { tags: '{"aws:team":"a"}' }, /^`tags`: the key "aws:team"/],
  ['a tag in ours', { tags: 'lease:run-id=1' }, /^`tags`: the key "lease:run-id"/],
  ['too many tags', { tags: many(38, (n) => `t${n}=x`).replaceAll(',', '\n') }, /^`tags`: 38 tags are too many/],
  ['tags that are half a JSON object', { tags: '{"team":' }, /^`tags` must be a JSON object of strings/],
  [
    'a wait beyond 5 minutes',
    { 'wait-for-propagation': '10m' },
    /^`wait-for-propagation` is 600 s; the maximum is 300 s/,
  ],
  ['an unknown moment to revoke', { revoke: 'sometimes' }, /^`revoke` must be one of always, never/],
  ['an unknown way to fail', { 'on-revoke-failure': 'ignore' }, /^`on-revoke-failure` must be one of error, warning/],
  ['an unknown thing to export', { 'env-names': 'key=X' }, /^`env-names` has the line "key=X"/],
  [
    'a variable that the runner keeps for itself',
    { 'env-names': 'region=GITHUB_REGION' },
    /^`env-names` cannot export to "GITHUB_REGION"/,
  ],
  [
    'one variable for two values',
    { 'env-names': 'region=X\ndefault-region=X' },
    /^`env-names` gives two values the same variable/,
  ],
  ['the lease id’s variable for another value', { 'env-names': 'region=AWS_EPHEMERAL_LEASE_ID' }, /^`env-names`/],
  [
    'role chaining with what is to be unset',
    { 'role-chaining': 'true', 'unset-current-credentials': 'true' },
    /^`unset-current-credentials`.*`role-chaining`/,
  ],
  ['a session below 900 s', session({ ttl: '899' }), /^`ttl`.*900/],
  [
    'a session below 900 s by its other name',
    session({ 'role-duration-seconds': '600' }),
    /^`role-duration-seconds`.*900/,
  ],
  [
    'a session with a boundary',
    session({ 'permissions-boundary-arn': policyArn('a') }),
    /^`permissions-boundary-arn` applies to IAM users only/,
  ],
  ['a session in a group', session({ 'iam-groups': 'readers' }), /^`iam-groups` applies to IAM users only/],
  ['a session with tags', session({ tags: 'team=shop' }), /^`tags` applies to IAM users only/],
  ['a session with a path', session({ 'iam-path': '/ci/' }), /^`iam-path` applies to IAM users only/],
  [
    'a session with 11 policies',
    session({ 'policy-arns': many(11, (n) => policyArn(`p${n}`)) }),
    /^`policy-arns` names 11 policies; the maximum is 10/,
  ],
  [
    'a session with two policy documents',
    session({ 'inline-policy': `${policy()}\n---\n${policy()}` }),
    /^`inline-policy` has several documents/,
  ],
];

const FLAGS = [
  'role-chaining',
  'force-skip-oidc',
  'use-ambient-credentials',
  'mask-aws-account-id',
  'disable-retry',
  'special-characters-workaround',
  'use-existing-credentials',
  'output-env-credentials',
  'output-credentials',
  'unset-current-credentials',
];

describe('a bad input', () => {
  it.each(WRONG)('is refused: %s', async (_what, inputs, says) => {
    await afterMain(lab, inputs, async ({ main }) => {
      expect(errorCode(main)).toBe('invalid-inputs');
      expect(problems(main)).toEqual([expect.stringMatching(says)]);
      expectNothingDone(main);
    });
  });

  it('is every boolean that YAML 1.2 does not know', async () => {
    for (const value of ['yes', 'on', '1']) {
      const inputs = Object.fromEntries(FLAGS.map((name) => [name, value]));
      await afterMain(lab, inputs, async ({ main }) => {
        expect(problems(main).sort()).toEqual(
          FLAGS.map((name) => `\`${name}\` must be true or false, not "${value}"`).sort(),
        );
        expectNothingDone(main);
      });
    }
  });

  it('may come from the environment, and is named all the same', async () => {
    const env = { AWS_DEFAULT_REGION: 'mars north', AWS_ENDPOINT_URL_IAM: 'not a url' };
    await afterMain(
      lab,
      { 'aws-region': '', 'iam-endpoint': '' },
      async ({ main }) => {
        expect(problems(main)).toEqual([
          expect.stringMatching(/^`aws-region`.*"mars north"/),
          expect.stringMatching(/AWS_ENDPOINT_URL_IAM|`iam-endpoint`/),
        ]);
        expectNothingDone(main);
      },
      { env },
    );
  });
});

describe('a thoroughly bad set of inputs', () => {
  const inputs = {
    ...KEYS,
    'aws-region': 'Frankfurt!',
    'role-to-assume': 'not a role',
    'role-external-id': 'super secret id',
    'allowed-account-ids': 'mine',
    'credential-type': 'iam-user',
    ttl: '30s',
    'max-ttl': 'forever',
    'user-name-template': 'fixed',
    'policy-arns': 'Admin',
    'inline-policy': 'nope',
    'iam-groups': 'a b',
    'permissions-boundary-arn': 'none',
    tags: 'broken',
    'role-chaining': 'yes',
    revoke: 'no',
    'env-names': 'x',
    'action-timeout-s': 'soon',
  };
  const named = Object.keys(inputs).filter((name) => !['credential-type', ...Object.keys(KEYS)].includes(name));

  it('gives one error that names every one of them, and nothing is done', async () => {
    await afterMain(lab, inputs, async ({ main, use }) => {
      expect(main.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
      expect(errorCode(main)).toBe('invalid-inputs');
      const listed = problems(main).map((line) => /^`([a-z-]+)`/.exec(line)?.[1]);
      expect(listed.sort()).toEqual(named.sort());
      expectNothingDone(main);
      const post = await use.post();
      expect(post).toMatchObject({ exitCode: 0, annotations: [], exported: {} });
      expect(lab.wire.calls).toEqual([]);
      expect(lab.oidc.issued).toEqual([]);
    });
  });

  it('never shows the secrets among them', async () => {
    const search = async ({ job, main }: AfterMain) => {
      for (const secret of [KEYS['aws-secret-access-key'], KEYS['aws-access-key-id'], inputs['role-external-id']]) {
        expect(await findSecret(job, [main], secret)).toEqual([]);
      }
    };
    await afterMain(lab, inputs, search, { context: DEBUG });
  });

  it('costs the job nothing of what it had, even where it asks for that to be unset', async () => {
    const env = {
      AWS_ACCESS_KEY_ID: 'AKIAEARLIER',
      AWS_SECRET_ACCESS_KEY: 'earlier',
      AWS_SESSION_TOKEN: 'earlier too',
    };
    const run = { ...inputs, 'unset-current-credentials': 'true' };
    await afterMain(
      lab,
      run,
      async ({ job, main, use }) => {
        expectNothingDone(main);
        expect((await use.post()).exported).toEqual({});
        expect(job.env).toMatchObject(env);
      },
      { env },
    );
  });
});

describe('a job without OIDC variables', () => {
  const BLOCK = 'permissions:\n  id-token: write\n  contents: read';
  const pullRequest = (head: object | null) => ({
    event: { name: 'pull_request', payload: { pull_request: { head: { repo: head } } } },
    ref: 'refs/pull/7/merge',
  });

  it.each([
    ['the block that gives it them, and nothing else', {}, undefined],
    ['that forks never get a token', pullRequest({ full_name: 'eve/shop' }), /fork \(eve\/shop\)/],
    ['that a fork deleted since gets none either', pullRequest(null), /fork \(deleted since\)/],
    ['that Dependabot gets none', { actor: 'dependabot[bot]' }, /Dependabot/],
    [
      'only the block in a pull request from the repository itself',
      pullRequest({ full_name: 'octo-org/shop' }),
      undefined,
    ],
  ])('is told %s', async (_what, facts, reason) => {
    await inJob(
      lab,
      async (job) => {
        const main = await job.use(lab.inputs()).main();
        const text = messagesOf(main, 'error');
        expect(errorCode(main)).toBe('no-oidc-variables');
        expect(text).toContain(BLOCK);
        expect(text).toContain('reusable workflow');
        if (reason === undefined) expect(text).not.toMatch(/fork|Dependabot/);
        else expect(text).toMatch(reason);
        expect(lab.wire.calls).toEqual([]);
        expect(main.exported).toEqual({});
        expect(main.state).toMatchObject({ access: '', lease: '', session: '', profile: '' });
      },
      { oidc: false, ...facts },
    );
  });
});

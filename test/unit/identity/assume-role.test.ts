import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { assumeWithCredentials, assumeWithToken, maskedCredentials } from '../../../src/identity/assume-role.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { identityDeps, jwt } from '../../support/fakes/identity.ts';
import { fakeRandomness } from '../../support/fakes/randomness.ts';
import { EXPIRATION, refusal, type StsAnswer, type StsCall } from '../../support/fakes/sts.ts';
import { useSts } from '../../support/fakes/use-sts.ts';

const ROLE = 'arn:aws:iam::123456789012:role/manager';
const STEP = { roleArn: ROLE, sessionName: 'gha-repo-1-1', externalId: undefined };
const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:octo-org/octo_repo:ref:refs/heads/main',
  aud: 'sts.amazonaws.com',
  repository: 'octo-org/octo_repo',
  ref: 'refs/heads/main',
  environment: 'prod',
  actor: 'mona',
};
const start = useSts();

async function setUp(...given: Parameters<typeof start>) {
  const sts = await start(...given);
  let asked = 0;
  const token = async () => jwt({ ...CLAIMS, jti: String(++asked) });
  return { ...sts, token, asked: () => asked };
}

const withToken = (token: () => Promise<string>, isGitHubs = true) => ({ ...STEP, token, isGitHubs });
const tokensOf = (calls: readonly StsCall[]) => calls.map(({ parameters }) => parameters.WebIdentityToken);

describe('assuming a role with a token', () => {
  it('sends the token unsigned and gives the session', async () => {
    const { deps, calls, token, masks } = await setUp();
    const principal = await assumeWithToken(withToken(token), { durationSeconds: 900 }, deps);
    expect(principal).toEqual({
      credentials: {
        accessKeyId: 'ASIA1',
        secretAccessKey: 'secret1',
        sessionToken: 'token1',
        expiration: new Date(EXPIRATION),
      },
      arn: 'arn:aws:sts::123456789012:assumed-role/manager/gha-repo-1-1',
      accountId: '123456789012',
      jobEnvironment: 'prod',
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      action: 'AssumeRoleWithWebIdentity',
      signer: '',
      parameters: { RoleArn: ROLE, RoleSessionName: 'gha-repo-1-1', DurationSeconds: '900' },
    });
    expect(masks).toEqual(['secret1', 'token1', 'ASIA1']);
  });

  it('sends the policies that narrow the session', async () => {
    const { deps, calls, token } = await setUp();
    await assumeWithToken(
      withToken(token),
      { durationSeconds: 900, policy: '{}', policyArns: ['arn:a', 'arn:b'] },
      deps,
    );
    expect(calls[0]?.parameters).toMatchObject({
      Policy: '{}',
      'PolicyArns.member.1.arn': 'arn:a',
      'PolicyArns.member.2.arn': 'arn:b',
    });
  });

  it.each([
    ['a denial', refusal('AccessDenied')],
    ['a token STS does not take', refusal('InvalidIdentityToken', { status: 400 })],
    ['an expired token', refusal('ExpiredTokenException', { status: 400 })],
    ['a fault of STS', refusal('InternalFailure', { status: 500 })],
    ['throttling', refusal('Throttling', { status: 400 })],
    ['GitHub’s keys that STS could not fetch', refusal('IDPCommunicationError', { status: 400 })],
    ['a cut connection', undefined],
  ])('is tried again with a new token after %s', async (_, answer) => {
    const { deps, calls, token } = await setUp((__, nth) => (nth === 1 ? answer : 'default'));
    await assumeWithToken(withToken(token), { durationSeconds: 900 }, deps);
    expect(calls).toHaveLength(2);
    expect(new Set(tokensOf(calls)).size).toBe(2);
  });

  it('is denied after three tries within 15 s', async () => {
    const { deps, calls, token, slept } = await setUp(() => refusal('AccessDenied'), {
      randomness: fakeRandomness(0.999_999),
    });
    expect(await rejection(assumeWithToken(withToken(token), { durationSeconds: 900 }, deps))).toMatchObject({
      code: 'assume-role-denied',
    });
    expect(calls).toHaveLength(3);
    expect(slept).toHaveLength(2);
    expect(slept.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(15_000);
    expect(slept.every((pause) => pause > 0)).toBe(true);
  });

  it('is tried as often as the inputs say while STS has faults, with growing pauses', async () => {
    const { deps, calls, token, slept } = await setUp(() => refusal('InternalFailure', { status: 500 }), {
      maxAttempts: 8,
    });
    await rejection(assumeWithToken(withToken(token), { durationSeconds: 900 }, deps));
    expect(calls).toHaveLength(8);
    expect(slept).toEqual([50, 100, 200, 400, 800, 1600, 2500]);
  });

  it('is tried once only where retries are off', async () => {
    const { deps, calls, token } = await setUp(() => refusal('AccessDenied'), { maxAttempts: 1 });
    await rejection(assumeWithToken(withToken(token), { durationSeconds: 900 }, deps));
    expect(calls).toHaveLength(1);
  });

  it('is not tried again when STS finds the request wrong', async () => {
    const { deps, calls, token } = await setUp(() => refusal('ValidationError', { status: 400 }));
    expect(await rejection(assumeWithToken(withToken(token), { durationSeconds: 900 }, deps))).toMatchObject({
      name: 'ValidationError',
    });
    expect(calls).toHaveLength(1);
  });

  it('does not ask again for a token that cannot be had: whoever gives it has tried already', async () => {
    const { deps, slept } = await setUp();
    const none = new ActionError('token-file-unreadable', 'no file', { remedy: 'fix it' });
    let asked = 0;
    const token = async () => {
      asked++;
      throw none;
    };
    expect(await rejection(assumeWithToken(withToken(token), { durationSeconds: 900 }, deps))).toBe(none);
    expect(asked).toBe(1);
    expect(slept).toEqual([]);
  });

  it('is not tried again once the step is stopped', async () => {
    const stop = new AbortController();
    const { deps, calls, token } = await setUp(
      () => {
        stop.abort(new Error('stopped'));
        return refusal('AccessDenied');
      },
      { lifetime: { soft: stop.signal, hard: new AbortController().signal } },
    );
    await rejection(assumeWithToken(withToken(token), { durationSeconds: 900 }, deps));
    expect(calls).toHaveLength(1);
  });

  it('denied shows the token’s claims and a trust policy that fits them, never the token', async () => {
    const { deps, calls, token } = await setUp(() =>
      refusal('AccessDenied', { message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity' }),
    );
    const error = (await rejection(assumeWithToken(withToken(token), { durationSeconds: 900 }, deps))) as ActionError;
    for (const claim of ['sub', 'aud', 'repository', 'ref', 'environment'] as const) {
      expect(error.message).toContain(`${claim}: ${CLAIMS[claim]}`);
    }
    expect(error.message).toContain('AccessDenied: Not authorized');
    expect(JSON.parse(error.remedy.slice(error.remedy.indexOf('{')))).toEqual({
      Effect: 'Allow',
      Principal: { Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': CLAIMS.aud,
          'token.actions.githubusercontent.com:sub': CLAIMS.sub,
        },
      },
    });
    const shown = `${error.message}\n${error.remedy}`;
    for (const sent of tokensOf(calls)) {
      for (const part of (sent ?? '').split('.')) expect(shown).not.toContain(part);
    }
  });

  it.each([
    ['GitHub’s own', true, CLAIMS, 'prod'],
    ['GitHub’s own, of a job without one', true, { ...CLAIMS, environment: undefined }, ''],
    ['another issuer’s, whose claims mean other things', false, CLAIMS, ''],
  ])('knows the job’s environment when the token is %s', async (_, isGitHubs, claims, jobEnvironment) => {
    const { deps } = await setUp();
    const step = withToken(async () => jwt(claims), isGitHubs);
    expect(await assumeWithToken(step, { durationSeconds: 900 }, deps)).toMatchObject({ jobEnvironment });
  });

  it('knows the environment of the token that was accepted, not of an earlier one', async () => {
    const { deps } = await setUp((_, nth) => (nth === 1 ? refusal('ExpiredToken', { status: 400 }) : 'default'));
    let asked = 0;
    const step = withToken(async () => jwt({ environment: `environment-${++asked}` }));
    expect(await assumeWithToken(step, { durationSeconds: 900 }, deps)).toMatchObject({
      jobEnvironment: 'environment-2',
    });
  });

  it('sends no external id: STS has no such parameter there', async () => {
    const { deps, calls, token } = await setUp();
    await assumeWithToken({ ...withToken(token), externalId: 'e-1' }, { durationSeconds: 900 }, deps);
    expect(calls[0]?.parameters).not.toHaveProperty('ExternalId');
  });

  it('denied says so also where the token cannot be read', async () => {
    const { deps } = await setUp(() => refusal('AccessDenied'));
    const error = (await rejection(
      assumeWithToken(
        withToken(async () => 'opaque'),
        { durationSeconds: 900 },
        deps,
      ),
    )) as ActionError;
    expect(error).toMatchObject({ code: 'assume-role-denied' });
    expect(error.message).not.toContain('opaque');
  });
});

describe('assuming a role with credentials', () => {
  const by = { credentials: { accessKeyId: 'AKIABASE', secretAccessKey: 'base-secret' }, jobEnvironment: 'prod' };

  it('signs with them and sends the external id', async () => {
    const { deps, calls, masks } = await setUp();
    const principal = await assumeWithCredentials({ ...STEP, by, externalId: 'e-1' }, { durationSeconds: 900 }, deps);
    expect(principal).toMatchObject({ accountId: '123456789012', jobEnvironment: 'prod' });
    expect(calls).toMatchObject([
      {
        action: 'AssumeRole',
        signer: 'AKIABASE',
        parameters: { RoleArn: ROLE, ExternalId: 'e-1', DurationSeconds: '900' },
      },
    ]);
    expect(masks).toContain('secret1');
  });

  it('sends no external id when there is none', async () => {
    const { deps, calls } = await setUp();
    await assumeWithCredentials({ ...STEP, by }, { durationSeconds: 900 }, deps);
    expect(calls[0]?.parameters).not.toHaveProperty('ExternalId');
  });

  it('is denied after three tries, and says who must allow what', async () => {
    const { deps, calls } = await setUp(() => refusal('AccessDenied'));
    expect(await rejection(assumeWithCredentials({ ...STEP, by }, { durationSeconds: 900 }, deps))).toMatchObject({
      code: 'assume-role-denied',
      message: expect.stringContaining(`Assuming ${ROLE} failed`),
      remedy: expect.stringContaining('sts:AssumeRole'),
    });
    expect(calls).toHaveLength(3);
  });

  it('is granted once a new role has become known', async () => {
    const { deps } = await setUp((_, nth) => (nth < 3 ? refusal('AccessDenied') : 'default'));
    expect((await assumeWithCredentials({ ...STEP, by }, { durationSeconds: 900 }, deps)).credentials.accessKeyId).toBe(
      'ASIA3',
    );
  });

  it('leaves faults to the SDK and passes other errors on', async () => {
    const { deps, calls } = await setUp(() => refusal('ValidationError', { status: 400 }));
    expect(await rejection(assumeWithCredentials({ ...STEP, by }, { durationSeconds: 900 }, deps))).toMatchObject({
      name: 'ValidationError',
    });
    expect(calls).toHaveLength(1);
  });
});

describe('session tags', () => {
  const by = { credentials: { accessKeyId: 'AKIABASE', secretAccessKey: 'base-secret' }, jobEnvironment: '' };
  const tags = {
    tags: [
      { key: 'Repository', value: 'octo-org/octo_repo', droppable: false },
      { key: 'Actor', value: 'mona', droppable: true },
    ],
    transitiveKeys: ['Repository', 'Actor'],
  };
  const assume = async (answer?: (call: StsCall, nth: number) => StsAnswer) => {
    const { deps, calls, notices } = await setUp(answer);
    await assumeWithCredentials({ ...STEP, by, tags }, { durationSeconds: 900 }, deps);
    const keys = calls.map(({ parameters }) =>
      Object.entries(parameters)
        .filter(([name]) => /^Tags.*Key$|^TransitiveTagKeys/.test(name))
        .map(([name, value]) => `${name.split('.')[0]}: ${value}`),
    );
    return { keys, notices };
  };
  const all = ['Tags: Repository', 'Tags: Actor', 'TransitiveTagKeys: Repository', 'TransitiveTagKeys: Actor'];

  it('are sent, and which of them go on with the chain', async () => {
    expect(await assume()).toEqual({ keys: [all], notices: [] });
  });

  it.each([undefined, { tags: [], transitiveKeys: [] }])('that are none are not sent', async (none) => {
    const { deps, calls } = await setUp();
    await assumeWithCredentials({ ...STEP, by, tags: none }, { durationSeconds: 900 }, deps);
    expect(Object.keys(calls[0]?.parameters ?? {}).filter((name) => name.includes('Tag'))).toEqual([]);
  });

  it('that are too large lose those that do not identify the run, then all, and a notice says so', async () => {
    const tooLarge = (times: number) => (_: StsCall, nth: number) =>
      nth <= times ? refusal('PackedPolicyTooLarge', { status: 400 }) : ('default' as const);
    const fewer = ['Tags: Repository', 'TransitiveTagKeys: Repository'];
    expect(await assume(tooLarge(1))).toEqual({
      keys: [all, fewer],
      notices: [`Session tags of ${ROLE}: some were dropped, because AWS rejected them as too large.`],
    });
    expect(await assume(tooLarge(2))).toEqual({
      keys: [all, fewer, []],
      notices: [`Session tags of ${ROLE}: none are set, because AWS rejected them as too large.`],
    });
  });

  it('that are denied are left out at once', async () => {
    expect(await assume((_, nth) => (nth === 1 ? refusal('AccessDenied') : 'default'))).toEqual({
      keys: [all, []],
      notices: [`Session tags of ${ROLE}: none are set, because AWS denied the call with them (sts:TagSession?).`],
    });
  });

  it('are not blamed for what remains without them', async () => {
    const { deps, notices } = await setUp(() => refusal('AccessDenied'));
    const step = { ...STEP, by, tags };
    expect(await rejection(assumeWithCredentials(step, { durationSeconds: 900 }, deps))).toMatchObject({
      code: 'assume-role-denied',
    });
    expect(notices).toEqual([]);
  });
});

describe('credentials from STS', () => {
  it('that are missing are empty, and nothing empty is masked', () => {
    const { deps, masks } = identityDeps('http://127.0.0.1:1');
    expect(maskedCredentials(undefined, deps)).toEqual({ accessKeyId: '', secretAccessKey: '', sessionToken: '' });
    expect(masks).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { connect, LONG_MANAGING_SECONDS, sessionHop } from '../../../src/identity/connect.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { credentialsBase, identityPlan, tokenBase } from '../../support/fakes/identity.ts';
import { refusal } from '../../support/fakes/sts.ts';
import { useSts } from '../../support/fakes/use-sts.ts';

const [A, B, C] = ['a', 'b', 'c'].map((name) => `arn:aws:iam::123456789012:role/${name}`) as [string, string, string];
const setUp = useSts();

describe('the managing identity', () => {
  it('by a token is the role’s session of 900 s', async () => {
    const { deps, calls } = await setUp();
    const principal = await connect({ plan: identityPlan({ roles: [A] }), base: tokenBase() }, deps);
    expect(principal).toMatchObject({ accountId: '123456789012', credentials: { accessKeyId: 'ASIA1' } });
    expect(calls.map(({ parameters }) => parameters.DurationSeconds)).toEqual(['900']);
  });

  it('by a token is the last role’s session for as long as the work needs', async () => {
    const { deps, calls } = await setUp();
    const identity = { plan: identityPlan({ roles: [A, B] }), base: tokenBase() };
    await connect(identity, deps, LONG_MANAGING_SECONDS);
    expect(calls.map(({ parameters }) => parameters.DurationSeconds)).toEqual(['900', '3600']);
  });

  it('logs its base identity and its ARN for debugging', async () => {
    const { deps, lines } = await setUp();
    await connect({ plan: identityPlan({ roles: [A, B] }), base: tokenBase() }, deps);
    expect(lines.at(-1)).toBe('Managing identity: arn:aws:sts::123456789012:assumed-role/b/gha-repo-1-1');
  });

  it('by a chain has each role assumed by the one before, each for 900 s', async () => {
    const { deps, shown, calls } = await setUp();
    await connect({ plan: identityPlan({ roles: [A, B, C], externalId: 'e-1' }), base: tokenBase() }, deps);
    expect(shown()).toEqual([
      `AssumeRoleWithWebIdentity by token ${A}`,
      `AssumeRole by ASIA1 ${B}`,
      `AssumeRole by ASIA2 ${C}`,
    ]);
    expect(calls.map(({ parameters }) => parameters.DurationSeconds)).toEqual(['900', '900', '900']);
    expect(calls.map(({ parameters }) => parameters.ExternalId)).toEqual([undefined, 'e-1', 'e-1']);
    expect(new Set(calls.map(({ parameters }) => parameters.RoleSessionName))).toEqual(new Set(['gha-repo-1-1']));
  });

  it('by credentials and roles has the first role assumed by the credentials', async () => {
    const { deps, shown } = await setUp();
    await connect({ plan: identityPlan({ roles: [A, B] }), base: credentialsBase() }, deps);
    expect(shown()).toEqual([`AssumeRole by AKIABASE ${A}`, `AssumeRole by ASIA1 ${B}`]);
  });

  it('without roles is whoever the credentials belong to', async () => {
    const { deps, shown } = await setUp();
    expect(await connect({ plan: identityPlan(), base: credentialsBase() }, deps)).toMatchObject({
      accountId: '111122223333',
      arn: 'arn:aws:iam::111122223333:user/robot',
      credentials: { accessKeyId: 'AKIABASE' },
    });
    expect(shown()).toEqual(['GetCallerIdentity by AKIABASE']);
  });

  it('is the token’s own error when there is no token to be had', async () => {
    const { deps, calls } = await setUp();
    const none = new ActionError('oidc-token-failed', 'no token', { remedy: 'fix it' });
    const base = { kind: 'token' as const, token: () => Promise.reject(none) };
    expect(await rejection(connect({ plan: identityPlan({ roles: [A] }), base }, deps))).toBe(none);
    expect(calls).toEqual([]);
  });

  it('cannot be a token alone', async () => {
    const { deps } = await setUp();
    expect(await rejection(connect({ plan: identityPlan(), base: tokenBase() }, deps))).toMatchObject({
      code: 'session-impossible',
    });
  });

  it('is an error when AWS does not take the credentials', async () => {
    const { deps } = await setUp(() => refusal('InvalidClientTokenId'));
    expect(await rejection(connect({ plan: identityPlan(), base: credentialsBase() }, deps))).toMatchObject({
      code: 'no-base-credentials',
    });
  });

  it('that STS does not give is an error that names the whole chain', async () => {
    const { deps } = await setUp((_, nth) =>
      nth === 2 ? refusal('RegionDisabledException', { status: 403 }) : 'default',
    );
    expect(await rejection(connect({ plan: identityPlan({ roles: [A, B] }), base: tokenBase() }, deps))).toMatchObject({
      code: 'assume-role-failed',
      message: expect.stringContaining(`Assuming ${A}, then ${B} failed. AWS said RegionDisabled`),
    });
  });

  it('that is denied keeps the denial’s own words', async () => {
    const { deps } = await setUp(() => refusal('AccessDenied'));
    expect(await rejection(connect({ plan: identityPlan({ roles: [A] }), base: tokenBase() }, deps))).toMatchObject({
      code: 'assume-role-denied',
    });
  });

  it('is not explained when the step was stopped', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    const { deps } = await setUp(undefined, { lifetime: { soft: stop.signal, hard: new AbortController().signal } });
    stop.abort(reason);
    expect(await rejection(connect({ plan: identityPlan({ roles: [A] }), base: tokenBase() }, deps))).toBe(reason);
  });
});

describe('the account', () => {
  it('is reported before it is checked, so that it can be masked in the error', async () => {
    const { deps, accounts } = await setUp();
    await rejection(
      connect({ plan: identityPlan({ roles: [A], allowedAccountIds: ['999999999999'] }), base: tokenBase() }, deps),
    );
    expect(accounts).toEqual(['123456789012']);
  });

  it('of a session is reported, too', async () => {
    const { deps, accounts } = await setUp();
    const hop = await sessionHop({ plan: identityPlan({ roles: [A] }), base: tokenBase() }, deps);
    await hop.obtain({ durationSeconds: 900 });
    expect(accounts).toEqual(['123456789012']);
  });
});

describe('the account guard', () => {
  it('lets the allowed accounts pass', async () => {
    const { deps } = await setUp();
    const plan = identityPlan({ roles: [A], allowedAccountIds: ['999999999999', '123456789012'] });
    expect((await connect({ plan, base: tokenBase() }, deps)).accountId).toBe('123456789012');
  });

  it.each([
    ['a role', identityPlan({ roles: [A], allowedAccountIds: ['999999999999'] }), tokenBase()],
    ['credentials', identityPlan({ allowedAccountIds: ['999999999999'] }), credentialsBase()],
  ])('refuses any other account that %s leads to', async (_, plan, base) => {
    const { deps } = await setUp();
    expect(await rejection(connect({ plan, base }, deps))).toMatchObject({ code: 'account-not-allowed' });
  });

  it('looks at sessions too', async () => {
    const { deps } = await setUp();
    const hop = await sessionHop(
      { plan: identityPlan({ roles: [A], allowedAccountIds: ['999999999999'] }), base: tokenBase() },
      deps,
    );
    expect(await rejection(hop.obtain({ durationSeconds: 900 }))).toMatchObject({ code: 'account-not-allowed' });
  });
});

describe('a session lease', () => {
  it.each([
    ['its first step', 1],
    ['a step in the middle', 2],
  ])('by a chain that fails at %s says so as an error of ours, without what AWS repeats', async (_, failing) => {
    const { deps } = await setUp((__, nth) =>
      nth === failing ? refusal('ValidationError', { status: 400, message: 'Value s3cret at roleArn' }) : 'default',
    );
    const error = await rejection(sessionHop({ plan: identityPlan({ roles: [A, B, C] }), base: tokenBase() }, deps));
    expect(error).toBeInstanceOf(ActionError);
    expect(error).toMatchObject({ code: 'assume-role-failed' });
    expect((error as Error).message).not.toContain('s3cret');
  });

  it('is made by who the chain leads to, and only its last step is left when it is handed out', async () => {
    const { deps, shown } = await setUp();
    const hop = await sessionHop({ plan: identityPlan({ roles: [A, B, C] }), base: tokenBase() }, deps);
    expect(shown()).toEqual([`AssumeRoleWithWebIdentity by token ${A}`, `AssumeRole by ASIA1 ${B}`]);
    expect(hop).toMatchObject({ maximumSeconds: 3600, because: expect.stringContaining('role chaining') });
    await hop.obtain({ durationSeconds: 3600 });
    expect(shown().slice(2)).toEqual([`AssumeRole by ASIA2 ${C}`]);
  });

  it('without roles is one of the credentials’ own', async () => {
    const { deps, shown } = await setUp();
    const hop = await sessionHop({ plan: identityPlan(), base: credentialsBase() }, deps);
    await hop.obtain({ durationSeconds: 3600 });
    expect(shown()).toEqual(['GetCallerIdentity by AKIABASE', 'GetSessionToken by AKIABASE']);
  });

  it('cannot be made of a session without a role', async () => {
    const { deps } = await setUp();
    expect(await rejection(sessionHop({ plan: identityPlan(), base: credentialsBase('token') }, deps))).toMatchObject({
      code: 'session-impossible',
    });
  });
});

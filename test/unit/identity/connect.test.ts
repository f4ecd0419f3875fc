import { afterEach, describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { connect, sessionHop } from '../../../src/identity/connect.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { credentialsBase, identityDeps, identityPlan, tokenBase } from '../../support/fakes/identity.ts';
import { refusal, type StsAnswer, type StsCall, stsServer } from '../../support/fakes/sts.ts';

const [A, B, C] = ['a', 'b', 'c'].map((name) => `arn:aws:iam::123456789012:role/${name}`) as [string, string, string];
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function setUp(
  answer?: (call: StsCall, nth: number) => StsAnswer,
  about: Parameters<typeof identityDeps>[1] = {},
) {
  const server = await stsServer(answer);
  open.push(server);
  const shown = () =>
    server.calls.map(({ action, signer, parameters }) =>
      `${action} by ${signer || 'token'} ${parameters.RoleArn ?? ''}`.trim(),
    );
  return { ...server, ...identityDeps(server.url, about), shown };
}

describe('the managing identity', () => {
  it('by a token is the role’s session of 900 s', async () => {
    const { deps, calls } = await setUp();
    const caller = await connect(identityPlan({ roles: [A] }), tokenBase(), deps);
    expect(caller).toMatchObject({ accountId: '123456789012', credentials: { accessKeyId: 'ASIA1' } });
    expect(calls.map(({ parameters }) => parameters.DurationSeconds)).toEqual(['900']);
  });

  it('by a chain has each role assumed by the one before, each for 900 s', async () => {
    const { deps, shown, calls } = await setUp();
    await connect(identityPlan({ roles: [A, B, C], externalId: 'e-1' }), tokenBase(), deps);
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
    await connect(identityPlan({ roles: [A, B] }), credentialsBase(), deps);
    expect(shown()).toEqual([`AssumeRole by AKIABASE ${A}`, `AssumeRole by ASIA1 ${B}`]);
  });

  it('without roles is whoever the credentials belong to', async () => {
    const { deps, shown } = await setUp();
    expect(await connect(identityPlan(), credentialsBase(), deps)).toMatchObject({
      accountId: '111122223333',
      arn: 'arn:aws:iam::111122223333:user/robot',
      credentials: { accessKeyId: 'AKIABASE' },
    });
    expect(shown()).toEqual(['GetCallerIdentity by AKIABASE']);
  });

  it('is the token’s own error when there is no token to be had', async () => {
    const { deps, calls } = await setUp();
    const none = new ActionError('oidc-token-failed', 'no token', { remedy: 'mend' });
    const base = { kind: 'token' as const, token: () => Promise.reject(none) };
    expect(await rejection(connect(identityPlan({ roles: [A] }), base, deps))).toBe(none);
    expect(calls).toEqual([]);
  });

  it('cannot be a token alone', async () => {
    const { deps } = await setUp();
    expect(await rejection(connect(identityPlan(), tokenBase(), deps))).toMatchObject({ code: 'session-impossible' });
  });

  it('is an error when AWS does not take the credentials', async () => {
    const { deps } = await setUp(() => refusal('InvalidClientTokenId'));
    expect(await rejection(connect(identityPlan(), credentialsBase(), deps))).toMatchObject({
      code: 'no-base-credentials',
    });
  });

  it('that STS does not give is an error that names the whole chain', async () => {
    const { deps } = await setUp((_, nth) =>
      nth === 2 ? refusal('RegionDisabledException', { status: 403 }) : 'default',
    );
    expect(await rejection(connect(identityPlan({ roles: [A, B] }), tokenBase(), deps))).toMatchObject({
      code: 'assume-role-failed',
      message: expect.stringContaining(`Assuming ${A}, then ${B} failed. AWS said RegionDisabled`),
    });
  });

  it('that is denied keeps the denial’s own words', async () => {
    const { deps } = await setUp(() => refusal('AccessDenied'));
    expect(await rejection(connect(identityPlan({ roles: [A] }), tokenBase(), deps))).toMatchObject({
      code: 'assume-role-denied',
    });
  });

  it('is not explained when the step was stopped', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    const { deps } = await setUp(undefined, { lifetime: { soft: stop.signal, hard: new AbortController().signal } });
    stop.abort(reason);
    expect(await rejection(connect(identityPlan({ roles: [A] }), tokenBase(), deps))).toBe(reason);
  });
});

describe('a bare role name', () => {
  it('lies in the only allowed account', async () => {
    const { deps, shown } = await setUp();
    await connect(identityPlan({ roles: ['a'], allowedAccountIds: ['123456789012'] }), tokenBase(), deps);
    expect(shown()).toEqual([`AssumeRoleWithWebIdentity by token ${A}`]);
  });

  it('lies in the account of the role before it', async () => {
    const { deps, shown } = await setUp();
    await connect(identityPlan({ roles: [A, 'b', 'c'] }), tokenBase(), deps);
    expect(shown().slice(1)).toEqual([`AssumeRole by ASIA1 ${B}`, `AssumeRole by ASIA2 ${C}`]);
  });

  it('lies in the account of the credentials', async () => {
    const { deps, shown } = await setUp();
    await connect(identityPlan({ roles: ['a'] }), credentialsBase(), deps);
    expect(shown()).toEqual([
      'GetCallerIdentity by AKIABASE',
      'AssumeRole by AKIABASE arn:aws:iam::111122223333:role/a',
    ]);
  });

  it('lies in the region’s partition', async () => {
    const { deps, shown } = await setUp();
    const inChina = { ...deps, connection: { ...deps.connection, region: 'cn-north-1' } };
    await connect(identityPlan({ roles: ['a'], allowedAccountIds: ['123456789012'] }), tokenBase(), inChina);
    expect(shown()).toEqual(['AssumeRoleWithWebIdentity by token arn:aws-cn:iam::123456789012:role/a']);
  });
});

describe('the account', () => {
  it('is told before it is judged, so that it can be masked in the error', async () => {
    const { deps, accounts } = await setUp();
    await rejection(connect(identityPlan({ roles: [A], allowedAccountIds: ['999999999999'] }), tokenBase(), deps));
    expect(accounts).toEqual(['123456789012']);
  });

  it('of a session is told too', async () => {
    const { deps, accounts } = await setUp();
    const hop = await sessionHop(identityPlan({ roles: [A] }), tokenBase(), deps);
    await hop.obtain({ durationSeconds: 900 });
    expect(accounts).toEqual(['123456789012']);
  });
});

describe('the account guard', () => {
  it('lets the allowed accounts pass', async () => {
    const { deps } = await setUp();
    const plan = identityPlan({ roles: [A], allowedAccountIds: ['999999999999', '123456789012'] });
    expect((await connect(plan, tokenBase(), deps)).accountId).toBe('123456789012');
  });

  it.each([
    ['a role', identityPlan({ roles: [A], allowedAccountIds: ['999999999999'] }), tokenBase()],
    ['credentials', identityPlan({ allowedAccountIds: ['999999999999'] }), credentialsBase()],
  ])('refuses any other account that %s leads to', async (_, plan, base) => {
    const { deps } = await setUp();
    expect(await rejection(connect(plan, base, deps))).toMatchObject({ code: 'account-not-allowed' });
  });

  it('looks at sessions too', async () => {
    const { deps } = await setUp();
    const hop = await sessionHop(identityPlan({ roles: [A], allowedAccountIds: ['999999999999'] }), tokenBase(), deps);
    expect(await rejection(hop.obtain({ durationSeconds: 900 }))).toMatchObject({ code: 'account-not-allowed' });
  });
});

describe('a session lease', () => {
  it('by a token and one role may last 12 h, of which STS is asked for what was wished', async () => {
    const { deps, calls } = await setUp();
    const hop = await sessionHop(identityPlan({ roles: [A] }), tokenBase(), deps);
    expect(hop.maximumSeconds).toBe(43_200);
    expect(calls).toEqual([]);
    await hop.obtain({ durationSeconds: 7200 });
    expect(calls.map(({ parameters }) => parameters.DurationSeconds)).toEqual(['7200']);
  });

  it('has a new token at each try', async () => {
    const { deps, calls } = await setUp();
    const base = tokenBase();
    const hop = await sessionHop(identityPlan({ roles: [A] }), base, deps);
    await hop.obtain({ durationSeconds: 7200 });
    await hop.obtain({ durationSeconds: 3600 });
    expect(base.asked()).toBe(2);
    expect(new Set(calls.map(({ parameters }) => parameters.WebIdentityToken)).size).toBe(2);
  });

  it('by a chain may last one hour, and only its last step as long as wished', async () => {
    const { deps, calls } = await setUp();
    const hop = await sessionHop(identityPlan({ roles: [A, B] }), tokenBase(), deps);
    expect(hop).toMatchObject({ maximumSeconds: 3600, because: expect.stringContaining('role chaining') });
    await hop.obtain({ durationSeconds: 3600 });
    expect(calls.map(({ parameters }) => parameters.DurationSeconds)).toEqual(['900', '3600']);
  });

  it('by a session and a role may last one hour', async () => {
    const { deps } = await setUp();
    expect((await sessionHop(identityPlan({ roles: [A] }), credentialsBase('token'), deps)).maximumSeconds).toBe(3600);
  });

  it('by long-lived keys and a role may last 12 h', async () => {
    const { deps } = await setUp();
    expect((await sessionHop(identityPlan({ roles: [A] }), credentialsBase(), deps)).maximumSeconds).toBe(43_200);
  });

  it('by long-lived keys alone is GetSessionToken', async () => {
    const { deps, shown, calls } = await setUp();
    const hop = await sessionHop(identityPlan(), credentialsBase(), deps);
    expect(hop.maximumSeconds).toBe(43_200);
    const caller = await hop.obtain({ durationSeconds: 3600 });
    expect(caller).toMatchObject({
      arn: 'arn:aws:iam::111122223333:user/robot',
      accountId: '111122223333',
      credentials: { accessKeyId: 'ASIA2' },
    });
    expect(shown()).toEqual(['GetCallerIdentity by AKIABASE', 'GetSessionToken by AKIABASE']);
    expect(calls[1]?.parameters.DurationSeconds).toBe('3600');
  });

  it('by long-lived keys with a policy is GetFederationToken, under a name of at most 32 characters', async () => {
    const { deps, calls } = await setUp();
    const hop = await sessionHop(identityPlan({ sessionName: 's'.repeat(64) }), credentialsBase(), deps);
    const caller = await hop.obtain({ durationSeconds: 3600, policy: '{}' });
    expect(calls[1]).toMatchObject({
      action: 'GetFederationToken',
      parameters: { Name: 's'.repeat(32), Policy: '{}', DurationSeconds: '3600' },
    });
    expect(caller).toMatchObject({
      arn: `arn:aws:sts::111122223333:federated-user/${'s'.repeat(32)}`,
      accountId: '111122223333',
    });
  });

  it('cannot be made of a session without a role', async () => {
    const { deps } = await setUp();
    expect(await rejection(sessionHop(identityPlan(), credentialsBase('token'), deps))).toMatchObject({
      code: 'session-impossible',
    });
  });

  it('cannot be made of a token without a role', async () => {
    const { deps } = await setUp();
    expect(await rejection(sessionHop(identityPlan(), tokenBase(), deps))).toMatchObject({
      code: 'session-impossible',
    });
  });

  it.each([
    ['its first step', 1],
    ['a step in the middle', 2],
  ])('by a chain that fails at %s says so as an error of ours, without what AWS repeats', async (_, failing) => {
    const { deps } = await setUp((__, nth) =>
      nth === failing ? refusal('ValidationError', { status: 400, message: 'Value s3cret at roleArn' }) : 'default',
    );
    const error = await rejection(sessionHop(identityPlan({ roles: [A, B, C] }), tokenBase(), deps));
    expect(error).toBeInstanceOf(ActionError);
    expect(error).toMatchObject({ code: 'assume-role-failed' });
    expect((error as Error).message).not.toContain('s3cret');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { IdentityDependencies, IdentitySource, OpenedIdentity } from '../../../src/identity/identity.ts';
import { credentialsOf, ownSessionHop, principalOf, roleHop } from '../../../src/identity/role-chain.ts';
import { rejection } from '../../support/fakes/aws-error.ts';
import { credentialsBase, identityPlan, jwt, tokenBase } from '../../support/fakes/identity.ts';
import type { StsCall } from '../../support/fakes/sts.ts';
import { useSts } from '../../support/fakes/use-sts.ts';

const [A, B, C] = ['a', 'b', 'c'].map((name) => `arn:aws:iam::123456789012:role/${name}`) as [string, string, string];
const setUp = useSts();

/** The session that the whole chain ends in. */
async function through(identity: OpenedIdentity, deps: IdentityDependencies) {
  return (await roleHop(identity, deps)).obtain({ durationSeconds: 900 });
}

describe('a bare role name', () => {
  it('lies in the only allowed account', async () => {
    const { deps, shown } = await setUp();
    await through(
      { plan: identityPlan({ roles: ['a'], allowedAccountIds: ['123456789012'] }), base: tokenBase() },
      deps,
    );
    expect(shown()).toEqual([`AssumeRoleWithWebIdentity by token ${A}`]);
  });

  it('lies in the account of the role before it', async () => {
    const { deps, shown } = await setUp();
    await through({ plan: identityPlan({ roles: [A, 'b', 'c'] }), base: tokenBase() }, deps);
    expect(shown().slice(1)).toEqual([`AssumeRole by ASIA1 ${B}`, `AssumeRole by ASIA2 ${C}`]);
  });

  it('lies in the account of the credentials', async () => {
    const { deps, shown } = await setUp();
    await through({ plan: identityPlan({ roles: ['a'] }), base: credentialsBase() }, deps);
    expect(shown()).toEqual([
      'GetCallerIdentity by AKIABASE',
      'AssumeRole by AKIABASE arn:aws:iam::111122223333:role/a',
    ]);
  });

  it('lies in the region’s partition', async () => {
    const { deps, shown } = await setUp();
    const inChina = { ...deps, connection: { ...deps.connection, region: 'cn-north-1' } };
    await through(
      { plan: identityPlan({ roles: ['a'], allowedAccountIds: ['123456789012'] }), base: tokenBase() },
      inChina,
    );
    expect(shown()).toEqual(['AssumeRoleWithWebIdentity by token arn:aws-cn:iam::123456789012:role/a']);
  });
});

describe('the last step', () => {
  it('by a token and one role may last 12 h, of which the requested time is sent to STS', async () => {
    const { deps, calls } = await setUp();
    const hop = await roleHop({ plan: identityPlan({ roles: [A] }), base: tokenBase() }, deps);
    expect(hop.maximumSeconds).toBe(43_200);
    expect(calls).toEqual([]);
    await hop.obtain({ durationSeconds: 7200 });
    expect(calls.map(({ parameters }) => parameters.DurationSeconds)).toEqual(['7200']);
  });

  it('has a new token at each try', async () => {
    const { deps, calls } = await setUp();
    const base = tokenBase();
    const hop = await roleHop({ plan: identityPlan({ roles: [A] }), base }, deps);
    await hop.obtain({ durationSeconds: 7200 });
    await hop.obtain({ durationSeconds: 3600 });
    expect(base.asked()).toBe(2);
    expect(new Set(calls.map(({ parameters }) => parameters.WebIdentityToken)).size).toBe(2);
  });

  it('by a chain may last one hour, and only its last step as long as wished', async () => {
    const { deps, calls } = await setUp();
    const hop = await roleHop({ plan: identityPlan({ roles: [A, B] }), base: tokenBase() }, deps);
    expect(hop).toMatchObject({ maximumSeconds: 3600, because: expect.stringContaining('role chaining') });
    await hop.obtain({ durationSeconds: 3600 });
    expect(calls.map(({ parameters }) => parameters.DurationSeconds)).toEqual(['900', '3600']);
  });

  it('by a session and a role may last one hour', async () => {
    const { deps } = await setUp();
    expect(
      (await roleHop({ plan: identityPlan({ roles: [A] }), base: credentialsBase('token') }, deps)).maximumSeconds,
    ).toBe(3600);
  });

  it('by long-lived keys and a role may last 12 h', async () => {
    const { deps } = await setUp();
    expect((await roleHop({ plan: identityPlan({ roles: [A] }), base: credentialsBase() }, deps)).maximumSeconds).toBe(
      43_200,
    );
  });

  it('by long-lived keys alone is GetSessionToken', async () => {
    const { deps, shown, calls } = await setUp();
    const hop = await ownSessionHop({ plan: identityPlan(), base: credentialsBase() }, deps);
    expect(hop.maximumSeconds).toBe(43_200);
    const principal = await hop.obtain({ durationSeconds: 3600 });
    expect(principal).toMatchObject({
      arn: 'arn:aws:iam::111122223333:user/robot',
      accountId: '111122223333',
      credentials: { accessKeyId: 'ASIA2' },
    });
    expect(shown()).toEqual(['GetCallerIdentity by AKIABASE', 'GetSessionToken by AKIABASE']);
    expect(calls[1]?.parameters.DurationSeconds).toBe('3600');
  });

  it('by long-lived keys with a policy is GetFederationToken, under a name of at most 32 characters', async () => {
    const { deps, calls } = await setUp();
    const hop = await ownSessionHop(
      { plan: identityPlan({ sessionName: 's'.repeat(64) }), base: credentialsBase() },
      deps,
    );
    const principal = await hop.obtain({ durationSeconds: 3600, policy: '{}' });
    expect(calls[1]).toMatchObject({
      action: 'GetFederationToken',
      parameters: { Name: 's'.repeat(32), Policy: '{}', DurationSeconds: '3600' },
    });
    expect(principal).toMatchObject({
      arn: `arn:aws:sts::111122223333:federated-user/${'s'.repeat(32)}`,
      accountId: '111122223333',
    });
  });

  it('cannot be made of a session without a role', async () => {
    const { deps } = await setUp();
    expect(
      await rejection(ownSessionHop({ plan: identityPlan(), base: credentialsBase('token') }, deps)),
    ).toMatchObject({
      code: 'session-impossible',
    });
  });

  it('cannot be made of a token without a role', async () => {
    const { deps } = await setUp();
    expect(await rejection(ownSessionHop({ plan: identityPlan(), base: tokenBase() }, deps))).toMatchObject({
      code: 'session-impossible',
    });
  });
});

describe('the job’s environment', () => {
  const base = { kind: 'token' as const, token: async () => jwt({ environment: 'prod' }) };

  it.each<[IdentitySource, string]>([
    [{ kind: 'oidc', audience: 'sts.amazonaws.com' }, 'prod'],
    [{ kind: 'token-file', path: '/token' }, ''],
  ])('comes from GitHub’s own token only: %j', async (source, jobEnvironment) => {
    const { deps } = await setUp();
    expect(await through({ plan: identityPlan({ source, roles: [A] }), base }, deps)).toMatchObject({ jobEnvironment });
  });

  it('goes on through the chain', async () => {
    const { deps } = await setUp();
    const principal = await through({ plan: identityPlan({ roles: [A, B, C] }), base }, deps);
    expect(principal).toMatchObject({ jobEnvironment: 'prod', credentials: { accessKeyId: 'ASIA3' } });
  });

  it('is unknown to credentials, whatever they lead to', async () => {
    const { deps } = await setUp();
    const identity = { plan: identityPlan({ roles: [A, B] }), base: credentialsBase() };
    expect(await through(identity, deps)).toMatchObject({ jobEnvironment: '' });
    const own = await ownSessionHop({ plan: identityPlan(), base: credentialsBase() }, deps);
    expect(await own.obtain({ durationSeconds: 900 })).toMatchObject({ jobEnvironment: '' });
    expect(await own.obtain({ durationSeconds: 900, policy: '{}' })).toMatchObject({ jobEnvironment: '' });
  });
});

describe('session tags', () => {
  const sessionTags = {
    tags: [
      { key: 'Repository', value: 'octo-org/octo_repo', droppable: false },
      { key: 'Actor', value: 'mona', droppable: true },
    ],
    transitiveKeys: ['Repository'],
  };
  const tagsOf = ({ parameters }: StsCall) =>
    Object.keys(parameters)
      .filter((name) => /^Tags.*Key$|^TransitiveTagKeys/.test(name))
      .map((name) => `${name.split('.')[0]} ${parameters[name]}`);

  it('are set at the first AssumeRole; those that go on by themselves are not set again', async () => {
    const { deps, calls } = await setUp();
    await through({ plan: identityPlan({ roles: [A, B, C], sessionTags }), base: tokenBase() }, deps);
    expect(calls.map(tagsOf)).toEqual([
      [],
      ['Tags Repository', 'Tags Actor', 'TransitiveTagKeys Repository'],
      ['Tags Actor'],
    ]);
  });

  it('are set at the only AssumeRole too', async () => {
    const { deps, calls } = await setUp();
    await through({ plan: identityPlan({ roles: [A], sessionTags }), base: credentialsBase() }, deps);
    expect(calls.map(tagsOf)).toEqual([['Tags Repository', 'Tags Actor', 'TransitiveTagKeys Repository']]);
  });
});

describe('the credentials an identity begins with', () => {
  it('are those it holds, and belong to whom AWS says', async () => {
    const { deps } = await setUp();
    const credentials = await credentialsOf(credentialsBase('token'));
    expect(credentials).toEqual({ accessKeyId: 'AKIABASE', secretAccessKey: 'base-secret', sessionToken: 'token' });
    expect(await principalOf(credentials, deps)).toEqual({
      credentials,
      arn: 'arn:aws:iam::111122223333:user/robot',
      accountId: '111122223333',
      jobEnvironment: '',
    });
  });

  it('are none where it holds a token', async () => {
    expect(await rejection(credentialsOf(tokenBase()))).toMatchObject({ code: 'session-impossible' });
  });
});

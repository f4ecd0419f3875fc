import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideAll, trusts } from '../lab/iam/decision.ts';
import { documentOf, rolePolicies, trustOf } from '../lab/iam/policies.ts';
import { afterMain } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';
import { textOf } from '../support/workflow-steps.ts';
import { bySid, plain } from './deployed.ts';
import { ACCOUNT_ID, KEY_ID, REPOSITORY_ID } from './kit.ts';
import { queryMoto } from './moto-query.ts';
import { recording } from './recording.ts';

const ROLE = 'kit-manager';
const SWEEPER = 'kit-sweeper';
const BRANCH = 'repo:octo-org/shop:ref:refs/heads/main';

beforeAll(() => {
  // What moto's CloudFormation imports and the laboratory does not install.
  process.env.PYTHONPATH = [
    fileURLToPath(new URL('moto-cloudformation', import.meta.url)),
    process.env.PYTHONPATH ?? '',
  ]
    .filter((path) => path !== '')
    .join(delimiter);
});
const lab = useLab();

/** Deploys the template with an OIDC provider that exists already: moto knows no AWS::IAM::OIDCProvider. */
async function deploy(parameters: Record<string, string>): Promise<Record<string, string>> {
  const given = {
    Subjects: `${BRANCH},repo:octo-org/shop:environment:production`,
    CreateOidcProvider: 'false',
    RoleName: ROLE,
    ...parameters,
  };
  const params = Object.entries(given).flatMap(([name, value], index) => [
    [`Parameters.member.${index + 1}.ParameterKey`, name],
    [`Parameters.member.${index + 1}.ParameterValue`, value],
  ]);
  const stack = { service: 'cloudformation', region: 'eu-central-1' };
  const body = { StackName: 'kit', TemplateBody: textOf('setup/cloudformation.yaml'), ...Object.fromEntries(params) };
  const created = await queryMoto(lab.moto.url, { ...stack, action: 'CreateStack', params: body });
  expect(created.ok ? '' : created.body).toBe('');
  const described = await queryMoto(lab.moto.url, { ...stack, action: 'DescribeStacks', params: { StackName: 'kit' } });
  expect(/<StackStatus>(\w+)/.exec(described.body)?.[1]).toBe('CREATE_COMPLETE');
  const outputs = described.body.matchAll(/<OutputKey>(\w+)<\/OutputKey>\s*<OutputValue>([^<]*)/g);
  return Object.fromEntries([...outputs].map(([, key = '', value = '']) => [key, value]));
}

const ALL = {
  SweepSubject: BRANCH,
  SweepRoleName: SWEEPER,
  SecretShape: 'per-key',
  PruneRepositoryId: REPOSITORY_ID,
  CopySecrets: 'true',
  SecretKeyId: KEY_ID,
  AllowRareChildren: 'true',
};

describe('setup/cloudformation.yaml, deployed', () => {
  it('creates only the managing role, with the plain policies, by default', async () => {
    expect(Object.keys(await deploy({})).sort()).toEqual(['PermissionsBoundaryArn', 'RoleToAssume']);
    expect(bySid(...(await rolePolicies(lab.iam, ROLE)))).toEqual(plain('manager-iam-user'));
    await expect(trustOf(lab.iam, 'github-lease-sweeper')).rejects.toThrow();
  });

  it('creates both roles and the boundary with the plain policies, with all options', async () => {
    const { PermissionsBoundaryArn = '', SweepRoleToAssume } = await deploy(ALL);
    expect(SweepRoleToAssume).toBe(`arn:aws:iam::${ACCOUNT_ID}:role/${SWEEPER}`);
    expect(bySid(...(await rolePolicies(lab.iam, ROLE)))).toEqual(
      plain('manager-iam-user', 'manager-iam-user-optional', 'manager-secrets-per-key', 'manager-secrets-optional'),
    );
    expect(bySid(...(await rolePolicies(lab.iam, SWEEPER)))).toEqual(
      plain('manager-sweep', 'manager-iam-user-optional'),
    );
    const { WritesThatJobsMayBeGiven: _, ...boundary } = plain('boundary-example');
    expect(bySid(await documentOf(lab.iam, PermissionsBoundaryArn))).toEqual(boundary);
  });

  it('lets a role that syncs one JSON secret neither list nor delete any', async () => {
    await deploy({ SecretShape: 'json', PruneRepositoryId: REPOSITORY_ID, RestoreSecrets: 'false' });
    expect(bySid(...(await rolePolicies(lab.iam, ROLE)))).toEqual(plain('manager-iam-user', 'manager-secrets-json'));
  });

  it('trusts the subjects it was given, and the sweeper’s branch alone', async () => {
    await deploy(ALL);
    const claims = (sub: string) => ({ sub, aud: 'sts.amazonaws.com' });
    const trusted = async (role: string, sub: string) =>
      trusts(await trustOf(lab.iam, role), `arn:aws:iam::${ACCOUNT_ID}:role/${role}`, claims(sub));
    for (const role of [ROLE, SWEEPER]) {
      expect(await trusted(role, BRANCH)).toBe('Allowed');
      expect(await trusted(role, 'repo:octo-org/shop:pull_request')).not.toBe('Allowed');
      expect(await trusted(role, `${BRANCH}-2`)).not.toBe('Allowed');
    }
    const environment = 'repo:octo-org/shop:environment:production';
    expect(await trusted(ROLE, environment)).toBe('Allowed');
    expect(await trusted(SWEEPER, environment)).not.toBe('Allowed');
  });

  it('issues and revokes a lease with its outputs as inputs, and its role allows every request', async () => {
    const { RoleToAssume = '', PermissionsBoundaryArn = '' } = await deploy({});
    const inputs = {
      'role-to-assume': RoleToAssume,
      'permissions-boundary-arn': PermissionsBoundaryArn,
      'policy-arns': 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    };
    const recorded = await recording(lab, () =>
      afterMain(lab, inputs, async ({ main, use }) => {
        expect(main.outputs['user-arn']).toContain(':user/github-actions/octo-org/shop/');
        expect((await use.post()).exitCode).toBe(0);
      }),
    );
    expect(await lab.users()).toEqual([]);
    const requester = { principal: RoleToAssume, policies: await rolePolicies(lab.iam, ROLE) };
    const asked = recorded.flatMap((each) => each.asked);
    expect(asked.length).toBeGreaterThan(10);
    expect(await decideAll(asked, requester)).toBe('Allowed');
  });
});

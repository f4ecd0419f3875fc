import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ListOpenIDConnectProvidersCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { documentOf, rolePolicies, trustOf } from '../lab/iam/policies.ts';
import type { Moto } from '../lab/moto.ts';
import { startMoto } from '../lab/moto.ts';
import type { MotoClients } from '../lab/moto-clients.ts';
import { motoClients } from '../lab/moto-clients.ts';
import { LAB_START_MS } from '../support/time-limits.ts';
import { bySid, plain } from './deployed.ts';
import { ACCOUNT_ID, BOUNDARY_ARN, KEY_ID, KIT, REPOSITORY_ID } from './kit.ts';

jest.setTimeout(LAB_START_MS);
const SUBJECT = 'repo:octo-org@6811672/shop@714613905';
const SUBJECTS = `${SUBJECT}:ref:refs/heads/main\n${SUBJECT}:environment:production`;
const MANAGER = 'github-lease-manager';
const SWEEPER = 'github-lease-sweeper';

let moto: Moto;
let clients: MotoClients;
let folder: string;
beforeAll(async () => {
  moto = await startMoto();
  clients = motoClients(moto.url);
  folder = mkdtempSync(join(tmpdir(), 'aws-stand-in-'));
  const standIn = fileURLToPath(new URL('aws-stand-in.ts', import.meta.url));
  writeFileSync(join(folder, 'aws'), `#!/bin/sh\nexec '${process.execPath}' '${standIn}' "$@"\n`);
  chmodSync(join(folder, 'aws'), 0o755);
});
beforeEach(() => moto.reset());
afterAll(async () => {
  clients.destroy();
  rmSync(folder, { recursive: true });
  await moto.stop();
});

/** Runs the script with only these variables in its environment. */
async function setUp(variables: Record<string, string>): Promise<{ code: number; output: string }> {
  const env = {
    PATH: `${folder}:${process.env.PATH}`,
    AWS_ENDPOINT_URL: moto.url,
    AWS_REGION: 'eu-central-1',
    NODE_NO_WARNINGS: '1',
    ...variables,
  };
  try {
    const { stdout } = await promisify(execFile)('bash', [`${KIT}aws-cli.sh`], { env });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, output: stderr };
  }
}

const ALL = {
  SUBJECTS,
  SWEEP_SUBJECT: `${SUBJECT}:ref:refs/heads/main`,
  SECRET_SHAPE: 'per-key',
  PRUNE_REPOSITORY_ID: REPOSITORY_ID,
  COPY_SECRETS: 'true',
  SECRET_KEY_ID: KEY_ID,
  ALLOW_RARE_CHILDREN: 'true',
  BUCKET: 'app-bucket',
};

describe('setup/aws-cli.sh', () => {
  it('creates the plain policies, and prints the inputs of the action', async () => {
    const { code, output } = await setUp({ SUBJECTS });
    expect({ code, output }).toEqual({
      code: 0,
      output: `role-to-assume: arn:aws:iam::${ACCOUNT_ID}:role/${MANAGER}\npermissions-boundary-arn: ${BOUNDARY_ARN}\n`,
    });
    const iam = clients.iam('aws');
    expect(bySid(...(await rolePolicies(iam, MANAGER)))).toEqual(plain('manager-iam-user'));
    const { WritesThatJobsMayBeGiven: _, ...boundary } = plain('boundary-example');
    expect(bySid(await documentOf(iam, BOUNDARY_ARN))).toEqual(boundary);
    await expect(trustOf(iam, SWEEPER)).rejects.toThrow();
  });

  it('creates all options, and can be run again', async () => {
    const first = await setUp(ALL);
    expect(await setUp(ALL)).toEqual(first);
    expect(first.output).toContain(`role-to-assume of /sweep: arn:aws:iam::${ACCOUNT_ID}:role/${SWEEPER}`);
    const iam = clients.iam('aws');
    const secrets = ['manager-secrets-per-key', 'manager-secrets-optional'];
    expect(bySid(...(await rolePolicies(iam, MANAGER)))).toEqual(
      plain('manager-iam-user', 'manager-iam-user-optional', ...secrets),
    );
    expect(bySid(...(await rolePolicies(iam, SWEEPER)))).toEqual(plain('manager-sweep', 'manager-iam-user-optional'));
    expect(bySid(await documentOf(iam, BOUNDARY_ARN))).toEqual(plain('boundary-example'));
    expect(bySid(await trustOf(iam, SWEEPER))).toEqual(plain('trust-github-oidc-sweep'));
    const { OneBranchOrOneEnvironmentOfOneRepository: trust } = plain('trust-github-oidc');
    const { JobsOfTheseSubjects: made } = bySid(await trustOf(iam, MANAGER));
    // The script compares with StringLike, since subjects may hold a *.
    expect(Object.assign({}, ...Object.values(made?.Condition ?? {}))).toEqual(trust?.Condition?.StringEquals);
    const providers = await iam.send(new ListOpenIDConnectProvidersCommand({}));
    expect(providers.OpenIDConnectProviderList).toHaveLength(1);
  });

  it('takes other names, another boundary and another list of policies', async () => {
    const own = `arn:aws:iam::${ACCOUNT_ID}:policy/own-boundary`;
    await setUp({
      SUBJECTS,
      ROLE_NAME: 'leases',
      LEASE_PATH: '/ci/',
      GROUP_PATH: '/ci-groups/',
      BOUNDARY_POLICY_ARN: own,
      ALLOWED_POLICY_ARNS: 'arn:aws:iam::aws:policy/ViewOnlyAccess',
      SECRET_SHAPE: 'json',
      SECRET_PREFIX: 'shop/',
      RESTORE_SECRETS: 'false',
    });
    const iam = clients.iam('aws');
    const made = bySid(...(await rolePolicies(iam, 'leases')));
    expect(made.CreateOnlyBoundedAndMarkedUsers).toMatchObject({
      Resource: `arn:aws:iam::${ACCOUNT_ID}:user/ci/*`,
      Condition: { StringEquals: { 'iam:PermissionsBoundary': own } },
    });
    expect(made.AttachListedPoliciesToBoundedLeases?.Condition?.ArnLike).toEqual({
      'iam:PolicyARN': 'arn:aws:iam::aws:policy/ViewOnlyAccess',
    });
    expect(made.JoinAndLeaveGroups?.Resource).toBe(`arn:aws:iam::${ACCOUNT_ID}:group/ci-groups/*`);
    expect(made.ReadSecretsUnderOnePrefix?.Resource).toBe(`arn:aws:secretsmanager:*:${ACCOUNT_ID}:secret:shop/*`);
    expect(Object.keys(made)).not.toContain('RestoreDeletedSecrets');
    await expect(documentOf(iam, BOUNDARY_ARN)).rejects.toThrow();
  });

  it.each([
    ['aws-us-gov', 'us-gov-west-1', 'sts.amazonaws.com', 'secretsmanager.*.amazonaws.com'],
    ['aws-cn', 'cn-north-1', 'sts.amazonaws.com.cn', 'secretsmanager.*.amazonaws.com.cn'],
  ])('uses the partition it is run in: %s', async (partition, region, audience, service) => {
    expect((await setUp({ ...ALL, AWS_REGION: region })).output).toContain(`arn:${partition}:iam::`);
    const iam = clients.iam(partition);
    const trust = await trustOf(iam, MANAGER);
    const made = [trust, ...(await rolePolicies(iam, MANAGER)), ...(await rolePolicies(iam, SWEEPER))];
    const text = JSON.stringify(made);
    expect(text).not.toContain('arn:aws:');
    expect(text).toContain(`arn:${partition}:iam::aws:policy/ReadOnlyAccess`);
    const all = bySid(...made);
    expect(all.JobsOfTheseSubjects?.Condition?.StringEquals).toEqual({
      'token.actions.githubusercontent.com:aud': audience,
    });
    expect(all.UseAnOwnKeyThroughSecretsManager?.Condition?.StringLike).toEqual({ 'kms:ViaService': service });
  });

  it.each([
    ['no subject', {}],
    ['a subject of any repository', { SUBJECTS: 'repo:octo-org/*:ref:refs/heads/main' }],
    ['a subject of any owner', { SUBJECTS: `${SUBJECTS}\nrepo:*/shop:ref:refs/heads/main` }],
    ['a subject that would end its string', { SUBJECTS: `${SUBJECT}:ref:refs/heads/main"],"x":["` }],
    ['a sweeper on any branch', { SUBJECTS, SWEEP_SUBJECT: `${SUBJECT}:ref:refs/heads/*` }],
    ['a sweeper in pull requests', { SUBJECTS, SWEEP_SUBJECT: `${SUBJECT}:pull_request` }],
    ['leases at the root', { SUBJECTS, LEASE_PATH: '/' }],
    ['every secret', { SUBJECTS, SECRET_SHAPE: 'json', SECRET_PREFIX: '*' }],
  ])('refuses %s, before it calls AWS', async (_, variables) => {
    const { code, output } = await setUp({ AWS_ENDPOINT_URL: 'http://127.0.0.1:1', ...variables } as Record<
      string,
      string
    >);
    expect(code).toBe(1);
    expect(output).toMatch(/^(Not|Set) [^\n]*\n$/);
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateGroupCommand,
  CreatePolicyCommand,
  GetGroupCommand,
  GetPolicyCommand,
  GetRoleCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from '@jest/globals';
import { createManagingRole, requireExternalId } from '../lab/account/account.ts';
import type { Job, JobOptions, StepResult } from '../lab/runner/runner.ts';
import { setRolePolicies, WHOLE_KIT } from '../setup/kit-roles.ts';
import { fetchToken } from '../support/oidc-token.ts';
import { inJob } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';
import {
  actionUsedBy,
  codeBlocks,
  filesIn,
  ROOT,
  stepsIn,
  textOf,
  usesThisAction,
  type WorkflowStep,
  yaml,
} from '../support/workflow-steps.ts';

const lab = useLab();

const isHere = (tool: string) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0;
const HAS_AWS = isHere('aws');
/** Tools that scripts of the examples use and that this machine may lack; then those scripts are not run. */
const MISSING = ['aws', 'jq'].filter((tool) => !isHere(tool));
/** The second account of the examples. */
const CUSTOMER = '210987654321';
/** The bucket that an example fills. */
const BUCKET = 'my-site';

/** What a repository that copies the examples has in its secrets; GitHub's own token is among them too. */
function secrets(): Record<string, string> {
  return {
    APP_KEY: `-----BEGIN KEY-----\n$(id) "quoted" 'END_OF_SECRETS'\n-----END KEY-----\n`,
    CI_TOKEN: 'only-for-the-pipeline',
    CUSTOMER_EXTERNAL_ID: 'external-id-of-the-customer',
    DATABASE_URL: 'postgres://shop:correct-horse@db.example/shop',
    LEASE_MANAGER_ACCESS_KEY_ID: lab.longLived.accessKeyId,
    LEASE_MANAGER_SECRET_ACCESS_KEY: lab.longLived.secretAccessKey,
    SIGNING_KEY: 'END_OF_SECRETS\nsecond line',
    github_token: 'ghs_of_the_job_of_the_examples',
  };
}

/** What the first job of the examples' matrix has. */
const MATRIX: Record<string, string> = { region: 'eu-central-1' };

type Contexts = { outputs: Record<string, Record<string, string>>; temp: string };

/** Fills in the expressions that the examples use; any other is an error here as it would be a surprise there. */
function evaluate(template: unknown, { outputs, temp }: Contexts): string {
  return String(template).replaceAll(
    /\$\{\{\s*(toJSON\()?([\w.-]+)\)?\s*\}\}/g,
    (whole, toJson, expression: string) => {
      const [context, name = '', , output = ''] = expression.split('.');
      const contexts: Record<string, () => unknown> = {
        secrets: () => (name === '' ? secrets() : secrets()[name]),
        runner: () => (name === 'temp' ? temp : undefined),
        steps: () => outputs[name]?.[output],
        github: () => (name === 'token' ? secrets().github_token : undefined),
        // One job of the matrix stands for all.
        matrix: () => MATRIX[name],
      };
      const value = contexts[context ?? '']?.();
      if (toJson !== undefined && value !== undefined) return JSON.stringify(value, null, 2);
      if (typeof value !== 'string') throw new Error(`The examples' test cannot evaluate ${whole}.`);
      return value;
    },
  );
}

/** An administrator of the account in a partition; moto keeps one account for each. */
function iamOf(partition: string | undefined): IAMClient {
  if (partition === 'aws') return lab.iam;
  const credentials = { accessKeyId: 'laboratory', secretAccessKey: 'laboratory' };
  return new IAMClient({ endpoint: lab.moto.url, region: 'us-gov-west-1', credentials });
}

/** Whether IAM has something. */
async function exists(lookup: Promise<unknown>): Promise<boolean> {
  return lookup.then(
    () => true,
    () => false,
  );
}

/** Creates the customer policies that a step names and the account lacks; the boundary is one of them. */
async function createPolicies(inputs: Record<string, string>): Promise<void> {
  const named = `${inputs['policy-arns'] ?? ''} ${inputs['permissions-boundary-arn'] ?? ''}`;
  for (const [PolicyArn, partition, path, PolicyName] of named.matchAll(
    /arn:([\w-]+):iam::\d{12}:policy(\/\S*?)([^\s/]+)(?=\s|$)/g,
  )) {
    const iam = iamOf(partition);
    if (await exists(iam.send(new GetPolicyCommand({ PolicyArn })))) continue;
    const statement = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    await iam.send(new CreatePolicyCommand({ PolicyName, Path: path ?? '/', PolicyDocument }));
  }
}

/**
 * Creates the roles that a step names and the account lacks. The last of them, who makes the lease or writes the secrets, has what
 * setup/ gives and nothing else, so that an example which it does not cover fails here.
 */
async function createRoles(inputs: Record<string, string>): Promise<void> {
  const roles = [...(inputs['role-to-assume'] ?? '').matchAll(/arn:([\w-]+):iam::\d+:role\/(\S+)/g)];
  for (const [index, [, partition, RoleName = '']] of roles.entries()) {
    const iam = iamOf(partition);
    if (!(await exists(iam.send(new GetRoleCommand({ RoleName }))))) await createManagingRole(iam, RoleName, partition);
    if (index === roles.length - 1) await setRolePolicies(iam, RoleName, { policies: WHOLE_KIT, partition });
  }
}

/** Creates the groups that a step names and the account lacks. */
async function createGroups(inputs: Record<string, string>): Promise<void> {
  for (const GroupName of (inputs['iam-groups'] ?? '').split(/[,\n]/).map((name) => name.trim())) {
    if (GroupName === '' || (await exists(lab.iam.send(new GetGroupCommand({ GroupName }))))) continue;
    await lab.iam.send(new CreateGroupCommand({ GroupName, Path: '/github-actions/' }));
  }
}

/**
 * The `with:` of a step as it stands, but for what this machine cannot have: AWS is the laboratory's, the kubelet's token file is
 * one in the job's workspace, and a policy of AWS's own is one of the account's where the emulator does not know it.
 */
async function inputsOf(step: WorkflowStep, job: Job, contexts: Contexts): Promise<Record<string, string>> {
  // The emulator has one account; it stands for the second one of the examples too.
  const oneAccount = (text: string) => text.replaceAll(CUSTOMER, lab.accountId);
  const given = Object.entries(step.with ?? {}).map(
    ([name, value]) => [name, oneAccount(evaluate(value, contexts))] as const,
  );
  const inputs: Record<string, string> = Object.fromEntries(given);
  const { 'web-identity-token-file': tokenFile, 'policy-arns': policies } = inputs;
  if (tokenFile !== undefined) {
    const file = join(job.directories.workspace, 'token');
    writeFileSync(file, await fetchToken(lab.oidc));
    inputs['web-identity-token-file'] = file;
  }
  for (const [PolicyArn] of policies?.matchAll(/arn:aws:iam::aws:policy\/\S+/g) ?? []) {
    if (await exists(lab.iam.send(new GetPolicyCommand({ PolicyArn })))) continue;
    inputs['policy-arns'] = (inputs['policy-arns'] ?? '').replace(
      PolicyArn,
      'arn:aws:iam::123456789012:policy/app-read',
    );
  }
  await createPolicies(inputs);
  await createGroups(inputs);
  await createRoles(inputs);
  // The chain's last role asks for it, so a run that forgot it would be refused.
  const lastRole = inputs['role-to-assume']?.trim().split('\n').at(-1) ?? '';
  const { 'role-external-id': externalId } = inputs;
  if (externalId !== undefined) await requireExternalId(lab.iam, lastRole, externalId);
  const { url } = lab.wire;
  return { ...inputs, 'sts-endpoint': url, 'iam-endpoint': url, 'secretsmanager-endpoint': url };
}

/** Runs a step that uses an action of ours, with its `env:`. */
async function runAction(step: WorkflowStep, job: Job, contexts: Contexts): Promise<StepResult> {
  const inputs = await inputsOf(step, job, contexts);
  const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluate(value, contexts)] as const);
  Object.assign(job.env, Object.fromEntries(own));
  const action = { actionPath: `${ROOT}${actionUsedBy(step)}` };
  // A plan that fails on a difference has had its sync.
  const { 'fail-on-diff': failOnDiff, ...others } = inputs;
  if (failOnDiff === 'true') await job.use({ ...others, sync: 'apply' }, action).main();
  const result = await job.use(inputs, action).main();
  for (const [name] of own) delete job.env[name];
  return result;
}

/** Runs a `run:` step as the runner's bash does; S3 is moto's own, since the wire speaks IAM and STS. */
async function runScript(step: WorkflowStep, job: Job, contexts: Contexts): Promise<StepResult> {
  const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluate(value, contexts)]);
  return job.step(['bash', '-eo', 'pipefail', '-c', evaluate(step.run, contexts)], {
    ...Object.fromEntries(own),
    AWS_ENDPOINT_URL: lab.wire.url,
    AWS_ENDPOINT_URL_S3: lab.moto.url,
  });
}

/** Runs a job's steps in order, then its posts; actions of others are not run. @returns what each of ours and each script did */
async function runJob(job: Job, steps: readonly WorkflowStep[]): Promise<StepResult[]> {
  const contexts: Contexts = { outputs: {}, temp: job.directories.temp };
  const results: StepResult[] = [];
  for (const step of steps) {
    const isScript = step.run !== undefined && !MISSING.some((tool) => RegExp(`\\b${tool}\\b`).test(step.run ?? ''));
    if (usesThisAction(step)) results.push(await runAction(step, job, contexts));
    else if (isScript) results.push(await runScript(step, job, contexts));
    contexts.outputs[step.id ?? ''] = results.at(-1)?.outputs ?? {};
  }
  return [...results, ...(await job.finish())];
}

/** What the jobs of the examples find in their workspace and in AWS. */
async function prepare(job: Job): Promise<void> {
  const site = join(job.directories.workspace, 'site');
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), '<p>Hello</p>');
  const scope = 'Credential=laboratory/20260101/us-east-1/s3/aws4_request';
  const headers = { authorization: `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=none` };
  await fetch(`${lab.moto.url}/${BUCKET}`, { method: 'PUT', headers });
}

/** What starts a job and where it runs, as far as the action is told of it. */
type Trigger = { on?: object; environment?: string };

/** A job as its workflow would start it: a pull request is one of this repository's own branches. */
function optionsOf({ on = {} }: Trigger): Omit<Partial<JobOptions>, 'lab'> {
  if (!('pull_request' in on)) return {};
  const payload = { pull_request: { head: { repo: { full_name: 'octo-org/shop' } } } };
  return { event: { name: 'pull_request', payload } };
}

async function expectToWork(steps: readonly WorkflowStep[], trigger: Trigger = {}): Promise<void> {
  const work = async (job: Job) => {
    if (trigger.environment !== undefined) lab.oidc.claims.environment = trigger.environment;
    await prepare(job);
    for (const { conclusion, name, log } of await runJob(job, steps)) {
      expect({ name, conclusion, log }).toEqual({ name, conclusion: 'success', log: expect.any(String) });
      expect(log).not.toMatch(/^Error/m);
    }
  };
  await inJob(lab, work, optionsOf(trigger));
  expect(await lab.users()).toEqual([]);
}

type Workflow = { on: object; jobs: Record<string, { environment?: string; steps: WorkflowStep[] }> };

/** The jobs of a workflow file, each with what starts it. */
function jobsOf(file: string) {
  const { on, jobs } = yaml(textOf(file)) as Workflow;
  return Object.entries(jobs).map(([name, { environment, steps }]) => {
    const trigger: Trigger = { on, ...(environment === undefined ? {} : { environment }) };
    return { file, name, steps, trigger };
  });
}

describe('the jobs of examples/', () => {
  const jobs = filesIn('examples', /\.ya?ml$/).flatMap(jobsOf);

  it.each(jobs)('$file, $name works as it stands and leaves nothing', ({ steps, trigger }) =>
    expectToWork(steps, trigger),
  );

  it('leave the bucket as the job has it, when the AWS CLI is here to fill it', async () => {
    const steps = stepsIn(yaml(textOf('examples/deploy-with-iam-user.yml')));
    await inJob(lab, async (job) => {
      await prepare(job);
      await runJob(job, steps);
      const listing = await (await fetch(`${lab.moto.url}/${BUCKET}`)).text();
      expect(listing.includes('<Key>index.html</Key>')).toBe(HAS_AWS);
    });
  });
});

describe('the examples of the secret sync', () => {
  const run = async (file: string) => {
    for (const { steps, trigger } of jobsOf(file)) await expectToWork(steps, trigger);
    return lab.secrets();
  };

  it('write the application’s secrets of the environment into one JSON secret', async () => {
    const synced = await run('examples/secret-sync-json.yml');
    expect(Object.keys(synced)).toEqual(['github/octo-org/shop/production']);
    const { value = '', tags } = synced['github/octo-org/shop/production'] ?? {};
    const { APP_KEY, DATABASE_URL } = secrets();
    expect(JSON.parse(value)).toEqual({ app_key: APP_KEY, database_url: DATABASE_URL });
    expect(tags).toEqual({ 'sync:owner': 'repo:714613905/env:production/id:default', 'sync:mode': 'json' });
  });

  it('write one secret for each key, and delete what the environment has no more', async () => {
    const Name = 'github/octo-org/shop/production/no_more';
    const Tags = [
      { Key: 'sync:owner', Value: 'repo:714613905/env:production/id:default' },
      { Key: 'sync:mode', Value: 'per-key' },
    ];
    await lab.secretsManager.send(new CreateSecretCommand({ Name, SecretString: 'old', Tags }));
    const { [Name]: pruned, ...synced } = await run('examples/secret-sync-per-key.yml');
    expect(pruned).toMatchObject({ deleted: true });
    const values = Object.fromEntries(
      Object.entries(synced).map(([name, { value, tags }]) => [name.split('/').at(-1), { value, team: tags.team }]),
    );
    const { APP_KEY, CUSTOMER_EXTERNAL_ID, DATABASE_URL, SIGNING_KEY, ...rest } = secrets();
    expect(values).toEqual({
      app_key: { value: APP_KEY, team: 'web' },
      customer_external_id: { value: CUSTOMER_EXTERNAL_ID, team: 'web' },
      database_url: { value: DATABASE_URL, team: 'web' },
      lease_manager_access_key_id: { value: rest.LEASE_MANAGER_ACCESS_KEY_ID, team: 'web' },
      lease_manager_secret_access_key: { value: rest.LEASE_MANAGER_SECRET_ACCESS_KEY, team: 'web' },
      signing: { value: SIGNING_KEY, team: 'web' },
    });
  });

  it('plan without writing, from a file that nobody else may read and that is gone afterwards', async () => {
    const [{ steps = [], trigger = {} } = {}] = jobsOf('examples/secret-sync-plan.yml');
    const work = async (job: Job) => {
      await runJob(job, steps.slice(0, 1));
      const file = `${job.directories.temp}/secrets.json`;
      const mode = statSync(file).mode & 0o777;
      const [plan] = await runJob(job, steps.slice(1));
      return { mode, plan, left: existsSync(file) };
    };
    const { mode, plan, left } = await inJob(lab, work, optionsOf(trigger));
    expect(mode).toBe(0o600);
    expect(plan?.annotations).toEqual([]);
    expect(plan?.outputs).toMatchObject({ changed: 'true', created: '1', names: 'github/octo-org/shop' });
    expect(plan?.outputs.plan).toContain('"APP_KEY"');
    expect(plan?.outputs.plan).not.toContain('CI_TOKEN');
    expect(left).toBe(false);
    expect(await lab.secrets()).toEqual({});
  });
});

describe.each(['README.md', 'docs/secret-sync.md'])('the YAML of %s', (document) => {
  const blocks = codeBlocks(textOf(document), 'yaml').map((code, index) => [index + 1, stepsIn(yaml(code))] as const);
  const ours = blocks.filter(([, steps]) => steps.some(usesThisAction));

  it('uses this action', () => {
    expect(ours.length).toBeGreaterThan(3);
  });

  it.each(ours)('block %i works as it stands and leaves nothing', (_index, steps) => expectToWork(steps));
});

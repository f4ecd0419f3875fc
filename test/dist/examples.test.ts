import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateGroupCommand, CreatePolicyCommand, GetGroupCommand, GetPolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Lab } from '../lab/lab.ts';
import { startLab } from '../lab/lab.ts';
import type { Job, StepResult } from '../lab/runner.ts';
import { codeBlocks, filesIn, stepsIn, textOf, usesThisAction, type WorkflowStep, yaml } from '../workflow-steps.ts';
import { fetchToken } from './oidc-token.ts';
import { inJob } from './scenario.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
}, 120_000);
beforeEach(() => lab.reset());
afterAll(() => lab.close());

const HAS_AWS = spawnSync('aws', ['--version'], { stdio: 'ignore' }).status === 0;
/** The bucket that an example fills. */
const BUCKET = 'my-site';

/** What a repository that copies the examples has in its secrets. */
function secrets(): Record<string, string> {
  return {
    LEASE_MANAGER_ACCESS_KEY_ID: lab.longLived.accessKeyId,
    LEASE_MANAGER_SECRET_ACCESS_KEY: lab.longLived.secretAccessKey,
    CUSTOMER_EXTERNAL_ID: 'external-id-of-the-customer',
  };
}

type Contexts = { outputs: Record<string, Record<string, string>> };

/** Fills in the expressions that the examples use; any other is an error here as it would be a surprise there. */
function evaluate(template: unknown, { outputs }: Contexts): string {
  return String(template).replaceAll(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (whole, expression: string) => {
    const [context, name = '', , output = ''] = expression.split('.');
    const value = context === 'secrets' ? secrets()[name] : outputs[name]?.[output];
    if (value === undefined) throw new Error(`The examples' test cannot evaluate ${whole}.`);
    return value;
  });
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
  for (const [PolicyArn, path, PolicyName] of named.matchAll(/arn:aws:iam::\d{12}:policy(\/\S*?)([^\s/]+)(?=\s|$)/g)) {
    if (await exists(lab.iam.send(new GetPolicyCommand({ PolicyArn })))) continue;
    const statement = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    await lab.iam.send(new CreatePolicyCommand({ PolicyName, Path: path ?? '/', PolicyDocument }));
  }
}

/** Creates the groups that a step names and the account lacks. */
async function createGroups(inputs: Record<string, string>): Promise<void> {
  for (const GroupName of (inputs['iam-groups'] ?? '').split(/[,\n]/).map((name) => name.trim())) {
    if (GroupName === '' || (await exists(lab.iam.send(new GetGroupCommand({ GroupName }))))) continue;
    await lab.iam.send(new CreateGroupCommand({ GroupName }));
  }
}

/**
 * The `with:` of a step as it stands, but for what this machine cannot have: AWS is the laboratory's, the kubelet's token file is
 * one in the job's workspace, and a policy of AWS's own is one of the account's where the emulator does not know it.
 */
async function inputsOf(step: WorkflowStep, job: Job, contexts: Contexts): Promise<Record<string, string>> {
  const given = Object.entries(step.with ?? {}).map(([name, value]) => [name, evaluate(value, contexts)] as const);
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
  // From now on the chain's last role asks for it, so a run that forgot it would be refused.
  const lastRole = inputs['role-to-assume']?.trim().split('\n').at(-1) ?? '';
  const { 'role-external-id': externalId } = inputs;
  if (externalId !== undefined) lab.wire.externalIds[lastRole] = externalId;
  await createPolicies(inputs);
  await createGroups(inputs);
  return { ...inputs, 'sts-endpoint': lab.wire.url, 'iam-endpoint': lab.wire.url };
}

/** Runs a `run:` step as the runner's bash does; S3 is moto's own, since the wire speaks IAM and STS. */
async function runScript(step: WorkflowStep, job: Job, contexts: Contexts): Promise<StepResult> {
  const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluate(value, contexts)]);
  return job.step(['bash', '-eo', 'pipefail', '-c', step.run ?? ''], {
    ...Object.fromEntries(own),
    AWS_ENDPOINT_URL: lab.wire.url,
    AWS_ENDPOINT_URL_S3: lab.moto.url,
  });
}

/** Runs a job's steps in order, then its posts; actions of others are not run. @returns what each of ours and each script did */
async function runJob(job: Job, steps: readonly WorkflowStep[]): Promise<StepResult[]> {
  const contexts: Contexts = { outputs: {} };
  const results: StepResult[] = [];
  for (const step of steps) {
    const isScript = step.run !== undefined && (HAS_AWS || !/\baws\b/.test(step.run));
    if (usesThisAction(step)) results.push(await job.use(await inputsOf(step, job, contexts)).main());
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

async function expectToWork(steps: readonly WorkflowStep[]): Promise<void> {
  await inJob(lab, async (job) => {
    await prepare(job);
    for (const { conclusion, name, log } of await runJob(job, steps)) {
      expect({ name, conclusion, log }).toEqual({ name, conclusion: 'success', log: expect.any(String) });
      expect(log).not.toMatch(/^Error/m);
    }
  });
  expect(await lab.users()).toEqual([]);
}

describe('the jobs of examples/', () => {
  const jobs = filesIn('examples', /\.ya?ml$/).flatMap((file) => {
    const { jobs: all } = yaml(textOf(file)) as { jobs: Record<string, { steps: WorkflowStep[] }> };
    return Object.entries(all).map(([name, { steps }]) => [file, name, steps] as const);
  });

  it.each(jobs)('%s, %s works as it stands and leaves nothing', (_file, _name, steps) => expectToWork(steps), 90_000);

  it('leave the bucket as the job has it, when the AWS CLI is here to fill it', async () => {
    const steps = stepsIn(yaml(textOf('examples/deploy-with-iam-user.yml')));
    await inJob(lab, async (job) => {
      await prepare(job);
      await runJob(job, steps);
      const listing = await (await fetch(`${lab.moto.url}/${BUCKET}`)).text();
      expect(listing.includes('<Key>index.html</Key>')).toBe(HAS_AWS);
    });
  }, 90_000);
});

describe('the YAML of README.md', () => {
  const blocks = codeBlocks(textOf('README.md'), 'yaml').map(
    (code, index) => [index + 1, stepsIn(yaml(code))] as const,
  );
  const ours = blocks.filter(([, steps]) => steps.some(usesThisAction));

  it('uses this action', () => {
    expect(ours.length).toBeGreaterThan(3);
  });

  it.each(ours)(
    'block %i works as it stands and leaves nothing',
    (_index, steps) => {
      return expectToWork(steps);
    },
    90_000,
  );
});

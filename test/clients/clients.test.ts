// The AWS CLI, boto3 and the SDK for JavaScript work with the credentials of the action: environment, step outputs and profile.
import { fileURLToPath } from 'node:url';
import { PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Job, StepResult } from '../lab/runner/runner.ts';
import { inJob } from '../support/scenarios/scenario.ts';
import { useLab } from '../support/use-lab.ts';
import { awsCli, pythonWithBoto3 } from './programs.ts';

const MAY_READ = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' }],
});
/** Both are downloaded and installed where this machine has neither. */
const INSTALL_MS = 180_000;
const GREETING = 'hello from Secrets Manager';
const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const lab = useLab();
let aws: string[];
let python: string;
beforeAll(async () => {
  [aws, python] = await Promise.all([awsCli(), pythonWithBoto3()]);
}, INSTALL_MS);

type Environment = Record<string, string>;
type Answer = { arn: string; secret: string };

async function outputOf(job: Job, command: readonly string[], env: Environment): Promise<string> {
  const { conclusion, stdout, log } = await job.step(command, { ...env, AWS_ENDPOINT_URL: lab.wire.url });
  if (conclusion === 'failure') throw new Error(log);
  return stdout;
}

/** Each client as a later step of the job: calls GetCallerIdentity and GetSecretValue. */
const clients: Record<string, (job: Job, env: Environment) => Promise<Answer>> = {
  'the AWS CLI': async (job, env) => {
    // It has no constructor: a step gives it outputs by their usual names.
    const named = Object.entries(env).map(([name, value]) => [name.replace('LEASE_', 'AWS_'), value] as const);
    const ask = async (...args: string[]) =>
      JSON.parse(await outputOf(job, [...aws, ...args, '--output', 'json'], Object.fromEntries(named))) as Environment;
    const [identity, secret] = await Promise.all([
      ask('sts', 'get-caller-identity'),
      ask('secretsmanager', 'get-secret-value', '--secret-id', 'greeting'),
    ]);
    return { arn: identity.Arn ?? '', secret: secret.SecretString ?? '' };
  },
  boto3: async (job, env) => JSON.parse(await outputOf(job, [python, file('ask.py')], env)) as Answer,
  'the SDK for JavaScript': async (job, env) =>
    JSON.parse(await outputOf(job, [process.execPath, file('ask.ts')], env)) as Answer,
};

/** How a step gets at the lease: inputs of the action, and the step's own `env:`. */
type Way = { inputs: Environment; env: (outputs: Environment) => Environment };
const ways: Record<string, Way> = {
  'the environment': { inputs: {}, env: () => ({}) },
  'step outputs': {
    inputs: { 'output-env-credentials': 'false', 'output-credentials': 'true' },
    env: (outputs) => ({
      LEASE_ACCESS_KEY_ID: outputs['aws-access-key-id'] ?? '',
      LEASE_SECRET_ACCESS_KEY: outputs['aws-secret-access-key'] ?? '',
      LEASE_SESSION_TOKEN: outputs['aws-session-token'] ?? '',
      AWS_REGION: 'eu-central-1',
      AWS_DEFAULT_REGION: 'eu-central-1',
    }),
  },
  'a profile': { inputs: { 'aws-profile': 'lease' }, env: () => ({ AWS_PROFILE: 'lease' }) },
};

const types: Record<string, Environment> = {
  'an IAM user': { 'inline-policy': MAY_READ },
  'a session': {
    'credential-type': 'session',
    'role-to-assume': 'arn:aws:iam::123456789012:role/deployer',
    'inline-session-policy': MAY_READ,
  },
};

/** What all clients answer in one job, asked at the same time. */
async function answersIn(job: Job, env: Environment): Promise<Record<string, Answer>> {
  const asked = Object.entries(clients).map(async ([name, ask]) => [name, await ask(job, env)] as const);
  return Object.fromEntries(await Promise.all(asked));
}

const cases = Object.entries(types).flatMap(([type, about]) =>
  Object.entries(ways).map(([way, { inputs, env }]) => ({ type, way, env, inputs: { ...about, ...inputs } })),
);

describe('the AWS CLI, boto3 and the SDK for JavaScript', () => {
  it.each(cases)('are $type by way of $way', async ({ way, inputs, env }) => {
    const ofRole = { RoleName: 'deployer', PolicyName: 'read', PolicyDocument: MAY_READ };
    await lab.iam.send(new PutRolePolicyCommand(ofRole));
    await lab.secretsManager.send(new CreateSecretCommand({ Name: 'greeting', SecretString: GREETING }));
    // A session's token that an earlier step has left must not be sent along with the new key.
    const stale = way === 'the environment' ? { AWS_SESSION_TOKEN: 'of-an-earlier-step' } : {};
    const work = async (job: Job) => {
      const use = job.use(lab.inputs(inputs));
      const { outputs, log }: StepResult = await use.main();
      expect({ arn: outputs['authenticated-arn'], log }).toEqual({ arn: expect.stringMatching(/^arn:/), log });
      const answer = { arn: outputs['authenticated-arn'], secret: GREETING };
      const answers = await answersIn(job, env(outputs));
      expect(answers).toEqual({ 'the AWS CLI': answer, boto3: answer, 'the SDK for JavaScript': answer });
      expect((await use.post()).conclusion).toBe('success');
    };
    await inJob(lab, work, { env: stale });
    expect(await lab.users()).toEqual([]);
  });
});

// Functions that the tests of the bundles share.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Lab } from '../../lab/lab.ts';
import type { Job, JobOptions, StepResult, Use } from '../../lab/runner/runner.ts';
import { startJob } from '../../lab/runner/runner.ts';

/** Runs `work` in a job, and removes the job, also after an error. */
export async function inJob<T>(
  lab: Lab,
  work: (job: Job) => Promise<T>,
  options: Omit<Partial<JobOptions>, 'lab'> = {},
): Promise<T> {
  const job = await startJob({ ...options, lab });
  try {
    return await work(job);
  } finally {
    await job.remove();
  }
}

/** ARN of a customer policy of the laboratory's account. */
export function policyArn(name: string): string {
  return `arn:aws:iam::123456789012:policy/${name}`;
}

/** A step that calls GetCallerIdentity: with the AWS CLI where this machine has it, else with the SDK. */
export function whoAmI(endpoint: string): string[] {
  const hasCli = spawnSync('aws', ['--version'], { stdio: 'ignore' }).status === 0;
  return hasCli
    ? ['aws', 'sts', 'get-caller-identity', '--output', 'json', '--endpoint-url', endpoint]
    : [process.execPath, fileURLToPath(new URL('../../lab/runner/who-am-i.ts', import.meta.url)), endpoint];
}

/** The error code in a step's message; undefined when the step has no error. */
export function errorCode(result: StepResult): string | undefined {
  return /docs\/troubleshooting\.md#([a-z-]+)/.exec(result.log)?.[1];
}

/** What a test can use after main. */
export type AfterMain = { job: Job; use: Use; main: StepResult };

/** Runs main with the laboratory's inputs and these, then `work`, in a new job. */
export async function afterMain<T>(
  lab: Lab,
  overrides: Record<string, string>,
  work: (run: AfterMain) => Promise<T>,
  options: Omit<Partial<JobOptions>, 'lab'> = {},
): Promise<T> {
  const run = async (job: Job) => {
    const use = job.use(lab.inputs(overrides));
    return work({ job, use, main: await use.main() });
  };
  return inJob(lab, run, options);
}

/** ARN of a role of the laboratory's account. */
export function roleArn(name: string): string {
  return `arn:aws:iam::123456789012:role/${name}`;
}

/** The messages of one level as one text; empty when there are none. */
export function messagesOf(result: StepResult, level: 'error' | 'warning' | 'notice'): string {
  return result.annotations
    .filter((annotation) => annotation.level === level)
    .map(({ message }) => message)
    .join('\n');
}

/** The length of the longest chain of requests, to AWS and to the token service, each sent after the answer to the one before. */
export function legs(lab: Lab): number {
  const calls = lab.wire.calls.map(({ startedAt, endedAt }) => ({ from: startedAt, to: endedAt ?? startedAt }));
  const tokens = lab.oidc.issued.map(({ at, endedAt }) => ({ from: at, to: endedAt }));
  let count = 0;
  let busyUntil = Number.NEGATIVE_INFINITY;
  for (const { from, to } of [...calls, ...tokens].sort((one, other) => one.to - other.to)) {
    if (from < busyUntil) continue;
    count += 1;
    busyUntil = to;
  }
  return count;
}

/** The identity of exported credentials: STS's ARN, or the code of its error. */
export async function callerOf(lab: Lab, exported: Record<string, string>): Promise<string> {
  const sts = new STSClient({
    endpoint: lab.wire.url,
    systemClockOffset: lab.wire.skewMs,
    region: 'eu-central-1',
    credentials: {
      accessKeyId: exported.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: exported.AWS_SECRET_ACCESS_KEY ?? '',
      ...(exported.AWS_SESSION_TOKEN ? { sessionToken: exported.AWS_SESSION_TOKEN } : {}),
    },
  });
  try {
    return (await sts.send(new GetCallerIdentityCommand({}))).Arn ?? '';
  } catch (error) {
    return (error as Error).name;
  } finally {
    sts.destroy();
  }
}

/** `with:` of a user lease with a boundary, a policy and a group. */
export function leaseInputs(lab: Lab, overrides: Record<string, string> = {}): Record<string, string> {
  return lab.inputs({
    'permissions-boundary-arn': policyArn('lease-boundary'),
    'policy-arns': policyArn('app-read'),
    'iam-groups': 'readers',
    ...overrides,
  });
}

// The main job, on this machine alone: issue, a later step that calls AWS with the credentials, revoke, and the proof.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startLab } from './lab.ts';
import { type StepResult, startJob } from './runner/runner.ts';

const say = (text = '') => process.stdout.write(`${text}\n`);
const indented = (text: string) => text.trim().replace(/^/gm, '    ');

function show(title: string, result: StepResult): void {
  say(`\n${title}`);
  say(indented(result.log));
  if (result.conclusion === 'failure') throw new Error(`${title}: failed`);
}

/** The AWS CLI if this machine has it, else a few lines with the SDK. */
function laterStep(endpoint: string): string[] {
  const hasCli = spawnSync('aws', ['--version'], { stdio: 'ignore' }).status === 0;
  return hasCli
    ? ['aws', 'sts', 'get-caller-identity', '--output', 'json', '--endpoint-url', endpoint]
    : [process.execPath, fileURLToPath(new URL('./runner/who-am-i.ts', import.meta.url)), endpoint];
}

say('Starting an AWS emulator and a GitHub token service on 127.0.0.1 …');
const lab = await startLab();
const job = await startJob({ lab });
try {
  const use = job.use(
    lab.inputs({
      'policy-arns': 'arn:aws:iam::123456789012:policy/app-read',
      'permissions-boundary-arn': 'arn:aws:iam::123456789012:policy/lease-boundary',
      'iam-groups': 'readers',
      ttl: '45m',
    }),
  );
  show('1. main: uses: OWNER/aws-ephemeral-credentials@v1', await use.main());
  const [userName = ''] = await lab.users();
  const user = await lab.describeUser(userName);
  say('\n   In AWS there is now:');
  say(
    indented(
      `${user.arn}\npolicies: ${user.attachedPolicies.join(', ')}\ngroups: ${user.groups.join(', ')}\nboundary: ${user.boundary}`,
    ),
  );
  say(indented(`guard: ${JSON.stringify(user.inlinePolicies['lease-guard'])}`));
  const command = laterStep(lab.wire.url);
  const [tool] = command;
  show(
    `2. a later step asks AWS who it is (with ${tool === 'aws' ? 'the AWS CLI' : 'the AWS SDK'})`,
    await job.step(command),
  );
  const environment = { ...job.env };
  show('3. post: the job ends', await use.post());
  say('\n4. proof');
  const users = await lab.users();
  say(indented(`IAM users left: ${users.length === 0 ? 'none' : users.join(', ')}`));
  const again = await job.step(command, environment);
  say(indented(`The key the job had, tried again: ${again.log.trim().split('\n').at(-1) ?? ''}`));
  if (users.length > 0 || again.exitCode === 0) throw new Error('Something was left behind.');
} finally {
  await job.remove();
  await lab.close();
}

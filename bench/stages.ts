import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inJob, legs } from '../test/dist/scenario.ts';
import type { Lab } from '../test/lab/lab.ts';
import type { Job, StepResult } from '../test/lab/runner.ts';
import { distSizes } from './loading.ts';
import { interleaved, table } from './measuring.ts';

const SESSION = { 'credential-type': 'session' };
const USER = {
  'policy-arns': 'arn:aws:iam::123456789012:policy/app-read',
  'permissions-boundary-arn': 'arn:aws:iam::123456789012:policy/lease-boundary',
};

function succeeded(result: StepResult): StepResult {
  if (result.conclusion === 'failure') throw new Error(`${result.name} failed:\n${result.log}`);
  return result;
}

/** What one stage asked of AWS and of the token service since the last look. */
function counted(lab: Lab, stage: string): (string | number)[] {
  const counts = [stage, legs(lab), lab.wire.calls.length, lab.oidc.issued.length];
  lab.wire.calls.length = 0;
  lab.oidc.issued.length = 0;
  return counts;
}

/** Requests of each stage, and how many of them had to wait for one another. */
export async function requests(lab: Lab, latencyMs: number): Promise<string> {
  await lab.reset();
  lab.wire.latencyMs = latencyMs;
  lab.oidc.latencyMs = latencyMs;
  const rows = await inJob(lab, async (job) => {
    const user = job.use(lab.inputs(USER));
    succeeded(await user.main());
    const main = counted(lab, 'user: main');
    succeeded(await user.post());
    const post = counted(lab, 'user: post');
    const session = job.use(lab.inputs(SESSION));
    succeeded(await session.main());
    const issued = counted(lab, 'session: main');
    succeeded(await session.post());
    return [main, post, issued, counted(lab, 'session: post')];
  });
  return table(['stage', 'one after another', 'calls to AWS', 'OIDC tokens'], rows);
}

/** Inputs that aws-actions/configure-aws-credentials gets from the defaults of its action.yml. */
const PEER_DEFAULTS = { audience: 'sts.amazonaws.com', 'output-env-credentials': 'true' };

/** Wraps a bundle of somebody else's so that the laboratory's runner can run it. */
function wrapped(directory: string, peer: string): string {
  const path = join(directory, 'peer');
  mkdirSync(path);
  const inputs = { ...PEER_DEFAULTS, 'aws-region': '', 'sts-endpoint': '', 'role-to-assume': '' };
  const entries = Object.entries(inputs).map(([name, value]) => [name, { default: value }]);
  const action = { name: 'peer', inputs: Object.fromEntries(entries), runs: { using: 'node24', main: peer } };
  writeFileSync(join(path, 'action.yml'), JSON.stringify(action));
  return path;
}

/** Milliseconds of one session main by OIDC, in a job of its own. */
async function session(lab: Lab, inputs: Record<string, string>, actionPath: string | undefined): Promise<number> {
  const run = async (job: Job) =>
    succeeded(await job.use(inputs, actionPath === undefined ? {} : { actionPath }).main());
  return (await inJob(lab, run)).durationMs;
}

/** A session by OIDC, ours beside the peer's, against the same wire. */
export async function endToEnd(lab: Lab, directory: string, by: { runs: number; peer: string }): Promise<string> {
  const actionPath = wrapped(directory, by.peer);
  const common = { 'aws-region': 'eu-central-1', 'sts-endpoint': lab.wire.url };
  const inputs = { ...common, 'role-to-assume': 'arn:aws:iam::123456789012:role/deployer' };
  const rows: (string | number)[][] = [];
  for (const latencyMs of [0, 80]) {
    await lab.reset();
    lab.wire.latencyMs = latencyMs;
    lab.oidc.latencyMs = latencyMs;
    const counts: Record<string, number> = {};
    const candidate = (name: string, run: () => Promise<number>) => async () => {
      lab.wire.calls.length = 0;
      lab.oidc.issued.length = 0;
      const milliseconds = await run();
      counts[name] = legs(lab);
      return milliseconds;
    };
    const medians = await interleaved(
      {
        ours: candidate('ours', () => session(lab, { ...inputs, ...SESSION }, undefined)),
        peers: candidate('peers', () => session(lab, inputs, actionPath)),
      },
      by.runs,
    );
    const { ours, peers } = medians;
    rows.push([
      latencyMs,
      ours.toFixed(0),
      peers.toFixed(0),
      (ours / peers).toFixed(2),
      `${counts.ours} : ${counts.peers}`,
    ]);
  }
  return table(['latency ms', 'ours, median ms', 'peer, median ms', 'ratio', 'requests one after another'], rows);
}

type Coverage = { result: { url: string }[] };

/** The files of dist/ that processes have loaded, as V8 wrote it down when they ended. */
function loadedFiles(directory: string): Set<string> {
  const reports = readdirSync(directory).map((name) => readFileSync(join(directory, name), 'utf8'));
  const urls = reports.flatMap((report) => (JSON.parse(report) as Coverage).result.map(({ url }) => url));
  return new Set(urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url)));
}

const kilobytes = (bytes: number) => Math.round(bytes / 1000);

/** The size of dist/, and of what each stage loads of it. */
export async function sizes(lab: Lab, directory: string, peer: string | undefined): Promise<string> {
  await lab.reset();
  const files = distSizes();
  const sum = (paths: Iterable<string>) =>
    kilobytes([...paths].reduce((bytes, path) => bytes + (files.get(path) ?? 0), 0));
  const rows: (string | number)[][] = [['dist/, licences included', files.size, sum(files.keys())]];
  const stage = async (name: string, job: Job, run: () => Promise<StepResult>) => {
    const reports = join(directory, name.replaceAll(/\W+/g, '-'));
    job.setEnv('NODE_V8_COVERAGE', reports);
    succeeded(await run());
    const loaded = [...loadedFiles(reports)].filter((path) => files.has(path));
    rows.push([`loaded by ${name}`, loaded.length, sum(loaded)]);
  };
  await inJob(lab, async (job) => {
    const [user, sts] = [job.use(lab.inputs(USER)), job.use(lab.inputs(SESSION))];
    await stage('user: main', job, user.main);
    await stage('user: post', job, user.post);
    await stage('session: main', job, sts.main);
    await stage('session: post', job, sts.post);
  });
  if (peer !== undefined) rows.push(['the peer’s bundle', 1, kilobytes(readFileSync(peer).length)]);
  return table(['what', 'files', 'kB'], rows);
}

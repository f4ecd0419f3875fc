import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job, StepResult } from '../test/lab/runner/runner.ts';
import { withLoaded } from '../test/support/loaded-files.ts';
import { inJob } from '../test/support/scenarios/scenario.ts';
import type { Findings } from './goals.ts';
import type { Bench } from './laboratory.ts';
import { table } from './measuring.ts';
import { SESSION, USER } from './stages.ts';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** Files of dist/, with their bytes. */
function distSizes(): Map<string, number> {
  const entries = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [path, statSync(path).size]));
}

const kilobytes = (bytes: number) => Math.round(bytes / 1_000);

/** The size of dist/, and of what each stage loads of it. */
export async function sizes({ lab, peer }: Bench): Promise<Findings> {
  await lab.reset();
  const files = distSizes();
  const sum = (paths: Iterable<string>) =>
    kilobytes([...paths].reduce((bytes, path) => bytes + (files.get(path) ?? 0), 0));
  const rows: (string | number)[][] = [['dist/, licences included', files.size, sum(files.keys())]];
  const stage = async (name: string, job: Job, run: () => Promise<StepResult>) => {
    const { result, loaded } = await withLoaded(job, run);
    if (result.conclusion === 'failure') throw new Error(`${name} failed:\n${result.log}`);
    rows.push([`loaded by ${name}`, loaded.length, sum(loaded)]);
  };
  await inJob(lab, async (job) => {
    const [user, session] = [job.use(lab.inputs(USER)), job.use(lab.inputs(SESSION))];
    await stage('user main', job, user.main);
    await stage('user post', job, user.post);
    await stage('session main', job, session.main);
    await stage('session post', job, session.post);
  });
  if (peer !== undefined) rows.push(['the peer’s bundle', 1, kilobytes(statSync(peer).size)]);
  return { text: table(['what', 'files', 'kB'], rows) };
}

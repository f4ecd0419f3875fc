import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job } from '../test/lab/runner/runner.ts';
import { inJob, roleArn } from '../test/support/scenarios/scenario.ts';
import type { Findings, Goal } from './goals.ts';
import { type Bench, LATENCIES, sampled, setLatency } from './laboratory.ts';
import { type Probe, rounds, type Summary, table } from './measuring.ts';
import { SESSION } from './stages.ts';

/** By latency, in milliseconds. */
type Comparison = ReadonlyMap<number, Record<'ours' | 'peer', Summary>>;

/** Inputs that aws-actions/configure-aws-credentials gets from the defaults of its action.yml. */
const PEER_DEFAULTS = { audience: 'sts.amazonaws.com', 'output-env-credentials': 'true' };

/** Wraps the peer's bundle so that the laboratory's runner can run it. @returns the folder of its action.yml */
function wrapped(directory: string, peer: string): string {
  const path = join(directory, 'peer');
  mkdirSync(path);
  const inputs = { ...PEER_DEFAULTS, 'aws-region': '', 'sts-endpoint': '', 'role-to-assume': '' };
  const entries = Object.entries(inputs).map(([name, value]) => [name, { default: value }]);
  const action = { name: 'peer', inputs: Object.fromEntries(entries), runs: { using: 'node24', main: peer } };
  writeFileSync(join(path, 'action.yml'), JSON.stringify(action));
  return path;
}

/** The one thing that both do, a session by OIDC: ours and the peer's main in turn, against the same wire. Nothing without a peer. */
export async function beside({ lab, directory, runs, peer }: Bench): Promise<Findings | undefined> {
  if (peer === undefined) return undefined;
  const actionPath = wrapped(directory, peer);
  const inputs = {
    'aws-region': 'eu-central-1',
    'sts-endpoint': lab.wire.url,
    'role-to-assume': roleArn('deployer'),
  };
  const round = async (probe: Probe | undefined) => {
    const alone = (work: (job: Job) => ReturnType<typeof sampled>) => inJob(lab, work, { env: { ...probe?.env } });
    return {
      ours: await alone((job) => sampled(lab, job.use({ ...inputs, ...SESSION }).main, probe)),
      peer: await alone((job) => sampled(lab, job.use(inputs, { actionPath }).main, probe)),
    };
  };
  const measured = new Map<number, Record<'ours' | 'peer', Summary>>();
  for (const latencyMs of LATENCIES) {
    await lab.reset();
    setLatency(lab, latencyMs);
    measured.set(latencyMs, await rounds(round, { runs, directory }));
  }
  return { text: comparisonTable(measured), goals: goalsOf(measured) };
}

function goalsOf(measured: Comparison): Goal[] {
  const goal = (latencyMs: number, atMost: number): Goal => {
    const both = measured.get(latencyMs);
    const found = both === undefined ? Number.NaN : ratio(both, 'wallMs');
    return { what: `session main beside the peer’s at ${latencyMs} ms`, atMost, unit: 'ratio', measured: found };
  };
  return [goal(0, 1), goal(100, 0.75)];
}

/** Ours : the peer's. */
function ratio({ ours, peer }: Record<'ours' | 'peer', Summary>, of: 'wallMs' | 'cpuMs' | 'peakMb'): number {
  return ours[of] / peer[of];
}

function comparisonTable(measured: Comparison): string {
  const kinds = ['wall, ms', 'CPU, ms', 'peak memory, MB'].flatMap((name) => [`${name}: ours`, 'peer', 'ratio']);
  const rows = [...measured].map(([latencyMs, both]) => [
    latencyMs,
    `${both.ours.legs} : ${both.peer.legs}`,
    ...(['wallMs', 'cpuMs', 'peakMb'] as const).flatMap((of) => [
      both.ours[of],
      both.peer[of],
      `**${ratio(both, of).toFixed(2)}**`,
    ]),
  ]);
  return table(['latency, ms', 'legs', ...kinds], rows);
}

import { inJob, policyArn } from '../test/support/scenarios/scenario.ts';
import type { Findings, Goal } from './goals.ts';
import { type Bench, LATENCIES, sampled, setLatency } from './laboratory.ts';
import { type Probe, rounds, type Summary, table } from './measuring.ts';

/** Inputs of the two kinds of lease, beside those that lead to the laboratory. */
export const SESSION = { 'credential-type': 'session' };
export const USER = { 'policy-arns': policyArn('app-read'), 'permissions-boundary-arn': policyArn('lease-boundary') };

type Stage = 'user main' | 'user post' | 'session main' | 'session post';
/** By latency, in milliseconds. */
type Stages = ReadonlyMap<number, Record<Stage, Summary>>;

/** Main and post of both kinds of lease. */
export async function stages({ lab, directory, runs }: Bench): Promise<Findings> {
  const measured = new Map<number, Record<Stage, Summary>>();
  const round = (probe: Probe | undefined) =>
    inJob(
      lab,
      async (job) => {
        const [user, session] = [job.use(lab.inputs(USER)), job.use(lab.inputs(SESSION))];
        return {
          'user main': await sampled(lab, user.main, probe),
          'user post': await sampled(lab, user.post, probe),
          'session main': await sampled(lab, session.main, probe),
          'session post': await sampled(lab, session.post, probe),
        };
      },
      { env: { ...probe?.env } },
    );
  for (const latencyMs of LATENCIES) {
    await lab.reset();
    setLatency(lab, latencyMs);
    measured.set(latencyMs, await rounds(round, { runs, directory }));
  }
  return { text: stagesTable(measured), goals: goalsOf(measured) };
}

function goalsOf(measured: Stages): Goal[] {
  const goal = (stage: Stage, latencyMs: number, atMost: number): Goal => ({
    what: `${stage} at ${latencyMs} ms`,
    atMost,
    unit: 'ms',
    measured: measured.get(latencyMs)?.[stage].wallMs ?? Number.NaN,
  });
  return [goal('user main', 100, 850), goal('user post', 100, 1_100)];
}

function stagesTable(measured: Stages): string {
  const head = ['latency, ms', 'stage', 'legs', 'calls', 'wall, ms', 'of it waiting, ms', 'CPU, ms', 'peak memory, MB'];
  const rows = [...measured].flatMap(([latencyMs, stages]) =>
    Object.entries(stages).map(([stage, { legs, calls, wallMs, waitingMs, cpuMs, peakMb }]) => [
      latencyMs,
      stage,
      legs,
      calls,
      wallMs,
      waitingMs,
      cpuMs,
      peakMb,
    ]),
  );
  return table(head, rows);
}

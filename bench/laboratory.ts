// How the bench runs a step in the laboratory of the tests.

import type { Lab } from '../test/lab/lab.ts';
import type { StepResult } from '../test/lab/runner/runner.ts';
import { legs } from '../test/support/scenarios/scenario.ts';
import type { Probe, Sample } from './measuring.ts';

/** What all tables are made with. */
export type Bench = {
  readonly lab: Lab;
  /** A temporary one. */
  readonly directory: string;
  /** Timed rounds of each table that has several. */
  readonly runs: number;
  /** Entry of the bundle to compare with. */
  readonly peer: string | undefined;
};

/** One way to AWS and to the token service, in milliseconds. */
export const LATENCIES = [0, 50, 100];

/** Sets the latency of AWS and of the token service. */
export function setLatency(lab: Lab, milliseconds: number): void {
  lab.wire.latencyMs = milliseconds;
  lab.oidc.latencyMs = milliseconds;
}

/** Runs a step and measures it. Throws when the step fails. */
export async function sampled(lab: Lab, run: () => Promise<StepResult>, probe: Probe | undefined): Promise<Sample> {
  lab.wire.calls.length = 0;
  lab.oidc.issued.length = 0;
  const { conclusion, name, log, durationMs } = await run();
  if (conclusion === 'failure') throw new Error(`${name} failed:\n${log}`);
  const calls = lab.wire.calls.length + lab.oidc.issued.length;
  return { wallMs: durationMs, legs: legs(lab), calls, waitingMs: waited(lab), used: probe?.read() };
}

/** Milliseconds in which at least one request was running. */
function waited(lab: Lab): number {
  const calls = lab.wire.calls.map(({ startedAt, endedAt = startedAt }) => ({ from: startedAt, to: endedAt }));
  const tokens = lab.oidc.issued.map(({ at, endedAt }) => ({ from: at, to: endedAt }));
  let milliseconds = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { from, to } of [...calls, ...tokens].sort((one, other) => one.from - other.from)) {
    milliseconds += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return milliseconds;
}

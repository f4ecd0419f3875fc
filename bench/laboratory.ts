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

/** Everything as far away as this, and nothing asked yet. */
export function setLatency(lab: Lab, milliseconds: number): void {
  lab.wire.latencyMs = milliseconds;
  lab.oidc.latencyMs = milliseconds;
}

/** Runs a step and tells what it took; a failed step ends the bench. */
export async function sampled(lab: Lab, run: () => Promise<StepResult>, probe: Probe | undefined): Promise<Sample> {
  lab.wire.calls.length = 0;
  lab.oidc.issued.length = 0;
  const { conclusion, name, log, durationMs } = await run();
  if (conclusion === 'failure') throw new Error(`${name} failed:\n${log}`);
  const calls = lab.wire.calls.length + lab.oidc.issued.length;
  return { wallMs: durationMs, legs: legs(lab), calls, waitingMs: waited(lab), used: probe?.read() };
}

/** For how long at least one request was under way. */
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

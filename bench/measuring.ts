import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one process took. */
export type Sample = {
  readonly wallMs: number;
  /** The longest chain of requests, each begun after the one before was answered. */
  readonly legs: number;
  /** All requests, those for OIDC tokens included. */
  readonly calls: number;
  /** Milliseconds in which at least one request was running. */
  readonly waitingMs: number;
  /** Of a probed process alone. */
  readonly used: Used | undefined;
};

/** What a process itself says it used. */
export type Used = { readonly peakMb: number; readonly cpuMs: number };

/** Medians. */
export type Summary = Omit<Sample, 'used'> & Used;

/** A probe in a measured process: the variables that load it, and its report once the process has ended. */
export type Probe = { readonly env: Record<string, string>; read(): Used };

/** Rounds whose processes are probed. They come first and warm up: their times do not count. */
const PROBED_ROUNDS = 3;

const PROBE = fileURLToPath(new URL('process-probe.cjs', import.meta.url));

/** @param nodeOptions further options of the process */
export function createProbe(directory: string, nodeOptions = ''): Probe {
  const file = join(directory, 'report.json');
  return {
    env: { NODE_OPTIONS: `--require "${PROBE}" ${nodeOptions}`, BENCH_REPORT: file },
    read: () => {
      const used = JSON.parse(readFileSync(file, 'utf8')) as Used;
      rmSync(file);
      return used;
    },
  };
}

/**
 * Medians of several rounds. In each round the candidates take turns, so that a busy moment of the machine affects all of them.
 * @param round runs each candidate once
 */
export async function rounds<Name extends string>(
  round: (probe: Probe | undefined) => Promise<Record<Name, Sample>>,
  by: { readonly runs: number; readonly directory: string },
): Promise<Record<Name, Summary>> {
  const probe = createProbe(by.directory);
  const probed: Record<Name, Sample>[] = [];
  const timed: Record<Name, Sample>[] = [];
  while (probed.length < PROBED_ROUNDS) probed.push(await round(probe));
  while (timed.length < by.runs) timed.push(await round(undefined));
  const names = Object.keys(probed[0] ?? {}) as Name[];
  const summaries = names.map((name) => [
    name,
    summary(
      timed.map((all) => all[name]),
      probed.map((all) => all[name]),
    ),
  ]);
  return Object.fromEntries(summaries) as Record<Name, Summary>;
}

function summary(timed: readonly Sample[], probed: readonly Sample[]): Summary {
  const middle = (key: 'wallMs' | 'legs' | 'calls' | 'waitingMs') => median(timed.map((sample) => sample[key]));
  const used = (key: keyof Used) => median(probed.map((sample) => sample.used?.[key] ?? 0));
  return {
    wallMs: middle('wallMs'),
    legs: middle('legs'),
    calls: middle('calls'),
    waitingMs: middle('waitingMs'),
    peakMb: used('peakMb'),
    cpuMs: used('cpuMs'),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}

/** A Markdown table; numbers are rounded to whole ones. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(0) : cell)).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

import { table } from './measuring.ts';

/** A goal for a number on a quiet machine. A missed goal fails nothing. */
export type Goal = {
  readonly what: string;
  readonly atMost: number;
  readonly unit: 'ms' | 'ratio';
  readonly measured: number;
};

/** What a measurement has found. */
export type Findings = { readonly text: string; readonly goals?: readonly Goal[] };

const shown = (value: number, unit: Goal['unit']) => (unit === 'ms' ? `${value.toFixed(0)} ms` : value.toFixed(2));

/** Which goals are met. */
export function goalsTable(goals: readonly Goal[]): string {
  const rows = goals.map(({ what, atMost, unit, measured }) => [
    what,
    shown(atMost, unit),
    shown(measured, unit),
    measured <= atMost ? 'yes' : 'no',
  ]);
  return table(['goal', 'at most', 'measured', 'met'], rows);
}

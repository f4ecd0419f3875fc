// Stages that a test starts by hand, where it needs another environment than the runner gives.
import { fileURLToPath } from 'node:url';
import { inputEnvironment, loadAction } from '../../lab/runner/action.ts';
import type { Job, Stage, StepResult } from '../../lab/runner/runner.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs a stage of the root action with these variables above all others. */
export function stage(job: Job, name: Stage, environment: Record<string, string>): Promise<StepResult> {
  return job.step([process.execPath, `${ROOT}dist/${name}/index.js`], environment);
}

/** The variables of a stage: its inputs, and what main saved. */
export function environmentOf(given: Record<string, string>, state: Record<string, string>): Record<string, string> {
  const saved = Object.entries(state).map(([key, value]) => [`STATE_${key}`, value]);
  return { ...inputEnvironment(loadAction(ROOT), given, {}), ...Object.fromEntries(saved) };
}

/** What main saved, with a lease that was made long ago: an answer that its user does not exist may then be true. */
export function aged(state: Record<string, string>): Record<string, string> {
  const lease = JSON.stringify({ ...(JSON.parse(state.lease ?? '{}') as object), intendedAt: '2026-01-01T00:00:00Z' });
  return { ...state, lease };
}

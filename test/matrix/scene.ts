import type { Job, Running, StepResult } from '../lab/runner/runner.ts';
import type { Site } from '../support/scenarios/sites.ts';
import type { FaultName } from './columns.ts';
import type { Ending } from './verdict.ts';

/** Where a cell runs: a laboratory of its own, with a tap between the step and the wire. */
export type Setting = {
  readonly site: Site;
  /** `with:` of a step: the laboratory's, through the tap, and these. */
  inputs(overrides?: Record<string, string>): Record<string, string>;
};

/** The end of the step. No fault is active any more. `fault`: the injected one, if any. */
export type Ended = { readonly result: StepResult; readonly ending: Ending; readonly fault: FaultName | undefined };

/** Later steps, each with its job. */
export type LaterResults = readonly { readonly job: Job; readonly result: StepResult }[];

/** A step that is about to start, with the checks of its result. */
export type Scene = {
  /** Where it runs. */
  readonly job: Job;
  start(): Running;
  /** Checks the state after the step, before any clean-up. Throws where a check fails. */
  check(ended: Ended): Promise<void>;
  /** Runs what follows on GitHub: post, the next run, the sweep. All of it must succeed. */
  afterwards(ended: Ended): Promise<LaterResults>;
  /** Steps that came before, in the same job. */
  readonly earlier?: readonly StepResult[];
  /** Secrets that neither AWS nor GitHub issued. */
  readonly secrets?: readonly string[];
  /** Users that must exist in the end; all others must be deleted. */
  readonly expectedUsers?: readonly string[];
  /** Injects further faults, in addition to the cell's. */
  readonly beforeStart?: () => void;
  /** For a step that fails even without a fault: what its error must name. */
  readonly fails?: RegExp;
  /** Whether the step goes on after a cancellation, so that the runner may kill it. All others end by themselves. */
  readonly mayOutliveCancel?: true;
};

/** Prepares a scene in an empty account. */
export type SetScene = (setting: Setting) => Promise<Scene>;

import type { Job, Running, StepResult } from '../lab/runner/runner.ts';
import type { Site } from '../support/scenarios/sites.ts';
import type { FaultName } from './table.ts';
import type { Ending } from './verdict.ts';

/** Where a cell is played: a laboratory of its own, with a tap on the way to AWS. */
export type Setting = {
  readonly site: Site;
  /** `with:` of a step: the laboratory's, through the tap, and these. */
  inputs(overrides?: Record<string, string>): Record<string, string>;
};

/** What is known once the step has ended. AWS is well again by then. `fault`: what had injected it, if anything. */
export type Ended = { readonly result: StepResult; readonly ending: Ending; readonly fault: FaultName | undefined };

/** Steps that came after, each with the job it ran in. */
export type LaterResults = readonly { readonly job: Job; readonly result: StepResult }[];

/** A step that is about to start, and what must come of it. */
export type Scene = {
  /** Where it runs. */
  readonly job: Job;
  start(): Running;
  /** What must hold as the step has left it, before anybody cleans up. Throws where it does not. */
  check(ended: Ended): Promise<void>;
  /** What follows in real life: post, the next run, the sweep. All of it must succeed. */
  afterwards(ended: Ended): Promise<LaterResults>;
  /** Steps that came before, in the same job. */
  readonly earlier?: readonly StepResult[];
  /** Secrets that neither AWS nor GitHub has handed out. */
  readonly secrets?: readonly string[];
  /** Users that must be there in the end; all others must not. */
  readonly expectedUsers?: readonly string[];
  /** Lays further faults, beside that of the cell. */
  readonly beforeStart?: () => void;
  /** What the step's error names where it fails without any fault of the cell. */
  readonly fails?: RegExp;
  /** It goes on where its job is cancelled, so that the runner may have to kill it. All others end by themselves then. */
  readonly mayOutliveCancel?: true;
};

/** Sets a scene in an empty account. */
export type SetScene = (setting: Setting) => Promise<Scene>;

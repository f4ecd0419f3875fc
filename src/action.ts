import { exitProcess, runStep, type Step } from './github/step.ts';

type Stage = (step: Step) => Promise<void>;

/** Runs one stage of an action, then exits. Post goes on after a signal, because it is the clean-up. */
async function run(load: () => Promise<Stage>, options: { stopsOnSignal: boolean }): Promise<void> {
  await runStep(await load(), options);
  await exitProcess();
}

/** The stages of the actions in this repository. They are one build, so they share its chunks; each loads only what it needs. */
export const stages = {
  main: () => run(async () => (await import('./job/main.ts')).issueForJob, { stopsOnSignal: true }),
  post: () => run(async () => (await import('./job/post.ts')).revokeAndRestore, { stopsOnSignal: false }),
  sync: () => run(async () => (await import('./job/sync.ts')).syncForJob, { stopsOnSignal: true }),
  renew: () => run(async () => (await import('./job/renew.ts')).renewForJob, { stopsOnSignal: true }),
  revoke: () => run(async () => (await import('./job/revoke.ts')).revokeForJob, { stopsOnSignal: true }),
  sweep: () => run(async () => (await import('./job/sweep.ts')).sweepForSchedule, { stopsOnSignal: true }),
};

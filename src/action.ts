import type { Step } from './github/step.ts';

type Act = (step: Step) => Promise<void>;

/** Runs one stage of an action to its end, and ends the process. Post and the like outlive a first signal: they are the clean-up. */
async function run(load: () => Promise<Act>, options: { heedsSignals: boolean }): Promise<void> {
  const [{ leave, runStep }, act] = await Promise.all([import('./github/step.ts'), load()]);
  await runStep(act, options);
  await leave();
}

/** The stages of the actions in this repository. One build holds them all, so that they share its chunks; each loads what it needs. */
export const stages = {
  main: () => run(async () => (await import('./job/main.ts')).issueForJob, { heedsSignals: true }),
  post: () => run(async () => (await import('./job/post.ts')).revokeAndRestore, { heedsSignals: false }),
  sync: () => run(async () => (await import('./job/sync.ts')).syncForJob, { heedsSignals: true }),
  renew: () => run(async () => (await import('./job/renew.ts')).renewForJob, { heedsSignals: true }),
  revoke: () => run(async () => (await import('./job/revoke.ts')).revokeForJob, { heedsSignals: true }),
  sweep: () => run(async () => (await import('./job/sweep.ts')).sweepForSchedule, { heedsSignals: true }),
};

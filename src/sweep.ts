import { leave, runStep } from './github/step.ts';
import { sweepForSchedule } from './job/sweep.ts';

await runStep(sweepForSchedule, { heedsSignals: true });
await leave();

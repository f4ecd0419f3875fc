import { leave, runStep } from './github/step.ts';
import { syncForJob } from './job/sync.ts';

await runStep(syncForJob, { heedsSignals: true });
await leave();

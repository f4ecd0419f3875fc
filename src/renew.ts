import { leave, runStep } from './github/step.ts';
import { renewForJob } from './job/renew.ts';

await runStep(renewForJob, { heedsSignals: true });
await leave();

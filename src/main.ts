import { leave, runStep } from './github/step.ts';
import { issueForJob } from './job/main.ts';

await runStep(issueForJob, { heedsSignals: true });
await leave();

import { leave, runStep } from './github/step.ts';
import { revokeForJob } from './job/revoke-now.ts';

await runStep(revokeForJob, { heedsSignals: true });
await leave();

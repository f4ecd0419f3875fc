import { leave, runStep } from './github/step.ts';
import { revokeForJob } from './job/revoke.ts';

await runStep(revokeForJob, { heedsSignals: true });
await leave();

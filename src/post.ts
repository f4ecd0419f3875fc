import { leave, runStep } from './github/step.ts';
import { revokeAndRestore } from './job/post.ts';

await runStep(revokeAndRestore, { heedsSignals: false });
await leave();

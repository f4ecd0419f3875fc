// The columns of the fault matrix: the faults. Pure, as table.ts.

/** A column: one thing that happens to one call, or to all calls of a stage. */
export type FaultName =
  | 'throttled ×3'
  | '500 ×2'
  | '503 ×2'
  | 'reset'
  | 'answer lost'
  | 'hang'
  | 'denied'
  | 'killed before'
  | 'killed after'
  | 'cancelled'
  | 'slow'
  | 'expired token'
  | 'not AWS’s answer'
  | 'cut answer'
  | 'drip'
  | 'proxy refuses'
  | 'clock off';

/** Which cells a fault has: one for each call, one for GitHub's token only, or one for the stage as a whole. */
export type Scope = 'call' | 'token' | 'stage';

/** Every column, in the order of the table. */
export const FAULTS: readonly { readonly name: FaultName; readonly scope: Scope; readonly meaning: string }[] = [
  { name: 'throttled ×3', scope: 'call', meaning: 'throttled three times (GitHub: 429)' },
  { name: '500 ×2', scope: 'call', meaning: 'answered 500 twice' },
  { name: '503 ×2', scope: 'call', meaning: 'answered 503 twice' },
  { name: 'reset', scope: 'call', meaning: 'the connection is cut before the call is applied' },
  { name: 'answer lost', scope: 'call', meaning: 'the call is applied, and the connection cut before the answer' },
  { name: 'hang', scope: 'call', meaning: 'not applied and never answered' },
  { name: 'denied', scope: 'call', meaning: 'AccessDenied for as long as the step lasts (GitHub: 403)' },
  { name: 'killed before', scope: 'call', meaning: 'SIGKILL just before the call is applied' },
  { name: 'killed after', scope: 'call', meaning: 'SIGKILL when it is applied and not yet answered' },
  {
    name: 'cancelled',
    scope: 'call',
    meaning: 'the job is cancelled when the call has just been applied, and no answer to any such call comes',
  },
  { name: 'slow', scope: 'token', meaning: 'GitHub takes 10 s for its token' },
  { name: 'expired token', scope: 'token', meaning: 'GitHub’s first token is expired when it arrives' },
  {
    name: 'not AWS’s answer',
    scope: 'call',
    meaning: 'not applied; a captive portal answers once with an HTML page and status 200',
  },
  { name: 'cut answer', scope: 'call', meaning: 'applied, and the connection cut in the middle of the answer’s body' },
  { name: 'drip', scope: 'call', meaning: 'applied; one byte of the answer’s body arrives every 5 s' },
  {
    name: 'proxy refuses',
    scope: 'call',
    meaning: 'not applied; a proxy answers once with a page of its own and status 403 (GitHub: 502)',
  },
  {
    name: 'clock off',
    scope: 'stage',
    meaning: 'the runner’s clock is 3 h behind AWS’s, in this step and in all that come before and after it',
  },
];

import { getOctokit } from '@actions/github';
import type { TaggedLease } from '../lease/tagged-lease.ts';
import type { Step } from './step.ts';

/** Asks GitHub about workflow runs, once for each run and attempt. */
export type WorkflowRuns = {
  /** Whether this attempt of the run has completed. `false` also when GitHub does not know the run or does not show it. */
  isOver(lease: TaggedLease): Promise<boolean>;
  /** How many runs GitHub was not asked about because of its rate limit (`spared`), and for how many the call failed (`failed`). */
  unanswered(): { readonly spared: number; readonly failed: number; readonly refusal: string | undefined };
};

type Failure = { status?: number; response?: { headers?: Record<string, string | number | undefined> } };

/**
 * Statuses when a rate limit, also a secondary one, is exceeded
 * (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
const RATE_LIMITED = [403, 429];
const UNKNOWN = [404, 410];
/** The token is invalid or lacks the permission, so the next call would fail too. */
const REFUSALS = [401, 403];

/** Owner and name as GitHub allows them. Another value of the tag could change the path of the request. */
const REPOSITORY = /^([\w-][\w.-]*)\/(?!\.\.?$)([\w.-]+)$/;
/** Of one call. */
const REQUEST_TIMEOUT_MS = 15_000;
/** Left for other workflows of the repository: they share the token's rate limit. */
const MIN_REMAINING_REQUESTS = 100;
/** After this many failures in a row GitHub is not asked any more: the deletion of expired leases must not wait for it. */
const MAX_CONSECUTIVE_FAILURES = 5;

function isUsedUp(remaining: unknown): boolean {
  return remaining !== undefined && Number(remaining) < MIN_REMAINING_REQUESTS;
}

/** What the answers so far have shown. */
type State = { exhausted: boolean; spared: number; failed: number; inARow: number; refusal: string | undefined };

type RunsContext = {
  readonly actions: ReturnType<typeof getOctokit>['rest']['actions'];
  readonly signal: AbortSignal;
  readonly state: State;
  /** The job's own repository, which the token can read: a run that is not found there was deleted. */
  readonly ownRepository: string;
  readonly debug: (line: string) => void;
  /** Other repositories that the token cannot read; they are not asked about again. */
  readonly hidden: Set<string>;
};

/**
 * Workflow runs that a token can read.
 * @param ownRepository of the job, as `owner/name`
 */
export function workflowRuns(token: string, ownRepository: string, step: Pick<Step, 'lifetime' | 'log'>): WorkflowRuns {
  const asked = new Map<string, Promise<boolean>>();
  const state: State = { exhausted: false, spared: 0, failed: 0, inARow: 0, refusal: undefined };
  const context: RunsContext = {
    actions: getOctokit(token).rest.actions,
    signal: step.lifetime.soft,
    debug: step.log.debug,
    state,
    hidden: new Set<string>(),
    ownRepository,
  };
  return {
    isOver: (lease) => {
      const key = `${lease.repository}/${lease.runId}/${lease.runAttempt}`;
      const answer = asked.get(key) ?? ask(lease, context);
      asked.set(key, answer);
      return answer;
    },
    unanswered: () => ({ spared: state.spared, failed: state.failed, refusal: state.refusal }),
  };
}

async function ask({ repository, runId, runAttempt }: TaggedLease, context: RunsContext): Promise<boolean> {
  const { actions, signal, state, hidden, ownRepository, debug } = context;
  const [, owner, repo] = REPOSITORY.exec(repository) ?? [];
  const [run_id, attempt_number] = [Number(runId), Number(runAttempt)];
  if (owner === undefined || repo === undefined || !Number.isSafeInteger(run_id) || !(attempt_number > 0)) return false;
  if (hidden.has(repository)) return false;
  if (state.exhausted || state.refusal !== undefined) {
    state.spared++;
    return false;
  }
  const request = { signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]) };
  try {
    const { data, headers, status } = await actions.getWorkflowRunAttempt({
      owner,
      repo,
      run_id,
      attempt_number,
      request,
    });
    debug(callLine(status, headers));
    state.exhausted ||= isUsedUp(headers['x-ratelimit-remaining']);
    state.inARow = 0;
    return data.status === 'completed';
  } catch (error) {
    signal.throwIfAborted();
    const failure = error as Failure;
    debug(callLine(failure.status ?? 'no answer', failure.response?.headers ?? {}));
    if (UNKNOWN.includes(failure.status ?? 0) && repository !== ownRepository) hidden.add(repository);
    noteFailure(failure, state);
    return false;
  }
}

/** One debug line for each call. Never parameters. */
function callLine(outcome: number | string, headers: Readonly<Record<string, string | number | undefined>>): string {
  const request = headers['x-github-request-id'];
  return `GitHub getWorkflowRunAttempt: ${outcome}${request === undefined ? '' : `, request ${request}`}`;
}

function noteFailure({ status = 0, response }: Failure, state: State): void {
  const headers = response?.headers ?? {};
  const limited = isUsedUp(headers['x-ratelimit-remaining']) || status === 429;
  state.exhausted ||= limited || (RATE_LIMITED.includes(status) && headers['retry-after'] !== undefined);
  if (UNKNOWN.includes(status)) return;
  if (RATE_LIMITED.includes(status) && state.exhausted) {
    state.spared++;
    return;
  }
  state.failed++;
  state.inARow++;
  if (REFUSALS.includes(status)) state.refusal = `GitHub refuses the token (${status}); it needs \`actions: read\``;
  else if (state.inARow >= MAX_CONSECUTIVE_FAILURES) state.refusal = 'GitHub does not answer';
}

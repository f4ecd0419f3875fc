export const id = 8468;
export const ids = [8468];
export const modules = {

/***/ 8468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   workflowRuns: () => (/* binding */ workflowRuns)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(157);

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
function isUsedUp(remaining) {
    return remaining !== undefined && Number(remaining) < MIN_REMAINING_REQUESTS;
}
/**
 * Workflow runs that a token can read.
 * @param ownRepository of the job, as `owner/name`
 */
function workflowRuns(token, ownRepository, step) {
    const asked = new Map();
    const state = { exhausted: false, spared: 0, failed: 0, inARow: 0, refusal: undefined };
    const context = {
        actions: (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token).rest.actions,
        signal: step.lifetime.soft,
        debug: step.log.debug,
        state,
        hidden: new Set(),
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
async function ask({ repository, runId, runAttempt }, context) {
    const { actions, signal, state, hidden, ownRepository, debug } = context;
    const [, owner, repo] = REPOSITORY.exec(repository) ?? [];
    const [run_id, attempt_number] = [Number(runId), Number(runAttempt)];
    if (owner === undefined || repo === undefined || !Number.isSafeInteger(run_id) || !(attempt_number > 0))
        return false;
    if (hidden.has(repository))
        return false;
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
    }
    catch (error) {
        signal.throwIfAborted();
        const failure = error;
        debug(callLine(failure.status ?? 'no answer', failure.response?.headers ?? {}));
        if (UNKNOWN.includes(failure.status ?? 0) && repository !== ownRepository)
            hidden.add(repository);
        noteFailure(failure, state);
        return false;
    }
}
/** One debug line for each call. Never parameters. */
function callLine(outcome, headers) {
    const request = headers['x-github-request-id'];
    return `GitHub getWorkflowRunAttempt: ${outcome}${request === undefined ? '' : `, request ${request}`}`;
}
function noteFailure({ status = 0, response }, state) {
    const headers = response?.headers ?? {};
    const limited = isUsedUp(headers['x-ratelimit-remaining']) || status === 429;
    state.exhausted ||= limited || (RATE_LIMITED.includes(status) && headers['retry-after'] !== undefined);
    if (UNKNOWN.includes(status))
        return;
    if (RATE_LIMITED.includes(status) && state.exhausted) {
        state.spared++;
        return;
    }
    state.failed++;
    state.inARow++;
    if (REFUSALS.includes(status))
        state.refusal = `GitHub refuses the token (${status}); it needs \`actions: read\``;
    else if (state.inARow >= MAX_CONSECUTIVE_FAILURES)
        state.refusal = 'GitHub does not answer';
}


/***/ })

};

export const id = 2335;
export const ids = [2335];
export const modules = {

/***/ 7573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine)
/* harmony export */ });
/**
 * A text as part of one line of the log. The runner looks for commands at the start of each line, and for the old form of them anywhere
 * in a line (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs), and some of what we print comes from
 * elsewhere: names, ARNs, messages of AWS and of proxies.
 */
function oneLine(text) {
    return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?').replaceAll('##[', '##?[');
}


/***/ }),

/***/ 6950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N9: () => (/* binding */ summariseFailure),
/* harmony export */   SQ: () => (/* binding */ summariseSync),
/* harmony export */   aF: () => (/* binding */ summariseIssue),
/* harmony export */   b3: () => (/* binding */ summariseSweep),
/* harmony export */   ng: () => (/* binding */ summariseRevocation)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3327);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5870);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9753);
/* harmony import */ var _lease_actions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3486);




const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '&#124;');
/** Job summary of main: the identity, its permissions, its end, and the time until the key worked. */
async function summariseIssue(lease, run, about) {
    const isUser = lease.kind === 'iam-user';
    await write('AWS credentials issued', [
        ['Identity', lease.arn],
        ['Kind', isUser ? 'IAM user with one access key' : 'STS session'],
        ['For', `${run.repository}, run ${run.runId} attempt ${run.runAttempt}, job ${run.job}`],
        ['Expires', (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(lease.expiresAt)],
        ['Revoked before that', endsBefore(isUser, about.revokedInPost)],
        ['Permissions', about.rights.granted.join(', ') || (isUser ? 'none: no policy, no group' : 'those of its role')],
        ...(isUser ? [['Boundary', about.rights.boundary ?? 'none']] : []),
        ...(isUser
            ? [['Usable after', lease.propagationMs === undefined ? 'not waited for' : `${lease.propagationMs} ms`]]
            : []),
    ]);
}
function endsBefore(isUser, revokedInPost) {
    if (!isUser)
        return 'no: AWS cannot revoke a single session';
    return revokedInPost ? 'at the end of this job' : 'no: `revoke` is `never`';
}
const PROOFS = {
    dead: 'STS no longer knows the key',
    alive: 'STS still knew the key 10 s after its deletion',
    unknown: 'STS gave no clear answer',
    'no-key': 'there was no access key',
};
/** Job summary of post: what was deleted, and the proof. */
async function summariseRevocation(revocation) {
    const outcomes = {
        deleted: 'deleted',
        'already-gone': 'was gone already',
        incomplete: 'NOT deleted',
        kept: 'kept',
    };
    const left = revocation.outcome === 'incomplete';
    const keyDeleted = revocation.removed.includes('access key');
    await write(left ? 'AWS credentials NOT fully revoked' : 'AWS credentials revoked', [
        ['IAM user', `${revocation.userName}: ${outcomes[revocation.outcome]}`],
        ['Removed from it', revocation.removed.join(', ') || 'nothing'],
        ['Proof', left && !keyDeleted ? 'none: its access key was not deleted' : PROOFS[revocation.proof]],
        ...(revocation.failures.length === 0 ? [] : [['Failed', revocation.failures.join('; ')]]),
    ]);
}
/** Job summary of a post that could not reach the user, so that main's summary is not the last one. */
async function summariseFailure(userName, failure) {
    await write('AWS credentials NOT revoked', [
        ['IAM user', `${userName}: NOT deleted`],
        ['Failed', failure],
    ]);
}
/**
 * Further rows are only counted: a summary may have 1 MiB
 * (https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs), and a name 512 characters.
 */
const MAX_ROWS = 250;
/** Longer cells are cut: keys and messages of AWS have no limit. */
const MAX_CELL_CHARS = 300;
function cut(text) {
    return text.length <= MAX_CELL_CHARS ? text : `${text.slice(0, MAX_CELL_CHARS)} … (see the log)`;
}
/** Job summary of a sync: secret, action, differences and result. Names and actions only. */
async function summariseSync(heading, rows) {
    const head = ['Secret', 'Action', 'What', 'Result'].map((data) => ({ data, header: true }));
    const shown = rows
        .slice(0, MAX_ROWS)
        .map(({ name, action, what, result }) => [name, action, what, result].map((cell) => escaped(cut(cell)) || ' '));
    const more = rows.length - shown.length;
    const rest = more > 0 ? [[`and ${more} more: see the log`, ' ', ' ', ' ']] : [];
    const nothing = rows.length === 0 ? [['there is nothing to write', ' ', ' ', ' ']] : [];
    await put(heading, [head, ...shown, ...rest, ...nothing]);
}
async function write(heading, rows) {
    const table = rows.map(([name, value]) => [{ data: escaped(name), header: true }, { data: escaped(value) }]);
    await put(heading, table);
}
/** Job summary of a sweep: failures first, active leases last. */
async function summariseSweep(heading, rows) {
    const columns = ['Lease', 'State', 'Repository', 'Run', 'Job', 'Actor', 'Created', 'Expires', 'Result'];
    const head = columns.map((data) => ({ data, header: true }));
    const ordered = [...rows].sort((one, other) => (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .rank */ .Tm)(one) - (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .rank */ .Tm)(other));
    const shown = ordered.slice(0, MAX_ROWS).map((swept) => {
        const entry = (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .entryOf */ .Ms)(swept);
        const run = swept.lease === undefined ? '' : `${swept.lease.runId}, attempt ${swept.lease.runAttempt}`;
        const cells = [entry.repository, run, entry.job, entry.actor, entry.created, entry.expires].map((cell) => String(cell ?? ''));
        return [swept.userName, swept.state, ...cells, resultOf(swept)].map(escaped);
    });
    const more = rows.length - shown.length;
    await put(heading, [
        head,
        ...shown,
        ...(more > 0 ? [[`and ${more} more`, ...Array(columns.length - 1).fill('')]] : []),
    ]);
}
function resultOf({ failure, revoked, state }) {
    if (failure !== undefined)
        return cut(failure);
    return revoked ? 'deleted' : state === 'gone' ? 'gone already' : 'left';
}
/** The job summary is optional: the step does not fail when the runner does not accept it. */
async function put(heading, table) {
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .summary */ .z.addHeading(heading, 3).addTable(table).write();
    }
    catch (error) {
        (0,_step_js__WEBPACK_IMPORTED_MODULE_1__.debugLine)(`No job summary: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 9753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  debugLine: () => (/* binding */ debugLine),
  exitProcess: () => (/* binding */ exitProcess),
  fail: () => (/* binding */ fail),
  logInfo: () => (/* binding */ logInfo),
  runStep: () => (/* binding */ runStep),
  warn: () => (/* binding */ warn)
});

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/waiting/clock.js
var clock = __webpack_require__(5870);
// EXTERNAL MODULE: ./build/github/one-line.js
var one_line = __webpack_require__(7573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/github/runner-files.js


/** The files by which a step speaks to the runner (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). */
const FILES = ['GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'];
/**
 * Refuses to begin where one of the runner's files is something else, such as a named pipe: writing to one that nobody reads waits for
 * ever, after a lease was made.
 * @throws ActionError `runner-files-unusable`
 */
function assertRunnerFiles(env) {
    const unusable = FILES.filter((name) => !isUsable(env[name] ?? ''));
    if (unusable.length === 0)
        return;
    throw new errors/* ActionError */.lZ('runner-files-unusable', `${unusable.join(', ')}: not a regular file, so this step cannot use it`, {
        remedy: 'Find out which step of this job, or which setting of this runner, has replaced it. Nothing was created.',
    });
}
/** True for a regular file, and where there is none: the toolkit then has its own message. */
function isUsable(path) {
    if (path === '')
        return true;
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? true;
}

;// CONCATENATED MODULE: ./build/github/step.js





/**
 * The runner sends SIGTERM 7.5 s after SIGINT and kills the process 2.5 s later
 * (https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs). Calls in flight get this long to finish, so that we
 * know what they did. The rest is for the rollback.
 */
const SETTLE_MS = 1_500;
/** On Windows the runner sends CTRL_C and CTRL_BREAK, which Node reports as SIGINT and SIGBREAK. SIGTERM never arrives there. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'];
/**
 * Runs one stage of an action. An error becomes a message and a failed step.
 * @param options `stopsOnSignal`: a signal aborts the lifetime. Otherwise it is only logged, because the stage is the clean-up itself
 */
async function runStep(act, options) {
    const soft = new AbortController();
    const hard = new AbortController();
    const stopping = new AbortController();
    const end = (reason) => {
        if (soft.signal.aborted)
            return;
        logInfo(`${reason.message}; shutting down cleanly.`);
        soft.abort(reason);
        // Not unref'ed: where nothing else keeps the process alive, this ends the wait for a promise that never settles.
        setTimeout(() => hard.abort(reason), SETTLE_MS);
    };
    const stopped = (signal) => {
        stopping.abort();
        if (options.stopsOnSignal)
            end(interrupted(signal));
        else
            logInfo(`${signal} received: the clean-up continues.`);
    };
    for (const signal of STOP_SIGNALS)
        process.on(signal, () => stopped(signal));
    // Node exits without a word when it waits for a promise that nothing will settle. The first time, the stage is stopped and cleans up.
    const onStall = () => (soft.signal.aborted ? fail(soft.signal.reason) : end(stalled()));
    process.on('beforeExit', onStall);
    const endAfter = (seconds, limit) => {
        setTimeout(() => end(timedOut(seconds, limit)), seconds * 1000).unref();
    };
    const lifetime = { soft: soft.signal, hard: hard.signal };
    try {
        assertRunnerFiles(process.env);
        const log = { info: logInfo, notice: core/* notice */.lm, warning: core/* warning */.$e, debug: debugLine };
        const time = { clock: (0,clock/* systemClock */.ml)(), randomness: clock/* systemRandomness */.Cy };
        await act({ ...time, lifetime, stopping: stopping.signal, mask: core/* setSecret */.Pq, log, endAfter });
    }
    catch (thrown) {
        // When a step is stopped, the calls in flight fail with different errors. The reason to stop is what the user needs.
        fail(soft.signal.aborted ? soft.signal.reason : thrown);
    }
    finally {
        process.off('beforeExit', onStall);
    }
}
/** Writes one line to the log. */
function logInfo(line) {
    (0,core/* info */.pq)((0,one_line/* oneLine */.T)(line));
}
/** Exits once all output is written. A timer in the SDK that nobody awaits would otherwise keep the process alive. */
async function exitProcess() {
    await new Promise((resolve) => process.stdout.write('', () => resolve()));
    process.exit();
}
/** Writes a debug line; nothing when step debug logging is off. */
function debugLine(line) {
    if ((0,core/* isDebug */._o)())
        (0,core/* debug */.Yz)(line);
}
/** Prints an error with its remedy and fails the step. */
function fail(thrown) {
    const error = (0,errors/* asActionError */.z6)(thrown);
    (0,core/* setFailed */.C1)(textOf(error));
    if (error.cause instanceof Error)
        debugCauses(error.cause, { frames: error.code === 'unexpected' });
}
/** Causes of causes are printed up to this depth. */
const MAX_CAUSES = 5;
/**
 * For a bug report: the type of each cause and, with `frames`, where in this build it was thrown. No messages: the message of a library
 * may hold a secret.
 */
function debugCauses(first, { frames }) {
    let cause = first;
    for (let depth = 0; cause instanceof Error && depth < MAX_CAUSES; depth++) {
        debugLine(`Caused by ${cause.name}`);
        for (const frame of frames ? framesOf(cause) : [])
            debugLine(frame);
        cause = cause.cause;
    }
}
/** The frames of a stack that lie in this build: no message, no frames of Node itself. */
function framesOf({ stack = '' }) {
    return stack.split('\n').filter((line) => /^ {4}at .*file:\/\//.test(line));
}
/** Prints an error with its remedy as a warning. The step does not fail. */
function warn(thrown) {
    (0,core/* warning */.$e)(textOf((0,errors/* asActionError */.z6)(thrown)));
}
function textOf(error) {
    return `${error.message}\n\nWhat to do: ${error.remedy}\nMore: ${repositoryUrl()}docs/troubleshooting.md#${error.code}`;
}
/** URL of this version of the action, from the runner's variables; empty for a local action. */
function repositoryUrl() {
    const { GITHUB_SERVER_URL: server = '', GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '', } = process.env;
    const known = /^https:\/\/[\w.-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]+$/.test(ref);
    return known ? `${server}/${repository}/blob/${ref}/` : '';
}
function interrupted(signal) {
    return new errors/* ActionError */.lZ('interrupted', `The runner stopped this step (${signal})`, {
        remedy: 'Nothing, if the job was cancelled. Otherwise check `timeout-minutes` of the step and the job.',
    });
}
function timedOut(seconds, limit) {
    return new errors/* ActionError */.lZ('action-timeout', `The step took longer than ${limit}, ${seconds} s`, {
        remedy: 'Raise `action-timeout-s`, or look in the log above for the slow part.',
    });
}
function stalled() {
    return new errors/* ActionError */.lZ('stalled', 'The step waited for something that can no longer happen', {
        remedy: 'Run the job again with debug logging. If it fails again, open an issue with the log.',
    });
}


/***/ }),

/***/ 6468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   revokeForJob: () => (/* binding */ revokeForJob)
/* harmony export */ });
/* harmony import */ var _github_inputs_lease_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1026);
/* harmony import */ var _github_run_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4809);
/* harmony import */ var _lease_revoke_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5311);
/* harmony import */ var _lease_tagged_lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4702);
/* harmony import */ var _manager_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6111);
/* harmony import */ var _report_revocation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3348);






const LIMIT_SECONDS = 300;
/** `/revoke`: ends this job's lease, or the lease in `lease-id`, now. Post then has nothing to revoke. */
async function revokeForJob(step) {
    const env = { ...process.env };
    const run = (0,_github_run_context_js__WEBPACK_IMPORTED_MODULE_1__/* .runFacts */ .pI)(env);
    const inputs = (0,_github_inputs_lease_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .readRevokeInputs */ .aZ)(run, env);
    const { leaseId } = inputs;
    await (0,_manager_js__WEBPACK_IMPORTED_MODULE_4__/* .runAsManager */ .p)(inputs, { step, env, limitSeconds: LIMIT_SECONDS }, async ({ principal, context }) => {
        const deps = await (0,_report_revocation_js__WEBPACK_IMPORTED_MODULE_5__/* .revokeDependencies */ .Ay)(principal, context);
        const lease = await (0,_lease_tagged_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .findLease */ .G0)(leaseId, run.repositoryId, { ...deps, purpose: 'revoke' });
        if (lease === undefined) {
            step.log.notice(`IAM user ${leaseId} does not exist: it was already deleted.`);
            return;
        }
        const record = (0,_lease_tagged_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .recordOf */ .zv)(lease, principal.accountId);
        const revocation = await (0,_lease_revoke_js__WEBPACK_IMPORTED_MODULE_2__.revokeUser)(record, deps);
        await (0,_report_revocation_js__WEBPACK_IMPORTED_MODULE_5__/* .reportRevocation */ .L4)(revocation, record, step);
        if (revocation.outcome === 'incomplete')
            throw (0,_report_revocation_js__WEBPACK_IMPORTED_MODULE_5__/* .revokeIncomplete */ .vO)(record, revocation);
    });
}


/***/ })

};

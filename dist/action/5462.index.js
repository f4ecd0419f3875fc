export const id = 5462;
export const ids = [5462];
export const modules = {

/***/ 931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M4: () => (/* binding */ callerIdentityProbe),
  LV: () => (/* binding */ iamClient),
  s0: () => (/* binding */ secretsManagerClient),
  Km: () => (/* binding */ stsClient)
});

// EXTERNAL MODULE: ./build/waiting/lifetime.js
var waiting_lifetime = __webpack_require__(6385);
// EXTERNAL MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/transport/httpResponse.js
var httpResponse = __webpack_require__(5206);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
;// CONCATENATED MODULE: ./build/aws/calls.js


/** Lets the clock learn AWS's time from a client's answers, and writes one debug line for each call. Never parameters. */
function observe(client, { clock, debug }) {
    const { middlewareStack } = client;
    middlewareStack.add((next, { clientName = '', commandName = '' }) => async (input) => {
        const began = clock.elapsedMs();
        const call = `AWS ${clientName.replace(/Client$/, '')} ${commandName.replace(/Command$/, '')}`;
        const tell = (outcome, metadata) => debug(`${call}: ${outcome}${detailsOf(metadata)}, ${Math.round(clock.elapsedMs() - began)} ms`);
        try {
            const result = await next(input);
            tell(String(result.output.$metadata.httpStatusCode ?? 'answered'), result.output.$metadata);
            return result;
        }
        catch (error) {
            const metadata = (0,failures/* metadataOf */.Nk)(error);
            const status = metadata.httpStatusCode === undefined ? '' : ` (${metadata.httpStatusCode})`;
            tell(`${(0,failures/* failureCode */.AD)(error)}${status}`, metadata);
            throw error;
        }
    }, { step: 'initialize', name: 'debugLine', priority: 'high' });
    middlewareStack.add((next) => async (input) => {
        const result = await next(input);
        if (httpResponse/* HttpResponse */.c.isInstance(result.response))
            clock.learn(Date.parse(result.response.headers.date ?? ''));
        return result;
    }, { step: 'deserialize', name: 'awsTime', priority: 'low' });
}
function detailsOf({ attempts = 1, requestId }) {
    const request = requestId === undefined ? '' : `, request ${requestId}`;
    return `, ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}${request}`;
}

// EXTERNAL MODULE: ./build/aws/http.js
var http = __webpack_require__(4832);
// EXTERNAL MODULE: ./build/aws/partition.js
var partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/retry/util-retry/StandardRetryStrategy.js + 2 modules
var StandardRetryStrategy = __webpack_require__(4109);
;// CONCATENATED MODULE: ./build/aws/retry-strategy.js


/** Somebody else is changing the same user, policy or group at this moment; IAM asks to try again. */
const CONCURRENT_CHANGES = ['ConcurrentModification', 'EntityTemporarilyUnmodifiable'];
/**
 * The SDK's standard retry: throttling, 5xx and network faults, with full jitter. Two things differ. `LimitExceeded`, which the SDK
 * takes for throttling, is IAM's name for a full quota, which no pause empties. Concurrent changes, which the SDK takes for our
 * mistake, are tried again.
 * @param throttledByCaller throttling is thrown at once, for a caller that slows down by itself
 */
function retryStrategy(maxAttempts, throttledByCaller) {
    const standard = new StandardRetryStrategy/* StandardRetryStrategy */.r(maxAttempts);
    return {
        acquireInitialRetryToken: (scope) => standard.acquireInitialRetryToken(scope),
        refreshRetryTokenForRetry: async (token, info) => {
            if ((0,failures/* isFailure */.N6)(info.error, 'LimitExceeded') || (throttledByCaller && (0,failures/* isThrottled */.B5)(info.error)))
                throw info.error;
            const errorType = (0,failures/* isFailure */.N6)(info.error, ...CONCURRENT_CHANGES) ? 'THROTTLING' : info.errorType;
            return standard.refreshRetryTokenForRetry(token, { ...info, errorType });
        },
        recordSuccess: (token) => standard.recordSuccess(token),
    };
}

;// CONCATENATED MODULE: ./build/aws/clients.js





/** What every client of ours is built with: explicit settings that win over anything in the environment or in `~/.aws`. */
function clientConfig({ connection }, credentials, throttledByCaller = false) {
    return {
        region: connection.region,
        maxAttempts: connection.maxAttempts,
        retryStrategy: retryStrategy(connection.maxAttempts, throttledByCaller),
        useFipsEndpoint: connection.useFipsEndpoint,
        useDualstackEndpoint: connection.useDualstackEndpoint,
        ignoreConfiguredEndpointUrls: true,
        defaultsMode: 'standard',
        ...(credentials === undefined ? {} : { credentials }),
    };
}
/**
 * Binds a client's `send` to a lifetime: refused once it has softly ended, given up when it has ended hard, also in a pause
 * between two tries, which the SDK would sleep through.
 */
function boundTo(lifetime, client) {
    const send = async (command, options = {}) => {
        lifetime.soft.throwIfAborted();
        const answer = client.send(...[command, { ...options, abortSignal: lifetime.hard }]);
        return (0,waiting_lifetime/* unlessAborted */.W)(Promise.resolve(answer), lifetime.hard);
    };
    return { send: send };
}
/**
 * A regional STS client.
 * @param credentials without them it can only make the calls that need none
 * @param settings `maxAttempts`: other than the connection's. `keepAlive: false`: each request on a connection of its own
 */
async function stsClient(context, credentials, settings = {}) {
    const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(2008), __webpack_require__.e(6262), __webpack_require__.e(9927), __webpack_require__.e(1416), __webpack_require__.e(9254)]).then(__webpack_require__.bind(__webpack_require__, 5646));
    const { connection, lifetime } = context;
    const { keepAlive = true, maxAttempts = connection.maxAttempts } = settings;
    const client = new STSClient({
        ...clientConfig({ ...context, connection: { ...connection, maxAttempts } }, credentials),
        requestHandler: (0,http/* httpHandler */.b)({ keepAlive, debug: context.debug }),
        ...(connection.stsEndpoint === undefined ? {} : { endpoint: connection.stsEndpoint }),
    });
    observe(client, context);
    return boundTo(lifetime, client);
}
/**
 * An IAM client; IAM has one endpoint per partition, whatever the region.
 * @param credentials or where to get them anew when they end
 * @param settings `throttledByCaller`: throttled calls are not tried again here, since the caller slows down for them
 */
async function iamClient(context, credentials, settings = { throttledByCaller: false }) {
    const { IAMClient } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(2008), __webpack_require__.e(6262), __webpack_require__.e(5304), __webpack_require__.e(1416), __webpack_require__.e(6982)]).then(__webpack_require__.bind(__webpack_require__, 1118));
    const { connection, lifetime } = context;
    const custom = connection.iamEndpoint === undefined
        ? {}
        : { endpoint: connection.iamEndpoint, region: (0,partition/* iamSigningRegion */.lA)(connection.region) };
    const client = new IAMClient({
        ...clientConfig(context, credentials, settings.throttledByCaller),
        requestHandler: (0,http/* httpHandler */.b)({ keepAlive: true, debug: context.debug }),
        ...custom,
    });
    observe(client, context);
    return boundTo(lifetime, client);
}
/** A Secrets Manager client of the region. */
async function secretsManagerClient(context, credentials) {
    const { SecretsManagerClient } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(2008), __webpack_require__.e(6262), __webpack_require__.e(5282), __webpack_require__.e(5911), __webpack_require__.e(8271)]).then(__webpack_require__.bind(__webpack_require__, 8271));
    const { secretsManagerEndpoint: endpoint } = context.connection;
    const client = new SecretsManagerClient({
        ...clientConfig(context, credentials),
        requestHandler: (0,http/* httpHandler */.b)({ keepAlive: true, debug: context.debug }),
        ...(endpoint === undefined ? {} : { endpoint }),
    });
    observe(client, context);
    return boundTo(context.lifetime, client);
}
/**
 * Asks the job's regional STS who a key belongs to: one try, on a connection of its own. Needs no permission and cannot be
 * denied by a policy, so its answer speaks of the key alone.
 * @returns the ARN behind the key
 */
async function callerIdentityProbe(context, credentials) {
    const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(2008), __webpack_require__.e(6262), __webpack_require__.e(9927), __webpack_require__.e(1416), __webpack_require__.e(9254)]).then(__webpack_require__.bind(__webpack_require__, 5646));
    const sts = await stsClient(context, credentials, { keepAlive: false, maxAttempts: 1 });
    return async () => (await sts.send(new GetCallerIdentityCommand({}))).Arn ?? '';
}


/***/ }),

/***/ 3486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   Tm: () => (/* binding */ rank),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   l4: () => (/* binding */ newTally),
/* harmony export */   l6: () => (/* binding */ setSweepOutputs),
/* harmony export */   sy: () => (/* binding */ setRenewOutputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6805);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5870);


/** The outputs of `/renew`. */
function setRenewOutputs(renewed) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('lease-id', renewed.leaseId);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('previous-expiration', renewed.before);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('aws-expiration', renewed.after);
}
function newTally() {
    return {
        rows: [],
        seen: 0,
        whole: false,
        counts: { active: 0, expired: 0, orphaned: 0, revoked: 0, failed: 0, foreign: 0 },
    };
}
/** Adds one user to the tally. */
function count(tally, swept) {
    const { counts } = tally;
    tally.seen++;
    tally.rows.push(swept);
    if (swept.state === 'foreign-tagged')
        counts.foreign++;
    else if (swept.state !== 'gone' && swept.state !== 'unread')
        counts[swept.state]++;
    if (swept.revoked)
        counts.revoked++;
    if (swept.failure !== undefined)
        counts.failed++;
}
/** Characters of the output `leases`: GitHub drops a job's outputs beyond 1 MiB, counted in UTF-16. */
const MAX_OUTPUT_CHARS = 450_000;
/** The outputs of `/sweep`. @returns how many leases did not fit into `leases`; the living ones are left out first */
function setSweepOutputs({ rows, counts }) {
    const { foreign: _, ...counted } = counts;
    for (const [name, value] of Object.entries(counted))
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)(name, value);
    const ordered = [...rows].sort((one, other) => rank(one) - rank(other));
    const texts = [];
    let room = MAX_OUTPUT_CHARS;
    for (const swept of ordered) {
        const text = JSON.stringify(entryOf(swept));
        room -= text.length + 1;
        if (room < 0)
            break;
        texts.push(text);
    }
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('leases', `[${texts.join(',')}]`);
    return rows.length - texts.length;
}
const ORDER = ['unread', 'expired', 'orphaned', 'foreign-tagged', 'active', 'gone'];
/** What needs somebody's eyes comes first. */
function rank({ state, failure }) {
    return failure === undefined ? 1 + ORDER.indexOf(state) : 0;
}
/** One lease as JSON tells of it; names and times only. */
function entryOf({ userName, state, lease, revoked, failure }) {
    return {
        leaseId: userName,
        state,
        ...(lease === undefined
            ? {}
            : {
                repository: lease.repository,
                runId: lease.runId,
                runAttempt: lease.runAttempt,
                job: lease.job,
                actor: lease.actor,
                created: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(lease.createdAt),
                expires: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(lease.expiresAt),
            }),
        revoked,
        ...(failure === undefined ? {} : { failure }),
    };
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
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3327);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6805);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5870);
/* harmony import */ var _lease_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3486);



const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '&#124;');
/** Job summary of main: who, what, until when, how long the key took to work. */
async function summariseIssue(lease, run, about) {
    const isUser = lease.kind === 'iam-user';
    await write('AWS credentials issued', [
        ['Identity', lease.arn],
        ['Kind', isUser ? 'IAM user with one access key' : 'STS session'],
        ['For', `${run.repository}, run ${run.runId} attempt ${run.runAttempt}, job ${run.job}`],
        ['Ends by itself', (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(lease.expiresAt)],
        ['Ends before that', endsBefore(isUser, about.revokedInPost)],
        ['May do', about.rights.granted.join(', ') || (isUser ? 'nothing: no policy, no group' : 'what its role may')],
        ...(isUser ? [['Boundary', about.rights.boundary ?? 'none']] : []),
        ...(isUser
            ? [['Usable after', lease.propagationMs === undefined ? 'not waited for' : `${lease.propagationMs} ms`]]
            : []),
    ]);
}
function endsBefore(isUser, revokedInPost) {
    if (!isUser)
        return 'no: AWS cannot take back one session alone';
    return revokedInPost ? 'at the end of this job' : 'no: `revoke` is `never`';
}
const PROOFS = {
    dead: 'STS no longer knows the key',
    alive: 'STS still knew the key 10 s after its deletion',
    unknown: 'STS gave no clear answer',
    'no-key': 'there was no key to ask about',
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
/** Job summary of a post that could not even begin: main's summary must not be the last word. */
async function summariseFailure(userName, failure) {
    await write('AWS credentials NOT revoked', [
        ['IAM user', `${userName}: NOT deleted`],
        ['Failed', failure],
    ]);
}
/** Rows beyond this are only counted: a summary may have 1 MiB (reference: github-runner.md §18), and a name 512 characters. */
const MAX_ROWS = 250;
/** What is longer than this is cut: keys and AWS's sentences know no limit. */
const MAX_CELL_CHARS = 300;
function cut(text) {
    return text.length <= MAX_CELL_CHARS ? text : `${text.slice(0, MAX_CELL_CHARS)} … (see the log)`;
}
/** Job summary of a sync: which secrets, what was to be done, what became of it. Names and actions only. */
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
/** Job summary of a sweep: what needs somebody's eyes first, living leases last. */
async function summariseSweep(heading, rows) {
    const columns = ['Lease', 'State', 'Repository', 'Run', 'Job', 'Actor', 'Created', 'Expires', 'Result'];
    const head = columns.map((data) => ({ data, header: true }));
    const ordered = [...rows].sort((one, other) => (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .rank */ .Tm)(one) - (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .rank */ .Tm)(other));
    const shown = ordered.slice(0, MAX_ROWS).map((swept) => {
        const entry = (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .entryOf */ .Ms)(swept);
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
/** A summary is a courtesy: where the runner takes none, the step does not fail for it. */
async function put(heading, table) {
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .summary */ .z.addHeading(heading, 3).addTable(table).write();
    }
    catch (error) {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .debug */ .Yz)(`No job summary: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sg: () => (/* binding */ claimState),
/* harmony export */   UN: () => (/* binding */ save),
/* harmony export */   W8: () => (/* binding */ journal),
/* harmony export */   Xm: () => (/* binding */ savedText),
/* harmony export */   Zr: () => (/* binding */ sameKeys)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6805);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);


/** A key that main never saves could be invented by a later step, so all are saved at once. */
const STATE_KEYS = ['access', 'lease', 'session', 'variables', 'profile'];
/** Claims every key, empty; main's very first act. */
function claimState() {
    for (const key of STATE_KEYS)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)(key, '');
}
/** Writes one part; it is on disk when this returns, also if we are killed next. */
function save(key, value) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)(key, JSON.stringify(value));
}
/** The text of one part as main wrote it; empty when main did not get so far. */
function savedText(key) {
    return (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)(key);
}
/** The lease's journal: GitHub's state file. */
const journal = { write: (record) => save('lease', record) };
/** The static keys as post's inputs name them, if they still are the ones main used. */
function sameKeys(staticKeys, mark, markOf) {
    if (staticKeys.kind === 'given' && markOf(staticKeys) === mark)
        return staticKeys.keys;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('static-keys-changed', 'The static access keys in post’s inputs are not the ones main used', {
        remedy: 'This happens in nested composite actions (actions/runner#2030): use OIDC there, or delete the user by the commands shown.',
    });
}


/***/ }),

/***/ 4686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fail: () => (/* binding */ fail),
/* harmony export */   leave: () => (/* binding */ leave),
/* harmony export */   runStep: () => (/* binding */ runStep),
/* harmony export */   warn: () => (/* binding */ warn)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6805);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5870);



/**
 * After SIGINT the runner waits 7.5 s for SIGTERM and 2.5 s more to kill (reference: github-runner.md §4). Calls under way get
 * this long to settle, so that what they did is known; the rest is for the rollback.
 */
const SETTLE_MS = 1_500;
/** On Windows the runner sends CTRL_C and CTRL_BREAK; SIGTERM never arrives there. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'];
/**
 * Runs one stage of the action: signals become an orderly end (or are told and outlived, where the stage is itself the orderly
 * end), whatever is thrown becomes a message and a failed step.
 */
async function runStep(act, options) {
    const soft = new AbortController();
    const hard = new AbortController();
    const stopping = new AbortController();
    const end = (reason) => {
        if (soft.signal.aborted)
            return;
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq)(`${reason.message}; ending in good order.`);
        soft.abort(reason);
        setTimeout(() => hard.abort(reason), SETTLE_MS).unref();
    };
    const stopped = (signal) => {
        stopping.abort();
        if (options.heedsSignals)
            end(interrupted(signal));
        else
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq)(`${signal}: finishing what has to be finished.`);
    };
    for (const signal of STOP_SIGNALS)
        process.on(signal, () => stopped(signal));
    const endAfter = (seconds) => {
        setTimeout(() => end(timedOut(seconds)), seconds * 1000).unref();
    };
    const lifetime = { soft: soft.signal, hard: hard.signal };
    try {
        const log = { info: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq, notice: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .notice */ .lm, warning: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e, debug: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .debug */ .Yz };
        const time = { clock: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .ml)(), randomness: _waiting_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRandomness */ .Cy };
        await act({ ...time, lifetime, stopping: stopping.signal, mask: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq, log, endAfter });
    }
    catch (thrown) {
        // What was under way when the step had to end fails in many ways; the reason is one.
        fail(soft.signal.aborted ? soft.signal.reason : thrown);
    }
}
/** Ends the process once all is said: a pause of the SDK's that nobody waits for any more would keep it alive. */
async function leave() {
    await new Promise((resolve) => process.stdout.write('', () => resolve()));
    process.exit();
}
/** Prints an error with its remedy and fails the step. */
function fail(thrown) {
    const error = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asActionError */ .z6)(thrown);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setFailed */ .C1)(textOf(error));
    if (error.cause instanceof Error)
        debugCauses(error.cause, { frames: error.code === 'unexpected' });
}
/** Causes of causes, told up to this depth. */
const MAX_CAUSES = 5;
/**
 * For a bug report: what an error was caused by, and where in this build. Types and places only: a library's message may hold what
 * must not be shown.
 */
function debugCauses(first, { frames }) {
    let cause = first;
    for (let depth = 0; cause instanceof Error && depth < MAX_CAUSES; depth++) {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .debug */ .Yz)(`Caused by ${cause.name}`);
        for (const frame of frames ? framesOf(cause) : [])
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .debug */ .Yz)(frame);
        cause = cause.cause;
    }
}
/** The lines of a stack that name a place in this build: neither the message nor Node's own frames. */
function framesOf({ stack = '' }) {
    return stack.split('\n').filter((line) => /^ {4}at .*file:\/\//.test(line));
}
/** Prints an error with its remedy as a warning; the step goes on. */
function warn(thrown) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e)(textOf((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asActionError */ .z6)(thrown)));
}
function textOf(error) {
    return `${error.message}\n\nWhat to do: ${error.remedy}\nMore: ${repositoryUrl()}docs/troubleshooting.md#${error.code}`;
}
/** Where this very version of the action can be read, as the runner names it; empty for a local action. */
function repositoryUrl() {
    const { GITHUB_SERVER_URL: server = '', GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '', } = process.env;
    const known = /^https:\/\/[\w.-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]+$/.test(ref);
    return known ? `${server}/${repository}/blob/${ref}/` : '';
}
function interrupted(signal) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('interrupted', `The runner stopped this step (${signal})`, {
        remedy: 'Nothing, if the job was cancelled. Otherwise look at the step’s and job’s `timeout-minutes`.',
    });
}
function timedOut(seconds) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('action-timeout', `The step took longer than \`action-timeout-s\`, ${seconds} s`, {
        remedy: 'Raise `action-timeout-s`, or look above for what was slow.',
    });
}


/***/ }),

/***/ 5462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  revokeAndRestore: () => (/* binding */ revokeAndRestore)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/aws-profile.js + 2 modules
var aws_profile = __webpack_require__(839);
// EXTERNAL MODULE: ./build/github/inputs/identity.js + 1 modules
var identity = __webpack_require__(6647);
// EXTERNAL MODULE: ./build/github/inputs/reader.js
var reader = __webpack_require__(6287);
// EXTERNAL MODULE: ./build/github/job-env.js
var job_env = __webpack_require__(831);
// EXTERNAL MODULE: ./node_modules/@badrap/valita/dist/node-cjs/index.js
var node_cjs = __webpack_require__(138);
// EXTERNAL MODULE: ./build/aws/partition.js
var partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/waiting/clock.js
var clock = __webpack_require__(5870);
// EXTERNAL MODULE: ./build/github/state.js
var state = __webpack_require__(6847);
;// CONCATENATED MODULE: ./build/github/load-state.js






// The state that post reads lies in a file that any step of the job can write to, and post acts on it with the rights of the managing
// identity. So it is parsed like any other input: names and ARNs must have the form of names and ARNs, nothing may be missing. No form is
// narrower than what main's own readers take, or post could not revoke what main has issued.
const matching = (pattern) => node_cjs/* string */.Yj().assert((text) => pattern.test(text));
const checked = (check) => node_cjs/* string */.Yj().assert(check);
const oneOf = (...choices) => node_cjs/* union */.KC(...choices.map((choice) => node_cjs/* literal */.eu(choice)));
/** AWS: reference_iam-quotas, “User names”. */
const userName = () => matching(/^[\w+=,.@-]{1,64}$/);
/** What our own paths are made of: IAM takes more. */
const iamPath = () => matching(/^\/(?:[A-Za-z0-9._-]+\/)*$/);
const accountId = () => matching(/^\d{12}$/);
const role = () => checked(isRole);
const sha256 = () => matching(/^[0-9a-f]{64}$/);
const sha256OrEmpty = () => matching(/^(?:[0-9a-f]{64})?$/);
const time = () => checked(isTime);
const url = () => checked(reader/* isHttpUrl */.q$);
/** Also `socks5://…` and the like, which a variable may hold. */
const proxyUrlOrEmpty = () => checked((text) => text === '' || isBareUrl(text));
/** Whatever an input or a variable can hold. */
const anyText = () => checked((text) => !text.includes('\0'));
/** A role's ARN, or its bare name (AWS: API_AssumeRole, RoleArn; API_Role, RoleName). */
function isRole(text) {
    const arn = (0,partition/* parseArn */.Lw)(text);
    if (arn === undefined)
        return /^[\w+=,.@-]{1,64}$/.test(text);
    return arn.service === 'iam' && arn.resource.startsWith('role/') && /^\d{12}$/.test(arn.accountId);
}
/** As main writes a proxy: without user info. */
function isBareUrl(text) {
    const { href, username, password } = URL.parse(text) ?? {};
    return href === text && username === '' && password === '';
}
/** Not 30 February, which `Date` takes for a day in March. */
function isTime(text) {
    const date = (0,clock/* parseRfc3339 */.TM)(text);
    return date !== undefined && (0,clock/* rfc3339 */.ag)(date) === text;
}
/** None that JavaScript has a meaning of its own for, such as `constructor`. */
function isVariableName(text) {
    return /^[A-Za-z_]\w*$/.test(text) && !Object.hasOwn(Object.prototype, text);
}
const connection = node_cjs/* object */.Ik({
    region: matching(/^[a-z0-9-]+$/),
    stsEndpoint: url().optional(),
    iamEndpoint: url().optional(),
    secretsManagerEndpoint: url().optional(),
    useFipsEndpoint: node_cjs/* boolean */.zM(),
    useDualstackEndpoint: node_cjs/* boolean */.zM(),
    maxAttempts: node_cjs/* number */.ai().assert((tries) => Number.isInteger(tries) && tries >= 1 && tries <= 100),
});
const source = node_cjs/* union */.KC(node_cjs/* object */.Ik({ kind: node_cjs/* literal */.eu('oidc'), audience: anyText() }), node_cjs/* object */.Ik({ kind: node_cjs/* literal */.eu('token-file'), path: anyText() }), node_cjs/* object */.Ik({ kind: node_cjs/* literal */.eu('static-keys') }), node_cjs/* object */.Ik({ kind: node_cjs/* literal */.eu('env-credentials') }), node_cjs/* object */.Ik({ kind: node_cjs/* literal */.eu('ambient') }));
const sessionTags = node_cjs/* object */.Ik({
    tags: node_cjs/* array */.YO(node_cjs/* object */.Ik({ key: anyText(), value: anyText(), droppable: node_cjs/* boolean */.zM() })),
    transitiveKeys: node_cjs/* array */.YO(anyText()),
});
const load_state_identity = node_cjs/* object */.Ik({
    source,
    roles: node_cjs/* array */.YO(role()),
    /** AWS takes 64 characters; a longer one, made of an odd run's id, may be there without a role that it is used for. */
    sessionName: matching(/^[\w+=,.@-]{2,}$/),
    externalId: matching(/^[\w+=,.@:/-]{2,1224}$/).optional(),
    sessionTags: sessionTags.optional(),
    allowedAccountIds: node_cjs/* array */.YO(accountId()),
});
const access = node_cjs/* object */.Ik({
    connection,
    proxy: node_cjs/* object */.Ik({ http: proxyUrlOrEmpty(), https: proxyUrlOrEmpty(), noProxy: anyText() }),
    identity: load_state_identity,
    fingerprint: sha256OrEmpty(),
    variables: node_cjs/* record */.g1(anyText())
        .assert((found) => Object.keys(found).every((name) => name.startsWith('AWS_')))
        .optional(),
    maskAccountId: node_cjs/* boolean */.zM(),
    revocation: node_cjs/* object */.Ik({ when: oneOf('always', 'never'), onFailure: oneOf('error', 'warning') }),
});
const lease = node_cjs/* object */.Ik({
    userName: userName(),
    path: iamPath(),
    accountId: accountId(),
    /** Numbers on GitHub; another runner may give anything, or nothing. Post compares them and tells them to nobody. */
    runId: anyText(),
    runAttempt: anyText(),
    nonce: matching(/^[0-9a-f]{32}$/),
    intendedAt: time(),
    expiresAt: time(),
    progress: oneOf('intended', 'created', 'issued', 'gone'),
});
const session = node_cjs/* object */.Ik({ expiresAt: time() });
const variable = node_cjs/* object */.Ik({
    name: checked(isVariableName),
    before: anyText(),
    hash: sha256OrEmpty(),
});
const profileChange = node_cjs/* object */.Ik({
    file: checked((text) => text !== '' && !text.includes('\0')),
    section: matching(/^(?:profile )?[^\s[\]/\\#;\p{Cc}]+$/u),
    ending: matching(/^(?:-before-[0-9a-f]{8})?$/),
    own: node_cjs/* array */.YO(sha256()),
    taken: node_cjs/* array */.YO(sha256()),
    gap: oneOf('', '\n', '\n\n'),
    madeFile: node_cjs/* boolean */.zM(),
    madeDirectory: anyText(),
});
/** What each part is made of. */
const SCHEMAS = {
    access,
    lease,
    session,
    variables: node_cjs/* array */.YO(variable),
    profile: node_cjs/* array */.YO(profileChange),
};
/**
 * Main's notes on one part. Members that main does not write are dropped.
 * @returns `undefined` when main did not get so far
 * @throws ActionError `state-unreadable` for what main cannot have written
 */
function load(key) {
    const text = (0,state/* savedText */.Xm)(key);
    if (text === '')
        return undefined;
    const parsed = parse(text);
    const result = SCHEMAS[key].try(parsed, { mode: 'strip' });
    // What JSON left out because it was `undefined` is so again.
    if (result.ok)
        return result.value;
    throw new errors/* ActionError */.lZ('state-unreadable', `Reading what main saved about \`${key}\` failed: main did not write it so`, {
        remedy: 'Find out which step of this job writes STATE_ variables or to the runner’s state file. Then look for IAM users of this run under the lease path; the guard ends their keys by itself.',
    });
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/github/reports/summary.js
var summary = __webpack_require__(6950);
// EXTERNAL MODULE: ./build/github/step.js
var github_step = __webpack_require__(4686);
// EXTERNAL MODULE: ./build/identity/connect.js + 1 modules
var connect = __webpack_require__(5518);
// EXTERNAL MODULE: ./build/identity/static-keys.js
var static_keys = __webpack_require__(1686);
// EXTERNAL MODULE: ./build/waiting/lifetime.js
var lifetime = __webpack_require__(6385);
// EXTERNAL MODULE: ./build/waiting/load-behind.js
var load_behind = __webpack_require__(5767);
// EXTERNAL MODULE: ./build/job/open-identity.js
var open_identity = __webpack_require__(7693);
// EXTERNAL MODULE: ./build/job/tell-revocation.js + 1 modules
var tell_revocation = __webpack_require__(461);
;// CONCATENATED MODULE: ./build/job/post.js















/** A cancelled job's posts have 45 s in all (reference: github-runner.md §6); the proof may take 10 of them. */
const BUDGET_MS = 38_000;
/** Post: revoke what main issued, then give the job's environment back. Knows what to do from main's notes alone. */
async function revokeAndRestore(step) {
    const env = { ...process.env };
    try {
        await revoke(step, env);
    }
    finally {
        restoreProfiles(step);
        restoreVariables(step, env);
    }
}
function restoreProfiles(step) {
    try {
        const left = (0,aws_profile/* restoreProfile */.Ov)(load('profile') ?? []);
        if (left.length > 0)
            step.log.info(`A later step has changed the profile; what it added was left in ${left.join(' and ')}.`);
    }
    catch (error) {
        // A state that cannot be read says nothing of what is left.
        if (error instanceof errors/* ActionError */.lZ && error.code === 'state-unreadable')
            (0,github_step.fail)(error);
        else
            (0,github_step.warn)(error);
    }
}
function restoreVariables(step, env) {
    try {
        const left = (0,job_env/* restoreAll */.IP)(load('variables') ?? [], env);
        if (left.length > 0)
            step.log.info(`Left alone, since a later step has changed them: ${left.join(', ')}.`);
    }
    catch (error) {
        (0,github_step.fail)(error);
    }
}
async function revoke(step, env) {
    const access = load('access');
    const record = load('lease');
    const session = load('session');
    if (session !== undefined)
        step.log.info(`AWS cannot take back one session alone; this one ends by itself at ${session.expiresAt}.`);
    if (access === undefined || record === undefined) {
        if (session === undefined)
            step.log.info('Main created nothing in AWS, so there is nothing to revoke.');
        return;
    }
    if (record.progress === 'gone') {
        step.log.info(`IAM user ${record.userName} does not exist: main created none, or deleted it again.`);
        return;
    }
    // Only what the job has been given is kept; a lease that never became whole may lack its guard.
    if (access.revocation.when === 'never' && record.progress === 'issued') {
        step.log.notice(`IAM user ${record.userName} is kept, since \`revoke\` is \`never\`; its guard ends it at ${record.expiresAt}, unless it was renewed.`);
        return;
    }
    const complain = access.revocation.onFailure === 'error' ? github_step.fail : github_step.warn;
    try {
        assertOfThisRun(record, env);
        const revocation = await revokeLease(record, access, { step, env });
        await (0,tell_revocation/* tellRevocation */.o2)(revocation, record, step);
        if (revocation.outcome === 'incomplete')
            complain((0,tell_revocation/* revokeIncomplete */.vO)(record, revocation));
    }
    catch (error) {
        const mismatch = error instanceof errors/* ActionError */.lZ && error.code === 'lease-mismatch';
        await (0,summary/* summariseFailure */.N9)(record.userName, (0,tell_revocation/* describeError */.Uc)(error));
        complain(mismatch ? error : (0,tell_revocation/* revokeIncomplete */.vO)(record, { ...(0,tell_revocation/* untouched */.sF)(record), failures: [(0,tell_revocation/* describeError */.Uc)(error)] }, error));
    }
}
async function revokeLease(record, access, { step, env }) {
    (0,job_env/* isolate */.az)(process.env, access.proxy, access.variables);
    const staticKeys = () => (0,state/* sameKeys */.Zr)((0,identity/* readStaticKeys */.R)((0,reader/* inputReader */.cN)(), step.mask), access.fingerprint, static_keys/* fingerprint */.Rj);
    const sources = { staticKeys, env: { ...withoutAws(env), ...access.variables } };
    const context = (0,open_identity/* clientContext */.RO)(step, access.connection, (0,lifetime/* lifetimeFor */.N)(BUDGET_MS));
    const deps = (0,open_identity/* identityDependencies */.qd)(step, context, access);
    const connecting = (0,open_identity/* openIdentity */.Bp)(access.identity, sources, deps).then((identity) => (0,connect/* connect */.Ng)(identity, deps));
    const [manager, { revokeUser }] = await Promise.all([
        connecting,
        (0,load_behind/* loadBehind */.p)(connecting, () => Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(5304), __webpack_require__.e(5311)]).then(__webpack_require__.bind(__webpack_require__, 5311)), (0,open_identity/* whileConnecting */.KG)(step)),
    ]);
    if (manager.accountId !== record.accountId) {
        throw new errors/* ActionError */.lZ('account-not-allowed', `The credentials lead into account ${manager.accountId}, main’s led into ${record.accountId}`, {
            remedy: 'Find out who changed what this runner is in AWS between main and post.',
        });
    }
    return revokeUser(record, await (0,tell_revocation/* revokeDependencies */.Ay)(manager, context));
}
/**
 * A job whose main was killed before its first line has claimed no state, and a later step could invent one. It cannot change the
 * run's id, which the runner sets anew for every step.
 */
function assertOfThisRun(record, env) {
    if (record.runId === (env.GITHUB_RUN_ID ?? ''))
        return;
    throw new errors/* ActionError */.lZ('lease-mismatch', `IAM user ${record.userName} was left alone: the state names another run`, {
        remedy: 'Find out which step of this job has written STATE_ variables.',
    });
}
/** Main's AWS variables must not be mixed with those of later steps. */
function withoutAws(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')));
}


/***/ }),

/***/ 461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Uc: () => (/* binding */ describeError),
  Ay: () => (/* binding */ revokeDependencies),
  vO: () => (/* binding */ revokeIncomplete),
  o2: () => (/* binding */ tellRevocation),
  sF: () => (/* binding */ untouched),
  H2: () => (/* binding */ warnLeftovers)
});

// EXTERNAL MODULE: ./build/aws/clients.js + 2 modules
var clients = __webpack_require__(931);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/reports/summary.js
var summary = __webpack_require__(6950);
;// CONCATENATED MODULE: ./build/lease/manual-cleanup.js
/**
 * The commands that finish by hand what post could not: they list what is on the user and remove it, keys first. A name holds
 * only `[\w+=,.@-]`, so it needs no quotes in a shell.
 * @param options `rare`: also for the kinds a lease has only if somebody else put them there
 */
function manualCleanupCommands(userName, options) {
    const each = (list, query, remove) => `for id in $(aws iam ${list} --user-name ${userName} --query '${query}' --output text); do aws iam ${remove} "$id" --user-name ${userName}; done`;
    return [
        each('list-access-keys', 'AccessKeyMetadata[].AccessKeyId', 'delete-access-key --access-key-id'),
        each('list-attached-user-policies', 'AttachedPolicies[].PolicyArn', 'detach-user-policy --policy-arn'),
        each('list-user-policies', 'PolicyNames[]', 'delete-user-policy --policy-name'),
        each('list-groups-for-user', 'Groups[].GroupName', 'remove-user-from-group --group-name'),
        ...(options.rare ? rareCommands(userName, each) : []),
        `aws iam delete-user --user-name ${userName}`,
    ];
}
function rareCommands(userName, each) {
    return [
        `aws iam delete-login-profile --user-name ${userName}`,
        each('list-mfa-devices', 'MFADevices[].SerialNumber', 'deactivate-mfa-device --serial-number'),
        each('list-ssh-public-keys', 'SSHPublicKeys[].SSHPublicKeyId', 'delete-ssh-public-key --ssh-public-key-id'),
        each('list-signing-certificates', 'Certificates[].CertificateId', 'delete-signing-certificate --certificate-id'),
        each('list-service-specific-credentials', 'ServiceSpecificCredentials[].ServiceSpecificCredentialId', 'delete-service-specific-credential --service-specific-credential-id'),
    ];
}

;// CONCATENATED MODULE: ./build/job/tell-revocation.js





/** STS looks at a key's id before its signature, so a made-up secret serves to ask whether the key is known. */
const NO_SECRET = 'not-the-secret';
/** What revoking takes, the proof of the key's death included. */
async function revokeDependencies(manager, context) {
    return {
        ...context,
        iam: await (0,clients/* iamClient */.LV)(context, manager.credentials),
        probe: (accessKeyId) => (0,clients/* callerIdentityProbe */.M4)(context, { accessKeyId, secretAccessKey: NO_SECRET }),
    };
}
/** Warns of what a deleted user has left behind: nothing else would ever find it. */
function warnLeftovers(userName, failures, log) {
    if (failures.length === 0)
        return;
    log.warning(`IAM user ${userName} is deleted; what somebody had added to it is not: ${failures.join('; ')}.`);
}
/** Tells what was deleted, and the proof. */
async function tellRevocation(revocation, record, step) {
    const { userName, outcome, removed, failures, proof } = revocation;
    if (outcome === 'already-gone')
        step.log.info(`IAM user ${userName} was gone already.`);
    if (outcome === 'deleted')
        step.log.info(`IAM user ${userName} is deleted, with ${removed.join(', ') || 'nothing on it'}.`);
    if (outcome === 'deleted')
        warnLeftovers(userName, failures, step.log);
    if (proof === 'dead')
        step.log.info('Proof: STS no longer knows its access key (InvalidClientTokenId).');
    if (proof === 'alive' || proof === 'unknown') {
        step.log.notice(`The access key of ${userName} is deleted, but 10 s later STS ${proof === 'alive' ? 'still knew it' : 'gave no clear answer about it'}. AWS forgets it within seconds. Its policies are gone; a server that still knows those knows its guard too, which ends it at ${revocation.endsAt ?? record.expiresAt}.`);
    }
    await (0,summary/* summariseRevocation */.ng)(revocation);
}
/** Whatever went wrong, and what to do about it, in one line. */
function describeError(error) {
    return error instanceof errors/* ActionError */.lZ ? `${error.message} (${error.remedy})` : (0,failures/* explain */.WE)(error);
}
/** Nothing was taken from it. */
function untouched(record) {
    return { guard: record.progress === 'issued' ? 'on' : 'unknown', rareLeft: false, endsAt: undefined };
}
function guardSentence({ guard, endsAt }, record) {
    switch (guard) {
        case 'on':
            return `Its guard denies it everything from ${endsAt ?? `${record.expiresAt} (later, if it was renewed)`} on.`;
        case 'off':
            return 'Its access keys, policies and groups are gone, and so is its guard.';
        case 'unknown':
            return 'It may have no guard, since main did not finish it. Delete it soon.';
    }
}
/** A user that may be left, with the commands that finish by hand. */
function revokeIncomplete(record, left, cause) {
    const message = [
        `IAM user ${record.userName} could not be deleted and may be left, at path ${record.path}:`,
        ...left.failures.map((failure) => `- ${failure}`),
        guardSentence(left, record),
    ].join('\n');
    const commands = manualCleanupCommands(record.userName, { rare: left.rareLeft });
    return new errors/* ActionError */.lZ('revoke-incomplete', message, {
        remedy: ['Finish by hand, with credentials that may:', ...commands].join('\n'),
        cause,
    });
}


/***/ })

};

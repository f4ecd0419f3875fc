export const id = 187;
export const ids = [187];
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

/***/ 8602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ retryDenied)
/* harmony export */ });
/* harmony import */ var _waiting_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5013);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);


/** A new role, or a change to its policies, takes seconds to be seen: three attempts, within some 5 s. */
const BACKOFF = { firstMs: 1_000, maxMs: 4_000, factor: 4 };
const MAX_ATTEMPTS = 3;
/** Calls again while AWS denies, for as long as the denial may only mean that a change has not arrived yet. */
function retryDenied(call, waiting) {
    const maxAttempts = waiting.retries ? MAX_ATTEMPTS : 1;
    const isTemporary = (error) => (0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(error) || (0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, 'InvalidIdentityToken');
    return (0,_waiting_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(call, { backoff: BACKOFF, maxAttempts, isTemporary }, waiting);
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

/***/ 187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  syncSecrets: () => (/* binding */ syncSecrets)
});

// EXTERNAL MODULE: ./build/aws/clients.js + 2 modules
var clients = __webpack_require__(931);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/reports/summary.js
var summary = __webpack_require__(6950);
// EXTERNAL MODULE: ./build/github/reports/sync-report.js
var sync_report = __webpack_require__(7614);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/aws/retry-denied.js
var retry_denied = __webpack_require__(8602);
;// CONCATENATED MODULE: ./build/secrets/api.js


/**
 * Waits through denials, since a role's policies take seconds to be seen, until one denial has lasted: then AWS means it, and each
 * further one is believed at once.
 */
function retryFirstDenial(waiting) {
    let { retries } = waiting;
    return async (call) => {
        try {
            return await (0,retry_denied/* retryDenied */.M)(call, { ...waiting, retries });
        }
        catch (error) {
            if ((0,failures/* isDenied */.GZ)(error))
                retries = false;
            throw error;
        }
    };
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
;// CONCATENATED MODULE: ./build/secrets/item-failure.js


/** Why one secret is not as it should be; the others go on. Its message is for the user and holds nothing of a value. */
class ItemFailure extends Error {
    /** What had been written before it failed; `undefined`: nothing. */
    written;
    /** @param what the sentence, or the AWS action that failed with `cause` */
    constructor(what, cause) {
        super(cause === undefined ? what : `secretsmanager:${what} failed: ${(0,failures/* describeFailure */.Ic)(cause)}`, { cause });
        this.name = 'ItemFailure';
    }
}
/** What a failed AWS action is for its item; that the whole step ends is no failure of the action. */
function failureOf(action, error) {
    return error instanceof ItemFailure || error instanceof errors/* ActionError */.lZ ? error : new ItemFailure(action, error);
}
/** Why something of an item's failed, as a sentence; a call that was never made because the step ends throws the end's own reason. */
function reasonOf(error) {
    if (error instanceof ItemFailure || error instanceof errors/* ActionError */.lZ)
        return error.message;
    return (0,failures/* describeFailure */.Ic)(error);
}
/** Runs one step of an item's; what goes wrong is told with the AWS action, which is also the permission's name. */
async function step(action, call) {
    try {
        return await call();
    }
    catch (error) {
        throw failureOf(action, error);
    }
}

// EXTERNAL MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/client/smithy-client/client-command-builder.js + 2 modules
var client_command_builder = __webpack_require__(8798);
// EXTERNAL MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/endpoints/index.js + 6 modules
var endpoints = __webpack_require__(5714);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/endpoint/EndpointParameters.js
var EndpointParameters = __webpack_require__(766);
;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commandBuilder.js



const command = (0,client_command_builder/* makeBuilder */.k)(EndpointParameters/* commonParams */.S, "secretsmanager", "SecretsManagerClient", endpoints/* getEndpointPlugin */.rD);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(8156);
;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/DescribeSecretCommand.js


class DescribeSecretCommand extends command(_ep0, _mw0, "DescribeSecret", schemas_0/* DescribeSecret$ */.oB) {
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/GetSecretValueCommand.js


class GetSecretValueCommand extends command(_ep0, _mw0, "GetSecretValue", schemas_0/* GetSecretValue$ */.sD) {
}

// EXTERNAL MODULE: ./build/waiting/poll.js + 1 modules
var poll = __webpack_require__(5013);
// EXTERNAL MODULE: ./build/secrets/json-secret.js
var json_secret = __webpack_require__(6311);
;// CONCATENATED MODULE: ./build/secrets/actual/read.js




const CURRENT = 'AWSCURRENT';
/** A secret as it is now, its value included; `undefined` when there is none. Two calls, at once. */
async function readSecret(id, context) {
    const [actual, current] = await Promise.all([describeSecret(id, context), readValue(id, context)]);
    return actual && withCurrent(actual, current, context);
}
/** A value that cannot be read though there is one appears again within seconds: after a restore, or a create. */
const VALUE_BACKOFF = { firstMs: 500, maxMs: 2_000 };
const MAX_VALUE_ATTEMPTS = 8;
/**
 * A description and a value, put together. Where the secret has a current version and its value does not come, it is asked for again
 * for some seconds: what is there must never be taken for nothing.
 */
async function withCurrent(actual, current, context) {
    const together = (read) => ({ ...actual, value: read.value, versionId: read.versionId ?? actual.versionId });
    if (!isMissing(actual, current))
        return together(current);
    const attempt = async () => {
        const read = await readValue(actual.arn, context);
        return isMissing(actual, read) ? (0,poll/* again */.TG)(() => ({ ...actual, value: NOT_GIVEN })) : (0,poll/* done */.Vw)(together(read));
    };
    return (0,poll/* poll */.wt)(attempt, { backoff: VALUE_BACKOFF, maxAttempts: MAX_VALUE_ATTEMPTS }, context);
}
const NOT_GIVEN = { kind: 'unread', because: 'AWS does not give its value' };
function isMissing(actual, { value }) {
    return value.kind === 'none' && actual.versionId !== undefined && !actual.deleted;
}
/** A secret as it is now, but for its value; `undefined` when there is none. Never lags, as lists do. */
async function describeSecret(id, { secretsManager, ask }) {
    try {
        const answer = await ask(() => secretsManager.send(new DescribeSecretCommand({ SecretId: id })));
        return {
            ...actualFrom(answer),
            replicas: (answer.ReplicationStatus ?? []).map(replicaOf),
            versionId: currentIn(answer),
        };
    }
    catch (error) {
        if ((0,failures/* isFailure */.N6)(error, 'ResourceNotFound'))
            return undefined;
        throw error;
    }
}
/** The current value. That there is none, that the secret is on its way out and that it must not be read are answers too. */
async function readValue(id, context) {
    const { secretsManager, ask } = context;
    try {
        return currentOf(await ask(() => secretsManager.send(new GetSecretValueCommand({ SecretId: id }))));
    }
    catch (error) {
        if ((0,failures/* isFailure */.N6)(error, 'ResourceNotFound', 'InvalidRequest'))
            return { versionId: undefined, value: { kind: 'none' } };
        context.lifetime.soft.throwIfAborted();
        return { versionId: undefined, value: { kind: 'unread', because: `reading it failed: ${(0,failures/* describeFailure */.Ic)(error)}` } };
    }
}
/** What a call that returns a value says. */
function currentOf(entry) {
    const { SecretString: text, VersionId: versionId } = entry;
    return { versionId, value: text === undefined ? { kind: 'binary' } : { kind: 'text', text } };
}
/** What AWS has is never printed; a mask shorter than this would only blacken the log wherever its characters stand. */
const MIN_MASKED_CHARS = 4;
/** Masks a value of ours before it is compared with anything. What strangers keep in theirs is no reason to blacken this job's log. */
function maskValue(value, mask) {
    if (value.kind !== 'text')
        return;
    const members = membersOf(value.text);
    // Of an object only what it holds: its braces alone on a line would be masked in the whole log.
    const secrets = members === undefined ? [value.text] : (0,json_secret/* stringsIn */.QQ)(members);
    for (const secret of secrets)
        if (secret.trim().length >= MIN_MASKED_CHARS)
            mask(secret);
}
/** The members of an object; `undefined` for all else, also for what is nested too deep to be looked through. */
function membersOf(text) {
    try {
        return (0,json_secret/* parseJsonSecret */.yF)(text);
    }
    catch {
        return undefined;
    }
}
/** What a list or a description says of a secret. */
function actualFrom(entry) {
    return {
        name: entry.Name ?? '',
        arn: entry.ARN ?? '',
        tags: Object.fromEntries((entry.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
        description: entry.Description ?? '',
        kmsKeyId: entry.KmsKeyId,
        rotating: entry.RotationEnabled ?? false,
        owningService: entry.OwningService,
        primaryRegion: entry.PrimaryRegion,
        deleted: entry.DeletedDate !== undefined,
        replicas: undefined,
        versionId: undefined,
        value: { kind: 'none' },
    };
}
function currentIn({ VersionIdsToStages = {} }) {
    return Object.entries(VersionIdsToStages).find(([, stages]) => stages.includes(CURRENT))?.[0];
}
function replicaOf(status) {
    const { Region: region = '', KmsKeyId: kmsKeyId, Status = '', StatusMessage: message = '' } = status;
    return { region, kmsKeyId, status: Status, message };
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/ListSecretsCommand.js


class ListSecretsCommand extends command(_ep0, _mw0, "ListSecrets", schemas_0/* ListSecrets$ */._B) {
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/BatchGetSecretValueCommand.js


class BatchGetSecretValueCommand extends command(_ep0, _mw0, "BatchGetSecretValue", schemas_0/* BatchGetSecretValue$ */.eP) {
}

// EXTERNAL MODULE: ./build/secrets/desired/desired.js
var desired_desired = __webpack_require__(2101);
// EXTERNAL MODULE: ./build/secrets/owner.js
var secrets_owner = __webpack_require__(3905);
;// CONCATENATED MODULE: ./build/secrets/plan/change.js

/** True when a secret carries this very owner's mark. */
function isOwn(actual, policy) {
    return actual.tags[secrets_owner/* OWNER_TAG */.FX] === policy.owner;
}
/** True when a secret is one of this sync's, made for one key: what the source has no more of these may go. */
function isPrunable(actual, policy) {
    return isOwn(actual, policy) && actual.tags[secrets_owner/* MODE_TAG */.fl] === 'per-key' && !actual.deleted;
}
/** A secret of ours that the source has no more. */
function pruneOf(actual, policy) {
    const because = unwritable(actual, policy);
    return { ...blankChange(undefined, actual), action: because === undefined ? 'prune' : 'refuse', because };
}
/** What a secret that could not be looked at gets: nothing. */
function unreadableChange(desired, because) {
    return { ...blankChange(desired, undefined), action: 'refuse', because, unseen: true };
}
/** A change that is nothing by itself. */
function blankChange(desired, actual) {
    return {
        name: desired?.name ?? actual?.name ?? '',
        action: 'unchanged',
        because: undefined,
        desired,
        actual: actual && { ...actual, value: { kind: 'none' } },
        what: [],
        keys: undefined,
        unseen: false,
        next: undefined,
        tags: {},
        replicas: [],
        problem: undefined,
    };
}
/** What no owner may write to. */
function unwritable(actual, policy) {
    if (actual.owningService !== undefined)
        return `the AWS service ${actual.owningService} manages it`;
    if (actual.rotating)
        return 'its rotation is on: a Lambda function writes it';
    if (actual.primaryRegion !== undefined && actual.primaryRegion !== policy.region) {
        return `it is a replica here; its primary is in ${actual.primaryRegion}`;
    }
    return undefined;
}
/** What the user did not allow, as a clause; `undefined` when the sync may write the secret. */
function notAllowed(actual, policy) {
    if (!isOwn(actual, policy)) {
        const owner = actual.tags[secrets_owner/* OWNER_TAG */.FX];
        const whose = owner === undefined ? `exists and no sync made it (no tag ${secrets_owner/* OWNER_TAG */.FX})` : `is owned by ${owner}`;
        if (actual.deleted)
            return `it ${whose}, and is scheduled for deletion`;
        return policy.adopt === 'never' ? `it ${whose}, and \`adopt\` is \`never\`` : undefined;
    }
    return actual.deleted && policy.onDeleted === 'error'
        ? 'it is scheduled for deletion, and `on-deleted` is `error`'
        : undefined;
}

// EXTERNAL MODULE: ./build/aws/tags.js
var aws_tags = __webpack_require__(8617);
// EXTERNAL MODULE: ./build/secrets/plan/kms-key.js
var kms_key = __webpack_require__(4111);
;// CONCATENATED MODULE: ./build/secrets/plan/value-diff.js

/** Compares what is wanted with what is there: texts as they stand, JSON after parsing, so that the order of keys does not count. */
function newValue(content, actual, unknownKeys) {
    switch (content.kind) {
        case 'nothing':
            return { next: undefined, keys: undefined, reformatted: false };
        case 'text': {
            const same = actual.kind === 'text' && actual.text === content.value;
            return { next: same ? undefined : content.value, keys: undefined, reformatted: false };
        }
        case 'json': {
            const members = actual.kind === 'text' ? (0,json_secret/* parseJsonSecret */.yF)(actual.text) : undefined;
            return {
                ...newMembers(content, members, unknownKeys),
                reformatted: members === undefined && actual.kind !== 'none',
            };
        }
    }
}
function newMembers(content, members, unknownKeys) {
    const before = members ?? new Map();
    const isKnown = (key) => content.values.has(key) || content.empty.includes(key);
    const unknown = [...before.keys()].filter((key) => !isKnown(key));
    const removed = unknownKeys === 'keep' ? [] : unknown;
    const spared = unknownKeys === 'keep' ? unknown : [];
    const added = [...content.values.keys()].filter((key) => !before.has(key));
    const changed = [...content.values].filter(([key, value]) => before.has(key) && before.get(key) !== value);
    const keys = { added, changed: changed.map(([key]) => key), removed, empty: content.empty, kept: spared };
    if (members !== undefined && added.length + changed.length + removed.length === 0)
        return { next: undefined, keys };
    const kept = [...before].filter(([key]) => !removed.includes(key));
    return { next: (0,json_secret/* jsonSecretText */.eK)(new Map([...kept, ...content.values])), keys };
}

;// CONCATENATED MODULE: ./build/secrets/plan/diff.js






/** What one wanted secret needs, given what AWS has under its name. Pure: nothing is asked, nothing is written. */
function changeOf(desired, actual, policy) {
    const blank = blankChange(desired, actual);
    if ((0,desired_desired/* isBlank */.z3)(desired)) {
        return { ...blank, action: 'skip', because: 'the source’s value is empty, which AWS cannot hold' };
    }
    if (actual === undefined) {
        const { next, keys } = newValue(desired.content, { kind: 'none' }, 'remove');
        return { ...blank, action: 'create', next, keys, tags: tagsOf(policy), replicas: policy.replicas };
    }
    const refusal = unwritable(actual, policy) ?? notAllowed(actual, policy);
    if (refusal !== undefined)
        return { ...blank, action: 'refuse', because: refusal };
    if (actual.deleted)
        return { ...blank, action: 'restore' };
    if (actual.value.kind === 'unread')
        return { ...blank, action: 'refuse', because: actual.value.because, unseen: true };
    return differences(desired, actual, policy);
}
function differences(desired, actual, policy) {
    const own = isOwn(actual, policy);
    const blank = blankChange(desired, actual);
    if (!own && policy.adopt === 'same-value' && newValue(desired.content, actual.value, 'remove').next !== undefined) {
        return { ...blank, action: 'refuse', because: 'it is not ours and its value differs; `adopt` is `same-value`' };
    }
    // A stranger's keys are not thrown away on the very run that makes the secret ours.
    const value = newValue(desired.content, actual.value, own ? policy.unknownKeys : 'keep');
    return withValue({ desired, actual }, policy, value);
}
/**
 * The same change in the light of a newer description; `undefined` when what the values' comparison rests on has changed since, so
 * that the secret must be read again.
 */
function refreshed(change, described, policy) {
    const { desired, actual, next, keys, what } = change;
    if (desired === undefined || actual === undefined || unwritable(described, policy) !== undefined)
        return undefined;
    const same = described.versionId === actual.versionId && isOwn(described, policy) === isOwn(actual, policy);
    // Of one that was scheduled for deletion no value was ever read.
    return same && !described.deleted && !actual.deleted
        ? withValue({ desired, actual: described }, policy, { next, keys, reformatted: what.includes('format') })
        : undefined;
}
function withValue({ desired, actual }, policy, value) {
    const { next, keys, reformatted } = value;
    const tags = tagsToSet(actual, policy);
    const replicas = policy.replicas.filter(({ region }) => needsReplica(actual, region));
    const what = [
        ...(next === undefined ? [] : reformatted ? ['value', 'format'] : ['value']),
        ...(differs(policy.description, actual.description) ? ['description'] : []),
        ...(policy.kmsKeyId !== undefined && !(0,kms_key/* isSameKey */.y)(policy.kmsKeyId, actual.kmsKeyId, actual.arn) ? ['kms-key'] : []),
        ...(Object.keys(tags).length === 0 ? [] : ['tags']),
        ...(replicas.length === 0 ? [] : ['replicas']),
    ];
    const action = !isOwn(actual, policy) ? 'adopt' : what.length === 0 ? 'unchanged' : 'update';
    const problem = problemOf(actual, next, tags);
    return { ...blankChange(desired, actual), action, what, keys, next, tags, replicas, problem };
}
function differs(desired, actual) {
    return desired !== undefined && desired !== actual;
}
function tagsOf({ tags, owner, mode }) {
    return { ...tags, [secrets_owner/* OWNER_TAG */.FX]: owner, [secrets_owner/* MODE_TAG */.fl]: mode };
}
function tagsToSet(actual, policy) {
    return Object.fromEntries(Object.entries(tagsOf(policy)).filter(([key, value]) => actual.tags[key] !== value));
}
/** A replica that is not there, or whose making failed and is asked for anew. */
function needsReplica(actual, region) {
    const replica = actual.replicas?.find((each) => each.region === region);
    return actual.replicas !== undefined && (replica === undefined || replica.status === 'Failed');
}
/** What AWS would refuse, seen only now that both sides are known. */
function problemOf(actual, next, tags) {
    if (next !== undefined && !(0,desired_desired/* fitsSecret */.jt)(next)) {
        return `${actual.name}: with the keys that stay in it, the secret would be more than AWS takes, ${desired_desired/* MAX_SECRET_BYTES */.sU} bytes`;
    }
    // AWS's own tags do not count (AWS: Tag naming limits and requirements).
    const users = Object.keys(actual.tags).filter((key) => !key.startsWith('aws:'));
    const count = new Set([...users, ...Object.keys(tags)]).size;
    return count > aws_tags/* MAX_TAGS */.x3 ? `${actual.name}: it would have ${count} tags; AWS allows ${aws_tags/* MAX_TAGS */.x3}` : undefined;
}

;// CONCATENATED MODULE: ./build/secrets/actual/survey.js








/** AWS: API_BatchGetSecretValue, SecretIdList. */
const MAX_BATCH = 20;
/** AWS: API_ListSecrets, MaxResults. */
const MAX_PAGE = 100;
/** Secrets or batches read at a time; AWS allows thousands a second (reference: secrets.md §0.3). */
const READERS = 10;
/** Looks at each wanted secret by itself: two calls each, one round trip. For the few secrets of `mode: json`. */
async function surveyEach(desired, policy, context) {
    const limit = (0,p_limit/* default */.A)(READERS);
    const one = (each) => changeFor(each, { policy, context }, () => readSecret(each.name, context));
    return { changes: await Promise.all(desired.map((each) => limit(() => one(each)))), own: undefined };
}
/**
 * Looks at many secrets with few calls: a list of all that are this owner's (which may be minutes behind: what it says is checked
 * again before anything is written), then values by twenties. Each batch is compared and forgotten, so that no more than the
 * differences are held. Where the role may do neither, it goes secret by secret.
 */
async function surveyMany(desired, policy, context) {
    // Nothing can take the list's place for what is to be deleted, so there even a first refusal is not believed.
    const list = () => listOwn(policy.owner, context);
    const own = await unlessDenied(context.mustList ? () => context.ask(list) : list);
    const listed = new Map(own?.map((actual) => [actual.name, actual]));
    const read = valueReader(context);
    const batches = (0,p_limit/* default */.A)(READERS);
    const one = (each, value) => {
        const known = listed.get(each.name);
        return changeFor(each, { policy, context }, () => completed(each.name, { known, value, policy, context }));
    };
    const survey = async (batch) => {
        const ids = batch.map(({ name }) => listed.get(name)?.arn ?? name);
        const values = await read.all(ids);
        return Promise.all(batch.map((each, index) => one(each, values.get(ids[index] ?? ''))));
    };
    const toRead = desired.filter((each) => !(0,desired_desired/* isBlank */.z3)(each));
    const skipped = desired.filter(desired_desired/* isBlank */.z3).map((each) => changeOf(each, undefined, policy));
    const changes = await Promise.all(chunks(toRead, MAX_BATCH).map((batch) => batches(() => survey(batch))));
    const denied = [
        ...(own === undefined ? ['ListSecrets'] : []),
        ...(read.batchDenied() ? ['BatchGetSecretValue'] : []),
    ];
    if (denied.length > 0)
        context.notice(slowly(denied));
    return { changes: [...changes.flat(), ...skipped], own };
}
async function changeFor(desired, { policy, context }, look) {
    try {
        if ((0,desired_desired/* isBlank */.z3)(desired))
            return changeOf(desired, undefined, policy);
        const actual = await look();
        if (actual !== undefined && isOwn(actual, policy))
            maskValue(actual.value, context.mask);
        return changeOf(desired, actual, policy);
    }
    catch (error) {
        return unreadableChange(desired, `looking at it failed: ${(0,failures/* describeFailure */.Ic)(error)}`);
    }
}
/** All secrets with this owner's mark, also those scheduled for deletion. AWS filters by prefix, so the mark is compared again. */
async function listOwn(owner, { secretsManager, lifetime }) {
    const actual = [];
    let NextToken;
    do {
        lifetime.soft.throwIfAborted();
        const page = await secretsManager.send(new ListSecretsCommand({
            Filters: [
                { Key: 'tag-key', Values: [secrets_owner/* OWNER_TAG */.FX] },
                { Key: 'tag-value', Values: [owner] },
            ],
            IncludePlannedDeletion: true,
            MaxResults: MAX_PAGE,
            NextToken,
        }));
        actual.push(...(page.SecretList ?? []).map(actualFrom).filter((each) => isOwn(each, { owner })));
        NextToken = page.NextToken;
    } while (NextToken !== undefined);
    return actual;
}
/** Reads values by the batch for as long as the role may, else one by one. */
function valueReader(context) {
    let denied = false;
    const single = (0,p_limit/* default */.A)(READERS);
    const singly = async (ids) => new Map(await Promise.all(ids.map((id) => single(async () => [id, await readValue(id, context)]))));
    const all = async (ids) => {
        const batch = denied ? undefined : await unlessDenied(() => readBatch(ids, context));
        if (batch !== undefined)
            return batch;
        denied = true;
        return singly(ids);
    };
    return { all, batchDenied: () => denied };
}
async function readBatch(ids, context) {
    const read = new Map();
    let NextToken;
    do {
        context.lifetime.soft.throwIfAborted();
        const command = new BatchGetSecretValueCommand({ SecretIdList: [...ids], NextToken });
        const { SecretValues = [], Errors = [], NextToken: next } = await context.secretsManager.send(command);
        for (const entry of SecretValues) {
            const current = currentOf(entry);
            for (const id of [entry.ARN, entry.Name])
                if (id !== undefined)
                    read.set(id, current);
        }
        for (const { SecretId = '', ErrorCode = '', Message = '' } of Errors)
            read.set(SecretId, fromError(ErrorCode, Message));
        NextToken = next;
    } while (NextToken !== undefined);
    return read;
}
/** One item's error in a batch that as a whole succeeded. */
function fromError(name, message) {
    const error = Object.assign(new Error(message), { name });
    const code = (0,failures/* failureCode */.AD)(error);
    if (code === 'ResourceNotFound')
        return 'absent';
    if (code === 'InvalidRequest')
        return NO_VALUE;
    return { versionId: undefined, value: { kind: 'unread', because: `reading it failed: ${(0,failures/* describeFailure */.Ic)(error)}` } };
}
/** What list and batch left open is asked of the secret itself, which never lags. */
async function completed(name, { known, value, policy, context }) {
    // A secret without a value is as absent from a batch as one that is not there; what is listed is asked itself.
    if (value === 'absent' && known === undefined)
        return undefined;
    const current = value === undefined || value === 'absent' ? NO_VALUE : value;
    if (known !== undefined && current.value.kind !== 'none' && !known.deleted && policy.replicas.length === 0)
        return { ...known, ...current };
    // By its name where the batch knows none: the list may still show one that was deleted for good, and made again since.
    const described = await describeSecret(value === 'absent' ? name : (known?.arn ?? name), context);
    return described && withCurrent(described, current, context);
}
const NO_VALUE = { versionId: undefined, value: { kind: 'none' } };
async function unlessDenied(call) {
    try {
        return await call();
    }
    catch (error) {
        if ((0,failures/* isDenied */.GZ)(error))
            return undefined;
        throw error;
    }
}
function chunks(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
function slowly(denied) {
    const actions = denied.map((action) => `secretsmanager:${action}`).join(' and ');
    return `The role may not call ${actions}: secrets are looked at one by one, which takes more calls.`;
}

;// CONCATENATED MODULE: ./build/secrets/plan/plan.js








/**
 * Looks at what AWS has and says what would have to be done. Writes nothing.
 * @throws ActionError `sync-failed` when AWS does not let us look; `sync-impossible`, all at once, with what AWS would refuse
 */
async function planSync(spec, context) {
    const { changes, own } = await survey(spec, context);
    context.lifetime.soft.throwIfAborted();
    const problems = changes.map(({ problem }) => problem).filter((problem) => problem !== undefined);
    const empty = spec.desired.every(desired_desired/* isBlank */.z3);
    if (spec.prune !== undefined && own === undefined && !empty) {
        problems.push('`prune` needs to list what there is, and the role may not call secretsmanager:ListSecrets');
    }
    if (problems.length > 0)
        throw impossible(problems);
    const isWanted = new Set(spec.desired.map(({ name }) => name));
    const surplus = (own ?? []).filter((actual) => !isWanted.has(actual.name) && isPrunable(actual, spec.policy));
    // A source without one value is more likely a job that is not given its secrets than a repository that has none left.
    const prunes = spec.prune === undefined || empty ? [] : await surplusOf(surplus, spec, context);
    context.lifetime.soft.throwIfAborted();
    prunes.sort((one, other) => (one.name < other.name ? -1 : 1));
    const pruneRefused = pruneRefusal([...changes, ...prunes], spec);
    const told = prunes.map((each) => (each.action === 'prune' ? { ...each, because: pruneRefused } : each));
    return { changes: [...changes, ...told], pruneRefused };
}
/**
 * What is to be done with each secret of ours that the source has no more. A list lags: it may show what an earlier run has deleted,
 * which must not count towards any limit, so each is asked.
 */
async function surplusOf(listed, { policy }, context) {
    const limit = (0,p_limit/* default */.A)(READERS);
    const look = async (actual) => {
        try {
            const now = await describeSecret(actual.arn, context);
            return now !== undefined && isPrunable(now, policy) ? [pruneOf(now, policy)] : [];
        }
        catch (error) {
            return [
                {
                    ...pruneOf(actual, policy),
                    action: 'refuse',
                    because: `looking at it failed: ${reasonOf(error)}`,
                    unseen: true,
                },
            ];
        }
    };
    return (await Promise.all(listed.map((actual) => limit(() => look(actual))))).flat();
}
async function survey(spec, context) {
    // Where there is nothing to write there is nothing to look at.
    const look = spec.policy.mode === 'json' || spec.desired.every(desired_desired/* isBlank */.z3) ? surveyEach : surveyMany;
    try {
        return await look(spec.desired, spec.policy, { ...context, mustList: spec.prune !== undefined });
    }
    catch (cause) {
        throw unreadable(cause, context);
    }
}
function unreadable(cause, { lifetime }) {
    lifetime.soft.throwIfAborted();
    return (0,failures/* awsFailure */.MT)('sync-failed', 'Looking at the secrets', {
        remedy: 'Nothing was written. Check `aws-region`, the role’s rights, and that the runner reaches Secrets Manager; then run the job again.',
        cause,
    });
}
/** What cannot be done is told before anything is done. */
function impossible(problems) {
    const message = ['The secrets cannot be synced:', ...problems.map((problem) => `- ${problem}`)].join('\n');
    return new errors/* ActionError */.lZ('sync-impossible', message, {
        remedy: 'Correct them all and run the job again. Nothing was written.',
    });
}
/** Why nothing is deleted beside a failure. */
const NOT_AFTER_FAILURE = 'not deleted, since another secret failed';
function pruneRefusal(changes, spec) {
    const limit = spec.prune?.limit ?? 0;
    const count = changes.filter(({ action }) => action === 'prune').length;
    if (count > limit)
        return `\`prune\` would delete ${count}, and \`prune-limit\` is ${limit}: none is deleted`;
    return count > 0 && changes.some(({ action }) => action === 'refuse') ? NOT_AFTER_FAILURE : undefined;
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/DeleteSecretCommand.js


class DeleteSecretCommand extends command(_ep0, _mw0, "DeleteSecret", schemas_0/* DeleteSecret$ */.uV) {
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/ReplicateSecretToRegionsCommand.js


class ReplicateSecretToRegionsCommand extends command(_ep0, _mw0, "ReplicateSecretToRegions", schemas_0/* ReplicateSecretToRegions$ */.s8) {
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/RemoveRegionsFromReplicationCommand.js


class RemoveRegionsFromReplicationCommand extends command(_ep0, _mw0, "RemoveRegionsFromReplication", schemas_0/* RemoveRegionsFromReplication$ */.yQ) {
}

;// CONCATENATED MODULE: ./build/secrets/apply/replication.js





const REPLICATION_BACKOFF = { firstMs: 500, maxMs: 5_000 };
/** AWS names no limit; a copy usually takes seconds. */
const REPLICATION_WAIT_MS = 120_000;
/** Regions as AWS's calls take them. */
function awsRegions(replicas) {
    return replicas.map(({ region, kmsKeyId }) => ({
        Region: region,
        ...(kmsKeyId === undefined ? {} : { KmsKeyId: kmsKeyId }),
    }));
}
/** Asks for copies, which AWS makes in its own time. */
async function replicate(arn, replicas, context) {
    const { ask, secretsManager } = context;
    const command = new ReplicateSecretToRegionsCommand({ SecretId: arn, AddReplicaRegions: awsRegions(replicas) });
    try {
        await ask(() => secretsManager.send(command));
    }
    catch (error) {
        // A call whose answer was lost is refused the second time: the copies are asked for already.
        const asked = (0,failures/* isFailure */.N6)(error, 'InvalidParameter') && (await hasBegun(arn, replicas, context));
        if (!asked)
            throw failureOf('ReplicateSecretToRegions', error);
    }
}
async function hasBegun(arn, replicas, context) {
    const actual = await step('DescribeSecret', () => describeSecret(arn, context));
    return replicas.every(({ region }) => actual?.replicas?.some((replica) => replica.region === region && replica.status !== 'Failed'));
}
/**
 * Waits until a secret has its copies.
 * @throws ItemFailure with what AWS says of a region in which that failed
 */
async function awaitReplicas(arn, desired, context) {
    await pollSecret(arn, context, (actual) => {
        const statuses = desired.map(({ region }) => statusIn(actual, region));
        const failed = statuses.filter(({ status }) => status === 'Failed');
        if (failed.length > 0) {
            const why = failed.map(({ region, message }) => `${region}: ${message || 'AWS gives no reason'}`);
            throw new ItemFailure(`replication failed in ${why.join('; ')}`);
        }
        const open = statuses.filter(({ status }) => status !== 'InSync').map(({ region }) => region);
        return open.length === 0 ? undefined : `replication to ${open.join(', ')} is not done`;
    });
}
/** Deletes a secret's copies, which AWS does in its own time. */
async function removeReplicas(arn, regions, context) {
    const { ask, secretsManager } = context;
    const command = new RemoveRegionsFromReplicationCommand({ SecretId: arn, RemoveReplicaRegions: [...regions] });
    await step('RemoveRegionsFromReplication', () => ask(() => secretsManager.send(command)));
    await pollSecret(arn, context, (actual) => {
        const left = (actual?.replicas ?? []).map(({ region }) => region);
        return left.length === 0 ? undefined : `its replicas in ${left.join(', ')} are not gone`;
    });
}
/** Looks at a secret again and again until nothing is open. @param open what still is, as a sentence; it may throw */
async function pollSecret(arn, context, open) {
    const attempt = async () => {
        const still = open(await step('DescribeSecret', () => describeSecret(arn, context)));
        if (still === undefined)
            return (0,poll/* done */.Vw)(undefined);
        return (0,poll/* again */.TG)(() => {
            throw new ItemFailure(`${still} after ${REPLICATION_WAIT_MS / 1000} s`);
        });
    };
    await (0,poll/* poll */.wt)(attempt, { backoff: REPLICATION_BACKOFF, withinMs: REPLICATION_WAIT_MS }, context);
}
function statusIn(actual, region) {
    return actual?.replicas?.find((each) => each.region === region) ?? { region, status: 'InProgress', message: '' };
}

;// CONCATENATED MODULE: ./build/secrets/apply/prune.js






/**
 * Deletes a secret of ours that the source has no more, after a last look at whose it is; copies in other regions first, since AWS
 * refuses to delete a secret that has some.
 * @returns whether it was there to be deleted
 * @throws ItemFailure
 */
async function prune(arn, by, context) {
    const { ask, secretsManager } = context;
    const actual = await step('DescribeSecret', () => describeSecret(arn, context));
    if (actual === undefined || !isPrunable(actual, by.policy))
        return false;
    const { because } = pruneOf(actual, by.policy);
    if (because !== undefined)
        throw new ItemFailure(because);
    const regions = (actual.replicas ?? []).map(({ region }) => region);
    if (regions.length > 0)
        await removeReplicas(arn, regions, context);
    const how = 'force' in by.deletion
        ? { ForceDeleteWithoutRecovery: true }
        : { RecoveryWindowInDays: by.deletion.recoveryWindowDays };
    try {
        await ask(() => secretsManager.send(new DeleteSecretCommand({ SecretId: arn, ...how })));
    }
    catch (error) {
        // A delete whose answer was lost is refused the second time.
        const gone = (0,failures/* isFailure */.N6)(error, 'ResourceNotFound', 'InvalidRequest') && (await isDeleted(arn, context));
        if (!gone)
            throw withoutCopies(failureOf('DeleteSecret', error), actual, regions.length > 0);
    }
    return true;
}
/** Its copies are gone already, and that must be told though it is still there itself. */
function withoutCopies(failure, { versionId = '' }, removed) {
    if (removed && failure instanceof ItemFailure)
        failure.written = { versionId };
    return failure;
}
async function isDeleted(arn, context) {
    const actual = await step('DescribeSecret', () => describeSecret(arn, context));
    return actual === undefined || actual.deleted;
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/RestoreSecretCommand.js


class RestoreSecretCommand extends command(_ep0, _mw0, "RestoreSecret", schemas_0/* RestoreSecret$ */.NZ) {
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/TagResourceCommand.js


class TagResourceCommand extends command(_ep0, _mw0, "TagResource", schemas_0/* TagResource$ */.Jq) {
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/UpdateSecretCommand.js


class UpdateSecretCommand extends command(_ep0, _mw0, "UpdateSecret", schemas_0/* UpdateSecret$ */.OM) {
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/CreateSecretCommand.js


class CreateSecretCommand extends command(_ep0, _mw0, "CreateSecret", schemas_0/* CreateSecret$ */.Vr) {
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/PutSecretValueCommand.js


class PutSecretValueCommand extends command(_ep0, _mw0, "PutSecretValue", schemas_0/* PutSecretValue$ */.bp) {
}

;// CONCATENATED MODULE: ./build/secrets/apply/version.js





/** So often may AWSCURRENT have been rolled back to one and the same version since that version was made. */
const MAX_SPENT_TOKENS = 8;
/**
 * The id that a version made on top of `base` gets: never derived from a value. Whoever writes on the same base asks for the
 * same id, and AWS gives it to one of them only.
 * @param spent how many such ids were found used up, AWSCURRENT having been rolled back to `base` since
 */
function versionToken(secret, base, spent) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update([secret, base, spent].join('\n')).digest('hex');
    return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}
/**
 * Makes `text` the current version, unless another writer of this kind has already written on `base`. An answer that is lost and
 * asked for again makes no second version.
 * @returns the new version's id; `undefined` when somebody else has written since
 */
async function writeVersion(secret, context) {
    const { arn, base = '', text } = secret;
    for (let spent = 0; spent < MAX_SPENT_TOKENS; spent++) {
        const written = await put({ arn, text, token: versionToken(arn, base, spent) }, context);
        if (written !== undefined)
            return written;
        // The id is taken: by a writer on the same base just now, or by one before AWSCURRENT was rolled back to this base.
        const described = await step('DescribeSecret', () => describeSecret(arn, context));
        if ((described?.versionId ?? '') !== base)
            return undefined;
    }
    return undefined;
}
/** The version's id when it is current now; `undefined` when that id has been used before. */
async function put({ arn, text, token }, { secretsManager, ask }) {
    const command = new PutSecretValueCommand({ SecretId: arn, SecretString: text, ClientRequestToken: token });
    try {
        const { VersionId, VersionStages = [] } = await ask(() => secretsManager.send(command));
        // An old version with the same text: AWS says yes and changes nothing.
        return VersionStages.includes('AWSCURRENT') ? VersionId : undefined;
    }
    catch (error) {
        if ((0,failures/* isFailure */.N6)(error, 'ResourceExists'))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/secrets/apply/create.js







/** A name is free again some seconds after its secret was deleted for good (reference: secrets.md §0.3). */
const NAME_BACKOFF = { firstMs: 500, maxMs: 4_000 };
const NAME_WAIT_MS = 60_000;
/** Creates a secret. A name that is still being deleted is waited for. @throws ItemFailure */
async function create(change, { policy, context, done }) {
    const command = new CreateSecretCommand({
        Name: change.name,
        SecretString: change.next,
        ClientRequestToken: versionToken(`${policy.owner}\n${change.name}`, '', 0),
        Tags: awsTags(change.tags),
        ...(policy.description === undefined ? {} : { Description: policy.description }),
        ...(policy.kmsKeyId === undefined ? {} : { KmsKeyId: policy.kmsKeyId }),
        ...(change.replicas.length === 0 ? {} : { AddReplicaRegions: awsRegions(change.replicas) }),
    });
    const attempt = async () => {
        try {
            const { ARN = '', VersionId } = await context.ask(() => context.secretsManager.send(command));
            done.wrote = true;
            return (0,poll/* done */.Vw)({ change, arn: ARN, versionId: VersionId });
        }
        catch (error) {
            if ((0,failures/* isFailure */.N6)(error, 'ResourceExists'))
                return (0,poll/* done */.Vw)(undefined);
            if (!(0,failures/* isFailure */.N6)(error, 'InvalidRequest'))
                throw failureOf('CreateSecret', error);
            // Scheduled for deletion: one that can be restored is planned anew, one deleted for good will soon be gone.
            const actual = await step('DescribeSecret', () => describeSecret(change.name, context));
            if (actual !== undefined)
                return (0,poll/* done */.Vw)(undefined);
            return (0,poll/* again */.TG)(() => {
                throw failureOf('CreateSecret', error);
            });
        }
    };
    return (0,poll/* poll */.wt)(attempt, { backoff: NAME_BACKOFF, withinMs: NAME_WAIT_MS }, context);
}
/** One that was deleted for good cannot be restored, and can be seen for some seconds still. @throws ItemFailure of `refusal` */
async function awaitGone(name, refusal, context) {
    const attempt = async () => {
        const actual = await step('DescribeSecret', () => describeSecret(name, context));
        if (actual === undefined || !actual.deleted)
            return (0,poll/* done */.Vw)(undefined);
        return (0,poll/* again */.TG)(() => {
            throw failureOf('RestoreSecret', refusal);
        });
    };
    await (0,poll/* poll */.wt)(attempt, { backoff: NAME_BACKOFF, withinMs: NAME_WAIT_MS }, context);
}
/** Tags as AWS's calls take them. */
function awsTags(tags) {
    return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

;// CONCATENATED MODULE: ./build/secrets/apply/write.js









/**
 * Does what one change says: restore, then create or update, then tags, then replicas. When somebody else writes the secret meanwhile,
 * it is planned anew, once.
 * @throws ItemFailure
 */
async function write(change, policy, context) {
    const work = {
        policy,
        context,
        done: { wrote: false, restored: false, versionId: change.actual?.versionId ?? '' },
    };
    try {
        const first = await fresh(change, work);
        const written = (await attempt(first, work)) ?? (await attempt(await replanned(change, work), work));
        if (written === undefined)
            throw new ItemFailure('others are writing this secret at the same time (conflict)');
        return { ...(work.done.restored ? restored(written) : written), wrote: work.done.wrote };
    }
    catch (error) {
        if (work.done.wrote && error instanceof ItemFailure)
            error.written = { versionId: work.done.versionId };
        throw error;
    }
}
/**
 * Where many secrets are written, minutes may lie between the look at one and its turn, and a list may have told of it that lags by
 * minutes more: whose it is, and whether it may be written, is asked of the secret itself again.
 */
async function fresh(change, work) {
    const { policy, context } = work;
    const { actual } = change;
    if (actual === undefined || policy.mode === 'json')
        return change;
    const described = await step('DescribeSecret', () => describeSecret(actual.arn, context));
    if (change.action === 'restore' && described?.deleted && isOwn(described, policy))
        return change;
    const again = described && refreshed(change, described, policy);
    return again === undefined ? replanned(change, work) : feasible(again);
}
async function replanned({ desired, name }, { policy, context }) {
    if (desired === undefined)
        throw new ItemFailure('nothing is wanted of it');
    const actual = await step('DescribeSecret', () => readSecret(name, context));
    if (actual !== undefined && isOwn(actual, policy))
        maskValue(actual.value, context.mask);
    return feasible(changeOf(desired, actual, policy));
}
/** What the plan could not see, since the secret was another then, is seen before it is written. */
function feasible(change) {
    if (change.problem !== undefined)
        throw new ItemFailure(change.problem);
    return change;
}
/** @returns `undefined` when somebody else was faster */
async function attempt(change, work) {
    switch (change.action) {
        case 'create':
            return create(change, work);
        case 'restore':
            return restore(change, work);
        case 'update':
        case 'adopt':
            return update(change, work);
        case 'unchanged':
            return { change, arn: change.actual?.arn ?? '', versionId: change.actual?.versionId };
        case 'refuse':
        case 'skip':
        case 'prune':
            throw new ItemFailure(change.because ?? 'it cannot be written');
    }
}
async function restore(change, work) {
    const { context, done } = work;
    const command = new RestoreSecretCommand({ SecretId: change.actual?.arn ?? change.name });
    try {
        await context.ask(() => context.secretsManager.send(command));
        Object.assign(done, { wrote: true, restored: true });
    }
    catch (error) {
        if (!(0,failures/* isFailure */.N6)(error, 'InvalidRequest', 'ResourceNotFound'))
            throw failureOf('RestoreSecret', error);
        await awaitGone(change.name, error, context);
    }
    const rest = await replanned(change, work);
    if (rest.action === 'restore')
        throw new ItemFailure('it is still scheduled for deletion after RestoreSecret');
    return attempt(rest, work);
}
/** One that came back counts as restored, whatever else was done to it. */
function restored(written) {
    return { ...written, change: { ...written.change, action: 'restore' } };
}
async function update(change, { policy, context, done }) {
    const { what, next, actual } = change;
    const { ask, secretsManager } = context;
    const arn = actual?.arn ?? change.name;
    let versionId = actual?.versionId;
    if (what.includes('description') || what.includes('kms-key')) {
        await updateMetadata(arn, what, { policy, context });
        done.wrote = true;
    }
    if (next !== undefined) {
        const secret = { arn, base: versionId, text: next };
        versionId = await step('PutSecretValue', () => writeVersion(secret, context));
        if (versionId === undefined)
            return undefined;
        Object.assign(done, { wrote: true, versionId });
    }
    if (what.includes('tags')) {
        const command = new TagResourceCommand({ SecretId: arn, Tags: awsTags(change.tags) });
        await step('TagResource', () => ask(() => secretsManager.send(command)));
        done.wrote = true;
    }
    if (what.includes('replicas')) {
        await replicate(arn, change.replicas, context);
        done.wrote = true;
    }
    return { change, arn, versionId };
}
async function updateMetadata(arn, what, { policy, context }) {
    const command = new UpdateSecretCommand({
        SecretId: arn,
        ...(what.includes('description') ? { Description: policy.description } : {}),
        ...(what.includes('kms-key') ? { KmsKeyId: policy.kmsKeyId } : {}),
    });
    await step('UpdateSecret', () => context.ask(() => context.secretsManager.send(command)));
}

;// CONCATENATED MODULE: ./build/secrets/apply/apply.js






/**
 * Does what the plan says. Secrets are independent: one that fails stops no other, but every delete.
 * @returns what became of each, in the plan's order
 */
async function applySync(plan, spec, context) {
    const limit = (0,p_limit/* default */.A)(spec.writers);
    const writes = plan.changes.filter(({ action }) => action !== 'prune');
    const written = await Promise.all(writes.map((change) => limit(() => outcome(change, () => writeOne(change, spec, context)))));
    const replicated = await Promise.all(written.map((result) => limit(() => copied(result, spec, context))));
    const prunes = plan.changes.filter(({ action }) => action === 'prune');
    const held = plan.pruneRefused ?? (replicated.some(({ failure }) => failure !== undefined) ? NOT_AFTER_FAILURE : undefined);
    const pruned = prunes.map((change) => limit(() => outcome(change, () => pruneOne(change, held, { spec, context }))));
    return [...replicated, ...(await Promise.all(pruned))];
}
async function outcome(change, act) {
    try {
        return await act();
    }
    catch (error) {
        const written = error instanceof ItemFailure && error.written !== undefined ? { ...error.written, wrote: true } : {};
        return { ...blankResult(change), failure: reasonOf(error), ...written };
    }
}
function blankResult({ name, action, actual }) {
    return {
        name,
        action,
        failure: undefined,
        arn: actual?.arn ?? '',
        versionId: actual?.versionId ?? '',
        copying: false,
        wrote: false,
    };
}
async function writeOne(change, { policy }, context) {
    if (change.action === 'refuse')
        throw new ItemFailure(change.because ?? 'it must not be written');
    if (change.action === 'skip')
        return blankResult(change);
    if (change.action === 'unchanged')
        return { ...blankResult(change), copying: isCopying(change, policy) };
    const written = await write(change, policy, context);
    return {
        name: change.name,
        action: written.change.action,
        failure: undefined,
        arn: written.arn,
        versionId: written.versionId ?? '',
        wrote: written.wrote,
        copying: written.change.replicas.length > 0 || isCopying(written.change, policy),
    };
}
/** True where an earlier run has asked for copies that are not there yet. */
function isCopying({ actual }, { replicas }) {
    return replicas.some(({ region }) => actual?.replicas?.some((replica) => replica.region === region && replica.status !== 'InSync'));
}
/** Waits for the copies of a secret. */
async function copied(result, spec, context) {
    if (!result.copying)
        return result;
    try {
        await awaitReplicas(result.arn, spec.policy.replicas, context);
        return result;
    }
    catch (error) {
        return { ...result, failure: reasonOf(error) };
    }
}
async function pruneOne(change, held, { spec, context }) {
    if (held !== undefined || spec.prune === undefined)
        throw new ItemFailure(held ?? 'not asked for');
    const { deletion } = spec.prune;
    const was = await prune(change.actual?.arn ?? change.name, { policy: spec.policy, deletion }, context);
    return { ...blankResult(change), action: was ? 'prune' : 'unchanged', wrote: was };
}

// EXTERNAL MODULE: ./build/secrets/desired/secret-name.js
var secret_name = __webpack_require__(7263);
// EXTERNAL MODULE: ./build/secrets/spec.js
var secrets_spec = __webpack_require__(8651);
;// CONCATENATED MODULE: ./build/job/sync-secrets.js










/** Reasons told one by one; of more only how many. */
const MAX_TOLD = 50;
/**
 * Syncs as the inputs say: looks, tells the plan, and with `apply` carries it out and tells what became of it.
 * @throws ActionError `sync-impossible`, `sync-failed`, `sync-incomplete`, `sync-differs`
 */
async function syncSecrets(inputs, around) {
    const { step } = around;
    for (const notice of inputs.notices)
        step.log.notice(notice);
    for (const warning of inputs.warnings)
        step.log.warning(warning);
    const { spec, problems } = (0,secrets_spec/* syncSpec */.l)(inputs.request, {
        ...around.run,
        jobEnvironment: around.principal.jobEnvironment,
    });
    if (problems.length > 0)
        throw impossible(problems);
    if (spec.desired.every(desired_desired/* isBlank */.z3)) {
        step.log.warning('Nothing that is taken from the source has a value: nothing is written, and nothing pruned. Has the job its `environment:`, and a reusable workflow `secrets: inherit`? See docs/secret-sync.md, “Partial views”.');
    }
    warnOfNames(spec, step);
    const context = { ...(await secretsContext(around)), notice: step.log.notice };
    const plan = await planSync(spec, context);
    (0,sync_report/* logPlan */.uH)(plan, spec.policy.owner);
    if (inputs.when === 'plan')
        await tellPlan(plan, { inputs, spec, around });
    else
        await carryOut(plan, { spec, around, context });
}
/** AWS advises against such names: a look-up by part of an ARN may meet them by mistake. This action always gives the whole. */
function warnOfNames({ desired }, step) {
    const [first, ...others] = desired.map(({ name }) => name).filter(secret_name/* looksLikeArn */.Nl);
    if (first === undefined)
        return;
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    step.log.notice(`AWS advises against names that end in a hyphen and six characters, as ARNs of secrets do: ${first}${more}.`);
}
async function secretsContext({ step, context, principal }) {
    return {
        ...context,
        secretsManager: await (0,clients/* secretsManagerClient */.s0)(context, principal.credentials),
        ask: retryFirstDenial(context),
        mask: step.mask,
    };
}
async function tellPlan(plan, { inputs, spec, around }) {
    const would = plan.changes.map(({ name, action, actual }) => ({
        name,
        action,
        failure: action === 'prune' ? plan.pruneRefused : undefined,
        wrote: sync_report/* WRITING_ACTIONS */.Np.includes(action) && (action !== 'prune' || plan.pruneRefused === undefined),
        arn: actual?.arn ?? '',
        versionId: actual?.versionId ?? '',
    }));
    (0,sync_report/* setSyncOutputs */.qN)(around.prefix, { plan, results: would, mode: spec.policy.mode });
    const told = (0,sync_report/* changeRows */.QP)(plan);
    await (0,summary/* summariseSync */.SQ)('Plan of the secret sync', told.map((each) => ({ ...each, result: 'only planned' })));
    const unseen = plan.changes.filter((change) => change.unseen);
    if (unseen.length > 0)
        throw syncIncomplete('Could not be looked at', unseen.map(failureIn), plan.changes.length);
    const differing = told.filter(({ action }) => action !== 'skip');
    if (inputs.failOnDiff && differing.length > 0)
        throw sync_secrets_differs(differing, plan);
}
function failureIn({ name, because = '' }) {
    return { name, failure: (0,sync_report/* oneLine */.TN)(because) };
}
function sync_secrets_differs(differing, plan) {
    const count = (of) => differing.filter(({ action }) => of(action)).length;
    const held = plan.pruneRefused === undefined ? 0 : count((action) => action === 'prune');
    const refused = count((action) => action === 'refuse');
    const sentences = [
        'Look at the plan above.',
        ...(differing.length > refused + held ? ['A run with `sync: apply` would write what is planned.'] : []),
        ...(refused > 0 ? ['What is refused here would be refused there too; the reason stands behind it.'] : []),
        ...(held > 0 ? ['Nothing would be deleted; the reason stands behind it.'] : []),
    ];
    const message = `AWS differs from the source in ${differing.length} of ${plan.changes.length} secrets`;
    return new errors/* ActionError */.lZ('sync-differs', message, { remedy: sentences.join(' ') });
}
async function carryOut(plan, { spec, around, context }) {
    const ends = await applySync(plan, spec, context);
    const results = ends.map((each) => ({ ...each, failure: each.failure && (0,sync_report/* oneLine */.TN)(each.failure) }));
    (0,sync_report/* setSyncOutputs */.qN)(around.prefix, { plan, results, mode: spec.policy.mode });
    const failed = results.flatMap(({ name, failure }) => (failure === undefined ? [] : [{ name, failure }]));
    const byName = new Map(results.map((result) => [result.name, result]));
    const rows = (0,sync_report/* changeRows */.QP)(plan).map((told) => ({ ...told, result: endOf(byName.get(told.name), told) }));
    await (0,summary/* summariseSync */.SQ)(failed.length === 0 ? 'Secrets synced' : 'Secrets NOT fully synced', rows);
    const counts = Object.entries((0,sync_report/* counted */.hS)(results)).filter(([, count]) => count > 0);
    around.step.log.info(`Secrets: ${counts.map(([name, count]) => `${count} ${name}`).join(', ') || 'none'}.`);
    context.lifetime.soft.throwIfAborted();
    if (failed.length > 0)
        throw syncIncomplete('Not as it should be', failed, results.length);
}
function endOf(result, { what }) {
    if (result?.failure !== undefined)
        return result.failure === what ? 'failed' : result.failure;
    return result?.action === 'skip' ? 'left' : result?.action === 'unchanged' ? 'was done already' : 'done';
}
/** Failures with the same reason in one line, and for each kind of reason what to do. */
function syncIncomplete(what, failed, all) {
    const byReason = [...Map.groupBy(failed, ({ failure }) => kindOf(failure))];
    const lines = byReason
        .slice(0, MAX_TOLD)
        .map(([reason, same]) => `- ${namesOf(same)}: ${same.length === 1 ? same[0]?.failure : reason}`);
    const more = byReason.length > MAX_TOLD ? [`- and ${byReason.length - MAX_TOLD} more reasons`] : [];
    const known = ADVICE.filter(([reason]) => failed.some(({ failure }) => reason.test(failure)));
    const advice = known.map(([, each]) => each);
    const isAll = failed.every(({ failure }) => known.some(([reason]) => reason.test(failure)));
    return new errors/* ActionError */.lZ('sync-incomplete', [`${what}: ${failed.length} of ${all} secrets:`, ...lines, ...more].join('\n'), {
        remedy: [
            ...advice,
            ...(isAll ? [] : [OTHERWISE]),
            'Then run the job again; what is done already is not done twice.',
        ].join('\n'),
    });
}
/** A reason without what differs between two refusals of the same kind: the resource, and the request's id. */
function kindOf(failure) {
    return failure.replace(/ \(request [\w-]+\)/, '').replace(/on resource: \S+/, 'on resource: …');
}
const OTHERWISE = 'Correct what stands behind the names.';
const MAX_NAMES = 10;
function namesOf(failed) {
    const shown = failed.slice(0, MAX_NAMES).map(({ name }) => name);
    const more = failed.length - shown.length;
    return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
/** What to do about a reason, by what AWS or this action says in it. */
const ADVICE = [
    [
        /AccessDenied/,
        'Give the role the right that AWS names on these secrets (docs/permissions.md, “Secret sync”); does the policy’s prefix match `name`?',
    ],
    [/`adopt` is/, 'Look at what is there; then let `adopt` take it over, or choose another `name`.'],
    [/`prune-limit`/, 'See whether this job was given all secrets; if it was, raise `prune-limit` for one run.'],
    [/since another secret failed/, 'What was to be deleted is deleted by the run in which nothing fails.'],
];


/***/ })

};

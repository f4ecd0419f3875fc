export const id = 1818;
export const ids = [1818];
export const modules = {

/***/ 4109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ StandardRetryStrategy)
});

// EXTERNAL MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/retry/util-retry/constants.js
var constants = __webpack_require__(2393);
// EXTERNAL MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/retry/util-retry/retries-2026-config.js
var retries_2026_config = __webpack_require__(5320);
;// CONCATENATED MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRetryBackoffStrategy.js


class DefaultRetryBackoffStrategy {
    x = retries_2026_config/* Retry */.f.delay();
    computeNextBackoffDelay(i) {
        const b = Math.random();
        const r = 2;
        const t_i = b * Math.min(this.x * r ** i, constants/* MAXIMUM_RETRY_DELAY */.G8);
        return Math.floor(t_i);
    }
    setDelayBase(delay) {
        this.x = delay;
    }
}

;// CONCATENATED MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRetryToken.js

class DefaultRetryToken {
    delay;
    count;
    cost;
    longPoll;
    $retryLog = {
        acquisitionDelay: 0,
    };
    constructor(delay, count, cost, longPoll) {
        this.delay = delay;
        this.count = count;
        this.cost = cost;
        this.longPoll = longPoll;
    }
    getRetryCount() {
        return this.count;
    }
    getRetryDelay() {
        return Math.min(constants/* MAXIMUM_RETRY_DELAY */.G8, this.delay);
    }
    getRetryCost() {
        return this.cost;
    }
    isLongPoll() {
        return this.longPoll;
    }
}

// EXTERNAL MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/retry/util-retry/config.js
var config = __webpack_require__(1624);
;// CONCATENATED MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/retry/util-retry/StandardRetryStrategy.js





const refusal = {
    incompatible: 1,
    attempts: 2,
    capacity: 3,
};
class StandardRetryStrategy {
    mode = config/* RETRY_MODES */.cm.STANDARD;
    retryBackoffStrategy;
    capacity = constants/* INITIAL_RETRY_TOKENS */.Df;
    maxAttemptsProvider;
    baseDelay;
    constructor(arg1) {
        if (typeof arg1 === "number") {
            this.maxAttemptsProvider = async () => arg1;
        }
        else if (typeof arg1 === "function") {
            this.maxAttemptsProvider = arg1;
        }
        else if (arg1 && typeof arg1 === "object") {
            this.maxAttemptsProvider = async () => arg1.maxAttempts;
            this.baseDelay = arg1.baseDelay;
            this.retryBackoffStrategy = arg1.backoff;
        }
        this.maxAttemptsProvider ??= async () => config/* DEFAULT_MAX_ATTEMPTS */.Gz;
        this.baseDelay ??= retries_2026_config/* Retry */.f.delay();
        this.retryBackoffStrategy ??= new DefaultRetryBackoffStrategy();
    }
    async acquireInitialRetryToken(retryTokenScope) {
        return new DefaultRetryToken(retries_2026_config/* Retry */.f.delay(), 0, undefined, retryTokenScope.includes(":longpoll"));
    }
    async refreshRetryTokenForRetry(token, errorInfo) {
        const maxAttempts = await this.getMaxAttempts();
        const retryCode = this.retryCode(token, errorInfo, maxAttempts);
        const shouldRetry = retryCode === 0;
        const isLongPoll = token.isLongPoll?.();
        if (shouldRetry || isLongPoll) {
            const errorType = errorInfo.errorType;
            this.retryBackoffStrategy.setDelayBase(errorType === "THROTTLING" ? retries_2026_config/* Retry */.f.throttlingDelay() : this.baseDelay);
            const delayFromErrorType = this.retryBackoffStrategy.computeNextBackoffDelay(token.getRetryCount());
            let retryDelay = delayFromErrorType;
            if (errorInfo.retryAfterHint instanceof Date) {
                retryDelay = Math.max(delayFromErrorType, Math.min(errorInfo.retryAfterHint.getTime() - Date.now(), delayFromErrorType + 5_000));
            }
            if (!shouldRetry) {
                const longPollBackoff = retryCode === refusal.capacity && isLongPoll ? retryDelay : 0;
                if (longPollBackoff > 0) {
                    await new Promise((r) => setTimeout(r, longPollBackoff));
                }
            }
            else {
                const capacityCost = this.getCapacityCost(errorType);
                this.capacity -= capacityCost;
                const nextToken = new DefaultRetryToken(0, token.getRetryCount() + 1, capacityCost, token.isLongPoll?.() ?? false);
                await new Promise((r) => setTimeout(r, retryDelay));
                nextToken.$retryLog.acquisitionDelay = retryDelay;
                return nextToken;
            }
        }
        throw new Error("No retry token available");
    }
    recordSuccess(token) {
        this.capacity = Math.min(constants/* INITIAL_RETRY_TOKENS */.Df, this.capacity + (token.getRetryCost() ?? constants/* NO_RETRY_INCREMENT */.XP));
    }
    getCapacity() {
        return this.capacity;
    }
    async maxAttempts() {
        return this.maxAttemptsProvider();
    }
    async getMaxAttempts() {
        try {
            return await this.maxAttemptsProvider();
        }
        catch (ignored) {
            console.warn(`Max attempts provider could not resolve. Using default of ${config/* DEFAULT_MAX_ATTEMPTS */.Gz}`);
            return config/* DEFAULT_MAX_ATTEMPTS */.Gz;
        }
    }
    retryCode(tokenToRenew, errorInfo, maxAttempts) {
        const attempts = tokenToRenew.getRetryCount() + 1;
        const retryableStatus = this.isRetryableError(errorInfo.errorType) ? 0 : refusal.incompatible;
        const attemptStatus = attempts < maxAttempts ? 0 : refusal.attempts;
        const capacityStatus = this.capacity >= this.getCapacityCost(errorInfo.errorType) ? 0 : refusal.capacity;
        return retryableStatus || attemptStatus || capacityStatus;
    }
    getCapacityCost(errorType) {
        return errorType === retries_2026_config/* Retry */.f.modifiedCostType() ? retries_2026_config/* Retry */.f.throttlingCost() : retries_2026_config/* Retry */.f.cost();
    }
    isRetryableError(errorType) {
        return errorType === "THROTTLING" || errorType === "TRANSIENT";
    }
}


/***/ }),

/***/ 1624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gz: () => (/* binding */ DEFAULT_MAX_ATTEMPTS),
/* harmony export */   L0: () => (/* binding */ DEFAULT_RETRY_MODE),
/* harmony export */   cm: () => (/* binding */ RETRY_MODES)
/* harmony export */ });
var RETRY_MODES;
(function (RETRY_MODES) {
    RETRY_MODES["STANDARD"] = "standard";
    RETRY_MODES["ADAPTIVE"] = "adaptive";
})(RETRY_MODES || (RETRY_MODES = {}));
const DEFAULT_MAX_ATTEMPTS = 3;
const DEFAULT_RETRY_MODE = RETRY_MODES.STANDARD;


/***/ }),

/***/ 2393:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ INITIAL_RETRY_TOKENS),
/* harmony export */   G8: () => (/* binding */ MAXIMUM_RETRY_DELAY),
/* harmony export */   XP: () => (/* binding */ NO_RETRY_INCREMENT),
/* harmony export */   l5: () => (/* binding */ INVOCATION_ID_HEADER),
/* harmony export */   ok: () => (/* binding */ REQUEST_HEADER)
/* harmony export */ });
/* unused harmony exports DEFAULT_RETRY_DELAY_BASE, THROTTLING_RETRY_DELAY_BASE, RETRY_COST, TIMEOUT_RETRY_COST */
const DEFAULT_RETRY_DELAY_BASE = 100;
const MAXIMUM_RETRY_DELAY = 20 * 1000;
const THROTTLING_RETRY_DELAY_BASE = 500;
const INITIAL_RETRY_TOKENS = 500;
const RETRY_COST = 5;
const TIMEOUT_RETRY_COST = 10;
const NO_RETRY_INCREMENT = 1;
const INVOCATION_ID_HEADER = "amz-sdk-invocation-id";
const REQUEST_HEADER = "amz-sdk-request";


/***/ }),

/***/ 5320:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ Retry)
/* harmony export */ });
class Retry {
    static v2026 = true;
    static delay() {
        return 50;
    }
    static throttlingDelay() {
        return 1_000;
    }
    static cost() {
        return 14;
    }
    static throttlingCost() {
        return 5;
    }
    static modifiedCostType() {
        return "THROTTLING";
    }
}


/***/ }),

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

/***/ 1818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  issueLease: () => (/* binding */ issueLease)
});

// EXTERNAL MODULE: ./build/aws/clients.js + 2 modules
var clients = __webpack_require__(931);
// EXTERNAL MODULE: ./build/github/state.js
var state = __webpack_require__(6847);
// EXTERNAL MODULE: ./build/identity/connect.js + 1 modules
var connect = __webpack_require__(5518);
// EXTERNAL MODULE: ./build/lease/issue-failures.js
var issue_failures = __webpack_require__(6012);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/waiting/clock.js
var clock = __webpack_require__(5870);
// EXTERNAL MODULE: ./build/lease/alphanumeric-secret.js
var alphanumeric_secret = __webpack_require__(747);
;// CONCATENATED MODULE: ./build/lease/issue-session.js




/** A role's default and least MaxSessionDuration, which STS therefore always grants (AWS: API_Role). */
const ALWAYS_GRANTED_SECONDS = 3600;
/** Temporary credentials from STS (SPEC §5). A `ttl` beyond what AWS allows is shortened and said aloud, never refused. */
async function issueSession(plan, deps) {
    const seconds = Math.min(plan.ttlSeconds, deps.maximumSeconds);
    if (seconds < plan.ttlSeconds)
        deps.notice(`The session lasts ${seconds} s instead of the ${plan.ttlSeconds} s asked for: ${deps.because}.`);
    let durationSeconds = seconds;
    for (let tries = 1;; tries++) {
        const obtained = await obtain(durationSeconds, plan, deps);
        durationSeconds = obtained.durationSeconds;
        const { credentials, arn, accountId } = obtained.session;
        if (!plan.alphanumericSecret || (0,alphanumeric_secret/* isAlphanumeric */.gQ)(credentials.secretAccessKey)) {
            const expiresAt = credentials.expiration ?? (0,clock/* secondsAfter */._I)(deps.now(), durationSeconds);
            return { kind: 'session', arn, accountId, credentials, expiresAt };
        }
        if (tries === alphanumeric_secret/* MAX_TRIES */.N$)
            throw (0,alphanumeric_secret/* specialCharactersRemain */.ms)();
    }
}
async function obtain(durationSeconds, plan, deps) {
    const rest = {
        ...(plan.policy === undefined ? {} : { policy: plan.policy }),
        ...(plan.policyArns.length === 0 ? {} : { policyArns: plan.policyArns }),
    };
    try {
        return { durationSeconds, session: await deps.obtain({ durationSeconds, ...rest }) };
    }
    catch (error) {
        const perhapsTooLong = (0,failures/* isFailure */.N6)(error, 'ValidationError') && durationSeconds > ALWAYS_GRANTED_SECONDS;
        if (!perhapsTooLong)
            throw sessionFailure(error);
        const session = await deps.obtain({ durationSeconds: ALWAYS_GRANTED_SECONDS, ...rest }).catch((again) => {
            throw sessionFailure(again);
        });
        deps.notice(`The session lasts ${ALWAYS_GRANTED_SECONDS} s instead of ${durationSeconds} s: AWS refused the longer one, so the role’s MaxSessionDuration is shorter. Raise it on the role to get more.`);
        return { durationSeconds: ALWAYS_GRANTED_SECONDS, session };
    }
}
function sessionFailure(cause) {
    if (cause instanceof errors/* ActionError */.lZ)
        return cause;
    return (0,failures/* awsFailure */.MT)('assume-role-failed', 'Getting a session from STS', {
        remedy: 'Check `role-to-assume` (it must exist), the session policies, and that the region is enabled in the account.',
        cause,
    });
}

// EXTERNAL MODULE: ./build/lease/user-spec.js + 1 modules
var user_spec = __webpack_require__(1652);
// EXTERNAL MODULE: ./build/waiting/load-behind.js
var load_behind = __webpack_require__(5767);
// EXTERNAL MODULE: ./build/waiting/settle-both.js
var settle_both = __webpack_require__(4933);
// EXTERNAL MODULE: ./build/job/open-identity.js
var open_identity = __webpack_require__(7693);
// EXTERNAL MODULE: ./build/waiting/lifetime.js
var lifetime = __webpack_require__(6385);
// EXTERNAL MODULE: ./build/job/tell-revocation.js + 1 modules
var tell_revocation = __webpack_require__(461);
;// CONCATENATED MODULE: ./build/job/roll-back.js





/** Within the 6 s that a cancelled step has for a rollback, after the calls under way had their 1.5 s. */
const INTERRUPTED_ROLLBACK_MS = 4_000;
const ROLLBACK_MS = 35_000;
/** Takes back what was created; what cannot be taken back now is left to post, which knows it from the state. */
async function rollBack(record, manager, { step, deps }) {
    const { userName } = record;
    const context = { ...deps, lifetime: rollbackLifetime(step) };
    step.log.info(`Rolling back: deleting IAM user ${userName}.`);
    const { revokeUser } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(5304), __webpack_require__.e(7692)]).then(__webpack_require__.bind(__webpack_require__, 5311));
    // No longer a lease to be kept, whatever `revoke` says, should this fail.
    state/* journal */.W8.write(record);
    try {
        const iam = await (0,clients/* iamClient */.LV)(context, manager.credentials);
        const { outcome, failures } = await revokeUser(record, { ...context, iam, probe: undefined });
        if (outcome !== 'incomplete') {
            state/* journal */.W8.write({ ...record, progress: 'gone' });
            step.log.info(`IAM user ${userName} is gone.`);
            (0,tell_revocation/* warnLeftovers */.H2)(userName, failures, step.log);
        }
        else {
            step.log.warning(`IAM user ${userName} may be left (${failures.join('; ')}); post tries again.`);
        }
    }
    catch (error) {
        step.log.warning(`Rolling back failed for IAM user ${userName} (${(0,failures/* explain */.WE)(error)}); post tries again.`);
    }
}
/** The runner, which kills a cancelled step soon, may cancel before the rollback, then short from the start, or in the middle of it. */
function rollbackLifetime({ stopping }) {
    if (stopping.aborted)
        return (0,lifetime/* lifetimeFor */.N)(INTERRUPTED_ROLLBACK_MS);
    const cut = new AbortController();
    const shorten = () => {
        setTimeout(() => cut.abort(stopping.reason), INTERRUPTED_ROLLBACK_MS).unref();
    };
    stopping.addEventListener('abort', shorten, { once: true });
    const signal = AbortSignal.any([(0,lifetime/* lifetimeFor */.N)(ROLLBACK_MS).hard, cut.signal]);
    return { soft: signal, hard: signal };
}

;// CONCATENATED MODULE: ./build/job/issue.js










/** Issues the lease the inputs ask for and hands it over. When either fails or is stopped, nothing of it is left. */
async function issueLease(inputs, context) {
    const { lease: spec } = inputs;
    return spec.kind === 'iam-user' ? issueUserLease(inputs, spec, context) : issueSessionLease(spec, context);
}
async function issueSessionLease(spec, { step, identity, deps, extraWork, handOver }) {
    const { log, clock, lifetime } = step;
    const hop = await (0,connect/* sessionHop */.U8)(identity, deps);
    const [lease] = await (0,settle_both/* settleBoth */.F)(issueSession(spec, { ...hop, notice: log.notice, now: clock.now }), sync());
    lifetime.soft.throwIfAborted();
    (0,issue_failures/* assertAlive */.cZ)(lease.expiresAt, clock.now());
    await handOver(lease);
    return lease;
    /** By the managing identity, whose rights are not narrowed as the lease's may be. */
    async function sync() {
        await extraWork?.(await (0,connect/* connect */.Ng)(identity, deps, connect/* LONG_MANAGING_SECONDS */.uf));
    }
}
async function issueUserLease(inputs, spec, context) {
    const { step, identity, deps, extraWork } = context;
    const { soft } = step.lifetime;
    const connecting = (0,connect/* connect */.Ng)(identity, deps, extraWork && connect/* LONG_MANAGING_SECONDS */.uf);
    const [manager, { issueUser }] = await Promise.all([
        connecting,
        (0,load_behind/* loadBehind */.p)(connecting, () => Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(5304), __webpack_require__.e(9066)]).then(__webpack_require__.bind(__webpack_require__, 9066)), (0,open_identity/* whileConnecting */.KG)(step)),
    ]);
    step.log.info(`Managing identity: ${manager.arn}`);
    const job = { ...context.run, jobEnvironment: manager.jobEnvironment };
    const plan = (0,user_spec/* planUser */.xm)(spec, job, { ...step, outlivesJob: inputs.revocation.when === 'never' });
    const written = recorder();
    try {
        const lease = await issueUser(plan, {
            ...deps,
            iam: await (0,clients/* iamClient */.LV)(deps, manager.credentials),
            accountId: manager.accountId,
            probe: (credentials) => (0,clients/* callerIdentityProbe */.M4)(deps, credentials),
            meanwhile: async () => extraWork?.(manager),
            journal: written.journal,
        });
        soft.throwIfAborted();
        await handOverIssued(lease, written, context);
        return lease;
    }
    catch (error) {
        await rollBackWritten(written, manager, context);
        throw soft.aborted ? soft.reason : error;
    }
}
/** The journal, and the record it was given last. */
function recorder() {
    let latest;
    const write = (record) => {
        latest = record;
        state/* journal */.W8.write(record);
    };
    return { journal: { write }, latest: () => latest };
}
/** Noted before the job has it: a killed main must not leave post in doubt about the guard of a key that is in use. */
async function handOverIssued(lease, written, { step, handOver }) {
    const record = written.latest();
    if (record !== undefined)
        state/* journal */.W8.write({ ...record, progress: 'issued' });
    await handOver(lease);
    step.lifetime.soft.throwIfAborted();
}
async function rollBackWritten(written, manager, { step, deps }) {
    const record = written.latest();
    if (record !== undefined && record.progress !== 'gone')
        await rollBack(record, manager, { step, deps });
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


/***/ }),

/***/ 747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ MAX_TRIES),
/* harmony export */   gQ: () => (/* binding */ isAlphanumeric),
/* harmony export */   ms: () => (/* binding */ specialCharactersRemain)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** A secret's 40 characters are drawn from base 64: seven in ten have a `+` or `/`, so ten tries fail for 4 jobs in 100. */
const MAX_TRIES = 10;
/** True when tools that choke on special characters can take the secret (`special-characters-workaround`). */
function isAlphanumeric(secret) {
    return /^[A-Za-z0-9]+$/.test(secret);
}
/** The error when none of the tries gave a plain secret. */
function specialCharactersRemain() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('special-characters-remain', `AWS gave ${MAX_TRIES} secrets in a row with special characters`, { remedy: 'Run the job again, or do without `special-characters-workaround`.' });
}


/***/ }),

/***/ 6012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ missingPart),
/* harmony export */   SL: () => (/* binding */ creationFailure),
/* harmony export */   Wr: () => (/* binding */ issueFailure),
/* harmony export */   cZ: () => (/* binding */ assertAlive)
/* harmony export */ });
/* harmony import */ var _aws_failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);


/** An error of `CreateUser`: `NoSuchEntity` can only speak of the boundary there. */
function creationFailure(doing, boundaryArn, cause) {
    if (boundaryArn === undefined || !(0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(cause, 'NoSuchEntity'))
        return issueFailure(doing, cause);
    return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-part-missing', `${doing} with the permissions boundary ${boundaryArn}`, {
        remedy: 'Check `permissions-boundary-arn`: the policy must exist in the managing role’s account.',
        cause,
    });
}
/** An IAM error while a user is being made, as one that says what to do. Errors of our own pass unchanged. */
function issueFailure(doing, cause) {
    if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
        return cause;
    if ((0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(cause)) {
        return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-denied', doing, {
            remedy: 'Give the managing role the permissions of docs/permissions.md; if it has them, check the conditions on path, boundary and tags, and your organization’s policies. To use the role’s own rights instead of an IAM user, set `credential-type: session`.',
            cause,
        });
    }
    if ((0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(cause, 'LimitExceeded')) {
        return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-limit-reached', doing, {
            remedy: 'Ask for fewer policies or groups, or delete what the account no longer needs (5,000 users at most).',
            cause,
        });
    }
    return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-failed', doing, { remedy: 'Mend what AWS names and run the job again.', cause });
}
/** As `issueFailure`, for a call whose `NoSuchEntity` speaks of the policy or group it names. */
function missingPart(doing, cause) {
    if (!(0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(cause, 'NoSuchEntity'))
        return issueFailure(doing, cause);
    return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-part-missing', doing, {
        remedy: 'Check `policy-arns` and `iam-groups`: each must exist in the managing role’s account.',
        cause,
    });
}
/** What is done while the lease is made may take longer than it lasts. @throws ActionError `lease-failed` */
function assertAlive(expiresAt, nowMs) {
    if (nowMs < expiresAt.getTime())
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('lease-failed', 'The lease ended before the job could have it', {
        remedy: 'Give it a longer `ttl`: waiting for the key, and a secret sync, take their time of it.',
    });
}


/***/ }),

/***/ 4933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ settleBoth),
/* harmony export */   d: () => (/* binding */ failuresOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/**
 * Two things at once, both to their end, also when one fails: nothing may go on behind a rollback, or after the process has left.
 * @throws what failed; where both did, both as one
 */
async function settleBoth(one, other) {
    const [first, second] = await Promise.allSettled([one, other]);
    if (first.status === 'fulfilled' && second.status === 'fulfilled')
        return [first.value, second.value];
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .joinErrors */ ._h)(failuresOf([first, second]));
}
/** What the rejected ones of settled promises were rejected with. */
function failuresOf(outcomes) {
    return outcomes.filter((outcome) => outcome.status === 'rejected').map((outcome) => outcome.reason);
}


/***/ })

};

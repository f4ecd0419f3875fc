export const id = 7775;
export const ids = [7775];
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

/***/ 7775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assumeWithCredentials: () => (/* binding */ assumeWithCredentials),
  assumeWithToken: () => (/* binding */ assumeWithToken),
  maskedCredentials: () => (/* binding */ maskedCredentials),
  policyParameters: () => (/* binding */ policyParameters)
});

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-sts/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(7800);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-sts/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(5554);
;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-sts/dist-es/commands/AssumeRoleWithWebIdentityCommand.js


class AssumeRoleWithWebIdentityCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "AssumeRoleWithWebIdentity", schemas_0/* AssumeRoleWithWebIdentity$ */.p$) {
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-sts/dist-es/commands/AssumeRoleCommand.js


class AssumeRoleCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "AssumeRole", schemas_0/* AssumeRole$ */.JM) {
}

// EXTERNAL MODULE: ./build/aws/clients.js + 2 modules
var clients = __webpack_require__(931);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/aws/partition.js
var aws_partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/aws/retry-denied.js
var retry_denied = __webpack_require__(8602);
// EXTERNAL MODULE: ./build/waiting/poll.js + 1 modules
var poll = __webpack_require__(5013);
// EXTERNAL MODULE: ./build/identity/oidc.js
var oidc = __webpack_require__(7782);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/identity/trust-denial.js




/** The claims a trust policy is written about. Never the token itself. */
const SHOWN_CLAIMS = ['sub', 'aud', 'repository', 'ref', 'environment', 'job_workflow_ref'];
/** STS refused a token for a role: what the token says, beside the trust policy statement that would let it in. */
function trustDenial(token, roleArn, cause) {
    const claims = (0,oidc/* claimsOf */.d)(token);
    const told = SHOWN_CLAIMS.filter((name) => claims[name] !== undefined).map((name) => `  ${name}: ${claims[name]}`);
    const message = [
        `Assuming ${roleArn} with a web identity token was refused. AWS said ${(0,failures/* describeFailure */.Ic)(cause)}`,
        'The token says:',
        ...told,
    ].join('\n');
    return new errors/* ActionError */.lZ('assume-role-denied', message, {
        remedy: `See that the role exists in that account. This statement in its trust policy would allow it:\n${JSON.stringify(trustStatement(claims, roleArn), null, 2)}`,
        cause,
    });
}
function trustStatement(claims, roleArn) {
    const { partition = 'aws', accountId = 'ACCOUNT_ID' } = (0,aws_partition/* parseArn */.Lw)(roleArn) ?? {};
    const provider = (claims.iss ?? 'https://token.actions.githubusercontent.com').replace(/^https:\/\//, '');
    return {
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${accountId}:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${provider}:aud`]: claims.aud ?? '', [`${provider}:sub`]: claims.sub ?? '' } },
    };
}

;// CONCATENATED MODULE: ./build/identity/assume-role.js








const BACKOFF = { firstMs: 200, maxMs: 5_000 };
/** Assumes a role with a token; every try brings a new one. */
async function assumeWithToken({ roleArn, token, isGitHubs, ...step }, request, deps) {
    let used = '';
    // One try per token: the SDK would send the same one again.
    const client = (0,clients/* stsClient */.Km)(deps, undefined, { maxAttempts: 1 });
    const attempt = async () => {
        const [sts, fresh] = await Promise.all([client, token()]);
        used = fresh;
        const answer = await sts.send(new AssumeRoleWithWebIdentityCommand({ ...common({ ...step, roleArn }, request), WebIdentityToken: fresh }));
        return principal(answer, isGitHubs ? ((0,oidc/* claimsOf */.d)(fresh).environment ?? '') : '', deps);
    };
    return retryAssume(attempt, deps, isTokenFault).catch((error) => {
        if ((0,failures/* isDenied */.GZ)(error) || (0,failures/* isFailure */.N6)(error, 'InvalidIdentityToken'))
            throw trustDenial(used, roleArn, error);
        throw error;
    });
}
/** Faults that a new token, or another try with one, may cure. */
function isTokenFault(error) {
    return (0,failures/* isTransient */.dg)(error) || (0,failures/* isFailure */.N6)(error, 'IDPCommunicationError', 'ExpiredToken');
}
/** Assumes a role with credentials, and with session tags where AWS will have them. */
async function assumeWithCredentials(step, request, deps) {
    const sts = await (0,clients/* stsClient */.Km)(deps, step.by.credentials);
    const externalId = step.externalId === undefined ? {} : { ExternalId: step.externalId };
    const assume = async (tags) => principal(await sts.send(new AssumeRoleCommand({ ...common(step, request), ...externalId, ...tagParameters(tags) })), step.by.jobEnvironment, deps);
    // The SDK retries faults here; only denials are left to us.
    return retryAssume(withFewerTags(assume, step, deps), deps, () => false).catch((error) => {
        if (!(0,failures/* isDenied */.GZ)(error))
            throw error;
        throw (0,failures/* awsFailure */.MT)('assume-role-denied', `Assuming ${step.roleArn}`, {
            remedy: 'The caller needs sts:AssumeRole on the role, and the role’s trust policy must name the caller (and the external id, if `role-external-id` is set).',
            cause: error,
        });
    });
}
/**
 * Session tags are a help, not a condition: too large together with the policies, they are cut down to those that identify the
 * run and then dropped; where `sts:TagSession` may be what is refused, the role is tried without any from then on.
 */
function withFewerTags(assume, step, deps) {
    let tags = step.tags?.tags.length === 0 ? undefined : step.tags;
    let dropped = '';
    return async () => {
        for (;;) {
            try {
                const assumed = await assume(tags);
                if (dropped !== '')
                    deps.notice(`Session tags of ${step.roleArn}: ${dropped}.`);
                return assumed;
            }
            catch (error) {
                const fewer = fewerTags(tags, error);
                if (fewer === undefined)
                    throw error;
                ({ tags, dropped } = fewer);
            }
        }
    };
}
/** What to try after `error`; `undefined` when tags are not to blame. */
function fewerTags(tags, error) {
    const tooLarge = (0,failures/* isFailure */.N6)(error, 'PackedPolicyTooLarge');
    if (tags === undefined || !(tooLarge || (0,failures/* isDenied */.GZ)(error)))
        return undefined;
    const essential = tags.tags.filter(({ droppable }) => !droppable);
    if (tooLarge && essential.length < tags.tags.length) {
        return { tags: { ...tags, tags: essential }, dropped: 'some were dropped, since AWS found them too large' };
    }
    const why = tooLarge ? 'found them too large' : 'refused the call with them (sts:TagSession?)';
    return { tags: undefined, dropped: `none are set, since AWS ${why}` };
}
function tagParameters(tags) {
    if (tags === undefined)
        return {};
    const transitive = tags.transitiveKeys.filter((key) => tags.tags.some((tag) => tag.key === key));
    return {
        Tags: tags.tags.map(({ key, value }) => ({ Key: key, Value: value })),
        ...(transitive.length === 0 ? {} : { TransitiveTagKeys: transitive }),
    };
}
/** Tries again on what `isFault` names, and on denials for as long as a new role may need to be seen. */
function retryAssume(attempt, deps, isFault) {
    const limits = { backoff: BACKOFF, maxAttempts: deps.connection.maxAttempts, isTemporary: isFault };
    return (0,retry_denied/* retryDenied */.M)(() => (0,poll/* retry */.L5)(attempt, limits, deps), deps);
}
function common(step, request) {
    return {
        RoleArn: step.roleArn,
        RoleSessionName: step.sessionName,
        DurationSeconds: request.durationSeconds,
        ...policyParameters(request),
    };
}
/** The parameters that narrow a session; none when nothing does. */
function policyParameters(request) {
    return {
        ...(request.policy === undefined ? {} : { Policy: request.policy }),
        ...(request.policyArns?.length ? { PolicyArns: request.policyArns.map((arn) => ({ arn })) } : {}),
    };
}
function principal(answer, jobEnvironment, deps) {
    const arn = answer.AssumedRoleUser?.Arn ?? '';
    const credentials = maskedCredentials(answer.Credentials, deps);
    return { credentials, arn, accountId: (0,aws_partition/* parseArn */.Lw)(arn)?.accountId ?? '', jobEnvironment };
}
/** STS's credentials as ours, masked before anything else sees them. */
function maskedCredentials(credentials, deps) {
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = credentials ?? {};
    for (const secret of [SecretAccessKey, SessionToken, AccessKeyId])
        if (secret !== '')
            deps.mask(secret);
    return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
        ...(Expiration === undefined ? {} : { expiration: Expiration }),
    };
}


/***/ })

};

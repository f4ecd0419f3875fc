export const id = 544;
export const ids = [544,163];
export const modules = {

/***/ 7825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Km: () => (/* binding */ stsClient),
/* harmony export */   LV: () => (/* binding */ iamClient),
/* harmony export */   M4: () => (/* binding */ callerIdentityProbe),
/* harmony export */   XA: () => (/* binding */ lifetimeOf)
/* harmony export */ });
/* unused harmony export ENDLESS */
/* harmony import */ var _smithy_core_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(729);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6442);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1637);
/* harmony import */ var _partition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1167);




const UNBOUNDED = new AbortController().signal;
/** A lifetime without end, for calls nothing may cut short. */
const ENDLESS = { soft: UNBOUNDED, hard: UNBOUNDED };
/** A lifetime that stops, all at once, `milliseconds` from now. */
function lifetimeOf(milliseconds) {
    const signal = AbortSignal.timeout(milliseconds);
    return { soft: signal, hard: signal };
}
/**
 * The SDK's standard retry: throttling, 5xx and network faults, with full jitter. But for `LimitExceeded`, which it takes for
 * throttling and which is IAM's name for a full quota: no pause will empty that.
 */
function retryStrategy(maxAttempts) {
    const standard = new _smithy_core_retry__WEBPACK_IMPORTED_MODULE_3__.StandardRetryStrategy(maxAttempts);
    return {
        acquireInitialRetryToken: (scope) => standard.acquireInitialRetryToken(scope),
        refreshRetryTokenForRetry: async (token, info) => {
            if ((0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(info.error, 'LimitExceeded'))
                throw info.error;
            return standard.refreshRetryTokenForRetry(token, info);
        },
        recordSuccess: (token) => standard.recordSuccess(token),
    };
}
/** What every client of ours is built with: explicit settings that win over anything in the environment or in `~/.aws`. */
function clientConfig(connection, credentials) {
    return {
        region: connection.region,
        maxAttempts: connection.maxAttempts,
        retryStrategy: retryStrategy(connection.maxAttempts),
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
function bound(client, lifetime) {
    const send = async (command, options = {}) => {
        lifetime.soft.throwIfAborted();
        const answer = client.send(...[command, { ...options, abortSignal: lifetime.hard }]);
        return unlessAborted(Promise.resolve(answer), lifetime.hard);
    };
    return { send: send };
}
function unlessAborted(answer, signal) {
    return new Promise((resolve, reject) => {
        const giveUp = () => reject(signal.reason);
        if (signal.aborted)
            giveUp();
        signal.addEventListener('abort', giveUp, { once: true });
        answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    });
}
/** A regional STS client. Without credentials it can only make the calls that need none. */
async function stsClient(connection, credentials, lifetime) {
    const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(477), __webpack_require__.e(975)]).then(__webpack_require__.t.bind(__webpack_require__, 8975, 19));
    const client = new STSClient({
        ...clientConfig(connection, credentials),
        requestHandler: (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .httpHandler */ .b)({ keepAlive: true }),
        ...(connection.stsEndpoint === undefined ? {} : { endpoint: connection.stsEndpoint }),
    });
    return bound(client, lifetime);
}
/** An IAM client; IAM has one endpoint per partition, whatever the region. */
async function iamClient(connection, credentials, lifetime) {
    const { IAMClient } = await Promise.all(/* import() */[__webpack_require__.e(477), __webpack_require__.e(748)]).then(__webpack_require__.t.bind(__webpack_require__, 6748, 19));
    const custom = connection.iamEndpoint === undefined
        ? {}
        : { endpoint: connection.iamEndpoint, region: (0,_partition_js__WEBPACK_IMPORTED_MODULE_2__/* .iamSigningRegion */ .lA)(connection.region) };
    const client = new IAMClient({
        ...clientConfig(connection, credentials),
        requestHandler: (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .httpHandler */ .b)({ keepAlive: true }),
        ...custom,
    });
    return bound(client, lifetime);
}
/**
 * Asks the job's regional STS who a key belongs to: one try, on a connection of its own. Needs no permission and cannot be
 * denied by a policy, so its answer speaks of the key alone.
 * @returns the ARN behind the key
 */
async function callerIdentityProbe(connection, credentials, lifetime) {
    const { GetCallerIdentityCommand, STSClient } = await Promise.all(/* import() */[__webpack_require__.e(477), __webpack_require__.e(975)]).then(__webpack_require__.t.bind(__webpack_require__, 8975, 19));
    const client = new STSClient({
        ...clientConfig({ ...connection, maxAttempts: 1 }, credentials),
        requestHandler: (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .httpHandler */ .b)({ keepAlive: false }),
        ...(connection.stsEndpoint === undefined ? {} : { endpoint: connection.stsEndpoint }),
    });
    const sts = bound(client, lifetime);
    return async () => (await sts.send(new GetCallerIdentityCommand({}))).Arn ?? '';
}


/***/ }),

/***/ 6442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ failureCode),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   ID: () => (/* binding */ isDefinitiveRefusal),
/* harmony export */   MT: () => (/* binding */ awsFailure),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   xo: () => (/* binding */ whatAwsSaid)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6024);

/** AWS error names whose message repeats the request's parameters or headers; we show only their code. */
const ECHOING = new Set(['ValidationError', 'SignatureDoesNotMatch', 'IncompleteSignature', 'MalformedInput']);
/** AWS's code of an error, by name and never by message text; `instanceof` fails across bundled copies. */
function failureCode(error) {
    return error instanceof Error ? error.name.replace(/Exception$/, '') : 'Unknown';
}
/** True when `error` is AWS's answer with one of these codes (given without the suffix `Exception`). */
function isFailure(error, ...codes) {
    return codes.includes(failureCode(error));
}
const DENIALS = ['AccessDenied', 'AccessDeniedForDependencyError', 'UnauthorizedAccess', 'UnauthorizedOperation'];
/** True when AWS refused for want of permission. */
function isDenied(error) {
    return isFailure(error, ...DENIALS);
}
const THROTTLING = ['Throttling', 'Throttled', 'RequestLimitExceeded', 'TooManyRequests'];
/**
 * True when the call is known not to have been applied: AWS refused the first and only try. After a retry an earlier try may
 * have been applied though its answer was lost.
 */
function isDefinitiveRefusal(error) {
    const { httpStatusCode = 0, attempts = 1 } = error?.$metadata ?? {};
    return attempts === 1 && httpStatusCode >= 400 && httpStatusCode < 500;
}
/** True when a further try may well succeed: throttling, a fault of AWS, or no answer at all. */
function isTransient(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
        return false;
    const status = error?.$metadata?.httpStatusCode;
    return status === undefined || status >= 500 || isFailure(error, ...THROTTLING);
}
/** What AWS said, in one line fit for a log: its code, its sentence unless that repeats parameters, its request id. */
function whatAwsSaid(error) {
    const code = failureCode(error);
    if (!(error instanceof Error))
        return code;
    const requestId = error.$metadata?.requestId;
    const sentence = ECHOING.has(code) ? '' : `: ${error.message.replace(/\s+/g, ' ').trim()}`;
    return `${code}${sentence}${requestId === undefined ? '' : ` (request ${requestId})`}`;
}
/** Wraps an SDK error for the user: `doing` is the sentence's start (“Creating IAM user x”). */
function awsFailure(code, doing, options) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(code, `${doing} failed. AWS said ${whatAwsSaid(options.cause)}`, options);
}


/***/ }),

/***/ 3163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   whoIs: () => (/* binding */ whoIs)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8975);
/* harmony import */ var _aws_clients_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7825);
/* harmony import */ var _aws_failures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6442);



/**
 * Who credentials belong to. Needs no permission.
 * @throws ActionError `no-base-credentials` when AWS does not take them
 */
async function whoIs(credentials, deps) {
    const sts = await (0,_aws_clients_js__WEBPACK_IMPORTED_MODULE_0__/* .stsClient */ .Km)(deps.connection, credentials, deps.lifetime);
    try {
        const { Arn = '', Account = '' } = await sts.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__.GetCallerIdentityCommand({}));
        return { credentials, arn: Arn, accountId: Account };
    }
    catch (cause) {
        throw (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)('no-base-credentials', 'Asking AWS who the given credentials belong to', {
            remedy: 'The credentials must be valid, unexpired, and of the partition `aws-region` lies in.',
            cause,
        });
    }
}


/***/ })

};

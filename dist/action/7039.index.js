export const id = 7039;
export const ids = [7039];
export const modules = {

/***/ 2221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ awsRequestHandler)
/* harmony export */ });
/* harmony import */ var _smithy_core_protocols__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5206);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6301);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6277);



/** Most answers have some kilobytes; a page of users or secrets has some hundred. */
const MAX_BODY_BYTES = 10 * 2 ** 20;
/** Actions whose answer has no body (AWS: API_TagResource of Secrets Manager). */
const WITHOUT_BODY = ['TagResource', 'UntagResource'];
/**
 * The HTTP handler of all SDK clients. It passes on only answers of AWS. The SDK itself accepts any answer with status 200, for example
 * the page of a captive portal, and returns a result without fields.
 * @returns `handle` throws ForeignAnswer, NetworkFault, ProxyRefusal
 */
function awsRequestHandler(settings) {
    const { exchange, destroy } = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .httpClient */ .o)(settings);
    const handle = async (request, options) => {
        const answer = await exchange(request, { ...options, maxBytes: MAX_BODY_BYTES });
        assertAws(request, answer);
        const { status: statusCode, headers, body } = answer;
        return { response: new _smithy_core_protocols__WEBPACK_IMPORTED_MODULE_2__/* .HttpResponse */ .c({ statusCode, headers, body: new Uint8Array(body) }) };
    };
    return {
        metadata: { handlerProtocol: 'http/1.1' },
        handle,
        updateHttpClientConfig: () => undefined,
        httpHandlerConfigs: () => ({}),
        destroy,
    };
}
/** @throws ForeignAnswer */
function assertAws(request, answer) {
    const text = answer.body.toString('utf8');
    const target = request.headers['x-amz-target'];
    // Only for a string: the SDK prints a warning when a JSON body, which is bytes, is converted.
    const action = typeof request.body === 'string' ? new URLSearchParams(request.body).get('Action') : null;
    const isAws = target !== undefined
        ? isJsonAnswer(target, answer, text)
        : action !== null
            ? isQueryAnswer(action, answer, text)
            : isJsonObject(text);
    if (!isAws)
        throw new _faults_js__WEBPACK_IMPORTED_MODULE_0__/* .ForeignAnswer */ .J6(request.hostname, { status: answer.status, type: header(answer, 'content-type') });
}
function header({ headers }, name) {
    return headers[name] ?? '';
}
const isSuccess = ({ status }) => status >= 200 && status < 300;
/** IAM and STS: XML whose root names the action, and a request id (https://docs.aws.amazon.com/IAM/latest/UserGuide/programming.html). */
function isQueryAnswer(action, answer, text) {
    const [, root] = /^\s*(?:<\?xml[^>]*\?>\s*)?<([A-Za-z]+)[\s>/]/.exec(text) ?? [];
    const hasId = header(answer, 'x-amzn-requestid') !== '' || text.includes('<RequestId>');
    // Without a Content-Length, Node does not notice that a body was cut off.
    const isWhole = text.trimEnd().endsWith(`</${root}>`);
    if (!header(answer, 'content-type').includes('xml') || !hasId || !isWhole)
        return false;
    return isSuccess(answer) ? root === `${action}Response` : root === 'ErrorResponse' && answer.status >= 400;
}
/**
 * Secrets Manager: a JSON object, and a request id (https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html).
 * The content type does not count: a page is no JSON object, and moto sends its JSON as text/html.
 */
function isJsonAnswer(target, answer, text) {
    const action = target.split('.').at(-1) ?? '';
    if (header(answer, 'x-amzn-requestid') === '')
        return false;
    if (text === '')
        return isSuccess(answer) && WITHOUT_BODY.includes(action);
    return isJsonObject(text) && (isSuccess(answer) || answer.status >= 400);
}
function isJsonObject(text) {
    try {
        const parsed = JSON.parse(text);
        return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 2545:
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
// EXTERNAL MODULE: ./build/aws/answers.js
var answers = __webpack_require__(2221);
// EXTERNAL MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/transport/httpResponse.js
var httpResponse = __webpack_require__(5206);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/aws/faults.js
var faults = __webpack_require__(6301);
;// CONCATENATED MODULE: ./build/aws/required.js

const required_text = (pattern) => (value) => typeof value === 'string' && pattern.test(value);
// The forms also keep line breaks out of what is printed, exported and written into files.
const keyId = required_text(/^\w{4,128}$/);
const secret = required_text(/^[\w+/=.-]+$/);
const arn = required_text(/^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(?:\d{12}|aws)?:[\x21-\x7E]+$/);
const accountId = required_text(/^\d{12}$/);
const required_name = required_text(/^[\w+=,.@-]{1,128}$/);
const path = required_text(/^\/(?:[\x21-\x7E]*\/)?$/);
const secretName = required_text(/^[^\p{Cc}]{1,512}$/u);
const secretArn = required_text(/^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[^\p{Cc}]+$/u);
const versionId = required_text(/^[^\p{Cc}]{1,64}$/u);
const date = (value) => value instanceof Date && !Number.isNaN(value.getTime());
const list = Array.isArray;
const session = {
    'Credentials.AccessKeyId': keyId,
    'Credentials.SecretAccessKey': secret,
    'Credentials.SessionToken': secret,
    'Credentials.Expiration': date,
};
const assumed = { ...session, 'AssumedRoleUser.Arn': arn };
const user = { 'User.UserName': required_name, 'User.Arn': arn, 'User.Path': path, 'User.CreateDate': date };
const ownSecret = { ARN: secretArn };
/** The fields that the code uses, by action. A path with `[]` checks every member of the list. */
const REQUIRED = {
    AssumeRole: assumed,
    AssumeRoleWithWebIdentity: assumed,
    GetSessionToken: session,
    GetFederationToken: { ...session, 'FederatedUser.Arn': arn },
    GetCallerIdentity: { Arn: arn, Account: accountId },
    CreateUser: { 'User.Arn': arn },
    GetUser: user,
    CreateAccessKey: { 'AccessKey.AccessKeyId': keyId, 'AccessKey.SecretAccessKey': secret },
    ListUsers: { Users: list, 'Users[].UserName': required_name },
    ListAccessKeys: { AccessKeyMetadata: list, 'AccessKeyMetadata[].AccessKeyId': keyId },
    ListAttachedUserPolicies: { AttachedPolicies: list, 'AttachedPolicies[].PolicyArn': arn },
    ListUserPolicies: { PolicyNames: list, 'PolicyNames[]': required_name },
    ListGroupsForUser: { Groups: list, 'Groups[].GroupName': required_name },
    ListMFADevices: { MFADevices: list },
    ListSSHPublicKeys: { SSHPublicKeys: list },
    ListSigningCertificates: { Certificates: list },
    ListServiceSpecificCredentials: { ServiceSpecificCredentials: list },
    CreateSecret: { ...ownSecret, VersionId: versionId },
    PutSecretValue: { ...ownSecret, VersionId: versionId, VersionStages: list },
    DescribeSecret: { ...ownSecret, Name: secretName },
    GetSecretValue: { ...ownSecret, VersionId: versionId },
    ListSecrets: { SecretList: list, 'SecretList[].ARN': secretArn },
    BatchGetSecretValue: { SecretValues: list, 'SecretValues[].ARN': secretArn },
    DeleteSecret: ownSecret,
    RestoreSecret: ownSecret,
    UpdateSecret: ownSecret,
    ReplicateSecretToRegions: ownSecret,
    RemoveRegionsFromReplication: ownSecret,
};
/**
 * Checks that an answer has the fields that the code uses. A missing field is never read as an empty list or as "does not exist".
 * @throws IncompleteAnswer
 */
function assertComplete(action, output) {
    for (const [field, check] of Object.entries(REQUIRED[action] ?? {})) {
        for (const value of valuesAt(output, field))
            if (!check(value))
                throw new faults/* IncompleteAnswer */.Ti(action, field);
    }
}
/** The value at a path such as `User.Arn`; all of them where the path goes through a list (`Users[].UserName`). */
function valuesAt(output, field) {
    const [head = '', ...rest] = field.split('[]');
    const value = head
        .split('.')
        .reduce((at, key) => (key === '' ? at : at?.[key]), output);
    if (rest.length === 0)
        return [value];
    return (Array.isArray(value) ? value : []).flatMap((item) => valuesAt(item, rest.join('[]').replace(/^\./, '')));
}

;// CONCATENATED MODULE: ./build/aws/calls.js



/**
 * Lets the clock learn AWS's time from a client's answers, and refuses answers that lack what we go on to use. Every attempt passes
 * through here.
 */
function observeAttempts(client, { clock }) {
    const { middlewareStack } = client;
    middlewareStack.add((next) => async (input) => {
        const result = await next(input);
        if (httpResponse/* HttpResponse */.c.isInstance(result.response))
            clock.learn(Date.parse(result.response.headers.date ?? ''));
        return result;
    }, { step: 'deserialize', name: 'awsTime', priority: 'low' });
    middlewareStack.add((next, { commandName = '' }) => async (input) => {
        const result = await next(input);
        assertComplete(actionOf(commandName), result.output);
        return result;
    }, { step: 'deserialize', name: 'completeAnswer', priority: 'high' });
}
/** `CreateUserCommand` is the action `CreateUser`. */
function actionOf(commandName) {
    return commandName.replace(/Command$/, '');
}
/**
 * Runs one call with all its attempts and writes one debug line for it: service, action, outcome, attempts, request id, time. Never
 * parameters.
 */
async function tellCall(name, { clock, debug }, call) {
    const began = clock.elapsedMs();
    const tell = (outcome, metadata) => debug(`AWS ${name}: ${outcome}${detailsOf(metadata)}, ${Math.round(clock.elapsedMs() - began)} ms`);
    try {
        const answer = await call();
        const metadata = (0,failures/* metadataOf */.Nk)(answer);
        tell(String(metadata.httpStatusCode ?? 'answered'), metadata);
        return answer;
    }
    catch (error) {
        const metadata = (0,failures/* metadataOf */.Nk)(error);
        const status = metadata.httpStatusCode === undefined ? '' : ` (${metadata.httpStatusCode})`;
        tell(`${(0,failures/* failureCode */.AD)(error)}${status}`, metadata);
        throw error;
    }
}
function detailsOf({ attempts = 1, requestId }) {
    const request = requestId === undefined ? '' : `, request ${requestId}`;
    return `, ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}${request}`;
}

// EXTERNAL MODULE: ./build/aws/partition.js
var partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/aws/retry-faults.js
var retry_faults = __webpack_require__(5140);
;// CONCATENATED MODULE: ./build/aws/clients.js





/** Settings of every client. They are explicit, so nothing in the environment or in `~/.aws` changes them. */
function clientConfig(context, by, { keepAlive }) {
    const { connection, clock, debug } = context;
    return {
        region: connection.region,
        // `sender` retries, for all clients by the same rules.
        maxAttempts: 1,
        useFipsEndpoint: connection.useFipsEndpoint,
        useDualstackEndpoint: connection.useDualstackEndpoint,
        ignoreConfiguredEndpointUrls: true,
        defaultsMode: 'standard',
        systemClockOffset: clock.offsetMs(),
        requestHandler: (0,answers/* awsRequestHandler */.l)({ keepAlive, debug }),
        ...(by === undefined ? {} : { credentials: by }),
    };
}
/**
 * A client's `send` with retries and within the lifetime: no attempt starts after its soft end, and its hard end stops one in flight.
 * `$metadata.attempts` counts all attempts, in answers and in errors.
 */
function sender(client, context, options) {
    const { lifetime } = context;
    observeAttempts(client, context);
    const service = client.constructor.name.replace(/Client$/, '');
    const send = async (command, settings = {}) => {
        lifetime.soft.throwIfAborted();
        let attempts = 0;
        const attempt = async () => {
            attempts++;
            const answer = client.send(...[command, { ...settings, abortSignal: lifetime.hard }]);
            return (0,waiting_lifetime/* unlessAborted */.W)(Promise.resolve(answer), lifetime.hard);
        };
        const call = () => (0,retry_faults/* retryFaults */.A)(attempt, context, options).then(count, (error) => Promise.reject(count(error)));
        const count = (outcome) => {
            const { $metadata } = Object(outcome);
            if ($metadata !== undefined)
                $metadata.attempts = attempts;
            return outcome;
        };
        return tellCall(`${service} ${actionOf(command.constructor.name)}`, context, call);
    };
    return { send: send };
}
/** The retry options for calls with these credentials. */
function faultsOf(credentials) {
    if (credentials === undefined)
        return {};
    return { isSigned: true, isSession: typeof credentials === 'function' || credentials.sessionToken !== undefined };
}
/**
 * A regional STS client.
 * @param credentials without them it can only make the calls that need none
 * @param settings `retries: false`: one attempt a call. `keepAlive: false`: each request on a connection of its own
 */
async function stsClient(context, credentials, settings = {}) {
    const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(2008), __webpack_require__.e(3746), __webpack_require__.e(1416), __webpack_require__.e(9927), __webpack_require__.e(5646)]).then(__webpack_require__.bind(__webpack_require__, 5646));
    const { stsEndpoint: endpoint } = context.connection;
    const { keepAlive = true, retries = context.retries } = settings;
    const client = new STSClient({
        ...clientConfig(context, credentials, { keepAlive }),
        ...(endpoint === undefined ? {} : { endpoint }),
    });
    return sender(client, { ...context, retries }, faultsOf(credentials));
}
/**
 * An IAM client; IAM has one endpoint per partition, whatever the region.
 * @param credentials or where to get them anew when they end
 * @param settings `throttledByCaller`: throttled calls are not tried again here, since the caller slows down for them
 */
async function iamClient(context, credentials, settings = { throttledByCaller: false }) {
    const { IAMClient } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(2008), __webpack_require__.e(3746), __webpack_require__.e(5304), __webpack_require__.e(1416), __webpack_require__.e(1118)]).then(__webpack_require__.bind(__webpack_require__, 1118));
    const { iamEndpoint: endpoint, region } = context.connection;
    const client = new IAMClient({
        ...clientConfig(context, credentials, { keepAlive: true }),
        ...(endpoint === undefined ? {} : { endpoint, region: (0,partition/* iamSigningRegion */.lA)(region) }),
    });
    return sender(client, context, { ...faultsOf(credentials), ...settings });
}
/** A Secrets Manager client of the region. */
async function secretsManagerClient(context, credentials) {
    const { SecretsManagerClient } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(2008), __webpack_require__.e(3746), __webpack_require__.e(5282), __webpack_require__.e(5911), __webpack_require__.e(8271)]).then(__webpack_require__.bind(__webpack_require__, 8271));
    const { secretsManagerEndpoint: endpoint } = context.connection;
    const client = new SecretsManagerClient({
        ...clientConfig(context, credentials, { keepAlive: true }),
        ...(endpoint === undefined ? {} : { endpoint }),
    });
    return sender(client, context, faultsOf(credentials));
}
/**
 * Asks the job's regional STS for the owner of a key: one attempt, on its own connection. The call needs no permission and no policy can
 * deny it, so the answer depends on the key alone.
 * @returns the ARN behind the key
 */
async function callerIdentityProbe(context, credentials) {
    const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(2008), __webpack_require__.e(3746), __webpack_require__.e(1416), __webpack_require__.e(9927), __webpack_require__.e(5646)]).then(__webpack_require__.bind(__webpack_require__, 5646));
    const sts = await stsClient(context, credentials, { keepAlive: false, retries: false });
    return async () => (await sts.send(new GetCallerIdentityCommand({}))).Arn ?? '';
}


/***/ }),

/***/ 3242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ pagesOf),
/* harmony export */   S: () => (/* binding */ allPages)
/* harmony export */ });
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6301);

/**
 * Reads a list page by page.
 * @param action the AWS action, for the error
 * @throws IncompleteAnswer when a page names a marker that was used already, as it would go on for ever
 */
async function* pagesOf(action, read) {
    const used = new Set();
    let marker;
    do {
        const { items, next } = await read(marker);
        yield items;
        if (next !== undefined && used.has(next))
            throw new _faults_js__WEBPACK_IMPORTED_MODULE_0__/* .IncompleteAnswer */ .Ti(action, 'next page: its marker was used before');
        if (next !== undefined)
            used.add(next);
        marker = next;
    } while (marker !== undefined);
}
/** All items of a list. @throws IncompleteAnswer as `pagesOf` */
async function allPages(action, read) {
    const all = [];
    for await (const items of pagesOf(action, read))
        all.push(...items);
    return all;
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

/***/ 5140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ retryFaults)
/* harmony export */ });
/* harmony import */ var _waiting_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5013);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);


const BACKOFF = { firstMs: 100, maxMs: 5_000 };
/**
 * Throttling does not depend on the call itself: IAM's limits are shared by the whole account. So it is limited by time, not by a number
 * of attempts. Forty jobs that start together need this long.
 */
const MAX_THROTTLED_MS = 60_000;
/** Some servers do not know new credentials of STS for some seconds. */
const MAX_UNKNOWN_SESSION_MS = 10_000;
const UNKNOWN_CREDENTIALS = ['InvalidClientTokenId', 'UnrecognizedClient'];
/** Another principal is changing the same user, policy or group; IAM asks to try again. */
const CONCURRENT_CHANGES = ['ConcurrentModification', 'EntityTemporarilyUnmodifiable'];
/** AWS's errors for a request that was signed with a wrong time. From the second attempt on, AWS's time is known. */
const CLOCK_SKEW = [
    'SignatureDoesNotMatch',
    'InvalidSignature',
    'RequestExpired',
    'RequestTimeTooSkewed',
    'RequestInTheFuture',
];
/**
 * Retries a call after temporary failures: throttling, faults of AWS, no answer, answers that are not AWS's. There are pauses with jitter
 * between the attempts. No attempt starts after the lifetime's soft end.
 * @throws the failure of the last attempt
 */
function retryFaults(call, context, options = {}) {
    const { clock, connection, retries } = context;
    const began = clock.elapsedMs();
    const isWithin = (milliseconds) => clock.elapsedMs() - began < milliseconds;
    let faults = 0;
    let skews = 0;
    const isTemporary = (error) => {
        if (!retries)
            return false;
        if ((0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isThrottled */ .B5)(error))
            return options.throttledByCaller !== true && isWithin(MAX_THROTTLED_MS);
        if ((0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, ...UNKNOWN_CREDENTIALS))
            return options.isSession === true && isWithin(MAX_UNKNOWN_SESSION_MS);
        if ((0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, ...CLOCK_SKEW))
            return options.isSigned === true && ++skews === 1 && clock.offsetMs() !== 0;
        faults++;
        const isFault = (0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error) || (0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, ...CONCURRENT_CHANGES) || options.isAlsoTransient?.(error) === true;
        return isFault && faults < connection.maxAttempts;
    };
    return (0,_waiting_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(call, { backoff: BACKOFF, isTemporary }, context);
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
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2488);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);


/** The outputs of `/renew`. */
function setRenewOutputs(renewed) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('lease-id', renewed.leaseId);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('previous-expiration', renewed.before);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('aws-expiration', renewed.after);
}
/** An empty tally. */
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
/**
 * Characters of the output `leases`. The outputs of a job may have 1 MiB, counted in UTF-16
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs).
 */
const MAX_OUTPUT_CHARS = 450_000;
/** The outputs of `/sweep`. @returns how many leases did not fit into `leases`; active ones are left out first */
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
/** Sort order: failures first, then leases that are not active. */
function rank({ state, failure }) {
    return failure === undefined ? 1 + ORDER.indexOf(state) : 0;
}
/** One lease in the output `leases`: names and times only. */
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
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3327);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
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
        (0,_step_js__WEBPACK_IMPORTED_MODULE_1__/* .debugLine */ .IU)(`No job summary: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 7039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  syncSecrets: () => (/* binding */ syncSecrets)
});

// EXTERNAL MODULE: ./build/aws/clients.js + 2 modules
var clients = __webpack_require__(2545);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/one-line.js
var one_line = __webpack_require__(7573);
// EXTERNAL MODULE: ./build/github/reports/summary.js
var summary = __webpack_require__(6950);
;// CONCATENATED MODULE: ./build/github/reports/sync-incomplete.js


/** What the user can do about each kind of reason. */
const ADVICE = {
    'access-denied': 'Give the role the permission that AWS names, on these secrets (docs/permissions.md, “Secret sync”). Check that the policy’s prefix matches `name`.',
    'kms-key': 'Check the KMS key of these secrets: it must be enabled, and the role needs permission to encrypt and decrypt with it.',
    'limit-exceeded': 'Check the limit that AWS names. AWS keeps about 100 versions of a secret in 24 hours: compare the plans of two runs to see whether each run writes the secret.',
    'aws-unavailable': 'AWS throttled the calls, had an internal error, or could not be reached. Check the network of the runner, and wait some minutes.',
    'aws-refused': 'Correct what AWS reports.',
    'value-missing': 'AWS did not return a value that exists. Wait a minute.',
    foreign: 'Look at the existing secret. To take it over, set `adopt`; otherwise choose another `name`.',
    'managed-elsewhere': 'Choose another `name`, or exclude the key: rotation, an AWS service or another region writes this secret.',
    'scheduled-for-deletion': 'Restore the secret by hand, or wait until AWS has deleted it. With `on-deleted: restore` the sync restores its own secrets.',
    conflict: 'Give the workflow a `concurrency:` group, so that two runs do not write the same secrets.',
    replication: 'Check the region: a secret of the same name may exist there, or the KMS key may not. The next run tries again.',
    'too-large': 'Make the JSON smaller: set `unknown-keys: remove`, or use `map` to move keys to another secret.',
    'too-many-tags': 'Set fewer `tags`, or remove tags from the secret.',
    'prune-limit': 'Check that this job received all secrets. If it did, raise `prune-limit` for one run.',
    'not-after-failure': 'The next run without a failure deletes what this run was to delete.',
    'empty-value': 'Give the secret a value in GitHub, or exclude the key.',
    'step-failed': 'Correct what the error behind the name reports.',
    unexpected: 'Correct what the message behind the name reports. If it names nothing to correct, report it with the log of this job.',
};
/** More reasons than these are only counted. */
const MAX_REASONS = 50;
/** More secrets with the same reason than these are only counted. */
const MAX_NAMES = 10;
/**
 * The error of a sync in which secrets failed: one line for all secrets with the same reason, and one line of advice for each kind of
 * reason.
 * @param heading the start of the message
 * @param total the number of secrets, those that did not fail included
 */
function syncIncomplete(heading, failed, total) {
    const groups = [...Map.groupBy(failed, ({ reason }) => sameness(reason)).values()];
    const lines = groups.slice(0, MAX_REASONS).map((group) => `- ${namesOf(group)}: ${sentenceOf(group)}`);
    const more = groups.length > MAX_REASONS ? [`- and ${groups.length - MAX_REASONS} more reasons`] : [];
    const codes = new Set(failed.map(({ reason }) => reason.code));
    const advice = Object.entries(ADVICE).filter(([code]) => codes.has(code));
    return new errors/* ActionError */.lZ('sync-incomplete', [`${heading}: ${failed.length} of ${total} secrets:`, ...lines, ...more].join('\n'), {
        remedy: [
            ...advice.map(([, sentence]) => sentence),
            'Then run the job again. It does not write again what is written already.',
        ].join('\n'),
    });
}
/** Equal for two secrets that failed for the same reason. */
function sameness({ code, sentence, call }) {
    return JSON.stringify([code, call ?? sentence]);
}
function sentenceOf(group) {
    const [first, second] = group.map(({ reason }) => reason);
    const sentence = second === undefined ? first?.sentence : (first?.call?.general ?? first?.sentence);
    return (0,one_line/* oneLine */.T)(sentence ?? '');
}
function namesOf(group) {
    const shown = group.slice(0, MAX_NAMES).map(({ name }) => name);
    const more = group.length - shown.length;
    return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

// EXTERNAL MODULE: ./build/github/reports/sync-report.js
var sync_report = __webpack_require__(7614);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/aws/retry-denied.js
var retry_denied = __webpack_require__(8602);
;// CONCATENATED MODULE: ./build/secrets/api.js


/**
 * Retries denied calls, because a new role's policies take seconds to propagate. After the first call that stays denied, denials are
 * final at once.
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


/** Every kind of reason why one secret is not written, or not deleted. */
const REASON_CODES = (/* unused pure expression or super */ null && ([
    /** AWS refused a call because the role lacks a permission. */
    'access-denied',
    /** AWS could not encrypt or decrypt with the secret's KMS key. */
    'kms-key',
    /** A quota of AWS is used up. */
    'limit-exceeded',
    /** Throttling, an internal error of AWS, or no answer, after all retries. */
    'aws-unavailable',
    /** AWS refused a call for any other reason. */
    'aws-refused',
    /** AWS reports a current version, and returns no value. */
    'value-missing',
    /** The secret has another owner or none, and `adopt` does not allow to take it over. */
    'foreign',
    /** Rotation, an AWS service, or the primary region writes the secret. */
    'managed-elsewhere',
    'scheduled-for-deletion',
    /** Other writers changed the secret at the same time. */
    'conflict',
    /** A copy in another region was not made, or not removed. */
    'replication',
    /** With the keys that stay in it, the value exceeds AWS's limit. */
    'too-large',
    'too-many-tags',
    'prune-limit',
    /** Not deleted because another secret failed. */
    'not-after-failure',
    /** The source's value is empty. */
    'empty-value',
    /** An error of the whole step: it ran out of time, was stopped, or lost its credentials. */
    'step-failed',
    /** An error that is not AWS's, or a state that this program must not reach. */
    'unexpected',
]));
/** One secret failed; the others go on. Its message is for the user and never contains a value. */
class ItemFailure extends Error {
    reason;
    /** `undefined`: nothing was written. */
    written;
    constructor(reason, about = {}) {
        super(reason.sentence, { cause: about.cause });
        this.name = 'ItemFailure';
        this.reason = reason;
        this.written = about.written;
    }
    /** The same failure, after something was written. */
    after(written) {
        return new ItemFailure(this.reason, { cause: this.cause, written });
    }
}
/**
 * The reason for a failed call. @param doing the start of the sentence, by default the action, which is also the permission's name
 */
function callReason(action, error, doing = `secretsmanager:${action}`) {
    const sentence = `${doing} failed: ${(0,failures/* explain */.WE)(error)}`;
    if (error instanceof errors/* ActionError */.lZ)
        return { code: 'step-failed', sentence };
    const general = `${doing} failed: ${generalWords(error)}`;
    return { code: codeOf(error), sentence, call: { action, awsCode: (0,failures/* failureCode */.AD)(error), general } };
}
/** The reason where this program reaches a state that it must not reach. */
function unexpected(sentence) {
    return { code: 'unexpected', sentence };
}
/** The reason of any error: an ItemFailure's own, or one made from the error's message. */
function reasonOf(error) {
    if (error instanceof ItemFailure)
        return error.reason;
    return { code: error instanceof errors/* ActionError */.lZ ? 'step-failed' : codeOf(error), sentence: (0,failures/* explain */.WE)(error) };
}
/** An error of the step as it is; any other error of a call as an ItemFailure. */
function failureOf(action, error) {
    if (error instanceof ItemFailure || error instanceof errors/* ActionError */.lZ)
        return error;
    return new ItemFailure(callReason(action, error), { cause: error });
}
/** Runs one call for a secret. @throws ItemFailure that names the AWS action, which is also the permission's name */
async function step(action, call) {
    try {
        return await call();
    }
    catch (error) {
        throw failureOf(action, error);
    }
}
function codeOf(error) {
    if ((0,failures/* isDenied */.GZ)(error))
        return 'access-denied';
    if ((0,failures/* isFailure */.N6)(error, 'DecryptionFailure', 'EncryptionFailure'))
        return 'kms-key';
    if ((0,failures/* isFailure */.N6)(error, 'LimitExceeded'))
        return 'limit-exceeded';
    // The SDK adds this to every error of a call, also when no answer came.
    if (!(error instanceof Error && '$metadata' in error))
        return 'unexpected';
    return (0,failures/* isTransient */.dg)(error) ? 'aws-unavailable' : 'aws-refused';
}
/** AWS's words without the request id and without the resource of a denial. */
function generalWords(error) {
    const { requestId = '' } = (0,failures/* metadataOf */.Nk)(error);
    return (0,failures/* describeFailure */.Ic)(error)
        .replace(` (request ${requestId})`, '')
        .replace(/on resource: \S+/, 'on resource: …');
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
/** A secret with its value; `undefined` if it does not exist. Makes two calls at once. */
async function readSecret(id, context) {
    const [actual, current] = await Promise.all([describeSecret(id, context), readValue(id, context)]);
    return actual && withCurrent(actual, current, context);
}
/** After a restore or a create, GetSecretValue may fail for some seconds although a value exists. */
const VALUE_BACKOFF = { firstMs: 500, maxMs: 2_000 };
const MAX_VALUE_ATTEMPTS = 8;
/**
 * A description and a value together. If the secret has a current version and its value was not returned, the value is read again for
 * some seconds: an existing value must never count as missing.
 */
async function withCurrent(actual, current, context) {
    const together = (read) => ({ ...actual, value: read.value, versionId: read.versionId ?? actual.versionId });
    if (!isMissing(actual, current))
        return together(current);
    const attempt = async () => {
        const read = await readValue(actual.arn, context);
        return isMissing(actual, read) ? (0,poll/* again */.TG)(() => ({ ...actual, value: VALUE_MISSING })) : (0,poll/* done */.Vw)(together(read));
    };
    return (0,poll/* poll */.wt)(attempt, { backoff: VALUE_BACKOFF, maxAttempts: MAX_VALUE_ATTEMPTS }, context);
}
const VALUE_MISSING = {
    kind: 'unread',
    because: { code: 'value-missing', sentence: 'AWS does not return its value' },
};
function isMissing(actual, { value }) {
    return value.kind === 'none' && actual.versionId !== undefined && !actual.deleted;
}
/** A secret without its value; `undefined` if it does not exist. Unlike a list, this is always up to date. */
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
/** The current value: `none` if there is none or the secret is scheduled for deletion, `unread` if reading its value failed. */
async function readValue(id, context) {
    const { secretsManager, ask } = context;
    try {
        return currentOf(await ask(() => secretsManager.send(new GetSecretValueCommand({ SecretId: id }))));
    }
    catch (error) {
        if ((0,failures/* isFailure */.N6)(error, 'ResourceNotFound', 'InvalidRequest'))
            return { versionId: undefined, value: { kind: 'none' } };
        context.lifetime.soft.throwIfAborted();
        return unreadable(error);
    }
}
/** The value that could not be read because of this error. */
function unreadable(error) {
    return {
        versionId: undefined,
        value: { kind: 'unread', because: callReason('GetSecretValue', error, 'reading its value') },
    };
}
/** The value that a call returned. */
function currentOf(entry) {
    const { SecretString: text, VersionId: versionId } = entry;
    return { versionId, value: text === undefined ? { kind: 'binary' } : { kind: 'text', text } };
}
/** Shorter masks would hide unrelated characters all over the log. */
const MIN_MASKED_CHARS = 4;
/** Masks the value of an own secret before it is compared. Values of foreign secrets are not masked: they are never printed. */
function maskValue(value, mask) {
    if (value.kind !== 'text')
        return;
    const members = membersOf(value.text);
    // The runner masks each line of a secret, so the whole text of an object would mask every line with a single brace.
    const secrets = members === undefined ? [value.text] : (0,json_secret/* stringsIn */.QQ)(members);
    for (const secret of secrets)
        if (secret.trim().length >= MIN_MASKED_CHARS)
            mask(secret);
}
/** The members of an object; `undefined` for any other text, also for JSON that is nested too deep. */
function membersOf(text) {
    try {
        return (0,json_secret/* parseJsonSecret */.yF)(text);
    }
    catch {
        return undefined;
    }
}
/** A secret from ListSecrets or DescribeSecret. */
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

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/BatchGetSecretValueCommand.js


class BatchGetSecretValueCommand extends command(_ep0, _mw0, "BatchGetSecretValue", schemas_0/* BatchGetSecretValue$ */.eP) {
}

// EXTERNAL MODULE: ./build/aws/pages.js
var pages = __webpack_require__(3242);
;// CONCATENATED MODULE: ./build/secrets/actual/read-values.js





/**
 * Secrets or batches read at a time. AWS allows thousands of such calls a second
 * (https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html).
 */
const READERS = 10;
/** No current value. */
const NO_VALUE = { versionId: undefined, value: { kind: 'none' } };
/** Reads values in batches while the role may do so, and otherwise one by one. Results are keyed by the ids that were given. */
function valueReader(context) {
    let isBatchDenied = false;
    const single = (0,p_limit/* default */.A)(READERS);
    const readEach = async (ids) => new Map(await Promise.all(ids.map((id) => single(async () => [id, await readValue(id, context)]))));
    const read = async (ids) => {
        const batch = isBatchDenied ? undefined : await unlessDenied(() => readBatch(ids, context));
        if (batch !== undefined)
            return batch;
        isBatchDenied = true;
        return readEach(ids);
    };
    return { read, isBatchDenied: () => isBatchDenied };
}
/** The result of a call; `undefined` if the role may not make it. */
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
async function readBatch(ids, context) {
    const read = new Map();
    await (0,pages/* allPages */.S)('BatchGetSecretValue', async (NextToken) => {
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
        return { items: [], next };
    });
    return read;
}
/** The error of one secret in a batch that succeeded as a whole. */
function fromError(name, message) {
    const httpStatusCode = name.startsWith('InternalServiceError') ? 500 : 400;
    const error = Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
    const code = (0,failures/* failureCode */.AD)(error);
    if (code === 'ResourceNotFound')
        return 'absent';
    if (code === 'InvalidRequest')
        return NO_VALUE;
    return unreadable(error);
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/ListSecretsCommand.js


class ListSecretsCommand extends command(_ep0, _mw0, "ListSecrets", schemas_0/* ListSecrets$ */._B) {
}

// EXTERNAL MODULE: ./build/secrets/desired/desired.js
var desired_desired = __webpack_require__(2101);
// EXTERNAL MODULE: ./build/secrets/owner.js
var secrets_owner = __webpack_require__(3905);
;// CONCATENATED MODULE: ./build/secrets/plan/change.js

/** True if the secret has this owner's tag. */
function isOwn(actual, policy) {
    return actual.tags[secrets_owner/* OWNER_TAG */.FX] === policy.owner;
}
/** True if `prune` may delete the secret when it is not in the source: an own secret of `mode: per-key`. */
function isPrunable(actual, policy) {
    return isOwn(actual, policy) && actual.tags[secrets_owner/* MODE_TAG */.fl] === 'per-key' && !actual.deleted;
}
/** The change for an own secret that is not in the source. */
function pruneOf(actual, policy) {
    const because = managedElsewhere(actual, policy);
    return { ...blankChange(undefined, actual), action: because === undefined ? 'prune' : 'refuse', because };
}
/** The change for a secret that could not be read. */
function unreadableChange(desired, because) {
    return { ...blankChange(desired, undefined), action: 'refuse', because, unseen: true };
}
/** A change that does nothing. */
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
/** Why no sync may write the secret: something else manages it. `undefined`: nothing else does. */
function managedElsewhere(actual, policy) {
    const code = 'managed-elsewhere';
    if (actual.owningService !== undefined) {
        return { code, sentence: `the AWS service ${actual.owningService} manages it` };
    }
    if (actual.rotating)
        return { code, sentence: 'its rotation is enabled: a Lambda function writes it' };
    if (actual.primaryRegion !== undefined && actual.primaryRegion !== policy.region) {
        return { code, sentence: `it is a replica here; its primary is in ${actual.primaryRegion}` };
    }
    return undefined;
}
/** Why the inputs do not let the sync write the secret; `undefined` when they do. */
function notAllowed(actual, policy) {
    if (!isOwn(actual, policy)) {
        const owner = actual.tags[secrets_owner/* OWNER_TAG */.FX];
        const ownership = owner === undefined ? `exists and no sync made it (no tag ${secrets_owner/* OWNER_TAG */.FX})` : `is owned by ${owner}`;
        if (actual.deleted) {
            return { code: 'scheduled-for-deletion', sentence: `it ${ownership}, and is scheduled for deletion` };
        }
        if (policy.adopt !== 'never')
            return undefined;
        return { code: 'foreign', sentence: `it ${ownership}, and \`adopt\` is \`never\`` };
    }
    return actual.deleted && policy.onDeleted === 'error'
        ? { code: 'scheduled-for-deletion', sentence: 'it is scheduled for deletion, and `on-deleted` is `error`' }
        : undefined;
}

// EXTERNAL MODULE: ./build/aws/tags.js
var aws_tags = __webpack_require__(8617);
// EXTERNAL MODULE: ./build/secrets/plan/kms-key.js
var kms_key = __webpack_require__(4111);
;// CONCATENATED MODULE: ./build/secrets/plan/value-diff.js

/** Compares the desired value with the actual one. JSON is compared after parsing: the order of keys does not count. */
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
    const kept = unknownKeys === 'keep' ? unknown : [];
    const added = [...content.values.keys()].filter((key) => !before.has(key));
    const changed = [...content.values].filter(([key, value]) => before.has(key) && before.get(key) !== value);
    const keys = { added, changed: changed.map(([key]) => key), removed, empty: content.empty, kept };
    if (members !== undefined && added.length + changed.length + removed.length === 0)
        return { next: undefined, keys };
    const staying = [...before].filter(([key]) => !removed.includes(key));
    return { next: (0,json_secret/* jsonSecretText */.eK)(new Map([...staying, ...content.values])), keys };
}

;// CONCATENATED MODULE: ./build/secrets/plan/diff.js






/** The change that one desired secret needs, given the secret of that name in AWS. Makes no calls. */
function changeOf(desired, actual, policy) {
    const blank = blankChange(desired, actual);
    if ((0,desired_desired/* isBlank */.z3)(desired)) {
        return { ...blank, action: 'skip', because: EMPTY_VALUE };
    }
    if (actual === undefined) {
        const { next, keys } = newValue(desired.content, { kind: 'none' }, 'remove');
        return { ...blank, action: 'create', next, keys, tags: tagsOf(policy), replicas: policy.replicas };
    }
    const refusal = managedElsewhere(actual, policy) ?? notAllowed(actual, policy);
    if (refusal !== undefined)
        return { ...blank, action: 'refuse', because: refusal };
    if (actual.deleted)
        return { ...blank, action: 'restore' };
    if (actual.value.kind === 'unread')
        return { ...blank, action: 'refuse', because: actual.value.because, unseen: true };
    return differences(desired, actual, policy);
}
const EMPTY_VALUE = {
    code: 'empty-value',
    sentence: 'the source’s value is empty, which AWS cannot hold',
};
const VALUE_DIFFERS = {
    code: 'foreign',
    sentence: 'it is not this sync’s own and its value differs; `adopt` is `same-value`',
};
function differences(desired, actual, policy) {
    const own = isOwn(actual, policy);
    const blank = blankChange(desired, actual);
    if (!own && policy.adopt === 'same-value' && newValue(desired.content, actual.value, 'remove').next !== undefined) {
        return { ...blank, action: 'refuse', because: VALUE_DIFFERS };
    }
    // The run that adopts a secret does not remove its other keys.
    const value = newValue(desired.content, actual.value, own ? policy.unknownKeys : 'keep');
    return withValue({ desired, actual }, policy, value);
}
/**
 * The change, updated from a newer description. `undefined` if version or owner have changed since, so that the secret must be read
 * again.
 */
function refreshed(change, described, policy) {
    const { desired, actual, next, keys, what } = change;
    if (desired === undefined || actual === undefined || managedElsewhere(described, policy) !== undefined)
        return undefined;
    const same = described.versionId === actual.versionId && isOwn(described, policy) === isOwn(actual, policy);
    // The value of a secret that was scheduled for deletion was not read.
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
/** True if the replica is missing or failed. */
function needsReplica(actual, region) {
    const replica = actual.replicas?.find((each) => each.region === region);
    return actual.replicas !== undefined && (replica === undefined || replica.status === 'Failed');
}
/** What AWS would refuse, and what only both sides together show. */
function problemOf(actual, next, tags) {
    if (next !== undefined && !(0,desired_desired/* fitsSecret */.jt)(next)) {
        const sentence = `${actual.name}: with the keys that stay in it, the secret would exceed AWS’s limit of ${desired_desired/* MAX_SECRET_BYTES */.sU} bytes`;
        return { code: 'too-large', sentence };
    }
    // Tags of AWS do not count (https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html).
    const existing = Object.keys(actual.tags).filter((key) => !key.startsWith('aws:'));
    const count = new Set([...existing, ...Object.keys(tags)]).size;
    if (count <= aws_tags/* MAX_TAGS */.x3)
        return undefined;
    return { code: 'too-many-tags', sentence: `${actual.name}: it would have ${count} tags; AWS allows ${aws_tags/* MAX_TAGS */.x3}` };
}

;// CONCATENATED MODULE: ./build/secrets/actual/survey.js










/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html, SecretIdList. */
const MAX_BATCH = 20;
/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html, MaxResults. */
const MAX_PAGE = 100;
/** Reads each desired secret by itself: two calls each, made at once. For the few secrets of `mode: json`. */
async function surveyEach(desired, policy, context) {
    const limit = (0,p_limit/* default */.A)(READERS);
    const survey = (each) => changeFor(each, { policy, context }, () => readSecret(each.name, context));
    return { changes: await Promise.all(desired.map((each) => limit(() => survey(each)))), own: undefined };
}
/**
 * Reads many secrets with few calls: a list of all secrets of this owner, then values in batches. The list may be minutes old, so
 * each secret is described again before it is written. Only the differences of a batch are kept in memory. Without permission to list
 * or to read in batches, it reads each secret by itself.
 */
async function surveyMany(desired, policy, context) {
    // Prune cannot work without the list, so there a first denial is retried.
    const list = () => listOwn(policy.owner, context);
    const own = await unlessDenied(context.mustList ? () => context.ask(list) : list);
    const listed = new Map(own?.map((actual) => [actual.name, actual]));
    const reader = valueReader(context);
    const survey = async (batch) => {
        const ids = batch.map(({ name }) => listed.get(name)?.arn ?? name);
        const values = await reader.read(ids);
        const changeAt = (each, index) => {
            const found = { listed: listed.get(each.name), value: values.get(ids[index] ?? '') };
            return changeFor(each, { policy, context }, () => resolve(each.name, found, { policy, context }));
        };
        return Promise.all(batch.map(changeAt));
    };
    const toRead = desired.filter((each) => !(0,desired_desired/* isBlank */.z3)(each));
    const skipped = desired.filter(desired_desired/* isBlank */.z3).map((each) => changeOf(each, undefined, policy));
    const batches = (0,p_limit/* default */.A)(READERS);
    const changes = await Promise.all(chunks(toRead, MAX_BATCH).map((batch) => batches(() => survey(batch))));
    const denied = [
        ...(own === undefined ? ['ListSecrets'] : []),
        ...(reader.isBatchDenied() ? ['BatchGetSecretValue'] : []),
    ];
    if (denied.length > 0)
        context.notice(deniedNotice(denied));
    return { changes: [...changes.flat(), ...skipped], own };
}
async function changeFor(desired, { policy, context }, read) {
    try {
        if ((0,desired_desired/* isBlank */.z3)(desired))
            return changeOf(desired, undefined, policy);
        const actual = await read();
        if (actual !== undefined && isOwn(actual, policy))
            maskValue(actual.value, context.mask);
        return changeOf(desired, actual, policy);
    }
    catch (error) {
        return unreadableChange(desired, callReason('DescribeSecret', error, 'reading it'));
    }
}
/** All secrets with this owner's tag, also those scheduled for deletion. AWS filters by prefix, so the tag is compared again. */
async function listOwn(owner, { secretsManager, lifetime }) {
    const listed = await (0,pages/* allPages */.S)('ListSecrets', async (NextToken) => {
        lifetime.soft.throwIfAborted();
        const command = new ListSecretsCommand({
            Filters: [
                { Key: 'tag-key', Values: [secrets_owner/* OWNER_TAG */.FX] },
                { Key: 'tag-value', Values: [owner] },
            ],
            IncludePlannedDeletion: true,
            MaxResults: MAX_PAGE,
            NextToken,
        });
        const { SecretList = [], NextToken: next } = await secretsManager.send(command);
        return { items: SecretList, next };
    });
    return listed.map(actualFrom).filter((each) => isOwn(each, { owner }));
}
/** The whole secret. What list and batch do not say is read from the secret itself, which is always up to date. */
async function resolve(name, { listed, value }, { policy, context }) {
    // A batch reports a secret without a value as absent too, so a listed secret is described.
    if (value === 'absent' && listed === undefined)
        return undefined;
    const current = value === undefined || value === 'absent' ? NO_VALUE : value;
    if (listed !== undefined && current.value.kind !== 'none' && !listed.deleted && policy.replicas.length === 0)
        return { ...listed, ...current };
    // By name if the batch does not find it: the list may still show a secret that was deleted for good and created again since.
    const described = await describeSecret(value === 'absent' ? name : (listed?.arn ?? name), context);
    return described && withCurrent(described, current, context);
}
function chunks(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
function deniedNotice(denied) {
    const actions = denied.map((action) => `secretsmanager:${action}`).join(' and ');
    return `The role may not call ${actions}: secrets are read one by one, which takes more calls.`;
}

;// CONCATENATED MODULE: ./build/secrets/plan/plan.js









/**
 * Reads the secrets and plans the changes. Writes nothing.
 * @throws ActionError `sync-failed` if reading fails; `sync-impossible` with everything that AWS would refuse
 */
async function planSync(spec, context) {
    const { changes, own } = await survey(spec, context);
    context.lifetime.soft.throwIfAborted();
    const problems = changes.flatMap(({ problem }) => (problem === undefined ? [] : [problem.sentence]));
    const nothingDesired = spec.desired.every(desired_desired/* isBlank */.z3);
    if (spec.prune !== undefined && own === undefined && !nothingDesired) {
        problems.push('`prune` needs the list of secrets, and the role may not call secretsmanager:ListSecrets');
    }
    if (problems.length > 0)
        throw impossible(problems);
    const desiredNames = new Set(spec.desired.map(({ name }) => name));
    const surplus = (own ?? []).filter((actual) => !desiredNames.has(actual.name) && isPrunable(actual, spec.policy));
    // If no key has a value, the job probably does not get its secrets.
    const prunes = spec.prune === undefined || nothingDesired ? [] : await prunesOf(surplus, spec, context);
    context.lifetime.soft.throwIfAborted();
    prunes.sort((one, other) => (one.name < other.name ? -1 : 1));
    const pruneRefused = pruneRefusal([...changes, ...prunes], spec);
    const explained = prunes.map((each) => (each.action === 'prune' ? { ...each, because: pruneRefused } : each));
    return { changes: [...changes, ...explained], pruneRefused };
}
/**
 * The change for each own secret that is not in the source. A list may still show secrets that an earlier run deleted, which must not
 * count towards `prune-limit`, so each secret is described.
 */
async function prunesOf(listed, { policy }, context) {
    const limit = (0,p_limit/* default */.A)(READERS);
    const pruneOne = async (actual) => {
        try {
            const now = await describeSecret(actual.arn, context);
            return now !== undefined && isPrunable(now, policy) ? [pruneOf(now, policy)] : [];
        }
        catch (error) {
            return [
                {
                    ...pruneOf(actual, policy),
                    action: 'refuse',
                    because: callReason('DescribeSecret', error, 'reading it'),
                    unseen: true,
                },
            ];
        }
    };
    return (await Promise.all(listed.map((actual) => limit(() => pruneOne(actual))))).flat();
}
async function survey(spec, context) {
    // surveyEach makes no call for a secret that has no desired value.
    const read = spec.policy.mode === 'json' || spec.desired.every(desired_desired/* isBlank */.z3) ? surveyEach : surveyMany;
    try {
        return await read(spec.desired, spec.policy, { ...context, mustList: spec.prune !== undefined });
    }
    catch (cause) {
        throw plan_unreadable(cause, context);
    }
}
function plan_unreadable(cause, { lifetime }) {
    lifetime.soft.throwIfAborted();
    return (0,failures/* awsFailure */.MT)('sync-failed', 'Reading the secrets', {
        remedy: 'Nothing was written. Check `aws-region`, the role’s permissions, and that the runner reaches Secrets Manager; then run the job again.',
        cause,
    });
}
/** The error of a sync that AWS would refuse. It is thrown before anything is written. */
function impossible(problems) {
    const message = ['The secrets cannot be synced:', ...problems.map((problem) => `- ${problem}`)].join('\n');
    return new errors/* ActionError */.lZ('sync-impossible', message, {
        remedy: 'Correct them all and run the job again. Nothing was written.',
    });
}
/** Why `prune` deletes nothing when another secret failed. */
const NOT_AFTER_FAILURE = {
    code: 'not-after-failure',
    sentence: 'not deleted, since another secret failed',
};
function pruneRefusal(changes, spec) {
    const limit = spec.prune?.limit ?? 0;
    const count = changes.filter(({ action }) => action === 'prune').length;
    if (count > limit) {
        const sentence = `\`prune\` would delete ${count}, and \`prune-limit\` is ${limit}: none is deleted`;
        return { code: 'prune-limit', sentence };
    }
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
/** AWS documents no limit; a copy usually takes seconds. */
const REPLICATION_WAIT_MS = 120_000;
/** Regions in the form of AWS's calls. */
function awsRegions(replicas) {
    return replicas.map(({ region, kmsKeyId }) => ({
        Region: region,
        ...(kmsKeyId === undefined ? {} : { KmsKeyId: kmsKeyId }),
    }));
}
/** Requests copies. AWS makes them later. @throws ItemFailure */
async function replicate(arn, replicas, context) {
    const { ask, secretsManager } = context;
    const command = new ReplicateSecretToRegionsCommand({ SecretId: arn, AddReplicaRegions: awsRegions(replicas) });
    try {
        await ask(() => secretsManager.send(command));
    }
    catch (error) {
        // If the first answer was lost, the SDK's second call is refused because the copies are requested already.
        const isRequested = (0,failures/* isFailure */.N6)(error, 'InvalidParameter') && (await hasBegun(arn, replicas, context));
        if (!isRequested)
            throw failureOf('ReplicateSecretToRegions', error);
    }
}
async function hasBegun(arn, replicas, context) {
    const actual = await step('DescribeSecret', () => describeSecret(arn, context));
    return replicas.every(({ region }) => actual?.replicas?.some((replica) => replica.region === region && replica.status !== 'Failed'));
}
/**
 * Waits up to two minutes until all copies of a secret are in sync.
 * @throws ItemFailure with AWS's message about each region that failed
 */
async function awaitReplicas(arn, desired, context) {
    await pollSecret(arn, context, (actual) => {
        const statuses = desired.map(({ region }) => statusIn(actual, region));
        const failed = statuses.filter(({ status }) => status === 'Failed');
        if (failed.length > 0) {
            const why = failed.map(({ region, message }) => `${region}: ${message || 'AWS gives no reason'}`);
            throw new ItemFailure({ code: 'replication', sentence: `replication failed in ${why.join('; ')}` });
        }
        const open = statuses.filter(({ status }) => status !== 'InSync').map(({ region }) => region);
        return open.length === 0 ? undefined : `replication to ${open.join(', ')} is not done`;
    });
}
/** Removes a secret's copies and waits up to two minutes until they are gone. @throws ItemFailure */
async function removeReplicas(arn, regions, context) {
    const { ask, secretsManager } = context;
    const command = new RemoveRegionsFromReplicationCommand({ SecretId: arn, RemoveReplicaRegions: [...regions] });
    await step('RemoveRegionsFromReplication', () => ask(() => secretsManager.send(command)));
    await pollSecret(arn, context, (actual) => {
        const left = (actual?.replicas ?? []).map(({ region }) => region);
        return left.length === 0 ? undefined : `its replicas in ${left.join(', ')} are not gone`;
    });
}
/** Describes a secret until nothing is pending. @param pending what still is, as a sentence; it may throw */
async function pollSecret(arn, context, pending) {
    const attempt = async () => {
        const still = pending(await step('DescribeSecret', () => describeSecret(arn, context)));
        if (still === undefined)
            return (0,poll/* done */.Vw)(undefined);
        return (0,poll/* again */.TG)(() => {
            throw new ItemFailure({ code: 'replication', sentence: `${still} after ${REPLICATION_WAIT_MS / 1000} s` });
        });
    };
    await (0,poll/* poll */.wt)(attempt, { backoff: REPLICATION_BACKOFF, withinMs: REPLICATION_WAIT_MS }, context);
}
function statusIn(actual, region) {
    return actual?.replicas?.find((each) => each.region === region) ?? { region, status: 'InProgress', message: '' };
}

;// CONCATENATED MODULE: ./build/secrets/apply/prune.js






/**
 * Deletes an own secret that is not in the source, after reading its owner again. Its copies in other regions are removed first: AWS
 * does not delete a secret that has copies.
 * @returns false if there was nothing to delete
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
        // If the first answer was lost, the SDK's second call is refused.
        const gone = (0,failures/* isFailure */.N6)(error, 'ResourceNotFound', 'InvalidRequest') && (await isDeleted(arn, context));
        if (!gone)
            throw noteRemovedCopies(failureOf('DeleteSecret', error), actual, regions.length > 0);
    }
    return true;
}
/** Notes in the failure that the copies were removed, although the secret itself still exists. */
function noteRemovedCopies(failure, { versionId = '' }, removed) {
    return removed && failure instanceof ItemFailure ? failure.after({ versionId }) : failure;
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





/** How often AWSCURRENT may have been rolled back to the same version. */
const MAX_USED_TOKENS = 8;
/**
 * The id of the version that follows `base`. It is never derived from a value. Two writers on the same base request the same id, and
 * AWS gives it to one of them only.
 * @param used how many such ids exist already, because AWSCURRENT was rolled back to `base`
 */
function versionToken(secret, base, used) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update([secret, base, used].join('\n')).digest('hex');
    return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}
/**
 * Makes `text` the current version, unless another sync has already written on `base`. A retry after a lost answer makes no second
 * version.
 * @returns the new version's id; `undefined` if another writer has written since
 */
async function writeVersion(secret, context) {
    const { arn, base = '', text } = secret;
    for (let used = 0; used < MAX_USED_TOKENS; used++) {
        const written = await put({ arn, text, token: versionToken(arn, base, used) }, context);
        if (written !== undefined)
            return written;
        // The id is taken: by a concurrent writer, or from before AWSCURRENT was rolled back to this base.
        const described = await step('DescribeSecret', () => describeSecret(arn, context));
        if ((described?.versionId ?? '') !== base)
            return undefined;
    }
    return undefined;
}
/** The version's id if it is current now; `undefined` if that id was used before. */
async function put({ arn, text, token }, { secretsManager, ask }) {
    const command = new PutSecretValueCommand({ SecretId: arn, SecretString: text, ClientRequestToken: token });
    try {
        const { VersionId, VersionStages = [] } = await ask(() => secretsManager.send(command));
        // For an old version with the same text AWS reports success and changes nothing.
        return VersionStages.includes('AWSCURRENT') ? VersionId : undefined;
    }
    catch (error) {
        if ((0,failures/* isFailure */.N6)(error, 'ResourceExists'))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/secrets/apply/create.js







/**
 * After a deletion without recovery the name is free again some seconds later
 * (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html, ForceDeleteWithoutRecovery).
 */
const NAME_BACKOFF = { firstMs: 500, maxMs: 4_000 };
const NAME_WAIT_MS = 60_000;
/** Creates a secret. If a secret of that name is still being deleted, waits for that first. @throws ItemFailure */
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
            // Scheduled for deletion: if it can be restored, it is planned again; if not, its name is free soon.
            const actual = await step('DescribeSecret', () => describeSecret(change.name, context));
            if (actual !== undefined)
                return (0,poll/* done */.Vw)(undefined);
            return (0,poll/* again */.TG)(() => {
                throw stillDeleted('CreateSecret', error);
            });
        }
    };
    return (0,poll/* poll */.wt)(attempt, { backoff: NAME_BACKOFF, withinMs: NAME_WAIT_MS }, context);
}
/** Waits until a secret that cannot be restored is deleted, which takes seconds. @throws ItemFailure of `refusal` */
async function awaitGone(name, refusal, context) {
    const attempt = async () => {
        const actual = await step('DescribeSecret', () => describeSecret(name, context));
        if (actual === undefined || !actual.deleted)
            return (0,poll/* done */.Vw)(undefined);
        return (0,poll/* again */.TG)(() => {
            throw stillDeleted('RestoreSecret', refusal);
        });
    };
    await (0,poll/* poll */.wt)(attempt, { backoff: NAME_BACKOFF, withinMs: NAME_WAIT_MS }, context);
}
function stillDeleted(action, cause) {
    return new ItemFailure({ ...callReason(action, cause), code: 'scheduled-for-deletion' }, { cause });
}
/** Tags in the form of AWS's calls. */
function awsTags(tags) {
    return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

;// CONCATENATED MODULE: ./build/secrets/apply/write.js









const CONFLICT = {
    code: 'conflict',
    sentence: 'others are writing this secret at the same time (conflict)',
};
const STILL_DELETED = {
    code: 'scheduled-for-deletion',
    sentence: 'it is still scheduled for deletion after RestoreSecret',
};
/**
 * Applies one change: restore, then create or update, then tags, then replicas. If another writer changes the secret meanwhile, it is
 * planned again, once.
 * @throws ItemFailure with what was written before
 */
async function write(change, policy, context) {
    const work = {
        policy,
        context,
        done: { wrote: false, restored: false, versionId: change.actual?.versionId ?? '' },
    };
    try {
        const first = await recheck(change, work);
        const written = (await attempt(first, work)) ?? (await attempt(await replan(change, work), work));
        if (written === undefined)
            throw new ItemFailure(CONFLICT);
        return { ...(work.done.restored ? asRestored(written) : written), wrote: work.done.wrote };
    }
    catch (error) {
        throw work.done.wrote && error instanceof ItemFailure ? error.after({ versionId: work.done.versionId }) : error;
    }
}
/**
 * With many secrets, minutes may pass between reading a secret and writing it, and a list may be minutes old. So the owner and the state
 * are read again from the secret itself.
 */
async function recheck(change, work) {
    const { policy, context } = work;
    const { actual } = change;
    if (actual === undefined || policy.mode === 'json')
        return change;
    const described = await step('DescribeSecret', () => describeSecret(actual.arn, context));
    if (change.action === 'restore' && described?.deleted && isOwn(described, policy))
        return change;
    const again = described && refreshed(change, described, policy);
    return again === undefined ? replan(change, work) : assertPossible(again);
}
async function replan({ desired, name }, { policy, context }) {
    if (desired === undefined)
        throw new ItemFailure(unexpected('no value is desired for it'));
    const actual = await step('DescribeSecret', () => readSecret(name, context));
    if (actual !== undefined && isOwn(actual, policy))
        maskValue(actual.value, context.mask);
    return assertPossible(changeOf(desired, actual, policy));
}
/** The secret may have changed since the plan. @throws ItemFailure if AWS would refuse the change */
function assertPossible(change) {
    if (change.problem !== undefined)
        throw new ItemFailure(change.problem);
    return change;
}
/** @returns `undefined` if another writer was faster */
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
            throw new ItemFailure(change.because ?? unexpected('it cannot be written'));
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
    const next = await replan(change, work);
    if (next.action === 'restore')
        throw new ItemFailure(STILL_DELETED);
    return attempt(next, work);
}
/** A restored secret counts as restored, also if it was updated too. */
function asRestored(written) {
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
 * Applies the plan. A secret that fails does not stop the others, but then nothing is deleted.
 * @returns the result for each secret, in the plan's order
 */
async function applySync(plan, spec, context) {
    const limit = (0,p_limit/* default */.A)(spec.writers);
    const writes = plan.changes.filter(({ action }) => action !== 'prune');
    const written = await Promise.all(writes.map((change) => limit(() => outcome(change, () => writeOne(change, spec, context)))));
    const replicated = await Promise.all(written.map((result) => limit(() => awaitCopies(result, spec, context))));
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
        throw new ItemFailure(change.because ?? unexpected('it must not be written'));
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
/** True if an earlier run requested copies that are not in sync yet. */
function isCopying({ actual }, { replicas }) {
    return replicas.some(({ region }) => actual?.replicas?.some((replica) => replica.region === region && replica.status !== 'InSync'));
}
/** Waits for the copies of a secret. */
async function awaitCopies(result, spec, context) {
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
        throw new ItemFailure(held ?? unexpected('`prune` is off'));
    const { deletion } = spec.prune;
    const wasDeleted = await prune(change.actual?.arn ?? change.name, { policy: spec.policy, deletion }, context);
    return { ...blankResult(change), action: wasDeleted ? 'prune' : 'unchanged', wrote: wasDeleted };
}

// EXTERNAL MODULE: ./build/secrets/desired/secret-name.js
var secret_name = __webpack_require__(7263);
// EXTERNAL MODULE: ./build/secrets/spec.js
var secrets_spec = __webpack_require__(8651);
;// CONCATENATED MODULE: ./build/job/sync-secrets.js












/**
 * Syncs secrets: reads them, reports the plan, and with `apply` applies it and reports the results.
 * @throws ActionError `sync-impossible`, `sync-failed`, `sync-incomplete`, `sync-differs`
 */
async function syncSecrets(inputs, sync) {
    const { step } = sync;
    for (const notice of inputs.notices)
        step.log.notice(notice);
    for (const warning of inputs.warnings)
        step.log.warning(warning);
    const { spec, problems } = (0,secrets_spec/* syncSpec */.l)(inputs.request, {
        ...sync.run,
        jobEnvironment: sync.principal.jobEnvironment,
    });
    if (problems.length > 0)
        throw impossible(problems);
    if (spec.desired.every(desired_desired/* isBlank */.z3)) {
        step.log.warning('No selected key has a value: nothing is written and nothing is pruned. Check that the job has its `environment:`, and that a reusable workflow gets `secrets: inherit`. See docs/secret-sync.md, “Partial views”.');
    }
    reportArnLikeNames(spec, step);
    const context = { ...(await secretsContext(sync)), notice: step.log.notice };
    const plan = await planSync(spec, context);
    (0,sync_report/* logPlan */.uH)(plan, spec.policy.owner);
    if (inputs.when === 'plan')
        await reportPlan(plan, { inputs, spec, sync });
    else
        await applyPlan(plan, { spec, sync, context });
}
/** AWS advises against such names: a look-up by a partial ARN may find the wrong secret. This action always uses the full ARN. */
function reportArnLikeNames({ desired }, step) {
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
async function reportPlan(plan, { inputs, spec, sync }) {
    const expected = plan.changes.map(({ name, action, actual }) => ({
        name,
        action,
        failure: action === 'prune' ? plan.pruneRefused : undefined,
        wrote: sync_report/* WRITING_ACTIONS */.Np.includes(action) && (action !== 'prune' || plan.pruneRefused === undefined),
        arn: actual?.arn ?? '',
        versionId: actual?.versionId ?? '',
    }));
    (0,sync_report/* setSyncOutputs */.qN)(sync.prefix, { plan, results: expected, mode: spec.policy.mode });
    const rows = (0,sync_report/* changeRows */.QP)(plan);
    await (0,summary/* summariseSync */.SQ)('Plan of the secret sync', rows.map((row) => ({ ...row, result: 'only planned' })));
    const unseen = plan.changes.filter((change) => change.unseen);
    if (unseen.length > 0)
        throw syncIncomplete('Could not be read', unseen.flatMap(failuresIn), plan.changes.length);
    const differing = rows.filter(({ action }) => action !== 'skip');
    if (inputs.failOnDiff && differing.length > 0)
        throw sync_secrets_differs(differing, plan);
}
function failuresIn({ name, because }) {
    return because === undefined ? [] : [{ name, reason: because }];
}
function sync_secrets_differs(differing, plan) {
    const count = (of) => differing.filter(({ action }) => of(action)).length;
    const notDeleted = plan.pruneRefused === undefined ? 0 : count((action) => action === 'prune');
    const refused = count((action) => action === 'refuse');
    const sentences = [
        'Look at the plan above.',
        ...(differing.length > refused + notDeleted ? ['A run with `sync: apply` would write what is planned.'] : []),
        ...(refused > 0 ? ['What is refused here would be refused there too; the plan gives the reason.'] : []),
        ...(notDeleted > 0 ? ['Nothing would be deleted; the plan gives the reason.'] : []),
    ];
    const message = `AWS differs from the source in ${differing.length} of ${plan.changes.length} secrets`;
    return new errors/* ActionError */.lZ('sync-differs', message, { remedy: sentences.join(' ') });
}
async function applyPlan(plan, { spec, sync, context }) {
    const results = await applySync(plan, spec, context);
    (0,sync_report/* setSyncOutputs */.qN)(sync.prefix, { plan, results, mode: spec.policy.mode });
    const failed = results.flatMap(({ name, failure }) => (failure === undefined ? [] : [{ name, reason: failure }]));
    const byName = new Map(results.map((result) => [result.name, result]));
    const rows = (0,sync_report/* changeRows */.QP)(plan).map((row) => ({ ...row, result: resultText(byName.get(row.name), row) }));
    await (0,summary/* summariseSync */.SQ)(failed.length === 0 ? 'Secrets synced' : 'Secrets NOT fully synced', rows);
    const counts = Object.entries((0,sync_report/* counted */.hS)(results)).filter(([, count]) => count > 0);
    sync.step.log.info(`Secrets: ${counts.map(([name, count]) => `${count} ${name}`).join(', ') || 'none'}.`);
    context.lifetime.soft.throwIfAborted();
    if (failed.length > 0)
        throw syncIncomplete('Not synced', failed, results.length);
}
function resultText(result, { what }) {
    if (result?.failure !== undefined) {
        const sentence = (0,one_line/* oneLine */.T)(result.failure.sentence);
        return sentence === what ? 'failed' : sentence;
    }
    return result?.action === 'skip' ? 'skipped' : result?.action === 'unchanged' ? 'already done' : 'done';
}


/***/ })

};

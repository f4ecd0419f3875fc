export const id = 7775;
export const ids = [7775];
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
var clients = __webpack_require__(2545);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/aws/partition.js
var aws_partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/aws/retry-denied.js
var retry_denied = __webpack_require__(8602);
// EXTERNAL MODULE: ./build/aws/retry-faults.js
var retry_faults = __webpack_require__(5140);
// EXTERNAL MODULE: ./build/identity/oidc.js
var oidc = __webpack_require__(7782);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/identity/trust-denial.js




/** The claims that trust policies use. The token itself is never shown. */
const SHOWN_CLAIMS = ['sub', 'aud', 'repository', 'ref', 'environment', 'job_workflow_ref'];
/** The error when STS denied a token for a role: the token's claims, and a trust policy statement that would allow it. */
function trustDenial(token, roleArn, cause) {
    const claims = (0,oidc/* claimsOf */.d)(token);
    const shown = SHOWN_CLAIMS.filter((name) => claims[name] !== undefined).map((name) => `  ${name}: ${claims[name]}`);
    const message = [
        `Assuming ${roleArn} with a web identity token was denied. AWS said ${(0,failures/* describeFailure */.Ic)(cause)}`,
        'The token has these claims:',
        ...shown,
    ].join('\n');
    return new errors/* ActionError */.lZ('assume-role-denied', message, {
        remedy: `Check that the role exists in that account. This statement in its trust policy would allow it:\n${JSON.stringify(trustStatement(claims, roleArn), null, 2)}`,
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








/**
 * Assumes a role with a token, with a new token at each try.
 * @throws ActionError `assume-role-denied`, and what `token` throws; otherwise what AWS answers
 */
async function assumeWithToken({ roleArn, token, isGitHubs, ...step }, request, deps) {
    let used = '';
    // No retries of the client: it would send the same token again.
    const client = (0,clients/* stsClient */.Km)(deps, undefined, { retries: false });
    const attempt = async () => {
        const [sts, fresh] = await Promise.all([client, token()]);
        used = fresh;
        const answer = await sts.send(new AssumeRoleWithWebIdentityCommand({ ...common({ ...step, roleArn }, request), WebIdentityToken: fresh }));
        return principal(answer, isGitHubs ? ((0,oidc/* claimsOf */.d)(fresh).environment ?? '') : '', deps);
    };
    const throughFaults = () => (0,retry_faults/* retryFaults */.A)(attempt, deps, { isAlsoTransient: isTokenFault });
    return (0,retry_denied/* retryDenied */.M)(throughFaults, deps).catch((error) => {
        if ((0,failures/* isDenied */.GZ)(error) || (0,failures/* isFailure */.N6)(error, 'InvalidIdentityToken'))
            throw trustDenial(used, roleArn, error);
        throw error;
    });
}
/** True for failures that may not occur with a new token. */
function isTokenFault(error) {
    return (0,failures/* isFailure */.N6)(error, 'IDPCommunicationError', 'ExpiredToken');
}
/**
 * Assumes a role with credentials. Session tags are dropped where AWS rejects them.
 * @throws ActionError `assume-role-denied`; otherwise what AWS answers
 */
async function assumeWithCredentials(step, request, deps) {
    const sts = await (0,clients/* stsClient */.Km)(deps, step.by.credentials);
    const externalId = step.externalId === undefined ? {} : { ExternalId: step.externalId };
    const assume = async (tags) => principal(await sts.send(new AssumeRoleCommand({ ...common(step, request), ...externalId, ...tagParameters(tags) })), step.by.jobEnvironment, deps);
    // The client retries transient failures; this code retries only denials.
    return (0,retry_denied/* retryDenied */.M)(withFewerTags(assume, step, deps), deps).catch((error) => {
        if (!(0,failures/* isDenied */.GZ)(error))
            throw error;
        throw (0,failures/* awsFailure */.MT)('assume-role-denied', `Assuming ${step.roleArn}`, {
            remedy: 'The caller needs sts:AssumeRole on the role, and the role’s trust policy must name the caller (and the external id, if `role-external-id` is set).',
            cause: error,
        });
    });
}
/**
 * Session tags are optional. If they are too large together with the policies, only those that identify the run are kept, and then none.
 * After a denial, whose cause may be `sts:TagSession`, the role is assumed without tags from then on.
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
/** The tags for the next try after `error`; `undefined` when the tags are not its cause. */
function fewerTags(tags, error) {
    const tooLarge = (0,failures/* isFailure */.N6)(error, 'PackedPolicyTooLarge');
    if (tags === undefined || !(tooLarge || (0,failures/* isDenied */.GZ)(error)))
        return undefined;
    const essential = tags.tags.filter(({ droppable }) => !droppable);
    if (tooLarge && essential.length < tags.tags.length) {
        return { tags: { ...tags, tags: essential }, dropped: 'some were dropped, because AWS rejected them as too large' };
    }
    const why = tooLarge ? 'rejected them as too large' : 'denied the call with them (sts:TagSession?)';
    return { tags: undefined, dropped: `none are set, because AWS ${why}` };
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
function common(step, request) {
    return {
        RoleArn: step.roleArn,
        RoleSessionName: step.sessionName,
        DurationSeconds: request.durationSeconds,
        ...policyParameters(request),
    };
}
/** The parameters that restrict a session; empty without session policies. */
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
/** Converts STS's credentials and masks them in the log. */
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

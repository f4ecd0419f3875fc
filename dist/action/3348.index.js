export const id = 3348;
export const ids = [3348];
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

/***/ 3348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Uc: () => (/* binding */ describeError),
  L4: () => (/* binding */ reportRevocation),
  Ay: () => (/* binding */ revokeDependencies),
  vO: () => (/* binding */ revokeIncomplete),
  sF: () => (/* binding */ untouched),
  H2: () => (/* binding */ warnLeftovers)
});

// EXTERNAL MODULE: ./build/aws/clients.js + 2 modules
var clients = __webpack_require__(2545);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/reports/summary.js
var summary = __webpack_require__(6950);
;// CONCATENATED MODULE: ./build/lease/manual-cleanup.js
/**
 * AWS CLI commands that delete a user by hand: they list what is attached to the user and remove it, keys first. A user name has
 * only the characters `[\w+=,.@-]`, so it needs no quotes in a shell. It may begin with `-`, hence `=`.
 * @param options `rare`: also for the kinds that a lease has only if another principal added them
 */
function manualCleanupCommands(userName, options) {
    const each = (list, query, remove) => `for id in $(aws iam ${list} --user-name=${userName} --query '${query}' --output text); do aws iam ${remove} "$id" --user-name=${userName}; done`;
    return [
        each('list-access-keys', 'AccessKeyMetadata[].AccessKeyId', 'delete-access-key --access-key-id'),
        each('list-attached-user-policies', 'AttachedPolicies[].PolicyArn', 'detach-user-policy --policy-arn'),
        each('list-user-policies', 'PolicyNames[]', 'delete-user-policy --policy-name'),
        each('list-groups-for-user', 'Groups[].GroupName', 'remove-user-from-group --group-name'),
        ...(options.rare ? rareCommands(userName, each) : []),
        `aws iam delete-user --user-name=${userName}`,
    ];
}
function rareCommands(userName, each) {
    return [
        `aws iam delete-login-profile --user-name=${userName}`,
        each('list-mfa-devices', 'MFADevices[].SerialNumber', 'deactivate-mfa-device --serial-number'),
        each('list-ssh-public-keys', 'SSHPublicKeys[].SSHPublicKeyId', 'delete-ssh-public-key --ssh-public-key-id'),
        each('list-signing-certificates', 'Certificates[].CertificateId', 'delete-signing-certificate --certificate-id'),
        each('list-service-specific-credentials', 'ServiceSpecificCredentials[].ServiceSpecificCredentialId', 'delete-service-specific-credential --service-specific-credential-id'),
    ];
}

;// CONCATENATED MODULE: ./build/job/report-revocation.js





/** STS checks a key's id before the signature, so any secret will do to ask whether it knows the key. */
const NO_SECRET = 'not-the-secret';
/** What `revokeUser` needs, with the proof that the keys are deleted. */
async function revokeDependencies(manager, context) {
    return {
        ...context,
        iam: await (0,clients/* iamClient */.LV)(context, manager.credentials),
        denyFirst: true,
        probe: (accessKeyId) => (0,clients/* callerIdentityProbe */.M4)(context, { accessKeyId, secretAccessKey: NO_SECRET }),
    };
}
/** Warns of what still exists after its user was deleted, because no later run can find it. */
function warnLeftovers(userName, failures, log) {
    if (failures.length === 0)
        return;
    log.warning(`IAM user ${userName} is deleted, but something that others attached to it is not: ${failures.join('; ')}.`);
}
/** Logs what was deleted and whether the key is proven to be deleted, and adds both to the job summary. */
async function reportRevocation(revocation, record, step) {
    const { userName, outcome, removed, failures, proof } = revocation;
    if (outcome === 'already-gone')
        step.log.info(`IAM user ${userName} was gone already.`);
    if (outcome === 'deleted')
        step.log.info(`IAM user ${userName} is deleted, with ${removed.join(', ') || 'nothing attached to it'}.`);
    if (outcome === 'deleted')
        warnLeftovers(userName, failures, step.log);
    if (proof === 'dead')
        step.log.info('Proof: STS no longer knows its access key (InvalidClientTokenId).');
    if (proof === 'alive' || proof === 'unknown') {
        step.log.notice(`The access key of ${userName} is deleted, but 10 s later STS ${proof === 'alive' ? 'still knew it' : 'gave no clear answer about it'}. This usually takes a few seconds more. Its policies are deleted; a server that still knows them also knows its guard, which denies every call from ${revocation.endsAt ?? record.expiresAt} on.`);
    }
    await (0,summary/* summariseRevocation */.ng)(revocation);
}
/** An error in one line: what failed and, for an error of ours, what to do next. */
function describeError(error) {
    return error instanceof errors/* ActionError */.lZ ? `${error.message} (${error.remedy})` : (0,failures/* explain */.WE)(error);
}
/** The state of a user from which nothing was removed. */
function untouched(record) {
    return { guard: record.progress === 'issued' ? 'on' : 'unknown', rareLeft: false, endsAt: undefined };
}
function guardSentence({ guard, endsAt }, record) {
    switch (guard) {
        case 'closed':
            return 'It is denied everything from now on.';
        case 'on':
            return `Its guard denies every call from ${endsAt ?? `${record.expiresAt} (later, if it was renewed)`} on.`;
        case 'off':
            return 'Its access keys, policies, groups and guard are removed.';
        case 'unknown':
            return 'It may have no guard, because main did not finish creating it. Delete it soon.';
    }
}
/** The error for a user that may still exist, with the commands that delete it by hand. */
function revokeIncomplete(record, remaining, cause) {
    const message = [
        `IAM user ${record.userName} could not be deleted and may still exist, at path ${record.path}:`,
        ...remaining.failures.map((failure) => `- ${failure}`),
        guardSentence(remaining, record),
    ].join('\n');
    const commands = manualCleanupCommands(record.userName, { rare: remaining.rareLeft });
    return new errors/* ActionError */.lZ('revoke-incomplete', message, {
        remedy: ['Delete it by hand, with credentials that have the permissions:', ...commands].join('\n'),
        cause,
    });
}


/***/ })

};

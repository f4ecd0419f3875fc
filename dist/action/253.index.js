export const id = 253;
export const ids = [253];
export const modules = {

/***/ 4694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Km: () => (/* binding */ stsClient),
/* harmony export */   LV: () => (/* binding */ iamClient),
/* harmony export */   M4: () => (/* binding */ callerIdentityProbe),
/* harmony export */   XA: () => (/* binding */ lifetimeOf)
/* harmony export */ });
/* unused harmony export ENDLESS */
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4832);
/* harmony import */ var _partition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6388);


const UNBOUNDED = new AbortController().signal;
/** A lifetime without end, for calls nothing may cut short. */
const ENDLESS = { soft: UNBOUNDED, hard: UNBOUNDED };
/** A lifetime that stops, all at once, `milliseconds` from now. */
function lifetimeOf(milliseconds) {
    const signal = AbortSignal.timeout(milliseconds);
    return { soft: signal, hard: signal };
}
/** What every client of ours is built with: explicit settings that win over anything in the environment or in `~/.aws`. */
function clientConfig(connection, credentials) {
    return {
        region: connection.region,
        maxAttempts: connection.maxAttempts,
        retryMode: 'standard',
        useFipsEndpoint: connection.useFipsEndpoint,
        useDualstackEndpoint: connection.useDualstackEndpoint,
        ignoreConfiguredEndpointUrls: true,
        defaultsMode: 'standard',
        ...(credentials === undefined ? {} : { credentials }),
    };
}
/** Binds a client's `send` to a lifetime: refused once it has softly ended, cut when it has ended hard. */
function bound(client, lifetime) {
    const send = async (command, options = {}) => {
        lifetime.soft.throwIfAborted();
        return client.send(...[command, { ...options, abortSignal: lifetime.hard }]);
    };
    return { send: send };
}
/** A regional STS client. Without credentials it can only make the calls that need none. */
async function stsClient(connection, credentials, lifetime) {
    const { STSClient } = await __webpack_require__.e(/* import() */ 695).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const client = new STSClient({
        ...clientConfig(connection, credentials),
        requestHandler: (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .httpHandler */ .b)({ keepAlive: true }),
        ...(connection.stsEndpoint === undefined ? {} : { endpoint: connection.stsEndpoint }),
    });
    return bound(client, lifetime);
}
/** An IAM client; IAM has one endpoint per partition, whatever the region. */
async function iamClient(connection, credentials, lifetime) {
    const { IAMClient } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6764, 19));
    const custom = connection.iamEndpoint === undefined
        ? {}
        : { endpoint: connection.iamEndpoint, region: (0,_partition_js__WEBPACK_IMPORTED_MODULE_1__/* .iamSigningRegion */ .lA)(connection.region) };
    const client = new IAMClient({
        ...clientConfig(connection, credentials),
        requestHandler: (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .httpHandler */ .b)({ keepAlive: true }),
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
    const { GetCallerIdentityCommand, STSClient } = await __webpack_require__.e(/* import() */ 695).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const client = new STSClient({
        ...clientConfig({ ...connection, maxAttempts: 1 }, credentials),
        requestHandler: (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .httpHandler */ .b)({ keepAlive: false }),
        ...(connection.stsEndpoint === undefined ? {} : { endpoint: connection.stsEndpoint }),
    });
    const sts = bound(client, lifetime);
    return async () => (await sts.send(new GetCallerIdentityCommand({}))).Arn ?? '';
}


/***/ }),

/***/ 8231:
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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

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
const THROTTLING = ['Throttling', 'ThrottledException', 'RequestLimitExceeded', 'TooManyRequests'];
/**
 * True when the call is known not to have been applied: AWS refused the first and only try. After a retry an earlier try may
 * have been applied though its answer was lost.
 */
function isDefinitiveRefusal(error) {
    const { httpStatusCode = 0, attempts = 1 } = error?.$metadata ?? {};
    return attempts === 1 && httpStatusCode >= 400 && httpStatusCode < 500 && !isFailure(error, ...THROTTLING);
}
/** True when a further try may well succeed: throttling, a fault of AWS, or no answer at all. */
function isTransient(error) {
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

/***/ 4832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ httpHandler)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var _smithy_node_http_handler__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1279);
/* harmony import */ var http_proxy_agent__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8947);
/* harmony import */ var https_proxy_agent__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1566);
/* harmony import */ var proxy_from_env__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8182);






const CONNECT_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 15_000;
const MAX_SOCKETS = 50;
/**
 * The HTTP handler behind every request of ours, to AWS and to GitHub's token service alike: one set of time-outs and one way
 * to find the proxy, namely the process's own proxy variables, which `github/environment.ts` has set to what the job meant.
 * With `keepAlive: false` each request has a connection of its own.
 */
function httpHandler(settings) {
    const byOrigin = new Map();
    const handlerOf = (request) => {
        const origin = `${request.protocol}//${request.hostname}${request.port === undefined ? '' : `:${request.port}`}`;
        const known = byOrigin.get(origin) ?? handlerFor(origin, settings);
        byOrigin.set(origin, known);
        return known;
    };
    return {
        metadata: { handlerProtocol: 'http/1.1' },
        handle: (request, options) => handlerOf(request).handle(request, options),
        updateHttpClientConfig: () => undefined,
        httpHandlerConfigs: () => ({}),
        destroy: () => {
            for (const handler of byOrigin.values())
                handler.destroy();
        },
    };
}
function handlerFor(origin, settings) {
    const agentOptions = { keepAlive: settings.keepAlive, maxSockets: MAX_SOCKETS };
    const proxy = (0,proxy_from_env__WEBPACK_IMPORTED_MODULE_4__/* .getProxyForUrl */ .T)(origin);
    return new _smithy_node_http_handler__WEBPACK_IMPORTED_MODULE_5__.NodeHttpHandler({
        connectionTimeout: CONNECT_TIMEOUT_MS,
        requestTimeout: REQUEST_TIMEOUT_MS,
        throwOnRequestTimeout: true,
        httpAgent: proxy === '' ? new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(agentOptions) : new http_proxy_agent__WEBPACK_IMPORTED_MODULE_2__/* .HttpProxyAgent */ .s(proxy, agentOptions),
        httpsAgent: proxy === '' ? new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent(agentOptions) : new https_proxy_agent__WEBPACK_IMPORTED_MODULE_3__/* .HttpsProxyAgent */ .b(proxy, agentOptions),
    });
}


/***/ }),

/***/ 6388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lw: () => (/* binding */ parseArn),
/* harmony export */   Yl: () => (/* binding */ defaultAudience),
/* harmony export */   cn: () => (/* binding */ partitionOfRegion),
/* harmony export */   lA: () => (/* binding */ iamSigningRegion)
/* harmony export */ });
/* harmony import */ var _aws_sdk_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5152);

const ARN = /^arn:(aws[a-z-]*):([a-z0-9-]+):[a-z0-9-]*:(|aws|\d{12}):(\S+)$/;
/** Parses an ARN; `undefined` when the text is none. */
function parseArn(text) {
    const match = ARN.exec(text);
    if (!match)
        return undefined;
    const [, partition = '', service = '', accountId = '', resource = ''] = match;
    return { text, partition, service, accountId, resource };
}
/** The partition (`aws`, `aws-cn`, `aws-us-gov`, …) a region lies in, from the SDK's own endpoint data. */
function partitionOfRegion(region) {
    return (0,_aws_sdk_core_client__WEBPACK_IMPORTED_MODULE_0__.partition)(region).name;
}
/** The audience GitHub's token needs: STS in China wants its own name (AWS: IAM OIDC providers in China). */
function defaultAudience(partition) {
    return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}
/** Where each partition's one IAM control plane is signed for (reference: @aws-sdk/client-iam's endpoint rules). */
const IAM_SIGNING_REGIONS = {
    aws: 'us-east-1',
    'aws-cn': 'cn-north-1',
    'aws-us-gov': 'us-gov-west-1',
    'aws-iso': 'us-iso-east-1',
    'aws-iso-b': 'us-isob-east-1',
    'aws-iso-e': 'eu-isoe-west-1',
    'aws-iso-f': 'us-isof-south-1',
    'aws-eusc': 'eusc-de-east-1',
};
/** The region IAM requests to an endpoint of the user's own are signed for; the SDK knows it for AWS's endpoints only. */
function iamSigningRegion(region) {
    return IAM_SIGNING_REGIONS[partitionOfRegion(region)] ?? region;
}


/***/ }),

/***/ 9473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   z6: () => (/* binding */ asActionError)
/* harmony export */ });
/* unused harmony export ERROR_CODES */
/** Every code an error of ours can carry. Each has a heading of the same name in docs/troubleshooting.md. */
const ERROR_CODES = (/* unused pure expression or super */ null && ([
    'invalid-inputs',
    'no-oidc-variables',
    'oidc-token-failed',
    'token-file-unreadable',
    'no-base-credentials',
    'static-keys-changed',
    'assume-role-denied',
    'assume-role-failed',
    'session-impossible',
    'account-not-allowed',
    'lease-denied',
    'lease-part-missing',
    'lease-limit-reached',
    'lease-failed',
    'user-name-taken',
    'special-characters-remain',
    'propagation-timeout',
    'interrupted',
    'action-timeout',
    'lease-mismatch',
    'revoke-incomplete',
    'state-unreadable',
    'unexpected',
]));
/**
 * The only error a user sees: what we were doing and what AWS said (`message`), and what to do next (`remedy`).
 * Neither ever holds a request's parameters or a secret.
 */
class ActionError extends Error {
    code;
    remedy;
    constructor(code, message, options) {
        super(message, { cause: options.cause });
        this.name = 'ActionError';
        this.code = code;
        this.remedy = options.remedy;
    }
}
/** Any thrown value as an ActionError, so that one printer serves them all. */
function asActionError(thrown) {
    if (thrown instanceof ActionError)
        return thrown;
    const what = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    return new ActionError('unexpected', `Something failed that should not have: ${what}`, {
        remedy: 'run the job again with debug logging; if it persists, open an issue with the log.',
        cause: thrown,
    });
}


/***/ }),

/***/ 6039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ restoreAll),
/* harmony export */   M6: () => (/* binding */ noteBefore),
/* harmony export */   Se: () => (/* binding */ environmentCredentials),
/* harmony export */   az: () => (/* binding */ isolate),
/* harmony export */   jq: () => (/* binding */ awsVariables),
/* harmony export */   kK: () => (/* binding */ exportAll),
/* harmony export */   xI: () => (/* binding */ marked)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6421);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2466);




/** Variables whose values are secrets wherever they come from. */
const SECRET_VARIABLES = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_CONTAINER_AUTHORIZATION_TOKEN'];
const markOf = (value) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(value).digest('hex');
/** Notes what variables hold before we set them; what is secret among it is masked first. */
function noteBefore(names, secretNames, environment) {
    return names.map((name) => {
        const before = environment[name] ?? '';
        if (before !== '' && (secretNames.includes(name) || SECRET_VARIABLES.includes(name)))
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq)(before);
        return { name, before, mark: '' };
    });
}
/** The same notes with the marks of what is about to be set. */
function marked(changed, values) {
    return changed.map((each) => (Object.hasOwn(values, each.name) ? { ...each, mark: markOf(values[each.name] ?? '') } : each));
}
/** Sets variables for the job's later steps. */
function exportAll(values) {
    for (const [name, value] of Object.entries(values))
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .exportVariable */ .dN)(name, value);
}
/**
 * Gives variables that still hold our value back what they held before; others are somebody else's by now. A variable that did
 * not exist becomes empty, since the runner cannot unset one.
 * @returns the names left alone
 */
function restoreAll(changed, environment) {
    const ours = changed.filter(({ name, mark }) => mark !== '' && markOf(environment[name] ?? '') === mark);
    for (const { name, before } of ours)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .exportVariable */ .dN)(name, before);
    return changed.filter((each) => each.mark !== '' && !ours.includes(each)).map(({ name }) => name);
}
/** The credentials of an earlier step. */
function environmentCredentials(environment) {
    return {
        accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
        secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
        sessionToken: environment.AWS_SESSION_TOKEN ?? '',
    };
}
/** The AWS variables of the job, secrets masked, to be put back in post where the base identity comes from them. */
function awsVariables(environment) {
    const found = Object.entries(environment).filter((entry) => /^AWS_/.test(entry[0]) && !!entry[1]);
    for (const [name, value] of found)
        if (SECRET_VARIABLES.includes(name))
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq)(value);
    return Object.fromEntries(found);
}
/** Variables by which any step of the job could turn our own requests elsewhere. */
const LEADING = /^AWS_|^(NODE_TLS_REJECT_UNAUTHORIZED|SSL_CERT_FILE|SSL_CERT_DIR)$/i;
/**
 * Shuts this process off from what the environment and `~/.aws` say about AWS, so that only what we were told explicitly
 * counts; then puts back `kept`. Nothing here reaches the job.
 */
function isolate(environment, proxy, kept) {
    for (const name of Object.keys(environment))
        if (LEADING.test(name))
            delete environment[name];
    (0,_proxy_js__WEBPACK_IMPORTED_MODULE_3__/* .applyProxy */ .l)(proxy, environment);
    if (kept === undefined)
        Object.assign(environment, { AWS_CONFIG_FILE: node_os__WEBPACK_IMPORTED_MODULE_1__.devNull, AWS_SHARED_CREDENTIALS_FILE: node_os__WEBPACK_IMPORTED_MODULE_1__.devNull });
    else
        Object.assign(environment, kept);
}


/***/ }),

/***/ 9722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readStaticKeys),
/* harmony export */   x: () => (/* binding */ readIdentity)
/* harmony export */ });
/* harmony import */ var _aws_partition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6388);

/** Names of roles, without path (AWS: API_Role). */
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
const MAX_SESSION_NAME_CHARS = 64;
/** SPEC §2.1: who we are in AWS. */
function readIdentity(reader, around) {
    const staticKeys = readStaticKeys(reader, around.mask);
    const allowedAccountIds = reader.list('allowed-account-ids');
    for (const id of allowedAccountIds) {
        if (!/^\d{12}$/.test(id))
            reader.problem('allowed-account-ids', `has "${id}"; an account id has 12 digits`);
    }
    const roles = readRoles(reader);
    const externalId = reader.matching('role-external-id', /^[\w+=,.@:/-]{2,1224}$/, 'must have 2 to 1224 letters, digits or _+=,.@:/-');
    if (externalId !== '')
        around.mask(externalId);
    const source = readSource(reader, { roles, staticKeys, region: around.region });
    checkBareNames(reader, { roles, allowedAccountIds, source });
    const sessionName = readSessionName(reader, around.run);
    return {
        staticKeys,
        identity: { source, roles, sessionName, externalId: externalId || undefined, allowedAccountIds },
    };
}
function readStaticKeys(reader, mask) {
    const secretAccessKey = reader.text('aws-secret-access-key');
    if (secretAccessKey !== '')
        mask(secretAccessKey);
    const sessionToken = reader.text('aws-session-token');
    if (sessionToken !== '')
        mask(sessionToken);
    const accessKeyId = reader.text('aws-access-key-id');
    if (accessKeyId !== '')
        mask(accessKeyId);
    if (accessKeyId === '' && secretAccessKey === '' && sessionToken === '')
        return undefined;
    if (accessKeyId === '')
        reader.problem('aws-access-key-id', 'is missing beside the other credentials');
    if (secretAccessKey === '')
        reader.problem('aws-secret-access-key', 'is missing beside `aws-access-key-id`');
    return { accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) };
}
function readRoles(reader) {
    const roles = reader.list('role-to-assume');
    for (const role of roles) {
        const arn = (0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .parseArn */ .Lw)(role);
        const isRole = arn?.service === 'iam' && arn.resource.startsWith('role/') && arn.accountId !== '';
        if (!isRole && (role.startsWith('arn:') || !ROLE_NAME.test(role))) {
            reader.problem('role-to-assume', `has "${role}", which is neither a role’s ARN nor a role’s name`);
        }
    }
    return roles;
}
function readSource(reader, facts) {
    const path = reader.text('web-identity-token-file');
    const audience = reader.text('audience') || (0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultAudience */ .Yl)(partitionOf(facts));
    const skipOidc = reader.flag('force-skip-oidc', false);
    const chosen = [
        ...(facts.staticKeys === undefined ? [] : [{ input: 'aws-access-key-id', source: { kind: 'static-keys' } }]),
        ...(path === '' ? [] : [{ input: 'web-identity-token-file', source: { kind: 'token-file', path } }]),
        ...(reader.flag('role-chaining', false) ? [{ input: 'role-chaining', source: { kind: 'environment' } }] : []),
        ...(reader.flag('use-ambient-credentials', false)
            ? [{ input: 'use-ambient-credentials', source: { kind: 'ambient' } }]
            : []),
    ];
    const [first, second] = chosen;
    if (first !== undefined && second !== undefined) {
        reader.problem(first.input, `and \`${second.input}\` name two base identities; give one of them`);
    }
    const source = first?.source ?? { kind: 'oidc', audience };
    if (source.kind === 'oidc' && skipOidc) {
        reader.problem('force-skip-oidc', 'leaves nothing to authenticate with: give `aws-access-key-id`, `web-identity-token-file`, `role-chaining` or `use-ambient-credentials`');
    }
    else if ((source.kind === 'oidc' || source.kind === 'token-file') && facts.roles.length === 0) {
        reader.problem('role-to-assume', 'is missing: a token from OIDC or from a file needs a role to assume');
    }
    return source;
}
function partitionOf(facts) {
    return (0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .parseArn */ .Lw)(facts.roles[0] ?? '')?.partition ?? (0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOfRegion */ .cn)(facts.region);
}
/** A bare name needs an account: the one of the role before it, of the base credentials, or the only allowed one. */
function checkBareNames(reader, { roles, allowedAccountIds, source }) {
    const [first] = roles;
    const isBare = first !== undefined && !first.startsWith('arn:');
    const byToken = source.kind === 'oidc' || source.kind === 'token-file';
    if (isBare && byToken && allowedAccountIds.length !== 1) {
        reader.problem('role-to-assume', `names "${first}" without its account; give its ARN, or exactly one \`allowed-account-ids\``);
    }
}
function readSessionName(reader, run) {
    const given = reader.matching('role-session-name', /^[\w+=,.@-]{2,64}$/, 'must have 2 to 64 letters, digits or _+=,.@-');
    if (given !== '')
        return given;
    const repo = run.repository.split('/')[1] ?? '';
    const behind = `-${run.runId}-${run.runAttempt}`.replace(/[^\w+=,.@-]/g, '-');
    return `gha-${repo.replace(/[^\w+=,.@-]/g, '-')}`.slice(0, MAX_SESSION_NAME_CHARS - behind.length) + behind;
}


/***/ }),

/***/ 1840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   cN: () => (/* binding */ inputReader)
/* harmony export */ });
/* unused harmony export parseDuration */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);

const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];
/** Seconds in what a duration may be made of, in the order it must be written. */
const DURATION = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const UNIT_SECONDS = [86_400, 3_600, 60, 1];
/** A duration (`90s`, `45m`, `1h30m`, `7d`, plain seconds) in seconds; `undefined` when it is none. */
function parseDuration(text) {
    if (/^\d{1,9}$/.test(text))
        return Number(text);
    const match = DURATION.exec(text);
    if (!match || text === '')
        return undefined;
    return match.slice(1).reduce((sum, amount, index) => sum + Number(amount ?? 0) * (UNIT_SECONDS[index] ?? 0), 0);
}
/** Items between commas and newlines, trimmed, empties dropped. */
function parseList(text) {
    return text.split(/[,\n]/).map((item) => item.trim()).filter((item) => item !== '');
}
function inputReader(read = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4) {
    const problems = [];
    const names = new Set();
    const text = (name) => {
        names.add(name);
        return read(name);
    };
    const problem = (name, sentence) => {
        problems.push(`\`${name}\` ${sentence}`);
    };
    const matching = (name, pattern, sentence) => {
        const value = text(name);
        if (value !== '' && !pattern.test(value))
            problem(name, sentence);
        return value;
    };
    return {
        problems,
        /** Every name asked for so far. */
        names,
        problem,
        text,
        matching,
        list: (name) => parseList(text(name)),
        flag(name, fallback) {
            const value = text(name);
            if (value === '')
                return fallback;
            if (!TRUE.includes(value) && !FALSE.includes(value))
                problem(name, `must be true or false, not "${value}"`);
            return TRUE.includes(value);
        },
        oneOf(name, choices) {
            const value = text(name);
            const choice = choices.find((candidate) => candidate === value);
            if (value !== '' && choice === undefined)
                problem(name, `must be one of ${choices.join(', ')}, not "${value}"`);
            return choice ?? choices[0];
        },
        whole(name, bounds) {
            const value = text(name);
            if (value === '')
                return bounds.fallback;
            const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
            if (number >= bounds.least && number <= bounds.most)
                return number;
            problem(name, `must be a whole number from ${bounds.least} to ${bounds.most}, not "${value}"`);
            return bounds.fallback;
        },
        seconds(name, fallback) {
            const value = text(name);
            if (value === '')
                return fallback;
            const parsed = parseDuration(value);
            if (parsed === undefined)
                problem(name, `must be a duration such as 90s, 45m, 1h30m, 7d or plain seconds, not "${value}"`);
            return parsed ?? fallback;
        },
        /** The one of two names for the same thing that is given; both, and different, is a problem. */
        either(name, otherName) {
            const value = text(name);
            const other = text(otherName);
            if (value !== '' && other !== '' && value !== other) {
                problem(name, `and \`${otherName}\` are two names for one thing and differ; give one of them`);
            }
            return value === '' && other !== '' ? { name: otherName, value: other } : { name, value };
        },
        url(name) {
            const value = text(name);
            if (value === '')
                return undefined;
            const parsed = URL.canParse(value) ? new URL(value) : undefined;
            if (parsed !== undefined && ['http:', 'https:'].includes(parsed.protocol))
                return value;
            problem(name, 'must be a URL that begins with https:// or http://');
            return undefined;
        },
    };
}


/***/ }),

/***/ 2466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ applyProxy),
/* harmony export */   n: () => (/* binding */ readProxy)
/* harmony export */ });
/** Where a proxy's URL, with its user info, may be given. */
const SOURCES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'INPUT_HTTP-PROXY'];
const inEnvironment = (environment, name) => environment[name.toLowerCase()] || environment[name.toUpperCase()] || '';
/** The proxies from `http-proxy` and `no-proxy`, else from the environment, both cases; user info is masked. */
function readProxy(reader, environment, mask) {
    const given = reader.url('http-proxy') ?? '';
    const noProxy = reader.text('no-proxy');
    const https = given || inEnvironment(environment, 'https_proxy') || inEnvironment(environment, 'all_proxy');
    const http = given || inEnvironment(environment, 'http_proxy') || inEnvironment(environment, 'all_proxy');
    for (const url of [https, http])
        maskUserInfo(url, mask);
    return { http: bare(http), https: bare(https), noProxy: noProxy || inEnvironment(environment, 'no_proxy') };
}
/**
 * Makes these the proxies of this process, and these alone: whatever else the environment says by now is removed. User info is
 * taken from wherever the very same proxy is still given with it.
 */
function applyProxy(proxy, environment) {
    const given = SOURCES.map((name) => environment[name] ?? '').filter((url) => url !== '');
    const whole = (url) => (url === '' ? '' : (given.find((candidate) => bare(candidate) === url) ?? url));
    const values = { http_proxy: whole(proxy.http), https_proxy: whole(proxy.https), no_proxy: proxy.noProxy };
    for (const name of ['http_proxy', 'https_proxy', 'no_proxy', 'all_proxy']) {
        delete environment[name];
        delete environment[name.toUpperCase()];
    }
    for (const [name, value] of Object.entries(values))
        if (value !== '')
            environment[name] = value;
}
/** The URL without user info; a text without a scheme is taken as http, as proxy variables often are. */
function bare(text) {
    const url = parse(text);
    if (url === undefined)
        return '';
    url.username = '';
    url.password = '';
    return url.href;
}
function maskUserInfo(text, mask) {
    const url = parse(text);
    if (url === undefined || url.password === '')
        return;
    mask(url.password);
    mask(decodeURIComponent(url.password));
    mask(`${url.username}:${url.password}`);
}
function parse(text) {
    const whole = text.includes('://') ? text : `http://${text}`;
    return text !== '' && URL.canParse(whole) ? new URL(whole) : undefined;
}


/***/ }),

/***/ 7503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LP: () => (/* binding */ tokenService),
/* harmony export */   WN: () => (/* binding */ whyNoTokenService),
/* harmony export */   pI: () => (/* binding */ runFacts)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

/** This run as the runner describes it. The job's `environment:` is told by the OIDC token only, so it is empty here. */
function runFacts(environment) {
    const of = (name) => environment[name] ?? '';
    return {
        repository: of('GITHUB_REPOSITORY'),
        repositoryId: of('GITHUB_REPOSITORY_ID'),
        runId: of('GITHUB_RUN_ID'),
        runAttempt: of('GITHUB_RUN_ATTEMPT'),
        workflow: of('GITHUB_WORKFLOW'),
        job: of('GITHUB_JOB'),
        actor: of('GITHUB_ACTOR'),
        sha: of('GITHUB_SHA'),
        refName: of('GITHUB_REF_NAME'),
        environment: '',
    };
}
/** GitHub's token service; `undefined` when the job has no `id-token: write`. */
function tokenService(environment) {
    const requestUrl = environment.ACTIONS_ID_TOKEN_REQUEST_URL ?? '';
    const requestToken = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '';
    return requestUrl === '' || requestToken === '' ? undefined : { requestUrl, requestToken };
}
/** Why this job may have no token service although the workflow asks for it; `undefined` when nothing explains it. */
function whyNoTokenService(environment) {
    if (environment.GITHUB_ACTOR === 'dependabot[bot]') {
        return 'Dependabot started this run: GitHub gives such runs a read-only token and, on pull requests, no `id-token: write`.';
    }
    const pullRequest = pullRequestIn(environment);
    const head = pullRequest?.head?.repo?.full_name;
    if (pullRequest !== undefined && head !== environment.GITHUB_REPOSITORY) {
        return `The pull request comes from a fork (${head ?? 'deleted since'}): GitHub never gives such runs \`id-token: write\`.`;
    }
    return undefined;
}
function pullRequestIn(environment) {
    try {
        const event = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(environment.GITHUB_EVENT_PATH ?? '', 'utf8'));
        return event.pull_request;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ note),
/* harmony export */   Sg: () => (/* binding */ claimState),
/* harmony export */   W8: () => (/* binding */ journal),
/* harmony export */   ZT: () => (/* binding */ noted),
/* harmony export */   Zr: () => (/* binding */ sameKeys)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);


const KEYS = ['access', 'lease', 'session', 'environment'];
/** Claims every key, empty; main's very first act. */
function claimState() {
    for (const key of KEYS)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(key, '');
}
/** Writes one note; it is on disk when this returns, also if we are killed next. */
function note(key, value) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(key, JSON.stringify(value));
}
/** One note of main's; `undefined` when main did not get so far. */
function noted(key) {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(key);
    if (text === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('state-unreadable', `Reading what main noted about \`${key}\` failed`, {
            remedy: 'Look for IAM users of this run under the lease path; the guard ends their keys by itself.',
            cause,
        });
    }
}
/** The lease's journal: GitHub's state file. */
const journal = { write: (record) => note('lease', record) };
/** The static keys as post's inputs name them, if they still are the ones main used. */
function sameKeys(keys, mark, markOf) {
    if (keys !== undefined && markOf(keys) === mark)
        return keys;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('static-keys-changed', 'The static access keys in post’s inputs are not the ones main used', {
        remedy: 'This happens in nested composite actions (actions/runner#2030): use OIDC there, or delete the user by the commands shown.',
    });
}


/***/ }),

/***/ 4686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R8: () => (/* binding */ warn),
/* harmony export */   eg: () => (/* binding */ runStep),
/* harmony export */   fJ: () => (/* binding */ fail)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6421);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9473);




/**
 * After SIGINT the runner waits 7.5 s for SIGTERM and 2.5 s more to kill (reference: github-runner.md §4). Calls under way get
 * this long to settle, so that what they did is known; the rest is for the rollback.
 */
const SETTLE_MS = 1_500;
const clock = {
    now: Date.now,
    async sleep(milliseconds, signal) {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal }).catch((aborted) => {
            throw signal?.reason ?? aborted;
        });
    },
};
const randomness = {
    text: (alphabet, length) => Array.from({ length }, () => alphabet[(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(alphabet.length)]).join(''),
    fraction: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(2 ** 32) / 2 ** 32,
};
/** Runs one stage of the action: signals become an orderly end, whatever is thrown becomes a message and a failed step. */
async function runStep(act) {
    const soft = new AbortController();
    const hard = new AbortController();
    const end = (reason) => {
        if (soft.signal.aborted)
            return;
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq)(`${reason.message}; ending in good order.`);
        soft.abort(reason);
        setTimeout(() => hard.abort(reason), SETTLE_MS).unref();
    };
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => end(interrupted(signal)));
    const endAfter = (seconds) => {
        setTimeout(() => end(timedOut(seconds)), seconds * 1000).unref();
    };
    const lifetime = { soft: soft.signal, hard: hard.signal };
    try {
        await act({ lifetime, clock, randomness, log: { info: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq, notice: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .notice */ .lm, warning: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e }, endAfter });
    }
    catch (thrown) {
        fail(thrown);
    }
}
/** Prints an error with its remedy and fails the step. */
function fail(thrown) {
    const error = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asActionError */ .z6)(thrown);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setFailed */ .C1)(textOf(error));
    if (error.cause instanceof Error)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .debug */ .Yz)(`Caused by ${error.cause.name}`);
}
/** Prints an error with its remedy as a warning; the step goes on. */
function warn(thrown) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e)(textOf((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asActionError */ .z6)(thrown)));
}
function textOf(error) {
    return `${error.message}\n\nWhat to do: ${error.remedy}\nMore: docs/troubleshooting.md#${error.code}`;
}
function interrupted(signal) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('interrupted', `The runner stopped this step (${signal})`, {
        remedy: 'Nothing, if the job was cancelled. Otherwise look at the step’s and job’s `timeout-minutes`.',
    });
}
function timedOut(seconds) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('action-timeout', `The step took longer than \`action-timeout-s\`, ${seconds} s`, {
        remedy: 'Raise `action-timeout-s`, or look above for what was slow.',
    });
}


/***/ }),

/***/ 3794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ summariseIssue),
/* harmony export */   n: () => (/* binding */ summariseRevocation)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);
/* harmony import */ var _lease_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7583);


const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '&#124;');
/** Job summary of main: who, what, until when, how long the key took to work. */
async function summariseIssue(lease, run, revokedInPost) {
    const isUser = lease.kind === 'iam-user';
    await write('AWS credentials issued', [
        ['Identity', lease.arn],
        ['Kind', isUser ? 'IAM user with one access key' : 'STS session'],
        ['For', `${run.repository}, run ${run.runId} attempt ${run.runAttempt}, job ${run.job}`],
        ['Ends by itself', (0,_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .rfc3339 */ .a)(lease.expiresAt)],
        ['Ends before that', endsBefore(isUser, revokedInPost)],
        ...(isUser ? [['Usable after', lease.propagationMs === undefined ? 'not waited for' : `${lease.propagationMs} ms`]] : []),
    ]);
}
function endsBefore(isUser, revokedInPost) {
    if (!isUser)
        return 'no: AWS cannot take a session back';
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
    const outcomes = { deleted: 'deleted', 'already-gone': 'was gone already', incomplete: 'NOT deleted' };
    await write('AWS credentials revoked', [
        ['IAM user', `${revocation.userName}: ${outcomes[revocation.outcome]}`],
        ['Removed from it', revocation.removed.join(', ') || 'nothing'],
        ['Proof', PROOFS[revocation.proof]],
        ...(revocation.failures.length === 0 ? [] : [['Failed', revocation.failures.join('; ')]]),
    ]);
}
/** A summary is a courtesy: where the runner takes none, the step does not fail for it. */
async function write(heading, rows) {
    const table = rows.map(([name, value]) => [{ data: escaped(name), header: true }, { data: escaped(value) }]);
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addHeading(heading, 3).addTable(table).write();
    }
    catch (error) {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz)(`No job summary: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 8269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ connect),
/* harmony export */   U: () => (/* binding */ sessionHop)
/* harmony export */ });
/* harmony import */ var _aws_failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);
/* harmony import */ var _aws_partition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6388);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);



/** A managing session is needed for seconds; 900 s is the least STS gives (AWS: AssumeRole, DurationSeconds). */
const MANAGING_SECONDS = 900;
const HOUR = 3600;
/**
 * The managing identity: the source, then every role of the chain. The account is checked before it is handed out.
 * @throws ActionError with the step that failed
 */
async function connect(plan, base, deps) {
    const caller = plan.roles.length === 0
        ? await callerOf(await credentialsOf(base), deps)
        : await managingSession(plan, base, deps);
    assertAccount(caller.accountId, plan);
    return caller;
}
async function managingSession(plan, base, deps) {
    try {
        return await (await roleHop(plan, base, deps)).obtain({ durationSeconds: MANAGING_SECONDS });
    }
    catch (cause) {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ || deps.lifetime.soft.aborted)
            throw cause;
        throw (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('assume-role-failed', `Assuming ${plan.roles.join(', then ')}`, {
            remedy: 'Check `role-to-assume` and `aws-region`, and that the runner reaches STS.',
            cause,
        });
    }
}
/** The step that yields a session lease; all roles but the last have been assumed when this returns. */
async function sessionHop(plan, base, deps) {
    const hop = plan.roles.length === 0 ? await ownSessionHop(plan, base, deps) : await roleHop(plan, base, deps);
    return {
        ...hop,
        obtain: async (request) => {
            const caller = await hop.obtain(request);
            assertAccount(caller.accountId, plan);
            return caller;
        },
    };
}
/** The account guard: nothing is created in, and nothing exported from, an account the workflow did not name. */
function assertAccount(accountId, plan) {
    if (plan.allowedAccountIds.length === 0 || plan.allowedAccountIds.includes(accountId))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('account-not-allowed', `The credentials lead into account ${accountId}, which \`allowed-account-ids\` does not name`, { remedy: 'Correct `role-to-assume` or `allowed-account-ids`. Nothing was created.' });
}
async function roleHop(plan, base, deps) {
    const known = plan.allowedAccountIds.length === 1 ? plan.allowedAccountIds[0] : undefined;
    const [first = '', ...others] = plan.roles;
    if (base.kind === 'credentials')
        return chainHop(plan, plan.roles, await credentialsStart(base, plan, deps), deps);
    // Asked for while the SDK loads.
    const begun = base.token();
    begun.catch(() => undefined);
    const { assumeWithToken } = await Promise.all(/* import() */[__webpack_require__.e(695), __webpack_require__.e(820)]).then(__webpack_require__.bind(__webpack_require__, 1820));
    let next = begun;
    const token = () => {
        const answer = next ?? base.token();
        next = undefined;
        return answer;
    };
    const step = stepOf(plan, roleArn(first, known, deps));
    const hop = {
        maximumSeconds: 12 * HOUR,
        because: 'a role session lasts at most 12 hours',
        obtain: (request) => assumeWithToken(token, step, request, deps),
    };
    if (others.length === 0)
        return hop;
    const caller = await hop.obtain({ durationSeconds: MANAGING_SECONDS });
    return chainHop(plan, others, { credentials: caller.credentials, accountId: caller.accountId }, deps);
}
async function credentialsStart(base, plan, deps) {
    const credentials = await credentialsOf(base);
    const [first = ''] = plan.roles;
    if ((0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_1__/* .parseArn */ .Lw)(first) !== undefined)
        return { credentials, accountId: undefined };
    return { credentials, accountId: (await callerOf(credentials, deps)).accountId };
}
/** Assumes all of `roles` but the last with the credentials before it; the last is the hop. */
async function chainHop(plan, roles, start, deps) {
    const { assumeWithCredentials } = await Promise.all(/* import() */[__webpack_require__.e(695), __webpack_require__.e(820)]).then(__webpack_require__.bind(__webpack_require__, 1820));
    let { credentials, accountId } = start;
    for (const role of roles.slice(0, -1)) {
        const step = stepOf(plan, roleArn(role, accountId, deps));
        ({ credentials, accountId } = await assumeWithCredentials(credentials, step, { durationSeconds: MANAGING_SECONDS }, deps));
    }
    const last = stepOf(plan, roleArn(roles.at(-1) ?? '', accountId, deps));
    const chained = credentials.sessionToken !== undefined;
    return {
        maximumSeconds: chained ? HOUR : 12 * HOUR,
        because: chained
            ? 'AWS allows one hour when a role session assumes the next role (role chaining)'
            : 'a role session lasts at most 12 hours',
        obtain: (request) => assumeWithCredentials(credentials, last, request, deps),
    };
}
/** A session of an IAM user's own, from its long-lived keys. */
async function ownSessionHop(plan, base, deps) {
    const credentials = await credentialsOf(base);
    if (credentials.sessionToken !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('session-impossible', 'A session cannot be made from a session: AWS gives one only to long-lived keys or to a role', {
            remedy: 'Name a role in `role-to-assume`, or use `credential-type: iam-user`.',
        });
    }
    const { userSession } = await Promise.all(/* import() */[__webpack_require__.e(695), __webpack_require__.e(725)]).then(__webpack_require__.bind(__webpack_require__, 2725));
    return userSession(await callerOf(credentials, deps), plan.sessionName, deps);
}
async function credentialsOf(base) {
    if (base.kind === 'credentials')
        return base.credentials();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('session-impossible', 'A token alone is no identity in AWS: it needs a role', {
        remedy: 'Name the role in `role-to-assume`.',
    });
}
async function callerOf(credentials, deps) {
    const { whoIs } = await Promise.all(/* import() */[__webpack_require__.e(695), __webpack_require__.e(996)]).then(__webpack_require__.bind(__webpack_require__, 2996));
    return whoIs(credentials, deps);
}
function stepOf(plan, arn) {
    return { roleArn: arn, sessionName: plan.sessionName, externalId: plan.externalId };
}
/** A role's ARN; a bare name lies in the account known by then, in the region's partition. */
function roleArn(role, accountId, deps) {
    if ((0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_1__/* .parseArn */ .Lw)(role) !== undefined)
        return role;
    return `arn:${(0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionOfRegion */ .cn)(deps.connection.region)}:iam::${accountId ?? ''}:role/${role}`;
}


/***/ }),

/***/ 4470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ environmentIdentity)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** The credentials that were in the job's environment when main began (`role-chaining`). */
function environmentIdentity(found, deps) {
    return {
        kind: 'credentials',
        async credentials() {
            const { accessKeyId, secretAccessKey, sessionToken } = found;
            if (accessKeyId === '' || secretAccessKey === '') {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('no-base-credentials', 'Taking the credentials from the job’s environment failed: there are none', {
                    remedy: '`role-chaining` uses AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of an earlier step: put that step before this one, or drop `role-chaining`.',
                });
            }
            for (const secret of [secretAccessKey, sessionToken, accessKeyId])
                if (secret !== '')
                    deps.mask(secret);
            return { accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) };
        },
    };
}


/***/ }),

/***/ 7782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ claimsOf),
/* harmony export */   q: () => (/* binding */ oidcIdentity)
/* harmony export */ });
/* harmony import */ var _smithy_core_protocols__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3422);
/* harmony import */ var _aws_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4832);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);



const MAX_TRIES = 6;
const FIRST_PAUSE_MS = 250;
/** GitHub's OIDC token of this job; a new one at every call, for it lives five minutes only (actions/toolkit#2048). */
function oidcIdentity(service, audience, deps) {
    return {
        kind: 'token',
        async token() {
            for (let tries = 1;; tries++) {
                const outcome = await requestToken(service, audience, deps);
                if (outcome.ok)
                    return outcome.token;
                if (!outcome.again || tries === MAX_TRIES || deps.lifetime.soft.aborted)
                    throw outcome.error;
                await deps.sleep(FIRST_PAUSE_MS * 2 ** (tries - 1) * (0.5 + deps.fraction() / 2), deps.lifetime.soft);
            }
        },
    };
}
async function requestToken(service, audience, deps) {
    const url = new URL(service.requestUrl);
    url.searchParams.set('audience', audience);
    const request = new _smithy_core_protocols__WEBPACK_IMPORTED_MODULE_2__.HttpRequest({
        protocol: url.protocol,
        hostname: url.hostname,
        ...(url.port === '' ? {} : { port: Number(url.port) }),
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: { host: url.host, authorization: `Bearer ${service.requestToken}`, accept: 'application/json' },
    });
    try {
        const { response } = await (0,_aws_http_js__WEBPACK_IMPORTED_MODULE_0__/* .httpHandler */ .b)({ keepAlive: false }).handle(request, { abortSignal: deps.lifetime.hard });
        const body = await text(response.body);
        if (response.statusCode !== 200) {
            return refused(`answered ${response.statusCode}`, response.statusCode >= 500 || response.statusCode === 429);
        }
        const token = tokenIn(body);
        if (token === undefined)
            return refused('answered without a token', true);
        deps.mask(token);
        return { ok: true, token };
    }
    catch (cause) {
        return refused(cause instanceof Error ? cause.message : String(cause), !deps.lifetime.hard.aborted, cause);
    }
}
function refused(what, again, cause) {
    const error = new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('oidc-token-failed', `Asking GitHub for an OIDC token failed: the token service ${what}`, {
        remedy: 'Run the job again; if it persists, look at githubstatus.com and at the proxy between runner and GitHub.',
        cause,
    });
    return { ok: false, again, error };
}
function tokenIn(body) {
    try {
        const { value } = JSON.parse(body);
        return typeof value === 'string' && value !== '' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
async function text(body) {
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}
/** The claims of a token, unverified: for messages and for the job's environment, never for a decision on trust. */
function claimsOf(token) {
    try {
        const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
        const entries = Object.entries(payload).filter((entry) => typeof entry[1] === 'string');
        return Object.fromEntries(entries);
    }
    catch {
        return {};
    }
}


/***/ }),

/***/ 1686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   h: () => (/* binding */ staticKeysIdentity)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Credentials given as inputs. */
function staticKeysIdentity(keys) {
    return { kind: 'credentials', credentials: async () => keys };
}
/** A one-way mark of credentials, by which post knows that its inputs still name the ones main used. */
function fingerprint(keys) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update([keys.accessKeyId, keys.secretAccessKey, keys.sessionToken ?? ''].join('\n'))
        .digest('hex');
}


/***/ }),

/***/ 12:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ openAccess)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _github_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6039);
/* harmony import */ var _github_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7503);
/* harmony import */ var _identity_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4470);
/* harmony import */ var _identity_oidc_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7782);
/* harmony import */ var _identity_static_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1686);







/**
 * Opens the way into AWS that a plan names.
 * @throws ActionError `no-oidc-variables` where GitHub gives this job no token
 */
async function openAccess(plan, means, by) {
    const deps = {
        connection: by.connection,
        lifetime: by.lifetime,
        mask: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq,
        sleep: by.step.clock.sleep,
        fraction: by.step.randomness.fraction,
    };
    const base = await baseIdentity(plan, means, deps);
    if (base.kind === 'credentials' || plan.source.kind !== 'oidc')
        return { base, deps, environmentName: () => '' };
    let environmentName = '';
    const token = async () => {
        const fresh = await base.token();
        environmentName = (0,_identity_oidc_js__WEBPACK_IMPORTED_MODULE_5__/* .claimsOf */ .d)(fresh).environment ?? '';
        return fresh;
    };
    return { base: { kind: 'token', token }, deps, environmentName: () => environmentName };
}
async function baseIdentity(plan, means, deps) {
    const { source } = plan;
    switch (source.kind) {
        case 'oidc': {
            const service = (0,_github_run_js__WEBPACK_IMPORTED_MODULE_3__/* .tokenService */ .LP)(means.environment);
            if (service === undefined)
                throw noTokenService(means.environment);
            return (0,_identity_oidc_js__WEBPACK_IMPORTED_MODULE_5__/* .oidcIdentity */ .q)(service, source.audience, deps);
        }
        case 'token-file': {
            const { tokenFileIdentity } = await __webpack_require__.e(/* import() */ 333).then(__webpack_require__.bind(__webpack_require__, 5333));
            return tokenFileIdentity(source.path, deps);
        }
        case 'static-keys':
            return (0,_identity_static_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .staticKeysIdentity */ .h)(means.staticKeys());
        case 'environment':
            return (0,_identity_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentIdentity */ .o)((0,_github_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentCredentials */ .Se)(means.environment), deps);
        case 'ambient': {
            const { ambientIdentity } = await __webpack_require__.e(/* import() */ 963).then(__webpack_require__.bind(__webpack_require__, 1963));
            return ambientIdentity(deps);
        }
    }
}
function noTokenService(environment) {
    const why = (0,_github_run_js__WEBPACK_IMPORTED_MODULE_3__/* .whyNoTokenService */ .WN)(environment);
    const message = 'GitHub gives this job no OIDC token: ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('no-oidc-variables', why === undefined ? message : `${message}. ${why}`, {
        remedy: [
            'give the job this block:',
            'permissions:',
            '  id-token: write',
            '  contents: read',
            'In a reusable workflow the calling job needs it too. Without OIDC, use `aws-access-key-id`, `web-identity-token-file`, `role-chaining` or `use-ambient-credentials`.',
        ].join('\n'),
    });
}


/***/ }),

/***/ 1400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ afterCreate),
/* harmony export */   r: () => (/* binding */ pauseMs)
/* harmony export */ });
/* harmony import */ var _aws_failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);

/** The pause before try number `tries + 1`, in milliseconds. */
function pauseMs(backoff, tries, randomness) {
    const full = Math.min(backoff.mostMs, backoff.firstMs * 2 ** tries);
    return full * (0.5 + randomness.fraction() / 2);
}
/** Our own writes are usually seen within 2 s, at worst within 15 (reference: aws-iam-sts.md §5.1). */
const SETTLE_BACKOFF = { firstMs: 250, mostMs: 2_000 };
const SETTLE_MS = 30_000;
/** Once the user itself has been seen, something else is missing; so many further tries rule out that it just lags too. */
const TRIES_ONCE_SEEN = 3;
/**
 * Runs the calls that follow `CreateUser`. IAM is eventually consistent: right after our own create it may answer
 * `NoSuchEntity` for the user, which is retried up to 30 s. The same code also means that a policy or a group is missing, so
 * as soon as any call has shown that the user is visible, it is believed after a few tries.
 */
function afterCreate(waiting) {
    let userSeen = false;
    return async (call, about) => {
        const deadline = waiting.clock.now() + SETTLE_MS;
        let triesOnceSeen = 0;
        for (let tries = 0;; tries++) {
            try {
                const answer = await call();
                if (about === 'user')
                    userSeen = true;
                return answer;
            }
            catch (error) {
                if (userSeen)
                    triesOnceSeen++;
                const settled = triesOnceSeen >= TRIES_ONCE_SEEN || waiting.clock.now() >= deadline;
                if (!(0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, 'NoSuchEntity') || settled)
                    throw error;
            }
            await waiting.clock.sleep(pauseMs(SETTLE_BACKOFF, tries, waiting.randomness), waiting.signal);
        }
    };
}


/***/ }),

/***/ 1728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ guardPolicy),
/* harmony export */   N: () => (/* binding */ GUARD_POLICY_NAME),
/* harmony export */   z_: () => (/* binding */ guardSize)
/* harmony export */ });
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7583);

/** The inline policy's name on every user lease. */
const GUARD_POLICY_NAME = 'lease-guard';
/**
 * The policy that makes a lease end inside AWS, whatever becomes of the runner: (1) everything is denied once `expiresAt` has
 * passed; (2) the user may read itself but change nothing about itself: its keys, policies, boundary, login, and (groups being
 * resources of their own) its memberships. Without blanks: inline policies share 2,048 characters per user.
 */
function guardPolicy(userArn, expiresAt) {
    return JSON.stringify({
        Version: '2012-10-17',
        Statement: [
            {
                Sid: 'LeaseExpired',
                Effect: 'Deny',
                Action: '*',
                Resource: '*',
                Condition: { DateGreaterThanEquals: { 'aws:CurrentTime': (0,_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .a)(expiresAt) } },
            },
            { Sid: 'NoChangeToItself', Effect: 'Deny', NotAction: ['iam:Get*', 'iam:List*'], Resource: userArn },
            {
                Sid: 'NoChangeOfGroups',
                Effect: 'Deny',
                Action: ['iam:AddUserToGroup', 'iam:RemoveUserFromGroup'],
                Resource: '*',
            },
        ],
    });
}
/** The guard's size in characters, for the budget of 2,048: the ARN's account id has always 12 digits. */
function guardSize(partition, path, userName) {
    return guardPolicy(`arn:${partition}:iam::000000000000:user${path}${userName}`, new Date(0)).length;
}


/***/ }),

/***/ 7583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ rfc3339),
/* harmony export */   h: () => (/* binding */ momentAfter)
/* harmony export */ });
/** `2026-11-21T09:00:00Z`: RFC 3339 in UTC, whole seconds, as tags and conditions carry it. */
function rfc3339(date) {
    return `${date.toISOString().slice(0, 19)}Z`;
}
/** The moment `seconds` after `nowMs`. */
function momentAfter(nowMs, seconds) {
    return new Date(nowMs + seconds * 1000);
}


/***/ }),

/***/ 2753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ revokeUser)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-iam/dist-cjs/index.js
var dist_cjs = __webpack_require__(6764);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/lease/children.js

const page = (ids, answer = {}) => ({
    ids: ids ?? [],
    next: answer.Marker,
});
const ACCESS_KEYS = {
    label: 'access key',
    rare: false,
    async list(iam, UserName, marker) {
        const answer = await iam.send(new dist_cjs/* ListAccessKeysCommand */.Qxm({ UserName, ...marker }));
        return page(answer.AccessKeyMetadata?.map((key) => key.AccessKeyId), answer);
    },
    remove: (iam, UserName, AccessKeyId) => iam.send(new dist_cjs/* DeleteAccessKeyCommand */.yq0({ UserName, AccessKeyId })),
};
const INLINE_POLICIES = {
    label: 'inline policy',
    rare: false,
    async list(iam, UserName, marker) {
        const answer = await iam.send(new dist_cjs/* ListUserPoliciesCommand */.Lt8({ UserName, ...marker }));
        return page(answer.PolicyNames, answer);
    },
    remove: (iam, UserName, PolicyName) => iam.send(new dist_cjs/* DeleteUserPolicyCommand */.QJ2({ UserName, PolicyName })),
};
/** The kinds other than access keys, the common ones first. */
const OTHER_KINDS = [
    {
        label: 'attached policy',
        rare: false,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new dist_cjs/* ListAttachedUserPoliciesCommand */.zf4({ UserName, ...marker }));
            return page(answer.AttachedPolicies?.map((policy) => policy.PolicyArn), answer);
        },
        remove: (iam, UserName, PolicyArn) => iam.send(new dist_cjs/* DetachUserPolicyCommand */.mC4({ UserName, PolicyArn })),
    },
    INLINE_POLICIES,
    {
        label: 'group membership',
        rare: false,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new dist_cjs/* ListGroupsForUserCommand */.WcQ({ UserName, ...marker }));
            return page(answer.Groups?.map((group) => group.GroupName), answer);
        },
        remove: (iam, UserName, GroupName) => iam.send(new dist_cjs/* RemoveUserFromGroupCommand */.IuP({ UserName, GroupName })),
    },
    {
        label: 'login profile',
        rare: true,
        async list(iam, UserName) {
            await iam.send(new dist_cjs/* GetLoginProfileCommand */.aZV({ UserName }));
            return page([UserName]);
        },
        remove: (iam, UserName) => iam.send(new dist_cjs/* DeleteLoginProfileCommand */.r34({ UserName })),
    },
    {
        label: 'MFA device',
        rare: true,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new dist_cjs/* ListMFADevicesCommand */.UxV({ UserName, ...marker }));
            return page(answer.MFADevices?.map((device) => device.SerialNumber), answer);
        },
        async remove(iam, UserName, SerialNumber) {
            await iam.send(new dist_cjs/* DeactivateMFADeviceCommand */.ShG({ UserName, SerialNumber }));
            // A virtual device is an entity of its own, named by an ARN, and would stay behind.
            if (SerialNumber.startsWith('arn:'))
                await iam.send(new dist_cjs/* DeleteVirtualMFADeviceCommand */.Oem({ SerialNumber }));
        },
    },
    {
        label: 'SSH public key',
        rare: true,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new dist_cjs/* ListSSHPublicKeysCommand */.pmF({ UserName, ...marker }));
            return page(answer.SSHPublicKeys?.map((key) => key.SSHPublicKeyId), answer);
        },
        remove: (iam, UserName, SSHPublicKeyId) => iam.send(new dist_cjs/* DeleteSSHPublicKeyCommand */.JGD({ UserName, SSHPublicKeyId })),
    },
    {
        label: 'signing certificate',
        rare: true,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new dist_cjs/* ListSigningCertificatesCommand */.BIy({ UserName, ...marker }));
            return page(answer.Certificates?.map((certificate) => certificate.CertificateId), answer);
        },
        remove: (iam, UserName, CertificateId) => iam.send(new dist_cjs/* DeleteSigningCertificateCommand */.jPg({ UserName, CertificateId })),
    },
    {
        label: 'service-specific credential',
        rare: true,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new dist_cjs/* ListServiceSpecificCredentialsCommand */.HsU({ UserName, ...marker }));
            return page(answer.ServiceSpecificCredentials?.map((credential) => credential.ServiceSpecificCredentialId), answer);
        },
        remove: (iam, UserName, ServiceSpecificCredentialId) => iam.send(new dist_cjs/* DeleteServiceSpecificCredentialCommand */.$94({ UserName, ServiceSpecificCredentialId })),
    },
];
/** Every id of a kind, through all pages. */
async function listChildren(kind, iam, userName) {
    const found = [];
    let next;
    do {
        const answer = await kind.list(iam, userName, next === undefined ? {} : { Marker: next });
        found.push(...answer.ids.filter((id) => id !== undefined));
        next = answer.next;
    } while (next !== undefined);
    return found;
}

// EXTERNAL MODULE: ./build/lease/eventually.js
var eventually = __webpack_require__(1400);
// EXTERNAL MODULE: ./build/lease/guard.js
var guard = __webpack_require__(1728);
;// CONCATENATED MODULE: ./build/lease/proof.js


/** AWS forgets a deleted key after 3–4 s (reference: aws-iam-sts.md §5.1). */
const PROOF_MS = 10_000;
const BACKOFF = { firstMs: 250, mostMs: 1_000 };
/**
 * Proves that keys are dead, knowing only their ids: STS answers `InvalidClientTokenId` for a key it does not know before it
 * looks at the signature, and `SignatureDoesNotMatch` for one it does. So the secret need not be kept for this.
 * Asks at once, then again for up to 10 s.
 */
async function proveDead(accessKeyIds, probe, waiting) {
    const proofs = await Promise.all(accessKeyIds.map((id) => proveOneDead(id, probe, waiting)));
    return proofs.find((proof) => proof !== 'dead') ?? 'dead';
}
async function proveOneDead(accessKeyId, probe, waiting) {
    const deadline = waiting.clock.now() + PROOF_MS;
    const ask = await probe(accessKeyId);
    for (let tries = 0;; tries++) {
        const answer = await ask().then(() => 'alive', (error) => verdict(error));
        const pause = (0,eventually/* pauseMs */.r)(BACKOFF, tries, waiting.randomness);
        if (answer === 'dead' || waiting.clock.now() + pause > deadline || waiting.signal.aborted)
            return answer;
        await waiting.clock.sleep(pause, waiting.signal).catch(() => undefined);
    }
}
function verdict(error) {
    if ((0,failures/* isFailure */.N6)(error, 'InvalidClientTokenId'))
        return 'dead';
    return (0,failures/* isFailure */.N6)(error, 'SignatureDoesNotMatch') ? 'alive' : 'unknown';
}

// EXTERNAL MODULE: ./build/lease/tags.js
var lease_tags = __webpack_require__(2000);
;// CONCATENATED MODULE: ./build/lease/revoke.js








/** Reads may lag behind the create of a job that was killed at once (reference: aws-iam-sts.md §5.1). */
const ABSENCE_TRUSTED_AFTER_MS = 20_000;
const ABSENCE_BACKOFF = { firstMs: 500, mostMs: 3_000 };
const CONFLICT_BACKOFF = { firstMs: 500, mostMs: 4_000 };
/** `DeleteConflict` and `ConcurrentModification` straight after deletes are lag; so many rounds span some 20 s. */
const MAX_ROUNDS = 8;
/**
 * Deletes a user lease and everything on it, access keys first (SPEC §3, post). Idempotent: what is gone already is success.
 * Goes on after an error and reports them all; never throws for what AWS answers, but for a user that is not this lease's.
 * @throws ActionError `lease-mismatch` when a user of this name exists whose path or tags are not the record's
 */
async function revokeUser(record, deps) {
    const work = startWork(record, deps);
    const firstLook = Promise.all(commonKinds().map((kind) => look(kind, work)));
    firstLook.catch(() => undefined);
    const user = await findUser(record, deps).catch((error) => {
        work.failures.push(`reading the user: ${(0,failures/* whatAwsSaid */.xo)(error)}`);
        return 'unreadable';
    });
    if (user === 'unreadable')
        return { ...report(work), outcome: 'incomplete', proof: 'no-key' };
    if (user === undefined)
        return { ...report(work), outcome: 'already-gone', proof: 'no-key' };
    assertOwn(user, record);
    const gone = await tearDown(work, await firstLook);
    return { ...report(work), outcome: gone ? 'deleted' : 'incomplete', proof: await work.proof };
}
function startWork(record, deps) {
    return { ...deps, record, removed: [], failures: [], refused: new Set(), proof: Promise.resolve('no-key') };
}
function report(work) {
    return { userName: work.record.userName, removed: work.removed, failures: work.failures };
}
function commonKinds() {
    return [ACCESS_KEYS, ...OTHER_KINDS.filter((kind) => !kind.rare)];
}
/** The user, or `undefined` once its absence can be believed. */
async function findUser(record, deps) {
    const trustedAt = Date.parse(record.intendedAt) + ABSENCE_TRUSTED_AFTER_MS;
    for (let tries = 0;; tries++) {
        try {
            const found = await deps.iam.send(new dist_cjs/* GetUserCommand */.T3b({ UserName: record.userName }));
            return found.User;
        }
        catch (error) {
            if (!(0,failures/* isFailure */.N6)(error, 'NoSuchEntity'))
                throw error;
            if (record.progress === 'gone' || deps.clock.now() >= trustedAt)
                return undefined;
        }
        await deps.clock.sleep((0,eventually/* pauseMs */.r)(ABSENCE_BACKOFF, tries, deps.randomness), deps.signal);
    }
}
/** A state can be tampered with by whoever runs in the job; the user's own path and tags cannot. */
function assertOwn(user, record) {
    const tags = new Map(user.Tags?.map((tag) => [tag.Key, tag.Value]));
    const differing = [
        user.Path === record.path ? '' : 'its path',
        tags.get('lease:managed-by') === lease_tags/* MANAGED_BY */.Kf ? '' : 'the tag lease:managed-by',
        tags.get('lease:run-id') === (0,lease_tags/* tagValue */.EZ)(record.runId) ? '' : 'the tag lease:run-id',
        tags.get('lease:nonce') === record.nonce ? '' : 'the tag lease:nonce',
    ].filter((difference) => difference !== '');
    if (differing.length === 0)
        return;
    throw new errors/* ActionError */.lZ('lease-mismatch', `IAM user ${record.userName} was left alone: ${differing.join(', ')} does not match this job’s lease`, { remedy: 'Find out who changed the user or this job’s state. If the user is a lease, its guard ends it by itself.' });
}
/** Rounds of: look, keys, the rest, the user. @returns whether the user is gone */
async function tearDown(work, firstLook) {
    let found = firstLook;
    for (let round = 1;; round++) {
        const stuck = await removeAll(work, found);
        const verdict = await deleteUser(work);
        if (verdict !== 'conflict')
            return verdict === 'gone';
        if (round === MAX_ROUNDS || (stuck && round > 1) || work.signal.aborted)
            return false;
        await work.clock.sleep((0,eventually/* pauseMs */.r)(CONFLICT_BACKOFF, round - 1, work.randomness), work.signal).catch(() => undefined);
        // Only now the rare kinds: a lease has none, and asking would leave refused calls in every audit trail.
        const kinds = [ACCESS_KEYS, ...OTHER_KINDS].filter((kind) => !work.refused.has(kind));
        work.failures = [];
        found = await Promise.all(kinds.map((kind) => look(kind, work)));
    }
}
async function look(kind, work) {
    try {
        return { kind, ids: await listChildren(kind, work.iam, work.record.userName), complete: true };
    }
    catch (error) {
        if ((0,failures/* isFailure */.N6)(error, 'NoSuchEntity'))
            return { kind, ids: [], complete: true };
        if (kind.rare && (0,failures/* isDenied */.GZ)(error))
            work.refused.add(kind);
        work.failures.push(`looking for a ${kind.label}: ${(0,failures/* whatAwsSaid */.xo)(error)}`);
        return { kind, ids: [], complete: false };
    }
}
/**
 * Access keys first, and the proof of their death begun; then all the rest at once. The guard stays for as long as a key may be
 * left. @returns whether something found could not be removed
 */
async function removeAll(work, found) {
    const keys = found.filter(({ kind }) => kind === ACCESS_KEYS);
    const dead = await Promise.all(keys.flatMap(({ kind, ids }) => ids.map((id) => remove(kind, id, work))));
    const deadIds = keys.flatMap(({ ids }) => ids).filter((_, index) => dead[index]);
    if (deadIds.length > 0 && work.probe !== undefined)
        work.proof = proveDead(deadIds, work.probe, work);
    const keysLeft = dead.includes(false) || keys.some(({ complete }) => !complete);
    const rest = found
        .filter(({ kind }) => kind !== ACCESS_KEYS)
        .flatMap(({ kind, ids }) => ids.map((id) => ({ kind, id })))
        .filter(({ kind, id }) => !(keysLeft && kind === INLINE_POLICIES && id === guard/* GUARD_POLICY_NAME */.N));
    const removed = await Promise.all(rest.map(({ kind, id }) => remove(kind, id, work)));
    return dead.includes(false) || removed.includes(false);
}
async function remove(kind, id, work) {
    try {
        await kind.remove(work.iam, work.record.userName, id);
    }
    catch (error) {
        // Gone between look and removal, or removed by us with the answer lost.
        if (!(0,failures/* isFailure */.N6)(error, 'NoSuchEntity')) {
            work.failures.push(`removing a ${kind.label}: ${(0,failures/* whatAwsSaid */.xo)(error)}`);
            return false;
        }
    }
    work.removed.push(kind === ACCESS_KEYS || id === work.record.userName ? kind.label : `${kind.label} ${id}`);
    return true;
}
async function deleteUser(work) {
    try {
        await work.iam.send(new dist_cjs/* DeleteUserCommand */.O56({ UserName: work.record.userName }));
        work.failures = [];
        return 'gone';
    }
    catch (error) {
        if ((0,failures/* isFailure */.N6)(error, 'NoSuchEntity'))
            return 'gone';
        work.failures.push(`deleting the user: ${(0,failures/* whatAwsSaid */.xo)(error)}`);
        return (0,failures/* isFailure */.N6)(error, 'DeleteConflict', 'ConcurrentModification') ? 'conflict' : 'failed';
    }
}


/***/ }),

/***/ 2000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ tagValue),
/* harmony export */   Kf: () => (/* binding */ MANAGED_BY),
/* harmony export */   Oo: () => (/* binding */ leaseTags),
/* harmony export */   nI: () => (/* binding */ tagProblems)
/* harmony export */ });
/* unused harmony export MAX_TAGS */
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7583);

const MANAGED_BY = 'aws-ephemeral-credentials';
/** Tags on one user (AWS: IAM and STS quotas). */
const MAX_TAGS = 50;
const MAX_KEY_CHARS = 128;
const MAX_VALUE_CHARS = 256;
const KEY_CHARS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u;
const VALUE_CHARS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
/** A value IAM accepts as a tag's: other characters become `_`, cut to 256 (AWS: API_Tag). */
function tagValue(text) {
    return text.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '_').slice(0, MAX_VALUE_CHARS);
}
/** The tags on every user lease, set in `CreateUser` itself so that no user of ours is ever without them. */
function leaseTags(run, stamp) {
    return {
        'lease:managed-by': MANAGED_BY,
        'lease:expires-at': (0,_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .a)(stamp.expiresAt),
        'lease:max-expires-at': (0,_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .a)(stamp.maxExpiresAt),
        'lease:nonce': stamp.nonce,
        'lease:repository': tagValue(run.repository),
        'lease:repository-id': tagValue(run.repositoryId),
        'lease:run-id': tagValue(run.runId),
        'lease:run-attempt': tagValue(run.runAttempt),
        'lease:workflow': tagValue(run.workflow),
        'lease:job': tagValue(run.job),
        'lease:actor': tagValue(run.actor),
        'lease:sha': tagValue(run.sha),
        'lease:environment': tagValue(run.environment),
    };
}
const OWN_TAG_COUNT = 13;
/** What IAM would refuse in a user's own tags, as sentences; empty when they will pass beside ours. */
function tagProblems(tags) {
    const problems = [];
    const seen = new Set();
    for (const [key, value] of Object.entries(tags)) {
        const folded = key.toLowerCase();
        if (seen.has(folded))
            problems.push(`the key "${key}" appears twice (IAM ignores case in keys)`);
        seen.add(folded);
        if (key.length > MAX_KEY_CHARS || !KEY_CHARS.test(key)) {
            problems.push(`the key "${key}" must be 1 to ${MAX_KEY_CHARS} letters, digits, spaces or _.:/=+-@`);
        }
        if (value.length > MAX_VALUE_CHARS || !VALUE_CHARS.test(value)) {
            problems.push(`the value of "${key}" must be at most ${MAX_VALUE_CHARS} letters, digits, spaces or _.:/=+-@`);
        }
        if (folded.startsWith('aws:'))
            problems.push(`the key "${key}" begins with aws:, which AWS keeps for itself`);
        if (folded.startsWith('lease:'))
            problems.push(`the key "${key}" begins with lease:, which this action sets itself`);
    }
    const room = MAX_TAGS - OWN_TAG_COUNT;
    if (seen.size > room)
        problems.push(`${seen.size} tags are too many: IAM allows ${MAX_TAGS}, ${OWN_TAG_COUNT} are ours`);
    return problems;
}


/***/ })

};

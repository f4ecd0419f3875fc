export const id = 4292;
export const ids = [4292];
export const modules = {

/***/ 8231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ failureCode),
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   ID: () => (/* binding */ isDefinitiveRefusal),
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   MT: () => (/* binding */ awsFailure),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   Nk: () => (/* binding */ metadataOf),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   dg: () => (/* binding */ isTransient)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6301);


/** AWS error names whose message repeats the request's parameters or headers; we show only their code. */
const ECHOING = new Set([
    'Validation',
    'ValidationError',
    'SignatureDoesNotMatch',
    'InvalidSignature',
    'IncompleteSignature',
    'MalformedInput',
    // An answer that is no JSON: the parser quotes from it.
    'SyntaxError',
]);
/** AWS's code of an error, by name and never by message text; `instanceof` fails across bundled copies. */
function failureCode(error) {
    return error instanceof Error ? error.name.replace(/Exception$/, '') : 'Unknown';
}
/** True when `error` is AWS's answer with one of these codes (given without the suffix `Exception`). */
function isFailure(error, ...codes) {
    return codes.includes(failureCode(error));
}
const DENIALS = ['AccessDenied', 'AccessDeniedForDependencyError', 'UnauthorizedAccess', 'UnauthorizedOperation'];
/** True when AWS refused because a permission is missing. */
function isDenied(error) {
    return isFailure(error, ...DENIALS);
}
/** The SDK's notes about the answer behind an error. */
function metadataOf(error) {
    return error?.$metadata ?? {};
}
/**
 * The throttling codes of AWS's services, without the suffix `Exception` (as the AWS SDK for JavaScript lists them, but for
 * `LimitExceeded`, which is IAM's name for a full quota: no pause empties that).
 */
const THROTTLING = [
    'BandwidthLimitExceeded',
    'EC2Throttled',
    'PriorRequestNotComplete',
    'ProvisionedThroughputExceeded',
    'RequestLimitExceeded',
    'RequestThrottled',
    'SlowDown',
    'Throttled',
    'Throttling',
    'TooManyRequests',
    'TransactionInProgress',
];
const TOO_MANY_REQUESTS = 429;
/** True when AWS throttled the call. */
function isThrottled(error) {
    return isFailure(error, ...THROTTLING) || metadataOf(error).httpStatusCode === TOO_MANY_REQUESTS;
}
/**
 * True when the call is known not to have been applied: AWS refused the first and only try. After a retry an earlier try may
 * have been applied though its answer was lost.
 */
function isDefinitiveRefusal(error) {
    const { httpStatusCode = 0, attempts = 1 } = metadataOf(error);
    return attempts === 1 && httpStatusCode >= 400 && httpStatusCode < 500;
}
/** Codes that ask for another attempt whatever their status. `SyntaxError`: an answer that the SDK could not read. */
const TEMPORARY = [
    'RequestTimeout',
    'Timeout',
    'TimeoutError',
    'InternalFailure',
    'InternalError',
    'InternalServiceError',
    'ServiceUnavailable',
    'SyntaxError',
];
const TEMPORARY_STATUSES = [408, 425];
/** Mistakes in this program, and what the SDK finds wrong before it sends anything. */
const LOCAL = ['EndpointError', 'TypeError', 'RangeError', 'ReferenceError', 'CredentialsProviderError', 'AbortError'];
/**
 * True for failures that may go away by themselves: throttling, a fault of AWS, no answer, a part of one, and answers that are not AWS's.
 * All retries of this action use this function.
 */
function isTransient(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
        return false;
    if ((0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .isOwnFault */ .Dn)(error))
        return !(0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .isLasting */ .dJ)(error);
    const { httpStatusCode: status } = metadataOf(error);
    if (isThrottled(error) || isFailure(error, ...TEMPORARY))
        return true;
    if (status !== undefined)
        return status >= 500 || TEMPORARY_STATUSES.includes(status);
    return error instanceof Error && !LOCAL.includes(error.name);
}
/** Why a call failed, in one line fit for a log: AWS's code, its sentence unless that repeats parameters, its request id. */
function describeFailure(error) {
    if ((0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .isOwnFault */ .Dn)(error))
        return error.message;
    const code = failureCode(error);
    if (!(error instanceof Error))
        return code;
    const { requestId } = metadataOf(error);
    const sentence = ECHOING.has(code) ? '' : `: ${error.message.replace(/\s+/g, ' ').trim()}`;
    return `${code}${sentence}${requestId === undefined ? '' : ` (request ${requestId})`}`;
}
/** A failure as a sentence that names who said it: AWS, a proxy, or this machine. */
function whoSaidWhat(error) {
    const what = describeFailure(error);
    if (error instanceof _faults_js__WEBPACK_IMPORTED_MODULE_1__/* .ForeignAnswer */ .J6 || error instanceof _faults_js__WEBPACK_IMPORTED_MODULE_1__/* .ProxyRefusal */ .fR)
        return `It was not AWS that answered: ${what}`;
    if (error instanceof _faults_js__WEBPACK_IMPORTED_MODULE_1__/* .IncompleteAnswer */ .Ti)
        return `AWS’s answer cannot be used: ${what}`;
    if ((0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .isOwnFault */ .Dn)(error))
        return `AWS’s answer did not arrive: ${what}`;
    return metadataOf(error).httpStatusCode === undefined ? `The call never got an answer: ${what}` : `AWS said ${what}`;
}
/** Why something failed, as part of a sentence: our own error's message, or what AWS said. */
function explain(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ ? error.message : describeFailure(error);
}
/** Wraps an SDK error for the user: `doing` is the sentence's start (“Creating IAM user x”). */
function awsFailure(code, doing, options) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(code, `${doing} failed. ${whoSaidWhat(options.cause)}`, options);
}


/***/ }),

/***/ 6301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ isOwnFault),
/* harmony export */   H6: () => (/* binding */ NetworkFault),
/* harmony export */   J6: () => (/* binding */ ForeignAnswer),
/* harmony export */   Ti: () => (/* binding */ IncompleteAnswer),
/* harmony export */   dJ: () => (/* binding */ isLasting),
/* harmony export */   fR: () => (/* binding */ ProxyRefusal)
/* harmony export */ });
// Errors of the connection between this machine and AWS. Their messages never say that AWS said something. As with AWS's errors, `name`
// tells the kind.
/** An answer that is not AWS's: a proxy, a filter or a captive portal answers in its name. */
class ForeignAnswer extends Error {
    status;
    constructor(host, { status, type }) {
        super(`an answer in the name of ${host} is not AWS’s (status ${status}, ${type || 'no content type'}): a proxy, a filter or a captive portal gave it`);
        this.name = 'ForeignAnswer';
        this.status = status;
    }
}
/** A proxy that does not let a connection through. */
class ProxyRefusal extends Error {
    status;
    constructor(status, { proxy, host }) {
        super(`the proxy ${proxy} refused the connection to ${host} with status ${status}`);
        this.name = 'ProxyRefusal';
        this.status = status;
    }
}
/** No answer, or not the whole of one: `what` is the end of a sentence. */
class NetworkFault extends Error {
    constructor(what, options = {}) {
        super(what, options);
        this.name = 'NetworkFault';
    }
}
/** AWS's answer without what it must have, such as a user without an ARN. */
class IncompleteAnswer extends Error {
    constructor(action, missing) {
        super(`the answer to ${action} has no usable ${missing}`);
        this.name = 'IncompleteAnswer';
    }
}
/** The proxy asks for credentials. Another attempt gets the same answer. */
const PROXY_AUTHENTICATION = 407;
/** True for faults of this file. */
function isOwnFault(error) {
    return (error instanceof ForeignAnswer ||
        error instanceof ProxyRefusal ||
        error instanceof NetworkFault ||
        error instanceof IncompleteAnswer);
}
/** True for a fault that does not go away by itself. */
function isLasting(error) {
    return error.status === PROXY_AUTHENTICATION;
}


/***/ }),

/***/ 6277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ httpClient)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/transport/httpRequest.js
var httpRequest = __webpack_require__(6804);
// EXTERNAL MODULE: ./build/node_modules/@smithy/node-http-handler/dist-es/node-http-handler.js + 11 modules
var node_http_handler = __webpack_require__(4119);
// EXTERNAL MODULE: ./node_modules/http-proxy-agent/dist/index.js
var dist = __webpack_require__(8947);
// EXTERNAL MODULE: ./node_modules/proxy-from-env/index.js
var proxy_from_env = __webpack_require__(8182);
// EXTERNAL MODULE: ./build/aws/faults.js
var faults = __webpack_require__(6301);
;// CONCATENATED MODULE: ./build/aws/body.js

/**
 * The whole body of an answer.
 * @param limits `maxBytes`: more is a fault. `signal`: ends the reading; its reason is thrown. `from`: whose answer, for messages
 * @throws NetworkFault when the body is cut or too large
 */
async function readBody(body, { maxBytes, signal, from }) {
    const cut = () => body.destroy();
    signal.addEventListener('abort', cut, { once: true });
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of body) {
            size += chunk.length;
            if (size > maxBytes)
                throw new faults/* NetworkFault */.H6(`the answer of ${from} has more than ${maxBytes} bytes`);
            chunks.push(chunk);
        }
        signal.throwIfAborted();
        return Buffer.concat(chunks);
    }
    catch (cause) {
        signal.throwIfAborted();
        throw cause instanceof faults/* NetworkFault */.H6 ? cause : new faults/* NetworkFault */.H6(`the answer of ${from} was cut off`, { cause });
    }
    finally {
        signal.removeEventListener('abort', cut);
        body.destroy();
    }
}

// EXTERNAL MODULE: ./node_modules/https-proxy-agent/dist/index.js + 1 modules
var https_proxy_agent_dist = __webpack_require__(1566);
;// CONCATENATED MODULE: ./build/aws/tunnel-agent.js


/** A little less than the limit for a whole connection in `http.ts`, whose end would leave the connection to the proxy open. */
const TUNNEL_TIMEOUT_MS = 4_500;
/**
 * Tunnels through a proxy with CONNECT. `HttpsProxyAgent` treats the refusal of a proxy as the host's answer. It never settles when the
 * body of the refusal arrives in a later packet, or when the proxy does not answer. Here both are errors.
 */
class TunnelAgent extends https_proxy_agent_dist/* HttpsProxyAgent */.b {
    async connect(...[request, options]) {
        const host = String(options.host);
        let refusedWith;
        let raw;
        const noteStatus = ({ statusCode }) => {
            refusedWith = statusCode === 200 ? undefined : statusCode;
        };
        const noteSocket = ({ socket }) => {
            raw = socket;
        };
        const events = request;
        events.once('proxyConnect', noteStatus).once('proxy', noteSocket);
        const limit = new AbortController();
        const timer = setTimeout(() => limit.abort(), TUNNEL_TIMEOUT_MS);
        // Read at once by the call below, which gives no other way to end the connection that it makes.
        this.connectOpts = { ...this.connectOpts, signal: limit.signal };
        try {
            const socket = await super.connect(request, options);
            if (refusedWith === undefined)
                return socket;
            socket.destroy();
            throw new faults/* ProxyRefusal */.fR(refusedWith, { proxy: this.proxy.host, host });
        }
        catch (error) {
            if (!limit.signal.aborted)
                throw error;
            throw new faults/* NetworkFault */.H6(`the proxy ${this.proxy.host} did not answer for ${host} within ${TUNNEL_TIMEOUT_MS} ms`);
        }
        finally {
            clearTimeout(timer);
            events.off('proxyConnect', noteStatus).off('proxy', noteSocket);
            if (refusedWith !== undefined)
                raw?.destroy();
        }
    }
}

;// CONCATENATED MODULE: ./build/aws/http.js









const CONNECT_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 15_000;
/** One call in all, connection and body included: a body that drips in byte by byte meets no other limit. */
const CALL_TIMEOUT_MS = 20_000;
const MAX_SOCKETS = 50;
/**
 * The HTTP client behind every request of ours, to AWS and to GitHub's token service alike: one set of limits, and one way
 * to find the proxy, namely the process's own proxy variables, which `github/job-env.ts` has set to what the job meant.
 * @returns `exchange` throws NetworkFault, ProxyRefusal, or the reason of `abortSignal`; it always settles
 */
function httpClient(settings) {
    const byOrigin = new Map();
    const routeOf = (request) => {
        const origin = originOf(request);
        const known = byOrigin.get(origin) ?? routeTo(origin, settings);
        byOrigin.set(origin, known);
        return known;
    };
    return {
        exchange: (request, options) => exchange(routeOf(request), request, options),
        destroy: () => {
            for (const { handler } of byOrigin.values())
                handler.destroy();
        },
    };
}
function originOf({ protocol, hostname, port }) {
    return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
}
function routeTo(origin, { keepAlive, debug }) {
    const agentOptions = { keepAlive, maxSockets: MAX_SOCKETS };
    const proxy = (0,proxy_from_env/* getProxyForUrl */.T)(origin);
    const through = proxy === '' ? '' : ` through the proxy ${new URL(proxy).host}`;
    debug(`Connections to ${origin}: ${through === '' ? 'direct' : through.trim()}`);
    const handler = new node_http_handler/* NodeHttpHandler */.$({
        connectionTimeout: CONNECT_TIMEOUT_MS,
        requestTimeout: REQUEST_TIMEOUT_MS,
        throwOnRequestTimeout: true,
        socketTimeout: REQUEST_TIMEOUT_MS,
        httpAgent: proxy === '' ? new external_node_http_.Agent(agentOptions) : new dist/* HttpProxyAgent */.s(proxy, agentOptions),
        httpsAgent: proxy === '' ? new external_node_https_.Agent(agentOptions) : new TunnelAgent(proxy, agentOptions),
    });
    return { handler, name: `${new URL(origin).host}${through}` };
}
async function exchange({ handler, name }, request, { abortSignal, maxBytes }) {
    const limit = new AbortController();
    const end = () => limit.abort(abortSignal?.reason);
    abortSignal?.addEventListener('abort', end, { once: true });
    const late = new faults/* NetworkFault */.H6(`${name} gave no whole answer within ${CALL_TIMEOUT_MS / 1000} s`);
    // Not unref'ed: it also keeps the process alive for a promise that nothing else would settle.
    const timer = setTimeout(() => limit.abort(late), CALL_TIMEOUT_MS);
    const aborted = new Promise((_, reject) => {
        limit.signal.addEventListener('abort', () => reject(limit.signal.reason), { once: true });
    });
    try {
        if (abortSignal?.aborted)
            end();
        limit.signal.throwIfAborted();
        const handled = handler.handle(new httpRequest/* HttpRequest */.K(request), { abortSignal: limit.signal });
        handled.catch(() => undefined);
        const { response } = await Promise.race([handled, aborted]);
        const body = await readBody(response.body, { maxBytes, signal: limit.signal, from: name });
        return { status: response.statusCode, headers: response.headers, body };
    }
    catch (error) {
        if (limit.signal.aborted)
            throw limit.signal.reason;
        throw (0,faults/* isOwnFault */.Dn)(error) ? error : new faults/* NetworkFault */.H6(`${name} gave no answer: ${codeOf(error)}`, { cause: error });
    }
    finally {
        clearTimeout(timer);
        abortSignal?.removeEventListener('abort', end);
        aborted.catch(() => undefined);
    }
}
/** A system's code such as ECONNREFUSED, else the message: both name hosts and ports at most. */
function codeOf(error) {
    const { code, message } = error;
    return typeof code === 'string' ? code : (message ?? 'no reason given').replaceAll(/[\s\p{Cc}]+/gu, ' ');
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
const ARN = /^arn:(aws[a-z-]*):([a-z0-9-]+):[a-z0-9-]*:(|aws|\d{12}):(\S+)$/;
/** Parses an ARN; `undefined` when the text is none. */
function parseArn(text) {
    const match = ARN.exec(text);
    if (!match)
        return undefined;
    const [, partition = '', service = '', accountId = '', resource = ''] = match;
    return { text, partition, service, accountId, resource };
}
/**
 * The partitions, by the names of their regions, and the region for which IAM's requests are signed there. These are the SDK's own
 * rules (https://github.com/aws/aws-sdk-js-v3/blob/main/clients/client-iam/src/endpoint/bdd.ts); loading those costs more time.
 */
const PARTITIONS = [
    { name: 'aws-cn', regions: /^cn-/, iamSigningRegion: 'cn-north-1' },
    { name: 'aws-us-gov', regions: /^us-gov-/, iamSigningRegion: 'us-gov-west-1' },
    { name: 'aws-iso', regions: /^us-iso-/, iamSigningRegion: 'us-iso-east-1' },
    { name: 'aws-iso-b', regions: /^us-isob-/, iamSigningRegion: 'us-isob-east-1' },
    { name: 'aws-iso-e', regions: /^eu-isoe-/, iamSigningRegion: 'eu-isoe-west-1' },
    { name: 'aws-iso-f', regions: /^us-isof-/, iamSigningRegion: 'us-isof-south-1' },
    { name: 'aws-eusc', regions: /^eusc-/, iamSigningRegion: 'eusc-de-east-1' },
    { name: 'aws', regions: /^/, iamSigningRegion: 'us-east-1' },
];
function partitionOf(region) {
    return PARTITIONS.find(({ regions }) => regions.test(region));
}
/** The partition (`aws`, `aws-cn`, `aws-us-gov`, …) a region lies in. */
function partitionOfRegion(region) {
    return partitionOf(region)?.name ?? 'aws';
}
/** The audience GitHub's token needs: STS in China wants its own name (AWS: IAM OIDC providers in China). */
function defaultAudience(partition) {
    return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}
/** The region IAM requests to an endpoint of the user's own are signed for; the SDK knows it for AWS's endpoints only. */
function iamSigningRegion(region) {
    return partitionOf(region)?.iamSigningRegion ?? region;
}


/***/ }),

/***/ 8927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sv: () => (/* binding */ FileTooLarge),
/* harmony export */   VQ: () => (/* binding */ refuseLink),
/* harmony export */   VX: () => (/* binding */ readRegular),
/* harmony export */   lf: () => (/* binding */ openRegular),
/* harmony export */   rV: () => (/* binding */ FileRefused)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

/** Windows does not have this flag. There, creating a symbolic link needs a privilege. */
const NO_FOLLOW = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0;
/** Opening a named pipe must not wait for a writer. */
const NON_BLOCK = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0;
const LINK = 'it is a symbolic link';
/** Why a file is not used; the message is the end of a sentence, as `it is a symbolic link`. */
class FileRefused extends Error {
}
/** A regular file that is too large to be the right one. */
class FileTooLarge extends FileRefused {
}
/**
 * Opens a regular file.
 * @returns a descriptor, which the caller must close; `undefined` when there is no file
 * @throws FileRefused for a symbolic link, for anything else that is not a regular file, and with the system's error code
 */
function openRegular(path, flags, links = 'refuse') {
    if (links === 'refuse')
        refuseLink(path, LINK);
    let file;
    try {
        file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, flags | NON_BLOCK | (links === 'refuse' ? NO_FOLLOW : 0), 0o600);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw refusal(error);
    }
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file).isFile())
        return file;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    throw new FileRefused('it is not a regular file');
}
/** @throws FileRefused with `why` when the path is a symbolic link, or with the system's error code */
function refuseLink(path, why) {
    let isLink;
    try {
        isLink = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink();
    }
    catch (error) {
        throw refusal(error);
    }
    if (isLink)
        throw new FileRefused(why);
}
function refusal(error) {
    const { code = 'it cannot be opened' } = error;
    return new FileRefused(code === 'ELOOP' ? LINK : code, { cause: error });
}
/**
 * Reads a regular file.
 * @returns its bytes, and whether users other than its owner may use it; `undefined` when there is no file
 * @throws FileRefused as `openRegular`
 */
function readRegular(path, { links = 'refuse', maxBytes = Number.POSITIVE_INFINITY, } = {}) {
    const file = openRegular(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY, links);
    if (file === undefined)
        return undefined;
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
        if (size > maxBytes)
            throw new FileTooLarge(`it has ${size} bytes; at most ${maxBytes} are read`);
        const shared = process.platform !== 'win32' && ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file).mode & 0o077) !== 0;
        return { bytes: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file), shared };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}


/***/ }),

/***/ 839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L_: () => (/* binding */ existingIn),
  $5: () => (/* binding */ profileSpec),
  Ov: () => (/* binding */ restoreProfile),
  Z8: () => (/* binding */ writeProfile)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/files/ini-section.js
const HEADER = /^(\s*\[\s*)([^\]]*?)(\s*\].*)$/s;
/** A name in quotes, as AWS's tools accept it in the config file: `profile "ci"`. */
const QUOTED = /^((?:profile\s+)?)(["'])(.*)\2$/;
const foldedName = (line) => HEADER.exec(line)?.[2]?.replace(QUOTED, '$1$3').replace(/\s+/g, ' ');
/** All sections with this name. AWS's tools merge some of them and reject others. */
function findSections(lines, name) {
    const headers = lines.flatMap((line, index) => (HEADER.test(line) ? [index] : []));
    return headers.flatMap((begin, nth) => foldedName(lines[begin] ?? '') === name ? [{ name, begin, end: headers[nth + 1] ?? lines.length }] : []);
}
/** The text with an ending added to the section's name, or removed from it. */
function renameSection(text, name, change) {
    const lines = text.split('\n');
    const [section] = findSections(lines, name);
    if (section === undefined)
        return text;
    const header = (lines[section.begin] ?? '').replace(HEADER, (...match) => {
        const [, before = '', inner = '', after = ''] = match;
        const closing = QUOTED.exec(inner)?.[2] ?? '';
        const bare = inner.slice(0, inner.length - closing.length);
        const renamed = 'add' in change ? `${bare}${change.add}` : bare.slice(0, bare.length - change.drop.length);
        return `${before}${renamed}${closing}${after}`;
    });
    return lines.with(section.begin, header).join('\n');
}
/** The line breaks between a text and a section that is added at its end. */
function gapBefore(text) {
    if (text === '' || text.endsWith('\n\n'))
        return '';
    return text.endsWith('\n') ? '\n' : '\n\n';
}
/** The text with a section added at its end. */
function addSection(text, name, settings) {
    return `${text}${gapBefore(text)}[${name}]\n${settings.join('\n')}\n`;
}
const isBlankOrComment = (line) => /^\s*([#;].*)?$/.test(line);
const indentOf = (line) => line.length - line.trimStart().length;
/**
 * A section's settings: each `key = value` without its indentation, together with the following lines that are indented further.
 * Without comments and blank lines.
 */
function settingsOf(text, name) {
    const lines = text.split('\n');
    const settings = [];
    let indent = 0;
    for (const { begin, end } of findSections(lines, name).slice(0, 1)) {
        for (const line of lines.slice(begin + 1, end)) {
            if (isBlankOrComment(line))
                continue;
            if (indentOf(line) > indent && settings.length > 0)
                settings.push(`${settings.pop()}\n${line}`);
            else {
                indent = indentOf(line);
                settings.push(line.trimStart());
            }
        }
    }
    return settings;
}
/** The key of a setting. AWS's tools accept a colon instead of an equals sign. */
function keyOf(setting) {
    return (setting.split(/[=:]/)[0] ?? '').trim().toLowerCase();
}
/**
 * Removes the lines of a section that match `isOurs`. If the section has no other settings, its header is removed, too; its comments
 * and blank lines are kept, and the `gap` before it is removed when nothing follows. If it has other settings, they are returned, and
 * with `whole` they are removed as well.
 */
function removeOurs(text, section, ours) {
    const lines = text.split('\n');
    const kept = lines.slice(section.begin + 1, section.end).filter((line) => !ours.isOurs(line));
    const before = lines
        .slice(0, section.begin)
        .map((line) => `${line}\n`)
        .join('');
    const after = lines.slice(section.end);
    const added = kept.filter((line) => !isBlankOrComment(line));
    if (added.length > 0 && !ours.whole) {
        return { text: `${before}${[lines[section.begin] ?? '', ...kept, ...after].join('\n')}`, added };
    }
    const rest = kept.filter(isBlankOrComment);
    if (after.length > 0 || rest.some((line) => line.trim() !== '')) {
        return { text: `${before}${[...rest, ...after].join('\n')}`, added };
    }
    const cut = before.endsWith(ours.gap) ? before.slice(0, before.length - ours.gap.length) : before;
    return { text: cut, added };
}
/** The text with lines added after a section's last setting. */
function appendTo(text, name, added) {
    const lines = text.split('\n');
    const [section] = findSections(lines, name);
    if (section === undefined || added.length === 0)
        return text;
    const lastSetting = lines.findLastIndex((line, index) => index < section.end && index >= section.begin && !isBlankOrComment(line));
    return [...lines.slice(0, lastSetting + 1), ...added, ...lines.slice(lastSetting + 1)].join('\n');
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/files/regular-file.js
var regular_file = __webpack_require__(8927);
;// CONCATENATED MODULE: ./build/files/private-file.js




const LINKED_DIRECTORY = 'its directory is a symbolic link';
/**
 * Reads a file's text.
 * @returns `undefined` when there is no file
 * @throws ActionError `profile-file-refused` when the file or its directory is a symbolic link, when it is not a regular file, and when
 * it is not UTF-8
 */
function readPrivateFile(path) {
    return unlessRefused(path, () => {
        (0,regular_file/* refuseLink */.VQ)((0,external_node_path_.dirname)(path), LINKED_DIRECTORY);
        const file = (0,regular_file/* readRegular */.VX)(path);
        return file && textOf(file.bytes);
    });
}
/** Decodes all bytes, also a byte order mark, so that the text can be written back unchanged. */
function textOf(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw new regular_file/* FileRefused */.rV('it is not UTF-8 text', { cause });
    }
}
/**
 * Replaces the file's text in place, not by renaming another file, so that there is never a second copy of a secret. Only the owner can
 * read the file (0600), and its directory if this creates it (0700).
 * @throws ActionError `profile-file-refused` as `readPrivateFile`
 */
function writePrivateFile(path, text) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
    unlessRefused(path, () => {
        (0,regular_file/* refuseLink */.VQ)((0,external_node_path_.dirname)(path), LINKED_DIRECTORY);
        const file = (0,regular_file/* openRegular */.lf)(path, external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_CREAT);
        if (file === undefined)
            throw new regular_file/* FileRefused */.rV('it cannot be created');
        try {
            if (process.platform !== 'win32')
                (0,external_node_fs_.fchmodSync)(file, 0o600);
            const bytes = Buffer.from(text, 'utf8');
            for (let at = 0; at < bytes.length;)
                at += (0,external_node_fs_.writeSync)(file, bytes, at, bytes.length - at, at);
            (0,external_node_fs_.ftruncateSync)(file, bytes.length);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    });
}
function unlessRefused(path, act) {
    try {
        return act();
    }
    catch (error) {
        if (!(error instanceof regular_file/* FileRefused */.rV))
            throw error;
        throw new errors/* ActionError */.lZ('profile-file-refused', `Using ${path} for the AWS profile failed: ${error.message}`, {
            remedy: 'Let `aws-profile` write to a regular file in a directory of the runner’s user; AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE name others.',
            cause: error.cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/github/aws-profile.js






/** Settings that make AWS's tools use other credentials than the key in the same section. Not copied from a former section. */
const CREDENTIAL_SETTINGS = /^(aws_.*|region|ca_bundle|role_arn|source_profile|credential_source|credential_process|web_identity_token_file|role_session_name|external_id|mfa_serial|duration_seconds|login_session|sso_.*|services|endpoint_url)$/;
const hashOf = (line) => (0,external_node_crypto_.createHash)('sha256').update(line).digest('hex');
/** The profile, in the files where AWS's tools of this job look for it. */
function profileSpec(name, env) {
    const path = (variable, fallback) => (env[variable] || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.aws', fallback)).replace(/^~(?=[/\\])/, (0,external_node_os_.homedir)());
    return {
        name,
        credentialsFile: path('AWS_SHARED_CREDENTIALS_FILE', 'credentials'),
        configFile: path('AWS_CONFIG_FILE', 'config'),
    };
}
const configSection = (name) => (name === 'default' ? 'default' : `profile ${name}`);
/** The files that already have the profile. */
function existingIn(spec) {
    return parts(spec)
        .filter(({ file, section }) => findSections((readPrivateFile(file) ?? '').split('\n'), section).length > 0)
        .map(({ file }) => file);
}
function parts(spec) {
    return [
        { file: spec.credentialsFile, section: spec.name },
        { file: spec.configFile, section: configSection(spec.name) },
    ];
}
/**
 * Writes the profile into both files. An existing profile of that name is renamed in the same file, so its secrets are not copied
 * anywhere. Its settings are copied, except those in `CREDENTIAL_SETTINGS`.
 * @param note stores the changes; called before each file is written
 */
function writeProfile(spec, content, note) {
    const { accessKeyId, secretAccessKey, sessionToken } = content.credentials;
    const secrets = [`aws_access_key_id = ${accessKeyId}`, `aws_secret_access_key = ${secretAccessKey}`];
    if (sessionToken !== undefined)
        secrets.push(`aws_session_token = ${sessionToken}`);
    const [credentialsPart, configPart] = parts(spec);
    const label = `# Written by aws-ephemeral-credentials (${content.nonce}) for one job.`;
    const changes = [];
    const wanted = [
        { ...credentialsPart, ours: [label, ...secrets] },
        { ...configPart, ours: [label, `region = ${content.region}`] },
    ];
    for (const each of wanted) {
        const { change, text } = prepare(each, content.nonce);
        changes.push(change);
        note(changes);
        writePrivateFile(change.file, text);
    }
}
function prepare({ file, section, ours }, nonce) {
    const before = readPrivateFile(file);
    const present = findSections((before ?? '').split('\n'), section).length > 0;
    const suffix = present ? `-before-${nonce}` : '';
    const taken = settingsOf(before ?? '', section).filter((setting) => isCopied(setting, ours));
    const lines = [...ours, ...taken];
    const renamed = present ? renameSection(before ?? '', section, { add: suffix }) : (before ?? '');
    const change = {
        file,
        section,
        suffix,
        gap: gapBefore(renamed),
        own: ours.map(hashOf),
        taken: taken.flatMap((line) => line.split('\n')).map(hashOf),
        createdFile: before === undefined,
        createdDirectory: firstMissingDirectory(file),
    };
    return { change, text: addSection(renamed, section, lines) };
}
/** The topmost directory that has to be created for a file; empty when all exist. */
function firstMissingDirectory(file) {
    const directory = (0,external_node_path_.dirname)(file);
    if ((0,external_node_fs_.existsSync)(directory))
        return '';
    return firstMissingDirectory(directory) || directory;
}
function isCopied(setting, ours) {
    const [first = '', ...further] = setting.split('\n');
    // Below a key that has a value, AWS's SDK for JavaScript reads an indented line as a setting of its own.
    const keys = [first, ...(/[=:]\s*$/.test(first) ? [] : further)].map(keyOf);
    return keys.every((key) => !CREDENTIAL_SETTINGS.test(key) && !ours.some((line) => keyOf(line) === key));
}
/**
 * Undoes `writeProfile`, and nothing else: additions of a later step stay, and a profile that was replaced since is not touched. If one
 * file cannot be restored, the other one still is; then the error is thrown.
 * @returns the files that keep additions of a later step
 */
function restoreProfile(changes) {
    const failures = [];
    const left = changes.toReversed().filter((change) => {
        try {
            return restoreFile(change);
        }
        catch (error) {
            failures.push(error);
            return false;
        }
    });
    if (failures.length > 0)
        throw failures[0];
    return left.map(({ file }) => file);
}
/** @returns whether additions of a later step stay */
function restoreFile(change) {
    const text = readPrivateFile(change.file);
    const ours = text === undefined ? undefined : ourSection(text, change);
    if (text === undefined || ours === undefined)
        return false;
    const hashes = [...change.own, ...change.taken];
    const whole = change.suffix !== '';
    const removal = removeOurs(text, ours, { isOurs: (line) => hashes.includes(hashOf(line)), gap: change.gap, whole });
    const renamed = `${change.section}${change.suffix}`;
    const restored = whole
        ? appendTo(renameSection(removal.text, renamed, { drop: change.suffix }), change.section, removal.added)
        : removal.text;
    if (restored.trim() === '' && change.createdFile)
        removeCreated(change);
    else
        writePrivateFile(change.file, restored);
    return removal.added.length > 0;
}
/**
 * The section that main wrote: it has one of the lines that only main writes. If main renamed a profile, the renamed one must still
 * exist. Otherwise main was killed before it wrote the file, or the old file was restored since.
 */
function ourSection(text, change) {
    const lines = text.split('\n');
    const renamedExists = findSections(lines, `${change.section}${change.suffix}`).length > 0;
    if (change.suffix !== '' && !renamedExists)
        return undefined;
    return findSections(lines, change.section).find(({ begin, end }) => lines.slice(begin + 1, end).some((line) => change.own.includes(hashOf(line))));
}
function removeCreated(change) {
    (0,external_node_fs_.rmSync)(change.file, { force: true });
    if (change.createdDirectory === '')
        return;
    for (let directory = (0,external_node_path_.dirname)(change.file);; directory = (0,external_node_path_.dirname)(directory)) {
        try {
            (0,external_node_fs_.rmdirSync)(directory);
        }
        catch (error) {
            // The directory has other files now, or the second profile file is still there.
            if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(error.code ?? ''))
                return;
            throw error;
        }
        if (directory === change.createdDirectory)
            return;
    }
}


/***/ }),

/***/ 6287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inputReader: () => (/* binding */ inputReader),
/* harmony export */   isHttpUrl: () => (/* binding */ isHttpUrl),
/* harmony export */   parseDuration: () => (/* binding */ parseDuration),
/* harmony export */   parseList: () => (/* binding */ parseList)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2488);

const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];
/** A duration: its units in this order, each at most once. */
const DURATION = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const UNIT_SECONDS = [86_400, 3_600, 60, 1];
/** A duration (`90s`, `45m`, `1h30m`, `7d`, plain seconds) in seconds; `undefined` when the text is not a duration. */
function parseDuration(text) {
    if (/^\d{1,9}$/.test(text))
        return Number(text);
    const match = DURATION.exec(text);
    if (!match || text === '')
        return undefined;
    return match.slice(1).reduce((sum, amount, index) => sum + Number(amount ?? 0) * (UNIT_SECONDS[index] ?? 0), 0);
}
/** True for an absolute http or https URL. */
function isHttpUrl(text) {
    return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
/** Items separated by commas or newlines, trimmed; empty items are dropped. */
function parseList(text) {
    return text
        .split(/[,\n]/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/** @param read returns the raw text of an input; empty when it is not given */
function inputReader(read = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4) {
    const problems = [];
    const names = new Set();
    const text = (name) => {
        names.add(name);
        return read(name);
    };
    const problem = (name, sentence) => {
        problems.push(`\`${name}\`${/^[:,]/.test(sentence) ? '' : ' '}${sentence}`);
    };
    const basic = { problems, /** The names of all inputs that were read. */ names, problem, text };
    return { ...basic, ...scalarReaders(basic), ...textReaders(basic) };
}
function scalarReaders({ text, problem }) {
    return {
        flag(name, fallback) {
            const value = text(name);
            if (value === '')
                return fallback;
            if (!TRUE.includes(value) && !FALSE.includes(value))
                problem(name, `must be true or false, not "${value}"`);
            return TRUE.includes(value);
        },
        integer(name, bounds) {
            const value = text(name);
            if (value === '')
                return bounds.fallback;
            const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
            if (number >= bounds.min && number <= bounds.max)
                return number;
            problem(name, `must be a whole number from ${bounds.min} to ${bounds.max}, not "${value}"`);
            return bounds.fallback;
        },
        seconds(name, fallback) {
            const value = text(name);
            if (value === '')
                return fallback;
            const parsed = parseDuration(value);
            if (parsed === undefined) {
                problem(name, `must be a duration such as 90s, 45m, 1h30m, 7d or plain seconds, not "${value}"`);
            }
            return parsed ?? fallback;
        },
    };
}
function textReaders({ text, problem }) {
    return {
        list: (name) => parseList(text(name)),
        matching(name, pattern, sentence) {
            const value = text(name);
            if (value !== '' && !pattern.test(value))
                problem(name, sentence);
            return value;
        },
        oneOf(name, choices) {
            const value = text(name);
            const choice = choices.find((candidate) => candidate === value);
            if (value !== '' && choice === undefined)
                problem(name, `must be one of ${choices.join(', ')}, not "${value}"`);
            return choice ?? choices[0];
        },
        /** The value of an input that has two names. Two different values are a problem. */
        alias(name, otherName, same = (a, b) => a === b) {
            const value = text(name);
            const other = text(otherName);
            if (value !== '' && other !== '' && !same(value, other)) {
                problem(name, `and \`${otherName}\` are two names of one input and have different values; give one of them`);
            }
            return value === '' && other !== '' ? { name: otherName, value: other } : { name, value };
        },
        url(name) {
            const value = text(name);
            if (value === '')
                return undefined;
            if (isHttpUrl(value))
                return value;
            problem(name, 'must be a URL that begins with https:// or http://');
            return undefined;
        },
    };
}


/***/ }),

/***/ 831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ restoreAll),
/* harmony export */   V6: () => (/* binding */ withHashes),
/* harmony export */   Xo: () => (/* binding */ recordBefore),
/* harmony export */   az: () => (/* binding */ isolate),
/* harmony export */   c_: () => (/* binding */ envCredentials),
/* harmony export */   eB: () => (/* binding */ CREDENTIAL_VARIABLES),
/* harmony export */   jq: () => (/* binding */ awsVariables),
/* harmony export */   kK: () => (/* binding */ exportAll)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2488);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2466);




/** The variables of AWS credentials. All are secret. */
const CREDENTIAL_VARIABLES = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
];
const hashOf = (value) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(value).digest('hex');
/** Records the values of variables before main sets them. Secret values are masked first. */
function recordBefore(names, secretNames, env) {
    return names.map((name) => {
        const before = env[name] ?? '';
        if (before !== '' && (secretNames.includes(name) || CREDENTIAL_VARIABLES.includes(name)))
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq)(before);
        return { name, before, hash: '' };
    });
}
/** The same records, with the hashes of the values that are set next. */
function withHashes(changed, values) {
    return changed.map((each) => Object.hasOwn(values, each.name) ? { ...each, hash: hashOf(values[each.name] ?? '') } : each);
}
/** Sets variables for later steps of the job. */
function exportAll(values) {
    for (const [name, value] of Object.entries(values))
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .exportVariable */ .dN)(name, value);
}
/**
 * Restores the former values of variables that still have the value main set. A variable that did not exist becomes empty: the runner
 * cannot unset one.
 * @returns the names of variables that a later step changed; they are not restored
 */
function restoreAll(changed, env) {
    const ours = changed.filter(({ name, hash }) => hash !== '' && hashOf(env[name] ?? '') === hash);
    for (const { name, before } of ours)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .exportVariable */ .dN)(name, before);
    return changed.filter((each) => each.hash !== '' && !ours.includes(each)).map(({ name }) => name);
}
/** The credentials in the environment. */
function envCredentials(env) {
    return {
        accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
        secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
        sessionToken: env.AWS_SESSION_TOKEN ?? '',
    };
}
/**
 * The variables that a base identity uses, with secrets masked. Post sets them again. For `role-chaining` the three credential
 * variables, for ambient credentials every `AWS_` variable.
 */
function awsVariables(env, which) {
    const wanted = (name) => which === 'ambient' ? name.startsWith('AWS_') : CREDENTIAL_VARIABLES.includes(name);
    const found = Object.entries(env).filter((entry) => wanted(entry[0]) && !!entry[1]);
    for (const [name, value] of found)
        if (/TOKEN|SECRET|KEY|PASSWORD/.test(name))
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq)(value);
    return Object.fromEntries(found);
}
/** Variables with which an earlier step could redirect the requests of this process. */
const AWS_SETTINGS = /^AWS_|^(NODE_TLS_REJECT_UNAUTHORIZED|SSL_CERT_FILE|SSL_CERT_DIR)$/i;
/**
 * Removes the AWS settings of the environment and of `~/.aws` from this process, so that only the action's inputs count. Then sets
 * `kept` again. The job's environment does not change.
 */
function isolate(env, proxy, kept) {
    for (const name of Object.keys(env))
        if (AWS_SETTINGS.test(name))
            delete env[name];
    (0,_proxy_js__WEBPACK_IMPORTED_MODULE_3__/* .applyProxy */ .l)(proxy, env);
    if (kept === undefined)
        Object.assign(env, { AWS_CONFIG_FILE: node_os__WEBPACK_IMPORTED_MODULE_1__.devNull, AWS_SHARED_CREDENTIALS_FILE: node_os__WEBPACK_IMPORTED_MODULE_1__.devNull });
    else
        Object.assign(env, kept);
}


/***/ }),

/***/ 2466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ applyProxy),
/* harmony export */   n: () => (/* binding */ readProxy)
/* harmony export */ });
/** The inputs and variables that may hold a proxy's URL with user info. */
const SOURCES = [
    'INPUT_HTTP-PROXY',
    'HTTPS_PROXY',
    'https_proxy',
    'HTTP_PROXY',
    'http_proxy',
    'ALL_PROXY',
    'all_proxy',
];
const inEnvironment = (env, name) => env[name.toLowerCase()] || env[name.toUpperCase()] || '';
/** The proxies from `http-proxy` and `no-proxy`, or from the environment, in lower or upper case. User info is masked. */
function readProxy(reader, env, mask) {
    const given = reader.url('http-proxy') ?? '';
    const noProxy = reader.text('no-proxy');
    // HTTP_PROXY alone is used for https too, as in aws-actions/configure-aws-credentials.
    const https = given || ['https_proxy', 'all_proxy', 'http_proxy'].map((name) => inEnvironment(env, name)).find(Boolean) || '';
    const http = given || inEnvironment(env, 'http_proxy') || inEnvironment(env, 'all_proxy');
    for (const url of [https, http])
        maskUserInfo(url, mask);
    return { http: bare(http), https: bare(https), noProxy: noProxy || inEnvironment(env, 'no_proxy') };
}
/**
 * Sets the proxies of this process and removes all other proxy variables. User info is added where an input or a variable names the
 * same proxy with user info.
 */
function applyProxy(proxy, env) {
    const given = SOURCES.map((name) => env[name] ?? '').filter((url) => url !== '');
    const withUserInfo = (url) => {
        const same = url === '' ? [] : given.filter((candidate) => bare(candidate) === url);
        return same.find(hasUserInfo) ?? same[0] ?? url;
    };
    const values = {
        http_proxy: withUserInfo(proxy.http),
        https_proxy: withUserInfo(proxy.https),
        no_proxy: proxy.noProxy,
    };
    for (const name of ['http_proxy', 'https_proxy', 'no_proxy', 'all_proxy']) {
        delete env[name];
        delete env[name.toUpperCase()];
    }
    for (const [name, value] of Object.entries(values))
        if (value !== '')
            env[name] = value;
}
/** The URL without user info. A text without a scheme is read as http, because proxy variables often have none. */
function bare(text) {
    const url = parse(text);
    if (url === undefined)
        return '';
    url.username = '';
    url.password = '';
    return url.href;
}
function hasUserInfo(text) {
    return (parse(text)?.username ?? '') !== '';
}
function maskUserInfo(text, mask) {
    const { username = '', password = '' } = parse(text) ?? {};
    const secret = password || username;
    if (secret === '')
        return;
    mask(secret);
    mask(`${username}:${password}`);
    try {
        mask(decodeURIComponent(secret));
    }
    catch {
        // Not percent-encoded: there is no decoded form to mask.
    }
    // URL escapes some characters; the user info is masked as it was written, too.
    const [, name = '', colon = '', word = ''] = /^[^:]*:\/\/([^:/?#\\]*)(:?)([^/?#\\]*)@/.exec(withScheme(text)) ?? [];
    if ((word || name) !== '')
        mask(word || name);
    if (colon !== '')
        mask(`${name}:${word}`);
}
function withScheme(text) {
    return text.includes('://') ? text : `http://${text}`;
}
function parse(text) {
    const whole = withScheme(text);
    return text !== '' && URL.canParse(whole) ? new URL(whole) : undefined;
}


/***/ }),

/***/ 4809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LP: () => (/* binding */ tokenService),
/* harmony export */   RY: () => (/* binding */ whyUntrusted),
/* harmony export */   W7: () => (/* binding */ HOW_TO_GIVE_REPOSITORY_ID),
/* harmony export */   WN: () => (/* binding */ whyNoTokenService),
/* harmony export */   pI: () => (/* binding */ runFacts)
/* harmony export */ });
/* harmony import */ var _files_regular_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8927);

/** The run, from the runner's variables. */
function runFacts(env) {
    const of = (name) => env[name] ?? '';
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
    };
}
/** How to set the repository's number on a runner that does not set it; GitHub's runner does. */
const HOW_TO_GIVE_REPOSITORY_ID = 'GitHub’s runner sets it. On another runner set it yourself: `act --env GITHUB_REPOSITORY_ID=…`, with the number that `gh api repos/{owner}/{repo} --jq .id` prints';
/** GitHub's token service; `undefined` when the job has no `id-token: write`. */
function tokenService(env) {
    const requestUrl = env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '';
    const requestToken = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '';
    return requestUrl === '' || requestToken === '' ? undefined : { requestUrl, requestToken };
}
/** Why this job may have no token service although the workflow has `id-token: write`; `undefined` when the reason is not known. */
function whyNoTokenService(env) {
    if (env.GITHUB_ACTOR === DEPENDABOT) {
        return 'Dependabot started this run: GitHub gives such runs a read-only token and, on pull requests, no `id-token: write`.';
    }
    const pullRequest = env.GITHUB_EVENT_NAME === 'pull_request' ? pullRequestIn(env) : undefined;
    const head = pullRequest?.head?.repo?.full_name;
    if (pullRequest !== undefined && head !== env.GITHUB_REPOSITORY) {
        return `The pull request comes from a fork (${head ?? 'deleted since'}): GitHub never gives such runs \`id-token: write\`.`;
    }
    return undefined;
}
/**
 * Why this event must not write secrets: its `secrets` may not be those of the repository (Dependabot, forks), or code from a fork may
 * have changed them (`pull_request_target`). `undefined` for all other events.
 */
function whyUntrusted(env) {
    const pullRequest = pullRequestIn(env);
    if (env.GITHUB_ACTOR === DEPENDABOT || pullRequest?.user?.login === DEPENDABOT) {
        return 'Dependabot started this run, which gets Dependabot’s secrets and not the repository’s';
    }
    if (env.GITHUB_EVENT_NAME === 'pull_request_target') {
        return 'the event is `pull_request_target`, which anyone can trigger';
    }
    if (pullRequest === undefined && env.GITHUB_EVENT_NAME?.startsWith('pull_request')) {
        return 'the event is a pull request whose source repository cannot be read';
    }
    const isForeign = pullRequest !== undefined && pullRequest.head?.repo?.full_name !== env.GITHUB_REPOSITORY;
    return isForeign ? 'the pull request comes from a fork, whose runs get no secrets' : undefined;
}
const DEPENDABOT = 'dependabot[bot]';
function pullRequestIn(env) {
    try {
        const event = JSON.parse((0,_files_regular_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readRegular */ .VX)(env.GITHUB_EVENT_PATH ?? '', { links: 'follow' })?.bytes.toString('utf8') ?? '');
        return event.pull_request ?? undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 5518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uf: () => (/* binding */ LONG_MANAGING_SECONDS),
  Ng: () => (/* binding */ connect),
  U8: () => (/* binding */ sessionHop)
});

// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/aws/partition.js
var partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/waiting/load-behind.js
var load_behind = __webpack_require__(5767);
;// CONCATENATED MODULE: ./build/identity/role-chain.js



/**
 * STS's shortest session, for the roles of a chain, which are needed for seconds only
 * (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, DurationSeconds).
 */
const MIN_SESSION_SECONDS = 900;
const HOUR_SECONDS = 3600;
/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html, MaxSessionDuration. */
const MAX_ROLE_SESSION = { maximumSeconds: 12 * HOUR_SECONDS, because: 'a role session lasts at most 12 hours' };
const MAX_CHAINED_SESSION = {
    maximumSeconds: HOUR_SECONDS,
    because: 'AWS allows one hour when a role session assumes the next role (role chaining)',
};
/** Time to connect to GitHub's token service, with TLS, and to send the request. */
const HEAD_START_MS = 20;
/** Assumes all roles of the plan except the last. @returns the call that assumes the last role */
async function roleHop({ plan, base }, deps) {
    const [first = '', ...others] = plan.roles;
    if (base.kind === 'credentials')
        return chainHop(plan, await credentialsStart(base, plan, deps), deps);
    const begun = base.token();
    const load = () => Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(9927), __webpack_require__.e(7775)]).then(__webpack_require__.bind(__webpack_require__, 7775));
    // The SDK loads while GitHub answers.
    const { assumeWithToken } = await (0,load_behind/* loadBehind */.p)(begun, load, { ms: HEAD_START_MS, clock: deps.clock });
    let next = begun;
    const token = () => {
        const answer = next ?? base.token();
        next = undefined;
        return answer;
    };
    const isGitHubs = plan.source.kind === 'oidc';
    const step = { ...stepOf(plan, roleArn(first, onlyAccount(plan), deps)), token, isGitHubs };
    const hop = { ...MAX_ROLE_SESSION, obtain: (request) => assumeWithToken(step, request, deps) };
    if (others.length === 0)
        return hop;
    const by = await hop.obtain({ durationSeconds: MIN_SESSION_SECONDS });
    return chainHop(plan, { by, accountId: by.accountId, roles: others }, deps);
}
async function credentialsStart(base, plan, deps) {
    const credentials = await base.credentials();
    const start = { by: { credentials, jobEnvironment: '' }, roles: plan.roles };
    const [first = ''] = plan.roles;
    if ((0,partition/* parseArn */.Lw)(first) !== undefined)
        return { ...start, accountId: undefined };
    const { accountId } = await principalOf(credentials, deps);
    return { ...start, accountId };
}
/** Assumes all roles of `start` except the last. @returns the call that assumes the last role */
async function chainHop(plan, start, deps) {
    const { assumeWithCredentials } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(9927), __webpack_require__.e(7775)]).then(__webpack_require__.bind(__webpack_require__, 7775));
    let { by, accountId } = start;
    let tags = plan.sessionTags;
    for (const role of start.roles.slice(0, -1)) {
        const step = { ...stepOf(plan, roleArn(role, accountId, deps)), by, tags };
        const assumed = await assumeWithCredentials(step, { durationSeconds: MIN_SESSION_SECONDS }, deps);
        by = assumed;
        accountId = assumed.accountId;
        tags = withoutTransitive(tags);
    }
    const last = { ...stepOf(plan, roleArn(start.roles.at(-1) ?? '', accountId, deps)), by, tags };
    const isChained = by.credentials.sessionToken !== undefined;
    return {
        ...(isChained ? MAX_CHAINED_SESSION : MAX_ROLE_SESSION),
        obtain: (request) => assumeWithCredentials(last, request, deps),
    };
}
/** The call that creates a session of an IAM user. @throws ActionError `session-impossible` without long-lived keys */
async function ownSessionHop({ plan, base }, deps) {
    const credentials = await credentialsOf(base);
    if (credentials.sessionToken !== undefined) {
        throw new errors/* ActionError */.lZ('session-impossible', 'A session cannot be created with the credentials of a session: STS allows it only with long-lived keys or a role', {
            remedy: 'Name a role in `role-to-assume`, or use `credential-type: iam-user`.',
        });
    }
    const { iamUserSession } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(9927), __webpack_require__.e(5433)]).then(__webpack_require__.bind(__webpack_require__, 5433));
    return iamUserSession(await principalOf(credentials, deps), plan.sessionName, deps);
}
/** The credentials of a base identity. @throws ActionError `session-impossible` when it has a token instead */
async function credentialsOf(base) {
    if (base.kind === 'credentials')
        return base.credentials();
    throw new errors/* ActionError */.lZ('session-impossible', 'A token alone is not an identity in AWS: it needs a role', {
        remedy: 'Name the role in `role-to-assume`.',
    });
}
/** The principal of credentials, from AWS. */
async function principalOf(credentials, deps) {
    const { callerIdentity } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(9927), __webpack_require__.e(7343)]).then(__webpack_require__.bind(__webpack_require__, 7343));
    return callerIdentity(credentials, deps);
}
/** AWS passes transitive tags on through the chain, and rejects a call that sets them again. */
function withoutTransitive(tags) {
    if (tags === undefined)
        return undefined;
    return { tags: tags.tags.filter(({ key }) => !tags.transitiveKeys.includes(key)), transitiveKeys: [] };
}
function stepOf(plan, arn) {
    return { roleArn: arn, sessionName: plan.sessionName, externalId: plan.externalId };
}
function onlyAccount({ allowedAccountIds }) {
    return allowedAccountIds.length === 1 ? allowedAccountIds[0] : undefined;
}
/** A role's ARN. A name without an ARN is a role of the known account, in the region's partition. */
function roleArn(role, accountId, deps) {
    if ((0,partition/* parseArn */.Lw)(role) !== undefined)
        return role;
    return `arn:${(0,partition/* partitionOfRegion */.cn)(deps.connection.region)}:iam::${accountId ?? ''}:role/${role}`;
}

;// CONCATENATED MODULE: ./build/identity/connect.js



/**
 * For work that may take minutes. Every role allows one hour, also with role chaining
 * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html, MaxSessionDuration).
 */
const LONG_MANAGING_SECONDS = 3_600;
/**
 * Gets the managing identity: the base identity, and then each role of the chain. Checks its account.
 * @param durationSeconds the duration of its session
 * @throws ActionError that names the step that failed; `account-not-allowed`
 */
async function connect(identity, deps, durationSeconds = MIN_SESSION_SECONDS) {
    const { plan, base } = identity;
    const principal = plan.roles.length === 0
        ? await principalOf(await credentialsOf(base), deps)
        : await withRemedy(plan, deps, async () => (await roleHop(identity, deps)).obtain({ durationSeconds }));
    checkAccount(principal, plan, deps);
    deps.debug(`Managing identity: ${principal.arn}`);
    return principal;
}
/** The call that creates a session lease. When this returns, all roles except the last are assumed. */
async function sessionHop(identity, deps) {
    const { plan } = identity;
    const hop = await withRemedy(plan, deps, () => plan.roles.length === 0 ? ownSessionHop(identity, deps) : roleHop(identity, deps));
    return {
        ...hop,
        obtain: async (request) => {
            const principal = await hop.obtain(request);
            checkAccount(principal, plan, deps);
            return principal;
        },
    };
}
/** Converts a failure of AWS to an error that names the roles. */
async function withRemedy(plan, deps, act) {
    try {
        return await act();
    }
    catch (cause) {
        if (cause instanceof errors/* ActionError */.lZ || deps.lifetime.soft.aborted)
            throw cause;
        throw (0,failures/* awsFailure */.MT)('assume-role-failed', `Assuming ${plan.roles.join(', then ')}`, {
            remedy: 'Check `role-to-assume` and `aws-region`, and that the runner reaches STS.',
            cause,
        });
    }
}
/** Checks `allowed-account-ids`, before anything is created in the account or exported to the job. */
function checkAccount({ accountId }, { allowedAccountIds }, deps) {
    deps.account(accountId);
    if (allowedAccountIds.length === 0 || allowedAccountIds.includes(accountId))
        return;
    throw new errors/* ActionError */.lZ('account-not-allowed', `The credentials belong to account ${accountId}, which is not in \`allowed-account-ids\``, { remedy: 'Correct `role-to-assume` or `allowed-account-ids`.' });
}


/***/ }),

/***/ 1019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ envCredentialsIdentity)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** The credentials that were in the job's environment when main began (`role-chaining`). */
function envCredentialsIdentity(found, deps) {
    return {
        kind: 'credentials',
        async credentials() {
            const { accessKeyId, secretAccessKey, sessionToken } = found;
            if (accessKeyId === '' || secretAccessKey === '') {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('no-base-credentials', 'Reading the credentials from the job’s environment failed: there are none', {
                    remedy: '`role-chaining` uses AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of an earlier step: put that step before this one, or remove `role-chaining`.',
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
/* harmony import */ var _smithy_core_protocols__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6804);
/* harmony import */ var _aws_failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);
/* harmony import */ var _aws_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6277);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _waiting_poll_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5013);





const BACKOFF = { firstMs: 250, maxMs: 5_000 };
/** GitHub's OIDC token of this job. Each call gets a new one, because it is valid for five minutes only (actions/toolkit#2048). */
function oidcIdentity(service, audience, deps) {
    return {
        kind: 'token',
        async token() {
            const attempt = async () => {
                const outcome = await requestToken(service, audience, deps);
                if (outcome.ok)
                    return (0,_waiting_poll_js__WEBPACK_IMPORTED_MODULE_3__/* .done */ .Vw)(outcome.token);
                const giveUp = () => {
                    throw outcome.error;
                };
                return outcome.again ? (0,_waiting_poll_js__WEBPACK_IMPORTED_MODULE_3__/* .again */ .TG)(giveUp) : giveUp();
            };
            return (0,_waiting_poll_js__WEBPACK_IMPORTED_MODULE_3__/* .poll */ .wt)(attempt, { backoff: BACKOFF, maxAttempts: deps.connection.maxAttempts }, deps);
        },
    };
}
/** A token has some kilobytes. */
const MAX_BODY_BYTES = 2 ** 20;
const TOO_MANY_REQUESTS = 429;
async function requestToken(service, audience, deps) {
    const { clock, debug, lifetime } = deps;
    const began = clock.elapsedMs();
    const log = (outcome) => debug(`GitHub token service: ${outcome}, ${Math.round(clock.elapsedMs() - began)} ms`);
    try {
        const limits = { abortSignal: lifetime.hard, maxBytes: MAX_BODY_BYTES };
        const { exchange } = (0,_aws_http_js__WEBPACK_IMPORTED_MODULE_1__/* .httpClient */ .o)({ keepAlive: false, debug });
        const { status, body } = await exchange(tokenRequest(service, audience), limits);
        log(String(status));
        if (status !== 200)
            return refused(`answered ${status}`, status >= 500 || status === TOO_MANY_REQUESTS);
        const token = tokenIn(body.toString('utf8'));
        if (token === undefined)
            return refused('answered without a token', true);
        deps.mask(token);
        return { ok: true, token };
    }
    catch (cause) {
        log((0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .failureCode */ .AD)(cause));
        lifetime.hard.throwIfAborted();
        return refused(`did not answer: ${(0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(cause)}`, (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(cause), cause);
    }
}
function tokenRequest({ requestUrl, requestToken: token }, audience) {
    const url = new URL(requestUrl);
    url.searchParams.set('audience', audience);
    return new _smithy_core_protocols__WEBPACK_IMPORTED_MODULE_4__/* .HttpRequest */ .K({
        protocol: url.protocol,
        hostname: url.hostname,
        ...(url.port === '' ? {} : { port: Number(url.port) }),
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: { host: url.host, authorization: `Bearer ${token}`, accept: 'application/json' },
    });
}
function refused(what, again, cause) {
    const error = new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('oidc-token-failed', `Asking GitHub for an OIDC token failed: the token service ${what}`, {
        remedy: 'Run the job again. If it fails again, check githubstatus.com and the proxy between runner and GitHub.',
        cause,
    });
    return { ok: false, again, error };
}
/** A token goes into a request and into the mask: nothing but printable characters. */
const TOKEN = /^[\x21-\x7E]+$/;
function tokenIn(body) {
    try {
        const { value } = JSON.parse(body);
        return typeof value === 'string' && TOKEN.test(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
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
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   h: () => (/* binding */ staticKeysIdentity),
/* harmony export */   iH: () => (/* binding */ givenKeys)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);


/** The keys of the inputs. @throws ActionError `no-base-credentials` without any */
function givenKeys(staticKeys) {
    if (staticKeys.kind === 'given')
        return staticKeys.keys;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('no-base-credentials', 'Reading the static access keys failed: the inputs have none', {
        remedy: 'Give `aws-access-key-id` and `aws-secret-access-key`.',
    });
}
/** The base identity of static keys. */
function staticKeysIdentity(keys) {
    return { kind: 'credentials', credentials: async () => keys };
}
/** The SHA-256 of credentials, with which post checks that its inputs have the same ones as main's; empty without credentials. */
function fingerprint(staticKeys) {
    if (staticKeys.kind === 'none')
        return '';
    const { keys } = staticKeys;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update([keys.accessKeyId, keys.secretAccessKey, keys.sessionToken ?? ''].join('\n'))
        .digest('hex');
}


/***/ }),

/***/ 7693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ openIdentity),
/* harmony export */   KG: () => (/* binding */ whileConnecting),
/* harmony export */   RO: () => (/* binding */ clientContext),
/* harmony export */   qd: () => (/* binding */ identityDependencies)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _github_job_env_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(831);
/* harmony import */ var _github_run_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4809);
/* harmony import */ var _identity_env_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1019);
/* harmony import */ var _identity_oidc_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7782);
/* harmony import */ var _identity_static_keys_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1686);
/* harmony import */ var _waiting_lifetime_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6385);







/** Time for the request for a token and for loading the STS client, which is needed first (`identity/role-chain.ts`). */
const HEAD_START_MS = 60;
/**
 * What AWS's clients are built from in this step.
 * @param lifetime in place of the step's own: a rollback's, or post's
 */
function clientContext({ clock, randomness, log, ...step }, connection, lifetime = step.lifetime) {
    return { connection, clock, randomness, lifetime, retries: connection.maxAttempts > 1, debug: log.debug };
}
/** What a base identity and a role chain need from this step. */
function identityDependencies(step, context, { maskAccountId }) {
    const account = (accountId) => {
        if (maskAccountId && accountId !== '')
            step.mask(accountId);
    };
    return { ...context, mask: step.mask, notice: step.log.notice, account };
}
/** When to load further code: while GitHub and STS answer. */
function whileConnecting({ clock }) {
    return { ms: HEAD_START_MS, clock };
}
/**
 * Opens the base identity of a plan.
 * @throws ActionError `no-oidc-variables` when the runner gives this job no token service
 */
async function openIdentity(plan, sources, deps) {
    deps.debug(`Base identity: ${plan.source.kind}; roles: ${plan.roles.join(', then ') || 'none'}`);
    return { plan, base: untilLifetimeEnds(deps, await baseIdentity(plan, sources, deps)) };
}
/** Waits no longer than the step's lifetime: a credential process or a file system may hang as well as a server. */
function untilLifetimeEnds(deps, base) {
    const { hard } = deps.lifetime;
    return base.kind === 'token'
        ? { kind: 'token', token: () => (0,_waiting_lifetime_js__WEBPACK_IMPORTED_MODULE_6__/* .unlessAborted */ .W)(base.token(), hard) }
        : { kind: 'credentials', credentials: () => (0,_waiting_lifetime_js__WEBPACK_IMPORTED_MODULE_6__/* .unlessAborted */ .W)(base.credentials(), hard) };
}
async function baseIdentity({ source }, { env, staticKeys }, deps) {
    switch (source.kind) {
        case 'oidc': {
            const service = (0,_github_run_context_js__WEBPACK_IMPORTED_MODULE_2__/* .tokenService */ .LP)(env);
            if (service === undefined)
                throw noTokenService(env);
            return (0,_identity_oidc_js__WEBPACK_IMPORTED_MODULE_4__/* .oidcIdentity */ .q)(service, source.audience, deps);
        }
        case 'token-file': {
            const { tokenFileIdentity } = await __webpack_require__.e(/* import() */ 5333).then(__webpack_require__.bind(__webpack_require__, 5333));
            return tokenFileIdentity(source.path, deps);
        }
        case 'static-keys':
            return (0,_identity_static_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .staticKeysIdentity */ .h)(await staticKeys());
        case 'env-credentials':
            return (0,_identity_env_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .envCredentialsIdentity */ .i)((0,_github_job_env_js__WEBPACK_IMPORTED_MODULE_1__/* .envCredentials */ .c_)(env), deps);
        case 'ambient': {
            const { ambientIdentity } = await __webpack_require__.e(/* import() */ 1963).then(__webpack_require__.bind(__webpack_require__, 1963));
            return ambientIdentity(deps);
        }
    }
}
function noTokenService(env) {
    const why = (0,_github_run_context_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNoTokenService */ .WN)(env);
    const message = 'GitHub gives this job no OIDC token: ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('no-oidc-variables', why === undefined ? message : `${message}. ${why}`, {
        remedy: [
            ...(why === undefined
                ? []
                : [
                    'Skip the step there: `if: github.event.pull_request.head.repo.full_name == github.repository`. Elsewhere:',
                ]),
            'Give the job this block:',
            'permissions:',
            '  id-token: write',
            '  contents: read',
            'In a reusable workflow the calling job needs it too. Without OIDC, use `aws-access-key-id`, `web-identity-token-file`, `role-chaining` or `use-ambient-credentials`.',
        ].join('\n'),
    });
}


/***/ }),

/***/ 6385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ lifetimeFor),
/* harmony export */   W: () => (/* binding */ unlessAborted)
/* harmony export */ });
/** A lifetime whose `soft` and `hard` both end `milliseconds` from now. */
function lifetimeFor(milliseconds) {
    const signal = AbortSignal.timeout(milliseconds);
    return { soft: signal, hard: signal };
}
/** The promise's outcome, or the signal's reason when that comes first. */
function unlessAborted(answer, signal) {
    return new Promise((resolve, reject) => {
        const giveUp = () => reject(signal.reason);
        if (signal.aborted)
            giveUp();
        signal.addEventListener('abort', giveUp, { once: true });
        answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    });
}


/***/ }),

/***/ 5767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ loadBehind)
/* harmony export */ });
/**
 * Loads a part of this build while a request that just began is pending. `import()` reads and compiles the part synchronously; during
 * that time this process sends nothing. A load that starts at once would delay the request. So the load starts `headStart.ms` later, or
 * when the request ends, if that is earlier. A failed request does not stop the load.
 */
async function loadBehind(request, load, headStart) {
    const ended = request.then(() => undefined, () => undefined);
    await Promise.race([ended, headStart.clock.sleep(headStart.ms)]);
    return load();
}


/***/ }),

/***/ 5013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TG: () => (/* binding */ again),
  Vw: () => (/* binding */ done),
  wt: () => (/* binding */ poll),
  L5: () => (/* binding */ retry)
});

;// CONCATENATED MODULE: ./build/waiting/backoff.js
/**
 * The pause before the next try, in milliseconds: between 50 % and 100 % of the backoff.
 * @param tries 0 after the first try
 * @param fraction a number in [0, 1), for jitter
 */
function pauseMs({ firstMs, maxMs, factor = 2 }, tries, fraction) {
    const full = Math.min(maxMs, firstMs * factor ** tries);
    return full * (0.5 + fraction() / 2);
}

;// CONCATENATED MODULE: ./build/waiting/poll.js

/** An attempt that has the value. */
function done(value) {
    return { kind: 'done', value };
}
/** An attempt that must be repeated. @param giveUp returns the value, or throws, when no further attempt is allowed */
function again(giveUp) {
    return { kind: 'again', giveUp };
}
/**
 * Makes attempts, with growing pauses between them, until one is done or a limit is reached. An attempt that throws is the last one.
 * @param attempt gets its number, 1 for the first
 * @throws what `attempt` or `giveUp` throws; the abort reason when the lifetime's `soft` ends during a pause
 */
async function poll(attempt, limits, { clock, randomness, lifetime }) {
    const { backoff, withinMs = Number.POSITIVE_INFINITY, maxAttempts = Number.POSITIVE_INFINITY } = limits;
    const deadline = clock.elapsedMs() + withinMs;
    for (let number = 1;; number++) {
        const outcome = await attempt(number);
        if (outcome.kind === 'done')
            return outcome.value;
        const pause = pauseMs(backoff, number - 1, randomness.fraction);
        if (number >= maxAttempts || clock.elapsedMs() + pause > deadline)
            return outcome.giveUp();
        await clock.sleep(pause, lifetime.soft);
    }
}
/**
 * Repeats a call while `isTemporary` is true for its failure.
 * @throws the first other failure, or the last failure within the limits
 */
function retry(call, limits, waiting) {
    const attempt = async (number) => {
        try {
            return done(await call());
        }
        catch (error) {
            if (!limits.isTemporary(error, number))
                throw error;
            return again(() => {
                throw error;
            });
        }
    };
    return poll(attempt, limits, waiting);
}


/***/ })

};

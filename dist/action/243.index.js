export const id = 243;
export const ids = [243];
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
/** True when AWS refused for want of permission. */
function isDenied(error) {
    return isFailure(error, ...DENIALS);
}
/** The SDK's notes about the answer behind an error. */
function metadataOf(error) {
    return error?.$metadata ?? {};
}
const THROTTLING = ['Throttling', 'Throttled', 'RequestLimitExceeded', 'TooManyRequests'];
/** True when AWS throttled the call. */
function isThrottled(error) {
    return isFailure(error, ...THROTTLING);
}
/**
 * True when the call is known not to have been applied: AWS refused the first and only try. After a retry an earlier try may
 * have been applied though its answer was lost.
 */
function isDefinitiveRefusal(error) {
    const { httpStatusCode = 0, attempts = 1 } = metadataOf(error);
    return attempts === 1 && httpStatusCode >= 400 && httpStatusCode < 500;
}
/** True when a further try may well succeed: throttling, a fault of AWS, or no answer at all. */
function isTransient(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ || error instanceof TypeError || isFailure(error, 'EndpointError'))
        return false;
    const { httpStatusCode: status } = metadataOf(error);
    return status === undefined || status >= 500 || isThrottled(error);
}
/** What AWS said, in one line fit for a log: its code, its sentence unless that repeats parameters, its request id. */
function describeFailure(error) {
    const code = failureCode(error);
    if (!(error instanceof Error))
        return code;
    const { requestId } = metadataOf(error);
    const sentence = ECHOING.has(code) ? '' : `: ${error.message.replace(/\s+/g, ' ').trim()}`;
    return `${code}${sentence}${requestId === undefined ? '' : ` (request ${requestId})`}`;
}
/** Why something failed, as part of a sentence: our own error's message, or what AWS said. */
function explain(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ ? error.message : describeFailure(error);
}
/** Wraps an SDK error for the user: `doing` is the sentence's start (“Creating IAM user x”). */
function awsFailure(code, doing, options) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(code, `${doing} failed. AWS said ${describeFailure(options.cause)}`, options);
}


/***/ }),

/***/ 4832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ httpHandler)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var _smithy_node_http_handler__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4119);
/* harmony import */ var http_proxy_agent__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8947);
/* harmony import */ var https_proxy_agent__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1566);
/* harmony import */ var proxy_from_env__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8182);






const CONNECT_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 15_000;
const MAX_SOCKETS = 50;
/**
 * The HTTP handler behind every request of ours, to AWS and to GitHub's token service alike: one set of time-outs and one way
 * to find the proxy, namely the process's own proxy variables, which `github/job-env.ts` has set to what the job meant.
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
function handlerFor(origin, { keepAlive, debug }) {
    const agentOptions = { keepAlive, maxSockets: MAX_SOCKETS };
    const proxy = (0,proxy_from_env__WEBPACK_IMPORTED_MODULE_4__/* .getProxyForUrl */ .T)(origin);
    debug(`Connections to ${origin}: ${proxy === '' ? 'direct' : `through the proxy ${new URL(proxy).host}`}`);
    return new _smithy_node_http_handler__WEBPACK_IMPORTED_MODULE_5__/* .NodeHttpHandler */ .$({
        connectionTimeout: CONNECT_TIMEOUT_MS,
        requestTimeout: REQUEST_TIMEOUT_MS,
        throwOnRequestTimeout: true,
        // Once headers are there, only this watches over the body.
        socketTimeout: REQUEST_TIMEOUT_MS,
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
 * The partitions, by the names of their regions, and where each one's single IAM control plane is signed for (reference: the
 * endpoint rules of @aws-sdk/client-iam; kept here since loading them costs more than reading this).
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

/***/ 8617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ tagValue),
/* harmony export */   Hh: () => (/* binding */ tagKeyProblem),
/* harmony export */   dB: () => (/* binding */ tagValueProblem),
/* harmony export */   qN: () => (/* binding */ MAX_TAG_VALUE_CHARS),
/* harmony export */   x3: () => (/* binding */ MAX_TAGS)
/* harmony export */ });
/** Tags on one resource (AWS: IAM and STS quotas; Secrets Manager quotas). */
const MAX_TAGS = 50;
const MAX_KEY_CHARS = 128;
const MAX_TAG_VALUE_CHARS = 256;
const KEY_CHARS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u;
const VALUE_CHARS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
/** A value AWS accepts as a tag's: other characters become `_`, cut to 256 (AWS: API_Tag). */
function tagValue(text) {
    const cut = text.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '_').slice(0, MAX_TAG_VALUE_CHARS);
    return cut.replace(/[\uD800-\uDBFF]$/, '');
}
/** What AWS would refuse in a tag's key, as a sentence. */
function tagKeyProblem(key) {
    if (key.length > MAX_KEY_CHARS || !KEY_CHARS.test(key)) {
        return `the key "${key}" must be 1 to ${MAX_KEY_CHARS} letters, digits, spaces or _.:/=+-@`;
    }
    return key.toLowerCase().startsWith('aws:')
        ? `the key "${key}" begins with aws:, which AWS keeps for itself`
        : undefined;
}
/** What AWS would refuse in a tag's value, as a sentence. */
function tagValueProblem(key, value) {
    if (value.length <= MAX_TAG_VALUE_CHARS && VALUE_CHARS.test(value))
        return undefined;
    return `the value of "${key}" must be at most ${MAX_TAG_VALUE_CHARS} letters, digits, spaces or _.:/=+-@`;
}


/***/ }),

/***/ 9473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _h: () => (/* binding */ joinErrors),
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
    'profile-file-refused',
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
    'sync-impossible',
    'sync-failed',
    'sync-incomplete',
    'sync-differs',
    'lease-mismatch',
    'lease-not-found',
    'lease-expired',
    'sweep-failed',
    'sweep-incomplete',
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
        remedy: 'Run the job again with debug logging; if it persists, open an issue with the log.',
        cause: thrown,
    });
}
/**
 * Several failures as one error, so that the user fixes all in one go: the first one's code, all messages, each remedy once. A failure
 * that is not ours keeps its own type as long as it is alone.
 * @param failures at least one
 */
function joinErrors(failures) {
    const [first, ...others] = [...new Set(failures)];
    if (others.length === 0)
        return first;
    const errors = [first, ...others].map(asActionError);
    return new ActionError(asActionError(first).code, errors.map(({ message }) => message).join('\n'), {
        remedy: [...new Set(errors.map(({ remedy }) => remedy))].join('\n'),
        cause: first,
    });
}


/***/ }),

/***/ 8927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VQ: () => (/* binding */ refuseLink),
/* harmony export */   VX: () => (/* binding */ readRegular),
/* harmony export */   lf: () => (/* binding */ openRegular),
/* harmony export */   rV: () => (/* binding */ FileRefused)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

/** Not there on Windows, where symbolic links need a privilege of their own. */
const NO_FOLLOW = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0;
/** Opening a named pipe must not wait for a writer. */
const NON_BLOCK = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0;
const LINK = 'it is a symbolic link';
/** Why a file is not touched; the message is the end of a sentence. */
class FileRefused extends Error {
}
/**
 * Opens what is a regular file, and no symbolic link; `undefined` when there is none.
 * @returns a descriptor, to be closed
 * @throws FileRefused
 */
function openRegular(path, flags) {
    refuseLink(path, LINK);
    let file;
    try {
        file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, flags | NO_FOLLOW | NON_BLOCK, 0o600);
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
/** @throws FileRefused when a symbolic link is there */
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
 * A file's bytes, and whether others than its owner may use it; `undefined` when there is none.
 * @throws FileRefused
 */
function readRegular(path) {
    const file = openRegular(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY);
    if (file === undefined)
        return undefined;
    try {
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
/** A name in quotes, as AWS's tools take it in the config file: `profile "ci"`. */
const QUOTED = /^((?:profile\s+)?)(["'])(.*)\2$/;
const foldedName = (line) => HEADER.exec(line)?.[2]?.replace(QUOTED, '$1$3').replace(/\s+/g, ' ');
/** All sections of this name; AWS's tools merge some of them and refuse others. */
function findSections(lines, name) {
    const headers = lines.flatMap((line, index) => (HEADER.test(line) ? [index] : []));
    return headers.flatMap((begin, nth) => foldedName(lines[begin] ?? '') === name ? [{ name, begin, end: headers[nth + 1] ?? lines.length }] : []);
}
/** The text with `ending` put behind the section's name, or taken away from there; all else stays. */
function renameSection(text, name, change) {
    const lines = text.split('\n');
    const [section] = findSections(lines, name);
    if (section === undefined)
        return text;
    const header = (lines[section.begin] ?? '').replace(HEADER, (...match) => {
        const [, before = '', inner = '', behind = ''] = match;
        const closing = QUOTED.exec(inner)?.[2] ?? '';
        const bare = inner.slice(0, inner.length - closing.length);
        const renamed = 'add' in change ? `${bare}${change.add}` : bare.slice(0, bare.length - change.drop.length);
        return `${before}${renamed}${closing}${behind}`;
    });
    return lines.with(section.begin, header).join('\n');
}
/** What must stand between a text and a section added at its end. */
function gapBefore(text) {
    if (text === '' || text.endsWith('\n\n'))
        return '';
    return text.endsWith('\n') ? '\n' : '\n\n';
}
/** The text with a section added at its end. */
function addSection(text, name, settings) {
    return `${text}${gapBefore(text)}[${name}]\n${settings.join('\n')}\n`;
}
const isSilent = (line) => /^\s*([#;].*)?$/.test(line);
const indentOf = (line) => line.length - line.trimStart().length;
/**
 * A section's settings: each line `key = value`, itself without indent, with the lines that belong to it because they are indented
 * further. Comments and blanks are not.
 */
function settingsOf(text, name) {
    const lines = text.split('\n');
    const settings = [];
    let indent = 0;
    for (const { begin, end } of findSections(lines, name).slice(0, 1)) {
        for (const line of lines.slice(begin + 1, end)) {
            if (isSilent(line))
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
/** The key of a setting. AWS's tools take a colon for an equals sign. */
function keyOf(setting) {
    return (setting.split(/[=:]/)[0] ?? '').trim().toLowerCase();
}
/**
 * Removes those lines of a section that `isOurs` names. Without other settings in it the section goes too, its comments and
 * blanks stay where they are, and the `gap` put before it goes when nothing follows. With other settings, these go only when
 * `whole` says so, and are returned.
 */
function removeOurs(text, section, ours) {
    const lines = text.split('\n');
    const kept = lines.slice(section.begin + 1, section.end).filter((line) => !ours.isOurs(line));
    const before = lines
        .slice(0, section.begin)
        .map((line) => `${line}\n`)
        .join('');
    const behind = lines.slice(section.end);
    const added = kept.filter((line) => !isSilent(line));
    if (added.length > 0 && !ours.whole) {
        return { text: `${before}${[lines[section.begin] ?? '', ...kept, ...behind].join('\n')}`, added };
    }
    const silent = kept.filter(isSilent);
    if (behind.length > 0 || silent.some((line) => line.trim() !== '')) {
        return { text: `${before}${[...silent, ...behind].join('\n')}`, added };
    }
    const cut = before.endsWith(ours.gap) ? before.slice(0, before.length - ours.gap.length) : before;
    return { text: cut, added };
}
/** The text with lines put at a section's end, before the blanks and comments that lead to the next one. */
function appendTo(text, name, added) {
    const lines = text.split('\n');
    const [section] = findSections(lines, name);
    if (section === undefined || added.length === 0)
        return text;
    const lastSetting = lines.findLastIndex((line, index) => index < section.end && index >= section.begin && !isSilent(line));
    return [...lines.slice(0, lastSetting + 1), ...added, ...lines.slice(lastSetting + 1)].join('\n');
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/files/regular-file.js
var regular_file = __webpack_require__(8927);
;// CONCATENATED MODULE: ./build/files/private-file.js




const LINKED_DIRECTORY = 'its directory is a symbolic link';
/**
 * The file's text, `undefined` when there is none.
 * @throws ActionError `profile-file-refused` for a symbolic link, in the file's or its directory's place, for what is no file, and for
 * what is no text
 */
function readPrivateFile(path) {
    return unlessRefused(path, () => {
        (0,regular_file/* refuseLink */.VQ)((0,external_node_path_.dirname)(path), LINKED_DIRECTORY);
        const file = (0,regular_file/* readRegular */.VX)(path);
        return file && wholeText(file.bytes);
    });
}
/** A text that holds all of the bytes, a mark of byte order included, so that it can be written back as it was. */
function wholeText(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw new regular_file/* FileRefused */.rV('it is not UTF-8 text', { cause });
    }
}
/**
 * Replaces the file's text, in place and not by way of another file, so that no copy of a secret lies anywhere else. The file is for its
 * owner alone (0600), a directory that has to be made likewise (0700).
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






/** Settings that would make AWS's tools take other credentials than the ones beside them; not taken over. */
const CREDENTIAL_SETTINGS = /^(aws_.*|region|ca_bundle|role_arn|source_profile|credential_source|credential_process|web_identity_token_file|role_session_name|external_id|mfa_serial|duration_seconds|login_session|sso_.*|services|endpoint_url)$/;
const mark = (line) => (0,external_node_crypto_.createHash)('sha256').update(line).digest('hex');
/** Where AWS's tools look for profiles in this job. */
function profileSpec(name, env) {
    const path = (variable, fallback) => (env[variable] || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.aws', fallback)).replace(/^~(?=[/\\])/, (0,external_node_os_.homedir)());
    return {
        name,
        credentialsFile: path('AWS_SHARED_CREDENTIALS_FILE', 'credentials'),
        configFile: path('AWS_CONFIG_FILE', 'config'),
    };
}
const configSection = (name) => (name === 'default' ? 'default' : `profile ${name}`);
/** The files in which the profile exists already. */
function existingIn(wish) {
    return parts(wish)
        .filter(({ file, section }) => findSections((readPrivateFile(file) ?? '').split('\n'), section).length > 0)
        .map(({ file }) => file);
}
function parts(wish) {
    return [
        { file: wish.credentialsFile, section: wish.name },
        { file: wish.configFile, section: configSection(wish.name) },
    ];
}
/**
 * Writes the profile into both files. A profile of that name that is there already steps aside under another name in the same
 * file, so that its secrets are copied nowhere; its harmless settings are taken over.
 * @param note stores what is about to be changed; called before each file is touched
 */
function writeProfile(wish, content, note) {
    const { accessKeyId, secretAccessKey, sessionToken } = content.credentials;
    const secrets = [`aws_access_key_id = ${accessKeyId}`, `aws_secret_access_key = ${secretAccessKey}`];
    if (sessionToken !== undefined)
        secrets.push(`aws_session_token = ${sessionToken}`);
    const [credentialsPart, configPart] = parts(wish);
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
    const ending = present ? `-before-${nonce}` : '';
    const taken = settingsOf(before ?? '', section).filter((setting) => isHarmless(setting, ours));
    const lines = [...ours, ...taken];
    const stepped = present ? renameSection(before ?? '', section, { add: ending }) : (before ?? '');
    const change = {
        file,
        section,
        ending,
        gap: gapBefore(stepped),
        own: ours.map(mark),
        taken: taken.flatMap((line) => line.split('\n')).map(mark),
        madeFile: before === undefined,
        madeDirectory: firstMissingDirectory(file),
    };
    return { change, text: addSection(stepped, section, lines) };
}
/** The topmost directory that has to be made for a file; empty when there is none. */
function firstMissingDirectory(file) {
    const directory = (0,external_node_path_.dirname)(file);
    if ((0,external_node_fs_.existsSync)(directory))
        return '';
    return firstMissingDirectory(directory) || directory;
}
function isHarmless(setting, ours) {
    const [first = '', ...further] = setting.split('\n');
    // Below a key that has a value, AWS's SDK for JavaScript takes an indented line for a setting of its own.
    const keys = [first, ...(/[=:]\s*$/.test(first) ? [] : further)].map(keyOf);
    return keys.every((key) => !CREDENTIAL_SETTINGS.test(key) && !ours.some((line) => keyOf(line) === key));
}
/**
 * Takes back what `writeProfile` did, and that alone: what a later step has added to the profile stays, and a profile that is no
 * longer ours is left alone. One file that refuses does not keep the other from being restored.
 * @returns the files in which something of a later step was left
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
/** @returns whether something of a later step was left */
function restoreFile(change) {
    const text = readPrivateFile(change.file);
    const ours = text === undefined ? undefined : ourSection(text, change);
    if (text === undefined || ours === undefined)
        return false;
    const marks = [...change.own, ...change.taken];
    const whole = change.ending !== '';
    const removal = removeOurs(text, ours, { isOurs: (line) => marks.includes(mark(line)), gap: change.gap, whole });
    const aside = `${change.section}${change.ending}`;
    const restored = whole
        ? appendTo(renameSection(removal.text, aside, { drop: change.ending }), change.section, removal.added)
        : removal.text;
    if (restored.trim() === '' && change.madeFile)
        removeMade(change);
    else
        writePrivateFile(change.file, restored);
    return removal.added.length > 0;
}
/**
 * The section main wrote: it holds one of the lines that are main's alone. Where a profile stepped aside, it must still be
 * waiting: otherwise main was killed before it wrote, or somebody has put the old file back.
 */
function ourSection(text, change) {
    const lines = text.split('\n');
    const waits = findSections(lines, `${change.section}${change.ending}`).length > 0;
    if (change.ending !== '' && !waits)
        return undefined;
    return findSections(lines, change.section).find(({ begin, end }) => lines.slice(begin + 1, end).some((line) => change.own.includes(mark(line))));
}
function removeMade(change) {
    (0,external_node_fs_.rmSync)(change.file, { force: true });
    if (change.madeDirectory === '')
        return;
    for (let directory = (0,external_node_path_.dirname)(change.file);; directory = (0,external_node_path_.dirname)(directory)) {
        try {
            (0,external_node_fs_.rmdirSync)(directory);
        }
        catch (error) {
            // Somebody else's files are in it by now, or the other file has not gone yet.
            if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(error.code ?? ''))
                return;
            throw error;
        }
        if (directory === change.madeDirectory)
            return;
    }
}


/***/ }),

/***/ 6647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ readIdentity),
  R: () => (/* binding */ readStaticKeys)
});

// EXTERNAL MODULE: ./build/aws/partition.js
var partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/aws/tags.js
var aws_tags = __webpack_require__(8617);
// EXTERNAL MODULE: ./build/github/inputs/structured.js
var structured = __webpack_require__(3415);
;// CONCATENATED MODULE: ./build/github/inputs/session-tags.js


/** The tags of a session, and where their values come from. Those that only spare a look into GitHub may be dropped. */
const SOURCES = [
    { key: 'Repository', variable: 'GITHUB_REPOSITORY', droppable: false },
    { key: 'Workflow', variable: 'GITHUB_WORKFLOW', droppable: false },
    { key: 'Action', variable: 'GITHUB_ACTION', droppable: false },
    { key: 'Actor', variable: 'GITHUB_ACTOR', droppable: false },
    { key: 'Commit', variable: 'GITHUB_SHA', droppable: false },
    { key: 'Branch', variable: 'GITHUB_REF', droppable: false },
    { key: 'EventName', variable: 'GITHUB_EVENT_NAME', droppable: true },
    { key: 'BaseRef', variable: 'GITHUB_BASE_REF', droppable: true },
    { key: 'HeadRef', variable: 'GITHUB_HEAD_REF', droppable: true },
    { key: 'RunId', variable: 'GITHUB_RUN_ID', droppable: true },
    { key: 'Job', variable: 'GITHUB_JOB', droppable: true },
    { key: 'TriggeringActor', variable: 'GITHUB_TRIGGERING_ACTOR', droppable: true },
];
const MARK = { key: 'GitHub', value: 'Actions', droppable: false };
const RESERVED = new Set([MARK, ...SOURCES].map(({ key }) => key.toLowerCase()));
/**
 * SPEC §2.1: session tags of chained `AssumeRole` calls. Off unless `role-skip-session-tagging: false`, or tags are asked for
 * by `custom-tags` or `transitive-tag-keys`.
 */
function readSessionTags(reader, env) {
    const custom = readCustomTags(reader);
    const transitive = reader.list('transitive-tag-keys');
    const asked = custom.length > 0 || transitive.length > 0;
    if (reader.flag('role-skip-session-tagging', !asked))
        return undefined;
    const facts = SOURCES.map(({ key, variable, droppable }) => ({
        key,
        value: (0,aws_tags/* tagValue */.EZ)(env[variable] ?? ''),
        droppable,
    }));
    const tags = [MARK, ...facts.filter(({ value }) => value !== ''), ...custom];
    if (tags.length > aws_tags/* MAX_TAGS */.x3) {
        reader.problem('custom-tags', `makes ${tags.length} session tags with this action’s own; AWS allows ${aws_tags/* MAX_TAGS */.x3}`);
    }
    return { tags, transitiveKeys: transitive.filter((key) => tags.some((tag) => tag.key === key)) };
}
function readCustomTags(reader) {
    const tags = Object.entries((0,structured/* readTagObject */.ew)(reader, 'custom-tags'));
    const seen = new Set();
    for (const [key, value] of tags) {
        const folded = key.toLowerCase();
        const problems = [(0,aws_tags/* tagKeyProblem */.Hh)(key), (0,aws_tags/* tagValueProblem */.dB)(key, value)].filter((problem) => problem !== undefined);
        if (RESERVED.has(folded))
            problems.push(`the key "${key}" is one this action sets itself`);
        if (seen.has(folded))
            problems.push(`the key "${key}" appears twice (AWS ignores case in keys)`);
        seen.add(folded);
        for (const problem of problems)
            reader.problem('custom-tags', `: ${problem}`);
    }
    return tags.map(([key, value]) => ({ key, value, droppable: false }));
}

;// CONCATENATED MODULE: ./build/github/inputs/identity.js


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
    const maskAccountId = reader.flag('mask-aws-account-id', false);
    const accountIds = [...allowedAccountIds, ...roles.map((role) => (0,partition/* parseArn */.Lw)(role)?.accountId ?? '')];
    if (maskAccountId)
        for (const id of accountIds)
            if (id !== '')
                around.mask(id);
    const externalId = reader.matching('role-external-id', /^[\w+=,.@:/-]{2,1224}$/, 'must have 2 to 1224 letters, digits or _+=,.@:/-');
    if (externalId !== '')
        around.mask(externalId);
    const source = readSource(reader, { roles, staticKeys, region: around.region });
    checkBareNames(reader, { roles, allowedAccountIds, source });
    const sessionName = readSessionName(reader, around.run);
    return {
        staticKeys,
        maskAccountId,
        identity: {
            source,
            roles,
            sessionName,
            externalId: externalId || undefined,
            sessionTags: readSessionTags(reader, around.env),
            allowedAccountIds,
        },
    };
}
/** The static access key, masked part by part as it is read. */
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
        return { kind: 'none' };
    if (accessKeyId === '')
        reader.problem('aws-access-key-id', 'is missing beside the other credentials');
    if (secretAccessKey === '')
        reader.problem('aws-secret-access-key', 'is missing beside `aws-access-key-id`');
    return { kind: 'given', keys: { accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) } };
}
function readRoles(reader) {
    const roles = reader.list('role-to-assume');
    for (const role of roles) {
        const arn = (0,partition/* parseArn */.Lw)(role);
        const isRole = arn?.service === 'iam' && arn.resource.startsWith('role/') && /^\d{12}$/.test(arn.accountId);
        if (!isRole && (role.startsWith('arn:') || !ROLE_NAME.test(role))) {
            reader.problem('role-to-assume', `has "${role}", which is neither a role’s ARN nor a role’s name`);
        }
    }
    return roles;
}
function readSource(reader, facts) {
    const path = reader.text('web-identity-token-file');
    const audience = reader.text('audience') || (0,partition/* defaultAudience */.Yl)(partitionOf(facts));
    const skipOidc = reader.flag('force-skip-oidc', false);
    const chosen = [
        ...(facts.staticKeys.kind === 'none'
            ? []
            : [{ input: 'aws-access-key-id', source: { kind: 'static-keys' } }]),
        ...(path === '' ? [] : [{ input: 'web-identity-token-file', source: { kind: 'token-file', path } }]),
        ...(reader.flag('role-chaining', false)
            ? [{ input: 'role-chaining', source: { kind: 'env-credentials' } }]
            : []),
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
    return (0,partition/* parseArn */.Lw)(facts.roles[0] ?? '')?.partition ?? (0,partition/* partitionOfRegion */.cn)(facts.region);
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

/***/ 6287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   cN: () => (/* binding */ inputReader),
/* harmony export */   q$: () => (/* binding */ isHttpUrl)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6805);

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
/** True for an absolute http or https URL. */
function isHttpUrl(text) {
    return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
/** Items between commas and newlines, trimmed, empties dropped. */
function parseList(text) {
    return text
        .split(/[,\n]/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/** A reader over the inputs of this step; `read` gives an input's raw text, empty when it is not given. */
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
    const basic = { problems, /** Every name asked for so far. */ names, problem, text };
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
        /** The one of two names for the same thing that is given; both, and different, is a problem. */
        alias(name, otherName, same = (a, b) => a === b) {
            const value = text(name);
            const other = text(otherName);
            if (value !== '' && other !== '' && !same(value, other)) {
                problem(name, `and \`${otherName}\` are two names for one thing and differ; give one of them`);
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

/***/ 3415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ew: () => (/* binding */ readTagObject),
/* harmony export */   g$: () => (/* binding */ readTags),
/* harmony export */   v6: () => (/* binding */ readPolicyDocuments)
/* harmony export */ });
/** What IAM takes in a policy's text (AWS: API_PutUserPolicy). */
const POLICY_TEXT = /^[\t\n\r\u0020-\u00FF]+$/;
/** JSON policy documents, several separated by lines of `---`; minified. */
function readPolicyDocuments(reader, input) {
    const parts = input.value
        .split(/^---\s*$/m)
        .map((part) => part.trim())
        .filter((part) => part !== '');
    return parts.flatMap((part, index) => {
        const which = parts.length === 1 ? 'is' : `has as document ${index + 1} what is`;
        const document = parseObject(part);
        const text = document && minified(document);
        if (document === undefined)
            reader.problem(input.name, `${which} not a JSON object`);
        else if (document.Statement === undefined)
            reader.problem(input.name, `${which} not a policy: it has no Statement`);
        else if (text === undefined)
            reader.problem(input.name, `${which} not a policy: it is nested too deeply`);
        else if (!POLICY_TEXT.test(text))
            reader.problem(input.name, `${which} not accepted by IAM: it has characters beyond U+00FF`);
        else
            return [text];
        return [];
    });
}
/** `undefined` for what is nested so deeply that writing it overflows the stack; reading it does not. */
function minified(document) {
    try {
        return JSON.stringify(document);
    }
    catch {
        return undefined;
    }
}
/** Tags as `key=value` lines or as one JSON object of strings. */
function readTags(reader, name) {
    const text = reader.text(name).trim();
    return text.startsWith('{') ? tagsFromJson(reader, name, text) : tagsFromLines(reader, name, text);
}
/** Tags as one JSON object of strings, and in no other form. */
function readTagObject(reader, name) {
    const text = reader.text(name);
    return text === '' ? {} : tagsFromJson(reader, name, text);
}
function tagsFromLines(reader, name, text) {
    const tags = Object.create(null);
    for (const line of text.split('\n').map((each) => each.trim())) {
        if (line === '')
            continue;
        const at = line.indexOf('=');
        const key = line.slice(0, at).trim();
        if (at < 1)
            reader.problem(name, `has the line "${line}"; lines are key=value`);
        else if (Object.hasOwn(tags, key))
            reader.problem(name, `: the key "${key}" appears twice`);
        else
            tags[key] = line.slice(at + 1).trim();
    }
    return tags;
}
function tagsFromJson(reader, name, text) {
    const parsed = parseObject(text, asWritten);
    if (parsed === undefined) {
        reader.problem(name, 'must be a JSON object of strings, and is not one');
        return {};
    }
    const tags = Object.create(null);
    for (const [key, value] of Object.entries(parsed)) {
        if (['string', 'boolean'].includes(typeof value))
            tags[key] = String(value);
        else
            reader.problem(name, `: the value of "${key}" must be a string`);
    }
    return tags;
}
/** A number as it is written: `1.10` is a version, and an id may have more digits than a number of JavaScript's. */
const asWritten = (_key, value, context) => typeof value === 'number' ? (context?.source ?? String(value)) : value;
function parseObject(text, reviver) {
    try {
        const parsed = JSON.parse(text, reviver);
        return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
            ? parsed
            : undefined;
    }
    catch {
        return undefined;
    }
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
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6805);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2466);




/** The variables credentials are in, secrets all of them. */
const CREDENTIAL_VARIABLES = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
];
const hashOf = (value) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(value).digest('hex');
/** Notes what variables hold before we set them; what is secret among it is masked first. */
function recordBefore(names, secretNames, env) {
    return names.map((name) => {
        const before = env[name] ?? '';
        if (before !== '' && (secretNames.includes(name) || CREDENTIAL_VARIABLES.includes(name)))
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq)(before);
        return { name, before, hash: '' };
    });
}
/** The same notes with the marks of what is about to be set. */
function withHashes(changed, values) {
    return changed.map((each) => Object.hasOwn(values, each.name) ? { ...each, hash: hashOf(values[each.name] ?? '') } : each);
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
function restoreAll(changed, env) {
    const ours = changed.filter(({ name, hash }) => hash !== '' && hashOf(env[name] ?? '') === hash);
    for (const { name, before } of ours)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .exportVariable */ .dN)(name, before);
    return changed.filter((each) => each.hash !== '' && !ours.includes(each)).map(({ name }) => name);
}
/** The credentials of an earlier step. */
function envCredentials(env) {
    return {
        accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
        secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
        sessionToken: env.AWS_SESSION_TOKEN ?? '',
    };
}
/**
 * The variables of the job that a base identity is made of, masked, to be put back in post: the three of credentials for an
 * earlier step's (`role-chaining`), all that AWS's tools may read for what the machine is.
 */
function awsVariables(env, which) {
    const wanted = (name) => which === 'ambient' ? name.startsWith('AWS_') : CREDENTIAL_VARIABLES.includes(name);
    const found = Object.entries(env).filter((entry) => wanted(entry[0]) && !!entry[1]);
    for (const [name, value] of found)
        if (/TOKEN|SECRET|KEY|PASSWORD/.test(name))
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq)(value);
    return Object.fromEntries(found);
}
/** Variables by which any step of the job could turn our own requests elsewhere. */
const AWS_SETTINGS = /^AWS_|^(NODE_TLS_REJECT_UNAUTHORIZED|SSL_CERT_FILE|SSL_CERT_DIR)$/i;
/**
 * Shuts this process off from what the environment and `~/.aws` say about AWS, so that only what we were told explicitly
 * counts; then puts back `kept`. Nothing here reaches the job.
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
/** Where a proxy's URL, with its user info, may be given. */
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
/** The proxies from `http-proxy` and `no-proxy`, else from the environment, both cases; user info is masked. */
function readProxy(reader, env, mask) {
    const given = reader.url('http-proxy') ?? '';
    const noProxy = reader.text('no-proxy');
    // A runner with HTTP_PROXY alone means it for everything, as the other actions take it.
    const https = given || ['https_proxy', 'all_proxy', 'http_proxy'].map((name) => inEnvironment(env, name)).find(Boolean) || '';
    const http = given || inEnvironment(env, 'http_proxy') || inEnvironment(env, 'all_proxy');
    for (const url of [https, http])
        maskUserInfo(url, mask);
    return { http: bare(http), https: bare(https), noProxy: noProxy || inEnvironment(env, 'no_proxy') };
}
/**
 * Makes these the proxies of this process, and these alone: whatever else the environment says by now is removed. User info is
 * taken from wherever the very same proxy is still given with it.
 */
function applyProxy(proxy, env) {
    const given = SOURCES.map((name) => env[name] ?? '').filter((url) => url !== '');
    const whole = (url) => {
        const same = url === '' ? [] : given.filter((candidate) => bare(candidate) === url);
        return same.find(hasUserInfo) ?? same[0] ?? url;
    };
    const values = { http_proxy: whole(proxy.http), https_proxy: whole(proxy.https), no_proxy: proxy.noProxy };
    for (const name of ['http_proxy', 'https_proxy', 'no_proxy', 'all_proxy']) {
        delete env[name];
        delete env[name.toUpperCase()];
    }
    for (const [name, value] of Object.entries(values))
        if (value !== '')
            env[name] = value;
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
        // A stray percent sign: there is no other form of it.
    }
    // What is escaped in a URL is not what the user knows it by.
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
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

/** This run as the runner describes it. */
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
/** How a job gets the number of its repository where the runner does not tell it; GitHub's own always does. */
const HOW_TO_GIVE_REPOSITORY_ID = 'GitHub’s runner sets it; give it to another: `act --env GITHUB_REPOSITORY_ID=…`, with the number that `gh api repos/{owner}/{repo} --jq .id` prints';
/** GitHub's token service; `undefined` when the job has no `id-token: write`. */
function tokenService(env) {
    const requestUrl = env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '';
    const requestToken = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '';
    return requestUrl === '' || requestToken === '' ? undefined : { requestUrl, requestToken };
}
/** Why this job may have no token service although the workflow asks for it; `undefined` when nothing explains it. */
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
 * Why this event must not write secrets: its `secrets` may be another set than the repository's (Dependabot, forks), or somebody else's
 * code may have had its hands on them (`pull_request_target`). `undefined` for all other events.
 */
function whyUntrusted(env) {
    const pullRequest = pullRequestIn(env);
    if (env.GITHUB_ACTOR === DEPENDABOT || pullRequest?.user?.login === DEPENDABOT) {
        return 'Dependabot started this run, which gets Dependabot’s secrets and not the repository’s';
    }
    if (env.GITHUB_EVENT_NAME === 'pull_request_target') {
        return 'the event is `pull_request_target`, which strangers can start';
    }
    if (pullRequest === undefined && env.GITHUB_EVENT_NAME?.startsWith('pull_request')) {
        return 'the event is a pull request, and where that comes from cannot be read';
    }
    const isForeign = pullRequest !== undefined && pullRequest.head?.repo?.full_name !== env.GITHUB_REPOSITORY;
    return isForeign ? 'the pull request comes from a fork, whose runs get no secrets' : undefined;
}
const DEPENDABOT = 'dependabot[bot]';
function pullRequestIn(env) {
    try {
        const event = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
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



/** A session on the way is needed for seconds; 900 s is the shortest STS gives (AWS: AssumeRole, DurationSeconds). */
const MIN_SESSION_SECONDS = 900;
const HOUR_SECONDS = 3600;
/** A role's longest MaxSessionDuration (AWS: CreateRole). */
const MAX_ROLE_SESSION = { maximumSeconds: 12 * HOUR_SECONDS, because: 'a role session lasts at most 12 hours' };
const MAX_CHAINED_SESSION = {
    maximumSeconds: HOUR_SECONDS,
    because: 'AWS allows one hour when a role session assumes the next role (role chaining)',
};
/** For the connection to GitHub's token service, TLS and all, and the request. */
const HEAD_START_MS = 20;
/** Assumes all roles of the plan but the last, which is the hop. */
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
/** Assumes all roles of `start` but the last; the last is the hop. */
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
/** A session of an IAM user's own, from its long-lived keys. */
async function ownSessionHop({ plan, base }, deps) {
    const credentials = await credentialsOf(base);
    if (credentials.sessionToken !== undefined) {
        throw new errors/* ActionError */.lZ('session-impossible', 'A session cannot be made from a session: AWS gives one only to long-lived keys or to a role', {
            remedy: 'Name a role in `role-to-assume`, or use `credential-type: iam-user`.',
        });
    }
    const { iamUserSession } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(9927), __webpack_require__.e(5433)]).then(__webpack_require__.bind(__webpack_require__, 5433));
    return iamUserSession(await principalOf(credentials, deps), plan.sessionName, deps);
}
/** The credentials an identity begins with. @throws ActionError `session-impossible` where that is a token */
async function credentialsOf(base) {
    if (base.kind === 'credentials')
        return base.credentials();
    throw new errors/* ActionError */.lZ('session-impossible', 'A token alone is no identity in AWS: it needs a role', {
        remedy: 'Name the role in `role-to-assume`.',
    });
}
/** Who credentials belong to, as AWS says. */
async function principalOf(credentials, deps) {
    const { callerIdentity } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(9927), __webpack_require__.e(7343)]).then(__webpack_require__.bind(__webpack_require__, 7343));
    return callerIdentity(credentials, deps);
}
/** Transitive tags come along by themselves, and AWS refuses to see them set again. */
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
/** A role's ARN; a bare name lies in the account known by then, in the region's partition. */
function roleArn(role, accountId, deps) {
    if ((0,partition/* parseArn */.Lw)(role) !== undefined)
        return role;
    return `arn:${(0,partition/* partitionOfRegion */.cn)(deps.connection.region)}:iam::${accountId ?? ''}:role/${role}`;
}

;// CONCATENATED MODULE: ./build/identity/connect.js



/** For work that may take minutes; every role allows this much, chained ones too (AWS: CreateRole, MaxSessionDuration). */
const LONG_MANAGING_SECONDS = 3_600;
/**
 * The managing identity: the source, then every role of the chain. The account is checked before it is handed out.
 * @param durationSeconds how long its session is needed
 * @throws ActionError with the step that failed
 */
async function connect(identity, deps, durationSeconds = MIN_SESSION_SECONDS) {
    const { plan, base } = identity;
    const principal = plan.roles.length === 0
        ? await principalOf(await credentialsOf(base), deps)
        : await withRemedy(plan, deps, async () => (await roleHop(identity, deps)).obtain({ durationSeconds }));
    admit(principal, plan, deps);
    deps.debug(`Managing identity: ${principal.arn}`);
    return principal;
}
/** The step that yields a session lease; all roles but the last have been assumed when this returns. */
async function sessionHop(identity, deps) {
    const { plan } = identity;
    const hop = await withRemedy(plan, deps, () => plan.roles.length === 0 ? ownSessionHop(identity, deps) : roleHop(identity, deps));
    return {
        ...hop,
        obtain: async (request) => {
            const principal = await hop.obtain(request);
            admit(principal, plan, deps);
            return principal;
        },
    };
}
/** Whatever AWS answers on the way in, as an error that names the way. */
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
/** The account guard: nothing is created in, and nothing exported from, an account the workflow did not name. */
function admit({ accountId }, { allowedAccountIds }, deps) {
    deps.account(accountId);
    if (allowedAccountIds.length === 0 || allowedAccountIds.includes(accountId))
        return;
    throw new errors/* ActionError */.lZ('account-not-allowed', `The credentials lead into account ${accountId}, which \`allowed-account-ids\` does not name`, { remedy: 'Correct `role-to-assume` or `allowed-account-ids`.' });
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
/* harmony import */ var _smithy_core_protocols__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6804);
/* harmony import */ var _aws_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4832);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _waiting_poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5013);




const BACKOFF = { firstMs: 250, maxMs: 5_000 };
/** GitHub's OIDC token of this job; a new one at every call, for it lives five minutes only (actions/toolkit#2048). */
function oidcIdentity(service, audience, deps) {
    return {
        kind: 'token',
        async token() {
            const attempt = async () => {
                const outcome = await requestToken(service, audience, deps);
                if (outcome.ok)
                    return (0,_waiting_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .done */ .Vw)(outcome.token);
                const giveUp = () => {
                    throw outcome.error;
                };
                return outcome.again ? (0,_waiting_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .again */ .TG)(giveUp) : giveUp();
            };
            return (0,_waiting_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .poll */ .wt)(attempt, { backoff: BACKOFF, maxAttempts: deps.connection.maxAttempts }, deps);
        },
    };
}
async function requestToken(service, audience, deps) {
    const url = new URL(service.requestUrl);
    url.searchParams.set('audience', audience);
    const request = new _smithy_core_protocols__WEBPACK_IMPORTED_MODULE_3__/* .HttpRequest */ .K({
        protocol: url.protocol,
        hostname: url.hostname,
        ...(url.port === '' ? {} : { port: Number(url.port) }),
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: { host: url.host, authorization: `Bearer ${service.requestToken}`, accept: 'application/json' },
    });
    const began = deps.clock.elapsedMs();
    const tell = (outcome) => deps.debug(`GitHub token service: ${outcome}, ${Math.round(deps.clock.elapsedMs() - began)} ms`);
    try {
        const { response } = await (0,_aws_http_js__WEBPACK_IMPORTED_MODULE_0__/* .httpHandler */ .b)({ keepAlive: false, debug: deps.debug }).handle(request, {
            abortSignal: deps.lifetime.hard,
        });
        const body = await text(response.body);
        tell(String(response.statusCode));
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
        tell(cause instanceof Error ? cause.name : 'no answer');
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
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   h: () => (/* binding */ staticKeysIdentity),
/* harmony export */   iH: () => (/* binding */ givenKeys)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);


/** The keys that were given. @throws ActionError `no-base-credentials` where none were */
function givenKeys(staticKeys) {
    if (staticKeys.kind === 'given')
        return staticKeys.keys;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('no-base-credentials', 'Taking the static access keys failed: the inputs hold none', {
        remedy: 'Give `aws-access-key-id` and `aws-secret-access-key`.',
    });
}
/** Credentials given as inputs. */
function staticKeysIdentity(keys) {
    return { kind: 'credentials', credentials: async () => keys };
}
/** A one-way mark of credentials, by which post knows that its inputs still name the ones main used; empty for none. */
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







/** For the request for a token, and for the load of the STS client, which is needed sooner (`identity/role-chain.ts`). */
const HEAD_START_MS = 60;
/**
 * What AWS's clients are built from in this step.
 * @param lifetime other than the step's own: a rollback's, or post's budget
 */
function clientContext({ clock, randomness, log, ...step }, connection, lifetime = step.lifetime) {
    return { connection, clock, randomness, lifetime, retries: connection.maxAttempts > 1, debug: log.debug };
}
/** What every way into AWS needs of this step. */
function identityDependencies(step, context, { maskAccountId }) {
    const account = (accountId) => {
        if (maskAccountId && accountId !== '')
            step.mask(accountId);
    };
    return { ...context, mask: step.mask, notice: step.log.notice, account };
}
/** When to load what the managing identity is wanted for: while GitHub and STS answer. */
function whileConnecting({ clock }) {
    return { ms: HEAD_START_MS, clock };
}
/**
 * Opens the way into AWS that a plan names.
 * @throws ActionError `no-oidc-variables` where GitHub gives this job no token
 */
async function openIdentity(plan, sources, deps) {
    deps.debug(`Base identity: ${plan.source.kind}; roles: ${plan.roles.join(', then ') || 'none'}`);
    return { plan, base: untilLifetimeEnds(deps, await baseIdentity(plan, sources, deps)) };
}
/** No way in outlives the step: a credential process or a file system may hang as well as a server. */
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
            return (0,_identity_static_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .staticKeysIdentity */ .h)(staticKeys());
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

/***/ 5870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ systemRandomness),
/* harmony export */   TM: () => (/* binding */ parseRfc3339),
/* harmony export */   _I: () => (/* binding */ secondsAfter),
/* harmony export */   ag: () => (/* binding */ rfc3339),
/* harmony export */   ml: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);


/** A `Date` has whole seconds and is some latency old: a smaller difference does not show a wrong clock. */
const MIN_OFFSET_MS = 2_000;
/** This machine's clock, which learns AWS's time. */
function systemClock() {
    let offsetMs;
    return {
        now: () => Date.now() + (offsetMs ?? 0),
        elapsedMs: () => performance.now(),
        offsetMs: () => offsetMs ?? 0,
        learn(awsNowMs) {
            if (offsetMs !== undefined || !Number.isFinite(awsNowMs))
                return;
            const difference = awsNowMs - Date.now();
            offsetMs = Math.abs(difference) < MIN_OFFSET_MS ? 0 : difference;
        },
        async sleep(milliseconds, signal) {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal }).catch((aborted) => {
                throw signal?.reason ?? aborted;
            });
        },
    };
}
/** The operating system's randomness. */
const systemRandomness = {
    text: (alphabet, length) => Array.from({ length }, () => alphabet[(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(alphabet.length)]).join(''),
    fraction: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(2 ** 32) / 2 ** 32,
};
/** `2026-11-21T09:00:00Z`: RFC 3339 in UTC, whole seconds, as tags and conditions carry it. */
function rfc3339(date) {
    return `${date.toISOString().slice(0, 19)}Z`;
}
/** The time that `rfc3339` has written; `undefined` for any other text. */
function parseRfc3339(text) {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text))
        return undefined;
    const date = new Date(text);
    return Number.isNaN(date.getTime()) ? undefined : date;
}
/** `seconds` after `nowMs`. */
function secondsAfter(nowMs, seconds) {
    return new Date(nowMs + seconds * 1000);
}


/***/ }),

/***/ 6385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ lifetimeFor),
/* harmony export */   W: () => (/* binding */ unlessAborted)
/* harmony export */ });
/** A lifetime that stops, all at once, `milliseconds` from now. */
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
 * Loads a part of this build behind a request that has just begun. `import()` reads and compiles the part before it returns, and so
 * long nothing leaves this process: begun at once, the load would hold back the very request that it is to be hidden behind. So
 * the request gets a head start, unless it is over sooner; whether it succeeds does not matter here.
 */
async function loadBehind(request, load, headStart) {
    const over = request.then(() => undefined, () => undefined);
    await Promise.race([over, headStart.clock.sleep(headStart.ms)]);
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
 * The pause after so many tries, in milliseconds, drawn between half of it and all of it.
 * @param tries 0 after the first try
 * @param fraction a number in [0, 1), for jitter
 */
function pauseMs({ firstMs, maxMs, factor = 2 }, tries, fraction) {
    const full = Math.min(maxMs, firstMs * factor ** tries);
    return full * (0.5 + fraction() / 2);
}

;// CONCATENATED MODULE: ./build/waiting/poll.js

/** An attempt that has brought the value. */
function done(value) {
    return { kind: 'done', value };
}
/** An attempt that is to be made again. @param giveUp gives the value, or throws, when there is no time for that */
function again(giveUp) {
    return { kind: 'again', giveUp };
}
/**
 * Makes attempts, with growing pauses between them, until one is done or the limits are reached. What an attempt throws is final.
 * @param attempt is given its number, 1 for the first
 * @throws what `attempt` or `giveUp` throws; the reason of the lifetime's soft end
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
 * Makes a call again while it fails with what `isTemporary` names.
 * @throws the first other failure, or the last one within the limits
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

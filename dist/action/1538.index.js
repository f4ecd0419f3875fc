export const id = 1538;
export const ids = [1538,4693];
export const modules = {

/***/ 1538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readSync: () => (/* binding */ readSync)
});

// EXTERNAL MODULE: ./build/secrets/desired/secret-name.js
var secret_name = __webpack_require__(7263);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./build/secrets/desired/globs.js

/** True if the text is a pattern and not a plain name. */
function isGlob(text) {
    return picomatch.scan(text).isGlob;
}
/** Splits at commas and newlines. A comma inside braces belongs to its glob. */
function splitGlobs(text) {
    const globs = text.match(/(?:[^,\n{}]+|\{[^{}\n]*\}|[{}])+/g) ?? [];
    return globs.map((glob) => glob.trim()).filter((glob) => glob !== '');
}
/** Tests names against a glob: `*`, `?`, `[…]`, `{a,b}`, `!(…)`. Names are not paths: `*` also matches a slash. */
function globMatcher(glob, options) {
    const matches = picomatch(glob, { nocase: options.ignoreCase, dot: true, bash: true });
    // With a second argument, which Array.filter passes, picomatch returns an object.
    return (name) => matches(name);
}

;// CONCATENATED MODULE: ./build/secrets/desired/key-case.js
/** The ways to rewrite a key. */
const KEY_CASES = ['none', 'lower', 'upper', 'kebab', 'snake', 'camel', 'pascal'];
/** A key in another case: `DB_PASSWORD` as `db_password`, `db-password`, `dbPassword`, `DbPassword`. */
function inCase(key, desired) {
    switch (desired) {
        case 'none':
            return key;
        case 'lower':
            return key.toLowerCase();
        case 'upper':
            return key.toUpperCase();
        case 'kebab':
            return words(key).join('-');
        case 'snake':
            return words(key).join('_');
        case 'camel':
            return words(key)
                .map((word, index) => (index === 0 ? word : capitalised(word)))
                .join('');
        case 'pascal':
            return words(key).map(capitalised).join('');
    }
}
/** The words of a key in lower case. A word ends at a character that is not a letter or digit, and before a capital that follows a small letter or a digit. */
function words(key) {
    return key
        .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '')
        .map((word) => word.toLowerCase());
}
function capitalised(word) {
    return word.slice(0, 1).toUpperCase() + word.slice(1);
}

;// CONCATENATED MODULE: ./build/secrets/desired/selection.js


/** Keys in `secrets` that are not the application's secrets: excluded unless mapped. */
const EXCLUDED_UNLESS_MAPPED = [
    'github_token',
    'actions_step_debug',
    'actions_runner_debug',
    'aws_access_key_id',
    'aws_secret_access_key',
    'aws_session_token',
];
/** Selects and renames keys. Problems and notices are sentences for the user, with names of keys only. */
function selection_select(source, selection) {
    const { selected: unmapped, unused } = unmappedKeys(source, selection);
    const problems = [];
    const mapped = selection.map.flatMap((mapping) => {
        const value = source.get(mapping.key);
        if (value === undefined)
            problems.push(`names \`${mapping.key}\`, which the source does not have`);
        else if (isExcluded(mapping.key, selection))
            problems.push(`names \`${mapping.key}\`, which is also excluded`);
        else
            return [{ key: mapping.key, value, renamed: renamed(mapping.key, selection), mapping }];
        return [];
    });
    const unmatched = selection.exclude.filter((glob) => ![...source.keys()].some(globMatcher(glob, { ignoreCase: true })));
    const notices = [
        ...unused.map((glob) => `\`${glob}\` in \`include\` matches no key of the source.`),
        ...unmatched.map((glob) => `\`${glob}\` in \`exclude\` matches no key of the source.`),
    ];
    return { selected: [...unmapped, ...mapped], problems, notices };
}
function unmappedKeys(source, selection) {
    const isMapped = new Set(selection.map.map(({ key }) => key));
    const included = selection.include.map((glob) => ({ glob, matches: globMatcher(glob, { ignoreCase: true }) }));
    const used = new Set();
    const selected = [];
    for (const [key, value] of source) {
        const matching = included.filter(({ matches }) => matches(key));
        for (const { glob } of matching)
            used.add(glob);
        const isIncluded = included.length === 0 || matching.length > 0;
        if (!isIncluded || isMapped.has(key) || isExcluded(key, selection))
            continue;
        if (EXCLUDED_UNLESS_MAPPED.includes(key.toLowerCase()))
            continue;
        selected.push({ key, value, renamed: renamed(key, selection), mapping: undefined });
    }
    return { selected, unused: selection.include.filter((glob) => !used.has(glob)) };
}
function isExcluded(key, { exclude }) {
    return exclude.some((glob) => globMatcher(glob, { ignoreCase: true })(key));
}
function renamed(key, { stripPrefix, keyCase }) {
    const bare = key.startsWith(stripPrefix) ? key.slice(stripPrefix.length) : key;
    return inCase(bare, keyCase);
}
/** Any other text may be a secret in the wrong input, and is not printed. */
const NAME_OR_GLOB = /^[\w*?!()|[\]{},.+@^-]+$/;
/** Variables of the runner and of AWS, which globs do not match. */
const RESERVED_VARIABLE = /^(INPUT|STATE|ACTIONS|GITHUB|RUNNER|AWS)_/;
/**
 * Variables of the environment as a source: by name (the variable must exist) and by glob (which may match nothing, and never matches
 * variables of the runner or of AWS). Case counts.
 */
function sourceFromEnvironment(names, env) {
    const source = new Map();
    const problems = [];
    const notices = [];
    for (const [index, name] of names.entries()) {
        if (!NAME_OR_GLOB.test(name)) {
            problems.push(`: item ${index + 1} is neither a variable’s name nor a glob`);
            continue;
        }
        const matches = isGlob(name) ? globMatcher(name, { ignoreCase: false }) : undefined;
        const actual = matches === undefined
            ? [name].filter((each) => Object.hasOwn(env, each) && env[each] !== undefined)
            : Object.keys(env).filter((each) => matches(each) && !RESERVED_VARIABLE.test(each) && env[each] !== undefined);
        if (actual.length === 0 && matches === undefined)
            problems.push(`names ${name}, which the environment does not have`);
        if (actual.length === 0 && matches !== undefined)
            notices.push(`\`${name}\` in \`from-env\` matches no variable.`);
        for (const each of actual)
            source.set(each, env[each] ?? '');
    }
    return { source, problems, notices };
}

// EXTERNAL MODULE: ./build/secrets/spec.js
var spec = __webpack_require__(8651);
// EXTERNAL MODULE: ./build/github/run-context.js
var run_context = __webpack_require__(4809);
// EXTERNAL MODULE: ./build/aws/tags.js
var aws_tags = __webpack_require__(8617);
// EXTERNAL MODULE: ./build/secrets/owner.js
var owner = __webpack_require__(3905);
// EXTERNAL MODULE: ./build/secrets/plan/kms-key.js
var kms_key = __webpack_require__(4111);
;// CONCATENATED MODULE: ./build/github/inputs/globs.js

/** Longer than any name of a secret or variable. picomatch throws for 65,536 characters and more. */
const MAX_GLOB_CHARS = 1024;
/** The globs of an input. One that is too long is a problem and is not printed. */
function readGlobs(reader, name) {
    const globs = splitGlobs(reader.text(name));
    for (const [index, glob] of globs.entries()) {
        if (glob.length > MAX_GLOB_CHARS)
            reader.problem(name, `: item ${index + 1} is a glob of more than ${MAX_GLOB_CHARS} characters`);
    }
    return globs.filter((glob) => glob.length <= MAX_GLOB_CHARS);
}

// EXTERNAL MODULE: ./build/github/inputs/structured.js
var structured = __webpack_require__(3415);
;// CONCATENATED MODULE: ./build/github/inputs/sync-settings.js







/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html, Description. */
const MAX_DESCRIPTION_CHARS = 2_048;
/**
 * AWS allows 50 tags on a secret; the sync sets two of them
 * (https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html).
 */
const MAX_USER_TAGS = 48;
/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html, RecoveryWindowInDays. */
const WINDOW_DAYS = { min: 7, max: 30, fallback: 30 };
/**
 * AWS allows 50 writes a second in an account and region
 * (https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html).
 */
const WRITERS = { min: 1, max: 50, fallback: 5 };
const PRUNE_LIMIT = { min: 0, max: 1_000, fallback: 5 };
const ID = /^[\w.-]{1,64}$/;
/** The default of the input `id`. */
const DEFAULT_ID = 'default';
/** Reads the settings of a sync: all its inputs except the source. Problems are added to the reader. */
function readSettings(reader, named, region) {
    const selection = {
        include: readGlobs(reader, named('include')),
        exclude: readGlobs(reader, named('exclude')),
        stripPrefix: reader.text(named('strip-prefix')),
        keyCase: reader.oneOf(named('key-case'), KEY_CASES),
        map: readMap(reader, named('map')),
    };
    const id = reader.matching(named('id'), ID, 'must have 1 to 64 letters, digits or _.-') || DEFAULT_ID;
    return {
        selection,
        failOnDiff: reader.flag(named('fail-on-diff'), false),
        layout: readLayout(reader, named),
        id,
        policy: readPolicy(reader, named, region),
        prune: readPrune(reader, named),
        writers: reader.integer(named('concurrency'), WRITERS),
    };
}
function readLayout(reader, named) {
    const mode = reader.oneOf(named('mode'), ['json', 'per-key']);
    const name = reader.text(named('name'));
    return { mode, name, empty: reader.oneOf(named('empty'), ['skip', 'error']) };
}
function readPolicy(reader, named, region) {
    const description = reader.text(named('description'));
    if (description.length > MAX_DESCRIPTION_CHARS) {
        reader.problem(named('description'), `has more than the ${MAX_DESCRIPTION_CHARS} characters AWS allows`);
    }
    const kmsKeyId = readKmsKey(reader, named('kms-key-id'), reader.text(named('kms-key-id')));
    return {
        region,
        adopt: reader.oneOf(named('adopt'), ['never', 'same-value', 'always']),
        onDeleted: reader.oneOf(named('on-deleted'), ['restore', 'error']),
        unknownKeys: reader.oneOf(named('unknown-keys'), ['remove', 'keep']),
        description: description || undefined,
        kmsKeyId,
        tags: readSecretTags(reader, named('tags')),
        replicas: readReplicas(reader, named('replica-regions'), region),
    };
}
function readKmsKey(reader, name, key) {
    if (key !== '' && !(0,kms_key/* isKmsKey */.D)(key))
        reader.problem(name, `has "${key}", which is not the id, ARN or alias of a KMS key`);
    return key || undefined;
}
function readSecretTags(reader, name) {
    const tags = (0,structured/* readTags */.g$)(reader, name);
    const entries = Object.entries(tags);
    for (const [key, value] of entries) {
        const problems = [(0,aws_tags/* tagKeyProblem */.Hh)(key), (0,aws_tags/* tagValueProblem */.dB)(key, value)].filter((problem) => problem !== undefined);
        if (key.startsWith(owner/* RESERVED_TAG_PREFIX */.zM))
            problems.push(`the key "${key}" begins with sync:, which is reserved`);
        for (const problem of problems)
            reader.problem(name, `: ${problem}`);
    }
    if (entries.length > MAX_USER_TAGS)
        reader.problem(name, `has ${entries.length} tags; at most ${MAX_USER_TAGS} are allowed, because the sync sets 2 itself`);
    return tags;
}
function readReplicas(reader, name, ownRegion) {
    const replicas = reader.list(name).map((item) => {
        const [region = '', ...key] = item.split('=');
        const bad = !/^[a-z0-9-]+$/.test(region) || item.endsWith('=');
        if (bad)
            reader.problem(name, `has "${item}"; items are region or region=kms-key`);
        else if (region === ownRegion)
            reader.problem(name, `has ${region}, which is the secret’s own region`);
        return { region, kmsKeyId: readKmsKey(reader, name, key.join('=')) };
    });
    if (new Set(replicas.map(({ region }) => region)).size < replicas.length)
        reader.problem(name, 'names a region twice');
    return replicas;
}
function readMap(reader, name) {
    const lines = reader
        .text(name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    return lines.flatMap((line) => {
        const [, key, secret, jsonKey] = /^([^=]+?)\s*=\s*([^#]*?)\s*(?:#(.*))?$/.exec(line) ?? [];
        if (key === undefined || !secret || jsonKey === '') {
            reader.problem(name, `has the line "${line}"; lines are GITHUB_KEY=name or GITHUB_KEY=name#json-key`);
            return [];
        }
        const problem = (0,secret_name/* templateProblem */.MS)(secret);
        if (problem !== undefined)
            reader.problem(name, problem);
        return problem === undefined ? [{ key, name: secret, jsonKey }] : [];
    });
}
function readPrune(reader, named) {
    const enabled = reader.flag(named('prune'), false);
    const limit = reader.integer(named('prune-limit'), PRUNE_LIMIT);
    const recoveryWindowDays = reader.integer(named('recovery-window-days'), WINDOW_DAYS);
    const force = reader.flag(named('force-delete'), false);
    return enabled ? { limit, deletion: force ? { force } : { recoveryWindowDays } } : undefined;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __webpack_require__(2488);
// EXTERNAL MODULE: ./build/files/regular-file.js
var regular_file = __webpack_require__(8927);
;// CONCATENATED MODULE: ./build/secrets/desired/source.js
/**
 * Parses the output of `${{ toJSON(secrets) }}`: one JSON object of strings. Values are kept byte for byte.
 * The parser's message is not used: it quotes the text.
 */
function parseSource(text) {
    const parsed = parseObject(text);
    if (typeof parsed === 'string')
        return { source: new Map(), problems: [parsed] };
    const problems = [];
    const source = new Map();
    for (const [key, value] of Object.entries(parsed)) {
        if (typeof value === 'string')
            source.set(key, value);
        else
            problems.push(`: the value of \`${key}\` is ${kindOf(value)}; every value must be a string`);
    }
    return { source, problems };
}
function parseObject(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return 'is not JSON; it must be one JSON object of strings, as toJSON(secrets) returns it';
    }
    const kind = kindOf(parsed);
    return kind === 'an object'
        ? parsed
        : `must be a JSON object of strings, and is ${kind}`;
}
function kindOf(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'an array';
    if (typeof value === 'object')
        return 'an object';
    return `a ${typeof value}`;
}

;// CONCATENATED MODULE: ./build/github/inputs/sync-source.js








/**
 * Linux does not start a process with a longer variable (MAX_ARG_STRLEN, https://man7.org/linux/man-pages/man2/execve.2.html). The
 * runner passes each input as one variable.
 */
const MAX_VARIABLE_BYTES = 131_072;
const WARN_FROM_BYTES = 100_000;
/** 500 secrets of the largest size (AWS: Secrets Manager quotas); a larger file is likely not the one that is meant. */
const MAX_FILE_BYTES = 32 * 2 ** 20;
/** Reads the file and, with `secrets-file-delete`, deletes it, also if other inputs are wrong. */
function takeSecretsFile(reader, names) {
    const path = reader.text(names.file);
    const remove = reader.flag(names.remove, false);
    if (path === '')
        return undefined;
    if (/^[{[]|\n/.test(path)) {
        reader.problem(names.file, 'must be a path; pass the secrets themselves in `secrets`');
        return { path: '', text: undefined, shared: false, missing: false };
    }
    try {
        (0,regular_file/* refuseLink */.VQ)((0,external_node_path_.dirname)((0,external_node_path_.resolve)(path)), 'its directory is a symbolic link');
        const file = (0,regular_file/* readRegular */.VX)(path, { maxBytes: MAX_FILE_BYTES });
        if (file !== undefined && remove)
            (0,external_node_fs_.unlinkSync)(path);
        const text = file === undefined ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
        return { path, text, shared: file?.shared ?? false, missing: file === undefined };
    }
    catch (error) {
        // It is not read, and holds secrets all the same.
        if (remove && error instanceof regular_file/* FileTooLarge */.Sv)
            (0,external_node_fs_.unlinkSync)(path);
        reader.problem(names.file, `names ${path}, and ${fileProblem(error)}`);
        return { path, text: undefined, shared: false, missing: false };
    }
}
/** Why the file cannot be used. The message of a decoding error is not used: it may contain some of the text. */
function fileProblem(error) {
    if (error instanceof regular_file/* FileRefused */.rV)
        return error.message;
    const { code = 'unknown' } = error;
    return code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
        ? 'it is not UTF-8 text'
        : `it cannot be read and deleted (${code})`;
}
/** The secrets of the one source that is given. All values are masked. Problems are added to the reader. */
function readSource(reader, names, from) {
    const json = reader.text(names.secrets);
    const variables = readGlobs(reader, names.fromEnv);
    const given = [json !== '', from.file !== undefined, splitGlobs(reader.text(names.fromEnv)).length > 0].filter(Boolean).length;
    if (given !== 1) {
        const all = `\`${names.file}\` and \`${names.fromEnv}\``;
        reader.problem(names.secrets, `, ${all} are the three sources: give exactly one of them, not ${given}`);
        return { source: undefined, notices: [], warnings: [] };
    }
    if (from.file?.missing)
        reader.problem(names.file, `names ${from.file.path}, which does not exist`);
    const warnings = [];
    const read = () => {
        if (json === '' && from.file === undefined)
            return fromVariables(reader, names.fromEnv, sourceFromEnvironment(variables, from.env));
        const name = from.file === undefined ? names.secrets : names.file;
        return { source: fromJson(reader, name, from.file === undefined ? json : (from.file.text ?? '{}')), notices: [] };
    };
    const { source, notices } = read();
    if (Buffer.byteLength(json) >= WARN_FROM_BYTES)
        warnings.push(sizeWarning(names));
    if (from.file?.shared)
        warnings.push(`Other users of this runner may read ${from.file.path}: write it with \`umask 077\`.`);
    for (const value of source.values())
        maskWhole(value);
    return { source, notices, warnings };
}
/** Masks a value, also without surrounding blanks, as GitHub does for its secrets. GitHub does not know values from a file or a variable. */
function maskWhole(value) {
    const bare = value.trim();
    if (bare === '')
        return;
    (0,core/* setSecret */.Pq)(value);
    if (bare !== value)
        (0,core/* setSecret */.Pq)(bare);
}
function fromJson(reader, name, text) {
    const { source, problems } = parseSource(text);
    for (const problem of problems)
        reader.problem(name, problem);
    return source;
}
function fromVariables(reader, name, found) {
    const { source, problems, notices } = found;
    for (const problem of problems)
        reader.problem(name, problem);
    return { source, notices };
}
function sizeWarning({ secrets, file, fromEnv }) {
    const maxBytes = MAX_VARIABLE_BYTES - 1 - `INPUT_${secrets.toUpperCase()}=`.length;
    return `\`${secrets}\` is close to Linux’s limit for one variable, ${maxBytes} bytes; above it the runner cannot start this step (“Argument list too long”). Use \`${file}\` or \`${fromEnv}\`: see docs/secret-sync.md, “Large secret sets”.`;
}

;// CONCATENATED MODULE: ./build/github/inputs/sync.js






/** Reads the inputs of a sync and checks all that needs no call to AWS. Problems are added to the reader. */
function readSync(reader, around) {
    const named = (name) => `${around.prefix}${name}`;
    const file = takeSecretsFile(reader, { file: named('secrets-file'), remove: named('secrets-file-delete') });
    const choices = around.fallback === 'off' ? ['off', 'plan', 'apply'] : ['apply', 'plan', 'off'];
    const when = reader.oneOf('sync', choices);
    const settings = readSettings(reader, named, around.region);
    const names = { secrets: named('secrets'), file: named('secrets-file'), fromEnv: named('from-env') };
    if (when === 'off' || (when === 'apply' && around.untrusted !== undefined)) {
        const given = Object.values(names).filter((name) => reader.text(name) !== '');
        if (when !== 'off')
            return { kind: 'untrusted' };
        return { kind: given.length > 0 ? 'unused' : 'off' };
    }
    const endpointNotices = checkEndpoint(reader, around);
    const { source, notices, warnings } = readSource(reader, names, { file, env: around.env });
    const { selection, failOnDiff, ...rest } = settings;
    const selected = selection_select(source ?? new Map(), selection);
    for (const problem of source === undefined ? [] : selected.problems)
        reader.problem(named('map'), problem);
    const request = { ...rest, selected: selected.selected };
    // `name` is not needed if `map` has a line for each key.
    const nameNeeded = selection.map.length === 0 || selected.selected.some(({ mapping }) => mapping === undefined);
    checkWhole(reader, request, { ...around, named, nameNeeded });
    if (failOnDiff && when === 'apply') {
        reader.problem(named('fail-on-diff'), 'applies to `sync: plan` only; `apply` would write what differs');
    }
    return {
        kind: 'sync',
        when,
        failOnDiff,
        request,
        notices: [...endpointNotices, ...notices, ...selected.notices],
        warnings,
    };
}
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
/** An endpoint from the environment gets a notice, because any earlier step can set it. It must be encrypted or local. */
function checkEndpoint(reader, { endpoint }) {
    // An invalid URL has been reported where it was read.
    if (endpoint === undefined || !URL.canParse(endpoint) || reader.text('secretsmanager-endpoint') !== '')
        return [];
    const { protocol, hostname, host } = new URL(endpoint);
    if (protocol === 'http:' && !LOOPBACK.includes(hostname)) {
        reader.problem('AWS_ENDPOINT_URL', `or AWS_ENDPOINT_URL_SECRETS_MANAGER would send secrets to ${host} unencrypted; name it in \`secretsmanager-endpoint\` if that is intended`);
    }
    return [
        `Secrets Manager is called at ${host}, because AWS_ENDPOINT_URL or AWS_ENDPOINT_URL_SECRETS_MANAGER is set in this job.`,
    ];
}
/** Checks that need several inputs together: the template, the mode, and every secret that results from them. */
function checkWhole(reader, request, around) {
    const { named, byOidc } = around;
    const { layout, selected, prune } = request;
    const template = checkTemplate(reader, request, { name: named('name'), needed: around.nameNeeded });
    if (prune !== undefined && layout.mode === 'json')
        reader.problem(named('prune'), 'applies to `mode: per-key` only');
    if (around.repositoryId === '') {
        reader.problem('GITHUB_REPOSITORY_ID', `is not set; secrets are tagged with it, so that a sync never touches another repository’s secrets. ${run_context/* HOW_TO_GIVE_REPOSITORY_ID */.W7}`);
    }
    if (!byOidc) {
        const why = 'and only GitHub’s OIDC token contains the job’s environment';
        if ((0,spec/* needsJobEnvironment */.m)({ selected, layout }))
            reader.problem(named('name'), `uses {{environment}}, ${why}`);
        if (prune !== undefined && request.id === DEFAULT_ID) {
            reader.problem(named('prune'), `needs an \`${named('id')}\` of its own: ${why.slice(4)}, so two environments would look the same`);
        }
    }
    // With an invalid template a placeholder is used, so that the other problems are reported too.
    const name = template ? layout.name : layout.mode === 'json' ? 'name' : 'name/{{key}}';
    // The environment's name comes with the token; until then a valid placeholder is used.
    const job = { repository: around.repository, repositoryId: around.repositoryId, jobEnvironment: 'environment' };
    const whole = { ...request, layout: { ...layout, name } };
    for (const problem of (0,spec/* syncSpec */.l)(whole, job).problems)
        reader.problem(named('secrets'), `: ${problem}`);
}
/** @returns true if the template is valid, or is not needed */
function checkTemplate(reader, { layout }, { name, needed }) {
    if (layout.name === '') {
        if (needed)
            reader.problem(name, 'is missing; for example github/{{owner}}/{{repo}}');
        return !needed;
    }
    const problem = (0,secret_name/* templateProblem */.MS)(layout.name);
    if (problem !== undefined)
        reader.problem(name, problem);
    else if (layout.mode === 'json' && (0,secret_name/* usesVariable */.Lp)(layout.name, 'key'))
        reader.problem(name, 'uses {{key}}, which is for `mode: per-key` only');
    else if (layout.mode === 'per-key' && !(0,secret_name/* usesVariable */.Lp)(layout.name, 'key'))
        reader.problem(name, 'must use {{key}} with `mode: per-key`');
    else
        return true;
    return false;
}


/***/ }),

/***/ 2101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ci: () => (/* binding */ desiredSecrets),
/* harmony export */   jt: () => (/* binding */ fitsSecret),
/* harmony export */   sU: () => (/* binding */ MAX_SECRET_BYTES),
/* harmony export */   z3: () => (/* binding */ isBlank)
/* harmony export */ });
/* harmony import */ var _json_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6311);
/* harmony import */ var _secret_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7263);


/** True if the source has no value for the secret. */
function isBlank({ content }) {
    return content.kind === 'nothing' || (content.kind === 'json' && content.values.size === 0);
}
/**
 * Bytes of a value in UTF-8
 * (https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html, “Secret value size”).
 */
const MAX_SECRET_BYTES = 65_536;
/** True if AWS allows a value of this size. */
function fitsSecret(text) {
    // A UTF-16 unit takes at most three bytes in UTF-8, so short values need not be counted.
    return text.length * 3 <= MAX_SECRET_BYTES || Buffer.byteLength(text) <= MAX_SECRET_BYTES;
}
/**
 * The desired secrets for the selected keys. Problems are sentences with names of keys and secrets. About a value they say only that it
 * is too large, empty or not valid Unicode. They are complete as far as no call to AWS is needed.
 */
function desiredSecrets(selected, layout, facts) {
    const problems = selected.flatMap(({ key, value, renamed, mapping }) => {
        if (renamed === '' && (mapping === undefined || (0,_secret_name_js__WEBPACK_IMPORTED_MODULE_0__/* .usesVariable */ .Lp)(mapping.name, 'key')))
            return [`\`${key}\`: nothing is left of the key after \`strip-prefix\` and \`key-case\``];
        if (value === '' && layout.empty === 'error')
            return [`\`${key}\` is empty, and \`empty\` is \`error\``];
        return value.isWellFormed() ? [] : [`\`${key}\` is not valid Unicode (unpaired surrogate)`];
    });
    const places = selected.map((each) => placeOf(each, layout, facts));
    const byName = Map.groupBy(places, ({ name }) => name);
    const desired = [...byName].map(([name, placed]) => {
        const badName = (0,_secret_name_js__WEBPACK_IMPORTED_MODULE_0__/* .nameProblem */ .rH)(name);
        if (badName !== undefined)
            problems.push(`\`${placed[0]?.key}\` ${badName}`);
        problems.push(...collisions(name, placed));
        const content = contentOf(placed);
        if (!fits(content))
            problems.push(tooLarge(name, placed));
        return { name, content };
    });
    return { desired, problems };
}
function placeOf({ key, value, renamed, mapping }, layout, facts) {
    const name = (0,_secret_name_js__WEBPACK_IMPORTED_MODULE_0__/* .secretName */ .Gf)(mapping?.name ?? layout.name, { ...facts, key: renamed });
    if (mapping !== undefined)
        return { key, value, name, jsonKey: mapping.jsonKey };
    return { key, value, name, jsonKey: layout.mode === 'json' ? renamed : undefined };
}
/** Two keys in the same place, or a secret that would be both a single value and an object. */
function collisions(name, placed) {
    const keys = (places) => places.map(({ key }) => `\`${key}\``).join(', ');
    const [plain, inJson] = [
        placed.filter((place) => place.jsonKey === undefined),
        placed.filter((place) => place.jsonKey !== undefined),
    ];
    if (plain.length > 0 && inJson.length > 0) {
        return [`${keys(plain)} would be the whole of the secret ${name}, and ${keys(inJson)} a part of it`];
    }
    if (plain.length > 1)
        return [`${keys(plain)} would all become the secret ${name}`];
    return [...Map.groupBy(inJson, ({ jsonKey }) => jsonKey)]
        .filter(([, places]) => places.length > 1)
        .map(([jsonKey, places]) => `${keys(places)} would all become the key ${jsonKey} of the secret ${name}`);
}
function contentOf(placed) {
    const [first] = placed;
    if (first?.jsonKey === undefined) {
        return first === undefined || first.value === '' ? { kind: 'nothing' } : { kind: 'text', value: first.value };
    }
    const entries = placed.map(({ jsonKey = '', value }) => [jsonKey, value]);
    return {
        kind: 'json',
        values: new Map(entries.filter(([, value]) => value !== '')),
        empty: entries.filter(([, value]) => value === '').map(([key]) => key),
    };
}
function fits(content) {
    if (content.kind === 'nothing')
        return true;
    return fitsSecret(content.kind === 'text' ? content.value : (0,_json_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonSecretText */ .eK)(content.values));
}
function tooLarge(name, placed) {
    const limit = `above AWS’s limit for one secret, ${MAX_SECRET_BYTES} bytes`;
    return placed[0]?.jsonKey === undefined
        ? `\`${placed[0]?.key}\` is ${limit}; leave it out`
        : `the JSON of the secret ${name} is ${limit}; use \`mode: per-key\`, or spread the keys with \`map\``;
}


/***/ }),

/***/ 7263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ secretName),
/* harmony export */   Lp: () => (/* binding */ usesVariable),
/* harmony export */   MS: () => (/* binding */ templateProblem),
/* harmony export */   Nl: () => (/* binding */ looksLikeArn),
/* harmony export */   rH: () => (/* binding */ nameProblem)
/* harmony export */ });
/* unused harmony export SECRET_NAME_VARIABLES */
/** The variables of a name template. */
const SECRET_NAME_VARIABLES = ['owner', 'repo', 'environment', 'key'];
/** Limit for a template. A name has at most 512 characters. */
const MAX_TEMPLATE_CHARS = 2048;
const BRACES = /\{\{(.*?)\}\}/gs;
/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html, Name. */
const NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;
/** AWS appends a hyphen and six characters to the name in an ARN, so a name with such an ending looks like another secret's ARN. */
const ARN_LIKE_ENDING = /-[A-Za-z0-9]{6}$/;
/** The variables that a template uses; `undefined` for each unknown one. */
function variablesIn(template) {
    return [...template.matchAll(BRACES)].map(([, inner = '']) => SECRET_NAME_VARIABLES.find((name) => name === inner.trim()));
}
/** True if the template uses this variable. */
function usesVariable(template, variable) {
    return variablesIn(template).includes(variable);
}
/** What is wrong with a template, as the end of a sentence; `undefined` if it is valid. */
function templateProblem(template) {
    if (template.length > MAX_TEMPLATE_CHARS)
        return `has ${template.length} characters; at most ${MAX_TEMPLATE_CHARS} are allowed`;
    if (variablesIn(template).includes(undefined)) {
        const known = SECRET_NAME_VARIABLES.map((name) => `{{${name}}}`).join(', ');
        return `has "${template}", which uses an unknown variable; the variables are ${known}`;
    }
    const rest = template.replaceAll(BRACES, '');
    return /\{\{|\}\}/.test(rest) ? `has "${template}", which has unbalanced braces` : undefined;
}
/** A secret's name. @param template must be valid: see `templateProblem` */
function secretName(template, facts) {
    return template.replaceAll(BRACES, (_, inner) => facts[inner.trim()]);
}
/** Why AWS would refuse a name, as the end of a sentence; `undefined` if it would not. */
function nameProblem(name) {
    if (NAME.test(name))
        return undefined;
    return `would get the name "${name}"; AWS allows 1 to 512 letters, digits or /_+=.@-`;
}
/**
 * True for a name that ends like an ARN, which AWS advises against
 * (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html, Name).
 */
function looksLikeArn(name) {
    return ARN_LIKE_ENDING.test(name);
}


/***/ }),

/***/ 6311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QQ: () => (/* binding */ stringsIn),
/* harmony export */   eK: () => (/* binding */ jsonSecretText),
/* harmony export */   yF: () => (/* binding */ parseJsonSecret)
/* harmony export */ });
const { rawJSON, isRawJSON } = JSON;
/**
 * The members of a JSON object; `undefined` for any other text.
 * @throws RangeError for JSON that is nested too deep
 */
function parseJsonSecret(text) {
    try {
        const parsed = JSON.parse(text, ((_key, value, { source } = {}) => typeof value === 'number' && source !== undefined ? rawJSON(source) : value));
        if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed) || isRawJSON(parsed))
            return undefined;
        return new Map(Object.entries(parsed));
    }
    catch (error) {
        // JSON that is nested too deep may still be an object.
        if (error instanceof Error && error.name !== 'SyntaxError')
            throw error;
        return undefined;
    }
}
/** The text of an object. Its keys are sorted, so that equal objects have equal texts. */
function jsonSecretText(members) {
    const sorted = [...members].sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${sorted.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}
/** All strings in a parsed value, at any depth. */
function stringsIn(value) {
    if (typeof value === 'string')
        return [value];
    if (value instanceof Map)
        return [...value.values()].flatMap(stringsIn);
    if (typeof value !== 'object' || value === null || isRawJSON(value))
        return [];
    return Object.values(value).flatMap(stringsIn);
}


/***/ }),

/***/ 3905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ OWNER_TAG),
/* harmony export */   JT: () => (/* binding */ fitsTag),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   fl: () => (/* binding */ MODE_TAG),
/* harmony export */   zM: () => (/* binding */ RESERVED_TAG_PREFIX)
/* harmony export */ });
/* harmony import */ var _aws_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8617);

/** The tag that names the sync that owns a secret. */
const OWNER_TAG = 'sync:owner';
/** The tag that names the mode of the sync that wrote a secret, so that `per-key` never prunes a JSON secret. */
const MODE_TAG = 'sync:mode';
/** The prefix of tags that are reserved for the sync. */
const RESERVED_TAG_PREFIX = 'sync:';
/**
 * The value of the owner tag, which is unique for each owner. Characters of the environment's name that a tag or a filter of
 * ListSecrets does not allow, or that would make the parts ambiguous, are written as `=` and their bytes in hexadecimal.
 */
function ownerOf({ repositoryId, jobEnvironment, id }) {
    return `repo:${repositoryId}/env:${jobEnvironment === '' ? '-' : escaped(jobEnvironment)}/id:${id}`;
}
/** True if the value is short enough for a tag. */
function fitsTag(owner) {
    return owner.length <= _aws_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_TAG_VALUE_CHARS */ .qN;
}
function escaped(jobEnvironment) {
    if (jobEnvironment === '-')
        return '=2D';
    return jobEnvironment.replaceAll(/[^A-Za-z0-9_.:/+\-@]/gu, (character) => [...Buffer.from(character)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''));
}


/***/ }),

/***/ 4111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isKmsKey),
/* harmony export */   y: () => (/* binding */ isSameKey)
/* harmony export */ });
/**
 * The default key, which DescribeSecret does not return
 * (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html, KmsKeyId).
 */
const DEFAULT_ALIAS = 'alias/aws/secretsmanager';
const KEY_ID = '(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const ALIAS = 'alias/[A-Za-z0-9/_-]{1,250}';
/**
 * A KMS key: an id, an alias, or the ARN of either
 * (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html, KmsKeyId).
 */
const KMS_KEY = new RegExp(`^(?:${KEY_ID}|${ALIAS}|arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:(?:key/${KEY_ID}|${ALIAS}))$`);
/** True for an id, an alias or an ARN of a KMS key. */
function isKmsKey(text) {
    return KMS_KEY.test(text);
}
/** True if both name the same key for this secret. An alias never equals the id of its key: only KMS knows that they are the same. */
function isSameKey(desired, actual, secretArn) {
    return wholeArn(desired, secretArn) === wholeArn(actual ?? DEFAULT_ALIAS, secretArn);
}
/** The ARN of a key. An id or alias without ARN belongs to the secret's account and region. */
function wholeArn(key, secretArn) {
    if (key.startsWith('arn:'))
        return key;
    const [, partition = '', , region = '', accountId = ''] = secretArn.split(':');
    const resource = key.startsWith('alias/') ? key : `key/${key}`;
    return `arn:${partition}:kms:${region}:${accountId}:${resource}`;
}


/***/ }),

/***/ 8651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ syncSpec),
/* harmony export */   m: () => (/* binding */ needsJobEnvironment)
/* harmony export */ });
/* harmony import */ var _desired_desired_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2101);
/* harmony import */ var _desired_secret_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7263);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3905);



/** The whole sync, from the request and the job. `problems`: one sentence for each thing that AWS would refuse. */
function syncSpec(request, job) {
    const { selected, layout, id, policy, prune, writers } = request;
    const { jobEnvironment, repositoryId } = job;
    const [owner = '', repo = ''] = job.repository.split('/');
    const { desired, problems } = (0,_desired_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .desiredSecrets */ .ci)(selected, layout, { owner, repo, environment: jobEnvironment });
    const ownerTag = (0,_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOf */ .bf)({ repositoryId, jobEnvironment, id });
    if (!(0,_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .fitsTag */ .JT)(ownerTag))
        problems.push(`the environment’s name is too long for the tag that marks a secret’s owner: ${ownerTag}`);
    if (jobEnvironment === '' && needsJobEnvironment(request)) {
        problems.push('a secret’s name uses {{environment}}, and this job has no `environment:`');
    }
    return {
        spec: { desired, policy: { ...policy, owner: ownerTag, mode: layout.mode }, prune, writers },
        problems,
    };
}
/** True if a name uses {{environment}}. */
function needsJobEnvironment({ selected, layout }) {
    return selected.some(({ mapping }) => (0,_desired_secret_name_js__WEBPACK_IMPORTED_MODULE_2__/* .usesVariable */ .Lp)(mapping?.name ?? layout.name, 'environment'));
}


/***/ })

};

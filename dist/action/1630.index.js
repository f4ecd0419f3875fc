export const id = 1630;
export const ids = [1630,6647];
export const modules = {

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

/***/ 430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ assertNoProblems),
/* harmony export */   z: () => (/* binding */ readAccess)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2488);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2466);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6647);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6287);





const DEFAULT_MAX_ATTEMPTS = 8;
const MAX_MAX_ATTEMPTS = 20;
const MAX_TIMEOUT_SECONDS = 86_400;
/** Reads `AccessInputs`. Problems are added to the reader. */
function readAccess(reader, run, env) {
    const connection = readConnection(reader, env);
    return {
        connection,
        fromEnvironment: endpointsFromEnvironment(connection, env),
        proxy: (0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .readProxy */ .n)(reader, env, _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq),
        ...(0,_identity_js__WEBPACK_IMPORTED_MODULE_1__.readIdentity)(reader, { run, env, region: connection.region, mask: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq }),
        timeoutSeconds: reader.integer('action-timeout-s', { min: 0, max: MAX_TIMEOUT_SECONDS, fallback: 0 }),
    };
}
/** @throws ActionError `invalid-inputs` that lists all problems of the reader */
function assertNoProblems(reader) {
    if (reader.problems.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('invalid-inputs', ['The inputs are not usable:', ...reader.problems.map((line) => `- ${line}`)].join('\n'), {
        remedy: 'Correct them all and run the job again. Nothing was created, no AWS call was made.',
    });
}
function readConnection(reader, env) {
    const region = reader.text('aws-region') || env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
    if (region === '')
        reader.problem('aws-region', 'is missing, and neither AWS_REGION nor AWS_DEFAULT_REGION is set');
    else if (!/^[a-z0-9-]+$/.test(region)) {
        reader.problem('aws-region', `(or AWS_REGION) must be a region such as eu-central-1, not "${region}"`);
    }
    const stsEndpoint = reader.url('sts-endpoint') ?? configuredEndpoint(reader, env, 'STS');
    const iamEndpoint = reader.url('iam-endpoint') ?? configuredEndpoint(reader, env, 'IAM');
    const secretsManagerEndpoint = reader.url('secretsmanager-endpoint') ?? configuredEndpoint(reader, env, 'SECRETS_MANAGER');
    const own = [stsEndpoint, iamEndpoint, secretsManagerEndpoint].some((endpoint) => endpoint !== undefined);
    if (own)
        refuseVariants(reader, env);
    const tries = { min: 1, max: MAX_MAX_ATTEMPTS, fallback: DEFAULT_MAX_ATTEMPTS };
    const maxAttempts = reader.integer('retry-max-attempts', tries);
    return {
        region,
        ...(stsEndpoint === undefined ? {} : { stsEndpoint }),
        ...(iamEndpoint === undefined ? {} : { iamEndpoint }),
        ...(secretsManagerEndpoint === undefined ? {} : { secretsManagerEndpoint }),
        useFipsEndpoint: env.AWS_USE_FIPS_ENDPOINT === 'true',
        useDualstackEndpoint: env.AWS_USE_DUALSTACK_ENDPOINT === 'true',
        maxAttempts: reader.flag('disable-retry', false) ? 1 : maxAttempts,
    };
}
/** AWS's SDK rejects a custom endpoint together with these. */
function refuseVariants(reader, env) {
    for (const variable of ['AWS_USE_FIPS_ENDPOINT', 'AWS_USE_DUALSTACK_ENDPOINT']) {
        if (env[variable] === 'true')
            reader.problem(variable, 'cannot be true together with a custom endpoint');
    }
}
/** The endpoint of a service from the job's environment (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html). */
function configuredEndpoint(reader, env, service) {
    if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true')
        return undefined;
    const variable = endpointVariable(env, service);
    const value = env[variable];
    if (!value)
        return undefined;
    if (!(0,_reader_js__WEBPACK_IMPORTED_MODULE_4__.isHttpUrl)(value))
        reader.problem(variable, 'must be a URL that begins with https:// or http://');
    return value;
}
function endpointVariable(env, service) {
    return env[`AWS_ENDPOINT_URL_${service}`] ? `AWS_ENDPOINT_URL_${service}` : 'AWS_ENDPOINT_URL';
}
/** Which of STS and IAM are reached where a variable says. Of Secrets Manager the sync says so itself. */
function endpointsFromEnvironment({ stsEndpoint, iamEndpoint }, env) {
    const used = { STS: stsEndpoint, IAM: iamEndpoint };
    return Object.entries(used).flatMap(([service, endpoint]) => {
        const variable = endpointVariable(env, service);
        // An input that says the same is no surprise to anybody.
        const isNamed = endpoint !== undefined && endpoint === env[variable] && URL.canParse(endpoint);
        return isNamed ? [{ service, host: new URL(endpoint).host, variable }] : [];
    });
}


/***/ }),

/***/ 728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readHandOver),
/* harmony export */   i: () => (/* binding */ LEASE_ID_VARIABLE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _aws_profile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(839);


/** `/renew` and `/revoke` read the lease's id from it. */
const LEASE_ID_VARIABLE = 'AWS_EPHEMERAL_LEASE_ID';
const DEFAULT_NAMES = {
    'access-key-id': 'AWS_ACCESS_KEY_ID',
    'secret-access-key': 'AWS_SECRET_ACCESS_KEY',
    'session-token': 'AWS_SESSION_TOKEN',
    region: 'AWS_REGION',
    'default-region': 'AWS_DEFAULT_REGION',
};
/**
 * Not in quotes, because AWS's tools remove them. Not `DEFAULT`, which Python's parser uses as the default of all sections. Not
 * `__proto__`, with which AWS's SDK for JavaScript rejects the whole file.
 */
const PROFILE_NAME = /^(?!(?:DEFAULT|__proto__)$|(["']).*\1$)[^\s[\]/\\#;\p{Cc}]+$/u;
/** Reads `HandOver`. Problems are added to the reader. */
function readHandOver(reader, env) {
    const names = readNames(reader);
    const profile = readProfile(reader, env);
    return {
        exportedNames: reader.flag('output-env-credentials', profile === undefined) ? names : undefined,
        outputCredentials: reader.flag('output-credentials', false),
        unsetCurrentCredentials: reader.flag('unset-current-credentials', false),
        profile,
    };
}
function readProfile(reader, env) {
    const name = reader.matching('aws-profile', PROFILE_NAME, 'must have no spaces, brackets, slashes, backslashes, # or ;, must not be in quotes, and must not be DEFAULT or __proto__');
    const overwrite = reader.flag('overwrite-aws-profile', false);
    if (name === '')
        return undefined;
    const spec = (0,_aws_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .profileSpec */ .$5)(name, env);
    try {
        const files = (0,_aws_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .existingIn */ .L_)(spec);
        if (files.length > 0 && !overwrite) {
            reader.problem('aws-profile', `names the profile "${name}", which exists in ${files.join(' and ')}; to replace it for this job, set \`overwrite-aws-profile: true\``);
        }
    }
    catch (error) {
        reader.problem('aws-profile', `cannot be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asActionError */ .z6)(error).message}`);
    }
    return spec;
}
function readNames(reader) {
    const names = { ...DEFAULT_NAMES };
    const given = new Set();
    for (const line of reader.list('env-names')) {
        const [, key = '', name = ''] = /^([a-z-]+)\s*=\s*(\S+)$/.exec(line) ?? [];
        if (!Object.hasOwn(DEFAULT_NAMES, key)) {
            reader.problem('env-names', `has the line "${line}"; lines are NAME=VARIABLE, with NAME one of ${Object.keys(DEFAULT_NAMES).join(', ')}`);
        }
        else if (!/^[A-Za-z_]\w*$/.test(name) ||
            Object.hasOwn(Object.prototype, name) ||
            /^(GITHUB_|RUNNER_|INPUT_|STATE_)|^(NODE_OPTIONS|PATH|CI)$/i.test(name)) {
            reader.problem('env-names', `cannot export to "${name}"; choose a variable name that is valid and not reserved by the runner`);
        }
        else {
            if (given.has(key))
                reader.problem('env-names', `names ${key} twice`);
            given.add(key);
            names[key] = name;
        }
    }
    const chosen = [...Object.values(names), LEASE_ID_VARIABLE, 'AWS_PROFILE'];
    if (new Set(chosen).size < chosen.length)
        reader.problem('env-names', 'gives two values the same variable');
    return {
        accessKeyId: names['access-key-id'] ?? '',
        secretAccessKey: names['secret-access-key'] ?? '',
        sessionToken: names['session-token'] ?? '',
        region: names.region ?? '',
        defaultRegion: names['default-region'] ?? '',
    };
}


/***/ }),

/***/ 6647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readIdentity: () => (/* binding */ readIdentity),
  readStaticKeys: () => (/* binding */ readStaticKeys)
});

// EXTERNAL MODULE: ./build/aws/partition.js
var partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/aws/tags.js
var aws_tags = __webpack_require__(8617);
// EXTERNAL MODULE: ./build/github/inputs/structured.js
var structured = __webpack_require__(3415);
;// CONCATENATED MODULE: ./build/github/inputs/session-tags.js


/** The session tags and the variables of their values. `droppable`: left out when the tags are too large for AWS. */
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
 * Reads the session tags of chained `AssumeRole` calls. There are none by default; `role-skip-session-tagging: false`, `custom-tags` and
 * `transitive-tag-keys` turn them on.
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
        reader.problem('custom-tags', `and this action’s own tags are ${tags.length} session tags; AWS allows ${aws_tags/* MAX_TAGS */.x3}`);
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
            problems.push(`the key "${key}" is set by this action`);
        if (seen.has(folded))
            problems.push(`the key "${key}" appears twice (AWS ignores case in keys)`);
        seen.add(folded);
        for (const problem of problems)
            reader.problem('custom-tags', `: ${problem}`);
    }
    return tags.map(([key, value]) => ({ key, value, droppable: false }));
}

;// CONCATENATED MODULE: ./build/github/inputs/identity.js


/** A role's name, without path (https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html). */
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
const MAX_SESSION_NAME_CHARS = 64;
/** Reads the managing identity: base identity, roles, session tags. Problems are added to the reader. */
function readIdentity(reader, context) {
    const staticKeys = readStaticKeys(reader, context.mask);
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
                context.mask(id);
    const externalId = reader.matching('role-external-id', /^[\w+=,.@:/-]{2,1224}$/, 'must have 2 to 1224 letters, digits or _+=,.@:/-');
    if (externalId !== '')
        context.mask(externalId);
    const source = readSource(reader, { roles, staticKeys, region: context.region });
    checkBareNames(reader, { roles, allowedAccountIds, source });
    const sessionName = readSessionName(reader, context.run);
    return {
        staticKeys,
        maskAccountId,
        identity: {
            source,
            roles,
            sessionName,
            externalId: externalId || undefined,
            sessionTags: readSessionTags(reader, context.env),
            allowedAccountIds,
        },
    };
}
/** Reads the static access key. Each part is masked before anything else. */
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
        reader.problem('aws-access-key-id', 'is missing; the other parts of the access key are given');
    if (secretAccessKey === '')
        reader.problem('aws-secret-access-key', 'is missing; `aws-access-key-id` is given');
    return { kind: 'given', keys: { accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) } };
}
function readRoles(reader) {
    const roles = reader.list('role-to-assume');
    for (const role of roles) {
        const arn = (0,partition/* parseArn */.Lw)(role);
        const isRole = arn?.service === 'iam' && arn.resource.startsWith('role/') && /^\d{12}$/.test(arn.accountId);
        if (!isRole && (role.startsWith('arn:') || !ROLE_NAME.test(role))) {
            reader.problem('role-to-assume', `has "${role}", which is neither the ARN nor the name of a role`);
        }
    }
    return roles;
}
function readSource(reader, inputs) {
    const path = reader.text('web-identity-token-file');
    const audience = reader.text('audience') || (0,partition/* defaultAudience */.Yl)(partitionOf(inputs));
    const skipOidc = reader.flag('force-skip-oidc', false);
    const chosen = [
        ...(inputs.staticKeys.kind === 'none'
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
        reader.problem(first.input, `and \`${second.input}\` are two base identities; give one of them`);
    }
    const source = first?.source ?? { kind: 'oidc', audience };
    if (source.kind === 'oidc' && skipOidc) {
        reader.problem('force-skip-oidc', 'leaves no base identity: give `aws-access-key-id`, `web-identity-token-file`, `role-chaining` or `use-ambient-credentials`');
    }
    else if ((source.kind === 'oidc' || source.kind === 'token-file') && inputs.roles.length === 0) {
        reader.problem('role-to-assume', 'is missing: with an OIDC token or a token file there must be a role to assume');
    }
    return source;
}
function partitionOf(inputs) {
    return (0,partition/* parseArn */.Lw)(inputs.roles[0] ?? '')?.partition ?? (0,partition/* partitionOfRegion */.cn)(inputs.region);
}
/** The account of a role without ARN is that of the role before it, of the base credentials, or the only allowed one. */
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
    const suffix = `-${run.runId}-${run.runAttempt}`.replace(/[^\w+=,.@-]/g, '-');
    return `gha-${repo.replace(/[^\w+=,.@-]/g, '-')}`.slice(0, MAX_SESSION_NAME_CHARS - suffix.length) + suffix;
}


/***/ }),

/***/ 3415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ew: () => (/* binding */ readTagObject),
/* harmony export */   g$: () => (/* binding */ readTags),
/* harmony export */   v6: () => (/* binding */ readPolicyDocuments)
/* harmony export */ });
/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html, PolicyDocument. */
const POLICY_TEXT = /^[\t\n\r\u0020-\u00FF]+$/;
/** JSON policy documents, separated by lines of `---`. @returns them minified */
function readPolicyDocuments(reader, input) {
    const parts = input.value
        .split(/^---\s*$/m)
        .map((part) => part.trim())
        .filter((part) => part !== '');
    return parts.flatMap((part, index) => {
        const which = parts.length === 1 ? 'is' : `: document ${index + 1} is`;
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
/** `undefined` when the document is nested so deeply that `JSON.stringify` overflows the stack, which `JSON.parse` does not. */
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
/** Tags as one JSON object of strings. */
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
        reader.problem(name, 'must be a JSON object of strings');
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
/** Keeps a number as it is written: `1.10` may be a version, and an id may have more digits than a JavaScript number. */
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

/***/ 6111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ withManager),
/* harmony export */   p: () => (/* binding */ runAsManager)
/* harmony export */ });
/* harmony import */ var _github_inputs_hand_over_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(728);
/* harmony import */ var _github_job_env_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(831);
/* harmony import */ var _identity_connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5518);
/* harmony import */ var _identity_static_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1686);
/* harmony import */ var _open_identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7693);
/* harmony import */ var _warnings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(167);






/** Obtains the managing identity, with a session of one hour, and runs `act` with it. */
async function withManager({ identity }, by, act) {
    const opened = await (0,_open_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .openIdentity */ .Bp)(identity, by.sources, by.deps);
    const again = () => (0,_identity_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .Ng)(opened, by.deps, _identity_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .LONG_MANAGING_SECONDS */ .uf);
    await act({ principal: await again(), again, context: by.deps });
}
const LEASE_IN_ENVIRONMENT = 'This job has a lease, and `role-chaining` uses the credentials in the environment. If they are the lease itself, AWS denies the calls of this step. In that case use another identity, or `output-env-credentials: false` in the step that issued the lease.';
/** Ambient credentials are those of the machine, not the lease that main exported. */
function withoutLease(env) {
    if (!env[_github_inputs_hand_over_js__WEBPACK_IMPORTED_MODULE_0__/* .LEASE_ID_VARIABLE */ .i])
        return env;
    return Object.fromEntries(Object.entries(env).filter(([name]) => !_github_job_env_js__WEBPACK_IMPORTED_MODULE_1__/* .CREDENTIAL_VARIABLES */ .eB.includes(name)));
}
/** Runs an action that has no lease of its own: sets the time limit, isolates this process, obtains the managing identity, runs `act`. */
async function runAsManager(inputs, { step, env, limitSeconds }, act) {
    const { connection, proxy, staticKeys, timeoutSeconds } = inputs;
    if (timeoutSeconds > 0)
        step.endAfter(timeoutSeconds, '`action-timeout-s`');
    else
        step.endAfter(limitSeconds, 'the limit that holds without `action-timeout-s`');
    const { kind } = inputs.identity.source;
    const before = kind === 'ambient' ? withoutLease(env) : env;
    if (before !== env)
        step.log.debug('Not used as ambient credentials: the lease that is in the environment.');
    if (kind === 'env-credentials' && env[_github_inputs_hand_over_js__WEBPACK_IMPORTED_MODULE_0__/* .LEASE_ID_VARIABLE */ .i])
        step.log.notice(LEASE_IN_ENVIRONMENT);
    const kept = kind === 'env-credentials' || kind === 'ambient' ? (0,_github_job_env_js__WEBPACK_IMPORTED_MODULE_1__/* .awsVariables */ .jq)(before, kind) : undefined;
    (0,_github_job_env_js__WEBPACK_IMPORTED_MODULE_1__/* .isolate */ .az)(process.env, proxy, kept);
    (0,_warnings_js__WEBPACK_IMPORTED_MODULE_5__/* .noticeOfEndpoints */ .wG)(inputs, step);
    const sources = { env: before, staticKeys: () => (0,_identity_static_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .givenKeys */ .iH)(staticKeys) };
    const deps = (0,_open_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .identityDependencies */ .qd)(step, (0,_open_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .clientContext */ .RO)(step, connection), inputs);
    await withManager(inputs, { sources, deps }, async (manager) => {
        (0,_warnings_js__WEBPACK_IMPORTED_MODULE_5__/* .warnOfClock */ .o0)(step);
        step.log.info(`Managing identity: ${manager.principal.arn}`);
        await act(manager);
    });
}


/***/ }),

/***/ 167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ rightsOf),
/* harmony export */   c$: () => (/* binding */ warnOf),
/* harmony export */   o0: () => (/* binding */ warnOfClock),
/* harmony export */   wG: () => (/* binding */ noticeOfEndpoints)
/* harmony export */ });
/** Warns about inputs and variables that are probably a mistake, or less safe than they could be. */
function warnOf(inputs, env, { log }) {
    const { source, roles, sessionTags } = inputs.identity;
    if (sessionTags !== undefined && (source.kind === 'oidc' || source.kind === 'token-file') && roles.length === 1) {
        log.notice('No session tags are set: STS accepts none with a web identity. Policies can use the token’s claims instead.');
    }
    if (inputs.lease.kind === 'iam-user')
        warnOfUser(inputs.lease, log);
    if (source.kind === 'static-keys') {
        log.warning('Long-lived access keys are used to issue the lease. OIDC works without them: see docs/permissions.md.');
    }
    if (inputs.handOver.exportedNames !== undefined && inputs.handOver.profile === undefined && env.AWS_PROFILE) {
        log.warning('AWS_PROFILE is set in this job. Some AWS tools prefer it to the credentials that this action exports.');
    }
}
function warnOfUser(spec, log) {
    if (spec.boundaryArn === undefined) {
        log.warning('No `permissions-boundary-arn`: the user may do everything that its policies and groups allow, for example create other users and keys, which are not deleted with it. Set a boundary.');
    }
    if (rightsOf({ ...spec, kind: 'iam-user' }).granted.length === 0) {
        log.warning('The user gets no policy and no group, so it has no permissions. Give `policy-arns`, `inline-policy` or `iam-groups`, or use `credential-type: session`.');
    }
}
/** The permissions of the lease, for the job summary. */
function rightsOf(spec) {
    const inline = (count) => count === 0 ? [] : [count === 1 ? 'an inline policy' : `${count} inline policies`];
    if (spec.kind === 'session') {
        return { granted: [...spec.policyArns, ...inline(spec.policy === undefined ? 0 : 1)], boundary: undefined };
    }
    const groups = spec.groups.map((group) => `group ${group}`);
    return {
        granted: [...spec.policyArns, ...groups, ...inline(spec.inlinePolicies.length)],
        boundary: spec.boundaryArn,
    };
}
/** AWS's answers have whole seconds and some latency; from here on a clock is plainly wrong. */
const WRONG_CLOCK_MS = 60_000;
/** Warns of a machine whose clock is wrong. The lease is right all the same: its times are AWS's. */
function warnOfClock({ clock, log }) {
    const offsetMs = clock.offsetMs();
    if (Math.abs(offsetMs) < WRONG_CLOCK_MS)
        return;
    const [seconds, side] = [Math.round(Math.abs(offsetMs) / 1000), offsetMs > 0 ? 'behind' : 'ahead of'];
    log.warning(`The clock of this runner is ${seconds} s ${side} AWS’s. All times of the lease are AWS’s, so it is right; other tools on this runner may fail.`);
}
/** Says where AWS is reached when the environment names an endpoint, which any earlier step of the job can do. */
function noticeOfEndpoints({ fromEnvironment }, { log }) {
    for (const { service, host, variable } of fromEnvironment) {
        log.notice(`${service} is reached at ${host}, because the variable ${variable} of this job names it.`);
    }
}


/***/ }),

/***/ 1728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ guardPolicy),
/* harmony export */   N: () => (/* binding */ GUARD_POLICY_NAME),
/* harmony export */   oR: () => (/* binding */ closedGuardPolicy),
/* harmony export */   z_: () => (/* binding */ guardSize)
/* harmony export */ });
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);

/** The name of the guard, an inline policy of every user lease. */
const GUARD_POLICY_NAME = 'lease-guard';
/**
 * The policy that ends a lease inside AWS, even if the runner is lost. From `expiresAt` on it denies every call. Before that it denies
 * the user to change itself: its keys, policies, boundary and login, and its group memberships, which IAM checks against the group.
 * Reading is allowed. The JSON has no whitespace, because all inline policies of a user share 2,048 characters.
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
                Condition: { DateGreaterThanEquals: { 'aws:CurrentTime': (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(expiresAt) } },
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
/**
 * The guard of a lease that is being revoked: it denies every call from now on. A session that was made with the key lives on after the
 * key is deleted; with this policy it has no rights.
 */
function closedGuardPolicy() {
    return JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Sid: 'LeaseRevoked', Effect: 'Deny', Action: '*', Resource: '*' }],
    });
}
/** The guard's size in characters. It does not depend on the account, whose id always has 12 digits. */
function guardSize(partition, path, userName) {
    return guardPolicy(`arn:${partition}:iam::000000000000:user${path}${userName}`, new Date(0)).length;
}


/***/ }),

/***/ 6319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P2: () => (/* binding */ DEFAULT_ROOT),
/* harmony export */   RI: () => (/* binding */ iamPath),
/* harmony export */   jI: () => (/* binding */ MAX_PATH_CHARS),
/* harmony export */   jb: () => (/* binding */ defaultPath)
/* harmony export */ });
/* unused harmony export slug */
/** IAM's limit for a path (https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html, Path). */
const MAX_PATH_CHARS = 512;
/** The path of all leases that have no `iam-path` of their own. */
const DEFAULT_ROOT = '/github-actions/';
/** A text as one segment of a path: any character other than letters, digits and `._-` becomes `-`. */
function slug(text) {
    return text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '');
}
/** A text as a path that IAM accepts: one slash at the start, at the end and between segments; `/` when it has no segment. */
function iamPath(text) {
    const segments = text
        .split('/')
        .map(slug)
        .filter((segment) => segment !== '');
    return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}
/** The default path of a job's users: `/github-actions/<owner>/<repo>/[<environment>/]`. */
function defaultPath(repository, environment) {
    // The environment is one segment: that of `prod/x` must not be under the path of `prod`.
    return iamPath(`${DEFAULT_ROOT}${repository}/${slug(environment)}`);
}


/***/ }),

/***/ 2000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kf: () => (/* binding */ MANAGED_BY),
/* harmony export */   Oo: () => (/* binding */ leaseTags),
/* harmony export */   nI: () => (/* binding */ tagProblems)
/* harmony export */ });
/* harmony import */ var _aws_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8617);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);


/** The value of the tag `lease:managed-by`, which marks a user as a lease. */
const MANAGED_BY = 'aws-ephemeral-credentials';
/** The tags of every user lease. They are set in `CreateUser`, so there is no lease without them. */
function leaseTags(run, stamp) {
    return {
        'lease:managed-by': MANAGED_BY,
        'lease:expires-at': (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(stamp.expiresAt),
        'lease:max-expires-at': (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(stamp.maxExpiresAt),
        'lease:nonce': stamp.nonce,
        'lease:repository': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.repository),
        'lease:repository-id': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.repositoryId),
        'lease:run-id': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.runId),
        'lease:run-attempt': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.runAttempt),
        'lease:workflow': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.workflow),
        'lease:job': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.job),
        'lease:actor': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.actor),
        'lease:sha': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.sha),
        'lease:environment': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.jobEnvironment),
        ...(stamp.outlivesJob ? { 'lease:revoke': 'never' } : {}),
    };
}
const OWN_TAG_COUNT = 14;
/**
 * What IAM would reject in the tags of the input `tags`, as parts of sentences; empty when IAM accepts them together with ours
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html).
 */
function tagProblems(tags) {
    const problems = [];
    const seen = new Set();
    for (const [key, value] of Object.entries(tags)) {
        const folded = key.toLowerCase();
        if (seen.has(folded))
            problems.push(`the key "${key}" appears twice (IAM ignores case in keys)`);
        seen.add(folded);
        for (const problem of [(0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagKeyProblem */ .Hh)(key), (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValueProblem */ .dB)(key, value)])
            if (problem)
                problems.push(problem);
        if (folded.startsWith('lease:'))
            problems.push(`the key "${key}" begins with lease:, which only this action may set`);
    }
    const room = _aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_TAGS */ .x3 - OWN_TAG_COUNT;
    if (seen.size > room)
        problems.push(`${seen.size} tags are too many: IAM allows ${_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_TAGS */ .x3}, ${OWN_TAG_COUNT} are ours`);
    return problems;
}


/***/ })

};

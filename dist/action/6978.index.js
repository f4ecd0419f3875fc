export const id = 6978;
export const ids = [6978];
export const modules = {

/***/ 430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ assertNoProblems),
/* harmony export */   z: () => (/* binding */ readAccess)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6805);
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
        ...(0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .readIdentity */ .x)(reader, { run, env, region: connection.region, mask: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq }),
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
    if (!(0,_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .isHttpUrl */ .q$)(value))
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

/***/ 9277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ko: () => (/* binding */ readInputs),
  dQ: () => (/* binding */ syncReader),
  F2: () => (/* binding */ syncSurroundings)
});

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/github/run-context.js
var run_context = __webpack_require__(4809);
// EXTERNAL MODULE: ./build/github/inputs/access.js
var inputs_access = __webpack_require__(430);
// EXTERNAL MODULE: ./build/github/inputs/hand-over.js
var hand_over = __webpack_require__(728);
// EXTERNAL MODULE: ./build/aws/partition.js
var aws_partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/lease/naming/path.js
var naming_path = __webpack_require__(6319);
;// CONCATENATED MODULE: ./build/lease/naming/template.js
/** The variables of a template. It can also have random parts and functions. */
const NAME_VARIABLES = [
    'owner',
    'repo',
    'repository',
    'run_id',
    'run_attempt',
    'job',
    'workflow',
    'actor',
    'sha',
    'ref_name',
    'environment',
    'unixTimestamp',
    'identity.name',
];
const FUNCTIONS = ['truncate', 'replace', 'uppercase', 'lowercase'];
const KNOWN = [...NAME_VARIABLES, 'random', 'random N', 'random-N', 'randomUsername', ...FUNCTIONS];
/** More than any name can use, and small enough to parse quickly at any depth. */
const MAX_TEMPLATE_CHARS = 2048;
const MAX_RANDOM_CHARS = 64;
const DEFAULT_RANDOM_CHARS = 12;
const RANDOM_USERNAME_CHARS = 32;
/** An error in a template; the message is part of a sentence for the user. */
class TemplateProblem extends Error {
}
/**
 * Parses a user name template (docs/user-names.md). An unknown name, a wrong argument and a template without a random part are errors
 * here, before the first AWS call.
 * @throws TemplateProblem
 */
function parseNameTemplate(template) {
    if (template.length > MAX_TEMPLATE_CHARS)
        throw new TemplateProblem(`it has ${template.length} characters; at most ${MAX_TEMPLATE_CHARS} are allowed`);
    const segments = template.split(/(\{\{.*?\}\})/s).filter((part) => part !== '');
    const parsed = segments.map((part) => (part.startsWith('{{') && part.endsWith('}}') ? parseExpression(part) : part));
    const unmatched = parsed.find((segment) => typeof segment === 'string' && /\{\{|\}\}/.test(segment));
    if (unmatched !== undefined)
        throw new TemplateProblem(`"${String(unmatched)}" has unmatched braces`);
    if (!parsed.some((segment) => typeof segment !== 'string' && isRandom(segment))) {
        throw new TemplateProblem('it has no random part, so two jobs could get the same name; add {{random 8}}');
    }
    return parsed;
}
function isRandom(expression) {
    if (expression.kind === 'call')
        return isRandom(expression.value);
    return expression.kind === 'random';
}
const TOKEN = /\s*(?:"([^"]*)"|'([^']*)'|([()])|([^\s()"']+))/y;
function tokens(part) {
    const source = part.slice(2, -2).trim();
    const found = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < source.length) {
        const match = TOKEN.exec(source);
        if (!match)
            throw new TemplateProblem(`"${part}" has an unclosed quote`);
        const [, double, single, bracket, word] = match;
        if (bracket !== undefined)
            found.push({ kind: bracket, text: bracket });
        else if (word !== undefined)
            found.push({ kind: 'word', text: word });
        else
            found.push({ kind: 'string', text: double ?? single ?? '' });
    }
    return found;
}
function parseExpression(part) {
    const rest = tokens(part);
    const expression = parseCall(rest, part);
    if (rest.length > 0)
        throw new TemplateProblem(`"${part}" has unexpected text at the end: "${rest[0]?.text}"`);
    return expression;
}
/** Parses `name argument…`, up to the end or the closing bracket. Removes its tokens from the start of `rest`. */
function parseCall(rest, part) {
    const head = rest.shift();
    if (head === undefined || head.kind !== 'word')
        throw new TemplateProblem(`"${part}" does not begin with a name`);
    switch (head.text) {
        case 'random':
            return random(rest[0]?.kind === 'word' ? takeNumber(rest, part) : DEFAULT_RANDOM_CHARS, part);
        case 'truncate':
            return { kind: 'call', name: 'truncate', value: takeValue(rest, part), length: takeNumber(rest, part) };
        case 'replace':
            return replaceCall(rest, part);
        case 'uppercase':
        case 'lowercase':
            return { kind: 'call', name: head.text, value: takeValue(rest, part) };
        default:
            return named(head.text, part);
    }
}
function replaceCall(rest, part) {
    const value = takeValue(rest, part);
    const search = takeSearch(rest, part);
    const replacement = takeString(rest, part);
    if (replacement === '' && isRandom(value))
        throw new TemplateProblem(`"${part}" removes characters from a random part, which could become empty`);
    return { kind: 'call', name: 'replace', value, search, replacement };
}
function named(name, part) {
    const dashed = /^random-(\d+)$/.exec(name);
    if (dashed)
        return random(Number(dashed[1]), part);
    if (name === 'random')
        return random(DEFAULT_RANDOM_CHARS, part);
    if (name === 'randomUsername')
        return { kind: 'random', length: RANDOM_USERNAME_CHARS, mixedCase: true };
    if (NAME_VARIABLES.includes(name))
        return { kind: 'variable', name };
    throw new TemplateProblem(`"${part}" uses the unknown name "${name}"; known are ${KNOWN.join(', ')}`);
}
function random(length, part) {
    if (length < 1 || length > MAX_RANDOM_CHARS) {
        throw new TemplateProblem(`"${part}" must ask for 1 to ${MAX_RANDOM_CHARS} random characters`);
    }
    return { kind: 'random', length, mixedCase: false };
}
function takeValue(rest, part) {
    const token = rest.shift();
    if (token?.kind === 'string')
        return { kind: 'text', text: token.text };
    if (token?.kind === 'word')
        return named(token.text, part);
    if (token?.kind !== '(')
        throw new TemplateProblem(`"${part}" needs a value`);
    const inner = parseCall(rest, part);
    if (rest.shift()?.kind !== ')')
        throw new TemplateProblem(`"${part}" has an unclosed bracket`);
    return inner;
}
function takeNumber(rest, part) {
    const text = rest.shift()?.text ?? '';
    if (!/^[1-9]\d{0,3}$/.test(text))
        throw new TemplateProblem(`"${part}" needs a whole number of at least 1 instead of "${text}"`);
    return Number(text);
}
function takeString(rest, part) {
    const token = rest.shift();
    if (token?.kind !== 'string')
        throw new TemplateProblem(`"${part}" needs a text in quotes instead of "${token?.text ?? ''}"`);
    return token.text;
}
function takeSearch(rest, part) {
    const search = takeString(rest, part);
    if (search === '')
        throw new TemplateProblem(`"${part}" needs a text to search for`);
    return search;
}

// EXTERNAL MODULE: ./build/lease/tags.js
var lease_tags = __webpack_require__(2000);
// EXTERNAL MODULE: ./build/lease/user-spec.js + 1 modules
var user_spec = __webpack_require__(1652);
// EXTERNAL MODULE: ./build/github/inputs/reader.js
var inputs_reader = __webpack_require__(6287);
// EXTERNAL MODULE: ./build/github/inputs/structured.js
var structured = __webpack_require__(3415);
;// CONCATENATED MODULE: ./build/github/inputs/lease.js







const HOUR_SECONDS = 3600;
const MIN_USER_TTL_SECONDS = 60;
const MAX_TTL_SECONDS = 3650 * 24 * HOUR_SECONDS;
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, DurationSeconds. */
const MIN_SESSION_TTL_SECONDS = 900;
const MAX_WAIT_SECONDS = 300;
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html. 20 is the highest quota that AWS grants. */
const MAX_USER_POLICIES = 20;
const MAX_SESSION_POLICIES = 10;
const MAX_GROUPS = 10;
const LONGEST_NAME = 'n'.repeat(64);
/** Reads the lease and checks it against the limits of IAM and STS. Problems are added to the reader. */
function readLease(reader, context) {
    const kind = reader.oneOf('credential-type', ['iam-user', 'session']);
    const partition = (0,aws_partition/* partitionOfRegion */.cn)(context.region);
    const { ttlSeconds, maxTtlSeconds } = readTtl(reader, kind);
    const policyArns = readPolicyArns(reader, kind);
    const inline = reader.alias('inline-policy', 'inline-session-policy');
    const inlinePolicies = (0,structured/* readPolicyDocuments */.v6)(reader, inline);
    const alphanumericSecret = reader.flag('special-characters-workaround', false);
    const user = readUserParts(reader, kind);
    if (kind === 'session') {
        if (inlinePolicies.length > 1)
            reader.problem(inline.name, 'has several documents; a session can have one');
        const [policy] = inlinePolicies;
        if ((policy?.length ?? 0) > user_spec/* MAX_INLINE_CHARS */.p0) {
            reader.problem(inline.name, `has ${policy?.length} characters; a session policy may have ${user_spec/* MAX_INLINE_CHARS */.p0}`);
        }
        return { kind, ttlSeconds, policy, policyArns, alphanumericSecret };
    }
    const spec = { ...user, partition, ttlSeconds, maxTtlSeconds, policyArns, inlinePolicies, alphanumericSecret };
    const path = user.path ?? (0,naming_path/* defaultPath */.jb)(context.run.repository, '');
    const problem = (0,user_spec/* inlineSizeProblem */.aQ)(spec, path, LONGEST_NAME);
    if (problem !== undefined)
        reader.problem(inline.name, problem);
    return { kind, ...spec };
}
function readTtl(reader, kind) {
    const { name, value } = reader.alias('ttl', 'role-duration-seconds', (a, b) => (0,inputs_reader/* parseDuration */.E9)(a) === (0,inputs_reader/* parseDuration */.E9)(b));
    const ttlSeconds = value === '' ? HOUR_SECONDS : reader.seconds(name, HOUR_SECONDS);
    const maxTtlSeconds = reader.seconds('max-ttl', 24 * HOUR_SECONDS);
    if (maxTtlSeconds > MAX_TTL_SECONDS)
        reader.problem('max-ttl', `is ${maxTtlSeconds} s; the maximum is ten years, ${MAX_TTL_SECONDS} s`);
    const minimum = kind === 'session' ? MIN_SESSION_TTL_SECONDS : MIN_USER_TTL_SECONDS;
    if (ttlSeconds < minimum) {
        reader.problem(name, `is ${ttlSeconds} s; the minimum for ${kind === 'session' ? 'a session' : 'an IAM user'} is ${minimum} s`);
    }
    if (ttlSeconds > maxTtlSeconds)
        reader.problem(name, `is ${ttlSeconds} s, which is above \`max-ttl\`, ${maxTtlSeconds} s`);
    return { ttlSeconds, maxTtlSeconds };
}
function readPolicyArns(reader, kind) {
    const { name, value } = reader.alias('policy-arns', 'managed-session-policies');
    const arns = (0,inputs_reader/* parseList */.E1)(value);
    for (const arn of arns)
        checkPolicyArn(reader, name, arn);
    if (new Set(arns).size < arns.length)
        reader.problem(name, 'names a policy twice');
    const maximum = kind === 'session' ? MAX_SESSION_POLICIES : MAX_USER_POLICIES;
    if (arns.length > maximum)
        reader.problem(name, `names ${arns.length} policies; the maximum is ${maximum}`);
    return arns;
}
function checkPolicyArn(reader, name, text) {
    const arn = (0,aws_partition/* parseArn */.Lw)(text);
    const isPolicy = arn?.service === 'iam' && arn.resource.startsWith('policy/') && arn.accountId !== '';
    if (!isPolicy)
        reader.problem(name, `has "${text}", which is not the ARN of a managed policy`);
}
function readUserParts(reader, kind) {
    const boundary = reader.text('permissions-boundary-arn');
    if (boundary !== '')
        checkPolicyArn(reader, 'permissions-boundary-arn', boundary);
    const groups = readGroups(reader);
    const tags = (0,structured/* readTags */.g$)(reader, 'tags');
    for (const problem of (0,lease_tags/* tagProblems */.nI)(tags))
        reader.problem('tags', `: ${problem}`);
    const path = readPath(reader);
    if (kind === 'session') {
        const given = {
            'permissions-boundary-arn': boundary,
            'iam-groups': groups[0],
            tags: Object.keys(tags)[0],
            'iam-path': path,
        };
        for (const [name, value] of Object.entries(given)) {
            if (value)
                reader.problem(name, 'applies to IAM users only; narrow a session with `policy-arns` or `inline-policy`');
        }
    }
    return {
        boundaryArn: boundary || undefined,
        groups,
        tags,
        path,
        nameTemplate: readTemplate(reader),
        waitForPropagationSeconds: readWait(reader),
    };
}
function readGroups(reader) {
    const groups = reader.list('iam-groups').map((group) => {
        const arn = (0,aws_partition/* parseArn */.Lw)(group);
        return arn?.service === 'iam' && arn.resource.startsWith('group/') ? (arn.resource.split('/').at(-1) ?? '') : group;
    });
    for (const group of groups) {
        if (!/^[\w+=,.@-]{1,128}$/.test(group))
            reader.problem('iam-groups', `has "${group}", which is neither the name nor the ARN of a group`);
    }
    if (groups.length > MAX_GROUPS)
        reader.problem('iam-groups', `names ${groups.length} groups; a user can be in ${MAX_GROUPS}`);
    return [...new Set(groups)];
}
function readPath(reader) {
    const given = reader.text('iam-path');
    if (given === '')
        return undefined;
    const path = (0,naming_path/* iamPath */.RI)(given);
    if (path.length > naming_path/* MAX_PATH_CHARS */.jI)
        reader.problem('iam-path', `has ${path.length} characters; IAM allows ${naming_path/* MAX_PATH_CHARS */.jI}`);
    return path;
}
function readTemplate(reader) {
    try {
        return parseNameTemplate(reader.text('user-name-template') || 'gha-{{repo}}-{{run_id}}-{{random 8}}');
    }
    catch (error) {
        if (!(error instanceof TemplateProblem))
            throw error;
        reader.problem('user-name-template', `is not valid: ${error.message}`);
        return [];
    }
}
function readWait(reader) {
    const seconds = reader.seconds('wait-for-propagation', 60);
    if (seconds > MAX_WAIT_SECONDS)
        reader.problem('wait-for-propagation', `is ${seconds} s; the maximum is ${MAX_WAIT_SECONDS} s`);
    return seconds;
}

;// CONCATENATED MODULE: ./build/github/inputs/main.js






/**
 * Reads and checks every input of the root action before anything else happens.
 * @throws ActionError `invalid-inputs` that lists all problems
 */
function readInputs({ run, env, reader = (0,inputs_reader/* inputReader */.cN)(), readSync }) {
    const access = (0,inputs_access/* readAccess */.z)(reader, run, env);
    const { region } = access.connection;
    const inputs = {
        ...access,
        lease: readLease(reader, { run, region }),
        handOver: (0,hand_over/* readHandOver */.E)(reader, env),
        useExistingCredentials: reader.flag('use-existing-credentials', false),
        revocation: {
            when: reader.oneOf('revoke', ['always', 'never']),
            onFailure: reader.oneOf('on-revoke-failure', ['error', 'warning']),
        },
        sync: readSync?.(reader, { ...syncSurroundings(access, run, env), prefix: 'sync-', fallback: 'off' }) ?? {
            kind: 'off',
        },
    };
    if (inputs.handOver.unsetCurrentCredentials && inputs.identity.source.kind === 'env-credentials') {
        reader.problem('unset-current-credentials', 'would clear the credentials that `role-chaining` uses; remove one of the two inputs');
    }
    (0,inputs_access/* assertNoProblems */.E)(reader);
    return inputs;
}
/** What the inputs of a sync are checked against. */
function syncSurroundings({ connection, identity }, run, env) {
    const { repository, repositoryId } = run;
    const byOidc = identity.source.kind === 'oidc';
    const untrusted = (0,run_context/* whyUntrusted */.RY)(env);
    const { region, secretsManagerEndpoint: endpoint } = connection;
    return { region, endpoint, repository, repositoryId, env, byOidc, untrusted };
}
/** Without any of these inputs no secret is synced, and no file of secrets is read or deleted. */
const ASKING_FOR_SYNC = ['sync', 'sync-secrets', 'sync-secrets-file', 'sync-from-env'];
/** Loads the reader of a sync's inputs. Not loaded when no sync is configured, which is the usual case. */
async function syncReader(read = core/* getInput */.V4) {
    if (ASKING_FOR_SYNC.every((name) => ['', 'off'].includes(read(name))))
        return undefined;
    return (await Promise.all(/* import() */[__webpack_require__.e(4006), __webpack_require__.e(1538)]).then(__webpack_require__.bind(__webpack_require__, 1538))).readSync;
}


/***/ }),

/***/ 7573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine)
/* harmony export */ });
/**
 * A text as part of one line of the log. The runner looks for commands at the start of each line, and for the old form of them anywhere
 * in a line (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs), and some of what we print comes from
 * elsewhere: names, ARNs, messages of AWS and of proxies.
 */
function oneLine(text) {
    return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?').replaceAll('##[', '##?[');
}


/***/ }),

/***/ 7614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Np: () => (/* binding */ WRITING_ACTIONS),
/* harmony export */   QP: () => (/* binding */ changeRows),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   qN: () => (/* binding */ setSyncOutputs),
/* harmony export */   uH: () => (/* binding */ logPlan)
/* harmony export */ });
/* unused harmony export planJson */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6805);
/* harmony import */ var _one_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7573);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9753);



const COUNTS = ['created', 'updated', 'restored', 'unchanged', 'pruned', 'skipped', 'failed'];
/** The name of each action in the outputs. */
const COUNTED_AS = {
    create: 'created',
    update: 'updated',
    adopt: 'updated',
    restore: 'restored',
    unchanged: 'unchanged',
    skip: 'skipped',
    refuse: 'failed',
    prune: 'pruned',
};
/** The actions that write or delete. */
const WRITING_ACTIONS = ['create', 'update', 'adopt', 'restore', 'prune'];
/** Counts results, or in a plan the expected results. */
function counted(items) {
    const names = items.map(({ action, failure }) => (failure === undefined ? COUNTED_AS[action] : 'failed'));
    return Object.fromEntries(COUNTS.map((count) => [count, names.filter((name) => name === count).length]));
}
/** The rows of a plan: all secrets except unchanged ones. */
function changeRows({ changes }) {
    return changes
        .filter(({ action }) => action !== 'unchanged')
        .map((change) => ({ name: change.name, action: change.action, what: (0,_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(whatOf(change)) }));
}
function whatOf({ what, keys, because }) {
    if (because !== undefined)
        return because.sentence;
    const lists = Object.entries(keys ?? {}).filter(([, names]) => names.length > 0);
    const keyed = lists.map(([kind, names]) => `${kind} ${names.join(', ')}`).join('; ');
    if (what.length === 0)
        return keyed;
    const named = keyed === '' ? 'value' : `value (${keyed})`;
    return what.includes('value')
        ? what.map((each) => (each === 'value' ? named : each)).join(', ')
        : `${what.join(', ')}${keyed === '' ? '' : `; ${keyed}`}`;
}
/** Prints the plan as a table of names and actions. */
function logPlan(plan, owner) {
    const rows = changeRows(plan);
    const isHeld = (action) => action === 'prune' && plan.pruneRefused !== undefined;
    const writes = rows.filter(({ action }) => WRITING_ACTIONS.includes(action) && !isHeld(action)).length;
    const { unchanged, skipped } = counted(plan.changes);
    const refused = plan.changes.filter(({ action }) => action === 'refuse').length;
    (0,_step_js__WEBPACK_IMPORTED_MODULE_0__.logInfo)(`Plan for ${owner}: ${writes} to write, ${unchanged} unchanged, ${skipped} skipped, ${refused} refused.`);
    const width = Math.max(0, ...rows.map(({ action }) => action.length));
    for (const { name, action, what } of rows)
        (0,_step_js__WEBPACK_IMPORTED_MODULE_0__.logInfo)(`  ${action.padEnd(width)}  ${name}${what === '' ? '' : `  ${what}`}`);
}
/** The text of the output `plan`. */
function planJson({ changes }) {
    return JSON.stringify(changes.map(({ name, action, what, keys, because }) => ({
        name,
        action,
        ...(what.length === 0 ? {} : { what }),
        ...(keys === undefined || Object.values(keys).every((names) => names.length === 0) ? {} : { keys }),
        ...(because === undefined ? {} : { because: because.sentence }),
    })));
}
/** Sets the outputs of a sync (docs/secret-sync.md, “Outputs”). `prefix`: `sync-` in the root action. */
function setSyncOutputs(prefix, { plan, results, mode }) {
    const set = (name, value) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setOutput */ .uH)(`${prefix}${name}`, value);
    set('changed', results.some(({ wrote }) => wrote));
    set('plan', planJson(plan));
    for (const [name, count] of Object.entries(counted(results)))
        set(name, count);
    const desired = plan.changes.filter((change) => change.desired !== undefined);
    set('names', desired.map(({ name }) => name).join('\n'));
    const [only] = mode === 'json' ? results : [];
    set('arn', only?.arn ?? '');
    set('version-id', only?.versionId ?? '');
}


/***/ }),

/***/ 9753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  debugLine: () => (/* binding */ debugLine),
  exitProcess: () => (/* binding */ exitProcess),
  fail: () => (/* binding */ fail),
  logInfo: () => (/* binding */ logInfo),
  runStep: () => (/* binding */ runStep),
  warn: () => (/* binding */ warn)
});

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/waiting/clock.js
var clock = __webpack_require__(5870);
// EXTERNAL MODULE: ./build/github/one-line.js
var one_line = __webpack_require__(7573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/github/runner-files.js


/** The files by which a step speaks to the runner (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). */
const FILES = ['GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'];
/**
 * Refuses to begin where one of the runner's files is something else, such as a named pipe: writing to one that nobody reads waits for
 * ever, after a lease was made.
 * @throws ActionError `runner-files-unusable`
 */
function assertRunnerFiles(env) {
    const unusable = FILES.filter((name) => !isUsable(env[name] ?? ''));
    if (unusable.length === 0)
        return;
    throw new errors/* ActionError */.lZ('runner-files-unusable', `${unusable.join(', ')}: not a regular file, so this step cannot use it`, {
        remedy: 'Find out which step of this job, or which setting of this runner, has replaced it. Nothing was created.',
    });
}
/** True for a regular file, and where there is none: the toolkit then has its own message. */
function isUsable(path) {
    if (path === '')
        return true;
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? true;
}

;// CONCATENATED MODULE: ./build/github/step.js





/**
 * The runner sends SIGTERM 7.5 s after SIGINT and kills the process 2.5 s later
 * (https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs). Calls in flight get this long to finish, so that we
 * know what they did. The rest is for the rollback.
 */
const SETTLE_MS = 1_500;
/** On Windows the runner sends CTRL_C and CTRL_BREAK, which Node reports as SIGINT and SIGBREAK. SIGTERM never arrives there. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'];
/**
 * Runs one stage of an action. An error becomes a message and a failed step.
 * @param options `stopsOnSignal`: a signal aborts the lifetime. Otherwise it is only logged, because the stage is the clean-up itself
 */
async function runStep(act, options) {
    const soft = new AbortController();
    const hard = new AbortController();
    const stopping = new AbortController();
    const end = (reason) => {
        if (soft.signal.aborted)
            return;
        logInfo(`${reason.message}; shutting down cleanly.`);
        soft.abort(reason);
        // Not unref'ed: where nothing else keeps the process alive, this ends the wait for a promise that never settles.
        setTimeout(() => hard.abort(reason), SETTLE_MS);
    };
    const stopped = (signal) => {
        stopping.abort();
        if (options.stopsOnSignal)
            end(interrupted(signal));
        else
            logInfo(`${signal} received: the clean-up continues.`);
    };
    for (const signal of STOP_SIGNALS)
        process.on(signal, () => stopped(signal));
    // Node exits without a word when it waits for a promise that nothing will settle. The first time, the stage is stopped and cleans up.
    const onStall = () => (soft.signal.aborted ? fail(soft.signal.reason) : end(stalled()));
    process.on('beforeExit', onStall);
    const endAfter = (seconds, limit) => {
        setTimeout(() => end(timedOut(seconds, limit)), seconds * 1000).unref();
    };
    const lifetime = { soft: soft.signal, hard: hard.signal };
    try {
        assertRunnerFiles(process.env);
        const log = { info: logInfo, notice: core/* notice */.lm, warning: core/* warning */.$e, debug: debugLine };
        const time = { clock: (0,clock/* systemClock */.ml)(), randomness: clock/* systemRandomness */.Cy };
        await act({ ...time, lifetime, stopping: stopping.signal, mask: core/* setSecret */.Pq, log, endAfter });
    }
    catch (thrown) {
        // When a step is stopped, the calls in flight fail with different errors. The reason to stop is what the user needs.
        fail(soft.signal.aborted ? soft.signal.reason : thrown);
    }
    finally {
        process.off('beforeExit', onStall);
    }
}
/** Writes one line to the log. */
function logInfo(line) {
    (0,core/* info */.pq)((0,one_line/* oneLine */.T)(line));
}
/** Exits once all output is written. A timer in the SDK that nobody awaits would otherwise keep the process alive. */
async function exitProcess() {
    await new Promise((resolve) => process.stdout.write('', () => resolve()));
    process.exit();
}
/** Writes a debug line; nothing when step debug logging is off. */
function debugLine(line) {
    if ((0,core/* isDebug */._o)())
        (0,core/* debug */.Yz)(line);
}
/** Prints an error with its remedy and fails the step. */
function fail(thrown) {
    const error = (0,errors/* asActionError */.z6)(thrown);
    (0,core/* setFailed */.C1)(textOf(error));
    if (error.cause instanceof Error)
        debugCauses(error.cause, { frames: error.code === 'unexpected' });
}
/** Causes of causes are printed up to this depth. */
const MAX_CAUSES = 5;
/**
 * For a bug report: the type of each cause and, with `frames`, where in this build it was thrown. No messages: the message of a library
 * may hold a secret.
 */
function debugCauses(first, { frames }) {
    let cause = first;
    for (let depth = 0; cause instanceof Error && depth < MAX_CAUSES; depth++) {
        debugLine(`Caused by ${cause.name}`);
        for (const frame of frames ? framesOf(cause) : [])
            debugLine(frame);
        cause = cause.cause;
    }
}
/** The frames of a stack that lie in this build: no message, no frames of Node itself. */
function framesOf({ stack = '' }) {
    return stack.split('\n').filter((line) => /^ {4}at .*file:\/\//.test(line));
}
/** Prints an error with its remedy as a warning. The step does not fail. */
function warn(thrown) {
    (0,core/* warning */.$e)(textOf((0,errors/* asActionError */.z6)(thrown)));
}
function textOf(error) {
    return `${error.message}\n\nWhat to do: ${error.remedy}\nMore: ${repositoryUrl()}docs/troubleshooting.md#${error.code}`;
}
/** URL of this version of the action, from the runner's variables; empty for a local action. */
function repositoryUrl() {
    const { GITHUB_SERVER_URL: server = '', GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '', } = process.env;
    const known = /^https:\/\/[\w.-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]+$/.test(ref);
    return known ? `${server}/${repository}/blob/${ref}/` : '';
}
function interrupted(signal) {
    return new errors/* ActionError */.lZ('interrupted', `The runner stopped this step (${signal})`, {
        remedy: 'Nothing, if the job was cancelled. Otherwise check `timeout-minutes` of the step and the job.',
    });
}
function timedOut(seconds, limit) {
    return new errors/* ActionError */.lZ('action-timeout', `The step took longer than ${limit}, ${seconds} s`, {
        remedy: 'Raise `action-timeout-s`, or look in the log above for the slow part.',
    });
}
function stalled() {
    return new errors/* ActionError */.lZ('stalled', 'The step waited for something that can no longer happen', {
        remedy: 'Run the job again with debug logging. If it fails again, open an issue with the log.',
    });
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

/***/ 1748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ reportOff),
/* harmony export */   an: () => (/* binding */ rootSync),
/* harmony export */   bg: () => (/* binding */ reportUntrusted)
/* harmony export */ });
/* harmony import */ var _github_reports_sync_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7614);
/* harmony import */ var _github_run_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4809);
/* harmony import */ var _open_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7693);



/** The sync of the root action; `undefined` if there is none. Reports why there is none, unless it was never configured. */
function rootSync({ sync, connection }, { step, env, run }) {
    if (sync.kind === 'untrusted')
        reportUntrusted('sync-', { step, env });
    if (sync.kind === 'unused')
        reportOff('sync-', step);
    if (sync.kind !== 'sync')
        return undefined;
    return async (principal) => {
        const { syncSecrets } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(5911), __webpack_require__.e(1089), __webpack_require__.e(7039), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 7039));
        await syncSecrets(sync, { step, context: (0,_open_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .clientContext */ .RO)(step, connection), principal, run, prefix: 'sync-' });
    };
}
/** A notice and the outputs of a sync that this event must not make. */
function reportUntrusted(prefix, { step, env }) {
    step.log.notice(`No secret is synced: ${(0,_github_run_context_js__WEBPACK_IMPORTED_MODULE_1__/* .whyUntrusted */ .RY)(env)}.`);
    setEmptyOutputs(prefix);
}
/** A notice and the outputs of a sync that is off. */
function reportOff(prefix, step) {
    step.log.notice('`sync` is `off`: no secret is read or written.');
    setEmptyOutputs(prefix);
}
function setEmptyOutputs(prefix) {
    (0,_github_reports_sync_report_js__WEBPACK_IMPORTED_MODULE_0__/* .setSyncOutputs */ .qN)(prefix, { plan: { changes: [], pruneRefused: undefined }, results: [], mode: 'per-key' });
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
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5870);

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
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5870);


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


/***/ }),

/***/ 1652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p0: () => (/* binding */ MAX_INLINE_CHARS),
  aQ: () => (/* binding */ inlineSizeProblem),
  xm: () => (/* binding */ planUser)
});

// UNUSED EXPORTS: nameVariables

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/lease/guard.js
var lease_guard = __webpack_require__(1728);
// EXTERNAL MODULE: ./build/lease/naming/path.js
var naming_path = __webpack_require__(6319);
;// CONCATENATED MODULE: ./build/lease/naming/render.js
/** IAM's limit for a user name (https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html, UserName). */
const MAX_NAME_CHARS = 64;
const LOWER_ALPHANUMERIC = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ALPHANUMERIC = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${LOWER_ALPHANUMERIC}`;
/**
 * Makes a name from a template. Characters other than `[\w+=,.@-]` become `-`. A name of more than 64 characters is cut before its last
 * random part first, and then after it; the random part is kept.
 */
function renderName(template, variables, randomness) {
    const fragments = template
        .map((segment) => typeof segment === 'string' ? { text: segment, random: false } : evaluate(segment, variables, randomness))
        .map((fragment) => ({ ...fragment, text: fragment.text.replace(/[^\w+=,.@-]/g, '-') }));
    const last = fragments.findLastIndex((fragment) => fragment.random);
    const core = (fragments[last]?.text ?? '').slice(0, MAX_NAME_CHARS);
    const after = textOf(fragments.slice(last + 1)).slice(0, MAX_NAME_CHARS - core.length);
    const before = textOf(fragments.slice(0, last)).slice(0, MAX_NAME_CHARS - core.length - after.length);
    return `${before}${core}${after}`;
}
function evaluate(expression, variables, randomness) {
    switch (expression.kind) {
        case 'text':
            return { text: expression.text, random: false };
        case 'variable':
            return { text: variables[expression.name] ?? '', random: false };
        case 'random':
            return {
                text: randomness.text(expression.mixedCase ? ALPHANUMERIC : LOWER_ALPHANUMERIC, expression.length),
                random: true,
            };
        case 'call': {
            const { text, random } = evaluate(expression.value, variables, randomness);
            return { text: applyFunction(text, expression), random };
        }
    }
}
function applyFunction(text, call) {
    switch (call.name) {
        case 'truncate':
            return text.slice(0, call.length);
        case 'replace':
            return text.replaceAll(call.search, () => call.replacement);
        case 'uppercase':
            return text.toUpperCase();
        case 'lowercase':
            return text.toLowerCase();
    }
}
function textOf(fragments) {
    return fragments.map((fragment) => fragment.text).join('');
}

;// CONCATENATED MODULE: ./build/lease/user-spec.js




/**
 * The limit for all inline policies of a user together, without whitespace
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
 */
const MAX_INLINE_CHARS = 2048;
/** Why the inline policies are too large, as part of a sentence; `undefined` when they fit together with the guard. */
function inlineSizeProblem(spec, path, userName) {
    const own = spec.inlinePolicies.reduce((sum, document) => sum + document.replace(/\s/g, '').length, 0);
    const guard = (0,lease_guard/* guardSize */.z_)(spec.partition, path, userName);
    if (own + guard <= MAX_INLINE_CHARS)
        return undefined;
    return `holds ${own} characters; with the guard’s ${guard} that is more than the ${MAX_INLINE_CHARS} IAM allows a user. Make it a managed policy and name it in \`policy-arns\``;
}
/**
 * Makes a plan of the spec, when the job's environment is known.
 * @throws ActionError `invalid-inputs` when the inline policies are too large
 */
function planUser(spec, run, by) {
    const path = spec.path ?? (0,naming_path/* defaultPath */.jb)(run.repository, run.jobEnvironment);
    const userName = () => renderName(spec.nameTemplate, nameVariables(run, by.clock.now()), by.randomness);
    const problem = inlineSizeProblem(spec, path, userName());
    if (problem !== undefined) {
        throw new errors/* ActionError */.lZ('invalid-inputs', `The inputs are not usable:\n- \`inline-policy\` ${problem}`, {
            remedy: 'Correct it and run the job again. Nothing was created.',
        });
    }
    return { ...spec, path, run, userName, outlivesJob: by.outlivesJob };
}
/** The values of a template's variables (docs/user-names.md). */
function nameVariables(run, nowMs) {
    const [owner = '', repo = ''] = run.repository.split('/');
    return {
        owner,
        repo,
        repository: run.repository,
        run_id: run.runId,
        run_attempt: run.runAttempt,
        job: run.job,
        workflow: run.workflow,
        actor: run.actor,
        sha: run.sha,
        ref_name: run.refName,
        environment: run.jobEnvironment,
        unixTimestamp: String(Math.floor(nowMs / 1000)),
        'identity.name': run.actor,
    };
}


/***/ })

};

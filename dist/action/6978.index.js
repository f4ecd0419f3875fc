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
/** Reads `AccessInputs`, problems going to the reader. */
function readAccess(reader, run, env) {
    const connection = readConnection(reader, env);
    return {
        connection,
        proxy: (0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .readProxy */ .n)(reader, env, _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq),
        ...(0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .readIdentity */ .x)(reader, { run, env, region: connection.region, mask: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq }),
        timeoutSeconds: reader.integer('action-timeout-s', { min: 0, max: MAX_TIMEOUT_SECONDS, fallback: 0 }),
    };
}
/** @throws ActionError `invalid-inputs` that lists all that the reader has found wrong */
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
/** AWS's SDK takes no endpoint of the user's own together with these. */
function refuseVariants(reader, env) {
    for (const variable of ['AWS_USE_FIPS_ENDPOINT', 'AWS_USE_DUALSTACK_ENDPOINT']) {
        if (env[variable] === 'true')
            reader.problem(variable, 'cannot be true together with an endpoint of your own');
    }
}
/** The endpoint that the job's environment names for a service, as the SDKs read it. */
function configuredEndpoint(reader, env, service) {
    if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true')
        return undefined;
    const variable = env[`AWS_ENDPOINT_URL_${service}`] ? `AWS_ENDPOINT_URL_${service}` : 'AWS_ENDPOINT_URL';
    const value = env[variable];
    if (!value)
        return undefined;
    if (!(0,_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .isHttpUrl */ .q$)(value))
        reader.problem(variable, 'must be a URL that begins with https:// or http://');
    return value;
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


/** Names the lease to `/renew` and `/revoke`. */
const LEASE_ID_VARIABLE = 'AWS_EPHEMERAL_LEASE_ID';
const DEFAULT_NAMES = {
    'access-key-id': 'AWS_ACCESS_KEY_ID',
    'secret-access-key': 'AWS_SECRET_ACCESS_KEY',
    'session-token': 'AWS_SESSION_TOKEN',
    region: 'AWS_REGION',
    'default-region': 'AWS_DEFAULT_REGION',
};
/**
 * Quotes around a name are no part of it, `[DEFAULT]` is to Python's parser what every other profile falls back on, and with `__proto__`
 * AWS's SDK for JavaScript refuses the whole file.
 */
const PROFILE_NAME = /^(?!(?:DEFAULT|__proto__)$|(["']).*\1$)[^\s[\]/\\#;\p{Cc}]+$/u;
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
    const name = reader.matching('aws-profile', PROFILE_NAME, 'must have no blanks, brackets, slashes, backslashes, # or ;, not stand in quotes, and not be DEFAULT or __proto__');
    const overwrite = reader.flag('overwrite-aws-profile', false);
    if (name === '')
        return undefined;
    const wish = (0,_aws_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .profileSpec */ .$5)(name, env);
    try {
        const files = (0,_aws_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .existingIn */ .L_)(wish);
        if (files.length > 0 && !overwrite) {
            reader.problem('aws-profile', `names the profile "${name}", which exists in ${files.join(' and ')}; to replace it for this job, set \`overwrite-aws-profile: true\``);
        }
    }
    catch (error) {
        reader.problem('aws-profile', `cannot be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asActionError */ .z6)(error).message}`);
    }
    return wish;
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
            reader.problem('env-names', `cannot export to "${name}"; choose a plain variable name that the runner does not keep for itself`);
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
        reader.problem('env-names', 'gives one variable to two values');
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
/** The names a template may use, beside the random ones and the functions. */
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
/** Of a template: far more than a name can use, and little enough to be parsed at once however it is nested. */
const MAX_TEMPLATE_CHARS = 2048;
const MAX_RANDOM_CHARS = 64;
const DEFAULT_RANDOM_CHARS = 12;
const RANDOM_USERNAME_CHARS = 32;
/** What a template says that cannot be understood; the message is a sentence for the user. */
class TemplateProblem extends Error {
}
/**
 * Parses a user name template (SPEC §4). Parsed, not merely checked: an unknown name, a wrong argument or a template without
 * any randomness is refused here, before anything is asked of AWS.
 * @throws TemplateProblem
 */
function parseNameTemplate(template) {
    if (template.length > MAX_TEMPLATE_CHARS)
        throw new TemplateProblem(`it has ${template.length} characters; at most ${MAX_TEMPLATE_CHARS} are taken`);
    const segments = template.split(/(\{\{.*?\}\})/s).filter((part) => part !== '');
    const parsed = segments.map((part) => (part.startsWith('{{') && part.endsWith('}}') ? parseExpression(part) : part));
    const stray = parsed.find((segment) => typeof segment === 'string' && /\{\{|\}\}/.test(segment));
    if (stray !== undefined)
        throw new TemplateProblem(`"${String(stray)}" has braces without their partner`);
    if (!parsed.some((segment) => typeof segment !== 'string' && isRandom(segment))) {
        throw new TemplateProblem('it has no random part, so two jobs could ask for the same name; add {{random 8}}');
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
            throw new TemplateProblem(`"${part}" has a quote without its partner`);
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
        throw new TemplateProblem(`"${part}" goes on where it should end, at "${rest[0]?.text}"`);
    return expression;
}
/** `name argument…`, up to the end or the closing bracket. Takes its tokens from the front of `rest`. */
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
        throw new TemplateProblem(`"${part}" takes characters out of a random part, of which nothing might be left`);
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
        throw new TemplateProblem(`"${part}" lacks the value to work on`);
    const inner = parseCall(rest, part);
    if (rest.shift()?.kind !== ')')
        throw new TemplateProblem(`"${part}" has a bracket without its partner`);
    return inner;
}
function takeNumber(rest, part) {
    const text = rest.shift()?.text ?? '';
    if (!/^[1-9]\d{0,3}$/.test(text))
        throw new TemplateProblem(`"${part}" needs a whole number from 1 on where "${text}" stands`);
    return Number(text);
}
function takeString(rest, part) {
    const token = rest.shift();
    if (token?.kind !== 'string')
        throw new TemplateProblem(`"${part}" needs a text in quotes where "${token?.text ?? ''}" stands`);
    return token.text;
}
function takeSearch(rest, part) {
    const search = takeString(rest, part);
    if (search === '')
        throw new TemplateProblem(`"${part}" must search for something`);
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
/** STS gives no shorter session (AWS: AssumeRole, DurationSeconds). */
const MIN_SESSION_TTL_SECONDS = 900;
const MAX_WAIT_SECONDS = 300;
/** AWS: IAM and STS quotas; 20 is the raised quota of managed policies per user. */
const MAX_USER_POLICIES = 20;
const MAX_SESSION_POLICIES = 10;
const MAX_GROUPS = 10;
const LONGEST_NAME = 'n'.repeat(64);
/** Reads SPEC §2.2 and checks it against what IAM and STS allow, problems going to the reader. */
function readLease(reader, around) {
    const kind = reader.oneOf('credential-type', ['iam-user', 'session']);
    const partition = (0,aws_partition/* partitionOfRegion */.cn)(around.region);
    const { ttlSeconds, maxTtlSeconds } = readTtl(reader, kind);
    const policyArns = readPolicyArns(reader, kind);
    const inline = reader.alias('inline-policy', 'inline-session-policy');
    const inlinePolicies = (0,structured/* readPolicyDocuments */.v6)(reader, inline);
    const alphanumericSecret = reader.flag('special-characters-workaround', false);
    const user = readUserParts(reader, kind);
    if (kind === 'session') {
        if (inlinePolicies.length > 1)
            reader.problem(inline.name, 'holds several documents; a session takes one');
        const [policy] = inlinePolicies;
        if ((policy?.length ?? 0) > user_spec/* MAX_INLINE_CHARS */.p0) {
            reader.problem(inline.name, `has ${policy?.length} characters; a session policy may have ${user_spec/* MAX_INLINE_CHARS */.p0}`);
        }
        return { kind, ttlSeconds, policy, policyArns, alphanumericSecret };
    }
    const wish = { ...user, partition, ttlSeconds, maxTtlSeconds, policyArns, inlinePolicies, alphanumericSecret };
    const path = user.path ?? (0,naming_path/* defaultPath */.jb)(around.run.repository, '');
    const problem = (0,user_spec/* inlineSizeProblem */.aQ)(wish, path, LONGEST_NAME);
    if (problem !== undefined)
        reader.problem(inline.name, problem);
    return { kind, ...wish };
}
function readTtl(reader, kind) {
    const { name, value } = reader.alias('ttl', 'role-duration-seconds', (a, b) => (0,inputs_reader/* parseDuration */.E9)(a) === (0,inputs_reader/* parseDuration */.E9)(b));
    const ttlSeconds = value === '' ? HOUR_SECONDS : reader.seconds(name, HOUR_SECONDS);
    const maxTtlSeconds = reader.seconds('max-ttl', 24 * HOUR_SECONDS);
    if (maxTtlSeconds > MAX_TTL_SECONDS)
        reader.problem('max-ttl', `is ${maxTtlSeconds} s; at most ten years, ${MAX_TTL_SECONDS} s`);
    const least = kind === 'session' ? MIN_SESSION_TTL_SECONDS : MIN_USER_TTL_SECONDS;
    if (ttlSeconds < least) {
        reader.problem(name, `is ${ttlSeconds} s; the least for ${kind === 'session' ? 'a session' : 'an IAM user'} is ${least} s`);
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
    const most = kind === 'session' ? MAX_SESSION_POLICIES : MAX_USER_POLICIES;
    if (arns.length > most)
        reader.problem(name, `names ${arns.length} policies; ${most} are allowed`);
    return arns;
}
function checkPolicyArn(reader, name, text) {
    const arn = (0,aws_partition/* parseArn */.Lw)(text);
    const isPolicy = arn?.service === 'iam' && arn.resource.startsWith('policy/') && arn.accountId !== '';
    if (!isPolicy)
        reader.problem(name, `has "${text}", which is not a managed policy’s ARN`);
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
            reader.problem('iam-groups', `has "${group}", which is no group’s name or ARN`);
    }
    if (groups.length > MAX_GROUPS)
        reader.problem('iam-groups', `names ${groups.length} groups; IAM allows a user ${MAX_GROUPS}`);
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
        reader.problem('user-name-template', `is not usable: ${error.message}`);
        return [];
    }
}
function readWait(reader) {
    const seconds = reader.seconds('wait-for-propagation', 60);
    if (seconds > MAX_WAIT_SECONDS)
        reader.problem('wait-for-propagation', `is ${seconds} s; at most ${MAX_WAIT_SECONDS} s`);
    return seconds;
}

;// CONCATENATED MODULE: ./build/github/inputs/main.js






/**
 * Reads and checks every input of the root action before anything else happens.
 * @throws ActionError `invalid-inputs` that lists all that is wrong
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
        reader.problem('unset-current-credentials', 'would clear the very credentials that `role-chaining` needs; drop one of them');
    }
    (0,inputs_access/* assertNoProblems */.E)(reader);
    return inputs;
}
/** What the inputs of a sync are read around. */
function syncSurroundings({ connection, identity }, run, env) {
    const { repository, repositoryId } = run;
    const byOidc = identity.source.kind === 'oidc';
    const untrusted = (0,run_context/* whyUntrusted */.RY)(env);
    const { region, secretsManagerEndpoint: endpoint } = connection;
    return { region, endpoint, repository, repositoryId, env, byOidc, untrusted };
}
/** The inputs without which no secret is synced, and no file of secrets touched. */
const ASKING_FOR_SYNC = ['sync', 'sync-secrets', 'sync-secrets-file', 'sync-from-env'];
/** Loads what reads the inputs of a sync; nothing where the job asks for none, as most do. */
async function syncReader(read = core/* getInput */.V4) {
    if (ASKING_FOR_SYNC.every((name) => ['', 'off'].includes(read(name))))
        return undefined;
    return (await Promise.all(/* import() */[__webpack_require__.e(4006), __webpack_require__.e(1538)]).then(__webpack_require__.bind(__webpack_require__, 1538))).readSync;
}


/***/ }),

/***/ 7614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Np: () => (/* binding */ WRITING_ACTIONS),
/* harmony export */   QP: () => (/* binding */ changeRows),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   qN: () => (/* binding */ setSyncOutputs),
/* harmony export */   uH: () => (/* binding */ logPlan)
/* harmony export */ });
/* unused harmony export planJson */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6805);

/** Counted by this name in the outputs; what is not named here counts as it is called. */
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
const COUNTS = ['created', 'updated', 'restored', 'unchanged', 'pruned', 'skipped', 'failed'];
/** What writes or deletes something. */
const WRITING_ACTIONS = ['create', 'update', 'adopt', 'restore', 'prune'];
/** How many secrets had, or would have, which end. */
function counted(items) {
    const ends = items.map(({ action, failure }) => (failure === undefined ? COUNTED_AS[action] : 'failed'));
    return Object.fromEntries(COUNTS.map((count) => [count, ends.filter((end) => end === count).length]));
}
/** What a plan has to say: all secrets but those that are as they should be. */
function changeRows({ changes }) {
    return changes
        .filter(({ action }) => action !== 'unchanged')
        .map((change) => ({ name: change.name, action: change.action, what: oneLine(whatOf(change)) }));
}
/**
 * Keys come from wherever the secrets do: none may begin a line of its own, where the runner looks for commands, nor hold the old mark
 * of one, for which it looks in all of a line (actions/runner: ActionCommand.TryParse).
 */
function oneLine(text) {
    return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?').replaceAll('##[', '##?[');
}
function whatOf({ what, keys, because }) {
    if (because !== undefined)
        return because;
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
    const told = changeRows(plan);
    const isHeld = (action) => action === 'prune' && plan.pruneRefused !== undefined;
    const writes = told.filter(({ action }) => WRITING_ACTIONS.includes(action) && !isHeld(action)).length;
    const { unchanged, skipped } = counted(plan.changes);
    const refused = plan.changes.filter(({ action }) => action === 'refuse').length;
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)(`Plan for ${owner}: ${writes} to write, ${unchanged} unchanged, ${skipped} skipped, ${refused} refused.`);
    const width = Math.max(0, ...told.map(({ action }) => action.length));
    for (const { name, action, what } of told)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)(`  ${action.padEnd(width)}  ${name}${what === '' ? '' : `  ${what}`}`);
}
/** The plan as the output `plan` gives it. */
function planJson({ changes }) {
    return JSON.stringify(changes.map(({ name, action, what, keys, because }) => ({
        name,
        action,
        ...(what.length === 0 ? {} : { what }),
        ...(keys === undefined || Object.values(keys).every((names) => names.length === 0) ? {} : { keys }),
        ...(because === undefined ? {} : { because }),
    })));
}
/** Sets SPEC §6's outputs. `prefix`: `sync-` in the root action. */
function setSyncOutputs(prefix, { plan, results, mode }) {
    const set = (name, value) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)(`${prefix}${name}`, value);
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





/** Becomes the managing identity, with a session of an hour, and does its work. */
async function withManager({ identity }, by, act) {
    const opened = await (0,_open_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .openIdentity */ .Bp)(identity, by.sources, by.deps);
    const again = () => (0,_identity_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .Ng)(opened, by.deps, _identity_connect_js__WEBPACK_IMPORTED_MODULE_2__/* .LONG_MANAGING_SECONDS */ .uf);
    await act({ principal: await again(), again, context: by.deps });
}
const LEASE_IN_ENVIRONMENT = 'This job has a lease, and `role-chaining` takes what is in the environment: if that is the lease itself, AWS refuses it here. Then use another identity, or `output-env-credentials: false` in the action that issued it.';
/** The lease that main has exported is not what the machine is. */
function withoutLease(env) {
    if (!env[_github_inputs_hand_over_js__WEBPACK_IMPORTED_MODULE_0__/* .LEASE_ID_VARIABLE */ .i])
        return env;
    return Object.fromEntries(Object.entries(env).filter(([name]) => !_github_job_env_js__WEBPACK_IMPORTED_MODULE_1__/* .CREDENTIAL_VARIABLES */ .eB.includes(name)));
}
/** All of an action that has no lease of its own: the time limit, this process shut off, the managing identity, its work. */
async function runAsManager(inputs, { step, env }, act) {
    const { connection, proxy, staticKeys, timeoutSeconds } = inputs;
    if (timeoutSeconds > 0)
        step.endAfter(timeoutSeconds);
    const { kind } = inputs.identity.source;
    const before = kind === 'ambient' ? withoutLease(env) : env;
    if (kind === 'env-credentials' && env[_github_inputs_hand_over_js__WEBPACK_IMPORTED_MODULE_0__/* .LEASE_ID_VARIABLE */ .i])
        step.log.notice(LEASE_IN_ENVIRONMENT);
    const kept = kind === 'env-credentials' || kind === 'ambient' ? (0,_github_job_env_js__WEBPACK_IMPORTED_MODULE_1__/* .awsVariables */ .jq)(before, kind) : undefined;
    (0,_github_job_env_js__WEBPACK_IMPORTED_MODULE_1__/* .isolate */ .az)(process.env, proxy, kept);
    const sources = { env: before, staticKeys: () => (0,_identity_static_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .givenKeys */ .iH)(staticKeys) };
    const deps = (0,_open_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .identityDependencies */ .qd)(step, (0,_open_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .clientContext */ .RO)(step, connection), inputs);
    await withManager(inputs, { sources, deps }, async (manager) => {
        step.log.info(`Managing identity: ${manager.principal.arn}`);
        await act(manager);
    });
}


/***/ }),

/***/ 1748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZF: () => (/* binding */ tellOff),
/* harmony export */   an: () => (/* binding */ rootSync),
/* harmony export */   ox: () => (/* binding */ tellUntrusted)
/* harmony export */ });
/* harmony import */ var _github_reports_sync_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7614);
/* harmony import */ var _github_run_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4809);
/* harmony import */ var _open_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7693);



/** The sync that main does besides issuing; `undefined` when there is none, which is told where it may surprise. */
function rootSync({ sync, connection }, { step, env, run }) {
    if (sync.kind === 'untrusted')
        tellUntrusted('sync-', { step, env });
    if (sync.kind === 'unused')
        tellOff('sync-', step);
    if (sync.kind !== 'sync')
        return undefined;
    return async (principal) => {
        const { syncSecrets } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(5911), __webpack_require__.e(9503), __webpack_require__.e(187), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 187));
        await syncSecrets(sync, { step, context: (0,_open_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .clientContext */ .RO)(step, connection), principal, run, prefix: 'sync-' });
    };
}
/** An event that must not write gets a notice, and outputs that say so. */
function tellUntrusted(prefix, { step, env }) {
    step.log.notice(`No secret is synced: ${(0,_github_run_context_js__WEBPACK_IMPORTED_MODULE_1__/* .whyUntrusted */ .RY)(env)}.`);
    setNothing(prefix);
}
/** The inputs ask for nothing to be synced. */
function tellOff(prefix, step) {
    step.log.notice('`sync` is `off`: no secret is looked at.');
    setNothing(prefix);
}
function setNothing(prefix) {
    (0,_github_reports_sync_report_js__WEBPACK_IMPORTED_MODULE_0__/* .setSyncOutputs */ .qN)(prefix, { plan: { changes: [], pruneRefused: undefined }, results: [], mode: 'per-key' });
}


/***/ }),

/***/ 1728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ guardPolicy),
/* harmony export */   N: () => (/* binding */ GUARD_POLICY_NAME),
/* harmony export */   z_: () => (/* binding */ guardSize)
/* harmony export */ });
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5870);

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
/** The guard's size in characters, for the budget of 2,048: the ARN's account id has always 12 digits. */
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
/** IAM's limit on a path (AWS: IAM and STS quotas). */
const MAX_PATH_CHARS = 512;
/** Under this path all leases live that are not told otherwise. */
const DEFAULT_ROOT = '/github-actions/';
/** A text as one segment of a path: what is not a letter, digit or one of `._-` becomes `-`. */
function slug(text) {
    return text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '');
}
/** A path IAM accepts: begins and ends with one slash, doubled slashes folded, segments slugged; `/` when nothing is left. */
function iamPath(text) {
    const segments = text
        .split('/')
        .map(slug)
        .filter((segment) => segment !== '');
    return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}
/** Where a job's users live when it does not say: `/github-actions/<owner>/<repo>/[<environment>/]`. */
function defaultPath(repository, environment) {
    // One segment each: an environment named `prod/x` must not lie below that of `prod`.
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


/** The value of `lease:managed-by`, by which post knows a user as ours. */
const MANAGED_BY = 'aws-ephemeral-credentials';
/** The tags on every user lease, set in `CreateUser` itself so that no user of ours is ever without them. */
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
/** What IAM would refuse in a user's own tags, as sentences; empty when they will pass beside ours. */
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
            problems.push(`the key "${key}" begins with lease:, which this action sets itself`);
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
/** IAM's limit on a user's name (AWS: IAM and STS quotas). */
const MAX_NAME_CHARS = 64;
const LOWER_ALPHANUMERIC = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ALPHANUMERIC = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${LOWER_ALPHANUMERIC}`;
/**
 * One name from a template: evaluated, sanitised to `[\w+=,.@-]`, and at most 64 characters. When it would be longer, what
 * stands before the last random part is shortened first and what stands behind it next; the random part stays whole.
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
            return { text: changed(text, expression), random };
        }
    }
}
function changed(text, call) {
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




/** All inline policies of one user together, blanks not counted (AWS: IAM and STS quotas). */
const MAX_INLINE_CHARS = 2048;
/** What is wrong with the inline policies' size, as a sentence; `undefined` when they fit beside the guard. */
function inlineSizeProblem(spec, path, userName) {
    const own = spec.inlinePolicies.reduce((sum, document) => sum + document.replace(/\s/g, '').length, 0);
    const guard = (0,lease_guard/* guardSize */.z_)(spec.partition, path, userName);
    if (own + guard <= MAX_INLINE_CHARS)
        return undefined;
    return `holds ${own} characters; with the guard’s ${guard} that is more than the ${MAX_INLINE_CHARS} IAM allows a user. Make it a managed policy and name it in \`policy-arns\``;
}
/** The spec as a plan, now that the run, its environment included, is known. */
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
/** SPEC §4: what the names of a template stand for. */
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

export const id = 479;
export const ids = [479];
export const modules = {

/***/ 3688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ issueForJob)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/environment.js
var github_environment = __webpack_require__(6039);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/lease/lease.js
var lease_lease = __webpack_require__(7583);
// EXTERNAL MODULE: ./build/github/profile.js + 2 modules
var github_profile = __webpack_require__(9846);
;// CONCATENATED MODULE: ./build/github/hand-over-inputs.js


/** Names the lease to `/renew` and `/revoke`. */
const LEASE_ID_VARIABLE = 'AWS_EPHEMERAL_LEASE_ID';
const DEFAULT_NAMES = {
    'access-key-id': 'AWS_ACCESS_KEY_ID',
    'secret-access-key': 'AWS_SECRET_ACCESS_KEY',
    'session-token': 'AWS_SESSION_TOKEN',
    region: 'AWS_REGION',
    'default-region': 'AWS_DEFAULT_REGION',
};
function readHandOver(reader, environment) {
    const names = readNames(reader);
    const profile = readProfile(reader, environment);
    return {
        exportedNames: reader.flag('output-env-credentials', profile === undefined) ? names : undefined,
        outputCredentials: reader.flag('output-credentials', false),
        unsetCurrentCredentials: reader.flag('unset-current-credentials', false),
        profile,
    };
}
function readProfile(reader, environment) {
    const name = reader.matching('aws-profile', /^[^\s[\]/\\#;\p{Cc}]+$/u, 'must have no blanks, brackets, slashes, backslashes, # or ;');
    const overwrite = reader.flag('overwrite-aws-profile', false);
    if (name === '')
        return undefined;
    const wish = (0,github_profile/* profileWish */.RU)(name, environment);
    try {
        const files = (0,github_profile/* existingIn */.L_)(wish);
        if (files.length > 0 && !overwrite) {
            reader.problem('aws-profile', `names the profile "${name}", which exists in ${files.join(' and ')}; to replace it for this job, set \`overwrite-aws-profile: true\``);
        }
    }
    catch (error) {
        reader.problem('aws-profile', `cannot be written: ${(0,errors/* asActionError */.z6)(error).message}`);
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

// EXTERNAL MODULE: ./build/github/state.js
var state = __webpack_require__(6847);
;// CONCATENATED MODULE: ./build/github/hand-over.js






/** Every variable the lease may set, and which of them hold secrets. */
function exportedVariables(handOver) {
    const { exportedNames: names, profile } = handOver;
    if (names === undefined)
        return { all: [LEASE_ID_VARIABLE], secret: [] };
    const profileVariable = profile === undefined ? [] : ['AWS_PROFILE'];
    return {
        all: [...Object.values(names), ...profileVariable, LEASE_ID_VARIABLE],
        secret: [names.accessKeyId, names.secretAccessKey, names.sessionToken],
    };
}
/** Gives the job its credentials (SPEC §2.3). They were masked where they were obtained. */
function handOver(lease, inputs, by) {
    const { before } = by;
    if (inputs.maskAccountId)
        (0,core/* setSecret */.Pq)(lease.accountId);
    const values = variables(lease, inputs, before);
    (0,state/* note */.N4)('environment', (0,github_environment/* marked */.xI)(before, values));
    const { profile } = inputs.handOver;
    if (profile !== undefined) {
        const { region } = inputs.connection;
        (0,github_profile/* writeProfile */.Z8)(profile, { credentials: lease.credentials, region, nonce: by.nonce }, (changes) => (0,state/* note */.N4)('profile', changes));
        (0,core/* info */.pq)(`The credentials are in the profile ${profile.name}, until the job ends.`);
    }
    (0,github_environment/* exportAll */.kK)(values);
    (0,core/* setOutput */.uH)('aws-account-id', lease.accountId);
    (0,core/* setOutput */.uH)('authenticated-arn', lease.arn);
    (0,core/* setOutput */.uH)('aws-expiration', (0,lease_lease/* rfc3339 */.a)(lease.expiresAt));
    (0,core/* setOutput */.uH)('credential-type', lease.kind);
    const user = lease.kind === 'iam-user' ? lease : undefined;
    (0,core/* setOutput */.uH)('lease-id', user?.userName ?? '');
    (0,core/* setOutput */.uH)('user-name', user?.userName ?? '');
    (0,core/* setOutput */.uH)('user-arn', user?.arn ?? '');
    (0,core/* setOutput */.uH)('propagation-ms', user?.propagationMs ?? '');
    if (!inputs.handOver.outputCredentials)
        return;
    (0,core/* setOutput */.uH)('aws-access-key-id', lease.credentials.accessKeyId);
    (0,core/* setOutput */.uH)('aws-secret-access-key', lease.credentials.secretAccessKey);
    (0,core/* setOutput */.uH)('aws-session-token', lease.credentials.sessionToken ?? '');
}
function variables(lease, inputs, before) {
    const held = (name) => before.some((each) => each.name === name && each.before !== '');
    const values = lease.kind === 'iam-user' ? { [LEASE_ID_VARIABLE]: lease.userName } : {};
    // A session is no lease that `/renew` or `/revoke` could act on, and they must not act on an earlier one in its stead.
    if (lease.kind === 'session' && held(LEASE_ID_VARIABLE))
        values[LEASE_ID_VARIABLE] = '';
    const { exportedNames: names, profile } = inputs.handOver;
    if (names === undefined)
        return values;
    if (profile !== undefined)
        values.AWS_PROFILE = profile.name;
    const { accessKeyId, secretAccessKey, sessionToken } = lease.credentials;
    values[names.accessKeyId] = accessKeyId;
    values[names.secretAccessKey] = secretAccessKey;
    values[names.region] = inputs.connection.region;
    values[names.defaultRegion] = inputs.connection.region;
    // A user's keys have no token; one that an earlier step left would make every request fail.
    if (sessionToken !== undefined)
        values[names.sessionToken] = sessionToken;
    else if (held(names.sessionToken))
        values[names.sessionToken] = '';
    return values;
}

// EXTERNAL MODULE: ./build/github/identity-inputs.js + 1 modules
var identity_inputs = __webpack_require__(1433);
// EXTERNAL MODULE: ./build/github/input-reader.js
var input_reader = __webpack_require__(1840);
// EXTERNAL MODULE: ./build/aws/partition.js
var aws_partition = __webpack_require__(6388);
;// CONCATENATED MODULE: ./build/lease/name-template.js
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
            return {
                kind: 'call',
                name: 'replace',
                value: takeValue(rest, part),
                search: takeSearch(rest, part),
                replacement: takeString(rest, part),
            };
        case 'uppercase':
        case 'lowercase':
            return { kind: 'call', name: head.text, value: takeValue(rest, part) };
        default:
            return named(head.text, part);
    }
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

// EXTERNAL MODULE: ./build/lease/path.js
var lease_path = __webpack_require__(4514);
// EXTERNAL MODULE: ./build/lease/tags.js
var lease_tags = __webpack_require__(2000);
// EXTERNAL MODULE: ./build/lease/user-wish.js + 1 modules
var user_wish = __webpack_require__(1152);
// EXTERNAL MODULE: ./build/github/structured-inputs.js
var structured_inputs = __webpack_require__(9277);
;// CONCATENATED MODULE: ./build/github/lease-inputs.js







const HOUR = 3600;
const LEAST_USER_SECONDS = 60;
const MOST_SECONDS = 3650 * 24 * HOUR;
/** STS gives no shorter session (AWS: AssumeRole, DurationSeconds). */
const LEAST_SESSION_SECONDS = 900;
const MOST_WAIT_SECONDS = 300;
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
    const inline = reader.either('inline-policy', 'inline-session-policy');
    const inlinePolicies = (0,structured_inputs/* readPolicyDocuments */.v6)(reader, inline);
    const plainSecret = reader.flag('special-characters-workaround', false);
    const user = readUserParts(reader, kind);
    if (kind === 'session') {
        if (inlinePolicies.length > 1)
            reader.problem(inline.name, 'holds several documents; a session takes one');
        const [policy] = inlinePolicies;
        if ((policy?.length ?? 0) > user_wish/* MAX_INLINE_CHARS */.p0) {
            reader.problem(inline.name, `has ${policy?.length} characters; a session policy may have ${user_wish/* MAX_INLINE_CHARS */.p0}`);
        }
        return { kind, ttlSeconds, policy, policyArns, plainSecret };
    }
    const wish = { ...user, partition, ttlSeconds, maxTtlSeconds, policyArns, inlinePolicies, plainSecret };
    const path = user.path ?? (0,lease_path/* defaultPath */.jb)(around.run.repository, around.run.environment);
    const problem = (0,user_wish/* inlineSizeProblem */.aQ)(wish, path, LONGEST_NAME);
    if (problem !== undefined)
        reader.problem(inline.name, problem);
    return { kind, ...wish };
}
function readTtl(reader, kind) {
    const { name, value } = reader.either('ttl', 'role-duration-seconds', (a, b) => (0,input_reader/* parseDuration */.E9)(a) === (0,input_reader/* parseDuration */.E9)(b));
    const ttlSeconds = value === '' ? HOUR : reader.seconds(name, HOUR);
    const maxTtlSeconds = reader.seconds('max-ttl', 24 * HOUR);
    if (maxTtlSeconds > MOST_SECONDS)
        reader.problem('max-ttl', `is ${maxTtlSeconds} s; at most ten years, ${MOST_SECONDS} s`);
    const least = kind === 'session' ? LEAST_SESSION_SECONDS : LEAST_USER_SECONDS;
    if (ttlSeconds < least) {
        reader.problem(name, `is ${ttlSeconds} s; the least for ${kind === 'session' ? 'a session' : 'an IAM user'} is ${least} s`);
    }
    if (ttlSeconds > maxTtlSeconds)
        reader.problem(name, `is ${ttlSeconds} s, which is above \`max-ttl\`, ${maxTtlSeconds} s`);
    return { ttlSeconds, maxTtlSeconds };
}
function readPolicyArns(reader, kind) {
    const { name, value } = reader.either('policy-arns', 'managed-session-policies');
    const arns = (0,input_reader/* parseList */.E1)(value);
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
    const tags = (0,structured_inputs/* readTags */.g$)(reader, 'tags');
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
    const path = (0,lease_path/* iamPath */.RI)(given);
    if (path.length > lease_path/* MAX_PATH_CHARS */.jI)
        reader.problem('iam-path', `has ${path.length} characters; IAM allows ${lease_path/* MAX_PATH_CHARS */.jI}`);
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
    if (seconds > MOST_WAIT_SECONDS)
        reader.problem('wait-for-propagation', `is ${seconds} s; at most ${MOST_WAIT_SECONDS} s`);
    return seconds;
}

// EXTERNAL MODULE: ./build/github/proxy.js
var proxy = __webpack_require__(2466);
;// CONCATENATED MODULE: ./build/github/inputs.js







const DEFAULT_MAX_ATTEMPTS = 8;
const MAX_MAX_ATTEMPTS = 20;
const MAX_TIMEOUT_SECONDS = 86_400;
/**
 * Reads and checks every input before anything else happens.
 * @throws ActionError `invalid-inputs` that lists all that is wrong
 */
function readInputs(run, environment, reader = (0,input_reader/* inputReader */.cN)()) {
    const connection = readConnection(reader, environment);
    const inputs = {
        connection,
        proxy: (0,proxy/* readProxy */.n)(reader, environment, core/* setSecret */.Pq),
        ...(0,identity_inputs/* readIdentity */.x)(reader, { run, environment, region: connection.region, mask: core/* setSecret */.Pq }),
        lease: readLease(reader, { run, region: connection.region }),
        handOver: readHandOver(reader, environment),
        useExistingCredentials: reader.flag('use-existing-credentials', false),
        revocation: {
            when: reader.oneOf('revoke', ['always', 'never']),
            onFailure: reader.oneOf('on-revoke-failure', ['error', 'warning']),
        },
        timeoutSeconds: reader.whole('action-timeout-s', { least: 0, most: MAX_TIMEOUT_SECONDS, fallback: 0 }),
    };
    if (inputs.handOver.unsetCurrentCredentials && inputs.identity.source.kind === 'environment') {
        reader.problem('unset-current-credentials', 'would clear the very credentials that `role-chaining` needs; drop one of them');
    }
    if (reader.problems.length === 0)
        return inputs;
    throw new errors/* ActionError */.lZ('invalid-inputs', ['The inputs are not usable:', ...reader.problems.map((line) => `- ${line}`)].join('\n'), {
        remedy: 'Correct them all and run the job again. Nothing was created, no AWS call was made.',
    });
}
function readConnection(reader, environment) {
    const region = reader.text('aws-region') || environment.AWS_REGION || environment.AWS_DEFAULT_REGION || '';
    if (region === '')
        reader.problem('aws-region', 'is missing, and neither AWS_REGION nor AWS_DEFAULT_REGION is set');
    else if (!/^[a-z0-9-]+$/.test(region)) {
        reader.problem('aws-region', `(or AWS_REGION) must be a region such as eu-central-1, not "${region}"`);
    }
    const stsEndpoint = reader.url('sts-endpoint') ?? configuredEndpoint(reader, environment, 'STS');
    const iamEndpoint = reader.url('iam-endpoint') ?? configuredEndpoint(reader, environment, 'IAM');
    if (stsEndpoint !== undefined || iamEndpoint !== undefined)
        refuseVariants(reader, environment);
    const tries = { least: 1, most: MAX_MAX_ATTEMPTS, fallback: DEFAULT_MAX_ATTEMPTS };
    const maxAttempts = reader.whole('retry-max-attempts', tries);
    return {
        region,
        ...(stsEndpoint === undefined ? {} : { stsEndpoint }),
        ...(iamEndpoint === undefined ? {} : { iamEndpoint }),
        useFipsEndpoint: environment.AWS_USE_FIPS_ENDPOINT === 'true',
        useDualstackEndpoint: environment.AWS_USE_DUALSTACK_ENDPOINT === 'true',
        maxAttempts: reader.flag('disable-retry', false) ? 1 : maxAttempts,
    };
}
/** AWS's SDK takes no endpoint of the user's own together with these. */
function refuseVariants(reader, environment) {
    for (const variable of ['AWS_USE_FIPS_ENDPOINT', 'AWS_USE_DUALSTACK_ENDPOINT']) {
        if (environment[variable] === 'true')
            reader.problem(variable, 'cannot be true together with an endpoint of your own');
    }
}
/** The endpoint that the job's environment names for a service, as the SDKs read it. */
function configuredEndpoint(reader, environment, service) {
    if (environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true')
        return undefined;
    const variable = environment[`AWS_ENDPOINT_URL_${service}`] ? `AWS_ENDPOINT_URL_${service}` : 'AWS_ENDPOINT_URL';
    const value = environment[variable];
    if (!value)
        return undefined;
    if (!(0,input_reader/* isHttpUrl */.q$)(value))
        reader.problem(variable, 'must be a URL that begins with https:// or http://');
    return value;
}

// EXTERNAL MODULE: ./build/github/run.js
var github_run = __webpack_require__(7503);
// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(3794);
// EXTERNAL MODULE: ./build/identity/environment.js
var environment = __webpack_require__(4470);
// EXTERNAL MODULE: ./build/identity/static-keys.js
var static_keys = __webpack_require__(1686);
// EXTERNAL MODULE: ./build/job/access.js
var job_access = __webpack_require__(12);
;// CONCATENATED MODULE: ./build/job/main.js











/** Main: read, prepare, issue, hand over, tell. */
async function issueForJob(step) {
    (0,state/* claimState */.Sg)();
    const environment = { ...process.env };
    const run = (0,github_run/* runFacts */.pI)(environment);
    const inputs = readInputs(run, environment);
    if (inputs.timeoutSeconds > 0)
        step.endAfter(inputs.timeoutSeconds);
    const { notes, emptied, kept } = survey(inputs, environment);
    const { connection, proxy, identity, maskAccountId, revocation, staticKeys } = inputs;
    (0,github_environment/* isolate */.az)(process.env, proxy, kept);
    const deps = (0,job_access/* identityDependencies */.q)(step, connection, { lifetime: step.lifetime, maskAccountId });
    if (await existingServe(inputs, deps, { step, environment }))
        return;
    (0,state/* note */.N4)('environment', notes);
    (0,github_environment/* exportAll */.kK)(emptied);
    const means = { environment, staticKeys: () => staticKeys ?? { accessKeyId: '', secretAccessKey: '' } };
    const access = await (0,job_access/* openAccess */.b)(identity, means, deps);
    const mark = staticKeys === undefined ? '' : (0,static_keys/* fingerprint */.R)(staticKeys);
    (0,state/* note */.N4)('access', { connection, proxy, identity, fingerprint: mark, variables: kept, maskAccountId, revocation });
    warnOf(inputs, environment, step);
    const publish = async (lease) => {
        handOver(lease, inputs, { before: notes, nonce: step.randomness.text('0123456789abcdef', 8) });
        if (lease.kind === 'session')
            (0,state/* note */.N4)('session', { expiresAt: (0,lease_lease/* rfc3339 */.a)(lease.expiresAt) });
        const rights = rightsOf(inputs.lease);
        await (0,summary/* summariseIssue */.aF)(lease, run, { revokedInPost: revocation.when === 'always', rights });
    };
    const { issueLease } = await __webpack_require__.e(/* import() */ 154).then(__webpack_require__.bind(__webpack_require__, 4154));
    const lease = await issueLease(inputs, access, { step, run, handOver: publish });
    step.log.info(told(lease));
}
/**
 * What the job's environment holds in the variables we may set, which of them are emptied at once, and which of it post will
 * need to be the same identity again.
 */
function survey(inputs, environment) {
    const { all, secret } = exportedVariables(inputs.handOver);
    const unset = inputs.handOver.unsetCurrentCredentials;
    const before = (0,github_environment/* noteBefore */.M6)([...new Set([...all, ...(unset ? github_environment/* CREDENTIAL_VARIABLES */.eB : [])])], secret, environment);
    const emptied = unset ? emptyOf(before) : {};
    const { kind } = inputs.identity.source;
    const fromVariables = kind === 'environment' || kind === 'ambient';
    const kept = fromVariables ? (0,github_environment/* awsVariables */.jq)({ ...environment, ...emptied }, kind) : undefined;
    return { notes: (0,github_environment/* marked */.xI)(before, emptied), emptied, kept };
}
/** `use-existing-credentials`: what an earlier step left is used when AWS takes it and the account is allowed. */
async function existingServe(inputs, deps, by) {
    // What is about to be cleared cannot be what is used.
    if (!inputs.useExistingCredentials || inputs.handOver.unsetCurrentCredentials)
        return false;
    try {
        const found = await (0,environment/* environmentIdentity */.o)((0,github_environment/* environmentCredentials */.Se)(by.environment), deps);
        if (found.kind !== 'credentials')
            return false;
        const { whoIs } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695), __webpack_require__.e(996)]).then(__webpack_require__.bind(__webpack_require__, 2996));
        const { accountId, arn } = await whoIs(await found.credentials(), deps);
        const allowed = inputs.identity.allowedAccountIds;
        if (allowed.length > 0 && !allowed.includes(accountId)) {
            by.step.log.info('The credentials in the environment are of an account that is not allowed; new ones are issued.');
            return false;
        }
        by.step.log.notice(`The credentials in the environment are valid (${arn}); nothing new is issued.`);
        return true;
    }
    catch (error) {
        by.step.lifetime.soft.throwIfAborted();
        by.step.log.info(`There are no valid credentials in the environment (${(0,errors/* asActionError */.z6)(error).message}); new ones are issued.`);
        return false;
    }
}
/** What `unset-current-credentials` sets: the standard variables that hold something, whatever the lease is exported as. */
function emptyOf(before) {
    const held = before.filter((each) => github_environment/* CREDENTIAL_VARIABLES */.eB.includes(each.name) && each.before !== '');
    return Object.fromEntries(held.map(({ name }) => [name, '']));
}
function warnOf(inputs, environment, step) {
    const { source, roles, sessionTags } = inputs.identity;
    if (sessionTags !== undefined && (source.kind === 'oidc' || source.kind === 'token-file') && roles.length === 1) {
        step.log.notice('No session tags are set: STS takes none with a web identity; the token’s own claims serve in their place.');
    }
    if (inputs.lease.kind === 'iam-user' && inputs.lease.boundaryArn === undefined) {
        step.log.warning('No `permissions-boundary-arn`: the user may do all that its policies and groups allow, also create other users and keys that outlive this job. Set a boundary.');
    }
    if (inputs.lease.kind === 'iam-user' && rightsOf(inputs.lease).granted.length === 0) {
        step.log.warning('The user gets no policy and no group, so it may do nothing. Give `policy-arns`, `inline-policy` or `iam-groups`, or use `credential-type: session`.');
    }
    if (inputs.identity.source.kind === 'static-keys') {
        step.log.warning('Long-lived access keys are used to issue the lease. OIDC needs none: see docs/permissions.md.');
    }
    if (inputs.handOver.exportedNames !== undefined && inputs.handOver.profile === undefined && environment.AWS_PROFILE) {
        step.log.warning('AWS_PROFILE is set in this job; some AWS tools prefer it to the credentials exported here.');
    }
}
function rightsOf(wish) {
    const inline = (count) => count === 0 ? [] : [count === 1 ? 'an inline policy' : `${count} inline policies`];
    if (wish.kind === 'session') {
        return { granted: [...wish.policyArns, ...inline(wish.policy === undefined ? 0 : 1)], boundary: undefined };
    }
    const groups = wish.groups.map((group) => `group ${group}`);
    return {
        granted: [...wish.policyArns, ...groups, ...inline(wish.inlinePolicies.length)],
        boundary: wish.boundaryArn,
    };
}
function told(lease) {
    const until = (0,lease_lease/* rfc3339 */.a)(lease.expiresAt);
    if (lease.kind === 'session')
        return `Session of ${lease.arn}, until ${until}.`;
    const ready = lease.propagationMs === undefined ? 'not waited for' : `usable after ${lease.propagationMs} ms`;
    return `IAM user ${lease.userName} is ready: ${lease.arn}, ${ready}, until ${until}.`;
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

/***/ 4514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RI: () => (/* binding */ iamPath),
/* harmony export */   jI: () => (/* binding */ MAX_PATH_CHARS),
/* harmony export */   jb: () => (/* binding */ defaultPath)
/* harmony export */ });
/* unused harmony export slug */
/** IAM's limit on a path (AWS: IAM and STS quotas). */
const MAX_PATH_CHARS = 512;
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
    return iamPath(`github-actions/${repository}/${slug(environment)}`);
}


/***/ }),

/***/ 1152:
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
;// CONCATENATED MODULE: ./build/lease/name.js
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
        .flatMap((segment) => typeof segment === 'string' ? [{ text: segment, random: false }] : evaluate(segment, variables, randomness))
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
            return [{ text: expression.text, random: false }];
        case 'variable':
            return [{ text: variables[expression.name] ?? '', random: false }];
        case 'random':
            return [
                {
                    text: randomness.text(expression.mixedCase ? ALPHANUMERIC : LOWER_ALPHANUMERIC, expression.length),
                    random: true,
                },
            ];
        case 'call': {
            const value = evaluate(expression.value, variables, randomness);
            switch (expression.name) {
                case 'truncate':
                    return truncate(value, expression.length);
                case 'replace':
                    return mapText(value, (text) => text.replaceAll(expression.search, () => expression.replacement));
                case 'uppercase':
                    return mapText(value, (text) => text.toUpperCase());
                case 'lowercase':
                    return mapText(value, (text) => text.toLowerCase());
            }
        }
    }
}
function truncate(fragments, length) {
    let room = length;
    return fragments.map((fragment) => {
        const text = fragment.text.slice(0, room);
        room -= text.length;
        return { ...fragment, text };
    });
}
function mapText(fragments, change) {
    return fragments.map((fragment) => ({ ...fragment, text: change(fragment.text) }));
}
function textOf(fragments) {
    return fragments.map((fragment) => fragment.text).join('');
}

// EXTERNAL MODULE: ./build/lease/path.js
var lease_path = __webpack_require__(4514);
;// CONCATENATED MODULE: ./build/lease/user-wish.js




/** All inline policies of one user together, blanks not counted (AWS: IAM and STS quotas). */
const MAX_INLINE_CHARS = 2048;
/** What is wrong with the inline policies' size, as a sentence; `undefined` when they fit beside the guard. */
function inlineSizeProblem(wish, path, userName) {
    const own = wish.inlinePolicies.reduce((sum, document) => sum + document.replace(/\s/g, '').length, 0);
    const guard = (0,lease_guard/* guardSize */.z_)(wish.partition, path, userName);
    if (own === 0 || own + guard <= MAX_INLINE_CHARS)
        return undefined;
    return `holds ${own} characters; with the guard’s ${guard} that is more than the ${MAX_INLINE_CHARS} IAM allows a user. Make it a managed policy and name it in \`policy-arns\``;
}
/** The wish as a plan, now that the run, its environment included, is known. */
function planUser(wish, run, by) {
    const path = wish.path ?? (0,lease_path/* defaultPath */.jb)(run.repository, run.environment);
    const userName = () => renderName(wish.nameTemplate, nameVariables(run, by.clock.now()), by.randomness);
    const problem = inlineSizeProblem(wish, path, userName());
    if (problem !== undefined) {
        throw new errors/* ActionError */.lZ('invalid-inputs', `The inputs are not usable:\n- \`inline-policy\` ${problem}`, {
            remedy: 'Correct it and run the job again. Nothing was created.',
        });
    }
    return { ...wish, path, run, userName };
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
        environment: run.environment,
        unixTimestamp: String(Math.floor(nowMs / 1000)),
        'identity.name': run.actor,
    };
}


/***/ }),

/***/ 9479:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _github_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4686);
/* harmony import */ var _job_main_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3688);


await (0,_github_step_js__WEBPACK_IMPORTED_MODULE_0__/* .runStep */ .eg)(_job_main_js__WEBPACK_IMPORTED_MODULE_1__/* .issueForJob */ .i, { heedsSignals: true });
await (0,_github_step_js__WEBPACK_IMPORTED_MODULE_0__/* .leave */ .qG)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};

export const id = 4968;
export const ids = [4968];
export const modules = {

/***/ 9277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ko: () => (/* binding */ readInputs),
  dQ: () => (/* binding */ syncReader),
  F2: () => (/* binding */ syncSurroundings)
});

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __webpack_require__(2488);
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
    const { name, value } = reader.alias('ttl', 'role-duration-seconds', (a, b) => (0,inputs_reader.parseDuration)(a) === (0,inputs_reader.parseDuration)(b));
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
    const arns = (0,inputs_reader.parseList)(value);
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
function readInputs({ run, env, reader = (0,inputs_reader.inputReader)(), readSync }) {
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
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2488);
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
    (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .logInfo */ .fH)(`Plan for ${owner}: ${writes} to write, ${unchanged} unchanged, ${skipped} skipped, ${refused} refused.`);
    const width = Math.max(0, ...rows.map(({ action }) => action.length));
    for (const { name, action, what } of rows)
        (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .logInfo */ .fH)(`  ${action.padEnd(width)}  ${name}${what === '' ? '' : `  ${what}`}`);
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

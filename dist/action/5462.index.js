export const id = 5462;
export const ids = [5462];
export const modules = {

/***/ 7835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ authorityMarks),
/* harmony export */   z: () => (/* binding */ trustOnly)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1692);


/**
 * Variables that make Node trust authorities of its own choice beside those it comes with. It reads them before our first line.
 * https://nodejs.org/api/cli.html#environment-variables
 */
const TRUST_VARIABLES = ['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_OPTIONS'];
function hasOwnTrust(env) {
    return TRUST_VARIABLES.some((name) => (env[name] ?? '') !== '');
}
/** Since Node 24.5 (https://nodejs.org/api/tls.html#tlssetdefaultcacertificatescerts); an older runner may come with less. */
function canChoose() {
    return typeof node_tls__WEBPACK_IMPORTED_MODULE_1__.setDefaultCACertificates === 'function';
}
/** One certificate, whatever the line breaks of its PEM text. */
function fingerprint(pem) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(pem.replaceAll(/\s/g, '')).digest('base64url');
}
/** The authorities that this process trusts beside Node's own, as PEM texts. */
function extraAuthorities() {
    const own = new Set(node_tls__WEBPACK_IMPORTED_MODULE_1__.rootCertificates.map(fingerprint));
    return node_tls__WEBPACK_IMPORTED_MODULE_1__.getCACertificates('default').filter((pem) => !own.has(fingerprint(pem)));
}
/** Marks of the authorities that this process trusts beside Node's own, for `trustOnly` in a later one. */
function authorityMarks(env) {
    return hasOwnTrust(env) && canChoose() ? extraAuthorities().map(fingerprint) : [];
}
/**
 * From now on this process trusts Node's own authorities, and of all others only those with these marks: what a later step has put into
 * the environment is not trusted.
 * @returns how many authorities are no longer trusted; `undefined` where this version of Node cannot choose and the environment has a say
 */
function trustOnly(marks, env) {
    if (!hasOwnTrust(env))
        return 0;
    if (!canChoose())
        return undefined;
    const extra = extraAuthorities();
    const kept = extra.filter((pem) => marks.includes(fingerprint(pem)));
    if (kept.length < extra.length)
        node_tls__WEBPACK_IMPORTED_MODULE_1__.setDefaultCACertificates([...node_tls__WEBPACK_IMPORTED_MODULE_1__.rootCertificates, ...kept]);
    return extra.length - kept.length;
}


/***/ }),

/***/ 3486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   Tm: () => (/* binding */ rank),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   l4: () => (/* binding */ newTally),
/* harmony export */   l6: () => (/* binding */ setSweepOutputs),
/* harmony export */   sy: () => (/* binding */ setRenewOutputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2488);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);


/** The outputs of `/renew`. */
function setRenewOutputs(renewed) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('lease-id', renewed.leaseId);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('previous-expiration', renewed.before);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('aws-expiration', renewed.after);
}
/** An empty tally. */
function newTally() {
    return {
        rows: [],
        seen: 0,
        whole: false,
        counts: { active: 0, expired: 0, orphaned: 0, revoked: 0, failed: 0, foreign: 0 },
    };
}
/** Adds one user to the tally. */
function count(tally, swept) {
    const { counts } = tally;
    tally.seen++;
    tally.rows.push(swept);
    if (swept.state === 'foreign-tagged')
        counts.foreign++;
    else if (swept.state !== 'gone' && swept.state !== 'unread')
        counts[swept.state]++;
    if (swept.revoked)
        counts.revoked++;
    if (swept.failure !== undefined)
        counts.failed++;
}
/**
 * Characters of the output `leases`. The outputs of a job may have 1 MiB, counted in UTF-16
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs).
 */
const MAX_OUTPUT_CHARS = 450_000;
/** The outputs of `/sweep`. @returns how many leases did not fit into `leases`; active ones are left out first */
function setSweepOutputs({ rows, counts }) {
    const { foreign: _, ...counted } = counts;
    for (const [name, value] of Object.entries(counted))
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)(name, value);
    const ordered = [...rows].sort((one, other) => rank(one) - rank(other));
    const texts = [];
    let room = MAX_OUTPUT_CHARS;
    for (const swept of ordered) {
        const text = JSON.stringify(entryOf(swept));
        room -= text.length + 1;
        if (room < 0)
            break;
        texts.push(text);
    }
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('leases', `[${texts.join(',')}]`);
    return rows.length - texts.length;
}
const ORDER = ['unread', 'expired', 'orphaned', 'foreign-tagged', 'active', 'gone'];
/** Sort order: failures first, then leases that are not active. */
function rank({ state, failure }) {
    return failure === undefined ? 1 + ORDER.indexOf(state) : 0;
}
/** One lease in the output `leases`: names and times only. */
function entryOf({ userName, state, lease, revoked, failure }) {
    return {
        leaseId: userName,
        state,
        ...(lease === undefined
            ? {}
            : {
                repository: lease.repository,
                runId: lease.runId,
                runAttempt: lease.runAttempt,
                job: lease.job,
                actor: lease.actor,
                created: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(lease.createdAt),
                expires: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(lease.expiresAt),
            }),
        revoked,
        ...(failure === undefined ? {} : { failure }),
    };
}


/***/ }),

/***/ 6950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N9: () => (/* binding */ summariseFailure),
/* harmony export */   SQ: () => (/* binding */ summariseSync),
/* harmony export */   aF: () => (/* binding */ summariseIssue),
/* harmony export */   b3: () => (/* binding */ summariseSweep),
/* harmony export */   ng: () => (/* binding */ summariseRevocation)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3327);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9753);
/* harmony import */ var _lease_actions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3486);




const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '&#124;');
/** Job summary of main: the identity, its permissions, its end, and the time until the key worked. */
async function summariseIssue(lease, run, about) {
    const isUser = lease.kind === 'iam-user';
    await write('AWS credentials issued', [
        ['Identity', lease.arn],
        ['Kind', isUser ? 'IAM user with one access key' : 'STS session'],
        ['For', `${run.repository}, run ${run.runId} attempt ${run.runAttempt}, job ${run.job}`],
        ['Expires', (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(lease.expiresAt)],
        ['Revoked before that', endsBefore(isUser, about.revokedInPost)],
        ['Permissions', about.rights.granted.join(', ') || (isUser ? 'none: no policy, no group' : 'those of its role')],
        ...(isUser ? [['Boundary', about.rights.boundary ?? 'none']] : []),
        ...(isUser
            ? [['Usable after', lease.propagationMs === undefined ? 'not waited for' : `${lease.propagationMs} ms`]]
            : []),
    ]);
}
function endsBefore(isUser, revokedInPost) {
    if (!isUser)
        return 'no: AWS cannot revoke a single session';
    return revokedInPost ? 'at the end of this job' : 'no: `revoke` is `never`';
}
const PROOFS = {
    dead: 'STS no longer knows the key',
    alive: 'STS still knew the key 10 s after its deletion',
    unknown: 'STS gave no clear answer',
    'no-key': 'there was no access key',
};
/** Job summary of post: what was deleted, and the proof. */
async function summariseRevocation(revocation) {
    const outcomes = {
        deleted: 'deleted',
        'already-gone': 'was gone already',
        incomplete: 'NOT deleted',
        kept: 'kept',
    };
    const left = revocation.outcome === 'incomplete';
    const keyDeleted = revocation.removed.includes('access key');
    await write(left ? 'AWS credentials NOT fully revoked' : 'AWS credentials revoked', [
        ['IAM user', `${revocation.userName}: ${outcomes[revocation.outcome]}`],
        ['Removed from it', revocation.removed.join(', ') || 'nothing'],
        ['Proof', left && !keyDeleted ? 'none: its access key was not deleted' : PROOFS[revocation.proof]],
        ...(revocation.failures.length === 0 ? [] : [['Failed', revocation.failures.join('; ')]]),
    ]);
}
/** Job summary of a post that could not reach the user, so that main's summary is not the last one. */
async function summariseFailure(userName, failure) {
    await write('AWS credentials NOT revoked', [
        ['IAM user', `${userName}: NOT deleted`],
        ['Failed', failure],
    ]);
}
/**
 * Further rows are only counted: a summary may have 1 MiB
 * (https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs), and a name 512 characters.
 */
const MAX_ROWS = 250;
/** Longer cells are cut: keys and messages of AWS have no limit. */
const MAX_CELL_CHARS = 300;
function cut(text) {
    return text.length <= MAX_CELL_CHARS ? text : `${text.slice(0, MAX_CELL_CHARS)} … (see the log)`;
}
/** Job summary of a sync: secret, action, differences and result. Names and actions only. */
async function summariseSync(heading, rows) {
    const head = ['Secret', 'Action', 'What', 'Result'].map((data) => ({ data, header: true }));
    const shown = rows
        .slice(0, MAX_ROWS)
        .map(({ name, action, what, result }) => [name, action, what, result].map((cell) => escaped(cut(cell)) || ' '));
    const more = rows.length - shown.length;
    const rest = more > 0 ? [[`and ${more} more: see the log`, ' ', ' ', ' ']] : [];
    const nothing = rows.length === 0 ? [['there is nothing to write', ' ', ' ', ' ']] : [];
    await put(heading, [head, ...shown, ...rest, ...nothing]);
}
async function write(heading, rows) {
    const table = rows.map(([name, value]) => [{ data: escaped(name), header: true }, { data: escaped(value) }]);
    await put(heading, table);
}
/** Job summary of a sweep: failures first, active leases last. */
async function summariseSweep(heading, rows) {
    const columns = ['Lease', 'State', 'Repository', 'Run', 'Job', 'Actor', 'Created', 'Expires', 'Result'];
    const head = columns.map((data) => ({ data, header: true }));
    const ordered = [...rows].sort((one, other) => (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .rank */ .Tm)(one) - (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .rank */ .Tm)(other));
    const shown = ordered.slice(0, MAX_ROWS).map((swept) => {
        const entry = (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .entryOf */ .Ms)(swept);
        const run = swept.lease === undefined ? '' : `${swept.lease.runId}, attempt ${swept.lease.runAttempt}`;
        const cells = [entry.repository, run, entry.job, entry.actor, entry.created, entry.expires].map((cell) => String(cell ?? ''));
        return [swept.userName, swept.state, ...cells, resultOf(swept)].map(escaped);
    });
    const more = rows.length - shown.length;
    await put(heading, [
        head,
        ...shown,
        ...(more > 0 ? [[`and ${more} more`, ...Array(columns.length - 1).fill('')]] : []),
    ]);
}
function resultOf({ failure, revoked, state }) {
    if (failure !== undefined)
        return cut(failure);
    return revoked ? 'deleted' : state === 'gone' ? 'gone already' : 'left';
}
/** The job summary is optional: the step does not fail when the runner does not accept it. */
async function put(heading, table) {
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .summary */ .z.addHeading(heading, 3).addTable(table).write();
    }
    catch (error) {
        (0,_step_js__WEBPACK_IMPORTED_MODULE_1__/* .debugLine */ .IU)(`No job summary: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sg: () => (/* binding */ claimState),
/* harmony export */   UN: () => (/* binding */ save),
/* harmony export */   W8: () => (/* binding */ journal),
/* harmony export */   Xm: () => (/* binding */ savedText),
/* harmony export */   Zr: () => (/* binding */ sameKeys)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2488);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);


/** A later step could write a key that main never saved, so main saves all of them at its start. */
const STATE_KEYS = ['access', 'lease', 'session', 'variables', 'profile'];
/** Saves every key with an empty value. Main does this first. */
function claimState() {
    for (const key of STATE_KEYS)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)(key, '');
}
/** Saves one part. It is in the state file when this returns, even if the process is killed next. */
function save(key, value) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)(key, JSON.stringify(value));
}
/** The text of one part as main saved it; empty when main did not save it. */
function savedText(key) {
    return (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)(key);
}
/** The lease's journal: GitHub's state file. */
const journal = { write: (record) => save('lease', record) };
/**
 * The static keys of post's inputs, if they are the ones that main used.
 * @throws ActionError `static-keys-changed`
 */
function sameKeys(staticKeys, fingerprint, fingerprintOf) {
    if (staticKeys.kind === 'given' && fingerprintOf(staticKeys) === fingerprint)
        return staticKeys.keys;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('static-keys-changed', 'The static access keys in post’s inputs are not the ones that main used', {
        remedy: 'This happens in nested composite actions (actions/runner#2030): use OIDC there, or delete the user with the commands shown.',
    });
}


/***/ }),

/***/ 5462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  revokeAndRestore: () => (/* binding */ revokeAndRestore)
});

// EXTERNAL MODULE: ./build/aws/authorities.js
var aws_authorities = __webpack_require__(7835);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/aws-profile.js + 2 modules
var aws_profile = __webpack_require__(839);
// EXTERNAL MODULE: ./build/github/job-env.js
var job_env = __webpack_require__(831);
// EXTERNAL MODULE: ./node_modules/@badrap/valita/dist/node-cjs/index.js
var node_cjs = __webpack_require__(138);
// EXTERNAL MODULE: ./build/aws/partition.js
var partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/waiting/clock.js + 1 modules
var clock = __webpack_require__(6790);
// EXTERNAL MODULE: ./build/github/inputs/reader.js
var reader = __webpack_require__(6287);
// EXTERNAL MODULE: ./build/github/state.js
var state = __webpack_require__(6847);
;// CONCATENATED MODULE: ./build/github/load-state.js






// Any step of the job can write to the file that post's state comes from, and post acts on it with the permissions of the managing
// identity. So it is parsed like any other input: names and ARNs must be valid, and nothing may be missing. No pattern here is narrower
// than what main accepts, or post could not revoke what main issued.
const matching = (pattern) => node_cjs/* string */.Yj().assert((text) => pattern.test(text));
const checked = (check) => node_cjs/* string */.Yj().assert(check);
const oneOf = (...choices) => node_cjs/* union */.KC(...choices.map((choice) => node_cjs/* literal */.eu(choice)));
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const userName = () => matching(/^[\w+=,.@-]{1,64}$/);
/** The characters of the paths that main makes. IAM allows more. */
const iamPath = () => matching(/^\/(?:[A-Za-z0-9._-]+\/)*$/);
const accountId = () => matching(/^\d{12}$/);
const role = () => checked(isRole);
const sha256 = () => matching(/^[0-9a-f]{64}$/);
const sha256OrEmpty = () => matching(/^(?:[0-9a-f]{64})?$/);
const time = () => checked(isTime);
const url = () => checked(reader.isHttpUrl);
/** A proxy variable may also hold `socks5://…`. */
const proxyUrlOrEmpty = () => checked((text) => text === '' || isBareUrl(text));
/** Any value that an input or a variable can have. */
const anyText = () => checked((text) => !text.includes('\0'));
/** A role's ARN or name (https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html). */
function isRole(text) {
    const arn = (0,partition/* parseArn */.Lw)(text);
    if (arn === undefined)
        return /^[\w+=,.@-]{1,64}$/.test(text);
    return arn.service === 'iam' && arn.resource.startsWith('role/') && /^\d{12}$/.test(arn.accountId);
}
/** Main saves proxies without user info. */
function isBareUrl(text) {
    const { href, username, password } = URL.parse(text) ?? {};
    return href === text && username === '' && password === '';
}
/** RFC 3339. Not 30 February, which `Date` reads as a day in March. */
function isTime(text) {
    const date = (0,clock/* parseRfc3339 */.TM)(text);
    return date !== undefined && (0,clock/* rfc3339 */.ag)(date) === text;
}
/** Not a property of every object, such as `constructor`. */
function isVariableName(text) {
    return /^[A-Za-z_]\w*$/.test(text) && !Object.hasOwn(Object.prototype, text);
}
const connection = node_cjs/* object */.Ik({
    region: matching(/^[a-z0-9-]+$/),
    stsEndpoint: url().optional(),
    iamEndpoint: url().optional(),
    secretsManagerEndpoint: url().optional(),
    useFipsEndpoint: node_cjs/* boolean */.zM(),
    useDualstackEndpoint: node_cjs/* boolean */.zM(),
    maxAttempts: node_cjs/* number */.ai().assert((tries) => Number.isInteger(tries) && tries >= 1 && tries <= 100),
});
const source = node_cjs/* union */.KC(node_cjs/* object */.Ik({ kind: node_cjs/* literal */.eu('oidc'), audience: anyText() }), node_cjs/* object */.Ik({ kind: node_cjs/* literal */.eu('token-file'), path: anyText() }), node_cjs/* object */.Ik({ kind: node_cjs/* literal */.eu('static-keys') }), node_cjs/* object */.Ik({ kind: node_cjs/* literal */.eu('env-credentials') }), node_cjs/* object */.Ik({ kind: node_cjs/* literal */.eu('ambient') }));
const sessionTags = node_cjs/* object */.Ik({
    tags: node_cjs/* array */.YO(node_cjs/* object */.Ik({ key: anyText(), value: anyText(), droppable: node_cjs/* boolean */.zM() })),
    transitiveKeys: node_cjs/* array */.YO(anyText()),
});
const identity = node_cjs/* object */.Ik({
    source,
    roles: node_cjs/* array */.YO(role()),
    /** No upper limit: the default name may be longer than AWS's 64 characters when there is no role and it is never sent. */
    sessionName: matching(/^[\w+=,.@-]{2,}$/),
    externalId: matching(/^[\w+=,.@:/-]{2,1224}$/).optional(),
    sessionTags: sessionTags.optional(),
    allowedAccountIds: node_cjs/* array */.YO(accountId()),
});
const access = node_cjs/* object */.Ik({
    connection,
    proxy: node_cjs/* object */.Ik({ http: proxyUrlOrEmpty(), https: proxyUrlOrEmpty(), noProxy: anyText() }),
    identity,
    fingerprint: sha256OrEmpty(),
    variables: node_cjs/* record */.g1(anyText())
        .assert((found) => Object.keys(found).every((name) => name.startsWith('AWS_')))
        .optional(),
    authorities: node_cjs/* array */.YO(matching(/^[\w-]{43}$/)),
    maskAccountId: node_cjs/* boolean */.zM(),
    revocation: node_cjs/* object */.Ik({ when: oneOf('always', 'never'), onFailure: oneOf('error', 'warning') }),
});
const lease = node_cjs/* object */.Ik({
    userName: userName(),
    path: iamPath(),
    accountId: accountId(),
    /** Numbers on GitHub; another runner may set anything or nothing. Post only compares them. */
    runId: anyText(),
    runAttempt: anyText(),
    nonce: matching(/^[0-9a-f]{32}$/),
    intendedAt: time(),
    expiresAt: time(),
    progress: oneOf('intended', 'created', 'issued', 'gone'),
});
const session = node_cjs/* object */.Ik({ expiresAt: time() });
const variable = node_cjs/* object */.Ik({
    name: checked(isVariableName),
    before: anyText(),
    hash: sha256OrEmpty(),
});
const profileChange = node_cjs/* object */.Ik({
    file: checked((text) => text !== '' && !text.includes('\0')),
    section: matching(/^(?:profile )?[^\s[\]/\\#;\p{Cc}]+$/u),
    suffix: matching(/^(?:-before-[0-9a-f]{8})?$/),
    own: node_cjs/* array */.YO(sha256()),
    taken: node_cjs/* array */.YO(sha256()),
    gap: oneOf('', '\n', '\n\n'),
    createdFile: node_cjs/* boolean */.zM(),
    createdDirectory: anyText(),
});
/** The schema of each part. */
const SCHEMAS = {
    access,
    lease,
    session,
    variables: node_cjs/* array */.YO(variable),
    profile: node_cjs/* array */.YO(profileChange),
};
/**
 * One part of the state that main saved. Unknown members are dropped.
 * @returns `undefined` when main did not save this part
 * @throws ActionError `state-unreadable` when main cannot have written it
 */
function load(key) {
    const text = (0,state/* savedText */.Xm)(key);
    if (text === '')
        return undefined;
    const parsed = parse(text);
    const result = SCHEMAS[key].try(parsed, { mode: 'strip' });
    // The schemas leave out what is `undefined`, as JSON does.
    if (result.ok)
        return result.value;
    throw stateUnreadable(key, 'its content is not what main writes');
}
/** The error for a part of the state that post cannot act on. `why` is the end of a sentence. */
function stateUnreadable(key, why) {
    return new errors/* ActionError */.lZ('state-unreadable', `Reading the state \`${key}\` that main saved failed: ${why}`, {
        remedy: 'Find out which step of this job writes STATE_ variables or the runner’s state file. Then look for IAM users of this run under the lease path. The guard denies their keys everything after the end of the lease.',
    });
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/github/reports/summary.js
var summary = __webpack_require__(6950);
// EXTERNAL MODULE: ./build/github/step.js + 1 modules
var github_step = __webpack_require__(9753);
// EXTERNAL MODULE: ./build/identity/connect.js + 1 modules
var connect = __webpack_require__(5518);
// EXTERNAL MODULE: ./build/identity/static-keys.js
var static_keys = __webpack_require__(1686);
// EXTERNAL MODULE: ./build/waiting/lifetime.js
var lifetime = __webpack_require__(6385);
// EXTERNAL MODULE: ./build/waiting/load-behind.js
var load_behind = __webpack_require__(5767);
// EXTERNAL MODULE: ./build/job/open-identity.js
var open_identity = __webpack_require__(7693);
// EXTERNAL MODULE: ./build/job/report-revocation.js + 1 modules
var report_revocation = __webpack_require__(3348);
;// CONCATENATED MODULE: ./build/job/post.js














/**
 * All posts of a cancelled job together have at least 45 s
 * (https://github.com/actions/runner/blob/main/src/Runner.Listener/JobDispatcher.cs). The proof may take 10 s of them.
 */
const BUDGET_MS = 38_000;
/** Post: revokes what main issued, then restores the job's environment. All it knows comes from the state that main saved. */
async function revokeAndRestore(step) {
    const env = { ...process.env };
    try {
        await revoke(step, env);
    }
    finally {
        restoreProfiles(step);
        restoreVariables(step, env);
    }
}
function restoreProfiles(step) {
    try {
        const left = (0,aws_profile/* restoreProfile */.Ov)(load('profile') ?? []);
        if (left.length > 0)
            step.log.info(`A later step changed the profile; its additions remain in ${left.join(' and ')}.`);
    }
    catch (error) {
        // An unreadable state may hide a profile with credentials, so it fails the step.
        if (error instanceof errors/* ActionError */.lZ && error.code === 'state-unreadable')
            (0,github_step/* fail */.fJ)(error);
        else
            (0,github_step/* warn */.R8)(error);
    }
}
function restoreVariables(step, env) {
    try {
        const left = (0,job_env/* restoreAll */.IP)(load('variables') ?? [], env);
        if (left.length > 0)
            step.log.info(`Not restored, because a later step changed them: ${left.join(', ')}.`);
    }
    catch (error) {
        (0,github_step/* fail */.fJ)(error);
    }
}
async function revoke(step, env) {
    const access = load('access');
    const record = load('lease');
    const session = load('session');
    step.log.debug(describeState(access, record));
    if (session !== undefined)
        step.log.info(`AWS cannot revoke a single session; this one expires at ${session.expiresAt}.`);
    // Main saves `access` before it creates anything.
    if (access === undefined && record !== undefined)
        throw stateUnreadable('access', 'it is missing, but `lease` is not');
    if (access === undefined || record === undefined) {
        if (session === undefined)
            step.log.info('Main created nothing in AWS: there is nothing to revoke.');
        return;
    }
    if (record.progress === 'gone') {
        step.log.info(`IAM user ${record.userName} does not exist: main did not create it, or deleted it again.`);
        return;
    }
    // Only a lease that the job received is kept: an incomplete one may have no guard.
    if (access.revocation.when === 'never' && record.progress === 'issued') {
        step.log.notice(`IAM user ${record.userName} is kept, because \`revoke\` is \`never\`. Its guard denies everything from ${record.expiresAt} on, unless it was renewed.`);
        return;
    }
    const report = access.revocation.onFailure === 'error' ? github_step/* fail */.fJ : github_step/* warn */.R8;
    try {
        assertOfThisRun(record, env);
        const revocation = await revokeLease(record, access, { step, env });
        await (0,report_revocation/* reportRevocation */.L4)(revocation, record, step);
        if (revocation.outcome === 'incomplete')
            report((0,report_revocation/* revokeIncomplete */.vO)(record, revocation));
    }
    catch (error) {
        const mismatch = error instanceof errors/* ActionError */.lZ && error.code === 'lease-mismatch';
        await (0,summary/* summariseFailure */.N9)(record.userName, (0,report_revocation/* describeError */.Uc)(error));
        report(mismatch ? error : (0,report_revocation/* revokeIncomplete */.vO)(record, { ...(0,report_revocation/* untouched */.sF)(record), failures: [(0,report_revocation/* describeError */.Uc)(error)] }, error));
    }
}
async function revokeLease(record, access, { step, env }) {
    chooseAuthorities(access, { step, env });
    (0,job_env/* isolate */.az)(process.env, access.proxy, access.variables);
    const staticKeys = () => sameStaticKeys(access, step);
    const sources = { staticKeys, env: { ...withoutAws(env), ...access.variables } };
    const context = (0,open_identity/* clientContext */.RO)(step, access.connection, (0,lifetime/* lifetimeFor */.N)(BUDGET_MS));
    const deps = (0,open_identity/* identityDependencies */.qd)(step, context, access);
    const connecting = (0,open_identity/* openIdentity */.Bp)(access.identity, sources, deps).then((identity) => (0,connect/* connect */.Ng)(identity, deps));
    const [manager, { revokeUser }] = await Promise.all([
        connecting,
        (0,load_behind/* loadBehind */.p)(connecting, () => Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(5304), __webpack_require__.e(5311), __webpack_require__.e(3412)]).then(__webpack_require__.bind(__webpack_require__, 5311)), (0,open_identity/* whileConnecting */.KG)(step)),
    ]);
    if (manager.accountId !== record.accountId) {
        throw new errors/* ActionError */.lZ('account-not-allowed', `The credentials belong to account ${manager.accountId}, but main used account ${record.accountId}`, {
            remedy: 'Find out what changed the AWS credentials of this runner between main and post.',
        });
    }
    const revocation = await revokeUser(record, await (0,report_revocation/* revokeDependencies */.Ay)(manager, context));
    step.log.debug(describeRevocation(revocation));
    return revocation;
}
/** Trusts the certificate authorities that main trusted, and no others. */
function chooseAuthorities({ authorities }, { step, env }) {
    const distrusted = (0,aws_authorities/* trustOnly */.z)(authorities, env);
    if (distrusted === undefined) {
        step.log.warning('This runner’s Node cannot choose certificate authorities (it is older than 24.5), and variables of this job add some: post trusts them.');
    }
    else if (distrusted > 0) {
        step.log.notice(`${distrusted} certificate authorities are not trusted: main did not trust them, and a later step has added them.`);
    }
}
/** Read from the inputs, because the state holds no secret; loaded only where the base identity is static keys. */
async function sameStaticKeys(access, { mask }) {
    const [{ readStaticKeys }, { inputReader }] = await Promise.all([
        __webpack_require__.e(/* import() */ 6647).then(__webpack_require__.bind(__webpack_require__, 6647)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6287)),
    ]);
    return (0,state/* sameKeys */.Zr)(readStaticKeys(inputReader(), mask), access.fingerprint, static_keys/* fingerprint */.Rj);
}
function describeState(access, record) {
    const lease = record === undefined ? 'none' : `${record.userName}, ${record.progress}`;
    return `State of main: access ${access === undefined ? 'not saved' : 'saved'}; user lease: ${lease}`;
}
function describeRevocation({ outcome, removed, failures, guard, proof }) {
    return `Revocation: ${outcome}; attachments removed: ${removed.length}; failures: ${failures.length}; guard: ${guard}; proof: ${proof}`;
}
/**
 * If main was killed before it claimed the state, a later step can write one. It cannot change the run's id, which the runner sets for
 * every step.
 */
function assertOfThisRun(record, env) {
    if (record.runId === (env.GITHUB_RUN_ID ?? ''))
        return;
    throw new errors/* ActionError */.lZ('lease-mismatch', `IAM user ${record.userName} was left alone: the state names another run`, {
        remedy: 'Find out which step of this job writes STATE_ variables.',
    });
}
/** So that main's AWS variables are not mixed with those of later steps. */
function withoutAws(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')));
}


/***/ })

};

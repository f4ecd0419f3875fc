export const id = 59;
export const ids = [59];
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

/***/ 59:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  issueForJob: () => (/* binding */ issueForJob)
});

// EXTERNAL MODULE: ./build/aws/authorities.js
var authorities = __webpack_require__(7835);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __webpack_require__(2488);
// EXTERNAL MODULE: ./build/waiting/clock.js + 1 modules
var clock = __webpack_require__(6790);
// EXTERNAL MODULE: ./build/github/aws-profile.js + 2 modules
var aws_profile = __webpack_require__(839);
// EXTERNAL MODULE: ./build/github/inputs/hand-over.js
var hand_over = __webpack_require__(728);
// EXTERNAL MODULE: ./build/github/job-env.js
var job_env = __webpack_require__(831);
// EXTERNAL MODULE: ./build/github/state.js
var state = __webpack_require__(6847);
// EXTERNAL MODULE: ./build/github/step.js + 1 modules
var step = __webpack_require__(9753);
;// CONCATENATED MODULE: ./build/github/hand-over.js







/** All variables that main may set, and those among them that hold secrets. */
function exportedVariables(handOver) {
    const { exportedNames: names, profile } = handOver;
    if (names === undefined)
        return { all: [hand_over/* LEASE_ID_VARIABLE */.i], secret: [] };
    const profileVariable = profile === undefined ? [] : ['AWS_PROFILE'];
    return {
        all: [...Object.values(names), ...profileVariable, hand_over/* LEASE_ID_VARIABLE */.i],
        secret: [names.accessKeyId, names.secretAccessKey, names.sessionToken],
    };
}
/** Gives the job its credentials: variables, profile, outputs. They were masked where they were obtained. */
function handOver(lease, inputs, by) {
    const { before } = by;
    if (inputs.maskAccountId)
        (0,core/* setSecret */.Pq)(lease.accountId);
    const values = variables(lease, inputs, before);
    (0,state/* save */.UN)('variables', (0,job_env/* withHashes */.V6)(before, values));
    const { profile } = inputs.handOver;
    if (profile !== undefined) {
        const { region } = inputs.connection;
        (0,aws_profile/* writeProfile */.Z8)(profile, { credentials: lease.credentials, region, nonce: by.nonce }, (changes) => (0,state/* save */.UN)('profile', changes));
        (0,step/* logInfo */.fH)(`The credentials are in the profile ${profile.name} until the job ends.`);
    }
    (0,job_env/* exportAll */.kK)(values);
    (0,core/* setOutput */.uH)('aws-account-id', lease.accountId);
    (0,core/* setOutput */.uH)('authenticated-arn', lease.arn);
    (0,core/* setOutput */.uH)('aws-expiration', (0,clock/* rfc3339 */.ag)(lease.expiresAt));
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
    const values = lease.kind === 'iam-user' ? { [hand_over/* LEASE_ID_VARIABLE */.i]: lease.userName } : {};
    // `/renew` and `/revoke` cannot act on a session. Without this they would act on the user of an earlier step.
    if (lease.kind === 'session' && held(hand_over/* LEASE_ID_VARIABLE */.i))
        values[hand_over/* LEASE_ID_VARIABLE */.i] = '';
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
    // An access key of a user has no session token. A token of an earlier step would make every request fail.
    if (sessionToken !== undefined)
        values[names.sessionToken] = sessionToken;
    else if (held(names.sessionToken))
        values[names.sessionToken] = '';
    return values;
}

// EXTERNAL MODULE: ./build/github/inputs/main.js + 2 modules
var main = __webpack_require__(9277);
// EXTERNAL MODULE: ./build/github/inputs/reader.js
var reader = __webpack_require__(6287);
// EXTERNAL MODULE: ./build/github/reports/summary.js
var summary = __webpack_require__(6950);
// EXTERNAL MODULE: ./build/github/run-context.js
var run_context = __webpack_require__(4809);
// EXTERNAL MODULE: ./build/identity/static-keys.js
var static_keys = __webpack_require__(1686);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/identity/env-credentials.js
var env_credentials = __webpack_require__(1019);
;// CONCATENATED MODULE: ./build/job/existing-credentials.js



/**
 * Whether the credentials of an earlier step are used and nothing is issued: `use-existing-credentials` is set, AWS accepts them, and
 * their account is allowed.
 */
async function existingCredentialsWork(inputs, deps, { step, env }) {
    const { log, lifetime } = step;
    if (!inputs.useExistingCredentials)
        return false;
    if (inputs.handOver.unsetCurrentCredentials) {
        log.debug('Existing credentials are not used: `unset-current-credentials` clears them.');
        return false;
    }
    try {
        const found = (0,env_credentials/* envCredentialsIdentity */.i)((0,job_env/* envCredentials */.c_)(env), deps);
        if (found.kind !== 'credentials')
            return false;
        const { callerIdentity } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(9927), __webpack_require__.e(7343)]).then(__webpack_require__.bind(__webpack_require__, 7343));
        const { accountId, arn } = await callerIdentity(await found.credentials(), deps);
        const allowed = inputs.identity.allowedAccountIds;
        if (allowed.length > 0 && !allowed.includes(accountId)) {
            log.info('The credentials in the environment belong to an account that is not allowed. New ones are issued.');
            return false;
        }
        log.notice(`The credentials in the environment are valid (${arn}). Nothing new is issued.`);
        return true;
    }
    catch (error) {
        lifetime.soft.throwIfAborted();
        log.info(`There are no valid credentials in the environment (${(0,failures/* explain */.WE)(error)}). New ones are issued.`);
        return false;
    }
}

// EXTERNAL MODULE: ./build/job/manager.js
var manager = __webpack_require__(6111);
// EXTERNAL MODULE: ./build/job/open-identity.js
var open_identity = __webpack_require__(7693);
// EXTERNAL MODULE: ./build/job/root-sync.js
var root_sync = __webpack_require__(1748);
// EXTERNAL MODULE: ./build/job/warnings.js
var warnings = __webpack_require__(167);
;// CONCATENATED MODULE: ./build/job/main.js















/** Main: reads the inputs, issues the lease and gives it to the job. */
async function issueForJob(step) {
    (0,state/* claimState */.Sg)();
    const env = { ...process.env };
    const run = (0,run_context/* runFacts */.pI)(env);
    const inputs = (0,main/* readInputs */.Ko)({ run, env, reader: (0,reader.inputReader)(), readSync: await (0,main/* syncReader */.dQ)() });
    limitTime(step, inputs);
    step.log.debug(describeInputs(inputs));
    const { before, emptied, kept } = surveyVariables(inputs, env);
    const { connection, proxy, identity: plan, maskAccountId, revocation, staticKeys } = inputs;
    (0,job_env/* isolate */.az)(process.env, proxy, kept);
    const deps = (0,open_identity/* identityDependencies */.qd)(step, (0,open_identity/* clientContext */.RO)(step, connection), inputs);
    const extraWork = (0,root_sync/* rootSync */.an)(inputs, { step, env, run });
    const sources = { env, staticKeys: () => (0,static_keys/* givenKeys */.iH)(staticKeys) };
    if (await existingCredentialsWork(inputs, deps, { step, env })) {
        if (extraWork === undefined)
            return;
        return (0,manager/* withManager */.I)(inputs, { sources, deps }, ({ principal }) => extraWork(principal));
    }
    (0,state/* save */.UN)('variables', before);
    (0,job_env/* exportAll */.kK)(emptied);
    const identity = await (0,open_identity/* openIdentity */.Bp)(plan, sources, deps);
    (0,state/* save */.UN)('access', {
        ...{ connection, proxy, identity: plan, maskAccountId, revocation },
        fingerprint: (0,static_keys/* fingerprint */.Rj)(staticKeys),
        variables: kept,
        authorities: (0,authorities/* authorityMarks */.C)(env),
    });
    (0,warnings/* warnOf */.c$)(inputs, env, step);
    (0,warnings/* noticeOfEndpoints */.wG)(inputs, step);
    const publish = (lease) => publishLease(lease, inputs, { step, run, before, rights: (0,warnings/* rightsOf */.DY)(inputs.lease) });
    const { issueLease } = await Promise.all(/* import() */[__webpack_require__.e(3348), __webpack_require__.e(1818)]).then(__webpack_require__.bind(__webpack_require__, 1818));
    const lease = await issueLease(inputs, { step, run, identity, deps, extraWork, handOver: publish });
    (0,warnings/* warnOfClock */.o0)(step);
    step.log.info(describeLease(lease));
}
/** The inputs that decide what main does. */
function describeInputs({ connection, lease, sync, useExistingCredentials, revocation }) {
    const flags = `use-existing-credentials: ${useExistingCredentials}; revoke: ${revocation.when}; sync: ${sync.kind}`;
    return `Region: ${connection.region}; credential type: ${lease.kind}; ttl: ${lease.ttlSeconds} s; ${flags}`;
}
/** Without `action-timeout-s`: more than main ever needs. Nothing that hangs may use up the job's hours. */
const MAIN_LIMIT_SECONDS = 300;
const SYNC_LIMIT_SECONDS = 1_800;
function limitTime(step, { timeoutSeconds, lease, sync }) {
    const wait = lease.kind === 'iam-user' ? lease.waitForPropagationSeconds : 0;
    const limit = MAIN_LIMIT_SECONDS + wait + (sync.kind === 'sync' ? SYNC_LIMIT_SECONDS : 0);
    if (timeoutSeconds > 0)
        step.endAfter(timeoutSeconds, '`action-timeout-s`');
    else
        step.endAfter(limit, 'the limit that holds without `action-timeout-s`');
}
/** Gives the lease to the job, and saves what post needs. */
async function publishLease(lease, inputs, { step, run, before, rights }) {
    handOver(lease, inputs, { before, nonce: step.randomness.text('0123456789abcdef', 8) });
    if (lease.kind === 'session')
        (0,state/* save */.UN)('session', { expiresAt: (0,clock/* rfc3339 */.ag)(lease.expiresAt) });
    await (0,summary/* summariseIssue */.aF)(lease, run, { revokedInPost: inputs.revocation.when === 'always', rights });
}
/**
 * The variables that we may set.
 * @returns `before`: their present values. `emptied`: those that `unset-current-credentials` clears. `kept`: the AWS variables that
 *   post needs to take the same base identity
 */
function surveyVariables(inputs, env) {
    const { all, secret } = exportedVariables(inputs.handOver);
    const unset = inputs.handOver.unsetCurrentCredentials;
    const before = (0,job_env/* recordBefore */.Xo)([...new Set([...all, ...(unset ? job_env/* CREDENTIAL_VARIABLES */.eB : [])])], secret, env);
    const emptied = unset ? emptyOf(before) : {};
    const { kind } = inputs.identity.source;
    const fromVariables = kind === 'env-credentials' || kind === 'ambient';
    const kept = fromVariables ? (0,job_env/* awsVariables */.jq)({ ...env, ...emptied }, kind) : undefined;
    return { before: (0,job_env/* withHashes */.V6)(before, emptied), emptied, kept };
}
/** What `unset-current-credentials` sets: the standard credential variables that have a value, whatever `env-names` says. */
function emptyOf(before) {
    const held = before.filter((each) => job_env/* CREDENTIAL_VARIABLES */.eB.includes(each.name) && each.before !== '');
    return Object.fromEntries(held.map(({ name }) => [name, '']));
}
function describeLease(lease) {
    const until = (0,clock/* rfc3339 */.ag)(lease.expiresAt);
    if (lease.kind === 'session')
        return `Session of ${lease.arn}, until ${until}.`;
    const ready = lease.propagationMs === undefined ? 'not waited for' : `usable after ${lease.propagationMs} ms`;
    return `IAM user ${lease.userName} is ready: ${lease.arn}, ${ready}, until ${until}.`;
}


/***/ }),

/***/ 3327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* unused harmony exports SUMMARY_ENV_VAR, SUMMARY_DOCS_URL, markdownSummary */
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9896);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = fs__WEBPACK_IMPORTED_MODULE_1__.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, fs__WEBPACK_IMPORTED_MODULE_1__.constants.R_OK | fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(os__WEBPACK_IMPORTED_MODULE_0__.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map

/***/ })

};

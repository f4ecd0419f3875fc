export const id = 6756;
export const ids = [6756];
export const modules = {

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
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6805);
/* harmony import */ var _lease_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7583);


/** The outputs of `/renew`. */
function setRenewOutputs(renewed) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)('lease-id', renewed.leaseId);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)('previous-expiration', renewed.before);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)('aws-expiration', renewed.after);
}
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
/** Characters of the output `leases`: GitHub drops a job's outputs beyond 1 MiB, counted in UTF-16. */
const MAX_OUTPUT_CHARS = 450_000;
/** The outputs of `/sweep`. @returns how many leases did not fit into `leases`; the living ones are left out first */
function setSweepOutputs({ rows, counts }) {
    const { foreign: _, ...counted } = counts;
    for (const [name, value] of Object.entries(counted))
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)(name, value);
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
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)('leases', `[${texts.join(',')}]`);
    return rows.length - texts.length;
}
const ORDER = ['unread', 'expired', 'orphaned', 'foreign-tagged', 'active', 'gone'];
/** What needs somebody's eyes comes first. */
function rank({ state, failure }) {
    return failure === undefined ? 1 + ORDER.indexOf(state) : 0;
}
/** One lease as JSON tells of it; names and times only. */
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
                created: (0,_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .rfc3339 */ .a)(lease.createdAt),
                expires: (0,_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .rfc3339 */ .a)(lease.expiresAt),
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
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3327);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6805);
/* harmony import */ var _lease_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7583);
/* harmony import */ var _lease_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3486);



const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '&#124;');
/** Job summary of main: who, what, until when, how long the key took to work. */
async function summariseIssue(lease, run, about) {
    const isUser = lease.kind === 'iam-user';
    await write('AWS credentials issued', [
        ['Identity', lease.arn],
        ['Kind', isUser ? 'IAM user with one access key' : 'STS session'],
        ['For', `${run.repository}, run ${run.runId} attempt ${run.runAttempt}, job ${run.job}`],
        ['Ends by itself', (0,_lease_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .a)(lease.expiresAt)],
        ['Ends before that', endsBefore(isUser, about.revokedInPost)],
        ['May do', about.rights.granted.join(', ') || (isUser ? 'nothing: no policy, no group' : 'what its role may')],
        ...(isUser ? [['Boundary', about.rights.boundary ?? 'none']] : []),
        ...(isUser
            ? [['Usable after', lease.propagationMs === undefined ? 'not waited for' : `${lease.propagationMs} ms`]]
            : []),
    ]);
}
function endsBefore(isUser, revokedInPost) {
    if (!isUser)
        return 'no: AWS cannot take back one session alone';
    return revokedInPost ? 'at the end of this job' : 'no: `revoke` is `never`';
}
const PROOFS = {
    dead: 'STS no longer knows the key',
    alive: 'STS still knew the key 10 s after its deletion',
    unknown: 'STS gave no clear answer',
    'no-key': 'there was no key to ask about',
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
/** Job summary of a post that could not even begin: main's summary must not be the last word. */
async function summariseFailure(userName, failure) {
    await write('AWS credentials NOT revoked', [
        ['IAM user', `${userName}: NOT deleted`],
        ['Failed', failure],
    ]);
}
/** Rows beyond this are only counted: a summary may have 1 MiB (reference: github-runner.md §18), and a name 512 characters. */
const MAX_ROWS = 250;
/** What is longer than this is cut: keys and AWS's sentences know no limit. */
const MAX_CELL_CHARS = 300;
function cut(text) {
    return text.length <= MAX_CELL_CHARS ? text : `${text.slice(0, MAX_CELL_CHARS)} … (see the log)`;
}
/** Job summary of a sync: which secrets, what was to be done, what became of it. Names and actions only. */
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
/** Job summary of a sweep: what needs somebody's eyes first, living leases last. */
async function summariseSweep(heading, rows) {
    const columns = ['Lease', 'State', 'Repository', 'Run', 'Job', 'Actor', 'Created', 'Expires', 'Result'];
    const head = columns.map((data) => ({ data, header: true }));
    const ordered = [...rows].sort((one, other) => (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .rank */ .Tm)(one) - (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .rank */ .Tm)(other));
    const shown = ordered.slice(0, MAX_ROWS).map((swept) => {
        const entry = (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .entryOf */ .Ms)(swept);
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
/** A summary is a courtesy: where the runner takes none, the step does not fail for it. */
async function put(heading, table) {
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .summary */ .z.addHeading(heading, 3).addTable(table).write();
    }
    catch (error) {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .debug */ .Yz)(`No job summary: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ load),
/* harmony export */   Sg: () => (/* binding */ claimState),
/* harmony export */   UN: () => (/* binding */ save),
/* harmony export */   W8: () => (/* binding */ journal),
/* harmony export */   Zr: () => (/* binding */ sameKeys)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6805);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);


const KEYS = ['access', 'lease', 'session', 'environment', 'profile'];
/** Claims every key, empty; main's very first act. */
function claimState() {
    for (const key of KEYS)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)(key, '');
}
/** Writes one note; it is on disk when this returns, also if we are killed next. */
function save(key, value) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ)(key, JSON.stringify(value));
}
/** One note of main's; `undefined` when main did not get so far. */
function load(key) {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)(key);
    if (text === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('state-unreadable', `Reading what main noted about \`${key}\` failed`, {
            remedy: 'Look for IAM users of this run under the lease path; the guard ends their keys by itself.',
            cause,
        });
    }
}
/** The lease's journal: GitHub's state file. */
const journal = { write: (record) => save('lease', record) };
/** The static keys as post's inputs name them, if they still are the ones main used. */
function sameKeys(keys, mark, markOf) {
    if (keys !== undefined && markOf(keys) === mark)
        return keys;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('static-keys-changed', 'The static access keys in post’s inputs are not the ones main used', {
        remedy: 'This happens in nested composite actions (actions/runner#2030): use OIDC there, or delete the user by the commands shown.',
    });
}


/***/ }),

/***/ 3952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ revokeAndRestore)
/* harmony export */ });
/* harmony import */ var _aws_clients_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4694);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _github_aws_profile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(839);
/* harmony import */ var _github_inputs_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6647);
/* harmony import */ var _github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6287);
/* harmony import */ var _github_job_env_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(831);
/* harmony import */ var _github_reports_summary_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6950);
/* harmony import */ var _github_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6847);
/* harmony import */ var _github_step_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4686);
/* harmony import */ var _identity_connect_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8269);
/* harmony import */ var _identity_static_keys_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1686);
/* harmony import */ var _waiting_load_behind_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5767);
/* harmony import */ var _open_identity_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7693);
/* harmony import */ var _tell_revocation_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(461);














/** A cancelled job's posts have 45 s in all (reference: github-runner.md §6); the proof may take 10 of them. */
const BUDGET_MS = 38_000;
/** Post: revoke what main issued, then give the job's environment back. Knows what to do from main's notes alone. */
async function revokeAndRestore(step) {
    const environment = { ...process.env };
    try {
        await revoke(step, environment);
    }
    finally {
        restoreFiles(step);
        const left = (0,_github_job_env_js__WEBPACK_IMPORTED_MODULE_4__/* .restoreAll */ .IP)((0,_github_state_js__WEBPACK_IMPORTED_MODULE_6__/* .load */ .Hh)('environment') ?? [], environment);
        if (left.length > 0)
            step.log.info(`Left alone, since a later step has changed them: ${left.join(', ')}.`);
    }
}
function restoreFiles(step) {
    try {
        const left = (0,_github_aws_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .restoreProfile */ .Ov)((0,_github_state_js__WEBPACK_IMPORTED_MODULE_6__/* .load */ .Hh)('profile') ?? []);
        if (left.length > 0)
            step.log.info(`A later step has changed the profile; what it added was left in ${left.join(' and ')}.`);
    }
    catch (error) {
        (0,_github_step_js__WEBPACK_IMPORTED_MODULE_7__/* .warn */ .R8)(error);
    }
}
async function revoke(step, environment) {
    const access = (0,_github_state_js__WEBPACK_IMPORTED_MODULE_6__/* .load */ .Hh)('access');
    const record = (0,_github_state_js__WEBPACK_IMPORTED_MODULE_6__/* .load */ .Hh)('lease');
    const session = (0,_github_state_js__WEBPACK_IMPORTED_MODULE_6__/* .load */ .Hh)('session');
    if (session !== undefined)
        step.log.info(`AWS cannot take back one session alone; this one ends by itself at ${session.expiresAt}.`);
    if (access === undefined || record === undefined) {
        if (session === undefined)
            step.log.info('Main created nothing in AWS, so there is nothing to revoke.');
        return;
    }
    if (record.progress === 'gone') {
        step.log.info(`IAM user ${record.userName} does not exist: main created none, or deleted it again.`);
        return;
    }
    // Only what the job has been given is kept; a lease that never became whole may lack its guard.
    if (access.revocation.when === 'never' && record.progress === 'issued') {
        step.log.notice(`IAM user ${record.userName} is kept, since \`revoke\` is \`never\`; its guard ends it at ${record.expiresAt}, unless it was renewed.`);
        return;
    }
    const complain = access.revocation.onFailure === 'error' ? _github_step_js__WEBPACK_IMPORTED_MODULE_7__/* .fail */ .fJ : _github_step_js__WEBPACK_IMPORTED_MODULE_7__/* .warn */ .R8;
    try {
        assertOfThisRun(record, environment);
        const revocation = await revokeLease(record, access, { step, environment });
        await (0,_tell_revocation_js__WEBPACK_IMPORTED_MODULE_11__/* .tellRevocation */ .o2)(revocation, record, step);
        if (revocation.outcome === 'incomplete')
            complain((0,_tell_revocation_js__WEBPACK_IMPORTED_MODULE_11__/* .revokeIncomplete */ .vO)(record, revocation));
    }
    catch (error) {
        const mismatch = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ && error.code === 'lease-mismatch';
        await (0,_github_reports_summary_js__WEBPACK_IMPORTED_MODULE_5__/* .summariseFailure */ .N9)(record.userName, (0,_tell_revocation_js__WEBPACK_IMPORTED_MODULE_11__/* .describeError */ .Uc)(error));
        complain(mismatch ? error : (0,_tell_revocation_js__WEBPACK_IMPORTED_MODULE_11__/* .revokeIncomplete */ .vO)(record, { ...(0,_tell_revocation_js__WEBPACK_IMPORTED_MODULE_11__/* .untouched */ .sF)(record), failures: [(0,_tell_revocation_js__WEBPACK_IMPORTED_MODULE_11__/* .describeError */ .Uc)(error)] }, error));
    }
}
async function revokeLease(record, access, by) {
    const { step, environment } = by;
    const { connection } = access;
    (0,_github_job_env_js__WEBPACK_IMPORTED_MODULE_4__/* .isolate */ .az)(process.env, access.proxy, access.variables);
    const staticKeys = () => (0,_github_state_js__WEBPACK_IMPORTED_MODULE_6__/* .sameKeys */ .Zr)((0,_github_inputs_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .readStaticKeys */ .R)((0,_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_12__/* .inputReader */ .cN)(), step.mask), access.fingerprint, _identity_static_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .fingerprint */ .R);
    const lifetime = (0,_aws_clients_js__WEBPACK_IMPORTED_MODULE_0__/* .lifetimeFor */ .Nm)(BUDGET_MS);
    const sources = { staticKeys, env: { ...withoutAws(environment), ...access.variables } };
    const { maskAccountId } = access;
    const { base, deps } = await (0,_open_identity_js__WEBPACK_IMPORTED_MODULE_10__/* .openIdentity */ .Bp)(access.identity, sources, (0,_open_identity_js__WEBPACK_IMPORTED_MODULE_10__/* .identityDependencies */ .qd)(step, connection, { lifetime, maskAccountId }));
    const connecting = (0,_identity_connect_js__WEBPACK_IMPORTED_MODULE_8__/* .connect */ .Ng)(access.identity, base, deps);
    const [manager, { revokeUser }] = await Promise.all([
        connecting,
        (0,_waiting_load_behind_js__WEBPACK_IMPORTED_MODULE_13__/* .loadBehind */ .p)(connecting, () => Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(5304), __webpack_require__.e(908)]).then(__webpack_require__.bind(__webpack_require__, 908)), (0,_open_identity_js__WEBPACK_IMPORTED_MODULE_10__/* .whileConnecting */ .KG)(step)),
    ]);
    if (manager.accountId !== record.accountId) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('account-not-allowed', `The credentials lead into account ${manager.accountId}, main’s led into ${record.accountId}`, {
            remedy: 'Find out who changed what this runner is in AWS between main and post.',
        });
    }
    return revokeUser(record, await (0,_tell_revocation_js__WEBPACK_IMPORTED_MODULE_11__/* .revokeDependencies */ .Ay)(manager, { connection, lifetime, step }));
}
/**
 * A job whose main was killed before its first line has claimed no state, and a later step could invent one. It cannot change the
 * run's id, which the runner sets anew for every step.
 */
function assertOfThisRun(record, environment) {
    if (record.runId === environment.GITHUB_RUN_ID)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('lease-mismatch', `IAM user ${record.userName} was left alone: the state names another run`, {
        remedy: 'Find out which step of this job has written STATE_ variables.',
    });
}
/** Main's AWS variables must not be mixed with those of later steps. */
function withoutAws(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AWS_')));
}


/***/ }),

/***/ 461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Uc: () => (/* binding */ describeError),
  Ay: () => (/* binding */ revokeDependencies),
  vO: () => (/* binding */ revokeIncomplete),
  o2: () => (/* binding */ tellRevocation),
  sF: () => (/* binding */ untouched),
  H2: () => (/* binding */ warnLeftovers)
});

// EXTERNAL MODULE: ./build/aws/clients.js
var clients = __webpack_require__(4694);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/reports/summary.js
var summary = __webpack_require__(6950);
;// CONCATENATED MODULE: ./build/lease/manual-cleanup.js
/**
 * The commands that finish by hand what post could not: they list what is on the user and remove it, keys first. A name holds
 * only `[\w+=,.@-]`, so it needs no quotes in a shell.
 * @param options `rare`: also for the kinds a lease has only if somebody else put them there
 */
function manualCleanupCommands(userName, options) {
    const each = (list, query, remove) => `for id in $(aws iam ${list} --user-name ${userName} --query '${query}' --output text); do aws iam ${remove} "$id" --user-name ${userName}; done`;
    return [
        each('list-access-keys', 'AccessKeyMetadata[].AccessKeyId', 'delete-access-key --access-key-id'),
        each('list-attached-user-policies', 'AttachedPolicies[].PolicyArn', 'detach-user-policy --policy-arn'),
        each('list-user-policies', 'PolicyNames[]', 'delete-user-policy --policy-name'),
        each('list-groups-for-user', 'Groups[].GroupName', 'remove-user-from-group --group-name'),
        ...(options.rare ? rareCommands(userName, each) : []),
        `aws iam delete-user --user-name ${userName}`,
    ];
}
function rareCommands(userName, each) {
    return [
        `aws iam delete-login-profile --user-name ${userName}`,
        each('list-mfa-devices', 'MFADevices[].SerialNumber', 'deactivate-mfa-device --serial-number'),
        each('list-ssh-public-keys', 'SSHPublicKeys[].SSHPublicKeyId', 'delete-ssh-public-key --ssh-public-key-id'),
        each('list-signing-certificates', 'Certificates[].CertificateId', 'delete-signing-certificate --certificate-id'),
        each('list-service-specific-credentials', 'ServiceSpecificCredentials[].ServiceSpecificCredentialId', 'delete-service-specific-credential --service-specific-credential-id'),
    ];
}

;// CONCATENATED MODULE: ./build/job/tell-revocation.js





/** STS looks at a key's id before its signature, so a made-up secret serves to ask whether the key is known. */
const NO_SECRET = 'not-the-secret';
/** What revoking takes, the proof of the key's death included. */
async function revokeDependencies(manager, by) {
    const { connection, lifetime, step } = by;
    return {
        iam: await (0,clients/* iamClient */.LV)(connection, manager.credentials, lifetime),
        clock: step.clock,
        randomness: step.randomness,
        signal: lifetime.soft,
        probe: (accessKeyId) => (0,clients/* callerIdentityProbe */.M4)(connection, { accessKeyId, secretAccessKey: NO_SECRET }, lifetime),
    };
}
/** Warns of what a deleted user has left behind: nothing else would ever find it. */
function warnLeftovers(userName, failures, log) {
    if (failures.length === 0)
        return;
    log.warning(`IAM user ${userName} is deleted; what somebody had added to it is not: ${failures.join('; ')}.`);
}
/** Tells what was deleted, and the proof. */
async function tellRevocation(revocation, record, step) {
    const { userName, outcome, removed, failures, proof } = revocation;
    if (outcome === 'already-gone')
        step.log.info(`IAM user ${userName} was gone already.`);
    if (outcome === 'deleted')
        step.log.info(`IAM user ${userName} is deleted, with ${removed.join(', ') || 'nothing on it'}.`);
    if (outcome === 'deleted')
        warnLeftovers(userName, failures, step.log);
    if (proof === 'dead')
        step.log.info('Proof: STS no longer knows its access key (InvalidClientTokenId).');
    if (proof === 'alive' || proof === 'unknown') {
        step.log.notice(`The access key of ${userName} is deleted, but 10 s later STS ${proof === 'alive' ? 'still knew it' : 'gave no clear answer about it'}. AWS forgets it within seconds. Its policies are gone; a server that still knows those knows its guard too, which ends it at ${revocation.endsAt ?? record.expiresAt}.`);
    }
    await (0,summary/* summariseRevocation */.ng)(revocation);
}
/** Whatever went wrong, in one line. */
function describeError(error) {
    return error instanceof errors/* ActionError */.lZ ? `${error.message} (${error.remedy})` : (0,failures/* describeFailure */.Ic)(error);
}
/** Nothing was taken from it. */
function untouched(record) {
    return { guard: record.progress === 'issued' ? 'on' : 'unknown', rareLeft: false, endsAt: undefined };
}
function guardSentence({ guard, endsAt }, record) {
    switch (guard) {
        case 'on':
            return `Its guard denies it everything from ${endsAt ?? `${record.expiresAt} (later, if it was renewed)`} on.`;
        case 'off':
            return 'Its access keys, policies and groups are gone, and so is its guard.';
        case 'unknown':
            return 'It may have no guard, since main did not finish it. Delete it soon.';
    }
}
/** A user that may be left, with the commands that finish by hand. */
function revokeIncomplete(record, left, cause) {
    const message = [
        `IAM user ${record.userName} could not be deleted and may be left, at path ${record.path}:`,
        ...left.failures.map((failure) => `- ${failure}`),
        guardSentence(left, record),
    ].join('\n');
    const commands = manualCleanupCommands(record.userName, { rare: left.rareLeft });
    return new errors/* ActionError */.lZ('revoke-incomplete', message, {
        remedy: ['Finish by hand, with credentials that may:', ...commands].join('\n'),
        cause,
    });
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

/***/ }),

/***/ 6756:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _github_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4686);
/* harmony import */ var _job_post_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3952);


await (0,_github_step_js__WEBPACK_IMPORTED_MODULE_0__/* .runStep */ .eg)(_job_post_js__WEBPACK_IMPORTED_MODULE_1__/* .revokeAndRestore */ .o, { heedsSignals: false });
await (0,_github_step_js__WEBPACK_IMPORTED_MODULE_0__/* .leave */ .qG)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};

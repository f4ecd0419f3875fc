export const id = 8381;
export const ids = [8381];
export const modules = {

/***/ 8602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ retryDenied)
/* harmony export */ });
/* harmony import */ var _waiting_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5013);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);


/** A new role, or a change to its policies, takes seconds to be seen: three attempts, within some 5 s. */
const BACKOFF = { firstMs: 1_000, maxMs: 4_000, factor: 4 };
const MAX_ATTEMPTS = 3;
/** Calls again while AWS denies, for as long as the denial may only mean that a change has not arrived yet. */
function retryDenied(call, waiting) {
    const maxAttempts = waiting.retries ? MAX_ATTEMPTS : 1;
    const isTemporary = (error) => (0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(error) || (0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, 'InvalidIdentityToken');
    return (0,_waiting_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(call, { backoff: BACKOFF, maxAttempts, isTemporary }, waiting);
}


/***/ }),

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

/***/ 1026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aZ: () => (/* binding */ readRevokeInputs),
/* harmony export */   qd: () => (/* binding */ readSweepInputs),
/* harmony export */   zq: () => (/* binding */ readRenewInputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6805);
/* harmony import */ var _lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6319);
/* harmony import */ var _run_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4809);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(430);
/* harmony import */ var _hand_over_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(728);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6287);






const HOUR_SECONDS = 3600;
const MIN_TTL_SECONDS = 60;
const MAX_TTL_SECONDS = 3650 * 24 * HOUR_SECONDS;
/** AWS: reference_iam-quotas, “User names”. */
const USER_NAME = /^[\w+=,.@-]{1,64}$/;
/** @throws ActionError `invalid-inputs` that lists all that is wrong */
function readRenewInputs(run, env, reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .inputReader */ .cN)()) {
    const access = (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .readAccess */ .z)(reader, run, env);
    const leaseId = readLeaseId(reader, env);
    const ttlSeconds = reader.seconds('ttl', HOUR_SECONDS);
    if (ttlSeconds < MIN_TTL_SECONDS)
        reader.problem('ttl', `is ${ttlSeconds} s; the least is ${MIN_TTL_SECONDS} s`);
    if (ttlSeconds > MAX_TTL_SECONDS)
        reader.problem('ttl', `is ${ttlSeconds} s; at most ten years, ${MAX_TTL_SECONDS} s`);
    assertKnownRepository(reader, run);
    (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .assertNoProblems */ .E)(reader);
    return { ...access, leaseId, ttlSeconds };
}
/** @throws ActionError `invalid-inputs` that lists all that is wrong */
function readRevokeInputs(run, env, reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .inputReader */ .cN)()) {
    const access = (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .readAccess */ .z)(reader, run, env);
    const leaseId = readLeaseId(reader, env);
    assertKnownRepository(reader, run);
    (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .assertNoProblems */ .E)(reader);
    return { ...access, leaseId };
}
function readLeaseId(reader, env) {
    const id = reader.text('lease-id') || env[_hand_over_js__WEBPACK_IMPORTED_MODULE_2__/* .LEASE_ID_VARIABLE */ .i] || '';
    if (id === '') {
        reader.problem('lease-id', `is missing, and ${_hand_over_js__WEBPACK_IMPORTED_MODULE_2__/* .LEASE_ID_VARIABLE */ .i} is not set: this job has issued no lease, or a session, which AWS can neither renew nor take back`);
    }
    else if (!USER_NAME.test(id))
        reader.problem('lease-id', `must be the name of an IAM user, not "${id}"`);
    return id;
}
/** Only a lease of this repository is touched, and this is how it is known. */
function assertKnownRepository(reader, { repositoryId }) {
    if (repositoryId === '')
        reader.problem('GITHUB_REPOSITORY_ID', `is not set; without it no lease is known as this repository’s. ${_run_context_js__WEBPACK_IMPORTED_MODULE_0__/* .HOW_TO_GIVE_REPOSITORY_ID */ .W7}`);
}
/** IAM's own limits are unpublished; the sweep slows down by itself. */
const CONCURRENCY = { min: 1, max: 50, fallback: 10 };
/** @throws ActionError `invalid-inputs` that lists all that is wrong */
function readSweepInputs(run, env, reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .inputReader */ .cN)()) {
    const access = (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .readAccess */ .z)(reader, run, env);
    const githubToken = reader.text('github-token');
    if (githubToken !== '')
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_4__/* .setSecret */ .Pq)(githubToken);
    const pathPrefix = (0,_lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .iamPath */ .RI)(reader.text('iam-path') || _lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_ROOT */ .P2);
    if (pathPrefix === '/')
        reader.problem('iam-path', 'must not be the whole account; name the path that leases live under');
    if (pathPrefix.length > _lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_PATH_CHARS */ .jI)
        reader.problem('iam-path', `has ${pathPrefix.length} characters; IAM allows ${_lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_PATH_CHARS */ .jI}`);
    const inputs = {
        ...access,
        pathPrefix,
        dryRun: reader.flag('dry-run', false),
        githubToken,
        concurrency: reader.integer('concurrency', CONCURRENCY),
    };
    (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .assertNoProblems */ .E)(reader);
    return inputs;
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
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6805);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5870);


/** The outputs of `/renew`. */
function setRenewOutputs(renewed) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('lease-id', renewed.leaseId);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('previous-expiration', renewed.before);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('aws-expiration', renewed.after);
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
                created: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(lease.createdAt),
                expires: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(lease.expiresAt),
            }),
        revoked,
        ...(failure === undefined ? {} : { failure }),
    };
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

/***/ 6012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ missingPart),
/* harmony export */   SL: () => (/* binding */ creationFailure),
/* harmony export */   Wr: () => (/* binding */ issueFailure),
/* harmony export */   cZ: () => (/* binding */ assertAlive)
/* harmony export */ });
/* harmony import */ var _aws_failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);


/** An error of `CreateUser`: `NoSuchEntity` can only speak of the boundary there. */
function creationFailure(doing, boundaryArn, cause) {
    if (boundaryArn === undefined || !(0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(cause, 'NoSuchEntity'))
        return issueFailure(doing, cause);
    return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-part-missing', `${doing} with the permissions boundary ${boundaryArn}`, {
        remedy: 'Check `permissions-boundary-arn`: the policy must exist in the managing role’s account.',
        cause,
    });
}
/** An IAM error while a user is being made, as one that says what to do. Errors of our own pass unchanged. */
function issueFailure(doing, cause) {
    if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
        return cause;
    if ((0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(cause)) {
        return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-denied', doing, {
            remedy: 'Give the managing role the permissions of docs/permissions.md; if it has them, check the conditions on path, boundary and tags, and your organization’s policies. To use the role’s own rights instead of an IAM user, set `credential-type: session`.',
            cause,
        });
    }
    if ((0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(cause, 'LimitExceeded')) {
        return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-limit-reached', doing, {
            remedy: 'Ask for fewer policies or groups, or delete what the account no longer needs (5,000 users at most).',
            cause,
        });
    }
    return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-failed', doing, { remedy: 'Mend what AWS names and run the job again.', cause });
}
/** As `issueFailure`, for a call whose `NoSuchEntity` speaks of the policy or group it names. */
function missingPart(doing, cause) {
    if (!(0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(cause, 'NoSuchEntity'))
        return issueFailure(doing, cause);
    return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-part-missing', doing, {
        remedy: 'Check `policy-arns` and `iam-groups`: each must exist in the managing role’s account.',
        cause,
    });
}
/** What is done while the lease is made may take longer than it lasts. @throws ActionError `lease-failed` */
function assertAlive(expiresAt, nowMs) {
    if (nowMs < expiresAt.getTime())
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('lease-failed', 'The lease ended before the job could have it', {
        remedy: 'Give it a longer `ttl`: waiting for the key, and a secret sync, take their time of it.',
    });
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

/***/ 4702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ classifyUser),
/* harmony export */   G0: () => (/* binding */ findLease),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2180);
/* harmony import */ var _aws_failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);
/* harmony import */ var _aws_retry_denied_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8602);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5870);
/* harmony import */ var _issue_failures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6012);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2000);







/** Reads a user's tags. A user without our mark, or whose marks cannot be read, is no lease and is left alone. */
function classifyUser(user) {
    const tags = new Map(user.Tags?.map(({ Key, Value = '' }) => [Key, Value]));
    const of = (name) => tags.get(`lease:${name}`) ?? '';
    if (of('managed-by') !== _tags_js__WEBPACK_IMPORTED_MODULE_5__/* .MANAGED_BY */ .Kf)
        return { lease: undefined, because: `no tag lease:managed-by of ours` };
    const expiresAt = (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRfc3339 */ .TM)(of('expires-at'));
    if (expiresAt === undefined)
        return { lease: undefined, because: 'the tag lease:expires-at is no moment' };
    if (of('run-id') === '' || of('nonce') === '')
        return { lease: undefined, because: 'tags of a lease are missing' };
    return {
        lease: {
            userName: user.UserName ?? '',
            arn: user.Arn ?? '',
            path: user.Path ?? '',
            createdAt: user.CreateDate ?? expiresAt,
            expiresAt,
            // A lease without a readable end of all renewals is not renewed at all.
            maxExpiresAt: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRfc3339 */ .TM)(of('max-expires-at')) ?? expiresAt,
            repository: of('repository'),
            repositoryId: of('repository-id'),
            runId: of('run-id'),
            runAttempt: of('run-attempt'),
            job: of('job'),
            actor: of('actor'),
            nonce: of('nonce'),
            outlivesJob: of('revoke') === 'never',
        },
    };
}
/** What `revokeUser` takes, for a lease that another process issued: it was whole, since its job has or had it. */
function recordOf(lease, accountId) {
    const { userName, path, runId, runAttempt, nonce, createdAt, expiresAt } = lease;
    return {
        userName,
        path,
        accountId,
        runId,
        runAttempt,
        nonce,
        intendedAt: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .rfc3339 */ .ag)(createdAt),
        expiresAt: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .rfc3339 */ .ag)(expiresAt),
        progress: 'issued',
    };
}
/**
 * The lease of this name, if it is one, and this repository's.
 * @returns `undefined` when there is no such user
 * @throws ActionError `lease-mismatch` for a user that is no lease or another repository's; `lease-denied`, `lease-failed`
 */
async function findLease(userName, repositoryId, deps) {
    let user;
    try {
        user = (await (0,_aws_retry_denied_js__WEBPACK_IMPORTED_MODULE_1__/* .retryDenied */ .M)(() => deps.iam.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_6__/* .GetUserCommand */ .T({ UserName: userName })), deps)).User;
    }
    catch (error) {
        if ((0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, 'NoSuchEntity'))
            return undefined;
        throw (0,_issue_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .issueFailure */ .Wr)(`Reading IAM user ${userName}`, error);
    }
    const standing = user === undefined ? { lease: undefined, because: 'AWS told nothing of it' } : classifyUser(user);
    if (standing.lease === undefined)
        throw mismatch(userName, standing.because);
    if (standing.lease.repositoryId !== repositoryId)
        throw mismatch(userName, 'it is a lease of another repository');
    return standing.lease;
}
function mismatch(userName, because) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('lease-mismatch', `IAM user ${userName} was left alone: ${because}`, {
        remedy: 'Check `lease-id`, and which step of this job has set AWS_EPHEMERAL_LEASE_ID.',
    });
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


/***/ })

};

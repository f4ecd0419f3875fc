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
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const USER_NAME = /^[\w+=,.@-]{1,64}$/;
/** @throws ActionError `invalid-inputs` that lists all problems */
function readRenewInputs(run, env, reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .inputReader */ .cN)()) {
    const access = (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .readAccess */ .z)(reader, run, env);
    const leaseId = readLeaseId(reader, env);
    const ttlSeconds = reader.seconds('ttl', HOUR_SECONDS);
    if (ttlSeconds < MIN_TTL_SECONDS)
        reader.problem('ttl', `is ${ttlSeconds} s; the minimum is ${MIN_TTL_SECONDS} s`);
    if (ttlSeconds > MAX_TTL_SECONDS)
        reader.problem('ttl', `is ${ttlSeconds} s; the maximum is ten years, ${MAX_TTL_SECONDS} s`);
    assertKnownRepository(reader, run);
    (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .assertNoProblems */ .E)(reader);
    return { ...access, leaseId, ttlSeconds };
}
/** @throws ActionError `invalid-inputs` that lists all problems */
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
        reader.problem('lease-id', `is missing, and ${_hand_over_js__WEBPACK_IMPORTED_MODULE_2__/* .LEASE_ID_VARIABLE */ .i} is not set: this job has issued no lease, or a session, which AWS can neither renew nor revoke`);
    }
    else if (!USER_NAME.test(id))
        reader.problem('lease-id', `must be the name of an IAM user, not "${id}"`);
    return id;
}
/** Only leases of this repository are changed. They are recognised by the repository's number. */
function assertKnownRepository(reader, { repositoryId }) {
    if (repositoryId === '')
        reader.problem('GITHUB_REPOSITORY_ID', `is not set; without it the leases of this repository cannot be recognised. ${_run_context_js__WEBPACK_IMPORTED_MODULE_0__/* .HOW_TO_GIVE_REPOSITORY_ID */ .W7}`);
}
/** IAM's rate limits are not published. The sweep slows down when AWS throttles it. */
const CONCURRENCY = { min: 1, max: 50, fallback: 10 };
/** @throws ActionError `invalid-inputs` that lists all problems */
function readSweepInputs(run, env, reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .inputReader */ .cN)()) {
    const access = (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .readAccess */ .z)(reader, run, env);
    const githubToken = reader.text('github-token');
    if (githubToken !== '')
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_4__/* .setSecret */ .Pq)(githubToken);
    const pathPrefix = (0,_lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .iamPath */ .RI)(reader.text('iam-path') || _lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_ROOT */ .P2);
    if (pathPrefix === '/')
        reader.problem('iam-path', 'must not be the whole account; give the path of the leases');
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

/***/ 4404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ leaseFailure)
/* harmony export */ });
/* harmony import */ var _aws_failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);


const PERMISSIONS = 'Give the managing role the permissions of docs/permissions.md. If it has them, check their conditions on path, boundary and tags, and your organization’s policies.';
const EXISTING_USER = {
    'lease-denied': PERMISSIONS,
    'lease-limit-reached': 'Remove from the IAM user what it no longer needs. AWS names the quota that is full.',
};
/** What to do next, by the action that failed and by the error's code. */
const REMEDIES = {
    issue: {
        'lease-denied': `${PERMISSIONS} To use the role’s own rights instead of an IAM user, set \`credential-type: session\`.`,
        'lease-limit-reached': 'Ask for fewer policies or groups, or delete what the account no longer needs (5,000 users at most).',
        'lease-failed': 'Fix what AWS reports and run the job again.',
    },
    renew: {
        ...EXISTING_USER,
        'lease-failed': 'Fix what AWS reports and renew the lease again before it ends.',
    },
    revoke: {
        ...EXISTING_USER,
        'lease-failed': 'Fix what AWS reports and run `/revoke` again. Until then the guard ends the lease at its expiry.',
    },
};
/**
 * An IAM failure as an error that says what to do next. Errors of our own pass unchanged.
 * @param doing the sentence's start, as `Reading IAM user x`
 */
function leaseFailure(purpose, doing, cause) {
    if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
        return cause;
    const code = failureKind(cause);
    return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)(code, doing, { remedy: REMEDIES[purpose][code], cause });
}
function failureKind(cause) {
    if ((0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(cause))
        return 'lease-denied';
    return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(cause, 'LimitExceeded') ? 'lease-limit-reached' : 'lease-failed';
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
/* harmony import */ var _lease_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4404);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2000);







/** Reads a user's tags. A user without the tags of a lease, or with tags that cannot be parsed, is not a lease. */
function classifyUser(user) {
    const tags = new Map(user.Tags?.map(({ Key, Value = '' }) => [Key, Value]));
    const of = (name) => tags.get(`lease:${name}`) ?? '';
    if (of('managed-by') !== _tags_js__WEBPACK_IMPORTED_MODULE_5__/* .MANAGED_BY */ .Kf)
        return { lease: undefined, because: `the tag lease:managed-by is not ${_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .MANAGED_BY */ .Kf}` };
    const expiresAt = (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRfc3339 */ .TM)(of('expires-at'));
    if (expiresAt === undefined)
        return { lease: undefined, because: 'the tag lease:expires-at is not an RFC 3339 time' };
    if (of('run-id') === '' || of('nonce') === '')
        return { lease: undefined, because: 'the tag lease:run-id or lease:nonce is missing' };
    return {
        lease: {
            userName: user.UserName ?? '',
            arn: user.Arn ?? '',
            path: user.Path ?? '',
            createdAt: user.CreateDate ?? expiresAt,
            expiresAt,
            // Without a valid limit the lease cannot be renewed.
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
/** The record that `revokeUser` needs, for a lease of another process. `issued`, because its job received it. */
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
 * Finds this repository's lease with this user name.
 * @returns `undefined` when there is no such user
 * @throws ActionError `lease-mismatch` for a user that is not a lease or belongs to another repository; `lease-denied`, `lease-failed`
 */
async function findLease(userName, repositoryId, deps) {
    let user;
    try {
        user = (await (0,_aws_retry_denied_js__WEBPACK_IMPORTED_MODULE_1__/* .retryDenied */ .M)(() => deps.iam.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_6__/* .GetUserCommand */ .T({ UserName: userName })), deps)).User;
    }
    catch (error) {
        if ((0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, 'NoSuchEntity'))
            return undefined;
        throw (0,_lease_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .leaseFailure */ .F)(deps.purpose, `Reading IAM user ${userName}`, error);
    }
    const classification = user === undefined ? { lease: undefined, because: 'AWS returned no user' } : classifyUser(user);
    if (classification.lease === undefined)
        throw mismatch(userName, classification.because);
    if (classification.lease.repositoryId !== repositoryId)
        throw mismatch(userName, 'it is a lease of another repository');
    return classification.lease;
}
function mismatch(userName, because) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('lease-mismatch', `IAM user ${userName} was left alone: ${because}`, {
        remedy: 'Check `lease-id`, and which step of this job set AWS_EPHEMERAL_LEASE_ID.',
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

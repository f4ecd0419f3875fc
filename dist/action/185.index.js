export const id = 185;
export const ids = [185];
export const modules = {

/***/ 7825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Km: () => (/* binding */ stsClient),
/* harmony export */   LV: () => (/* binding */ iamClient),
/* harmony export */   M4: () => (/* binding */ callerIdentityProbe),
/* harmony export */   XA: () => (/* binding */ lifetimeOf)
/* harmony export */ });
/* unused harmony export ENDLESS */
/* harmony import */ var _smithy_core_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(729);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6442);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1637);
/* harmony import */ var _partition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1167);




const UNBOUNDED = new AbortController().signal;
/** A lifetime without end, for calls nothing may cut short. */
const ENDLESS = { soft: UNBOUNDED, hard: UNBOUNDED };
/** A lifetime that stops, all at once, `milliseconds` from now. */
function lifetimeOf(milliseconds) {
    const signal = AbortSignal.timeout(milliseconds);
    return { soft: signal, hard: signal };
}
/**
 * The SDK's standard retry: throttling, 5xx and network faults, with full jitter. But for `LimitExceeded`, which it takes for
 * throttling and which is IAM's name for a full quota: no pause will empty that.
 */
function retryStrategy(maxAttempts) {
    const standard = new _smithy_core_retry__WEBPACK_IMPORTED_MODULE_3__.StandardRetryStrategy(maxAttempts);
    return {
        acquireInitialRetryToken: (scope) => standard.acquireInitialRetryToken(scope),
        refreshRetryTokenForRetry: async (token, info) => {
            if ((0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(info.error, 'LimitExceeded'))
                throw info.error;
            return standard.refreshRetryTokenForRetry(token, info);
        },
        recordSuccess: (token) => standard.recordSuccess(token),
    };
}
/** What every client of ours is built with: explicit settings that win over anything in the environment or in `~/.aws`. */
function clientConfig(connection, credentials) {
    return {
        region: connection.region,
        maxAttempts: connection.maxAttempts,
        retryStrategy: retryStrategy(connection.maxAttempts),
        useFipsEndpoint: connection.useFipsEndpoint,
        useDualstackEndpoint: connection.useDualstackEndpoint,
        ignoreConfiguredEndpointUrls: true,
        defaultsMode: 'standard',
        ...(credentials === undefined ? {} : { credentials }),
    };
}
/**
 * Binds a client's `send` to a lifetime: refused once it has softly ended, given up when it has ended hard, also in a pause
 * between two tries, which the SDK would sleep through.
 */
function bound(client, lifetime) {
    const send = async (command, options = {}) => {
        lifetime.soft.throwIfAborted();
        const answer = client.send(...[command, { ...options, abortSignal: lifetime.hard }]);
        return unlessAborted(Promise.resolve(answer), lifetime.hard);
    };
    return { send: send };
}
function unlessAborted(answer, signal) {
    return new Promise((resolve, reject) => {
        const giveUp = () => reject(signal.reason);
        if (signal.aborted)
            giveUp();
        signal.addEventListener('abort', giveUp, { once: true });
        answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    });
}
/** A regional STS client. Without credentials it can only make the calls that need none. */
async function stsClient(connection, credentials, lifetime) {
    const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(477), __webpack_require__.e(975)]).then(__webpack_require__.t.bind(__webpack_require__, 8975, 19));
    const client = new STSClient({
        ...clientConfig(connection, credentials),
        requestHandler: (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .httpHandler */ .b)({ keepAlive: true }),
        ...(connection.stsEndpoint === undefined ? {} : { endpoint: connection.stsEndpoint }),
    });
    return bound(client, lifetime);
}
/** An IAM client; IAM has one endpoint per partition, whatever the region. */
async function iamClient(connection, credentials, lifetime) {
    const { IAMClient } = await Promise.all(/* import() */[__webpack_require__.e(477), __webpack_require__.e(748)]).then(__webpack_require__.t.bind(__webpack_require__, 6748, 19));
    const custom = connection.iamEndpoint === undefined
        ? {}
        : { endpoint: connection.iamEndpoint, region: (0,_partition_js__WEBPACK_IMPORTED_MODULE_2__/* .iamSigningRegion */ .lA)(connection.region) };
    const client = new IAMClient({
        ...clientConfig(connection, credentials),
        requestHandler: (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .httpHandler */ .b)({ keepAlive: true }),
        ...custom,
    });
    return bound(client, lifetime);
}
/**
 * Asks the job's regional STS who a key belongs to: one try, on a connection of its own. Needs no permission and cannot be
 * denied by a policy, so its answer speaks of the key alone.
 * @returns the ARN behind the key
 */
async function callerIdentityProbe(connection, credentials, lifetime) {
    const { GetCallerIdentityCommand, STSClient } = await Promise.all(/* import() */[__webpack_require__.e(477), __webpack_require__.e(975)]).then(__webpack_require__.t.bind(__webpack_require__, 8975, 19));
    const client = new STSClient({
        ...clientConfig({ ...connection, maxAttempts: 1 }, credentials),
        requestHandler: (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .httpHandler */ .b)({ keepAlive: false }),
        ...(connection.stsEndpoint === undefined ? {} : { endpoint: connection.stsEndpoint }),
    });
    const sts = bound(client, lifetime);
    return async () => (await sts.send(new GetCallerIdentityCommand({}))).Arn ?? '';
}


/***/ }),

/***/ 6442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ failureCode),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   ID: () => (/* binding */ isDefinitiveRefusal),
/* harmony export */   MT: () => (/* binding */ awsFailure),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   xo: () => (/* binding */ whatAwsSaid)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6024);

/** AWS error names whose message repeats the request's parameters or headers; we show only their code. */
const ECHOING = new Set(['ValidationError', 'SignatureDoesNotMatch', 'IncompleteSignature', 'MalformedInput']);
/** AWS's code of an error, by name and never by message text; `instanceof` fails across bundled copies. */
function failureCode(error) {
    return error instanceof Error ? error.name.replace(/Exception$/, '') : 'Unknown';
}
/** True when `error` is AWS's answer with one of these codes (given without the suffix `Exception`). */
function isFailure(error, ...codes) {
    return codes.includes(failureCode(error));
}
const DENIALS = ['AccessDenied', 'AccessDeniedForDependencyError', 'UnauthorizedAccess', 'UnauthorizedOperation'];
/** True when AWS refused for want of permission. */
function isDenied(error) {
    return isFailure(error, ...DENIALS);
}
const THROTTLING = ['Throttling', 'Throttled', 'RequestLimitExceeded', 'TooManyRequests'];
/**
 * True when the call is known not to have been applied: AWS refused the first and only try. After a retry an earlier try may
 * have been applied though its answer was lost.
 */
function isDefinitiveRefusal(error) {
    const { httpStatusCode = 0, attempts = 1 } = error?.$metadata ?? {};
    return attempts === 1 && httpStatusCode >= 400 && httpStatusCode < 500;
}
/** True when a further try may well succeed: throttling, a fault of AWS, or no answer at all. */
function isTransient(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
        return false;
    const status = error?.$metadata?.httpStatusCode;
    return status === undefined || status >= 500 || isFailure(error, ...THROTTLING);
}
/** What AWS said, in one line fit for a log: its code, its sentence unless that repeats parameters, its request id. */
function whatAwsSaid(error) {
    const code = failureCode(error);
    if (!(error instanceof Error))
        return code;
    const requestId = error.$metadata?.requestId;
    const sentence = ECHOING.has(code) ? '' : `: ${error.message.replace(/\s+/g, ' ').trim()}`;
    return `${code}${sentence}${requestId === undefined ? '' : ` (request ${requestId})`}`;
}
/** Wraps an SDK error for the user: `doing` is the sentence's start (“Creating IAM user x”). */
function awsFailure(code, doing, options) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(code, `${doing} failed. AWS said ${whatAwsSaid(options.cause)}`, options);
}


/***/ }),

/***/ 9500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ connect),
/* harmony export */   U: () => (/* binding */ sessionHop)
/* harmony export */ });
/* harmony import */ var _aws_failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6442);
/* harmony import */ var _aws_partition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1167);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6024);



/** A managing session is needed for seconds; 900 s is the least STS gives (AWS: AssumeRole, DurationSeconds). */
const MANAGING_SECONDS = 900;
const HOUR = 3600;
/**
 * The managing identity: the source, then every role of the chain. The account is checked before it is handed out.
 * @throws ActionError with the step that failed
 */
async function connect(plan, base, deps) {
    const caller = plan.roles.length === 0 ? await callerOf(await credentialsOf(base), deps) : await managingSession(plan, base, deps);
    deps.account(caller.accountId);
    assertAccount(caller.accountId, plan);
    return caller;
}
async function managingSession(plan, base, deps) {
    return explained(plan, deps, async () => (await roleHop(plan, base, deps)).obtain({ durationSeconds: MANAGING_SECONDS }));
}
/** Whatever AWS answers on the way in, as an error that names the way. */
async function explained(plan, deps, act) {
    try {
        return await act();
    }
    catch (cause) {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ || deps.lifetime.soft.aborted)
            throw cause;
        throw (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('assume-role-failed', `Assuming ${plan.roles.join(', then ')}`, {
            remedy: 'Check `role-to-assume` and `aws-region`, and that the runner reaches STS.',
            cause,
        });
    }
}
/** The step that yields a session lease; all roles but the last have been assumed when this returns. */
async function sessionHop(plan, base, deps) {
    const hop = await explained(plan, deps, () => plan.roles.length === 0 ? ownSessionHop(plan, base, deps) : roleHop(plan, base, deps));
    return {
        ...hop,
        obtain: async (request) => {
            const caller = await hop.obtain(request);
            deps.account(caller.accountId);
            assertAccount(caller.accountId, plan);
            return caller;
        },
    };
}
/** The account guard: nothing is created in, and nothing exported from, an account the workflow did not name. */
function assertAccount(accountId, plan) {
    if (plan.allowedAccountIds.length === 0 || plan.allowedAccountIds.includes(accountId))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('account-not-allowed', `The credentials lead into account ${accountId}, which \`allowed-account-ids\` does not name`, { remedy: 'Correct `role-to-assume` or `allowed-account-ids`. Nothing was created.' });
}
async function roleHop(plan, base, deps) {
    const known = plan.allowedAccountIds.length === 1 ? plan.allowedAccountIds[0] : undefined;
    const [first = '', ...others] = plan.roles;
    if (base.kind === 'credentials')
        return chainHop(plan, plan.roles, await credentialsStart(base, plan, deps), deps);
    // Asked for while the SDK loads.
    const begun = base.token();
    begun.catch(() => undefined);
    const { assumeWithToken } = await Promise.all(/* import() */[__webpack_require__.e(477), __webpack_require__.e(975), __webpack_require__.e(58)]).then(__webpack_require__.bind(__webpack_require__, 5058));
    let next = begun;
    const token = () => {
        const answer = next ?? base.token();
        next = undefined;
        return answer;
    };
    const step = stepOf(plan, roleArn(first, known, deps));
    const hop = {
        maximumSeconds: 12 * HOUR,
        because: 'a role session lasts at most 12 hours',
        obtain: (request) => assumeWithToken(token, step, request, deps),
    };
    if (others.length === 0)
        return hop;
    const caller = await hop.obtain({ durationSeconds: MANAGING_SECONDS });
    return chainHop(plan, others, { credentials: caller.credentials, accountId: caller.accountId }, deps);
}
async function credentialsStart(base, plan, deps) {
    const credentials = await credentialsOf(base);
    const [first = ''] = plan.roles;
    if ((0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_1__/* .parseArn */ .Lw)(first) !== undefined)
        return { credentials, accountId: undefined };
    const { accountId } = await callerOf(credentials, deps);
    deps.account(accountId);
    return { credentials, accountId };
}
/** Assumes all of `roles` but the last with the credentials before it; the last is the hop. */
async function chainHop(plan, roles, start, deps) {
    const { assumeWithCredentials } = await Promise.all(/* import() */[__webpack_require__.e(477), __webpack_require__.e(975), __webpack_require__.e(58)]).then(__webpack_require__.bind(__webpack_require__, 5058));
    let { credentials, accountId } = start;
    let tags = plan.sessionTags;
    for (const role of roles.slice(0, -1)) {
        const step = { ...stepOf(plan, roleArn(role, accountId, deps)), tags };
        ({ credentials, accountId } = await assumeWithCredentials(credentials, step, { durationSeconds: MANAGING_SECONDS }, deps));
        tags = withoutTransitive(tags);
    }
    const last = { ...stepOf(plan, roleArn(roles.at(-1) ?? '', accountId, deps)), tags };
    const chained = credentials.sessionToken !== undefined;
    return {
        maximumSeconds: chained ? HOUR : 12 * HOUR,
        because: chained
            ? 'AWS allows one hour when a role session assumes the next role (role chaining)'
            : 'a role session lasts at most 12 hours',
        obtain: (request) => assumeWithCredentials(credentials, last, request, deps),
    };
}
/** A session of an IAM user's own, from its long-lived keys. */
async function ownSessionHop(plan, base, deps) {
    const credentials = await credentialsOf(base);
    if (credentials.sessionToken !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('session-impossible', 'A session cannot be made from a session: AWS gives one only to long-lived keys or to a role', {
            remedy: 'Name a role in `role-to-assume`, or use `credential-type: iam-user`.',
        });
    }
    const { userSession } = await Promise.all(/* import() */[__webpack_require__.e(477), __webpack_require__.e(975), __webpack_require__.e(178)]).then(__webpack_require__.bind(__webpack_require__, 6178));
    return userSession(await callerOf(credentials, deps), plan.sessionName, deps);
}
async function credentialsOf(base) {
    if (base.kind === 'credentials')
        return base.credentials();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('session-impossible', 'A token alone is no identity in AWS: it needs a role', {
        remedy: 'Name the role in `role-to-assume`.',
    });
}
async function callerOf(credentials, deps) {
    const { whoIs } = await Promise.all(/* import() */[__webpack_require__.e(477), __webpack_require__.e(975), __webpack_require__.e(163)]).then(__webpack_require__.bind(__webpack_require__, 3163));
    return whoIs(credentials, deps);
}
/** Transitive tags come along by themselves, and AWS refuses to see them set again. */
function withoutTransitive(tags) {
    if (tags === undefined)
        return undefined;
    return { tags: tags.tags.filter(({ key }) => !tags.transitiveKeys.includes(key)), transitiveKeys: [] };
}
function stepOf(plan, arn) {
    return { roleArn: arn, sessionName: plan.sessionName, externalId: plan.externalId };
}
/** A role's ARN; a bare name lies in the account known by then, in the region's partition. */
function roleArn(role, accountId, deps) {
    if ((0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_1__/* .parseArn */ .Lw)(role) !== undefined)
        return role;
    return `arn:${(0,_aws_partition_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionOfRegion */ .cn)(deps.connection.region)}:iam::${accountId ?? ''}:role/${role}`;
}


/***/ }),

/***/ 505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ revokeAndRestore)
});

// EXTERNAL MODULE: ./build/aws/clients.js
var clients = __webpack_require__(7825);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(6442);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(6024);
// EXTERNAL MODULE: ./build/github/environment.js
var github_environment = __webpack_require__(9062);
// EXTERNAL MODULE: ./build/github/identity-inputs.js + 1 modules
var identity_inputs = __webpack_require__(9567);
// EXTERNAL MODULE: ./build/github/input-reader.js
var input_reader = __webpack_require__(5111);
// EXTERNAL MODULE: ./build/github/profile.js + 2 modules
var profile = __webpack_require__(5674);
// EXTERNAL MODULE: ./build/github/state.js
var state = __webpack_require__(2738);
// EXTERNAL MODULE: ./build/github/step.js
var github_step = __webpack_require__(6385);
// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(8691);
// EXTERNAL MODULE: ./build/identity/connect.js
var connect = __webpack_require__(9500);
// EXTERNAL MODULE: ./build/identity/static-keys.js
var static_keys = __webpack_require__(9623);
;// CONCATENATED MODULE: ./build/lease/by-hand.js
/**
 * The commands that finish by hand what post could not: they list what is on the user and remove it, keys first. A name holds
 * only `[\w+=,.@-]`, so it needs no quotes in a shell.
 * @param options `rare`: also for the kinds a lease has only if somebody else put them there
 */
function commandsByHand(userName, options) {
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

// EXTERNAL MODULE: ./build/job/access.js
var job_access = __webpack_require__(7765);
;// CONCATENATED MODULE: ./build/job/post.js














/** A cancelled job's posts have 45 s in all (reference: github-runner.md §6); the proof may take 10 of them. */
const BUDGET_MS = 38_000;
/** STS looks at a key's id before its signature, so a made-up secret serves to ask whether the key is known. */
const NO_SECRET = 'not-the-secret';
/** Post: revoke what main issued, then give the job's environment back. Knows what to do from main's notes alone. */
async function revokeAndRestore(step) {
    const environment = { ...process.env };
    try {
        await revoke(step, environment);
    }
    finally {
        restoreFiles(step);
        const left = (0,github_environment/* restoreAll */.IP)((0,state/* noted */.ZT)('environment') ?? [], environment);
        if (left.length > 0)
            step.log.info(`Left alone, since a later step has changed them: ${left.join(', ')}.`);
    }
}
function restoreFiles(step) {
    try {
        const left = (0,profile/* restoreProfile */.Ov)((0,state/* noted */.ZT)('profile') ?? []);
        if (left.length > 0)
            step.log.info(`A later step has changed the profile; what it added was left in ${left.join(' and ')}.`);
    }
    catch (error) {
        (0,github_step/* warn */.R8)(error);
    }
}
async function revoke(step, environment) {
    const access = (0,state/* noted */.ZT)('access');
    const record = (0,state/* noted */.ZT)('lease');
    const session = (0,state/* noted */.ZT)('session');
    if (session !== undefined)
        step.log.info(`AWS cannot take a session back; this one ends by itself at ${session.expiresAt}.`);
    if (access === undefined || record === undefined) {
        if (session === undefined)
            step.log.info('Main created nothing in AWS, so there is nothing to revoke.');
        return;
    }
    if (record.progress === 'gone') {
        step.log.info(`IAM user ${record.userName} does not exist: main created none, or deleted it again.`);
        return;
    }
    if (access.revocation.when === 'never') {
        step.log.notice(`IAM user ${record.userName} is kept, since \`revoke\` is \`never\`; its guard ends it at ${record.expiresAt}.`);
        return;
    }
    const complain = access.revocation.onFailure === 'error' ? github_step/* fail */.fJ : github_step/* warn */.R8;
    try {
        assertOfThisRun(record, environment);
        const revocation = await revokeLease(record, access, { step, environment });
        await tell(revocation, record, step);
        if (revocation.outcome === 'incomplete')
            complain(incomplete(record, revocation));
    }
    catch (error) {
        const mismatch = error instanceof errors/* ActionError */.lZ && error.code === 'lease-mismatch';
        complain(mismatch ? error : incomplete(record, { ...NOTHING_DONE, failures: [describe(error)] }, error));
    }
}
async function revokeLease(record, access, by) {
    const { step, environment } = by;
    const { connection } = access;
    (0,github_environment/* isolate */.az)(process.env, access.proxy, access.variables);
    const staticKeys = () => (0,state/* sameKeys */.Zr)((0,identity_inputs/* readStaticKeys */.R)((0,input_reader/* inputReader */.cN)(), step.mask), access.fingerprint, static_keys/* fingerprint */.R);
    const lifetime = (0,clients/* lifetimeOf */.XA)(BUDGET_MS);
    const means = { staticKeys, environment: { ...withoutAws(environment), ...access.variables } };
    const { maskAccountId } = access;
    const { base, deps } = await (0,job_access/* openAccess */.b)(access.identity, means, (0,job_access/* identityDependencies */.q)(step, connection, { lifetime, maskAccountId }));
    const [manager, { revokeUser }] = await Promise.all([
        (0,connect/* connect */.N)(access.identity, base, deps),
        Promise.all(/* import() */[__webpack_require__.e(477), __webpack_require__.e(748), __webpack_require__.e(399)]).then(__webpack_require__.bind(__webpack_require__, 2780)),
    ]);
    if (manager.accountId !== record.accountId) {
        throw new errors/* ActionError */.lZ('account-not-allowed', `The credentials lead into account ${manager.accountId}, main’s led into ${record.accountId}`, {
            remedy: 'Find out who changed what this runner is in AWS between main and post.',
        });
    }
    return revokeUser(record, {
        iam: await (0,clients/* iamClient */.LV)(connection, manager.credentials, lifetime),
        clock: step.clock,
        randomness: step.randomness,
        signal: lifetime.soft,
        probe: (accessKeyId) => (0,clients/* callerIdentityProbe */.M4)(connection, { accessKeyId, secretAccessKey: NO_SECRET }, lifetime),
    });
}
/**
 * A job whose main was killed before its first line has claimed no state, and a later step could invent one. It cannot change the
 * run's id, which the runner sets anew for every step.
 */
function assertOfThisRun(record, environment) {
    if (record.runId === environment.GITHUB_RUN_ID)
        return;
    throw new errors/* ActionError */.lZ('lease-mismatch', `IAM user ${record.userName} was left alone: the state names another run`, {
        remedy: 'Find out which step of this job has written STATE_ variables.',
    });
}
/** Main's AWS variables must not be mixed with those of later steps. */
function withoutAws(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AWS_')));
}
async function tell(revocation, record, step) {
    const { userName, outcome, removed, proof } = revocation;
    if (outcome === 'already-gone')
        step.log.info(`IAM user ${userName} was gone already.`);
    if (outcome === 'deleted')
        step.log.info(`IAM user ${userName} is deleted, with ${removed.join(', ') || 'nothing on it'}.`);
    if (proof === 'dead')
        step.log.info('Proof: STS no longer knows its access key (InvalidClientTokenId).');
    if (proof === 'alive' || proof === 'unknown') {
        step.log.notice(`The access key of ${userName} is deleted, but 10 s later STS ${proof === 'alive' ? 'still knew it' : 'gave no clear answer about it'}. AWS forgets it within seconds; its guard ends it at ${record.expiresAt} in any case.`);
    }
    await (0,summary/* summariseRevocation */.n)(revocation);
}
function describe(error) {
    return error instanceof errors/* ActionError */.lZ ? `${error.message}. ${error.remedy}` : (0,failures/* whatAwsSaid */.xo)(error);
}
const NOTHING_DONE = { guard: 'on', rareLeft: false };
function incomplete(record, left, cause) {
    const message = [
        `IAM user ${record.userName} could not be deleted and may be left, at path ${record.path}:`,
        ...left.failures.map((failure) => `- ${failure}`),
        left.guard === 'off'
            ? 'Its access keys, policies and groups are gone, and so is its guard.'
            : `Its guard denies it everything from ${record.expiresAt} on.`,
    ].join('\n');
    const commands = commandsByHand(record.userName, { rare: left.rareLeft });
    return new errors/* ActionError */.lZ('revoke-incomplete', message, {
        remedy: ['Finish by hand, with credentials that may:', ...commands].join('\n'),
        cause,
    });
}


/***/ }),

/***/ 4185:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _github_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6385);
/* harmony import */ var _job_post_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(505);


await (0,_github_step_js__WEBPACK_IMPORTED_MODULE_0__/* .runStep */ .eg)(_job_post_js__WEBPACK_IMPORTED_MODULE_1__/* .revokeAndRestore */ .o, { heedsSignals: false });
await (0,_github_step_js__WEBPACK_IMPORTED_MODULE_0__/* .leave */ .qG)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};

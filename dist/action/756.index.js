export const id = 756;
export const ids = [756];
export const modules = {

/***/ 8269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ connect),
/* harmony export */   U: () => (/* binding */ sessionHop)
/* harmony export */ });
/* harmony import */ var _aws_failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);
/* harmony import */ var _aws_partition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6388);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);



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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('account-not-allowed', `The credentials lead into account ${accountId}, which \`allowed-account-ids\` does not name`, { remedy: 'Correct `role-to-assume` or `allowed-account-ids`.' });
}
async function roleHop(plan, base, deps) {
    const known = plan.allowedAccountIds.length === 1 ? plan.allowedAccountIds[0] : undefined;
    const [first = '', ...others] = plan.roles;
    if (base.kind === 'credentials')
        return chainHop(plan, plan.roles, await credentialsStart(base, plan, deps), deps);
    // Asked for while the SDK loads.
    const begun = base.token();
    begun.catch(() => undefined);
    const { assumeWithToken } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695), __webpack_require__.e(820)]).then(__webpack_require__.bind(__webpack_require__, 1820));
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
    return { credentials, accountId };
}
/** Assumes all of `roles` but the last with the credentials before it; the last is the hop. */
async function chainHop(plan, roles, start, deps) {
    const { assumeWithCredentials } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695), __webpack_require__.e(820)]).then(__webpack_require__.bind(__webpack_require__, 1820));
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
    const { userSession } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695), __webpack_require__.e(725)]).then(__webpack_require__.bind(__webpack_require__, 2725));
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
    const { whoIs } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695), __webpack_require__.e(996)]).then(__webpack_require__.bind(__webpack_require__, 2996));
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

/***/ 8714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ revokeAndRestore)
});

// EXTERNAL MODULE: ./build/aws/clients.js
var clients = __webpack_require__(4694);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/environment.js
var github_environment = __webpack_require__(6039);
// EXTERNAL MODULE: ./build/github/identity-inputs.js + 1 modules
var identity_inputs = __webpack_require__(1433);
// EXTERNAL MODULE: ./build/github/input-reader.js
var input_reader = __webpack_require__(1840);
// EXTERNAL MODULE: ./build/github/profile.js + 2 modules
var profile = __webpack_require__(9846);
// EXTERNAL MODULE: ./build/github/state.js
var state = __webpack_require__(6847);
// EXTERNAL MODULE: ./build/github/step.js
var github_step = __webpack_require__(4686);
// EXTERNAL MODULE: ./build/github/summary.js
var summary = __webpack_require__(3794);
// EXTERNAL MODULE: ./build/identity/connect.js
var connect = __webpack_require__(8269);
// EXTERNAL MODULE: ./build/identity/static-keys.js
var static_keys = __webpack_require__(1686);
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
var job_access = __webpack_require__(12);
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
        await (0,summary/* summariseFailure */.N9)(record.userName, describe(error));
        complain(mismatch ? error : incomplete(record, { ...untouched(record), failures: [describe(error)] }, error));
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
        Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(764), __webpack_require__.e(753)]).then(__webpack_require__.bind(__webpack_require__, 2753)),
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
        step.log.notice(`The access key of ${userName} is deleted, but 10 s later STS ${proof === 'alive' ? 'still knew it' : 'gave no clear answer about it'}. AWS forgets it within seconds. Its policies are gone; a server that still knows those knows its guard too, which ends it at ${record.expiresAt}.`);
    }
    await (0,summary/* summariseRevocation */.ng)(revocation);
}
function describe(error) {
    return error instanceof errors/* ActionError */.lZ ? `${error.message} (${error.remedy})` : (0,failures/* whatAwsSaid */.xo)(error);
}
function untouched(record) {
    return { guard: record.progress === 'issued' ? 'on' : 'unknown', rareLeft: false };
}
function guardSentence(guard, record) {
    switch (guard) {
        case 'on':
            return `Its guard denies it everything from ${record.expiresAt} on.`;
        case 'off':
            return 'Its access keys, policies and groups are gone, and so is its guard.';
        case 'unknown':
            return 'It may have no guard, since main did not finish it. Delete it soon.';
    }
}
function incomplete(record, left, cause) {
    const message = [
        `IAM user ${record.userName} could not be deleted and may be left, at path ${record.path}:`,
        ...left.failures.map((failure) => `- ${failure}`),
        guardSentence(left.guard, record),
    ].join('\n');
    const commands = commandsByHand(record.userName, { rare: left.rareLeft });
    return new errors/* ActionError */.lZ('revoke-incomplete', message, {
        remedy: ['Finish by hand, with credentials that may:', ...commands].join('\n'),
        cause,
    });
}


/***/ }),

/***/ 6756:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _github_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4686);
/* harmony import */ var _job_post_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8714);


await (0,_github_step_js__WEBPACK_IMPORTED_MODULE_0__/* .runStep */ .eg)(_job_post_js__WEBPACK_IMPORTED_MODULE_1__/* .revokeAndRestore */ .o, { heedsSignals: false });
await (0,_github_step_js__WEBPACK_IMPORTED_MODULE_0__/* .leave */ .qG)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};

export const id = 4154;
export const ids = [4154];
export const modules = {

/***/ 4154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  issueLease: () => (/* binding */ issueLease)
});

// EXTERNAL MODULE: ./build/aws/clients.js
var clients = __webpack_require__(4694);
// EXTERNAL MODULE: ./build/github/state.js
var state = __webpack_require__(6847);
// EXTERNAL MODULE: ./build/identity/connect.js
var connect = __webpack_require__(8269);
// EXTERNAL MODULE: ./build/lease/issue-failures.js
var issue_failures = __webpack_require__(6012);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/lease/alphanumeric-secret.js
var alphanumeric_secret = __webpack_require__(747);
// EXTERNAL MODULE: ./build/lease/lease.js
var lease = __webpack_require__(7583);
;// CONCATENATED MODULE: ./build/lease/issue-session.js




/** A role's default and least MaxSessionDuration, which STS therefore always grants (AWS: API_Role). */
const ALWAYS_GRANTED_SECONDS = 3600;
/** Temporary credentials from STS (SPEC §5). A `ttl` beyond what AWS allows is shortened and said aloud, never refused. */
async function issueSession(plan, deps) {
    const seconds = Math.min(plan.ttlSeconds, deps.maximumSeconds);
    if (seconds < plan.ttlSeconds)
        deps.notice(`The session lasts ${seconds} s instead of the ${plan.ttlSeconds} s asked for: ${deps.because}.`);
    let durationSeconds = seconds;
    for (let tries = 1;; tries++) {
        const obtained = await obtain(durationSeconds, plan, deps);
        durationSeconds = obtained.durationSeconds;
        const { credentials, arn, accountId } = obtained.session;
        if (!plan.alphanumericSecret || (0,alphanumeric_secret/* isAlphanumeric */.gQ)(credentials.secretAccessKey)) {
            const expiresAt = credentials.expiration ?? (0,lease/* secondsAfter */._)(deps.now(), durationSeconds);
            return { kind: 'session', arn, accountId, credentials, expiresAt };
        }
        if (tries === alphanumeric_secret/* MAX_TRIES */.N$)
            throw (0,alphanumeric_secret/* specialCharactersRemain */.ms)();
    }
}
async function obtain(durationSeconds, plan, deps) {
    const rest = {
        ...(plan.policy === undefined ? {} : { policy: plan.policy }),
        ...(plan.policyArns.length === 0 ? {} : { policyArns: plan.policyArns }),
    };
    try {
        return { durationSeconds, session: await deps.obtain({ durationSeconds, ...rest }) };
    }
    catch (error) {
        const perhapsTooLong = (0,failures/* isFailure */.N6)(error, 'ValidationError') && durationSeconds > ALWAYS_GRANTED_SECONDS;
        if (!perhapsTooLong)
            throw sessionFailure(error);
        const session = await deps.obtain({ durationSeconds: ALWAYS_GRANTED_SECONDS, ...rest }).catch((again) => {
            throw sessionFailure(again);
        });
        deps.notice(`The session lasts ${ALWAYS_GRANTED_SECONDS} s instead of ${durationSeconds} s: AWS refused the longer one, so the role’s MaxSessionDuration is shorter. Raise it on the role to get more.`);
        return { durationSeconds: ALWAYS_GRANTED_SECONDS, session };
    }
}
function sessionFailure(cause) {
    if (cause instanceof errors/* ActionError */.lZ)
        return cause;
    return (0,failures/* awsFailure */.MT)('assume-role-failed', 'Getting a session from STS', {
        remedy: 'Check `role-to-assume` (it must exist), the session policies, and that the region is enabled in the account.',
        cause,
    });
}

// EXTERNAL MODULE: ./build/lease/user-spec.js + 1 modules
var user_spec = __webpack_require__(1652);
// EXTERNAL MODULE: ./build/waiting/load-behind.js
var load_behind = __webpack_require__(5767);
// EXTERNAL MODULE: ./build/waiting/settle-both.js
var settle_both = __webpack_require__(4933);
// EXTERNAL MODULE: ./build/job/open-identity.js
var open_identity = __webpack_require__(7693);
// EXTERNAL MODULE: ./build/job/tell-revocation.js + 1 modules
var tell_revocation = __webpack_require__(461);
;// CONCATENATED MODULE: ./build/job/issue.js










/** Within the 6 s that a cancelled step has for a rollback, after the calls under way had their 1.5 s. */
const INTERRUPTED_ROLLBACK_MS = 4_000;
const ROLLBACK_MS = 35_000;
/** Issues the lease the inputs ask for and hands it over. When either fails or is stopped, nothing of it is left. */
async function issueLease(inputs, access, around) {
    const { lease: wish } = inputs;
    if (wish.kind === 'iam-user')
        return issueUserLease(inputs, wish, access, around);
    return issueSessionLease(inputs, wish, access, around);
}
async function issueSessionLease(inputs, wish, access, around) {
    const { log, clock, lifetime } = around.step;
    const hop = await (0,connect/* sessionHop */.U8)(inputs.identity, access.base, access.deps);
    const [lease] = await (0,settle_both/* settleBoth */.F)(issueSession(wish, { ...hop, notice: log.notice, now: clock.now }), sync());
    lifetime.soft.throwIfAborted();
    (0,issue_failures/* assertAlive */.cZ)(lease.expiresAt, clock.now());
    await around.handOver(lease);
    return lease;
    /** By the managing identity, whose rights are not narrowed as the lease's may be. */
    async function sync() {
        if (around.extraWork === undefined)
            return;
        const manager = await (0,connect/* connect */.Ng)(inputs.identity, access.base, access.deps, connect/* LONG_MANAGING_SECONDS */.uf);
        await around.extraWork(manager, { ...around.run, jobEnvironment: access.environmentName() });
    }
}
async function issueUserLease(inputs, wish, access, around) {
    const { step } = around;
    const { connection } = inputs;
    const connecting = (0,connect/* connect */.Ng)(inputs.identity, access.base, access.deps, around.extraWork && connect/* LONG_MANAGING_SECONDS */.uf);
    const [manager, { issueUser }] = await Promise.all([
        connecting,
        (0,load_behind/* loadBehind */.p)(connecting, () => Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(5304), __webpack_require__.e(1262)]).then(__webpack_require__.bind(__webpack_require__, 1262)), (0,open_identity/* whileConnecting */.KG)(step)),
    ]);
    step.log.info(`Managing identity: ${manager.arn}`);
    const run = { ...around.run, environment: access.environmentName() };
    const { clock, randomness } = step;
    const plan = (0,user_spec/* planUser */.xm)(wish, run, { clock, randomness, kept: inputs.revocation.when === 'never' });
    const iam = await (0,clients/* iamClient */.LV)(connection, manager.credentials, step.lifetime);
    let record;
    try {
        const lease = await issueUser(plan, {
            iam,
            accountId: manager.accountId,
            retryDenied: connection.maxAttempts > 1,
            clock: step.clock,
            randomness: step.randomness,
            signal: step.lifetime.soft,
            mask: step.mask,
            probe: (credentials) => (0,clients/* callerIdentityProbe */.M4)(connection, credentials, step.lifetime),
            meanwhile: async () => around.extraWork?.(manager, run),
            journal: {
                write(written) {
                    record = written;
                    state/* journal */.W8.write(written);
                },
            },
        });
        step.lifetime.soft.throwIfAborted();
        // Before the job has it: a killed main must not leave post in doubt about the guard of a key that is in use.
        if (record !== undefined)
            state/* journal */.W8.write({ ...record, progress: 'issued' });
        await around.handOver(lease);
        step.lifetime.soft.throwIfAborted();
        return lease;
    }
    catch (error) {
        if (record !== undefined && record.progress !== 'gone')
            await rollBack(record, { inputs, manager, step });
        throw step.lifetime.soft.aborted ? step.lifetime.soft.reason : error;
    }
}
/** Takes back what was created; what cannot be taken back now is left to post, which knows it from the state. */
async function rollBack(record, by) {
    const { step, inputs, manager } = by;
    const lifetime = rollbackLifetime(step);
    step.log.info(`Rolling back: deleting IAM user ${record.userName}.`);
    const { revokeUser } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(5304), __webpack_require__.e(8527)]).then(__webpack_require__.bind(__webpack_require__, 908));
    // No longer a lease to be kept, whatever `revoke` says, should this fail.
    state/* journal */.W8.write(record);
    try {
        const iam = await (0,clients/* iamClient */.LV)(inputs.connection, manager.credentials, lifetime);
        const { clock, randomness } = step;
        const revocation = await revokeUser(record, { iam, clock, randomness, signal: lifetime.soft, probe: undefined });
        if (revocation.outcome !== 'incomplete') {
            state/* journal */.W8.write({ ...record, progress: 'gone' });
            step.log.info(`IAM user ${record.userName} is gone.`);
            (0,tell_revocation/* warnLeftovers */.H2)(record.userName, revocation.failures, step.log);
        }
        else {
            step.log.warning(`IAM user ${record.userName} may be left (${revocation.failures.join('; ')}); post tries again.`);
        }
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        step.log.warning(`Rolling back failed for IAM user ${record.userName} (${why}); post tries again.`);
    }
}
/** The runner, which kills a cancelled step soon, may cancel before the rollback, then short from the start, or in the middle of it. */
function rollbackLifetime({ stopping }) {
    if (stopping.aborted)
        return (0,clients/* lifetimeFor */.Nm)(INTERRUPTED_ROLLBACK_MS);
    const cut = new AbortController();
    const shorten = () => {
        setTimeout(() => cut.abort(stopping.reason), INTERRUPTED_ROLLBACK_MS).unref();
    };
    stopping.addEventListener('abort', shorten, { once: true });
    const signal = AbortSignal.any([(0,clients/* lifetimeFor */.Nm)(ROLLBACK_MS).hard, cut.signal]);
    return { soft: signal, hard: signal };
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

/***/ 747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ MAX_TRIES),
/* harmony export */   gQ: () => (/* binding */ isAlphanumeric),
/* harmony export */   ms: () => (/* binding */ specialCharactersRemain)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** A secret's 40 characters are drawn from base 64: seven in ten have a `+` or `/`, so ten tries fail for 4 jobs in 100. */
const MAX_TRIES = 10;
/** True when tools that choke on special characters can take the secret (`special-characters-workaround`). */
function isAlphanumeric(secret) {
    return /^[A-Za-z0-9]+$/.test(secret);
}
/** The error when none of the tries gave a plain secret. */
function specialCharactersRemain() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('special-characters-remain', `AWS gave ${MAX_TRIES} secrets in a row with special characters`, { remedy: 'Run the job again, or do without `special-characters-workaround`.' });
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

/***/ 4933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ settleBoth)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/**
 * Two things at once, both to their end, also when one fails: nothing may go on behind a rollback, or after the process has left.
 * @throws what failed; where both did, the first with what the second says
 */
async function settleBoth(one, other) {
    const [first, second] = await Promise.allSettled([one, other]);
    if (first.status === 'rejected')
        throw second.status === 'rejected' ? joined(first.reason, second.reason) : first.reason;
    if (second.status === 'rejected')
        throw second.reason;
    return [first.value, second.value];
}
function joined(first, second) {
    if (!(first instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) || first === second)
        return first;
    const other = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asActionError */ .z6)(second);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(first.code, `${first.message}\n\nAnd: ${other.message}`, {
        remedy: `${first.remedy}\n${other.remedy}`,
        cause: first,
    });
}


/***/ })

};

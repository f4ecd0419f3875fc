export const id = 1818;
export const ids = [1818];
export const modules = {

/***/ 1818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  issueLease: () => (/* binding */ issueLease)
});

// EXTERNAL MODULE: ./build/aws/clients.js + 2 modules
var clients = __webpack_require__(2545);
// EXTERNAL MODULE: ./build/github/state.js
var state = __webpack_require__(6847);
// EXTERNAL MODULE: ./build/identity/connect.js + 1 modules
var connect = __webpack_require__(5518);
// EXTERNAL MODULE: ./build/lease/issue-failures.js
var issue_failures = __webpack_require__(6012);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/waiting/clock.js + 1 modules
var clock = __webpack_require__(6790);
// EXTERNAL MODULE: ./build/lease/alphanumeric-secret.js
var alphanumeric_secret = __webpack_require__(747);
;// CONCATENATED MODULE: ./build/lease/issue-session.js




/**
 * The smallest MaxSessionDuration of a role, so STS always grants it
 * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html).
 */
const ALWAYS_GRANTED_SECONDS = 3600;
/**
 * Requests temporary credentials from STS. A `ttl` above AWS's limit is shortened, with a notice; it is not an error.
 * @throws ActionError `assume-role-failed`, `special-characters-remain`, and what `obtain` throws
 */
async function issueSession(plan, deps) {
    const seconds = Math.min(plan.ttlSeconds, deps.maximumSeconds);
    if (seconds < plan.ttlSeconds)
        deps.notice(`The session lasts ${seconds} s instead of the requested ${plan.ttlSeconds} s: ${deps.because}.`);
    let durationSeconds = seconds;
    for (let tries = 1;; tries++) {
        const obtained = await obtain(durationSeconds, plan, deps);
        durationSeconds = obtained.durationSeconds;
        const { credentials, arn, accountId } = obtained.session;
        if (!plan.alphanumericSecret || (0,alphanumeric_secret/* isAlphanumeric */.gQ)(credentials.secretAccessKey)) {
            const expiresAt = credentials.expiration ?? (0,clock/* secondsAfter */._I)(deps.now(), durationSeconds);
            return { kind: 'session', arn, accountId, credentials, expiresAt };
        }
        if (tries === alphanumeric_secret/* MAX_TRIES */.N$)
            throw (0,alphanumeric_secret/* specialCharactersRemain */.ms)();
    }
}
async function obtain(durationSeconds, plan, deps) {
    const policies = {
        ...(plan.policy === undefined ? {} : { policy: plan.policy }),
        ...(plan.policyArns.length === 0 ? {} : { policyArns: plan.policyArns }),
    };
    try {
        return { durationSeconds, session: await deps.obtain({ durationSeconds, ...policies }) };
    }
    catch (error) {
        const mayBeTooLong = (0,failures/* isFailure */.N6)(error, 'ValidationError') && durationSeconds > ALWAYS_GRANTED_SECONDS;
        if (!mayBeTooLong)
            throw sessionFailure(error);
        const session = await deps
            .obtain({ durationSeconds: ALWAYS_GRANTED_SECONDS, ...policies })
            .catch((second) => {
            throw sessionFailure(second);
        });
        deps.notice(`The session lasts ${ALWAYS_GRANTED_SECONDS} s instead of ${durationSeconds} s: AWS rejected the longer one, so the role’s MaxSessionDuration is shorter. Raise it on the role for longer sessions.`);
        return { durationSeconds: ALWAYS_GRANTED_SECONDS, session };
    }
}
function sessionFailure(cause) {
    if (cause instanceof errors/* ActionError */.lZ)
        return cause;
    return (0,failures/* awsFailure */.MT)('assume-role-failed', 'Getting a session from STS', {
        remedy: 'Check that the role of `role-to-assume` exists, that the session policies are valid, and that the region is enabled in the account.',
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
// EXTERNAL MODULE: ./build/waiting/lifetime.js
var lifetime = __webpack_require__(6385);
// EXTERNAL MODULE: ./build/job/report-revocation.js + 1 modules
var report_revocation = __webpack_require__(3348);
;// CONCATENATED MODULE: ./build/job/roll-back.js





/** A cancelled step has about 6 s for a rollback, after the pending calls had 1.5 s to end. */
const INTERRUPTED_ROLLBACK_MS = 4_000;
const ROLLBACK_MS = 35_000;
/** Deletes what main created. If that fails, it logs a warning, and post tries again with the saved record. Never rejects for AWS. */
async function rollBack(record, manager, { step, deps }) {
    const { userName } = record;
    const context = { ...deps, lifetime: rollbackLifetime(step) };
    step.log.info(`Rolling back: deleting IAM user ${userName}.`);
    const { revokeUser } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(5304), __webpack_require__.e(5311), __webpack_require__.e(2710)]).then(__webpack_require__.bind(__webpack_require__, 5311));
    // Saved again, because with `revoke: never` post keeps a user whose record says `issued`.
    state/* journal */.W8.write(record);
    try {
        const iam = await (0,clients/* iamClient */.LV)(context, manager.credentials);
        const { outcome, failures } = await revokeUser(record, { ...context, iam, probe: undefined, denyFirst: true });
        if (outcome !== 'incomplete') {
            state/* journal */.W8.write({ ...record, progress: 'gone' });
            step.log.info(`IAM user ${userName} is gone.`);
            (0,report_revocation/* warnLeftovers */.H2)(userName, failures, step.log);
        }
        else {
            step.log.warning(`IAM user ${userName} may still exist (${failures.join('; ')}); post tries again.`);
        }
    }
    catch (error) {
        step.log.warning(`Rolling back failed for IAM user ${userName} (${(0,failures/* explain */.WE)(error)}); post tries again.`);
    }
}
/** The rollback's time limit. It is short when the runner has cancelled the step, or cancels it during the rollback. */
function rollbackLifetime({ stopping }) {
    if (stopping.aborted)
        return (0,lifetime/* lifetimeFor */.N)(INTERRUPTED_ROLLBACK_MS);
    const cancelled = new AbortController();
    const shorten = () => {
        setTimeout(() => cancelled.abort(stopping.reason), INTERRUPTED_ROLLBACK_MS).unref();
    };
    stopping.addEventListener('abort', shorten, { once: true });
    const signal = AbortSignal.any([(0,lifetime/* lifetimeFor */.N)(ROLLBACK_MS).hard, cancelled.signal]);
    return { soft: signal, hard: signal };
}

;// CONCATENATED MODULE: ./build/job/issue.js










/** Issues the lease and gives it to the job. If that fails or is stopped, it is rolled back. */
async function issueLease(inputs, context) {
    const { lease: spec } = inputs;
    return spec.kind === 'iam-user' ? issueUserLease(inputs, spec, context) : issueSessionLease(spec, context);
}
async function issueSessionLease(spec, { step, identity, deps, extraWork, handOver }) {
    const { log, clock, lifetime } = step;
    const hop = await (0,connect/* sessionHop */.U8)(identity, deps);
    const [lease] = await (0,settle_both/* settleBoth */.F)(issueSession(spec, { ...hop, notice: log.notice, now: clock.now }), sync());
    lifetime.soft.throwIfAborted();
    (0,issue_failures/* assertAlive */.cZ)(lease.expiresAt, clock.now());
    await handOver(lease);
    return lease;
    /** With a session of its own: the policies that narrow the lease must not narrow the sync. */
    async function sync() {
        await extraWork?.(await (0,connect/* connect */.Ng)(identity, deps, connect/* LONG_MANAGING_SECONDS */.uf));
    }
}
async function issueUserLease(inputs, spec, context) {
    const { step, identity, deps, extraWork } = context;
    const { soft } = step.lifetime;
    const connecting = (0,connect/* connect */.Ng)(identity, deps, extraWork && connect/* LONG_MANAGING_SECONDS */.uf);
    const [manager, { issueUser }] = await Promise.all([
        connecting,
        (0,load_behind/* loadBehind */.p)(connecting, () => Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(5304), __webpack_require__.e(9473)]).then(__webpack_require__.bind(__webpack_require__, 1854)), (0,open_identity/* whileConnecting */.KG)(step)),
    ]);
    step.log.info(`Managing identity: ${manager.arn}`);
    const job = { ...context.run, jobEnvironment: manager.jobEnvironment };
    const plan = (0,user_spec/* planUser */.xm)(spec, job, { ...step, outlivesJob: inputs.revocation.when === 'never' });
    const [written, probes] = [recorder(), countedProbes(deps)];
    try {
        const lease = await issueUser(plan, {
            ...deps,
            iam: await (0,clients/* iamClient */.LV)(deps, manager.credentials),
            accountId: manager.accountId,
            probe: probes.probe,
            meanwhile: async () => extraWork?.(manager),
            journal: written.journal,
        });
        deps.debug(`Access key: ${probes.count()} readiness probes, usable after ${lease.propagationMs ?? 'unknown'} ms`);
        soft.throwIfAborted();
        await handOverIssued(lease, written, context);
        return lease;
    }
    catch (error) {
        await rollBackWritten(written, manager, context);
        throw soft.aborted ? soft.reason : error;
    }
}
/** Probes of a new access key, and how many there were. */
function countedProbes(deps) {
    let count = 0;
    const probe = async (credentials) => {
        const ask = await (0,clients/* callerIdentityProbe */.M4)(deps, credentials);
        return () => {
            count++;
            return ask();
        };
    };
    return { probe, count: () => count };
}
/** A journal that also remembers the last record. */
function recorder() {
    let latest;
    const write = (record) => {
        latest = record;
        state/* journal */.W8.write(record);
    };
    return { journal: { write }, latest: () => latest };
}
/** The record says `issued` before the job gets the key, so that post knows the guard exists even if main is killed now. */
async function handOverIssued(lease, written, { step, handOver }) {
    const record = written.latest();
    if (record !== undefined)
        state/* journal */.W8.write({ ...record, progress: 'issued' });
    await handOver(lease);
    step.lifetime.soft.throwIfAborted();
}
async function rollBackWritten(written, manager, { step, deps }) {
    const record = written.latest();
    if (record !== undefined && record.progress !== 'gone')
        await rollBack(record, manager, { step, deps });
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

/**
 * A secret has 40 characters of base64, so about 70 % of all secrets have a `+` or `/`. Ten tries in a row fail for about 4 % of jobs.
 */
const MAX_TRIES = 10;
/** True when the secret has only letters and digits (`special-characters-workaround`). */
function isAlphanumeric(secret) {
    return /^[A-Za-z0-9]+$/.test(secret);
}
/** The error after `MAX_TRIES` secrets that all had a special character. */
function specialCharactersRemain() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('special-characters-remain', `AWS returned ${MAX_TRIES} secrets in a row with special characters`, { remedy: 'Run the job again, or remove `special-characters-workaround`.' });
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
/* harmony import */ var _lease_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4404);



/** A failure of `CreateUser`, where `NoSuchEntity` can only mean the permissions boundary. */
function creationFailure(doing, boundaryArn, cause) {
    if (boundaryArn === undefined || !(0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(cause, 'NoSuchEntity'))
        return issueFailure(doing, cause);
    return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-part-missing', `${doing} with the permissions boundary ${boundaryArn}`, {
        remedy: 'Check `permissions-boundary-arn`: the policy must exist in the managing role’s account.',
        cause,
    });
}
/** An IAM failure while a user is created, as an error that says what to do next. Errors of our own pass unchanged. */
function issueFailure(doing, cause) {
    return (0,_lease_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseFailure */ .F)('issue', doing, cause);
}
/** As `issueFailure`, for a call where `NoSuchEntity` means the policy or group that the call names. */
function missingPart(doing, cause) {
    if (!(0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(cause, 'NoSuchEntity'))
        return issueFailure(doing, cause);
    return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-part-missing', doing, {
        remedy: 'Check `policy-arns` and `iam-groups`: each must exist in the managing role’s account.',
        cause,
    });
}
/**
 * Checks that the lease has not expired while the job waited for the key or for the secret sync.
 * @throws ActionError `lease-failed`
 */
function assertAlive(expiresAt, nowMs) {
    if (nowMs < expiresAt.getTime())
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('lease-failed', 'The lease expired before the job received it', {
        remedy: 'Set a longer `ttl`. It includes the time for the key to propagate and for a secret sync.',
    });
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

/***/ 4933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ settleBoth),
/* harmony export */   d: () => (/* binding */ failuresOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/**
 * Waits for two promises until both have settled, also when one rejects. So no call is pending during a rollback or at the end of the
 * process.
 * @throws the failure; if both failed, one error with both
 */
async function settleBoth(one, other) {
    const [first, second] = await Promise.allSettled([one, other]);
    if (first.status === 'fulfilled' && second.status === 'fulfilled')
        return [first.value, second.value];
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .joinErrors */ ._h)(failuresOf([first, second]));
}
/** The reasons of the rejected promises. */
function failuresOf(outcomes) {
    return outcomes.filter((outcome) => outcome.status === 'rejected').map((outcome) => outcome.reason);
}


/***/ })

};

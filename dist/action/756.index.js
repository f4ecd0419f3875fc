export const id = 756;
export const ids = [756];
export const modules = {

/***/ 8714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ revokeAndRestore)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/aws/clients.js
var clients = __webpack_require__(4694);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/environment.js
var github_environment = __webpack_require__(6039);
// EXTERNAL MODULE: ./build/github/identity-inputs.js
var identity_inputs = __webpack_require__(9722);
// EXTERNAL MODULE: ./build/github/input-reader.js
var input_reader = __webpack_require__(1840);
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
 */
function commandsByHand(userName) {
    const each = (list, query, remove) => `for id in $(aws iam ${list} --user-name ${userName} --query '${query}' --output text); do aws iam ${remove} "$id" --user-name ${userName}; done`;
    return [
        each('list-access-keys', 'AccessKeyMetadata[].AccessKeyId', 'delete-access-key --access-key-id'),
        each('list-attached-user-policies', 'AttachedPolicies[].PolicyArn', 'detach-user-policy --policy-arn'),
        each('list-user-policies', 'PolicyNames[]', 'delete-user-policy --policy-name'),
        each('list-groups-for-user', 'Groups[].GroupName', 'remove-user-from-group --group-name'),
        `aws iam delete-user --user-name ${userName}`,
    ];
}

// EXTERNAL MODULE: ./build/lease/revoke.js + 2 modules
var revoke = __webpack_require__(2753);
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
        await post_revoke(step, environment);
    }
    finally {
        const left = (0,github_environment/* restoreAll */.IP)((0,state/* noted */.ZT)('environment') ?? [], environment);
        if (left.length > 0)
            step.log.info(`Left alone, since a later step has changed them: ${left.join(', ')}.`);
    }
}
async function post_revoke(step, environment) {
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
        const revocation = await revokeLease(record, access, { step, environment });
        await tell(revocation, record, step);
        if (revocation.outcome === 'incomplete')
            complain(incomplete(record, revocation.failures));
    }
    catch (error) {
        const mismatch = error instanceof errors/* ActionError */.lZ && error.code === 'lease-mismatch';
        complain(mismatch ? error : incomplete(record, [describe(error)], error));
    }
}
async function revokeLease(record, access, by) {
    const { step, environment } = by;
    const { connection } = access;
    (0,github_environment/* isolate */.az)(process.env, access.proxy, access.variables);
    const staticKeys = () => (0,state/* sameKeys */.Zr)((0,identity_inputs/* readStaticKeys */.R)((0,input_reader/* inputReader */.cN)(), core/* setSecret */.Pq), access.fingerprint, static_keys/* fingerprint */.R);
    const lifetime = (0,clients/* lifetimeOf */.XA)(BUDGET_MS);
    const means = { staticKeys, environment: { ...environment, ...access.variables } };
    const { base, deps } = await (0,job_access/* openAccess */.b)(access.identity, means, { step, connection, lifetime });
    const manager = await (0,connect/* connect */.N)(access.identity, base, deps);
    if (access.maskAccountId)
        (0,core/* setSecret */.Pq)(manager.accountId);
    return (0,revoke/* revokeUser */.C)(record, {
        iam: await (0,clients/* iamClient */.LV)(connection, manager.credentials, lifetime),
        clock: step.clock,
        randomness: step.randomness,
        signal: lifetime.soft,
        probe: (accessKeyId) => (0,clients/* callerIdentityProbe */.M4)(connection, { accessKeyId, secretAccessKey: NO_SECRET }, lifetime),
    });
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
function incomplete(record, failures, cause) {
    const message = [
        `IAM user ${record.userName} could not be deleted and may be left, at path ${record.path}:`,
        ...failures.map((failure) => `- ${failure}`),
        `Its guard denies it everything from ${record.expiresAt} on.`,
    ].join('\n');
    return new errors/* ActionError */.lZ('revoke-incomplete', message, {
        remedy: ['finish by hand, with credentials that may:', ...commandsByHand(record.userName)].join('\n'),
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


await (0,_github_step_js__WEBPACK_IMPORTED_MODULE_0__/* .runStep */ .eg)(_job_post_js__WEBPACK_IMPORTED_MODULE_1__/* .revokeAndRestore */ .o);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};

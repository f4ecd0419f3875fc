export const id = 753;
export const ids = [753,134];
export const modules = {

/***/ 1728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ guardPolicy),
/* harmony export */   N: () => (/* binding */ GUARD_POLICY_NAME),
/* harmony export */   z_: () => (/* binding */ guardSize)
/* harmony export */ });
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7583);

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
                Condition: { DateGreaterThanEquals: { 'aws:CurrentTime': (0,_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .a)(expiresAt) } },
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

/***/ 2753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  revokeUser: () => (/* binding */ revokeUser)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-iam/dist-cjs/index.js
var dist_cjs = __webpack_require__(6764);
// EXTERNAL MODULE: ./build/aws/backoff.js
var backoff = __webpack_require__(8322);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/aws/tags.js
var aws_tags = __webpack_require__(8617);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/lease/children.js

const page = (ids, answer = {}) => ({
    ids: ids ?? [],
    next: answer.Marker,
});
/** The kind that goes first. */
const ACCESS_KEYS = {
    label: 'access key',
    rare: false,
    async list(iam, UserName, marker) {
        const answer = await iam.send(new dist_cjs/* ListAccessKeysCommand */.Qxm({ UserName, ...marker }));
        return page(answer.AccessKeyMetadata?.map((key) => key.AccessKeyId), answer);
    },
    remove: (iam, UserName, AccessKeyId) => iam.send(new dist_cjs/* DeleteAccessKeyCommand */.yq0({ UserName, AccessKeyId })),
};
/** The kind the guard is of. */
const INLINE_POLICIES = {
    label: 'inline policy',
    rare: false,
    async list(iam, UserName, marker) {
        const answer = await iam.send(new dist_cjs/* ListUserPoliciesCommand */.Lt8({ UserName, ...marker }));
        return page(answer.PolicyNames, answer);
    },
    remove: (iam, UserName, PolicyName) => iam.send(new dist_cjs/* DeleteUserPolicyCommand */.QJ2({ UserName, PolicyName })),
};
/** The kinds other than access keys, the common ones first. */
const OTHER_KINDS = [
    {
        label: 'attached policy',
        rare: false,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new dist_cjs/* ListAttachedUserPoliciesCommand */.zf4({ UserName, ...marker }));
            return page(answer.AttachedPolicies?.map((policy) => policy.PolicyArn), answer);
        },
        remove: (iam, UserName, PolicyArn) => iam.send(new dist_cjs/* DetachUserPolicyCommand */.mC4({ UserName, PolicyArn })),
    },
    INLINE_POLICIES,
    {
        label: 'group membership',
        rare: false,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new dist_cjs/* ListGroupsForUserCommand */.WcQ({ UserName, ...marker }));
            return page(answer.Groups?.map((group) => group.GroupName), answer);
        },
        remove: (iam, UserName, GroupName) => iam.send(new dist_cjs/* RemoveUserFromGroupCommand */.IuP({ UserName, GroupName })),
    },
    {
        label: 'login profile',
        rare: true,
        async list(iam, UserName) {
            await iam.send(new dist_cjs/* GetLoginProfileCommand */.aZV({ UserName }));
            return page([UserName]);
        },
        remove: (iam, UserName) => iam.send(new dist_cjs/* DeleteLoginProfileCommand */.r34({ UserName })),
    },
    {
        label: 'MFA device',
        rare: true,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new dist_cjs/* ListMFADevicesCommand */.UxV({ UserName, ...marker }));
            return page(answer.MFADevices?.map((device) => device.SerialNumber), answer);
        },
        async remove(iam, UserName, SerialNumber) {
            await iam.send(new dist_cjs/* DeactivateMFADeviceCommand */.ShG({ UserName, SerialNumber }));
            // A virtual device is an entity of its own, named by an ARN, and would stay behind.
            if (SerialNumber.includes(':mfa/'))
                await iam.send(new dist_cjs/* DeleteVirtualMFADeviceCommand */.Oem({ SerialNumber }));
        },
    },
    {
        label: 'SSH public key',
        rare: true,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new dist_cjs/* ListSSHPublicKeysCommand */.pmF({ UserName, ...marker }));
            return page(answer.SSHPublicKeys?.map((key) => key.SSHPublicKeyId), answer);
        },
        remove: (iam, UserName, SSHPublicKeyId) => iam.send(new dist_cjs/* DeleteSSHPublicKeyCommand */.JGD({ UserName, SSHPublicKeyId })),
    },
    {
        label: 'signing certificate',
        rare: true,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new dist_cjs/* ListSigningCertificatesCommand */.BIy({ UserName, ...marker }));
            return page(answer.Certificates?.map((certificate) => certificate.CertificateId), answer);
        },
        remove: (iam, UserName, CertificateId) => iam.send(new dist_cjs/* DeleteSigningCertificateCommand */.jPg({ UserName, CertificateId })),
    },
    {
        label: 'service-specific credential',
        rare: true,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new dist_cjs/* ListServiceSpecificCredentialsCommand */.HsU({ UserName, ...marker }));
            return page(answer.ServiceSpecificCredentials?.map((credential) => credential.ServiceSpecificCredentialId), answer);
        },
        remove: (iam, UserName, ServiceSpecificCredentialId) => iam.send(new dist_cjs/* DeleteServiceSpecificCredentialCommand */.$94({ UserName, ServiceSpecificCredentialId })),
    },
];
/** Every id of a kind, through all pages. */
async function listChildren(kind, iam, userName) {
    const found = [];
    let next;
    do {
        const answer = await kind.list(iam, userName, next === undefined ? {} : { Marker: next });
        found.push(...answer.ids.filter((id) => id !== undefined));
        next = answer.next;
    } while (next !== undefined);
    return found;
}

// EXTERNAL MODULE: ./build/lease/guard.js
var guard = __webpack_require__(1728);
;// CONCATENATED MODULE: ./build/lease/proof.js


/** AWS forgets a deleted key after 3–4 s (reference: aws-iam-sts.md §5.1). */
const PROOF_MS = 10_000;
const BACKOFF = { firstMs: 250, mostMs: 1_000 };
/**
 * Proves that keys are dead, knowing only their ids: STS answers `InvalidClientTokenId` for a key it does not know before it
 * looks at the signature, and `SignatureDoesNotMatch` for one it does. So the secret need not be kept for this.
 * Asks at once, then again for up to 10 s.
 */
async function proveDead(accessKeyIds, probe, waiting) {
    return worstProof(accessKeyIds.map((id) => proveOneDead(id, probe, waiting)));
}
/** The least comforting of several proofs; one that could not be had is `unknown`. Never rejects. */
async function worstProof(proofs) {
    const all = await Promise.all(proofs.map((proof) => proof.catch(() => 'unknown')));
    return ['alive', 'unknown', 'dead', 'no-key'].find((proof) => all.includes(proof)) ?? 'no-key';
}
async function proveOneDead(accessKeyId, probe, waiting) {
    const deadline = waiting.clock.now() + PROOF_MS;
    const ask = await probe(accessKeyId);
    for (let tries = 0;; tries++) {
        const answer = await ask().then(() => 'alive', (error) => verdict(error));
        const pause = (0,backoff/* pauseMs */.r)(BACKOFF, tries, waiting.randomness.fraction);
        if (answer === 'dead' || waiting.clock.now() + pause > deadline || waiting.signal.aborted)
            return answer;
        await waiting.clock.sleep(pause, waiting.signal).catch(() => undefined);
    }
}
function verdict(error) {
    if ((0,failures/* isFailure */.N6)(error, 'InvalidClientTokenId'))
        return 'dead';
    return (0,failures/* isFailure */.N6)(error, 'SignatureDoesNotMatch') ? 'alive' : 'unknown';
}

// EXTERNAL MODULE: ./build/lease/tags.js
var lease_tags = __webpack_require__(2000);
;// CONCATENATED MODULE: ./build/lease/revoke.js









/** Reads may lag behind the create of a job that was killed at once (reference: aws-iam-sts.md §5.1). */
const ABSENCE_TRUSTED_AFTER_MS = 20_000;
const ABSENCE_BACKOFF = { firstMs: 500, mostMs: 3_000 };
const CONFLICT_BACKOFF = { firstMs: 500, mostMs: 4_000 };
/** `DeleteConflict` and `ConcurrentModification` straight after deletes are lag; so many rounds span some 20 s. */
const MAX_ROUNDS = 8;
/** Lag is over by then, as a rule, and what is left is more likely of a kind we may not look at. */
const ROUNDS_WITH_UNSEEN = 5;
/**
 * Deletes a user lease and everything on it, access keys first (SPEC §3, post). Idempotent: what is gone already is success.
 * Goes on after an error and reports them all; never throws for what AWS answers, but for a user that is not this lease's.
 * @throws ActionError `lease-mismatch` when a user of this name exists whose path or tags are not the record's
 */
async function revokeUser(record, deps) {
    const work = startWork(record, deps);
    const firstLook = Promise.all(commonKinds().map((kind) => look(kind, work)));
    firstLook.catch(() => undefined);
    const user = await findUser(record, deps).catch((error) => {
        work.failures.push(`read the user: ${(0,failures/* whatAwsSaid */.xo)(error)}`);
        return 'unreadable';
    });
    if (user === 'unreadable')
        return { ...report(work), outcome: 'incomplete', proof: 'no-key' };
    if (user === undefined)
        return { ...report(work), outcome: 'already-gone', proof: 'no-key' };
    assertOwn(user, record);
    // Renewed since, perhaps.
    work.endsAt = user.Tags?.find(({ Key }) => Key === 'lease:expires-at')?.Value;
    if (deps.confirm?.(user) === false)
        return { ...report(work), outcome: 'kept', proof: 'no-key' };
    const gone = await tearDown(work, await firstLook);
    if (!gone)
        work.failures.push(...work.refused.values());
    return { ...report(work), outcome: gone ? 'deleted' : 'incomplete', proof: await work.proof };
}
function startWork(record, deps) {
    return {
        ...deps,
        record,
        removed: [],
        failures: [],
        refused: new Map(),
        guard: record.progress === 'issued' ? 'on' : 'unknown',
        rareLeft: false,
        proof: Promise.resolve('no-key'),
        endsAt: undefined,
    };
}
function report(work) {
    const { removed, failures, guard, rareLeft, endsAt } = work;
    return { userName: work.record.userName, removed, failures, guard, rareLeft, endsAt };
}
function commonKinds() {
    return [ACCESS_KEYS, ...OTHER_KINDS.filter((kind) => !kind.rare)];
}
/** The user, or `undefined` once its absence can be believed. */
async function findUser(record, deps) {
    const trustedAt = Date.parse(record.intendedAt) + ABSENCE_TRUSTED_AFTER_MS;
    for (let tries = 0;; tries++) {
        try {
            const found = await deps.iam.send(new dist_cjs/* GetUserCommand */.T3b({ UserName: record.userName }));
            return found.User;
        }
        catch (error) {
            // Refused, too, may mean “not seen yet”: IAM cannot know the path of a user that it does not find.
            if (!(0,failures/* isFailure */.N6)(error, 'NoSuchEntity') && !(0,failures/* isDenied */.GZ)(error))
                throw error;
            if (record.progress === 'gone' || deps.clock.now() >= trustedAt) {
                if ((0,failures/* isDenied */.GZ)(error))
                    throw error;
                return undefined;
            }
        }
        await deps.clock.sleep((0,backoff/* pauseMs */.r)(ABSENCE_BACKOFF, tries, deps.randomness.fraction), deps.signal);
    }
}
/** A state can be tampered with by whoever runs in the job; the user's own path and tags cannot. */
function assertOwn(user, record) {
    const tags = new Map(user.Tags?.map((tag) => [tag.Key, tag.Value]));
    const differing = [
        user.Path === record.path ? '' : 'its path',
        tags.get('lease:managed-by') === lease_tags/* MANAGED_BY */.Kf ? '' : 'the tag lease:managed-by',
        tags.get('lease:run-id') === (0,aws_tags/* tagValue */.EZ)(record.runId) ? '' : 'the tag lease:run-id',
        tags.get('lease:nonce') === record.nonce ? '' : 'the tag lease:nonce',
    ].filter((difference) => difference !== '');
    if (differing.length === 0)
        return;
    throw new errors/* ActionError */.lZ('lease-mismatch', `IAM user ${record.userName} was left alone: ${differing.join(', ')} does not match this job’s lease`, {
        remedy: 'Find out who changed the user or this job’s state. If the user is a lease, its guard ends it by itself.',
    });
}
/** Rounds of: look, keys, the rest, the user. @returns whether the user is gone */
async function tearDown(work, firstLook) {
    let found = firstLook;
    for (let round = 1;; round++) {
        const stuck = await removeAll(work, found);
        const verdict = await deleteUser(work);
        if (verdict !== 'conflict')
            return verdict === 'gone';
        const rounds = work.refused.size > 0 ? ROUNDS_WITH_UNSEEN : MAX_ROUNDS;
        if (round >= rounds || (stuck && round > 1) || work.signal.aborted)
            return false;
        await work.clock
            .sleep((0,backoff/* pauseMs */.r)(CONFLICT_BACKOFF, round - 1, work.randomness.fraction), work.signal)
            .catch(() => undefined);
        // Only now the rare kinds: a lease has none, and asking would leave refused calls in every audit trail.
        const kinds = [ACCESS_KEYS, ...OTHER_KINDS].filter((kind) => !work.refused.has(kind));
        work.failures = [];
        found = await Promise.all(kinds.map((kind) => look(kind, work)));
    }
}
async function look(kind, work) {
    try {
        return { kind, ids: await listChildren(kind, work.iam, work.record.userName), complete: true, refused: false };
    }
    catch (error) {
        // The user exists, so a common kind's list that does not know it lags; of a login profile it says that there is none.
        if ((0,failures/* isFailure */.N6)(error, 'NoSuchEntity'))
            return { kind, ids: [], complete: kind.rare, refused: false };
        work.rareLeft ||= kind.rare;
        const sentence = `look for ${kind.label}: ${(0,failures/* whatAwsSaid */.xo)(error)}`;
        if (kind.rare && (0,failures/* isDenied */.GZ)(error))
            work.refused.set(kind, sentence);
        else
            work.failures.push(sentence);
        return { kind, ids: [], complete: false, refused: (0,failures/* isDenied */.GZ)(error) };
    }
}
/**
 * Access keys first, and the proof of their death begun; then all the rest at once; the guard last and only when all of that is
 * gone, so that whatever is left, a session made with the key included, still ends.
 * @returns whether something could not be removed, or not even be looked for
 */
async function removeAll(work, found) {
    const keys = found.filter(({ kind }) => kind === ACCESS_KEYS);
    const dead = await Promise.all(keys.flatMap(({ kind, ids }) => ids.map((id) => remove(kind, id, work))));
    const deadIds = keys.flatMap(({ ids }) => ids).filter((_, index) => dead[index]);
    if (work.probe !== undefined) {
        work.proof = worstProof([work.proof, proveDead(deadIds, work.probe, work)]);
    }
    const rest = found
        .filter(({ kind }) => kind !== ACCESS_KEYS)
        .flatMap(({ kind, ids }) => ids.map((id) => ({ kind, id })));
    const isGuard = ({ kind, id }) => kind === INLINE_POLICIES && id === guard/* GUARD_POLICY_NAME */.N;
    if (rest.some(isGuard))
        work.guard = 'on';
    const removed = await Promise.all(rest.filter((child) => !isGuard(child)).map(({ kind, id }) => remove(kind, id, work)));
    const common = found.filter(({ kind }) => !kind.rare);
    const stuck = dead.includes(false) || removed.includes(false) || common.some(({ refused }) => refused);
    if (stuck || common.some(({ complete }) => !complete))
        return stuck;
    const guards = await Promise.all(rest.filter(isGuard).map(({ kind, id }) => remove(kind, id, work)));
    if (guards.length > 0 && !guards.includes(false))
        work.guard = 'off';
    return guards.includes(false);
}
async function remove(kind, id, work) {
    try {
        await kind.remove(work.iam, work.record.userName, id);
    }
    catch (error) {
        // Gone between look and removal, or removed by us with the answer lost.
        if (!(0,failures/* isFailure */.N6)(error, 'NoSuchEntity')) {
            work.rareLeft ||= kind.rare;
            work.failures.push(`remove ${kind.label}: ${(0,failures/* whatAwsSaid */.xo)(error)}`);
            return false;
        }
    }
    work.removed.push(kind === ACCESS_KEYS || id === work.record.userName ? kind.label : `${kind.label} ${id}`);
    return true;
}
async function deleteUser(work) {
    try {
        await work.iam.send(new dist_cjs/* DeleteUserCommand */.O56({ UserName: work.record.userName }));
        work.failures = [];
        return 'gone';
    }
    catch (error) {
        if ((0,failures/* isFailure */.N6)(error, 'NoSuchEntity') || (await isGoneAllTheSame(error, work))) {
            work.failures = [];
            return 'gone';
        }
        work.failures.push(`delete the user: ${(0,failures/* whatAwsSaid */.xo)(error)}`);
        return (0,failures/* isFailure */.N6)(error, 'DeleteConflict', 'ConcurrentModification') ? 'conflict' : 'failed';
    }
}
/**
 * A refusal may mean that the user is gone, since IAM then knows neither its path nor its tags: deleted by us, the answer lost, or by
 * somebody else who revokes the same lease.
 */
async function isGoneAllTheSame(error, work) {
    if (!(0,failures/* isDenied */.GZ)(error))
        return false;
    const look = work.iam.send(new dist_cjs/* GetUserCommand */.T3b({ UserName: work.record.userName }));
    return look.then(() => false, (answer) => (0,failures/* isFailure */.N6)(answer, 'NoSuchEntity'));
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
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7583);


/** The value of `lease:managed-by`, by which post knows a user as ours. */
const MANAGED_BY = 'aws-ephemeral-credentials';
/** The tags on every user lease, set in `CreateUser` itself so that no user of ours is ever without them. */
function leaseTags(run, stamp) {
    return {
        'lease:managed-by': MANAGED_BY,
        'lease:expires-at': (0,_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .a)(stamp.expiresAt),
        'lease:max-expires-at': (0,_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .a)(stamp.maxExpiresAt),
        'lease:nonce': stamp.nonce,
        'lease:repository': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.repository),
        'lease:repository-id': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.repositoryId),
        'lease:run-id': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.runId),
        'lease:run-attempt': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.runAttempt),
        'lease:workflow': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.workflow),
        'lease:job': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.job),
        'lease:actor': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.actor),
        'lease:sha': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.sha),
        'lease:environment': (0,_aws_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(run.environment),
        ...(stamp.kept ? { 'lease:revoke': 'never' } : {}),
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

export const id = 5311;
export const ids = [5311];
export const modules = {

/***/ 3242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ pagesOf),
/* harmony export */   S: () => (/* binding */ allPages)
/* harmony export */ });
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6301);

/**
 * Reads a list page by page.
 * @param action the AWS action, for the error
 * @throws IncompleteAnswer when a page names a marker that was used already, as it would go on for ever
 */
async function* pagesOf(action, read) {
    const used = new Set();
    let marker;
    do {
        const { items, next } = await read(marker);
        yield items;
        if (next !== undefined && used.has(next))
            throw new _faults_js__WEBPACK_IMPORTED_MODULE_0__/* .IncompleteAnswer */ .Ti(action, 'next page: its marker was used before');
        if (next !== undefined)
            used.add(next);
        marker = next;
    } while (marker !== undefined);
}
/** All items of a list. @throws IncompleteAnswer as `pagesOf` */
async function allPages(action, read) {
    const all = [];
    for await (const items of pagesOf(action, read))
        all.push(...items);
    return all;
}


/***/ }),

/***/ 5311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  revokeUser: () => (/* binding */ revokeUser)
});

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/DeleteUserCommand.js
var DeleteUserCommand = __webpack_require__(1075);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/GetUserCommand.js
var GetUserCommand = __webpack_require__(2180);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/waiting/poll.js + 1 modules
var poll = __webpack_require__(5013);
// EXTERNAL MODULE: ./build/aws/tags.js
var aws_tags = __webpack_require__(8617);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/lease/tags.js
var lease_tags = __webpack_require__(2000);
;// CONCATENATED MODULE: ./build/lease/own-user.js






/**
 * IAM is eventually consistent: a read may not see a user that was created just before
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency).
 */
const ABSENCE_CERTAIN_AFTER_MS = 20_000;
const ABSENCE_BACKOFF = { firstMs: 500, maxMs: 3_000 };
/**
 * Reads the user of a lease. One answer that there is none may come from a server that is behind: it is believed when the lists of the
 * same moment say so too, else at the second answer.
 * @param listsAgree whether every list that was asked for at the same time has answered that there is no such user
 * @returns `undefined` when the user does not exist; a recent lease is looked for until that is certain
 * @throws what AWS answers to `GetUser`
 */
async function findUser(record, listsAgree, deps) {
    const certainAtMs = Date.parse(record.intendedAt) + ABSENCE_CERTAIN_AFTER_MS;
    const attempt = async (number) => {
        try {
            return (0,poll/* done */.Vw)((await deps.iam.send(new GetUserCommand/* GetUserCommand */.T({ UserName: record.userName }))).User);
        }
        catch (error) {
            // A denial may also mean that the user is not visible yet: IAM does not know the path of a user that it cannot find.
            if (!(0,failures/* isFailure */.N6)(error, 'NoSuchEntity') && !(0,failures/* isDenied */.GZ)(error))
                throw error;
            const isCertain = record.progress === 'gone' || deps.clock.now() >= certainAtMs;
            if (!isCertain)
                return (0,poll/* again */.TG)(() => undefined);
            if ((0,failures/* isDenied */.GZ)(error))
                throw error;
            return number > 1 || (await listsAgree()) ? (0,poll/* done */.Vw)(undefined) : (0,poll/* again */.TG)(() => undefined);
        }
    };
    return (0,poll/* poll */.wt)(attempt, { backoff: ABSENCE_BACKOFF }, deps);
}
/**
 * Checks that a user is the one of this lease. Any step of the job can change the saved record, but not the user's path and tags.
 * @throws ActionError `lease-mismatch`
 */
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
        remedy: 'Find out who changed the user or this job’s state. If the user is a lease, its guard ends it at its expiry.',
    });
}

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/PutUserPolicyCommand.js
var PutUserPolicyCommand = __webpack_require__(4841);
// EXTERNAL MODULE: ./build/lease/guard.js
var guard = __webpack_require__(1728);
;// CONCATENATED MODULE: ./build/lease/key-death.js


/** STS stops accepting a deleted key after 3–4 s: docs/decisions/0003-proof-by-key-id.md. */
const MAX_PROOF_MS = 10_000;
const BACKOFF = { firstMs: 250, maxMs: 1_000 };
/**
 * Proves that keys are deleted, with their ids alone. For an unknown key STS answers `InvalidClientTokenId`, before it checks the
 * signature; for a known key it answers `SignatureDoesNotMatch`. So the secret is not needed. The first call is immediate; more follow
 * for up to 10 s.
 */
async function proveKeysDead(accessKeyIds, probe, waiting) {
    return worstProof(accessKeyIds.map((id) => proveKeyDead(id, probe, waiting)));
}
/** The worst of several results; a rejected promise counts as `unknown`. Never rejects. */
async function worstProof(proofs) {
    const all = await Promise.all(proofs.map((proof) => proof.catch(() => 'unknown')));
    return ['alive', 'unknown', 'dead', 'no-key'].find((proof) => all.includes(proof)) ?? 'no-key';
}
async function proveKeyDead(accessKeyId, probe, waiting) {
    const getCallerIdentity = await probe(accessKeyId);
    let latest = 'unknown';
    const attempt = async () => {
        latest = await getCallerIdentity().then(() => 'alive', (error) => proofIn(error));
        return latest === 'dead' ? (0,poll/* done */.Vw)(latest) : (0,poll/* again */.TG)(() => latest);
    };
    // `poll` rejects only when the step must end; then the latest answer counts.
    return (0,poll/* poll */.wt)(attempt, { backoff: BACKOFF, withinMs: MAX_PROOF_MS }, waiting).catch(() => latest);
}
function proofIn(error) {
    if ((0,failures/* isFailure */.N6)(error, 'InvalidClientTokenId'))
        return 'dead';
    return (0,failures/* isFailure */.N6)(error, 'SignatureDoesNotMatch') ? 'alive' : 'unknown';
}

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/ListAccessKeysCommand.js
var ListAccessKeysCommand = __webpack_require__(733);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/DeleteAccessKeyCommand.js
var DeleteAccessKeyCommand = __webpack_require__(5989);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/ListUserPoliciesCommand.js
var ListUserPoliciesCommand = __webpack_require__(2988);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/DeleteUserPolicyCommand.js
var DeleteUserPolicyCommand = __webpack_require__(1097);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/ListAttachedUserPoliciesCommand.js
var ListAttachedUserPoliciesCommand = __webpack_require__(3832);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/DetachUserPolicyCommand.js
var DetachUserPolicyCommand = __webpack_require__(5581);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/ListGroupsForUserCommand.js
var ListGroupsForUserCommand = __webpack_require__(7525);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/RemoveUserFromGroupCommand.js
var RemoveUserFromGroupCommand = __webpack_require__(8047);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/GetLoginProfileCommand.js
var GetLoginProfileCommand = __webpack_require__(6879);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/DeleteLoginProfileCommand.js
var DeleteLoginProfileCommand = __webpack_require__(7752);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/ListMFADevicesCommand.js
var ListMFADevicesCommand = __webpack_require__(9108);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/DeactivateMFADeviceCommand.js
var DeactivateMFADeviceCommand = __webpack_require__(1507);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/DeleteVirtualMFADeviceCommand.js
var DeleteVirtualMFADeviceCommand = __webpack_require__(7537);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/ListSSHPublicKeysCommand.js
var ListSSHPublicKeysCommand = __webpack_require__(1220);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/DeleteSSHPublicKeyCommand.js
var DeleteSSHPublicKeyCommand = __webpack_require__(5532);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/ListSigningCertificatesCommand.js
var ListSigningCertificatesCommand = __webpack_require__(5436);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/DeleteSigningCertificateCommand.js
var DeleteSigningCertificateCommand = __webpack_require__(112);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/ListServiceSpecificCredentialsCommand.js
var ListServiceSpecificCredentialsCommand = __webpack_require__(4742);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/DeleteServiceSpecificCredentialCommand.js
var DeleteServiceSpecificCredentialCommand = __webpack_require__(1600);
// EXTERNAL MODULE: ./build/aws/pages.js
var pages = __webpack_require__(3242);
;// CONCATENATED MODULE: ./build/lease/user-attachments.js



const page = (ids, answer = {}) => ({
    ids: ids ?? [],
    next: answer.Marker,
});
/** The kind that is removed first. */
const ACCESS_KEYS = {
    label: 'access key',
    rare: false,
    async list(iam, UserName, marker) {
        const answer = await iam.send(new ListAccessKeysCommand/* ListAccessKeysCommand */.Q({ UserName, ...marker }));
        return page(answer.AccessKeyMetadata?.map((key) => key.AccessKeyId), answer);
    },
    remove: (iam, UserName, AccessKeyId) => iam.send(new DeleteAccessKeyCommand/* DeleteAccessKeyCommand */.y({ UserName, AccessKeyId })),
};
/** The kind of the guard. */
const INLINE_POLICIES = {
    label: 'inline policy',
    rare: false,
    async list(iam, UserName, marker) {
        const answer = await iam.send(new ListUserPoliciesCommand/* ListUserPoliciesCommand */.L({ UserName, ...marker }));
        return page(answer.PolicyNames, answer);
    },
    remove: (iam, UserName, PolicyName) => iam.send(new DeleteUserPolicyCommand/* DeleteUserPolicyCommand */.Q({ UserName, PolicyName })),
};
/** The kinds other than access keys, the common ones first. */
const OTHER_KINDS = [
    {
        label: 'attached policy',
        rare: false,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new ListAttachedUserPoliciesCommand/* ListAttachedUserPoliciesCommand */.z({ UserName, ...marker }));
            return page(answer.AttachedPolicies?.map((policy) => policy.PolicyArn), answer);
        },
        remove: (iam, UserName, PolicyArn) => iam.send(new DetachUserPolicyCommand/* DetachUserPolicyCommand */.m({ UserName, PolicyArn })),
    },
    INLINE_POLICIES,
    {
        label: 'group membership',
        rare: false,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new ListGroupsForUserCommand/* ListGroupsForUserCommand */.W({ UserName, ...marker }));
            return page(answer.Groups?.map((group) => group.GroupName), answer);
        },
        remove: (iam, UserName, GroupName) => iam.send(new RemoveUserFromGroupCommand/* RemoveUserFromGroupCommand */.I({ UserName, GroupName })),
    },
    {
        label: 'login profile',
        rare: true,
        async list(iam, UserName) {
            await iam.send(new GetLoginProfileCommand/* GetLoginProfileCommand */.a({ UserName }));
            return page([UserName]);
        },
        remove: (iam, UserName) => iam.send(new DeleteLoginProfileCommand/* DeleteLoginProfileCommand */.r({ UserName })),
    },
    {
        label: 'MFA device',
        rare: true,
        survivesUser: true,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new ListMFADevicesCommand/* ListMFADevicesCommand */.B({ UserName, ...marker }));
            return page(answer.MFADevices?.map((device) => device.SerialNumber), answer);
        },
        async remove(iam, UserName, SerialNumber) {
            const deactivated = iam.send(new DeactivateMFADeviceCommand/* DeactivateMFADeviceCommand */.S({ UserName, SerialNumber }));
            // A virtual device is a resource with an ARN and would still exist after the user is deleted.
            if (!SerialNumber.includes(':mfa/'))
                return deactivated;
            // `NoSuchEntity`: it is deactivated already, perhaps by us with the answer lost. The device still exists.
            await deactivated.catch((error) => {
                if (!(0,failures/* isFailure */.N6)(error, 'NoSuchEntity'))
                    throw error;
            });
            return iam.send(new DeleteVirtualMFADeviceCommand/* DeleteVirtualMFADeviceCommand */.O({ SerialNumber }));
        },
    },
    {
        label: 'SSH public key',
        rare: true,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new ListSSHPublicKeysCommand/* ListSSHPublicKeysCommand */.p({ UserName, ...marker }));
            return page(answer.SSHPublicKeys?.map((key) => key.SSHPublicKeyId), answer);
        },
        remove: (iam, UserName, SSHPublicKeyId) => iam.send(new DeleteSSHPublicKeyCommand/* DeleteSSHPublicKeyCommand */.J({ UserName, SSHPublicKeyId })),
    },
    {
        label: 'signing certificate',
        rare: true,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new ListSigningCertificatesCommand/* ListSigningCertificatesCommand */.B({ UserName, ...marker }));
            return page(answer.Certificates?.map((certificate) => certificate.CertificateId), answer);
        },
        remove: (iam, UserName, CertificateId) => iam.send(new DeleteSigningCertificateCommand/* DeleteSigningCertificateCommand */.j({ UserName, CertificateId })),
    },
    {
        label: 'service-specific credential',
        rare: true,
        async list(iam, UserName, marker) {
            const answer = await iam.send(new ListServiceSpecificCredentialsCommand/* ListServiceSpecificCredentialsCommand */.H({ UserName, ...marker }));
            return page(answer.ServiceSpecificCredentials?.map((credential) => credential.ServiceSpecificCredentialId), answer);
        },
        remove: (iam, UserName, ServiceSpecificCredentialId) => iam.send(new DeleteServiceSpecificCredentialCommand/* DeleteServiceSpecificCredentialCommand */.$({ UserName, ServiceSpecificCredentialId })),
    },
];
/** Lists all ids of one kind, from all pages. */
async function listAttachments(kind, iam, userName) {
    const found = await (0,pages/* allPages */.S)(`list ${kind.label}`, async (marker) => {
        const { ids, next } = await kind.list(iam, userName, marker === undefined ? {} : { Marker: marker });
        return { items: ids.filter((id) => id !== undefined), next };
    });
    return found;
}

;// CONCATENATED MODULE: ./build/lease/remove-attachments.js





/** Lists what is attached to the user, of one kind. A failure is added to `progress`; never rejects. */
async function listKind(kind, progress) {
    try {
        return {
            kind,
            ids: await listAttachments(kind, progress.iam, progress.record.userName),
            complete: true,
            refused: false,
            noUser: false,
        };
    }
    catch (error) {
        // The user exists. So for a common kind this is eventual consistency; for a login profile it means that there is none.
        if ((0,failures/* isFailure */.N6)(error, 'NoSuchEntity'))
            return { kind, ids: [], complete: kind.rare, refused: false, noUser: !kind.rare };
        progress.rareLeft ||= kind.rare;
        const sentence = `look for ${kind.label}: ${(0,failures/* describeFailure */.Ic)(error)}`;
        if (kind.rare && (0,failures/* isDenied */.GZ)(error))
            progress.refused.set(kind, sentence);
        else
            progress.failures.push(sentence);
        return { kind, ids: [], complete: false, refused: (0,failures/* isDenied */.GZ)(error), noUser: false };
    }
}
/**
 * Removes what is attached to the user: access keys first; then all the rest in parallel; the guard last, and only after everything
 * else was removed. So if something is still attached, the guard ends it, and sessions created with the key, too.
 * @returns true when something could not be removed, or AWS denied to list it
 */
async function removeAll(progress, found) {
    const keys = found.filter(({ kind }) => kind === ACCESS_KEYS);
    const [removedKeys, isClosed] = await Promise.all([
        Promise.all(keys.flatMap(({ kind, ids }) => ids.map((id) => remove(kind, id, progress)))),
        closeGuard(progress),
    ]);
    const removedIds = keys.flatMap(({ ids }) => ids).filter((_, index) => removedKeys[index]);
    if (progress.probe !== undefined) {
        progress.proof = worstProof([progress.proof, proveKeysDead(removedIds, progress.probe, progress)]);
    }
    const rest = found
        .filter(({ kind }) => kind !== ACCESS_KEYS)
        .flatMap(({ kind, ids }) => (kind === INLINE_POLICIES && isClosed ? withGuard(ids) : ids).map((id) => ({ kind, id })));
    const isGuard = ({ kind, id }) => kind === INLINE_POLICIES && id === guard/* GUARD_POLICY_NAME */.N;
    if (rest.some(isGuard) && !isClosed)
        progress.guard = 'on';
    const removedRest = await Promise.all(rest.filter((attachment) => !isGuard(attachment)).map(({ kind, id }) => remove(kind, id, progress)));
    const common = found.filter(({ kind }) => !kind.rare);
    const failed = removedKeys.includes(false) || removedRest.includes(false) || common.some(({ refused }) => refused);
    if (failed || common.some(({ complete }) => !complete))
        return failed;
    const guards = await Promise.all(rest.filter(isGuard).map(({ kind, id }) => remove(kind, id, progress)));
    if (guards.length > 0 && !guards.includes(false))
        progress.guard = 'off';
    return guards.includes(false);
}
/**
 * Puts the closed guard, once: a round after its removal does not put it again.
 * @returns true when it is put, so that the user has a guard even if the list does not show it
 */
async function closeGuard(progress) {
    const { iam, record, denyFirst } = progress;
    if (!denyFirst || progress.guard === 'closed' || progress.guard === 'off')
        return progress.guard === 'closed';
    const PolicyDocument = (0,guard/* closedGuardPolicy */.oR)();
    try {
        await iam.send(new PutUserPolicyCommand/* PutUserPolicyCommand */.C({ UserName: record.userName, PolicyName: guard/* GUARD_POLICY_NAME */.N, PolicyDocument }));
    }
    catch (error) {
        progress.failures.push(`deny it everything: ${(0,failures/* describeFailure */.Ic)(error)}`);
        return false;
    }
    progress.guard = 'closed';
    return true;
}
function withGuard(ids) {
    return ids.includes(guard/* GUARD_POLICY_NAME */.N) ? ids : [...ids, guard/* GUARD_POLICY_NAME */.N];
}
async function remove(kind, id, progress) {
    try {
        await kind.remove(progress.iam, progress.record.userName, id);
    }
    catch (error) {
        // Another process removed it, or we did and the answer was lost.
        if (!(0,failures/* isFailure */.N6)(error, 'NoSuchEntity')) {
            progress.rareLeft ||= kind.rare;
            const sentence = `remove ${kind.label}${kind.survivesUser ? ` ${id}` : ''}: ${(0,failures/* describeFailure */.Ic)(error)}`;
            progress.failures.push(sentence);
            if (kind.survivesUser)
                progress.survivors.add(sentence);
            return false;
        }
    }
    progress.removed.push(kind === ACCESS_KEYS || id === progress.record.userName ? kind.label : `${kind.label} ${id}`);
    return true;
}

;// CONCATENATED MODULE: ./build/lease/revocation.js
/** A revocation that did nothing yet. */
function newProgress(record, deps) {
    return {
        ...deps,
        record,
        removed: [],
        failures: [],
        survivors: new Set(),
        refused: new Map(),
        guard: record.progress === 'issued' ? 'on' : 'unknown',
        rareLeft: false,
        proof: Promise.resolve('no-key'),
        endsAt: undefined,
    };
}
/** The fields of `Revocation` that do not depend on the outcome. */
function resultOf(progress) {
    const { removed, failures, guard, rareLeft, endsAt } = progress;
    return { userName: progress.record.userName, removed, failures, guard, rareLeft, endsAt };
}

;// CONCATENATED MODULE: ./build/lease/revoke.js







const CONFLICT_BACKOFF = { firstMs: 500, maxMs: 4_000 };
/** `DeleteConflict` and `ConcurrentModification` right after deletes are eventual consistency. This many rounds take about 20 s. */
const MAX_ROUNDS = 8;
/** For a role that may not list all kinds: after this many rounds the cause is more likely one of those kinds. */
const MAX_ROUNDS_WITH_UNSEEN = 5;
/**
 * Deletes a user lease and everything attached to it, access keys first (docs/security.md). Idempotent: a missing user is a success.
 * An error of AWS does not stop it; all errors are in the result.
 * @throws ActionError `lease-mismatch` when a user of this name exists whose path or tags are not the record's
 */
async function revokeUser(record, deps) {
    const progress = newProgress(record, deps);
    const firstLists = Promise.all(commonKinds().map((kind) => listKind(kind, progress)));
    firstLists.catch(() => undefined);
    const listsAgree = async () => (await firstLists).every(({ noUser }) => noUser);
    const user = await findUser(record, listsAgree, deps).catch((error) => {
        progress.failures.push(`read the user: ${(0,failures/* describeFailure */.Ic)(error)}`);
        return 'unreadable';
    });
    if (user === 'unreadable')
        return { ...resultOf(progress), outcome: 'incomplete', proof: 'no-key' };
    if (user === undefined)
        return { ...resultOf(progress), outcome: 'already-gone', proof: 'no-key' };
    assertOwn(user, record);
    // The lease may have been renewed since main saved its record.
    progress.endsAt = user.Tags?.find(({ Key }) => Key === 'lease:expires-at')?.Value;
    if (deps.confirm?.(user) === false)
        return { ...resultOf(progress), outcome: 'kept', proof: 'no-key' };
    const isDeleted = await deleteInRounds(progress, await firstLists);
    if (!isDeleted)
        progress.failures.push(...progress.refused.values());
    return { ...resultOf(progress), outcome: isDeleted ? 'deleted' : 'incomplete', proof: await progress.proof };
}
function commonKinds() {
    return [ACCESS_KEYS, ...OTHER_KINDS.filter((kind) => !kind.rare)];
}
/** Lists, removes and deletes the user, again after a conflict. @returns true when the user is deleted */
async function deleteInRounds(progress, firstLists) {
    const attempt = async (round) => {
        const failed = await removeAll(progress, round === 1 ? firstLists : await listAgain(progress));
        const outcome = await deleteUser(progress);
        if (outcome !== 'conflict')
            return (0,poll/* done */.Vw)(outcome === 'gone');
        const maxRounds = progress.refused.size > 0 ? MAX_ROUNDS_WITH_UNSEEN : MAX_ROUNDS;
        return round >= maxRounds || (failed && round > 1) ? (0,poll/* done */.Vw)(false) : (0,poll/* again */.TG)(() => false);
    };
    // Only the pause of `poll` throws, when the step must end.
    return (0,poll/* poll */.wt)(attempt, { backoff: CONFLICT_BACKOFF }, progress).catch(() => false);
}
/**
 * Lists from the second round on, with the rare kinds. A lease normally has none of them, and the role may lack their permissions: with
 * these calls in the first round, CloudTrail would have denied calls for every lease.
 */
async function listAgain(progress) {
    const kinds = [ACCESS_KEYS, ...OTHER_KINDS].filter((kind) => !progress.refused.has(kind));
    progress.failures = [];
    return Promise.all(kinds.map((kind) => listKind(kind, progress)));
}
async function deleteUser(progress) {
    const markDeleted = () => {
        progress.failures = progress.failures.filter((sentence) => progress.survivors.has(sentence));
        return 'gone';
    };
    try {
        await progress.iam.send(new DeleteUserCommand/* DeleteUserCommand */.O({ UserName: progress.record.userName }));
        return markDeleted();
    }
    catch (error) {
        if ((0,failures/* isFailure */.N6)(error, 'NoSuchEntity') || (0,failures/* isDenied */.GZ)(error)) {
            if (await isGone(progress))
                return markDeleted();
        }
        progress.failures.push(`delete the user: ${(0,failures/* describeFailure */.Ic)(error)}`);
        return (0,failures/* isFailure */.N6)(error, 'DeleteConflict', 'ConcurrentModification', 'NoSuchEntity') ? 'conflict' : 'failed';
    }
}
/**
 * `NoSuchEntity` may come from a server that is behind. A denial may mean that the user is deleted, because IAM then knows neither its
 * path nor its tags: we deleted it and the answer was lost, or another process revoked the same lease. So the user is read once more.
 */
async function isGone({ iam, record }) {
    return iam.send(new GetUserCommand/* GetUserCommand */.T({ UserName: record.userName })).then(() => false, (answer) => (0,failures/* isFailure */.N6)(answer, 'NoSuchEntity'));
}


/***/ })

};

export const id = 2335;
export const ids = [2335];
export const modules = {

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
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5870);
/* harmony import */ var _lease_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3486);



const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '&#124;');
/** Job summary of main: who, what, until when, how long the key took to work. */
async function summariseIssue(lease, run, about) {
    const isUser = lease.kind === 'iam-user';
    await write('AWS credentials issued', [
        ['Identity', lease.arn],
        ['Kind', isUser ? 'IAM user with one access key' : 'STS session'],
        ['For', `${run.repository}, run ${run.runId} attempt ${run.runAttempt}, job ${run.job}`],
        ['Ends by itself', (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(lease.expiresAt)],
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

/***/ 6468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   revokeForJob: () => (/* binding */ revokeForJob)
/* harmony export */ });
/* harmony import */ var _github_inputs_lease_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1026);
/* harmony import */ var _github_run_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4809);
/* harmony import */ var _lease_revoke_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5311);
/* harmony import */ var _lease_tagged_lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4702);
/* harmony import */ var _manager_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6111);
/* harmony import */ var _tell_revocation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(461);






/** `/revoke`: ends this job's lease, or the one named, now. Post then finds nothing left. */
async function revokeForJob(step) {
    const env = { ...process.env };
    const run = (0,_github_run_context_js__WEBPACK_IMPORTED_MODULE_1__/* .runFacts */ .pI)(env);
    const inputs = (0,_github_inputs_lease_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .readRevokeInputs */ .aZ)(run, env);
    const { leaseId } = inputs;
    await (0,_manager_js__WEBPACK_IMPORTED_MODULE_4__/* .runAsManager */ .p)(inputs, { step, env }, async ({ principal, context }) => {
        const deps = await (0,_tell_revocation_js__WEBPACK_IMPORTED_MODULE_5__/* .revokeDependencies */ .Ay)(principal, context);
        const lease = await (0,_lease_tagged_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .findLease */ .G0)(leaseId, run.repositoryId, deps);
        if (lease === undefined) {
            step.log.notice(`IAM user ${leaseId} does not exist: its lease has ended already.`);
            return;
        }
        const record = (0,_lease_tagged_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .recordOf */ .zv)(lease, principal.accountId);
        const revocation = await (0,_lease_revoke_js__WEBPACK_IMPORTED_MODULE_2__.revokeUser)(record, deps);
        await (0,_tell_revocation_js__WEBPACK_IMPORTED_MODULE_5__/* .tellRevocation */ .o2)(revocation, record, step);
        if (revocation.outcome === 'incomplete')
            throw (0,_tell_revocation_js__WEBPACK_IMPORTED_MODULE_5__/* .revokeIncomplete */ .vO)(record, revocation);
    });
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






/** Reads may lag behind the create of a job that was killed at once (reference: aws-iam-sts.md §5.1). */
const ABSENCE_TRUSTED_AFTER_MS = 20_000;
const ABSENCE_BACKOFF = { firstMs: 500, maxMs: 3_000 };
/** The user, or `undefined` once its absence can be believed. */
async function findUser(record, deps) {
    const trustedAtMs = Date.parse(record.intendedAt) + ABSENCE_TRUSTED_AFTER_MS;
    const attempt = async () => {
        try {
            return (0,poll/* done */.Vw)((await deps.iam.send(new GetUserCommand/* GetUserCommand */.T({ UserName: record.userName }))).User);
        }
        catch (error) {
            // A denial, too, may mean “not seen yet”: IAM cannot know the path of a user that it does not find.
            if (!(0,failures/* isFailure */.N6)(error, 'NoSuchEntity') && !(0,failures/* isDenied */.GZ)(error))
                throw error;
            const isTrusted = record.progress === 'gone' || deps.clock.now() >= trustedAtMs;
            if (!isTrusted)
                return (0,poll/* again */.TG)(() => undefined);
            if ((0,failures/* isDenied */.GZ)(error))
                throw error;
            return (0,poll/* done */.Vw)(undefined);
        }
    };
    return (0,poll/* poll */.wt)(attempt, { backoff: ABSENCE_BACKOFF }, deps);
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

// EXTERNAL MODULE: ./build/lease/guard.js
var guard = __webpack_require__(1728);
;// CONCATENATED MODULE: ./build/lease/key-death.js


/** AWS forgets a deleted key after 3–4 s: docs/decisions/0003-proof-by-key-id.md. */
const MAX_PROOF_MS = 10_000;
const BACKOFF = { firstMs: 250, maxMs: 1_000 };
/**
 * Proves that keys are dead, knowing only their ids: STS answers `InvalidClientTokenId` for a key it does not know before it
 * looks at the signature, and `SignatureDoesNotMatch` for one it does. So the secret need not be kept for this.
 * Asks at once, then again for up to 10 s.
 */
async function proveKeysDead(accessKeyIds, probe, waiting) {
    return worstProof(accessKeyIds.map((id) => proveKeyDead(id, probe, waiting)));
}
/** The least comforting of several proofs; one that could not be had is `unknown`. Never rejects. */
async function worstProof(proofs) {
    const all = await Promise.all(proofs.map((proof) => proof.catch(() => 'unknown')));
    return ['alive', 'unknown', 'dead', 'no-key'].find((proof) => all.includes(proof)) ?? 'no-key';
}
async function proveKeyDead(accessKeyId, probe, waiting) {
    const ask = await probe(accessKeyId);
    let latest = 'unknown';
    const attempt = async () => {
        latest = await ask().then(() => 'alive', (error) => proofIn(error));
        return latest === 'dead' ? (0,poll/* done */.Vw)(latest) : (0,poll/* again */.TG)(() => latest);
    };
    // A step that has to end takes the latest answer for the last.
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
;// CONCATENATED MODULE: ./build/lease/user-attachments.js


const page = (ids, answer = {}) => ({
    ids: ids ?? [],
    next: answer.Marker,
});
/** The kind that goes first. */
const ACCESS_KEYS = {
    label: 'access key',
    rare: false,
    async list(iam, UserName, marker) {
        const answer = await iam.send(new ListAccessKeysCommand/* ListAccessKeysCommand */.Q({ UserName, ...marker }));
        return page(answer.AccessKeyMetadata?.map((key) => key.AccessKeyId), answer);
    },
    remove: (iam, UserName, AccessKeyId) => iam.send(new DeleteAccessKeyCommand/* DeleteAccessKeyCommand */.y({ UserName, AccessKeyId })),
};
/** The kind the guard is of. */
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
            const takenOff = iam.send(new DeactivateMFADeviceCommand/* DeactivateMFADeviceCommand */.S({ UserName, SerialNumber }));
            // A virtual device is an entity of its own, named by an ARN, and would stay behind.
            if (!SerialNumber.includes(':mfa/'))
                return takenOff;
            // Off already, perhaps by us with the answer lost: the device is there all the same.
            await takenOff.catch((error) => {
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
/** Every id of a kind, through all pages. */
async function listAttachments(kind, iam, userName) {
    const found = [];
    let next;
    do {
        const answer = await kind.list(iam, userName, next === undefined ? {} : { Marker: next });
        found.push(...answer.ids.filter((id) => id !== undefined));
        next = answer.next;
    } while (next !== undefined);
    return found;
}

;// CONCATENATED MODULE: ./build/lease/remove-attachments.js




/** What of one kind is on the user; a failure is noted in the work. */
async function listKind(kind, work) {
    try {
        return { kind, ids: await listAttachments(kind, work.iam, work.record.userName), complete: true, refused: false };
    }
    catch (error) {
        // The user exists, so a common kind's list that does not know it lags; of a login profile it says that there is none.
        if ((0,failures/* isFailure */.N6)(error, 'NoSuchEntity'))
            return { kind, ids: [], complete: kind.rare, refused: false };
        work.rareLeft ||= kind.rare;
        const sentence = `look for ${kind.label}: ${(0,failures/* describeFailure */.Ic)(error)}`;
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
        work.proof = worstProof([work.proof, proveKeysDead(deadIds, work.probe, work)]);
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
            const sentence = `remove ${kind.label}${kind.survivesUser ? ` ${id}` : ''}: ${(0,failures/* describeFailure */.Ic)(error)}`;
            work.failures.push(sentence);
            if (kind.survivesUser)
                work.survivors.add(sentence);
            return false;
        }
    }
    work.removed.push(kind === ACCESS_KEYS || id === work.record.userName ? kind.label : `${kind.label} ${id}`);
    return true;
}

;// CONCATENATED MODULE: ./build/lease/revocation.js
/** A revocation that has done nothing yet. */
function startWork(record, deps) {
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
/** The part of `Revocation` that every outcome shares. */
function report(work) {
    const { removed, failures, guard, rareLeft, endsAt } = work;
    return { userName: work.record.userName, removed, failures, guard, rareLeft, endsAt };
}

;// CONCATENATED MODULE: ./build/lease/revoke.js







const CONFLICT_BACKOFF = { firstMs: 500, maxMs: 4_000 };
/** `DeleteConflict` and `ConcurrentModification` straight after deletes are lag; so many rounds span some 20 s. */
const MAX_ROUNDS = 8;
/** Lag is over by then, as a rule, and what is left is more likely of a kind we may not look at. */
const MAX_ROUNDS_WITH_UNSEEN = 5;
/**
 * Deletes a user lease and everything on it, access keys first (SPEC §3, post). Idempotent: what is gone already is success.
 * Goes on after an error and reports them all; never throws for what AWS answers, but for a user that is not this lease's.
 * @throws ActionError `lease-mismatch` when a user of this name exists whose path or tags are not the record's
 */
async function revokeUser(record, deps) {
    const work = startWork(record, deps);
    const firstLook = Promise.all(commonKinds().map((kind) => listKind(kind, work)));
    firstLook.catch(() => undefined);
    const user = await findUser(record, deps).catch((error) => {
        work.failures.push(`read the user: ${(0,failures/* describeFailure */.Ic)(error)}`);
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
    const gone = await deleteInRounds(work, await firstLook);
    if (!gone)
        work.failures.push(...work.refused.values());
    return { ...report(work), outcome: gone ? 'deleted' : 'incomplete', proof: await work.proof };
}
function commonKinds() {
    return [ACCESS_KEYS, ...OTHER_KINDS.filter((kind) => !kind.rare)];
}
/** Rounds of: look, keys, the rest, the user. @returns whether the user is gone */
async function deleteInRounds(work, firstLook) {
    const attempt = async (round) => {
        const stuck = await removeAll(work, round === 1 ? firstLook : await lookAgain(work));
        const outcome = await deleteUser(work);
        if (outcome !== 'conflict')
            return (0,poll/* done */.Vw)(outcome === 'gone');
        const maxRounds = work.refused.size > 0 ? MAX_ROUNDS_WITH_UNSEEN : MAX_ROUNDS;
        return round >= maxRounds || (stuck && round > 1) ? (0,poll/* done */.Vw)(false) : (0,poll/* again */.TG)(() => false);
    };
    // Nothing above throws: only the pause does, when the step has to end.
    return (0,poll/* poll */.wt)(attempt, { backoff: CONFLICT_BACKOFF }, work).catch(() => false);
}
/** From the second round on the rare kinds too: a lease has none, and asking at once would leave denied calls in every audit trail. */
async function lookAgain(work) {
    const kinds = [ACCESS_KEYS, ...OTHER_KINDS].filter((kind) => !work.refused.has(kind));
    work.failures = [];
    return Promise.all(kinds.map((kind) => listKind(kind, work)));
}
async function deleteUser(work) {
    const settled = () => {
        work.failures = work.failures.filter((sentence) => work.survivors.has(sentence));
        return 'gone';
    };
    try {
        await work.iam.send(new DeleteUserCommand/* DeleteUserCommand */.O({ UserName: work.record.userName }));
        return settled();
    }
    catch (error) {
        if ((0,failures/* isFailure */.N6)(error, 'NoSuchEntity') || (await isGoneDespiteDenial(error, work)))
            return settled();
        work.failures.push(`delete the user: ${(0,failures/* describeFailure */.Ic)(error)}`);
        return (0,failures/* isFailure */.N6)(error, 'DeleteConflict', 'ConcurrentModification') ? 'conflict' : 'failed';
    }
}
/**
 * A refusal may mean that the user is gone, since IAM then knows neither its path nor its tags: deleted by us, the answer lost, or by
 * somebody else who revokes the same lease.
 */
async function isGoneDespiteDenial(error, work) {
    if (!(0,failures/* isDenied */.GZ)(error))
        return false;
    const look = work.iam.send(new GetUserCommand/* GetUserCommand */.T({ UserName: work.record.userName }));
    return look.then(() => false, (answer) => (0,failures/* isFailure */.N6)(answer, 'NoSuchEntity'));
}


/***/ })

};

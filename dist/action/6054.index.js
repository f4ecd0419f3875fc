export const id = 6054;
export const ids = [6054];
export const modules = {

/***/ 1463:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   lq: () => (/* binding */ _ep0),
/* harmony export */   yt: () => (/* binding */ _mw0)
/* harmony export */ });
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8798);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5714);
/* harmony import */ var _endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3240);



const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__/* .makeBuilder */ .k)(_endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__/* .commonParams */ .S, "AWSIdentityManagementV20100508", "IAMClient", _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__/* .getEndpointPlugin */ .rD);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];


/***/ }),

/***/ 1507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ DeactivateMFADeviceCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class DeactivateMFADeviceCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DeactivateMFADevice", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DeactivateMFADevice$ */ .JbK) {
}


/***/ }),

/***/ 5989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ DeleteAccessKeyCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class DeleteAccessKeyCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DeleteAccessKey", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DeleteAccessKey$ */ .$7J) {
}


/***/ }),

/***/ 7752:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ DeleteLoginProfileCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class DeleteLoginProfileCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DeleteLoginProfile", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DeleteLoginProfile$ */ .MTz) {
}


/***/ }),

/***/ 5532:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ DeleteSSHPublicKeyCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class DeleteSSHPublicKeyCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DeleteSSHPublicKey", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DeleteSSHPublicKey$ */ .mOT) {
}


/***/ }),

/***/ 1600:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ DeleteServiceSpecificCredentialCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class DeleteServiceSpecificCredentialCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DeleteServiceSpecificCredential", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DeleteServiceSpecificCredential$ */ .wXE) {
}


/***/ }),

/***/ 112:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ DeleteSigningCertificateCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class DeleteSigningCertificateCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DeleteSigningCertificate", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DeleteSigningCertificate$ */ .gBG) {
}


/***/ }),

/***/ 1075:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ DeleteUserCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class DeleteUserCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DeleteUser", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DeleteUser$ */ .dT8) {
}


/***/ }),

/***/ 1097:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ DeleteUserPolicyCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class DeleteUserPolicyCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DeleteUserPolicy", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DeleteUserPolicy$ */ .rNQ) {
}


/***/ }),

/***/ 7537:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ DeleteVirtualMFADeviceCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class DeleteVirtualMFADeviceCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DeleteVirtualMFADevice", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DeleteVirtualMFADevice$ */ .hCu) {
}


/***/ }),

/***/ 5581:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ DetachUserPolicyCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class DetachUserPolicyCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DetachUserPolicy", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DetachUserPolicy$ */ .jFf) {
}


/***/ }),

/***/ 6879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ GetLoginProfileCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class GetLoginProfileCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "GetLoginProfile", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .GetLoginProfile$ */ .nuJ) {
}


/***/ }),

/***/ 2180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ GetUserCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class GetUserCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "GetUser", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .GetUser$ */ ._k2) {
}


/***/ }),

/***/ 733:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ ListAccessKeysCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class ListAccessKeysCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "ListAccessKeys", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .ListAccessKeys$ */ .f9g) {
}


/***/ }),

/***/ 3832:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ ListAttachedUserPoliciesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class ListAttachedUserPoliciesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "ListAttachedUserPolicies", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .ListAttachedUserPolicies$ */ .oJD) {
}


/***/ }),

/***/ 7525:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ ListGroupsForUserCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class ListGroupsForUserCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "ListGroupsForUser", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .ListGroupsForUser$ */ .J0W) {
}


/***/ }),

/***/ 9108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ListMFADevicesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class ListMFADevicesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "ListMFADevices", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .ListMFADevices$ */ .Oci) {
}


/***/ }),

/***/ 1220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ListSSHPublicKeysCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class ListSSHPublicKeysCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "ListSSHPublicKeys", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .ListSSHPublicKeys$ */ ._I1) {
}


/***/ }),

/***/ 4742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ ListServiceSpecificCredentialsCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class ListServiceSpecificCredentialsCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "ListServiceSpecificCredentials", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .ListServiceSpecificCredentials$ */ .CTE) {
}


/***/ }),

/***/ 5436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ListSigningCertificatesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class ListSigningCertificatesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "ListSigningCertificates", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .ListSigningCertificates$ */ .KIe) {
}


/***/ }),

/***/ 2988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ ListUserPoliciesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class ListUserPoliciesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "ListUserPolicies", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .ListUserPolicies$ */ .ILW) {
}


/***/ }),

/***/ 8047:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ RemoveUserFromGroupCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class RemoveUserFromGroupCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "RemoveUserFromGroup", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .RemoveUserFromGroup$ */ .vmg) {
}


/***/ }),

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

/***/ 6054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweepForSchedule: () => (/* binding */ sweepForSchedule)
});

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(1463);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(663);
;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/GetAccountSummaryCommand.js


class GetAccountSummaryCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetAccountSummary", schemas_0/* GetAccountSummary$ */.C9B) {
}

// EXTERNAL MODULE: ./build/waiting/poll.js + 1 modules
var poll = __webpack_require__(5013);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
;// CONCATENATED MODULE: ./build/aws/adaptive-limit.js


const THROTTLED_BACKOFF = { firstMs: 500, maxMs: 8_000 };
/** With pauses of up to 8 s, some minutes of throttling. */
const MAX_ATTEMPTS = 41;
/**
 * Runs many calls as fast as AWS takes them, whose limits for IAM are unpublished and shared by the whole account
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html): at most `max` at a time, half as many after each
 * throttled one, slowly more while there is none. A throttled call is made again here and not by the SDK, which would not slow the
 * others down.
 */
function adaptiveLimit(max, waiting) {
    let allowed = max;
    let running = 0;
    const queue = [];
    const next = () => {
        while (running < Math.max(1, Math.floor(allowed)) && queue.length > 0) {
            running++;
            queue.shift()?.();
        }
    };
    const turn = () => new Promise((resolve) => {
        queue.push(resolve);
        next();
    });
    const once = async (call) => {
        await turn();
        try {
            const answer = await call();
            allowed = Math.min(max, allowed + 1 / allowed);
            return answer;
        }
        catch (error) {
            if ((0,failures/* isThrottled */.B5)(error))
                allowed = Math.max(1, allowed / 2);
            throw error;
        }
        finally {
            running--;
            next();
        }
    };
    const limits = {
        backoff: THROTTLED_BACKOFF,
        maxAttempts: waiting.retries ? MAX_ATTEMPTS : 1,
        isTemporary: failures/* isThrottled */.B5,
    };
    return (call) => (0,poll/* retry */.L5)(() => once(call), limits, waiting);
}

// EXTERNAL MODULE: ./build/aws/clients.js + 2 modules
var clients = __webpack_require__(931);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/inputs/lease-actions.js
var lease_actions = __webpack_require__(1026);
// EXTERNAL MODULE: ./build/github/reports/lease-actions.js
var reports_lease_actions = __webpack_require__(3486);
// EXTERNAL MODULE: ./build/github/reports/summary.js
var summary = __webpack_require__(6950);
// EXTERNAL MODULE: ./build/github/run-context.js
var run_context = __webpack_require__(4809);
;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/ListUsersCommand.js


class ListUsersCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListUsers", schemas_0/* ListUsers$ */.Biz) {
}

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/GetUserCommand.js
var GetUserCommand = __webpack_require__(2180);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./build/lease/revoke.js + 5 modules
var revoke = __webpack_require__(5311);
// EXTERNAL MODULE: ./build/lease/tagged-lease.js
var tagged_lease = __webpack_require__(4702);
;// CONCATENATED MODULE: ./build/lease/sweep.js






const UNTOUCHED = { revoked: false, failure: undefined, leftovers: [] };
/** AWS: API_ListUsers, MaxItems. */
const MAX_PAGE = 1_000;
/**
 * Looks at every user under a path and deletes the leases that have ended or whose run has. Pages come one after the other and are
 * forgotten; nothing is held but what `tell` keeps. A user is deleted only after its tags were read again just before (`revokeUser`
 * reads the user itself, and `confirm` sees what it read). One failure stops no other.
 * @throws what AWS answers to `ListUsers`
 */
async function sweep(wish, deps) {
    const limit = (0,p_limit/* default */.A)(wish.concurrency);
    let Marker;
    do {
        deps.lifetime.soft.throwIfAborted();
        const command = new ListUsersCommand({ PathPrefix: wish.pathPrefix, MaxItems: MAX_PAGE, Marker });
        const { Users = [], ...page } = await deps.iam.send(command);
        // A list has no tags: each user is read.
        await Promise.all(Users.map((user) => limit(() => sweepAndTell(user, wish, deps))));
        Marker = page.IsTruncated === true ? page.Marker : undefined;
    } while (Marker !== undefined);
    deps.lifetime.soft.throwIfAborted();
}
async function sweepAndTell(user, wish, deps) {
    // Of users that are not reached any more there is nothing to tell.
    if (deps.lifetime.soft.aborted)
        return;
    const swept = await sweepUser(user, wish, deps);
    if (swept.state !== 'unread' || !deps.lifetime.soft.aborted)
        deps.report(swept);
}
async function sweepUser({ UserName: userName = '' }, wish, deps) {
    const blank = { userName, lease: undefined, ...UNTOUCHED };
    try {
        const user = await readUser(userName, deps);
        if (user === undefined)
            return { ...blank, state: 'gone' };
        const { lease } = (0,tagged_lease/* classifyUser */.Ap)(user);
        if (lease === undefined)
            return { ...blank, state: 'foreign-tagged' };
        const state = await stateOf(lease, deps);
        if (wish.dryRun || state === 'active')
            return { ...blank, lease, state };
        return await revokeEnded(lease, state, deps);
    }
    catch (error) {
        return { ...blank, state: 'unread', failure: reason(error) };
    }
}
function reason(error) {
    return error instanceof errors/* ActionError */.lZ ? error.message : `looking at it failed: ${(0,failures/* describeFailure */.Ic)(error)}`;
}
async function readUser(userName, { iam }) {
    try {
        return (await iam.send(new GetUserCommand/* GetUserCommand */.T({ UserName: userName }))).User;
    }
    catch (error) {
        if ((0,failures/* isFailure */.N6)(error, 'NoSuchEntity'))
            return undefined;
        throw error;
    }
}
async function stateOf(lease, deps) {
    if (isExpired(lease, deps))
        return 'expired';
    return !lease.outlivesJob && (await deps.isRunOver(lease)) ? 'orphaned' : 'active';
}
function isExpired({ expiresAt }, { clock }) {
    return expiresAt.getTime() <= clock.now();
}
async function revokeEnded(lease, state, deps) {
    const { userName } = lease;
    // The last look before anything is deleted: the lease may have been renewed since the first.
    let last = lease;
    const confirm = (user) => {
        last = (0,tagged_lease/* classifyUser */.Ap)(user).lease;
        return last !== undefined && (state === 'orphaned' || isExpired(last, deps));
    };
    const revocation = await (0,revoke.revokeUser)((0,tagged_lease/* recordOf */.zv)(lease, deps.accountId), { ...deps, probe: undefined, confirm });
    const { outcome, failures } = revocation;
    if (outcome === 'kept') {
        return { userName, lease: last, state: last === undefined ? 'foreign-tagged' : 'active', ...UNTOUCHED };
    }
    if (outcome === 'already-gone')
        return { userName, lease, state: 'gone', ...UNTOUCHED };
    if (outcome === 'incomplete')
        return { userName, lease, state, ...UNTOUCHED, failure: failures.join('; ') };
    return { userName, lease, state, revoked: true, failure: undefined, leftovers: failures };
}

// EXTERNAL MODULE: ./build/job/manager.js
var manager = __webpack_require__(6111);
// EXTERNAL MODULE: ./build/job/tell-revocation.js + 1 modules
var tell_revocation = __webpack_require__(461);
;// CONCATENATED MODULE: ./build/job/sweep.js












const PROGRESS_MS = 5_000;
/** Share of the account's 5,000 users (not to be raised: reference aws-iam-sts.md §5.2) from which on there is a warning. */
const WARN_FROM_SHARE = 0.8;
/** Failures told one by one. */
const MAX_TOLD = 50;
/** `/sweep`: tells of every lease under a path, and deletes those that have ended. */
async function sweepForSchedule(step) {
    const env = { ...process.env };
    const run = (0,run_context/* runFacts */.pI)(env);
    const inputs = (0,lease_actions/* readSweepInputs */.qd)(run, env);
    await (0,manager/* runAsManager */.p)(inputs, { step, env }, (manager) => sweepAs(manager, inputs, { step, repository: run.repository }));
}
async function sweepAs(manager, inputs, { step, repository }) {
    const tally = (0,reports_lease_actions/* newTally */.l4)();
    const runs = await runsFor(inputs, repository, step);
    const { lifetime, log } = step;
    const { context } = manager;
    const client = await (0,clients/* iamClient */.LV)(context, renewing(manager), { throttledByCaller: true });
    const iam = limited(client, adaptiveLimit(inputs.concurrency, context));
    const progress = setInterval(() => log.info(`… ${tally.seen} users looked at, ${tally.counts.revoked} deleted.`), PROGRESS_MS);
    const quota = warnOfQuota(iam, step);
    try {
        await sweep(inputs, {
            ...context,
            iam,
            accountId: manager.principal.accountId,
            isRunOver: async (lease) => (await runs?.isOver(lease)) ?? false,
            report: (swept) => {
                (0,reports_lease_actions/* count */.U9)(tally, swept);
                if (swept.failure !== undefined)
                    log.info(`${swept.userName}: ${swept.failure}`);
                else if (swept.revoked)
                    log.info(`${swept.userName} is deleted (${swept.state}).`);
                (0,tell_revocation/* warnLeftovers */.H2)(swept.userName, swept.leftovers, log);
            },
        });
        tally.whole = true;
    }
    catch (cause) {
        lifetime.soft.throwIfAborted();
        throw (0,failures/* awsFailure */.MT)('sweep-failed', `Listing the users under ${inputs.pathPrefix}`, {
            remedy: 'Give the role iam:ListUsers and iam:GetUser (docs/permissions.md), and check `iam-path`.',
            cause,
        });
    }
    finally {
        clearInterval(progress);
        await quota;
        await publish(tally, inputs, step);
    }
    tellUnanswered(runs, step);
    const failed = tally.rows.filter(({ failure }) => failure !== undefined);
    if (failed.length > 0)
        throw sweepIncomplete(failed.map(({ userName, failure }) => `${userName}: ${failure}`), tally.seen);
}
/** Thousands of users may take longer than a session lasts: the SDK asks again when it nears its end. */
function renewing({ principal, again }) {
    let first = principal;
    return async () => {
        const { credentials } = first ?? (await again());
        first = undefined;
        return credentials;
    };
}
async function runsFor({ githubToken }, ownRepository, step) {
    if (githubToken === '')
        return undefined;
    const { workflowRuns } = await Promise.all(/* import() */[__webpack_require__.e(157), __webpack_require__.e(8468)]).then(__webpack_require__.bind(__webpack_require__, 8468));
    return workflowRuns(githubToken, ownRepository, step);
}
/** The same client, with no more calls at a time than AWS takes. */
function limited(iam, limit) {
    const send = (...call) => limit(() => iam.send(...call));
    return { send: send };
}
/** A courtesy: a role that may not look at the account's numbers sweeps all the same. */
async function warnOfQuota(iam, { log }) {
    try {
        const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
        const [users = 0, quota = 0] = [SummaryMap?.Users, SummaryMap?.UsersQuota];
        if (quota > 0 && users >= quota * WARN_FROM_SHARE) {
            log.warning(`The account has ${users} of at most ${quota} IAM users, a limit that AWS does not raise.`);
        }
    }
    catch (error) {
        const why = (0,failures/* isDenied */.GZ)(error) ? 'the role may not call iam:GetAccountSummary' : (0,failures/* describeFailure */.Ic)(error);
        log.info(`How near the account is to its limit of users is not known: ${why}.`);
    }
}
async function publish(tally, { dryRun, pathPrefix }, { log }) {
    const cut = (0,reports_lease_actions/* setSweepOutputs */.l6)(tally);
    if (cut > 0)
        log.notice(`The output \`leases\` has no room for ${cut} of ${tally.rows.length} leases.`);
    const { active, expired, orphaned, revoked, failed, foreign } = tally.counts;
    log.info(`Under ${pathPrefix}: ${active} active, ${expired} expired, ${orphaned} orphaned, ${foreign} no leases of ours; ${dryRun ? 'only looked (`dry-run`)' : `${revoked} deleted`}, ${failed} failed.`);
    const whole = tally.whole ? '' : ', as far as this run came';
    await (0,summary/* summariseSweep */.b3)(`${dryRun ? 'Leases' : 'Leases swept'}${whole}`, tally.rows);
}
function tellUnanswered(runs, { log }) {
    const { spared, failed, refusal } = runs?.unanswered() ?? { spared: 0, failed: 0, refusal: undefined };
    if (refusal !== undefined) {
        log.warning(`${refusal}: ${failed + spared} runs are not known to be over; their leases end by their guards.`);
    }
    else {
        if (spared > 0)
            log.notice(`GitHub’s rate limit is used up: ${spared} runs were not asked about; their leases end by their guards.`);
        if (failed > 0)
            log.notice(`GitHub did not say of ${failed} runs whether they are over; their leases were left alone.`);
    }
}
function sweepIncomplete(failures, all) {
    const more = failures.length > MAX_TOLD ? [`- and ${failures.length - MAX_TOLD} more`] : [];
    const lines = failures.slice(0, MAX_TOLD).map((failure) => `- ${failure}`);
    return new errors/* ActionError */.lZ('sweep-incomplete', [`Not swept, though they should be, or not looked at: ${failures.length} of ${all} users:`, ...lines, ...more].join('\n'), {
        remedy: 'All others were seen to. Mend what AWS names; the next sweep tries them again.',
    });
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

// EXTERNAL MODULE: ./build/aws/clients.js + 2 modules
var clients = __webpack_require__(931);
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
async function revokeDependencies(manager, context) {
    return {
        ...context,
        iam: await (0,clients/* iamClient */.LV)(context, manager.credentials),
        probe: (accessKeyId) => (0,clients/* callerIdentityProbe */.M4)(context, { accessKeyId, secretAccessKey: NO_SECRET }),
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
/** Whatever went wrong, and what to do about it, in one line. */
function describeError(error) {
    return error instanceof errors/* ActionError */.lZ ? `${error.message} (${error.remedy})` : (0,failures/* explain */.WE)(error);
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

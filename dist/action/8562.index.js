export const id = 8562;
export const ids = [8562];
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

/***/ 4841:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ PutUserPolicyCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1463);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(663);


class PutUserPolicyCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "PutUserPolicy", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .PutUserPolicy$ */ .d27) {
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

/***/ 7573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine)
/* harmony export */ });
/**
 * A text as part of one line of the log. The runner looks for commands at the start of each line, and for the old form of them anywhere
 * in a line (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs), and some of what we print comes from
 * elsewhere: names, ARNs, messages of AWS and of proxies.
 */
function oneLine(text) {
    return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?').replaceAll('##[', '##?[');
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
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3327);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5870);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9753);
/* harmony import */ var _lease_actions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3486);




const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '&#124;');
/** Job summary of main: the identity, its permissions, its end, and the time until the key worked. */
async function summariseIssue(lease, run, about) {
    const isUser = lease.kind === 'iam-user';
    await write('AWS credentials issued', [
        ['Identity', lease.arn],
        ['Kind', isUser ? 'IAM user with one access key' : 'STS session'],
        ['For', `${run.repository}, run ${run.runId} attempt ${run.runAttempt}, job ${run.job}`],
        ['Expires', (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(lease.expiresAt)],
        ['Revoked before that', endsBefore(isUser, about.revokedInPost)],
        ['Permissions', about.rights.granted.join(', ') || (isUser ? 'none: no policy, no group' : 'those of its role')],
        ...(isUser ? [['Boundary', about.rights.boundary ?? 'none']] : []),
        ...(isUser
            ? [['Usable after', lease.propagationMs === undefined ? 'not waited for' : `${lease.propagationMs} ms`]]
            : []),
    ]);
}
function endsBefore(isUser, revokedInPost) {
    if (!isUser)
        return 'no: AWS cannot revoke a single session';
    return revokedInPost ? 'at the end of this job' : 'no: `revoke` is `never`';
}
const PROOFS = {
    dead: 'STS no longer knows the key',
    alive: 'STS still knew the key 10 s after its deletion',
    unknown: 'STS gave no clear answer',
    'no-key': 'there was no access key',
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
/** Job summary of a post that could not reach the user, so that main's summary is not the last one. */
async function summariseFailure(userName, failure) {
    await write('AWS credentials NOT revoked', [
        ['IAM user', `${userName}: NOT deleted`],
        ['Failed', failure],
    ]);
}
/**
 * Further rows are only counted: a summary may have 1 MiB
 * (https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs), and a name 512 characters.
 */
const MAX_ROWS = 250;
/** Longer cells are cut: keys and messages of AWS have no limit. */
const MAX_CELL_CHARS = 300;
function cut(text) {
    return text.length <= MAX_CELL_CHARS ? text : `${text.slice(0, MAX_CELL_CHARS)} … (see the log)`;
}
/** Job summary of a sync: secret, action, differences and result. Names and actions only. */
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
/** Job summary of a sweep: failures first, active leases last. */
async function summariseSweep(heading, rows) {
    const columns = ['Lease', 'State', 'Repository', 'Run', 'Job', 'Actor', 'Created', 'Expires', 'Result'];
    const head = columns.map((data) => ({ data, header: true }));
    const ordered = [...rows].sort((one, other) => (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .rank */ .Tm)(one) - (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .rank */ .Tm)(other));
    const shown = ordered.slice(0, MAX_ROWS).map((swept) => {
        const entry = (0,_lease_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .entryOf */ .Ms)(swept);
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
/** The job summary is optional: the step does not fail when the runner does not accept it. */
async function put(heading, table) {
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .summary */ .z.addHeading(heading, 3).addTable(table).write();
    }
    catch (error) {
        (0,_step_js__WEBPACK_IMPORTED_MODULE_1__.debugLine)(`No job summary: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 9753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  debugLine: () => (/* binding */ debugLine),
  exitProcess: () => (/* binding */ exitProcess),
  fail: () => (/* binding */ fail),
  logInfo: () => (/* binding */ logInfo),
  runStep: () => (/* binding */ runStep),
  warn: () => (/* binding */ warn)
});

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/waiting/clock.js
var clock = __webpack_require__(5870);
// EXTERNAL MODULE: ./build/github/one-line.js
var one_line = __webpack_require__(7573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/github/runner-files.js


/** The files by which a step speaks to the runner (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). */
const FILES = ['GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'];
/**
 * Refuses to begin where one of the runner's files is something else, such as a named pipe: writing to one that nobody reads waits for
 * ever, after a lease was made.
 * @throws ActionError `runner-files-unusable`
 */
function assertRunnerFiles(env) {
    const unusable = FILES.filter((name) => !isUsable(env[name] ?? ''));
    if (unusable.length === 0)
        return;
    throw new errors/* ActionError */.lZ('runner-files-unusable', `${unusable.join(', ')}: not a regular file, so this step cannot use it`, {
        remedy: 'Find out which step of this job, or which setting of this runner, has replaced it. Nothing was created.',
    });
}
/** True for a regular file, and where there is none: the toolkit then has its own message. */
function isUsable(path) {
    if (path === '')
        return true;
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? true;
}

;// CONCATENATED MODULE: ./build/github/step.js





/**
 * The runner sends SIGTERM 7.5 s after SIGINT and kills the process 2.5 s later
 * (https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs). Calls in flight get this long to finish, so that we
 * know what they did. The rest is for the rollback.
 */
const SETTLE_MS = 1_500;
/** On Windows the runner sends CTRL_C and CTRL_BREAK, which Node reports as SIGINT and SIGBREAK. SIGTERM never arrives there. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'];
/**
 * Runs one stage of an action. An error becomes a message and a failed step.
 * @param options `stopsOnSignal`: a signal aborts the lifetime. Otherwise it is only logged, because the stage is the clean-up itself
 */
async function runStep(act, options) {
    const soft = new AbortController();
    const hard = new AbortController();
    const stopping = new AbortController();
    const end = (reason) => {
        if (soft.signal.aborted)
            return;
        logInfo(`${reason.message}; shutting down cleanly.`);
        soft.abort(reason);
        // Not unref'ed: where nothing else keeps the process alive, this ends the wait for a promise that never settles.
        setTimeout(() => hard.abort(reason), SETTLE_MS);
    };
    const stopped = (signal) => {
        stopping.abort();
        if (options.stopsOnSignal)
            end(interrupted(signal));
        else
            logInfo(`${signal} received: the clean-up continues.`);
    };
    for (const signal of STOP_SIGNALS)
        process.on(signal, () => stopped(signal));
    // Node exits without a word when it waits for a promise that nothing will settle. The first time, the stage is stopped and cleans up.
    const onStall = () => (soft.signal.aborted ? fail(soft.signal.reason) : end(stalled()));
    process.on('beforeExit', onStall);
    const endAfter = (seconds, limit) => {
        setTimeout(() => end(timedOut(seconds, limit)), seconds * 1000).unref();
    };
    const lifetime = { soft: soft.signal, hard: hard.signal };
    try {
        assertRunnerFiles(process.env);
        const log = { info: logInfo, notice: core/* notice */.lm, warning: core/* warning */.$e, debug: debugLine };
        const time = { clock: (0,clock/* systemClock */.ml)(), randomness: clock/* systemRandomness */.Cy };
        await act({ ...time, lifetime, stopping: stopping.signal, mask: core/* setSecret */.Pq, log, endAfter });
    }
    catch (thrown) {
        // When a step is stopped, the calls in flight fail with different errors. The reason to stop is what the user needs.
        fail(soft.signal.aborted ? soft.signal.reason : thrown);
    }
    finally {
        process.off('beforeExit', onStall);
    }
}
/** Writes one line to the log. */
function logInfo(line) {
    (0,core/* info */.pq)((0,one_line/* oneLine */.T)(line));
}
/** Exits once all output is written. A timer in the SDK that nobody awaits would otherwise keep the process alive. */
async function exitProcess() {
    await new Promise((resolve) => process.stdout.write('', () => resolve()));
    process.exit();
}
/** Writes a debug line; nothing when step debug logging is off. */
function debugLine(line) {
    if ((0,core/* isDebug */._o)())
        (0,core/* debug */.Yz)(line);
}
/** Prints an error with its remedy and fails the step. */
function fail(thrown) {
    const error = (0,errors/* asActionError */.z6)(thrown);
    (0,core/* setFailed */.C1)(textOf(error));
    if (error.cause instanceof Error)
        debugCauses(error.cause, { frames: error.code === 'unexpected' });
}
/** Causes of causes are printed up to this depth. */
const MAX_CAUSES = 5;
/**
 * For a bug report: the type of each cause and, with `frames`, where in this build it was thrown. No messages: the message of a library
 * may hold a secret.
 */
function debugCauses(first, { frames }) {
    let cause = first;
    for (let depth = 0; cause instanceof Error && depth < MAX_CAUSES; depth++) {
        debugLine(`Caused by ${cause.name}`);
        for (const frame of frames ? framesOf(cause) : [])
            debugLine(frame);
        cause = cause.cause;
    }
}
/** The frames of a stack that lie in this build: no message, no frames of Node itself. */
function framesOf({ stack = '' }) {
    return stack.split('\n').filter((line) => /^ {4}at .*file:\/\//.test(line));
}
/** Prints an error with its remedy as a warning. The step does not fail. */
function warn(thrown) {
    (0,core/* warning */.$e)(textOf((0,errors/* asActionError */.z6)(thrown)));
}
function textOf(error) {
    return `${error.message}\n\nWhat to do: ${error.remedy}\nMore: ${repositoryUrl()}docs/troubleshooting.md#${error.code}`;
}
/** URL of this version of the action, from the runner's variables; empty for a local action. */
function repositoryUrl() {
    const { GITHUB_SERVER_URL: server = '', GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '', } = process.env;
    const known = /^https:\/\/[\w.-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]+$/.test(ref);
    return known ? `${server}/${repository}/blob/${ref}/` : '';
}
function interrupted(signal) {
    return new errors/* ActionError */.lZ('interrupted', `The runner stopped this step (${signal})`, {
        remedy: 'Nothing, if the job was cancelled. Otherwise check `timeout-minutes` of the step and the job.',
    });
}
function timedOut(seconds, limit) {
    return new errors/* ActionError */.lZ('action-timeout', `The step took longer than ${limit}, ${seconds} s`, {
        remedy: 'Raise `action-timeout-s`, or look in the log above for the slow part.',
    });
}
function stalled() {
    return new errors/* ActionError */.lZ('stalled', 'The step waited for something that can no longer happen', {
        remedy: 'Run the job again with debug logging. If it fails again, open an issue with the log.',
    });
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
 * throttled call, and slowly more while none is throttled. A throttled call is made again here and not by the SDK, which would not slow the
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
var clients = __webpack_require__(2545);
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
// EXTERNAL MODULE: ./build/aws/pages.js
var pages = __webpack_require__(3242);
// EXTERNAL MODULE: ./build/lease/revoke.js + 5 modules
var revoke = __webpack_require__(5311);
// EXTERNAL MODULE: ./build/lease/tagged-lease.js
var tagged_lease = __webpack_require__(4702);
;// CONCATENATED MODULE: ./build/lease/sweep.js






const UNTOUCHED = { revoked: false, failure: undefined, leftovers: [] };
/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html, MaxItems. */
const MAX_PAGE = 1_000;
/**
 * Reads every user under a path and deletes the leases that have expired or whose workflow run has completed. It keeps one page of users
 * in memory at a time. Just before a user is deleted its tags are read again (`revokeUser` reads the user, `confirm` checks it). A
 * failure for one user does not stop the others.
 * @throws what AWS answers to `ListUsers`
 */
async function sweep(spec, deps) {
    const limit = (0,p_limit/* default */.A)(spec.concurrency);
    const users = (0,pages/* pagesOf */.E)('ListUsers', async (Marker) => {
        deps.lifetime.soft.throwIfAborted();
        const command = new ListUsersCommand({ PathPrefix: spec.pathPrefix, MaxItems: MAX_PAGE, Marker });
        const { Users = [], ...page } = await deps.iam.send(command);
        return { items: Users, next: page.IsTruncated === true ? page.Marker : undefined };
    });
    // `ListUsers` returns no tags, so each user is read by itself.
    for await (const page of users)
        await Promise.all(page.map((user) => limit(() => sweepAndReport(user, spec, deps))));
    deps.lifetime.soft.throwIfAborted();
}
async function sweepAndReport(user, spec, deps) {
    // The step must end: the other users are not reported.
    if (deps.lifetime.soft.aborted)
        return;
    const swept = await sweepUser(user, spec, deps);
    if (swept.state !== 'unread' || !deps.lifetime.soft.aborted)
        deps.report(swept);
}
async function sweepUser({ UserName: userName = '' }, spec, deps) {
    const blank = { userName, lease: undefined, ...UNTOUCHED };
    try {
        const user = await readUser(userName, deps);
        if (user === undefined)
            return { ...blank, state: 'gone' };
        const { lease } = (0,tagged_lease/* classifyUser */.Ap)(user);
        if (lease === undefined)
            return { ...blank, state: 'foreign-tagged' };
        const state = await stateOf(lease, deps);
        if (spec.dryRun || state === 'active')
            return { ...blank, lease, state };
        return await revokeEnded(lease, state, deps).catch((error) => unread(userName, (0,failures/* explain */.WE)(error)));
    }
    catch (error) {
        return unread(userName, `reading it failed: ${(0,failures/* explain */.WE)(error)}`);
    }
}
function unread(userName, failure) {
    return { userName, lease: undefined, state: 'unread', ...UNTOUCHED, failure };
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
    // Checked again just before the deletion: the lease may have been renewed since it was read.
    let last = lease;
    const confirm = (user) => {
        last = (0,tagged_lease/* classifyUser */.Ap)(user).lease;
        return last !== undefined && (state === 'orphaned' || isExpired(last, deps));
    };
    const revocation = await (0,revoke.revokeUser)((0,tagged_lease/* recordOf */.zv)(lease, deps.accountId), {
        ...deps,
        probe: undefined,
        denyFirst: false,
        confirm,
    });
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
// EXTERNAL MODULE: ./build/job/report-revocation.js + 1 modules
var report_revocation = __webpack_require__(3348);
;// CONCATENATED MODULE: ./build/job/sweep.js












const LIMIT_SECONDS = 18_000;
const PROGRESS_MS = 5_000;
/**
 * Warn from this share of the account's limit of 5,000 users, which AWS does not raise
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
 */
const WARN_FROM_SHARE = 0.8;
/** Failures listed in the error. */
const MAX_LISTED_FAILURES = 50;
/** `/sweep`: reports every lease under a path and deletes those that have expired or are orphaned. */
async function sweepForSchedule(step) {
    const env = { ...process.env };
    const run = (0,run_context/* runFacts */.pI)(env);
    const inputs = (0,lease_actions/* readSweepInputs */.qd)(run, env);
    await (0,manager/* runAsManager */.p)(inputs, { step, env, limitSeconds: LIMIT_SECONDS }, (manager) => sweepAs(manager, inputs, { step, repository: run.repository }));
}
async function sweepAs(manager, inputs, { step, repository }) {
    const tally = (0,reports_lease_actions/* newTally */.l4)();
    const runs = await runsFor(inputs, repository, step);
    const { lifetime, log } = step;
    const { context } = manager;
    const client = await (0,clients/* iamClient */.LV)(context, refreshingCredentials(manager), { throttledByCaller: true });
    const iam = withLimit(client, adaptiveLimit(inputs.concurrency, context));
    const progress = setInterval(() => log.info(`… ${tally.seen} users checked, ${tally.counts.revoked} deleted.`), PROGRESS_MS);
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
                (0,report_revocation/* warnLeftovers */.H2)(swept.userName, swept.leftovers, log);
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
    reportUnknownRuns(runs, step);
    const failed = tally.rows.filter(({ failure }) => failure !== undefined);
    if (failed.length > 0)
        throw sweepIncomplete(failed.map(({ userName, failure }) => `${userName}: ${failure}`), tally.seen);
}
/** The credentials of the managing identity. The SDK calls this again before the session ends, which a large sweep may outlast. */
function refreshingCredentials({ principal, again }) {
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
/** The same client with a limit of parallel calls, which adapts to throttling. */
function withLimit(iam, limit) {
    const send = (...call) => limit(() => iam.send(...call));
    return { send: send };
}
/** Warns when the account is near its limit of users. The sweep does not need this permission, so a failure is only logged. */
async function warnOfQuota(iam, { log }) {
    try {
        const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
        const [users = 0, quota = 0] = [SummaryMap?.Users, SummaryMap?.UsersQuota];
        if (quota > 0 && users >= quota * WARN_FROM_SHARE) {
            log.warning(`The account has ${users} of at most ${quota} IAM users, a limit that AWS does not raise.`);
        }
    }
    catch (error) {
        const why = (0,failures/* isDenied */.GZ)(error) ? 'the role may not call iam:GetAccountSummary' : (0,failures/* explain */.WE)(error);
        log.info(`The number of IAM users in the account is not known: ${why}.`);
    }
}
async function publish(tally, { dryRun, pathPrefix }, { log }) {
    const omitted = (0,reports_lease_actions/* setSweepOutputs */.l6)(tally);
    if (omitted > 0)
        log.notice(`The output \`leases\` omits ${omitted} of ${tally.rows.length} leases, because GitHub limits its size.`);
    const { active, expired, orphaned, revoked, failed, foreign } = tally.counts;
    log.info(`Under ${pathPrefix}: ${active} active, ${expired} expired, ${orphaned} orphaned, ${foreign} other users; ${dryRun ? 'nothing deleted (`dry-run`)' : `${revoked} deleted`}, ${failed} failed.`);
    const incomplete = tally.whole ? '' : ' (incomplete)';
    await (0,summary/* summariseSweep */.b3)(`${dryRun ? 'Leases' : 'Leases swept'}${incomplete}`, tally.rows);
}
function reportUnknownRuns(runs, { log }) {
    const { spared, failed, refusal } = runs?.unanswered() ?? { spared: 0, failed: 0, refusal: undefined };
    if (refusal !== undefined) {
        log.warning(`${refusal}: ${failed + spared} runs may not have completed; their guards end their leases.`);
    }
    else {
        if (spared > 0)
            log.notice(`GitHub’s rate limit is used up: ${spared} runs were not checked; their guards end their leases.`);
        if (failed > 0)
            log.notice(`GitHub did not report the state of ${failed} runs; their leases were not changed.`);
    }
}
function sweepIncomplete(failures, all) {
    const more = failures.length > MAX_LISTED_FAILURES ? [`- and ${failures.length - MAX_LISTED_FAILURES} more`] : [];
    const lines = failures.slice(0, MAX_LISTED_FAILURES).map((failure) => `- ${failure}`);
    return new errors/* ActionError */.lZ('sweep-incomplete', [`Could not be read or deleted: ${failures.length} of ${all} users:`, ...lines, ...more].join('\n'), {
        remedy: 'All other users were checked. Fix what AWS reports; the next sweep tries these users again.',
    });
}


/***/ })

};

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

/***/ 8602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ retryDenied)
/* harmony export */ });
/* harmony import */ var _waiting_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5013);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);


/** A new role, or a change to its policies, takes seconds to be seen: three attempts, within some 5 s. */
const BACKOFF = { firstMs: 1_000, maxMs: 4_000, factor: 4 };
const MAX_ATTEMPTS = 3;
/** Calls again while AWS denies, for as long as the denial may only mean that a change has not arrived yet. */
function retryDenied(call, waiting) {
    const maxAttempts = waiting.retries ? MAX_ATTEMPTS : 1;
    const isTemporary = (error) => (0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(error) || (0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, 'InvalidIdentityToken');
    return (0,_waiting_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(call, { backoff: BACKOFF, maxAttempts, isTemporary }, waiting);
}


/***/ }),

/***/ 1026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aZ: () => (/* binding */ readRevokeInputs),
/* harmony export */   qd: () => (/* binding */ readSweepInputs),
/* harmony export */   zq: () => (/* binding */ readRenewInputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2488);
/* harmony import */ var _lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6319);
/* harmony import */ var _run_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4809);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(430);
/* harmony import */ var _hand_over_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(728);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6287);






const HOUR_SECONDS = 3600;
const MIN_TTL_SECONDS = 60;
const MAX_TTL_SECONDS = 3650 * 24 * HOUR_SECONDS;
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const USER_NAME = /^[\w+=,.@-]{1,64}$/;
/** @throws ActionError `invalid-inputs` that lists all problems */
function readRenewInputs(run, env, reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__.inputReader)()) {
    const access = (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .readAccess */ .z)(reader, run, env);
    const leaseId = readLeaseId(reader, env);
    const ttlSeconds = reader.seconds('ttl', HOUR_SECONDS);
    if (ttlSeconds < MIN_TTL_SECONDS)
        reader.problem('ttl', `is ${ttlSeconds} s; the minimum is ${MIN_TTL_SECONDS} s`);
    if (ttlSeconds > MAX_TTL_SECONDS)
        reader.problem('ttl', `is ${ttlSeconds} s; the maximum is ten years, ${MAX_TTL_SECONDS} s`);
    assertKnownRepository(reader, run);
    (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .assertNoProblems */ .E)(reader);
    return { ...access, leaseId, ttlSeconds };
}
/** @throws ActionError `invalid-inputs` that lists all problems */
function readRevokeInputs(run, env, reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__.inputReader)()) {
    const access = (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .readAccess */ .z)(reader, run, env);
    const leaseId = readLeaseId(reader, env);
    assertKnownRepository(reader, run);
    (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .assertNoProblems */ .E)(reader);
    return { ...access, leaseId };
}
function readLeaseId(reader, env) {
    const id = reader.text('lease-id') || env[_hand_over_js__WEBPACK_IMPORTED_MODULE_2__/* .LEASE_ID_VARIABLE */ .i] || '';
    if (id === '') {
        reader.problem('lease-id', `is missing, and ${_hand_over_js__WEBPACK_IMPORTED_MODULE_2__/* .LEASE_ID_VARIABLE */ .i} is not set: this job has issued no lease, or a session, which AWS can neither renew nor revoke`);
    }
    else if (!USER_NAME.test(id))
        reader.problem('lease-id', `must be the name of an IAM user, not "${id}"`);
    return id;
}
/** Only leases of this repository are changed. They are recognised by the repository's number. */
function assertKnownRepository(reader, { repositoryId }) {
    if (repositoryId === '')
        reader.problem('GITHUB_REPOSITORY_ID', `is not set; without it the leases of this repository cannot be recognised. ${_run_context_js__WEBPACK_IMPORTED_MODULE_0__/* .HOW_TO_GIVE_REPOSITORY_ID */ .W7}`);
}
/** IAM's rate limits are not published. The sweep slows down when AWS throttles it. */
const CONCURRENCY = { min: 1, max: 50, fallback: 10 };
/** @throws ActionError `invalid-inputs` that lists all problems */
function readSweepInputs(run, env, reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__.inputReader)()) {
    const access = (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .readAccess */ .z)(reader, run, env);
    const githubToken = reader.text('github-token');
    if (githubToken !== '')
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_4__/* .setSecret */ .Pq)(githubToken);
    const pathPrefix = (0,_lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .iamPath */ .RI)(reader.text('iam-path') || _lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_ROOT */ .P2);
    if (pathPrefix === '/')
        reader.problem('iam-path', 'must not be the whole account; give the path of the leases');
    if (pathPrefix.length > _lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_PATH_CHARS */ .jI)
        reader.problem('iam-path', `has ${pathPrefix.length} characters; IAM allows ${_lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_PATH_CHARS */ .jI}`);
    const inputs = {
        ...access,
        pathPrefix,
        dryRun: reader.flag('dry-run', false),
        githubToken,
        concurrency: reader.integer('concurrency', CONCURRENCY),
    };
    (0,_access_js__WEBPACK_IMPORTED_MODULE_1__/* .assertNoProblems */ .E)(reader);
    return inputs;
}


/***/ }),

/***/ 3486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   Tm: () => (/* binding */ rank),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   l4: () => (/* binding */ newTally),
/* harmony export */   l6: () => (/* binding */ setSweepOutputs),
/* harmony export */   sy: () => (/* binding */ setRenewOutputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2488);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);


/** The outputs of `/renew`. */
function setRenewOutputs(renewed) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('lease-id', renewed.leaseId);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('previous-expiration', renewed.before);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('aws-expiration', renewed.after);
}
/** An empty tally. */
function newTally() {
    return {
        rows: [],
        seen: 0,
        whole: false,
        counts: { active: 0, expired: 0, orphaned: 0, revoked: 0, failed: 0, foreign: 0 },
    };
}
/** Adds one user to the tally. */
function count(tally, swept) {
    const { counts } = tally;
    tally.seen++;
    tally.rows.push(swept);
    if (swept.state === 'foreign-tagged')
        counts.foreign++;
    else if (swept.state !== 'gone' && swept.state !== 'unread')
        counts[swept.state]++;
    if (swept.revoked)
        counts.revoked++;
    if (swept.failure !== undefined)
        counts.failed++;
}
/**
 * Characters of the output `leases`. The outputs of a job may have 1 MiB, counted in UTF-16
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs).
 */
const MAX_OUTPUT_CHARS = 450_000;
/** The outputs of `/sweep`. @returns how many leases did not fit into `leases`; active ones are left out first */
function setSweepOutputs({ rows, counts }) {
    const { foreign: _, ...counted } = counts;
    for (const [name, value] of Object.entries(counted))
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)(name, value);
    const ordered = [...rows].sort((one, other) => rank(one) - rank(other));
    const texts = [];
    let room = MAX_OUTPUT_CHARS;
    for (const swept of ordered) {
        const text = JSON.stringify(entryOf(swept));
        room -= text.length + 1;
        if (room < 0)
            break;
        texts.push(text);
    }
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)('leases', `[${texts.join(',')}]`);
    return rows.length - texts.length;
}
const ORDER = ['unread', 'expired', 'orphaned', 'foreign-tagged', 'active', 'gone'];
/** Sort order: failures first, then leases that are not active. */
function rank({ state, failure }) {
    return failure === undefined ? 1 + ORDER.indexOf(state) : 0;
}
/** One lease in the output `leases`: names and times only. */
function entryOf({ userName, state, lease, revoked, failure }) {
    return {
        leaseId: userName,
        state,
        ...(lease === undefined
            ? {}
            : {
                repository: lease.repository,
                runId: lease.runId,
                runAttempt: lease.runAttempt,
                job: lease.job,
                actor: lease.actor,
                created: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(lease.createdAt),
                expires: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .rfc3339 */ .ag)(lease.expiresAt),
            }),
        revoked,
        ...(failure === undefined ? {} : { failure }),
    };
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
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
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
        (0,_step_js__WEBPACK_IMPORTED_MODULE_1__/* .debugLine */ .IU)(`No job summary: ${error instanceof Error ? error.message : String(error)}`);
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

/***/ 4702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ classifyUser),
/* harmony export */   G0: () => (/* binding */ findLease),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2180);
/* harmony import */ var _aws_failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);
/* harmony import */ var _aws_retry_denied_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8602);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _waiting_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6790);
/* harmony import */ var _lease_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4404);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2000);







/** Reads a user's tags. A user without the tags of a lease, or with tags that cannot be parsed, is not a lease. */
function classifyUser(user) {
    const tags = new Map(user.Tags?.map(({ Key, Value = '' }) => [Key, Value]));
    const of = (name) => tags.get(`lease:${name}`) ?? '';
    if (of('managed-by') !== _tags_js__WEBPACK_IMPORTED_MODULE_5__/* .MANAGED_BY */ .Kf)
        return { lease: undefined, because: `the tag lease:managed-by is not ${_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .MANAGED_BY */ .Kf}` };
    const expiresAt = (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRfc3339 */ .TM)(of('expires-at'));
    if (expiresAt === undefined)
        return { lease: undefined, because: 'the tag lease:expires-at is not an RFC 3339 time' };
    if (of('run-id') === '' || of('nonce') === '')
        return { lease: undefined, because: 'the tag lease:run-id or lease:nonce is missing' };
    return {
        lease: {
            userName: user.UserName ?? '',
            arn: user.Arn ?? '',
            path: user.Path ?? '',
            createdAt: user.CreateDate ?? expiresAt,
            expiresAt,
            // Without a valid limit the lease cannot be renewed.
            maxExpiresAt: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRfc3339 */ .TM)(of('max-expires-at')) ?? expiresAt,
            repository: of('repository'),
            repositoryId: of('repository-id'),
            runId: of('run-id'),
            runAttempt: of('run-attempt'),
            job: of('job'),
            actor: of('actor'),
            nonce: of('nonce'),
            outlivesJob: of('revoke') === 'never',
        },
    };
}
/** The record that `revokeUser` needs, for a lease of another process. `issued`, because its job received it. */
function recordOf(lease, accountId) {
    const { userName, path, runId, runAttempt, nonce, createdAt, expiresAt } = lease;
    return {
        userName,
        path,
        accountId,
        runId,
        runAttempt,
        nonce,
        intendedAt: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .rfc3339 */ .ag)(createdAt),
        expiresAt: (0,_waiting_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .rfc3339 */ .ag)(expiresAt),
        progress: 'issued',
    };
}
/**
 * Finds this repository's lease with this user name.
 * @returns `undefined` when there is no such user
 * @throws ActionError `lease-mismatch` for a user that is not a lease or belongs to another repository; `lease-denied`, `lease-failed`
 */
async function findLease(userName, repositoryId, deps) {
    let user;
    try {
        user = (await (0,_aws_retry_denied_js__WEBPACK_IMPORTED_MODULE_1__/* .retryDenied */ .M)(() => deps.iam.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_6__/* .GetUserCommand */ .T({ UserName: userName })), deps)).User;
    }
    catch (error) {
        if ((0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, 'NoSuchEntity'))
            return undefined;
        throw (0,_lease_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .leaseFailure */ .F)(deps.purpose, `Reading IAM user ${userName}`, error);
    }
    const classification = user === undefined ? { lease: undefined, because: 'AWS returned no user' } : classifyUser(user);
    if (classification.lease === undefined)
        throw mismatch(userName, classification.because);
    if (classification.lease.repositoryId !== repositoryId)
        throw mismatch(userName, 'it is a lease of another repository');
    return classification.lease;
}
function mismatch(userName, because) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('lease-mismatch', `IAM user ${userName} was left alone: ${because}`, {
        remedy: 'Check `lease-id`, and which step of this job set AWS_EPHEMERAL_LEASE_ID.',
    });
}


/***/ })

};

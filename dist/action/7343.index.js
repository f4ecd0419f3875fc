export const id = 7343;
export const ids = [7343];
export const modules = {

/***/ 1163:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ GetCallerIdentityCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7800);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5554);


class GetCallerIdentityCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "GetCallerIdentity", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .GetCallerIdentity$ */ .ef) {
}


/***/ }),

/***/ 7343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   callerIdentity: () => (/* binding */ callerIdentity)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1163);
/* harmony import */ var _aws_clients_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4694);
/* harmony import */ var _aws_failures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8231);



/**
 * Who credentials belong to. Needs no permission.
 * @throws ActionError `no-base-credentials` when AWS does not take them
 */
async function callerIdentity(credentials, deps) {
    const sts = await (0,_aws_clients_js__WEBPACK_IMPORTED_MODULE_0__/* .stsClient */ .Km)(deps.connection, credentials, deps.lifetime);
    try {
        const { Arn = '', Account = '' } = await sts.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__/* .GetCallerIdentityCommand */ .z({}));
        deps.account(Account);
        return { credentials, arn: Arn, accountId: Account };
    }
    catch (cause) {
        throw (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)('no-base-credentials', 'Asking AWS who the given credentials belong to', {
            remedy: 'The credentials must be valid, unexpired, and of the partition `aws-region` lies in.',
            cause,
        });
    }
}


/***/ })

};

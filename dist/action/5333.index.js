export const id = 5333;
export const ids = [5333];
export const modules = {

/***/ 5333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tokenFileIdentity: () => (/* binding */ tokenFileIdentity)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8927);



/** Where the kubelet mounts projected tokens, by means of symbolic links that only it can write. */
const KUBELET_TOKEN = /^\/var\/run\/secrets\/[^/]+\/serviceaccount\/token$/;
/** A token has some kilobytes. */
const MAX_TOKEN_BYTES = 64 * 2 ** 10;
/**
 * The token of a file, as EKS mounts it for IRSA
 * (https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html). The file is read again at each use,
 * because the kubelet rotates the token.
 */
function tokenFileIdentity(path, deps) {
    return {
        kind: 'token',
        async token() {
            const token = readTokenFile(path).trim();
            if (token === '')
                throw unreadable(path, 'it is empty');
            deps.mask(token);
            return token;
        },
    };
}
function readTokenFile(path) {
    const links = KUBELET_TOKEN.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path)) ? 'follow' : 'refuse';
    try {
        if (links === 'refuse')
            (0,_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseLink */ .VQ)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), 'its directory is a symbolic link');
        const file = (0,_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegular */ .VX)(path, { links, maxBytes: MAX_TOKEN_BYTES });
        if (file !== undefined)
            return file.bytes.toString('utf8');
    }
    catch (error) {
        const { code = 'unknown error' } = error;
        throw unreadable(path, error instanceof _files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileRefused */ .rV ? error.message : code, error);
    }
    throw unreadable(path, 'ENOENT');
}
function unreadable(path, why, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('token-file-unreadable', `Reading the web identity token file ${path} failed: ${why}`, {
        remedy: 'Check `web-identity-token-file`: it must be a regular file that the runner’s user may read.',
        cause,
    });
}


/***/ })

};

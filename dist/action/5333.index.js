export const id = 5333;
export const ids = [5333];
export const modules = {

/***/ 5333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tokenFileIdentity: () => (/* binding */ tokenFileIdentity)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9473);




/** Where the kubelet projects tokens, through links of its own that only it can write. */
const KUBELET_TOKEN = /^\/var\/run\/secrets\/[^/]+\/serviceaccount\/token$/;
/** The token of a file, as EKS projects it (IRSA). Read again at each use, since the kubelet rotates it. */
function tokenFileIdentity(path, deps) {
    return {
        kind: 'token',
        async token() {
            const token = (await readRegularFile(path)).trim();
            if (token === '')
                throw unreadable(path, 'it is empty');
            deps.mask(token);
            return token;
        },
    };
}
async function readRegularFile(path) {
    const trusted = KUBELET_TOKEN.test(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.normalize(path));
    try {
        if (!trusted && (await isLink((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path))))
            throw unreadable(path, 'its directory is a symbolic link');
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0) | (trusted ? 0 : (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0)));
        try {
            if (!(await file.stat()).isFile())
                throw unreadable(path, 'it is not a regular file');
            return await file.readFile('utf8');
        }
        finally {
            await file.close();
        }
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ)
            throw error;
        const code = error.code ?? 'unknown error';
        throw unreadable(path, code === 'ELOOP' ? 'it is a symbolic link' : code, error);
    }
}
async function isLink(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path)).isSymbolicLink();
}
function unreadable(path, why, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('token-file-unreadable', `Reading the web identity token file ${path} failed: ${why}`, {
        remedy: 'Check `web-identity-token-file`: a regular file that the runner’s user may read.',
        cause,
    });
}


/***/ })

};

export const id = 1963;
export const ids = [1963];
export const modules = {

/***/ 1963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ambientIdentity: () => (/* binding */ ambientIdentity)
/* harmony export */ });
/* harmony import */ var _aws_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4832);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);


/**
 * What the machine itself is in AWS: instance profile, ECS or EKS Pod Identity, a profile, the environment. The SDK's own chain,
 * and only when asked for by `use-ambient-credentials`.
 */
function ambientIdentity(deps) {
    return {
        kind: 'credentials',
        async credentials() {
            // Loaded here, for no other way needs it.
            const { fromNodeProviderChain } = await __webpack_require__.e(/* import() */ 5534).then(__webpack_require__.bind(__webpack_require__, 5534));
            try {
                const found = await fromNodeProviderChain({
                    clientConfig: {
                        region: deps.connection.region,
                        requestHandler: (0,_aws_http_js__WEBPACK_IMPORTED_MODULE_0__/* .httpHandler */ .b)({ keepAlive: false, debug: deps.debug }),
                    },
                })();
                deps.mask(found.secretAccessKey);
                deps.mask(found.accessKeyId);
                if (found.sessionToken !== undefined)
                    deps.mask(found.sessionToken);
                return found;
            }
            catch (cause) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('no-base-credentials', 'Taking the machine’s own AWS credentials failed: there are none', {
                    remedy: '`use-ambient-credentials` needs an instance profile, ECS or EKS Pod Identity, or a profile on this runner. On a GitHub-hosted runner use `role-to-assume` with OIDC.',
                    cause,
                });
            }
        },
    };
}


/***/ })

};

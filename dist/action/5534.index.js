export const id = 5534;
export const ids = [5534];
export const modules = {

/***/ 5534:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fromNodeProviderChain: () => (/* reexport */ fromNodeProviderChain)
});

// UNUSED EXPORTS: createCredentialChain, fromCognitoIdentity, fromCognitoIdentityPool, fromContainerMetadata, fromEnv, fromHttp, fromIni, fromInstanceMetadata, fromLoginCredentials, fromProcess, fromSSO, fromTemporaryCredentials, fromTokenFile, fromWebToken, propertyProviderChain

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/credential-providers/dist-es/fromNodeProviderChain.js
const fromNodeProviderChain = (init = {}) => {
    let chain;
    return async (args) => {
        if (!chain) {
            const { defaultProvider } = await __webpack_require__.e(/* import() */ 2528).then(__webpack_require__.bind(__webpack_require__, 2528));
            chain = defaultProvider({ ...init });
        }
        return chain(args);
    };
};

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/credential-providers/dist-es/index.js

















/***/ })

};

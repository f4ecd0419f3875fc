export const id = 1963;
export const ids = [1963];
export const modules = {

/***/ 2221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ awsRequestHandler)
/* harmony export */ });
/* harmony import */ var _smithy_core_protocols__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5206);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6301);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6277);



/** Most answers have some kilobytes; a page of users or secrets has some hundred. */
const MAX_BODY_BYTES = 10 * 2 ** 20;
/** Actions whose answer has no body (AWS: API_TagResource of Secrets Manager). */
const WITHOUT_BODY = ['TagResource', 'UntagResource'];
/**
 * The HTTP handler of all SDK clients. It passes on only answers of AWS. The SDK itself accepts any answer with status 200, for example
 * the page of a captive portal, and returns a result without fields.
 * @returns `handle` throws ForeignAnswer, NetworkFault, ProxyRefusal
 */
function awsRequestHandler(settings) {
    const { exchange, destroy } = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .httpClient */ .o)(settings);
    const handle = async (request, options) => {
        const answer = await exchange(request, { ...options, maxBytes: MAX_BODY_BYTES });
        assertAws(request, answer);
        const { status: statusCode, headers, body } = answer;
        return { response: new _smithy_core_protocols__WEBPACK_IMPORTED_MODULE_2__/* .HttpResponse */ .c({ statusCode, headers, body: new Uint8Array(body) }) };
    };
    return {
        metadata: { handlerProtocol: 'http/1.1' },
        handle,
        updateHttpClientConfig: () => undefined,
        httpHandlerConfigs: () => ({}),
        destroy,
    };
}
/** @throws ForeignAnswer */
function assertAws(request, answer) {
    const text = answer.body.toString('utf8');
    const target = request.headers['x-amz-target'];
    // Only for a string: the SDK prints a warning when a JSON body, which is bytes, is converted.
    const action = typeof request.body === 'string' ? new URLSearchParams(request.body).get('Action') : null;
    const isAws = target !== undefined
        ? isJsonAnswer(target, answer, text)
        : action !== null
            ? isQueryAnswer(action, answer, text)
            : isJsonObject(text);
    if (!isAws)
        throw new _faults_js__WEBPACK_IMPORTED_MODULE_0__/* .ForeignAnswer */ .J6(request.hostname, { status: answer.status, type: header(answer, 'content-type') });
}
function header({ headers }, name) {
    return headers[name] ?? '';
}
const isSuccess = ({ status }) => status >= 200 && status < 300;
/** IAM and STS: XML whose root names the action, and a request id (https://docs.aws.amazon.com/IAM/latest/UserGuide/programming.html). */
function isQueryAnswer(action, answer, text) {
    const [, root] = /^\s*(?:<\?xml[^>]*\?>\s*)?<([A-Za-z]+)[\s>/]/.exec(text) ?? [];
    const hasId = header(answer, 'x-amzn-requestid') !== '' || text.includes('<RequestId>');
    // Without a Content-Length, Node does not notice that a body was cut off.
    const isWhole = text.trimEnd().endsWith(`</${root}>`);
    if (!header(answer, 'content-type').includes('xml') || !hasId || !isWhole)
        return false;
    return isSuccess(answer) ? root === `${action}Response` : root === 'ErrorResponse' && answer.status >= 400;
}
/**
 * Secrets Manager: a JSON object, and a request id (https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html).
 * The content type does not count: a page is no JSON object, and moto sends its JSON as text/html.
 */
function isJsonAnswer(target, answer, text) {
    const action = target.split('.').at(-1) ?? '';
    if (header(answer, 'x-amzn-requestid') === '')
        return false;
    if (text === '')
        return isSuccess(answer) && WITHOUT_BODY.includes(action);
    return isJsonObject(text) && (isSuccess(answer) || answer.status >= 400);
}
function isJsonObject(text) {
    try {
        const parsed = JSON.parse(text);
        return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 1963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ambientIdentity: () => (/* binding */ ambientIdentity)
/* harmony export */ });
/* harmony import */ var _aws_answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2221);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);


/**
 * The runner's own AWS credentials, from the SDK's default chain: environment, profile, ECS, EKS Pod Identity, instance profile. Only
 * with `use-ambient-credentials`.
 */
function ambientIdentity(deps) {
    return {
        kind: 'credentials',
        async credentials() {
            // Loaded here, because no other base identity needs it.
            const { fromNodeProviderChain } = await __webpack_require__.e(/* import() */ 5534).then(__webpack_require__.bind(__webpack_require__, 5534));
            try {
                const found = await fromNodeProviderChain({
                    clientConfig: {
                        region: deps.connection.region,
                        requestHandler: (0,_aws_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .awsRequestHandler */ .l)({ keepAlive: false, debug: deps.debug }),
                    },
                })();
                deps.mask(found.secretAccessKey);
                deps.mask(found.accessKeyId);
                if (found.sessionToken !== undefined)
                    deps.mask(found.sessionToken);
                return found;
            }
            catch (cause) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('no-base-credentials', 'Reading the runner’s own AWS credentials failed: there are none', {
                    remedy: '`use-ambient-credentials` needs an instance profile, ECS or EKS Pod Identity, or a profile on this runner. On a GitHub-hosted runner use `role-to-assume` with OIDC.',
                    cause,
                });
            }
        },
    };
}


/***/ })

};

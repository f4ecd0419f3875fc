export const id = 2733;
export const ids = [2733];
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

/***/ 8798:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ makeBuilder)
});

// EXTERNAL MODULE: ./build/node_modules/@smithy/types/dist-es/middleware.js
var middleware = __webpack_require__(6877);
// EXTERNAL MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/client/middleware-stack/MiddlewareStack.js
var MiddlewareStack = __webpack_require__(1945);
// EXTERNAL MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/schema/schemas/NormalizedSchema.js
var NormalizedSchema = __webpack_require__(9800);
;// CONCATENATED MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/client/smithy-client/schemaLogFilter.js

const SENSITIVE_STRING = "***SensitiveInformation***";
function schemaLogFilter(schema, data) {
    if (data == null) {
        return data;
    }
    const ns = NormalizedSchema/* NormalizedSchema */.l1.of(schema);
    if (ns.getMergedTraits().sensitive) {
        return SENSITIVE_STRING;
    }
    if (ns.isListSchema()) {
        const valueSchema = ns.getValueSchema();
        if (valueSchema.getMergedTraits().sensitive) {
            return SENSITIVE_STRING;
        }
        if (Array.isArray(data)) {
            return data.map((value) => schemaLogFilter(valueSchema, value));
        }
    }
    else if (ns.isMapSchema()) {
        const valueSchema = ns.getValueSchema();
        if (ns.getKeySchema().getMergedTraits().sensitive || valueSchema.getMergedTraits().sensitive) {
            return SENSITIVE_STRING;
        }
        if (typeof data === "object") {
            return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, schemaLogFilter(valueSchema, value)]));
        }
    }
    else if (ns.isStructSchema() && typeof data === "object") {
        const object = data;
        const newObject = {};
        for (const [member, memberNs] of ns.structIterator()) {
            if (object[member] != null) {
                newObject[member] = schemaLogFilter(memberNs, object[member]);
            }
        }
        return newObject;
    }
    return data;
}

;// CONCATENATED MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/client/smithy-client/command.js




const operationEventStreamMarker = Symbol.for("@smithy/op-event-stream");
class Command {
    middlewareStack = (0,MiddlewareStack/* constructStack */.o)();
    schema;
    static classBuilder() {
        return new ClassBuilder();
    }
    resolveMiddlewareWithContext(clientStack, configuration, options, { middlewareFn, clientName, commandName, inputFilterSensitiveLog, outputFilterSensitiveLog, smithyContext, additionalContext, CommandCtor, }) {
        for (const mw of middlewareFn.bind(this)(CommandCtor, clientStack, configuration, options)) {
            this.middlewareStack.use(mw);
        }
        const stack = clientStack.concat(this.middlewareStack);
        const { logger } = configuration;
        const additionalSmithyContext = additionalContext[middleware/* SMITHY_CONTEXT_KEY */.V];
        const handlerExecutionContext = {
            logger,
            clientName,
            commandName,
            inputFilterSensitiveLog,
            outputFilterSensitiveLog,
            ...additionalContext,
            [middleware/* SMITHY_CONTEXT_KEY */.V]: {
                ...additionalSmithyContext,
                commandInstance: this,
                ...smithyContext,
                ...(options?.metricsRecorder === undefined ? {} : { metricsRecorder: options.metricsRecorder }),
                ...(options?.abortSignal === undefined ? {} : { abortSignal: options.abortSignal }),
            },
        };
        const { requestHandler } = configuration;
        let requestOptions = options ?? {};
        if (requestOptions.metricsRecorder) {
            requestOptions = { ...requestOptions };
            delete requestOptions.metricsRecorder;
        }
        let isEventStream;
        const schema = this.schema;
        const marker = schema?.[operationEventStreamMarker];
        if (marker !== undefined) {
            isEventStream = marker;
        }
        else if (schema) {
            if (Array.isArray(schema) && schema[0] === 9) {
                const [, , , , input$, output$] = schema;
                isEventStream = schema[operationEventStreamMarker] = Boolean(NormalizedSchema/* NormalizedSchema */.l1.of(input$).getEventStreamMember() || NormalizedSchema/* NormalizedSchema */.l1.of(output$).getEventStreamMember());
            }
        }
        if (isEventStream) {
            requestOptions = {
                isEventStream,
                ...requestOptions,
            };
        }
        return stack.resolve((request) => requestHandler.handle(request.request, requestOptions), handlerExecutionContext);
    }
}
class ClassBuilder {
    _init = () => { };
    _ep = {};
    _middlewareFn = () => [];
    _commandName = "";
    _clientName = "";
    _additionalContext = {};
    _smithyContext = {};
    _inputFilterSensitiveLog = undefined;
    _outputFilterSensitiveLog = undefined;
    _serializer = null;
    _deserializer = null;
    _operationSchema;
    init(cb) {
        this._init = cb;
    }
    ep(endpointParameterInstructions) {
        this._ep = endpointParameterInstructions;
        return this;
    }
    m(middlewareSupplier) {
        this._middlewareFn = middlewareSupplier;
        return this;
    }
    s(service, operation, smithyContext = {}) {
        this._smithyContext = {
            service,
            operation,
            ...smithyContext,
        };
        return this;
    }
    c(additionalContext = {}) {
        this._additionalContext = additionalContext;
        return this;
    }
    n(clientName, commandName) {
        this._clientName = clientName;
        this._commandName = commandName;
        return this;
    }
    f(inputFilter = (_) => _, outputFilter = (_) => _) {
        this._inputFilterSensitiveLog = inputFilter;
        this._outputFilterSensitiveLog = outputFilter;
        return this;
    }
    ser(serializer) {
        this._serializer = serializer;
        return this;
    }
    de(deserializer) {
        this._deserializer = deserializer;
        return this;
    }
    sc(operation) {
        this._operationSchema = operation;
        this._smithyContext.operationSchema = operation;
        return this;
    }
    build() {
        const closure = this;
        let CommandRef;
        return (CommandRef = class extends Command {
            input;
            static getEndpointParameterInstructions() {
                return closure._ep;
            }
            constructor(...[input]) {
                super();
                this.input = input ?? {};
                closure._init(this);
                this.schema = closure._operationSchema;
            }
            resolveMiddleware(stack, configuration, options) {
                const op = closure._operationSchema;
                const input = op?.[4] ?? op?.input;
                const output = op?.[5] ?? op?.output;
                return this.resolveMiddlewareWithContext(stack, configuration, options, {
                    CommandCtor: CommandRef,
                    middlewareFn: closure._middlewareFn,
                    clientName: closure._clientName,
                    commandName: closure._commandName,
                    inputFilterSensitiveLog: closure._inputFilterSensitiveLog ?? (op ? schemaLogFilter.bind(null, input) : (_) => _),
                    outputFilterSensitiveLog: closure._outputFilterSensitiveLog ?? (op ? schemaLogFilter.bind(null, output) : (_) => _),
                    smithyContext: closure._smithyContext,
                    additionalContext: closure._additionalContext,
                });
            }
            serialize = closure._serializer;
            deserialize = closure._deserializer;
        });
    }
}

;// CONCATENATED MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/client/smithy-client/client-command-builder.js

function makeBuilder(common, service, name, ep) {
    return function makeCommand(added, plugins, op, $, smithyContext = {}) {
        const epMerged = Object.assign({}, common, added);
        return Command.classBuilder()
            .ep(epMerged)
            .m(function (CommandCtor, clientStack, config, options) {
            const list = plugins.call(this, CommandCtor, clientStack, config, options);
            list.unshift(ep(config, CommandCtor.getEndpointParameterInstructions()));
            return list;
        })
            .s(service, op, smithyContext)
            .n(name, op.charAt(0).toUpperCase() + op.slice(1) + "Command")
            .sc($)
            .build();
    };
}


/***/ }),

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

/***/ 2545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M4: () => (/* binding */ callerIdentityProbe),
  LV: () => (/* binding */ iamClient),
  s0: () => (/* binding */ secretsManagerClient),
  Km: () => (/* binding */ stsClient)
});

// EXTERNAL MODULE: ./build/waiting/lifetime.js
var waiting_lifetime = __webpack_require__(6385);
// EXTERNAL MODULE: ./build/aws/answers.js
var answers = __webpack_require__(2221);
// EXTERNAL MODULE: ./build/node_modules/@smithy/core/dist-es/submodules/transport/httpResponse.js
var httpResponse = __webpack_require__(5206);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/aws/faults.js
var faults = __webpack_require__(6301);
;// CONCATENATED MODULE: ./build/aws/required.js

const required_text = (pattern) => (value) => typeof value === 'string' && pattern.test(value);
// The forms also keep line breaks out of what is printed, exported and written into files.
const keyId = required_text(/^\w{4,128}$/);
const secret = required_text(/^[\w+/=.-]+$/);
const arn = required_text(/^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(?:\d{12}|aws)?:[\x21-\x7E]+$/);
const accountId = required_text(/^\d{12}$/);
const required_name = required_text(/^[\w+=,.@-]{1,128}$/);
const path = required_text(/^\/(?:[\x21-\x7E]*\/)?$/);
const secretName = required_text(/^[^\p{Cc}]{1,512}$/u);
const secretArn = required_text(/^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[^\p{Cc}]+$/u);
const versionId = required_text(/^[^\p{Cc}]{1,64}$/u);
const date = (value) => value instanceof Date && !Number.isNaN(value.getTime());
const list = Array.isArray;
const session = {
    'Credentials.AccessKeyId': keyId,
    'Credentials.SecretAccessKey': secret,
    'Credentials.SessionToken': secret,
    'Credentials.Expiration': date,
};
const assumed = { ...session, 'AssumedRoleUser.Arn': arn };
const user = { 'User.UserName': required_name, 'User.Arn': arn, 'User.Path': path, 'User.CreateDate': date };
const ownSecret = { ARN: secretArn };
/** The fields that the code uses, by action. A path with `[]` checks every member of the list. */
const REQUIRED = {
    AssumeRole: assumed,
    AssumeRoleWithWebIdentity: assumed,
    GetSessionToken: session,
    GetFederationToken: { ...session, 'FederatedUser.Arn': arn },
    GetCallerIdentity: { Arn: arn, Account: accountId },
    CreateUser: { 'User.Arn': arn },
    GetUser: user,
    CreateAccessKey: { 'AccessKey.AccessKeyId': keyId, 'AccessKey.SecretAccessKey': secret },
    ListUsers: { Users: list, 'Users[].UserName': required_name },
    ListAccessKeys: { AccessKeyMetadata: list, 'AccessKeyMetadata[].AccessKeyId': keyId },
    ListAttachedUserPolicies: { AttachedPolicies: list, 'AttachedPolicies[].PolicyArn': arn },
    ListUserPolicies: { PolicyNames: list, 'PolicyNames[]': required_name },
    ListGroupsForUser: { Groups: list, 'Groups[].GroupName': required_name },
    ListMFADevices: { MFADevices: list },
    ListSSHPublicKeys: { SSHPublicKeys: list },
    ListSigningCertificates: { Certificates: list },
    ListServiceSpecificCredentials: { ServiceSpecificCredentials: list },
    CreateSecret: { ...ownSecret, VersionId: versionId },
    PutSecretValue: { ...ownSecret, VersionId: versionId, VersionStages: list },
    DescribeSecret: { ...ownSecret, Name: secretName },
    GetSecretValue: { ...ownSecret, VersionId: versionId },
    ListSecrets: { SecretList: list, 'SecretList[].ARN': secretArn },
    BatchGetSecretValue: { SecretValues: list, 'SecretValues[].ARN': secretArn },
    DeleteSecret: ownSecret,
    RestoreSecret: ownSecret,
    UpdateSecret: ownSecret,
    ReplicateSecretToRegions: ownSecret,
    RemoveRegionsFromReplication: ownSecret,
};
/**
 * Checks that an answer has the fields that the code uses. A missing field is never read as an empty list or as "does not exist".
 * @throws IncompleteAnswer
 */
function assertComplete(action, output) {
    for (const [field, check] of Object.entries(REQUIRED[action] ?? {})) {
        for (const value of valuesAt(output, field))
            if (!check(value))
                throw new faults/* IncompleteAnswer */.Ti(action, field);
    }
}
/** The value at a path such as `User.Arn`; all of them where the path goes through a list (`Users[].UserName`). */
function valuesAt(output, field) {
    const [head = '', ...rest] = field.split('[]');
    const value = head
        .split('.')
        .reduce((at, key) => (key === '' ? at : at?.[key]), output);
    if (rest.length === 0)
        return [value];
    return (Array.isArray(value) ? value : []).flatMap((item) => valuesAt(item, rest.join('[]').replace(/^\./, '')));
}

;// CONCATENATED MODULE: ./build/aws/calls.js



/**
 * Lets the clock learn AWS's time from a client's answers, and refuses answers that lack what we go on to use. Every attempt passes
 * through here.
 */
function observeAttempts(client, { clock }) {
    const { middlewareStack } = client;
    middlewareStack.add((next) => async (input) => {
        const result = await next(input);
        if (httpResponse/* HttpResponse */.c.isInstance(result.response))
            clock.learn(Date.parse(result.response.headers.date ?? ''));
        return result;
    }, { step: 'deserialize', name: 'awsTime', priority: 'low' });
    middlewareStack.add((next, { commandName = '' }) => async (input) => {
        const result = await next(input);
        assertComplete(actionOf(commandName), result.output);
        return result;
    }, { step: 'deserialize', name: 'completeAnswer', priority: 'high' });
}
/** `CreateUserCommand` is the action `CreateUser`. */
function actionOf(commandName) {
    return commandName.replace(/Command$/, '');
}
/**
 * Runs one call with all its attempts and writes one debug line for it: service, action, outcome, attempts, request id, time. Never
 * parameters.
 */
async function tellCall(name, { clock, debug }, call) {
    const began = clock.elapsedMs();
    const tell = (outcome, metadata) => debug(`AWS ${name}: ${outcome}${detailsOf(metadata)}, ${Math.round(clock.elapsedMs() - began)} ms`);
    try {
        const answer = await call();
        const metadata = (0,failures/* metadataOf */.Nk)(answer);
        tell(String(metadata.httpStatusCode ?? 'answered'), metadata);
        return answer;
    }
    catch (error) {
        const metadata = (0,failures/* metadataOf */.Nk)(error);
        const status = metadata.httpStatusCode === undefined ? '' : ` (${metadata.httpStatusCode})`;
        tell(`${(0,failures/* failureCode */.AD)(error)}${status}`, metadata);
        throw error;
    }
}
function detailsOf({ attempts = 1, requestId }) {
    const request = requestId === undefined ? '' : `, request ${requestId}`;
    return `, ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}${request}`;
}

// EXTERNAL MODULE: ./build/aws/partition.js
var partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/aws/retry-faults.js
var retry_faults = __webpack_require__(5140);
;// CONCATENATED MODULE: ./build/aws/clients.js





/** Settings of every client. They are explicit, so nothing in the environment or in `~/.aws` changes them. */
function clientConfig(context, by, { keepAlive }) {
    const { connection, clock, debug } = context;
    return {
        region: connection.region,
        // `sender` retries, for all clients by the same rules.
        maxAttempts: 1,
        useFipsEndpoint: connection.useFipsEndpoint,
        useDualstackEndpoint: connection.useDualstackEndpoint,
        ignoreConfiguredEndpointUrls: true,
        defaultsMode: 'standard',
        systemClockOffset: clock.offsetMs(),
        requestHandler: (0,answers/* awsRequestHandler */.l)({ keepAlive, debug }),
        ...(by === undefined ? {} : { credentials: by }),
    };
}
/**
 * A client's `send` with retries and within the lifetime: no attempt starts after its soft end, and its hard end stops one in flight.
 * `$metadata.attempts` counts all attempts, in answers and in errors.
 */
function sender(client, context, options) {
    const { lifetime } = context;
    observeAttempts(client, context);
    const service = client.constructor.name.replace(/Client$/, '');
    const send = async (command, settings = {}) => {
        lifetime.soft.throwIfAborted();
        let attempts = 0;
        const attempt = async () => {
            attempts++;
            const answer = client.send(...[command, { ...settings, abortSignal: lifetime.hard }]);
            return (0,waiting_lifetime/* unlessAborted */.W)(Promise.resolve(answer), lifetime.hard);
        };
        const call = () => (0,retry_faults/* retryFaults */.A)(attempt, context, options).then(count, (error) => Promise.reject(count(error)));
        const count = (outcome) => {
            const { $metadata } = Object(outcome);
            if ($metadata !== undefined)
                $metadata.attempts = attempts;
            return outcome;
        };
        return tellCall(`${service} ${actionOf(command.constructor.name)}`, context, call);
    };
    return { send: send };
}
/** The retry options for calls with these credentials. */
function faultsOf(credentials) {
    if (credentials === undefined)
        return {};
    return { isSigned: true, isSession: typeof credentials === 'function' || credentials.sessionToken !== undefined };
}
/**
 * A regional STS client.
 * @param credentials without them it can only make the calls that need none
 * @param settings `retries: false`: one attempt a call. `keepAlive: false`: each request on a connection of its own
 */
async function stsClient(context, credentials, settings = {}) {
    const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(2008), __webpack_require__.e(3746), __webpack_require__.e(1416), __webpack_require__.e(9927), __webpack_require__.e(5646)]).then(__webpack_require__.bind(__webpack_require__, 5646));
    const { stsEndpoint: endpoint } = context.connection;
    const { keepAlive = true, retries = context.retries } = settings;
    const client = new STSClient({
        ...clientConfig(context, credentials, { keepAlive }),
        ...(endpoint === undefined ? {} : { endpoint }),
    });
    return sender(client, { ...context, retries }, faultsOf(credentials));
}
/**
 * An IAM client; IAM has one endpoint per partition, whatever the region.
 * @param credentials or where to get them anew when they end
 * @param settings `throttledByCaller`: throttled calls are not tried again here, since the caller slows down for them
 */
async function iamClient(context, credentials, settings = { throttledByCaller: false }) {
    const { IAMClient } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(2008), __webpack_require__.e(3746), __webpack_require__.e(5304), __webpack_require__.e(1416), __webpack_require__.e(1118)]).then(__webpack_require__.bind(__webpack_require__, 1118));
    const { iamEndpoint: endpoint, region } = context.connection;
    const client = new IAMClient({
        ...clientConfig(context, credentials, { keepAlive: true }),
        ...(endpoint === undefined ? {} : { endpoint, region: (0,partition/* iamSigningRegion */.lA)(region) }),
    });
    return sender(client, context, { ...faultsOf(credentials), ...settings });
}
/** A Secrets Manager client of the region. */
async function secretsManagerClient(context, credentials) {
    const { SecretsManagerClient } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(2008), __webpack_require__.e(3746), __webpack_require__.e(5282), __webpack_require__.e(5911), __webpack_require__.e(8271)]).then(__webpack_require__.bind(__webpack_require__, 8271));
    const { secretsManagerEndpoint: endpoint } = context.connection;
    const client = new SecretsManagerClient({
        ...clientConfig(context, credentials, { keepAlive: true }),
        ...(endpoint === undefined ? {} : { endpoint }),
    });
    return sender(client, context, faultsOf(credentials));
}
/**
 * Asks the job's regional STS for the owner of a key: one attempt, on its own connection. The call needs no permission and no policy can
 * deny it, so the answer depends on the key alone.
 * @returns the ARN behind the key
 */
async function callerIdentityProbe(context, credentials) {
    const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(2008), __webpack_require__.e(3746), __webpack_require__.e(1416), __webpack_require__.e(9927), __webpack_require__.e(5646)]).then(__webpack_require__.bind(__webpack_require__, 5646));
    const sts = await stsClient(context, credentials, { keepAlive: false, retries: false });
    return async () => (await sts.send(new GetCallerIdentityCommand({}))).Arn ?? '';
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

/***/ 5140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ retryFaults)
/* harmony export */ });
/* harmony import */ var _waiting_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5013);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);


const BACKOFF = { firstMs: 100, maxMs: 5_000 };
/**
 * Throttling does not depend on the call itself: IAM's limits are shared by the whole account. So it is limited by time, not by a number
 * of attempts. Forty jobs that start together need this long.
 */
const MAX_THROTTLED_MS = 60_000;
/** Some servers do not know new credentials of STS for some seconds. */
const MAX_UNKNOWN_SESSION_MS = 10_000;
const UNKNOWN_CREDENTIALS = ['InvalidClientTokenId', 'UnrecognizedClient'];
/** Another principal is changing the same user, policy or group; IAM asks to try again. */
const CONCURRENT_CHANGES = ['ConcurrentModification', 'EntityTemporarilyUnmodifiable'];
/** AWS's errors for a request that was signed with a wrong time. From the second attempt on, AWS's time is known. */
const CLOCK_SKEW = [
    'SignatureDoesNotMatch',
    'InvalidSignature',
    'RequestExpired',
    'RequestTimeTooSkewed',
    'RequestInTheFuture',
];
/**
 * Retries a call after temporary failures: throttling, faults of AWS, no answer, answers that are not AWS's. There are pauses with jitter
 * between the attempts. No attempt starts after the lifetime's soft end.
 * @throws the failure of the last attempt
 */
function retryFaults(call, context, options = {}) {
    const { clock, connection, retries } = context;
    const began = clock.elapsedMs();
    const isWithin = (milliseconds) => clock.elapsedMs() - began < milliseconds;
    let faults = 0;
    let skews = 0;
    const isTemporary = (error) => {
        if (!retries)
            return false;
        if ((0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isThrottled */ .B5)(error))
            return options.throttledByCaller !== true && isWithin(MAX_THROTTLED_MS);
        if ((0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, ...UNKNOWN_CREDENTIALS))
            return options.isSession === true && isWithin(MAX_UNKNOWN_SESSION_MS);
        if ((0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, ...CLOCK_SKEW))
            return options.isSigned === true && ++skews === 1 && clock.offsetMs() !== 0;
        faults++;
        const isFault = (0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error) || (0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, ...CONCURRENT_CHANGES) || options.isAlsoTransient?.(error) === true;
        return isFault && faults < connection.maxAttempts;
    };
    return (0,_waiting_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(call, { backoff: BACKOFF, isTemporary }, context);
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

/***/ 2733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renewForJob: () => (/* binding */ renewForJob)
});

// EXTERNAL MODULE: ./build/aws/clients.js + 2 modules
var clients = __webpack_require__(2545);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/inputs/lease-actions.js
var lease_actions = __webpack_require__(1026);
// EXTERNAL MODULE: ./build/github/reports/lease-actions.js
var reports_lease_actions = __webpack_require__(3486);
// EXTERNAL MODULE: ./build/github/run-context.js
var run_context = __webpack_require__(4809);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/GetUserCommand.js
var GetUserCommand = __webpack_require__(2180);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(1463);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(663);
;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/TagUserCommand.js


class TagUserCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "TagUser", schemas_0/* TagUser$ */.Kad) {
}

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/PutUserPolicyCommand.js
var PutUserPolicyCommand = __webpack_require__(4841);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/aws/retry-denied.js
var retry_denied = __webpack_require__(8602);
// EXTERNAL MODULE: ./build/waiting/clock.js + 1 modules
var clock = __webpack_require__(6790);
// EXTERNAL MODULE: ./build/waiting/poll.js + 1 modules
var poll = __webpack_require__(5013);
// EXTERNAL MODULE: ./build/lease/guard.js
var guard = __webpack_require__(1728);
// EXTERNAL MODULE: ./build/lease/lease-failure.js
var lease_failure = __webpack_require__(4404);
// EXTERNAL MODULE: ./build/lease/tagged-lease.js
var tagged_lease = __webpack_require__(4702);
;// CONCATENATED MODULE: ./build/lease/renew.js









/**
 * Moves a lease's expiry to `ttlSeconds` from now, but not past its `max-ttl`, and never to an earlier time. It changes the tag first,
 * which a sweep reads, and then the guard, which AWS enforces. If it is killed in between, the lease still ends at the old time and no
 * sweep deletes it early.
 * @throws ActionError `lease-expired`, `lease-denied`, `lease-failed`
 */
async function renewUser(lease, ttlSeconds, deps) {
    const { expiresAt: before, maxExpiresAt, userName } = lease;
    const now = deps.clock.now();
    if (before.getTime() <= now) {
        throw new errors/* ActionError */.lZ('lease-expired', `IAM user ${userName} cannot be renewed: its lease expired at ${(0,clock/* rfc3339 */.ag)(before)}`, {
            remedy: 'Issue a new lease, and renew it before it expires.',
        });
    }
    // Whole seconds, as in the tag: it is compared with what AWS answers.
    const wanted = (0,clock/* secondsAfter */._I)(Math.floor(now / 1000) * 1000, ttlSeconds);
    const target = wanted < maxExpiresAt ? wanted : maxExpiresAt;
    const after = target < before ? before : target;
    // Also when `target` equals `before`: an earlier renewal may have changed the tag and not the guard.
    const end = target >= before ? await moveExpiry(lease, after, deps) : after;
    return { before, after: end, because: whyDifferent(wanted, end, maxExpiresAt) };
}
function whyDifferent(wanted, after, maxExpiresAt) {
    if (wanted > after)
        return `\`max-ttl\` of the lease ends at ${(0,clock/* rfc3339 */.ag)(maxExpiresAt)}`;
    return wanted < after ? 'the lease already lasts longer than that' : undefined;
}
/** Two renewals at the same time each write and read again; more rounds than this mean that something else changes the tag. */
const MAX_ROUNDS = 5;
/**
 * Writes the expiry, and reads it again: another renewal of the same lease may have written in between. The later end wins. A
 * renewal that had ended before this one wrote does not show: IAM has no conditional write.
 * @returns the end that the lease has now
 */
async function moveExpiry(lease, after, deps) {
    let end = after;
    for (let round = 1;; round++) {
        await writeExpiry(lease, end, deps);
        const now = await readExpiry(lease, deps);
        // The old expiry is an answer of a server that is behind: nobody writes that again.
        const isBehind = now?.getTime() === lease.expiresAt.getTime();
        if (now === undefined || isBehind || now.getTime() === end.getTime() || round === MAX_ROUNDS)
            return end;
        end = now > end ? now : end;
    }
}
/** One answer that there is no such user may come from a server that is behind. */
const ABSENCE = { backoff: { firstMs: 1_000, maxMs: 1_000 }, maxAttempts: 2 };
/** The expiry tag as it is now; `undefined` when the user's tags are not those of a lease. */
async function readExpiry({ userName }, deps) {
    const read = () => (0,retry_denied/* retryDenied */.M)(() => deps.iam.send(new GetUserCommand/* GetUserCommand */.T({ UserName: userName })), deps);
    const isTemporary = (error) => deps.retries && (0,failures/* isFailure */.N6)(error, 'NoSuchEntity');
    try {
        const { User: user } = await (0,poll/* retry */.L5)(read, { ...ABSENCE, isTemporary }, deps);
        return user && (0,tagged_lease/* classifyUser */.Ap)(user).lease?.expiresAt;
    }
    catch (error) {
        throw (0,lease_failure/* leaseFailure */.F)('renew', `Reading the expiry of IAM user ${userName} again`, error);
    }
}
async function writeExpiry({ userName, arn }, after, deps) {
    const { iam } = deps;
    const Tags = [{ Key: 'lease:expires-at', Value: (0,clock/* rfc3339 */.ag)(after) }];
    const PolicyDocument = (0,guard/* guardPolicy */.AP)(arn, after);
    const calls = [
        [
            `Changing the expiry tag of IAM user ${userName}`,
            () => iam.send(new TagUserCommand({ UserName: userName, Tags })),
        ],
        [
            `Changing the guard of IAM user ${userName}`,
            () => iam.send(new PutUserPolicyCommand/* PutUserPolicyCommand */.C({ UserName: userName, PolicyName: guard/* GUARD_POLICY_NAME */.N, PolicyDocument })),
        ],
    ];
    for (const [doing, call] of calls) {
        try {
            await (0,retry_denied/* retryDenied */.M)(call, deps);
        }
        catch (error) {
            throw (0,lease_failure/* leaseFailure */.F)('renew', doing, error);
        }
    }
}

// EXTERNAL MODULE: ./build/job/manager.js
var manager = __webpack_require__(6111);
;// CONCATENATED MODULE: ./build/job/renew.js









const LIMIT_SECONDS = 300;
/** `/renew`: moves the expiry of this job's lease, or of the lease in `lease-id`. */
async function renewForJob(step) {
    const env = { ...process.env };
    const run = (0,run_context/* runFacts */.pI)(env);
    const inputs = (0,lease_actions/* readRenewInputs */.zq)(run, env);
    const { leaseId, ttlSeconds } = inputs;
    await (0,manager/* runAsManager */.p)(inputs, { step, env, limitSeconds: LIMIT_SECONDS }, async ({ principal, context }) => {
        const deps = { ...context, iam: await (0,clients/* iamClient */.LV)(context, principal.credentials) };
        const lease = await (0,tagged_lease/* findLease */.G0)(leaseId, run.repositoryId, { ...deps, purpose: 'renew' });
        if (lease === undefined)
            throw notFound(leaseId);
        const renewal = await renewUser(lease, ttlSeconds, deps);
        const [before, after] = [(0,clock/* rfc3339 */.ag)(renewal.before), (0,clock/* rfc3339 */.ag)(renewal.after)];
        const end = before === after ? `still expires at ${after}` : `now expires at ${after} instead of ${before}`;
        step.log.info(`IAM user ${leaseId}: its lease ${end}.`);
        if (renewal.because !== undefined)
            step.log.notice(`The lease does not expire at the requested time: ${renewal.because}.`);
        (0,reports_lease_actions/* setRenewOutputs */.sy)({ leaseId, before, after });
    });
}
function notFound(leaseId) {
    return new errors/* ActionError */.lZ('lease-not-found', `IAM user ${leaseId} does not exist: there is no lease to renew`, {
        remedy: 'It was revoked, or a sweep deleted it. Issue a new lease.',
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

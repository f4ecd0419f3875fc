export const id = 9473;
export const ids = [9473];
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

/***/ 1854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  issueUser: () => (/* binding */ issueUser)
});

// EXTERNAL MODULE: ./build/waiting/settle-both.js
var settle_both = __webpack_require__(4933);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(1463);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(663);
;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/CreateUserCommand.js


class CreateUserCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateUser", schemas_0/* CreateUser$ */.SJ2) {
}

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/GetUserCommand.js
var GetUserCommand = __webpack_require__(2180);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/aws/retry-denied.js
var retry_denied = __webpack_require__(8602);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/waiting/clock.js + 1 modules
var waiting_clock = __webpack_require__(6790);
// EXTERNAL MODULE: ./build/lease/issue-failures.js
var issue_failures = __webpack_require__(6012);
// EXTERNAL MODULE: ./build/lease/tags.js
var tags = __webpack_require__(2000);
// EXTERNAL MODULE: ./build/waiting/poll.js + 1 modules
var poll = __webpack_require__(5013);
;// CONCATENATED MODULE: ./build/lease/until-visible.js



/**
 * A new user is usually visible within 2 s, at worst within 15 s
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency).
 */
const BACKOFF = { firstMs: 250, maxMs: 2_000 };
const MAX_WAIT_MS = 30_000;
/** After the user itself is visible, `NoSuchEntity` means something else, unless IAM's servers still differ for this long. */
const MAX_WAIT_ONCE_SEEN_MS = 6_000;
/**
 * Makes the calls that follow `CreateUser`. IAM is eventually consistent: right after the create it may answer `NoSuchEntity` for the
 * user, which is retried for up to 30 s. The same code also means that a policy or a group is missing. So after any call has shown
 * that the user is visible, it is an error after a few seconds. When a policy is limited to a path, IAM answers `AccessDenied` for a
 * user whose path it cannot see yet. That is retried, too, unless retries are off.
 */
function untilVisible(waiting) {
    const { clock } = waiting;
    let userSeen = false;
    return async (call, about) => {
        let missingSince;
        const attempt = async () => {
            const answer = await (0,retry_denied/* retryDenied */.M)(call, waiting);
            if (about === 'user')
                userSeen = true;
            return answer;
        };
        const isTemporary = (error) => {
            if (userSeen && about === 'other')
                missingSince ??= clock.elapsedMs();
            const isCertain = missingSince !== undefined && clock.elapsedMs() >= missingSince + MAX_WAIT_ONCE_SEEN_MS;
            return (0,failures/* isFailure */.N6)(error, 'NoSuchEntity') && !isCertain;
        };
        return (0,poll/* retry */.L5)(attempt, { backoff: BACKOFF, withinMs: MAX_WAIT_MS, isTemporary }, waiting);
    };
}

;// CONCATENATED MODULE: ./build/lease/create-user.js








/** Names have a random part. Three taken names in a row mean that this part is too short. */
const MAX_NAMES = 3;
/**
 * Creates the user of a plan, tagged in the same call. The journal holds the record before `CreateUser` is sent.
 * @throws ActionError `user-name-taken`, `lease-denied`, `lease-part-missing`, `lease-limit-reached`, `lease-failed`
 */
async function createUser(plan, deps) {
    for (let names = 1;; names++) {
        try {
            return await createNamedUser(plan.userName(), plan, deps);
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'user-name-taken' || names === MAX_NAMES)
                throw error;
        }
    }
}
async function createNamedUser(userName, plan, deps) {
    const { accountId, clock, journal, lifetime, randomness } = deps;
    const now = clock.now();
    const expiresAt = (0,waiting_clock/* secondsAfter */._I)(now, plan.ttlSeconds);
    const nonce = randomness.text('0123456789abcdef', 32);
    const { path, outlivesJob } = plan;
    const { runId, runAttempt } = plan.run;
    const stamp = { expiresAt, maxExpiresAt: (0,waiting_clock/* secondsAfter */._I)(now, plan.maxTtlSeconds), nonce, outlivesJob };
    const times = { intendedAt: (0,waiting_clock/* rfc3339 */.ag)(new Date(now)), expiresAt: (0,waiting_clock/* rfc3339 */.ag)(expiresAt) };
    const intent = { userName, path, accountId, runId, runAttempt, nonce, ...times };
    // Checked before the journal is written: it must not name a user that is never requested.
    lifetime.soft.throwIfAborted();
    journal.write({ ...intent, progress: 'intended' });
    const request = { userName, nonce, tags: { ...plan.tags, ...(0,tags/* leaseTags */.Oo)(plan.run, stamp) } };
    const noteAbsent = () => journal.write({ ...intent, progress: 'gone' });
    const arn = await sendCreateUser(request, plan, { ...deps, noteAbsent });
    const record = { ...intent, progress: 'created' };
    journal.write(record);
    return { record, arn, expiresAt };
}
async function sendCreateUser(request, plan, deps) {
    const { userName, tags } = request;
    const command = new CreateUserCommand({
        UserName: userName,
        Path: plan.path,
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
        ...(plan.boundaryArn === undefined ? {} : { PermissionsBoundary: plan.boundaryArn }),
    });
    let mayBeApplied = false;
    const send = () => deps.iam.send(command).catch((error) => {
        mayBeApplied ||= !(0,failures/* isDefinitiveRefusal */.ID)(error);
        throw error;
    });
    try {
        const created = await (0,retry_denied/* retryDenied */.M)(send, deps);
        return created.User?.Arn ?? '';
    }
    catch (error) {
        const isTaken = (0,failures/* isFailure */.N6)(error, 'EntityAlreadyExists');
        if (isTaken && mayBeApplied)
            return findOwnUser(request, deps);
        if (!mayBeApplied)
            deps.noteAbsent();
        if (isTaken)
            throw nameTaken(userName);
        throw (0,issue_failures/* creationFailure */.SL)(`Creating IAM user ${userName}`, plan.boundaryArn, error);
    }
}
/** `CreateUser` may have been applied although its answer was lost. The user is ours if it has the nonce of this request. */
async function findOwnUser({ userName, nonce }, deps) {
    const getUser = () => deps.iam.send(new GetUserCommand/* GetUserCommand */.T({ UserName: userName }));
    const found = await untilVisible(deps)(getUser, 'user').catch((error) => {
        throw (0,issue_failures/* issueFailure */.Wr)(`Reading IAM user ${userName}`, error);
    });
    const isOwn = found.User?.Tags?.some((tag) => tag.Key === 'lease:nonce' && tag.Value === nonce) ?? false;
    if (isOwn)
        return found.User?.Arn ?? '';
    deps.noteAbsent();
    throw nameTaken(userName);
}
function nameTaken(userName) {
    return new errors/* ActionError */.lZ('user-name-taken', `An IAM user named ${userName} already exists and was not created by this job`, {
        remedy: 'Give `user-name-template` a longer random part, for example {{random 12}}.',
    });
}

// EXTERNAL MODULE: ./build/aws/faults.js
var faults = __webpack_require__(6301);
;// CONCATENATED MODULE: ./build/lease/key-readiness.js





/** Parallel calls that must all succeed: at first, some of STS's servers know a new key and others do not. */
const PROBES = 5;
const key_readiness_BACKOFF = { firstMs: 250, maxMs: 2_000 };
/**
 * Waits until a new access key works. Five parallel `GetCallerIdentity` calls, each on its own connection, must all succeed; otherwise
 * there is a pause with jitter and five more calls.
 * @param probe makes one such call
 * @returns how long it took, in milliseconds
 * @throws ActionError `propagation-timeout` when the key does not work within `waitSeconds`
 */
async function waitUntilKeyWorks(probe, waitSeconds, waiting) {
    const { clock, lifetime } = waiting;
    const began = clock.elapsedMs();
    const attempt = async (number) => {
        const failures = (0,settle_both/* failuresOf */.d)(await Promise.allSettled(Array.from({ length: PROBES }, probe)));
        if (failures.length === 0)
            return (0,poll/* done */.Vw)(clock.elapsedMs() - began);
        lifetime.soft.throwIfAborted();
        const fatal = failures.find((error) => !isNotYet(error, number));
        if (fatal !== undefined)
            throw fatal;
        return (0,poll/* again */.TG)(() => {
            throw timeout(waitSeconds, failures[0]);
        });
    };
    return Math.round(await (0,poll/* poll */.wt)(attempt, { backoff: key_readiness_BACKOFF, withinMs: waitSeconds * 1000 }, waiting));
}
/** AWS's answers to a runner whose clock is wrong. The SDK then corrects its time, so the second attempt is meaningful. */
const CLOCK_SKEW = ['SignatureDoesNotMatch', 'RequestExpired', 'RequestTimeTooSkewed'];
/** True when the key is not known there yet, and when the failure does not depend on the key. */
function isNotYet(error, attempt) {
    if (attempt === 1 && (0,failures/* isFailure */.N6)(error, ...CLOCK_SKEW))
        return true;
    return (0,failures/* isFailure */.N6)(error, 'InvalidClientTokenId') || (0,failures/* isTransient */.dg)(error);
}
function timeout(waitSeconds, cause) {
    const last = (0,faults/* isOwnFault */.Dn)(cause) ? `at last, ${cause.message}` : `STS still answers ${(0,failures/* failureCode */.AD)(cause)}`;
    return new errors/* ActionError */.lZ('propagation-timeout', `The new access key did not work within ${waitSeconds} s; ${last}`, {
        remedy: 'Run the job again. If IAM is slow, raise `wait-for-propagation` (at most 5m).',
        cause,
    });
}

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/PutUserPolicyCommand.js
var PutUserPolicyCommand = __webpack_require__(4841);
;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/AttachUserPolicyCommand.js


class AttachUserPolicyCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "AttachUserPolicy", schemas_0/* AttachUserPolicy$ */.FHm) {
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/AddUserToGroupCommand.js


class AddUserToGroupCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "AddUserToGroup", schemas_0/* AddUserToGroup$ */.reS) {
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/CreateAccessKeyCommand.js


class CreateAccessKeyCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateAccessKey", schemas_0/* CreateAccessKey$ */.w8s) {
}

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/ListAccessKeysCommand.js
var ListAccessKeysCommand = __webpack_require__(733);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/DeleteAccessKeyCommand.js
var DeleteAccessKeyCommand = __webpack_require__(5989);
// EXTERNAL MODULE: ./build/lease/alphanumeric-secret.js
var alphanumeric_secret = __webpack_require__(747);
;// CONCATENATED MODULE: ./build/lease/access-key.js





/**
 * A user can have two keys (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). Two lost answers fill that
 * quota; after this many rounds the cause must be another.
 */
const MAX_ROUNDS = 4;
const LIST_BACKOFF = { firstMs: 250, maxMs: 1_000 };
const MAX_LISTS = 12;
/**
 * Creates the user's access key. `CreateAccessKey` has no idempotency token: when an answer was lost and the SDK sent the request
 * again, there is a second key, whose secret is unknown. It is deleted before this returns, so the user has exactly one key.
 * @param options `plain`: create keys until the secret has only letters and digits, at most 10 times
 * @throws ActionError `special-characters-remain`, `lease-denied`, `lease-limit-reached`, `lease-failed`
 */
async function createAccessKey(userName, options, deps) {
    for (let tries = 1;; tries++) {
        const key = await createOneKey(userName, deps).catch((error) => Promise.reject((0,issue_failures/* issueFailure */.Wr)(`Creating the access key of ${userName}`, error)));
        if (!options.plain || (0,alphanumeric_secret/* isAlphanumeric */.gQ)(key.secretAccessKey))
            return key;
        if (tries === alphanumeric_secret/* MAX_TRIES */.N$)
            throw (0,alphanumeric_secret/* specialCharactersRemain */.ms)();
        await deleteKey(userName, key.accessKeyId, deps).catch((error) => Promise.reject((0,issue_failures/* issueFailure */.Wr)(`Deleting an access key of ${userName} to create another`, error)));
    }
}
async function createOneKey(userName, deps) {
    for (let round = 1;; round++) {
        try {
            const answer = await deps.untilVisible(() => deps.iam.send(new CreateAccessKeyCommand({ UserName: userName })), 'user');
            const secretAccessKey = answer.AccessKey?.SecretAccessKey ?? '';
            deps.mask(secretAccessKey);
            const accessKeyId = answer.AccessKey?.AccessKeyId ?? '';
            deps.mask(accessKeyId);
            if ((answer.$metadata.attempts ?? 1) > 1)
                await deleteUnknownKeys(userName, accessKeyId, deps);
            return { accessKeyId, secretAccessKey };
        }
        catch (error) {
            // The user is new and only this job uses it, so all its keys come from requests whose answers were lost.
            if (!(0,failures/* isFailure */.N6)(error, 'LimitExceeded') || round === MAX_ROUNDS)
                throw error;
            await deleteUnknownKeys(userName, undefined, deps);
        }
    }
}
/** Deletes every key except `keep`. Lists again until the list, which is eventually consistent, shows `keep`. */
async function deleteUnknownKeys(userName, keep, deps) {
    const attempt = async () => {
        const list = () => deps.iam.send(new ListAccessKeysCommand/* ListAccessKeysCommand */.Q({ UserName: userName }));
        const listed = await deps.untilVisible(list, 'user');
        const ids = (listed.AccessKeyMetadata ?? []).flatMap((key) => key.AccessKeyId ?? []);
        await Promise.all(ids.filter((id) => id !== keep).map((id) => deleteKey(userName, id, deps)));
        const isListed = keep === undefined ? ids.length > 0 : ids.includes(keep);
        return isListed ? (0,poll/* done */.Vw)(undefined) : (0,poll/* again */.TG)(() => undefined);
    };
    await (0,poll/* poll */.wt)(attempt, { backoff: LIST_BACKOFF, maxAttempts: MAX_LISTS }, deps);
}
async function deleteKey(userName, accessKeyId, deps) {
    try {
        await deps.iam.send(new DeleteAccessKeyCommand/* DeleteAccessKeyCommand */.y({ UserName: userName, AccessKeyId: accessKeyId }));
    }
    catch (error) {
        if (!(0,failures/* isFailure */.N6)(error, 'NoSuchEntity'))
            throw error;
    }
}

// EXTERNAL MODULE: ./build/lease/guard.js
var guard = __webpack_require__(1728);
;// CONCATENATED MODULE: ./build/lease/provision-user.js







/**
 * Creates the user's access key and adds its guard, policies and groups, in parallel. When this returns or throws, no call is pending,
 * so a rollback meets none.
 * @throws ActionError all failures as one: `lease-denied`, `lease-part-missing`, `lease-limit-reached`, `lease-failed`,
 * `special-characters-remain`
 */
async function provisionUser(user, plan, deps) {
    const { iam } = deps;
    const UserName = user.record.userName;
    const call = untilVisible(deps);
    const put = (PolicyName, PolicyDocument) => call(() => iam.send(new PutUserPolicyCommand/* PutUserPolicyCommand */.C({ UserName, PolicyName, PolicyDocument })), 'user').catch((error) => Promise.reject((0,issue_failures/* issueFailure */.Wr)(`Putting the inline policy ${PolicyName}`, error)));
    const key = createAccessKey(UserName, { plain: plan.alphanumericSecret }, { ...deps, untilVisible: call });
    const permissions = [
        put(guard/* GUARD_POLICY_NAME */.N, (0,guard/* guardPolicy */.AP)(user.arn, user.expiresAt)),
        ...plan.inlinePolicies.map((document, index) => put(`lease-inline-${index + 1}`, document)),
        ...plan.policyArns.map((PolicyArn) => call(() => iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn })), 'other').catch((error) => Promise.reject((0,issue_failures/* missingPart */.KN)(`Attaching the policy ${PolicyArn}`, error)))),
        ...plan.groups.map((GroupName) => call(() => iam.send(new AddUserToGroupCommand({ UserName, GroupName })), 'other').catch((error) => Promise.reject((0,issue_failures/* missingPart */.KN)(`Adding the user to the group ${GroupName}`, error)))),
    ];
    const failures = (0,settle_both/* failuresOf */.d)(await Promise.allSettled([key, ...permissions]));
    if (failures.length > 0)
        throw (0,errors/* joinErrors */._h)(failures);
    return key;
}

;// CONCATENATED MODULE: ./build/lease/issue-user.js





/**
 * Creates an IAM user with one access key for one job, in three steps: create the user, add the key and all permissions in parallel,
 * wait until the key works. The journal has the record before `CreateUser` is sent, so `revokeUser` can undo this after any failure.
 * @throws ActionError as `createUser` and `provisionUser`; `propagation-timeout`, `lease-failed`; and what `meanwhile` throws
 */
async function issueUser(plan, deps) {
    const user = await createUser(plan, deps);
    const credentials = await provisionUser(user, plan, deps);
    const [propagationMs] = await (0,settle_both/* settleBoth */.F)(waitForPropagation(credentials, plan, deps), deps.meanwhile());
    (0,issue_failures/* assertAlive */.cZ)(user.expiresAt, deps.clock.now());
    const { record, arn, expiresAt } = user;
    const { userName, path, accountId } = record;
    return { kind: 'iam-user', userName, arn, path, accountId, credentials, expiresAt, propagationMs };
}
/** Waits until the key works. @returns how long that took, in milliseconds; `undefined` with `wait-for-propagation: 0` */
async function waitForPropagation(credentials, plan, deps) {
    const seconds = plan.waitForPropagationSeconds;
    if (seconds === 0)
        return undefined;
    return waitUntilKeyWorks(await deps.probe(credentials), seconds, deps).catch((error) => {
        throw (0,issue_failures/* issueFailure */.Wr)('Trying the new access key', error);
    });
}


/***/ })

};

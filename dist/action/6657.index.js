export const id = 6657;
export const ids = [6657];
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

/***/ 8602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ retryDenied)
/* harmony export */ });
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);

/** A new role, or a change to its policies, takes seconds to be seen: refusals are asked again, three tries within 15 s. */
const PAUSES_MS = [1_000, 4_000];
/** Calls again while AWS refuses, for as long as the refusal may only mean that a change has not arrived yet. */
async function retryDenied(call, patience) {
    const pauses = patience.patient ? [...PAUSES_MS] : [];
    for (;;) {
        try {
            return await call();
        }
        catch (error) {
            const pause = (0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(error) || (0,_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, 'InvalidIdentityToken') ? pauses.shift() : undefined;
            if (pause === undefined)
                throw error;
            await patience.sleep(pause * (0.5 + patience.fraction() / 2));
        }
    }
}


/***/ }),

/***/ 1026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aZ: () => (/* binding */ readRevokeInputs),
/* harmony export */   qd: () => (/* binding */ readSweepInputs),
/* harmony export */   zq: () => (/* binding */ readRenewInputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6805);
/* harmony import */ var _lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6319);
/* harmony import */ var _run_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4809);
/* harmony import */ var _hand_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(728);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9277);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6287);






const HOUR_SECONDS = 3600;
const MIN_TTL_SECONDS = 60;
const MAX_TTL_SECONDS = 3650 * 24 * HOUR_SECONDS;
/** AWS: reference_iam-quotas, “User names”. */
const USER_NAME = /^[\w+=,.@-]{1,64}$/;
/** @throws ActionError `invalid-inputs` that lists all that is wrong */
function readRenewInputs(run, environment, reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .inputReader */ .cN)()) {
    const access = (0,_main_js__WEBPACK_IMPORTED_MODULE_2__/* .readAccess */ .zS)(reader, run, environment);
    const leaseId = readLeaseId(reader, environment);
    const ttlSeconds = reader.seconds('ttl', HOUR_SECONDS);
    if (ttlSeconds < MIN_TTL_SECONDS)
        reader.problem('ttl', `is ${ttlSeconds} s; the least is ${MIN_TTL_SECONDS} s`);
    if (ttlSeconds > MAX_TTL_SECONDS)
        reader.problem('ttl', `is ${ttlSeconds} s; at most ten years, ${MAX_TTL_SECONDS} s`);
    assertKnownRepository(reader, run);
    (0,_main_js__WEBPACK_IMPORTED_MODULE_2__/* .assertNoProblems */ .Er)(reader);
    return { ...access, leaseId, ttlSeconds };
}
/** @throws ActionError `invalid-inputs` that lists all that is wrong */
function readRevokeInputs(run, environment, reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .inputReader */ .cN)()) {
    const access = (0,_main_js__WEBPACK_IMPORTED_MODULE_2__/* .readAccess */ .zS)(reader, run, environment);
    const leaseId = readLeaseId(reader, environment);
    assertKnownRepository(reader, run);
    (0,_main_js__WEBPACK_IMPORTED_MODULE_2__/* .assertNoProblems */ .Er)(reader);
    return { ...access, leaseId };
}
function readLeaseId(reader, environment) {
    const id = reader.text('lease-id') || environment[_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .LEASE_ID_VARIABLE */ .i] || '';
    if (id === '') {
        reader.problem('lease-id', `is missing, and ${_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .LEASE_ID_VARIABLE */ .i} is not set: this job has issued no lease, or a session, which AWS can neither renew nor take back`);
    }
    else if (!USER_NAME.test(id))
        reader.problem('lease-id', `must be the name of an IAM user, not "${id}"`);
    return id;
}
/** Only a lease of this repository is touched, and this is how it is known. */
function assertKnownRepository(reader, { repositoryId }) {
    if (repositoryId === '')
        reader.problem('GITHUB_REPOSITORY_ID', `is not set; without it no lease is known as this repository’s. ${_run_context_js__WEBPACK_IMPORTED_MODULE_0__/* .HOW_TO_GIVE_REPOSITORY_ID */ .W7}`);
}
/** IAM's own limits are unpublished; the sweep slows down by itself. */
const CONCURRENCY = { min: 1, max: 50, fallback: 10 };
/** @throws ActionError `invalid-inputs` that lists all that is wrong */
function readSweepInputs(run, environment, reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .inputReader */ .cN)()) {
    const access = (0,_main_js__WEBPACK_IMPORTED_MODULE_2__/* .readAccess */ .zS)(reader, run, environment);
    const githubToken = reader.text('github-token');
    if (githubToken !== '')
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_4__/* .setSecret */ .Pq)(githubToken);
    const pathPrefix = (0,_lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .iamPath */ .RI)(reader.text('iam-path') || _lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_ROOT */ .P2);
    if (pathPrefix === '/')
        reader.problem('iam-path', 'must not be the whole account; name the path that leases live under');
    if (pathPrefix.length > _lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_PATH_CHARS */ .jI)
        reader.problem('iam-path', `has ${pathPrefix.length} characters; IAM allows ${_lease_naming_path_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_PATH_CHARS */ .jI}`);
    const inputs = {
        ...access,
        pathPrefix,
        dryRun: reader.flag('dry-run', false),
        githubToken,
        concurrency: reader.integer('concurrency', CONCURRENCY),
    };
    (0,_main_js__WEBPACK_IMPORTED_MODULE_2__/* .assertNoProblems */ .Er)(reader);
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
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6805);
/* harmony import */ var _lease_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7583);


/** The outputs of `/renew`. */
function setRenewOutputs(renewed) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)('lease-id', renewed.leaseId);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)('previous-expiration', renewed.before);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)('aws-expiration', renewed.after);
}
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
/** Characters of the output `leases`: GitHub drops a job's outputs beyond 1 MiB, counted in UTF-16. */
const MAX_OUTPUT_CHARS = 450_000;
/** The outputs of `/sweep`. @returns how many leases did not fit into `leases`; the living ones are left out first */
function setSweepOutputs({ rows, counts }) {
    const { foreign: _, ...counted } = counts;
    for (const [name, value] of Object.entries(counted))
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)(name, value);
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
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)('leases', `[${texts.join(',')}]`);
    return rows.length - texts.length;
}
const ORDER = ['unread', 'expired', 'orphaned', 'foreign-tagged', 'active', 'gone'];
/** What needs somebody's eyes comes first. */
function rank({ state, failure }) {
    return failure === undefined ? 1 + ORDER.indexOf(state) : 0;
}
/** One lease as JSON tells of it; names and times only. */
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
                created: (0,_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .rfc3339 */ .a)(lease.createdAt),
                expires: (0,_lease_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .rfc3339 */ .a)(lease.expiresAt),
            }),
        revoked,
        ...(failure === undefined ? {} : { failure }),
    };
}


/***/ }),

/***/ 2733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ renewForJob)
});

// EXTERNAL MODULE: ./build/aws/clients.js
var clients = __webpack_require__(4694);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/inputs/lease-actions.js
var lease_actions = __webpack_require__(1026);
// EXTERNAL MODULE: ./build/github/reports/lease-actions.js
var reports_lease_actions = __webpack_require__(3486);
// EXTERNAL MODULE: ./build/github/run-context.js
var run_context = __webpack_require__(4809);
// EXTERNAL MODULE: ./build/lease/lease.js
var lease_lease = __webpack_require__(7583);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(1463);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(663);
;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/TagUserCommand.js


class TagUserCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "TagUser", schemas_0/* TagUser$ */.Kad) {
}

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-iam/dist-es/commands/PutUserPolicyCommand.js
var PutUserPolicyCommand = __webpack_require__(4841);
// EXTERNAL MODULE: ./build/aws/retry-denied.js
var retry_denied = __webpack_require__(8602);
// EXTERNAL MODULE: ./build/lease/guard.js
var guard = __webpack_require__(1728);
// EXTERNAL MODULE: ./build/lease/issue-failures.js
var issue_failures = __webpack_require__(6012);
;// CONCATENATED MODULE: ./build/lease/renew.js






/**
 * Moves a lease's end to `ttlSeconds` from now, never past its `max-ttl` and never nearer. First the tag, by which a sweep decides,
 * then the guard, by which AWS does: killed between them, the lease ends as before and nobody deletes it early.
 * @throws ActionError `lease-expired`, `lease-denied`, `lease-failed`
 */
async function renewUser(lease, ttlSeconds, deps) {
    const { expiresAt: before, maxExpiresAt, userName } = lease;
    const now = deps.now();
    if (before.getTime() <= now) {
        throw new errors/* ActionError */.lZ('lease-expired', `IAM user ${userName} cannot be renewed: its lease ended at ${(0,lease_lease/* rfc3339 */.a)(before)}`, {
            remedy: 'Issue a new lease; renew the next one before its end.',
        });
    }
    const wanted = (0,lease_lease/* secondsAfter */._)(now, ttlSeconds);
    const target = wanted < maxExpiresAt ? wanted : maxExpiresAt;
    const after = target < before ? before : target;
    // Also where only the tag got so far: a renewal that was killed half-way is done again whole.
    if (wanted > before && target >= before)
        await move(lease, after, deps);
    return { before, after, because: shortfall(wanted, after, maxExpiresAt) };
}
function shortfall(wanted, after, maxExpiresAt) {
    if (wanted > after)
        return `\`max-ttl\` of the lease ends at ${(0,lease_lease/* rfc3339 */.a)(maxExpiresAt)}`;
    return wanted < after ? 'it lasts longer than that already' : undefined;
}
async function move({ userName, arn }, after, { iam, patience }) {
    const Tags = [{ Key: 'lease:expires-at', Value: (0,lease_lease/* rfc3339 */.a)(after) }];
    const PolicyDocument = (0,guard/* guardPolicy */.AP)(arn, after);
    const calls = [
        [`Moving the end of IAM user ${userName}`, () => iam.send(new TagUserCommand({ UserName: userName, Tags }))],
        [
            `Moving the guard of IAM user ${userName}`,
            () => iam.send(new PutUserPolicyCommand/* PutUserPolicyCommand */.C({ UserName: userName, PolicyName: guard/* GUARD_POLICY_NAME */.N, PolicyDocument })),
        ],
    ];
    for (const [doing, call] of calls) {
        try {
            await (0,retry_denied/* retryDenied */.M)(call, patience);
        }
        catch (error) {
            throw (0,issue_failures/* issueFailure */.Wr)(doing, error);
        }
    }
}

// EXTERNAL MODULE: ./build/lease/tagged-lease.js
var tagged_lease = __webpack_require__(4702);
// EXTERNAL MODULE: ./build/job/manager.js
var manager = __webpack_require__(6111);
;// CONCATENATED MODULE: ./build/job/renew.js









/** `/renew`: moves the end of this job's lease, or of the one named. */
async function renewForJob(step) {
    const environment = { ...process.env };
    const run = (0,run_context/* runFacts */.pI)(environment);
    const inputs = (0,lease_actions/* readRenewInputs */.zq)(run, environment);
    const { connection, leaseId, ttlSeconds } = inputs;
    await (0,manager/* runAsManager */.p)(inputs, { step, environment, run }, async (manager) => {
        const iam = await (0,clients/* iamClient */.LV)(connection, manager.credentials, step.lifetime);
        const { soft } = step.lifetime;
        const sleep = (milliseconds) => step.clock.sleep(milliseconds, soft);
        const patience = { sleep, fraction: step.randomness.fraction, patient: connection.maxAttempts > 1 };
        const lease = await (0,tagged_lease/* findLease */.G0)(leaseId, run.repositoryId, { iam, patience });
        if (lease === undefined)
            throw notFound(leaseId);
        const renewal = await renewUser(lease, ttlSeconds, {
            iam,
            patience,
            now: () => step.clock.now() + iam.clockOffsetMs(),
        });
        const [before, after] = [(0,lease_lease/* rfc3339 */.a)(renewal.before), (0,lease_lease/* rfc3339 */.a)(renewal.after)];
        const told = before === after ? `ends at ${after}, as before` : `would have ended at ${before}; now it ends at ${after}`;
        step.log.info(`IAM user ${leaseId}: its lease ${told}.`);
        if (renewal.because !== undefined)
            step.log.notice(`The lease was not moved as far as asked: ${renewal.because}.`);
        (0,reports_lease_actions/* setRenewOutputs */.sy)({ leaseId, before, after });
    });
}
function notFound(leaseId) {
    return new errors/* ActionError */.lZ('lease-not-found', `IAM user ${leaseId} does not exist: there is no lease to renew`, {
        remedy: 'It was revoked or swept. Issue a new lease.',
    });
}


/***/ }),

/***/ 6012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ missingPart),
/* harmony export */   SL: () => (/* binding */ creationFailure),
/* harmony export */   Wr: () => (/* binding */ issueFailure),
/* harmony export */   cZ: () => (/* binding */ assertAlive)
/* harmony export */ });
/* harmony import */ var _aws_failures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8231);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);


/** An error of `CreateUser`: `NoSuchEntity` can only speak of the boundary there. */
function creationFailure(doing, boundaryArn, cause) {
    if (boundaryArn === undefined || !(0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(cause, 'NoSuchEntity'))
        return issueFailure(doing, cause);
    return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-part-missing', `${doing} with the permissions boundary ${boundaryArn}`, {
        remedy: 'Check `permissions-boundary-arn`: the policy must exist in the managing role’s account.',
        cause,
    });
}
/** An IAM error while a user is being made, as one that says what to do. Errors of our own pass unchanged. */
function issueFailure(doing, cause) {
    if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
        return cause;
    if ((0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(cause)) {
        return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-denied', doing, {
            remedy: 'Give the managing role the permissions of docs/permissions.md; if it has them, check the conditions on path, boundary and tags, and your organization’s policies. To use the role’s own rights instead of an IAM user, set `credential-type: session`.',
            cause,
        });
    }
    if ((0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(cause, 'LimitExceeded')) {
        return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-limit-reached', doing, {
            remedy: 'Ask for fewer policies or groups, or delete what the account no longer needs (5,000 users at most).',
            cause,
        });
    }
    return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-failed', doing, { remedy: 'Mend what AWS names and run the job again.', cause });
}
/** As `issueFailure`, for a call whose `NoSuchEntity` speaks of the policy or group it names. */
function missingPart(doing, cause) {
    if (!(0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(cause, 'NoSuchEntity'))
        return issueFailure(doing, cause);
    return (0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('lease-part-missing', doing, {
        remedy: 'Check `policy-arns` and `iam-groups`: each must exist in the managing role’s account.',
        cause,
    });
}
/** What is done while the lease is made may take longer than it lasts. @throws ActionError `lease-failed` */
function assertAlive(expiresAt, nowMs) {
    if (nowMs < expiresAt.getTime())
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('lease-failed', 'The lease ended before the job could have it', {
        remedy: 'Give it a longer `ttl`: waiting for the key, and a secret sync, take their time of it.',
    });
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
/* harmony import */ var _issue_failures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6012);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7583);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2000);







/** Reads a user's tags. A user without our mark, or whose marks cannot be read, is no lease and is left alone. */
function classifyUser(user) {
    const tags = new Map(user.Tags?.map(({ Key, Value = '' }) => [Key, Value]));
    const of = (name) => tags.get(`lease:${name}`) ?? '';
    if (of('managed-by') !== _tags_js__WEBPACK_IMPORTED_MODULE_4__/* .MANAGED_BY */ .Kf)
        return { lease: undefined, because: `no tag lease:managed-by of ours` };
    const expiresAt = parseRfc3339(of('expires-at'));
    if (expiresAt === undefined)
        return { lease: undefined, because: 'the tag lease:expires-at is no moment' };
    if (of('run-id') === '' || of('nonce') === '')
        return { lease: undefined, because: 'tags of a lease are missing' };
    return {
        lease: {
            userName: user.UserName ?? '',
            arn: user.Arn ?? '',
            path: user.Path ?? '',
            createdAt: user.CreateDate ?? expiresAt,
            expiresAt,
            // A lease without a readable end of all renewals is not renewed at all.
            maxExpiresAt: parseRfc3339(of('max-expires-at')) ?? expiresAt,
            repository: of('repository'),
            repositoryId: of('repository-id'),
            runId: of('run-id'),
            runAttempt: of('run-attempt'),
            job: of('job'),
            actor: of('actor'),
            nonce: of('nonce'),
            kept: of('revoke') === 'never',
        },
    };
}
/** RFC 3339 in UTC, whole seconds, as we write it; anything else was not written by us. */
function parseRfc3339(text) {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text))
        return undefined;
    const date = new Date(text);
    return Number.isNaN(date.getTime()) ? undefined : date;
}
/** What `revokeUser` takes, for a lease that another process issued: it was whole, since its job has or had it. */
function recordOf(lease, accountId) {
    const { userName, path, runId, runAttempt, nonce, createdAt, expiresAt } = lease;
    return {
        userName,
        path,
        accountId,
        runId,
        runAttempt,
        nonce,
        intendedAt: (0,_lease_js__WEBPACK_IMPORTED_MODULE_5__/* .rfc3339 */ .a)(createdAt),
        expiresAt: (0,_lease_js__WEBPACK_IMPORTED_MODULE_5__/* .rfc3339 */ .a)(expiresAt),
        progress: 'issued',
    };
}
/**
 * The lease of this name, if it is one, and this repository's.
 * @returns `undefined` when there is no such user
 * @throws ActionError `lease-mismatch` for a user that is no lease or another repository's; `lease-denied`, `lease-failed`
 */
async function findLease(userName, repositoryId, { iam, patience }) {
    let user;
    try {
        user = (await (0,_aws_retry_denied_js__WEBPACK_IMPORTED_MODULE_1__/* .retryDenied */ .M)(() => iam.send(new _aws_sdk_client_iam__WEBPACK_IMPORTED_MODULE_6__/* .GetUserCommand */ .T({ UserName: userName })), patience)).User;
    }
    catch (error) {
        if ((0,_aws_failures_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, 'NoSuchEntity'))
            return undefined;
        throw (0,_issue_failures_js__WEBPACK_IMPORTED_MODULE_3__/* .issueFailure */ .Wr)(`Reading IAM user ${userName}`, error);
    }
    const standing = user === undefined ? { lease: undefined, because: 'AWS told nothing of it' } : classifyUser(user);
    if (standing.lease === undefined)
        throw mismatch(userName, standing.because);
    if (standing.lease.repositoryId !== repositoryId)
        throw mismatch(userName, 'it is a lease of another repository');
    return standing.lease;
}
function mismatch(userName, because) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('lease-mismatch', `IAM user ${userName} was left alone: ${because}`, {
        remedy: 'Check `lease-id`, and which step of this job has set AWS_EPHEMERAL_LEASE_ID.',
    });
}


/***/ }),

/***/ 6657:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _github_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4686);
/* harmony import */ var _job_renew_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2733);


await (0,_github_step_js__WEBPACK_IMPORTED_MODULE_0__/* .runStep */ .eg)(_job_renew_js__WEBPACK_IMPORTED_MODULE_1__/* .renewForJob */ .u, { heedsSignals: true });
await (0,_github_step_js__WEBPACK_IMPORTED_MODULE_0__/* .leave */ .qG)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};

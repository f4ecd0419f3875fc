export const id = 5433;
export const ids = [5433,7775];
export const modules = {

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

/***/ 7775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assumeWithCredentials: () => (/* binding */ assumeWithCredentials),
  assumeWithToken: () => (/* binding */ assumeWithToken),
  maskedCredentials: () => (/* binding */ maskedCredentials),
  policyParameters: () => (/* binding */ policyParameters)
});

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-sts/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(7800);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-sts/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(5554);
;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-sts/dist-es/commands/AssumeRoleWithWebIdentityCommand.js


class AssumeRoleWithWebIdentityCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "AssumeRoleWithWebIdentity", schemas_0/* AssumeRoleWithWebIdentity$ */.p$) {
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-sts/dist-es/commands/AssumeRoleCommand.js


class AssumeRoleCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "AssumeRole", schemas_0/* AssumeRole$ */.JM) {
}

// EXTERNAL MODULE: ./build/aws/clients.js
var clients = __webpack_require__(4694);
// EXTERNAL MODULE: ./build/aws/failures.js
var failures = __webpack_require__(8231);
// EXTERNAL MODULE: ./build/aws/partition.js
var aws_partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/aws/retry-denied.js
var retry_denied = __webpack_require__(8602);
// EXTERNAL MODULE: ./build/waiting/backoff.js
var backoff = __webpack_require__(388);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/identity/oidc.js
var oidc = __webpack_require__(7782);
;// CONCATENATED MODULE: ./build/identity/trust-denial.js




/** The claims a trust policy is written about. Never the token itself. */
const SHOWN_CLAIMS = ['sub', 'aud', 'repository', 'ref', 'environment', 'job_workflow_ref'];
/** STS refused a token for a role: what the token says, beside the trust policy statement that would let it in. */
function trustDenial(token, roleArn, cause) {
    const claims = (0,oidc/* claimsOf */.d)(token);
    const told = SHOWN_CLAIMS.filter((name) => claims[name] !== undefined).map((name) => `  ${name}: ${claims[name]}`);
    const message = [
        `Assuming ${roleArn} with a web identity token was refused. AWS said ${(0,failures/* describeFailure */.Ic)(cause)}`,
        'The token says:',
        ...told,
    ].join('\n');
    return new errors/* ActionError */.lZ('assume-role-denied', message, {
        remedy: `See that the role exists in that account. This statement in its trust policy would allow it:\n${JSON.stringify(trustStatement(claims, roleArn), null, 2)}`,
        cause,
    });
}
function trustStatement(claims, roleArn) {
    const { partition = 'aws', accountId = 'ACCOUNT_ID' } = (0,aws_partition/* parseArn */.Lw)(roleArn) ?? {};
    const provider = (claims.iss ?? 'https://token.actions.githubusercontent.com').replace(/^https:\/\//, '');
    return {
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${accountId}:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${provider}:aud`]: claims.aud ?? '', [`${provider}:sub`]: claims.sub ?? '' } },
    };
}

;// CONCATENATED MODULE: ./build/identity/assume-role.js







const BACKOFF = { firstMs: 200, maxMs: 5_000 };
/** Assumes a role with a token; every try brings a new one. */
async function assumeWithToken(token, step, request, deps) {
    let used = '';
    // One try per token: the SDK would send the same one again.
    const client = (0,clients/* stsClient */.Km)({ ...deps.connection, maxAttempts: 1 }, undefined, deps.lifetime);
    const attempt = async () => {
        const [sts, fresh] = await Promise.all([client, token()]);
        used = fresh;
        const answer = await sts.send(new AssumeRoleWithWebIdentityCommand({ ...common(step, request), WebIdentityToken: fresh }));
        return caller(answer, deps);
    };
    return retry(attempt, deps, isTokenFault).catch((error) => {
        if ((0,failures/* isDenied */.GZ)(error) || (0,failures/* isFailure */.N6)(error, 'InvalidIdentityToken'))
            throw trustDenial(used, step.roleArn, error);
        throw error;
    });
}
/** Faults that a new token, or another try with one, may mend. */
function isTokenFault(error) {
    return (0,failures/* isTransient */.dg)(error) || (0,failures/* isFailure */.N6)(error, 'IDPCommunicationError', 'ExpiredToken');
}
/** Assumes a role with credentials, and with session tags where AWS will have them. */
async function assumeWithCredentials(credentials, step, request, deps) {
    const sts = await (0,clients/* stsClient */.Km)(deps.connection, credentials, deps.lifetime);
    const externalId = step.externalId === undefined ? {} : { ExternalId: step.externalId };
    const assume = async (tags) => caller(await sts.send(new AssumeRoleCommand({ ...common(step, request), ...externalId, ...tagParameters(tags) })), deps);
    // The SDK sees to faults here; only refusals are left to us.
    return retry(withFewerTags(assume, step, deps), deps, () => false).catch((error) => {
        if (!(0,failures/* isDenied */.GZ)(error))
            throw error;
        throw (0,failures/* awsFailure */.MT)('assume-role-denied', `Assuming ${step.roleArn}`, {
            remedy: 'The caller needs sts:AssumeRole on the role, and the role’s trust policy must name the caller (and the external id, if `role-external-id` is set).',
            cause: error,
        });
    });
}
/**
 * Session tags are a help, not a condition: too large together with the policies, they are cut down to those that identify the
 * run and then dropped; where `sts:TagSession` may be what is refused, the role is tried without any from then on.
 */
function withFewerTags(assume, step, deps) {
    let tags = step.tags?.tags.length === 0 ? undefined : step.tags;
    let dropped = '';
    return async () => {
        for (;;) {
            try {
                const assumed = await assume(tags);
                if (dropped !== '')
                    deps.notice(`Session tags of ${step.roleArn}: ${dropped}.`);
                return assumed;
            }
            catch (error) {
                const fewer = fewerTags(tags, error);
                if (fewer === undefined)
                    throw error;
                ({ tags, dropped } = fewer);
            }
        }
    };
}
/** What to try after `error`; `undefined` when tags are not to blame. */
function fewerTags(tags, error) {
    const tooLarge = (0,failures/* isFailure */.N6)(error, 'PackedPolicyTooLarge');
    if (tags === undefined || !(tooLarge || (0,failures/* isDenied */.GZ)(error)))
        return undefined;
    const essential = tags.tags.filter(({ droppable }) => !droppable);
    if (tooLarge && essential.length < tags.tags.length) {
        return { tags: { ...tags, tags: essential }, dropped: 'some were dropped, since AWS found them too large' };
    }
    const why = tooLarge ? 'found them too large' : 'refused the call with them (sts:TagSession?)';
    return { tags: undefined, dropped: `none are set, since AWS ${why}` };
}
function tagParameters(tags) {
    if (tags === undefined)
        return {};
    const transitive = tags.transitiveKeys.filter((key) => tags.tags.some((tag) => tag.key === key));
    return {
        Tags: tags.tags.map(({ key, value }) => ({ Key: key, Value: value })),
        ...(transitive.length === 0 ? {} : { TransitiveTagKeys: transitive }),
    };
}
/** Tries again on what `isFault` names, and on refusals for as long as a new role may need to be seen. */
async function retry(attempt, deps, isFault) {
    const { maxAttempts } = deps.connection;
    const sleep = (milliseconds) => deps.sleep(milliseconds, deps.lifetime.soft);
    const throughFaults = async () => {
        for (let tries = 1;; tries++) {
            try {
                return await attempt();
            }
            catch (error) {
                if (!isFault(error) || tries >= maxAttempts || deps.lifetime.soft.aborted)
                    throw error;
                await sleep((0,backoff/* pauseMs */.r)(BACKOFF, tries - 1, deps.fraction));
            }
        }
    };
    return (0,retry_denied/* retryDenied */.M)(throughFaults, { sleep, fraction: deps.fraction, patient: maxAttempts > 1 });
}
function common(step, request) {
    return {
        RoleArn: step.roleArn,
        RoleSessionName: step.sessionName,
        DurationSeconds: request.durationSeconds,
        ...policyParameters(request),
    };
}
/** The parameters that narrow a session; none when nothing does. */
function policyParameters(request) {
    return {
        ...(request.policy === undefined ? {} : { Policy: request.policy }),
        ...(request.policyArns?.length ? { PolicyArns: request.policyArns.map((arn) => ({ arn })) } : {}),
    };
}
function caller(answer, deps) {
    const arn = answer.AssumedRoleUser?.Arn ?? '';
    return { credentials: maskedCredentials(answer.Credentials, deps), arn, accountId: (0,aws_partition/* parseArn */.Lw)(arn)?.accountId ?? '' };
}
/** STS's credentials as ours, masked before anything else sees them. */
function maskedCredentials(credentials, deps) {
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = credentials ?? {};
    for (const secret of [SecretAccessKey, SessionToken, AccessKeyId])
        if (secret !== '')
            deps.mask(secret);
    return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
        ...(Expiration === undefined ? {} : { expiration: Expiration }),
    };
}


/***/ }),

/***/ 5433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iamUserSession: () => (/* binding */ iamUserSession)
});

// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-sts/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(7800);
// EXTERNAL MODULE: ./build/node_modules/@aws-sdk/client-sts/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(5554);
;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-sts/dist-es/commands/GetSessionTokenCommand.js


class GetSessionTokenCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetSessionToken", schemas_0/* GetSessionToken$ */._T) {
}

;// CONCATENATED MODULE: ./build/node_modules/@aws-sdk/client-sts/dist-es/commands/GetFederationTokenCommand.js


class GetFederationTokenCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetFederationToken", schemas_0/* GetFederationToken$ */.$J) {
}

// EXTERNAL MODULE: ./build/aws/clients.js
var clients = __webpack_require__(4694);
// EXTERNAL MODULE: ./build/aws/partition.js
var partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/identity/assume-role.js + 3 modules
var assume_role = __webpack_require__(7775);
;// CONCATENATED MODULE: ./build/identity/iam-user-session.js




const MAX_SESSION_SECONDS = 12 * 3600;
/** Of GetFederationToken's Name (AWS: API_GetFederationToken). */
const MAX_FEDERATED_NAME_CHARS = 32;
/**
 * The session of an IAM user whose long-lived keys we hold: `GetSessionToken`, or, when policies are to narrow it,
 * `GetFederationToken`, the only one of the two that takes them.
 */
async function iamUserSession(owner, name, deps) {
    const sts = await (0,clients/* stsClient */.Km)(deps.connection, owner.credentials, deps.lifetime);
    const whole = async ({ durationSeconds }) => {
        const answer = await sts.send(new GetSessionTokenCommand({ DurationSeconds: durationSeconds }));
        return { ...owner, credentials: (0,assume_role.maskedCredentials)(answer.Credentials, deps) };
    };
    const narrowed = async (request) => {
        const answer = await sts.send(new GetFederationTokenCommand({
            Name: name.slice(0, MAX_FEDERATED_NAME_CHARS),
            DurationSeconds: request.durationSeconds,
            ...(0,assume_role.policyParameters)(request),
        }));
        const arn = answer.FederatedUser?.Arn ?? '';
        return { credentials: (0,assume_role.maskedCredentials)(answer.Credentials, deps), arn, accountId: (0,partition/* parseArn */.Lw)(arn)?.accountId ?? '' };
    };
    return {
        maximumSeconds: MAX_SESSION_SECONDS,
        because: 'a session of an IAM user lasts at most 12 hours here',
        obtain: (request) => (Object.keys((0,assume_role.policyParameters)(request)).length > 0 ? narrowed(request) : whole(request)),
    };
}


/***/ })

};

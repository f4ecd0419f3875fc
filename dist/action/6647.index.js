export const id = 6647;
export const ids = [6647];
export const modules = {

/***/ 8617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ tagValue),
/* harmony export */   Hh: () => (/* binding */ tagKeyProblem),
/* harmony export */   dB: () => (/* binding */ tagValueProblem),
/* harmony export */   qN: () => (/* binding */ MAX_TAG_VALUE_CHARS),
/* harmony export */   x3: () => (/* binding */ MAX_TAGS)
/* harmony export */ });
/** Tags on one resource (AWS: IAM and STS quotas; Secrets Manager quotas). */
const MAX_TAGS = 50;
const MAX_KEY_CHARS = 128;
const MAX_TAG_VALUE_CHARS = 256;
const KEY_CHARS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u;
const VALUE_CHARS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
/** A value AWS accepts as a tag's: other characters become `_`, cut to 256 (AWS: API_Tag). */
function tagValue(text) {
    const cut = text.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '_').slice(0, MAX_TAG_VALUE_CHARS);
    return cut.replace(/[\uD800-\uDBFF]$/, '');
}
/** What AWS would refuse in a tag's key, as a sentence. */
function tagKeyProblem(key) {
    if (key.length > MAX_KEY_CHARS || !KEY_CHARS.test(key)) {
        return `the key "${key}" must be 1 to ${MAX_KEY_CHARS} letters, digits, spaces or _.:/=+-@`;
    }
    return key.toLowerCase().startsWith('aws:')
        ? `the key "${key}" begins with aws:, which AWS keeps for itself`
        : undefined;
}
/** What AWS would refuse in a tag's value, as a sentence. */
function tagValueProblem(key, value) {
    if (value.length <= MAX_TAG_VALUE_CHARS && VALUE_CHARS.test(value))
        return undefined;
    return `the value of "${key}" must be at most ${MAX_TAG_VALUE_CHARS} letters, digits, spaces or _.:/=+-@`;
}


/***/ }),

/***/ 6647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readIdentity: () => (/* binding */ readIdentity),
  readStaticKeys: () => (/* binding */ readStaticKeys)
});

// EXTERNAL MODULE: ./build/aws/partition.js
var partition = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/aws/tags.js
var aws_tags = __webpack_require__(8617);
// EXTERNAL MODULE: ./build/github/inputs/structured.js
var structured = __webpack_require__(3415);
;// CONCATENATED MODULE: ./build/github/inputs/session-tags.js


/** The session tags and the variables of their values. `droppable`: left out when the tags are too large for AWS. */
const SOURCES = [
    { key: 'Repository', variable: 'GITHUB_REPOSITORY', droppable: false },
    { key: 'Workflow', variable: 'GITHUB_WORKFLOW', droppable: false },
    { key: 'Action', variable: 'GITHUB_ACTION', droppable: false },
    { key: 'Actor', variable: 'GITHUB_ACTOR', droppable: false },
    { key: 'Commit', variable: 'GITHUB_SHA', droppable: false },
    { key: 'Branch', variable: 'GITHUB_REF', droppable: false },
    { key: 'EventName', variable: 'GITHUB_EVENT_NAME', droppable: true },
    { key: 'BaseRef', variable: 'GITHUB_BASE_REF', droppable: true },
    { key: 'HeadRef', variable: 'GITHUB_HEAD_REF', droppable: true },
    { key: 'RunId', variable: 'GITHUB_RUN_ID', droppable: true },
    { key: 'Job', variable: 'GITHUB_JOB', droppable: true },
    { key: 'TriggeringActor', variable: 'GITHUB_TRIGGERING_ACTOR', droppable: true },
];
const MARK = { key: 'GitHub', value: 'Actions', droppable: false };
const RESERVED = new Set([MARK, ...SOURCES].map(({ key }) => key.toLowerCase()));
/**
 * Reads the session tags of chained `AssumeRole` calls. There are none by default; `role-skip-session-tagging: false`, `custom-tags` and
 * `transitive-tag-keys` turn them on.
 */
function readSessionTags(reader, env) {
    const custom = readCustomTags(reader);
    const transitive = reader.list('transitive-tag-keys');
    const asked = custom.length > 0 || transitive.length > 0;
    if (reader.flag('role-skip-session-tagging', !asked))
        return undefined;
    const facts = SOURCES.map(({ key, variable, droppable }) => ({
        key,
        value: (0,aws_tags/* tagValue */.EZ)(env[variable] ?? ''),
        droppable,
    }));
    const tags = [MARK, ...facts.filter(({ value }) => value !== ''), ...custom];
    if (tags.length > aws_tags/* MAX_TAGS */.x3) {
        reader.problem('custom-tags', `and this action’s own tags are ${tags.length} session tags; AWS allows ${aws_tags/* MAX_TAGS */.x3}`);
    }
    return { tags, transitiveKeys: transitive.filter((key) => tags.some((tag) => tag.key === key)) };
}
function readCustomTags(reader) {
    const tags = Object.entries((0,structured/* readTagObject */.ew)(reader, 'custom-tags'));
    const seen = new Set();
    for (const [key, value] of tags) {
        const folded = key.toLowerCase();
        const problems = [(0,aws_tags/* tagKeyProblem */.Hh)(key), (0,aws_tags/* tagValueProblem */.dB)(key, value)].filter((problem) => problem !== undefined);
        if (RESERVED.has(folded))
            problems.push(`the key "${key}" is set by this action`);
        if (seen.has(folded))
            problems.push(`the key "${key}" appears twice (AWS ignores case in keys)`);
        seen.add(folded);
        for (const problem of problems)
            reader.problem('custom-tags', `: ${problem}`);
    }
    return tags.map(([key, value]) => ({ key, value, droppable: false }));
}

;// CONCATENATED MODULE: ./build/github/inputs/identity.js


/** A role's name, without path (https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html). */
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
const MAX_SESSION_NAME_CHARS = 64;
/** Reads the managing identity: base identity, roles, session tags. Problems are added to the reader. */
function readIdentity(reader, context) {
    const staticKeys = readStaticKeys(reader, context.mask);
    const allowedAccountIds = reader.list('allowed-account-ids');
    for (const id of allowedAccountIds) {
        if (!/^\d{12}$/.test(id))
            reader.problem('allowed-account-ids', `has "${id}"; an account id has 12 digits`);
    }
    const roles = readRoles(reader);
    const maskAccountId = reader.flag('mask-aws-account-id', false);
    const accountIds = [...allowedAccountIds, ...roles.map((role) => (0,partition/* parseArn */.Lw)(role)?.accountId ?? '')];
    if (maskAccountId)
        for (const id of accountIds)
            if (id !== '')
                context.mask(id);
    const externalId = reader.matching('role-external-id', /^[\w+=,.@:/-]{2,1224}$/, 'must have 2 to 1224 letters, digits or _+=,.@:/-');
    if (externalId !== '')
        context.mask(externalId);
    const source = readSource(reader, { roles, staticKeys, region: context.region });
    checkBareNames(reader, { roles, allowedAccountIds, source });
    const sessionName = readSessionName(reader, context.run);
    return {
        staticKeys,
        maskAccountId,
        identity: {
            source,
            roles,
            sessionName,
            externalId: externalId || undefined,
            sessionTags: readSessionTags(reader, context.env),
            allowedAccountIds,
        },
    };
}
/** Reads the static access key. Each part is masked before anything else. */
function readStaticKeys(reader, mask) {
    const secretAccessKey = reader.text('aws-secret-access-key');
    if (secretAccessKey !== '')
        mask(secretAccessKey);
    const sessionToken = reader.text('aws-session-token');
    if (sessionToken !== '')
        mask(sessionToken);
    const accessKeyId = reader.text('aws-access-key-id');
    if (accessKeyId !== '')
        mask(accessKeyId);
    if (accessKeyId === '' && secretAccessKey === '' && sessionToken === '')
        return { kind: 'none' };
    if (accessKeyId === '')
        reader.problem('aws-access-key-id', 'is missing; the other parts of the access key are given');
    if (secretAccessKey === '')
        reader.problem('aws-secret-access-key', 'is missing; `aws-access-key-id` is given');
    return { kind: 'given', keys: { accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) } };
}
function readRoles(reader) {
    const roles = reader.list('role-to-assume');
    for (const role of roles) {
        const arn = (0,partition/* parseArn */.Lw)(role);
        const isRole = arn?.service === 'iam' && arn.resource.startsWith('role/') && /^\d{12}$/.test(arn.accountId);
        if (!isRole && (role.startsWith('arn:') || !ROLE_NAME.test(role))) {
            reader.problem('role-to-assume', `has "${role}", which is neither the ARN nor the name of a role`);
        }
    }
    return roles;
}
function readSource(reader, inputs) {
    const path = reader.text('web-identity-token-file');
    const audience = reader.text('audience') || (0,partition/* defaultAudience */.Yl)(partitionOf(inputs));
    const skipOidc = reader.flag('force-skip-oidc', false);
    const chosen = [
        ...(inputs.staticKeys.kind === 'none'
            ? []
            : [{ input: 'aws-access-key-id', source: { kind: 'static-keys' } }]),
        ...(path === '' ? [] : [{ input: 'web-identity-token-file', source: { kind: 'token-file', path } }]),
        ...(reader.flag('role-chaining', false)
            ? [{ input: 'role-chaining', source: { kind: 'env-credentials' } }]
            : []),
        ...(reader.flag('use-ambient-credentials', false)
            ? [{ input: 'use-ambient-credentials', source: { kind: 'ambient' } }]
            : []),
    ];
    const [first, second] = chosen;
    if (first !== undefined && second !== undefined) {
        reader.problem(first.input, `and \`${second.input}\` are two base identities; give one of them`);
    }
    const source = first?.source ?? { kind: 'oidc', audience };
    if (source.kind === 'oidc' && skipOidc) {
        reader.problem('force-skip-oidc', 'leaves no base identity: give `aws-access-key-id`, `web-identity-token-file`, `role-chaining` or `use-ambient-credentials`');
    }
    else if ((source.kind === 'oidc' || source.kind === 'token-file') && inputs.roles.length === 0) {
        reader.problem('role-to-assume', 'is missing: with an OIDC token or a token file there must be a role to assume');
    }
    return source;
}
function partitionOf(inputs) {
    return (0,partition/* parseArn */.Lw)(inputs.roles[0] ?? '')?.partition ?? (0,partition/* partitionOfRegion */.cn)(inputs.region);
}
/** The account of a role without ARN is that of the role before it, of the base credentials, or the only allowed one. */
function checkBareNames(reader, { roles, allowedAccountIds, source }) {
    const [first] = roles;
    const isBare = first !== undefined && !first.startsWith('arn:');
    const byToken = source.kind === 'oidc' || source.kind === 'token-file';
    if (isBare && byToken && allowedAccountIds.length !== 1) {
        reader.problem('role-to-assume', `names "${first}" without its account; give its ARN, or exactly one \`allowed-account-ids\``);
    }
}
function readSessionName(reader, run) {
    const given = reader.matching('role-session-name', /^[\w+=,.@-]{2,64}$/, 'must have 2 to 64 letters, digits or _+=,.@-');
    if (given !== '')
        return given;
    const repo = run.repository.split('/')[1] ?? '';
    const suffix = `-${run.runId}-${run.runAttempt}`.replace(/[^\w+=,.@-]/g, '-');
    return `gha-${repo.replace(/[^\w+=,.@-]/g, '-')}`.slice(0, MAX_SESSION_NAME_CHARS - suffix.length) + suffix;
}


/***/ }),

/***/ 3415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ew: () => (/* binding */ readTagObject),
/* harmony export */   g$: () => (/* binding */ readTags),
/* harmony export */   v6: () => (/* binding */ readPolicyDocuments)
/* harmony export */ });
/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html, PolicyDocument. */
const POLICY_TEXT = /^[\t\n\r\u0020-\u00FF]+$/;
/** JSON policy documents, separated by lines of `---`. @returns them minified */
function readPolicyDocuments(reader, input) {
    const parts = input.value
        .split(/^---\s*$/m)
        .map((part) => part.trim())
        .filter((part) => part !== '');
    return parts.flatMap((part, index) => {
        const which = parts.length === 1 ? 'is' : `: document ${index + 1} is`;
        const document = parseObject(part);
        const text = document && minified(document);
        if (document === undefined)
            reader.problem(input.name, `${which} not a JSON object`);
        else if (document.Statement === undefined)
            reader.problem(input.name, `${which} not a policy: it has no Statement`);
        else if (text === undefined)
            reader.problem(input.name, `${which} not a policy: it is nested too deeply`);
        else if (!POLICY_TEXT.test(text))
            reader.problem(input.name, `${which} not accepted by IAM: it has characters beyond U+00FF`);
        else
            return [text];
        return [];
    });
}
/** `undefined` when the document is nested so deeply that `JSON.stringify` overflows the stack, which `JSON.parse` does not. */
function minified(document) {
    try {
        return JSON.stringify(document);
    }
    catch {
        return undefined;
    }
}
/** Tags as `key=value` lines or as one JSON object of strings. */
function readTags(reader, name) {
    const text = reader.text(name).trim();
    return text.startsWith('{') ? tagsFromJson(reader, name, text) : tagsFromLines(reader, name, text);
}
/** Tags as one JSON object of strings. */
function readTagObject(reader, name) {
    const text = reader.text(name);
    return text === '' ? {} : tagsFromJson(reader, name, text);
}
function tagsFromLines(reader, name, text) {
    const tags = Object.create(null);
    for (const line of text.split('\n').map((each) => each.trim())) {
        if (line === '')
            continue;
        const at = line.indexOf('=');
        const key = line.slice(0, at).trim();
        if (at < 1)
            reader.problem(name, `has the line "${line}"; lines are key=value`);
        else if (Object.hasOwn(tags, key))
            reader.problem(name, `: the key "${key}" appears twice`);
        else
            tags[key] = line.slice(at + 1).trim();
    }
    return tags;
}
function tagsFromJson(reader, name, text) {
    const parsed = parseObject(text, asWritten);
    if (parsed === undefined) {
        reader.problem(name, 'must be a JSON object of strings');
        return {};
    }
    const tags = Object.create(null);
    for (const [key, value] of Object.entries(parsed)) {
        if (['string', 'boolean'].includes(typeof value))
            tags[key] = String(value);
        else
            reader.problem(name, `: the value of "${key}" must be a string`);
    }
    return tags;
}
/** Keeps a number as it is written: `1.10` may be a version, and an id may have more digits than a JavaScript number. */
const asWritten = (_key, value, context) => typeof value === 'number' ? (context?.source ?? String(value)) : value;
function parseObject(text, reviver) {
    try {
        const parsed = JSON.parse(text, reviver);
        return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
            ? parsed
            : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ })

};

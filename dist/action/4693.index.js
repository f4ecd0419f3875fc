export const id = 4693;
export const ids = [4693];
export const modules = {

/***/ 2101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ci: () => (/* binding */ desiredSecrets),
/* harmony export */   jt: () => (/* binding */ fitsSecret),
/* harmony export */   sU: () => (/* binding */ MAX_SECRET_BYTES),
/* harmony export */   z3: () => (/* binding */ isBlank)
/* harmony export */ });
/* harmony import */ var _json_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6311);
/* harmony import */ var _secret_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7263);


/** True when the source has no value for it at all. */
function isBlank({ content }) {
    return content.kind === 'nothing' || (content.kind === 'json' && content.values.size === 0);
}
/** Bytes of a value in UTF-8 (AWS: Secrets Manager quotas, “Secret value size”). */
const MAX_SECRET_BYTES = 65_536;
/** Whether a value fits one secret. */
function fitsSecret(text) {
    // No character takes more than three bytes per UTF-16 unit, so most values need no count.
    return text.length * 3 <= MAX_SECRET_BYTES || Buffer.byteLength(text) <= MAX_SECRET_BYTES;
}
/**
 * Puts every chosen key where it belongs. Problems are sentences that name keys and secrets and never say anything of a value but
 * that it is too large, empty or no text; they are all there are without asking AWS.
 */
function desiredSecrets(selected, layout, facts) {
    const problems = selected.flatMap(({ key, value, renamed, mapping }) => {
        if (renamed === '' && (mapping === undefined || (0,_secret_name_js__WEBPACK_IMPORTED_MODULE_0__/* .uses */ .r9)(mapping.name, 'key')))
            return [`\`${key}\`: nothing is left of the key after \`strip-prefix\` and \`key-case\``];
        if (value === '' && layout.empty === 'error')
            return [`\`${key}\` is empty, and \`empty\` is \`error\``];
        return value.isWellFormed() ? [] : [`\`${key}\` is no text: it has half of a character`];
    });
    const places = selected.map((each) => placeOf(each, layout, facts));
    const byName = Map.groupBy(places, ({ name }) => name);
    const desired = [...byName].map(([name, at]) => {
        const bad = (0,_secret_name_js__WEBPACK_IMPORTED_MODULE_0__/* .nameProblem */ .rH)(name);
        if (bad !== undefined)
            problems.push(`\`${at[0]?.key}\` ${bad}`);
        problems.push(...collisions(name, at));
        const content = contentOf(at);
        if (!fits(content))
            problems.push(tooLarge(name, at));
        return { name, content };
    });
    return { desired, problems };
}
function placeOf({ key, value, renamed, mapping }, layout, facts) {
    const name = (0,_secret_name_js__WEBPACK_IMPORTED_MODULE_0__/* .secretName */ .Gf)(mapping?.name ?? layout.name, { ...facts, key: renamed });
    if (mapping !== undefined)
        return { key, value, name, jsonKey: mapping.jsonKey };
    return { key, value, name, jsonKey: layout.mode === 'json' ? renamed : undefined };
}
/** Two keys in one place, or a secret that would be both a value and an object. */
function collisions(name, at) {
    const keys = (places) => places.map(({ key }) => `\`${key}\``).join(', ');
    const [plain, inJson] = [
        at.filter((place) => place.jsonKey === undefined),
        at.filter((place) => place.jsonKey !== undefined),
    ];
    if (plain.length > 0 && inJson.length > 0) {
        return [`${keys(plain)} would be the whole of the secret ${name}, and ${keys(inJson)} a part of it`];
    }
    if (plain.length > 1)
        return [`${keys(plain)} would all become the secret ${name}`];
    return [...Map.groupBy(inJson, ({ jsonKey }) => jsonKey)]
        .filter(([, places]) => places.length > 1)
        .map(([jsonKey, places]) => `${keys(places)} would all become the key ${jsonKey} of the secret ${name}`);
}
function contentOf(at) {
    const [first] = at;
    if (first?.jsonKey === undefined) {
        return first === undefined || first.value === '' ? { kind: 'nothing' } : { kind: 'text', value: first.value };
    }
    const entries = at.map(({ jsonKey = '', value }) => [jsonKey, value]);
    return {
        kind: 'json',
        values: new Map(entries.filter(([, value]) => value !== '')),
        empty: entries.filter(([, value]) => value === '').map(([key]) => key),
    };
}
function fits(content) {
    if (content.kind === 'nothing')
        return true;
    return fitsSecret(content.kind === 'text' ? content.value : (0,_json_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonSecretText */ .eK)(content.values));
}
function tooLarge(name, at) {
    const limit = `more than AWS takes in one secret, ${MAX_SECRET_BYTES} bytes`;
    return at[0]?.jsonKey === undefined
        ? `\`${at[0]?.key}\` is ${limit}; leave it out`
        : `the JSON of the secret ${name} is ${limit}; use \`mode: per-key\`, or spread the keys with \`map\``;
}


/***/ }),

/***/ 7263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ secretName),
/* harmony export */   MS: () => (/* binding */ templateProblem),
/* harmony export */   Nl: () => (/* binding */ looksLikeArn),
/* harmony export */   r9: () => (/* binding */ uses),
/* harmony export */   rH: () => (/* binding */ nameProblem)
/* harmony export */ });
/* unused harmony export SECRET_NAME_VARIABLES */
/** What a template of a secret's name may use. */
const SECRET_NAME_VARIABLES = ['owner', 'repo', 'environment', 'key'];
/** Of a template; a name has at most 512. */
const MAX_TEMPLATE_CHARS = 2048;
const BRACES = /\{\{(.*?)\}\}/gs;
/** AWS: API_CreateSecret, Name. */
const NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;
/** What AWS puts behind a name in an ARN, so that a name which ends so may be taken for another's ARN. */
const LIKE_AN_ARNS_END = /-[A-Za-z0-9]{6}$/;
/** The variables a template uses; `undefined` for what is none. */
function variablesIn(template) {
    return [...template.matchAll(BRACES)].map(([, inner = '']) => SECRET_NAME_VARIABLES.find((name) => name === inner.trim()));
}
/** True when the template uses this variable. */
function uses(template, variable) {
    return variablesIn(template).includes(variable);
}
/** What is wrong with a template, as the end of a sentence; `undefined` when it can be rendered. */
function templateProblem(template) {
    if (template.length > MAX_TEMPLATE_CHARS)
        return `has ${template.length} characters; at most ${MAX_TEMPLATE_CHARS} are taken`;
    if (variablesIn(template).includes(undefined)) {
        const known = SECRET_NAME_VARIABLES.map((name) => `{{${name}}}`).join(', ');
        return `has "${template}", which uses a name that does not exist; known are ${known}`;
    }
    const rest = template.replaceAll(BRACES, '');
    return /\{\{|\}\}/.test(rest) ? `has "${template}", in which braces lack their partner` : undefined;
}
/** A secret's name from its template, which `templateProblem` has found nothing wrong with. */
function secretName(template, facts) {
    return template.replaceAll(BRACES, (_, inner) => facts[inner.trim()]);
}
/** What AWS would refuse in a name, as the end of a sentence. */
function nameProblem(name) {
    if (NAME.test(name))
        return undefined;
    return `would get the name "${name}"; AWS takes 1 to 512 letters, digits or /_+=.@-`;
}
/** True for a name of which AWS says that it should not be used: it ends like an ARN (AWS: API_CreateSecret, Name). */
function looksLikeArn(name) {
    return LIKE_AN_ARNS_END.test(name);
}


/***/ }),

/***/ 6311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QQ: () => (/* binding */ stringsIn),
/* harmony export */   eK: () => (/* binding */ jsonSecretText),
/* harmony export */   yF: () => (/* binding */ parseJsonSecret)
/* harmony export */ });
const { rawJSON, isRawJSON } = JSON;
/** The members of a JSON object; `undefined` when the text is anything else. */
function parseJsonSecret(text) {
    try {
        const parsed = JSON.parse(text, ((_key, value, { source } = {}) => typeof value === 'number' && source !== undefined ? rawJSON(source) : value));
        if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed) || isRawJSON(parsed))
            return undefined;
        return new Map(Object.entries(parsed));
    }
    catch (error) {
        // Anything else, such as nesting too deep, is no reason to take an object for none.
        if (error instanceof Error && error.name !== 'SyntaxError')
            throw error;
        return undefined;
    }
}
/** The text of an object, its own keys in one order whatever theirs was, so that the same members are the same text. */
function jsonSecretText(members) {
    const sorted = [...members].sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${sorted.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}
/** Every string somewhere in a parsed value. */
function stringsIn(value) {
    if (typeof value === 'string')
        return [value];
    if (value instanceof Map)
        return [...value.values()].flatMap(stringsIn);
    if (typeof value !== 'object' || value === null || isRawJSON(value))
        return [];
    return Object.values(value).flatMap(stringsIn);
}


/***/ }),

/***/ 3905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ OWNER_TAG),
/* harmony export */   JT: () => (/* binding */ fitsTag),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   fl: () => (/* binding */ MODE_TAG),
/* harmony export */   zM: () => (/* binding */ RESERVED_TAG_PREFIX)
/* harmony export */ });
/* harmony import */ var _aws_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8617);

/** Tag by which a secret is known as one sync's own. */
const OWNER_TAG = 'sync:owner';
/** Tag that tells which shape made a secret, so that a sync with one secret per key never prunes another's JSON secret. */
const MODE_TAG = 'sync:mode';
/** The prefix of tags that are ours alone. */
const RESERVED_TAG_PREFIX = 'sync:';
/**
 * The owner's mark. No two owners share one, whatever their environment is called: characters that a tag or a filter of ListSecrets
 * cannot have, and those that would make the parts ambiguous, are written as `=` and their bytes.
 */
function ownerOf({ repositoryId, jobEnvironment, id }) {
    return `repo:${repositoryId}/env:${jobEnvironment === '' ? '-' : escaped(jobEnvironment)}/id:${id}`;
}
/** Whether the mark fits a tag. */
function fitsTag(owner) {
    return owner.length <= _aws_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_TAG_VALUE_CHARS */ .qN;
}
function escaped(jobEnvironment) {
    if (jobEnvironment === '-')
        return '=2D';
    return jobEnvironment.replaceAll(/[^A-Za-z0-9_.:/+\-@]/gu, (character) => [...Buffer.from(character)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''));
}


/***/ }),

/***/ 4111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isKmsKey),
/* harmony export */   y: () => (/* binding */ isSameKey)
/* harmony export */ });
/** The key of Secrets Manager's own, which AWS leaves out when it describes a secret (AWS: API_DescribeSecret, KmsKeyId). */
const DEFAULT_ALIAS = 'alias/aws/secretsmanager';
const KEY_ID = '(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const ALIAS = 'alias/[A-Za-z0-9/_-]{1,250}';
/** What AWS takes for a KMS key: an id, an alias, or the ARN of either (AWS: API_CreateSecret, KmsKeyId). */
const KMS_KEY = new RegExp(`^(?:${KEY_ID}|${ALIAS}|arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:(?:key/${KEY_ID}|${ALIAS}))$`);
/** True for an id, an alias or an ARN of a KMS key. */
function isKmsKey(text) {
    return KMS_KEY.test(text);
}
/** True when two spellings mean the same key for this secret. An alias and the id behind it cannot be told equal without asking KMS. */
function isSameKey(desired, actual, secretArn) {
    return wholeArn(desired, secretArn) === wholeArn(actual ?? DEFAULT_ALIAS, secretArn);
}
/** A bare id or alias is of the secret's own account and region. */
function wholeArn(key, secretArn) {
    if (key.startsWith('arn:'))
        return key;
    const [, partition = '', , region = '', accountId = ''] = secretArn.split(':');
    const resource = key.startsWith('alias/') ? key : `key/${key}`;
    return `arn:${partition}:kms:${region}:${accountId}:${resource}`;
}


/***/ }),

/***/ 8651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ syncSpec),
/* harmony export */   m: () => (/* binding */ needsJobEnvironment)
/* harmony export */ });
/* harmony import */ var _desired_desired_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2101);
/* harmony import */ var _desired_secret_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7263);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3905);



/** Puts a request and its job together; `problems`, all at once, are what AWS would refuse of it. */
function syncSpec(request, job) {
    const { selected, layout, id, policy, prune, writers } = request;
    const { jobEnvironment, repositoryId } = job;
    const [owner = '', repo = ''] = job.repository.split('/');
    const { desired, problems } = (0,_desired_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .desiredSecrets */ .ci)(selected, layout, { owner, repo, environment: jobEnvironment });
    const mark = (0,_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOf */ .bf)({ repositoryId, jobEnvironment, id });
    if (!(0,_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .fitsTag */ .JT)(mark))
        problems.push(`the environment’s name is too long for the tag that marks a secret’s owner: ${mark}`);
    if (jobEnvironment === '' && needsJobEnvironment(request)) {
        problems.push('a secret’s name is made with {{environment}}, and this job has no `environment:`');
    }
    return {
        spec: { desired, policy: { ...policy, owner: mark, mode: layout.mode }, prune, writers },
        problems,
    };
}
/** True when a name cannot be made without the job's `environment:`. */
function needsJobEnvironment({ selected, layout }) {
    return selected.some(({ mapping }) => (0,_desired_secret_name_js__WEBPACK_IMPORTED_MODULE_2__/* .uses */ .r9)(mapping?.name ?? layout.name, 'environment'));
}


/***/ })

};

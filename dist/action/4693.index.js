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


/** True if the source has no value for the secret. */
function isBlank({ content }) {
    return content.kind === 'nothing' || (content.kind === 'json' && content.values.size === 0);
}
/**
 * Bytes of a value in UTF-8
 * (https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html, “Secret value size”).
 */
const MAX_SECRET_BYTES = 65_536;
/** True if AWS allows a value of this size. */
function fitsSecret(text) {
    // A UTF-16 unit takes at most three bytes in UTF-8, so short values need not be counted.
    return text.length * 3 <= MAX_SECRET_BYTES || Buffer.byteLength(text) <= MAX_SECRET_BYTES;
}
/**
 * The desired secrets for the selected keys. Problems are sentences with names of keys and secrets. About a value they say only that it
 * is too large, empty or not valid Unicode. They are complete as far as no call to AWS is needed.
 */
function desiredSecrets(selected, layout, facts) {
    const problems = selected.flatMap(({ key, value, renamed, mapping }) => {
        if (renamed === '' && (mapping === undefined || (0,_secret_name_js__WEBPACK_IMPORTED_MODULE_0__/* .usesVariable */ .Lp)(mapping.name, 'key')))
            return [`\`${key}\`: nothing is left of the key after \`strip-prefix\` and \`key-case\``];
        if (value === '' && layout.empty === 'error')
            return [`\`${key}\` is empty, and \`empty\` is \`error\``];
        return value.isWellFormed() ? [] : [`\`${key}\` is not valid Unicode (unpaired surrogate)`];
    });
    const places = selected.map((each) => placeOf(each, layout, facts));
    const byName = Map.groupBy(places, ({ name }) => name);
    const desired = [...byName].map(([name, placed]) => {
        const badName = (0,_secret_name_js__WEBPACK_IMPORTED_MODULE_0__/* .nameProblem */ .rH)(name);
        if (badName !== undefined)
            problems.push(`\`${placed[0]?.key}\` ${badName}`);
        problems.push(...collisions(name, placed));
        const content = contentOf(placed);
        if (!fits(content))
            problems.push(tooLarge(name, placed));
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
/** Two keys in the same place, or a secret that would be both a single value and an object. */
function collisions(name, placed) {
    const keys = (places) => places.map(({ key }) => `\`${key}\``).join(', ');
    const [plain, inJson] = [
        placed.filter((place) => place.jsonKey === undefined),
        placed.filter((place) => place.jsonKey !== undefined),
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
function contentOf(placed) {
    const [first] = placed;
    if (first?.jsonKey === undefined) {
        return first === undefined || first.value === '' ? { kind: 'nothing' } : { kind: 'text', value: first.value };
    }
    const entries = placed.map(({ jsonKey = '', value }) => [jsonKey, value]);
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
function tooLarge(name, placed) {
    const limit = `above AWS’s limit for one secret, ${MAX_SECRET_BYTES} bytes`;
    return placed[0]?.jsonKey === undefined
        ? `\`${placed[0]?.key}\` is ${limit}; leave it out`
        : `the JSON of the secret ${name} is ${limit}; use \`mode: per-key\`, or spread the keys with \`map\``;
}


/***/ }),

/***/ 7263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ secretName),
/* harmony export */   Lp: () => (/* binding */ usesVariable),
/* harmony export */   MS: () => (/* binding */ templateProblem),
/* harmony export */   Nl: () => (/* binding */ looksLikeArn),
/* harmony export */   rH: () => (/* binding */ nameProblem)
/* harmony export */ });
/* unused harmony export SECRET_NAME_VARIABLES */
/** The variables of a name template. */
const SECRET_NAME_VARIABLES = ['owner', 'repo', 'environment', 'key'];
/** Limit for a template. A name has at most 512 characters. */
const MAX_TEMPLATE_CHARS = 2048;
const BRACES = /\{\{(.*?)\}\}/gs;
/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html, Name. */
const NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;
/** AWS appends a hyphen and six characters to the name in an ARN, so a name with such an ending looks like another secret's ARN. */
const ARN_LIKE_ENDING = /-[A-Za-z0-9]{6}$/;
/** The variables that a template uses; `undefined` for each unknown one. */
function variablesIn(template) {
    return [...template.matchAll(BRACES)].map(([, inner = '']) => SECRET_NAME_VARIABLES.find((name) => name === inner.trim()));
}
/** True if the template uses this variable. */
function usesVariable(template, variable) {
    return variablesIn(template).includes(variable);
}
/** What is wrong with a template, as the end of a sentence; `undefined` if it is valid. */
function templateProblem(template) {
    if (template.length > MAX_TEMPLATE_CHARS)
        return `has ${template.length} characters; at most ${MAX_TEMPLATE_CHARS} are allowed`;
    if (variablesIn(template).includes(undefined)) {
        const known = SECRET_NAME_VARIABLES.map((name) => `{{${name}}}`).join(', ');
        return `has "${template}", which uses an unknown variable; the variables are ${known}`;
    }
    const rest = template.replaceAll(BRACES, '');
    return /\{\{|\}\}/.test(rest) ? `has "${template}", which has unbalanced braces` : undefined;
}
/** A secret's name. @param template must be valid: see `templateProblem` */
function secretName(template, facts) {
    return template.replaceAll(BRACES, (_, inner) => facts[inner.trim()]);
}
/** Why AWS would refuse a name, as the end of a sentence; `undefined` if it would not. */
function nameProblem(name) {
    if (NAME.test(name))
        return undefined;
    return `would get the name "${name}"; AWS allows 1 to 512 letters, digits or /_+=.@-`;
}
/**
 * True for a name that ends like an ARN, which AWS advises against
 * (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html, Name).
 */
function looksLikeArn(name) {
    return ARN_LIKE_ENDING.test(name);
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
/**
 * The members of a JSON object; `undefined` for any other text.
 * @throws RangeError for JSON that is nested too deep
 */
function parseJsonSecret(text) {
    try {
        const parsed = JSON.parse(text, ((_key, value, { source } = {}) => typeof value === 'number' && source !== undefined ? rawJSON(source) : value));
        if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed) || isRawJSON(parsed))
            return undefined;
        return new Map(Object.entries(parsed));
    }
    catch (error) {
        // JSON that is nested too deep may still be an object.
        if (error instanceof Error && error.name !== 'SyntaxError')
            throw error;
        return undefined;
    }
}
/** The text of an object. Its keys are sorted, so that equal objects have equal texts. */
function jsonSecretText(members) {
    const sorted = [...members].sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${sorted.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}
/** All strings in a parsed value, at any depth. */
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

/** The tag that names the sync that owns a secret. */
const OWNER_TAG = 'sync:owner';
/** The tag that names the mode of the sync that wrote a secret, so that `per-key` never prunes a JSON secret. */
const MODE_TAG = 'sync:mode';
/** The prefix of tags that are reserved for the sync. */
const RESERVED_TAG_PREFIX = 'sync:';
/**
 * The value of the owner tag, which is unique for each owner. Characters of the environment's name that a tag or a filter of
 * ListSecrets does not allow, or that would make the parts ambiguous, are written as `=` and their bytes in hexadecimal.
 */
function ownerOf({ repositoryId, jobEnvironment, id }) {
    return `repo:${repositoryId}/env:${jobEnvironment === '' ? '-' : escaped(jobEnvironment)}/id:${id}`;
}
/** True if the value is short enough for a tag. */
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
/**
 * The default key, which DescribeSecret does not return
 * (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html, KmsKeyId).
 */
const DEFAULT_ALIAS = 'alias/aws/secretsmanager';
const KEY_ID = '(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const ALIAS = 'alias/[A-Za-z0-9/_-]{1,250}';
/**
 * A KMS key: an id, an alias, or the ARN of either
 * (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html, KmsKeyId).
 */
const KMS_KEY = new RegExp(`^(?:${KEY_ID}|${ALIAS}|arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:(?:key/${KEY_ID}|${ALIAS}))$`);
/** True for an id, an alias or an ARN of a KMS key. */
function isKmsKey(text) {
    return KMS_KEY.test(text);
}
/** True if both name the same key for this secret. An alias never equals the id of its key: only KMS knows that they are the same. */
function isSameKey(desired, actual, secretArn) {
    return wholeArn(desired, secretArn) === wholeArn(actual ?? DEFAULT_ALIAS, secretArn);
}
/** The ARN of a key. An id or alias without ARN belongs to the secret's account and region. */
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



/** The whole sync, from the request and the job. `problems`: one sentence for each thing that AWS would refuse. */
function syncSpec(request, job) {
    const { selected, layout, id, policy, prune, writers } = request;
    const { jobEnvironment, repositoryId } = job;
    const [owner = '', repo = ''] = job.repository.split('/');
    const { desired, problems } = (0,_desired_desired_js__WEBPACK_IMPORTED_MODULE_0__/* .desiredSecrets */ .ci)(selected, layout, { owner, repo, environment: jobEnvironment });
    const ownerTag = (0,_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOf */ .bf)({ repositoryId, jobEnvironment, id });
    if (!(0,_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .fitsTag */ .JT)(ownerTag))
        problems.push(`the environment’s name is too long for the tag that marks a secret’s owner: ${ownerTag}`);
    if (jobEnvironment === '' && needsJobEnvironment(request)) {
        problems.push('a secret’s name uses {{environment}}, and this job has no `environment:`');
    }
    return {
        spec: { desired, policy: { ...policy, owner: ownerTag, mode: layout.mode }, prune, writers },
        problems,
    };
}
/** True if a name uses {{environment}}. */
function needsJobEnvironment({ selected, layout }) {
    return selected.some(({ mapping }) => (0,_desired_secret_name_js__WEBPACK_IMPORTED_MODULE_2__/* .usesVariable */ .Lp)(mapping?.name ?? layout.name, 'environment'));
}


/***/ })

};

import type { AwsError, Call } from '../wire/call.ts';
import { FILTER_KEYS, type Filter } from './list.ts';
import { invalidMember, invalidParameter, invalidRequest, json } from './rules-parts.ts';

/** API reference, each member's “Length Constraints”; values in bytes: user guide, “Quotas”. */
const MAX_VALUE_BYTES = 65_536;
const MAX_NAME_CHARS = 512;
const MAX_DESCRIPTION_CHARS = 2_048;
const MAX_BATCH = 20;
const MAX_PAGE = 100;
const MAX_FILTERS = 10;

/** Recorded on AWS. The text of the service lists `!` too, which only managed secrets have. */
const INVALID_NAME: AwsError = {
  code: 'ValidationException',
  message: 'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
};

type Check = (call: Call) => AwsError | undefined;

/** How many bytes a value has. AWS's model counts characters and its quota bytes; the error's text is the model's. */
function checkSize(member: string, bytes: number | undefined): AwsError | undefined {
  if (bytes === undefined) return undefined;
  if (bytes < 1) return invalidMember(member, 'have length greater than or equal to 1');
  return bytes > MAX_VALUE_BYTES
    ? invalidMember(member, `have length less than or equal to ${MAX_VALUE_BYTES}`)
    : undefined;
}

const checkValue: Check = ({ params: { SecretString: text, SecretBinary: binary } }) => {
  if (text !== undefined && binary !== undefined)
    return invalidParameter(
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  return (
    checkSize('secretString', text === undefined ? undefined : Buffer.byteLength(text)) ??
    checkSize('secretBinary', binary === undefined ? undefined : Buffer.from(binary, 'base64').length)
  );
};

const checkName: Check = ({ params: { Name: name = '' } }) => {
  if (name.length < 1) return invalidMember('name', 'have length greater than or equal to 1', name);
  if (name.length > MAX_NAME_CHARS)
    return invalidMember('name', `have length less than or equal to ${MAX_NAME_CHARS}`, name);
  return /^[A-Za-z0-9/_+=.@-]+$/.test(name) ? undefined : INVALID_NAME;
};

const checkId: Check = ({ params: { SecretId: id } }) => {
  if (id === undefined || id.startsWith('arn:')) return undefined;
  if (id === '') return invalidMember('secretId', 'have length greater than or equal to 1', id);
  return /^[A-Za-z0-9/_+=.@!-]+$/.test(id) ? undefined : INVALID_NAME;
};

const checkDescription: Check = ({ params: { Description: text = '' } }) =>
  text.length > MAX_DESCRIPTION_CHARS
    ? invalidMember('description', `have length less than or equal to ${MAX_DESCRIPTION_CHARS}`, text)
    : undefined;

/** The token is optional for callers of an SDK only, which makes one (API_CreateSecret; recorded on AWS). */
const checkToken: Check = ({ params: { ClientRequestToken: token } }) => {
  if (token === undefined)
    return invalidRequest('You must provide a ClientRequestToken value. We recommend a UUID-type value.');
  return token.length < 32 || token.length > 64
    ? invalidParameter('ClientRequestToken must be 32-64 characters long.')
    : undefined;
};

const checkDeletion: Check = (call) => {
  const days = json<number>(call, 'RecoveryWindowInDays');
  if (days === undefined) return undefined;
  if (call.params.ForceDeleteWithoutRecovery === 'true')
    return invalidParameter("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
  return days < 7 || days > 30
    ? invalidParameter('The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).')
    : undefined;
};

function checkPage(call: Call, max: number): AwsError | undefined {
  const size = json<number>(call, 'MaxResults');
  if (size === undefined) return undefined;
  if (size < 1) return invalidMember('maxResults', 'have value greater than or equal to 1', String(size));
  return size > max ? invalidMember('maxResults', `have value less than or equal to ${max}`, String(size)) : undefined;
}

/** API_Filter and API_ListSecrets: ten filters, ten values each, known keys. */
const checkFilters: Check = (call) => {
  const filters = json<Filter[]>(call, 'Filters') ?? [];
  if (filters.length > MAX_FILTERS)
    return invalidMember('filters', `have length less than or equal to ${MAX_FILTERS}`, String(filters.length));
  for (const [index, { Key, Values }] of filters.entries()) {
    const member = `filters.${index + 1}.member`;
    if (!FILTER_KEYS.includes(Key))
      return invalidMember(`${member}.key`, `satisfy enum value set: [${FILTER_KEYS.join(', ')}]`, Key);
    if (!Values || Values.length < 1 || Values.length > MAX_FILTERS)
      return invalidMember(`${member}.values`, `have length between 1 and ${MAX_FILTERS}`, String(Values));
  }
  return undefined;
};

/** API_BatchGetSecretValue: “SecretIdList” or “Filters”, not both; MaxResults goes with Filters. */
const checkBatch: Check = (call) => {
  const ids = json<string[]>(call, 'SecretIdList');
  const hasFilters = call.params.Filters !== undefined;
  if ((ids === undefined) === !hasFilters)
    return invalidParameter("Either 'SecretIdList' or 'Filters' must be provided, but not both.");
  if (ids && call.params.MaxResults !== undefined)
    return invalidParameter("'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.");
  if (!ids || (ids.length >= 1 && ids.length <= MAX_BATCH)) return checkPage(call, MAX_BATCH);
  const constraint = ids.length < 1 ? 'greater than or equal to 1' : `less than or equal to ${MAX_BATCH}`;
  return invalidMember('secretIdList', `have length ${constraint}`, `[${ids.join(', ')}]`);
};

/** The checks of a request that come before any secret is looked up. */
export const shapeChecks: [action: string, check: Check][] = [
  ['*', checkId],
  ['CreateSecret', checkName],
  ['CreateSecret', checkToken],
  ['PutSecretValue', checkToken],
  ['UpdateSecret', checkToken],
  ['*', checkValue],
  ['*', checkDescription],
  ['DeleteSecret', checkDeletion],
  ['ListSecrets', (call) => checkPage(call, MAX_PAGE)],
  ['ListSecrets', checkFilters],
  ['BatchGetSecretValue', checkBatch],
  ['BatchGetSecretValue', checkFilters],
];

import { tagKeyProblem, tagValueProblem } from '../aws/tags.ts';
import { splitGlobs } from '../secrets/globs.ts';
import { KEY_CASES } from '../secrets/key-case.ts';
import { isKmsKey } from '../secrets/kms-key.ts';
import { RESERVED_TAG_PREFIX } from '../secrets/owner.ts';
import type { SyncPolicy, WantedReplica } from '../secrets/plan.ts';
import { needsEnvironment, type SyncRequest, syncWish } from '../secrets/request.ts';
import { templateProblem, uses } from '../secrets/secret-name.ts';
import { type Mapping, type Selection, select } from '../secrets/selection.ts';
import type { SyncWish } from '../secrets/sync.ts';
import type { Shape } from '../secrets/wanted.ts';
import type { InputReader } from './input-reader.ts';
import { readTags } from './structured-inputs.ts';
import { readSource, takeSecretsFile } from './sync-source.ts';

/** SPEC §6: what is to be synced, and whether only to look. */
export type SyncInputs = {
  readonly when: 'plan' | 'apply';
  readonly failOnDiff: boolean;
  readonly request: SyncRequest;
  readonly notices: readonly string[];
  readonly warnings: readonly string[];
};

/** What surrounds the inputs. `prefix`: `sync-` in the root action, nothing in `/sync`. */
export type SyncSurroundings = {
  readonly prefix: string;
  readonly fallback: 'off' | 'apply';
  readonly region: string;
  /** Where Secrets Manager is reached; `undefined`: at AWS. */
  readonly endpoint: string | undefined;
  readonly repository: string;
  readonly repositoryId: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether the job's `environment:` will be known: only GitHub's own token tells it. */
  readonly byOidc: boolean;
  /** Why secrets must not be written for this event; then they are not even looked at. */
  readonly untrusted: string | undefined;
};

/**
 * `off`: not asked for. `unused`: not asked for, though a source is given. `untrusted`: asked for by an event whose view of the secrets is
 * partial, or not to be trusted.
 */
export type ReadSync = SyncInputs | 'off' | 'unused' | 'untrusted';

/** AWS: API_CreateSecret, Description. */
const MAX_DESCRIPTION_CHARS = 2_048;
/** Tags on a secret, ours taken off (AWS: Secrets Manager quotas). */
const MAX_OWN_TAGS = 48;
/** AWS: API_DeleteSecret, RecoveryWindowInDays. */
const WINDOW_DAYS = { least: 7, most: 30, fallback: 30 };
/** Put, update and replicate share 50 calls a second in an account (reference: secrets.md §0.3). */
const WRITERS = { least: 1, most: 50, fallback: 5 };
const PRUNE_LIMIT = { least: 0, most: 1_000, fallback: 5 };
const ID = /^[\w.-]{1,64}$/;
const DEFAULT_ID = 'default';

/** Reads SPEC §6 and checks all that can be checked without asking AWS, problems going to the reader. */
export function readSync(reader: InputReader, around: SyncSurroundings): ReadSync {
  const named = (name: string) => `${around.prefix}${name}`;
  const file = takeSecretsFile(reader, { file: named('secrets-file'), remove: named('secrets-file-delete') });
  const choices = around.fallback === 'off' ? (['off', 'plan', 'apply'] as const) : (['apply', 'plan', 'off'] as const);
  const when = reader.oneOf('sync', choices);
  const settings = readSettings(reader, named, around.region);
  const names = { secrets: named('secrets'), file: named('secrets-file'), fromEnv: named('from-env') };
  if (when === 'off' || (when === 'apply' && around.untrusted !== undefined)) {
    const given = Object.values(names).filter((name) => reader.text(name) !== '');
    if (when !== 'off') return 'untrusted';
    return given.length > 0 ? 'unused' : 'off';
  }
  const elsewhere = endpointNotice(reader, around);
  const { source, notices, warnings } = readSource(reader, names, { file, environment: around.environment });
  const { selection, failOnDiff, ...rest } = settings;
  const selected = select(source ?? new Map(), selection);
  for (const problem of source === undefined ? [] : selected.problems) reader.problem(named('map'), problem);
  const request = { ...rest, chosen: selected.chosen };
  // Only where `map` says of each key where it goes.
  const nameNeeded = selection.map.length === 0 || selected.chosen.some(({ mapping }) => mapping === undefined);
  checkWhole(reader, request, { ...around, named, nameNeeded });
  if (failOnDiff && when === 'apply') {
    reader.problem(named('fail-on-diff'), 'goes with `sync: plan` only; `apply` would write what differs');
  }
  return { when, failOnDiff, request, notices: [...elsewhere, ...notices, ...selected.notices], warnings };
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Where secrets go is told when the environment says it, which any earlier step can; and they never go unencrypted. */
function endpointNotice(reader: InputReader, { endpoint }: SyncSurroundings): string[] {
  // One that is no URL has been reported where it was read.
  if (endpoint === undefined || !URL.canParse(endpoint) || reader.text('secretsmanager-endpoint') !== '') return [];
  const { protocol, hostname, host } = new URL(endpoint);
  if (protocol === 'http:' && !LOOPBACK.includes(hostname)) {
    reader.problem(
      'AWS_ENDPOINT_URL',
      `or AWS_ENDPOINT_URL_SECRETS_MANAGER would send secrets to ${host} unencrypted; name it in \`secretsmanager-endpoint\` if that is meant`,
    );
  }
  return [`Secrets Manager is reached at ${host}, since a variable AWS_ENDPOINT_URL of this job says so.`];
}

type Named = (name: string) => string;

function readSettings(reader: InputReader, named: Named, region: string) {
  const selection: Selection = {
    include: splitGlobs(reader.text(named('include'))),
    exclude: splitGlobs(reader.text(named('exclude'))),
    stripPrefix: reader.text(named('strip-prefix')),
    keyCase: reader.oneOf(named('key-case'), KEY_CASES),
    map: readMap(reader, named('map')),
  };
  const id = reader.matching(named('id'), ID, 'must have 1 to 64 letters, digits or _.-') || DEFAULT_ID;
  return {
    selection,
    failOnDiff: reader.flag(named('fail-on-diff'), false),
    shape: readShape(reader, named),
    id,
    policy: readPolicy(reader, named, region),
    prune: readPrune(reader, named),
    writers: reader.whole(named('concurrency'), WRITERS),
  };
}

function readShape(reader: InputReader, named: Named): Shape {
  const mode = reader.oneOf(named('mode'), ['json', 'per-key']);
  const name = reader.text(named('name'));
  return { mode, name, empty: reader.oneOf(named('empty'), ['skip', 'error']) };
}

function readPolicy(reader: InputReader, named: Named, region: string): Omit<SyncPolicy, 'owner' | 'mode'> {
  const description = reader.text(named('description'));
  if (description.length > MAX_DESCRIPTION_CHARS) {
    reader.problem(named('description'), `has more than the ${MAX_DESCRIPTION_CHARS} characters AWS allows`);
  }
  const kmsKeyId = readKmsKey(reader, named('kms-key-id'), reader.text(named('kms-key-id')));
  return {
    region,
    adopt: reader.oneOf(named('adopt'), ['never', 'same-value', 'always']),
    onDeleted: reader.oneOf(named('on-deleted'), ['restore', 'error']),
    unknownKeys: reader.oneOf(named('unknown-keys'), ['remove', 'keep']),
    description: description || undefined,
    kmsKeyId,
    tags: readSecretTags(reader, named('tags')),
    replicas: readReplicas(reader, named('replica-regions'), region),
  };
}

function readKmsKey(reader: InputReader, name: string, key: string): string | undefined {
  if (key !== '' && !isKmsKey(key)) reader.problem(name, `has "${key}", which is no KMS key’s id, ARN or alias`);
  return key || undefined;
}

function readSecretTags(reader: InputReader, name: string): Record<string, string> {
  const tags = readTags(reader, name);
  const entries = Object.entries(tags);
  for (const [key, value] of entries) {
    const problems = [tagKeyProblem(key), tagValueProblem(key, value)].filter((problem) => problem !== undefined);
    if (key.startsWith(RESERVED_TAG_PREFIX)) problems.push(`the key "${key}" begins with sync:, which is ours`);
    for (const problem of problems) reader.problem(name, `: ${problem}`);
  }
  if (entries.length > MAX_OWN_TAGS)
    reader.problem(name, `has ${entries.length} tags; ${MAX_OWN_TAGS} fit beside ours`);
  return tags;
}

function readReplicas(reader: InputReader, name: string, ownRegion: string): WantedReplica[] {
  const replicas = reader.list(name).map((item) => {
    const [region = '', ...key] = item.split('=');
    const bad = !/^[a-z0-9-]+$/.test(region) || item.endsWith('=');
    if (bad) reader.problem(name, `has "${item}"; items are region or region=kms-key`);
    else if (region === ownRegion) reader.problem(name, `has ${region}, where the secret itself is`);
    return { region, kmsKeyId: readKmsKey(reader, name, key.join('=')) };
  });
  if (new Set(replicas.map(({ region }) => region)).size < replicas.length)
    reader.problem(name, 'names a region twice');
  return replicas;
}

function readMap(reader: InputReader, name: string): Mapping[] {
  const lines = reader
    .text(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.flatMap((line) => {
    const [, key, secret, jsonKey] = /^([^=]+?)\s*=\s*([^#]*?)\s*(?:#(.*))?$/.exec(line) ?? [];
    if (key === undefined || !secret || jsonKey === '') {
      reader.problem(name, `has the line "${line}"; lines are GITHUB_KEY=name or GITHUB_KEY=name#json-key`);
      return [];
    }
    const problem = templateProblem(secret);
    if (problem !== undefined) reader.problem(name, problem);
    return problem === undefined ? [{ key, name: secret, jsonKey }] : [];
  });
}

function readPrune(reader: InputReader, named: Named): SyncWish['prune'] {
  const wanted = reader.flag(named('prune'), false);
  const limit = reader.whole(named('prune-limit'), PRUNE_LIMIT);
  const recoveryWindowDays = reader.whole(named('recovery-window-days'), WINDOW_DAYS);
  const force = reader.flag(named('force-delete'), false);
  return wanted ? { limit, deletion: force ? { force } : { recoveryWindowDays } } : undefined;
}

type Whole = SyncSurroundings & { readonly named: Named; readonly nameNeeded: boolean };

/** What only all of it together shows: the template, the mode, and every secret that would come of them. */
function checkWhole(reader: InputReader, request: SyncRequest, around: Whole): void {
  const { named, byOidc } = around;
  const { shape, chosen, prune } = request;
  const template = checkTemplate(reader, request, { name: named('name'), needed: around.nameNeeded });
  if (prune !== undefined && shape.mode === 'json') reader.problem(named('prune'), 'applies to `mode: per-key` only');
  if (around.repositoryId === '') {
    reader.problem(
      'GITHUB_REPOSITORY_ID',
      'is not set; secrets are marked with it, so that no other repository’s are touched',
    );
  }
  if (!byOidc) {
    const why = 'and only GitHub’s OIDC token tells the job’s environment';
    if (needsEnvironment({ chosen, shape })) reader.problem(named('name'), `uses {{environment}}, ${why}`);
    if (prune !== undefined && request.id === DEFAULT_ID) {
      reader.problem(
        named('prune'),
        `needs an \`${named('id')}\` of its own here: ${why.slice(4)}, so that two environments look like one`,
      );
    }
  }
  // What else is wrong is told too where names cannot be made: then a name stands in that can.
  const name = template ? shape.name : shape.mode === 'json' ? 'name' : 'name/{{key}}';
  // The environment's name comes with the token; until then one stands in that AWS would take.
  const job = { repository: around.repository, repositoryId: around.repositoryId, environment: 'environment' };
  const whole = { ...request, shape: { ...shape, name } };
  for (const problem of syncWish(whole, job).problems) reader.problem(named('secrets'), `: ${problem}`);
}

/** @returns whether names can be made with it */
function checkTemplate(
  reader: InputReader,
  { shape }: SyncRequest,
  { name, needed }: { name: string; needed: boolean },
): boolean {
  if (shape.name === '') {
    if (needed) reader.problem(name, 'is missing; for example github/{{owner}}/{{repo}}');
    return !needed;
  }
  const problem = templateProblem(shape.name);
  if (problem !== undefined) reader.problem(name, problem);
  else if (shape.mode === 'json' && uses(shape.name, 'key'))
    reader.problem(name, 'uses {{key}}, which only `mode: per-key` has');
  else if (shape.mode === 'per-key' && !uses(shape.name, 'key'))
    reader.problem(name, 'must use {{key}} with `mode: per-key`');
  else return true;
  return false;
}

import { tagKeyProblem, tagValueProblem } from '../../aws/tags.ts';
import type { SecretLayout } from '../../secrets/desired/desired.ts';
import { KEY_CASES } from '../../secrets/desired/key-case.ts';
import { templateProblem } from '../../secrets/desired/secret-name.ts';
import type { Mapping, Selection } from '../../secrets/desired/selection.ts';
import { RESERVED_TAG_PREFIX } from '../../secrets/owner.ts';
import type { DesiredReplica, SyncPolicy } from '../../secrets/plan/change.ts';
import { isKmsKey } from '../../secrets/plan/kms-key.ts';
import type { SyncSpec } from '../../secrets/plan/plan.ts';
import { readGlobs } from './globs.ts';
import type { InputReader } from './reader.ts';
import { readTags } from './structured.ts';

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html, Description. */
const MAX_DESCRIPTION_CHARS = 2_048;
/**
 * AWS allows 50 tags on a secret; the sync sets two of them
 * (https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html).
 */
const MAX_USER_TAGS = 48;
/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html, RecoveryWindowInDays. */
const WINDOW_DAYS = { min: 7, max: 30, fallback: 30 };
/**
 * AWS allows 50 writes a second in an account and region
 * (https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html).
 */
const WRITERS = { min: 1, max: 50, fallback: 5 };
const PRUNE_LIMIT = { min: 0, max: 1_000, fallback: 5 };
const ID = /^[\w.-]{1,64}$/;
/** The default of the input `id`. */
export const DEFAULT_ID = 'default';

/** Adds the action's prefix to the name of an input. */
export type Named = (name: string) => string;

/** Reads the settings of a sync: all its inputs except the source. Problems are added to the reader. */
export function readSettings(reader: InputReader, named: Named, region: string) {
  const selection: Selection = {
    include: readGlobs(reader, named('include')),
    exclude: readGlobs(reader, named('exclude')),
    stripPrefix: reader.text(named('strip-prefix')),
    keyCase: reader.oneOf(named('key-case'), KEY_CASES),
    map: readMap(reader, named('map')),
  };
  const id = reader.matching(named('id'), ID, 'must have 1 to 64 letters, digits or _.-') || DEFAULT_ID;
  return {
    selection,
    failOnDiff: reader.flag(named('fail-on-diff'), false),
    layout: readLayout(reader, named),
    id,
    policy: readPolicy(reader, named, region),
    prune: readPrune(reader, named),
    writers: reader.integer(named('concurrency'), WRITERS),
  };
}

function readLayout(reader: InputReader, named: Named): SecretLayout {
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
  if (key !== '' && !isKmsKey(key))
    reader.problem(name, `has "${key}", which is not the id, ARN or alias of a KMS key`);
  return key || undefined;
}

function readSecretTags(reader: InputReader, name: string): Record<string, string> {
  const tags = readTags(reader, name);
  const entries = Object.entries(tags);
  for (const [key, value] of entries) {
    const problems = [tagKeyProblem(key), tagValueProblem(key, value)].filter((problem) => problem !== undefined);
    if (key.startsWith(RESERVED_TAG_PREFIX)) problems.push(`the key "${key}" begins with sync:, which is reserved`);
    for (const problem of problems) reader.problem(name, `: ${problem}`);
  }
  if (entries.length > MAX_USER_TAGS)
    reader.problem(
      name,
      `has ${entries.length} tags; at most ${MAX_USER_TAGS} are allowed, because the sync sets 2 itself`,
    );
  return tags;
}

function readReplicas(reader: InputReader, name: string, ownRegion: string): DesiredReplica[] {
  const replicas = reader.list(name).map((item) => {
    const [region = '', ...key] = item.split('=');
    const bad = !/^[a-z0-9-]+$/.test(region) || item.endsWith('=');
    if (bad) reader.problem(name, `has "${item}"; items are region or region=kms-key`);
    else if (region === ownRegion) reader.problem(name, `has ${region}, which is the secret’s own region`);
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

function readPrune(reader: InputReader, named: Named): SyncSpec['prune'] {
  const enabled = reader.flag(named('prune'), false);
  const limit = reader.integer(named('prune-limit'), PRUNE_LIMIT);
  const recoveryWindowDays = reader.integer(named('recovery-window-days'), WINDOW_DAYS);
  const force = reader.flag(named('force-delete'), false);
  return enabled ? { limit, deletion: force ? { force } : { recoveryWindowDays } } : undefined;
}

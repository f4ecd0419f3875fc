// Small functions that the tests of the secret sync share.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { expect } from '@jest/globals';
import type { Lab } from '../../lab/lab.ts';
import { parseCommand } from '../../lab/runner/commands.ts';
import { maskedForms } from '../../lab/runner/masks.ts';
import type { Job, JobOptions, StepResult, Use } from '../../lab/runner/runner.ts';
import { findSecret } from '../../lab/runner/runner.ts';
import type { Call } from '../../lab/wire/wire.ts';
import { inJob } from './scenario.ts';

/** Directory of the action that only syncs. */
export const SYNC_ACTION = fileURLToPath(new URL('../../../sync', import.meta.url));
/** The owner tag of the laboratory's repository, outside any environment. */
export const OWNER = 'repo:714613905/env:-/id:default';
/** The tags of a secret that a sync of that shape has made. */
export function ownTags(mode: 'json' | 'per-key'): Record<string, string> {
  return { 'sync:owner': OWNER, 'sync:mode': mode };
}

/** Debug logging, as the runner sets it for its steps. */
export const DEBUG = { RUNNER_DEBUG: '1' };

/** One item of the output `plan`. */
export type Planned = {
  name: string;
  action: string;
  what?: string[];
  keys?: { added: string[]; changed: string[]; removed: string[]; empty: string[]; kept: string[] };
  because?: string;
};

/** A value that is unlike any other text. The same label gives the same value. */
export function canary(label: string): string {
  return createHash('sha512').update(`canary of ${label}`).digest('base64url').replaceAll(/[-_]/g, 'x').slice(0, 40);
}

/** A source of these keys, each with a canary of its own. */
export function source(...keys: string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, canary(key)]));
}

/** A step that uses `/sync` with the laboratory's inputs and these. */
export function syncUse(job: Job, lab: Lab, inputs: Record<string, string>): Use {
  return job.use(lab.inputs(inputs), { actionPath: SYNC_ACTION });
}

/** The output `plan`; `prefix` is `sync-` in the root action. */
export function planOf(result: StepResult, prefix = ''): Planned[] {
  return JSON.parse(result.outputs[`${prefix}plan`] ?? 'null') as Planned[];
}

/** The outputs that count, those that are 0 left out. */
export function countsOf({ outputs }: StepResult, prefix = ''): Record<string, number> {
  const names = ['created', 'updated', 'restored', 'unchanged', 'pruned', 'skipped', 'failed'];
  const counts = names.map((name) => [name, Number(outputs[`${prefix}${name}`])] as const);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}

/** The calls to Secrets Manager since the log was last cleared. */
export function secretCalls(lab: Lab): Call[] {
  return lab.wire.calls.filter(({ service }) => service === 'secretsmanager');
}

/** Their actions, in the order they arrived. */
export function secretActions(lab: Lab): string[] {
  return secretCalls(lab).map(({ action }) => action);
}

const READS = ['DescribeSecret', 'GetSecretValue', 'BatchGetSecretValue', 'ListSecrets'];

/** Those of them that change something. */
export function writes(lab: Lab): string[] {
  return secretActions(lab).filter((action) => !READS.includes(action));
}

/** Creates a secret without a call through the wire. */
export async function put(
  lab: Lab,
  name: string,
  value: string,
  rest: { tags?: Record<string, string>; description?: string; kmsKeyId?: string } = {},
): Promise<void> {
  const Tags = Object.entries(rest.tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
  const command = new CreateSecretCommand({
    Name: name,
    SecretString: value,
    Tags,
    ...(rest.description === undefined ? {} : { Description: rest.description }),
    ...(rest.kmsKeyId === undefined ? {} : { KmsKeyId: rest.kmsKeyId }),
  });
  await lab.secretsManager.send(command);
}

/** What the account's secrets hold, by name. */
export async function values(lab: Lab): Promise<Record<string, string | undefined>> {
  const all = await lab.secrets();
  return Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value]));
}

export type SyncOptions = Omit<Partial<JobOptions>, 'lab'> & {
  /** Further secrets that must not show, beside all that the inputs, the wire and the account hold. */
  hidden?: readonly string[];
  /** Whether the root action syncs, in place of `/sync`; then all inputs are given with their prefix. */
  root?: boolean;
  /** Runs before the step; answers further inputs, such as the path of a file in the job's directories. */
  before?: (job: Job) => Record<string, string>;
  /** Files where the secrets belong. */
  allowedFiles?: (job: Job) => string[];
  /** Runs while the job is still there. */
  after?: (job: Job, result: StepResult) => Promise<void> | void;
};

/**
 * Runs one sync in a job of its own, with debug logging unless the options say otherwise, and checks that nothing of any secret shows. The wire's
 * log holds the calls of this run alone.
 */
export async function sync(lab: Lab, inputs: Record<string, string>, options: SyncOptions = {}): Promise<StepResult> {
  const { hidden = [], root = false, before, allowedFiles, after, ...facts } = options;
  const run = async (job: Job) => {
    lab.wire.calls.length = 0;
    const known = await heldSecrets(lab);
    const given = lab.inputs({ ...inputs, ...before?.(job) });
    const use = root ? job.use(given) : job.use(given, { actionPath: SYNC_ACTION });
    const result = await use.main();
    await after?.(job, result);
    if (root) await job.finish();
    const secrets = [...hidden, ...known, ...givenSecrets(given), ...(await heldSecrets(lab)), ...sentSecrets(lab)];
    await expectNothingShown(job, [result], secrets, allowedFiles?.(job));
    expectNoDerivedToken(lab, secrets);
    return result;
  };
  return inJob(lab, run, { context: DEBUG, ...facts });
}

/** A value shorter than this may be in any log by chance. */
const LEAST_CHARS = 8;

/** Strings and long numbers inside a text, itself included; as JSON when it is some. */
function partsOf(text: string): string[] {
  const numbers = text.match(/\d{12,}/g) ?? [];
  try {
    return [text, ...numbers, ...stringsOf(JSON.parse(text))];
  } catch {
    return [text];
  }
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

function givenSecrets(inputs: Record<string, string>): string[] {
  return ['secrets', 'sync-secrets'].flatMap((name) => partsOf(inputs[name] ?? ''));
}

async function heldSecrets(lab: Lab): Promise<string[]> {
  return Object.values(await values(lab)).flatMap((value) => partsOf(value ?? ''));
}

function sentSecrets(lab: Lab): string[] {
  return secretCalls(lab).flatMap(({ params }) => partsOf(params.SecretString ?? ''));
}

/** The lines of a secret, and the ends of a long one: a log may cut it. */
function fragmentsOf(secret: string): string[] {
  const ends = secret.length >= 32 ? [secret.slice(0, 16), secret.slice(-16)] : [];
  return [...secret.split(/[\r\n]+/), ...ends].filter(
    (each) => each.trim().length >= LEAST_CHARS && each.isWellFormed(),
  );
}

/** Everything of a step that a person or a later step can read; not the commands that ask the runner to mask. */
function visible(result: StepResult): string {
  const lines = `${result.stdout}\n${result.stderr}`.split('\n');
  return [
    ...lines.filter((line) => parseCommand(line)?.name !== 'add-mask'),
    result.log,
    result.summary,
    result.rawState,
    ...Object.values(result.outputs),
    ...Object.values(result.exported),
    ...result.annotations.map(({ title, message }) => `${title ?? ''} ${message}`),
  ].join('\n');
}

/** Hashes as a log might print them, cut to a length that is unlikely to match by chance. */
function hashesOf(secret: string): string[] {
  return ['sha256', 'sha1', 'md5', 'sha512'].flatMap((algorithm) => {
    const digest = createHash(algorithm).update(secret).digest();
    return [digest.toString('hex').slice(0, 12), digest.toString('base64').slice(0, 12)];
  });
}

/** Limits that messages name; whatever else is counted in bytes or characters could be the length of a value. */
const NAMED_LIMITS = ['65536', '131057', '131052', '131072', '2048', '2,048', '65,536'];

/** That no value, length or hash of a secret shows in the log (raw or masked), summary, outputs, state, argv or a file. */
export async function expectNothingShown(
  job: Job,
  results: readonly StepResult[],
  secrets: readonly string[],
  allowedFiles: readonly string[] = [],
): Promise<void> {
  const distinct = [...new Set(secrets)].filter((secret) => secret.trim().length >= LEAST_CHARS);
  const searched = distinct.filter((secret) => secret.isWellFormed());
  const found = searched.map((secret) => findSecret(job, results, secret, { allowedFiles }));
  expect((await Promise.all(found)).flat()).toEqual([]);
  const fragments = [...new Set(searched.flatMap(fragmentsOf))].flatMap(maskedForms);
  for (const result of results) {
    const text = visible(result);
    expect(fragments.filter((fragment) => text.includes(fragment))).toEqual([]);
    // Hyphens are taken out, for a hash may come in the shape of a UUID; and case does not count.
    const dense = text.replaceAll('-', '').toLowerCase();
    const hashes = distinct.flatMap(hashesOf).filter((hash) => dense.includes(hash.toLowerCase()));
    expect(hashes).toEqual([]);
    expect(distinct.map(({ length }) => length).filter((length) => shows(text, length))).toEqual([]);
    expect(distinct.map((each) => Buffer.byteLength(each)).filter((length) => shows(text, length))).toEqual([]);
    const counted = [...text.matchAll(/(\d[\d,]*) *(?:bytes?|chars|characters)\b/gi)].map(([, count = '']) => count);
    expect(counted.filter((count) => !NAMED_LIMITS.includes(count))).toEqual([]);
  }
}

/** Short lengths are numbers like any others. */
function shows(text: string, length: number): boolean {
  if (length < 1_000 || NAMED_LIMITS.includes(String(length))) return false;
  return new RegExp(`(?<![\\w.:,-])(?:${length}|${length.toLocaleString('en')})(?![\\w,-])`).test(text);
}

/** That no version's id comes of a value: whoever may describe a secret could try values against it. */
export function expectNoDerivedToken(lab: Lab, secrets: readonly string[]): void {
  const tokens = secretCalls(lab).map(({ params }) => (params.ClientRequestToken ?? '').replaceAll('-', ''));
  const made = tokens.filter((token) => token !== '');
  const derived = [...new Set(secrets)].flatMap(hashesOf).filter((hash) => made.some((token) => token.includes(hash)));
  expect(derived).toEqual([]);
}

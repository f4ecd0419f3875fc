import { templateProblem, uses } from '../../secrets/desired/secret-name.ts';
import { select } from '../../secrets/desired/selection.ts';
import { needsJobEnvironment, type SyncRequest, syncSpec } from '../../secrets/spec.ts';
import { HOW_TO_GIVE_REPOSITORY_ID } from '../run-context.ts';
import type { InputReader } from './reader.ts';
import { DEFAULT_ID, type Named, readSettings } from './sync-settings.ts';
import { readSource, takeSecretsFile } from './sync-source.ts';

/** What is to be synced, and whether only to look. */
export type SyncInputs = {
  readonly kind: 'sync';
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
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the job's `environment:` will be known: only GitHub's own token tells it. */
  readonly byOidc: boolean;
  /** Why secrets must not be written for this event; then they are not even looked at. */
  readonly untrusted: string | undefined;
};

/**
 * `off`: not asked for. `unused`: not asked for, though a source is given. `untrusted`: asked for by an event whose view of the secrets is
 * partial, or not to be trusted.
 */
export type ReadSync = SyncInputs | { readonly kind: 'off' | 'unused' | 'untrusted' };

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
    if (when !== 'off') return { kind: 'untrusted' };
    return { kind: given.length > 0 ? 'unused' : 'off' };
  }
  const elsewhere = endpointNotice(reader, around);
  const { source, notices, warnings } = readSource(reader, names, { file, env: around.env });
  const { selection, failOnDiff, ...rest } = settings;
  const selected = select(source ?? new Map(), selection);
  for (const problem of source === undefined ? [] : selected.problems) reader.problem(named('map'), problem);
  const request = { ...rest, selected: selected.selected };
  // Only where `map` says of each key where it goes.
  const nameNeeded = selection.map.length === 0 || selected.selected.some(({ mapping }) => mapping === undefined);
  checkWhole(reader, request, { ...around, named, nameNeeded });
  if (failOnDiff && when === 'apply') {
    reader.problem(named('fail-on-diff'), 'goes with `sync: plan` only; `apply` would write what differs');
  }
  return {
    kind: 'sync',
    when,
    failOnDiff,
    request,
    notices: [...elsewhere, ...notices, ...selected.notices],
    warnings,
  };
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

type CompleteRequest = SyncSurroundings & { readonly named: Named; readonly nameNeeded: boolean };

/** What only all of it together shows: the template, the mode, and every secret that would come of them. */
function checkWhole(reader: InputReader, request: SyncRequest, around: CompleteRequest): void {
  const { named, byOidc } = around;
  const { layout, selected, prune } = request;
  const template = checkTemplate(reader, request, { name: named('name'), needed: around.nameNeeded });
  if (prune !== undefined && layout.mode === 'json') reader.problem(named('prune'), 'applies to `mode: per-key` only');
  if (around.repositoryId === '') {
    reader.problem(
      'GITHUB_REPOSITORY_ID',
      `is not set; secrets are marked with it, so that no other repository’s are touched. ${HOW_TO_GIVE_REPOSITORY_ID}`,
    );
  }
  if (!byOidc) {
    const why = 'and only GitHub’s OIDC token tells the job’s environment';
    if (needsJobEnvironment({ selected, layout })) reader.problem(named('name'), `uses {{environment}}, ${why}`);
    if (prune !== undefined && request.id === DEFAULT_ID) {
      reader.problem(
        named('prune'),
        `needs an \`${named('id')}\` of its own here: ${why.slice(4)}, so that two environments look like one`,
      );
    }
  }
  // What else is wrong is told too where names cannot be made: then a name stands in that can.
  const name = template ? layout.name : layout.mode === 'json' ? 'name' : 'name/{{key}}';
  // The environment's name comes with the token; until then one stands in that AWS would take.
  const job = { repository: around.repository, repositoryId: around.repositoryId, jobEnvironment: 'environment' };
  const whole = { ...request, layout: { ...layout, name } };
  for (const problem of syncSpec(whole, job).problems) reader.problem(named('secrets'), `: ${problem}`);
}

/** @returns whether names can be made with it */
function checkTemplate(
  reader: InputReader,
  { layout }: SyncRequest,
  { name, needed }: { name: string; needed: boolean },
): boolean {
  if (layout.name === '') {
    if (needed) reader.problem(name, 'is missing; for example github/{{owner}}/{{repo}}');
    return !needed;
  }
  const problem = templateProblem(layout.name);
  if (problem !== undefined) reader.problem(name, problem);
  else if (layout.mode === 'json' && uses(layout.name, 'key'))
    reader.problem(name, 'uses {{key}}, which only `mode: per-key` has');
  else if (layout.mode === 'per-key' && !uses(layout.name, 'key'))
    reader.problem(name, 'must use {{key}} with `mode: per-key`');
  else return true;
  return false;
}

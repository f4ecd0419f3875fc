import { templateProblem, usesVariable } from '../../secrets/desired/secret-name.ts';
import { select } from '../../secrets/desired/selection.ts';
import { needsJobEnvironment, type SyncRequest, syncSpec } from '../../secrets/spec.ts';
import { HOW_TO_GIVE_REPOSITORY_ID } from '../run-context.ts';
import type { InputReader } from './reader.ts';
import { DEFAULT_ID, type Named, readSettings } from './sync-settings.ts';
import { readSource, takeSecretsFile } from './sync-source.ts';

/** The inputs of a sync that is on. */
export type SyncInputs = {
  readonly kind: 'sync';
  readonly when: 'plan' | 'apply';
  readonly failOnDiff: boolean;
  readonly request: SyncRequest;
  readonly notices: readonly string[];
  readonly warnings: readonly string[];
};

/** The context of the inputs. `prefix`: `sync-` in the root action, empty in `/sync`. */
export type SyncSurroundings = {
  readonly prefix: string;
  readonly fallback: 'off' | 'apply';
  readonly region: string;
  /** The endpoint of Secrets Manager; `undefined`: AWS's own. */
  readonly endpoint: string | undefined;
  readonly repository: string;
  readonly repositoryId: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** True if the job's `environment:` will be known: only GitHub's OIDC token contains it. */
  readonly byOidc: boolean;
  /** Why this event must not write secrets; then they are not read either. */
  readonly untrusted: string | undefined;
};

/**
 * `off`: the sync is off. `unused`: the sync is off, but a source is given. `untrusted`: the event is not trusted, or gets only some of the
 * secrets.
 */
export type ReadSync = SyncInputs | { readonly kind: 'off' | 'unused' | 'untrusted' };

/** Reads the inputs of a sync and checks all that needs no call to AWS. Problems are added to the reader. */
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
  const endpointNotices = checkEndpoint(reader, around);
  const { source, notices, warnings } = readSource(reader, names, { file, env: around.env });
  const { selection, failOnDiff, ...rest } = settings;
  const selected = select(source ?? new Map(), selection);
  for (const problem of source === undefined ? [] : selected.problems) reader.problem(named('map'), problem);
  const request = { ...rest, selected: selected.selected };
  // `name` is not needed if `map` has a line for each key.
  const nameNeeded = selection.map.length === 0 || selected.selected.some(({ mapping }) => mapping === undefined);
  checkWhole(reader, request, { ...around, named, nameNeeded });
  if (failOnDiff && when === 'apply') {
    reader.problem(named('fail-on-diff'), 'applies to `sync: plan` only; `apply` would write what differs');
  }
  return {
    kind: 'sync',
    when,
    failOnDiff,
    request,
    notices: [...endpointNotices, ...notices, ...selected.notices],
    warnings,
  };
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** An endpoint from the environment gets a notice, because any earlier step can set it. It must be encrypted or local. */
function checkEndpoint(reader: InputReader, { endpoint }: SyncSurroundings): string[] {
  // An invalid URL has been reported where it was read.
  if (endpoint === undefined || !URL.canParse(endpoint) || reader.text('secretsmanager-endpoint') !== '') return [];
  const { protocol, hostname, host } = new URL(endpoint);
  if (protocol === 'http:' && !LOOPBACK.includes(hostname)) {
    reader.problem(
      'AWS_ENDPOINT_URL',
      `or AWS_ENDPOINT_URL_SECRETS_MANAGER would send secrets to ${host} unencrypted; name it in \`secretsmanager-endpoint\` if that is intended`,
    );
  }
  return [
    `Secrets Manager is called at ${host}, because AWS_ENDPOINT_URL or AWS_ENDPOINT_URL_SECRETS_MANAGER is set in this job.`,
  ];
}

type CompleteRequest = SyncSurroundings & { readonly named: Named; readonly nameNeeded: boolean };

/** Checks that need several inputs together: the template, the mode, and every secret that results from them. */
function checkWhole(reader: InputReader, request: SyncRequest, around: CompleteRequest): void {
  const { named, byOidc } = around;
  const { layout, selected, prune } = request;
  const template = checkTemplate(reader, request, { name: named('name'), needed: around.nameNeeded });
  if (prune !== undefined && layout.mode === 'json') reader.problem(named('prune'), 'applies to `mode: per-key` only');
  if (around.repositoryId === '') {
    reader.problem(
      'GITHUB_REPOSITORY_ID',
      `is not set; secrets are tagged with it, so that a sync never touches another repository’s secrets. ${HOW_TO_GIVE_REPOSITORY_ID}`,
    );
  }
  if (!byOidc) {
    const why = 'and only GitHub’s OIDC token contains the job’s environment';
    if (needsJobEnvironment({ selected, layout })) reader.problem(named('name'), `uses {{environment}}, ${why}`);
    if (prune !== undefined && request.id === DEFAULT_ID) {
      reader.problem(
        named('prune'),
        `needs an \`${named('id')}\` of its own: ${why.slice(4)}, so two environments would look the same`,
      );
    }
  }
  // With an invalid template a placeholder is used, so that the other problems are reported too.
  const name = template ? layout.name : layout.mode === 'json' ? 'name' : 'name/{{key}}';
  // The environment's name comes with the token; until then a valid placeholder is used.
  const job = { repository: around.repository, repositoryId: around.repositoryId, jobEnvironment: 'environment' };
  const whole = { ...request, layout: { ...layout, name } };
  for (const problem of syncSpec(whole, job).problems) reader.problem(named('secrets'), `: ${problem}`);
}

/** @returns true if the template is valid, or is not needed */
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
  else if (layout.mode === 'json' && usesVariable(layout.name, 'key'))
    reader.problem(name, 'uses {{key}}, which is for `mode: per-key` only');
  else if (layout.mode === 'per-key' && !usesVariable(layout.name, 'key'))
    reader.problem(name, 'must use {{key}} with `mode: per-key`');
  else return true;
  return false;
}

import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSync, type SyncInputs, type SyncSurroundings } from '../../../../src/github/inputs/sync.ts';
import { readerOf } from '../../../support/fakes/inputs.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';

const SOURCE = JSON.stringify({ DB_HOST: 'c4n4ry-1', DB_PASSWORD: 'c4n4ry-2', OTHER: 'c4n4ry-3' });
const LEAST = { secrets: SOURCE, name: 'app' };
const PER_KEY = { mode: 'per-key', name: 'app/{{key}}' };
const KEY = '1234abcd-12ab-34cd-56ef-1234567890ab';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

const around = (about: Partial<SyncSurroundings> = {}): SyncSurroundings => ({
  prefix: '',
  fallback: 'apply',
  region: 'eu-central-1',
  endpoint: undefined,
  repository: 'octo-org/octo_repo',
  repositoryId: '42',
  env: {},
  byOidc: true,
  untrusted: undefined,
  ...about,
});

function both(inputs: Record<string, string>, about: Partial<SyncSurroundings> = {}) {
  const reader = readerOf({ ...LEAST, ...inputs });
  const sync = readSync(reader, around(about));
  expect(reader.problems.join('\n')).not.toContain('c4n4ry');
  return { sync, problems: reader.problems };
}
const problems = (inputs: Record<string, string>, about?: Partial<SyncSurroundings>) => both(inputs, about).problems;

function read(inputs: Record<string, string> = {}, about?: Partial<SyncSurroundings>): SyncInputs {
  const { sync, problems: told } = both(inputs, about);
  expect(told).toEqual([]);
  if (sync.kind !== 'sync') throw new Error(`No sync but ${sync.kind}`);
  return sync;
}
const keysOf = ({ request }: SyncInputs) => request.selected.map(({ key }) => key);

describe('a sync', () => {
  it.each(['include', 'exclude', 'from-env'])('has a glob that is too long in %s reported, and not printed', (name) => {
    const source = name === 'from-env' ? { secrets: '' } : {};
    const told = problems({ ...source, [name]: `${'a'.repeat(70_000)}*` });
    expect(told).toEqual([`\`${name}\`: item 1 is a glob of more than 1024 characters`]);
  });

  it('has these defaults', () => {
    expect(read()).toEqual({
      kind: 'sync',
      when: 'apply',
      failOnDiff: false,
      request: {
        selected: [
          { key: 'DB_HOST', value: 'c4n4ry-1', renamed: 'DB_HOST', mapping: undefined },
          { key: 'DB_PASSWORD', value: 'c4n4ry-2', renamed: 'DB_PASSWORD', mapping: undefined },
          { key: 'OTHER', value: 'c4n4ry-3', renamed: 'OTHER', mapping: undefined },
        ],
        layout: { mode: 'json', name: 'app', empty: 'skip' },
        id: 'default',
        policy: {
          region: 'eu-central-1',
          adopt: 'never',
          onDeleted: 'restore',
          unknownKeys: 'remove',
          description: undefined,
          kmsKeyId: undefined,
          tags: {},
          replicas: [],
        },
        prune: undefined,
        writers: 5,
      },
      notices: [],
      warnings: [],
    });
  });

  it('is what was asked for', () => {
    const { when, failOnDiff, request } = read({
      ...PER_KEY,
      sync: 'plan',
      'fail-on-diff': 'true',
      include: 'DB_*',
      exclude: '*PASSWORD',
      'strip-prefix': 'DB_',
      'key-case': 'lower',
      id: 'two.b-c_d',
      empty: 'error',
      'kms-key-id': 'alias/x',
      description: 'd',
      adopt: 'always',
      'on-deleted': 'error',
      'unknown-keys': 'keep',
      prune: 'true',
      'prune-limit': '0',
      'recovery-window-days': '7',
      concurrency: '50',
      'replica-regions': `us-west-2, eu-west-1=alias/x\nap-south-1=${KEY}`,
    });
    expect([when, failOnDiff]).toEqual(['plan', true]);
    expect(request).toMatchObject({
      selected: [{ key: 'DB_HOST', renamed: 'host' }],
      layout: { mode: 'per-key', name: 'app/{{key}}', empty: 'error' },
      id: 'two.b-c_d',
      policy: {
        adopt: 'always',
        onDeleted: 'error',
        unknownKeys: 'keep',
        description: 'd',
        kmsKeyId: 'alias/x',
        replicas: [
          { region: 'us-west-2', kmsKeyId: undefined },
          { region: 'eu-west-1', kmsKeyId: 'alias/x' },
          { region: 'ap-south-1', kmsKeyId: KEY },
        ],
      },
      prune: { limit: 0, deletion: { recoveryWindowDays: 7 } },
      writers: 50,
    });
  });

  it('has the tags that were asked for, by lines or JSON', () => {
    for (const tags of ['team=core\n x = y', '{"team":"core","x":"y"}']) {
      expect({ ...read({ tags }).request.policy.tags }).toEqual({ team: 'core', x: 'y' });
    }
  });

  it('deletes for good only where that is asked for', () => {
    const pruning = (force: string) => read({ ...PER_KEY, prune: 'true', 'force-delete': force }).request.prune;
    expect(pruning('true')).toEqual({ limit: 5, deletion: { force: true } });
    expect(pruning('false')).toEqual({ limit: 5, deletion: { recoveryWindowDays: 30 } });
    expect(read({ 'force-delete': 'true' }).request.prune).toBeUndefined();
  });

  it('reads its inputs under a prefix in the root action, but for `sync` itself', () => {
    const inputs = {
      sync: 'apply',
      'sync-secrets': SOURCE,
      'sync-name': 'x',
      'sync-include': 'OTHER',
      include: 'DB_*',
    };
    const reader = readerOf(inputs);
    const sync = readSync(reader, around({ prefix: 'sync-', fallback: 'off' }));
    expect(reader.problems).toEqual([]);
    expect(keysOf(sync as SyncInputs)).toEqual(['OTHER']);
    expect([...reader.names].filter((name) => !name.startsWith('sync'))).toEqual([]);
  });

  it('reports notices and warnings', () => {
    expect(read({ include: 'OTHER,GONE' }).notices).toEqual(['`GONE` in `include` matches no key of the source.']);
    expect(read({ exclude: 'OTHER,GONE' }).notices).toEqual(['`GONE` in `exclude` matches no key of the source.']);
    const { notices } = read({ secrets: '', 'from-env': 'X_*' }, { env: {} });
    expect(notices).toEqual(['`X_*` in `from-env` matches no variable.']);
  });
});

describe('whether there is a sync', () => {
  const when = (inputs: Record<string, string>, about: Partial<SyncSurroundings> = {}) => both(inputs, about).sync;
  const off = { secrets: '', name: '' };

  it.each<[string, Record<string, string>, Partial<SyncSurroundings>, unknown]>([
    ['off', off, { fallback: 'off' }, 'off'],
    ['off by name', { ...off, sync: 'off' }, {}, 'off'],
    ['unused where a source is given', { sync: 'off' }, {}, 'unused'],
    ['unused where a file is given', { ...off, 'secrets-file': '/missing' }, { fallback: 'off' }, 'unused'],
    ['unused where variables are named', { ...off, 'from-env': 'A' }, { fallback: 'off' }, 'unused'],
    ['untrusted', {}, { untrusted: 'a fork' }, 'untrusted'],
    ['untrusted though nothing is given', off, { untrusted: 'a fork' }, 'untrusted'],
    ['off before it is untrusted', { ...off, sync: 'off' }, { untrusted: 'a fork' }, 'off'],
  ])('is told: %s', (_, inputs, about, expected) => {
    expect(when(inputs, about)).toEqual({ kind: expected });
  });

  it('is told for a plan also on an event that must not write', () => {
    expect(when({ sync: 'plan' }, { untrusted: 'a fork' })).toMatchObject({ when: 'plan' });
  });

  it('is a problem where it is said in no known word', () => {
    expect(problems({ sync: 'yes' })).toEqual(['`sync` must be one of apply, plan, off, not "yes"']);
    expect(problems({ ...off, sync: 'yes' }, { fallback: 'off' })).toEqual([
      '`sync` must be one of off, plan, apply, not "yes"',
    ]);
  });

  it('leaves the source unread where there is none, so that what may be partial is not complained about', () => {
    expect(problems({ secrets: '{', sync: 'off' })).toEqual([]);
    expect(problems({ secrets: '{' }, { untrusted: 'a fork' })).toEqual([]);
  });

  it.each<[string, Record<string, string>, Partial<SyncSurroundings>]>([
    ['there is none', { sync: 'off' }, {}],
    ['the event must not write', {}, { untrusted: 'a fork' }],
    ['other inputs are wrong', { mode: 'x', name: '{{who}}', tags: '{' }, {}],
    ['another source is given too', { secrets: SOURCE }, {}],
    ['what is in the file is not usable', {}, {}],
  ])('never keeps a file that is to be deleted: %s', (_, inputs, about) => {
    const file = runner.file('secrets.json', 'c4n4ry-4');
    both({ secrets: '', 'secrets-file': file, 'secrets-file-delete': 'true', ...inputs }, about);
    expect(existsSync(file)).toBe(false);
  });
});

describe('the inputs of a sync', () => {
  it.each<[Record<string, string>, string]>([
    [{ mode: 'yaml' }, '`mode` must be one of json, per-key, not "yaml"'],
    [{ 'key-case': 'Title' }, '`key-case` must be one of none, lower'],
    [{ adopt: 'yes' }, '`adopt` must be one of never, same-value, always'],
    [{ 'on-deleted': 'x' }, '`on-deleted` must be one of restore, error'],
    [{ 'unknown-keys': 'x' }, '`unknown-keys` must be one of remove, keep'],
    [{ empty: 'x' }, '`empty` must be one of skip, error'],
    [{ prune: 'yes' }, '`prune` must be true or false'],
    [{ 'force-delete': 'yes' }, '`force-delete` must be true or false'],
    [{ 'fail-on-diff': 'yes' }, '`fail-on-diff` must be true or false'],
    [{ 'fail-on-diff': 'true' }, '`fail-on-diff` applies to `sync: plan` only; `apply` would write what differs'],
    [{ 'secrets-file-delete': 'yes' }, '`secrets-file-delete` must be true or false'],
    [{ 'prune-limit': '1001' }, '`prune-limit` must be a whole number from 0 to 1000'],
    [{ 'recovery-window-days': '6' }, '`recovery-window-days` must be a whole number from 7 to 30'],
    [{ 'recovery-window-days': '31' }, '`recovery-window-days` must be a whole number from 7 to 30'],
    [{ concurrency: '0' }, '`concurrency` must be a whole number from 1 to 50'],
    [{ concurrency: '51' }, '`concurrency` must be a whole number from 1 to 50'],
    [{ id: 'a/b' }, '`id` must have 1 to 64 letters, digits or _.-'],
    [{ id: 'a:b' }, '`id` must have'],
    [{ id: 'x'.repeat(65) }, '`id` must have'],
    [{ description: 'x'.repeat(2_049) }, '`description` has more than the 2048 characters AWS allows'],
    [{ 'kms-key-id': 'my-key' }, '`kms-key-id` has "my-key", which is not the id, ARN or alias of a KMS key'],
    [{ tags: 'sync:owner=x' }, '`tags`: the key "sync:owner" begins with sync:, which is reserved'],
    [{ tags: 'aws:x=y' }, '`tags`: the key "aws:x" begins with aws:'],
    [{ tags: 'a=b#' }, '`tags`: the value of "a" must be at most 256'],
    [{ tags: 'a' }, '`tags` has the line "a"; lines are key=value'],
    [{ 'replica-regions': 'US-West-2' }, '`replica-regions` has "US-West-2"; items are region or region=kms-key'],
    [{ 'replica-regions': '=alias/x' }, '`replica-regions` has "=alias/x"'],
    [{ 'replica-regions': 'eu-central-1' }, '`replica-regions` has eu-central-1, which is the secret’s own region'],
    [{ 'replica-regions': 'us-west-2,us-west-2=alias/x' }, '`replica-regions` names a region twice'],
    [{ 'replica-regions': 'us-west-2=x' }, '`replica-regions` has "x", which is not the id, ARN or alias of a KMS key'],
    [{ prune: 'true' }, '`prune` applies to `mode: per-key` only'],
    [{ name: '' }, '`name` is missing; for example github/{{owner}}/{{repo}}'],
    [{ name: '{{who}}' }, '`name` has "{{who}}", which uses an unknown variable'],
    [{ name: '{{owner' }, '`name` has "{{owner", which has unbalanced braces'],
    [{ name: 'a/{{key}}' }, '`name` uses {{key}}, which is for `mode: per-key` only'],
    [{ ...PER_KEY, name: 'a' }, '`name` must use {{key}} with `mode: per-key`'],
    [{ name: 'a b' }, '`secrets`: `DB_HOST` would get the name "a b"'],
    [{ secrets: '[]' }, '`secrets` must be a JSON object of strings, and is an array'],
    [{ secrets: '{"A":"x","B":7}' }, '`secrets`: the value of `B` is a number; every value must be a string'],
    [
      { secrets: '' },
      '`secrets`, `secrets-file` and `from-env` are the three sources: give exactly one of them, not 0',
    ],
    [
      { 'from-env': 'A' },
      '`secrets`, `secrets-file` and `from-env` are the three sources: give exactly one of them, not 2',
    ],
    [{ secrets: '', 'from-env': 'GONE' }, '`from-env` names GONE, which the environment does not have'],
  ])('of %j are a problem', (inputs, problem) => {
    expect(problems(inputs)).toEqual([expect.stringContaining(problem)]);
  });

  it('may go to every limit', () => {
    expect(
      problems({
        id: 'x'.repeat(64),
        description: 'x'.repeat(2_048),
        'recovery-window-days': '30',
        'prune-limit': '1000',
      }),
    ).toEqual([]);
  });

  it('may have 48 tags, so that our two fit beside them', () => {
    const tags = (count: number) => Array.from({ length: count }, (_, index) => `t${index}=x`).join('\n');
    expect(problems({ tags: tags(48) })).toEqual([]);
    expect(problems({ tags: tags(49) })).toEqual([
      '`tags` has 49 tags; at most 48 are allowed, because the sync sets 2 itself',
    ]);
  });

  it('are all reported at once', () => {
    const bad = {
      mode: 'x',
      'key-case': 'x',
      adopt: 'x',
      'kms-key-id': 'x',
      tags: 'x',
      'replica-regions': 'X',
      map: 'x',
      concurrency: 'x',
      id: '/',
      secrets: '{"A":1}',
    };
    const told = problems(bad).join('\n');
    for (const name of Object.keys(bad)) expect(told).toContain(`\`${name}\``);
  });

  it('are all reported at once, the missing name too where the source is not usable', () => {
    expect(problems({ secrets: '{', name: '' })).toEqual([
      expect.stringContaining('`secrets` is not JSON'),
      expect.stringContaining('`name` is missing'),
    ]);
  });

  it('may say `fail-on-diff` where nothing is written, and may say that it is false', () => {
    const failing = { 'fail-on-diff': 'true' };
    expect(read({ ...failing, sync: 'plan' }).failOnDiff).toBe(true);
    expect(read({ 'fail-on-diff': 'false' }).failOnDiff).toBe(false);
    expect(both({ ...failing, sync: 'off' })).toEqual({ sync: { kind: 'unused' }, problems: [] });
    expect(both(failing, { untrusted: 'a fork' })).toEqual({ sync: { kind: 'untrusted' }, problems: [] });
  });

  it('name `fail-on-diff` with its prefix in the root action', () => {
    const inputs = { sync: 'apply', 'sync-secrets': SOURCE, 'sync-name': 'app', 'sync-fail-on-diff': 'true' };
    const reader = readerOf(inputs);
    readSync(reader, around({ prefix: 'sync-', fallback: 'off' }));
    expect(reader.problems).toEqual([expect.stringContaining('`sync-fail-on-diff` applies to `sync: plan` only')]);
  });

  it('have no lines of map told of where there is not one source to look them up in', () => {
    const map = 'OTHER=x';
    expect(problems({ secrets: '', map })).toEqual([expect.stringContaining('give exactly one of them, not 0')]);
    expect(problems({ 'from-env': 'A', map })).toEqual([expect.stringContaining('give exactly one of them, not 2')]);
  });

  it('need no name where every key is mapped', () => {
    expect(problems({ name: '', include: 'OTHER', map: 'OTHER=x' })).toEqual([]);
  });

  it('need a name though there is no key today', () => {
    expect(problems({ name: '', secrets: '{}' })).toEqual([expect.stringContaining('`name` is missing')]);
  });

  it('need the id of the repository, which marks what is ours, and tell how another runner gets it', () => {
    expect(problems({}, { repositoryId: '' })).toEqual([
      expect.stringMatching(/`GITHUB_REPOSITORY_ID` is not set.*`act --env GITHUB_REPOSITORY_ID=…`/),
    ]);
  });

  it('may have globs in braces, or are told that they may not; they never mean something else in silence', () => {
    const { sync, problems: told } = both({ exclude: '{DB_HOST,DB_PASSWORD}' });
    const taken = sync.kind === 'sync' ? keysOf(sync) : [];
    expect(told.length > 0 || !taken.includes('DB_HOST')).toBe(true);
  });
});

describe('where secrets go', () => {
  const at = (endpoint: string) => ({ endpoint });

  it('is reported where a variable says it, and not where an input does', () => {
    const endpoint = 'https://secrets.example:8443/x';
    expect(read({}, at(endpoint)).notices).toEqual([
      'Secrets Manager is called at secrets.example:8443, because AWS_ENDPOINT_URL or AWS_ENDPOINT_URL_SECRETS_MANAGER is set in this job.',
    ]);
    expect(read({ sync: 'plan' }, at(endpoint)).notices).toHaveLength(1);
    expect(read({ 'secretsmanager-endpoint': endpoint }, at(endpoint)).notices).toEqual([]);
    expect(read().notices).toEqual([]);
  });

  it.each(['http://secrets.example', 'http://10.0.0.1:4566', 'http://localhost.example', 'http://127.0.0.1.example'])(
    'is a problem where a variable would send them unencrypted: %s',
    (endpoint) => {
      for (const sync of ['plan', 'apply']) {
        expect(problems({ sync }, at(endpoint))).toEqual([
          `\`AWS_ENDPOINT_URL\` or AWS_ENDPOINT_URL_SECRETS_MANAGER would send secrets to ${new URL(endpoint).host} unencrypted; name it in \`secretsmanager-endpoint\` if that is intended`,
        ]);
      }
      expect(problems({ 'secretsmanager-endpoint': endpoint }, at(endpoint))).toEqual([]);
      expect(problems({ sync: 'off' }, at(endpoint))).toEqual([]);
    },
  );

  it.each(['http://localhost:4566', 'http://127.0.0.1:4566', 'http://[::1]:4566', 'https://secrets.example'])(
    'may be this machine, or any other that speaks TLS: %s',
    (endpoint) => {
      expect(problems({}, at(endpoint))).toEqual([]);
    },
  );
});

describe('the environment of the job', () => {
  const template = { name: '{{environment}}/app' };

  it('stands in names where GitHub’s own token contains it', () => {
    expect(problems(template)).toEqual([]);
    expect(problems({ ...PER_KEY, prune: 'true' })).toEqual([]);
  });

  it('cannot stand in names where it is not known', () => {
    const why = '`name` uses {{environment}}, and only GitHub’s OIDC token contains the job’s environment';
    expect(problems(template, { byOidc: false })).toEqual([why]);
    expect(problems({ map: 'OTHER={{environment}}/x' }, { byOidc: false })).toEqual([why]);
  });

  it.each(['', 'default'])(
    'is not told apart where it is not known, so that `prune` needs an id of its own, and not “%s”',
    (id) => {
      expect(problems({ ...PER_KEY, prune: 'true', id }, { byOidc: false })).toEqual([
        expect.stringContaining('`prune` needs an `id` of its own: only GitHub’s OIDC token contains'),
      ]);
    },
  );

  it('need not be reported where an id tells syncs apart, or nothing is pruned', () => {
    expect(problems({ ...PER_KEY, prune: 'true', id: 'prod' }, { byOidc: false })).toEqual([]);
    expect(problems(PER_KEY, { byOidc: false })).toEqual([]);
  });
});

describe('the lines of map', () => {
  const mappings = (map: string) => read({ map }).request.selected.flatMap(({ mapping }) => mapping ?? []);

  it.each<[string, object]>([
    ['OTHER=x', { key: 'OTHER', name: 'x', jsonKey: undefined }],
    ['  OTHER =  x/{{owner}}  ', { key: 'OTHER', name: 'x/{{owner}}', jsonKey: undefined }],
    ['OTHER=x#a.b', { key: 'OTHER', name: 'x', jsonKey: 'a.b' }],
    ['OTHER = x # a', { key: 'OTHER', name: 'x', jsonKey: ' a' }],
    ['OTHER=x#a#b=c', { key: 'OTHER', name: 'x', jsonKey: 'a#b=c' }],
    ['OTHER=a=b', { key: 'OTHER', name: 'a=b', jsonKey: undefined }],
  ])('%j is read', (line, mapping) => {
    expect(mappings(line)).toEqual([mapping]);
  });

  it('are several, blank ones left out', () => {
    expect(mappings('\nOTHER=x\r\n\n DB_HOST=y#h \n').map(({ name }) => name)).toEqual(['x', 'y']);
  });

  it.each(['OTHER', 'OTHER=', '=x', 'OTHER=#a', 'OTHER=x#', '='])('%j is a problem', (line) => {
    expect(problems({ map: line })).toEqual([
      `\`map\` has the line "${line}"; lines are GITHUB_KEY=name or GITHUB_KEY=name#json-key`,
    ]);
  });

  it.each([
    ['OTHER={{who}}', '`map` has "{{who}}", which uses an unknown variable'],
    ['GONE=x', '`map` names `GONE`, which the source does not have'],
    ['OTHER=a b', '`secrets`: `OTHER` would get the name "a b"'],
    ['OTHER=app', '`secrets`: `OTHER` would be the whole of the secret app'],
  ])('%j is a problem', (line, problem) => {
    expect(problems({ map: line })).toEqual([expect.stringContaining(problem)]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../../src/errors.ts';
import { type Inputs, readInputs, syncReader } from '../../../../src/github/inputs/main.ts';
import { readSync } from '../../../../src/github/inputs/sync.ts';
import { readSyncInputs } from '../../../../src/github/inputs/sync-action.ts';
import { contract, defaults, readerOf } from '../../../support/fakes/inputs.ts';
import { runOf } from '../../../support/fakes/run.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';

const ROLE = 'arn:aws:iam::123456789012:role/manager';
const LEAST = { 'aws-region': 'eu-central-1', 'role-to-assume': ROLE };
type Env = Record<string, string | undefined>;

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

function read(inputs: Record<string, string> = {}, env: Env = {}): Inputs {
  return readInputs({ run: runOf(), env, reader: readerOf({ ...LEAST, ...inputs }) });
}

/** The lines of the one error that these inputs end in. */
function problems(inputs: Record<string, string>, env: Env = {}): string[] {
  try {
    read(inputs, env);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    expect(error).toMatchObject({ code: 'invalid-inputs', remedy: expect.stringContaining('Nothing was created') });
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^- /, ''));
  }
  return [];
}

const userLease = (inputs: Inputs) => {
  if (inputs.lease.kind !== 'iam-user') throw new Error('Not a user');
  return inputs.lease;
};

describe('the inputs', () => {
  it('that the code reads are exactly those of action.yml', () => {
    const reader = readerOf(LEAST);
    readInputs({ run: runOf(), env: {}, reader, readSync });
    expect([...reader.names].sort()).toEqual(Object.keys(contract().inputs).sort());
  });

  it('left to action.yml’s defaults are the same as left out', () => {
    expect(read(defaults())).toEqual(read());
  });

  it('have these defaults', () => {
    expect(read()).toEqual({
      connection: { region: 'eu-central-1', useFipsEndpoint: false, useDualstackEndpoint: false, maxAttempts: 8 },
      fromEnvironment: [],
      proxy: { http: '', https: '', noProxy: '' },
      identity: {
        source: { kind: 'oidc', audience: 'sts.amazonaws.com' },
        roles: [ROLE],
        sessionName: 'gha-octo_repo-1234567-2',
        externalId: undefined,
        sessionTags: undefined,
        allowedAccountIds: [],
      },
      staticKeys: { kind: 'none' },
      maskAccountId: false,
      lease: {
        kind: 'iam-user',
        nameTemplate: [
          'gha-',
          { kind: 'variable', name: 'repo' },
          '-',
          { kind: 'variable', name: 'run_id' },
          '-',
          { kind: 'random', length: 8, mixedCase: false },
        ],
        path: undefined,
        partition: 'aws',
        boundaryArn: undefined,
        policyArns: [],
        inlinePolicies: [],
        groups: [],
        tags: {},
        ttlSeconds: 3_600,
        maxTtlSeconds: 86_400,
        alphanumericSecret: false,
        waitForPropagationSeconds: 60,
      },
      handOver: {
        exportedNames: {
          accessKeyId: 'AWS_ACCESS_KEY_ID',
          secretAccessKey: 'AWS_SECRET_ACCESS_KEY',
          sessionToken: 'AWS_SESSION_TOKEN',
          region: 'AWS_REGION',
          defaultRegion: 'AWS_DEFAULT_REGION',
        },
        outputCredentials: false,
        unsetCurrentCredentials: false,
        profile: undefined,
      },
      useExistingCredentials: false,
      revocation: { when: 'always', onFailure: 'error' },
      timeoutSeconds: 0,
      sync: { kind: 'off' },
    });
  });

  it('that are thoroughly bad are all told of in one error, by name', () => {
    const bad: Record<string, string> = {
      'aws-region': 'eu central',
      'role-to-assume': 'arn:aws:s3:::bucket',
      'role-session-name': 'x',
      'role-external-id': '!',
      'aws-secret-access-key': 's3cret-value',
      'role-chaining': 'yes',
      'force-skip-oidc': 'no',
      'use-ambient-credentials': 'maybe',
      'allowed-account-ids': '123',
      'mask-aws-account-id': '1',
      'http-proxy': 'proxy:3128',
      'sts-endpoint': 'sts',
      'iam-endpoint': 'iam',
      'secretsmanager-endpoint': 'secretsmanager',
      'retry-max-attempts': '0',
      'disable-retry': '2',
      'action-timeout-s': '-1',
      'credential-type': 'user',
      ttl: 'long',
      'max-ttl': 'longer',
      'user-name-template': '{{who}}',
      'policy-arns': 'ReadOnlyAccess',
      'inline-policy': '{',
      'iam-groups': 'a b',
      'permissions-boundary-arn': 'boundary',
      tags: 'aws:x=1',
      'wait-for-propagation': '10m',
      'special-characters-workaround': 'si',
      'use-existing-credentials': 'oui',
      revoke: 'later',
      'on-revoke-failure': 'ignore',
      'output-env-credentials': 'ja',
      'env-names': 'key=X',
      'output-credentials': 'da',
      'unset-current-credentials': 'hai',
    };
    const told = problems(bad);
    for (const name of Object.keys(bad)) {
      if (name === 'aws-secret-access-key') continue;
      expect(told.filter((line) => line.startsWith(`\`${name}\``))).not.toEqual([]);
    }
    expect(told.some((line) => line.startsWith('`aws-access-key-id` is missing'))).toBe(true);
    expect(told.join('\n')).not.toContain('s3cret-value');
  });

  it('that clear what role chaining needs are a contradiction', () => {
    expect(problems({ 'unset-current-credentials': 'true', 'role-chaining': 'true' })).toEqual([
      expect.stringContaining('`unset-current-credentials` would clear the credentials'),
    ]);
  });
});

const readNames = (given: Record<string, string>) => read(given).handOver;

describe('the names exported to', () => {
  it('may be others, by lines', () => {
    const { exportedNames } = readNames({
      'env-names': 'access-key-id=MY_KEY\nsecret-access-key = _MY_SECRET\nregion=R1',
    });
    expect(exportedNames).toEqual({
      accessKeyId: 'MY_KEY',
      secretAccessKey: '_MY_SECRET',
      sessionToken: 'AWS_SESSION_TOKEN',
      region: 'R1',
      defaultRegion: 'AWS_DEFAULT_REGION',
    });
  });

  it('are none where nothing is to be exported', () => {
    expect(readNames({ 'output-env-credentials': 'false' }).exportedNames).toBeUndefined();
  });

  it.each(['key=X', 'access-key-id', 'access-key-id=', '=X', 'constructor=X', 'access-key-id=A B', 'ACCESS-KEY-ID=X'])(
    'are told of where the line is none: %s',
    (line) => {
      expect(problems({ 'env-names': line })).toEqual([expect.stringContaining(`has the line "${line}"`)]);
    },
  );

  it.each([
    'GITHUB_TOKEN',
    'RUNNER_TEMP',
    'INPUT_X',
    'STATE_x',
    'NODE_OPTIONS',
    'node_options',
    'PATH',
    'Path',
    'CI',
    '1X',
    'A-B',
    'A=B',
  ])('cannot be the runner’s own or no name at all: %s', (name) => {
    expect(problems({ 'env-names': `access-key-id=${name}` })).toEqual([
      expect.stringContaining(`cannot export to "${name}"`),
    ]);
  });

  it.each(['access-key-id=X\nregion=X', 'access-key-id=AWS_REGION'])('may not be one for two values: %j', (lines) => {
    expect(problems({ 'env-names': lines })).toEqual(['`env-names` gives two values the same variable']);
  });

  it('may not be that of the lease id, which is always exported', () => {
    expect(problems({ 'env-names': 'access-key-id=AWS_EPHEMERAL_LEASE_ID' })).toHaveLength(1);
  });

  it('may not be given twice for one thing', () => {
    expect(problems({ 'env-names': 'access-key-id=A\naccess-key-id=B' })).toHaveLength(1);
  });
});

describe('the lifetime of a lease', () => {
  it.each([
    [{ ttl: '90s' }, 90],
    [{ ttl: '60' }, 60],
    [{ 'role-duration-seconds': '1800' }, 1_800],
    [{ ttl: '30m', 'role-duration-seconds': '30m' }, 1_800],
    [{ ttl: '24h' }, 86_400],
    [{ ttl: '7d', 'max-ttl': '7d' }, 604_800],
    [{ 'credential-type': 'session', ttl: '900' }, 900],
  ])('of %j is %i seconds', (inputs, seconds) => {
    expect(read(inputs as Record<string, string>).lease.ttlSeconds).toBe(seconds);
  });

  it.each([
    [{ ttl: '59s' }, '`ttl` is 59 s; the minimum for an IAM user is 60 s'],
    [{ 'role-duration-seconds': '0' }, '`role-duration-seconds` is 0 s; the minimum for an IAM user is 60 s'],
    [{ 'credential-type': 'session', ttl: '899' }, '`ttl` is 899 s; the minimum for a session is 900 s'],
    [{ ttl: '25h' }, '`ttl` is 90000 s, which is above `max-ttl`, 86400 s'],
    [
      { ttl: '1h', 'role-duration-seconds': '2h' },
      '`ttl` and `role-duration-seconds` are two names of one input and have different values; give one of them',
    ],
    [{ ttl: 'soon' }, '`ttl` must be a duration such as 90s, 45m, 1h30m, 7d or plain seconds, not "soon"'],
  ])('of %j is a problem', (inputs, problem) => {
    expect(problems(inputs as Record<string, string>)).toEqual([problem]);
  });

  it('beyond all dates is a problem, not a crash later', () => {
    expect(problems({ 'max-ttl': '999999999d' })).toEqual([expect.stringContaining('`max-ttl`')]);
  });
});

describe('a user', () => {
  it('has what was asked for', () => {
    const lease = userLease(
      read({
        'policy-arns': 'arn:aws:iam::aws:policy/ReadOnlyAccess, arn:aws:iam::123456789012:policy/x/own',
        'inline-policy': '{ "Statement": [] }\n---\n{"Statement":{}}',
        'iam-groups': 'readers,arn:aws:iam::123456789012:group/path/writers,readers',
        'permissions-boundary-arn': 'arn:aws:iam::123456789012:policy/b',
        tags: 'team=core',
        'iam-path': 'ci//deploy',
        'wait-for-propagation': '0',
        'special-characters-workaround': 'true',
        'user-name-template': 'x-{{random 4}}',
        'aws-region': 'us-gov-west-1',
      }),
    );
    expect(lease).toMatchObject({
      policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::123456789012:policy/x/own'],
      inlinePolicies: ['{"Statement":[]}', '{"Statement":{}}'],
      groups: ['readers', 'writers'],
      boundaryArn: 'arn:aws:iam::123456789012:policy/b',
      path: '/ci/deploy/',
      partition: 'aws-us-gov',
      waitForPropagationSeconds: 0,
      alphanumericSecret: true,
      nameTemplate: ['x-', { kind: 'random', length: 4, mixedCase: false }],
    });
    expect({ ...lease.tags }).toEqual({ team: 'core' });
  });

  const arns = (count: number) =>
    Array.from({ length: count }, (_, index) => `arn:aws:iam::aws:policy/p${index}`).join('\n');

  it.each([
    [{ 'policy-arns': 'ReadOnlyAccess' }, 'which is not the ARN of a managed policy'],
    [{ 'policy-arns': 'arn:aws:iam::123456789012:role/r' }, 'which is not the ARN of a managed policy'],
    [{ 'policy-arns': `${arns(1)},${arns(1)}` }, 'names a policy twice'],
    [{ 'policy-arns': arns(21) }, 'names 21 policies; the maximum is 20'],
    [{ 'policy-arns': arns(1), 'managed-session-policies': arns(2) }, 'two names of one input'],
    [{ 'managed-session-policies': 'x' }, '`managed-session-policies` has "x"'],
    [{ 'permissions-boundary-arn': 'b' }, '`permissions-boundary-arn` has "b"'],
    [{ 'iam-groups': 'a:b' }, 'which is neither the name nor the ARN of a group'],
    [{ 'iam-groups': 'arn:aws:iam::123456789012:user/bob' }, 'which is neither the name nor the ARN of a group'],
    [
      { 'iam-groups': Array.from({ length: 11 }, (_, index) => `g${index}`).join() },
      'names 11 groups; a user can be in 10',
    ],
    [{ 'iam-path': `/${'p'.repeat(511)}/` }, '`iam-path` has 513 characters; IAM allows 512'],
    [{ 'wait-for-propagation': '301' }, '`wait-for-propagation` is 301 s; the maximum is 300 s'],
    [{ 'user-name-template': '{{repo}}' }, '`user-name-template` is not valid: it has no random part'],
    [{ 'inline-policy': '[]' }, '`inline-policy` is not a JSON object'],
    [{ 'inline-policy': 'null' }, '`inline-policy` is not a JSON object'],
    [{ 'inline-session-policy': '{' }, '`inline-session-policy` is not a JSON object'],
    [{ 'inline-policy': '{"Version":"2012-10-17"}' }, 'it has no Statement'],
    [{ 'inline-policy': '{"Statement":[]}\n---\n{' }, 'document 2 is not a JSON object'],
    [{ 'inline-policy': '{"Statement":[{"Sid":"日"}]}' }, 'characters beyond U+00FF'],
    [{ 'inline-policy': String.raw`{"Statement":[{"Sid":"\u65e5"}]}` }, 'characters beyond U+00FF'],
    [{ 'inline-policy': `{"Statement":["${'x'.repeat(2_048)}"]}` }, '`inline-policy` holds 2066 characters'],
  ])('of %j is a problem', (inputs, sentence) => {
    expect(problems(inputs as Record<string, string>)).toEqual([expect.stringContaining(sentence)]);
  });

  it('may have as many policies, groups and characters as IAM allows', () => {
    expect(
      problems({
        'policy-arns': arns(20),
        'iam-groups': Array.from({ length: 10 }, (_, index) => `g${index}`).join(),
        'iam-path': `/${'p'.repeat(510)}/`,
      }),
    ).toEqual([]);
  });
});

describe('a session', () => {
  const session = { 'credential-type': 'session' };

  it('has what was asked for', () => {
    expect(
      read({
        ...session,
        'inline-session-policy': '{"Statement": []}',
        'managed-session-policies': 'arn:aws:iam::aws:policy/p',
        ttl: '2h',
      }).lease,
    ).toEqual({
      kind: 'session',
      ttlSeconds: 7_200,
      policy: '{"Statement":[]}',
      policyArns: ['arn:aws:iam::aws:policy/p'],
      alphanumericSecret: false,
    });
  });

  it.each([
    [
      { 'permissions-boundary-arn': 'arn:aws:iam::123456789012:policy/b' },
      '`permissions-boundary-arn` applies to IAM users only',
    ],
    [{ 'iam-groups': 'g' }, '`iam-groups` applies to IAM users only'],
    [{ tags: 'a=b' }, '`tags` applies to IAM users only'],
    [{ 'iam-path': '/x/' }, '`iam-path` applies to IAM users only'],
    [{ 'inline-policy': '{"Statement":[]}\n---\n{"Statement":[]}' }, 'has several documents; a session can have one'],
    [{ 'inline-policy': `{"Statement":["${'x'.repeat(2_048)}"]}` }, 'a session policy may have 2048'],
    [
      { 'policy-arns': Array.from({ length: 11 }, (_, index) => `arn:aws:iam::aws:policy/p${index}`).join() },
      'names 11 policies; the maximum is 10',
    ],
  ])('of %j is a problem', (inputs, sentence) => {
    expect(problems({ ...session, ...(inputs as Record<string, string>) })).toEqual([
      expect.stringContaining(sentence),
    ]);
  });
});

describe('the tags as JSON', () => {
  it.each([
    ['1.10', '1.10'],
    ['123456789012345678901', '123456789012345678901'],
    ['1e400', '1e400'],
    ['-0', '-0'],
    ['true', 'true'],
  ])('have the number %s as it was written', (written, value) => {
    expect({ ...userLease(read({ tags: `{"n":${written}}` })).tags }).toEqual({ n: value });
  });
});

describe('an inline policy', () => {
  it('that is nested beyond all measure is a problem like any other', () => {
    const deep = `{"Statement":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect(problems({ 'inline-policy': deep })).toEqual(['`inline-policy` is not a policy: it is nested too deeply']);
  });
});

describe('a variable that JavaScript has a meaning of its own for', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('cannot be exported to: %s', (name) => {
    expect(problems({ 'env-names': `access-key-id=${name}` })).toEqual([
      expect.stringMatching(/^`env-names` cannot export to/),
    ]);
  });
});

describe('a profile whose name AWS’s tools would not read as it is written', () => {
  it.each(['"ci"', "'ci'", '""', 'DEFAULT', '__proto__'])('is a problem: %s', (name) => {
    const files = { AWS_SHARED_CREDENTIALS_FILE: `${runner.folder}/c`, AWS_CONFIG_FILE: `${runner.folder}/d` };
    expect(problems({ 'aws-profile': name }, files)).toEqual([expect.stringMatching(/^`aws-profile` must/)]);
  });
});

describe('the tags', () => {
  const tagsOf = (text: string) => ({ ...userLease(read({ tags: text })).tags });

  it.each([
    ['a=b\n c = d=e \n\n', { a: 'b', c: 'd=e' }],
    ['{"a":"b","n":7,"t":true}', { a: 'b', n: '7', t: 'true' }],
    ['a=', { a: '' }],
    ['', {}],
    ['{}', {}],
  ])('of %j are %j', (text, tags) => {
    expect(tagsOf(text)).toEqual(tags);
  });

  it.each(['__proto__=x\nconstructor=y', '{"__proto__":"x","constructor":"y"}'])(
    'may be called what JavaScript calls its own: %s',
    (text) => {
      expect(Object.entries(userLease(read({ tags: text })).tags)).toEqual([
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]);
    },
  );

  it.each([
    ['a', 'has the line "a"; lines are key=value'],
    ['=b', 'has the line "=b"'],
    ['a=1\na=2', 'the key "a" appears twice'],
    ['Team=1\nteam=2', 'the key "team" appears twice (IAM ignores case in keys)'],
    ['{"Team":"1","team":"2"}', 'appears twice (IAM ignores case'],
    ['{"a":null}', 'the value of "a" must be a string'],
    ['{"a":{}}', 'the value of "a" must be a string'],
    ['{"a":', 'must be a JSON object of strings'],
    ['aws:x=1', 'begins with aws:'],
    ['lease:run-id=1', 'begins with lease:'],
    ['a#=1', 'must be 1 to 128'],
    ['a=b#', 'at most 256'],
    [Array.from({ length: 38 }, (_, index) => `k${index}=v`).join('\n'), '38 tags are too many'],
  ])('of %j are a problem', (text, sentence) => {
    const told = problems({ tags: text });
    expect(told).toEqual([expect.stringContaining(sentence)]);
    expect(told[0]).toMatch(/^`tags`/);
  });
});

describe('the root action’s sync', () => {
  const SYNC = { sync: 'apply', 'sync-secrets': '{"A":"x"}', 'sync-name': 'app' };
  const withSync = (inputs: Record<string, string>, env: Env = {}) =>
    readInputs({ run: runOf(), env, reader: readerOf({ ...LEAST, ...inputs }), readSync }).sync;

  it('is off unless asked for', () => {
    expect(withSync({})).toEqual({ kind: 'off' });
    expect(withSync({ 'sync-secrets': '{}' })).toEqual({ kind: 'unused' });
  });

  it('is read under its prefix, for the job’s region', () => {
    expect(withSync(SYNC)).toMatchObject({
      when: 'apply',
      request: { selected: [{ key: 'A' }], layout: { name: 'app' }, policy: { region: 'eu-central-1' } },
    });
  });

  it('is not done for an event that must not write', () => {
    expect(withSync(SYNC, { GITHUB_EVENT_NAME: 'pull_request_target' })).toEqual({ kind: 'untrusted' });
  });

  it('has its problems told with all others, those of the lease too', () => {
    const act = () => withSync({ ...SYNC, 'sync-mode': 'x', 'sync-name': '', ttl: 'soon' });
    expect(act).toThrow(/`ttl` must be[\s\S]*`sync-mode` must be[\s\S]*`sync-name` is missing/);
  });

  it.each<[Record<string, string>, boolean]>([
    [{}, false],
    [{ sync: 'off' }, false],
    [{ sync: 'off', 'sync-name': 'app', 'sync-tags': 'a=b' }, false],
    [{ sync: 'apply' }, true],
    [{ sync: 'plan' }, true],
    [{ sync: 'typo' }, true],
    [{ sync: 'off', 'sync-secrets': '{}' }, true],
    [{ sync: 'off', 'sync-secrets-file': '/x' }, true],
    [{ sync: 'off', 'sync-from-env': 'A' }, true],
  ])('is loaded only where a job asks for it: %j', async (inputs, loaded) => {
    expect(await syncReader((name) => inputs[name] ?? '')).toBe(loaded ? readSync : undefined);
  });

  it('asks the runner unless told otherwise', async () => {
    expect(await syncReader()).toBeUndefined();
    process.env.INPUT_SYNC = 'plan';
    expect(await syncReader()).toBe(readSync);
  });

  it('left to action.yml’s defaults is the same as left out', () => {
    expect(withSync({ ...defaults(), ...SYNC })).toEqual(withSync(SYNC));
  });
});

describe('the inputs of /sync', () => {
  const SYNC = { secrets: '{"A":"x"}', name: 'app' };
  const readThem = (inputs: Record<string, string>, env: Env = {}) =>
    readSyncInputs(runOf(), env, readerOf({ ...LEAST, ...inputs }));

  it('are how AWS is reached, and what is to be synced', () => {
    expect(readThem({ ...SYNC, 'action-timeout-s': '9', 'mask-aws-account-id': 'true' })).toMatchObject({
      connection: { region: 'eu-central-1', maxAttempts: 8 },
      identity: { roles: [ROLE], source: { kind: 'oidc' } },
      staticKeys: { kind: 'none' },
      maskAccountId: true,
      timeoutSeconds: 9,
      sync: { when: 'apply', request: { selected: [{ key: 'A' }] } },
    });
  });

  it('may say that there is nothing to do', () => {
    expect(readThem({ sync: 'off' }).sync).toEqual({ kind: 'off' });
    expect(readThem({ ...SYNC, sync: 'off' }).sync).toEqual({ kind: 'unused' });
  });

  it('are told of all at once, in one error', () => {
    const act = () => readThem({ secrets: '[]', name: 'app', mode: 'x', 'aws-region': 'EU' });
    expect(act).toThrow(ActionError);
    expect(act).toThrow(/`aws-region`[\s\S]*`mode` must be[\s\S]*`secrets` must be a JSON object/);
  });

  it('are not asked for by an event that must not write, and may have lost the half of them', () => {
    const environment = { GITHUB_EVENT_NAME: 'pull_request_target' };
    const inputs = readSyncInputs(runOf(), environment, readerOf({ mode: 'x' }));
    expect(inputs.sync).toEqual({ kind: 'untrusted' });
  });

  it('need an id of its own to prune without GitHub’s token, also when action.yml’s default stands there', () => {
    const keys = { 'aws-access-key-id': 'AKIA1', 'aws-secret-access-key': 's', 'role-to-assume': '' };
    const prune = { ...SYNC, ...keys, mode: 'per-key', name: '{{key}}', prune: 'true' };
    const given = Object.entries(contract('sync/').inputs).flatMap(([name, { default: value }]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    expect(() => readThem({ ...Object.fromEntries(given), ...prune })).toThrow(/`prune` needs an `id` of its own/);
    expect(() => readThem({ ...Object.fromEntries(given), ...prune, id: 'prod' })).not.toThrow();
  });

  it('come from the runner unless told otherwise', () => {
    const given = { 'aws-region': 'eu-west-1', 'role-to-assume': ROLE, ...SYNC };
    for (const [name, value] of Object.entries(given)) process.env[`INPUT_${name.toUpperCase()}`] = value;
    expect(readSyncInputs(runOf(), {}).connection.region).toBe('eu-west-1');
  });
});

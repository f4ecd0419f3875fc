// Whatever main's own readers take is saved, and must load back as it was: post could not revoke the lease otherwise.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '../../../src/errors.ts';
import { profileSpec, writeProfile } from '../../../src/github/aws-profile.ts';
import { exportedVariables } from '../../../src/github/hand-over.ts';
import { type Inputs, readInputs } from '../../../src/github/inputs/main.ts';
import { awsVariables, CREDENTIAL_VARIABLES, recordBefore, withHashes } from '../../../src/github/job-env.ts';
import { load } from '../../../src/github/load-state.ts';
import { type SavedState, type StateKey, save } from '../../../src/github/state.ts';
import { fingerprint } from '../../../src/identity/static-keys.ts';
import type { LeaseRecord } from '../../../src/lease/lease.ts';
import { planUser } from '../../../src/lease/user-spec.ts';
import type { RunFacts } from '../../../src/run.ts';
import { rfc3339, secondsAfter } from '../../../src/waiting/clock.ts';
import { parsePairs } from '../../lab/runner/commands.ts';
import { anyText, examples, variableText } from '../../support/fakes/hostile.ts';
import { readerOf } from '../../support/fakes/inputs.ts';
import { fakeRandomness } from '../../support/fakes/randomness.ts';
import { runOf } from '../../support/fakes/run.ts';
import { fakeRunner } from '../../support/fakes/runner.ts';
import { fakeClock, NOON } from '../../support/fakes/time.ts';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

type Texts = Record<string, string>;

/** Through the state's file, as the runner hands it to post. */
function expectLoaded<K extends StateKey>(key: K, value: SavedState[K]): void {
  const file = process.env.GITHUB_STATE ?? '';
  writeFileSync(file, '');
  save(key, value);
  process.env[`STATE_${key}`] = parsePairs(readFileSync(file, 'utf8')).pairs[key] ?? '';
  expect(load(key)).toEqual(value);
}

/** The inputs, where they are in order. */
function inputsOf(given: Texts, env: Texts, run: RunFacts = runOf()): Inputs | undefined {
  try {
    return readInputs({ run, env, reader: readerOf(given) });
  } catch (error) {
    if (error instanceof ActionError) return undefined;
    throw error;
  }
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const partition = fc.constantFrom(
  ...['aws', 'aws-cn', 'aws-us-gov', 'aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f', 'aws-eusc'],
);
const roleName = fc.stringMatching(/^[\w+=.@-]{1,64}$/);
const rolePath = fc.oneof(fc.constant(''), fc.stringMatching(/^[\x21-\x2b\x2d-\x7e]{1,200}\/$/));
const roleArn = fc
  .tuple(partition, digits(12), rolePath, roleName)
  .map(([of, account, path, name]) => `arn:${of}:iam::${account}:role/${path}${name}`);
const region = fc.oneof(
  fc.constantFrom('eu-central-1', 'cn-north-1', 'us-gov-west-1', 'us-isob-east-1', 'eusc-de-east-1'),
  fc.stringMatching(/^[a-z0-9-]{1,20}$/),
);
const endpoint = fc.constantFrom(
  ...[
    '',
    'http://x',
    'https://x:8443/a?b=c',
    'HTTPS://X',
    'http:x',
    'http://x\n/y',
    ' http://x ',
    'http://[::1]:4566/',
  ],
);
const proxy = fc.oneof(
  fc.constantFrom(
    ...['', 'http://u:p@proxy:3128', 'proxy:3128', 'socks5://u@proxy:1080', 'socks5h://proxy', 'HTTP://x', 'file:///x'],
  ),
  variableText(4),
);
const keys = fc.constantFrom<Texts>(
  { 'aws-access-key-id': 'AKIA1', 'aws-secret-access-key': 's3cret' },
  { 'aws-access-key-id': 'ASIA1', 'aws-secret-access-key': 's3cret', 'aws-session-token': 't0ken' },
);
const source = fc.oneof(
  variableText(4).map((audience): Texts => ({ audience })),
  variableText(4).map((path): Texts => ({ 'web-identity-token-file': path })),
  keys,
  fc.constantFrom<Texts>({ 'role-chaining': 'true' }, { 'use-ambient-credentials': 'true' }),
);
const inputs = fc.record({
  'aws-region': region,
  'role-to-assume': fc.array(fc.oneof(roleArn, roleName), { maxLength: 3 }).map((roles) => roles.join('\n')),
  'role-session-name': fc.oneof(fc.constant(''), fc.stringMatching(/^[\w+=,.@-]{2,64}$/)),
  'role-external-id': fc.oneof(fc.constant(''), fc.stringMatching(/^[\w+=,.@:/-]{2,1224}$/)),
  'allowed-account-ids': fc.array(digits(12), { maxLength: 2 }).map((ids) => ids.join()),
  'custom-tags': fc.constantFrom('', '{"a":"b"}', '{"__proto__":"x","é ü":""}'),
  'transitive-tag-keys': fc.constantFrom('', 'a', 'Repository,a'),
  'role-skip-session-tagging': fc.constantFrom('', 'false'),
  'sts-endpoint': endpoint,
  'retry-max-attempts': fc.constantFrom('', '1', '20'),
  'no-proxy': variableText(3),
  'mask-aws-account-id': fc.constantFrom('', 'true'),
  revoke: fc.constantFrom('', 'always', 'never'),
  'on-revoke-failure': fc.constantFrom('', 'error', 'warning'),
});
const env = fc.record({
  AWS_ENDPOINT_URL: endpoint,
  HTTP_PROXY: proxy,
  all_proxy: proxy,
  no_proxy: variableText(3),
  AWS_USE_FIPS_ENDPOINT: fc.constantFrom('', 'true'),
  AWS_PROFILE: variableText(3),
  AWS_SESSION_TOKEN: variableText(3),
  GITHUB_REF: variableText(3),
});
/** Numbers on GitHub; `act` and a shell give what they like, or nothing. */
const odd = fc.oneof(fc.constantFrom('', '1', '1234567890123456789'), variableText(5));
const named = {
  repository: fc.oneof(fc.constantFrom('octo-org/shop', ''), variableText(3)),
  runId: odd,
  runAttempt: odd,
};
const facts = fc.record(named);

describe('how main reached AWS', () => {
  it('loads back as it was saved, whatever its inputs and variables were', () => {
    let read = 0;
    const isLoaded = (given: Texts, by: Texts, around: Texts, about: Partial<RunFacts>) => {
      const all = inputsOf({ ...given, ...by }, around, runOf(about));
      if (all === undefined) return;
      read += 1;
      const { connection, proxy: of, identity, staticKeys, maskAccountId, revocation } = all;
      const { kind } = identity.source;
      const variables = kind === 'ambient' || kind === 'env-credentials' ? awsVariables(around, kind) : undefined;
      const mark = fingerprint(staticKeys);
      expectLoaded('access', {
        connection,
        proxy: of,
        identity,
        fingerprint: mark,
        variables,
        authorities: [],
        maskAccountId,
        revocation,
      });
    };
    fc.assert(fc.property(inputs, source, env, facts, isLoaded), examples(400));
    expect(read).toBeGreaterThan(100);
  });
});

describe('the record of a lease', () => {
  const asked = fc.record({
    'iam-path': fc.oneof(fc.constant(''), anyText(4)),
    'user-name-template': fc.constantFrom(
      '',
      '{{random 64}}',
      '{{environment}}-{{job}}-{{random 4}}',
      '{{random-3}} x',
    ),
    ttl: fc.constantFrom('60s', '1h', '24h'),
  });
  const progress = fc.constantFrom('intended', 'created', 'issued', 'gone');

  it('loads back as it was saved, whatever the run and its job are called', () => {
    let read = 0;
    const isLoaded = (given: Texts, run: RunFacts, account: string, how: [LeaseRecord['progress'], string]) => {
      const spec = inputsOf(
        { 'aws-region': 'eu-central-1', 'role-to-assume': 'arn:aws:iam::123456789012:role/r', ...given },
        {},
        run,
      )?.lease;
      if (spec?.kind !== 'iam-user') return;
      read += 1;
      const randomness = fakeRandomness();
      const plan = planUser(
        spec,
        { ...run, jobEnvironment: how[1] },
        { clock: fakeClock(), randomness, outlivesJob: false },
      );
      expectLoaded('lease', {
        userName: plan.userName(),
        path: plan.path,
        accountId: account,
        runId: run.runId,
        runAttempt: run.runAttempt,
        nonce: randomness.text('0123456789abcdef', 32),
        intendedAt: rfc3339(new Date(NOON)),
        expiresAt: rfc3339(secondsAfter(NOON, plan.ttlSeconds)),
        progress: how[0],
      });
    };
    const run = fc.record({ ...named, job: variableText(3) }).map(runOf);
    fc.assert(fc.property(asked, run, digits(12), fc.tuple(progress, variableText(4)), isLoaded), examples(300));
    expect(read).toBeGreaterThan(200);
  });
});

describe('the time a session ends', () => {
  it('loads back as it was saved', () => {
    const date = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });
    const isLoaded = (expires: Date) => expectLoaded('session', { expiresAt: rfc3339(expires) });
    fc.assert(fc.property(date, isLoaded), examples(200));
  });
});

describe('the variables main set', () => {
  it('load back as they were saved, whatever their names and what they held', () => {
    let read = 0;
    const isLoaded = (names: [string, string, string], held: string[]) => {
      const [key, secret, token] = names;
      const lines = `access-key-id=${key}\nsecret-access-key=${secret}\nsession-token=${token}`;
      const given = { 'aws-region': 'eu-central-1', 'role-to-assume': 'arn:aws:iam::123456789012:role/r' };
      const all = inputsOf({ ...given, 'env-names': lines }, {});
      if (all === undefined) return;
      read += 1;
      const exported = exportedVariables(all.handOver);
      const wanted = [...new Set([...exported.all, ...CREDENTIAL_VARIABLES])];
      const around = Object.fromEntries(wanted.map((name, at) => [name, held[at] ?? '']));
      const noted = recordBefore(wanted, exported.secret, around);
      expectLoaded('variables', noted);
      expectLoaded('variables', withHashes(noted, { [key]: 'AKIA1', [secret]: 's3cret' }));
    };
    const name = fc.stringMatching(/^[A-Za-z_]\w{0,20}$/);
    fc.assert(
      fc.property(fc.tuple(name, name, name), fc.array(variableText(4), { maxLength: 8 }), isLoaded),
      examples(200),
    );
    expect(read).toBeGreaterThan(100);
  });
});

describe('the profile main wrote', () => {
  it('loads back as it was saved, whatever it is called and what was there', () => {
    let read = 0;
    const isLoaded = (name: string, existing: string | undefined, nonce: string) => {
      const folder = join(runner.folder, `${read}`);
      const files = {
        AWS_SHARED_CREDENTIALS_FILE: join(folder, 'a\nb', 'credentials'),
        AWS_CONFIG_FILE: existing === undefined ? join(folder, 'c', 'd') : runner.file(`config-${read}`, existing),
      };
      const given = { 'aws-region': 'eu-central-1', 'role-to-assume': 'arn:aws:iam::123456789012:role/r' };
      const all = inputsOf({ ...given, 'aws-profile': name, 'overwrite-aws-profile': 'true' }, files);
      if (all?.handOver.profile === undefined) return;
      read += 1;
      expect(all.handOver.profile).toEqual(profileSpec(all.handOver.profile.name, files));
      const credentials = { accessKeyId: 'AKIA1', secretAccessKey: 's3cret' };
      writeProfile(all.handOver.profile, { credentials, region: 'eu-central-1', nonce }, (changes) =>
        expectLoaded('profile', changes),
      );
    };
    const name = fc.oneof(fc.constantFrom('ci', 'default', 'profile', 'é', '$(id)', "a'b", '--'), variableText(2));
    const existing = fc.option(
      fc.array(fc.oneof(fc.constantFrom('[profile ci]\noutput = json\n', '[default]', '\n', '\r\n'), variableText(2))),
      { nil: undefined },
    );
    const nonce = fc.stringMatching(/^[0-9a-f]{8}$/);
    const text = existing.map((pieces) => pieces?.join(''));
    fc.assert(fc.property(name, text, nonce, isLoaded), examples(200));
    expect(read).toBeGreaterThan(50);
  });
});

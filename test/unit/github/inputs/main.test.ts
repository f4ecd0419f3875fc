import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readInputs, syncReader } from '../../../../src/github/inputs/main.ts';
import { readSync } from '../../../../src/github/inputs/sync.ts';
import { contract, defaults, readerOf } from '../../../support/fakes/inputs.ts';
import { type Env, LEAST, problems, ROLE, read } from '../../../support/fakes/main-inputs.ts';
import { runOf } from '../../../support/fakes/run.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

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

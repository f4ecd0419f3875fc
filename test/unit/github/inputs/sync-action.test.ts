import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../../src/errors.ts';
import { readSyncInputs } from '../../../../src/github/inputs/sync-action.ts';
import { contract, readerOf } from '../../../support/fakes/inputs.ts';
import { type Env, LEAST, ROLE } from '../../../support/fakes/main-inputs.ts';
import { runOf } from '../../../support/fakes/run.ts';
import { fakeRunner } from '../../../support/fakes/runner.ts';

let runner: ReturnType<typeof fakeRunner>;
beforeEach(() => {
  runner = fakeRunner();
});
afterEach(() => runner.end());

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

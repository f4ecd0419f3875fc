import { TagResourceCommand } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from '@jest/globals';
import type { StepResult } from '../lab/runner/runner.ts';
import { errorCode, messagesOf } from '../support/scenarios/scenario.ts';
import type { SyncOptions } from '../support/scenarios/sync.ts';
import {
  canary,
  countsOf,
  OWNER,
  ownTags,
  planOf,
  put,
  secretActions,
  secretCalls,
  source,
  sync,
  values,
  writes,
} from '../support/scenarios/sync.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();

const OWN = { tags: ownTags('per-key') };
const HUNDRED = source(...Array.from({ length: 100 }, (_, index) => `KEY_${String(index).padStart(3, '0')}`));

function run(
  secrets: Record<string, string>,
  inputs: Record<string, string> = {},
  options: SyncOptions = {},
): Promise<StepResult> {
  return sync(lab, { mode: 'per-key', name: 'shop/{{key}}', secrets: JSON.stringify(secrets), ...inputs }, options);
}

/** The secrets of a source as `shop/{{key}}` names them. */
function named(secrets: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(secrets).map(([key, value]) => [`shop/${key}`, value]));
}

/** Makes secrets of our own as an earlier sync would have left them. */
async function earlier(secrets: Record<string, string>): Promise<void> {
  await Promise.all(Object.entries(named(secrets)).map(([name, value]) => put(lab, name, value, OWN)));
}

/** How often each action was called. */
function tally(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const action of secretActions(lab)) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
}

describe('a hundred keys', () => {
  it('are made with one call each and six to look', async () => {
    const result = await run(HUNDRED);
    expect(countsOf(result)).toEqual({ created: 100 });
    expect(tally()).toEqual({ ListSecrets: 1, BatchGetSecretValue: 5, CreateSecret: 100 });
    const all = await lab.secrets();
    expect(Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value]))).toEqual(named(HUNDRED));
    for (const { tags, versionIds } of Object.values(all)) {
      expect(tags).toEqual(OWN.tags);
      expect(versionIds).toHaveLength(1);
    }
    expect(result.outputs.names?.split('\n').sort()).toEqual(Object.keys(named(HUNDRED)));
    expect(result.outputs).toMatchObject({ changed: 'true', arn: '', 'version-id': '' });
    expect(planOf(result)).toHaveLength(100);
  });

  it('that are as they should be take six calls, and one changed takes two more', async () => {
    await earlier(HUNDRED);
    const before = await lab.secrets();
    const same = await run(HUNDRED);
    expect(tally()).toEqual({ ListSecrets: 1, BatchGetSecretValue: 5 });
    expect(countsOf(same)).toEqual({ unchanged: 100 });
    expect(same.outputs.changed).toBe('false');
    expect(await lab.secrets()).toEqual(before);
    const result = await run({ ...HUNDRED, KEY_042: canary('changed') });
    expect(secretActions(lab)).toHaveLength(8);
    expect(writes(lab)).toEqual(['PutSecretValue']);
    expect(countsOf(result)).toEqual({ unchanged: 99, updated: 1 });
    const after = await lab.secrets();
    expect(after['shop/KEY_042']?.value).toBe(canary('changed'));
    expect({ ...after, 'shop/KEY_042': undefined }).toEqual({ ...before, 'shop/KEY_042': undefined });
    expect(result.log).toMatch(/^ +update +shop\/KEY_042 +value$/m);
    expect(result.log).not.toContain('shop/KEY_041');
    expect(result.summary).not.toContain('shop/KEY_041');
  });

  it('are read one by one, with one notice, if the role may neither list nor read in batches', async () => {
    await earlier(HUNDRED);
    lab.wire.secrets.deny('ListSecrets', '*');
    lab.wire.secrets.deny('BatchGetSecretValue', '*');
    const result = await run({ ...HUNDRED, KEY_007: canary('changed') });
    expect(countsOf(result)).toEqual({ unchanged: 99, updated: 1 });
    expect(result.annotations).toHaveLength(1);
    expect(messagesOf(result, 'notice')).toContain('secretsmanager:ListSecrets and secretsmanager:BatchGetSecretValue');
    const { ListSecrets = 0, BatchGetSecretValue = 0, ...others } = tally();
    expect(ListSecrets).toBe(1);
    expect(BatchGetSecretValue).toBeLessThanOrEqual(5);
    // The one that is written is asked once more, right before that.
    expect(others).toEqual({ GetSecretValue: 100, DescribeSecret: 101, PutSecretValue: 1 });
    expect((await values(lab))['shop/KEY_007']).toBe(canary('changed'));
  });
});

describe('a role with fewer rights', () => {
  const secrets = source('A', 'B', 'C');

  it('that may not list gets one notice about that alone', async () => {
    await earlier(secrets);
    lab.wire.secrets.deny('ListSecrets', '*');
    const result = await run(secrets);
    expect(countsOf(result)).toEqual({ unchanged: 3 });
    expect(result.annotations).toHaveLength(1);
    expect(messagesOf(result, 'notice')).toContain('may not call secretsmanager:ListSecrets:');
    expect(tally()).toEqual({ ListSecrets: 1, BatchGetSecretValue: 1, DescribeSecret: 3 });
  });

  it('that may not read by the batch gets one notice about that alone', async () => {
    await earlier(secrets);
    lab.wire.secrets.deny('BatchGetSecretValue', '*');
    const result = await run(secrets);
    expect(countsOf(result)).toEqual({ unchanged: 3 });
    expect(result.annotations).toHaveLength(1);
    expect(messagesOf(result, 'notice')).toContain('may not call secretsmanager:BatchGetSecretValue:');
    expect(tally()).toEqual({ ListSecrets: 1, BatchGetSecretValue: 1, GetSecretValue: 3 });
  });

  it('makes what is missing all the same', async () => {
    lab.wire.secrets.deny('ListSecrets', '*');
    lab.wire.secrets.deny('BatchGetSecretValue', '*');
    const result = await run(secrets);
    expect(countsOf(result)).toEqual({ created: 3 });
    expect(await values(lab)).toEqual(named(secrets));
  });

  it('gets no notice in `mode: json`, which needs neither right', async () => {
    lab.wire.secrets.deny('ListSecrets', '*');
    lab.wire.secrets.deny('BatchGetSecretValue', '*');
    const result = await run(secrets, { mode: 'json', name: 'shop' });
    expect(result.annotations).toEqual([]);
    expect(countsOf(result)).toEqual({ created: 1 });
  });
});

describe('ListSecrets', () => {
  it('is read to its last page', async () => {
    lab.wire.secrets.listPage = 3;
    const secrets = source('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H');
    await earlier(secrets);
    const result = await run(secrets);
    expect(countsOf(result)).toEqual({ unchanged: 8 });
    expect(tally()).toEqual({ ListSecrets: 3, BatchGetSecretValue: 1 });
    // What AWS is asked for: ours only, those scheduled for deletion too.
    const { params } = secretCalls(lab)[0] ?? {};
    expect(params).toMatchObject({ IncludePlannedDeletion: 'true', MaxResults: '100' });
    expect(JSON.parse(params?.Filters ?? '')).toEqual([
      { Key: 'tag-key', Values: ['sync:owner'] },
      { Key: 'tag-value', Values: [OWNER] },
    ]);
  });

  it('that is minutes behind makes the second run create nothing twice and change nothing', async () => {
    const secrets = source('A', 'B', 'C', 'D');
    lab.wire.secrets.listLagMs = 300_000;
    expect(countsOf(await run(secrets))).toEqual({ created: 4 });
    const before = await lab.secrets();
    const result = await run(secrets);
    expect(result).toMatchObject({ conclusion: 'success', outputs: { changed: 'false' } });
    expect(countsOf(result)).toEqual({ unchanged: 4 });
    expect(writes(lab)).toEqual([]);
    expect(await lab.secrets()).toEqual(before);
    expect((await run({ ...secrets, B: canary('changed') })).outputs.updated).toBe('1');
    expect(writes(lab)).toEqual(['PutSecretValue']);
  });

  it('that still tells of old tags and descriptions makes no write that is not needed', async () => {
    const secrets = source('A');
    await run(secrets, { tags: 'team=old', description: 'old' });
    lab.wire.secrets.listLagMs = 300_000;
    const given = { tags: 'team=new', description: 'new' };
    await run(secrets, given);
    const result = await run(secrets, given);
    expect(result.conclusion).toBe('success');
    expect(writes(lab)).toEqual([]);
    expect((await lab.secrets())['shop/A']).toMatchObject({ description: 'new', tags: { ...OWN.tags, team: 'new' } });
  });

  it('that still calls a secret ours which is another owner’s by now does not make us write it', async () => {
    const secrets = source('A');
    await run(secrets);
    lab.wire.secrets.listLagMs = 300_000;
    const theirs = 'repo:1/env:-/id:default';
    const { client, destroy } = await throughTheWire();
    await client.send(new TagResourceCommand({ SecretId: 'shop/A', Tags: [{ Key: 'sync:owner', Value: theirs }] }));
    destroy();
    const before = await lab.secrets();
    const result = await run({ A: canary('changed') });
    expect(errorCode(result)).toBe('sync-incomplete');
    expect(messagesOf(result, 'error')).toContain(`shop/A: it is owned by ${theirs}`);
    expect(writes(lab)).toEqual([]);
    expect(await lab.secrets()).toEqual(before);
  });
});

/** A client whose changes the list lags behind. */
async function throughTheWire() {
  const { secretsThrough } = await import('../lab/wire/clients.ts');
  const client = secretsThrough(lab.wire, lab.administrator);
  return { client, destroy: () => client.destroy() };
}

describe('the keys that are taken', () => {
  const names = async () => Object.keys(await lab.secrets()).sort();

  it('are never GitHub’s token, the debug switches and AWS credentials, in any case, even where `include` names them', async () => {
    const never = ['github_token', 'GITHUB_TOKEN', 'ACTIONS_STEP_DEBUG', 'actions_runner_debug', 'AWS_ACCESS_KEY_ID'];
    const more = ['Aws_Secret_Access_Key', 'AWS_SESSION_TOKEN'];
    const secrets = source('A', ...never, ...more);
    await run(secrets);
    expect(await names()).toEqual(['shop/A']);
    await run(secrets, { include: ['A', ...never, ...more].join() });
    expect(await names()).toEqual(['shop/A']);
  });

  it('are those that `include` matches and `exclude` does not, whatever the case', async () => {
    const secrets = source('APP_ONE', 'APP_TWO', 'APP_OLD', 'DB_PASSWORD', 'OTHER');
    const result = await run(secrets, { include: 'app_*, DB_PASSWORD\nnothing_*', exclude: '*_old, misspelt_*' });
    expect(await names()).toEqual(['shop/APP_ONE', 'shop/APP_TWO', 'shop/DB_PASSWORD']);
    expect(messagesOf(result, 'notice')).toContain('`nothing_*` in `include`');
    expect(messagesOf(result, 'notice')).toContain('`misspelt_*` in `exclude`');
    expect(messagesOf(result, 'notice')).not.toMatch(/app_\*|\*_old/);
  });

  it('are all without `include`, but for those that `exclude` matches by one character or a class of them', async () => {
    await run(source('A1', 'A2', 'B1', 'B22', 'C1'), { exclude: 'A[2-9], B?' });
    expect(await names()).toEqual(['shop/A1', 'shop/B22', 'shop/C1']);
  });

  it('are told by braces too, whose comma does not end the glob', async () => {
    const secrets = source('A_TOKEN', 'B_TOKEN', 'C_TOKEN', 'D');
    await run(secrets, { exclude: '{A,B}_TOKEN' });
    expect(await names()).toEqual(['shop/C_TOKEN', 'shop/D']);
    await run(source('E_KEY', 'F_KEY', 'G_KEY'), { include: 'x_{y,z}, {E,F}_KEY' });
    expect(await names()).toEqual(['shop/C_TOKEN', 'shop/D', 'shop/E_KEY', 'shop/F_KEY']);
  });

  it('that all fall to `exclude` leave nothing to do, and the step says so', async () => {
    const result = await run(source('A'), { exclude: '*' });
    expect(result.conclusion).toBe('success');
    expect(messagesOf(result, 'warning')).toContain('nothing is written and nothing is pruned');
    expect(writes(lab)).toEqual([]);
  });

  it('lose their prefix and change their case', async () => {
    const secrets = source('SHOP_DB_PASSWORD', 'SHOP_api2Key', 'OTHER');
    await run(secrets, { 'strip-prefix': 'SHOP_', 'key-case': 'kebab', map: 'OTHER=shop/mapped' });
    expect(await values(lab)).toEqual({
      'shop/db-password': secrets.SHOP_DB_PASSWORD,
      'shop/api2-key': secrets.SHOP_api2Key,
      'shop/mapped': secrets.OTHER,
    });
  });

  it.each([
    ['none', 'DB_userName'],
    ['lower', 'db_username'],
    ['upper', 'DB_USERNAME'],
    ['snake', 'db_user_name'],
    ['camel', 'dbUserName'],
    ['pascal', 'DbUserName'],
  ])('with `key-case: %s` become like %s', async (keyCase, name) => {
    await run(source('DB_userName'), { 'key-case': keyCase });
    expect(await names()).toEqual([`shop/${name}`]);
  });

  it('go with `map` into names made of {{key}} as well, and into JSON beside', async () => {
    const secrets = source('A', 'B', 'C');
    await run(secrets, { 'key-case': 'lower', map: 'B=other/{{key}}\nC=other/json#C' });
    expect(await values(lab)).toEqual({
      'shop/a': secrets.A,
      'other/b': secrets.B,
      'other/json': JSON.stringify({ C: secrets.C }),
    });
  });

  it('may end like an ARN, which the step tells, and are told apart all the same', async () => {
    const secrets = source('CLIENT', 'CLIENT_SECRET', 'CLIENT_SERVER');
    await run(secrets, { 'key-case': 'kebab' });
    const all = { 'shop/client': secrets.CLIENT, 'shop/client-secret': secrets.CLIENT_SECRET };
    expect(await values(lab)).toEqual({ ...all, 'shop/client-server': secrets.CLIENT_SERVER });
    const { CLIENT = '' } = secrets;
    const result = await run({ ...secrets, CLIENT: `${CLIENT}2` }, { 'key-case': 'kebab' });
    expect(countsOf(result)).toEqual({ unchanged: 2, updated: 1 });
    expect((await values(lab))['shop/client']).toBe(`${CLIENT}2`);
    expect(messagesOf(result, 'notice')).toContain('shop/client-secret and 1 more');
  });

  it('that AWS could not hold as names are reported with all else that is wrong, in one error before any call', async () => {
    const secrets = {
      ...source('DB_PASSWORD', 'db_password', 'A-B', 'A_B', 'EURO_€', 'PRE_', 'X', 'Y'),
      EMPTY: '',
      HUGE: canary('huge').repeat(2_000),
      HALF: 'canary\ud800',
    };
    const result = await run(secrets, {
      'key-case': 'snake',
      'strip-prefix': 'PRE_',
      empty: 'error',
      map: 'X=shop/a_b\nMISSING=shop/m\nY=shop/bad name',
      'prune-limit': '-1',
      'recovery-window-days': '31',
      adopt: 'sometimes',
    });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(result.annotations).toHaveLength(1);
    const message = messagesOf(result, 'error');
    for (const part of [
      '`DB_PASSWORD`, `db_password` would all become the secret shop/db_password',
      '`A-B`, `A_B`, `X` would all become the secret shop/a_b',
      '`PRE_`: nothing is left',
      '`EMPTY` is empty',
      '`HALF` is not valid Unicode',
      '`HUGE` is above AWS’s limit for one secret, 65536 bytes',
      'shop/bad name',
      '`MISSING`',
      '`prune-limit`',
      '`recovery-window-days`',
      '`adopt`',
    ]) {
      expect(message).toContain(part);
    }
    expect(lab.wire.calls).toEqual([]);
  });

  it('with characters AWS does not take in names are told by name', async () => {
    const result = await run(source('OK', 'NAÏVE', 'WITH BLANK'));
    expect(errorCode(result)).toBe('invalid-inputs');
    for (const name of ['shop/NAÏVE', 'shop/WITH BLANK']) expect(messagesOf(result, 'error')).toContain(`"${name}"`);
    expect(messagesOf(result, 'error')).not.toContain('shop/OK');
    expect(lab.wire.calls).toEqual([]);
  });
});

describe('the name', () => {
  it.each([
    ['missing', '', 'is missing'],
    ['without {{key}}', 'shop/all', 'must use {{key}}'],
    ['with a variable that does not exist', 'shop/{{key}}/{{stage}}', '{{stage}}'],
    ['with braces that lack their partner', 'shop/{{key}}/{{', 'braces'],
  ])('%s is refused before any call', async (_, name, part) => {
    const result = await run(source('A'), { name });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain(part);
    expect(lab.wire.calls).toEqual([]);
  });

  it.each([
    ['missing', '', '`name` is missing'],
    ['without {{key}}', 'shop/all', '`name` must use {{key}}'],
  ])('%s is told together with what is wrong with the values, which no name would fix', async (_, name, part) => {
    const secrets = { ...source('A'), EMPTY: '', HUGE: canary('huge').repeat(2_000), HALF: 'canary\ud800' };
    const result = await run(secrets, { name, empty: 'error' });
    expect(errorCode(result)).toBe('invalid-inputs');
    for (const problem of [part, '`EMPTY` is empty', '`HUGE` is above AWS’s limit', '`HALF` is not valid Unicode']) {
      expect(messagesOf(result, 'error')).toContain(problem);
    }
    expect(lab.wire.calls).toEqual([]);
  });

  it('uses {{key}} as often as it likes, with blanks around', async () => {
    await run(source('A'), { name: '{{ owner }}/{{key}}/{{ key }}' });
    expect(Object.keys(await lab.secrets())).toEqual(['octo-org/A/A']);
  });

  it('with {{environment}} keeps two environments of one repository apart, and so do the marks of their owners', async () => {
    for (const environment of ['staging', 'production']) {
      lab.oidc.claims.environment = environment;
      lab.oidc.claims.sub = `repo:octo-org/shop:environment:${environment}`;
      const result = await run({ A: canary(environment) }, { name: 'shop/{{environment}}/{{key}}', prune: 'true' });
      expect(countsOf(result)).toEqual({ created: 1 });
    }
    expect(await values(lab)).toEqual({
      'shop/staging/A': canary('staging'),
      'shop/production/A': canary('production'),
    });
  });

  it('with {{environment}} is refused before any call where no OIDC token tells it', async () => {
    const { accessKeyId, secretAccessKey } = lab.longLived;
    const keys = { 'aws-access-key-id': accessKeyId, 'aws-secret-access-key': secretAccessKey, 'role-to-assume': '' };
    const result = await run(source('A'), { ...keys, name: 'shop/{{environment}}/{{key}}' });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain('{{environment}}');
    expect(lab.wire.calls).toEqual([]);
    expect((await run(source('A'), keys)).outputs.created).toBe('1');
  });
});

describe('`sync: plan`', () => {
  it('writes and deletes nothing, and counts what would be', async () => {
    await earlier(source('SAME', 'CHANGED', 'GONE'));
    await put(lab, 'shop/FOREIGN', canary('theirs'));
    const before = await lab.secrets();
    const secrets = { ...source('SAME', 'NEW', 'FOREIGN'), CHANGED: canary('other'), EMPTY: '' };
    const result = await run(secrets, { sync: 'plan', prune: 'true' });
    expect(result.conclusion).toBe('success');
    // What is foreign fails, and then nothing is deleted.
    expect(countsOf(result)).toEqual({ created: 1, updated: 1, unchanged: 1, skipped: 1, failed: 2 });
    expect(Object.fromEntries(planOf(result).map(({ name, action }) => [name, action]))).toEqual({
      'shop/SAME': 'unchanged',
      'shop/CHANGED': 'update',
      'shop/NEW': 'create',
      'shop/FOREIGN': 'refuse',
      'shop/EMPTY': 'skip',
      'shop/GONE': 'prune',
    });
    expect(writes(lab)).toEqual([]);
    expect(await lab.secrets()).toEqual(before);
    for (const { name, action } of planOf(result).filter(({ action }) => action !== 'unchanged')) {
      expect(result.log).toMatch(new RegExp(`^ +${action} +${name}( |$)`, 'm'));
      expect(result.summary).toContain(`<td>${name}</td><td>${action}</td>`);
    }
    expect(result.log).not.toContain('shop/SAME');
    const without = await run(secrets, { sync: 'plan', prune: 'true', exclude: 'FOREIGN' });
    expect(countsOf(without)).toEqual({ created: 1, updated: 1, unchanged: 1, skipped: 1, pruned: 1 });
    expect(await lab.secrets()).toEqual(before);
  });
});

import { TagResourceCommand, UpdateSecretCommand } from '@aws-sdk/client-secrets-manager';
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

const NAME = 'github/octo-org/shop';
const OWN = { tags: ownTags('json') };

function run(
  secrets: Record<string, string>,
  inputs: Record<string, string> = {},
  options: SyncOptions = {},
): Promise<StepResult> {
  return sync(lab, { name: NAME, secrets: JSON.stringify(secrets), ...inputs }, options);
}

/** The JSON of the one secret there is. */
async function held(name = NAME): Promise<unknown> {
  return JSON.parse((await values(lab))[name] ?? 'null');
}

describe('the first sync', () => {
  it('makes one secret that holds all keys as JSON, with three calls', async () => {
    const secrets = source('DB_PASSWORD', 'API_KEY');
    const result = await run(secrets);
    expect(result.conclusion).toBe('success');
    expect(secretActions(lab).sort()).toEqual(['CreateSecret', 'DescribeSecret', 'GetSecretValue']);
    expect(secretActions(lab)[2]).toBe('CreateSecret');
    const { [NAME]: made, ...others } = await lab.secrets();
    expect(others).toEqual({});
    expect(JSON.parse(made?.value ?? '')).toEqual(secrets);
    expect(made).toMatchObject({ description: undefined, kmsKeyId: undefined });
    expect(made?.tags).toEqual({ 'sync:owner': OWNER, 'sync:mode': 'json' });
    expect(made?.versionIds).toHaveLength(1);
  });

  it('reports what it did in all its outputs', async () => {
    const { outputs } = await run(source('DB_PASSWORD', 'API_KEY'));
    const made = (await lab.secrets())[NAME];
    expect({ ...outputs, plan: JSON.parse(outputs.plan ?? '') }).toEqual({
      changed: 'true',
      plan: [
        {
          name: NAME,
          action: 'create',
          keys: { added: ['DB_PASSWORD', 'API_KEY'], changed: [], removed: [], empty: [], kept: [] },
        },
      ],
      created: '1',
      updated: '0',
      restored: '0',
      unchanged: '0',
      pruned: '0',
      skipped: '0',
      failed: '0',
      names: NAME,
      arn: made?.arn,
      'version-id': made?.versionId,
    });
  });

  it('takes description, tags and KMS key in the very call that makes the secret', async () => {
    const alias = 'alias/shop';
    await run(source('A'), { description: 'For the shop', 'kms-key-id': alias, tags: 'team=shop\ncost center=7' });
    expect(secretActions(lab)).toHaveLength(3);
    expect((await lab.secrets())[NAME]).toMatchObject({
      description: 'For the shop',
      kmsKeyId: alias,
      tags: { ...OWN.tags, team: 'shop', 'cost center': '7' },
    });
  });

  it('prints a table of names and actions in log and job summary, also where every key is a command of the runner', async () => {
    const secrets = { ...source('DB_PASSWORD'), '::error::boo\n::error::x': canary('odd') };
    const result = await run(secrets);
    expect(result.log).toMatch(new RegExp(`^ +create +${NAME} .*DB_PASSWORD`, 'm'));
    expect(result.summary).toContain('Secrets synced');
    expect(result.summary).toMatch(
      new RegExp(`<td>${NAME}</td><td>create</td><td>added DB_PASSWORD[^<]*</td><td>done</td>`),
    );
    expect(messagesOf(result, 'error')).toBe('');
  });
});

describe('a sync that finds everything as it should be', () => {
  it('makes two calls, writes nothing and says so', async () => {
    const secrets = source('DB_PASSWORD', 'API_KEY');
    await run(secrets);
    const before = await lab.secrets();
    const result = await run(secrets);
    expect(secretActions(lab).sort()).toEqual(['DescribeSecret', 'GetSecretValue']);
    expect(await lab.secrets()).toEqual(before);
    expect(result.outputs).toMatchObject({
      changed: 'false',
      created: '0',
      updated: '0',
      unchanged: '1',
      names: NAME,
      arn: before[NAME]?.arn,
      'version-id': before[NAME]?.versionId,
    });
    expect(result.log).toContain(`Plan for ${OWNER}: 0 to write, 1 unchanged, 0 skipped, 0 refused.`);
    expect(result.summary).toContain('there is nothing to write');
  });

  it('takes no notice of the order of keys and of blanks between them in AWS', async () => {
    const { A = '', B = '' } = source('A', 'B');
    await put(lab, NAME, `{\n  "B": "${B}",\n  "A": "${A}"\n}`, OWN);
    const result = await run({ A, B });
    expect(writes(lab)).toEqual([]);
    expect(result.outputs.changed).toBe('false');
  });

  it('leaves description, tags and KMS key alone when no input names them', async () => {
    const more = { tags: { ...OWN.tags, team: 'shop' }, description: 'by hand', kmsKeyId: 'alias/shop' };
    await put(lab, NAME, JSON.stringify(source('A')), more);
    expect((await run(source('A'))).outputs.changed).toBe('false');
    expect(writes(lab)).toEqual([]);
  });
});

describe('a changed source', () => {
  it('makes one new version with three calls, and the output names it', async () => {
    await run(source('DB_PASSWORD', 'API_KEY'));
    const secrets = { ...source('DB_PASSWORD'), API_KEY: canary('new') };
    const result = await run(secrets);
    expect(secretActions(lab).sort()).toEqual(['DescribeSecret', 'GetSecretValue', 'PutSecretValue']);
    const now = (await lab.secrets())[NAME];
    expect(now?.versionIds).toHaveLength(2);
    expect(result.outputs).toMatchObject({ changed: 'true', updated: '1', 'version-id': now?.versionIds[1] });
    expect(now?.versionId).toBe(now?.versionIds[1]);
    expect(await held()).toEqual(secrets);
    expect(planOf(result)).toEqual([
      {
        name: NAME,
        action: 'update',
        what: ['value'],
        keys: { added: [], changed: ['API_KEY'], removed: [], empty: [], kept: [] },
      },
    ]);
  });

  it('adds what is new and removes what is gone, and the plan names both', async () => {
    await run(source('STAYS', 'GOES'));
    const result = await run(source('STAYS', 'COMES'));
    expect(await held()).toEqual(source('STAYS', 'COMES'));
    expect(planOf(result)[0]?.keys).toEqual({ added: ['COMES'], changed: [], removed: ['GOES'], empty: [], kept: [] });
    expect(result.log).toContain('value (added COMES; removed GOES)');
    expect(secretActions(lab)).toHaveLength(3);
  });

  it('keeps what is gone with `unknown-keys: keep`, and that alone is no change', async () => {
    await run(source('STAYS', 'GOES'));
    const same = await run(source('STAYS'), { 'unknown-keys': 'keep' });
    expect(same.outputs.changed).toBe('false');
    expect(planOf(same)[0]).toMatchObject({ action: 'unchanged', keys: { removed: [], kept: ['GOES'] } });
    expect(writes(lab)).toEqual([]);
    await run(source('STAYS', 'COMES'), { 'unknown-keys': 'keep' });
    expect(await held()).toEqual(source('STAYS', 'GOES', 'COMES'));
  });

  it('leaves numbers, nested values and escapes of kept keys as they are written in AWS', async () => {
    const kept = {
      big: '12345678901234567890',
      float: '1.0',
      exponent: '1E400',
      negative: '-0',
      nested: '{"deep":[1.10,{"id":98765432109876543210},null,true],"z":{"a":1E2}}',
      text: JSON.stringify('line\nbreak "quoted" \\ é \u2028'),
    };
    const members = Object.entries(kept).map(([key, text]) => `"${key}":${text}`);
    await put(lab, NAME, `{${members.join(',')}}`, OWN);
    await run(source('A'), { 'unknown-keys': 'keep' });
    const text = (await values(lab))[NAME] ?? '';
    // Node's parser cannot tell 1.0 from 1, nor one large number from its neighbour: the text is what is compared.
    for (const member of members) expect(text).toContain(member);
    expect(JSON.parse(text)).toMatchObject({ ...source('A'), text: 'line\nbreak "quoted" \\ é \u2028' });
  });

  it('writes a key whose value in AWS is no string but looks the same', async () => {
    await put(lab, NAME, '{"PORT":5432}', OWN);
    const result = await run({ PORT: '5432' });
    expect(planOf(result)[0]?.keys?.changed).toEqual(['PORT']);
    expect(await held()).toEqual({ PORT: '5432' });
  });

  it('knows keys that JavaScript treats in ways of its own', async () => {
    const secrets = JSON.parse(
      `{"__proto__":"${canary('proto')}","constructor":"${canary('constructor')}","10":"${canary('10')}","9":"${canary('9')}"}`,
    ) as Record<string, string>;
    const text = JSON.stringify(secrets);
    await sync(lab, { name: NAME, secrets: text });
    expect(JSON.parse((await values(lab))[NAME] ?? '')).toEqual(secrets);
    expect(Object.keys((await held()) as object).sort()).toEqual(['10', '9', '__proto__', 'constructor']);
    const again = await sync(lab, { name: NAME, secrets: text });
    expect(again.outputs.changed).toBe('false');
  });

  it.each([
    ['no JSON', 'a plain text of an earlier time'],
    ['a JSON array', '["an element of an earlier time"]'],
    ['a JSON string', '"a string of an earlier time"'],
  ])('replaces a secret of ours that holds %s, and tells that its format changes', async (_, text) => {
    await put(lab, NAME, text, OWN);
    const result = await run(source('A'));
    expect(result.conclusion).toBe('success');
    expect(planOf(result)[0]).toMatchObject({ action: 'update', what: ['value', 'format'] });
    expect(result.log).toContain('value (added A), format');
    expect(await held()).toEqual(source('A'));
  });
});

describe('`map`', () => {
  it('takes keys out into secrets of their own and into keys of others', async () => {
    const map = [
      'DB_PASSWORD=shop/database',
      'CA = {{owner}}/ca#ca.pem',
      'CERT={{owner}}/ca#cert',
      'github_token=shop/token',
    ].join('\n');
    const secrets = source('DB_PASSWORD', 'CA', 'CERT', 'REST', 'github_token');
    const result = await run(secrets, { map });
    expect(result.conclusion).toBe('success');
    const all = await values(lab);
    expect(all['shop/database']).toBe(secrets.DB_PASSWORD);
    expect(all['shop/token']).toBe(secrets.github_token);
    // The dot is part of the key.
    expect(JSON.parse(all['octo-org/ca'] ?? '')).toEqual({ 'ca.pem': secrets.CA, cert: secrets.CERT });
    expect(await held()).toEqual({ REST: secrets.REST });
    expect(Object.keys(all)).toHaveLength(4);
    for (const secret of Object.values(await lab.secrets())) expect(secret.tags).toEqual(OWN.tags);
    expect(result.outputs.names?.split('\n').sort()).toEqual(Object.keys(all).sort());
    await run(secrets, { map });
    expect(writes(lab)).toEqual([]);
    expect(secretActions(lab)).toHaveLength(8);
  });

  it('needs no `name` when every key is mapped', async () => {
    const result = await sync(lab, { secrets: JSON.stringify(source('A')), map: 'A=shop/a#x' });
    expect(result.conclusion).toBe('success');
    expect(await held('shop/a')).toEqual({ x: canary('A') });
  });

  it('of a key into the very secret that holds the rest makes it a part of that', async () => {
    await run(source('A', 'B'), { map: `B=${NAME}#other` });
    expect(await held()).toEqual({ A: canary('A'), other: canary('B') });
  });

  it('is refused, all at once and without a call, where lines or keys make no sense', async () => {
    const map = ['A', 'B=', 'C=shop/c#', 'D={{nope}}', 'MISSING=shop/x', 'E=shop/e', 'F=shop/e', 'G=shop/e#part'].join(
      '\n',
    );
    const result = await run(source('A', 'D', 'E', 'F', 'G', 'H'), { map });
    expect(errorCode(result)).toBe('invalid-inputs');
    for (const line of ['"A"', '"B="', '"C=shop/c#"', '{{nope}}', '`MISSING`', 'secret shop/e']) {
      expect(messagesOf(result, 'error')).toContain(line);
    }
    expect(lab.wire.calls).toEqual([]);
  });
});

describe('the name', () => {
  it('is made of owner, repository and the environment that the OIDC token tells, and so is the owner’s mark', async () => {
    lab.oidc.claims.environment = 'production';
    lab.oidc.claims.sub = 'repo:octo-org/shop:environment:production';
    const result = await run(source('A'), { name: '{{owner}}/{{ repo }}/{{environment}}' });
    expect(result.conclusion).toBe('success');
    const made = await lab.secrets();
    expect(Object.keys(made)).toEqual(['octo-org/shop/production']);
    expect(made['octo-org/shop/production']?.tags).toEqual({
      ...OWN.tags,
      'sync:owner': 'repo:714613905/env:production/id:default',
    });
  });

  it('with {{environment}} fails before anything is asked of Secrets Manager when the job has none', async () => {
    const result = await run(source('A'), { name: '{{repo}}/{{environment}}' });
    expect(errorCode(result)).toBe('sync-impossible');
    expect(messagesOf(result, 'error')).toContain('{{environment}}');
    expect(secretActions(lab)).toEqual([]);
  });

  it.each([
    ['a variable that does not exist', '{{branch}}/x', '{{branch}}/x'],
    ['braces without a partner', 'x/{{repo', 'braces'],
    ['{{key}}', 'x/{{key}}', '{{key}}'],
    ['nothing', '', 'is missing'],
    ['what AWS would not take', 'shop secrets!', 'shop secrets!'],
    ['more than 512 characters', 'x'.repeat(513), '512'],
  ])('of %s is refused before any call', async (_, name, told_) => {
    const result = await run(source('A'), { name });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain(told_);
    expect(lab.wire.calls).toEqual([]);
  });

  it('of an environment with characters AWS does not take in a name is reported before anything is asked', async () => {
    lab.oidc.claims.environment = 'prod eu';
    const result = await run(source('A'), { name: '{{repo}}/{{environment}}' });
    expect(errorCode(result)).toBe('sync-impossible');
    expect(messagesOf(result, 'error')).toContain('shop/prod eu');
    expect(secretActions(lab)).toEqual([]);
  });
});

const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const KMS = 'arn:aws:kms:eu-central-1:123456789012:';

describe('drift of what surrounds the value', () => {
  it('is corrected: description, KMS key and tags, and the value gets no new version', async () => {
    await put(lab, NAME, JSON.stringify(source('A')), {
      tags: { ...OWN.tags, team: 'old', foreign: 'stays' },
      description: 'old',
      kmsKeyId: 'alias/old',
    });
    const given = { description: 'new', 'kms-key-id': 'alias/new', tags: '{"team":"new","added":""}' };
    const result = await run(source('A'), given);
    expect(planOf(result)[0]).toMatchObject({ action: 'update', what: ['description', 'kms-key', 'tags'] });
    const now = (await lab.secrets())[NAME];
    expect(now).toMatchObject({ description: 'new', kmsKeyId: 'alias/new' });
    expect(now?.tags).toEqual({ ...OWN.tags, team: 'new', added: '', foreign: 'stays' });
    expect(now?.versionIds).toHaveLength(1);
    expect(writes(lab)).toEqual(['UpdateSecret', 'TagResource']);
    // AWS checks a role's rights on each tag that is sent.
    const sent = secretCalls(lab).find(({ action }) => action === 'TagResource')?.params.Tags ?? '[]';
    expect((JSON.parse(sent) as { Key: string }[]).map(({ Key }) => Key).sort()).toEqual(['added', 'team']);
    expect((await run(source('A'), given)).outputs.changed).toBe('false');
    expect(secretActions(lab)).toHaveLength(2);
  });

  it('made by hand since the last sync is corrected by the next one, together with a new value', async () => {
    await run(source('A'), { description: 'ours', tags: 'team=shop' });
    await lab.secretsManager.send(new UpdateSecretCommand({ SecretId: NAME, Description: 'theirs' }));
    await lab.secretsManager.send(new TagResourceCommand({ SecretId: NAME, Tags: [{ Key: 'team', Value: 'x' }] }));
    await run({ A: canary('new') }, { description: 'ours', tags: 'team=shop' });
    expect(writes(lab)).toEqual(['UpdateSecret', 'PutSecretValue', 'TagResource']);
    const now = (await lab.secrets())[NAME];
    expect(now).toMatchObject({ description: 'ours', tags: { ...OWN.tags, team: 'shop' } });
    expect(now?.versionIds).toHaveLength(2);
    expect(await held()).toEqual({ A: canary('new') });
  });

  it('is only what an input still names: a tag that is no longer given stays', async () => {
    await run(source('A'), { tags: 'team=shop\nold=tag' });
    expect((await run(source('A'), { tags: 'team=shop' })).outputs.changed).toBe('false');
    expect((await lab.secrets())[NAME]?.tags).toEqual({ ...OWN.tags, team: 'shop', old: 'tag' });
  });

  it.each([
    ['an alias and its ARN', 'alias/shop', `${KMS}alias/shop`],
    ['an alias’s ARN and the alias', `${KMS}alias/shop`, 'alias/shop'],
    ['a key’s id and its ARN', KEY_ID, `${KMS}key/${KEY_ID}`],
    ['a key’s ARN and its id', `${KMS}key/${KEY_ID}`, KEY_ID],
    ['the default key’s alias and none', 'alias/aws/secretsmanager', undefined],
    ['the default key’s alias ARN and none', `${KMS}alias/aws/secretsmanager`, undefined],
  ])('is none between two spellings of one KMS key: %s', async (_, wanted, found) => {
    await put(lab, NAME, JSON.stringify(source('A')), {
      ...OWN,
      ...(found === undefined ? {} : { kmsKeyId: found }),
    });
    const result = await run(source('A'), { 'kms-key-id': wanted });
    expect(result).toMatchObject({ conclusion: 'success', outputs: { changed: 'false', unchanged: '1' } });
    expect(writes(lab)).toEqual([]);
  });

  it.each([
    ['an alias of another region', `arn:aws:kms:us-east-1:123456789012:alias/shop`],
    ['the alias of another account', `arn:aws:kms:eu-central-1:999999999999:alias/shop`],
    ['another alias', 'alias/shop2'],
  ])('is there between the KMS key’s alias and %s', async (_, wanted) => {
    await put(lab, NAME, JSON.stringify(source('A')), { ...OWN, kmsKeyId: 'alias/shop' });
    const result = await run(source('A'), { 'kms-key-id': wanted });
    expect(planOf(result)[0]).toMatchObject({ action: 'update', what: ['kms-key'] });
    expect((await lab.secrets())[NAME]).toMatchObject({ kmsKeyId: wanted });
    expect(writes(lab)).toEqual(['UpdateSecret']);
  });

  it('from the wanted key to the default one is corrected', async () => {
    await put(lab, NAME, JSON.stringify(source('A')), OWN);
    await run(source('A'), { 'kms-key-id': 'alias/shop' });
    expect((await lab.secrets())[NAME]).toMatchObject({ kmsKeyId: 'alias/shop' });
  });
});

describe('what AWS would refuse', () => {
  it('in description, tags, KMS key and window is reported at once, before any call', async () => {
    const result = await run(source('A'), {
      description: 'x'.repeat(2_049),
      'kms-key-id': 'not a key',
      tags: 'aws:x=1\nsync:owner=me\nbad=a|b',
      'recovery-window-days': '6',
      id: 'a/b',
      concurrency: '51',
    });
    expect(errorCode(result)).toBe('invalid-inputs');
    const named = ['description', 'kms-key-id', 'tags', 'recovery-window-days', 'id', 'concurrency'];
    for (const name of named) expect(messagesOf(result, 'error')).toContain(`- \`${name}\``);
    for (const part of ['aws:x', 'sync:owner', '"bad"']) expect(messagesOf(result, 'error')).toContain(part);
    expect(lab.wire.calls).toEqual([]);
  });

  it('of tags only together with those a secret has already is reported before anything is written', async () => {
    const many = Object.fromEntries(Array.from({ length: 44 }, (_, index) => [`old-${index}`, 'x']));
    await put(lab, NAME, JSON.stringify(source('A')), { tags: { ...many, ...OWN.tags } });
    const tags = Array.from({ length: 5 }, (_, index) => `new-${index}=x`).join('\n');
    const result = await run({ A: canary('other') }, { tags });
    expect(errorCode(result)).toBe('sync-impossible');
    expect(messagesOf(result, 'error')).toContain('51 tags');
    expect(writes(lab)).toEqual([]);
  });
});

describe('`sync: plan`', () => {
  const plan = { sync: 'plan' };

  it('writes nothing and tells what would be', async () => {
    const result = await run(source('A', 'B'), plan);
    expect(result.conclusion).toBe('success');
    expect(secretActions(lab).sort()).toEqual(['DescribeSecret', 'GetSecretValue']);
    expect(await lab.secrets()).toEqual({});
    expect(result.outputs).toMatchObject({ changed: 'true', created: '1', names: NAME, arn: '', 'version-id': '' });
    expect(planOf(result)[0]).toMatchObject({ name: NAME, action: 'create' });
    expect(result.log).toMatch(new RegExp(`^ +create +${NAME}`, 'm'));
    expect(result.summary).toContain('Plan of the secret sync');
    expect(result.summary).toContain('only planned');
  });

  it.each([
    ['fails with `fail-on-diff` when something would change', 'B', 1],
    ['does not fail with `fail-on-diff` when nothing would', 'A', 0],
  ])('%s', async (_, key, exitCode) => {
    await run(source('A'));
    const before = await lab.secrets();
    const result = await run(source(key), { ...plan, 'fail-on-diff': 'true' });
    expect(result.exitCode).toBe(exitCode);
    expect(errorCode(result)).toBe(exitCode === 0 ? undefined : 'sync-differs');
    expect(result.outputs.changed).toBe(exitCode === 0 ? 'false' : 'true');
    expect(writes(lab)).toEqual([]);
    expect(await lab.secrets()).toEqual(before);
    expect(result.outputs).toMatchObject({ arn: before[NAME]?.arn, 'version-id': before[NAME]?.versionId });
  });

  it('that fails with `fail-on-diff` says that a run would write it, and nothing of refusals', async () => {
    await run(source('A'));
    const result = await run(source('B'), { ...plan, 'fail-on-diff': 'true' });
    expect(messagesOf(result, 'error')).toContain('AWS differs from the source in 1 of 1 secrets');
    expect(messagesOf(result, 'error')).toContain('A run with `sync: apply` would write what is planned.');
    expect(messagesOf(result, 'error')).not.toMatch(/refused|deleted/);
  });

  it('with a difference succeeds without `fail-on-diff`', async () => {
    await run(source('A'));
    const result = await run(source('A', 'B'), plan);
    expect(result.exitCode).toBe(0);
    expect(countsOf(result)).toEqual({ updated: 1 });
    expect(writes(lab)).toEqual([]);
  });

  it('is followed by `apply` that does what was planned', async () => {
    await run(source('A'));
    const planned = planOf(await run(source('B'), plan));
    expect(planOf(await run(source('B')))).toEqual(planned);
    expect(await held()).toEqual(source('B'));
  });

  it('is what `fail-on-diff` needs: with `apply` it is refused before any call', async () => {
    const result = await run(source('A'), { 'fail-on-diff': 'true' });
    expect(errorCode(result)).toBe('invalid-inputs');
    expect(messagesOf(result, 'error')).toContain('`fail-on-diff` applies to `sync: plan` only');
    expect(lab.wire.calls).toEqual([]);
  });

  it.each([
    ['DescribeSecret', {}],
    ['GetSecretValue', { 'fail-on-diff': 'true' }],
  ])(
    'that may not look, for want of %s, fails and says so, its outputs and its summary set',
    async (action, inputs) => {
      await put(lab, NAME, JSON.stringify(source('A')), OWN);
      lab.wire.secrets.deny(action, NAME);
      const result = await run(source('A', 'B'), { ...plan, ...inputs, 'disable-retry': 'true' });
      expect(result.exitCode).toBe(1);
      expect(errorCode(result)).toBe('sync-incomplete');
      expect(messagesOf(result, 'error')).toMatch(
        new RegExp(
          `^Could not be read: 1 of 1 secrets:\\n- ${NAME}: (reading it|reading its value) failed: AccessDenied`,
        ),
      );
      expect(messagesOf(result, 'error')).toContain('What to do: Give the role the permission that AWS names');
      expect(countsOf(result)).toEqual({ failed: 1 });
      expect(result.outputs).toMatchObject({ changed: 'false', names: NAME });
      expect(planOf(result)).toMatchObject([{ name: NAME, action: 'refuse' }]);
      expect(result.summary).toContain('Plan of the secret sync');
      expect(result.summary).toContain('AccessDenied');
      expect(writes(lab)).toEqual([]);
    },
  );
});

describe('`sync: off`', () => {
  it('asks for no file of secrets either, which a step before may have had no cause to write', async () => {
    const result = await sync(lab, { name: NAME, sync: 'off', 'secrets-file': 'nobody-wrote-it.json' });
    expect(result.conclusion).toBe('success');
    expect(messagesOf(result, 'error')).toBe('');
    expect(lab.wire.calls).toEqual([]);
  });

  it('asks nothing of AWS and says so', async () => {
    const result = await run(source('A'), { sync: 'off' });
    expect(result.conclusion).toBe('success');
    expect(lab.wire.calls).toEqual([]);
    expect(messagesOf(result, 'notice')).toContain('`off`');
    expect(result.outputs).toMatchObject({ changed: 'false', created: '0', plan: '[]' });
  });
});

const FORK = {
  pull_request: { user: { login: 'mona' }, head: { repo: { full_name: 'stranger/shop' } } },
};
const SAME = {
  pull_request: { user: { login: 'mona' }, head: { repo: { full_name: 'octo-org/shop' } } },
};
const BY_DEPENDABOT = {
  pull_request: { user: { login: 'dependabot[bot]' }, head: { repo: { full_name: 'octo-org/shop' } } },
};

describe('an event that is not to be trusted', () => {
  const events: [string, SyncOptions][] = [
    ['a pull request from a fork', { event: { name: 'pull_request', payload: FORK } }],
    [
      'a pull request whose fork is deleted',
      { event: { name: 'pull_request', payload: { pull_request: { user: { login: 'mona' }, head: { repo: null } } } } },
    ],
    ['pull_request_target from a fork', { event: { name: 'pull_request_target', payload: FORK } }],
    ['pull_request_target from the repository itself', { event: { name: 'pull_request_target', payload: SAME } }],
    ['a review of a fork’s pull request', { event: { name: 'pull_request_review', payload: FORK } }],
    ['a push by Dependabot', { actor: 'dependabot[bot]' }],
    [
      'a pull request of Dependabot’s',
      { actor: 'dependabot[bot]', event: { name: 'pull_request', payload: BY_DEPENDABOT } },
    ],
    [
      'a pull request of Dependabot’s that a person has run again',
      { actor: 'mona', event: { name: 'pull_request', payload: BY_DEPENDABOT } },
    ],
    ['a pull request whose event cannot be read', { event: { name: 'pull_request', payload: {} } }],
  ];

  it.each(events)('is answered with a notice, success and no call at all: %s', async (_, options) => {
    await put(lab, NAME, JSON.stringify(source('OURS')), OWN);
    const before = await lab.secrets();
    const result = await run(source('A'), { prune: 'true' }, options);
    expect(result.conclusion).toBe('success');
    expect(messagesOf(result, 'notice')).toContain('No secret is synced');
    expect(lab.wire.calls).toEqual([]);
    expect(lab.oidc.issued).toEqual([]);
    expect(result.outputs).toMatchObject({ changed: 'false', created: '0', updated: '0', failed: '0', plan: '[]' });
    expect(await lab.secrets()).toEqual(before);
  });

  it('is answered so also when the job has no secrets and no token', async () => {
    const result = await sync(
      lab,
      { name: NAME, secrets: '{}' },
      { oidc: false, event: { name: 'pull_request', payload: FORK } },
    );
    expect(result.conclusion).toBe('success');
    expect(messagesOf(result, 'notice')).toContain('fork');
  });

  it('may still look, with `sync: plan`', async () => {
    const result = await run(source('A'), { sync: 'plan' }, { event: { name: 'pull_request', payload: FORK } });
    expect(result.outputs).toMatchObject({ changed: 'true', created: '1' });
    expect(writes(lab)).toEqual([]);
  });

  it('is not a pull request from a branch of the repository itself, which syncs', async () => {
    const result = await run(source('A'), {}, { event: { name: 'pull_request', payload: SAME } });
    expect(result.outputs.created).toBe('1');
    expect(await held()).toEqual(source('A'));
  });

  it.each([
    ['whose source is not there', { 'sync-from-env': 'NOT_FOR_FORKS' }],
    ['whose source is empty', { 'sync-secrets': '' }],
    ['for which no step has written the file', { 'sync-secrets-file': 'not-for-forks.json' }],
  ])('gets its lease also in a job %s', async (_, given) => {
    const result = await sync(
      lab,
      { sync: 'apply', 'sync-name': NAME, ...given },
      { root: true, event: { name: 'pull_request_target', payload: FORK } },
    );
    expect(messagesOf(result, 'error')).toBe('');
    expect(result.exported.AWS_ACCESS_KEY_ID).toMatch(/^AKIA/);
    expect(messagesOf(result, 'notice')).toContain('No secret is synced');
  });

  it('gets its lease from the root action, and nothing is synced', async () => {
    const result = await sync(
      lab,
      { sync: 'apply', 'sync-name': NAME, 'sync-secrets': JSON.stringify(source('A')) },
      {
        root: true,
        event: { name: 'pull_request_target', payload: FORK },
        after: async () => expect(await lab.users()).toHaveLength(1),
      },
    );
    expect(result.conclusion).toBe('success');
    expect(result.exported.AWS_ACCESS_KEY_ID).toMatch(/^AKIA/);
    expect(messagesOf(result, 'notice')).toContain('No secret is synced');
    expect(result.outputs).toMatchObject({ 'sync-changed': 'false', 'sync-created': '0', 'sync-plan': '[]' });
    expect(secretActions(lab)).toEqual([]);
    expect(await lab.secrets()).toEqual({});
  });
});

import {
  CreateSecretCommand,
  DeleteSecretCommand,
  RestoreSecretCommand,
  TagResourceCommand,
} from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from '@jest/globals';
import { secretsThrough } from '../lab/wire/clients.ts';
import { errorCode, messagesOf } from '../support/scenarios/scenario.ts';
import {
  canary,
  countsOf,
  OWNER,
  ownTags,
  planOf,
  put,
  secretActions,
  source,
  sync,
  values,
  writes,
} from '../support/scenarios/sync.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();

const OURS = { tags: ownTags('per-key') };
const OUR_JSON = { tags: ownTags('json') };
const ownedBy = (owner: string) => ({ tags: { 'sync:owner': owner, 'sync:mode': 'per-key' } });

/** One secret for each of these keys, below `app/`. */
const perKey = (secrets: Record<string, string>, inputs: Record<string, string> = {}) => ({
  mode: 'per-key',
  name: 'app/{{key}}',
  secrets: JSON.stringify(secrets),
  ...inputs,
});
/** All keys in the secret `app`. */
const json = (secrets: Record<string, string>, inputs: Record<string, string> = {}) => ({
  name: 'app',
  secrets: JSON.stringify(secrets),
  ...inputs,
});

/** Schedules a secret for its deletion. */
async function schedule(name: string): Promise<void> {
  await lab.secretsManager.send(new DeleteSecretCommand({ SecretId: name, RecoveryWindowInDays: 7 }));
}

/** A secret in another region with a copy in the laboratory's. */
async function putReplica(name: string, tags: Record<string, string>): Promise<void> {
  const elsewhere = secretsThrough(lab.wire, lab.administrator, { region: 'eu-west-1' });
  await elsewhere.send(
    new CreateSecretCommand({
      Name: name,
      SecretString: canary(`primary of ${name}`),
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      AddReplicaRegions: [{ Region: 'eu-central-1' }],
    }),
  );
  elsewhere.destroy();
}

describe('a secret that is not ours', () => {
  const FOREIGN: Record<string, Record<string, string>> = {
    UNOWNED: { team: 'billing' },
    LONGER_ID: { 'sync:owner': `${OWNER}2` },
    SHORTER_ID: { 'sync:owner': OWNER.slice(0, -1) },
    OTHER_REPOSITORY: { 'sync:owner': 'repo:71/env:-/id:default' },
    LONGER_REPOSITORY: { 'sync:owner': 'repo:7146139052/env:-/id:default' },
    ENVIRONMENT: { 'sync:owner': 'repo:714613905/env:production/id:default' },
    OTHER_CASE: { 'sync:owner': OWNER.toUpperCase() },
    OTHER_TAG: { 'Sync:owner': OWNER, 'sync:owner2': OWNER },
  };

  it('is not touched with `adopt: never`, however near its owner is to ours; the step fails naming it, and the others are synced', async () => {
    const names = Object.keys(FOREIGN);
    await Promise.all(names.map((key) => put(lab, `app/${key}`, canary(`old ${key}`), { tags: FOREIGN[key] ?? {} })));
    await put(lab, 'app/OURS', canary('old OURS'), OURS);
    const before = await lab.secrets();
    const result = await sync(lab, perKey(source(...names, 'OURS', 'NEW')));
    const { 'app/OURS': ours, 'app/NEW': made, ...foreign } = await lab.secrets();
    const { 'app/OURS': _ours, ...foreignBefore } = before;
    expect(foreign).toEqual(foreignBefore);
    expect(ours).toMatchObject({ value: canary('OURS'), tags: OURS.tags });
    expect(made).toMatchObject({ value: canary('NEW'), tags: OURS.tags });
    expect(writes(lab).sort()).toEqual(['CreateSecret', 'PutSecretValue']);
    expect(result.exitCode).toBe(1);
    expect(errorCode(result)).toBe('sync-incomplete');
    const { UNOWNED, OTHER_TAG, ...owned } = FOREIGN;
    const lines = Object.entries(owned).map(
      ([key, tags]) => `- app/${key}: it is owned by ${tags['sync:owner']}, and \`adopt\` is \`never\``,
    );
    const unowned = 'it exists and no sync made it (no tag sync:owner), and `adopt` is `never`';
    expect(messagesOf(result, 'error').split('\n')).toEqual(
      expect.arrayContaining([...lines, `- app/UNOWNED, app/OTHER_TAG: ${unowned}`]),
    );
    expect(messagesOf(result, 'error')).not.toMatch(/app\/(OURS|NEW)/);
    expect(countsOf(result)).toEqual({ created: 1, updated: 1, failed: names.length });
  });

  it('is not touched in `mode: json` either, and `plan` says so and does not fail', async () => {
    await put(lab, 'app', JSON.stringify(source('A')), { tags: { team: 'billing' } });
    const before = await lab.secrets();
    const plan = await sync(lab, json(source('A', 'B'), { sync: 'plan' }));
    expect(plan.exitCode).toBe(0);
    expect(planOf(plan)).toMatchObject([{ name: 'app', action: 'refuse' }]);
    const apply = await sync(lab, json(source('A', 'B')));
    expect(apply.exitCode).toBe(1);
    expect(messagesOf(apply, 'error')).toContain('- app: it exists and no sync made it (no tag sync:owner)');
    expect(apply.outputs.changed).toBe('false');
    expect(writes(lab)).toEqual([]);
    expect(await lab.secrets()).toEqual(before);
  });

  it('is one of repository 714613905 for repository 71', async () => {
    await put(lab, 'app/A', canary('A'), OURS);
    const before = await lab.secrets();
    const inputs = perKey({ B: canary('B') }, { prune: 'true', adopt: 'always' });
    const result = await sync(lab, inputs, { repositoryId: '71' });
    expect(countsOf(result)).toEqual({ created: 1 });
    const { 'app/B': made, ...rest } = await lab.secrets();
    expect(rest).toEqual(before);
    expect(made?.tags).toEqual(ownedBy('repo:71/env:-/id:default').tags);
  });
});

describe('the error about secrets that failed', () => {
  const adopt = 'Look at the existing secret. To take it over, set `adopt`; otherwise choose another `name`.';
  const elsewhere =
    'Choose another `name`, or exclude the key: rotation, an AWS service or another region writes this secret.';
  const notDeleted = 'The next run without a failure deletes what this run was to delete.';
  const again = 'Then run the job again. It does not write again what is written already.';
  /** The error's lines, and those of its advice. */
  const parts = (error: string) => {
    const [message = '', remedy = ''] = error.split('\n\nWhat to do: ');
    return { lines: message.split('\n'), advice: remedy.split('\n').filter((line) => !line.startsWith('More: ')) };
  };

  it('is one line for those with the same reason, ten of them by name, and the advice for it', async () => {
    const keys = Array.from({ length: 12 }, (_, index) => `K${index + 10}`);
    await Promise.all(keys.map((key) => put(lab, `app/${key}`, canary(`old ${key}`))));
    const result = await sync(lab, perKey(source(...keys)));
    const named = keys.slice(0, 10).map((key) => `app/${key}`);
    expect(parts(messagesOf(result, 'error'))).toEqual({
      lines: [
        'Not synced: 12 of 12 secrets:',
        `- ${named.join(', ')} and 2 more: it exists and no sync made it (no tag sync:owner), and \`adopt\` is \`never\``,
      ],
      advice: [adopt, again],
    });
    for (const key of keys) expect(result.summary).toContain(`<td>app/${key}</td><td>refuse</td>`);
  });

  it('has one line of advice for each kind of reason', async () => {
    await put(lab, 'app/FOREIGN', canary('foreign'));
    await put(lab, 'app/OTHER', canary('other'), ownedBy(`${OWNER}2`));
    await put(lab, 'app/GONE', canary('gone'), OURS);
    lab.wire.secrets.deny('CreateSecret', 'app/DENIED');
    const inputs = perKey(source('FOREIGN', 'OTHER', 'DENIED'), { prune: 'true', 'disable-retry': 'true' });
    const expected = [
      expect.stringMatching(
        /^Give the role the permission that AWS names.*Check that the policy’s prefix matches `name`\.$/,
      ),
      adopt,
      notDeleted,
      again,
    ];
    const first = parts(messagesOf(await sync(lab, inputs), 'error'));
    expect(first.advice).toEqual(expected);
    expect(first.lines).toContain('- app/GONE: not deleted, since another secret failed');
    await lab.wire.secrets.makeRotating('app/FOREIGN');
    const second = parts(messagesOf(await sync(lab, inputs), 'error'));
    expect(second.advice).toEqual([...expected.slice(0, 2), elsewhere, notDeleted, again]);
  });

  it('stands once in a row of the summary, where plan and result are the same', async () => {
    await put(lab, 'app/FOREIGN', canary('foreign'));
    const result = await sync(lab, perKey(source('FOREIGN')));
    expect(result.summary.split('no sync made it')).toHaveLength(2);
    expect(result.summary).toMatch(/<td>refuse<\/td><td>it exists[^<]*<\/td><td>failed<\/td>/);
  });

  it.each([
    ['only refused', ['FOREIGN'], false],
    ['refused and written', ['FOREIGN', 'NEW'], true],
  ])('is true in a plan with `fail-on-diff` too: what is %s', async (_, keys, writes_) => {
    await put(lab, 'app/FOREIGN', canary('foreign'));
    const result = await sync(lab, perKey(source(...keys), { sync: 'plan', 'fail-on-diff': 'true' }));
    expect(errorCode(result)).toBe('sync-differs');
    const error = messagesOf(result, 'error');
    expect(error).toContain(`in ${keys.length} of ${keys.length} secrets`);
    expect(error).toContain('What is refused here would be refused there too; the plan gives the reason.');
    expect(error.includes('would write what is planned')).toBe(writes_);
    expect(error).not.toContain('deleted');
  });
});

describe('`adopt: same-value`', () => {
  it('takes over a secret of the same value by its tag alone, and refuses one that differs', async () => {
    await put(lab, 'app/SAME', canary('SAME'), { tags: { team: 'billing' }, description: 'theirs' });
    await put(lab, 'app/DIFFERS', canary('theirs'), ownedBy(`${OWNER}2`));
    const before = await lab.secrets();
    const result = await sync(lab, perKey(source('SAME', 'DIFFERS'), { adopt: 'same-value' }));
    const after = await lab.secrets();
    const same = before['app/SAME'];
    expect(after['app/SAME']).toEqual({ ...same, tags: { team: 'billing', ...OURS.tags } });
    expect(after['app/DIFFERS']).toEqual(before['app/DIFFERS']);
    expect(writes(lab)).toEqual(['TagResource']);
    expect(countsOf(result)).toEqual({ updated: 1, failed: 1 });
    expect(messagesOf(result, 'error')).toContain('app/DIFFERS: ');
    expect(planOf(result)).toContainEqual({ name: 'app/SAME', action: 'adopt', what: ['tags'] });
  });

  it('compares JSON after parsing: other order and blanks are the same, one key more is not', async () => {
    const { A, B } = source('A', 'B');
    await put(lab, 'app', `{ "B": "${B}",\n "A": "${A}" }`);
    const versions = await lab.wire.secrets.createdVersions('app');
    const result = await sync(lab, json(source('A', 'B'), { adopt: 'same-value' }));
    expect(countsOf(result)).toEqual({ updated: 1 });
    expect(await lab.wire.secrets.createdVersions('app')).toEqual(versions);
    expect((await lab.secrets()).app?.tags).toEqual(OUR_JSON.tags);

    await put(lab, 'more', JSON.stringify(source('A', 'B', 'C')));
    const refused = await sync(lab, { ...json(source('A', 'B'), { adopt: 'same-value' }), name: 'more' });
    expect(refused.exitCode).toBe(1);
    expect((await lab.secrets()).more?.tags).toEqual({});
  });
});

describe('`adopt: always`', () => {
  it('keeps keys of a JSON secret that the source lacks on the run that adopts it, and removes them on the next', async () => {
    await put(lab, 'app', JSON.stringify(source('A', 'THEIRS')), { tags: { team: 'billing' } });
    const inputs = json({ A: canary('new A'), B: canary('B') }, { adopt: 'always' });
    const first = await sync(lab, inputs);
    expect(planOf(first)).toMatchObject([
      { action: 'adopt', keys: { added: ['B'], changed: ['A'], removed: [], empty: [], kept: ['THEIRS'] } },
    ]);
    expect(first.log).toContain('value (added B; changed A; kept THEIRS), tags');
    const adopted = (await lab.secrets()).app;
    const { THEIRS } = source('THEIRS');
    expect(JSON.parse(adopted?.value ?? '')).toEqual({ A: canary('new A'), B: canary('B'), THEIRS });
    expect(adopted?.tags).toEqual({ team: 'billing', ...OUR_JSON.tags });
    const second = await sync(lab, inputs);
    expect(planOf(second)).toMatchObject([{ action: 'update', keys: { removed: ['THEIRS'], kept: [] } }]);
    const next = (await lab.secrets()).app;
    expect(JSON.parse(next?.value ?? '')).toEqual({ A: canary('new A'), B: canary('B') });
    expect(next?.versionIds).toHaveLength(3);
  });

  it('takes a secret over from another sync, value and owner, and leaves its other tags and its description', async () => {
    const tags = { 'sync:owner': 'repo:1/env:-/id:default', team: 'billing' };
    await put(lab, 'app/A', canary('theirs'), { tags, description: 'theirs' });
    const result = await sync(lab, perKey(source('A'), { adopt: 'always' }));
    expect(result.exitCode).toBe(0);
    const { 'app/A': secret } = await lab.secrets();
    expect(secret).toMatchObject({ value: canary('A'), description: 'theirs' });
    expect(secret?.tags).toEqual({ ...OURS.tags, team: 'billing' });
    expect(secret?.versionIds).toHaveLength(2);
  });

  it('still refuses what rotates, what an AWS service manages and what is a replica, also when it is ours', async () => {
    for (const [key, tags] of Object.entries({ OURS: OURS.tags, THEIRS: {} })) {
      await put(lab, `app/ROTATES_${key}`, canary(`old ${key}`), { tags });
      await lab.wire.secrets.makeRotating(`app/ROTATES_${key}`);
      await put(lab, `app/MANAGED_${key}`, canary(`old ${key}`), { tags });
      await lab.wire.secrets.makeManaged(`app/MANAGED_${key}`, 'rds');
      await putReplica(`app/REPLICA_${key}`, tags);
    }
    const before = await lab.secrets();
    const names = Object.keys(before);
    expect(names).toHaveLength(6);
    const keys = names.map((name) => name.slice('app/'.length));
    const result = await sync(lab, perKey(source(...keys), { adopt: 'always' }));
    expect(await lab.secrets()).toEqual(before);
    expect(writes(lab)).toEqual([]);
    expect(countsOf(result)).toEqual({ failed: 6 });
    expect(messagesOf(result, 'error').split('\n')).toEqual(
      expect.arrayContaining([
        '- app/ROTATES_OURS, app/ROTATES_THEIRS: its rotation is enabled: a Lambda function writes it',
        '- app/MANAGED_OURS, app/MANAGED_THEIRS: the AWS service rds manages it',
        '- app/REPLICA_OURS, app/REPLICA_THEIRS: it is a replica here; its primary is in eu-west-1',
      ]),
    );
    expect(messagesOf(result, 'error')).toContain(
      'What to do: Choose another `name`, or exclude the key: rotation, an AWS service or another region writes this secret.\nThen run the job again',
    );
    expect(planOf(result).map(({ name, because }) => [name, because])).toEqual(
      expect.arrayContaining([
        ['app/ROTATES_OURS', expect.stringContaining('rotation')],
        ['app/MANAGED_THEIRS', expect.stringContaining('rds')],
        ['app/REPLICA_OURS', expect.stringContaining('eu-west-1')],
      ]),
    );
  });
});

describe('syncs side by side', () => {
  it('with different ids each keep and prune their own, and refuse the other’s', async () => {
    const one = { id: 'one', prune: 'true' };
    const two = { id: 'one.2', prune: 'true', name: 'other/{{key}}' };
    await sync(lab, perKey(source('A', 'B'), one));
    await sync(lab, perKey(source('A', 'B'), two));
    await sync(lab, perKey(source('A'), one));
    const all = await lab.secrets();
    const alive = Object.keys(all).filter((name) => !all[name]?.deleted);
    expect(alive.sort()).toEqual(['app/A', 'other/A', 'other/B']);
    expect(all['other/A']?.tags).toEqual(ownedBy('repo:714613905/env:-/id:one.2').tags);
    const clash = await sync(lab, perKey({ A: canary('of two') }, { ...two, name: 'app/{{key}}', prune: 'false' }));
    expect(clash.exitCode).toBe(1);
    expect((await lab.secrets())['app/A']).toEqual(all['app/A']);
  });

  it.each([
    ['production', 'production'],
    ['-', '=2D'],
    ['eu/id:x prod=1', 'eu/id:x=20prod=3D1'],
    ['Zürich', 'Z=C3=BCrich'],
  ])(
    'the environment “%s” has secrets of its own, which a job outside it neither writes nor prunes',
    async (environment, escaped) => {
      lab.oidc.claims.environment = environment;
      const inside = await sync(lab, perKey(source('A', 'B'), { prune: 'true' }));
      expect(inside.exitCode).toBe(0);
      const made = await lab.secrets();
      const { tags } = ownedBy(`repo:714613905/env:${escaped}/id:default`);
      expect(Object.values(made).map((secret) => secret.tags)).toEqual([tags, tags]);
      delete lab.oidc.claims.environment;
      const outside = await sync(lab, perKey({ A: canary('outside'), C: canary('C') }, { prune: 'true' }));
      expect(outside.exitCode).toBe(1);
      const { 'app/C': _new, ...rest } = await lab.secrets();
      expect(rest).toEqual(made);
    },
  );
});

describe('a secret scheduled for deletion', () => {
  it('that is ours is restored; a new version is made only where the value has changed', async () => {
    for (const key of ['SAME', 'CHANGED']) {
      await put(lab, `app/${key}`, key === 'SAME' ? canary(key) : canary('old'), OURS);
      await schedule(`app/${key}`);
    }
    const result = await sync(lab, perKey(source('SAME', 'CHANGED')));
    expect(result.exitCode).toBe(0);
    expect(countsOf(result)).toEqual({ restored: 2 });
    expect(result.outputs.changed).toBe('true');
    const after = await lab.secrets();
    expect(after['app/SAME']).toMatchObject({ deleted: false, value: canary('SAME') });
    expect(after['app/SAME']?.versionIds).toHaveLength(1);
    expect(after['app/CHANGED']).toMatchObject({ deleted: false, value: canary('CHANGED') });
    expect(after['app/CHANGED']?.versionIds).toHaveLength(2);
    expect(writes(lab).sort()).toEqual(['PutSecretValue', 'RestoreSecret', 'RestoreSecret']);
  });

  it('is restored in `mode: json` too, with its keys, and its version told', async () => {
    await put(lab, 'app', JSON.stringify(source('A', 'OLD')), OUR_JSON);
    await schedule('app');
    const result = await sync(lab, json(source('A', 'B'), { 'unknown-keys': 'keep' }));
    expect(countsOf(result)).toEqual({ restored: 1 });
    const { app } = await lab.secrets();
    expect(JSON.parse(app?.value ?? '')).toEqual(source('A', 'B', 'OLD'));
    expect(result.outputs).toMatchObject({ arn: app?.arn, 'version-id': app?.versionId });
  });

  it('stays so with `on-deleted: error`, and in a plan', async () => {
    await put(lab, 'app/A', canary('old'), OURS);
    await schedule('app/A');
    const plan = await sync(lab, perKey(source('A'), { sync: 'plan' }));
    expect(planOf(plan)).toMatchObject([{ name: 'app/A', action: 'restore' }]);
    const result = await sync(lab, perKey(source('A', 'B'), { 'on-deleted': 'error' }));
    expect(result.exitCode).toBe(1);
    expect(messagesOf(result, 'error')).toContain('app/A: it is scheduled for deletion');
    expect(writes(lab)).toEqual(['CreateSecret']);
    expect((await lab.secrets())['app/A']?.deleted).toBe(true);
  });

  it.each(['never', 'same-value', 'always'])('that is not ours is refused with `adopt: %s`', async (adopt) => {
    await put(lab, 'app/A', canary('A'), { tags: { team: 'billing' } });
    await put(lab, 'app/B', canary('B'), ownedBy(`${OWNER}2`));
    await schedule('app/A');
    await schedule('app/B');
    const before = await lab.secrets();
    const result = await sync(lab, perKey(source('A', 'B'), { adopt }));
    expect(countsOf(result)).toEqual({ failed: 2 });
    expect(writes(lab)).toEqual([]);
    expect(await lab.secrets()).toEqual(before);
  });

  it('by another writer between the look and the write is restored and written', async () => {
    await put(lab, 'app/A', canary('old'), OURS);
    let scheduled = false;
    lab.wire.after('BatchGetSecretValue', async () => {
      if (!scheduled) await schedule('app/A');
      scheduled = true;
    });
    const result = await sync(lab, perKey(source('A')));
    expect(result.exitCode).toBe(0);
    expect((await lab.secrets())['app/A']).toMatchObject({ deleted: false, value: canary('A') });
    expect(await lab.wire.secrets.createdVersions('app/A')).toHaveLength(2);
  });

  it.each([
    ['per-key', 'app/A', perKey(source('A'))],
    ['json', 'app', json(source('A'))],
  ] as const)('by force is created anew once AWS has let it go (%s)', async (mode, name, inputs) => {
    await put(lab, name, canary('old'), { tags: ownTags(mode) });
    lab.wire.secrets.forceDeleteMs = 60_000;
    const force = secretsThrough(lab.wire, lab.administrator);
    await force.send(new DeleteSecretCommand({ SecretId: name, ForceDeleteWithoutRecovery: true }));
    force.destroy();
    // It goes only when the sync has run against it.
    lab.wire.afterEvery(({ action, applied }) => {
      if (!applied && (action === 'CreateSecret' || action === 'RestoreSecret')) lab.wire.secrets.forceDeleteMs = 0;
    });
    const result = await sync(lab, inputs);
    expect(messagesOf(result, 'error')).toBe('');
    expect(result.exitCode).toBe(0);
    expect((await lab.secrets())[name]).toMatchObject({ deleted: false, tags: ownTags(mode) });
    expect(await lab.wire.secrets.createdVersions(name)).toHaveLength(1);
  });

  it('whose name AWS calls taken for a while though nothing is there any more is created', async () => {
    const message = "You can't create this secret because a secret with this name is already scheduled for deletion.";
    lab.wire.inject({ action: 'CreateSecret', times: 2 }, { code: 'InvalidRequestException', message });
    const result = await sync(lab, json(source('A')));
    expect(result.exitCode).toBe(0);
    expect(secretActions(lab).filter((action) => action === 'CreateSecret')).toHaveLength(3);
    expect(JSON.parse((await values(lab)).app ?? '')).toEqual(source('A'));
  });
});

describe('a secret that changes while the sync is at work', () => {
  it('by being made by another writer is refused, not overwritten', async () => {
    let made = false;
    lab.wire.before('CreateSecret', async ({ params }) => {
      if (params.Name !== 'app/A' || made) return;
      made = true;
      await put(lab, 'app/A', canary('theirs'));
    });
    const result = await sync(lab, perKey(source('A', 'B')));
    expect(messagesOf(result, 'error')).toMatch(/1 of 2 secrets.*\n- app\/A: it exists and no sync made it/);
    expect((await lab.secrets())['app/A']).toMatchObject({ value: canary('theirs'), tags: {} });
    expect((await values(lab))['app/B']).toBe(canary('B'));
  });

  it('by being deleted for good is made anew', async () => {
    await put(lab, 'app/A', canary('old'), OURS);
    let deleted = false;
    lab.wire.after('BatchGetSecretValue', async () => {
      if (deleted) return;
      deleted = true;
      await lab.secretsManager.send(new DeleteSecretCommand({ SecretId: 'app/A', ForceDeleteWithoutRecovery: true }));
    });
    const result = await sync(lab, perKey(source('A')));
    expect(messagesOf(result, 'error')).toBe('');
    expect((await lab.secrets())['app/A']).toMatchObject({ value: canary('A'), tags: OURS.tags });
    expect(await lab.wire.secrets.createdVersions('app/A')).toHaveLength(1);
  });
});

describe('a secret of ours without a text', () => {
  const shapes: [shape: 'json' | 'per-key', name: string, inputs: Record<string, string>, value: string][] = [
    ['per-key', 'app/A', perKey(source('A')), canary('A')],
    ['json', 'app', json(source('A')), JSON.stringify(source('A'))],
  ];

  it.each(shapes)('gets one where it has no version at all (%s)', async (shape, name, inputs, value) => {
    const Tags = Object.entries(ownTags(shape)).map(([Key, Value]) => ({ Key, Value }));
    await lab.secretsManager.send(new CreateSecretCommand({ Name: name, Tags }));
    const result = await sync(lab, inputs);
    expect(messagesOf(result, 'error')).toBe('');
    expect((await values(lab))[name]).toBe(value);
    const again = await sync(lab, inputs);
    expect(countsOf(again)).toEqual({ unchanged: 1 });
  });

  it.each(shapes)(
    'gets one in place of bytes, which are never the same value (%s)',
    async (_shape, name, inputs, value) => {
      const SecretBinary = Buffer.from(value);
      await lab.secretsManager.send(new CreateSecretCommand({ Name: name, SecretBinary }));
      const refused = await sync(lab, { ...inputs, adopt: 'same-value' });
      expect(countsOf(refused)).toEqual({ failed: 1 });
      const result = await sync(lab, { ...inputs, adopt: 'always' });
      expect(messagesOf(result, 'error')).toBe('');
      expect((await values(lab))[name]).toBe(value);
    },
  );
});

describe('what a list that lags tells', () => {
  it('of a secret that another sync has adopted since is not believed: nothing of it is written', async () => {
    await put(lab, 'app/A', canary('old'), OURS);
    lab.wire.secrets.listLagMs = 60_000;
    const other = secretsThrough(lab.wire, lab.administrator);
    await other.send(new TagResourceCommand({ SecretId: 'app/A', Tags: [{ Key: 'sync:owner', Value: `${OWNER}2` }] }));
    other.destroy();
    const before = await lab.secrets();
    const result = await sync(lab, perKey(source('A')));
    expect(result.exitCode).toBe(1);
    expect(messagesOf(result, 'error')).toContain('app/A: ');
    expect(writes(lab)).toEqual([]);
    expect(await lab.secrets()).toEqual(before);
  });

  it('of a secret of ours that is scheduled for deletion, and has been restored since, is not believed: it is updated', async () => {
    await put(lab, 'app/A', canary('old'), OURS);
    await schedule('app/A');
    lab.wire.secrets.listLagMs = 60_000;
    const other = secretsThrough(lab.wire, lab.administrator);
    await other.send(new RestoreSecretCommand({ SecretId: 'app/A' }));
    other.destroy();
    const result = await sync(lab, perKey(source('A'), { 'on-deleted': 'error' }));
    expect(result.exitCode).toBe(0);
    expect(writes(lab)).toEqual(['PutSecretValue']);
    expect((await values(lab))['app/A']).toBe(canary('A'));
  });
});

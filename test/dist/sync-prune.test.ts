import {
  CreateSecretCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  ReplicateSecretToRegionsCommand,
  TagResourceCommand,
} from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from '@jest/globals';
import { failure, secretsThrough } from '../lab/wire/clients.ts';
import { errorCode, messagesOf } from '../support/scenarios/scenario.ts';
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
  writes,
} from '../support/scenarios/sync.ts';
import { useLab } from '../support/use-lab.ts';

const lab = useLab();

const OURS = { tags: ownTags('per-key') };

/** One secret for each of these keys, below `app/`, and of ours no other. */
const pruning = (secrets: Record<string, string>, inputs: Record<string, string> = {}) => ({
  mode: 'per-key',
  name: 'app/{{key}}',
  secrets: JSON.stringify(secrets),
  prune: 'true',
  ...inputs,
});

/** Secrets of ours. */
async function putOurs(...keys: string[]): Promise<void> {
  await Promise.all(keys.map((key) => put(lab, `app/${key}`, canary(key), OURS)));
}

/** The keys below `app/` whose secrets are there and not scheduled for deletion. */
async function alive(): Promise<string[]> {
  const all = Object.entries(await lab.secrets()).filter(([, { deleted }]) => !deleted);
  return all.map(([name]) => name.replace('app/', '')).sort();
}

/** Does something through the wire, as others do, so that lists may lag behind it. */
async function byOthers<T>(act: (client: ReturnType<typeof secretsThrough>) => Promise<T>): Promise<T> {
  const client = secretsThrough(lab.wire, lab.administrator);
  try {
    return await act(client);
  } finally {
    client.destroy();
  }
}

describe('pruning', () => {
  it('is off unless asked for: what the source has no more stays', async () => {
    await putOurs('A', 'GONE');
    const before = await lab.secrets();
    const result = await sync(lab, pruning(source('A'), { prune: 'false' }));
    expect(countsOf(result)).toEqual({ unchanged: 1 });
    expect(await lab.secrets()).toEqual(before);
  });

  it('deletes what is ours and the source lacks, to be restored within 30 days, and only when all else is written', async () => {
    await putOurs('A', 'GONE', 'GONE_TOO');
    const result = await sync(lab, pruning({ A: canary('new A'), B: canary('B') }));
    expect(result.exitCode).toBe(0);
    expect(countsOf(result)).toEqual({ created: 1, updated: 1, pruned: 2 });
    expect(result.outputs.names).toBe('app/A\napp/B');
    const all = await lab.secrets();
    expect(await alive()).toEqual(['A', 'B']);
    const days = ((all['app/GONE']?.deletedDate?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    const calls = secretCalls(lab);
    const lastWrite = Math.max(
      ...calls.filter(({ action }) => /Create|Put/.test(action)).map(({ endedAt }) => endedAt ?? 0),
    );
    const deletes = calls.filter(({ action }) => action === 'DeleteSecret');
    expect(deletes).toHaveLength(2);
    for (const { startedAt } of deletes) expect(startedAt).toBeGreaterThan(lastWrite);
  });

  it('with `recovery-window-days` gives so many days, and with `force-delete` none', async () => {
    await putOurs('A', 'GONE');
    await sync(lab, pruning(source('A'), { 'recovery-window-days': '7' }));
    const { 'app/GONE': gone } = await lab.secrets();
    expect(Math.round(((gone?.deletedDate?.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(7);
    await putOurs('GONE_TOO');
    const forced = await sync(lab, pruning(source('A'), { 'force-delete': 'true' }));
    expect(countsOf(forced)).toEqual({ unchanged: 1, pruned: 1 });
    expect(Object.keys(await lab.secrets()).sort()).toEqual(['app/A', 'app/GONE']);
  });

  it.each([
    ['1', 2],
    ['0', 1],
  ])(
    'over a `prune-limit` of %s deletes nothing of %i, fails and says so; the rest is written',
    async (limit, surplus) => {
      const gone = ['GONE', 'GONE_TOO'].slice(0, surplus);
      await putOurs('A', ...gone);
      const result = await sync(lab, pruning({ A: canary('new A'), B: canary('B') }, { 'prune-limit': limit }));
      expect(result.exitCode).toBe(1);
      expect(errorCode(result)).toBe('sync-incomplete');
      const why = `\`prune\` would delete ${surplus}, and \`prune-limit\` is ${limit}: none is deleted`;
      const names = gone.map((key) => `app/${key}`);
      expect(messagesOf(result, 'error')).toContain(`- ${names.join(', ')}: ${why}`);
      expect(messagesOf(result, 'error')).toContain('raise `prune-limit` for one run');
      expect(planOf(result).filter(({ action }) => action === 'prune')).toEqual(
        names.map((name) => ({ name, action: 'prune', because: why })),
      );
      expect(countsOf(result)).toEqual({ created: 1, updated: 1, failed: surplus });
      expect(await alive()).toEqual(['A', 'B', ...gone].sort());
      expect(writes(lab).sort()).toEqual(['CreateSecret', 'PutSecretValue']);
    },
  );

  it('at the limit, over several pages of the list, deletes all of it', async () => {
    const gone = ['G1', 'G2', 'G3', 'G4', 'G5'];
    await putOurs('A', ...gone);
    lab.wire.secrets.listPage = 2;
    const result = await sync(lab, pruning(source('A')));
    expect(countsOf(result)).toEqual({ unchanged: 1, pruned: 5 });
    expect(await alive()).toEqual(['A']);
  });

  it('in a plan only tells: names, and that something would change', async () => {
    await putOurs('A', 'GONE');
    const before = await lab.secrets();
    const result = await sync(lab, pruning(source('A'), { sync: 'plan' }));
    expect(result.exitCode).toBe(0);
    expect(planOf(result)).toContainEqual({ name: 'app/GONE', action: 'prune' });
    expect(result.outputs).toMatchObject({ changed: 'true', pruned: '1' });
    expect(await lab.secrets()).toEqual(before);
  });

  it.each([
    ['does not promise to write', { A: canary('A') }, 0],
    ['that the rest would be written', { A: canary('A'), B: canary('B') }, 1],
  ])(
    'in a plan over the limit says that nothing would be deleted, and %s',
    async (_, secrets: Record<string, string>, created) => {
      await putOurs('A', 'GONE', 'ALSO_GONE');
      const inputs = pruning(secrets, { sync: 'plan', 'prune-limit': '1', 'fail-on-diff': 'true' });
      const result = await sync(lab, inputs);
      expect(errorCode(result)).toBe('sync-differs');
      expect(messagesOf(result, 'error')).toContain('Nothing would be deleted; the plan gives the reason.');
      expect(messagesOf(result, 'error').includes('would write what is planned')).toBe(created > 0);
      const prunes = planOf(result).filter(({ action }) => action === 'prune');
      expect(prunes.map(({ name }) => name)).toEqual(['app/ALSO_GONE', 'app/GONE']);
      expect(result.log).toMatch(/^ +prune +app\/GONE +`prune` would delete 2, and `prune-limit` is 1/m);
      expect(result.log).toContain(`Plan for ${OWNER}: ${created} to write, 1 unchanged, 0 skipped, 0 refused.`);
      expect(countsOf(result)).toEqual({ ...(created > 0 && { created }), unchanged: 1, failed: 2 });
      expect(result.outputs.changed).toBe(String(created > 0));
    },
  );

  it('counts towards its limit nothing that the list still has and that is deleted already', async () => {
    await putOurs('A', 'ONE', 'TWO', 'THREE');
    lab.wire.secrets.listLagMs = 60_000;
    await byOthers(async (client) => {
      for (const key of ['ONE', 'TWO'])
        await client.send(new DeleteSecretCommand({ SecretId: `app/${key}`, RecoveryWindowInDays: 7 }));
    });
    const result = await sync(lab, pruning(source('A'), { 'prune-limit': '1' }));
    expect(messagesOf(result, 'error')).toBe('');
    expect(countsOf(result)).toEqual({ unchanged: 1, pruned: 1 });
    expect(await alive()).toEqual(['A']);
  });

  it('leaves secrets of owners whose id begins like ours, and of other repositories and environments', async () => {
    const owners = [`${OWNER}2`, `${OWNER}-x`, 'repo:7146139051/env:-/id:default', 'repo:714613905/env:a/id:default'];
    for (const [index, owner] of owners.entries())
      await put(lab, `app/O${index}`, canary(`O${index}`), { tags: { ...OURS.tags, 'sync:owner': owner } });
    await put(lab, 'app/DECOY', canary('DECOY'), {
      tags: { ...OURS.tags, 'sync:owner': 'x', 'sync:owner2': OWNER },
    });
    await putOurs('A', 'GONE');
    const before = await lab.secrets();
    const result = await sync(lab, pruning(source('A')));
    expect(countsOf(result)).toEqual({ unchanged: 1, pruned: 1 });
    const { 'app/GONE': gone, ...rest } = await lab.secrets();
    const { 'app/GONE': _gone, ...restBefore } = before;
    expect(gone?.deleted).toBe(true);
    expect(rest).toEqual(restBefore);
  });

  it('leaves a JSON secret of the same owner, and one of which it is not known what made it', async () => {
    await sync(lab, { name: 'app/JSON', secrets: JSON.stringify(source('X', 'Y')) });
    await put(lab, 'app/OLD', canary('OLD'), { tags: { 'sync:owner': OWNER } });
    await putOurs('A', 'GONE');
    const result = await sync(lab, pruning(source('A')));
    expect(countsOf(result)).toEqual({ unchanged: 1, pruned: 1 });
    expect(await alive()).toEqual(['A', 'JSON', 'OLD']);
  });

  it('does not delete a secret that another sync has adopted, though the list still calls it ours', async () => {
    await putOurs('A', 'GONE', 'TAKEN');
    lab.wire.secrets.listLagMs = 60_000;
    const theirs = [{ Key: 'sync:owner', Value: `${OWNER}2` }];
    await byOthers((client) => client.send(new TagResourceCommand({ SecretId: 'app/TAKEN', Tags: theirs })));
    const result = await sync(lab, pruning(source('A')));
    expect(result.exitCode).toBe(0);
    expect(planOf(result).map(({ name }) => name)).toEqual(['app/A', 'app/GONE']);
    expect(await alive()).toEqual(['A', 'TAKEN']);
    expect(countsOf(result)).toMatchObject({ pruned: 1 });
  });

  it('does not delete again what is scheduled already, nor what is gone though the list still has it', async () => {
    await putOurs('A', 'SCHEDULED', 'GONE');
    await lab.secretsManager.send(new DeleteSecretCommand({ SecretId: 'app/SCHEDULED', RecoveryWindowInDays: 7 }));
    lab.wire.secrets.listLagMs = 60_000;
    await byOthers((client) =>
      client.send(new DeleteSecretCommand({ SecretId: 'app/GONE', ForceDeleteWithoutRecovery: true })),
    );
    const result = await sync(lab, pruning(source('A')));
    expect(result.exitCode).toBe(0);
    expect(countsOf(result)).not.toHaveProperty('pruned');
    expect(writes(lab)).toEqual([]);
  });

  it.each(['PutSecretValue', 'CreateSecret', 'TagResource'])(
    'is put off when %s of another secret is denied, and done by the next run',
    async (action) => {
      await putOurs('A', 'GONE');
      const name = action === 'CreateSecret' ? 'app/B' : 'app/A';
      lab.wire.secrets.deny(action, name);
      const inputs = pruning({ A: canary('new A'), B: canary('B') }, { tags: 'team=shop' });
      const failed = await sync(lab, { ...inputs, 'disable-retry': 'true' });
      expect(failed.exitCode).toBe(1);
      expect(messagesOf(failed, 'error')).toContain(`${name}: `);
      expect(messagesOf(failed, 'error')).toContain('app/GONE: not deleted');
      expect(await alive()).toContain('GONE');
      lab.wire.clear();
      const result = await sync(lab, inputs);
      expect(result.exitCode).toBe(0);
      expect(await alive()).toEqual(['A', 'B']);
    },
  );

  it('is put off when a secret of another writer is in the way, and when one could not be read', async () => {
    await putOurs('A', 'GONE');
    await put(lab, 'app/B', canary('theirs'));
    const foreign = await sync(lab, pruning(source('A', 'B')));
    expect(foreign.exitCode).toBe(1);
    expect(await alive()).toContain('GONE');
    lab.wire.secrets.deny('GetSecretValue', 'app/A');
    const unread = await sync(lab, pruning(source('A'), { 'disable-retry': 'true' }));
    expect(unread.exitCode).toBe(1);
    expect(messagesOf(unread, 'error')).toContain('app/A: ');
    expect(await alive()).toContain('GONE');
  });

  it('refuses a surplus secret that rotates, and then deletes nothing', async () => {
    await putOurs('A', 'GONE', 'ROTATES');
    await lab.wire.secrets.makeRotating('app/ROTATES');
    const result = await sync(lab, pruning(source('A')));
    expect(result.exitCode).toBe(1);
    expect(messagesOf(result, 'error')).toContain('app/ROTATES: ');
    expect(await alive()).toEqual(['A', 'GONE', 'ROTATES']);
  });

  it.each([
    ['{}', {}],
    ['whose values are all empty', { A: '', B: '' }],
    ['that has nothing but `github_token`', { github_token: canary('token') }],
    ['of which the filters leave nothing', { OTHER: canary('other') }],
  ])('never follows from a source %s', async (_what, secrets) => {
    await putOurs('A', 'B');
    const before = await lab.secrets();
    const result = await sync(lab, pruning(secrets, { exclude: 'OTHER' }));
    expect(result.exitCode).toBe(0);
    expect(result.outputs.changed).toBe('false');
    expect(writes(lab)).toEqual([]);
    expect(await lab.secrets()).toEqual(before);
  });

  it('does not take a key whose value is empty for one that is gone', async () => {
    await putOurs('A', 'B', 'GONE');
    const result = await sync(lab, pruning({ A: canary('A'), B: '' }));
    expect(countsOf(result)).toEqual({ unchanged: 1, skipped: 1, pruned: 1 });
    expect(await alive()).toEqual(['A', 'B']);
  });

  it('is an input error in `mode: json`, and without OIDC unless the sync has an `id`; then AWS is not asked', async () => {
    const inJson = await sync(lab, pruning(source('A'), { mode: 'json', name: 'app' }));
    expect(errorCode(inJson)).toBe('invalid-inputs');
    expect(messagesOf(inJson, 'error')).toContain('prune');
    expect(lab.wire.calls).toEqual([]);
    const keys = {
      'role-to-assume': '',
      'aws-access-key-id': lab.longLived.accessKeyId,
      'aws-secret-access-key': lab.longLived.secretAccessKey,
    };
    const anonymous = await sync(lab, pruning(source('A'), keys));
    expect(errorCode(anonymous)).toBe('invalid-inputs');
    expect(lab.wire.calls).toEqual([]);
    const named = await sync(lab, pruning(source('A'), { ...keys, id: 'nightly' }));
    expect(named.exitCode).toBe(0);
  });

  it('needs to list: where the role may not, nothing is written and the step says why', async () => {
    await putOurs('A', 'GONE');
    lab.wire.secrets.deny('ListSecrets', '*');
    const result = await sync(lab, pruning({ A: canary('new A') }));
    expect(errorCode(result)).toBe('sync-impossible');
    expect(messagesOf(result, 'error')).toContain('secretsmanager:ListSecrets');
    expect(writes(lab)).toEqual([]);
    expect(await alive()).toEqual(['A', 'GONE']);
  });

  it.each([{}, { 'force-delete': 'true' }])(
    'counts a delete whose answer was lost as done (%j)',
    async (inputs: Record<string, string>) => {
      await putOurs('A', 'GONE');
      lab.wire.inject({ action: 'DeleteSecret' }, 'answer-lost');
      const result = await sync(lab, pruning(source('A'), inputs));
      expect(messagesOf(result, 'error')).toBe('');
      expect(countsOf(result)).toEqual({ unchanged: 1, pruned: 1 });
      expect(secretActions(lab).filter((action) => action === 'DeleteSecret')).toHaveLength(2);
      expect(await alive()).toEqual(['A']);
    },
  );

  it('of a secret with copies in other regions removes those first', async () => {
    await putOurs('A');
    await byOthers((client) =>
      client.send(
        new CreateSecretCommand({
          Name: 'app/GONE',
          SecretString: canary('GONE'),
          Tags: Object.entries(OURS.tags).map(([Key, Value]) => ({ Key, Value })),
          AddReplicaRegions: [{ Region: 'eu-west-1' }, { Region: 'us-west-2' }],
        }),
      ),
    );
    expect(Object.keys(await lab.secrets('us-west-2'))).toEqual(['app/GONE']);
    const result = await sync(lab, pruning(source('A')));
    expect(messagesOf(result, 'error')).toBe('');
    expect(countsOf(result)).toEqual({ unchanged: 1, pruned: 1 });
    expect(writes(lab)).toEqual(['RemoveRegionsFromReplication', 'DeleteSecret']);
    expect(await alive()).toEqual(['A']);
    expect([await lab.secrets('eu-west-1'), await lab.secrets('us-west-2')]).toEqual([{}, {}]);
  });
});

describe('copies in other regions', () => {
  const TWO = { 'replica-regions': 'eu-west-1, us-west-2=alias/west' };
  const wanted = (secrets: Record<string, string>, inputs: Record<string, string> = {}) =>
    pruning(secrets, { prune: 'false', ...TWO, ...inputs });
  const asked = () =>
    secretCalls(lab).flatMap(({ params }) => {
      const regions = params.AddReplicaRegions;
      return regions === undefined ? [] : [JSON.parse(regions) as { Region: string; KmsKeyId?: string }[]];
    });
  const ASKED = [{ Region: 'eu-west-1' }, { Region: 'us-west-2', KmsKeyId: 'alias/west' }];

  it('are made with a new secret, in one call and each with its region’s key, and waited for', async () => {
    lab.wire.secrets.replicationMs = 60_000;
    let looks = 0;
    lab.wire.after('DescribeSecret', () => {
      looks += 1;
      if (looks === 2) lab.wire.secrets.replicationMs = 0;
    });
    const result = await sync(lab, wanted(source('A')));
    expect(result.exitCode).toBe(0);
    expect(writes(lab)).toEqual(['CreateSecret']);
    expect(asked()).toEqual([ASKED]);
    expect(looks).toBeGreaterThanOrEqual(3);
    expect((await lab.secrets())['app/A']?.replicas).toEqual({ 'eu-west-1': 'InSync', 'us-west-2': 'InSync' });
    const again = await sync(lab, wanted(source('A')));
    expect(countsOf(again)).toEqual({ unchanged: 1 });
    expect(writes(lab)).toEqual([]);
  });

  it('are added to a secret that is there, those that it has left alone', async () => {
    await putOurs('A');
    await lab.secretsManager.send(
      new ReplicateSecretToRegionsCommand({ SecretId: 'app/A', AddReplicaRegions: [{ Region: 'ap-south-1' }] }),
    );
    const result = await sync(lab, wanted(source('A'), { 'replica-regions': 'eu-west-1' }));
    expect(countsOf(result)).toEqual({ updated: 1 });
    expect(writes(lab)).toEqual(['ReplicateSecretToRegions']);
    expect(asked()).toEqual([[{ Region: 'eu-west-1' }]]);
    expect((await lab.secrets())['app/A']?.replicas).toEqual({ 'ap-south-1': 'InSync', 'eu-west-1': 'InSync' });
  });

  it('that fail let their secret fail in AWS’s words, not the others, and are asked for again by the next run', async () => {
    await putOurs('B');
    lab.wire.secrets.replicaFailures = { 'us-west-2': 'The KMS key alias/west is disabled.' };
    await sync(lab, wanted(source('B'), { 'replica-regions': 'eu-west-1' }));
    const result = await sync(lab, wanted(source('A'), { prune: 'true' }));
    expect(result.exitCode).toBe(1);
    expect(messagesOf(result, 'error')).toContain(
      'app/A: replication failed in us-west-2: The KMS key alias/west is disabled.',
    );
    expect(messagesOf(result, 'error')).toContain('app/B: not deleted');
    expect((await lab.secrets())['app/A']).toMatchObject({ value: canary('A') });
    lab.wire.secrets.replicaFailures = {};
    const next = await sync(lab, wanted(source('A', 'B')));
    expect(messagesOf(next, 'error')).toBe('');
    expect(next.exitCode).toBe(0);
    const all = await lab.secrets();
    for (const name of ['app/A', 'app/B'])
      expect(all[name]?.replicas).toEqual({ 'eu-west-1': 'InSync', 'us-west-2': 'InSync' });
    expect(await lab.wire.secrets.createdVersions('app/A')).toHaveLength(1);
  });

  it('fail, naming the region, where that has a secret of the name already; what is there stays as it is', async () => {
    const west = secretsThrough(lab.wire, lab.administrator, { region: 'eu-west-1' });
    await west.send(new CreateSecretCommand({ Name: 'app/A', SecretString: canary('western') }));
    const result = await sync(lab, wanted(source('A')));
    expect(result.exitCode).toBe(1);
    expect(messagesOf(result, 'error')).toContain(
      'app/A: replication failed in eu-west-1: Secret with this name already exists in this region',
    );
    expect((await west.send(new GetSecretValueCommand({ SecretId: 'app/A' }))).SecretString).toBe(canary('western'));
    west.destroy();
  });

  it('that an earlier run began and did not see the end of are waited for too', async () => {
    await putOurs('A');
    lab.wire.secrets.replicationMs = 60_000;
    lab.wire.secrets.replicaFailures = { 'eu-west-1': 'No such key.' };
    await byOthers((client) =>
      client.send(
        new ReplicateSecretToRegionsCommand({ SecretId: 'app/A', AddReplicaRegions: [{ Region: 'eu-west-1' }] }),
      ),
    );
    let looks = 0;
    lab.wire.after('DescribeSecret', () => {
      looks += 1;
      if (looks === 2) lab.wire.secrets.replicationMs = 0;
    });
    const result = await sync(lab, wanted(source('A'), { 'replica-regions': 'eu-west-1' }));
    expect(result.exitCode).toBe(1);
    expect(messagesOf(result, 'error')).toContain('No such key.');
  });

  it('are made although the answer to the call that asks for them was lost', async () => {
    await putOurs('A');
    lab.wire.inject({ action: 'ReplicateSecretToRegions' }, 'answer-lost');
    const result = await sync(lab, wanted(source('A')));
    expect(messagesOf(result, 'error')).toBe('');
    expect((await lab.secrets())['app/A']?.replicas).toEqual({ 'eu-west-1': 'InSync', 'us-west-2': 'InSync' });
  });

  it('are removed with their secret although the answer to the call that removes them was lost', async () => {
    await sync(lab, wanted(source('GONE')));
    lab.wire.inject({ action: 'RemoveRegionsFromReplication' }, 'answer-lost');
    const result = await sync(lab, pruning(source('A')));
    expect(messagesOf(result, 'error')).toBe('');
    expect(await alive()).toEqual(['A']);
  });

  it('that the role may not make let the new secret fail, and its name is told', async () => {
    lab.wire.secrets.deny('ReplicateSecretToRegions', '*');
    const result = await sync(lab, wanted(source('A'), { 'disable-retry': 'true' }));
    expect(result.exitCode).toBe(1);
    expect(messagesOf(result, 'error')).toMatch(/app\/A: .*secretsmanager:ReplicateSecretToRegions/);
    expect(await failure(lab.secretsManager.send(new GetSecretValueCommand({ SecretId: 'app/A' })))).toBe(
      'ResourceNotFoundException',
    );
  });
});

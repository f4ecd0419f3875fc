import {
  DeleteSecretCommand,
  DescribeSecretCommand,
  PutSecretValueCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from '@jest/globals';
import type { Lab } from '../lab/lab.ts';
import type { Running, StepResult, Use } from '../lab/runner/runner.ts';
import type { Call, Fault } from '../lab/wire/wire.ts';
import { errorCode, messagesOf } from '../support/scenarios/scenario.ts';
import { type Site, settled } from '../support/scenarios/sites.ts';
import {
  canary,
  countsOf,
  ownTags,
  put,
  secretActions,
  secretCalls,
  source,
  sync,
  syncUse,
  values,
  writes,
} from '../support/scenarios/sync.ts';
import { useSites } from '../support/use-lab.ts';

const sites = useSites(5);

const OURS = { tags: ownTags('per-key') };
const WRITES = ['RestoreSecret', 'CreateSecret', 'UpdateSecret', 'PutSecretValue', 'TagResource', 'DeleteSecret'];
const CALLS = ['ListSecrets', 'BatchGetSecretValue', 'DescribeSecret', 'GetSecretValue', ...WRITES];
/** Faults that keep a call from being applied; each strikes every kind of call in one and the same sync. */
const FAULTS: [name: string, fault: Fault, times: number][] = [
  ['throttled three times', 'throttle', 3],
  ['answered 500 twice', 'error-500', 2],
  ['answered 503', 'error-503', 1],
  ['cut off before it is applied', 'reset', 1],
];

/** What a sync of `furnish`'s account is given: it makes every kind of call. */
const INPUTS = {
  mode: 'per-key',
  name: 'app/{{key}}',
  prune: 'true',
  description: 'of the shop',
  tags: 'team=shop',
  secrets: JSON.stringify(source('SAME', 'CHANGED', 'BACK', 'NEW')),
};
/** How often each of its secrets is written by the time all is well. */
const VERSIONS = { 'app/SAME': 1, 'app/CHANGED': 2, 'app/BACK': 2, 'app/NEW': 1, 'app/GONE': 1 };

/** Ours: one as it should be, one to change, one to restore and change, one to prune. A fifth is to be created. */
async function furnish(lab: Lab): Promise<void> {
  await Promise.all([
    put(lab, 'app/SAME', canary('SAME'), { tags: { ...OURS.tags, team: 'shop' }, description: 'of the shop' }),
    put(lab, 'app/CHANGED', canary('before CHANGED'), OURS),
    put(lab, 'app/BACK', canary('before BACK'), OURS),
    put(lab, 'app/GONE', canary('GONE'), OURS),
  ]);
  await lab.secretsManager.send(new DeleteSecretCommand({ SecretId: 'app/BACK', RecoveryWindowInDays: 7 }));
}

/** All secrets are as the source has them, and none has a version too many. */
async function expectSynced(lab: Lab): Promise<void> {
  const all = await lab.secrets();
  const versions = Object.entries(all).map(([name, { versionIds }]) => [name, versionIds.length]);
  expect(Object.fromEntries(versions)).toEqual(VERSIONS);
  for (const key of ['SAME', 'CHANGED', 'BACK', 'NEW']) {
    const tags = { ...OURS.tags, team: 'shop' };
    expect(all[`app/${key}`]).toMatchObject({ value: canary(key), tags, description: 'of the shop', deleted: false });
  }
  expect(all['app/GONE']?.deleted).toBe(true);
}

const COUNTS = { created: 1, updated: 1, restored: 1, unchanged: 1, pruned: 1 };

describe('a fault', () => {
  it.concurrent.each([
    { what: 'ListSecrets', calls: ['ListSecrets'] },
    { what: 'two writes at once', calls: ['CreateSecret', 'PutSecretValue'] },
  ])(
    'of $what, applied and never answered: the call is cut off and made again, and nothing is written twice',
    ({ calls }) =>
      sites.use(async ({ lab, inject, count }) => {
        await furnish(lab);
        for (const call of calls) inject(call, 'hang-after');
        const result = await sync(lab, INPUTS);
        expect(messagesOf(result, 'error')).toBe('');
        for (const call of calls) expect(count(call)).toBeGreaterThanOrEqual(2);
        await expectSynced(lab);
      }),
  );

  it.concurrent.each(FAULTS)(
    'of every kind of call, %s: the sync is done all the same, and nothing is written twice',
    (_name, fault, times) =>
      sites.use(async ({ lab, inject, count }) => {
        await furnish(lab);
        for (const call of CALLS) inject(call, fault, times);
        const result = await sync(lab, INPUTS);
        expect(messagesOf(result, 'error')).toBe('');
        for (const call of CALLS) expect(count(call)).toBeGreaterThan(times);
        await expectSynced(lab);
        expect(countsOf(result)).toEqual(COUNTS);
      }),
  );

  it.concurrent.each([
    { what: 'ListSecrets', calls: ['ListSecrets'] },
    { what: 'BatchGetSecretValue', calls: ['BatchGetSecretValue'] },
    { what: 'reads of one secret', calls: ['DescribeSecret', 'GetSecretValue'] },
    { what: 'every kind of write', calls: WRITES },
  ])(
    'of $what, denied twice, as a new role’s calls are, and then granted: the sync is done all the same',
    ({ calls }) =>
      sites.use(async ({ lab, inject }) => {
        await furnish(lab);
        for (const call of calls) inject(call, { code: 'AccessDenied' }, 2);
        const result = await sync(lab, INPUTS);
        expect(messagesOf(result, 'error')).toBe('');
        const denied = secretCalls(lab).filter(({ errorCode: code }) => code === 'AccessDeniedException');
        expect(new Set(denied.map(({ action }) => action))).toEqual(new Set(calls));
        await expectSynced(lab);
      }),
  );

  it.concurrent.each(['ListSecrets', 'BatchGetSecretValue'])(
    '%s that always answers 500 fails the sync before anything is written',
    (call) =>
      sites.use(async ({ lab, inject, count }) => {
        await furnish(lab);
        inject(call, 'error-500', 40);
        const result = await sync(lab, { ...INPUTS, 'retry-max-attempts': '3' });
        expect(result.exitCode).toBe(1);
        expect(errorCode(result)).toBe('sync-failed');
        expect(count(call)).toBe(3);
        expect(writes(lab)).toEqual([]);
      }),
  );
});

describe('one secret of several that the role may not', () => {
  const ROWS_DENIED: [action: string, key: string][] = [
    ['DescribeSecret', 'CHANGED'],
    ['GetSecretValue', 'SAME'],
    ['RestoreSecret', 'BACK'],
    ['CreateSecret', 'NEW'],
    ['UpdateSecret', 'CHANGED'],
    ['PutSecretValue', 'CHANGED'],
    ['TagResource', 'CHANGED'],
  ];

  it.concurrent.each(ROWS_DENIED)(
    '%s of %s: fails, named; the others are synced, nothing is deleted, and the next run completes it',
    (action, key) =>
      sites.use(async ({ lab, clear }) => {
        await furnish(lab);
        lab.wire.secrets.deny(action, `app/${key}`);
        const result = await sync(lab, INPUTS);
        expect(result.exitCode).toBe(1);
        expect(errorCode(result)).toBe('sync-incomplete');
        expect(messagesOf(result, 'error')).toMatch(new RegExp(`- app/${key}: .*AccessDenied`));
        expect(messagesOf(result, 'error')).toContain('- app/GONE: not deleted');
        expect(messagesOf(result, 'error')).toContain('2 of 5 secrets');
        expect(countsOf(result).failed).toBe(2);
        const all = await lab.secrets();
        expect(all['app/GONE']?.deleted).toBe(false);
        for (const other of ['SAME', 'CHANGED', 'BACK', 'NEW'].filter((each) => each !== key))
          expect(all[`app/${other}`]?.value).toBe(canary(other));
        clear();
        expect((await sync(lab, INPUTS)).exitCode).toBe(0);
        await expectSynced(lab);
      }),
  );

  it.concurrent('DeleteSecret of one: fails, named; all the others are synced and deleted', () =>
    sites.use(async ({ lab }) => {
      await furnish(lab);
      await put(lab, 'app/KEPT', canary('KEPT'), OURS);
      lab.wire.secrets.deny('DeleteSecret', 'app/KEPT');
      const result = await sync(lab, INPUTS);
      expect(result.exitCode).toBe(1);
      expect(messagesOf(result, 'error')).toMatch(
        /1 of 6 secrets.*\n- app\/KEPT: secretsmanager:DeleteSecret failed: AccessDenied/,
      );
      expect(countsOf(result)).toEqual({ created: 1, updated: 1, restored: 1, unchanged: 1, pruned: 1, failed: 1 });
      const { 'app/KEPT': kept, 'app/GONE': gone } = await lab.secrets();
      expect([kept?.deleted, gone?.deleted]).toEqual([false, true]);
    }));
});

describe('what AWS says of one secret', () => {
  const inputs = { mode: 'per-key', name: 'app/{{key}}', secrets: JSON.stringify(source('A', 'B', 'C')) };
  const ofA = ({ params }: Call) => params.Name === 'app/A';

  it.concurrent('is asked for no longer than `retry-max-attempts` when AWS has a fault each time; the others are written', () =>
    sites.use(async ({ lab }) => {
      lab.wire.inject({ action: 'CreateSecret', times: 40, match: ofA }, 'error-500');
      const result = await sync(lab, { ...inputs, 'retry-max-attempts': '3' });
      expect(messagesOf(result, 'error')).toMatch(/1 of 3 secrets.*\n- app\/A: .*InternalServiceError/);
      expect(secretCalls(lab).filter((call) => call.action === 'CreateSecret' && ofA(call))).toHaveLength(3);
      expect(await values(lab)).toEqual({ 'app/B': canary('B'), 'app/C': canary('C') });
    }));

  it.concurrent('is believed at once when a quota is full: no pause empties that', () =>
    sites.use(async ({ lab }) => {
      const message = 'The secret has reached its limit of versions.';
      lab.wire.inject({ action: 'CreateSecret', times: 40, match: ofA }, { code: 'LimitExceededException', message });
      const result = await sync(lab, inputs);
      expect(messagesOf(result, 'error')).toContain('- app/A: secretsmanager:CreateSecret failed: LimitExceeded');
      expect(secretCalls(lab).filter((call) => call.action === 'CreateSecret' && ofA(call))).toHaveLength(1);
    }));

  it.concurrent('is not repeated where it may hold the value it is about', () =>
    sites.use(async ({ lab }) => {
      // `sync` looks for the value in all that is printed.
      const message = `1 validation error detected: Value '${canary('A')}' at 'secretString' failed`;
      lab.wire.inject({ action: 'CreateSecret', match: ofA }, { code: 'ValidationException', message });
      const result = await sync(lab, inputs);
      expect(messagesOf(result, 'error')).toContain('- app/A: secretsmanager:CreateSecret failed: Validation');
    }));

  it.concurrent('holds no command for the runner, whatever it holds', () =>
    sites.use(async ({ lab }) => {
      const message = 'no ##[warning]boo\n::warning::boo';
      lab.wire.inject({ action: 'CreateSecret', times: 40, match: ofA }, { code: 'LimitExceededException', message });
      const result = await sync(lab, inputs);
      expect(messagesOf(result, 'error')).toContain('- app/A: secretsmanager:CreateSecret failed: LimitExceeded');
      expect(messagesOf(result, 'warning')).toBe('');
      expect(result.stdout).not.toContain('##[');
    }));

  it.concurrent('does not undo what was written before it: the outputs tell of the version that is there', () =>
    sites.use(async ({ lab }) => {
      await put(lab, 'app', JSON.stringify(source('OLD')), { tags: ownTags('json') });
      lab.wire.secrets.deny('TagResource', 'app');
      const given = { name: 'app', secrets: JSON.stringify(source('A')), tags: 'team=shop', 'disable-retry': 'true' };
      const result = await sync(lab, given);
      expect(countsOf(result)).toEqual({ failed: 1 });
      expect(result.outputs).toMatchObject({ changed: 'true', 'version-id': (await lab.secrets()).app?.versionId });
      expect(JSON.parse((await values(lab)).app ?? '')).toEqual(source('A'));
    }));

  it.concurrent.each([
    ['json', { name: 'app/A', secrets: JSON.stringify(source('A')) }],
    ['per-key', inputs],
  ])('when its value cannot be decrypted lets it fail unwritten (%s)', (_mode, given) =>
    sites.use(async ({ lab }) => {
      await put(lab, 'app/A', canary('base'), OURS);
      lab.wire.secrets.deny('BatchGetSecretValue', '*');
      const message = "Secrets Manager can't decrypt the protected secret text using the provided KMS key.";
      const match = ({ params }: Call) => params.SecretId?.includes('app/A') ?? false;
      lab.wire.inject({ action: 'GetSecretValue', times: 40, match }, { code: 'DecryptionFailure', message });
      const result = await sync(lab, given);
      expect(messagesOf(result, 'error')).toMatch(/- app\/A: .*DecryptionFailure.*can't decrypt/);
      expect((await values(lab))['app/A']).toBe(canary('base'));
      expect(await lab.wire.secrets.createdVersions('app/A')).toHaveLength(1);
    }),
  );
});

it.concurrent('no more secrets are written at a time than `concurrency` says', () =>
  sites.use(async ({ lab }) => {
    lab.wire.latencyMs = 100;
    const keys = Array.from({ length: 9 }, (_, index) => `K${index}`);
    const secrets = JSON.stringify(source(...keys));
    const result = await sync(lab, { mode: 'per-key', name: 'app/{{key}}', secrets, concurrency: '3' });
    expect(countsOf(result)).toEqual({ created: 9 });
    const creates = secretCalls(lab).filter(({ action }) => action === 'CreateSecret');
    const atOnce = creates.map(
      ({ startedAt }) =>
        creates.filter((each) => each.startedAt <= startedAt && (each.endedAt ?? 0) > startedAt).length,
    );
    expect(Math.max(...atOnce)).toBe(3);
  }));

/** Holds the calls of an action until so many have arrived, then lets them go on together. */
function together(lab: Lab, action: string, size: number): void {
  let arrived = 0;
  const all = Promise.withResolvers<void>();
  lab.wire.before(action, () => {
    arrived += 1;
    if (arrived === size) all.resolve();
    return all.promise;
  });
}

const json = (secrets: Record<string, string>) => ({ name: 'app', secrets: JSON.stringify(secrets) });
const text = (app: string) => ({ mode: 'per-key', name: '{{key}}', secrets: JSON.stringify({ app }) });
/** One secret, `app`, whose value tells who wrote it; in both shapes. */
const SHAPES: [
  shape: 'json' | 'per-key',
  of: (label: string) => Record<string, string>,
  value: (label: string) => string,
][] = [
  ['json', (label) => json({ A: canary(label) }), (label) => JSON.stringify({ A: canary(label) })],
  ['per-key', (label) => text(canary(label)), canary],
];

describe('two writers on one base', () => {
  it.concurrent.each(SHAPES)('with the same data make one new version between them (%s)', (shape, of, value) =>
    sites.use(async ({ lab }) => {
      await put(lab, 'app', value('base'), { tags: ownTags(shape) });
      together(lab, 'PutSecretValue', 2);
      const both = await Promise.all([sync(lab, of('new')), sync(lab, of('new'))]);
      expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
      expect(await lab.wire.secrets.createdVersions('app')).toHaveLength(2);
      expect((await values(lab)).app).toBe(value('new'));
    }),
  );

  it.concurrent.each(SHAPES)(
    'with different data both get through, one after the other: the second looks again, once, and writes on what the first wrote (%s)',
    (shape, of, value) =>
      sites.use(async ({ lab }) => {
        await put(lab, 'app', value('base'), { tags: ownTags(shape) });
        together(lab, 'PutSecretValue', 2);
        const both = await Promise.all([sync(lab, of('one')), sync(lab, of('other'))]);
        expect(both.map((result) => messagesOf(result, 'error'))).toEqual(['', '']);
        const puts = lab.wire.calls.filter(({ action }) => action === 'PutSecretValue');
        expect(puts.map(({ errorCode: code }) => code).sort()).toEqual([
          'ResourceExistsException',
          undefined,
          undefined,
        ]);
        const versions = await lab.wire.secrets.createdVersions('app');
        expect(versions).toHaveLength(3);
        const { app } = await lab.secrets();
        expect(app?.versionId).toBe(versions[2]);
        expect(app?.value).toBe(puts.at(-1)?.params.SecretString);
      }),
  );

  it.concurrent.each([
    ['the same data', 'new', 1],
    ['different data', 'other', 2],
  ])('that both create it, with %s, end with one secret', (_what, label, versions) =>
    sites.use(async ({ lab }) => {
      together(lab, 'CreateSecret', 2);
      const both = await Promise.all([sync(lab, text(canary('new'))), sync(lab, text(canary(label)))]);
      expect(both.map((result) => messagesOf(result, 'error'))).toEqual(['', '']);
      expect(await lab.wire.secrets.createdVersions('app')).toHaveLength(versions);
      expect((await lab.secrets()).app?.tags).toEqual(OURS.tags);
    }),
  );
});

/** Another sync that is always faster: it takes the version a writer asks for, with data of its own, just before. */
function outrun(lab: Lab, times: number): void {
  let left = times;
  lab.wire.before('PutSecretValue', async ({ params }: Call) => {
    if (left === 0 || !params.SecretId?.includes('app/A')) return;
    left -= 1;
    await lab.secretsManager.send(
      new PutSecretValueCommand({
        SecretId: 'app/A',
        SecretString: canary(`rival ${left}`),
        ClientRequestToken: params.ClientRequestToken,
      }),
    );
  });
}

describe('a writer that is outrun', () => {
  const inputs = { mode: 'per-key', name: 'app/{{key}}', secrets: JSON.stringify(source('A', 'B')) };

  it.concurrent('once, plans anew and writes', () =>
    sites.use(async ({ lab }) => {
      await put(lab, 'app/A', canary('base'), OURS);
      outrun(lab, 1);
      const result = await sync(lab, inputs);
      expect(messagesOf(result, 'error')).toBe('');
      expect((await values(lab))['app/A']).toBe(canary('A'));
      expect(await lab.wire.secrets.createdVersions('app/A')).toHaveLength(3);
    }));

  it.concurrent('twice, fails with a conflict and leaves what the others wrote; its other secrets are synced', () =>
    sites.use(async ({ lab, count }) => {
      await put(lab, 'app/A', canary('base'), OURS);
      outrun(lab, 40);
      const result = await sync(lab, inputs);
      expect(result.exitCode).toBe(1);
      expect(messagesOf(result, 'error')).toMatch(/1 of 2 secrets.*\n- app\/A: .*conflict/);
      expect(count('PutSecretValue')).toBe(2);
      expect(await values(lab)).toEqual({ 'app/A': canary('rival 38'), 'app/B': canary('B') });
      expect(await lab.wire.secrets.createdVersions('app/A')).toHaveLength(3);
    }));

  it.concurrent('by others who end with the very content it has, writes nothing more and succeeds', () =>
    sites.use(async (site) => {
      const { lab, count } = site;
      await put(lab, 'app/A', canary('base'), OURS);
      outrun(lab, 1);
      site.before('PutSecretValue', () =>
        lab.secretsManager.send(new PutSecretValueCommand({ SecretId: 'app/A', SecretString: canary('A') })),
      );
      const result = await sync(lab, inputs);
      expect(messagesOf(result, 'error')).toBe('');
      expect(count('PutSecretValue')).toBe(1);
      expect((await values(lab))['app/A']).toBe(canary('A'));
      expect(await lab.wire.secrets.createdVersions('app/A')).toHaveLength(3);
    }));

  it.concurrent('by the deletion of its secret, fails naming it; the next run restores it and writes', () =>
    sites.use(async (site) => {
      const { lab } = site;
      await put(lab, 'app/A', canary('base'), OURS);
      site.before('PutSecretValue', () => lab.secretsManager.send(new DeleteSecretCommand({ SecretId: 'app/A' })));
      const first = await sync(lab, inputs);
      expect(messagesOf(first, 'error')).toMatch(/1 of 2 secrets.*\n- app\/A: .*marked for deletion/);
      const second = await sync(lab, inputs);
      expect(countsOf(second)).toEqual({ restored: 1, unchanged: 1 });
      expect(await values(lab)).toEqual({ 'app/A': canary('A'), 'app/B': canary('B') });
    }));
});

/** Makes an older version current again, as somebody does who takes a change back. */
async function rollBack({ secretsManager }: Lab, from: string | undefined, to: string | undefined): Promise<void> {
  const move = { RemoveFromVersionId: from, MoveToVersionId: to };
  await secretsManager.send(
    new UpdateSecretVersionStageCommand({ SecretId: 'app', VersionStage: 'AWSCURRENT', ...move }),
  );
}

/** moto does not take AWSCURRENT from the version that was rolled back to when a new one gets it; AWS does. */
function takeCurrentFrom({ wire, secretsManager }: Lab, old: string): void {
  wire.after('PutSecretValue', async () => {
    const { VersionIdsToStages: stages = {} } = await secretsManager.send(
      new DescribeSecretCommand({ SecretId: 'app' }),
    );
    const current = Object.keys(stages).filter((id) => stages[id]?.includes('AWSCURRENT'));
    if (current.length > 1) await rollBack({ secretsManager } as Lab, old, undefined);
  });
}

describe('AWSCURRENT that was rolled back to an older version', () => {
  const ROWS = SHAPES.flatMap(([shape, of, value]) =>
    [
      { data: 'the same data', label: 'second' },
      { data: 'different data', label: 'third' },
    ].map((row) => ({ shape, of, value, ...row })),
  );

  it.concurrent.each(ROWS)(
    'does not keep $data as before from becoming current, again and again ($shape)',
    ({ shape, of, value, label }) =>
      sites.use(async ({ lab }) => {
        await put(lab, 'app', value('first'), { tags: ownTags(shape) });
        const [first = ''] = await lab.wire.secrets.createdVersions('app');
        takeCurrentFrom(lab, first);
        expect((await sync(lab, of('second'))).exitCode).toBe(0);
        for (const versions of [3, 4]) {
          await rollBack(lab, (await lab.secrets()).app?.versionId, first);
          expect((await values(lab)).app).toBe(value('first'));
          const result = await sync(lab, of(label));
          expect(messagesOf(result, 'error')).toBe('');
          expect((await values(lab)).app).toBe(value(label));
          expect(await lab.wire.secrets.createdVersions('app')).toHaveLength(versions);
        }
      }),
  );
});

/** A step of `/sync` that can be stopped in the middle of a call. */
async function stoppable({ job, lab }: Site, inputs: Record<string, string>) {
  const use: Use = syncUse(await job(), lab, inputs);
  let running: Running | undefined;
  return {
    kill: async () => {
      running?.kill('SIGKILL');
      await running?.done;
    },
    interrupt: () => running?.kill('SIGINT'),
    run: (): Promise<StepResult> => {
      running = use.start('main');
      return running.done;
    },
  };
}

describe('a sync that is stopped', () => {
  it.concurrent.each(['before', 'after'] as const)(
    'by a kill between an adoption’s value and its mark, %s the value is written, adopts anew and still keeps the other owner’s keys',
    (moment) =>
      sites.use(async (site) => {
        const { lab } = site;
        await put(lab, 'app', JSON.stringify(source('THEIRS')));
        const inputs = { ...json(source('A')), adopt: 'always' };
        const { kill, run } = await stoppable(site, inputs);
        site[moment]('PutSecretValue', kill);
        if (moment === 'before') site.inject('PutSecretValue', 'reset');
        expect((await run()).signal).toBe('SIGKILL');
        await settled(site.lab);
        site.clear();
        expect(messagesOf(await sync(lab, inputs), 'error')).toBe('');
        const { app } = await lab.secrets();
        expect(JSON.parse(app?.value ?? '')).toEqual(source('A', 'THEIRS'));
        expect(app?.tags).toEqual(ownTags('json'));
        expect(app?.versionIds).toHaveLength(2);
      }),
  );

  it.concurrent.each(['BatchGetSecretValue', 'PutSecretValue'])(
    'by SIGINT in %s shuts down cleanly, deletes nothing, and is completed by the next',
    (call) =>
      sites.use(async (site) => {
        const { lab } = site;
        await furnish(lab);
        const { interrupt, run } = await stoppable(site, INPUTS);
        site.before(call, () => {
          interrupt();
          return new Promise((resolve) => setTimeout(resolve, 300));
        });
        const result = await run();
        expect(result.signal).toBeNull();
        expect(result.exitCode).toBe(1);
        expect(errorCode(result)).toBe('interrupted');
        expect(secretActions(lab)).not.toContain('DeleteSecret');
        expect((await lab.secrets())['app/GONE']?.deleted).toBe(false);
        if (call === 'BatchGetSecretValue') expect(writes(lab)).toEqual([]);
        else expect(Number(result.outputs.failed)).toBeGreaterThan(0);
        site.clear();
        expect(messagesOf(await sync(lab, INPUTS), 'error')).toBe('');
        await expectSynced(lab);
      }),
  );

  it.concurrent('by `action-timeout-s` says so, deletes nothing, and is completed by the next', () =>
    sites.use(async (site) => {
      const { lab } = site;
      await furnish(lab);
      const { run } = await stoppable(site, { ...INPUTS, 'action-timeout-s': '2' });
      site.inject('PutSecretValue', 'hang', 40);
      const result = await run();
      expect(result.exitCode).toBe(1);
      expect(errorCode(result)).toBe('action-timeout');
      expect((await lab.secrets())['app/GONE']?.deleted).toBe(false);
      site.clear();
      expect(messagesOf(await sync(lab, INPUTS), 'error')).toBe('');
      await expectSynced(lab);
    }));
});

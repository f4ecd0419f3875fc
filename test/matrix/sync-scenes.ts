import { DeleteSecretCommand, ReplicateSecretToRegionsCommand } from '@aws-sdk/client-secrets-manager';
import { expect } from '@jest/globals';
import type { Lab } from '../lab/lab.ts';
import type { Job, StepResult, Use } from '../lab/runner/runner.ts';
import { succeeded } from '../support/scenarios/leases.ts';
import { canary, DEBUG, expectNothingShown, ownTags, put, SYNC_ACTION, source } from '../support/scenarios/sync.ts';
import type { Ended, LaterResults, Scene, SetScene, Setting } from './scene.ts';

/** The value of a secret; undefined when it does not exist or is scheduled for deletion. */
type Value = string | undefined;

/** One sync: the secrets before it, its inputs, and the values that each secret may have meanwhile. */
type Sync = {
  readonly inputs: Record<string, string>;
  readonly prepare: (lab: Lab) => Promise<void>;
  /** By name: every value that a secret may have before the sync is done; the last one is the result. */
  readonly values: Record<string, readonly Value[]>;
  /** What the secrets must match in the end, in addition to their values. */
  readonly like: Record<string, object>;
};

type Held = Awaited<ReturnType<Lab['secrets']>>;

/** JSON in one normal form. */
function plain(value: Value): unknown {
  return value?.startsWith('{') ? JSON.parse(value) : value;
}

function contentOf(held: Held, name: string): unknown {
  return plain(held[name]?.value);
}

function versionsOf(held: Held, name: string): number {
  return held[name]?.versionIds.length ?? 0;
}

/** Each value is exactly one of the allowed ones, and no secret has gained more than one version. */
function expectWhole(held: Held, before: Held, { values }: Sync): void {
  expect(Object.keys(held).filter((name) => !(name in values))).toEqual([]);
  for (const [name, allowed] of Object.entries(values)) {
    expect([name, allowed.map(plain)]).toEqual([name, expect.arrayContaining([contentOf(held, name)])]);
    expect(versionsOf(held, name)).toBeLessThanOrEqual(versionsOf(before, name) + 1);
  }
}

function expectDone(held: Held, before: Held, sync: Sync): void {
  expectWhole(held, before, sync);
  for (const [name, allowed] of Object.entries(sync.values))
    expect([name, contentOf(held, name)]).toEqual([name, plain(allowed.at(-1))]);
  expect(held).toMatchObject(sync.like);
}

/** Runs the sync until it finds nothing to change: at most twice, since one run without a fault is enough. */
async function converge(use: Use): Promise<StepResult[]> {
  const first = succeeded(await use.main());
  if (first.outputs.changed === 'false') return [first];
  const second = succeeded(await use.main());
  expect(second.outputs.changed).toBe('false');
  return [first, second];
}

type Playing = { readonly lab: Lab; readonly job: Job; readonly before: Held; readonly sync: Sync };

function secretsOf({ values, inputs }: Sync): string[] {
  const all = [...Object.values(values).flat(), inputs.secrets ?? ''].map(plain);
  return all.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : [each])) as string[];
}

async function finish({ lab, job, before, sync }: Playing, use: Use, { result }: Ended): Promise<LaterResults> {
  const later = await converge(use);
  expectDone(await lab.secrets(), before, sync);
  const secrets = secretsOf(sync).filter((secret) => secret !== undefined);
  await expectNothingShown(job, [result, ...later], secrets);
  return later.map((each) => ({ job, result: each }));
}

const syncScene =
  (sync: Sync): SetScene =>
  async ({ site, inputs }: Setting): Promise<Scene> => {
    const { lab } = site;
    await sync.prepare(lab);
    const before = await lab.secrets();
    const job = await site.job({ context: DEBUG });
    const use = job.use(inputs(sync.inputs), { actionPath: SYNC_ACTION });
    const playing = { lab, job, before, sync };
    return {
      job,
      start: () => use.start('main'),
      check: async ({ ending }) => {
        const held = await lab.secrets();
        if (ending === 'survived') expectDone(held, before, sync);
        else expectWhole(held, before, sync);
      },
      afterwards: (ended) => finish(playing, use, ended),
      secrets: secretsOf(sync).filter((secret) => secret !== undefined),
    };
  };

const JSON_TAGS = ownTags('json');
const KEY_TAGS = ownTags('per-key');
const NOTHING = async () => undefined;
const REGION = 'eu-west-1';
const EXTRAS = { description: 'of the shop', tags: 'team=shop' };
const old = (label: string) => canary(`before ${label}`);
const perKey = (...keys: string[]) => ({
  mode: 'per-key',
  name: 'github/app/{{key}}',
  secrets: JSON.stringify(source(...keys)),
});

const NEW_JSON = JSON.stringify(source('A', 'B'));
const OLD_JSON = JSON.stringify({ A: old('A') });

async function replicatedSecrets(lab: Lab): Promise<void> {
  await put(lab, 'github/app/SAME', canary('SAME'), { tags: KEY_TAGS });
  await put(lab, 'github/app/GONE', canary('GONE'), { tags: KEY_TAGS });
  await lab.secretsManager.send(
    new ReplicateSecretToRegionsCommand({ SecretId: 'github/app/GONE', AddReplicaRegions: [{ Region: REGION }] }),
  );
}

async function changedSecrets(lab: Lab): Promise<void> {
  await put(lab, 'github/app/CHANGED', old('CHANGED'), { tags: KEY_TAGS });
  await put(lab, 'github/app/BACK', old('BACK'), { tags: KEY_TAGS });
  await lab.secretsManager.send(new DeleteSecretCommand({ SecretId: 'github/app/BACK', RecoveryWindowInDays: 7 }));
}

const AS_ASKED = { tags: { team: 'shop' }, description: 'of the shop', deleted: false };

/** The scenes of `/sync`, by stage. */
export const SYNC_SCENES: Record<string, SetScene> = {
  'sync: json, create': syncScene({
    inputs: { name: 'github/app', secrets: NEW_JSON },
    prepare: NOTHING,
    values: { 'github/app': [undefined, NEW_JSON] },
    like: { 'github/app': { tags: JSON_TAGS } },
  }),
  'sync: json, change': syncScene({
    inputs: { name: 'github/app', secrets: NEW_JSON, 'replica-regions': REGION, ...EXTRAS },
    prepare: (lab) => put(lab, 'github/app', OLD_JSON, { tags: JSON_TAGS }),
    values: { 'github/app': [OLD_JSON, NEW_JSON] },
    like: { 'github/app': { ...AS_ASKED, replicas: { [REGION]: 'InSync' } } },
  }),
  'sync: per key, create': syncScene({
    inputs: perKey('A', 'B'),
    prepare: NOTHING,
    values: { 'github/app/A': [undefined, canary('A')], 'github/app/B': [undefined, canary('B')] },
    like: { 'github/app/A': { tags: KEY_TAGS }, 'github/app/B': { tags: KEY_TAGS } },
  }),
  'sync: per key, change': syncScene({
    inputs: { ...perKey('CHANGED', 'BACK'), ...EXTRAS },
    prepare: changedSecrets,
    values: {
      'github/app/CHANGED': [old('CHANGED'), canary('CHANGED')],
      'github/app/BACK': [undefined, old('BACK'), canary('BACK')],
    },
    like: { 'github/app/CHANGED': AS_ASKED, 'github/app/BACK': AS_ASKED },
  }),
  'sync: per key, prune': syncScene({
    inputs: { ...perKey('SAME'), prune: 'true' },
    prepare: replicatedSecrets,
    values: { 'github/app/SAME': [canary('SAME')], 'github/app/GONE': [canary('GONE'), undefined] },
    like: { 'github/app/SAME': { deleted: false }, 'github/app/GONE': { deleted: true, replicas: {} } },
  }),
};

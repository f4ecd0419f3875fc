import { setOutput } from '@actions/core';
import type { Result } from '../../secrets/apply/apply.ts';
import type { ItemReason } from '../../secrets/item-failure.ts';
import type { Action, Change } from '../../secrets/plan/change.ts';
import type { SyncPlan } from '../../secrets/plan/plan.ts';
import { oneLine } from '../one-line.ts';
import { logInfo } from '../step.ts';

/** What is told of one secret: names and actions, never a value, a length or a hash. */
export type ChangeRow = { readonly name: string; readonly action: Action; readonly what: string };

/** Counted by this name in the outputs; what is not named here counts as it is called. */
const COUNTED_AS: Record<Action, string> = {
  create: 'created',
  update: 'updated',
  adopt: 'updated',
  restore: 'restored',
  unchanged: 'unchanged',
  skip: 'skipped',
  refuse: 'failed',
  prune: 'pruned',
};
const COUNTS = ['created', 'updated', 'restored', 'unchanged', 'pruned', 'skipped', 'failed'] as const;

/** What writes or deletes something. */
export const WRITING_ACTIONS: readonly Action[] = ['create', 'update', 'adopt', 'restore', 'prune'];

/** How many secrets had each end. */
export type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

/** How many secrets had, or would have, which end. */
export function counted(items: readonly { action: Action; failure?: ItemReason | undefined }[]): Counts {
  const ends = items.map(({ action, failure }) => (failure === undefined ? COUNTED_AS[action] : 'failed'));
  return Object.fromEntries(COUNTS.map((count) => [count, ends.filter((end) => end === count).length])) as Counts;
}

/** What a plan has to say: all secrets but those that are as they should be. */
export function changeRows({ changes }: SyncPlan): ChangeRow[] {
  return changes
    .filter(({ action }) => action !== 'unchanged')
    .map((change) => ({ name: change.name, action: change.action, what: oneLine(whatOf(change)) }));
}

function whatOf({ what, keys, because }: Change): string {
  if (because !== undefined) return because.sentence;
  const lists = Object.entries(keys ?? {}).filter(([, names]) => names.length > 0);
  const keyed = lists.map(([kind, names]) => `${kind} ${names.join(', ')}`).join('; ');
  if (what.length === 0) return keyed;
  const named = keyed === '' ? 'value' : `value (${keyed})`;
  return what.includes('value')
    ? what.map((each) => (each === 'value' ? named : each)).join(', ')
    : `${what.join(', ')}${keyed === '' ? '' : `; ${keyed}`}`;
}

/** Prints the plan as a table of names and actions. */
export function logPlan(plan: SyncPlan, owner: string): void {
  const told = changeRows(plan);
  const isHeld = (action: Action) => action === 'prune' && plan.pruneRefused !== undefined;
  const writes = told.filter(({ action }) => WRITING_ACTIONS.includes(action) && !isHeld(action)).length;
  const { unchanged, skipped } = counted(plan.changes);
  const refused = plan.changes.filter(({ action }) => action === 'refuse').length;
  logInfo(`Plan for ${owner}: ${writes} to write, ${unchanged} unchanged, ${skipped} skipped, ${refused} refused.`);
  const width = Math.max(0, ...told.map(({ action }) => action.length));
  for (const { name, action, what } of told)
    logInfo(`  ${action.padEnd(width)}  ${name}${what === '' ? '' : `  ${what}`}`);
}

/** The plan as the output `plan` gives it. */
export function planJson({ changes }: SyncPlan): string {
  return JSON.stringify(
    changes.map(({ name, action, what, keys, because }) => ({
      name,
      action,
      ...(what.length === 0 ? {} : { what }),
      ...(keys === undefined || Object.values(keys).every((names) => names.length === 0) ? {} : { keys }),
      ...(because === undefined ? {} : { because: because.sentence }),
    })),
  );
}

/** What outputs are made of. In a plan `results` are what would be. */
export type Outcome = {
  readonly plan: SyncPlan;
  readonly results: readonly Omit<Result, 'copying'>[];
  readonly mode: 'json' | 'per-key';
};

/** Sets SPEC §6's outputs. `prefix`: `sync-` in the root action. */
export function setSyncOutputs(prefix: string, { plan, results, mode }: Outcome): void {
  const set = (name: string, value: string | number | boolean) => setOutput(`${prefix}${name}`, value);
  set(
    'changed',
    results.some(({ wrote }) => wrote),
  );
  set('plan', planJson(plan));
  for (const [name, count] of Object.entries(counted(results))) set(name, count);
  const desired = plan.changes.filter((change) => change.desired !== undefined);
  set('names', desired.map(({ name }) => name).join('\n'));
  const [only] = mode === 'json' ? results : [];
  set('arn', only?.arn ?? '');
  set('version-id', only?.versionId ?? '');
}

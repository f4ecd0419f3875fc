import { setOutput } from '@actions/core';
import type { Result } from '../../secrets/apply/apply.ts';
import type { ItemReason } from '../../secrets/item-failure.ts';
import type { Action, Change } from '../../secrets/plan/change.ts';
import type { SyncPlan } from '../../secrets/plan/plan.ts';
import { oneLine } from '../one-line.ts';
import { logInfo } from '../step.ts';

/** A row of the plan: names and actions, never a value, a length or a hash. */
export type ChangeRow = { readonly name: string; readonly action: Action; readonly what: string };

const COUNTS = ['created', 'updated', 'restored', 'unchanged', 'pruned', 'skipped', 'failed'] as const;

/** The name of each action in the outputs. */
const COUNTED_AS: Record<Action, (typeof COUNTS)[number]> = {
  create: 'created',
  update: 'updated',
  adopt: 'updated',
  restore: 'restored',
  unchanged: 'unchanged',
  skip: 'skipped',
  refuse: 'failed',
  prune: 'pruned',
};

/** The actions that write or delete. */
export const WRITING_ACTIONS: readonly Action[] = ['create', 'update', 'adopt', 'restore', 'prune'];

/** How many secrets had each result. */
export type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

/** Counts results, or in a plan the expected results. */
export function counted(items: readonly { action: Action; failure?: ItemReason | undefined }[]): Counts {
  const names = items.map(({ action, failure }) => (failure === undefined ? COUNTED_AS[action] : 'failed'));
  return Object.fromEntries(COUNTS.map((count) => [count, names.filter((name) => name === count).length])) as Counts;
}

/** The rows of a plan: all secrets except unchanged ones. */
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
  const rows = changeRows(plan);
  const isHeld = (action: Action) => action === 'prune' && plan.pruneRefused !== undefined;
  const writes = rows.filter(({ action }) => WRITING_ACTIONS.includes(action) && !isHeld(action)).length;
  const { unchanged, skipped } = counted(plan.changes);
  const refused = plan.changes.filter(({ action }) => action === 'refuse').length;
  logInfo(`Plan for ${owner}: ${writes} to write, ${unchanged} unchanged, ${skipped} skipped, ${refused} refused.`);
  const width = Math.max(0, ...rows.map(({ action }) => action.length));
  for (const { name, action, what } of rows)
    logInfo(`  ${action.padEnd(width)}  ${name}${what === '' ? '' : `  ${what}`}`);
}

/** The text of the output `plan`. */
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

/** The source of the outputs. In a plan, `results` are the expected ones. */
export type Outcome = {
  readonly plan: SyncPlan;
  readonly results: readonly Omit<Result, 'copying'>[];
  readonly mode: 'json' | 'per-key';
};

/** Sets the outputs of a sync (docs/secret-sync.md, “Outputs”). `prefix`: `sync-` in the root action. */
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

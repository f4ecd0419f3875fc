import { type Connection, secretsManagerClient } from '../aws/clients.ts';
import { ActionError } from '../errors.ts';
import type { Step } from '../github/step.ts';
import { summariseSync } from '../github/summary.ts';
import type { SyncInputs } from '../github/sync-inputs.ts';
import { counted, logPlan, setSyncOutputs, toldOf } from '../github/sync-report.ts';
import type { Caller } from '../identity/identity.ts';
import type { RunFacts } from '../lease/tags.ts';
import { type Asking, throughFirstDenial } from '../secrets/asking.ts';
import { syncWish } from '../secrets/request.ts';
import { looksLikeArn } from '../secrets/secret-name.ts';
import { applySync, impossible, planSync, type Result, type SyncPlan, type SyncWish } from '../secrets/sync.ts';

/** Whose sync it is, and with what. `prefix`: of the outputs; `sync-` in the root action. */
export type SyncAround = {
  readonly step: Step;
  readonly connection: Connection;
  readonly manager: Caller;
  /** Its `environment` as the token tells it. */
  readonly run: RunFacts;
  readonly prefix: string;
};

/** Failures told one by one; of more only how many. */
const MAX_TOLD = 50;

/**
 * Syncs as the inputs say: looks, tells the plan, and with `apply` carries it out and tells what became of it.
 * @throws ActionError `sync-impossible`, `sync-failed`, `sync-incomplete`, `sync-differs`
 */
export async function syncSecrets(inputs: SyncInputs, around: SyncAround): Promise<void> {
  const { step } = around;
  for (const notice of inputs.notices) step.log.notice(notice);
  for (const warning of inputs.warnings) step.log.warning(warning);
  const { wish, problems } = syncWish(inputs.request, around.run);
  if (problems.length > 0) throw impossible(problems);
  if (wish.wanted.length === 0)
    step.log.warning('The source has no key to sync: nothing is written, and nothing pruned.');
  warnOfNames(wish, step);
  const asking = { ...(await askingOf(around)), notice: step.log.notice };
  const plan = await planSync(wish, asking);
  logPlan(plan, wish.policy.owner);
  if (inputs.when === 'plan') await tellPlan(plan, { inputs, wish, around });
  else await carryOut(plan, { wish, around, asking });
}

/** AWS advises against such names: a look-up by part of an ARN may meet them by mistake. This action always gives the whole. */
function warnOfNames({ wanted }: SyncWish, step: Step): void {
  const [first, ...others] = wanted.map(({ name }) => name).filter(looksLikeArn);
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  step.log.notice(
    `AWS advises against names that end in a hyphen and six characters, as ARNs of secrets do: ${first}${more}.`,
  );
}

async function askingOf({ step, connection, manager }: SyncAround): Promise<Asking> {
  const { soft: signal } = step.lifetime;
  const waiting = {
    sleep: (milliseconds: number) => step.clock.sleep(milliseconds, signal),
    fraction: step.randomness.fraction,
  };
  return {
    ...waiting,
    secretsManager: await secretsManagerClient(connection, manager.credentials, step.lifetime),
    ask: throughFirstDenial({ ...waiting, patient: connection.maxAttempts > 1 }),
    mask: step.mask,
    signal,
    now: step.clock.now,
  };
}

async function tellPlan(
  plan: SyncPlan,
  { inputs, wish, around }: { inputs: SyncInputs; wish: SyncWish; around: SyncAround },
): Promise<void> {
  const would = plan.changes.map(({ name, action, found }) => ({
    name,
    action,
    failure: action === 'prune' ? plan.pruneRefused : undefined,
    arn: found?.arn ?? '',
    versionId: found?.versionId ?? '',
  }));
  setSyncOutputs(around.prefix, { plan, results: would, mode: wish.mode });
  const told = toldOf(plan);
  await summariseSync(
    'Plan of the secret sync',
    told.map((each) => ({ ...each, result: 'only planned' })),
  );
  const differing = told.filter(({ action }) => action !== 'skip');
  if (!inputs.failOnDiff || differing.length === 0) return;
  throw new ActionError(
    'sync-differs',
    `AWS differs from the source in ${differing.length} of ${plan.changes.length} secrets`,
    {
      remedy: 'Look at the plan above. A run with `sync: apply` does what it says.',
    },
  );
}

async function carryOut(
  plan: SyncPlan,
  { wish, around, asking }: { wish: SyncWish; around: SyncAround; asking: Asking },
): Promise<void> {
  const results = await applySync(plan, wish, asking);
  setSyncOutputs(around.prefix, { plan, results, mode: wish.mode });
  const failed = results.filter(({ failure }) => failure !== undefined);
  const byName = new Map(results.map((result) => [result.name, result]));
  const rows = toldOf(plan).map((told) => ({ ...told, result: endOf(byName.get(told.name)) }));
  await summariseSync(failed.length === 0 ? 'Secrets synced' : 'Secrets NOT fully synced', rows);
  const counts = Object.entries(counted(results)).filter(([, count]) => count > 0);
  around.step.log.info(`Secrets: ${counts.map(([name, count]) => `${count} ${name}`).join(', ') || 'none'}.`);
  asking.signal.throwIfAborted();
  if (failed.length > 0) throw incomplete(failed, results.length);
}

function endOf(result: Result | undefined): string {
  return (
    result?.failure ??
    (result?.action === 'skip' ? 'left' : result?.action === 'unchanged' ? 'was done already' : 'done')
  );
}

function incomplete(failed: readonly Result[], all: number): ActionError {
  const lines = failed.slice(0, MAX_TOLD).map(({ name, failure }) => `- ${name}: ${failure}`);
  const more = failed.length > MAX_TOLD ? [`- and ${failed.length - MAX_TOLD} more`] : [];
  const message = [`Not as it should be: ${failed.length} of ${all} secrets:`, ...lines, ...more].join('\n');
  return new ActionError('sync-incomplete', message, {
    remedy:
      'Correct what is named and run the job again; it goes on where this run ended. Where a write failed, nothing was deleted.',
  });
}

import type { ClientContext } from '../aws/calls.ts';
import { secretsManagerClient } from '../aws/clients.ts';
import { ActionError } from '../errors.ts';
import type { SyncInputs } from '../github/inputs/sync.ts';
import { oneLine } from '../github/one-line.ts';
import { summariseSync } from '../github/reports/summary.ts';
import { type ItemFailed, syncIncomplete } from '../github/reports/sync-incomplete.ts';
import {
  type ChangeRow,
  changeRows,
  counted,
  logPlan,
  setSyncOutputs,
  WRITING_ACTIONS,
} from '../github/reports/sync-report.ts';
import type { Step } from '../github/step.ts';
import type { Principal } from '../identity/identity.ts';
import type { RunFacts } from '../run.ts';
import { retryFirstDenial, type SecretsContext } from '../secrets/api.ts';
import { applySync, type Result } from '../secrets/apply/apply.ts';
import { isBlank } from '../secrets/desired/desired.ts';
import { looksLikeArn } from '../secrets/desired/secret-name.ts';
import type { Change } from '../secrets/plan/change.ts';
import { impossible, planSync, type SyncPlan, type SyncSpec } from '../secrets/plan/plan.ts';
import { syncSpec } from '../secrets/spec.ts';

/** The step, the identity and the run of a sync. `prefix` of the outputs: `sync-` in the root action. */
export type SyncContext = {
  readonly step: Step;
  readonly context: ClientContext;
  readonly principal: Principal;
  readonly run: RunFacts;
  readonly prefix: string;
};

/**
 * Syncs secrets: reads them, reports the plan, and with `apply` applies it and reports the results.
 * @throws ActionError `sync-impossible`, `sync-failed`, `sync-incomplete`, `sync-differs`
 */
export async function syncSecrets(inputs: SyncInputs, sync: SyncContext): Promise<void> {
  const { step } = sync;
  for (const notice of inputs.notices) step.log.notice(notice);
  for (const warning of inputs.warnings) step.log.warning(warning);
  const { spec, problems } = syncSpec(inputs.request, {
    ...sync.run,
    jobEnvironment: sync.principal.jobEnvironment,
  });
  if (problems.length > 0) throw impossible(problems);
  if (spec.desired.every(isBlank)) {
    step.log.warning(
      'No selected key has a value: nothing is written and nothing is pruned. Check that the job has its `environment:`, and that a reusable workflow gets `secrets: inherit`. See docs/secret-sync.md, “Partial views”.',
    );
  }
  reportArnLikeNames(spec, step);
  const context = { ...(await secretsContext(sync)), notice: step.log.notice };
  const plan = await planSync(spec, context);
  logPlan(plan, spec.policy.owner);
  if (inputs.when === 'plan') await reportPlan(plan, { inputs, spec, sync });
  else await applyPlan(plan, { spec, sync, context });
}

/** AWS advises against such names: a look-up by a partial ARN may find the wrong secret. This action always uses the full ARN. */
function reportArnLikeNames({ desired }: SyncSpec, step: Step): void {
  const [first, ...others] = desired.map(({ name }) => name).filter(looksLikeArn);
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  step.log.notice(
    `AWS advises against names that end in a hyphen and six characters, as ARNs of secrets do: ${first}${more}.`,
  );
}

async function secretsContext({ step, context, principal }: SyncContext): Promise<SecretsContext> {
  return {
    ...context,
    secretsManager: await secretsManagerClient(context, principal.credentials),
    ask: retryFirstDenial(context),
    mask: step.mask,
  };
}

async function reportPlan(
  plan: SyncPlan,
  { inputs, spec, sync }: { inputs: SyncInputs; spec: SyncSpec; sync: SyncContext },
): Promise<void> {
  const expected = plan.changes.map(({ name, action, actual }) => ({
    name,
    action,
    failure: action === 'prune' ? plan.pruneRefused : undefined,
    wrote: WRITING_ACTIONS.includes(action) && (action !== 'prune' || plan.pruneRefused === undefined),
    arn: actual?.arn ?? '',
    versionId: actual?.versionId ?? '',
  }));
  setSyncOutputs(sync.prefix, { plan, results: expected, mode: spec.policy.mode });
  const rows = changeRows(plan);
  await summariseSync(
    'Plan of the secret sync',
    rows.map((row) => ({ ...row, result: 'only planned' })),
  );
  const unseen = plan.changes.filter((change) => change.unseen);
  if (unseen.length > 0) throw syncIncomplete('Could not be read', unseen.flatMap(failuresIn), plan.changes.length);
  const differing = rows.filter(({ action }) => action !== 'skip');
  if (inputs.failOnDiff && differing.length > 0) throw differs(differing, plan);
}

function failuresIn({ name, because }: Change): ItemFailed[] {
  return because === undefined ? [] : [{ name, reason: because }];
}

function differs(differing: readonly ChangeRow[], plan: SyncPlan): ActionError {
  const count = (of: (action: ChangeRow['action']) => boolean) => differing.filter(({ action }) => of(action)).length;
  const notDeleted = plan.pruneRefused === undefined ? 0 : count((action) => action === 'prune');
  const refused = count((action) => action === 'refuse');
  const sentences = [
    'Look at the plan above.',
    ...(differing.length > refused + notDeleted ? ['A run with `sync: apply` would write what is planned.'] : []),
    ...(refused > 0 ? ['What is refused here would be refused there too; the plan gives the reason.'] : []),
    ...(notDeleted > 0 ? ['Nothing would be deleted; the plan gives the reason.'] : []),
  ];
  const message = `AWS differs from the source in ${differing.length} of ${plan.changes.length} secrets`;
  return new ActionError('sync-differs', message, { remedy: sentences.join(' ') });
}

async function applyPlan(
  plan: SyncPlan,
  { spec, sync, context }: { spec: SyncSpec; sync: SyncContext; context: SecretsContext },
): Promise<void> {
  const results = await applySync(plan, spec, context);
  setSyncOutputs(sync.prefix, { plan, results, mode: spec.policy.mode });
  const failed = results.flatMap(({ name, failure }) => (failure === undefined ? [] : [{ name, reason: failure }]));
  const byName = new Map(results.map((result) => [result.name, result]));
  const rows = changeRows(plan).map((row) => ({ ...row, result: resultText(byName.get(row.name), row) }));
  await summariseSync(failed.length === 0 ? 'Secrets synced' : 'Secrets NOT fully synced', rows);
  const counts = Object.entries(counted(results)).filter(([, count]) => count > 0);
  sync.step.log.info(`Secrets: ${counts.map(([name, count]) => `${count} ${name}`).join(', ') || 'none'}.`);
  context.lifetime.soft.throwIfAborted();
  if (failed.length > 0) throw syncIncomplete('Not synced', failed, results.length);
}

function resultText(result: Result | undefined, { what }: ChangeRow): string {
  if (result?.failure !== undefined) {
    const sentence = oneLine(result.failure.sentence);
    return sentence === what ? 'failed' : sentence;
  }
  return result?.action === 'skip' ? 'skipped' : result?.action === 'unchanged' ? 'already done' : 'done';
}

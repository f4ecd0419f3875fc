import type { ClientContext } from '../aws/calls.ts';
import { secretsManagerClient } from '../aws/clients.ts';
import { ActionError } from '../errors.ts';
import type { SyncInputs } from '../github/inputs/sync.ts';
import { summariseSync } from '../github/reports/summary.ts';
import {
  type ChangeRow,
  changeRows,
  counted,
  logPlan,
  oneLine,
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

/** Whose sync it is, and with what. `prefix`: of the outputs; `sync-` in the root action. */
export type SyncContext = {
  readonly step: Step;
  readonly context: ClientContext;
  readonly principal: Principal;
  readonly run: RunFacts;
  readonly prefix: string;
};

/** Reasons told one by one; of more only how many. */
const MAX_TOLD = 50;

/**
 * Syncs as the inputs say: looks, tells the plan, and with `apply` carries it out and tells what became of it.
 * @throws ActionError `sync-impossible`, `sync-failed`, `sync-incomplete`, `sync-differs`
 */
export async function syncSecrets(inputs: SyncInputs, around: SyncContext): Promise<void> {
  const { step } = around;
  for (const notice of inputs.notices) step.log.notice(notice);
  for (const warning of inputs.warnings) step.log.warning(warning);
  const { spec, problems } = syncSpec(inputs.request, {
    ...around.run,
    jobEnvironment: around.principal.jobEnvironment,
  });
  if (problems.length > 0) throw impossible(problems);
  if (spec.desired.every(isBlank)) {
    step.log.warning(
      'Nothing that is taken from the source has a value: nothing is written, and nothing pruned. Has the job its `environment:`, and a reusable workflow `secrets: inherit`? See docs/secret-sync.md, “Partial views”.',
    );
  }
  warnOfNames(spec, step);
  const context = { ...(await secretsContext(around)), notice: step.log.notice };
  const plan = await planSync(spec, context);
  logPlan(plan, spec.policy.owner);
  if (inputs.when === 'plan') await tellPlan(plan, { inputs, spec, around });
  else await carryOut(plan, { spec, around, context });
}

/** AWS advises against such names: a look-up by part of an ARN may meet them by mistake. This action always gives the whole. */
function warnOfNames({ desired }: SyncSpec, step: Step): void {
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

async function tellPlan(
  plan: SyncPlan,
  { inputs, spec, around }: { inputs: SyncInputs; spec: SyncSpec; around: SyncContext },
): Promise<void> {
  const would = plan.changes.map(({ name, action, actual }) => ({
    name,
    action,
    failure: action === 'prune' ? plan.pruneRefused : undefined,
    wrote: WRITING_ACTIONS.includes(action) && (action !== 'prune' || plan.pruneRefused === undefined),
    arn: actual?.arn ?? '',
    versionId: actual?.versionId ?? '',
  }));
  setSyncOutputs(around.prefix, { plan, results: would, mode: spec.policy.mode });
  const told = changeRows(plan);
  await summariseSync(
    'Plan of the secret sync',
    told.map((each) => ({ ...each, result: 'only planned' })),
  );
  const unseen = plan.changes.filter((change) => change.unseen);
  if (unseen.length > 0) throw syncIncomplete('Could not be looked at', unseen.map(failureIn), plan.changes.length);
  const differing = told.filter(({ action }) => action !== 'skip');
  if (inputs.failOnDiff && differing.length > 0) throw differs(differing, plan);
}

function failureIn({ name, because = '' }: Change): Failure {
  return { name, failure: oneLine(because) };
}

function differs(differing: readonly ChangeRow[], plan: SyncPlan): ActionError {
  const count = (of: (action: ChangeRow['action']) => boolean) => differing.filter(({ action }) => of(action)).length;
  const held = plan.pruneRefused === undefined ? 0 : count((action) => action === 'prune');
  const refused = count((action) => action === 'refuse');
  const sentences = [
    'Look at the plan above.',
    ...(differing.length > refused + held ? ['A run with `sync: apply` would write what is planned.'] : []),
    ...(refused > 0 ? ['What is refused here would be refused there too; the reason stands behind it.'] : []),
    ...(held > 0 ? ['Nothing would be deleted; the reason stands behind it.'] : []),
  ];
  const message = `AWS differs from the source in ${differing.length} of ${plan.changes.length} secrets`;
  return new ActionError('sync-differs', message, { remedy: sentences.join(' ') });
}

async function carryOut(
  plan: SyncPlan,
  { spec, around, context }: { spec: SyncSpec; around: SyncContext; context: SecretsContext },
): Promise<void> {
  const ends = await applySync(plan, spec, context);
  const results = ends.map((each) => ({ ...each, failure: each.failure && oneLine(each.failure) }));
  setSyncOutputs(around.prefix, { plan, results, mode: spec.policy.mode });
  const failed = results.flatMap(({ name, failure }) => (failure === undefined ? [] : [{ name, failure }]));
  const byName = new Map(results.map((result) => [result.name, result]));
  const rows = changeRows(plan).map((told) => ({ ...told, result: endOf(byName.get(told.name), told) }));
  await summariseSync(failed.length === 0 ? 'Secrets synced' : 'Secrets NOT fully synced', rows);
  const counts = Object.entries(counted(results)).filter(([, count]) => count > 0);
  around.step.log.info(`Secrets: ${counts.map(([name, count]) => `${count} ${name}`).join(', ') || 'none'}.`);
  context.lifetime.soft.throwIfAborted();
  if (failed.length > 0) throw syncIncomplete('Not as it should be', failed, results.length);
}

function endOf(result: Result | undefined, { what }: ChangeRow): string {
  if (result?.failure !== undefined) return result.failure === what ? 'failed' : result.failure;
  return result?.action === 'skip' ? 'left' : result?.action === 'unchanged' ? 'was done already' : 'done';
}

type Failure = { readonly name: string; readonly failure: string };

/** Failures with the same reason in one line, and for each kind of reason what to do. */
function syncIncomplete(what: string, failed: readonly Failure[], all: number): ActionError {
  const byReason = [...Map.groupBy(failed, ({ failure }) => kindOf(failure))];
  const lines = byReason
    .slice(0, MAX_TOLD)
    .map(([reason, same]) => `- ${namesOf(same)}: ${same.length === 1 ? same[0]?.failure : reason}`);
  const more = byReason.length > MAX_TOLD ? [`- and ${byReason.length - MAX_TOLD} more reasons`] : [];
  const known = ADVICE.filter(([reason]) => failed.some(({ failure }) => reason.test(failure)));
  const advice = known.map(([, each]) => each);
  const isAll = failed.every(({ failure }) => known.some(([reason]) => reason.test(failure)));
  return new ActionError(
    'sync-incomplete',
    [`${what}: ${failed.length} of ${all} secrets:`, ...lines, ...more].join('\n'),
    {
      remedy: [
        ...advice,
        ...(isAll ? [] : [OTHERWISE]),
        'Then run the job again; what is done already is not done twice.',
      ].join('\n'),
    },
  );
}

/** A reason without what differs between two refusals of the same kind: the resource, and the request's id. */
function kindOf(failure: string): string {
  return failure.replace(/ \(request [\w-]+\)/, '').replace(/on resource: \S+/, 'on resource: …');
}

const OTHERWISE = 'Correct what stands behind the names.';
const MAX_NAMES = 10;

function namesOf(failed: readonly Failure[]): string {
  const shown = failed.slice(0, MAX_NAMES).map(({ name }) => name);
  const more = failed.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What to do about a reason, by what AWS or this action says in it. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /AccessDenied/,
    'Give the role the right that AWS names on these secrets (docs/permissions.md, “Secret sync”); does the policy’s prefix match `name`?',
  ],
  [/`adopt` is/, 'Look at what is there; then let `adopt` take it over, or choose another `name`.'],
  [/`prune-limit`/, 'See whether this job was given all secrets; if it was, raise `prune-limit` for one run.'],
  [/since another secret failed/, 'What was to be deleted is deleted by the run in which nothing fails.'],
];

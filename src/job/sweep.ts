import { GetAccountSummaryCommand } from '@aws-sdk/client-iam';
import { adaptiveLimit } from '../aws/adaptive-limit.ts';
import { type AwsCredentials, type Iam, iamClient } from '../aws/clients.ts';
import { awsFailure, explain, isDenied } from '../aws/failures.ts';
import { ActionError } from '../errors.ts';
import { readSweepInputs, type SweepInputs } from '../github/inputs/lease-actions.ts';
import { count, newTally, type SweepTally, setSweepOutputs } from '../github/reports/lease-actions.ts';
import { summariseSweep } from '../github/reports/summary.ts';
import { runFacts } from '../github/run-context.ts';
import type { Step } from '../github/step.ts';
import type { WorkflowRuns } from '../github/workflow-runs.ts';
import type { Principal } from '../identity/identity.ts';
import { sweep } from '../lease/sweep.ts';
import { type Manager, runAsManager } from './manager.ts';
import { warnLeftovers } from './report-revocation.ts';

const LIMIT_SECONDS = 18_000;

const PROGRESS_MS = 5_000;
/**
 * Warn from this share of the account's limit of 5,000 users, which AWS does not raise
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
 */
const WARN_FROM_SHARE = 0.8;
/** Failures listed in the error. */
const MAX_LISTED_FAILURES = 50;

/** `/sweep`: reports every lease under a path and deletes those that have expired or are orphaned. */
export async function sweepForSchedule(step: Step): Promise<void> {
  const env = { ...process.env };
  const run = runFacts(env);
  const inputs = readSweepInputs(run, env);
  await runAsManager(inputs, { step, env, limitSeconds: LIMIT_SECONDS }, (manager) =>
    sweepAs(manager, inputs, { step, repository: run.repository }),
  );
}

type SweepContext = {
  readonly step: Step;
  /** The repository of the job that runs the sweep. */
  readonly repository: string;
};

async function sweepAs(manager: Manager, inputs: SweepInputs, { step, repository }: SweepContext): Promise<void> {
  const tally = newTally();
  const runs = await runsFor(inputs, repository, step);
  const { lifetime, log } = step;
  const { context } = manager;
  const client = await iamClient(context, refreshingCredentials(manager), { throttledByCaller: true });
  const iam = withLimit(client, adaptiveLimit(inputs.concurrency, context));
  const progress = setInterval(
    () => log.info(`… ${tally.seen} users checked, ${tally.counts.revoked} deleted.`),
    PROGRESS_MS,
  );
  const quota = warnOfQuota(iam, step);
  try {
    await sweep(inputs, {
      ...context,
      iam,
      accountId: manager.principal.accountId,
      isRunOver: async (lease) => (await runs?.isOver(lease)) ?? false,
      report: (swept) => {
        count(tally, swept);
        if (swept.failure !== undefined) log.info(`${swept.userName}: ${swept.failure}`);
        else if (swept.revoked) log.info(`${swept.userName} is deleted (${swept.state}).`);
        warnLeftovers(swept.userName, swept.leftovers, log);
      },
    });
    tally.whole = true;
  } catch (cause) {
    lifetime.soft.throwIfAborted();
    throw awsFailure('sweep-failed', `Listing the users under ${inputs.pathPrefix}`, {
      remedy: 'Give the role iam:ListUsers and iam:GetUser (docs/permissions.md), and check `iam-path`.',
      cause,
    });
  } finally {
    clearInterval(progress);
    await quota;
    await publish(tally, inputs, step);
  }
  reportUnknownRuns(runs, step);
  const failed = tally.rows.filter(({ failure }) => failure !== undefined);
  if (failed.length > 0)
    throw sweepIncomplete(
      failed.map(({ userName, failure }) => `${userName}: ${failure}`),
      tally.seen,
    );
}

/** The credentials of the managing identity. The SDK calls this again before the session ends, which a large sweep may outlast. */
function refreshingCredentials({ principal, again }: Manager): () => Promise<AwsCredentials> {
  let first: Principal | undefined = principal;
  return async () => {
    const { credentials } = first ?? (await again());
    first = undefined;
    return credentials;
  };
}

async function runsFor(
  { githubToken }: SweepInputs,
  ownRepository: string,
  step: Step,
): Promise<WorkflowRuns | undefined> {
  if (githubToken === '') return undefined;
  const { workflowRuns } = await import('../github/workflow-runs.ts');
  return workflowRuns(githubToken, ownRepository, step);
}

/** The same client with a limit of parallel calls, which adapts to throttling. */
function withLimit(iam: Iam, limit: ReturnType<typeof adaptiveLimit>): Iam {
  const send = (...call: never[]) => limit(() => (iam.send as (...call: never[]) => Promise<unknown>)(...call));
  return { send: send as Iam['send'] };
}

/** Warns when the account is near its limit of users. The sweep does not need this permission, so a failure is only logged. */
async function warnOfQuota(iam: Iam, { log }: Step): Promise<void> {
  try {
    const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
    const [users = 0, quota = 0] = [SummaryMap?.Users, SummaryMap?.UsersQuota];
    if (quota > 0 && users >= quota * WARN_FROM_SHARE) {
      log.warning(`The account has ${users} of at most ${quota} IAM users, a limit that AWS does not raise.`);
    }
  } catch (error) {
    const why = isDenied(error) ? 'the role may not call iam:GetAccountSummary' : explain(error);
    log.info(`The number of IAM users in the account is not known: ${why}.`);
  }
}

async function publish(tally: SweepTally, { dryRun, pathPrefix }: SweepInputs, { log }: Step): Promise<void> {
  const omitted = setSweepOutputs(tally);
  if (omitted > 0)
    log.notice(
      `The output \`leases\` omits ${omitted} of ${tally.rows.length} leases, because GitHub limits its size.`,
    );
  const { active, expired, orphaned, revoked, failed, foreign } = tally.counts;
  log.info(
    `Under ${pathPrefix}: ${active} active, ${expired} expired, ${orphaned} orphaned, ${foreign} other users; ${
      dryRun ? 'nothing deleted (`dry-run`)' : `${revoked} deleted`
    }, ${failed} failed.`,
  );
  const incomplete = tally.whole ? '' : ' (incomplete)';
  await summariseSweep(`${dryRun ? 'Leases' : 'Leases swept'}${incomplete}`, tally.rows);
}

function reportUnknownRuns(runs: WorkflowRuns | undefined, { log }: Step): void {
  const { spared, failed, refusal } = runs?.unanswered() ?? { spared: 0, failed: 0, refusal: undefined };
  if (refusal !== undefined) {
    log.warning(`${refusal}: ${failed + spared} runs may not have completed; their guards end their leases.`);
  } else {
    if (spared > 0)
      log.notice(`GitHub’s rate limit is used up: ${spared} runs were not checked; their guards end their leases.`);
    if (failed > 0) log.notice(`GitHub did not report the state of ${failed} runs; their leases were not changed.`);
  }
}

function sweepIncomplete(failures: readonly string[], all: number): ActionError {
  const more = failures.length > MAX_LISTED_FAILURES ? [`- and ${failures.length - MAX_LISTED_FAILURES} more`] : [];
  const lines = failures.slice(0, MAX_LISTED_FAILURES).map((failure) => `- ${failure}`);
  return new ActionError(
    'sweep-incomplete',
    [`Could not be read or deleted: ${failures.length} of ${all} users:`, ...lines, ...more].join('\n'),
    {
      remedy: 'All other users were checked. Fix what AWS reports; the next sweep tries these users again.',
    },
  );
}
